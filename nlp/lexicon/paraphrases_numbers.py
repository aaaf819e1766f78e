"""Numbers that only name or measure something of the writer's own: team sizes, epochs, versions, rooms, years.

Rules as in `paraphrases`. What counts the order's own goods, hours or money is never one of these.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, IDLE, START

_NUMBER = r"[0-9][0-9,.]*[0-9]|[0-9]"
_MANY = rf"(?<![0-9a-z.$])(?:{_NUMBER}) ?(?:k|m|b|bn|thousand|million|billion|hundred|dozen)?"
_OF_WORK = r"(?:epochs?|training steps|steps|iterations|images|pictures|photos|samples|documents|docs|videos|clips|frames|rows|records|queries|patients|scans|layers|heads|classes|files|pages|listings|articles|papers|reviews|reviewers|players|visitors|subscribers|viewers|listeners|readers|languages|checkpoints|shards|molecules|proteins|sequences|reads|galaxies|events|simulations|trajectories|episodes|levels|assets|textures|shots|scenes|tickets|bugs|prompts|conversations|utterances|speakers|hours of (?:audio|video|footage|speech|recordings)|minutes of (?:audio|video|footage|speech)|tokens? of (?:context|text|data|training)|(?:training )?tokens per (?:second|batch|step)|parameters|params|page views)"
_NAMED = r"(?:batch size|context (?:length|window|size)|sequence length|seq len|queue (?:length|depth|size)|seed|hidden size|learning rate|version|release|revision|rev|build|room|building|suite|desk|grant|award|protocol|study|chapter|section|figure|fig\.?|table|appendix|exhibit|annex|clause|paragraph|page|slide|milestone|phase|sprint|iteration|experiment|trial|episode|season|volume|vol\.?|edition|track|task|story|epic|issue|patch|ward|unit|locker|flight|train|gate)"
_SUBJECT = r"(?:(?:we|i|they|she|he)(?:'ve|'re|'m)?|(?:our|my|the|their|this) (?!(?:order|bid|price|limit|budget|window|slot|gpus?|cards?|nodes?|job|quantity|offer)(?![a-z]))[a-z-]+(?: [a-z-]+)?|it|it's|there(?:'s| are| is| were)|each|every)"

NUMBERS: tuple[tuple[str, str, str], ...] = (
    (
        "behind|overdue|to go|before the deadline|until the deadline|till the deadline",
        rf"(?<![0-9a-z.])(?:about |around |only |just |already )?(?:{_NUMBER}|a|one|two|three|four|five|six|ten) (?:hours?|days?|weeks?|months?) (?:behind(?: schedule)?|overdue|(?:left )?to go|(?:before|until|till|from) the deadline)(?: (?:until|till|before) (?:the|our) [a-z]+)?(?= ?(?:[.,;:!)\n]|$| (?:so|and|but)(?![a-z])))",
        IDLE,
    ),
    (
        "lost|deleted|wiped|wasted|cost us|missed|slept|burned|burnt",
        rf"{START}(?:and |but |because |since |as )?(?:(?:we|i|they|somebody|someone)(?:'ve| have)?|(?:our|the|my|an?|that) [a-z-]+(?: [a-z-]+)?(?: has)?) (?:just |already )?(?:lost|deleted|wiped|wasted|cost us|missed|slept|burned|burnt) (?:about |around |only |almost )?(?:{_NUMBER}|a|one|two|three|four|five|six|ten) (?:hours?|days?|weeks?|months?)(?: (?:of|worth of) [a-z]+(?: [a-z]+)?)?(?: (?:last (?:week|month|night|time)|yesterday|this (?:week|morning|month)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|over the weekend|again))?{END}",
        IDLE,
    ),
    (
        "awake|waiting|queueing|queuing|stuck|offline|at it|been up|been down|without",
        rf"{START}(?:and |but |because |since |as )?(?:(?:we|i|they|he|she)(?:'ve| have|'s| has)?|(?:our|the|my) [a-z-]+(?: [a-z-]+)? ha(?:s|ve)) been (?:awake|up|waiting|queueing|queuing|stuck|offline|down|at it|without (?:power|sleep|coffee))(?: in the queue| for this| for you)? for (?:over |about |almost |nearly )?(?:{_NUMBER}|a|one|two|three|four|five|six|ten) (?:hours?|days?|weeks?|months?)(?: (?:now|straight|already))?{END}",
        IDLE,
    ),
    (
        "queue|backlog|wait|line",
        rf"{START}(?:and |but |because |since |as )?(?:the|our|my|their) (?:[a-z]+ )?(?:queue|backlog|wait|waitlist|waiting list|line)(?:'s| is)(?: already| now| about| over| at least| currently)* (?:{_NUMBER}|a|one|two|three|four|five|six|ten) (?:hours?|days?|weeks?|months?)(?: (?:long|deep|now|and (?:growing|counting|rising)))*{END}",
        IDLE,
    ),
    (
        "it's ",
        rf"{START}(?:and |but |because |since |as )?it's (?:already |nearly |almost |only |just |gone |past )*(?:[0-9]{{1,2}}(?::[0-9]{{2}})? ?[ap]m|midnight)(?: (?:here|already|in the morning|at night|my time|on a (?:sunday|saturday|weekend)))*(?= ?[.,;!]| and (?:i|we|still|nobody|no one|everyone)(?![a-z]))",
        IDLE,
    ),
    (
        "since |from |back in|in 19|in 20",
        rf"{START}(?:and |but |because |as )?{_SUBJECT} (?:[a-z'-]+ ){{0,6}}?(?:since|from|(?:back )?in|ever since) (?:[a-z]+ )?(?:19[5-9]|20[0-2])[0-9](?! ?[x-])(?: [a-z'-]+){{0,4}}{END}",
        IDLE,
    ),
    (
        "team of|group of|class of|crew of|lab of|company of|staff of|shop of|outfit of|studio of|cohort of",
        rf"(?P<t>(?<![a-z])(?:team|group|class|crew|lab|company|staff|shop|outfit|studio|cohort|department)) of (?:about |around |roughly |only |just )?{_MANY}(?= ?(?:[.,;!)\n]|$| (?:people|students|and|who|so|at|in)(?![a-z])))",
        "{t}",
    ),
    (
        "epoch|step|iteration|image|picture|photo|sample|document|docs|video|clip|frame|row|record|quer|patient|scan|layer|head|class|file|page|listing|article|paper|review|player|visitor|subscriber|viewer|listener|reader|language|checkpoint|shard|molecule|protein|sequence|reads|galax|event|simulation|trajector|episode|level|asset|texture|shot|scene|ticket|bug|prompt|conversation|utterance|speaker|hours of|minutes of|tokens|param",
        rf"(?:(?<=of )|(?<=about )|(?<=around )|(?<=roughly )|(?<=for )|(?<=process )|(?<=index )|(?<=render )|(?<=label )|(?<=it's )|(?<=is )|(?<=has )|(?<=have )|(?<=over )|(?<=on )|(?<=all )|(?<=only )|(?<=just )|(?<=the )|(?<=our )|(?<=some )|(?<=got )|(?<=train )|(?<=run )|(?<=with )|(?<=after )|(?<=are )|(?<=were )){_MANY} (?:(?:new|more|extra|raw|short|long|medical|satellite|product|high-res|4k|full|different) )?(?P<w>{_OF_WORK})(?![a-z])",
        "{w}",
    ),
    (
        "batch size",
        r"(?<![a-z])(?:with |at |for )?(?:a )?(?:global )?batch size(?: is| of|:| =|=)* ?[0-9]{1,6}(?![0-9]|\.[0-9])",
        IDLE,
    ),
    ("context", r"(?<![0-9a-z.$])[0-9]{1,4}k (?P<w>(?:token )?context)(?![a-z])", "{w}"),
    (
        "batch size|context|sequence length|seq len|queue|seed|hidden size|learning rate|version|release|revision|rev|build|room|suite|desk|grant|award|protocol|study|chapter|section|fig|table|appendix|exhibit|annex|clause|paragraph|page|slide|milestone|phase|sprint|iteration|experiment|trial|episode|season|vol|edition|track|task|story|epic|issue|patch|ward|unit|locker|flight|train|gate",
        rf"(?P<p>{START}|(?<=for )|(?<=our )|(?<=the )|(?<=and )|(?<=in )|(?<=of )|(?<=, )|(?<=\()|(?<=on )|(?<=before )|(?<=with )|(?<=under ))(?P<w>{_NAMED})(?![a-uw-z])(?: (?:no\.?|number|nr\.?)|(?: is| of|:| =| stands at| is at| hit))* ?#?v?(?:[0-9]+(?:\.[0-9]+){{1,3}}[a-z]?|(?:[a-z]{{1,4}}-?)?[0-9]{{1,12}}[a-z]?(?![0-9a-z:]|\.[0-9]))(?= ?(?:[.,;!)\n]|$| (?:and|is|was|ships|launches|goes|comes|keeps|of the|for|in|at|to|with|so|by)(?![a-z])))(?! ?(?:x |gpus?|cards?|nodes?|[a-z]{{1,3}}[0-9]))",
        "{p}{w}",
    ),
    (
        "takes|took|needs about|lasts",
        rf"{START}(?:and |but |since |because |as )?(?:each|every|one|an?) (?:single )?(?:epoch|step|iteration|eval|batch|checkpoint|render|frame|scene|simulation|experiment|trial|fold|run|sweep) (?:usually |typically |only |now )?(?:takes|took|lasts|needs)(?: us)? (?:about |around |roughly |some )?(?:{_NUMBER}) ?(?:s|secs?|seconds?|min|mins|minutes?|hrs?|h|hours?)(?: (?:or so|each|on average|per [a-z]+))?{END}",
        IDLE,
    ),
    (
        "call |ring |ping |text |message |email |mail |write |phone |reach |contact ",
        rf"{START}(?:please |just |kindly |do )?(?:call|ring|ping|text|message|e-?mail|write to|phone|reach|contact)(?: back)? (?:me|us|her|him|them|[a-z]+)(?: back)?(?: (?:on|at) (?:slack|teams|signal|my mobile|the office))? (?:any ?time )?(?:before|by|until|till|after|from|at|between|on|up to) [a-z0-9: -]{{1,24}}?(?: (?:if|when|should|in case) [a-z' ]{{2,50}})?{END}",
        IDLE,
    ),
)
