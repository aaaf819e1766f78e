# ruff: noqa: E501
"""Turns of phrase of everyday English, family by family: contractions without their apostrophe, who asks, fallbacks told
by the luck that fails, the smallest fill, "both days included", second thoughts, and nouns that only name the part of the
order beside them ("at Mumbai location").

Rules as in `paraphrases`. They come before the others, which then see the plain words.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, IDLE, START

_NUMBER = r"(?:[0-9]{1,5}|an?|one|two|three|four|five|six|eight|ten|twelve|sixteen|twenty|thirty|forty|fifty|sixty)"
_COUNT = rf"(?:(?:up to|at least|about|another|the|those|some|only|just) )?{_NUMBER} ?(?:x ?|more )?(?:(?:nodes?|racks?|servers?|box(?:es)?) (?:of )?)?(?:nvidia |amd )?"
_DAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DAYS = r"(?:days?|dates?|nights?|ends?|mornings?|evenings?)"

# Who asks.
_NOT_US = r"(?!(?:seller|market|supplier|vendor|provider|price|rate|limit|budget|cap|bid|offer|order|other|cheapest|exchange|venue|owner|latter|former|first|second|last)s?(?![a-z]))"
_ASKER = rf"(?:(?:the|our|my|his|her|their) (?:{_NOT_US}[a-z][a-z'&-]*(?<!ing) ){{1,3}}?|(?:finance|research|marketing|engineering|sales|ops|operations|legal|procurement|leadership|management|everyone|someone|somebody|he|she|they) )"
_WANTS = r"(?:(?:still |also |only |now |just |really |currently |urgently )*(?:needs?|wants?|requires?|could use|could do with|would like|'d like|asks? for|asked for|has asked for|have asked for|is asking for|are asking for|is after|are after|is looking for|are looking for|will need|will want|calls? for|is requesting|requests?|wishes (?:for|to have)|should (?:get|have)|is to (?:get|have)|must have|gets|(?:needs?|wants?|would like|wishes|is looking|are looking|hopes?) to (?:have|get|book|rent|buy|reserve|use|hire|secure|order|take)))"

# Fallbacks.
_WE = r"(?:we|i|you|they|u|ya)"
_IT = r"(?:that|this|it|those|they|these|the first(?: one| option| choice)?|plan a|option (?:a|1|one)|that one)"
_LOSES = r"(?:(?:should |do |happen to |end up |still )*(?:miss(?:ing)? out(?: on (?:that|those|them|it|these))?|los(?:e|ing)(?: out)?(?: on (?:that|those|them|it|these))?|(?:get|are|'re|being) (?:outbid|beaten|priced out|turned down|rejected)|come up (?:short|empty|dry)|com(?:e|ing) away empty-?handed|strike out|draw a blank|fall short|(?:don't|do not|can't|cannot|fail to|won't) (?:win|land|make it|succeed|manage|get (?:in|there|lucky|a fill|filled|them|it|those|that|any)|pull (?:it|that) off|find (?:any|them|it|those)|secure (?:it|them|those|that))|(?:can't|cannot|couldn't)(?=[,:])|have no (?:luck|joy|success)|go (?:empty-?handed|unfilled)))"
_FLOPS = r"(?:(?:'s|s| is| are|'re| turns? out| turns? out to be| proves?| proves? to be| ends? up| ends? up being)(?: (?:a|just|simply|all|already))* (?:no(?:-go| go| dice| joy| luck| good| can do)?|bust|wash|flop|dud|dead end|non-?starter|not on|not happening|not to be|off the table|off|out of (?:the question|reach)|gone|full|unavailable|impossible|taken|sold out|booked(?: out| up)?)|(?: (?:does not|doesn't|do not|don't|won't|will not|can't|cannot|should not|shouldn't)) (?:pan(?:s)? out|work(?:s)? out|come(?:s)? off|come(?:s)? to (?:anything|pass|fruition)|fl(?:y|ies)|stick(?:s)?|happen(?:s)?|go(?:es)? (?:ahead|through|well)|materiali[sz]e(?:s)?|succeed(?:s)?|get(?:s)? filled|fill(?:s)?|clear(?:s)?)| (?:flops?|fails?|bombs?|falls? (?:through|flat|over)|goes? (?:wrong|south|sideways|bust|unfilled)|comes? to nothing|comes? back empty|misses))"
_NO_LUCK = r"(?:no (?:joy|dice|luck|success|go|can do|deal|fill|match|takers?|availability|stock)|nothing (?:comes|came) (?:of (?:it|that)|up|through|back)|nothing doing|nothing (?:there|turns up|fills|clears|matches|goes through)|unsuccessful|unfilled|unlucky|outbid|rejected|it comes to nothing|luck is out|not successful|not filled|not obtained|not granted)"
_THEN = r"(?:,? ?(?:then|please|well then|ok then|in that case|instead))*[,:]?"
_LOT_FOLLOWS = rf"(?= (?:please |we'll |we |i'll |i |i'd |we'd |would |take |want |get |give |me |us |book |go for |go with |do |just |buy |grab |try |make it |settle for |use |maybe |need )*(?:{_NUMBER} ?x?[ -]?(?!hours?|hrs?|days?|%|percent|cents?|bucks|dollars)[a-z]|the same|{_DAY}|next |tomorrow|tonight|on (?:the [0-9]|next |{_DAY})))"

# Second thoughts.
_WRONG = r"(?:no|nope|nah|wait|sorry|oops|actually|in fact|correction|rather|well)"
_IS_RIGHT = r"(?:it(?:'s| is| should be| must be| has to be| will be| was meant to be| ought to be| needs to be)|that(?:'s| is| should be| should read| must be)|make (?:it|that)|(?:the )?(?:right|correct|true|actual|real|proper) (?:number|figure|count|quantity|amount|one)(?: is|:)|i meant?|we meant?)"

# The smallest fill.
_N = r"(?P<n>[1-9][0-9]{0,3})(?![0-9.,]*[0-9]| ?%| ?(?:usd|dollars|bucks|cents|hours|hrs|days|nights))"
_TAKES = r"(?:i|we)(?:'d| would|'ll| will| can| could| must| need to| have to)? (?:take|accept|need|want|settle for|live with|have|get|go for|be (?:ok|okay|fine|happy) with)"
_MINIMUM = r"(?:(?:as|being|is|would be|are) (?:a|an|the|our|my) (?:(?:absolute|bare|strict|hard|very) )*(?:minimum|min|least)|(?:as|at) (?:a |an |the )?(?:(?:absolute|bare|very) )*(?:minimum|min\.?|least)|(?:absolute |bare )?minimum|min\.?)"

# Stock, and generic nouns beside what they name.
_STOCK = r"(?:left-?over|surplus|excess|unneeded|redundant|superfluous|unwanted|stranded|under-?used|under-?utili[sz]ed|spare|idle|unused|freed-?up|free|remaining|reserved|pre-?booked|extra)"
_SPOT = r"(?:location|site|region|area|zone|facility|campus|data ?cent(?:er|re)|dc|premises|hub|metro|cluster location)"
_GREEN = r"(?:energy|power|electricity|grid|power supply|energy supply|supply|energy source|power source|energy mix)"
_ANY = (
    r"(?:any|whatever|whichever|no matter (?:the|which|what)|regardless of(?: the)?|irrespective of(?: the)?|all|every)"
)
_SITES = (
    r"(?:region|site|location|zone|place|country|data ?cent(?:er|re)|dc|city|continent|state|facility|geography|area)s?"
)
_FINE = r"(?: (?:is|are|would be|will be)? ?(?:fine|ok(?:ay)?|good|acceptable|welcome|possible|works?|will do|does|do|suits?(?: us| me)?|goes|would do))"

EVERYDAY: tuple[tuple[str, str, str], ...] = (
    # Contractions without their apostrophe.
    (
        "nt",
        r"(?<![a-z'])(?P<a>do|does|did|is|are|was|were|ca|wo|could|would|should|has|have|had|need)nt(?![a-z'])",
        "{a}n't",
    ),
    ("thats|theres|whats|heres", r"(?<![a-z'])(?P<a>that|there|what|here)s(?= )", "{a}'s"),
    ("youre|theyre|were ", r"(?<![a-z'])(?P<a>you|they)re(?= )", "{a}'re"),
    (
        "if its|its a no|its too|its not",
        r"(?<![a-z'])(?P<a>(?:if )?it)s(?= (?:a no|too |not |no |gone|full|all |unavailable))",
        "{a}'s",
    ),
    # Who asks.
    (
        "could|can|may|might|would|please",
        rf"{START}(?:could|can|may|might|would) {_ASKER}(?:please |kindly |possibly |also )*(?:have|get|book|reserve|rent|buy|take|use|order|hire|secure|be given|be allocated)(?= {_COUNT}(?P<g>PRODUCT))",
        "buy",
    ),
    (
        "need|want|require|could|would|'d |ask|after|looking|call|request|wish|should|must|gets|hope|is to",
        rf"{START}(?:and |but |while |whereas |also )?{_ASKER}{_WANTS}(?= {_COUNT}(?P<g>PRODUCT))",
        "buy",
    ),
    # Who offers.
    (
        "offer|long ",
        rf"{START}(?:and |but )?(?:we|i)(?:'d| can| could| would| will|'ll| are able to| am able to|'m able to|'re able to| are happy to|'re happy to| are prepared to| would like to)+ offer(?: you| out)?(?= {_COUNT}(?P<g>PRODUCT))",
        "selling",
    ),
    (
        "for rent|for hire|for lease",
        rf"{START}(?:up |available )?for (?:rent|hire|lease)(?= ?[:—-] ?{_COUNT}(?P<g>PRODUCT))",
        "for sale",
    ),
    (
        "long ",
        rf"{START}(?:and |but )?(?:we're|i'm|we are|i am) long(?= {_COUNT}(?P<g>PRODUCT))(?=[^.\n]{{3,120}}(?<![a-z])(?:sell(?:ing)?|let (?:them|it|these|those) go|let go|off-?load(?:ing)?|unload(?:ing)?|dump(?:ing)?|for sale|lease out|rent out|part with)(?![a-z]))",
        "we have",
    ),
    (
        "let ",
        r"(?<![a-z])(?:(?:please|we'd|we'll|i'd|i'll|we can|i can|happy to|want to|so) )?let (?:them|it|these|those|this|the lot) go(?= (?:by the hour|hourly|in any|at any|as a|for|at|from|if|to)(?![a-z]))",
        "sell them",
    ),
    # Fallbacks.
    (
        "if |should |in case|where |when ",
        rf"(?:{START}|(?<=[a-z0-9] ))(?:or |but |and )?(?:if|in case|should|when|where|in the event(?: that)?) (?:{_WE} {_LOSES}|{_IT}(?: (?:also|too))?{_FLOPS}(?: (?:either|too|as well))?|{_NO_LUCK}){_THEN}{_LOT_FOLLOWS}",
        "if not,",
    ),
    (
        "empty|outbid|unfilled|unsuccessful|joy|dice|luck",
        rf"{START}(?:or |but |and )?(?:{_NO_LUCK}|{_NO_LUCK} (?:there|with (?:that|those|it|them))) ?(?:\?|:|,|-|—)(?: then)?,?{_LOT_FOLLOWS}",
        "if not,",
    ),
    # One lot only with another.
    ("if, and only if|if and only if|iff ", r"(?<![a-z])(?:if,? and only if,?|iff)(?= )", "only if"),
    (
        "use|worth|want|need|good|sense|interest|relevant|matter|point|help",
        r"(?P<g>(?<=s) )(?:are|is|'re|make|makes|get|have) (?:(?:really|actually|strictly) )?(?:only|just) (?:(?:of )?(?:any )?(?:use(?:ful)?(?: to (?:us|me))?|worth(?:while)?(?: (?:it|having|buying|getting|taking))?|wanted|needed|required|good(?: to (?:us|me))?|relevant|interesting(?: to (?:us|me))?|sense|helpful)) (?=(?:if|when|once|with|together with|alongside) )",
        " only ",
    ),
    (
        "sense",
        r"(?<![a-z])(?:only|just) makes? (?:any )?sense (?=(?:if|when|once|with|together with|alongside) )",
        "only ",
    ),
    (
        "whenever",
        r"(?<![a-z])whenever (?:you|they|it) (?:likes?|wants?|can|pleases?|suits?(?: you)?|choose)(?= (?:before|between|from|during|in|within|on|this|next|until|by|over|tomorrow|today))",
        "any time",
    ),
    (
        "come through|comes through|come good|come off",
        r"(?<=[0-9a-z]) (?:do |does |all )?come(?:s)? (?:through|good|off)(?=[ ]?[,.;:)!\n]|$)",
        " fill",
    ),
    # Second thoughts.
    (
        "no|nope|nah|wait|sorry|oops|actually|fact|correction|rather|well",
        rf"(?<!if)(?<!is)(?<!there's)(?: but|,? -|,|;|\.|:| —)? (?:but |and )?(?:{_WRONG},? )+(?:but )?{_IS_RIGHT} (?=(?:only |just |really )?{_NUMBER}(?![a-z]))",
        ", i mean ",
    ),
    (
        "said|says|wrote|put|asked",
        rf"{START}(?:my |our |the )?(?:colleague|boss|manager|team|assistant|intern|friend|i|we|he|she|they|partner|co-?worker|teammate|mail|e-?mail|ticket|form|order)(?: [a-z]+)? (?:(?:had|has|have|just|first|earlier|originally|initially|wrongly|mistakenly) )*(?:said|says|wrote|put|asked for|told you|typed|listed|requested) (?=[0-9][^.;\n]{{2,40}}, i mean )",
        "",
    ),
    # The smallest fill.
    (
        "min|least",
        rf"{START}(?:but |and |though |although )?{_TAKES} {_N}(?: of (?:them|those|these))?(?:,? {_MINIMUM}){END}",
        "at least {n}",
    ),
    (
        "min|least",
        rf"(?<=[a-z0-9]),? (?:but |and |with )?{_N}(?: of (?:them|those|these))? (?:as (?:a|an|the|our) (?:absolute |bare |strict )?minimum|at (?:a |the )?(?:bare |very )?minimum){END}",
        ", at least {n}",
    ),
    (
        "start|begin|proceed|go ahead|run|work|manage|live|get going",
        rf"{START}(?:but |and |though )?(?:we|i)(?:'d|'ll| can| could| would| will| may)? (?:also )?(?:start|begin|proceed|go ahead|run|work|manage|live|get going|make do|get by) (?:with|on|at) (?:a minimum of|min(?:imum)?|at least|no (?:less|fewer) than|as few as|as little as) {_N}(?: of (?:them|those|these))?{END}",
        "at least {n}",
    ),
    # Both ends of a range are meant.
    (
        "inclu",
        rf"(?:,? |\()(?:including|inclusive of|incl\.?) both (?:{_DAYS}|of them|the (?:first|last) (?:day|one))\)?{END}",
        "",
    ),
    (
        "inclu|incl",
        rf"(?P<k>(?<![a-z0-9])(?:to|till|until|through|thru|up to|-|–)(?: and including)? ?(?:the )?(?P<d>[0-9]{{1,2}}|{_DAY})(?:st|nd|rd|th)?(?: of)?(?: (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)?(?: 20[0-9]{{2}})?) ?,? ?\(?(?:(?:with |and )?(?:the )?(?P=d)(?:st|nd|rd|th)?(?: (?:is|being))? (?:included|inclusive|incl\.?)|(?:including|incl\.?|inclusive of) (?:the )?(?P=d)(?:st|nd|rd|th)?(?: (?:as well|too))?)\)?(?![a-z0-9])",
        "{k}",
    ),
    (
        "inclu|incl",
        rf"(?:,? ?\(|,? |, )(?:(?:both|(?:with )?(?:the )?(?:first|start)(?:ing)? and (?:the )?(?:last|end)(?:ing)?|start and end|all|from and to)(?: {_DAYS})?(?: (?:are|being|is|of them))? ?(?:included|inclusive|incl\.?)|{_DAYS} (?:included|inclusive)|(?:inclusive|incl\.?)(?: of (?:both(?: {_DAYS})?|the (?:first|last) day|both ends))?)\)?(?=[ ]?(?:[.,;:!?)\n—]|$| -(?= )| at | for | on | in | max | with ))",
        "",
    ),
    # A range that will do.
    (
        "range|between",
        rf"{START}(?:and |but )?(?:(?:i'm|we're|i am|we are|i'd be|we'd be) )?(?:(?:happy|fine|ok(?:ay)?|good|glad|content) (?:w/?|with) |(?:will |would |i'll |we'll |i'd |we'd )*(?:take|accept) )?(?:anything|any (?:number|amount|quantity|count|size)|whatever(?: number)?|everything)(?: you (?:can|have|find|get))?(?: in| within| inside)?(?: (?:that|this|the) range| (?:in )?between(?: (?:those|the two|that))?)(?:{_FINE})?{END}",
        IDLE,
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
    # A total under other names, and of what it is.
    (
        "outflow|outgo|cash|payout|damage",
        r"(?<![a-z])(?:total |overall |max(?:imum)? )?(?:cash )?(?:outflow|outgo|outgoings|payout|cash-?out|damage)(?: (?:is|must|should|shall|can|may))?(?: (?:be|stay|remain))? ?(?=(?:not|no|never|max|up to|at most|within|under|below|capped|limited|of|:|\$|usd))",
        "total cost ",
    ),
    ("beyond", r"(?<![a-z])not (?:to (?:go|run|be) )?beyond(?= (?:usd|us|\$|[0-9]))", "not exceeding"),
    (
        "total|all in|altogether|overall",
        r"(?P<t>(?<![a-z])(?:total|all in|altogether|overall|in total)) (?:on|for|across|over|between) (?:the )?(?:pair|two|lot|bundle|set|both|whole lot|three|trio|couple)(?=[ ]?[,.;:)!\n]|$)",
        "{t}",
    ),
    (
        "interested",
        rf"{START}(?:i'm |we're |we are |i am )?not interested(?: in (?:anything|prices?|rates?|paying|offers?|quotes?|bids?))?(?: at)?(?: anything)? (?:above|over|beyond|past|higher than|more than)(?= ?[$0-9])",
        "max",
    ),
    (
        "interested",
        rf"{START}(?:i'm |we're |we are |i am )?not interested(?: in (?:anything|prices?|rates?|selling|offers?|quotes?|bids?))?(?: at)?(?: anything)? (?:below|under|less than|lower than)(?= ?[$0-9])",
        "min",
    ),
    (
        "each or",
        r"(?P<h>(?<=[0-9])(?: ?/ ?| per | an? )(?:gpu[- ]?)?(?:hours?|hrs?|h)) each(?= or (?:more|less|better|above|below|higher|lower|up))",
        "{h}",
    ),
    # How long the bid stands.
    (
        "validity|expiry|valid|remain|lapse",
        rf"(?<![a-z])(?:the )?(?:validity|expiry|expiration)(?: (?:date|period))? (?:of|for) (?:this |the |our |my )?(?:bid|offer|order|quote|request)(?: (?:is|to be|being|shall be|will be|should be))?(?: ?:)? ?(?=(?:till|until|til|up ?to|through|by|to|on|{_DAY}|[0-9]))",
        "valid ",
    ),
    (
        "validity",
        rf"(?<![a-z])(?:bid|offer|order|quote|request) (?:validity|expiry)(?: (?:is|:))? ?(?=(?:till|until|til|through|{_DAY}))",
        "valid ",
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
)
