"""A lot that waits for the luck of another, said with the luck first: "should the 16 H100 be awarded to us, we further
need 8 L40S", and what is only said once more behind such a link.

Rules as in `paraphrases`. Luck, what leads up to the waiting lot, and what makes it worthless alone are one list each, so
that any of them goes with any other.
"""

from __future__ import annotations

from nlp.lexicon.lot_names import UNNAMED
from nlp.lexicon.paraphrases_structure import END, IDLE, START

_COUNT = r"(?:[0-9]{1,5}|an?|one|two|three|four|five|six|eight|ten|twelve|sixteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_IF = r"(?:(?:but |and |so )?(?:only )?(?:if(?:,? and only if,?)?|should|once|when|as soon as|provided(?: that)?|providing|assuming(?: that)?|supposing(?: that)?|in case|in the event(?: that)?))"
_BE = (
    r"(?:(?:'s|'re| is| are| gets?| be| being| been| has| have| was| were| actually| all| indeed| also| successfully)*)"
)
_OURS = r"(?: (?:to|for|by) (?:us|me|our (?:team|lab|desk|side)))?"
_WON = rf"(?:{_BE} (?:award(?:ed)?|grant(?:ed)?|allocat(?:ed)?|allott?ed|assigned|given|confirmed|secured|obtained|won|bought|purchased|procured|approved|accepted|filled|cleared|executed|matched|traded|landed|acquired|booked for us|reserved for us|successful|certain|settled|guaranteed|safe|fixed|agreed|ours|in the bag|in hand|a (?:go|yes|done deal))|(?: (?:does|do|all|actually|indeed|should|can|could|will))* (?:comes? (?:in|through|good|off|our way|to us|to pass)|goes? (?:through|ahead|our way)|go (?:through|ahead|our way)|gets? (?:through|in)|fills?|clears?|lands?|works? out|succeeds?|happens?|materiali[sz]es?|makes? it|pan out|pans out|execute[sd]?|turns? up))"
_FOR_DAY = r"(?P<t> for (?:the )?(?:[0-9]{1,2}(?:st|nd|rd|th)|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|tomorrow|tonight|next week)(?: (?:night|morning|evening|afternoon))?)?"
_ONLY_THEN = r"(?:,? (?:(?:and )?(?:only )?then(?: only| and only then)?|in that case(?: only)?))?"
_ASKS = r"(?P<w>(?:buy|purchase|need|require|want|take|get|book|reserve|order|request|seek|wish|like|have|bid) )"
_LEADS = rf"(?:{_ASKS}|(?:then|do (?:we|i)|only|also|too|further|furthermore|additionally|in addition|as well|moreover|please|kindly|just|do|(?:we|i)(?:'d|'ll| would| will| shall| do)?|you (?:can|may)|would|will|for|to|have|(?:give|sell) (?:us|me)|us|me|add|add on|include|tack on|tag on|tag|throw in|chuck in|toss in|put in|put down|put|bring in|pick up|be wanting|be needing|be taking|go for|bid for|ask for|make it|on top|another|a further|an additional|additional|the)[, ]+)*"
_LOT_BEHIND = rf"(?=(?:(?:sell|offer|lend out|lease out|rent out|give up) (?:our |my )?)?{_COUNT} (?:x )?(?:more(?![a-z])|(?:further|additional|extra|other) |of the same|nodes?|racks?|servers?|box(?:es)?|(?!(?:for|at|on|in|per|to|is|are|and|or|of|as|days?|hours?|hrs?|percent|cents|dollars|usd|bucks|gpu hours)(?![a-z]))[a-z][a-z ]{{0,12}}[0-9]))(?![^.;!?\n]*(?<![a-z])(?:instead|rather than|no longer|not|cheaper|otherwise)(?![a-z]))"
_PART = r"(?:(?!(?<![a-z])(?:and|or|plus|if|not|no|we|then|also)(?![a-z]))[^.,;:!?\n]|[.,:](?=[0-9]))"
_FIRST = rf"(?P<x>(?:{_COUNT}) (?:x )?(?:nodes? of |racks? of |servers? of )?(?P<g>PRODUCT)(?:s(?![a-z]))?(?![a-z0-9]){_PART}{{0,60}}?)"
_THE = r"(?:(?:the|those|these|them|our|my|all|that|this)[ ])*(?:(?:bid|order|request|lot|booking) (?:for|on|of) (?:the |those |our )?)?"
_GIVEN = r"(?:(?:we|i)(?:'re| are| am|'m| were| get)? (?:actually )?(?:given|awarded|granted|allocated|allotted|assigned)|(?:we|i)(?: do| can| could| should| actually| manage to| are able to| am able to| happen to| succeed in| end up)* (?:get|land|win|secure|obtain|receive|buy|book|acquire|procure|getting|landing|winning|securing|obtaining|receiving|buying|with)|you(?: do| can| could| are able to| manage to)+ (?:get|find|secure|offer|provide|deliver|allocate|award|grant|give|assign|book|reserve|let)(?: (?:us|me))?(?: have)?)"
_IT = r"(?:that|this|it|those|these|they|them|the (?:above|former|first)(?: (?:one|lot|bid|order|leg|part|item))?)"
_AWARD = r"(?:award|fill|allocation|allotment|confirmation|execution|success|grant|approval)"
_UPON = rf"(?:(?:but |and )?(?:only )?(?:upon|on|after|following|in (?:the )?(?:case|event) of|subject to|conditional (?:up)?on|contingent (?:up)?on|given|with)) (?:(?:the|an?|its|their|successful|full|prior|us getting) )*{_AWARD}"
_NOT_OF_THE_MARKET = r"(?! (?:at|above|below|under|over|by|before|late|with|in|as|elsewhere|cheaper|dearer|better|first|to (?!us|me))(?![a-z]))"

_NO_USE = r"(?:useless|worthless|pointless|meaningless|unusable|wasted|redundant|idle|no (?:use|good|help|value|interest)|of no (?:use|help|value|interest)|not (?:worth (?:it|having|buying)|needed|wanted|useful|of (?:any )?use|any (?:good|use)|required|interesting)|a waste(?: of money)?)"
_SERVE_NOT = rf"(?:(?:'re|'s| are| is| would be| will be| become| becomes)(?: completely| totally| quite| just| all)? {_NO_USE}|(?: make| makes| would make) no sense| (?:has|have|holds?|serves?|would have|carries|carry) no (?:meaning|value|use|purpose|point|sense)| (?:do|does|would|can)(?: not|n't) (?:help|make (?:any )?sense|work|matter|interest us|do anything))(?: (?:to|for) (?:us|me))?"
_ALONE = r"(?:on (?:their|its) own|by (?:themselves|itself)|(?:taken |standing )?alone|in isolation|solo|standalone|otherwise|without (?:them|those|that|it|these|the (?:first|others?)))"
_ALONE_BEHIND = r"(?:on (?:their|its) own|by (?:themselves|itself)|alone|in isolation|solo|standalone)"
_THEM = r"(?:they|it|that|those|these|this|the (?:rest|others?|second(?: (?:one|lot|part))?|latter))"
_UNWANTED = r"(?:(?:(?:we|i)(?:'re|'m| are| am)? )?(?:(?:do not|don't|would not|wouldn't|will not|won't|ain't|not|no) ?(?:really )?(?:want|need|take|have|buy|interested in|keen on|after|use for|care for|any use for|interest in)|have no (?:use|need|interest) (?:for|of|in)|got no (?:use|need|interest) (?:for|of|in)|can(?:not|'t) use)) "
_LINKED = r"(?:if we get|if those fill|only if|only with|only together with|only then|unless|without the)"

_WAITS = r"(?: (?:are|is|both|all|should|may|can|be|to|bought|filled|taken|wanted|needed|only|just|strictly|come|go|make|sense|worth|it|having|useful|of|use|useless|pointless|no|point))* (?:only|without|unless|conditional|contingent|dependent|depends?|hinges?|hangs?|with)(?![a-z])"

_LOT_BEGINS = (
    r"(?<![a-z0-9.:$-])[0-9]{1,5} (?:x )?(?:nvidia )?(?:nodes? |rtx |[a-z]{1,4}[0-9]|[2345]0[6789]0s?(?![0-9]))"
)
_NO_LOT = rf"(?:(?!{_LOT_BEGINS}|(?<![a-z])(?:or|else|otherwise|if|only|not|without|unless)(?![a-z]))[\s\S])"
_LABEL = r"(?:(?:item|lot|leg|part|line|order|position|job|bid|block|no\.?|#) ?)"
_ONE_LOT = rf"{_LOT_BEGINS}{_NO_LOT}{{2,200}}?"
_SPLIT = r"(?:(?<![0-9])[.;]|(?<=[0-9])[.;](?![0-9])|,(?= (?:and|then|plus) )|(?=\n))[ \n]+(?:(?:and|plus|then)(?: then| also)?,? )*"
_LEAD = r"(?:(?:he|she|they|we|i)(?:'d|'ll| would| will)? (?:also )?(?:do|take|want|like|add|need|have) )?"
_GRANTED = (
    r"(?:awarded|granted|allocated|filled|cleared|executed|matched|confirmed|secured|won|done|accepted|booked|bought)"
)
_COMES = rf"(?:(?: (?:is|are|gets?|be))? {_GRANTED}| (?:goes|go|comes|come) through| fills?| clears?| lands?)"
_IF_ONLY = r",? (?:but |and )?(?:is |are |wanted |needed )*only (?:(?:together |along )?with|if|once|when|provided)"
_FIRST_LOT = rf"(?:(?:the )?(?:first|1st)(?: (?:one|lot|leg|item|order|line|part|batch|half|bid|block|run))?|{_LABEL}?(?:1|one|a)(?![a-z0-9]))"
_ALL_SAID = rf"{END}(?![\s\S]*{_LOT_BEGINS})"
_CONFIRMED = r"(?:is|are|has been|was|gets?) (?:confirmed|certain|settled|safe|done|in place|secured|agreed)"
_CALLED = r"(?P<d>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"

LINKS: tuple[tuple[str, str, str], ...] = (
    # What was said first, by its size.
    (
        "only if|only once|only when",
        r"(?P<o>(?:but |and )?only (?:if|once|when)) (?:the |those )(?:big|bigger|large|larger|first|main|other|expensive|dear) (?:ones|cards|gpus|machines|nodes|pieces|boxes|servers)(?: (?:all|both|actually|really))*(?: (?:are|get|come|do|have been))? (?P<f>filled|fill|cleared|clear|booked|confirmed|secured|bought|through|placed|matched)(?![a-z])",
        "{o} those are filled",
    ),
    # The second of two lots only with the first.
    (
        "only",
        rf"^(?P<p>{_NO_LOT}{{0,80}}?){_LABEL}?(?:1|a)[.:)][ \n]*(?P<f>{_ONE_LOT})[.;,]?[ \n]+{_LABEL}?(?:2|b)[.:)](?P<z>)[ \n]+(?P<s>{_ONE_LOT})(?:[.;,]?[ \n]+(?:but |and )?(?:the )?{_LABEL}?(?:2|b))?{_IF_ONLY} (?:we (?:get|win|land) )?{_LABEL}?(?:1|a)(?![a-z0-9]){_COMES}?{_ALL_SAID}",
        "{p}{f}. tbh. {z}if those fill, also {s}",
    ),
    (
        "only",
        rf"^(?P<p>{_NO_LOT}{{0,80}}?){_LABEL}?(?:1|a)[.:)][ \n]*(?P<f>{_ONE_LOT})[.;,]?[ \n]+{_LABEL}?(?:2|b)[.:)][ \n]*only (?:with|if|once|when) {_LABEL}?(?:1|a)(?![a-z0-9]){_COMES}?(?P<z>) ?[:,-] ?(?P<s>{_ONE_LOT})(?=[.;\n]|$)(?![\s\S]*{_LOT_BEGINS})",
        "{p}{f}. tbh. {z}if those fill, also {s}",
    ),
    (
        "only",
        rf"^(?:first,? )?(?P<f>{_NO_LOT}{{0,80}}?{_ONE_LOT}){_SPLIT}{_LEAD}(?P<s>[^.;\n]{{0,40}}?{_ONE_LOT}){_IF_ONLY} (?:we (?:get|win|land) )?{_FIRST_LOT}{_COMES}?{_ALL_SAID}",
        "{f}. if those fill, also {s}",
    ),
    (
        "only",
        rf"^(?P<f>(?=[^.;\n]*(?<![a-z]){_CALLED}){_NO_LOT}{{0,80}}?{_ONE_LOT}){_SPLIT}{_LEAD}(?P<s>(?:(?!(?P=d))[^.;\n]){{0,40}}?{_ONE_LOT}){_IF_ONLY} (?:(?:we|he|she|they|i) (?:gets?|wins?|lands?|has|have) )?(?:the )?(?P=d){_COMES}?{_ALL_SAID}",
        "{f}. if those fill, also {s}",
    ),
    (
        "only with|only together",
        rf"[.;,]? (?:and |but |then,? )*only (?:together |along )?with (?:it|that|those|them|these|this),? (?={_LOT_BEGINS})",
        ". if those fill, also ",
    ),
    (
        "only with the|only together with the|only if the",
        rf"(?<![a-z])only (?:(?:together |along )?with|if) the (?:first|second|1st|2nd)(?: {_COMES})?{END}",
        UNNAMED,
    ),
    (
        "only",
        rf"^(?P<f>{_NO_LOT}{{0,80}}?{_ONE_LOT}),? (?:and|plus|then)(?: also)? (?P<s>{_COUNT} more (?!than){_NO_LOT}{{4,90}}?)[.;,] (?:but |and )?the (?:second|2nd|other|latter)(?: (?:one|lot|leg|item|order|batch|block|bid))?{_IF_ONLY} {_FIRST_LOT}(?: {_CONFIRMED}|{_COMES})?{_ALL_SAID}",
        "{f}. if those fill, also {s}",
    ),
    # One condition of two lots, and two in one sentence.
    (
        "only|without|unless|condition|contingent|depend|hing|hang",
        rf"{START}(?:and |but |though )?(?:both )?(?:the |those |our )?(?P<a>PRODUCT),? and (?:the |those |our )?(?P<b>PRODUCT)(?P<r>{_WAITS}[^.,;:!?\n]{{3,50}}){END}",
        "the {a}{r}. the {b}{r}",
    ),
    (
        "without|unless",
        rf"{START}(?:and |but |though )?(?:no|neither) (?P<a>PRODUCT)(?:,? and no|,? nor|,? or|,? and) (?P<b>PRODUCT)(?P<r> (?:without|unless)[^.,;:!?\n]{{3,50}}){END}",
        "no {a}{r}. no {b}{r}",
    ),
    (
        "without|unless|only",
        r"(?P<k>(?<![a-z])(?:without|unless|only (?:if|with|together with|once))(?: (?:the|we|i|get|also|have))* (?P<g>PRODUCT)(?: (?:fill|come through|are filled|clear))?),? and (?=(?:(?:no|the) )?[a-z][a-z0-9 ]{1,20} (?:without|only|unless)(?![a-z]))",
        "{k}. ",
    ),
    (
        "if|should|once|when|as soon as|provid|assuming|supposing|in case|in the event",
        rf"{START}{_IF} {_THE}{_FIRST}{_WON}{_OURS}{_FOR_DAY}{_NOT_OF_THE_MARKET}{_ONLY_THEN}[, ]+{_LEADS}{_LOT_BEHIND}",
        "if we get {x}{t}, also {w}",
    ),
    (
        "if|should|once|when|as soon as|provid|assuming|supposing|in case|in the event|upon|on |after|follow|subject to|given|with",
        rf"{START}(?:{_IF} {_GIVEN}|{_UPON} of) {_THE}{_FIRST}{_ONLY_THEN}(?:,|(?<=then)) {_LEADS}{_LOT_BEHIND}",
        "if we get {x}, also {w}",
    ),
    (
        "if|should|once|when|as soon as|provid|assuming|supposing|in case|in the event|upon|on |after|follow|subject to|given|with",
        rf"{START}(?:and |then |but )*(?:{_IF} (?:{_IT}{_WON}|(?:so |duly )?(?:awarded|granted|allocated|allotted|successful|secured|obtained|won|accepted|approved|confirmed|filled))|{_UPON}(?: of {_IT})?){_OURS}{_NOT_OF_THE_MARKET}{_ONLY_THEN}[, ]+{_LEADS}{_LOT_BEHIND}",
        "if those fill, also {w}",
    ),
    (
        "should|when|once|in case|in the event|provi|assuming|understanding|condition|premise|long as|if ",
        rf"(?<=[a-z0-9]),? (?:but |and )?(?:only )?(?:should|in case|in the event(?: that)?|provided(?: that)?|assuming(?: that)?|on the (?:proviso|understanding|condition|premise)(?: that)?|(?:so|as) long as|if|(?:only )?(?:when|once)) {_THE}{_FIRST}(?:{_WON}{_OURS}){END}",
        " only if we get {x}",
    ),
    (
        "should|once|when|as soon as|after",
        rf"{START}(?:and )?(?:should|once|when|as soon as|after)(?= (?:{_IT}|both|all|either|any|one)(?: of (?:them|these|those))?{_WON}{_OURS}{_ONLY_THEN}[, ]+{_LEADS}{_LOT_BEHIND})",
        "if",
    ),
    (
        "if you|if we|once you|once we|provided",
        rf"{START}(?:and |then |but )*{_IF} (?:you|we)(?:'re| are| can| could| do| manage to| able to| should)* (?:do|get|fill|find|supply|deliver|secure|land|source|manage|offer|provide) {_IT}{_ONLY_THEN}[, ]+(?:{_LEADS})?(?=(?:another|an additional|a further|{_COUNT} more) |[0-9]{{1,5}} (?:x )?(?:rtx |[a-z]{{1,4}}[0-9]))",
        "if those fill, also {w}",
    ),
    (
        "only if you|only if we|only when you|only when we|only once you|only once we",
        rf"(?<![a-z])only (?:if|when|once) (?:you|we)(?: can| could| do| also| are able to| manage to)* (?:manage|supply|land|find|deliver|fill|source|do|offer|provide|secure|have)(?: to get| also| us| me)* (?={_COUNT} (?:x )?(?:nodes? |racks? |rtx |tpu |[a-z]{{1,4}}[0-9]))",
        "only if we get ",
    ),
    # What opens a clause with a lot and is no known condition is asked about like an "if".
    (
        "should|once|when|as soon as|after|subject to|upon|in case|in the event|assuming|supposing",
        rf"{START}(?:but |and |so )?(?:(?:should|once|when|as soon as|subject to|upon|in case|in the event(?: that)?|assuming(?: that)?|supposing(?: that)?)(?: {_AWARD} of)?|after {_AWARD} of)(?= {_THE}(?:{_COUNT}) (?:x )?(?:nodes? of |racks? of |servers? of )?(?P<g>PRODUCT)(?:s(?![a-z]))?(?![a-z0-9]))",
        "if",
    ),
)

_FAILING = r"(?:(?:if|when|should) (?:they|those|these|it|that|this|we|the first(?: (?:one|lot))?)(?: (?:don't|doesn't|do not|does not|fails? to|can't|cannot|won't|aren't|isn't|are not|is not|not|get|come through|go through|fill|clear|them|it|be|come in|awarded|granted|filled))+|if not|otherwise|else|failing (?:that|which|those))"
_LEAVE = r"(?:forget(?: about)?|skip|drop|leave (?:out|off)|scrap|ignore|cancel|strike|no(?: need (?:for|of|to (?:get|book|buy)))?|(?:do not|don't) (?:bother(?: with| about| getting| booking)?|get|buy|book|need|want|take|add|include)|(?:we|i)(?:'d| would| will|'ll)? ?(?:do not|don't|won't|wouldn't|will not|not|no longer|have no use for) ?(?:need|want|take|buy|be needing)?)"

RESTATED: tuple[tuple[str, str, str], ...] = (
    (
        "if |should|when|otherwise|else|failing",
        rf"(?P<b>(?<![a-z])(?:if we get [^\n]{{3,120}}?|if those fill,) also (?:[a-z]+ ){{0,3}}{_COUNT} (?:x )?(?P<g>PRODUCT)(?![a-z0-9])[^\n]{{0,120}}?[.;(—-] ?)(?:(?:and|but),? )?{_FAILING},? (?:then )?{_LEAVE} (?:(?:the |those |these |any )?(?:(?P=g)|second(?: (?:one|lot|part))?|latter|rest|others?)|them|it|those|that|either)(?: (?:either|too|as well|then|at all))?{END}",
        f"{{b}}{IDLE}",
    ),
    (
        "own|themselves|itself|alone|isolation|solo|standalone|otherwise|without",
        rf"(?P<b>(?<![a-z]){_LINKED}(?![a-z])[^\n]{{3,200}}?[,.;(—-] ?)(?:(?:and|but|as|because|since),? )?(?:{_ALONE},? {_THEM}{_SERVE_NOT}|{_THEM}{_SERVE_NOT} {_ALONE_BEHIND}|{_UNWANTED}(?:them|it|that|those|these|the (?:second|latter|rest)) {_ALONE_BEHIND}){END}",
        f"{{b}}{IDLE}",
    ),
    (
        "without|no ",
        rf"(?P<b>(?<![a-z])if we get [^,\n]{{0,60}}?(?P<g>[a-z]{{1,4}}[0-9]{{1,4}}[a-z]?)(?![a-z0-9])[^\n]{{3,200}}?[,.;(—-] ?)(?:(?:and|but|as|because|since),? )?(?:without (?:the |those |any )?(?P=g),? {_THEM}{_SERVE_NOT}|{_THEM}{_SERVE_NOT} without (?:the |those |any )?(?P=g)|no (?P=g),? no(?:thing| deal| order| point)?(?: (?!(?P=g))[a-z]{{1,4}}[0-9]{{1,4}}[a-z]?)?){END}",
        f"{{b}}{IDLE}",
    ),
    (
        "own|itself|alone|isolation|solo|standalone",
        rf"(?P<b>(?<![a-z])if we get [^\n]{{10,120}}? also [^.\n]{{2,100}}?(?P<d>the [0-9]{{1,2}}(?:st|nd|rd|th)|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)(?![a-z0-9])[^.\n]{{0,60}}[.,;] )(?:(?:and|but),? )?(?:{_UNWANTED}(?P=d)|(?P=d){_SERVE_NOT}) {_ALONE_BEHIND}{END}",
        f"{{b}}{IDLE}",
    ),
)
