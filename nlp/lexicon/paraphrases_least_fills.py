"""The smallest fill said by what is taken, what is acceptable, and what is of no use below it.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, IDLE, START

_N = r"(?P<n>[1-9][0-9]{0,3})(?![0-9.,]*[0-9]|k|:)"
_GOODS = r"(?P<u>(?: (?:gpus?|cards?|nodes?|servers?|box(?:es)?|units))?)"
_OF_THEM = r"(?: of (?:them|those|these))?"
_FINE = r"(?:acceptable|accepted|tolerable|fine|ok(?:ay)?|good|good enough|enough|workable|usable|welcome|possible|all right|alright)"
_WITH_US = r"(?: (?:to|for|with|by) (?:us|me))?(?: (?:too|as well|also|at a pinch|if need be|if necessary))*"
_BELOW = r"(?:(?:anything|everything) (?:less|smaller|fewer|lower)(?= (?:makes?|is|has|would|we|i|does|will|won't|no)(?![a-z]))|(?:(?:anything|everything|any (?:fill|number|amount)|a fill|fills)(?: that is)? )?(?:below|under|less than|fewer than|short of|smaller than|lower than)(?: (?:that|this|it|which|those|the minimum|that (?:number|figure|level)))?)"
_NO_USE = r"(?:useless|worthless|pointless|meaningless|unusable|no (?:use|good|help|interest|deal|thanks|point|sense|value|go)|of no (?:use|help|value|interest)|not (?:worth (?:it|having)|needed|wanted|useful|of (?:any )?use|any (?:good|use)|acceptable|interesting|interested|ok|okay|enough)|there (?:is|'s) no (?:point|use|sense)|too (?:few|little|small))"
_WORTHLESS = rf"(?:(?:it|that|this|they|we|i|there)(?:'s|'re|'m| is| are| am| would be| becomes?)? )?(?:(?:is|are|would be|being) )?(?:(?:completely|totally|really|just) )?(?:{_NO_USE}|(?:makes?|has|have|serves?|is of) no (?:sense|use|value|purpose|point|meaning|interest)|(?:does not|doesn't|do not|don't|won't|would not|cannot|can't) (?:do|help|make (?:any )?sense|work|interest us|bother|count|do anything|use (?:it|them)|want (?:it|them))|forget it|don't bother|skip it|pass)"

LEAST_FILLS: tuple[tuple[str, str, str], ...] = (
    (
        "below|under|less than|fewer than|short of|smaller than|lower than|anything|everything",
        rf"(?<=.){START}(?:but |and |though )?{_BELOW},? {_WORTHLESS}{_WITH_US}{END}",
        IDLE,
    ),
    (
        "below|under|less than|fewer than|short of|smaller than|lower than",
        rf"(?<=.){START}(?:but |and |though |with )?(?:(?:anything|any (?:fill|number|award)|a fill|fills|awards) )?(?:below|under|less than|fewer than|short of|smaller than|lower than) {_N}{_GOODS}{_OF_THEM},? {_WORTHLESS}{_WITH_US}{END}",
        "min {n}{u}",
    ),
    (
        "smallest|lowest|least|minimum",
        rf"(?<=.){START}(?:but |and |though )?{_N}{_GOODS}{_OF_THEM} (?:is|are|would be|being) the (?:smallest|lowest|least|minimum)(?: (?:number|amount|quantity|fill|award|lot|count))? (?:that |which )?(?:helps?|works?|suits|makes sense|is (?:of )?(?:any )?use|would (?:help|work|do)|counts)(?: (?:for|to))?(?: (?:us|me))?{END}",
        "min {n}{u}",
    ),
    (
        "down to",
        rf"(?<=.){START}(?:but |and |though )?(?:(?:with )?(?:a )?tolerance|flexible|elastic|scalable|reducible|negotiable|(?:it |this |the (?:lot|order|number|quantity) )?(?:may|can|could) be (?:cut|reduced|scaled|trimmed|filled|shrunk)(?: back)?|(?:we|i) (?:can|could|would|will) go)(?:,)? down to {_N}{_GOODS}{END}",
        "min {n}{u}",
    ),
    (
        "award|allocation",
        rf"{START}(?:but |and )?(?:(?:an? |any )?partial (?:awards?|allocations?) (?:of|from) (?:at least |min(?:imum)? )?{_N}{_GOODS}(?: or (?:more|better|above|up)| and (?:up|above)| upwards?)?(?: (?:is|are|will be|would be))?(?: {_FINE})?|(?:minimum|min|smallest|lowest)(?: acceptable)? (?:awards?|allocations?)(?: of| is|:)? ?:? ?{_N}{_GOODS}){_WITH_US}{END}",
        "min {n}{u}",
    ),
    (
        "minimum|smallest|least|lowest|min ",
        rf"(?<=[a-z0-9%])[,;]? (?:but |and |with )?{_N}{_GOODS}{_OF_THEM} (?:as|being|is|would be|to be) (?:an?|the|our|my) (?:absolute |very )?(?:minimum|min|smallest|least|lowest)(?: (?:acceptable|possible|usable|partial))*(?: (?:fill|partial|size|lot|quantity|clip|amount|number|part|we (?:take|accept|want|use)))*{END}",
        ", minimum fill {n}{u}",
    ),
    (
        "%|percent",
        rf"{START}(?:but |and )?(?:(?:we|i)(?:'d| would|'ll| will| can)? (?:also )?(?:accept|take|be (?:ok|okay|fine|happy) with) )?(?:an? |any )?(?:partial |part )?fills? (?:of|from|at) (?:at least |a minimum of |min(?:imum)? )?(?P<p>[1-9][0-9]?) ?(?:%|percent)(?: (?:or (?:better|more|above|higher|up)|and (?:up|above|over|upwards?|more)|upwards?|plus|minimum|at least))?(?: (?:is|are|will be|would be)(?: also)? {_FINE})?{_WITH_US}{END}",
        "at least {p}%",
    ),
    (
        "%|percent",
        rf"{START}(?:but |and )?(?P<p>[1-9][0-9]?) ?(?:%|percent) (?:or (?:better|more|above|higher)|and (?:up|above|upwards?)|upwards?) (?:is|are|will be|would be)(?: also)? {_FINE}{_WITH_US}{END}",
        "at least {p}%",
    ),
    (
        "accept|take|settle|partial",
        rf"{START}(?:(?:we |i )?(?:will |would |also |can )*(?:accept|take|settle for|accepts|accepted|acceptable|ok with)|(?:smallest|least|lowest) (?:acceptable|accepted|fill|partial)|partials?(?: fills?)?) ?: ?(?:at least |min(?:imum)?(?: of)? |from |>= ?|≥ ?)?{_N}{_GOODS}(?: ?\+| or (?:more|better|above|up|over)| and (?:up|above|more)| upwards?| min(?:imum)?)?{END}",
        "min {n}{u}",
    ),
    (
        "acceptable|tolerable|fine|ok|workable|usable",
        rf"(?<=.){START}(?:but |though |although )?(?:even |also )?{_N}{_GOODS}{_OF_THEM} (?:would|will|could)(?: also| still| even)* be(?: also| still)* (?:acceptable|tolerable|ok(?:ay)?|fine|workable|usable){_WITH_US}{END}",
        "min {n}{u}",
    ),
    (
        "fewer|less|smaller",
        rf"{START}(?:but |and )?(?:fewer|less|smaller)(?: fills?)?(?: (?:is|are|will be|would be))?(?: also)? {_FINE}{_WITH_US},? (?:down to|as low as|but not below|to a minimum of|until) {_N}{_GOODS}{END}",
        "min {n}{u}",
    ),
    (
        "only",
        rf"{START}(?:but |and )?(?:if|should) (?:you|they|there)(?:'ve|'s| have| has| is| are| be)? only (?:(?:have|got|get|find|left|fill|offer|manage|be|is|are) )*{_N}{_GOODS}(?: left| available| free)?,? (?:then )?(?:we|i)(?:'ll| will|'d| would| can)? (?:also |still |gladly |happily )?(?:take|accept|have|be happy with|go with|buy|be fine with) (?:those|that|them|it|these){_WITH_US}{END}",
        "min {n}{u}",
    ),
    (
        "partially|partly|in part",
        r"(?<![a-z])(?:(?:you|it|this|they) (?:may|can|could|might|is allowed to|are allowed to) (?:be )?)?(?:fill(?:ed)?|award(?:ed)?|execut(?:e|ed)|allocat(?:e|ed))(?: (?:it|them|us|this|the order|the lot))? (?:partially|partly|in part),?(?: (?:but|though|as long as it's|so long as it's|if it's|with))*(?= (?:at least|min|no (?:less|fewer) than|not (?:less|fewer) than))",
        "",
    ),
)
