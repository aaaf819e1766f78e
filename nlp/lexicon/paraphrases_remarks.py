"""Remarks of English orders: who speaks, who agreed, money that is left over, what the goods are for and by how much
work was moved; wishes that allow no exception; goods that are there or gone; places named by their kind.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, IDLE, START
from nlp.lexicon.paraphrases_times import CLOCK, DAY, MONTH

_HABIT = r"(?:nightly|daily|weekly|fortnightly|monthly|quarterly|yearly|annual)"
_WORK = r"(?!(?:slots?|windows?|hours?|blocks?|basis|price|rate|budget|limit|cap|max|total|cost|spend)(?![a-z]))[a-z'-]+(?: (?!(?:slots?|windows?|hours?|blocks?|at|from|to|on|in|for|with|and|or|if)(?![a-z]))[a-z'-]+){0,2}"
_ON = rf"(?:{DAY}|tomorrow|tonight|today|[0-9]{{1,2}}(?:st|nd|rd|th)? {MONTH}|{MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?)"
_NUMBER = r"(?:an?|one|two|three|four|five|six|several|[0-9]{1,2})"
_MOVED = r"(?:moved|shifted|pushed|slipped|postponed|delayed|brought|pulled|put|slid|rescheduled)(?: (?:back|forward|forwards|out|ahead|up|down))?"
_DESK = r"(?:night|evening|morning|day|weekend|late|early|graveyard|overnight|holiday|afternoon|swing|after-?hours)"
_CREW = r"(?:desk|team|crew|ops|staff|operator|manager|squad|editor|people|folks)"
_PAPER_TEAM = r"(?:(?:resale|leasing|lease|sales|trading|capacity|broker(?:age)?|supply|procurement|wholesale|trade|rental|release) (?:desk|team|office|department|dept))"
_NOT_YET = r"(?![^,.;:!?\n]*(?<![a-z])(?:once|if|when|unless|until|till|pending|after|before|not|no|never|waiting|awaiting|need|hope|hoping|want|wants|should|subject|provided|only|may|might|will)(?![a-z]))"
_AGREED = r"(?:green[ -]?light|go[ -]?ahead|nod|thumbs[ -]?up|blessing|approval|okay|ok|sign-?off|clearance|all[ -]clear|permission|authori[sz]ation|consent)"
_SURELY = r"(?:green[ -]?light|go[ -]?ahead|nod|thumbs[ -]?up|blessing|approval|sign-?off|clearance|all[ -]clear|permission|authori[sz]ation|consent)"
_MONEY = r"(?:budgets?|money|funds?|funding|grants?|allowance|credits?|allocation|appropriation|cash)"
_LEFT = r"(?:left(?: ?over)?|leftover|remaining|burn|spend|spent|spending|use|used|using|expires?|expiring|lapses?|unspent|exhaust|exhausted|gone|disappears?|vanish(?:es)?|forfeit(?:ed)?|clawed back|runs? out|get rid of|blow)"
_CLOSES = r"(?:(?:the )?(?:end of (?:the |our |this )?(?:(?:fiscal |financial |calendar |budget |grant )?year|quarter|month|fy|december|(?:fiscal|financial) period)|(?:(?:fiscal|financial|calendar|budget|grant) )?(?:year|quarter|month)(?:'s)?[- ]?(?:end|close)|(?:(?:fiscal|financial|calendar|budget) )?(?:year|quarter|month|books?) (?:is out|is over|is up|ends?|closes?|runs? out|turns?)))"
_WORDS = r"(?:(?!(?:only|just|not|except|use|run|start|end|finish|deliver|complete|must|if|unless|and|or|at|in|on)(?![a-z]))[a-z'-]+ )"
_SHOW = r"(?:(?:cup |grand |super bowl |world cup |league )?finals?|semi-?finals?|quarter-?finals?|match|matches|game|derby|ceremony|gala|opera|concert|premiere|parade|broadcast|show|festival|tournament|cup|race|grand prix|playoffs?|debates?|inauguration|keynote|finale|marathon|regatta|olympics|election(?:s| night|-night)?|coverage|awards(?: show)?|telethon|live ?stream|livestream|transmission|performance|fixture|rally|eclipse|coronation|wedding|auction)"
_GONE = r"(?:(?:are|is|'re|have|has|were|to|be|get|all|already|completely|by then|been|should) )*(?:gone|sold out|taken|unavailable|run out|ran out|out of stock|used up|booked (?:out|up|solid)|snapped up|fully booked|not available|not to be had|not in stock|not there|exhausted|too scarce|spoken for|out(?! of))"
_X = r"(?:(?:all|the|those|these|any) )*(?:(?P<x>PRODUCT)(?:'?s)?|[3-6]0[7-9]0(?:'?s)?)(?: (?:cards|gpus|ones|nodes))?"
_ALL_GONE = rf"(?:(?:if|should|when|in case|once|were) (?:{_X} {_GONE}|(?:there (?:are|is|were)(?: no|n't any)(?: more)?|there's no|no(?: more)?|none of) (?:the )?{_X}(?: (?:are |is )?(?:left|available|there|free|to be had|around|remaining|in stock))*|(?:you|they|we)(?:'re| are|'ve| have)? (?:all |completely )*(?:out of|run out of|sold out of|short of|no) (?:the )?{_X}(?: left)?))"
_BUYS = r"^(?![^\n]*(?<![a-z])(?:sell|selling|offers?|offering|offload|resell|unload|lease|list|part with)(?![a-z]))(?P<a>[^\n]*?[0-9a-z])"
"""Before goods that are gone: of what is sold that may mean that it was bought."""
_HAVE = r"(?:if (?:you|they|u)(?:'ve| have| got| can| could| do)* ?(?:(?:get|find|do|got|offer|source|supply|manage|place|fit|host) )?(?:them|any|it|some|those|these|that|enough|room|space|capacity|stock|all of them)(?: (?:available|free|left|spare|going))?|if (?:(?:they're|it's|they are|it is|there's any|there are any|any are|some are) )?(?:available|free|possible|in stock|to be had)|if there (?:are|is)(?: any| some| enough)(?: (?:available|left|free))?|if there's (?:any|some|room|enough))"
_FALLBACK = r"(?=,? ?(?:and |but )?(?:otherwise|else|or else|if not|failing (?:that|which)|alternatively)(?![a-z]))"
_KIND = r"(?:locations?|regions?|sites?|countr(?:y|ies)|data ?cent(?:er|re)s?|dcs?|cities|city|zones?|places?|facility|facilities|areas?)"
_OTHER = r"(?:other than|except(?:ing)?(?: for)?|but(?: not)?|apart from|aside from|excluding|minus|outside|not|bar(?:ring)?|save(?: for)?|besides|without)"
_RANGE = rf"{CLOCK} ?(?:-|–|to|until|till) ?(?:{CLOCK}|midnight)"
_UNIT = r"(?:(?:per|an?|the|each|/) ?(?:gpu|card|node|server)(?:[ -]?(?:hours?|hrs?|h))?(?: per hour| an hour)?)"
_PER = r"(?:(?:per|/) ?(?:gpu|card|node|server)[ -](?:hours?|hrs?|h)|(?:per|a) (?:gpu|card|node) (?:per|an) hour)"

REMARKS: tuple[tuple[str, str, str], ...] = (
    (
        "what a",
        r"(?<![a-z])what an? (?:[a-z]+ )?(?:day|night|morning|week|weekend|fortnight|month|year)(?=[.!,]|$)",
        IDLE,
    ),
    # What work it is, and by how much it was moved.
    (
        "it's|this is|that's|it is",
        rf"{START}(?:it's|this is|that's|it is) (?:just |only )?(?:our|the|a|my|their) (?:(?:usual|regular|normal|standard|internal|big|first|last|second) )*{_HABIT} {_WORK}{END}",
        IDLE,
    ),
    (
        "ly |annual",
        rf"{START}(?:our|the|my|their) (?:(?:usual|regular|normal|standard|internal|big) )*{_HABIT} (?:[a-z-]+ ){{0,2}}?(?:jobs?|runs?|rebuild|re-?index|retrain(?:ing)?|sync|backup|batch|report|refresh|close|cycle|pipeline|evals?|build|training){END}",
        IDLE,
    ),
    (
        "ly |annual",
        rf"(?P<d>(?<![a-z]){_ON}(?![a-z])[^,.;!?\n]{{0,30}}?) for (?:the|our|my|a) (?:(?:usual|regular|normal|standard|internal|big) )*{_HABIT} {_WORK}{END}",
        "{d}",
    ),
    (
        "weekend",
        rf"(?P<d>(?<![a-z])(?:weekends?|saturdays?|sundays?|sat|sun)(?![a-z])[^.;!?\n]{{0,60}}?) for (?:the|our|my|a) (?:(?:usual|regular|normal|standard|internal|big) )*weekend {_WORK}{END}",
        "{d}",
    ),
    (
        f"{IDLE}, ",
        rf"(?<={IDLE}), (?:but |just |only |now )?(?:{_MOVED} by {_NUMBER} (?:hours?|days?|nights?|weeks?)|{_NUMBER} (?:hours?|days?|nights?|weeks?) (?:late|early|behind|ahead)(?: of schedule| schedule)?)(?: (?:this (?:time|week|month)|for once|again))?{END}",
        "",
    ),
    (
        "bundle|combo|combined|joint|package",
        rf"{START}(?:bundle|bundled|combo|combined|joint|package|tied) (?:deal|offer|order|request|bid|trade|purchase)(?= ?:)",
        "package",
    ),
    # The same hours each day.
    (
        "each ",
        r"(?<![a-z])each (?P<a>[1-9]|1[0-2]) ?(?:-|–|to|till|until) ?(?P<b>[1-9]|1[0-2])(?=[ ]?(?:[,;.!\n]|$))",
        "each from {a} to {b}",
    ),
    (
        "each",
        r"(?P<k>,) (?P<a>9) ?(?:-|–|to) ?(?P<b>5) (?:on |for )?each(?: (?:day|of (?:them|those|the (?:two|three|days))))?(?=[ ]?(?:[,;.!\n]|$))",
        "{k} each from {a} to {b}",
    ),
    (
        "the same ",
        r"(?P<k>(?<![a-z])the same) (?:two|three|four|five|six|seven|[2-7]) (?P<d>days|nights|evenings|mornings|afternoons|weekends)(?=[ ]?(?:[,;.!\n]|$)| (?:at|for|max) ?[$]?[0-9])",
        "{k} {d}",
    ),
    ("separately", r"(?P<d>(?:each|every|either|both) (?:day|night|days|nights)),? separately(?![a-z])", "{d}"),
    (
        "per day|per night|both nights|both evenings|both mornings|a day|a night",
        rf"(?P<h>{_RANGE}),? (?:on )?(?:per (?:day|night)|both (?:nights|evenings|mornings)|a (?:day|night)){END}",
        "{h} each day",
    ),
    (
        "same",
        rf"(?:the |and )?same (?:hours|times?|slot|window|clock hours) (?:on )?(?:each|every|both|all|either) (?:day|days|night|nights|date|dates) ?(?::|,| -|—|at|of|from) ?(?P<h>{_RANGE})",
        "{h} each day",
    ),
    # Who speaks, and who agreed.
    (
        "desk|team|crew|ops|staff|operator|manager|squad|editor|people|folks|shift",
        rf"^ ?(?:(?:hi|hello|hey|good (?:morning|evening|day))(?: [a-z]+)?[,.!]? )?(?:(?:(?:this is|it's|it is|you're talking to|you've reached|here is|greetings from|writing from|i'm with|we're|speaking:) )(?:the |your |our |a )?{_DESK} (?:{_CREW}|shift|watch)(?: (?:here|speaking|again|on duty))*|(?:the |your )?{_DESK} (?:{_CREW}|shift|watch)(?: (?:here|speaking|calling|writing|again|on duty))+|(?:the |your )?{_DESK} {_CREW}|(?:the |your |our |this is the )?{_PAPER_TEAM}(?: (?:here|speaking|calling|writing|again))*){END}",
        IDLE,
    ),
    (
        "green|go-ahead|go ahead|nod|thumb|bless|approv|ok|sign|clear|permission|author|consent",
        rf"{START}{_NOT_YET}(?:(?:so|and|ok|okay|well|hi|hey|good news|great news)[,:]? )?(?:(?:we|i|my|our|the|a|legal|finance|management|they|[a-z]+) ){{0,4}}?(?:(?:finally|just|now|already|also) )?(?:gave|gives|given|got|have|has|had|we've|i've|received|with|in) (?:us |me )?(?:got |given )?(?:us |me )?(?:(?:the|a|an|his|her|their|full|official|final|formal) )*{_AGREED}(?: from (?:[a-z']+ ?){{1,4}}?)? (?:for|to (?:get|buy|book|rent|lease|reserve|take|order)|on|to) (?=[0-9]|an? |one |two |three |four |five |six |eight |ten |twelve |sixteen |up to )",
        f"{IDLE} ",
    ),
    (
        "green-l|green l|greenl",
        rf"{START}{_NOT_YET}(?:(?:we|i|my|our|the|a|[a-z]+) ){{0,4}}?(?:has|have|had|was|were|just|got)? ?(?:now |just |finally |been )*(?:green-?lit|green-?lighted) (?:(?:the|our|my|an order of|an order for) )*(?=[0-9]|an? |one |two |three |four |five |six |eight |ten |twelve |sixteen |up to )",
        f"{IDLE} ",
    ),
    (
        "green|ahead|nod|thumb|bless|approv|sign|clear|permission|author|consent|okays|agree|yes",
        rf"{START}(?:but |and |so )?(?:(?:only |just )?(?:if|once|when|whenever|as soon as|unless|until|provided(?: that)?|assuming(?: that)?|should)(?: and when)? (?!(?:that|this|it)(?:'s| is) (?:ok|okay|fine|alright))(?:(?!(?:had|was|were|did|yesterday|last)(?![a-z]))[a-z']+ ){{1,5}}?(?:{_SURELY}|okays|approves?|greenlights?|green-lights?|agrees?|agree to|says? yes|signs? (?:it )?off|clears? it)|(?:[a-z']+ ){{1,3}}(?:(?:still |first )?(?:has|have|needs?) to|must(?: still| first)?) (?:[a-z']+ ){{0,3}}?{_SURELY}|(?:still )?(?:waiting (?:for|on)|awaiting|pending) (?:(?:the|a|an|our|my|his|her|their|final|official) )*{_SURELY})(?: [a-z']+){{0,5}}(?:{END}|(?= [0-9]))",
        "pending approval",
    ),
    ("green", r"(?<![a-z])green[ -]?light(?![a-z])", "go-ahead"),
    ("green", r"(?<![a-z])green-?lit(?![a-z])", "approved"),
    # Money that is left over.
    (
        "year|quarter|month|december|book|period|fy",
        rf"{START}(?=[^.;:!?\n0-9]*(?<![a-z]){_LEFT}(?![a-z]))(?=[^.;:!?\n0-9]*(?<![a-z]){_MONEY}(?![a-z]))(?![^.;:!?\n]*(?<![a-z])(?:deliver|finish|complet|train|runs? (?!out)|slot|window|gpu|job)[a-z]*)[a-z' -]+(?:, [a-z' -]+)? (?:before|by|until|till|at|prior to|with|ahead of) {_CLOSES}{END}",
        IDLE,
    ),
    # No exceptions.
    (
        "no ",
        r"(?<![a-z])(?:and |with |absolutely |there (?:is|are) |we have )*no (?:exceptions?|compromises?|wiggle[ -]?room|flexibility|leeway|negotiations?|discussions?|debate|concessions?|budging|two ways about it|ifs(?:,|,? (?:and|or|no))? ?(?:ands?(?:,|,? (?:and|or|no))? ?)?(?:no )?buts)(?: (?:whatsoever|at all|allowed|possible|permitted|made|please))*(?: (?:on|about|as to|regarding|here on))? ?(?=$|[,.;!)\n]|(?:the )?(?:soc|hipaa|iso|infiniband|ib|nvlink|region|uptime|[0-9.]+ ?%|three nines|four nines|in |not in |location|europe|us |price|limit|budget|cap|that|this|it))",
        "",
    ),
    ("without", r"(?:,? )without (?:any )?(?:exceptions?|compromises?|fail|question)(?= ?(?:[,.;!)\n]|$))", ""),
    (
        "negotia|up for",
        r"(?:,| and)? (?:(?:that's|that is|this is|is|are|it's) )?(?:absolutely |really |strictly )?(?:not (?:up for )?(?:negotiable|negotiation|discussion|debate)|non-?negotiable)(?= ?(?:[,.;!)\n]|$))",
        " firm",
    ),
    (
        "can't|cannot|won't|can not",
        r"(?:we|i) (?:can't|cannot|won't|can not|will not) (?:budge|bend|compromise|give(?: way)?|be flexible|move|negotiate|yield)(?: an inch)? on ",
        "",
    ),
    # Goods that are there, or gone.
    (
        "gone|sold|taken|available|run out|ran out|out of| out|used up|booked|snapped|to be had|stock|there|exhausted|scarce|spoken|no |none",
        rf"(?P<o>(?<= )or )(?P<b>(?:(?!(?:if|or|and)(?![a-z]))[^,.;:\n]){{4,60}}?),? {_ALL_GONE}{END}",
        "{o}{b}",
    ),
    (
        "gone|sold|taken|available|run out|ran out|out of| out|used up|booked|snapped|to be had|stock|there|exhausted|scarce|spoken|no |none",
        rf"{_BUYS}(?P<c>[,;]) (?:then |and |but )?(?P<b>[0-9](?:(?!(?:if|or|and)(?![a-z]))[^,.;:\n]){{3,60}}?),? {_ALL_GONE}{END}",
        "{a}{c} else {b}",
    ),
    (
        "gone|sold|taken|available|run out|ran out|out of| out|used up|booked|snapped|to be had|stock|there|exhausted|scarce|spoken|no |none",
        rf"(?P<o>(?<= )or(?: else)?),? {_ALL_GONE},?(?: then)?(?= [0-9])",
        "{o}",
    ),
    (
        "gone|sold|taken|available|run out|ran out|out of| out|used up|booked|snapped|to be had|stock|there|exhausted|scarce|spoken|no |none",
        rf"{_BUYS}(?P<c>[,;.])\s(?:but |and )?(?P<z>){_ALL_GONE}(?P<k>,?)(?: then)?(?: please)?(?= (?:[0-9]|an? |one |two |four |eight |sixteen ))",
        "{a}{c} otherwise{z}{k}",
    ),
    ("in ", rf"{_HAVE} (?P<p>(?:in|at) PLACE){_FALLBACK}", "{p}"),
    (
        "in ",
        r"(?:if (?:you|u|they)(?:'ve| have| got| can| could| do)* ?(?:(?:get|find|do|got|offer|source|supply|manage|place|fit|host) )?(?:them|any|it|some|those|these|that|enough|room|space|capacity|stock)(?: (?:available|free|left|spare|going))?|if (?:(?:they're|it's|they are|it is) )?available) in (?P<p>PLACE),? ?(?=[^\n]*(?<![a-z])(?:otherwise|else|if not|failing that)(?![a-z]))",
        "in {p}, ",
    ),
    (
        "if ",
        rf"if (?P<p>PLACE) (?:has|have|had|'s got|has got) (?:them|any|it|some|those|these|enough|room|space|capacity)(?: (?:available|free|left|spare))?{_FALLBACK}",
        "in {p}",
    ),
    ("if ", rf",? ?{_HAVE}{_FALLBACK}", ""),
    # A last word on what else is not wanted.
    (
        "no|none|nothing|skip|leave|drop|forget|omit|bother|don't|do not|neither",
        rf"(?P<c>(?<![a-z])(?:if|once|when|provided|as soon as|should)(?![a-z])[^\n]*?(?<![a-z])(?:fill(?:s|ed)?|clears?|cleared|executed?|executes|done|secured|succeeds?|goes? through|go through|in|get|got)(?![a-z])[^\n]*?)[,;.] ?(?:and |but )?(?:otherwise|else|or else|if not|failing that),? (?:please )?(?:(?:then )?no(?: the| any| those)? (?:(?P<x>PRODUCT)|[3-6]0[7-9]0)s?|none(?: of (?:them|those))?|nothing more|neither|no second (?:lot|order|leg)|skip (?:it|them|that|those)|leave (?:it|them|those)|(?:don't|do not) bother){END}",
        "{c}",
    ),
    (
        "skip|leave|drop|forget|omit|bother|don't|do not|cancel",
        rf"(?P<c>(?<![a-z])(?:if|once|when|provided|as soon as|should)(?![a-z])(?! we get [^\n]{{3,90}}?, also )[^\n]*?(?<![a-z])(?:fill(?:s|ed)?|clears?|cleared|executed?|executes|done|secured|succeeds?|goes? through|go through|in|get|got)(?![a-z])[^\n]*?(?<![a-z0-9])(?P<then>PRODUCT)(?![a-z0-9])[^\n]*?)[,;.] ?(?:and |but )?(?:otherwise|else|or else|if not|failing that),? (?:please )?(?:(?:then )?(?:leave|skip|drop|forget|omit|cancel)(?: out| about)?|(?:don't|do not|no need to) (?:bother(?: with)?|buy|get|take|want|need))(?: the| any| those)? (?P=then){END}",
        "{c}",
    ),
    # Places named by their kind.
    ("asian", rf"(?<![a-z])asian(?= {_KIND}(?![a-z]))", "asia"),
    ("north american", rf"(?<![a-z])north american(?= {_KIND}(?![a-z]))", "north america"),
    (
        "in ",
        rf"(?<![a-z])(?:any|every|all|a|some|the) {_KIND} (?:with)?in (?P<p>PLACE)(?= (?:{_OTHER})(?: (?:in|the))? )",
        "{p}",
    ),
    (
        "any|every|all| an? ",
        rf"(?:^|(?<=[ ,;:(]))(?:(?:in|at) )?(?:any|every|all|an?|some|the)(?: of the)? (?P<p>PLACE) {_KIND} (?:but|bar|save)(?: for| not)? (?P<q>(?:the )?PLACE)",
        "in {p} except {q}",
    ),
    (
        "any|every|all| an? ",
        rf"(?:^|(?<=[ ,;:(]))(?:(?:in|at) )?(?:any|every|all|an?|some)(?: of the)? (?P<p>PLACE) {_KIND}(?![a-z])(?!-)",
        "in {p}",
    ),
    (
        " us ",
        rf"(?:^|(?<=[ ,;:(]))(?:(?:in|at) )?(?:any|every|all|an?|some)(?: of the)? us {_KIND}(?![a-z])(?!-)",
        "in the usa",
    ),
    (
        "except|other|apart|aside|exclud|minus|outside|not|bar|save|besides|without|but",
        rf"(?<![a-z])(?P<p>PLACE) {_KIND}(?= {_OTHER} )",
        "{p}",
    ),
    # What the goods are for.
    (
        "for |to ",
        rf"(?<=[a-z0-9]) (?:for|to) (?:{_WORDS}){{0,5}}(?:(?:during|at|around|on|in|of|for) )?(?:the|our|a|an|this|tonight's|tomorrow's|their) (?:{_WORDS}){{0,3}}?{_SHOW}(?: (?:coverage|broadcast|night|weekend))?{END}",
        "",
    ),
    # Weekends of a month.
    ("weekend", rf"(?<![a-z])(?:every|each|all)(?: of the)? (?P<m>{MONTH}) weekends?(?![a-z])", "every weekend in {m}"),
    # A form's name for its product.
    (
        "order|request|requisition|booking|bid",
        rf"{START}(?:order|request|requisition|booking|bid)(?: item)? ?: ?(?P<g>PRODUCT)(?= ?[;,/|\n])",
        "product: {g}",
    ),
    # Prices whose unit stands apart from them.
    (
        "and |or ",
        rf"(?P<p>[0-9]) (?:and|or) (?:anything |everything )?(?:above|over|higher|upwards?|up),? (?P<u>{_PER})(?![a-z])",
        "{p} or more {u}",
    ),
    (
        "and |or ",
        rf"(?P<p>[0-9]) (?:and|or) (?:anything |everything )?(?:below|under|lower|down|downwards),? (?P<u>{_PER})(?![a-z])",
        "{p} or less {u}",
    ),
    (
        "from",
        rf"(?<![a-z])from (?P<p>\$?[0-9.]+)(?: usd)? (?:up|upwards?|on up|onwards?),? (?P<u>{_PER})(?![a-z])",
        "at least {p} {u}",
    ),
    (
        " is | are |'s ",
        rf"(?P<u>(?:[0-9]|cents|usd|dollars|bucks) ?{_UNIT}) (?:is|are|would be|'s) (?:what|all|as much as|as far as|where) (?:that )?(?![^,.;:!?\n]*(?<![a-z])(?:not|never|unless|if|less|more|least|start|sell|selling|ask|asking|last|paid|used|usually|others?|elsewhere|market|competitors?|everyone|rivals?|they|was|were)(?![a-z]))(?:(?:the|our|my|their|a|that) )?(?:[a-z']+ ?){{1,6}}{END}",
        "{u}",
    ),
    # Sums.
    (
        "outlay|disbursement",
        r"(?<![a-z])(?:total |overall |combined )?(?:outlay|disbursements?|spending outlay)(?: in (?:the )?aggregate)?(?= ?[:$0-9]| (?:is|of|up to|max|at most|no more))",
        "total",
    ),
    (
        "aggregate",
        r"(?P<p>\$[0-9,.]+k?) (?:is|as) (?:the|our|my|an) aggregate (?:limit|cap|maximum|ceiling|budget)(?![a-z])",
        "{p} total",
    ),
    (
        "aggregate",
        r"(?<![a-z])(?:in |on )?(?:the |an )?aggregate(?: of)?(?= (?:(?:price|cost|amount|value|spend|budget|charge|outlay|not|no more|at most|max|up to|under|below|must|cap|limit|is|\$|[0-9])|total))",
        "total",
    ),
    (
        "aggregate",
        r"(?<![a-z])(?:in (?:the )?aggregate|aggregate)(?![a-z])(?! (?:demand|throughput|bandwidth|memory|performance|capacity|of))",
        "in total",
    ),
    (
        "summed|added|put together|taken together",
        r"(?P<p>[0-9]),? (?:summed (?:up )?(?:over|across) (?:everything|all(?: of (?:it|them))?|both|the lot)|all added up|added up|when (?:all )?added up|taken together)(?![a-z])",
        "{p} in total",
    ),
    ("sel|seling", r"(?:^|(?<=[.!?\n] )|(?<=\n))(?:sel|seling|selll) (?=[0-9])", "sell "),
)
