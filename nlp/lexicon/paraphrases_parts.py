"""Turns of phrase for a lot that is wanted only with another, for choosing among lots, and for counting them.

Rules as in `paraphrases`; each verb of leaning, wanting and leaving out is one list, so that any of them goes with any
way of naming the two lots.
"""

from __future__ import annotations

from nlp.lexicon.lot_names import CHOICE_NOUNS, PART_NOUNS
from nlp.lexicon.paraphrases_structure import CLEARS, END, IDLE, START

_SO = r"(?:(?:but|and|so|then|though|also|of course|obviously|otherwise|please|kindly|just|to be clear|note that|however|as|because|since),? )*"
_THE = r"(?:(?:the|those|our|these|all|any|all of the|all the|of) )*"
_LOT = r"(?: (?:ones?|lots?|cards?|gpus?|leg|part|order|nodes?|boxes|themselves|bit|item))?(?:,)?"
_THEN = rf"{_THE}(?P<then>PRODUCT){_LOT}"
_FIRST = rf"(?:us |we |you |them )?(?:(?:also|first|actually|successfully) )*(?:(?:getting|landing|securing|winning|having|buying|booking|obtaining|filling|the presence of|a fill on) )?{_THE}(?P<first>PRODUCT){_LOT}"
_GET = r"(?:get|land|win|secure|have|find|buy|obtain|book|manage|hold|got|take|pick up)"
_IF_FIRST = rf"(?:if and only if|if|when|once|where|provided(?: that)?|in case|as long as|so long as|assuming(?: that)?|given|on (?:the )?condition(?: that)?|after|as soon as)(?: (?:we|you|i|they))?(?: (?:can|do|also|actually|really|indeed|manage to|are able to))*(?: {_GET})? {_THE}(?P<first>PRODUCT){_LOT}(?: (?:too|as well|also|to go with them|(?:are|have been|has been|is) (?:there|ours|in place|secured|in|filled)|{CLEARS}))*"
_WITH_FIRST = rf"(?:(?:in combination |in conjunction |in tandem |together |along |combined |paired |bundled )?with|alongside|next to|beside|on top of|in addition to) {_THE}(?P<first>PRODUCT){_LOT}"
_FAILING = rf"(?:(?:if|when|should|in case) {_THE}(?P<first>PRODUCT){_LOT} (?:(?:do not|don't|doesn't|does not|fail to|can't|cannot|won't|will not|didn't|not) (?:fill|be filled|clear|come through|come in|go through|work out|get filled|execute|land|trade|happen|make it)|(?:are|is)(?: not|n't) (?:filled|available|cleared|there|to be had|in)|fails?(?: to (?:fill|clear))?|falls? (?:through|flat)|(?:are|is|get|gets) (?:gone|unavailable|sold out|rejected|missed))|(?:if|when|should|in case) (?:we|you|i)(?:'re| are| have| do| still|'ve)* (?:not|don't|can't|cannot|fail to|couldn't|didn't|won't|miss out on|miss|end up without|unable to|n't)(?: {_GET})? {_THE}(?P<first>PRODUCT){_LOT})"
_WITHOUT = rf"(?:without|absent|minus|failing|lacking|in the absence of|(?:unless|if not for|except|other than|until)(?: (?:we|you|i|it's|they're))?(?: (?:can|do|also|actually|manage to))*(?: {_GET})?(?: with| together with)?) (?:(?:getting|having|landing|securing|also) )*{_THE}(?P<first>PRODUCT){_LOT}(?: (?:too|as well|also|to go with them|behind them|in place|{CLEARS}))*"
_NO_USE = r"(?:useless|worthless|pointless|unusable|meaningless|idle|dead (?:weight|money)|a waste(?: of money)?|wasted|redundant|no (?:use|good|help|value|fun)|of no (?:use|help|value|interest)|not (?:worth (?:it|having|buying|the money|a cent|paying for|anything)|needed|wanted|useful|of (?:any )?use|any (?:good|use)|required|interesting|much (?:use|good))|n't (?:worth (?:it|having|buying|the money|a cent|paying for|anything)|needed|wanted|useful|of (?:any )?use|any (?:good|use)|required|interesting|much (?:use|good)))"
_SERVES_NOT = rf"(?:(?:are|is|'re|being|would be|will be|become|becomes)(?: completely| totally| quite| absolutely)? ?{_NO_USE}|(?:make|makes|made|would make) no sense|(?:have|has|would have|serve|serves|be of) no (?:value|use|purpose|point)|mean nothing|(?:do(?:es)?(?: not|n't)|would(?: not|n't)|can(?: not|not|'t)) (?:make (?:any )?sense|help|matter|count|be used|work|mean anything|do (?:anything|much)|interest us|run|stand)|(?:do|does|would do) nothing)(?: (?:to|for) (?:us|me|anyone))?(?: (?:at all|whatsoever|here))?"
_LEANS = r"(?:(?:(?:are|is|'re|being|remain|remains)(?: made| strictly| fully| only| entirely| all)? )?(?:(?:strictly |fully |only |entirely )?(?:conditional|contingent|dependent|conditioned|predicated|reliant) (?:up)?on|(?:subject|tied|linked|coupled|bound|attached|chained|pegged|secondary|subordinate|hitched|ancillary|an? (?:add-?on|addition|extra|supplement|follow-on|appendix|side order|companion|accessory|rider)) to|(?:riding|hanging|depending|hinging|relying|leaning|piggybacking|resting|waiting) (?:up)?on|behind)|(?:only |strictly )?(?:ride|hang|depend|hinge|rely|lean|piggyback|rest|turn|wait|stand or fall|live or die|sink or swim|stand and fall)s? (?:(?:up)?on|with|by|for|off)|(?:only )?(?:go|come|belong|travel|stand|trade|fill)s? (?:only )?(?:along |together )?with|(?:only )?follows?(?: on from)?)"
_USEFUL = r"(?:(?:are|is|'re|being|would be|become|becomes|will be)(?: only| just| really)* (?:worth (?:it|having|buying|the money|taking|paying for|getting|anything|while)|worthwhile|useful|good|of (?:any )?(?:use|value|interest|help)|(?:any )?(?:use|good)|wanted|needed|relevant|interesting|usable|required|to be (?:bought|taken|filled|booked))|(?:only |just )?(?:(?:make|makes) (?:any )?sense|come(?:s)? (?:in(?:to (?:play|it|question))?|up)|kick in|step in|appl(?:y|ies)|counts?|matters?|help|helps|pays? off|works?|interest us|goes|go|stand|fills?)|(?:only )?(?:get|gets) (?:bought|filled|booked))(?: (?:to|for) (?:us|me))?"
_LEAVE = rf"(?:(?:(?:do not|don't|no need to|never|not to|won't|would not|wouldn't) (?:bother (?:with|about|getting|buying|booking)|get|buy|take|want|need|book|include|give (?:me|us)|fill|touch|care (?:about|for))|(?:i|we)(?:'d|'ll| would)? ?(?:rather not|prefer not to|do not|don't|won't|can't|cannot|wouldn't|would not|have no|'ve no|'d have no) (?:want|need|use|take|have|(?:use|need|interest|reason|point|wish)(?: for| in| of)?)|skip|forget(?: about)?|drop|leave (?:out|off|away)|cancel|scrap|omit|ignore|strike|pass on|hold off on|never mind|(?:there(?:'s| is) )?(?:no|little|not much) (?:point|sense|use|reason|value|need|interest)(?: in| for| of| to)?(?: (?:us|me|our))?|no|not|never|nothing of|i'm not interested in|we're not interested in|we can do without|i can do without)(?: (?:getting|having|buying|taking|booking|paying for|bother(?:ing)? with|get|buy|book|take|have))? {_THE})"
_AS_WELL = r"(?: (?:too|as well|also|either|at all|then|altogether|entirely|please|again|from the order|for us))*"
_ALONE = r"(?:on (?:their|its) own|by (?:themselves|itself)|alone|in isolation|solo|standalone)"
_COUNTED = r"(?=(?:the |those |our )?(?:[0-9]{1,5} |a node|a rack|two |four |eight |sixteen |a dozen ))"
_CLAUSE = r"[^.;:!?\n]{0,50}?"
_THOSE = r"(?:those|that|them|it|these|this|the above|the former|the others?|the rest|that one|the first (?:one|lot|order|leg|part|batch)?)"
_TWO = r"(?:two|three|four|five|both|[2-5])"
_NOUNS = rf"(?:pieces of (?:work|business)|{PART_NOUNS}|things|needs|requirements|asks|tickets|windows|tasks|projects|workloads|experiments|separate things)"
_HEADING = r"^(?P<x>(?:[^0-9]{0,160}?[.!?:\n,-] ?)?)(?:(?:we|i)(?:'ve|'d like to (?:make|place)|'d like| have| need| want| would like to (?:make|place)| must make)(?: got)? |there (?:are|'re) |here (?:are|come) |these are |it's |this is about |please (?:find|book|take|fill|place|make|enter) )?(?:the )?"
_HEADED = r"(?: (?:here|in all|in total|today|please|for (?:you|us|me|this week|next week)|from (?:us|me)|to (?:place|book|make|fill|enter)|this time|on (?:our|my|this) (?:side|end|part|list)|from our side|i need|we need|we have|below))*(?=[^a-z0-9].{0,400}[0-9] ?x? ?[a-z]{1,4}[0-9])"
"""A count of the lots before the first of them: nothing counted stands before it, something behind."""
_NEED = r"(?:(?:we|i)(?:'d| would|'ll)? (?:only |just |really )*(?:need|want|require|like|take|must have|can use|have use for|have room for|have money for))"

_CHOOSE = r"(?:you (?:can |may |should )?)?(?:choose|pick|decide|select|take)(?: (?:either|any|one|which|whichever|freely|between them))?(?: one)? (?:(?:as per|according to|based on|depending on|in line with|going by|as|per|by)) (?:your |the |current |our |supply and )*(?:availability|availabilities|stock|supply|capacity|convenience|what (?:you have|is (?:free|available|there|in stock)|you've got|you can (?:get|offer|find))|it suits you|suits you|you (?:like|please|see fit|wish))"
_ANY_OF_THEM = rf"(?:(?:it's |it is )?(?:take your pick|dealer's choice|(?:the )?(?:choice|pick|decision|selection) (?:is|we leave|i leave|rests|lies|stays)(?: left)?(?: (?:to|with|up to))? you(?:rs)?|{_CHOOSE}|(?:whichever|whatever)(?: one)?(?:'s| is) (?:the )?(?:more |most )?(?:hand(?:y|ier|iest)|eas(?:y|ier|iest)|convenient|simpler|simplest|practical)(?: (?:for|to) (?:you|get|find|arrange|fill|supply|provide))*|(?:you (?:can |may )?)?(?:pick|choose|take) (?:either|one|whichever|any)(?: one)?(?: of (?:them|these|those|the (?:two|three)))?(?: you (?:like|want|prefer|can get))?|your (?:pick|choice|call)|(?:it )?(?:(?:does not|doesn't|does n't|do not|don't|won't|will not)(?: really| much| greatly)? matter|(?:makes|is|'s) (?:no|all) (?:odds|difference|matter|same))(?: much| at all| a bit)?(?: to (?:us|me))? (?:which(?: ones?)?(?: (?:of (?:them|the two|these|those|the three)|it is|you (?:choose|pick|take)))?)|(?:(?:we|i)(?:'re| are|'m| am)? )?(?:do not|don't|ain't|not|no) (?:really |much |too )?(?:mind|care|fussed|fussy|picky|bothered|particular|choosy|preference|preferring)(?: about| as to)? (?:which(?: ones?)?)(?: (?:of (?:them|the two|these|those)|it is|we get|clears|fills|comes))*|(?:both|either|all) (?:are |is )?(?:equally good|the same to (?:us|me)|equal to (?:us|me)|equivalent)|(?:(?:choose|take|pick|buy|get|fill) )?(?:whichever|whatever)(?: one| of (?:them|these|those|the two))? (?:(?:you|we|i) (?:can|could|manage to)(?: get| find| land| have)?|(?:of (?:them|these|those|the two) )?(?:clears|fills|works|comes|goes|is (?:free|available)|can be (?:had|found|filled)|turns up|comes up|lands|comes through|gets filled|trades|is (?:on offer|there|to be had)|suits you)(?: first| through)?)|any one of (?:them|these|those|the (?:two|three))(?: (?:will do|is fine|works|suits (?:us|me)))?|(?:(?:either|any|one)(?: one| lot| option| alternative| of the lots)?(?: of (?:them|these|those|the (?:two|three|four)))? (?:will do|would do|will serve|would serve|serves|does it|is (?:enough|fine|ok|okay|plenty|sufficient|all (?:we|i) need)|suffices|suits (?:us|me)|works(?: for (?:us|me))?))))(?: (?:for us|for me|please|here|really))*"
_SOME = r"(?:(?:any|exactly|just|only|at (?:least|most)|up to|no more than|pick|choose|take|need|want) (?:two|three|four|[2-5])|(?:two|three|four|[2-5]) (?:out )?of|one or (?:more|two|both))"
"""A choice of another number, which what is said of the ones that are chosen leaves as it is."""

PARTS: tuple[tuple[str, str, str], ...] = (
    (
        " order| bid| lot| part| leg| trade| deal| block| request| booking",
        rf"{START}(?:and |but )?(?:only |just )?(?:(?:if|once|when|provided(?: that)?|should)(?:,? \(?and only if\)?)?|if \(and only if\)) (?:that|this) (?:order|bid|lot|part|leg|trade|deal|block|request|booking)(?: is| gets| has| was| has been)? (?:{CLEARS}|matched|successful|accepted|happens?|(?:come|go)(?:es)? (?:through|off)|works? out|succeeds?|lands?|won){END}",
        "only if that fills",
    ),
    # One lot only with another, both named again.
    (
        "rid|hang|depend|hing|rel|lean|piggy|rest|turn|wait|fall|die|swim|go|come|belong|travel|trade|fill|follow|condition|contingent|predicated|subject|tied|linked|coupled|bound|attached|chained|pegged|second|subord|hitch|ancill|add|extra|supplement|appendix|side|companion|accessory|behind",
        rf"{START}{_SO}{_THEN} {_LEANS} {_FIRST}(?: {CLEARS}| being (?:filled|there|available|secured))*{END}",
        "no {then} without the {first}",
    ),
    (
        "if|when|once|where|provided|case|long as|assuming|given|condition|with|alongside|next|beside|top|addition|after|soon",
        rf"{START}{_SO}{_THEN} {_USEFUL}(?: only| just)* (?:{_IF_FIRST}|{_WITH_FIRST}){END}",
        "no {then} without the {first}",
    ),
    (
        "only|just|strictly",
        rf"{START}{_SO}{_THEN}(?: (?:are|is|being|but|(?:to|should|must|can|will|shall|may) be|bought|filled|taken|booked|fill))*(?: (?:only|just|strictly))+ (?:{_IF_FIRST}|{_WITH_FIRST}){END}",
        "no {then} without the {first}",
    ),
    (
        "without|unless|absent|minus|failing|lacking|absence|if not|until|except",
        rf"{START}{_SO}{_THEN} {_SERVES_NOT} {_WITHOUT}{END}",
        "no {then} without the {first}",
    ),
    ("if|when|should|case", rf"{START}{_SO}{_THEN} {_SERVES_NOT} {_FAILING}{END}", "no {then} without the {first}"),
    (
        "if|when|once|where|provided|case|long as|assuming|given|condition|with|alongside|next|beside|top|addition|after|soon",
        rf"{START}{_SO}(?:i|we)(?:'d|'ll| would| will| can| could)? (?:only |just )?(?:want|take|need|buy|use|have|go for|like|be interested in|care (?:about|for)|consider)(?: only| just)? {_THEN}(?: only| just)? (?:{_IF_FIRST}|{_WITH_FIRST}){END}",
        "no {then} without the {first}",
    ),
    (
        "without|unless|absent|minus|failing|lacking|absence|if not|until|except",
        rf"{START}{_SO}{_LEAVE}(?P<then>PRODUCT){_LOT}{_AS_WELL} {_WITHOUT}{END}",
        "no {then} without the {first}",
    ),
    (
        "if|when|should|case",
        rf"{START}{_SO}{_LEAVE}(?P<then>PRODUCT){_LOT}{_AS_WELL} {_FAILING}{END}",
        "no {then} without the {first}",
    ),
    # The one that has to fill first is named first.
    (
        "without|absent|minus|failing|lacking|absence|unless|if not",
        rf"{START}{_SO}{_WITHOUT},? {_SO}(?:{_LEAVE}(?P<then>PRODUCT){_LOT}|{_THEN} {_SERVES_NOT}){_AS_WELL}{END}",
        "no {then} without the {first}",
    ),
    (
        "if|when|should|case",
        rf"{START}{_SO}{_FAILING},? {_SO}(?:(?:i|we)(?:'d|'ll| will| would)? )?(?:{_LEAVE}(?P<then>PRODUCT){_LOT}|{_THEN} {_SERVES_NOT}|{_THEN} (?:can |should |must )?(?:go|goes|fall|falls|be dropped|be left out|drop out|be skipped|is out|are out|are off)(?: away| too)?){_AS_WELL}{END}",
        "no {then} without the {first}",
    ),
    (
        "no ",
        rf"{START}{_SO}no (?P<first>PRODUCT)(?:,|:| =| ->| means) ?(?:then )?(?:no|nor|and no) (?P<then>PRODUCT)(?: either)?{END}",
        "no {then} without the {first}",
    ),
    # The lot at hand leans on one that is named.
    (
        "that |which |tied|linked|worth|good|sense|condition|contingent|riding|hanging|depending|dependent|subject|coupled|bound|attached|add|only|useless|worthless|pointless|no use|no good",
        rf",? (?:\()?(?:(?:that|which) )?(?:(?:{_LEANS}|(?:only|strictly|but only)(?: (?:good|useful|of use|worth it))? (?:together |along |combined |in combination |in conjunction )?(?:with|alongside)|(?:(?:are|is) )?{_NO_USE}(?: (?:to|for) (?:us|me))? without) {_FIRST}|(?:only |just )?{_USEFUL}(?: only| just)* (?:{_IF_FIRST}|{_WITH_FIRST}))(?: {CLEARS}| being (?:filled|there|available|secured))*\)?{END}",
        " but only if the {first} fill",
    ),
    # Both lots are counted where the one is said to lean on the other.
    (
        "without|unless|only|condition|contingent|depend|hang|hing|rid|rel|lean|wait|tied|linked|subject|predicated",
        rf"(?<=[a-z0-9]) (?:{_SERVES_NOT} (?:without|unless (?:we|i) (?:get|have|land))|(?:are|is) (?:only |just )?(?:worth (?:it|having|buying)|wanted|useful|of use|needed) (?:only )?(?:with|together with|if (?:we|i) (?:get|have|land))|{_LEANS})(?: (?:us )?(?:getting|landing|securing|winning|having))? {_COUNTED}",
        " only if we get ",
    ),
    (
        "those|that|them|it|these|this|above|former|other|rest|first",
        rf"{START}{_SO}(?P<x>(?:the |those |our )?[0-9]{{1,5}} {_CLAUSE}) (?:{_LEANS}|{_SERVES_NOT} without|{_USEFUL} only (?:with|if (?:we|i) (?:get|have|land))|only with|(?:are|is) only (?:wanted|needed|useful|worth it|good) (?:with|if (?:we|i) (?:get|have|land))) {_THOSE}(?: {CLEARS})*{END}",
        "if those fill, also {x}",
    ),
    (
        "own|themselves|itself|alone|isolation|solo|standalone",
        rf"(?<=[.;\n] ){_SO}(?P<x>(?:the |those |our )?[0-9]{{1,5}} {_CLAUSE}),? {_SERVES_NOT} {_ALONE}{END}",
        "if those fill, also {x}",
    ),
    (
        "with those|with them|with that|with these|with it",
        rf"{START}{_SO}(?:only )?with {_THOSE},? (?:and|but) (?:only|just) (?:together )?with {_THOSE},?(?= )",
        "if those fill, also",
    ),
    (
        "basis|strength|back of|condition|case|if |once",
        rf"{START}{_SO}(?:on the (?:basis|strength|back|condition) of (?:that|those)(?: fill(?:ing)?)?|on (?:that|this) (?:condition|basis)|in (?:that|which) case(?: only| alone)?|(?:if and only if|only if|if|once) (?:we|i|you) {_GET} {_THOSE}),?:?(?: (?:also|then|add|take|please))*(?= (?:the )?(?:[0-9]|two |four |eight |sixteen |a node))",
        "if those fill, also",
    ),
    # What stands in for a lot.
    (
        "out of|short of|without|where|got none|run out",
        rf"{START}{_SO}(?:if (?:you|they|we)(?:'re| are|'ve| have| should be)? (?:all |already |completely |by then )*(?:out of|run out of|short of|sold out of|booked out of|got none of|without) (?:{_THOSE}|any)|where (?:that|this|those|these|it|they)(?:'s| is| are| proves?| prove| turns? out)?(?: to be)?(?: not|n't|n't to be| not to be)? ?(?:possible|available|feasible|doable|impossible|unavailable|to be had)(?<! possible)|where (?:that|this|those|these|it|they)(?:'s| is| are)(?: not|n't) possible)(?: (?:any ?more|by then))?,?(?: then| please)?(?= )",
        "if not,",
    ),
    (
        "plan|option|choice|alternative|first",
        rf"{START}{_SO}(?:if|should|when|in case) (?:plan|option|choice|alternative|the first (?:choice|option|plan)|our first (?:choice|option|plan)|my first (?:choice|option|plan)) ?(?:a|1|one)? (?:fails?|falls? (?:through|flat)|(?:does|do|will|should)(?: not|n't)? ?(?:work(?: out)?|fill|clear|go through|come off)|(?:is|be)(?: not|n't)? ?(?:available|possible|gone|unavailable|filled|taken|off the table)),?(?: then)?,?(?= (?:plan|option|choice|alternative) ?(?:b|2|two))",
        IDLE,
    ),
    (
        "unit|pair|package|bundle|whole|set|block|order|trade|lot|deal",
        rf"{START}{_SO}(?:treat|fill|trade|execute|book|take|consider|handle|regard|clear|view|count|see|sell|buy) (?:them|it|these|those|both|all|the (?:two|three|pair|lot)|this|everything)(?: all| both| of them| together)? (?:only )?(?:as|in) (?:a|one|a single|one single) (?:single )?(?:unit|pair|package|bundle|whole|set|block|order|trade|lot|deal|combination|group){END}",
        "both or neither",
    ),
    # Choosing among the lots.
    (
        "pick|choice|choose|decide|decision|select|matter|care|mind|equal|same to|fuss|picky|bothered|particular|prefer|odds|difference|whichever|whatever",
        rf"(?P<x>(?<![a-z]){_SOME}(?![a-z])[^\n]{{0,300}}?[,.;:(—-] ?){_SO}{_ANY_OF_THEM}{END}",
        f"{{x}}{IDLE}",
    ),
    (
        "pick|choice|choose|choosing|matter|care|mind|equal|same to|up to you|indifferent|whichever|whatever|either|any of|any one|one|fuss|bothered|particular|prefer|decide|decision|select|odds|difference",
        rf"{START}{_SO}{_ANY_OF_THEM}{END}(?! ?:)(?![^\n]*(?<![a-z]){_SOME}(?![a-z]))",
        "only one of them",
    ),
    (
        "need|want|must|require|take|room|money",
        rf"{START}{_SO}{_NEED} (?:just |only |exactly )?one(?: of (?:them|these|those|the (?:two|three|four)))?(?:,? not (?:both|all|two|more))?(?: only| though| of course)*{END}",
        "only one of them",
    ),
    (
        "one",
        rf"{START}{_SO}(?:(?:just|only|exactly) )?one(?: of (?:them|these|those|the (?:two|three|four)))?,? (?:but )?(?:not|never) (?:both|all|all of them|two|more(?: than one)?){END}",
        "only one of them",
    ),
    (
        "need|want|must|require|take",
        rf"{START}{_SO}{_NEED} (?:the (?:pair|two|whole lot|full set|lot|set|three|whole package)|all (?:of (?:them|these|those|it)|(?:the )?(?:two|three|four)(?: of them)?)|both(?: of (?:them|these|those))?|every one of (?:them|these|those))(?: (?:together|or nothing|or neither|or none|though|to go through|filled|please))*{END}",
        "both or neither",
    ),
    (
        "pair|sides|legs|both|parts|halves|two|all of|these|together|separa|split|indivis",
        rf"{START}{_SO}(?:(?:only )?(?:as|in) (?:a|one) (?:pair|package|set|bundle|unit|whole|block|job lot)|(?:both|all)(?: (?:sides|legs|parts|halves|lots|pieces|ends|orders|of them|two|three))? (?:or|and) (?:none|neither|nothing|not at all)|the (?:pair|two|whole) or (?:nothing|none|neither)|(?:(?:the|these|those|all) )?(?:two|pair|three|both|these|they)(?: (?:lots|parts|legs|orders|of them|sides))? (?:go|belong|stand|hang|come|are (?:tied|wanted|needed|to be filled)) together|(?:all|both) (?:of (?:it|them) )?or (?:none|nothing|neither)(?: of (?:it|them))?|(?:inseparable|indivisible)|not to be (?:split|separated)|don't (?:split|separate) (?:them|the two|the pair)){END}",
        "both or neither",
    ),
    (
        "out of|from|of |among|between",
        rf"^(?:out of|from|among|between) (?P<x>(?:the following[:,]? )?[0-9][^.;!?\n]{{20,200}}?),? (?:we|i)(?:'d| would|'ll)? (?:want|need|take|like|require)(?: to (?:have|get))? (?:(?P<k>exactly|just|only|any) )?(?P<n>one|two|three)(?: of them)?{END}",
        "{x}: any {n} of them",
    ),
    (
        "exactly|just|only|precisely",
        rf"(?<=[a-z0-9])(?:,|;|:|\.| -)? (?:but )?(?:{_NEED} )?(?:exactly|just|only|precisely) (?P<n>two|three) of (?:them|these|those|the (?:three|four|five)){END}",
        ": any {n} of them",
    ),
    (
        "without the other|without its",
        rf"{START}{_SO}(?:neither|one|either)(?: one| of (?:them|the two|these|those))? (?:(?:is|are)(?: not|n't)? (?:any |much |of (?:any )?|no )?(?:good|use|useful|worth (?:it|anything|having)|value|useless|pointless|worthless)|(?:makes|does not make|doesn't make) (?:any |no )?sense|works)(?: (?:to|for) (?:us|me))? without (?:the|its) other{END}",
        "both or neither",
    ),
    (
        "both|all",
        rf"(?<=[a-z0-9]),? or (?:both|all(?: (?:two|three))?)(?: of (?:them|these|those))?(?<! all){END}(?! ?:)",
        ", at least one of them",
    ),
    # How many there are, said before they are.
    (
        "two|three|four|five|2|3|4|5|both",
        rf"{_HEADING}{_TWO} (?:separate |different |distinct |independent |more |small |new )*{_NOUNS}{_HEADED}(?=[,;—.]| -)",
        f"{{x}}{IDLE}",
    ),
    (
        "two|three|four|five|2|3|4|5|both",
        rf"{_HEADING}{_TWO} (?:separate |different |distinct |independent |more |small |new )*{_NOUNS}{_HEADED}(?= ?:)",
        "{x}the following",
    ),
    (
        "option|choice|alternative|possibilit|plan|variant|scenario",
        rf"{_HEADING}{_TWO} (?:separate |different |distinct |possible )*{CHOICE_NOUNS}{_HEADED}(?= ?(?::|\.(?= ?\n? ?(?:\(?[1a][).:]|(?:item|choice|option) (?:1|a|one)(?![a-z0-9])))))(?![^\n]*(?<![a-z])(?:both|all|{_SOME})(?![a-z]))",
        "{x}one of these",
    ),
    (
        "option|choice|alternative|preference|possibilit|plan|variant|scenario",
        rf"{_HEADING}{_TWO} (?:separate |different |distinct |possible )*{CHOICE_NOUNS}{_HEADED}(?=[,;—.-]? ?-? ?(?:of which )?(?:(?:we|i)(?:'d|'ll)? |and |but )*(?:only |just )*(?:one|pick|choose|either|any|take|need one|need only one|need just one|want one|want only one)(?![a-z]))",
        f"{{x}}{IDLE}",
    ),
    # A product named before it is counted.
    (
        "will do|fine|would do|works|needed|need|want|after|please|go for|ok|perfect|good|enough|trick|job|suffice",
        r"(?:^|(?<=[.!?\n] )|(?<=\n))(?:(?:the|an?|some) )?(?P<p>PRODUCT)(?:s|'s)? (?:gpus? |cards? )?(?:(?:will|would|should|'ll) (?:do(?: the (?:trick|job))?|be (?:fine|ok|enough|perfect|good|great)|work|suffice|serve)|(?:is|are) (?:fine|ok(?:ay)?|good|perfect|enough|what (?:we|i) (?:need|want|are after|'re after)|good enough|all (?:we|i) need|plenty)|works?|does (?:it|the (?:job|trick)))(?: (?:here|(?:for|with) (?:this(?: (?:one|job|run|time|task))?|that|us|me|now|it|the job|the task|(?:this|the) (?:job|run|one))))*(?P<s> ?[:,.;—] ?| - )(?=(?:[0-9]|a dozen|half a dozen|two|four|six|eight|ten|twelve|sixteen|twenty|thirty|a pair|a node|one))",
        "{p}, ",
    ),
    ("half a dozen", r"half a dozen of (?:them|those|these)(?![a-z])", "6 of them"),
    ("a dozen", r"(?<!half )(?<![a-z])(?:a|one) dozen of (?:them|those|these)(?![a-z])", "12 of them"),
    ("two dozen", r"(?<![a-z])two dozen of (?:them|those|these)(?![a-z])", "24 of them"),
    (
        "second|third|further|separate|additional",
        rf"(?<![a-z])an? (?:second|third|further|separate|additional) {PART_NOUNS} (?:of|for|with) (?=[0-9]|two |four |eight |sixteen )",
        "",
    ),
    ("at that", r"(?P<n>(?:[0-9]{1,5}|[a-z]+)(?: of (?:them|those|these))) at that(?=[,.;\n ])", "{n}"),
    (
        "and ",
        r"(?<=[a-z0-9]), and (?P<n>(?:[0-9]{1,5}|two|four|six|eight|ten|twelve|sixteen|twenty|thirty-two|sixty-four) of (?:them|those|these))(?=[,.;\n ])",
        ", {n}",
    ),
    (
        "same",
        r"(?<=[.;\n] )(?:and |then |plus )?(?:(?:the )?(?:(?:exact|very) )?same (?:again|thing(?: again)?|order|request|set-?up|number|lot|once more)|ditto)(?: again| please)?(?= (?:on|for|in) )",
        "and the same",
    ),
    (
        "going to|about to|planning|planned|meant to|thinking of|thought of|consider|intending|originally",
        r"(?<![a-z])(?:(?:at first|first|initially|originally),? )?(?:we|i)(?: had| were| was|'d)?(?: originally| initially| first| also)? (?:going to|about to|planning (?:to|on)|planned (?:to|on)|meant to|thinking of|thought of|considered|considering|intending to|originally wanted) (?:(?:take|taking|use|using|buy|buying|book|booking|get|getting|go(?:ing)? (?:for|with)|run(?:ning)? on|order|rent|have) )?(?:the |some |our )?(?P<p>PRODUCT)(?: [a-z]+){0,3}?,? (?:but|however|yet)(?: (?:now|then|in the end|instead))?(?= )",
        "tbh, ",
    ),
    (
        "same|that |those|there",
        rf"{START}(?:and |also |plus |then )*(?:(?:,? ?(?:and )?(?:there|(?:in|at|from) (?:the|that) (?:very )?(?:same )?(?:place|site|region|location)|(?:on |for |over |during |in |at )?(?:that|the|those|these)? ?(?:very )?(?:same )?(?:night|day|hours|time|evening|morning|afternoon|window|period|slot|date)))){{1,2}}(?<!the night)(?<!the day)(?<!the time)(?<!the evening)(?<!the morning)(?<!the afternoon)(?<!the hours)(?<! for day),? (?:(?:we|i)(?: also)? (?:need|want|would like|'d like)|also|and|plus|too|as well|add|please)+(?: also)?(?= (?:[0-9]{{1,5}} |two |four |eight |sixteen |a node))",
        "also",
    ),
    (
        "if you",
        rf"(?<![a-z])if you (?:would|please|will|could|would be so kind|don't mind|'d be so kind|wouldn't mind|like){END}",
        "please",
    ),
    (
        "not a|not one",
        r"(?<![a-z])not (?:a|one) (?:single )?(?:cent|penny|dime|dollar) (?:under|below|less than|lower than)(?= )",
        "at least",
    ),
    (
        "not a|not one",
        r"(?<![a-z])not (?:a|one) (?:single )?(?:cent|penny|dime|dollar) (?:over|above|more than|higher than|beyond)(?= )",
        "at most",
    ),
)
