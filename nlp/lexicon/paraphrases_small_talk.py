"""Small talk of English orders: greetings that name the hour, money that is counted, which one being all the same, goods
that the writer does not use and sells.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, IDLE, START

_PART = r"(?:morning|afternoon|evening|night)"
_FINE = r"(?:fine|lovely|beautiful|sunny|rainy|cold|glorious|grey|gray|bright|hot|foggy)"
_TODAY = rf"(?:(?:this|on this|on such a) (?:{_FINE} )?(?:{_PART}|day)|today|tonight|earlier today|earlier on|yesterday(?: {_PART})?|the other day)"
_MET = r"(?:speak|speaking|talk|talking|chat|chatting|meet|meeting|see|seeing|hear|hearing|catch|catching|e-?meet|run|running|connect|connecting)"
_TOLD = r"(?:(?!(?:if|unless|only|must|should|need|needs|want|wants|buy|sell|order|cancel|until|from|at|gpus?|cards?|nodes?|instead|not)(?![a-z]))[a-z'-]+)"
_PAST = r"(?:called|rang|phoned|asked|said|told|wrote|announced|decided|agreed|approved|complained|moved|crashed|died|failed|broke|went|came|found|learned|learnt|heard|got|had|lost|discovered|realised|realized|noticed|started|finished|stopped|woke|emailed|e-mailed|mailed|messaged|pinged|informed|confirmed|changed)"
_MONEY = r"(?:dollar|cent|penny|dime|buck|nickel|cedi|naira)"
_SALE = r"(?=[^\n]*(?<![a-z])(?:sell|selling|resell|reselling|sale|offer|offering|lend|lending|lease out|let out|rent out|part with|get rid|offload|flog)(?![a-z]))"
_NOT_USED = r"(?:(?:(?:we|i)(?:'re| are|'m| am)|(?:nobody|no one|none of us)(?:'s| is)?) (?:not )?(?:using|needing|touching|going to (?:use|need|touch))|(?:we|i) (?:won't|wont|will not|don't|do not|can't|cannot|never|no longer|ain't|aint)(?: be)? (?:us(?:e|ing)|need(?:ing)?|touch(?:ing)?|want(?:ing)?|going to (?:use|need))|(?:we|i) have no (?:use|need) (?:for|of)|(?:nobody|no one|none of us) (?:uses|needs|wants|touches))"
_HANDY = r"(?:handy|handier|handiest|easier|easiest|nearest|quicker|quickest|simpler|simplest|(?:more |most )?convenient|less (?:hassle|trouble|work)|less of a (?:hassle|bother))(?: for (?:you|y'all|you all|you guys|your side|your team|everyone))?"
_CHOICE = r"(?P<k>(?<![a-z])(?:or|any (?:one|two|three|four|of)|either|(?:one|two|three) of)(?![a-z])[^\n]{0,120}?)"
_SUITS = (
    r"(?:availability|availabilities|convenience|schedule|calendar|discretion|stock position|capacity position|side)"
)

_WORK = r"(?:trailer|campaign|scenes?|films?|movie|show|series|episode|teaser|advert|ad|commercial|thesis|paper|project|demo|launch|release|pilot|workshop|course|class|hackathon|report|study|experiments?|benchmark|sequence|shots?|dragon|game|finale|premiere|festival|tournament|survey|retraining|fine-?tune)"

SMALL_TALK: tuple[tuple[str, str, str], ...] = (
    # Greetings.
    (
        "to |ing ",
        rf"{START}(?:(?:it was|was|it's been|so) )?(?:lovely|good|nice|great|wonderful|a (?:real )?pleasure|pleasure|delightful|super|enjoyed)(?: to)? {_MET}(?: up)?(?: (?:with|to|from|into|of))?(?: (?:you(?: all| guys)?|everyone|y'all|the team))?(?: again)? {_TODAY}{END}",
        IDLE,
    ),
    (
        "how",
        rf"{START}(?:and |so )?how(?:'s| is| are|'re|s| goes)(?: (?:everyone|everybody|you|y'all|things|it|all|the team|life|business|your (?:day|week|{_PART})))*(?: all)?(?: (?:doing|going|keeping|feeling|been))? {_TODAY}{END}",
        IDLE,
    ),
    (
        "this morning|this afternoon|this evening|last night",
        rf"{START}(?:and |but |so |because |since |as )?(?:just |only |earlier )?(?:this (?:morning|afternoon|evening)|last night),? (?:(?:my|our|the|a|an|his|her|their) (?:{_TOLD} ){{1,3}}?|(?:we|i|they|he|she|it|someone|somebody) )(?:just |finally |all |suddenly )?{_PAST}(?: {_TOLD}){{0,7}}{END}",
        IDLE,
    ),
    (
        "day|night|evening|morning|week|month",
        rf"{START}(?:(?:(?:it's|it was|it has) (?:been )?)?(?:what|such|quite) an? |(?:it's been |it was )?(?:an? )?(?:very |really |another )?(?:busy|hectic|crazy|rough|tough|lovely|mad|hard|exhausting|wild|terrible|awful|stressful) |(?:it's been |it was )?(?:an? )?(?:very |really |another )?long (?=(?:day|night|week) (?:today|here|already|so far|for us|for me)))(?:day|night|evening|morning|afternoon|week|month)(?: (?:here|today|already|so far|indeed|for (?:us|me)|at (?:work|the office|the lab|the studio)|it's been|over here))*(?=[ ]?[.!\n])",
        IDLE,
    ),
    # Asking.
    ("abeg", r"(?<![a-z])abeg(?![a-z])", "please"),
    (
        " up ",
        r"(?<![a-z])(?:line|rustle|lock|round|scare) up (?=(?:[0-9]|an? |one |two |four |eight |sixteen ))",
        "book ",
    ),
    (
        "for ",
        rf"{START}(?:and |so |now )?for (?:the|our|my|this|a|his|her|their) (?:(?:new|next|big|final|coming|second|first|third|main|whole|short|dragon|video|music|fraud|product|marketing|feature|animated|cinematic|client's|customer's|car|sky|battle) ){{0,2}}{_WORK} (?=(?:i|we)(?:'d|'ll| would| will| do)? (?:like|take|need|want|require|book|ask)(?: to (?:have|book|take|rent|get))? [0-9])",
        "",
    ),
    (
        "interest|enquiry|inquiry|demand",
        rf"{START}(?:firm|genuine|serious|real|strong|definite|confirmed|keen) (?:interest|enquiry|inquiry|demand)(?: here)?(?=[ ]?[:,.])",
        IDLE,
    ),
    (
        "approval|sign-off|consent|permission|blessing|authori",
        rf"{START}(?:and )?with (?:the |our |his |her |my )?(?:[a-z'-]+ ){{0,3}}?(?:approval|sign-off|consent|permission|blessing|authori[sz]ation) (?:now |already |duly |safely )*(?:on file|in hand|given|received|obtained|granted|in place|secured){END}",
        IDLE,
    ),
    # Money that is counted.
    (
        "every ",
        rf"(?<![a-z])(?:(?:we're|we are|i'm|i am|we|i) )?(?:watch|count|pinch|mind|guard|track|squeez|stretch|sav|turn)(?:e|ing|s)? (?:over )?every (?:last |single |damn )?{_MONEY}(?: (?:twice|here|these days|right now|this (?:month|week|quarter|year)))*{END}",
        IDLE,
    ),
    (
        "tight|short|scarce|thin",
        rf"{START}(?:and |but |since |as |because )?(?:money|cash|funds?|the budget|our budget|budgets?|things) (?:is|are|'s|runs?) (?:(?:very|really|quite|rather|a bit|pretty|always|so) )?(?:tight|short|scarce|thin|low)(?: (?:this (?:month|week|quarter|year)|right now|these days|at the moment|until [a-z]+|as always))*{END}",
        IDLE,
    ),
    # Work that gives trouble.
    (
        "keep",
        rf"{START}(?:and |but |because |since |as )?(?:(?:the|our|my|their) )?(?:batch|training|background|cron|nightly|eval|other|test|build|data|ingest) (?:jobs?|runs?|tasks?|processes|pipelines?) (?:just )?keeps? (?:on )?[a-z]+ing(?: {_TOLD}){{0,7}}{END}",
        IDLE,
    ),
    # Which one is all the same.
    ("whichever", rf"{_CHOICE},? ?\(?whichever(?:'s| is| are|s) {_HANDY}\)?", "{k}"),
    ("whichever", rf"(?<![a-z])whichever(?:'s| is) {_HANDY}", "whichever"),
    (
        "matter|odds|never ?mind|difference|six of one",
        rf"{START}(?:and |but )?(?:it |that )?(?:(?:don't|doesn't|dont|doesnt|won't|does not|do not) (?:much |really |rightly |hardly |greatly |overly )?matter (?:a (?:lick|jot|bit|whit) |much |none )?(?:to (?:me|us|him|her|them) )?(?:which(?: (?:one|way|of (?:them|the two|these)))?|either way)|makes? no (?:odds|never ?mind|difference)(?: to (?:me|us))?(?: which(?: one)?)?|six of one(?:,? (?:and )?half a dozen of the other)?){END}",
        IDLE,
    ),
    (
        "your ",
        rf"{START}(?:and |but |so )?(?:(?:kindly|please|just|you (?:can|may)|feel free to) )*(?:choose|pick|select|decide|allot|allocate|schedule|arrange|fix)?(?: (?:them|it|these|those|any|the (?:days|nights|afternoons|mornings|evenings|dates|slots)))? ?(?:as per|according to|based on|depending on|per|in line with|to suit|at|as it suits) (?:your|yr) (?:team's |own |side's )?{_SUITS}{END}",
        IDLE,
    ),
    ("sum ", r"(?<![a-z])sum(?= (?:point|time|stage|place)(?![a-z]))", "some"),
    # Goods that are not used, and sold.
    (
        "use|using|need|touch|want",
        rf"(?P<g>(?<![a-z0-9])(?:PRODUCT)(?:'?s)?),? (?:that |which )?{_NOT_USED}(?= ){_SALE}",
        "{g}",
    ),
    (
        "use|using|need|touch|want",
        rf"{START}{_NOT_USED} (?=(?:(?:our|my|the|those|these) )?(?:[0-9]|an? |one |two |four |eight ))(?![^\n]*(?<![a-z])(?:buy|purchase|instead|but (?:we|i))(?![a-z])){_SALE}",
        "we have ",
    ),
    (
        "same ",
        rf"{START}(?:and |the |of the )*same (?:generation|model|kind|type|make|family|cards?) (?:as|that|which) (?:(?:in|the ones in|those in|what we have in|we have in|is in|are in) )?(?:our|my|the) (?:[a-z]+ )?(?:workstations?|machines?|desktops?|pcs?|lab|office|studio|laptops?|rigs?|boxes|servers?){END}",
        IDLE,
    ),
    (
        "to be |tbd|tba|tbc",
        rf"{START}(?P<k>(?:accelerator|gpu|card|product|model|chip|quantity|units|price|limit|dates?|time)(?: (?:type|model|name))? ?:) ?(?:to be (?:advised|confirmed|decided|determined|announced|agreed|specified)|tbd|tba|tbc)(?: (?:later|shortly|soon))?{END}",
        IDLE,
    ),
    # What is due.
    (
        "deliver|hand-?over|handover|pick-up|pickup",
        r"(?P<w>(?<![a-z])(?:we|i)(?:'ve got| have(?: got)?) (?:the|an?|our|my) )(?:(?:big|first|final|last|next) )?(?:delivery|hand-?over|deliverable|pick-?up|shipment)(?: (?:for|to|of|with) (?:the |our |my |an? )?[a-z]+(?: [a-z]+)?)?(?= (?:on|in|next|this|due) )",
        "{w}demo",
    ),
    # Work done by night, in an order that says its nights.
    (
        "night|dark",
        rf"{START}(?:and |but |because |since |as )?(?:(?:our|my|the|their|his|her) (?:{_TOLD} ){{1,2}}?|(?:we|i|they|people|kids) )(?:only |mostly |always |just )?(?:learn|train|work|run|play|think|render|sleep|study|dream|practi[cs]e|grow|cook|crunch|compute|code|write)s? (?:at night|by night|overnight|after dark|during the night)(?=\.|,)(?=[^\n]*(?<![a-z])(?:week)?nights?(?![a-z]))",
        IDLE,
    ),
)
