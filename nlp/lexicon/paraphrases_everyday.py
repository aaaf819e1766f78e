"""Turns of phrase of everyday English: contractions without their apostrophe, stock, nouns that only name the part of the
order beside them ("at Mumbai location"), forms, and what the goods are for.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, IDLE, START

_NUMBER = r"(?:[0-9]{1,5}|an?|one|two|three|four|five|six|eight|ten|twelve|sixteen|twenty|thirty|forty|fifty|sixty)"
_COUNT = rf"(?:(?:up to|at least|about|another|the|those|some|only|just) )?{_NUMBER} ?(?:x ?|more )?(?:(?:nodes?|racks?|servers?|box(?:es)?) (?:of )?)?(?:nvidia |amd )?"
_DAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_STOCK = r"(?:left-?over|surplus|excess|unneeded|redundant|superfluous|unwanted|stranded|under-?used|under-?utili[sz]ed|spare|idle|unused|freed-?up|free|remaining|reserved|pre-?booked|extra)"
_SPOT = r"(?:location|site|region|area|zone|facility|campus|data ?cent(?:er|re)|dc|premises|hub|metro|cluster location)"
_GREEN = r"(?:energy|power|electricity|grid|power supply|energy supply|supply|energy source|power source|energy mix)"
_SITES = (
    r"(?:region|site|location|zone|place|country|data ?cent(?:er|re)|dc|city|continent|state|facility|geography|area)s?"
)
_FINE = r"(?: (?:is|are|would be|will be)? ?(?:fine|ok(?:ay)?|good|acceptable|welcome|possible|works?|will do|does|do|suits?(?: us| me)?|goes|would do))"

EVERYDAY: tuple[tuple[str, str, str], ...] = (
    (
        "purchase order",
        r"(?<![a-z])purchase orders?(?= (?:went|goes|was|has|came|got|follows|attached|to follow|already|is (?:out|attached|signed|approved|on its way)))",
        "po",
    ),
    # Contractions without their apostrophe.
    (
        "nt",
        r"(?<![a-z'])(?P<a>do|does|did|is|are|was|were|ca|wo|could|would|should|has|have|had|need)nt(?![a-z'])",
        "{a}n't",
    ),
    ("em", r"(?P<o>(?<![a-z])(?:of|both|all|for|get|take|need|want) )'?em(?![a-z])", "{o}them"),
    ("thats|theres|whats|heres", r"(?<![a-z'])(?P<a>that|there|what|here)s(?= )", "{a}'s"),
    ("youre|theyre|were ", r"(?<![a-z'])(?P<a>you|they)re(?= )", "{a}'re"),
    (
        "if its|its a no|its too|its not",
        r"(?<![a-z'])(?P<a>(?:if )?it)s(?= (?:a no|too |not |no |gone|full|all |unavailable))",
        "{a}'s",
    ),
    # Stock.
    (
        "left|surplus|excess|unneeded|redundant|superfluous|unwanted|stranded|under|freed",
        rf"(?<![a-z])(?:left-?over|surplus|excess|unneeded|redundant|superfluous|unwanted|stranded|under-?used|under-?utili[sz]ed|freed-?up) (?=(?:gpu )?(?:capacity|stock|inventory|compute|gpus|cards|hours|supply)(?![a-z])|{_COUNT}(?P<g>PRODUCT)|(?P<g>PRODUCT))",
        "idle ",
    ),
    (
        "remaining|rest of",
        rf"(?<![a-z])(?:the |our |my )(?:remaining|rest of (?:the|our)) (?={_COUNT}(?P<g>PRODUCT))",
        "our ",
    ),
    (
        "hour|hrs",
        rf"(?P<n>(?<![0-9.,])[0-9][0-9,.]*k?) {_STOCK} (?P<g>PRODUCT)(?P<h>[- ](?:gpu[- ]?)?(?:hours|hrs))(?![a-z])",
        "{n} {g}{h}",
    ),
    ("hour|hrs", rf"(?P<n>(?<![0-9.,])[0-9][0-9,.]*k?) {_STOCK} (?P<h>gpu[- ]?(?:hours|hrs))(?![a-z])", "{n} {h}"),
    (
        "nos|pcs|no's",
        r"(?P<n>(?<![0-9.,])[0-9]{1,5}) (?:nos\.?|no's|pcs\.?)(?= ?(?:[,;:)\n]|$|(?:for|on|from|at|in|with) ))",
        "{n} gpus",
    ),
    # Nouns that name the part of the order beside them.
    (
        "location|site|region|area|zone|facility|campus|cent|dc|premises|hub|metro",
        rf"(?P<a>(?<![a-z])(?:in|at|from|within) (?:the |our |your )?)(?P<p>PLACE) {_SPOT}(?! (?:only|team|office|staff|people|outage|is|are|was|lead|manager))(?![a-z])",
        "{a}{p}",
    ),
    (
        "energy|power|electricity|grid|supply",
        rf"(?<![a-z])(?:the |its |their )?{_GREEN} (?:must|has to|have to|needs to|should|shall|is to)(?: (?:all|only|always))? be (?:100 ?% |fully |entirely |all )?(?=(?:renewable|green|clean)(?![a-z]))",
        "must be ",
    ),
    (
        "renewable|green|clean",
        rf"(?P<r>(?<![a-z])renewable) {_GREEN} (?:is )?(?:a must|(?:must|only|required|mandatory|needed|compulsory|essential))",
        "renewable required",
    ),
    (
        "no matter|whatever|whichever|regardless|irrespective",
        rf"{START}(?:in |at |from )?(?:whatever|whichever|no matter (?:the|which|what)|regardless of(?: the)?|irrespective of(?: the)?) {_SITES}{_FINE}?{END}",
        "any region",
    ),
    (
        "agnostic|flexible|independent|neutral|open|all ",
        rf"{START}(?:we're |we are |i'm )?(?:(?:fully |totally |completely )?{_SITES}(?:-| (?:is |are )?)(?:fully )?(?:agnostic|flexible|independent|neutral|open|negotiable)|(?:flexible|easy|relaxed|agnostic) (?:on|about|as to|regarding) (?:the )?{_SITES}|all {_SITES}{_FINE}){END}",
        "any region",
    ),
    (
        "point|moment|stage|time",
        r"(?<![a-z])(?:at )?(?:any|some|whatever|whichever) (?:point|moment|stage)(?: in time| of time)?(?= (?:before|between|from|during|in|within|on|this|next|until|till|by|over|after|tomorrow|today|tonight|mon|tue|wed|thu|fri|sat|sun|up to))",
        "any time",
    ),
    # An hour more of the same.
    (
        "another|further|additional|more",
        rf"(?P<a>(?<![a-z])(?:and|plus|,|or|then) )(?:another|a further|an additional|an extra|a second) (?={_NUMBER} (?:hours?|hrs?|days?|nights?) (?:on|of|with|for) (?:the )?{_NUMBER} ?x?[ -]?[a-z])",
        "{a}",
    ),
    (
        "more",
        rf"(?P<n>(?<![a-z0-9]){_NUMBER}) more (?P<h>hours?|hrs?|nights?|days?)(?= (?:on|of|with) (?:the )?{_NUMBER} ?x?[ -]?[a-z])",
        "{n} {h}",
    ),
    # Forms.
    (
        "of ",
        r"(?:^|(?<=[;,|\n(>.])|(?<=[;,|\n(>.] ))(?:no\.?|nos\.?|number|num|qty|quantity|count) of (?:units|gpus|cards|chips|pieces|pcs|accelerators) ?[=:] ?(?=[0-9])",
        "quantity: ",
    ),
    (
        "volume|size",
        r"(?:^|(?<=[;,|\n(>.])|(?<=[;,|\n(>.] ))(?:volume|size|order size|lot size) ?[=:] ?(?=[0-9]{1,5} ?(?:[;,|\n)]|\. |$))",
        "quantity: ",
    ),
    (
        "n=|n =|n:|no=|num|qty|nr|cnt|how many",
        r"(?:^|(?<=[;,|\n(>])|(?<=[;,|\n(>] ))(?:n|no|num|nr|cnt|how many|# ?(?:of )?(?:gpus|cards|units))(?: of (?:gpus|cards|units))? ?[=:] ?(?=[0-9])",
        "quantity: ",
    ),
    # What the goods are for.
    (
        "resell|resale|flip|bulk",
        r"(?: in bulk)?,? (?:to (?:resell|re-sell|flip)(?: (?:it|them|on|later))?|for (?:resale|reselling|our resale (?:desk|business)))(?= ?(?:[:.,;!\n]|$))",
        " for resale",
    ),
    (
        "buying in bulk|bulk buy|in bulk",
        rf"{START}(?:we're |we are |i'm )?(?:buying|purchasing|ordering) in bulk(?= ?[:,.])",
        "buying",
    ),
    (
        "latency|compliance|residency|sovereignty|gdpr|proximity|legal|regulatory",
        rf"(?<=[a-z0-9]) (?:for|because of|due to|owing to|given) (?:our |the |obvious |low |lower |lowest )?(?:latency|compliance|(?:data )?residency|(?:data )?sovereignty|gdpr|proximity|legal|regulatory|tax|licen[sc]ing|privacy)(?: (?:reasons?|purposes|rules|requirements|concerns|grounds|needs))?{END}",
        "",
    ),
    # What happened.
    (
        "crash|die|fail|broke|stall|diverge|hung|froze|abort|went|was |ran",
        rf"{START}(?:and |because |since |as )?(?:(?:our|the|my) (?:[a-z-]+ ){{1,2}}(?:of|from|on) (?:yesterday|last (?:night|week|{_DAY})|this morning|today|{_DAY}|the (?:weekend|night|day before))|(?:our|the|my) (?:{_DAY}|weekend|overnight)(?: (?:night|morning|afternoon|evening))? (?:[a-z-]+ )?(?:run|job|training|render|eval|batch|sweep|experiment|test|demo|build|session|booking|simulation|finetune|fine-tune))(?: (?:has|have|had|just|sadly|unfortunately|suddenly|all))* (?:crashed|died|failed|broke|stalled|diverged|hung|froze|aborted|went (?:wrong|down|bad)|was (?:lost|killed|interrupted|cancelled|canceled|bad)|ran (?:out of memory|too long|into problems))(?: (?:on us|again|badly|completely))*(?=[ ]?[.,;:!?)\n—…]|$)",
        IDLE,
    ),
    # Racks and nodes without their article.
    (
        "rack|node|server",
        rf"{START}(?P<v>(?:(?:please )?(?:buy|sell|need|want|get|book|bid|offer|rent|reserve|take|sell us|lease out) )?)(?:full |whole |entire )?(?P<u>rack|node|server) (?:of )?(?P<g>PRODUCT)(?! (?:is|are|was|has|went|needs?|down|in ))",
        "{v}one {u} of {g}",
    ),
    # It is the same which.
    (
        "mind|care|odds|difference",
        r"(?<![a-z])(?:(?:he|she|they|the (?:boss|client|team|lab|customer)|it) (?:does not|doesn't|do not|don't) (?:really |much )?(?:mind|care)|(?:it |that )?makes? no (?:odds|difference)(?: to (?:us|me|him|her|them))?) (?:which|what)(?: (?:one|of them|of the two|night|day))?(?=[ ]?(?:[.,;:!?)\n]|$))",
        "we don't mind which",
    ),
    # Both or neither.
    (
        "neither|none",
        r"(?<![a-z])both (?:to be )?(?:done|filled|traded|executed|cleared|legs|fill|trade|clear),? or (?:neither|none|nothing)(?![a-z])",
        "both or neither",
    ),
    # Work that is named by a time.
    (
        "-end|end ",
        rf"{START}(?:our |the |my )?(?:month|quarter|year|week)[- ]end (?:[a-z]+ )?(?:runs?|close|closing|report(?:ing|s)?|batch|processing|books|accounts|rush|valuation|reconciliation|calculations?)(?: (?:needs|requires|wants|takes|calls for)|:)?(?= )",
        "need",
    ),
)
