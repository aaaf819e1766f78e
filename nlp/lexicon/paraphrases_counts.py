# ruff: noqa: E501
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
_SHARES = (("half", "50"), ("three[ -]quarters", "75"), ("a quarter|one quarter", "25"))
_SHARE_OF = r"(?: of (?:it|that|this|them|those|these|the (?:order|lot|quantity|total|amount|number)))?"
_DOES = r"(?:(?:is|are|'s|would be|being) (?:the |our |my |an? )?(?:absolute |bare |very )?(?:minimum|min|least(?: (?:we|i)(?:'d| would|'ll| will)? (?:take|accept|need|want))?|floor|smallest fill)|at (?:the )?(?:very |bare |absolute )?(?:least|minimum)|minimum|min|or more)"

_OTHER = r"(?!(?:gpus?|cards?|nodes?|units?|pieces|pcs|servers|box|boxes|racks|chips|accelerators|machines|hosts|instances|vms|hours|hrs|days|nights|weeks|months|years|minutes|mins|weekends|mornings|evenings|afternoons|weekdays|times|tokens|cents|dollars|bucks|percent|nines|gigs|cores|cpus|vcpus|threads|disks|volumes|regions|sites|zones|locations|countries|places|lots|batches|blocks|chunks|tranches|slices|copies|replicas|clusters|pairs|dozens|sets|bookings|slots|windows|sessions|options|alternatives|orders|bids|runs|more|less|others|is|was|has|this|plus|as|its|us|always|perhaps|unless|thus|across)(?![a-z]))"
_PLURAL = rf"{_OTHER}(?:[a-z]{{3,}}(?<!s)s|people|men|women|children|staff)"
_OF_OURS = r"(?:open|left|remaining|outstanding|pending|queued|waiting|due|missing|behind|overdue|unfinished|unreviewed|in (?:the )?(?:queue|backlog|review|flight|progress)|on (?:call|hold|the (?:team|list|board))|to (?:re-?)?(?:go|do|run|render|review|train|score|check|grade|finish|fix|label|process|evaluate|test|ship|deliver|read|mark|submit|annotate|migrate|benchmark|write|watch|present|show|rerun))"
_ARE = r"(?:(?:are|were|have|had|keep|want|wait|depend|'re|will be|need(?! (?:[0-9]|an? |more |another )))(?![a-z]))"
_TELLS = r"(?:(?!(?:if|unless|when|once|only|must|should|each|every|gpus?|cards?|nodes?|hours?|usd|instead|or|else)(?![a-z]))[a-z'-]+)"
_LABELS = r"(?:page|pages|pp?\.|chapter|chapters|section|room|rm\.?|slide|figure|fig\.?|appendix|paragraph|clause|annex|ticket|tickets|issue|bug|story|epic|case|building|bldg|desk|hall|suite|epochs?|steps?|sprint|milestone|phase|stage|episode|season|volume|exhibit|docket|invoice|inv\.?|po|p\.o\.|purchase order|requisition|req|order form|account|acct|extension|ext\.?|badge|employee|id|version|release|build|revision|rev\.?|fold|folds|seeds?|layers?|shots?|scenes?|reels?|problem set|homework|assignment|lecture|week(?= [0-9]+ of (?:the|our|my) (?:course|semester|term|class)))"

COUNTS: tuple[tuple[str, str, str], ...] = (
    # The smallest fill.
    (
        "of them|of those|of these|very least|bare minimum",
        rf"(?<=.){START}(?:but |and |with |though )?(?:(?:i|we)(?:'d| would|'ll| will)? (?:need|want|must get|must have|have to get|take|accept) )?(?:at (?:the )?(?:very |bare )?least|at minimum|a minimum of|min(?:imum)?(?: of)?|no fewer than|no less than|not fewer than) {_COUNT}{_OF_THEM}{END}",
        "min {n}{u}",
    ),
    (
        "at the very least|at the least|at the bare|at the absolute|at an absolute",
        rf"{START}(?:but |and |though )?{_COUNT}{_OF_THEM}? at (?:the|an) (?:very |bare |absolute )?(?:least|minimum){END}",
        "min {n}{u}",
    ),
    *(
        rule
        for share, percent in _SHARES
        for rule in (
            (
                share.split("|")[0].replace("[ -]", " ") if "[" not in share else "quarters",
                rf"{START}(?:but |and |with |though )?(?:(?:i|we)(?:'d| would|'ll| will)? (?:need|want|take|accept|settle for) )?(?:at (?:the )?(?:very )?least|a minimum of|min(?:imum)?(?: of)?|no less than|not less than) (?:{share}){_SHARE_OF}{END}|{START}(?:but |and )?(?:{share}){_SHARE_OF},? {_DOES}{END}",
                f"min {percent}%",
            ),
        )
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
        rf"{START}(?:and |but |so |because |since |as )?(?:about |around |all |some |only |roughly |nearly |another |my |our |the )?(?<![0-9a-z.$/:-])[1-9][0-9]{{0,4}}(?: of (?:our|my|the|them))? (?:{_TELLS} )?{_PLURAL} (?:still |now |all |currently |already )*{_ARE}(?: {_TELLS}){{1,8}}{END}",
        IDLE,
    ),
    (
        "st |nd |rd |th |st, |nd, ",
        r"(?<![a-z])(?P<w>(?:our|my|the|their|a|this is the|it's the|for the) )[1-9][0-9]{0,2}(?:st|nd|rd|th) (?=(?:attempt|try|time|run|iteration|version|round|reviewer|epoch|draft|batch|revision|rerun|retry|experiment|request|reminder|paper|milestone|sprint|release|edition|anniversary|cohort|floor|student|class|customer|client|fold|checkpoint|pass|submission|resubmission|deadline)(?![a-z]))",
        "{w}",
    ),
    (
        "page|chapter|section|room|slide|fig|appendix|paragraph|clause|annex|ticket|issue|bug|story|epic|case|building|bldg|desk|hall|suite|epoch|step|sprint|milestone|phase|stage|episode|season|volume|exhibit|docket|inv|po|p.o.|purchase|req|order form|account|acct|ext|badge|employee|id|version|release|build|rev|fold|seed|layer|shot|scene|reel|problem|homework|assignment|lecture|week|rm|pp",
        rf"(?<![a-z0-9-])(?P<w>{_LABELS})(?: (?:no\.?|number|nr\.?|is))?:? ?#?v?(?:[0-9]{{1,4}} ?(?:-|to|and|through) ?[0-9]{{1,4}}|(?:[a-z]{{1,4}}-?)?[0-9]{{1,9}}(?:[.-][0-9a-z]{{1,4}}){{0,3}}[a-z]?)(?![0-9a-z:%$])(?! ?(?:x |× ?|usd|dollars|gpus?|cards?|nodes?|hours?|[a-z]{{1,3}}[0-9]|per |/))",
        "{w}",
    ),
    (
        " tokens|t tokens|b tokens",
        r"(?P<p>(?:on|with|of|over|for|through) )(?:(?:the|our|all|about|roughly|some) )*[0-9][0-9.,]* ?(?:t|b|m|k|tn|bn|mn|trillion|billion|million|thousand) tokens(?! of (?:atlas|meridian))(?![a-z])",
        "{p}text",
    ),
)
