"""Turns of phrase for how many will do: the smallest fill in other words, shares, and "or fewer"; and numbers of the
writer's own world that the order's number could be mistaken for.

Rules as in `paraphrases`. A smaller number that is wanted only under a condition, or with another requirement, is none.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, IDLE, START

_N = r"(?P<n>[1-9][0-9]{0,3}|two|three|four|six|eight|ten|twelve|sixteen)"
_GOODS = r"(?:gpus?|cards?|nodes?|units|pieces?|servers?|box(?:es)?|racks?)"
_COUNT = rf"{_N}(?P<u>(?: {_GOODS})?)"
_OF_THEM = r"(?: of (?:them|those|these))"
_LIVE_WITH = r"live with|make do with|get by with|settle for|survive (?:with|on)|manage with|cope with|work with|do with|go (?:as low as|down to)|be (?:fine|happy|ok|okay|content) with|happy with|fine with|content with"
_AT_WORST = r"(?:,? (?:(?:at|in) a pinch|if (?:need(?: be|ed)|necessary|it comes to (?:it|that)|that'?s (?:all|what) (?:there is|you have|you've got|we can get|you can do|is left))|at (?:worst|a push)|too|as well))*"
_SHARES = (
    ("half", "50"),
    ("three[ -]quarters", "75"),
    ("a quarter|one quarter", "25"),
    ("two[ -]thirds", "66.6"),
    ("a third|one third", "33.3"),
)
_FEWER = (
    ("half", "50"),
    ("a third", "66.6"),
    ("a quarter", "75"),
    ("a fifth", "80"),
    ("a tenth", "90"),
    ("10%", "90"),
    ("20%", "80"),
    ("25%", "75"),
    ("30%", "70"),
)
_SHARE_OF = r"(?: as many| that (?:number|many|quantity|amount)| of (?:it|that|this|them|those|these|the (?:order|lot|quantity|total|amount|number)))?"
_DOES = r"(?:(?:is|are|'s|would be|being) (?:the |our |my |an? )?(?:absolute |bare |very )?(?:minimum|min|least(?: (?:we|i)(?:'d| would|'ll| will)? (?:take|accept|need|want))?|floor|smallest fill)|(?:would|will|'ll) (?:do|be (?:ok(?:ay)?|fine|enough))|is (?:enough|fine|ok(?:ay)?|acceptable)|suffices|works|at (?:the )?(?:very |bare |absolute )?(?:least|minimum)|minimum|min|or more)"

_OTHER = r"(?!(?:gpus?|cards?|nodes?|units?|pieces|pcs|servers|box|boxes|racks|chips|accelerators|machines|hosts|instances|vms|hours|hrs|days|nights|weeks|months|years|minutes|mins|weekends|mornings|evenings|afternoons|weekdays|times|tokens|cents|dollars|bucks|percent|nines|gigs|cores|cpus|vcpus|threads|disks|volumes|regions|sites|zones|locations|countries|places|lots|batches|blocks|chunks|tranches|slices|copies|replicas|clusters|pairs|dozens|sets|bookings|slots|windows|sessions|options|alternatives|orders|bids|runs|more|less|others|is|was|has|this|plus|as|its|us|always|perhaps|unless|thus|across)(?![a-z]))"
_PLURAL = rf"{_OTHER}(?:[a-z]{{3,}}(?<!s)s|people|men|women|children|staff)"
_OF_OURS = r"(?:open|left|remaining|outstanding|pending|queued|waiting|due|missing|behind|overdue|unfinished|unreviewed|in (?:the )?(?:queue|backlog|review|flight|progress)|on (?:call|hold|the (?:team|list|board))|to (?:re-?)?(?:go|do|run|render|review|train|score|check|grade|finish|fix|label|process|evaluate|test|ship|deliver|read|mark|submit|annotate|migrate|benchmark|write|watch|present|show|rerun))"
_ARE = r"(?:(?:are|were|have|had|keep|want|wait|depend|'re|will be|need(?! (?:[0-9]|an? |more |another )))(?![a-z]))"
_TELLS = r"(?:(?!(?:if|unless|when|once|only|must|should|each|every|gpus?|cards?|nodes?|hours?|usd|instead|or|else)(?![a-z]))[a-z'-]+)"
_LABELS = r"(?:pages?|pp?\.|chapters?|sections?|room|rm\.?|slides?|figures?|figs?\.?|appendix|paragraphs?|clause|annex|tickets?|issues?|bugs?|story|epic|case|building|bldg|desk|hall|suite|epochs?|steps?|sprint|milestone|phase|stage|episode|season|volume|exhibit|docket|invoice|inv\.?|po|p\.o\.|purchase order|requisition|req|order form|account|acct|extension|ext\.?|badge|employee|(?:job |run |request |project |user |team |staff |customer |client )i'?d|id|version|release|build|revision|rev\.?|folds?|seeds?|layers?|shots?|scenes?|reels?|problem set|homework|assignment|lecture|attempt|try|iteration|grant|award|contract|agreement|protocol|study|quote|reference|week(?= [0-9]+ of (?:the|our|my) (?:course|semester|term|class)))"

COUNTS: tuple[tuple[str, str, str], ...] = (
    (
        "per morning|per afternoon|per evening|per night|per weekend",
        r"(?P<x>(?<![a-z0-9.$])[0-9]{1,4} (?:x )?(?P<g>PRODUCT)(?:s(?![a-z]))?) per (?=(?:morning|afternoon|evening|night|weekend)(?![a-z]))",
        "{x} each ",
    ),
    (
        " again",
        r"(?P<x>(?:(?<=and )|(?<=plus )|(?<=[0-9a-z], ))[1-9][0-9]{0,3}(?: more)?) again(?= (?:on |for )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|tonight|next |the (?:next|following) ))",
        "{x}",
    ),
    # The smallest fill.
    *(
        (
            "with|settle|do|enough|as low|suffice|work",
            (
                rf"{lead}(?:but |and |or |though |although |yet )?(?:(?:i|we)(?:'d|'ll)? )?(?:(?:would|could|can|will|might) )?(?:(?:also|still|just|happily|probably|even) )*(?:{_LIVE_WITH})(?: (?:just|only|as few as|a minimum of|as little as))? {_COUNT}{_OF_THEM}?{_AT_WORST}{END}"
                rf"|{lead}(?:but |and |though |although )?{_COUNT}{_OF_THEM}? (?:(?:would|will|could|can)(?: also| still| just)?|'ll) (?:do|work|suffice|be (?:enough|fine|ok(?:ay)?)){_AT_WORST}{END}"
                rf"|{lead}(?:but |and |though |although )?{_COUNT}{_OF_THEM}? (?:is|are|would be) enough(?: (?:to (?:get (?:going|started|by)|start(?: with)?|begin with|run|work with)|for (?:us|me|a start)))?{_AT_WORST}{END}"
            ),
            said,
        )
        for lead, said in (
            (rf"(?<=[\s\S]){START}(?<![0-9][.,])", "min {n}{u}"),
            (
                r"(?<=[a-z0-9])(?<!days)(?<!hours)(?<!hrs)(?<!nights)(?<!weeks) (?=but |though |although |or (?:settle|make do|live|get by|be happy|go down) )",
                ", min {n}{u}",
            ),
        )
    ),
    (
        "of them|of those|of these|very least|bare minimum",
        rf"(?<=.){START}(?:but |and |with |though )?(?:(?:i|we)(?:'d| would|'ll| will)? (?:need|want|must get|must have|have to get|take|accept) )?(?:at (?:the )?(?:very |bare )?least|at minimum|a minimum of|min(?:imum)?(?: of)?|no fewer than|no less than|not fewer than) {_COUNT}{_OF_THEM}(?! ?:){END}",
        "min {n}{u}",
    ),
    (
        "at the very least|at the least|at the bare|at the absolute|at an absolute|minimum",
        rf"{START}(?:but |and |though )?{_COUNT}{_OF_THEM}? (?:at (?:the|an) (?:very |bare |absolute )?(?:least|minimum)|at (?:a )?minimum){END}",
        "min {n}{u}",
    ),
    *(
        rule
        for share, percent in _SHARES
        for rule in (
            (
                share.split("|")[0] if "[" not in share else share.rsplit("]")[-1],
                rf"{START}(?:but |and |with |though )?(?:(?:i|we)(?:'d| would|'ll| will)? (?:need|want|take|accept|settle for) )?(?:at (?:the )?(?:very )?least|a minimum of|min(?:imum)?(?: of)?|no less than|not less than) (?:{share}){_SHARE_OF}{END}|{START}(?:but |and )?(?:{share}){_SHARE_OF},? {_DOES}{END}",
                f"min {percent}%",
            ),
        )
    ),
    *(
        (
            f"{share} fewer",
            rf"(?<=.){START}(?:but |and |though )?{share} fewer(?: {_GOODS})? (?:(?:would|will|could)(?: also| still)* (?:do|work|be (?:fine|ok(?:ay)?|enough|acceptable|tolerable|all right|alright)|suffice|not hurt)|(?:is|are)(?: also| still)* (?:fine|ok(?:ay)?|acceptable|tolerable|enough)){_AT_WORST}{END}",
            f"min {percent}%",
        )
        for share, percent in _FEWER
    ),
    (
        "minimum|least|smallest|fewest|lowest",
        rf"{START}(?:but |and )?{_COUNT}(?:'s| is| being| would be) (?:the |our |my )?(?:absolute |bare )?(?:minimum|least|smallest|fewest|lowest)(?: (?:number|amount))? (?:that )?(?:we|i)(?: can| could| would|'d|'ll| will)? (?:use|take|work with|accept|live with|need|make do with|do with|run on|start with){END}",
        "min {n}{u}",
    ),
    (
        "floor",
        rf"(?:with )?(?:a |the |our )?(?<![a-z])floor (?:of|is|at) (?P<n>[1-9][0-9]{{0,3}}|two|three|four|six|eight) (?P<u>{_GOODS})(?![a-z])",
        "min {n} {u}",
    ),
    (
        "each|apiece|per ",
        r"(?P<a>(?<![0-9a-z.])(?:[1-9][0-9]?|two|three|four|five|six|eight|ten) (?:nodes|servers|box(?:es)?|machines|hosts)) (?:with|w/|holding|having|containing) (?P<m>4|8|16|four|eight|sixteen) ?x? ?(?P<g>PRODUCT) (?:each|apiece|in each|inside each|per (?:server|box|node|machine))(?![a-z])",
        "{a} of {m} {g}",
    ),
    (
        "below|under|fewer than|less than|smaller than",
        rf"{START}(?:but |and )?(?:(?:(?:i|we)(?:'ll)? )?(?:won't|will not|can't|cannot|wouldn't|don't) (?:take|accept|use|want|do)(?: any(?:thing)?)?|no (?:partials?|partial fills?|fills?)|nothing) (?:below|under|fewer than|less than|smaller than) {_COUNT}{END}",
        "min {n}{u}",
    ),
    (
        "anything|any number|whatever",
        rf"{START}(?:but |and )?(?:(?:i|we)(?: can|'ll| will|'d| could| would)? )?(?:use|take|accept|work with|be (?:ok|fine|happy) with) (?:anything|any number|any amount|whatever) (?:from|above|over|down to) {_COUNT}(?: (?:up|upwards|on|and up|or more))?{END}",
        "min {n}{u}",
    ),
    (
        "partial|part fill|part-fill",
        rf"{START}(?:but |and )?(?:any )?(?:a )?(?:partials?|partial fills?|part[- ]fills?)(?: (?:is|are|will be|would be))? (?:ok(?:ay)?|fine|good|welcome|acceptable|allowed|accepted)(?: (?:by|with|for) (?:us|me))?,? (?:from|down to|as low as|starting (?:at|from)|above|of at least|if (?:it is |it's )?at least) {_COUNT}(?: (?:up|upwards?|and up|or more))?{END}",
        "min {n}{u}",
    ),
    (
        "or fewer|or less",
        r"(?<![0-9.$a-z])(?P<n>[1-9][0-9]{0,3}) (?P<g>PRODUCT) or (?:fewer|less)(?![a-z])",
        "up to {n} {g}",
    ),
    # Numbers that count something of the writer's own.
    (
        "open|left|remaining|outstanding|pending|queued|waiting|due|missing|behind|overdue|unfinished|unreviewed|in |on |to ",
        rf"{START}(?:and |but |so |because |since |as )?(?:(?:we|i)(?: still| now| currently)? (?:have|'ve got|got)|(?:we|i)(?:'ve| have)(?: still| now)? got|there(?:'s| are| is)(?: still| now)?|still|with|only|another|all|about|around|some|roughly|my|our|the)? ?(?<![0-9a-z.$/:-])[1-9][0-9]{{0,4}}(?: more| other)? (?:{_TELLS} )?{_PLURAL}(?: (?:are|is|still|all|yet|now|currently|just))* {_OF_OURS}(?: {_TELLS}){{0,6}}{END}",
        IDLE,
    ),
    (
        "are |were |have |had |keep |want |wait |depend |'re |will be |need ",
        rf"{START}(?:and |but |so |because |since |as )?(?:about |around |all |some |only |roughly |nearly |another |my |our |the )?(?<![0-9a-z.$/:-])[1-9][0-9]{{0,4}}(?: of (?:our|my|the|them)(?: own)?(?: [0-9]{{1,4}})?)? (?:{_TELLS} )?{_PLURAL} (?:still |now |all |currently |already )*{_ARE}(?: {_TELLS}){{1,8}}{END}",
        IDLE,
    ),
    (
        "st |nd |rd |th |st, |nd, ",
        r"(?<![a-z])(?P<w>(?:our|my|the|their|a|this is the|it's the|for the) )[1-9][0-9]{0,2}(?:st|nd|rd|th) (?=(?:attempt|try|time|run|iteration|version|round|reviewer|epoch|draft|batch|revision|rerun|retry|experiment|request|reminder|paper|milestone|sprint|release|edition|anniversary|cohort|floor|student|class|customer|client|fold|checkpoint|pass|submission|resubmission|deadline)(?![a-z]))",
        "{w}",
    ),
    (
        "grant|award|contract|agreement|protocol|study|quote|reference|attempt|try|iteration|i'd|page|chapter|section|room|slide|fig|appendix|paragraph|clause|annex|ticket|issue|bug|story|epic|case|building|bldg|desk|hall|suite|epoch|step|sprint|milestone|phase|stage|episode|season|volume|exhibit|docket|inv|po|p.o.|purchase|req|order form|account|acct|ext|badge|employee|id|version|release|build|rev|fold|seed|layer|shot|scene|reel|problem|homework|assignment|lecture|week|rm|pp",
        rf"(?<![a-z0-9-])(?P<w>{_LABELS})(?: (?:no\.?|number|nr\.?|is))?:? ?#?v?(?:[0-9]{{1,4}} ?(?:-|to|and|through) ?[0-9]{{1,4}}|(?:[a-z]{{1,4}}-?)?[0-9]{{1,9}}(?:[.-][0-9a-z]{{1,4}}){{0,3}}[a-z]?)(?![0-9a-z:%$])(?! ?(?:x |× ?|usd|dollars|gpus?|cards?|nodes?|hours?|[a-z]{{1,3}}[0-9]|per |/))",
        "desk",
    ),
    (
        "until|till|after|before|from|by ",
        rf"{START}(?:and |but |so )?(?:i'm|i am|we're|we are|i'll be|we'll be) (?:in|at|on|out|away|around|here|back|off|offline|online|reachable|travelling|traveling)(?: [a-z'-]+){{0,4}} (?:until|till|after|before|from|by) (?:noon|midday|lunch|then|tomorrow|tonight|[a-z]{{3,6}}day|[0-9]{{1,2}}(?::[0-9]{{2}})? ?(?:[ap]m)?){END}",
        IDLE,
    ),
    (
        " of |/",
        r"(?<![a-z])(?:(?:run|attempt|part|round|iteration|phase|step|stage|job|fold|shard|pass|try|wave|batch) [0-9]{1,3} ?(?:of|out of|/) ?[0-9]{1,3}|the [1-9][0-9]?(?:st|nd|rd|th) of (?:the |our |my )?[0-9]{1,3} [a-z]{3,}s)(?![0-9a-z])",
        "desk",
    ),
    (
        "-",
        r"(?<![a-z0-9/-])(?!gb|gh|mi|rtx|gtx|quadro|titan|tesla|radeon|geforce|gaudi|arc|tpu|trn|iso|soc|max|min|qty|gpu|node|hgx|dgx|sxm|nvl|card|rack|box)[a-z]{3,10}-[0-9]{3,6}(?![0-9a-z.-])(?! ?(?:x |gpus?|cards?|nodes?|[a-z]{1,3}[0-9]))",
        "desk",
    ),
    (
        "v",
        r"(?<![a-z0-9])(?<!tpu )v\.? ?[0-9]{1,2}(?:\.[0-9]{1,3}){0,3}(?![0-9a-z%$.])(?! ?(?:x |gpus?|cards?|nodes?))",
        "desk",
    ),
    (
        "llama|qwen|mistral|mixtral|gemma|phi|gpt|whisper|flux|deepseek|falcon|claude|gemini|bert|t5|sd",
        r"(?<![a-z0-9])(?P<m>llama|qwen|mistral|mixtral|gemma|phi|gpt|whisper|flux|deepseek|falcon|stable diffusion|sdxl)[ -]?v?[0-9]{1,2}(?:\.[0-9]{1,2})?(?![0-9a-z%$])",
        "{m}",
    ),
    (
        "tb |gb |pb |byte",
        rf"{START}(?:and |but )?(?:about |around |some |over |the |our |all )*[0-9][0-9.,]* ?(?:tb|gb|pb|(?:tera|giga|peta)bytes?) of (?:[a-z]+ )?(?:data|images|logs|text|video|footage|audio|weights|checkpoints|scans|files|records) (?:is|are|sits?|was|were|has|have|waits?)(?: {_TELLS}){{1,6}}{END}",
        IDLE,
    ),
    ("lr |learning rate", rf"(?<![a-z])(?:lr|learning rate)(?: of| is|:| =|=)* ?[0-9][0-9.]*(?:e-?[0-9]+)?{END}", IDLE),
    (
        "epoch|step|iteration",
        rf"{START}(?:and |but |so )?(?:(?:we|i)(?:'re| are|'ll| will)? )?(?:expect(?:ing)?|plan(?:ning)?(?: on| for)?|estimate|it(?:'ll| will)? (?:needs?|takes?|be)) (?:about |around |roughly |some )?[0-9][0-9,.]*k? (?:epochs|steps|iterations)(?: (?:in total|overall|at most|or so))?{END}",
        IDLE,
    ),
    ("old", r"(?<![0-9a-z.])[0-9]{1,3}[ -](?:years?|months?|weeks?)[ -]old(?![a-z])", "old"),
    (
        " been ",
        rf"{START}(?:and |but |because |since |as )?(?:(?:we|i|they|he|she)(?:'ve| have|'s| has)?|(?:our|the|my) [a-z-]+(?: [a-z-]+)? ha(?:s|ve)) been (?!given|granted|allotted|allocated|promised|offered|allowed)(?:{_TELLS} ){{0,4}}?(?:for )?(?:over |about |almost |nearly |only )?[0-9]{{1,3}} (?:years|months|weeks)(?: (?:now|already|straight))?{END}",
        IDLE,
    ),
    (
        " tokens|t tokens|b tokens",
        r"(?P<p>(?:on|with|of|over|for|through) )(?:(?:the|our|all|about|roughly|some) )*[0-9][0-9.,]* ?(?:t|b|m|k|tn|bn|mn|trillion|billion|million|thousand) tokens(?! of (?:atlas|meridian))(?![a-z])",
        "{p}text",
    ),
)
