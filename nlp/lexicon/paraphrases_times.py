"""Turns of phrase for when and how long, for how long a bid stands, and for taking something back."""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, START

DAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
CLOCK = r"(?:[0-9]{1,2}:[0-9]{2}(?::00)?(?: ?[ap]m)?z?|[0-9]{1,2} ?[ap]m|noon)"
_ISO = r"[0-9]{4}-[0-9]{2}-[0-9]{2}[t ][0-9]{2}:[0-9]{2}(?::00)?z?"
_DATE = rf"(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|{MONTH}\.? [0-9]{{1,2}}|[0-9]{{1,2}} {MONTH}|[0-9]{{1,2}}/[0-9]{{1,2}})"
MOMENT = rf"(?:(?:{DAY} )?{_DATE}(?:[ t,]+{CLOCK})?|{DAY} {CLOCK}|{CLOCK}|{DAY}(?! ?(?:night|morning|evening|afternoon)))(?: (?:utc|gmt|et|pt|ct|cet|kst|jst|est|pst))?"
_UNTIL = r"(?:up to and including|up (?:to|until)|until(?: the end of)?|till(?: the end of)?|til|through|thru|to|on|by|before)"
_NUMBER = r"(?:[0-9]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty|forty|fifty|sixty)"
_FINE = r"(?:ok(?:ay)?|fine|good|acceptable|allowed|no problem|possible|tolerable)"
_SPLIT = rf"(?:(?:the |these |those )?(?:hours|it|they|run|the run)? ?(?:can|may|could) be (?:split|broken)(?: up| apart)?|split(?:ting)?(?: it| them)?(?: up)?(?: is| are)? {_FINE}|scattered(?: hours| runs)?(?: is| are)? {_FINE}|(?:the )?hours (?:needn't|need not|don't have to|do not have to|don't need to|do not need to) be (?:consecutive|contiguous|continuous|back to back|together|adjacent|in one go)|(?:breaks|gaps|pauses)(?: in between)?(?: is| are)? {_FINE}|contigu(?:ous|ity)(?: is| run)? ?(?:not (?:required|needed|necessary)|unnecessary)|no need for (?:contiguous|consecutive|continuous) (?:hours|runs?)|contiguous ?[:=] ?(?:no|false|n|off)|(?:not necessarily|doesn't have to be|need not be|does not have to be|doesn't need to be) (?:one|a single|in one) (?:run|block|go|stretch|piece)|in (?:several|multiple|more than one|two|a few|separate) (?:runs?|pieces?|chunks?|blocks?|parts?|sessions?)(?: is| are)? {_FINE})"
_UNFILLED = r"(?:(?:it|this|they|the (?:order|bid))(?:'s| is| has|'re| are)? )?(?:still )?(?:not (?:been )?(?:filled|done|executed|matched|cleared)|unfilled|isn't filled|hasn't (?:been )?filled|hasn't cleared|not through)"

TIMES: tuple[tuple[str, str, str], ...] = (
    # Keys of forms, and what parts the cells of a line.
    (
        "start|end|begin",
        r"(?<![a-z])(?P<k>start|end)(?:ing)?[_ ](?:time|date|at|ts|datetime|date ?/ ?time)(?: \([a-z ]{2,20}\))?(?= ?[:=])",
        "{k}",
    ),
    ("//", r"(?<= )//(?= )", ","),
    # Ranges.
    (
        " / ",
        rf"(?P<d>(?<![a-z0-9])(?:{DAY},? )?(?:{_DATE}|{DAY})(?:,? [0-9]{{4}})?) / (?P<a>[0-2]?[0-9](?::[0-5][0-9])?) ?- ?(?P<b>[0-2]?[0-9](?::[0-5][0-9])?)(?= (?:/|,)|$|\n)",
        "{d} from {a} to {b}",
    ),
    (
        "between the hours of|between hours",
        r"between (?:the )?hours(?: of)? (?P<a>[0-9]{1,2}(?::[0-9]{2})?(?: ?[ap]m)?) and (?P<b>[0-9]{1,2}(?::[0-9]{2})?(?: ?[ap]m)?)(?![0-9a-z])",
        "{a}-{b}",
    ),
    (">|→|..", rf"(?<![a-z0-9:])(?P<a>{MOMENT}) ?(?:-+>|=+>|→|>>|\.\.+) ?(?P<b>{MOMENT})(?![a-z0-9])", "{a} to {b}"),
    ("/|:", rf"(?<![a-z0-9:])(?P<a>{_ISO}) ?[/|] ?(?P<b>{_ISO})(?![a-z0-9])", "{a} to {b}"),
    (
        "including|through to",
        r"(?<![a-z])(?:(?:right |all the way )?through to|up to and including|(?:to|until|till) and including)(?= )",
        "through",
    ),
    (
        "day,|mon,|tue,|wed,|thu,|fri,|sat,|sun,",
        rf"(?<![a-z])(?P<a>{DAY}), (?P<c>{CLOCK}),? (?:to|until|till|-|through) (?P<b>{DAY}), (?P<d>{CLOCK})(?![a-z0-9])",
        "{a} {c} to {b} {d}",
    ),
    (
        "finish",
        rf"(?<![a-z])(?P<a>start(?:s|ing)?(?: on| at)? {MOMENT}),? (?:and )?finish(?:es|ing)?(?= )",
        "{a}, end",
    ),
    (
        "00|30|15|45",
        rf"(?<![a-z0-9])(?P<w>{DAY},? )(?P<i>[01][0-9]|2[0-3])(?P<j>[0-5][05]) ?(?:to|until|till|-|–) ?(?P<d>(?:{DAY},? )?)(?P<h>[01][0-9]|2[0-3])(?P<m>[0-5][05])(?![0-9a-z:])(?! ?(?:x |gpus?|cards?|tokens?|[a-z]{{1,3}}[0-9]))",
        "{w}{i}:{j} to {d}{h}:{m}",
    ),
    (
        "00|30|15|45",
        rf"(?<![a-z0-9])(?P<a>(?:{DAY} )?(?:[01][0-9]|2[0-3])[0-5][05]) ?(?:to|until|till|-) ?(?P<d>(?:{DAY} )?)(?P<h>[01][0-9]|2[0-3])(?P<m>[0-5][05])(?![0-9a-z:])(?! ?(?:x |gpus?|cards?|tokens?|[a-z]{{1,3}}[0-9]))",
        "{a} to {d}{h}:{m}",
    ),
    (
        "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
        rf"(?<![a-z])(?P<wa>{DAY}) (?P<a>[0-9]{{1,2}})(?:st|nd|rd|th)? ?(?:-|to|until|till|through) ?(?P<wb>{DAY}) (?P<b>[0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m>{MONTH})(?![a-z])",
        "{wa} {a} {m} to {wb} {b} {m}",
    ),
    (
        "in the morning",
        r"(?P<a>[0-9]{1,2}:[0-9]{2} ?(?:until|till|to|through|-) ?(?:the next day |next day )?(?:0?[0-9]|1[01]):[0-9]{2}) in the (?:next |following )?morning",
        "{a}",
    ),
    ("same day", rf"(?P<a>(?:until|till|to|through) {CLOCK}) (?:on )?(?:the )?same day(?! as)", "{a}"),
    ("h", r"(?<![a-z])(?P<u>until|till) (?P<h>[01]?[0-9]|2[0-3])h(?![a-z0-9])", "{u} {h}:00"),
    (
        "h",
        r"(?<![a-z])(?P<u>from|starting|at) (?P<d>tomorrow|today) (?P<h>1[3-9]|2[0-3])h(?![a-z0-9])",
        "{u} {d} {h}:00",
    ),
    # The hours said before, on another day.
    (
        "same ",
        rf"(?<![a-z])(?P<d>{DAY}|tomorrow) (?:night|evening|afternoon|morning)(?P<s>,? (?:at |for |during |in |and )?(?:the )?same (?:hours|times?|window|slot))(?![a-z])(?! as)",
        "{d}{s}",
    ),
    (
        "same ",
        rf"(?<![a-z])(?P<s>(?:the )?same (?:hours|times?|window|slot)),? (?P<d>(?:on |next )?(?:{DAY}|tomorrow)) (?:night|evening|afternoon|morning)(?![a-z])",
        "{s} {d}",
    ),
    (
        "same start",
        r"(?<![a-z])(?:the )?same start(?: time)?(?:,| and) (?:the )?(?:same )?(?:length|duration|end(?: time)?)(?![a-z])",
        "same hours",
    ),
    ("h", r"(?<![0-9:-])(?P<a>[01]?[0-9]|2[0-3]) ?- ?(?P<b>1[3-9]|2[0-4])h(?![a-z0-9])", "{a}:00-{b}:00"),
    # Hours and days.
    ("point", r"(?<=hours )at any point(?: (?:on|in|during))?(?= )", "any time"),
    (
        "solid|unbroken",
        rf"(?<![a-z0-9])(?P<n>{_NUMBER}) (?:solid|unbroken) (?P<u>hours?|hrs?)(?![a-z])",
        "{n} straight {u}",
    ),
    (
        "at a stretch|on the trot",
        r"(?P<u>hours?|hrs?|[0-9]h) (?:at a stretch|on the trot|on end)(?![a-z])",
        "{u} straight",
    ),
    (
        "runtime|run time|wall",
        r"(?P<u>hours?|hrs?|[0-9]h) of (?:runtime|run time|wall[- ]?(?:clock|time)(?: time)?|running time)(?![a-z])",
        "{u}",
    ),
    (
        "split|broken|scattered|consecutive|contigu|continuous|gaps|breaks|pauses|back to back|run|piece|chunk|block|part|session",
        rf"(?P<x>(?:hours?|hrs?|[0-9]h)(?![a-z])[^\n]*?[,;.(] ?(?:and |but |so |hence )?)(?:{_SPLIT}){END}",
        "{x}not necessarily contiguous",
    ),
    (
        "gpu time",
        r"(?<![0-9.])(?P<n>[0-9][0-9,]*) hours of (?P<g>PRODUCT) (?:gpu )?time(?![a-z])|(?<![0-9.])(?P<n>[0-9][0-9,]*) hours of gpu time on (?P<g>PRODUCT)(?![a-z0-9])",
        "{n} gpu-hours of {g}",
    ),
    (
        "hours a |hours per |hours each |hours every |hour a |hours/",
        r"(?P<h>(?:gpu|card|node|(?P<g>PRODUCT))[- ]?hours?) ?(?:a|per|each|every|/) ?(?:day|night|week|weekday|weekend|month)(?![a-z])",
        "{h} spread evenly",
    ),
    (
        "concurrency|width|parallelism",
        r"(?<![a-z])(?:(?:max(?:imum)?|peak) )?(?:concurrency|width|parallelism)(?: of| max| is|:| =)? ?(?P<n>[0-9]{1,5})(?![0-9.])",
        "max {n} at a time",
    ),
    (
        "concurrent",
        r"(?<![0-9])(?P<n>[0-9]{1,5}) concurrent (?:gpus?|cards?)(?: max(?:imum)?| at most| tops)",
        "max {n} at a time",
    ),
    (
        "running at once",
        r"(?P<u>gpus?|cards?) (?:running|in use|going|active) (?P<v>at once|at a time|in parallel|at the same time)",
        "{u} {v}",
    ),
    (
        "given time|moment|point in time",
        r"(?<![a-z])at any (?:given (?:time|moment)|moment|point in time|single time)(?![a-z])",
        "at any one time",
    ),
    ("total of", r"for a total of (?=[0-9]{1,4} ?(?:hours|hrs|h|days)(?![a-z]))", "for "),
    (
        "full|whole|entire|complete|calendar|solid",
        rf"(?<![a-z0-9])(?P<n>{_NUMBER}) (?:full|whole|entire|complete|calendar|solid) (?P<u>days?|weeks?|months?)(?![a-z])",
        "{n} {u}",
    ),
    (
        "full|whole|entire|complete|solid",
        r"(?<![a-z])for (?:an? )(?:full|whole|entire|complete|solid) (?P<u>week|day|month|hour)(?![a-z])",
        "for 1 {u}",
    ),
    (
        "effect",
        r"(?<![a-z])(?:with effect (?:from|on)|effective(?: from| as of| on)?)(?= (?:tomorrow|today|tonight|[0-9]|next |mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
        "from",
    ),
    (
        "live",
        rf"(?<![a-z])(?<!we )(?<!i )(?<!'ll )(?<!'re )(?<!we go )(?<!i go )(?<!'ll go )(?:going live|go live|live)(?: from| on| at)?(?= (?:tomorrow|today|tonight|{DAY} |{_DATE}))",
        "starting",
    ),
    (
        "when|time|hours|start|whenever|timing|point|slot",
        rf"{START}(?:and |but |so )?(?:(?:it |that |this )?(?:does not|doesn't|doesnt|do not|don't) (?:really |much )?matter(?: to (?:us|me))? (?:exactly )?(?:when|what time|at what time|which time)(?: exactly)?(?: (?:it (?:starts|runs|is)|they (?:start|run)|you start|in (?:the|that) (?:day|week|window)))?|no matter (?:when|what time)(?: exactly)?|(?:i|we) (?:do not|don't|dont|really don't) (?:mind|care)(?: about)? (?:exactly )?(?:when|what time|the (?:exact )?(?:time|timing))(?: exactly)?(?: (?:it (?:starts|runs|is)|they (?:start|run)|you start))?|(?:the )?(?:exact |precise )?(?:time|timing|times|start(?: time)?|start hour|slot)(?: within (?:that|it|the (?:day|week|window)))? (?:does not|doesn't|do not|don't) (?:really )?matter|(?:the )?(?:exact |precise )?(?:start(?: time)?|start hour|timing|time)(?:'s| is| are)? (?:up to you|your (?:choice|call|pick)|flexible|open|whenever(?: (?:suits|works))?|at your discretion|free)(?: within (?:that|it|the (?:day|week|window)))?|you (?:pick|choose|decide(?: on)?) (?:the )?(?:exact )?(?:time|start(?: time)?|slot|when)|any (?:start(?: time)?|time|slot)(?: (?:of (?:the|that) day|within (?:that|it|the (?:day|week|window))|is|are|will do|works?|suits?|fine|ok(?:ay)?|good|do))*|at any point|whenever(?: (?:works|suits(?: you)?|you like|is fine|in (?:the|that) (?:day|week|window)))?){END}",
        "any time",
    ),
    # Calendar.
    (
        "tomorrow, |today, |tonight, ",
        rf"(?<![a-z])(?P<t>tomorrow|today), (?P<d>{DAY})(?![a-z])(?! (?:and|or|night|morning|afternoon|evening|to|through)|, ?(?:and|or|{DAY})|/|-)",
        "{t} ({d})",
    ),
    (
        "next calendar week|next week in full|all week|full week",
        r"(?<![a-z])next (?:calendar week|week in full|full week|week,? all week)(?![a-z])|(?<![a-z])(?:all week|the (?:full|whole|entire) week),? next week(?![a-z])",
        "next week",
    ),
    (
        "week ",
        rf"(?<![a-z])(?:for )?(?:the )?week (?:commencing|starting|beginning|from)(?: on)? (?:mon(?:day)?,? )(?P<d>{_DATE})",
        "week of {d}",
    ),
    (
        "month of",
        rf"(?<![a-z])(?:for |in |during )?(?:the )?(?:(?:whole|entire|complete|full|calendar) )*month of (?={MONTH}(?![a-z]))",
        "all of ",
    ),
    ("end ", rf"(?<![a-z])(?P<u>until|till|to|through|by) end (?={MONTH}(?![a-z]))", "{u} the end of "),
    (
        "rest of",
        r"(?<![a-z])(?P<f>from [a-z0-9: ]{2,24}) for the (?:rest|remainder) of the (?P<m>month|week)(?![a-z])",
        "{f} until the end of the {m}",
    ),
    ("'s end", r"(?<![a-z])(?:the )?(?P<m>month|week|year)'s end(?![a-z])", "the end of the {m}"),
    # Zones.
    (
        "pacific",
        rf"(?P<c>{CLOCK}),? \(?(?:us )?pacific(?: standard| daylight)?(?: time)?\)?(?![a-z-]| (?:region|coast|north))",
        "{c} pt",
    ),
    (
        "eastern",
        rf"(?P<c>{CLOCK}),? \(?(?:us )?eastern(?: standard| daylight)?(?: time)?\)?(?![a-z-]| (?:region|coast|europe))",
        "{c} et",
    ),
    (
        "central",
        rf"(?P<c>{CLOCK}),? \(?(?:us )?central(?: standard| daylight)?(?: time)?\)?(?![a-z-]| (?:region|europe|asia))",
        "{c} ct",
    ),
    ("mountain", rf"(?P<c>{CLOCK}),? \(?(?:us )?mountain(?: standard| daylight)?(?: time)?\)?(?![a-z-])", "{c} mt"),
    # How long a bid stands.
    (
        "keep|leave|hold",
        rf"(?<![a-z])(?:please )?(?:keep|leave|hold) (?:it|this|that|(?:the|my|our|this) (?:bid|order|offer|request)) (?:open|up|in|live|working|active|standing|there|running|valid|on the book|in the book|in the market) {_UNTIL}(?= )",
        "good until",
    ),
    (
        "work",
        rf"{START}(?:please )?work(?:ing)?(?: (?:it|this|(?:the|my|our|this) (?:order|bid)))? (?:until|till|through|thru)(?= )",
        "good until",
    ),
    (
        "gtd|tif|time in force|time-in-force",
        rf"(?<![a-z])(?:(?:tif|time[ -]in[ -]force) ?[:=]? ?)(?:gtd|good (?:till|til|until)(?: date)?|until|till) ?:? ?(?={DAY}|[0-9]|{MONTH}|tomorrow|today)|(?<![a-z])(?:gtd|good[- ]till[- ]date|good[- ]til[- ]date) ?[:=]? ?(?={DAY}|[0-9]|{MONTH}|tomorrow|today)",
        "good until ",
    ),
    (
        "expiry|expiration|validity|good_until|valid_until|good until|valid until",
        r"(?<![a-z])(?:(?:bid|order|offer) )?(?:expiry|expiration)(?: (?:date|time))? ?[:=]? ?(?=[a-z0-9])(?!is|of)|(?<![a-z])(?:(?:bid|order|offer) )?validity ?[:=]? ?(?:until |till |through |to |up to )?(?=[a-z0-9])(?!of|is|period|for|[0-9]+ ?(?:h|d|hours|days))|(?<![a-z])(?:good|valid)[_ ](?:until|till) ?[:=] ?",
        "good until ",
    ),
    (
        "cancel|kill|pull|withdraw|drop|scrap|lapse|void",
        rf"(?<![a-z])(?:please )?(?:cancel|kill|pull|withdraw|drop|scrap|lapse|void)(?: (?:it|this|(?:the|my|our|this) (?:order|bid)))? (?:if|when|where) {_UNFILLED} by(?= )|(?<![a-z])(?:please )?lapse (?:it|this|the (?:order|bid)) after(?= )",
        "good until",
    ),
    (
        "stays",
        rf"(?<![a-z])(?:(?:the|this|my|our) )?(?:order|bid|offer) (?:stays|remains|is to stay|should stay) (?:in|open|live|up|good|working) {_UNTIL}(?= )",
        "good until",
    ),
    (
        "acceptance",
        rf"(?<![a-z])(?:(?:the|this|my|our) )?(?:(?:order|bid|offer) )?(?:(?:is|shall be|stays|remains?|shall remain) )?open for acceptance {_UNTIL}(?= )",
        "good until",
    ),
    # Taken back.
    (
        "mistake|error|hang on|hold on|typo|meant|should|better|say|pardon|apologies|excuse|change|second thought|nah|wait sorry|uh|um|make",
        rf"(?P<n>(?<![a-z0-9.]){_NUMBER})(?:,|\.\.+| -|;)? (?:(?:my (?:mistake|error|bad)|hang on|hold on|typo|that (?:should|ought to) (?:be|read|say)|should (?:be|read|say|have been)|(?:i )?meant(?: to say)?|better(?: make it)?|let's (?:say|make it)|pardon(?: me)?|apologies|excuse me|change (?:that|it) to|on second thoughts?|nah|wait sorry|uh+|um+|erm?),? )+(?:make (?:it|that) )?(?={_NUMBER}(?![0-9a-z:.])(?! ?(?:hours?|hrs?|days?|weeks?|nights?|am|pm)(?![a-z])))",
        "{n}, sorry, ",
    ),
    (
        "typo",
        rf"(?P<n>(?<![a-z0-9.]){_NUMBER}) \((?:typo|my mistake|apologies),? (?={_NUMBER}(?![0-9a-z:.]))",
        "{n} (sorry, ",
    ),
)
