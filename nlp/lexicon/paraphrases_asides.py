"""English asides of an order that need no field: who pays, on which account, whereabouts, purposes, courtesies.

Rules as in `paraphrases`: what is said instead is a word that carries no wish, so that the whole clause is idle.
"""

from __future__ import annotations

import re

from nlp.lexicon.paraphrases_structure import END, IDLE, START
from nlp.lexicon.world import WORK

_UNIT = r"(?:labs?|teams?|groups?|dept\.?|departments?|projects?|grants?|budgets?|accounts?|cent(?:re|er)s?|codes?|units?|divisions?|faculty|institute|offices?|desks?|programmes?|programs?|schools?|studios?|company|consortium|branch|subsidiary|r&d|marketing|research|engineering|finance|it|hr|ops|operations|award|fund|funds)"
_PLAIN = r"(?:(?!(?:spot|only|not?|never|if|unless|when|in|at|per|after|before|first)(?![a-z]))[a-z&'-]+ ){0,4}"

_GEAR = r"(?:nodes?|box(?:es)?|servers?|gpus?|cards?|machines?|racks?|hosts?|cluster|array|switch|psus?|fans?|cooler|chiller|pump|ups|breaker|disks?|raid|storage|filer|network|uplink|workstation|lab|data ?cent(?:er|re)|hall|rig)"
_OUT = r"(?:down|dead|died|failed|broken?|broke down|blew(?: up)?|blown|offline|wedged|fried|overheating|overheated|melted|gone|in (?:for )?(?:rma|repair|maintenance|pieces)|being (?:repaired|replaced|moved|upgraded|serviced)|out of (?:order|action|service)|off|flooded|tripped|crashed|lost power)"
_SO_FAR = r"(?: (?:again|overnight|today|yesterday|last (?:night|week)|this (?:morning|week)|for (?:a |an |the )?[a-z -]{2,30}|since [a-z]+|in the [a-z ]{2,20}|until further notice|and [a-z ]{2,40}|due to [a-z ]{2,30}|after [a-z ]{2,30}|to [a-z ]{2,30}))*"
_WORK = (
    "(?:"
    + "|".join(sorted(map(re.escape, WORK), key=len, reverse=True))
    + "|reports?|batch(?:es)?|jobs?|retrains?|refresh|sync|reindex|index)"
)
_REGULAR = (
    r"(?:nightly|daily|weekly|monthly|quarterly|hourly|yearly|annual|weekend|overnight|batch|bulk|scheduled|regular)"
)
_MANY = r"(?:one|two|three|four|a (?:few|couple|pair)|some|several|half|most|both|all)"

ASIDES: tuple[tuple[str, str, str], ...] = (
    (
        "pays|pay |paying|foot|picking up|covering|funding|sponsoring|good for it",
        rf"(?<![a-z0-9-])(?:and |but )?(?:the |our |my |their |a )?{_PLAIN}(?:pays|pay|foots the bill|(?:is|are|will be|was|'s|'re|has been) (?:paying|footing (?:the|this) (?:bill|one)|picking up (?:the|this) (?:bill|tab|cheque|check)|covering (?:it|this|the (?:cost|bill))|funding (?:it|this)|sponsoring (?:it|this)|good for it))(?: for (?:it|this|that|these|them|the lot)(?: one)?)?{END}",
        IDLE,
    ),
    (
        "charge|bill|invoiced|booked|expensed|recharge|debit|posted",
        rf"(?:(?:it is |it's |this is |these are )?to be |please |kindly |we'll |will be )?(?:charged?|bill(?:ed)?|invoiced?|booked|expensed?|cross-?charged?|recharged?|debit(?:ed)?|posted) (?:it |this |these |directly |back )*(?:to|against|under|on) (?:the |our |my |their )?{_PLAIN}{_UNIT}{END}",
        IDLE,
    ),
    (
        "nightly|daily|weekly|monthly|quarterly|hourly|yearly|annual|weekend|overnight|batch|bulk|scheduled|regular",
        rf"{START}(?P<f>(?:(?:it's |it is |this is )?(?:for|because of|due to) (?:the |our |a |an )?)?)(?:{_REGULAR} )+(?P<w>(?:[a-z]+ )?{_WORK}(?: (?:run|runs|job|jobs))?){END}",
        "{f}{w}",
    ),
    (
        "replace|stand in|cover for|make up",
        rf"{START}(?:and |but )?(?:they|these|it|this|those)(?: will| would|'ll| are to| is to)? (?:replaces?|stands? in for|covers? for|makes? up for|substitutes? for) [a-z' -]{{2,50}}?(?:{_OUT}|(?:that|which) [a-z]+)(?: an?| our| the)?(?: [a-z]+){{0,3}}{END}",
        IDLE,
    ),
    (
        "down|dead|died|fail|broke|blew|blown|offline|wedged|fried|overheat|melted|gone|repair|rma|pieces|being|out of|off|flooded|tripped|crash|lost",
        rf"{START}(?:and |but |because |since |as )?(?:(?:{_MANY} of )?(?:our|the|my|their|a|an|another)(?: own| old| main| local| in-house| only)? (?:[a-z-]+ ){{0,2}}?{_GEAR}(?:'s| is| are| has| have| just| went| was| were)*(?: just| all| again| completely| currently| still)? {_OUT}{_SO_FAR}|(?:we|i) (?:just )?lost (?:a|an|our|the|some|{_MANY}(?: of our)?) (?:[a-z-]+ ){{0,2}}?{_GEAR}{_SO_FAR}){END}",
        IDLE,
    ),
    (
        "incident|long story|drill|drama|easy|nothing|simple|obliged|confirm|advise|acknowledge|to follow|cc|awaiting|greetings|first time|enjoy|per |approved|agreed|discussed|review",
        rf"{START}(?:and |but )?(?:(?:an? )?incident in progress|post-incident [a-z-]+|long story(?: short)?|you know the drill|no drama|(?:an )?easy one|nothing (?:fancy|special|exotic|unusual|complicated)|simple as that|much obliged|(?:please |kindly |pls )?(?:confirm|advise|acknowledge)(?: (?:receipt|back|please|soon|asap|by return))*|(?:po|p\.o\.|purchase order|paperwork|details|invoice details|contract)(?: number)? (?:to follow|will follow|follows)|cc'?ing (?:my |our |the )?[a-z]+(?: [a-z]+)?|awaiting (?:your|a) [a-z ]{{3,30}}|(?:warm |best |kind )?greetings from (?:the )?[a-z]+(?: [a-z]+)?|first[- ]time (?:ordering|buyer|order|here|customer|user)|enjoy (?:your|the) (?:day|evening|weekend|holidays?|morning|afternoon|break)|(?:as )?per (?:our|your|the|my) (?:[a-z'-]+ )?(?:call|chat|mail|e-?mail|note|message|meeting|talk|conversation|discussion|thread|ticket)|as (?:approved|agreed|discussed|decided|requested) (?:on|in|at|during) (?:the |our )?(?:[a-z]+'?s? )?(?:call|meeting|stand-?up|chat|review|committee|board)|(?:the |our |a )?reviewers? (?:wants?|asks?(?: for)?|asked(?: for)?|demands?) (?:(?:one|some|a few|two) )?(?:more|another|extra|further) [a-z]+(?: [a-z]+)?){END}",
        IDLE,
    ),
    (
        "charge|ref|wbs|code|ticket",
        rf"{START}(?:please |kindly )?(?:charge|bill|book) (?:it|this) to project [a-z]+{END}|(?<![a-z])(?:our |the |my )?(?:reference|ref\.?|wbs|project code|charge code|cost code|ticket|case|requisition)(?: (?:no\.?|number|id))?(?: is|:|#)? ?#?[a-z]{{0,6}}-?[0-9]{{1,6}}(?:[./-][0-9a-z]{{1,6}}){{0,3}}{END}",
        IDLE,
    ),
    (
        "-",
        r"^ ?(?:\[(?!h[0-9]|a[0-9]|b[0-9])[a-z]{2,8}-[0-9]{1,6}\]:?|(?!gb|gh|mi|rtx|tpu|trn)[a-z]{3,8}-[0-9]{2,6}:)(?= )",
        f"{IDLE},",
    ),
    (
        "budget",
        r"(?<![a-z])(?:on|from|out of|under|against) (?:the |our |my )(?:(?!total|overall|remaining|whole)[a-z&'-]+ ){1,3}budget(?= ?(?:[.,;!)\n]|$))",
        IDLE,
    ),
    (
        "framework|agreement|msa|grant|award|retainer|mandate|charter|cost cent|budget line|programme|initiative",
        rf"(?:(?:this|it|that)(?:'s| is| comes| will come)? )?(?:charged |paid |funded |coming )?(?:under|from|out of|on|against) (?:the |our |my )?{_PLAIN}(?:framework|framework agreement|master agreement|msa|grant|award|retainer|mandate|charter|cost cent(?:re|er)|budget line|purchase agreement|programme|initiative){END}",
        IDLE,
    ),
    (
        "regards|cheers|thanks|best|sincerely|thank you|yours",
        r"(?:(?:kind|best|warm|many) )?(?:regards|cheers|thanks|best|sincerely|thank you|yours)[,.!]* ?\n? ?(?:from )?(?:the |your |our |all at the )?(?:[a-z0-9&'-]+ ){1,3}(?:team|group|lab|desk|dept|department|crew|folks|office|committee|unit)[.! ]*$",
        IDLE,
    ),
    (
        "what do you|whaddya|what say you|you in|sound|fair enough|deal|work|can do|is that",
        r"(?:^|(?<=[,.;:!?(\n—] )|(?<=[,.;:!?\n]))(?:so |and )?(?:what do you (?:say|think|reckon)|whaddya say|what say you|are you in|you in|sound(?:s)? (?:good|fair|ok(?:ay)?)|fair enough|deal|does that work(?: for you)?|would that work|can do|is that (?:ok(?:ay)?|fine|doable|possible))(?= ?[?.!,)\n]|$)",
        IDLE,
    ),
    (
        "help|tide|save|suit|see us",
        r"(?<= )(?:that |this |it |which )?(?:would|will|could) (?:really |certainly |greatly |just |already )?(?:help|suit|save|tide|see) (?:us|me)(?: out| over| by| through| a lot)?(?: (?:over|through|during) (?:the |our )?[a-z -]{0,15}(?:break|shutdown|recess|crunch|holidays))?(?= ?[,.;!\n]|$)",
        IDLE,
    ),
    (
        "over |during |through|across ",
        rf"(?:over|during|through|across|throughout) (?:the |our |this )?(?:(?:summer|winter|spring|easter|christmas|xmas|holiday|semester|term|year-end|new year|half-term|exam) )?(?:break|shutdown|closure|recess|stoppage|lull){END}",
        IDLE,
    ),
    (
        "to profile|to measure|to charac|to benchmark|to test|to debug|to study|to analy|to compare|to stress|to map|to chart|to trace|to tune|to investigate|to reproduce|to re",
        r"to (?:re-?)?(?:profile|measure|characteri[sz]e|benchmark|test|debug|study|analy[sz]e|compare|stress|map|chart|trace|tune|investigate|reproduce) (?:the |our |its |their |some |raw )?(?:[a-z-]+ ){0,3}?(?:memory bandwidth|bandwidth|latency|throughput|memory|cache|kernels?|network|disk|io|i/o|storage|scaling|power draw)(?: (?:usage|behaviou?r|limits|pressure|scaling|leaks?|patterns?))?(?= ?(?:[.,;:!?)\n]|$))",
        IDLE,
    ),
    (
        "i'm |i am |we're |we are |team is",
        r"(?:i'm|i am|we're|we are|the team is|half the team is) (?:(?:still|currently|stuck|away|travelling|traveling|off|out|over|on holiday|on vacation|visiting|working|sitting|here|at a conference|at a summit) )+(?:in|at) [a-z][a-z-]+(?: [a-z]+)?(?: (?:till|until) then)?(?= ?(?:[.,;!)\n]|$| but| and| till| until))",
        IDLE,
    ),
    (
        "bought|ordered|provisioned|booked",
        rf"(?:we|they|i) (?:have |had |'ve )?(?:over-?bought|over-?ordered|over-?provisioned|bought (?:one |a few )?too many|double[- ]booked|overbooked)(?: (?:a bit|slightly|it|them|again|capacity|last (?:week|month|quarter)))?{END}",
        IDLE,
    ),
    (
        "written|built|tuned|optimi|compiled|made|ported|designed|coded|developed",
        r"(?:the|our|my|this|that) (?:[a-z]+ ){0,3}(?:is|are|was|were) (?:[a-z]+ )?(?:written|built|tuned|optimi[sz]ed|compiled|made|ported|designed|coded|developed) (?:for|on|in|to run on) (?:tpus?|gpus?|hoppers?|blackwells?|amperes?|cuda|rocm|jax|pytorch|xla|nvidia|amd)(?: (?:cards|hardware|chips))?(?= ?[,.;!\n])(?:, so(?= ))?",
        IDLE,
    ),
)
