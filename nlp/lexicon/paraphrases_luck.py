# ruff: noqa: E501
"""What becomes of a lot when another fills or fails, told by its luck: "if we miss out", "only worth having if", and the
like.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import START

_NUMBER = r"(?:[0-9]{1,5}|an?|one|two|three|four|five|six|eight|ten|twelve|sixteen|twenty|thirty|forty|fifty|sixty)"
_DAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_WE = r"(?:we|i|you|they|u|ya)"
_IT = r"(?:that|this|it|those|they|these|the first(?: one| option| choice)?|plan a|option (?:a|1|one)|that one)"
_LOSES = r"(?:(?:should |do |happen to |end up |still )*(?:miss(?:ing)? out(?: on (?:that|those|them|it|these))?|los(?:e|ing)(?: out)?(?: on (?:that|those|them|it|these))?|(?:get|are|'re|being) (?:outbid|beaten|priced out|turned down|rejected)|come up (?:short|empty|dry)|com(?:e|ing) away empty-?handed|strike out|draw a blank|fall short|(?:don't|do not|can't|cannot|fail to|won't) (?:win|land|make it|succeed|manage|get (?:in|there|lucky|a fill|filled|them|it|those|that|any)|pull (?:it|that) off|find (?:any|them|it|those)|secure (?:it|them|those|that))|(?:can't|cannot|couldn't)(?=[,:])|have no (?:luck|joy|success)|go (?:empty-?handed|unfilled)))"
_FLOPS = r"(?:(?:'s|s| is| are|'re| turns? out| turns? out to be| proves?| proves? to be| ends? up| ends? up being)(?: (?:a|just|simply|all|already))* (?:no(?:-go| go| dice| joy| luck| good| can do)?|bust|wash|flop|dud|dead end|non-?starter|not on|not happening|not to be|off the table|off|out of (?:the question|reach)|gone|full|unavailable|impossible|taken|sold out|booked(?: out| up)?)|(?: (?:does not|doesn't|do not|don't|won't|will not|can't|cannot|should not|shouldn't)) (?:pan(?:s)? out|work(?:s)? out|come(?:s)? off|come(?:s)? to (?:anything|pass|fruition)|fl(?:y|ies)|stick(?:s)?|happen(?:s)?|go(?:es)? (?:ahead|through|well)|materiali[sz]e(?:s)?|succeed(?:s)?|get(?:s)? filled|fill(?:s)?|clear(?:s)?)| (?:flops?|fails?|bombs?|falls? (?:through|flat|over)|goes? (?:wrong|south|sideways|bust|unfilled)|comes? to nothing|comes? back empty|misses))"
_NO_LUCK = r"(?:no (?:joy|dice|luck|success|go|can do|deal|fill|match|takers?|availability|stock)|nothing (?:comes|came) (?:of (?:it|that)|up|through|back)|nothing doing|nothing (?:there|turns up|fills|clears|matches|goes through)|unsuccessful|unfilled|unlucky|outbid|rejected|it comes to nothing|luck is out|not successful|not filled|not obtained|not granted)"
_THEN = r"(?:,? ?(?:then|please|well then|ok then|in that case|instead))*[,:]?"
_LOT_FOLLOWS = rf"(?= (?:please |we'll |we |i'll |i |i'd |we'd |would |take |want |get |give |me |us |book |go for |go with |do |just |buy |grab |try |make it |settle for |use |maybe |need )*(?:{_NUMBER} ?x?[ -]?(?!hours?|hrs?|days?|%|percent|cents?|bucks|dollars)[a-z]|the same|{_DAY}|next |tomorrow|tonight|on (?:the [0-9]|next |{_DAY})))"

LUCK: tuple[tuple[str, str, str], ...] = (
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
)
