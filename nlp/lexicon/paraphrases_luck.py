"""What becomes of a lot when another fills or fails, told by its luck: "if we miss out", "only worth having if", and the
like.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, START
from nlp.lexicon.structure_words import FILLED

_NUMBER = r"(?:[0-9]{1,5}|an?|one|two|three|four|five|six|eight|ten|twelve|sixteen|twenty|thirty|forty|fifty|sixty)"
_DAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_WE = r"(?:we|i|you|they|u|ya)"
_IT = r"(?:that|this|it|those|they|these|the first(?: one| option| choice)?|plan a|option (?:a|1|one)|that one)"
_LOSES = r"(?:(?:should |do |happen to |end up |still )*(?:miss(?:ing)? out(?: on (?:that|those|them|it|these))?|los(?:e|ing)(?: out)?(?: on (?:that|those|them|it|these))?|(?:get|are|'re|being) (?:outbid|beaten|priced out|turned down|rejected)|come up (?:short|empty|dry)|com(?:e|ing) away empty-?handed|strike out|draw a blank|fall short|(?:don't|do not|can't|cannot|fail to|won't) (?:win|land|make it|succeed|manage|get (?:in|there|lucky|a fill|filled|them|it|those|that|any)|pull (?:it|that) off|find (?:any|them|it|those)|secure (?:it|them|those|that))|(?:can't|cannot|couldn't)(?=[,:])|have no (?:luck|joy|success)|go (?:empty-?handed|unfilled)))"
_FLOPS = r"(?:(?:'s|s| is| are|'re| turns? out| turns? out to be| proves?| proves? to be| ends? up| ends? up being)(?: (?:a|just|simply|all|already))* (?:no(?:-go| go| dice| joy| luck| good| can do)?|bust|wash|flop|dud|dead end|non-?starter|not on|not happening|not to be|off the table|off|out of (?:the question|reach)|gone|full|unavailable|impossible|taken|sold out|booked(?: out| up)?)|(?: (?:does not|doesn't|do not|don't|won't|will not|can't|cannot|should not|shouldn't)) (?:pan(?:s)? out|work(?:s)? out|come(?:s)? off|come(?:s)? to (?:anything|pass|fruition)|fl(?:y|ies)|stick(?:s)?|happen(?:s)?|go(?:es)? (?:ahead|through|well)|materiali[sz]e(?:s)?|succeed(?:s)?|get(?:s)? filled|fill(?:s)?|clear(?:s)?)| (?:flops?|fails?|bombs?|falls? (?:through|flat|over)|goes? (?:wrong|south|sideways|bust|unfilled)|comes? to nothing|comes? back empty|misses))"
_NO_LUCK = r"(?:no (?:joy|dice|luck|success|go|can do|deal|fill|match|takers?|availability|stock)|nothing (?:comes|came) (?:of (?:it|that)|up|through|back)|nothing doing|nothing (?:there|turns up|fills|clears|matches|goes through)|unsuccessful|unfilled|unlucky|outbid|rejected|it comes to nothing|luck is out|not successful|not filled|not obtained|not granted)"
_THEN = r"(?:,? ?(?:then|please|well then|ok then|in that case|instead))*[,:]?"
_LOT_FOLLOWS = rf"(?= (?:please |we'll |we |i'll |i |i'd |we'd |would |take |want |get |give |me |us |book |go for |go with |do |just |buy |grab |try |make it |settle for |use |maybe |need )*(?:{_NUMBER} ?x?[ -]?(?!hours?|hrs?|days?|%|percent|cents?|bucks|dollars)[a-z]|the same|{_DAY}|next |tomorrow|tonight|on (?:the [0-9]|next |{_DAY})))"

# What fills.
_HANGS = r"(?:if|once|when|unless|as soon as|as long as|provided(?: that)?|assuming(?: that)?|(?:conditional|contingent|dependent) (?:up)?on|depends? (?:up)?on)(?: and only if)?"
_WHOLE = r"(?:(?:only|just|all|both|of|the|those|these|our|my) )*"
_PART = r"(?:(?:order|lot|leg|bid|part|one|node|card|gpu|trade|offer)s?)"
_PAST = r"(?:'s|'re| has| have| is| are| was| were| gets?| got| been| being| all| actually| indeed| both| also| fully)*"
_DONE = r"(?:trad(?:e|es|ed|ing)|(?:being )?(?:allocated|awarded|granted|assigned|obtained|fulfilled|executed|won|bought|taken up)(?: to (?:us|me))?|executing|(?:get|gets|getting) done)"
_NOT_OF_THE_MARKET = r"(?! (?:go(?:es)?|is|gets?|comes?|fills?|clears?|happens|works?|lands?|succeeds)(?![a-z]))(?! (?:at|above|below|under|over|for|near|around|higher|lower|past|through|down|up|against|to |by |[$0-9]))"
_POINTLESS = r"(?:pointless|useless|worthless|meaningless|unusable|wasted|redundant|no (?:use|good|help|point)|of no (?:use|help|value|interest)|not (?:worth (?:it|having|buying)|needed|wanted|useful|of use|required)|a waste)"
_SELLS = r"(?<![a-z])(?:sell|selling|offer|offering|offload|unload|(?:lease|rent|let|loan|lend) out|for sale)(?![a-z])"

LUCK: tuple[tuple[str, str, str], ...] = (
    # Fallbacks.
    (
        "if |should |in case|where |when ",
        rf"(?:{START}|(?<=[a-z0-9] ))(?:or |but |and )?(?:if|in case|should|when|where|in the event(?: that)?) (?:{_WE} {_LOSES}|{_IT}(?: (?:also|too))?{_FLOPS}(?: (?:either|too|as well))?|{_NO_LUCK}){_THEN}{_LOT_FOLLOWS}",
        "if not,",
    ),
    (
        "only one",
        rf"{START}(?:or |but |and )?(?:if|should|where) only one(?: (?:of (?:them|the two|these|those)|sort|kind|type|model))? (?:can be (?:had|found|supplied|got)|(?:is|be) (?:available|left|free|to be had)|fills|comes through){_THEN}{_LOT_FOLLOWS}",
        "if not,",
    ),
    ("second instance|second place", r"(?<![a-z])or in the second (?:instance|place),?(?= )", "or else"),
    (
        "empty|outbid|unfilled|unsuccessful|joy|dice|luck",
        rf"{START}(?:or |but |and )?(?:{_NO_LUCK}|{_NO_LUCK} (?:there|with (?:that|those|it|them))) ?(?:\?|:|,|-|—)(?: then)?,?{_LOT_FOLLOWS}",
        "if not,",
    ),
    # One lot only with another.
    (
        "sold|sell",
        rf"(?P<b>{_SELLS}(?:[^.;\n]|\.(?=[0-9])){{3,120}}?[a-z0-9])(?P<k>[,;.]? (?:and |but |then )*)(?:only )?(?:if|once|when|as soon as|after)(?: (?:that|it|those|they|these))?(?:'s| is|'re| are| has been| have been| gets?| do| does)*(?: all)? (?:sold|sells?)(?! (?:out|off|for|at|above|below)(?![a-z]))(?:,? (?:and )?only then)?(?:,? (?:then|also))*(?=,? (?:buy|bid|get|purchase|take|i want|we want|[0-9]))",
        "{b}{k}if that fills",
    ),
    (
        "take|give|get |book|grab",
        rf"(?P<b>{_SELLS}(?:[^.;\n]|[.;](?=[0-9 ])){{3,120}}?(?<![a-z])(?:if|once|when|as soon as) [^.;\n]{{3,40}}? {FILLED},? (?:(?:and )?only then,? )?(?:then |also |please )*)(?:take|book|give (?:me|us)|get (?:me|us)|grab)(?= {_NUMBER} ?x?[ -]?[a-z])",
        "{b}buy",
    ),
    (
        "trad|alloc|award|grant|assign|obtain|fulfilled|execut|won|bought|done|taken up",
        rf"(?P<c>(?<![a-z]){_HANGS} {_WHOLE}(?:[0-9]{{1,4}} ?x? ?)?(?P<g>PRODUCT)(?: {_PART})?){_PAST} {_DONE}(?![a-z]){_NOT_OF_THE_MARKET}",
        "{c} fill",
    ),
    (
        "trad|alloc|award|grant|assign|obtain|fulfilled|execut|won|bought|done|taken up",
        rf"(?P<c>(?<![a-z])(?<!mind )(?<!care )(?:if|once|when|unless|as soon as|as long as|provided(?: that)?|assuming)(?: and only if)? (?:that|this|it|they|those|these|both|the (?:first|former|above|other)(?: {_PART})?)){_PAST} {_DONE}(?![a-z]){_NOT_OF_THE_MARKET}(?! (?:with|in|as|like|well|badly)(?![a-z]))",
        "{c} fills",
    ),
    (
        "pointless|useless|worthless|meaningless|unusable|wasted|redundant|no |not |waste",
        rf",? (?:which|that|these|those|they)?(?:'re| are| is| would be| will be) (?:completely |totally |quite |all |just )?{_POINTLESS}(?: (?:to|for) (?:us|me|them))? unless (?:(?:we|i|they|you) (?:also )?(?:get|win|secure|have|land) )?{_WHOLE}(?P<g>PRODUCT)(?: (?:fill|clear|go through|come through|as well|too|also))?{END}",
        " but only if the {g} fill",
    ),
    ("if, and only if|if and only if|iff ", r"(?<![a-z])(?:if,? and only if,?|iff)(?= )", "only if"),
    (
        "and only",
        rf"{START}(?:once|when|as soon as),? and only (?:if|once|when),?(?= (?:that|those|these|this|it|they|the first|the above)(?![a-z]))",
        "if",
    ),
    (
        " placed",
        rf"(?P<c>{START}(?:and )?(?:if|once|when|as soon as) (?:that|this|it|they|those|these|the (?:first|above)(?: {_PART})?)(?:'s| is| are| has been| have been|'re)) placed(?=[,:] )",
        "{c} filled",
    ),
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
)
