"""The smallest fill said by what is taken, what is acceptable, and what is of no use below it.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, IDLE, START

_N = r"(?<![0-9][.,])(?P<n>[1-9][0-9]{0,3})(?![0-9.,]*[0-9]|k|:)"
_GOODS = r"(?P<u>(?: (?:gpus?|cards?|nodes?|servers?|box(?:es)?|units))?)"
_OF_THEM = r"(?: of (?:them|those|these))?"
_FINE = r"(?:acceptable|accepted|tolerable|fine|ok(?:ay)?|good|good enough|enough|workable|usable|welcome|possible|all right|alright)"
_WITH_US = r"(?: (?:to|for|with|by) (?:us|me))?(?: (?:too|as well|also|at a pinch|if need be|if necessary))*"
_BELOW = r"(?:(?:anything|everything) (?:less|smaller|fewer|lower)(?= (?:makes?|is|has|would|we|i|does|will|won't|no)(?![a-z]))|(?:(?:anything|everything|any (?:fill|number|amount)|a fill|fills)(?: that is)? )?(?:below|under|less than|fewer than|short of|smaller than|lower than)(?: (?:that|this|it|which|those|the minimum|that (?:number|figure|level)))?)"
_NO_USE = r"(?:useless|worthless|pointless|meaningless|unusable|no (?:use|good|help|interest|deal|thanks|point|sense|value|go)|of no (?:use|help|value|interest)|not (?:worth (?:it|having)|needed|wanted|useful|of (?:any )?use|any (?:good|use)|acceptable|interesting|interested|ok|okay|enough)|there (?:is|'s) no (?:point|use|sense)|too (?:few|little|small))"
_WORTHLESS = rf"(?:(?:it|that|this|they|we|i|there)(?:'s|'re|'m| is| are| am| would be| becomes?)? )?(?:(?:is|are|would be|being) )?(?:(?:completely|totally|really|just) )?(?:{_NO_USE}|(?:makes?|has|have|serves?|is of) no (?:sense|use|value|purpose|point|meaning|interest)|(?:does not|doesn't|do not|don't|won't|would not|cannot|can't) (?:do|help|make (?:any )?sense|work|interest us|bother|count|do anything|use (?:it|them)|want (?:it|them))|forget it|don't bother|skip it|pass)"

_MANY = r"(?<![0-9][.,])(?P<n>[1-9][0-9]{0,3}(?![0-9.,]*[0-9]|k|:)|two|three|four|five|six|eight|ten|twelve|sixteen|twenty|a dozen|two dozen)"
_NO_PRICE = r"(?<![0-9][.,])(?P<n>(?:1[2-9]|[2-9][0-9]|[1-9][0-9]{2,3})(?![0-9.,]*[0-9]|k|:))"
"""A count that is no price of a GPU's hour."""
_PRICED = r"(?P<k>(?<![0-9])[0-9]{0,2}\.[0-9]{1,2}(?![0-9a-z])[^$€£\n]{0,80}?[.,;\n—-] ?)"
"""A price, and all of its clause: what is said behind it is no other price."""
_NOT_WHEN = r"(?<![ap]m[,.;:!?] )(?<![ :][0-9][,.;:!?] )(?<![ :][0-9]{2}[,.;:!?] )(?<!ber[,.;:!?] )(?<!ary[,.;:!?] )(?<!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[,.;:!?] )(?<!(?:arch|pril|june|july|gust)[,.;:!?] )"
"""Not behind a clock time or a date, of which a bare number may be another."""
_SERVES = r"(?:help|do|suffice|serve(?: us)?|(?:see|get|carry) (?:us|me) through|get (?:us|me) (?:by|there|going|started)|tide (?:us|me) over|keep (?:us|me) going|not hurt(?: us)?)"
_IN_WORDS = (
    ("half a dozen", 6),
    ("a dozen|one dozen", 12),
    ("two dozen", 24),
    ("three dozen", 36),
    ("four", 4),
    ("six", 6),
    ("eight", 8),
    ("ten", 10),
    ("twelve", 12),
    ("sixteen", 16),
    ("twenty", 20),
    ("twenty-four", 24),
    ("thirty-two", 32),
    ("forty-eight", 48),
)
"""Counts in words of which hardly anything else is said."""
_A_SMALLER = r"an? (?:smaller|reduced|lower|lesser|partial|part) (?:number|amount|quantity|fill|award|lot|count|clip|size|block|allotment|allocation|order|delivery|batch|portion|share)"
_DOWN_TO = r"(?:down to|as low as|(?:but )?not (?:below|under|less than|fewer than)|no (?:less|fewer|lower|smaller) than|not less than|(?:of|with) (?:at least|no (?:less|fewer) than|a minimum of)|from|of)"
_CANNOT_ALL = r"(?:but |and )?(?:if|should|where) (?:(?:you|they) (?:can't|cannot|can not|don't|do not|aren't able to|are unable to|be unable to|not be able to)(?: (?:do|have|find|get|supply|offer|deliver|manage|fill|provide))?(?: us)?(?: all| the full| the whole)?(?: [1-9][0-9]{0,3}(?![0-9.]*[0-9])| of (?:them|those)| that many| so many)?|(?:all|the full|that many|so many)(?: [1-9][0-9]{0,3}| of (?:them|those))? (?:can't|cannot|can not|not|couldn't) be (?:had|found|filled|supplied|delivered|done)|all [1-9][0-9]{0,3} (?:are|is|be)(?: not|n't) (?:available|free|to be had|possible)),? (?:then )?"
_IF_ALL = r"(?: if (?:that'?s|that is|it'?s|it is|there'?s) (?:all|everything|the most)(?: (?:that )?(?:there is|there'?s|you (?:have|'ve got|can (?:do|find|get))|is left|is available))?)?"
_AND_UP = r"(?: ?\+| and (?:up|above|upwards?|over|more)| or (?:more|better|above|up|over)| upwards?)"
_AT_PINCH = r"(?:,? (?:at a (?:pinch|push)|if (?:need(?: be|ed)|necessary|you must)|at worst|in the worst case))?"
_DOZENS = r"(?P<n>(?:two|three|four|five|six|eight) dozen|[1-9][0-9]{1,3}(?![0-9.,]*[0-9]|k|:)|two|three|four|six|eight|ten|twelve|sixteen|twenty|thirty[- ]two|sixty[- ]four)"
_ITS = r"(?:(?:(?:it|this|they|that|the (?:order|lot|count|number|quantity|size|fill|allocation)|we|i),? )?(?:can|could|may|might|would|is allowed to|are free to)(?: also| even| happily| gladly)*)"
_SHRINKS = r"(?:shrink|be (?:shrunk|cut|reduced|scaled|trimmed|lowered|brought)(?: back| down)?|scale(?: back| down)?|be scaled(?: back| down)?|contract|taper)"
_DROPS = r"(?:drop|fall|go|come|sink|slip|dip|slide|descend)(?: back| down)?"
_TIGHT = r"(?:if|should|when) (?:(?:you|things|supply|stock|capacity|it|space|numbers)(?: should)?(?:'re| are| is|'s| be| run| runs| get| gets| come| comes)+(?: (?:a bit|a little|really|too|very|up|running))* (?:tight|short|thin|scarce|stretched|pushed|pressed|squeezed|struggling|strained|low|limited)|(?:you are|you're) (?:in a squeeze|in a pinch|up against it))"
_SMALLEST = r"(?:(?:absolute |very )?(?:smallest|least|lowest|minimum))"
_SOME = r"(?:number|amount|quantity|fill|award|lot|count|clip|size|block|slice)"
_OF_USE = r"(?:(?:that|which)(?:'s| is| would be| are)(?: of)?(?: any| some| still)*(?: (?:use|help|good|value|interest|useful|worth (?:having|it)))|(?:(?:that|which) )?(?:(?:still |would |will )*(?:helps?|works?|makes? sense|counts)))"
_HELPS = rf"(?:{_OF_USE}|(?:(?:that|which) )?(?:we|i)(?:'d|'ll| would| will| can| could)? (?:take|accept|want|use))"

_SHARE = r"(?P<p>half|three quarters|two thirds|(?!9[5-9])[1-9][0-9]? ?(?:%|percent))"
"""A share of the goods; from 95 % on it may be an uptime."""
_OF_IT = r"(?:(?: of)? (?:that|it|this)(?: (?:number|many|amount|count))?| of (?:them|those|these|the (?:lot|number|cards|gpus|nodes|machines))| as many)"
_WOULD_DO = r"(?:(?:'s|is|are|would be|will be|'d be) (?:also |still |perfectly |totally |just |already )*(?:fine|ok(?:ay)?|good|enough|acceptable|alright|all right|plenty|workable)|(?:would|will|could|might|can|'ll|'d) (?:also |still |just |even |already )*(?:do|work|help|suffice|be (?:also |still |perfectly |totally )*(?:fine|ok(?:ay)?|good|enough|acceptable|alright|plenty))|does(?: the job)?|helps|works|suffices)"
_WE_TAKE = r"(?:we|i)(?:'d| would|'ll| will| can| could|'re|'m| are| am)? (?:also |still |even |just )*(?:be )?(?:(?:live|cope|do|manage|work|ok(?:ay)?|fine|happy|good|content|get by|make do) with|take|accept|settle for|use)"

LEAST_FILLS: tuple[tuple[str, str, str], ...] = (
    # A share that is good enough.
    (
        "half|three quarters|two thirds|%|percent",
        rf"(?<=[^\n]){START}(?:but |and |though |although )?(?:even |also |just |only )*{_SHARE}{_OF_IT}? ?{_WOULD_DO}{_WITH_US}{END}",
        "at least {p}",
    ),
    (
        "half|three quarters|two thirds|%|percent",
        rf"(?<=[^\n]){START}(?:but |and |though |although )?{_WE_TAKE} (?:even |also |just |only )*{_SHARE}{_OF_IT}{_WITH_US}{END}",
        "at least {p}",
    ),
    # A count of what is missing says no more than the count that will do.
    (
        "can't|cannot|can not|don't|do not|not ",
        rf"{START}{_CANNOT_ALL}(?=(?:even |just |only )?[1-9][0-9]{{0,3}}{_GOODS}{_OF_THEM} (?:is|are|would|will|could) |(?:we|i)(?:'d|'ll| can| could| would| will) (?:also |still )?(?:work|live|manage|cope|make do|accept|take|settle|be (?:fine|happy|ok|okay|content)) (?:with |for )?[1-9])",
        "",
    ),
    # What the lot may come down to.
    (
        "fewest|at worst|at the worst|worst case",
        rf"(?<=.){START}{_NOT_WHEN}(?:but |and |though |with )?{_NO_PRICE}{_GOODS}{_OF_THEM} (?:at (?:the )?(?:very )?(?:fewest|worst)|in the worst case|worst case){END}",
        "min {n}{u}",
    ),
    (
        "fewest|at worst|at the worst|worst case",
        rf"(?<=.){START}(?:but |and |though |with )?(?P<n>[1-9][0-9]{{0,3}}|two|three|four|five|six|eight)(?P<u> (?:gpus?|cards?|nodes?|servers?|box(?:es)?|units)){_OF_THEM} (?:at (?:the )?(?:very )?(?:fewest|worst)|in the worst case|worst case){END}",
        "min {n}{u}",
    ),
    (
        "shrink|shrunk|cut|reduced|scale|trimmed|lowered|brought|contract|taper",
        rf"(?<=.){START}(?:but |and |though )?{_ITS} {_SHRINKS} to (?:as (?:few|little|low) as |a minimum of |no (?:fewer|less) than )?{_N}{_GOODS}{_OF_THEM}{_AT_PINCH}{END}",
        "min {n}{u}",
    ),
    (
        "drop|fall|go |come|sink|slip|dip|slide|descend",
        rf"(?<=.){START}(?:but |and |though )?{_ITS} {_DROPS} to (?:as (?:few|little|low) as |a minimum of |no (?:fewer|less) than )?(?:{_NO_PRICE}{_GOODS}|{_N}(?P<u> (?:gpus?|cards?|nodes?|servers?|box(?:es)?|units))){_OF_THEM}{_AT_PINCH}{END}",
        "min {n}{u}",
    ),
    (
        "with ",
        rf"(?<=.){START}(?:but |and |though |even )?(?:even )?with (?:just |only |as few as |at least )?(?:{_NO_PRICE}{_GOODS}|{_N}(?P<u> (?:gpus?|cards?|nodes?|servers?|box(?:es)?|units))){_OF_THEM},? (?:we|i)(?:'d|'ll| could| can| would| will| might| should)?(?: still| also| just)* (?:cope|manage|get by|get going|start|be (?:fine|ok(?:ay)?|happy)|live|make do|survive|do|run)(?: too| as well| just about)?{END}",
        "min {n}{u}",
    ),
    (
        "acceptable|tolerable|workable|usable|accepted|ok|fine|enough",
        rf"(?<=.){START}{_NOT_WHEN}(?:but |and |though )?(?:even |also )?{_NO_PRICE}{_GOODS}{_OF_THEM}(?: also| still)? (?:acceptable|tolerable|workable|usable|accepted|ok(?:ay)?|fine|good enough){_WITH_US}{END}",
        "min {n}{u}",
    ),
    (
        "tight|short|thin|scarce|stretched|pushed|pressed|squeeze|struggling|strained|low|limited|pinch|up against it",
        rf"(?<=.){START}(?:but |and |though )?(?:even |just |only )?(?:{_NO_PRICE}{_GOODS}|{_N}(?P<u> (?:gpus?|cards?|nodes?|servers?|box(?:es)?|units))){_OF_THEM}(?: (?:will|would) do| (?:is|are|would be) {_FINE})? {_TIGHT}{END}",
        "min {n}{u}",
    ),
    (
        "turn up|show up|come|there|fill|materiali|clear|arrive|available",
        rf"(?<=.){START}(?:but |and )?(?:as long as|so long as|provided(?: that)?|if|on condition that) (?:at least|no fewer than|not fewer than|no less than|a minimum of) {_MANY}{_GOODS}{_OF_THEM} (?:(?:do|can|will|are|is|be|get) )*(?:turn up|show up|come(?: through| in)?|there|fill(?:ed)?|materiali[sz]e|clear(?:ed)?|arrive|available|found|had){END}",
        "min {n}{u}",
    ),
    (
        "not a|not one",
        rf"(?<=.){START}(?:but |and )?not (?:a|one)(?: single)? (?P<c>gpu|card|unit|node|server|box) (?:short of|fewer than|less than|below|under) {_MANY}(?P<u>(?: (?:gpus|cards|nodes|servers|boxes|units))?){END}",
        "min {n}{u}",
    ),
    (
        "dozen|least|smallest|fewest|minimum",
        rf"(?<=[\s\S]){START}(?:but |and |though )?{_DOZENS}{_GOODS}{_OF_THEM} (?:is|are|would be|being) the (?:(?:{_SMALLEST}|fewest)(?: {_SOME})? (?:that|which) makes? (?:any )?sense|fewest (?:that )?{_HELPS}){END}",
        "min {n}{u}",
    ),
    (
        "part|piece|portion|share|much|many|fraction",
        rf"(?<=.){START}(?:but |and |or )?(?:(?:take|give (?:us|me)|we(?:'ll| will|'d| would)? take) )?(?:whatever|whichever|any|what|however|as) ?(?:part|piece|portion|share|fraction|much|many)?(?: of (?:it|them|this|those|that))?(?: as)?(?: (?:that )?(?:you|we)(?: can| could| manage to| are able to)? (?:find|get|fill|offer|give(?: us)?|supply|spare|have|source|land))?(?: (?:is|are) (?:fine|ok(?:ay)?))?,? (?:above|from|over|down to|beyond|of at least|so long as it's at least|not below) {_N}(?P<u> (?:gpus?|cards?|nodes?|servers?|box(?:es)?|units))(?: (?:up|upwards?|on))?{END}",
        "min {n}{u}",
    ),
    (
        "accept|take|settle",
        rf"(?P<k>(?:\$[0-9]+\.[0-9]{{1,2}}|[0-9]\.[0-9]{{1,2}})[^$€£.,;\n]{{0,24}}?)[,;.]? (?:and |but )(?:(?:he|she|we|i|they) )?(?:would|will|could|can|'d|'ll)(?: also| still| even)* (?:accept|take|settle for) (?:{_NO_PRICE}{_GOODS}|{_N}(?P<u> (?:gpus?|cards?|nodes?|servers?|box(?:es)?|units))){_OF_THEM}{_WITH_US}{END}",
        "{k}, min {n}{u}",
    ),
    # What is said to be good enough.
    (
        "would|will|could|is |are |might|'d",
        rf"(?<=[\s\S]){START}{_NOT_WHEN}(?:but |and |though |although )?(?:even |also |just |only )?{_N}{_GOODS}{_OF_THEM}(?: (?:is|are|would|will|could|might|be|also|still|even|already|surely))+ (?:{_FINE}|helps|{_SERVES}){_WITH_US}{_IF_ALL}{END}",
        "min {n}{u}",
    ),
    *(
        (
            words.partition("|")[0].rpartition(" ")[2],
            rf"(?<=[\s\S]){START}(?:but |and |though |although )?(?:even |just |only )?(?:{words}){_GOODS}{_OF_THEM}(?: (?:is|are|would|will|could|might|be|also|still|even|already|surely))+ (?:{_FINE}|helps|{_SERVES}){_WITH_US}{_IF_ALL}{END}",
            f"min {number}{{u}}",
        )
        for words, number in _IN_WORDS
    ),
    (
        "smaller|reduced|lower|lesser|partial|part ",
        rf"{START}(?:but |and |though )?(?:(?:we|i)(?:'d| would|'ll| will| can| could)? (?:also )?(?:accept|take|settle for|be (?:fine|happy|ok|okay) with) )?{_A_SMALLER},? \(?{_DOWN_TO} {_MANY}{_GOODS}{_AND_UP}?\)?,?(?: (?:is|are|will be|would be)(?: also| still)? {_FINE}| (?:would|will) do)?{_WITH_US}{END}",
        "min {n}{u}",
    ),
    (
        "smaller|reduced|lower|lesser|partial|part ",
        rf"{START}(?:but |and |though )?(?:(?:(?:we|i)(?:'d| would|'ll| will| can| could)? (?:also )?(?:accept|take|settle for|be (?:fine|happy|ok|okay) with) {_A_SMALLER})|{_A_SMALLER} (?:is|are|will be|would be)(?: also| still)? {_FINE}){_WITH_US}{END}",
        "fewer is fine",
    ),
    (
        " if ",
        rf"(?<=[^\n])[,;.:—]\s(?:but |or |and )?(?:then )?(?:only |just )?(?P<n>[1-9][0-9]{{0,3}})(?P<u>(?: (?:gpus?|cards?|nodes?))?) if (?:there (?:are|is) (?:no|not)|(?:you|they|we) (?:don't|do not|can't|cannot)(?: (?:have|get|find|do|offer|supply|manage))?|not)(?: all| the full)? [1-9][0-9]{{0,3}}(?: (?:gpus?|cards?|nodes?))?(?: (?:left|free|available|to be had))?{END}",
        ", or else {n}{u}",
    ),
    (
        "help|do",
        rf"(?<=[\s\S]){START}(?:but |and |though |although )?(?:even |just |only )?{_MANY}(?P<u> (?:nodes?|servers?|racks?|cards|gpus)) (?:would|will|could)(?: also| still| even| already)* (?:help|do){_WITH_US}{END}",
        "min {n}{u}",
    ),
    (
        "accept|take|ok with|okay with|happy with|fine with",
        rf"{_PRICED}(?:but |and )?(?:(?:we|i)(?:'d|'ll| would| will| can|'re| are|'m| am)? )?(?:also )?(?:be )?(?:accept|take|ok with|okay with|happy with|fine with|good with) (?:anything from )?{_NO_PRICE}{_GOODS}{_AND_UP}{END}",
        "{k}min {n}{u}",
    ),
    (
        "and up|and above|and over|or more|upward",
        rf"(?:(?<=\.[0-9]{{2}}[,.;] )|(?<=cents[,.;] ))(?:but |and |from )?{_NO_PRICE}{_GOODS}{_AND_UP}(?: (?:is|are|would be))?(?: also)?(?: {_FINE})?{END}",
        "min {n}{u}",
    ),
    (
        " up",
        rf"{START}(?:but |and )?(?:sold |available |divisible |to be had )?from {_MANY}(?P<u> (?:gpus?|cards|nodes?|servers?|racks?|box(?:es)?|units)) (?:and )?(?:up|upwards?|on|onwards){END}",
        "min {n}{u}",
    ),
    (
        "blocks|lots|parcels|chunks|batches|parts|portions|slices|clips|tranches",
        rf"{START}(?:but |and )?(?:(?:also |available |sold |divisible )?in )?(?:smaller )?(?:blocks|lots|parcels|chunks|batches|parts|portions|slices|clips|tranches) (?:of|from) (?:at least )?{_MANY}{_GOODS}{_AND_UP}(?: (?:is|are|would be|will be)(?: also)? (?:{_FINE}|considered|possible)| (?:will|would) do)?{_WITH_US}{END}",
        "min {n}{u}",
    ),
    (
        "floor",
        rf"{_PRICED}(?:but |and )?{_NO_PRICE}{_GOODS} (?:is|are|being|as) (?:the|our|my|a) (?:absolute |hard )?floor{END}",
        "{k}min {n}{u}",
    ),
    (
        "floor on|floor for|floor in|minimum on",
        rf"(?<![a-z])(?:the |our |my |a )?(?:floor|minimum) (?:on|for|in) (?:the )?(?:size|quantity|number|count|amount|clip|fill)s?(?: is| of|:)? {_MANY}{_GOODS}{END}",
        "min {n}{u}",
    ),
    (
        "≥|>=",
        rf"{START}(?:but |and )?(?:>=|≥) ?{_N}{_GOODS}(?: (?:is|are|would be))?(?: also)? {_FINE}{_WITH_US}{END}",
        "min {n}{u}",
    ),
    (
        "smallest|least|lowest|minimum",
        rf"(?<=[\s\S]){START}(?:but |and |though )?(?:the )?(?:{_SMALLEST} {_SOME}(?: {_HELPS})?|(?:smallest|least) {_OF_USE})(?: (?:to|for) (?:us|me))? (?:is|are|would be|being) {_MANY}{_GOODS}{END}",
        "min {n}{u}",
    ),
    (
        "smallest|least|lowest|minimum",
        rf"(?<=[\s\S]){START}(?:but |and |though )?{_MANY}{_GOODS}{_OF_THEM} (?:is|are|would be|being) the {_SMALLEST}(?: {_SOME})?(?: {_HELPS})(?: (?:to|for) (?:us|me))?{END}",
        "min {n}{u}",
    ),
    (
        "smallest",
        rf"(?<=[\s\S]){START}(?:but |and |though )?{_MANY}{_GOODS}{_OF_THEM} (?:is|are|would be|being) (?:the|our|my) smallest {_SOME}{END}",
        "min {n}{u}",
    ),
    (
        "partial|part ",
        rf"{START}(?:but |and )?part(?:ial)?s?(?: (?:sales|fills?|deals|purchases|orders|takers|trades|lots))? (?:is|are|will be|would be)(?: also)? {_FINE}{_WITH_US},? (?:from|starting (?:at|from|with)|at|of) (?:at least )?{_MANY}{_GOODS}(?:{_AND_UP}| on| onwards)?{END}",
        "min {n}{u}",
    ),
    (
        "clip|slice|chunk|tranche|parcel",
        r"(?<![a-z])(?:in )?(?:clips?|slices|chunks|tranches|parcels)(?: sizes?)?(?: of)? (?=(?:at least|min|no (?:less|fewer) than|not (?:less|fewer) than) [1-9][0-9]{0,3}(?![0-9.,]*[0-9])(?! ?(?:hours?|hrs?|h|days?|nights?|weeks?|%|percent|usd|dollars|cents|k)(?![a-z])))",
        "",
    ),
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
