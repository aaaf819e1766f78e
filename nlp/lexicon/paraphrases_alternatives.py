"""Which lots of a request stand for each other and which belong together, said by headings, counts and names; and prices
said of the lot that comes of a choice.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.lot_names import PART_NOUNS
from nlp.lexicon.paraphrases_structure import END, IDLE, START

_COUNT = r"(?:[0-9]{1,5}|an?|one|two|three|four|six|eight|ten|twelve|sixteen|twenty|thirty|forty)"
_FILLED = r"(?:booked|filled|awarded|granted|reserved|bought|taken|purchased|executed|allocated|allotted|accepted|placed|chosen|picked|selected|fulfilled|cleared|won)"
_DUE = r"(?: (?:is|are|should|must|shall|needs?|has|have|can|may|will|both|all|only|to|be|being))+"
_WHOSE = r"(?:client|customer|team|group|desk|account|project|user|department|dept|fund|portfolio|tenant|lab|squad|unit|studio|show|office|campaign|workstream|counterparty)"
_NEEDED = r"(?:required|needed|wanted|a must|musts|mandatory|necessary|essential|indispensable|must-haves?)"
_CASE = r"(?:(?:but |and |so )?(?:if|should|when|where|in (?:the )?(?:case|event)(?: of)?|were))"
_FALLS = r"(?:(?:'s| is| be| are| were|'re| turns? out(?: to be)?| ends? up(?: being| with)?| comes? (?:to|down to)| do| can| gets?| gives?| us| me| goes? (?:with|for)| fills?| picks?| chooses?| lands?(?: on)?| finds?| falls? on| settles? on| offers?| have| takes?)*)"
_PAID = r"(?:(?:we|i)(?:'d|'ll| would| will| can| could)? (?:only |happily )?(?:pay|go|bid|offer|spend|give|do)(?: to)? |the (?:limit|cap|max(?:imum)?|ceiling|price|rate) is |it's |make it |then |at )*"
_BOUND = r"(?:at (?:the )?(?:very )?most|max(?:imum)?|tops|top|limit|cap|or less|or below|ceiling)"
_MONEY = r"(?:\$|usd )?[0-9][0-9,]*(?:\.[0-9]+)?(?: ?(?:usd|dollars?|bucks|cents|c))?(?: ?(?:/|per |an? )(?: ?[a-z-]+){1,3}?)?"
_PRICE = rf"{_PAID}(?:(?:up to|at most|max(?:imum)?(?: of)?|no more than|not more than|not over|as much as|limit|cap|ceiling)(?: of| is|:)? {_MONEY}|{_MONEY} {_BOUND}|(?:\$|usd )[0-9][0-9.,]*|[0-9]\.[0-9]{{1,2}})(?:(?: ?(?:/|per |an? ))[a-z -]{{1,14}})?"
_NEXT = r"(?=[ ]?(?:[;.!\n]|$|,? (?:and |but )?(?:if|with|for|in case|should|on|when)(?![a-z])))"
_PARTS_TOLD = rf"(?:{PART_NOUNS}|nights|days|evenings|mornings|afternoons|weekends|weeks|sites|places|cities|regions)"

ALTERNATIVES: tuple[tuple[str, str, str], ...] = (
    # A price in the label of a package is one of all that it holds.
    (
        "package|route|option|plan|variant|bundle|scenario|alternative",
        r"(?P<l>(?<![a-z])(?:package|route|option|plan|variant|bundle|scenario|alternative) (?:one|two|three|[1-3a-c]))(?:,| -| at| for|,? \() ?(?P<m>\$ ?[0-9][0-9,.]*k?)(?: (?:at most|max|tops))*(?: (?:all[- ]in|in total|total|altogether|in all|for everything|all told))+\)? ?: ?(?P<b>[^.;:\n$]{6,160}?(?:[0-9][.:][0-9][^.;:\n$]{0,80}?)*)(?=[.;\n]|$)",
        "{l}: {b}, total {m}",
    ),
    (
        "package|route|option|plan|variant|bundle|scenario|alternative",
        r"(?P<l>(?<![a-z])(?:package|route|option|plan|variant|bundle|scenario|alternative) (?:one|two|three|[1-3a-c]))(?:,| -| at| for|,? \() ?(?P<m>\$ ?[0-9][0-9,.]*k?)(?: (?:at most|max|tops))*\)? ?: ?(?P<b>[^.;:\n$]{6,160}?(?:[0-9][.:][0-9][^.;:\n$]{0,80}?)*)(?=[.;\n]|$)",
        "{l}: {b}, {m}",
    ),
    (
        "package only|route only|option only|plan only|variant only|bundle only|scenario only|alternative only",
        r"(?:(?<=[.;:\n] )|(?<=\n))(?:just |only |exactly )?one (?:package|route|option|plan|variant|bundle|scenario|alternative) only(?= ?[.;:,\n]|$)",
        "only one of these",
    ),
    (
        "just one|only one|take one|exactly one|need one",
        r"(?<![a-z])(?:we|i)(?:'ll| will|'d| would| want to| are going to)? (?:take|buy|want|need|pick|award|choose|go for) (?:just |only |exactly )?one (?:package|route|option|plan|variant|bundle|scenario|alternative)(?: only)?(?= ?[.;:,\n]|$)",
        "only one of these",
    ),
    (
        "routes|packages|options|plans|variants|bundles|scenarios|alternatives",
        r"(?<![a-z])there are (?P<n>two|three|four) (?:possible )?(?:routes|packages|options|plans|variants|bundles|scenarios|alternatives) and (?:we|i)(?:'ll| will| want to| would)? (?:take|need|buy|want|pick) (?:just |only |exactly )?one(?: of them)?(?= ?[.;:,\n]|$)",
        "one of these",
    ),
    # A ranked choice whose label says again when it counts.
    (
        "choice|preference|option|priority|pick",
        r"(?P<l>(?<![a-z])(?:[1-9](?:st|nd|rd|th)|first|second|third|fourth|last) (?:choice|preference|option|priority|pick)),? \(?(?:only )?(?:if|should|when|in case) (?:there (?:are|is|be) (?:none|nothing)(?: left| of (?:those|them|that))?|none(?: (?:are|is))?(?: (?:available|left|to be had))?|(?:that|it|this|they|those|these|the (?:first|second|above)(?: one| two)?)(?:'s|'re)?(?: (?:is|are|should|also|too|both))* ?(?:fails?|falls? through|gone|taken|unavailable|not available|sold out|out|not possible|impossible|doesn't work(?: out)?|don't work(?: out)?|can't be (?:had|done|filled))|unavailable|not available|sold out|not possible)(?: (?:too|as well|either|also))?\)?(?= ?:)",
        "{l}",
    ),
    (
        "one",
        rf"{START}(?:please |but |and )*(?:(?:only|just|exactly) one(?: of (?:them|these|those|the (?:two|three|four)(?: {PART_NOUNS})?))?|one of (?:them|these|those|the (?:two|three|four)))(?: {PART_NOUNS}| option| alternative)?{_DUE} {_FILLED}(?: please)?{END}",
        "only one of them",
    ),
    (
        "alternativ|exclu|either|substitute|interchangeable|rule each other out",
        rf"{START}(?:please note (?:that )?|note (?:that )?|and |but )*(?:these|they|those|both|all|which|the (?:two|three|four|above|{PART_NOUNS}))(?: (?:two|three|four))?(?: of (?:them|these))?(?: {PART_NOUNS})?(?: (?:are|'re|is|be|being|should|must|meant|intended|to|treated|considered|understood|seen|given|offered|as|just|only|strictly|all|both|mere|mutual|real|true|simple)|'re)* (?:(?:mutually )?exclusive|alternatives?(?: (?:to|of) (?:each other|one another))?|either[ -]or|substitutes(?: for (?:each other|one another))?|interchangeable|(?:mutually )?exclude (?:each other|one another)|rule (?:each other|one another) out){END}(?! ?:)",
        "only one of them",
    ),
    (
        "both",
        rf"{START}(?:please |but |and )*(?:(?:do not|don't|never|must not|(?:we|i)(?: really)? (?:do not|don't|can't|cannot|won't|must not|wouldn't)) (?:award|fill|book|give|take|execute|buy|place|need|want|use|have|afford)(?: us| me)?|(?:certainly |definitely )?(?:never|not)) both(?: of (?:them|these|those)| {PART_NOUNS})?(?: at once| though| please)*{END}(?! ?:)",
        "only one of them",
    ),
    (
        "one",
        rf"{START}(?:please |but |and )*(?:award|fill|book|take|execute|accept|grant|place|give (?:us|me)|allocate|buy) (?:at most|no more than|not more than|only|just|a maximum of|max(?:imum)?) one(?: of (?:them|these|those|the (?:two|three|four)))?{END}(?! ?:)",
        "only one of them",
    ),
    (
        "both",
        r"(?P<k>(?<![a-z])(?:either|one) of (?:these|the following|those)),? (?:but )?(?:never|not) both(?= ?:)",
        "one of these",
    ),
    (
        "one |two |three ",
        rf"{START}(?:but |and )?(?P<q>(?:only |just |any |exactly )*(?P<n>one|two|three))(?: (?:days?|nights?|evenings?|mornings?|afternoons?|dates?|slots?|weekends?|windows?|options?))? (?:out )?of the (?P<m>two|three|four|five)(?: (?:days|nights|options|dates))?(?: only)?{END}",
        "any {n} of the {m}",
    ),
    (
        "split|spread|divided|shared",
        rf"{START}(?:but |and )?(?:please )?(?:not|never|no) (?:(?:one |an? )?(?:lot |order |block )?)(?:split|spread|divided|shared) (?:across|between|over|among) (?:the )?(?:two|both|three)(?: (?:sites|cities|places|regions|locations|data ?cent(?:er|re)s|of them))?{END}",
        IDLE,
    ),
    (
        "spread|split",
        r"(?<=[,;.] )or (?:(?:else )?(?:we |you )?(?:can |could |may )?)(?:spread|split)(?: (?:it|them|this|that))?(?: (?:up|out))?(?: (?:over|across|into|in) (?:two|three|2|3) (?:days|nights|parts|halves|lots|evenings))? ?:(?= )",
        "or",
    ),
    (
        "batch|lot of|number of|block of|set of|quantity of",
        r"(?<![a-z])an? (?:larger|bigger|smaller|greater|lesser) (?:batch|lot|number|block|set|quantity) of (?P<g>PRODUCT)(?= ?\([1-9])",
        "the {g}",
    ),
    (
        "whichever two|whichever three|whichever 2|whichever 3|two that|three that",
        rf"(?<=[a-z0-9])(?:,| -|;) (?:just |only |any )?(?:whichever (?P<n>two|three|[23])(?: of (?:them|these|those))?(?: {_PARTS_TOLD})?(?: best)? (?:suits?|works?|fits?|clears?|fills?|comes?|are (?:free|available|open|cheapest)|you (?:have|can (?:do|find|get|offer)))(?: (?:you|us|best|first))*|(?:the|those) (?P<n>two|three|[23]) that (?:suit|work|fit|clear|fill)(?: (?:you|us|best))*){END}",
        ", any {n} of these",
    ),
    # What belongs together.
    (
        "both|all|two|three",
        rf"{START}(?:please note |note that |but |and )*(?:both|all|(?:the|all) (?:two|three|four))(?: of (?:them|these|those))?(?: the| these| those| two| three)?(?: {PART_NOUNS})?(?:{_DUE} (?:{_FILLED}|{_NEEDED})|(?: is| are)? {_NEEDED})(?: together| jointly| at once| or neither| or none| please| for (?:us|me))*(?=,? and | ?(?:[.,;:!?)\n—]|$| -(?= )))",
        "both or neither",
    ),
    (
        "both|all",
        rf"{START}(?:please |but |and )*(?:(?:we|i)(?:'d| would|'ll)? )?(?:really |absolutely )?(?:need|want|require|must have|have to have|needing)(?: to (?:have|get))? (?:both|all(?: (?:two|three|four))?)(?: of)?(?: the| these| those)? {PART_NOUNS}(?: filled| together| please| or neither| or none)*{END}",
        "both or neither",
    ),
    (
        "or none|or nothing|or neither",
        rf"{START}(?:but |and )?(?:(?:(?:we|i)(?:'d| would|'ll)? )?(?:need|want|take|like|require|fill|award|book) )?(?:the )?(?:two|three|four|pair)(?: of (?:them|these|those))?(?: together)? or (?:none|nothing|neither)(?: of (?:them|these|those))?(?: at all)?{END}",
        "both or neither",
    ),
    (
        "or none|or nothing|or neither|or no |or it |or not|or we |or there|or don't|or forget",
        rf"{START}(?:but |and )?(?:it's |make it )?(?:(?:the|all|both|all the) (?:two|three|four)? ?{_PARTS_TOLD}|(?:both|all (?:two|three|four))|(?:two|three|four) (?:legs|parts|halves|sides)) or (?:none(?: at all)?|nothing|neither|(?:(?:there|it)(?:'s| is|'d be| would be) )?no (?:trade|deal|order|sale|buy|business|go|point|sense|use)(?: (?:in it|at all|to (?:us|me)))*|not at all|don't bother|forget it|(?:it|this|that)(?:'s| is|) ?(?:isn't|is not|not|ain't|no) (?:an? |much of an? |worth )?[a-z]+(?: [a-z]+)?|(?:we|i) (?:don't|won't|do not|will not) (?:trade|deal|buy|bother|run|do it)(?: at all)?){END}",
        "both or neither",
    ),
    (
        "pair|package|bundle|unit|set",
        r"(?P<k>(?<![a-z])(?:all or (?:none|nothing)|both or (?:neither|none|nothing))),? as (?:a|one) (?:pair|package|bundle|unit|set)(?![a-z])",
        "{k}",
    ),
    ("separately", rf"(?:,? (?:and|plus)|,) (?:then )?separately,?(?= {_COUNT} )", " and"),
    ("separately", rf"{START}separately,?(?= {_COUNT} )", "also"),
    # Whose lot it is.
    (
        "client|customer|team|group|desk|account|project|user|dep|fund|portfolio|tenant|lab|squad|unit|studio|show|office|campaign|workstream|counterparty",
        rf"{START}(?:and )?(?:(?:(?:an?|the|our|my|another|second|first) )?(?:bid|order|request|lot|offer|booking|purchase|buy)s? )?(?:(?:for|on behalf of|from) )?(?:the |our )?{_WHOSE} (?:no\.? ?|# ?)?(?:[a-z]|one|two|three|four|[0-9]{{1,6}}) ?(?=:)",
        IDLE,
    ),
    # A price said of the lot that comes of a choice.
    (
        "if |should|when|where|case|event",
        rf"{START}(?:in the (?P<g>PRODUCT) case|{_CASE}(?: (?:it|that|this|you|we|they|the (?:choice|award|fill)))?{_FALLS}(?: of)? ?(?:by |with |on )?(?:the |those |an? )?(?P<g>PRODUCT)(?: (?:ones?|option|lot|route|cards?))?)[,:]? (?P<p>{_PRICE}){_NEXT}",
        f"{IDLE} {{g}}, {{p}}",
    ),
    (
        " if ",
        r"(?P<p>(?<![a-z0-9.])(?:(?:up to|at most|max(?:imum)?|no more than|limit|cap)(?: of| is|:)? )?(?:\$|usd )?[0-9]+\.[0-9]{1,2}(?: (?:max|tops|at most))?) if (?:(?:it's|it is|we get|you give us|you pick|it turns out to be|it comes to|it falls on) )?(?:the )?(?P<g>PRODUCT)(?=[ ]?(?:[.;,!\n]|$| and (?:max |up to |\$)?[0-9]))",
        "{p} for the {g}",
    ),
    (
        "with the",
        rf"(?P<k>[,;] )(?:and )?with the (?P<g>PRODUCT),? (?P<p>{_PRICE}){_NEXT}",
        f"{{k}}{IDLE} {{g}}, {{p}}",
    ),
)
