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

_KICK = r"(?:kick(?:ing)?|boot(?:ing)?|throw(?:ing)?|bump(?:ing)?|pull(?:ing)?|yank(?:ing)?|interrupt(?:ing)?|pre-?empt(?:ing)?|evict(?:ing)?|reclaim(?:ing)?|paus(?:e|ing)|stop(?:ping)?|cut(?:ting)?|kill(?:ing)?)"
_OFF = r"(?: (?:off|out|back|away))?"
_SHRUG = r"(?:(?:that's|it's|that is|it is) (?:ok(?:ay)?|fine|alright|all right|cool|no (?:problem|drama|issue|big deal)|not the end of the world|life)|no harm(?: done)?|no (?:problem|drama|issue|worries|big deal|hard feelings)|so be it|we(?:'ll| will| can)(?: just)? (?:cope|live|survive|manage|restart|resume|pick up|start again|carry on|wait)|(?:the )?(?:jobs?|runs?|we)(?: just)? (?:restarts?|resumes?|picks? up))"
_GOODS = r"(?:capacity|instances?|machines|nodes|gpus|cards|servers|boxes|supply|slots)"

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
        "below|under|less than|short of|worse",
        rf"{START}(?:and |but )?(?:(?:anything|everything|all) )?(?:below|under|less than|short of|worse than) (?P<v>{_LEVEL}(?: (?:uptime|availability))?) (?:(?:is|are|would be|'s)(?: simply| just)? (?:useless|pointless|worthless|no (?:use|good)|of no use|not (?:enough|good enough|acceptable|ok(?:ay)?)|unacceptable|too (?:little|low|flaky|risky)|out|a no|a no-go)|isn't (?:enough|good enough|acceptable)|(?:won't|doesn't|will not|does not) (?:do|work|cut it))(?: (?:for|to) (?:us|me))?{END}",
        "at least {v}",
    ),
    (
        "min|least",
        rf"(?<![a-z])(?:at )?(?:a )?min(?:imum|\.)?(?: of)?(?= {_LEVEL})",
        "at least",
    ),
    (
        "drop|fall|dip|go |sink|slip|get",
        rf"(?<![a-z])(?:(?:the )?(?:uptime|availability|reliability|it|they) )?(?:must|may|can|should|shall|could|will)(?: not|n't|not| never)(?: ever)? (?:drop|fall|dip|go|sink|slip|get|be) (?:below|under|lower than|less than|worse than)(?= {_LEVEL})",
        "uptime at least",
    ),
    (
        "insist on|depend on|rely on|count on",
        rf"{START}(?:and |but )?(?:we|i)(?: really)? (?:insist|depend|rely|count)(?: up)?on (?=(?:at least )?{_LEVEL})|{START}(?:and |but )?(?:we|i)(?: really)? (?:insist|depend|rely|count) on (?=(?:at least )?{_LEVEL})",
        "",
    ),
    (
        "suffice|plenty|ample|do me|do us",
        rf"(?P<v>(?<![a-z]){_LEVEL}(?: (?:uptime|availability))?) (?:suffices?|(?:is|are|would be) (?:plenty|ample|sufficient|all we need)|(?:will|would) (?:suffice|do(?: us| me)?)){END}",
        "{v} is fine",
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
        "too|as well|also",
        rf"(?P<s>(?<![a-z])(?:spot|pre-?emptible|interruptible|pre-?emptions?|interruptions?)(?:'s| is| are| would be)? (?:ok(?:ay)?|fine|good|acceptable|welcome)) (?:too|as well|also){END}",
        "{s}",
    ),
    (
        "interruptible|preemptible|pre-emptible|spot",
        rf"(?<![a-z])(?<!no )(?<!not )(?:spot|pre-?emptible|interruptible) {_GOODS}(?:'s| is| are| would be| will be)? (?:ok(?:ay)?|fine|good(?: enough)?|acceptable|welcome|great|no problem|tolerated|accepted)(?: (?:by|with|for) (?:us|me))?(?: too| as well)?{END}",
        "interruptible is fine",
    ),
    (
        "absorb|stomach|ride out|weather|endure|shrug|swallow|bear|take|stand",
        rf"(?<![a-z])(?<!not )(?:(?:and|so|but) )?(?:we|i|the (?:jobs?|runs?|workload)|our (?:jobs?|runs?|workload|code|pipeline|team))(?: can| could| will|'ll)?(?: easily| happily| well| just)? (?:absorb|stomach|ride out|weather|endure|shrug off|swallow|bear|take|stand)s? (?:the odd |occasional |some |any |a few |an? )?(?:{_STOPPING}){END}",
        "interruptible is fine",
    ),
    (
        "free to|go ahead|pull the plug|must|need|have to|whenever|any time|anytime|like",
        rf"{START}(?:and |but |so |please )?(?:(?:feel free to|go ahead and|by all means) (?:{_KICK}(?: {_THEM})?{_OFF}|pull the plug)(?: {_WHENEVER})?|(?:{_KICK} {_THEM}{_OFF}|pull the plug(?: on {_THEM})?) {_WHENEVER}){END}",
        "interruptible is fine",
    ),
    (
        "ing us|ing them|ing it|ing me|ing the|ing our|getting ",
        rf"(?<![a-z])(?<!no )(?<!not )(?:{_KICK} {_THEM}{_OFF}|getting {_STOPPED}|getting kicked|getting booted)(?: {_WHENEVER})? (?:{_HARMLESS}|(?:is|are|would be|'s) (?:perfectly |totally )?(?:ok(?:ay)?|fine|alright|all right|no big deal)(?: (?:by|with|for) (?:us|me))?){END}",
        "interruptible is fine",
    ),
    (
        "if |when |should ",
        rf"{START}(?:and |but )?(?:if|when|should|in case) (?:{_IT} (?:(?:ever|sometimes) )?(?:gets?|is|are|be) (?:{_STOPPED}|kicked|booted)|you {_KICK} {_THEM}{_OFF}),? (?:then )?{_SHRUG}{END}",
        "interruptible is fine",
    ),
    (
        "not |n't |never |no |nothing|none",
        rf"{START}(?:and |but )?(?:(?:please )?(?:do not|don't|never) {_KICK} {_THEM}{_OFF}|no {_KICK} {_THEM}{_OFF}|no (?:kicking|booting|bumping|pausing|interrupting|preempting)(?: off| out)?|(?:nothing|none) (?:that is |that's )?(?:spot|interruptible|pre-?emptible)|{_IT} (?:can't|cannot|can not|must not|mustn't|may not|won't|will not|should not|shouldn't) (?:be|get) (?:{_STOPPED}|kicked|booted))(?: {_WHENEVER}| please)?{END}",
        "no spot",
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
    (
        "may be|can be|could be|might be|to get|to be",
        rf"(?<![a-z])(?<!not )(?:{_IT}|the (?:cards|machines|capacity)|they) (?:may|can|could|might) be (?:taken (?:away|back)|pulled(?: away| back)?|reclaimed|kicked(?: off| out)?|booted(?: off)?|bumped(?: off)?)(?: {_WHENEVER})?{END}|(?<![a-z])(?<!not )(?:ok(?:ay)?|fine|happy|prepared|willing|ready) to (?:get|be) (?:{_STOPPED}|kicked|booted)(?: {_WHENEVER})?{END}",
        "interruptible is fine",
    ),
    (
        "whatsoever|at all|ever",
        rf"(?<![a-z])no (?:{_STOPPING}) (?:whatsoever|at all|ever){END}",
        "no spot",
    ),
    # Compliance.
    (
        "so hipaa|so soc|so iso|hence hipaa|therefore hipaa",
        r"(?<![a-z])(?:(?:it's|it is|this is|we have|we handle|there is|there's) )?(?:patient|medical|health|clinical|hospital|customer|financial|bank(?:ing)?|personal) (?:data|records|images|scans|files|information)(?: (?:involved|here|inside))?,? (?:so|hence|therefore) (?=(?:it (?:must|has to) be |needs? |must be )?(?:hipaa|soc ?-?2|iso ?-?27001))",
        "",
    ),
    # Interconnects and places.
    (
        "between|across|among",
        r"(?<![a-z0-9])(?P<net>infiniband|ib|nvlink|roce) (?:between|across|among)(?: (?:the|all|our|all the|all of the))? (?:cards|gpus|nodes|servers|machines|boxes|hosts|them)(?![a-z])",
        "{net}",
    ),
    ("somewhere|someplace", r"(?<![a-z])some(?:where|place) (?=(?:in|within|inside) )", ""),
    (
        "a |any |some |one ",
        r"(?<![a-z])(?:from|at|in|on) (?:an?|any|some|one) (?:single )?(?:site|facility|data ?cent(?:er|re)|dc|region|location|building) (?=(?:in|within|inside) (?!one|the same|a single))",
        "",
    ),
    # One site.
    (
        "roof",
        rf"{START}(?:(?:all|both|everything|keep (?:it|them|everything)(?: all)?|they must be|must be) )*under (?:one|the same|a single) roof{END}",
        "in the same region",
    ),
)
