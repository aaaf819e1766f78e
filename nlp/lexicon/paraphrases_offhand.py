"""Turns of phrase of people who talk about the order as they place it: what is going on, numbers that only name things,
conditions and choices told in whole sentences.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import CLEARS, END, IDLE, START
from nlp.lexicon.paraphrases_times import DAY, MOMENT

_NUMBERED = r"(?:shot|scene|frame|sequence|episode|reel|chapter|ticket|bug|issue|incident|experiment|sprint|milestone)"
_MEASURE = r"(?:(?:the |our |my )?(?:queue(?: depth| length)?|backlog|ticket count|load|latency|traffic|temperature|room temperature|error count|player count|head ?count))"
_RISING = r"(?:climbing|rising|growing|counting|falling|dropping|getting (?:worse|longer)|going up|not shrinking)"
_LEARNERS = r"(?:students|pupils|people|attendees|participants|learners|trainees|engineers|users|teams|groups|researchers|developers|kids|players|seats)"
_ORDINAL = r"(?:first|second|third|last|final|next|other|same|whole|main|heavy|easy|hard)"
_WEEK = r"(?:crunch|launch|exams?|finals|demo|release|play-?test|hell|conference|deadline|review|milestone|ship|shipping|freshers'?|hackathon|thesis|paper|busy)"
_STOP = r"(?:paused|stopped|suspended|halted|restarted|resumed|checkpointed)"
_BODY = r"(?:bureau|agency|ministry|department|university|institute|laboratory|council|authority|company|centre|center|office|board|commission|hospital|college|school|foundation|consortium|committee)"
_SITE = r"(?:facilit(?:y|ies)|sites?|data ?cent(?:er|re)s?|campus|premises|plants?|locations?|colo)"
_TEXT = r"(?:[^.;\n]|\.(?=[0-9]))"
"""Anything within a sentence."""
_ONE = r"(?:(?! and | plus | or )(?:[^.;,\n]|\.(?=[0-9])))"
"""Anything of one lot."""

OFFHAND: tuple[tuple[str, str, str], ...] = (
    # What goes on around the order.
    (
        "same",
        rf"(?:(?:it|this|that|both|either|all|any of them) )?(?:is|are|it's|would be) (?:all )?(?:the )?same (?:for|to|with) (?:us|me)(?={END})",
        IDLE,
    ),
    (
        "carbon|emission|footprint|co2|energy",
        rf"{START}(?:(?:because|since|as|and) )?(?:the|our|my) (?:[a-z]+ ){{0,2}}(?:counts?|tracks?|reports?|offsets?|measures?|publishes|discloses?|records?) (?:its|our|their|the|every|all)(?: [a-z]+){{0,2}}? (?:carbon|emissions?|footprint|co2|energy)(?: (?:use|output|bill))?(?={END})",
        IDLE,
    ),
    (
        "until|till|before",
        rf"{START}(?:(?:and|but|so) )?(?:(?:i|we|he|she|they|nobody|none of us) )?(?:(?:just|simply|really) )?(?:can'?t|cannot|won'?t|can not|will not|can|will) (?:go (?:to (?:bed|sleep)|home|on holiday|for lunch)|sleep|rest|relax|leave(?: the (?:office|desk|lab))?|log off|sign off|clock off|switch off|eat|have (?:lunch|dinner)|call it a (?:day|night)) (?:until|till|before) (?:this|it|that|these|the (?:order|booking|request|bid)|we hear back)(?: (?:is|are|has been|have been|gets|goes)|'s)? ?(?:queued(?: up)?|in|done|booked|sorted|placed|through|in place|on its way|settled|sent(?: off)?|off my (?:desk|plate)|lined up)?(?={END})",
        IDLE,
    ),
    (
        "green",
        rf"{START}(?:and |but |now |now that )?(?:(?:the|our|my|all|all the|all our) )?(?:[a-z0-9-]+ ){{0,3}}?(?:port|builds?|tests?|suite|ci|pipelines?|checks?|branch|main|dashboard|regressions?|migration|release|refactor|rewrite|deploy(?:ment)?|merge|pr|staging|nightl(?:y|ies))(?:'s| is| are| went| goes| came back| turned)(?: (?:finally|all|now|back to|still|at last|already))* green(?: again| at last| now)?{END}",
        IDLE,
    ),
    (
        "argued|debated|haggled|dithered|bickered|back and forth|talked|agoni",
        r"(?<![a-z])(?:argued|debated|haggled|dithered|bickered|went back and forth|talked|agoni[sz]ed)(?: (?:about|over|on) (?:this|it|that|which|the [a-z]+))? for (?:half an hour|an hour|(?:about |over |almost |nearly )?(?:[0-9]{1,2}|two|three|four|a few|several) (?:hours|days|weeks)|hours|days|weeks|ages|a (?:day|week|while)|the (?:whole|entire|better part of the|best part of the) (?:morning|afternoon|day|week))(?![a-z])",
        IDLE,
    ),
    (
        "appreciated|welcome",
        rf"{START}(?:and |but )?(?:any|all|your) (?:help|advice|pointers?|leads?|hints?|assistance|support) (?:is |are |would be |will be )?(?:much |greatly |very much |hugely )?(?:appreciated|welcome){END}",
        IDLE,
    ),
    (
        "gets done|is done|finishes|runs|get done|gets finished",
        rf"{START}(?:and |but )?(?:we|i)(?: really)? (?:don't|do not)(?: really)? (?:mind|care) when (?:exactly )?(?:it|this|that) (?:gets done|is done|finishes|runs|gets finished){END}",
        IDLE,
    ),
    (
        "drama",
        rf"{START}(?:so |and |but )?no drama (?:about|over|with|if) (?:the (?:rest|others?|remainder|third|third one)|(?:the )?others? (?:don't|do not|doesn't) (?:fill|come|happen)){END}",
        IDLE,
    ),
    (
        "happy",
        rf"{START}happy (?:mon|tues|wednes|thurs|fri|satur|sun)day(?:,? (?:all|team|folks|everyone|everybody|friends|there))?{END}",
        IDLE,
    ),
    ("guten", rf"{START}guten (?:tag|morgen|abend){END}", IDLE),
    ("almost there|nearly there", rf"{START}(?:we're |we are )?(?:almost|nearly) there{END}", IDLE),
    (
        "sorry",
        rf"{START}(?:and )?(?:sorry|apologies) for the (?:early |late )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|holiday|late-night|early)(?: (?:morning|afternoon|evening|night))? (?:ping|text|dm|call|e-?mail|mail|msg|message|post|note|request|notice){END}",
        IDLE,
    ),
    # Numbers that only name or measure things.
    (
        "shot|scene|frame|sequence|episode|reel|chapter|ticket|bug|issue|incident|experiment|sprint|milestone",
        rf"{START}(?:and |but |so )?(?:the |our |my )?{_NUMBERED} #?[0-9]{{1,6}}[a-z]?(?= (?:is|has|keeps|was|just|looks)(?![a-z]))",
        "it",
    ),
    (
        "climbing|rising|growing|counting|falling|dropping|getting|going up|shrinking",
        rf"{START}(?:and |but |so )?{_MEASURE}(?: is| are|'s| has| hit| just hit| stands)*(?: at| now| already| about| around| over)* [0-9][0-9,.]*k?,? (?:and |but )?(?:still )?{_RISING}(?: (?:fast|again|by the (?:hour|minute|day)))?{END}",
        IDLE,
    ),
    (
        "each",
        rf"(?<![0-9a-z.])(?:(?:with|for|of|to) )?(?P<n>[0-9]{{1,4}}) (?:[a-z-]+ ){{0,2}}{_LEARNERS},? (?:a|one|1) (?:gpu|card|accelerator) (?:each|apiece),? (?:(?:so|hence|which means|meaning|ie|i\.e\.),? )*(?:(?:that's|that is|it's|that makes|(?:we|i)(?:'ll)? need|makes) )?(?=(?P=n)(?![0-9.,:]))",
        f"{IDLE}, ",
    ),
    (
        "ext|tel|phone|mobile|desk",
        r"(?<=[a-z]) ?\(?(?<![a-z])(?:ext|extn|extension|tel|telephone|phone|mobile|desk phone)[.:]* ?\+?[0-9][0-9 -]{1,14}[0-9]\)?(?= ?(?:[.,;!\n]|$))",
        "",
    ),
    (
        "line|item|lot|clin|slin|position|pos|row",
        r"(?:^|(?<=\n)|(?<=[.;!?] ))(?P<k>line|item|lot|position|row) (?:no\.? ?)?0+(?P<n>[1-9][0-9]?)(?= ?[:)])",
        "{k} {n}",
    ),
    # What is going on.
    (
        "night",
        r"(?<![a-z])(?P<w>my|our|the) night[- ](?:school|shift)(?P<p> (?:cohort|group|class|team|crew|students|people|folks|pupils) (?:is|are|has|have|wants?|needs?)(?![a-z]))",
        "{w} tbh{p}",
    ),
    (
        "maint|upgrade|change|outage|downtime|patch",
        r"(?P<t>(?:[0-9] ?[ap]m|[0-9]:[0-9]{2})(?: (?:utc|gmt|[a-z]{1,3}t))?),? (?:(?:during|in|within|for|inside) )?(?:(?:the|our|their|a|an|this|that) )?(?:(?:planned|scheduled|regular|usual|weekly|monthly|nightly) )?(?:maintenance|maint|upgrade|change|outage|downtime|patch(?:ing)?) (?:window|slot|period)(?![a-z])(?! (?:is|starts|begins|of|from))",
        "{t}",
    ),
    (
        " week",
        rf"{START}(?:it's |it is |and )?{_WEEK} week(?: (?:is (?:here|upon us)|again|already|folks|everyone|everybody|people|team|all))*(?= ?[.!:\n])",
        IDLE,
    ),
    (
        "kind of|sort of|one of those",
        rf"{START}(?:and |but |yeah |yes )?(?:it's|it is|it has|it was) (?:just )?(?:been )?(?:that|one of those) (?:(?:kind|sort|type) of )?(?:a )?(?:day|week|month|year|morning|night|days|weeks)s?{END}",
        IDLE,
    ),
    (
        "changed my mind",
        r"(?P<x>(?:scratch that|i mean|no wait|make that|correction|actually)[^\n]*[.,;!(] ?)(?:(?:and |but |yes,? |yeah,? |sorry,? )*)(?:i|we)(?: just| have|'ve)? changed (?:my|our) minds? (?:mid-?(?:sentence|message|email|typing|way|stream|thought)|half-?way(?: through)?|while typing|there|as i (?:typed|wrote|was typing))",
        "{x}tbh",
    ),
    (
        "please",
        r"(?<= )(?P<p>for (?:the|our|my) (?:[a-z'-]+ ){0,2}[a-z'-]+) please(?= ?(?:[.,;!\n]|$))",
        "{p}",
    ),
    (
        "soak|burn",
        r"(?<![a-z])(?:soak|burn-?in|smoke|load|endurance|stability)[- ](?P<t>tests?|tester|testing|runs?)(?![a-z])",
        "stress {t}",
    ),
    (
        "dusted|first come|fingers|in the can",
        rf"{START}(?:and |then )?(?:(?:we're|we are|i'm|it's|job) )?(?:done (?:and|&|'n') dusted|first[- ]come,?[- ]first[- ]served?|in the can)(?: (?:then|by then|after that))?{END}",
        IDLE,
    ),
    (
        "old|older|used|ageing|aging",
        rf"{START}(?:and |but )?(?:old|older|used|second-hand|ageing|aging|previous-gen) (?:cards?|gpus?|ones|hardware|kit|gear|silicon)(?: (?:is|are|will|would|do|be))* (?:fine|ok(?:ay)?|good|great|welcome|no problem)(?: (?:by|with|for) (?:us|me))?{END}",
        IDLE,
    ),
    (
        "since|because|as they|as it|as these|as those",
        rf"(?:,? )?(?<![a-z])(?:since|because|as) (?:they|these|those|it|that|this) (?:only|just|merely|really) (?:do(?:es)?|handles?|runs?|serves?|feeds?|process(?:es)?|covers?|takes?) (?:the|our|its|a) {_ORDINAL} (?:stage|phase|pass|step|part|half|shard|epoch|run|leg|round){END}",
        ", tbh",
    ),
    (
        "either's|both're",
        rf"{START}(?:and |but )?(?:either's|both're) (?:cool|fine|ok(?:ay)?|good|great|grand|all right|alright)(?: (?:by|with|for) (?:us|me))?{END}",
        IDLE,
    ),
    (
        "paus|stop|suspend|halt|restart|resum|checkpoint",
        rf"{START}(?:(?:and|as|since|because|so) )?(?:(?:this|the|our|my|that|these|those) (?:[a-z-]+ )?(?:sim|simulation|run|render|job|bake|training|solve|solver|process|workload|sims|jobs|renders|runs)|it|they|this|these) (?:can't|cannot|can not|must not|mustn't|won't|shouldn't|should not) be {_STOP}(?: (?:midway|half-?way|once (?:it )?(?:started|starts|running)|in the middle|part-?way))?{END}",
        "no spot",
    ),
    (
        "whichever|whatever",
        r"(?<![a-z])whichever (?:one )?(?:you|we|i|they)(?: can(?: actually)?| manage to| are able to|'re able to)? (?:land|get|grab|find|lay hands on|fill|snag|score|source|win|secure)(?: first)?(?= ?(?:[.,;!)\n]|$))",
        "whichever we get",
    ),
    # Who asks, and where it stands.
    (
        "offers",
        rf"{START}the (?:[a-z]+ )?{_BODY} offers (?=(?:for |to |up )?(?:[0-9a-z]))",
        "we offer ",
    ),
    (
        "requires|requests|seeks|needs",
        rf"{START}the (?:[a-z]+ )?{_BODY} (?:requires|requests|seeks|needs)(?= (?:[0-9]|an? |to (?:buy|rent|lease|reserve|book)))",
        "we need",
    ),
    (
        "facilit|site|cent|campus|premises|plant|location|colo",
        rf"(?<![a-z])(?:at|in|from) (?:its|our|their|my|the) (?P<place>PLACE) {_SITE}(?![a-z])",
        "in {place}",
    ),
    (
        "listing|for sale|offering",
        r"^ ?(?:listing|sell listing|sale listing|new listing|for sale|offering) ?: ?(?=[0-9])",
        "selling ",
    ),
    # Places left out.
    ("ex ", r"(?<![a-z])ex (?:the )?(?P<place>PLACE)(?= ?(?:[.,;!)\n]|$))", "but not in {place}"),
    (
        "not on|not at|not along",
        r"(?<![a-z])(?P<b>but )?not (?:on|at|along) (?:the )?(?P<place>PLACE)(?= ?(?:[.,;!)\n]|$))",
        "{b}not in {place}",
    ),
    # Times.
    (
        "'s ",
        rf"(?<![a-z])(?P<d>(?:{DAY}|tomorrow|today|this) (?:night|evening|afternoon|morning)|tonight)'s (?:session|slot|window|run|shift|block|batch|job|class|lecture|workshop|lab|course|seminar|demo|render|game|match|stream|show)(?![a-z])",
        "{d}",
    ),
    (
        "start|begin|from|earlier than|before",
        rf"(?<![a-z])(?:(?:start(?:s|ing)?|begin(?:s|ning)?|to (?:start|begin)) )?(?:no|not) (?:earlier|sooner) than (?P<a>{MOMENT}),? (?:and )?(?:(?:must )?(?:be )?(?:finish(?:ed|es|ing)?|done|over|end(?:s|ed|ing)?|complete[ds]?|completed?) )?(?:by|no later than|not later than|before) (?P<b>{DAY} (?:noon|[0-9:]+ ?[ap]m|[0-9]{{1,2}}:[0-9]{{2}}))(?![a-z0-9])",
        "between {a} and {b}",
    ),
    (
        "without",
        r"(?P<n>(?<![0-9a-z.])[0-9]{1,4} ?(?:hours?|hrs?|h|days?)) without (?:any |a )?(?:stops?|stopping|pauses?|pausing|breaks?|interruptions?|gaps?)(?![a-z])",
        "{n} straight",
    ),
    # Money.
    ("dollar", r"(?<=[0-9]) dollar(?= )", " dollars"),
    (
        "usd|dollars|bucks|$",
        r"(?P<k>(?<![a-z])(?:is|of|for|at|to|budget|total|max|under|exceed|maximum|than|cost|price|spend|pay) ?:? ?)(?P<a>\$ ?[1-9][0-9]{0,2}|[1-9][0-9]{0,2}) (?P<b>[0-9]{3})(?P<u> ?(?:usd|dollars|bucks|\$))(?![a-z0-9])",
        "{k}{a}{b}{u}",
    ),
    (
        "want to|wish to|like to|going to|care to",
        r"(?:(?:and|but) )?(?<![a-z])(?:i|we) (?:do not|don't|won't|will not|wouldn't|am not|are not|never|really don't)(?: ever)? (?:want|wish|like|care|going|going) to (?:see|pay|spend|go|shell out|part with|put down|be charged)(?: anything)? (?:more than|over|above|beyond)(?= (?:usd ?)?\$? ?[0-9])",
        "no more than",
    ),
    (
        "throughout|at all times|all the way through",
        r"(?P<p>(?<![a-z])(?:(?:two|three|four|five) (?:and a half )?(?:nines|9s)|9[0-9](?:\.[0-9]{1,4})? ?(?:%|percent))(?: (?:uptime|availability|up|sla))?),? (?:throughout|at all times|all the way through)(?![a-z])",
        "{p}",
    ),
    (
        "night|day|evening|morning|afternoon",
        r"(?<![a-z])(?:a|one|just one|only one)(?: single)? (?P<n>night|day|evening|morning|afternoon)(?P<w> (?:this|next) week) (?:will do|would do|is enough|is all (?:i|we) need|suffices|is fine),? (?:no matter which|whichever|any(?: (?:night|day|evening|morning|afternoon|one|of them))?(?: (?:at all|will do|is fine|works|you like))?|(?:we|i) don't (?:mind|care) which(?: one)?)(?= ?[,.;:!\n]|$)",
        "any {n}{w}",
    ),
    (
        "throughout|across the board|all round|all around",
        r"(?P<p>(?:[$0-9][0-9.]* ?(?:cents|usd|dollars)?(?: ?(?:/|per |an? ))(?:gpu[- ]?)?(?:hours?|hr|h))) (?:throughout|across the board|all round|all around)(?= ?(?:[.,:;!)\n]|$))",
        "{p} for all of them",
    ),
    (
        "pricier|dearer|expensive|costlier|steeper",
        rf"{START}(?:and |but )?nothing (?:pricier|dearer|more expensive|costlier|steeper)(?: than that)?(?:,? please)?{END}",
        IDLE,
    ),
    (
        "can stretch|could stretch|can manage|can afford|can spare|can spend|can pay",
        rf"(?<=[a-z]) is (?:really |about |pretty much )?(?:all|as (?:much|far|high) as|the most) (?:i|we) (?:can|could) (?:really )?(?:stretch(?: to)?|manage|afford|spare|spend|pay|go(?: to)?){END}",
        " max",
    ),
    (
        "smallest |least ",
        rf"{START}(?:and |but )?the (?:smallest|least) (?:piece|lot|block|chunk|slice|batch|parcel|number|part|share) (?:that |which )?(?:we|i)(?:'d| would|'ll| will|'re willing to| can)(?: (?:ever|be willing to|want to))? (?:part with|sell|let go(?: of)?|lease(?: out)?|rent(?: out)?|release|split off|take|accept|use) is (?P<n>[1-9][0-9]{{0,3}}(?![0-9.,]*[0-9])(?: (?:gpus?|cards?|nodes?))?){END}",
        "min {n}",
    ),
    # Choices and conditions.
    (
        "preference|priority|order",
        rf"{START}(?:please )?(?:work|take|try|fill|run|go through|treat) (?:these|them|the following|this list|the list|down the list) (?:(?:in|by) )?(?:strict )?(?:order of )?(?:preference|priority|order),? (?:and )?(?:(?:just |only )?one (?:fill|trade|execution|of them)(?: only)?|(?:fill|take|buy) (?:only |just )?one(?: only)?|stop at the first(?: fill)?|first fill (?:only|wins))(?= ?:)",
        "one of these",
    ),
    (
        "if the|if those|if our",
        rf"^ ?(?:and |so )?if (?:the |those |our )(?P<lot>[0-9]{{1,4}} {_TEXT}{{3,60}}?) {CLEARS},? (?:then )?(?:please )?(?:also )?(?:tack on|add|take|get|buy|book|throw in|include|give us|give me)(?= (?:another )?[0-9])",
        "{lot}. if those fill, also",
    ),
    (
        "forget|skip|drop|leave|scrap|never mind|no need",
        rf"(?P<x>if those fill, also {_TEXT}{{0,40}}?(?<![a-z])(?P<then>PRODUCT)(?![a-z0-9]){_TEXT}{{0,60}}[.;] ?)(?:and |but )?(?:if (?:they|those|it) (?:don't|do not|doesn't)(?: (?:fill|clear|come through|go through))?|if not|otherwise),? (?:just |then |please )*(?:forget(?: about)?|skip|drop|leave out|scrap|never mind|no need for) (?:the |those )(?P=then)(?![a-z0-9]){END}",
        "{x}tbh",
    ),
    (
        "only if|only when|only once",
        rf"^(?P<x>{_ONE}*?(?<![a-z])(?P<day>mon|tue|wed|thu|fri|sat|sun){_ONE}*[.;] {_TEXT}*?),? (?:but )?only (?:if|when|once) the (?P=day)[a-z]*(?: (?:night|morning|evening|afternoon))? (?:ones?|lot|block|batch|leg|order|fill|slot|run)(?: {CLEARS})?{END}",
        "{x}, but only if those fill",
    ),
    (
        "transactions|trades|legs|orders|deals|operations",
        rf"{START}(?:two|three|2|3) (?:transactions|trades|legs|orders|deals|operations|legs),? (?=(?:both|all) to (?:complete|settle|fill|execute|clear|happen|go through) or neither)",
        "",
    ),
    (
        "unavailable|not available|not filled|not possible|fail",
        rf"{START}option [2-9],? (?:should|if|in case) option [1-9](?P<s> )(?:(?:be|is|are|proves?|should be|turns out) )?(?:unavailable|not available|not filled|not possible|to fail|fails?) ?:",
        IDLE + ",{s}if not,",
    ),
    (
        "option will be|option to be|option shall be|option is to be",
        rf"{START}(?:only |just )?one option (?:will be|is to be|shall be|to be) (?:awarded|accepted|filled|taken|chosen|selected){END}",
        IDLE,
    ),
)
