# ruff: noqa: E501
"""Turns of phrase for uptime that is insisted on, for being interrupted, and for one site.

Rules as in `paraphrases`. What is said of interruptions for some of the time, of how many or of how long, is no plain
consent and is asked about.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, START

_LEVEL = r"(?:99(?:\.9{1,3})? ?(?:%|percent)|(?:two|three|four|five|[2-5])[ -]nines)"
_STOPPED = r"(?:pre-?empted|interrupted|evicted|bumped(?: off)?|reclaimed|revoked|killed|kicked(?: off| out)?|booted(?: off)?|pulled(?: away| back)?|taken (?:away|back)|cut off|yanked|paused|stopped|suspended|thrown off)"
_STOP = (
    r"(?:pre-?empt|interrupt|evict|bump|reclaim|revoke|kill|kick|boot|pull|yank|pause|stop|suspend|take back|cut off)"
)
_STOPPING = r"(?:pre-?emptions?|interruptions?|evictions?|revocations?|being (?:pre-?empted|interrupted|evicted|bumped|kicked off|kicked out|booted off|cut off|paused|stopped))"
_WHENEVER = r"(?:at any (?:time|point|moment|stage)|(?:at )?any ?time|whenever(?: you (?:like|need(?: to)?|want(?: to)?|must))?|if (?:need be|needed|necessary|required|you (?:must|need to|have to))|now and then|now and again|from time to time|occasionally|mid-?(?:run|job|way)|half-?way(?: through)?|without (?:notice|warning))"
_GOOD = r"(?:ok(?:ay)?|fine|alright|all right|no (?:problem|issue|trouble|drama|big deal|worry|biggie)|not (?:a|an) (?:problem|issue|big deal|drama|concern)|acceptable|cool|perfectly (?:ok|fine))"
_IT = r"(?:it|they|we|this|the (?:job|jobs|run|runs|gpus|cards|nodes|machines|workload)|our (?:job|jobs|run|runs|workload)|things)"
_THEM = r"(?:us|it|them|me|the (?:job|jobs|run|runs|gpus|cards|nodes|machines|workload)|our (?:job|jobs|run|runs|workload)|these)"
_HARMLESS = r"(?:(?:do(?:es)?|would|will)(?: not|n't)|won't) (?:really )?(?:hurt|matter|bother|worry|harm|scare|faze|affect|break|trouble)(?: (?:us|me|it|them|anything|anyone|the (?:job|run)|our (?:jobs?|runs?)))?(?: (?:much|at all))?|(?:is|are|'re)(?:n't| not) (?:a|an) (?:problem|issue|big deal|concern)(?: for (?:us|me))?|(?:is|are|would be|'s) (?:really |totally |perfectly )?(?:no (?:problem|issue|trouble|drama|big deal|worry|biggie)|survivable|harmless|tolerable|bearable|manageable|acceptable|tolerated|accepted)(?: (?:for|by|with|to) (?:us|me))?|cost(?:s)? us (?:little|nothing)"

TERMS_OF_USE: tuple[tuple[str, str, str], ...] = (
    # Uptime.
    (
        "nothing|below|under|less than|worse",
        rf"(?<![a-z])(?:nothing|none|no|not) (?:under|below|less than|worse than|short of)(?= {_LEVEL})",
        "at least",
    ),
    (
        "uptime|availability",
        rf"(?<![a-z])(?:min(?:imum|\.)?|required|needed) (?:required )?(?:uptime|availability|sla)(?: (?:of|is|at|=|:)| ?[:=])*(?= {_LEVEL})",
        "uptime at least",
    ),
    (
        "or ",
        rf"(?<=[a-z0-9%]),? or (?:else )?(?:(?:it's|it is|they're|they are|that's|it'd be|it would be) (?:of )?(?:no (?:use|good)|useless|pointless|worthless|not worth (?:it|having))(?: (?:to|for) (?:us|me))?|don't (?:bother|call)|do not bother|forget (?:it|about it)|no deal|we(?:'ll)? (?:pass|walk)|(?:we|i) (?:can't|cannot) use (?:it|them)|leave it){END}",
        "",
    ),
    ("+", r"(?P<v>99(?:\.9{1,3})? ?%) ?\+", "{v}"),
    ("min|least", r"(?<![a-z])(?:min(?:imum|\.)?|at least|>=?) (?=99(?:\.9{1,3})? ?% (?:uptime|availability|sla))", ""),
    (
        "no less|nothing less|no lower|not less|at a minimum|at minimum|at the minimum",
        rf"(?P<v>{_LEVEL}(?: (?:uptime|availability|sla))?),? (?:and )?(?:no less|nothing less|no lower|not less|at (?:a |the )?minimum){END}",
        "{v}",
    ),
    (
        "if |where you",
        rf"(?P<v>(?<![a-z])(?:infiniband|ib|nvlink|roce|sxm[2-6]?|pcie|nvl|hipaa|soc ?-?2|iso ?-?27001|renewables?(?: energy| power)?|green (?:energy|power)|{_LEVEL}(?: uptime)?)),? (?:(?:if|where) (?:you|they) (?:have|'ve got|got|can get|can find|can do) (?:it|them|that|one|any)|if (?:it's |it is |that's )?(?:available|there|on offer|in stock|going)|if there(?:'s| is) any){END}",
        "{v} if possible",
    ),
    # Interruptions.
    (
        "any|whenever|if |now and|time to time|occasionally|mid|half|without",
        rf"{START}(?:and |but |so )?(?:(?:you|they|the venue|the provider) (?:can|may|could|might) )?(?:{_STOP} {_THEM}|take {_THEM} (?:away|back)) {_WHENEVER}{END}",
        "interruptible is fine",
    ),
    (
        "getting |being ",
        rf"(?<!not )(?<![a-z])(?:(?:we're|we are|i'm|i am) )?(?:ok(?:ay)?|fine|happy|cool|alright) (?:with|about) (?:getting|being) {_STOPPED}(?: {_WHENEVER})?{END}",
        "interruptible is fine",
    ),
    (
        "toleran",
        r"(?<![a-z])(?:interruption|pre-?emption|eviction)[- ]tolerant(?: (?:workloads?|jobs?|runs?|training|code))?(?![a-z])",
        "interruptible is fine",
    ),
    (
        "neither",
        r"(?<![a-z])neither (?:in )?(?P<a>PLACE) nor (?:in )?(?P<b>PLACE)(?![a-z])",
        "not in {a}, not in {b}",
    ),
    (
        "limit|minute|hour|times|once|twice",
        r"(?<![a-z])(?:[0-9]+|an?|one|two|three|four|five|ten|thirty|sixty) (?:hours?|hrs?|minutes?|mins?) of (?:interruptions?|pre-?emptions?|downtime|outages?)(?: (?:at most|max(?:imum)?|tops|in total|a day|per day|overall))?",
        "limited-stops",
    ),
    (
        "any|whenever|if |now and|time to time|occasionally|mid|half|without",
        rf"(?P<b>(?<![a-z])be {_STOPPED}) {_WHENEVER}{END}",
        "{b}",
    ),
    (
        "if |when |should ",
        rf"(?<!not )(?<!n't )(?<!only )(?<![a-z])(?:(?:it's|it is|that's|we're|we are|i'm|i am|would be|it'd be|is|are) )?(?<!not )(?:{_GOOD}|(?:we|i) (?:can )?(?:live|cope)|happy)(?: (?:with|by|for) (?:us|me|it))?,? (?:if|when|should) (?:{_IT} (?:(?:ever|sometimes|occasionally) )?(?:gets?|is|are|be|was|were) {_STOPPED}|you (?:(?:have|need|want) to |must |ever |sometimes )?{_STOP} {_THEM})(?: {_WHENEVER})?{END}",
        "interruptible is fine",
    ),
    (
        "may |can |could |free to|welcome to|might ",
        rf"(?:(?<=, )|(?<=\. )|(?<=\()|(?<=- )|(?<=[a-z] ))(?:and |but |so )?you(?:'re| are)? (?:may|can|could|might|are allowed to|allowed to|free to|welcome to)(?: always)? {_STOP} {_THEM}(?: {_WHENEVER})?{END}",
        "interruptible is fine",
    ),
    (
        "pre|interrupt|evict|revoc|being",
        rf"(?<![a-z])(?<!no )(?:(?:and|so|but|as) )?{_STOPPING} (?:{_HARMLESS}){END}",
        "interruptible is fine",
    ),
    (
        "pre|interrupt|evict|spot",
        rf"{START}(?:(?:spot|pre-?emptions?|interruptions?|evictions?)) (?:tolerated|accepted|allowed|permitted|possible|welcome){END}",
        "interruptible is fine",
    ),
    (
        "restart|resum|checkpoint|surviv|recover|idempotent|toleran",
        r"(?<![a-z])(?:(?:and|since|because|as) )?(?:the |our |my |this )?(?:jobs?|runs?|workload|pipeline|training|trainer|code|we) (?:just )?(?:restarts?|resumes?|recovers?|picks? up)(?: (?:cleanly|itself|themselves|automatically|fine|by itself|from (?:the last )?checkpoints?|where (?:it|they|we) left off))+(?:,? so)?(?=,? (?:interruptible|spot|you |pre-?empt|interrupt|being ))",
        "tbh,",
    ),
    # Compliance.
    (
        "so hipaa|so soc|so iso|hence hipaa|therefore hipaa",
        r"(?<![a-z])(?:(?:it's|it is|this is|we have|we handle|there is|there's) )?(?:patient|medical|health|clinical|hospital|customer|financial|bank(?:ing)?|personal) (?:data|records|images|scans|files|information)(?: (?:involved|here|inside))?,? (?:so|hence|therefore) (?=(?:it (?:must|has to) be |needs? |must be )?(?:hipaa|soc ?-?2|iso ?-?27001))",
        "",
    ),
    # One site.
    (
        "roof",
        rf"{START}(?:(?:all|both|everything|keep (?:it|them|everything)(?: all)?|they must be|must be) )*under (?:one|the same|a single) roof{END}",
        "all in the same region",
    ),
)
