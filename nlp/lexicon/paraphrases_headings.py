"""Turns of phrase for how an order is headed: the names of forms and tickets, a number of the items that is wanted with
the day of them all, and what is swapped.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, IDLE, START
from nlp.lexicon.paraphrases_times import DAY, MONTH

_PAPER = r"(?:form|sheet|ticket|slip|card|note|notice|template|instruction|docket|intake|memo)"
_OF = r"(?:(?:gpu|compute|capacity|cloud|hardware|resource|vendor|supplier|seller|buyer|customer|client|partner|internal|lab|trade|trading|deal|order|booking|purchase|procurement|reservation|rental|request|intake|requisition|sales?|sell|buy|offer|bid|quote|lease|standing) )"
_NUMBERED = r"(?: ?(?:no\.?|number|nr\.?|#|id)? ?#?[a-z]{0,4}-?[0-9]{1,8}(?:[-/][a-z0-9]{1,10}){0,3})?"
_LINE = r"(?:^|(?<=\n))"
_DAY = r"(?:(?:next |this )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?: (?:night|morning|afternoon|evening))?|tomorrow(?: night| morning)?|tonight|next week(?:end)?|this weekend|(?:[0-9]{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: [0-9]{1,2})?)"
_PICK = r"(?:(?:please )?(?:pick|choose|select|take|(?:give|get) (?:me|us)|(?:i|we)(?:'d| would)? (?:need|want|like|take)) )"
_SMALL = r"(?P<n>one|two|three|four|five|[1-5])"
_ANY = r"(?:any|exactly|just|only)"
_ALL = r"(?:(?:all|both|each|everything|every one|all of them|both of them)(?: of (?:them|these))?(?: (?:to be|being|are|is))? )?(?:for |on )?"

_MONEY = r"(?:\\$[0-9][0-9.,]*k?|[0-9][0-9.,]*(?: (?:usd|dollars|bucks|cents|quid))?)"
_PER = r"(?: ?(?:/|per |an? |each )(?: ?(?:gpu|card|chip|node|unit)[- ]?(?:hours?|hrs?|h)?|hour|hr|h)(?:(?: per |/| each )(?:gpu|card|hour|hr))?)"
_PAYER = r"(?:we|i|they|he|she|finance|procurement|accounting|management|leadership|legal|(?:the|our|my) (?!others?|competit|market|rival)[a-z-]+(?: [a-z-]+)?)"
_CAN = r"(?:can|could|will|would|ll|d|ve|has|have|am allowed to|are allowed to|was told to|were told to)"
_PAY = r"pays?|allows?|covers?|approved?s?|budgeted|afford|spend|gives?|gave(?: us)?|bears?|authori[sz]e[ds]?|signed off(?: on)?|set aside|stretch(?: to)?|go(?: to| for)?|grants?|planned|put aside"
_PRODUCTS = r"(?P<g>PRODUCT)(?:s(?![a-z]))?"
_BOOKING = r"(?:booking|order|deal|reservation|request|rental|bid|number|count|quantity|amount|lot|size|volume)s?"
_BEFORE = r"(?:(?:as|that|like) )?(?:(?:(?:we|i) (?:had|got|booked|ordered|bought|took|did|used|rented)|the one|the ones|it was|usual|always) )?(?:(?:from|of|in) )?(?:last (?:time|week|month|year|quarter|night)|the last (?:time|order|one)|before|previously|the previous (?:order|one|time)|the other (?:day|week)|yesterday|always|usual)"
_SETUP = r"(?:package|set-?ups?|configuration|config|arrangement|combination|combo|bundle|mix|kit|deal|specs?|thing|stuff|allocation|machines?|gear|hardware)"
_AS_THEN = r"(?:as|that|like|which)(?: (?:for|in|on|at|during|with|we|i|you|had|used|took|ran|got|gave|booked|rented|us|me|it|was))* (?:the |our |my )?(?:(?:last|previous|earlier|other|first|prior|past)(?: [a-z]+)?|jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:in |during )?(?:the )?(?:spring|summer|autumn|fall|winter)|back then|then)"

_COUNTED = r"(?:[0-9]{1,5}|[a-z]{3,9}(?:[ -][a-z]{3,5})?) (?:x )?(?:nodes? |racks? |rtx |tpu |[a-z]{1,5} ?[0-9])"
_ITEM = r"[^!?\n]{10,200}?[.;\n] ?(?:and )?"

HEADINGS: tuple[tuple[str, str, str], ...] = (
    # Periods by number, and what they are.
    (
        "(",
        r"(?:^|(?<=\n)|(?<=[.;] )|(?<=also ))(?:week|day|night|round|phase|run|session|weekend) (?:one|two|three|four|[1-4]|[a-d]) \((?P<d>[^()\n]{3,40}[0-9a-z])\) ?:",
        "{d},",
    ),
    # Both sides of one letter.
    (
        "sell|buy",
        r"(?:^|(?<=\n)|(?<=[.;] ))(?:the )?(?P<s>sell|buy)(?:er|ing)?(?:[ -]side)?(?:,? separate(?:ly)?)? ?: ?(?=[0-9]{1,5} (?:x )?(?:nodes? |rtx |[a-z]{1,4}[0-9]))(?=[\s\S]*(?:buy|sell)(?:er|ing)?(?:[ -]side)?(?:,? separate(?:ly)?)? ?:)",
        "{s} ",
    ),
    (
        "sell|buy",
        r"(?<=[.;\n])(?P<b> ?)(?:the )?(?P<s>sell|buy)(?:er|ing)?(?:[ -]side)?(?:,? separate(?:ly)?)? ?: ?(?=[0-9]{1,5} (?:x )?(?:nodes? |rtx |[a-z]{1,4}[0-9]))",
        "{b}{s} ",
    ),
    ("lowest", r"(?<=[0-9]\.[0-9]{2}) lowest(?=[ ]?(?:[.,;!\n]|$))", " min"),
    # When, as bookings of rooms say it.
    (
        "in:|in :",
        rf"(?:^|(?<=\n))(?:check-?)?in ?: ?(?={DAY}|[0-9]{{1,2}} {MONTH}|{MONTH} [0-9])(?=[^\n]*\n(?:check-?)?out ?: ?(?:{DAY}|[0-9]{{1,2}} {MONTH}|{MONTH} [0-9]))",
        "from ",
    ),
    (
        "out:|out :",
        rf"(?<=[0-9m])\n(?:check-?)?out ?: ?(?={DAY}|[0-9]{{1,2}} {MONTH}|{MONTH} [0-9])",
        " until ",
    ),
    (
        "term:|term :",
        rf"(?:^|(?<=\n)|(?<=[.;] ))term ?: ?(?=(?:from )?(?:(?:{MONTH} )?[0-9]{{1,2}} ?(?:to|-|–|until|through) ?(?:[0-9]{{1,2}} {MONTH}|{MONTH} [0-9]|[0-9]{{1,2}}(?= ?\n))|[0-9]{{1,2}} {MONTH}|{DAY} (?:to|-|until) {DAY}))",
        "",
    ),
    # Forms and tickets.
    (
        "form|sheet|ticket|slip|card|note|notice|template|instruction|docket|memo",
        rf"{_LINE}(?:the |our |this is (?:an?|the|our) )?(?:(?:outright|firm) )?(?P<s>sell|buy)(?:ing)? {_PAPER}{_NUMBERED} ?(?P<e>[:\n]|- |— )",
        "{s}{e}",
    ),
    (
        "notice|offer|sale",
        rf"{_LINE}(?:sales?|offer|lease-?out) {_PAPER}{_NUMBERED} ?(?P<e>[:\n]|- |— )(?=[^\n]*(?:min|floor|at least|or (?:more|better|above)))",
        "sell{e}",
    ),
    (
        "form|sheet|ticket|slip|card|note|notice|template|instruction|docket|memo",
        rf"{_LINE}{_OF}{{1,4}}{_PAPER}{_NUMBERED} ?(?=[:\n])",
        IDLE,
    ),
    (
        "no.|no |number|id|nr",
        rf"{START}(?:this is |it's |hello,? |hi,? )?(?:(?:for|under|re|regarding|per|our|your|the) )*(?:purchase |capacity |internal )*(?:procurement|purchase|requisition|tender|file|case|contract|request|order|project|call-?off|framework|docket|dossier|rfq|rfp|agreement|grant) (?:no\.|no|nr\.?|number|id|ref\.?)(?: is| ?:)? ?#?(?:[a-z]{{1,6}}[-/ ]?)?[0-9]{{1,10}}(?:[-/][a-z0-9]{{1,10}}){{0,4}}(?! ?(?:x |gpus?|cards?|nodes?|racks?|[a-z]{{1,4}}[0-9]))(?![a-z0-9])(?P<f>(?: for(?= ))?)",
        f"{IDLE}{{f}}",
    ),
    # Items that are counted in words: "One, 32 H100s ... Two, 16 A100s ...".
    (
        "three, |three: ",
        rf"(?P<x>(?:^|(?<=[.!:;] )|(?<=\n))(?:number )?one[,:] {_ITEM}(?:number )?two[,:] {_ITEM})(?:and )?(?:number )?three[,:] (?={_COUNTED})",
        "{x}3) ",
    ),
    (
        "two, |two: ",
        rf"(?:^|(?<=[.!:;] )|(?<=\n))(?:number )?one[,:] (?P<x>(?={_COUNTED}){_ITEM})(?:number )?two[,:] (?={_COUNTED})",
        "1) {x}2) ",
    ),
    # How many of the items, and when all of them.
    (
        "pick|choose|select|take|any|exactly|just|only|give|get|need|want|like",
        rf"{START}(?:{_PICK}(?:{_ANY} )?|{_ANY} ){_SMALL}(?: please| of (?:these|those|them))?(?:,| -| —)? ?\(?(?:{_ALL}(?P<t>{_DAY}))\)?(?= ?:)",
        "{t}, pick any {n}",
    ),
    (
        "pick|choose|select|take|any|exactly|just|only|give|get|need|want|like",
        rf"{START}(?:{_PICK}(?:{_ANY} )?|{_ANY} ){_SMALL}(?: of (?:these|those|them))?(?: please)?(?:,| -| —) ?\(?(?:{_ALL}(?P<t>{_DAY}))\)?{END}",
        "any {n} of these, {t}",
    ),
    # Swaps.
    (
        "exchange|swap|trade|barter|switch",
        rf"{START}(?:(?:we|i)(?:'d| would)? (?:like|want|wish) to |(?:a|an|this is an?|proposed) )?(?:capacity |gpu |compute )?(?:exchange|swap|trade|barter|switch)(?: (?:of )?(?:some |our )?(?:capacity|compute|gpus|hardware))?(?: request| order| proposal)?(?= |,|:)(?=[^\n]{{0,40}}(?<![a-z])(?:sell(?:ing)?|part(?:ing)? with|giv(?:e|ing)|hand(?:ing)? over|let(?:ting)? go|out go|offload(?:ing)?)[^\n]{{4,80}}(?<![a-z])(?:buy(?:ing)?|get(?:ting)?|tak(?:e|ing)|receiv(?:e|ing)|in come)(?![a-z]))",
        IDLE,
    ),
    (
        "exchange|swap|trade|barter",
        rf"{START}(?:a )?(?:exchange|swap|trade|barter)(?P<t>(?: (?:for|on) {_DAY})?): ?(?:our |my )?(?=[0-9]{{1,4}} [^\n]{{2,40}} for [0-9]{{1,4}} [a-z])",
        "{t} swap ",
    ),
    (
        "let go|letting go",
        r"(?<![a-z])(?:(?:we|i)(?:'d|'ll|'re| would| will| can| could| are| am)? )?let(?:ting)? go(?: of)? (?=(?:our |my )?[0-9]{1,5} )",
        "sell ",
    ),
    (
        "let ",
        r"(?<![a-z])(?:(?:we|i)(?:'d|'ll| would| will| can| could)? )?let (?P<x>(?:our |my )?[0-9]{1,5} (?:[a-z0-9-]+ ){1,3}?)go(?= (?:at|for|on) )",
        "sell {x}",
    ),
    ("list ", rf"{START}(?:please )?list (?=(?:at|for|from) \$?[0-9])", "list them "),
    # What stood in an earlier order.
    (
        "same",
        rf"{START}(?:the )?same (?:{_BOOKING} of {_PRODUCTS}|{_PRODUCTS} {_BOOKING}|{_PRODUCTS}),? {_BEFORE}(?: please)?(?![a-z])",
        "same as last time {g}",
    ),
    (
        "same",
        rf"{START}(?:(?:we|i)(?:'d| would)? (?:like|want|need|take) |give (?:me|us) |book )?(?:the |in the |exactly the )?same (?:{_BOOKING}|{_SETUP})(?: of [a-z]+)?(?: please)? (?:{_BEFORE}|{_AS_THEN})(?: please)?(?![a-z])",
        "same as last time",
    ),
    ("as many", rf"{START}as many {_PRODUCTS} {_BEFORE}(?![a-z])", "same as last time {g}"),
    (
        "repeat|usual|redo|rerun",
        rf"{START}(?:please )?(?:(?:repeat|redo|rerun|renew) )?(?:(?:our|my|the) )?(?:last (?:week|month|time|year|quarter)'s|usual|previous|last) {_PRODUCTS}(?: {_BOOKING})?(?![a-z0-9])",
        "same as last time {g}",
    ),
    (
        "replace|supersede|amend|override",
        rf"{START}(?:and )?(?:it|this|these|they|that)(?: will| is to| are to| should)? (?:replaces?|supersedes?|amends?|overrides?|updates?) (?:our|my|the|any|all)(?: (?:previous|earlier|last|first|old|other|existing|current|original|prior))* (?:order|bid|request|offer|booking|lot|quote|reservation|one)s?(?: [a-z' -]{{2,40}})?{END}",
        "amend my previous order",
    ),
    # The price of a sentence of its own.
    (
        " is | are ",
        rf"(?P<p>{_MONEY}{_PER}?) (?:is|are) (?:(?:what|all|the (?:very )?most|the maximum)(?: that)? {_PAYER}(?:[ ']{_CAN})? (?:{_PAY})(?![a-z'])|as (?:high|much|far) as {_PAYER}(?:[ ']{_CAN})? (?:go|pay|stretch|reach)|where {_PAYER}(?: have to| must| will|'ll)? (?:draw the line|stop|walk away|get off))(?P<u>{_PER}?)",
        "{p}{u}",
    ),
    (
        " is | was ",
        rf"{_MONEY}{_PER}? (?:is|was) (?:what|the (?:price|rate)|how much)(?: that)? (?:we|i|they|others|the others|the competition|everyone(?: else)?) (?:paid|pay(?:s)? (?:now|today|elsewhere)|were paying|used to pay|got|were charged|charged?s?|asked?s?|quoted?s?)(?: [a-z' -]{{2,30}})?{END}",
        "same price as last time",
    ),
    (
        " is | being | as ",
        rf"(?P<p>\$?[0-9][0-9.,]*k?(?: (?:usd|dollars|bucks))?) (?:is|being|as) (?:(?:the|our|my|his|her|their) (?:(?:absolute|very|outer|upper|hard|firm|strict|final) )*(?:most|maximum|max|limit|ceiling|cap|top)|as (?:far|high|much) as {_PAYER}(?:[ ']{_CAN})? (?:go|pay|spend|stretch))(?:(?: that)? {_PAYER}(?:[ ']{_CAN})? (?:{_PAY})(?![a-z']))? for (?:the (?:lot|whole (?:lot|thing|order|package)|pair|two|order|package|bundle)|everything|both(?: (?:together|of them|lots|orders))?|all(?: (?:of (?:it|them|this)|together))?){END}",
        "max {p} total",
    ),
)
