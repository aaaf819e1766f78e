"""English asides that tell what happened, who wants what, and how the writer takes it: no field of a bid holds any of it.

Rules as in `paraphrases`. The times, numbers and denials in such clauses are of the writer's own world; what could
change the order (a place, a product, a price, a condition on it) keeps a clause from being one of these.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END as _END
from nlp.lexicon.paraphrases_structure import IDLE, START
from nlp.lexicon.paraphrases_times import CLOCK, DAY

END = rf"(?:{_END}|(?= ?\())"
"""Where a clause that tells ends: an aside in brackets may follow it."""
_LAST = rf"(?:last (?:night|week|month|year|quarter|weekend|spring|summer|autumn|fall|winter|{DAY})|yesterday(?: (?:morning|afternoon|evening))?)"
_OF_TRADE = r"(?:prices?|rates?|orders?|bids?|asks?|offers?|quotes?|terms?|limits?|caps?|budgets?|deals?|bookings?|reservations?|requests?|purchases?|hours|times?|slots?|windows?|quantit(?:y|ies)|numbers?|amounts?|counts?|config(?:uration)?s?|set-?ups?|clearing|closing|level|floor|total|spend|invoice|contracts?)"
_WORDS = r"(?:[a-z][a-z'-]*(?: [a-z][a-z'-]*)*?)"
"""Any words without a number, a sign or a separator."""
_REDO = r"(?:redo|re-?do|rerun|re-?run|repeat|restart|re-?start|retrain|re-?train|rebuild|re-?generate|regenerate|re-?render|re-?process|reprocess|re-?index|resubmit|start over|start again|start from (?:scratch|zero)|do (?:it|that|them|everything) (?:all )?(?:over|again)|try again|go again|catch up|recover)"
_PEOPLE = r"(?:reviewers?(?: (?:two|three|[1-9]))?|referees?(?: [1-9])?|boss|manager|cfo|ceo|cto|pi|professor|prof|supervisor|advis[eo]r|clients?|customers?|partners?|auditors?|investors?|board|committee|students?|interns?|teams?|crew|colleagues?|editors?|directors?|producers?|marketing|sales|legal|finance|leadership|management|product|users?|everyone|everybody|somebody|someone|the (?:pi|board|jury))"
_OUTCOME = r"(?:ablations?|results?|experiments?|seeds|baselines?|figures|plots|evidence|proof|demos?|comparisons?|error bars|renders?|drafts?|revisions?|samples|benchmarks?|answers|updates?|reports?|numbers|evals?|evaluations?|variants?|sims?|simulations?|takes|rounds|iterations?|analys[ei]s|tests|charts|pictures|videos|polish|detail|details)"
_PILE = r"(?:backlogs?|queues?|logjam|jam|pile(?:-?up)?|bottlenecks?|pain|crunch|pressure|load|mess|to-?do list|schedule|deadline|release|launch|week|month|quarter|day|weekend|bacon|skin|necks?|lives|problem)"
_HELP = r"(?:clear|cut|shrink|drain|eat|kill|reduce|flush|empty|dent|ease|relieve|unblock|unclog|fix|solve|save|rescue|sort|handle|cover|absorb|work off|get through|burn through|chew through|make|help)"
_LOST = r"(?:fell through|fell over|pulled out|backed out|bailed(?: out)?|walked(?: away)?|churned|went bust|went under|went quiet|went dark|went bankrupt|went elsewhere|went away|folded|lapsed|dried up|moved out|moved on|left(?: us)?|quit|gave up|cancelled|canceled|ended early|wound down|was (?:postponed|shelved|dropped|cancelled|canceled|acquired))"
_COUNTERPARTY = r"(?:clients?|customers?|tenants?|projects?|contracts?|deals?|sponsors?|partners?|leases?|studios?|start-?ups?|users?|lessees?|renters?|pilots?|programmes?|programs?)"
_BROKE = r"(?:crashed|died|failed|broke|blew up|fell over|went down|went dark|went offline|went wrong|hung|stalled|froze|diverged|tripped|ended|finished|aborted|timed out|ran out of memory|oomed|oom'd|tanked|choked|locked up|gave out|conked out|got (?:killed|evicted|bumped|preempted|pre-empted|interrupted|stuck)|was (?:killed|evicted|bumped|preempted|interrupted|lost)|paged (?:me|us)|woke (?:me|us)(?: up)?)"
_OURS = r"(?:(?:the|our|my|a|another|one of (?:our|my|the)|half (?:of )?(?:our|the)|this|his|her|their) (?:(?!(?:gpus?|cards?|nodes?) )[a-z0-9'-]+ ){0,3}?[a-z'-]+)"
_WHEN = rf"(?:(?:(?:again|just|overnight|halfway|mid-?way|mid-?run|suddenly|today|in the middle of the night|right) )*(?:at|around|about|by|since|before|after|near) (?:about |around |roughly )?(?:{CLOCK}|[1-9]|midnight|noon|dawn|lunch(?:time)?|half past [a-z]+|step [0-9]+k?|epoch [0-9]+|iteration [0-9]+k?|[0-9]{{1,3}} ?%)(?: (?:in the morning|this morning|this afternoon|last night|at night|today|yesterday|again))?)"
_MOOD = (
    r"(?:(?:please |pls )?(?:don't|dont|do not) (?:judge|ask|laugh|panic|worry|blame (?:me|us)|hate me|shoot the messenger|mention it|tell (?:my|the|our|anyone|anybody) ?[a-z]*|get me started|say it|hold it against (?:me|us)|fret)(?: me| us| why| please| too (?:much|hard))?"
    r"|(?:can't|cant|cannot|couldn't) (?:sleep|wait|complain|believe (?:it|this|my luck)|win|catch a break|even|cope(?: any ?more)?|keep up(?: any ?more)?|stress (?:this|that|it) enough|say more|talk about it|thank you enough|go on like this)"
    r"|(?:no|zero) (?:idea why|clue(?: why)?|kidding|joke|shame|comment|excuses?|regrets|big deal|biggie|drama|offen[cs]e|pun intended|sleep(?: for me| last night| tonight)?|surprise(?: there)?|surprises|fun|thanks to [a-z]+|strong (?:feelings?|preference|opinions?|views?)(?: either way| here| on (?:that|which))?|preference (?:either way|between the two|here)|more excuses|further questions|questions asked)"
    r"|not (?:my|our) (?:fault|idea|finest hour|proudest moment|best (?:week|day|work)|circus|decision|call|choice|money)|not (?:kidding|joking|gonna lie|going to lie|great|ideal|amused|proud of it|that it matters|a drill|fun)"
    r"|(?:they|he|she|we|it|the [a-z]+(?: [a-z]+)?) (?:never|hardly ever|barely) (?:sleeps?|learns?|rests?|listens?|complains?|answers?|eats?|stops?|gets old|changes|ends|go home|goes home)|it never (?:ends|stops|fails|rains but it pours)"
    r"|(?:i|we) (?:won't|will not) bore you(?: with [a-z ]{3,30})?|(?:i|we) (?:don't|do not) make the rules|i just work here|(?:so )?spooky|yikes|ouch|whoops|boo|hooray|hurray|yay|woo-?hoo|blimey|crikey|gosh|sigh|facepalm|lucky (?:me|us|you)|poor (?:me|us)|go figure|who knew|tell me about it|trust me|believe me|i swear|i promise|(?:you )?heard it here first|the horror|same old|story of (?:my|our) life|such is life|c'est la vie|welcome to (?:my|our) (?:life|world)|shocking,? i know|i know,? i know|don't @ me)"
)

_SALES = r"(?:black friday|cyber monday|singles'? day|prime day|super bowl sunday|boxing day|good friday|palm sunday|shrove tuesday|ash wednesday|election day|demo day|launch day|release day)"
_ROUTINE = r"(?:batch|bulk|nightly|weekly|monthly|quarterly|annual|yearly|holiday|halloween|christmas|xmas|easter|thanksgiving|new year's|year-end|end-of-year|summer|winter|spring|autumn|weekend|black friday|one-off|ad-?hoc|regular|big|little|tiny|massive|monster|special|extra|second|third|first|spare|group|shared|multi-?site|hard|slow|fast|late|early)"
_CHORE = r"(?:jobs?|runs?|work|renders?|rendering|training|retrain(?:ing)?|sweeps?|evals?|evaluations?|tests?|testing|experiments?|refresh|rebuild|backfill|index(?:ing)?|processing|inference|crunch|rush|special|campaign|project|demo|push|sprint|benchmark(?:ing)?|simulations?|sims?|finetun(?:e|ing)|fine-tun(?:e|ing)|labelling|labeling|scoring|encod(?:e|ing)|transcod(?:e|ing)|embedding|migration|upgrade|clean-?up|hackathon|competition|workshop|course|class|lecture|party|season|film|short|movie|trailer)"

_PRICE = r"(?:about |around |roughly )?(?:usd ?)?\$ ?[0-9][0-9.,]*(?: ?(?:/|per |an? )[a-z]+(?:[ -/](?:hour|hr|h))?)?"

EVENTS: tuple[tuple[str, str, str], ...] = (
    # What moved by so much.
    (
        "pushed|delayed|postponed|bumped|slipped|set back",
        r"(?<![a-z])(?:got |get |was |were |been |is |are |has |have )+(?:pushed|delayed|postponed|bumped|slipped|set back)(?: back| out)* (?:by )?(?:about )?(?:a|an|one|two|three|four|[1-9]|a few|a couple of) (?:days?|weeks?|months?|hours?|quarters?)(?=[ ,.;!:]|$)",
        "got moved",
    ),
    (
        "proceed|go ahead|place the order|place our order|order now",
        r"(?:(?<=[a-z0-9]) and|(?<=[,.] )and|(?<=[,.] )so|^|(?<=[.!?\n] )) ?(?:we|i) (?:may|can|could|are (?:now )?(?:allowed|cleared|free) to|am (?:now )?(?:allowed|cleared|free) to)(?: now| finally| at last)* (?:proceed|go ahead|place (?:the|our|my) order|order now)(?= ?[:.,;])",
        "",
    ),
    # Days that are over belong to what is told of.
    (
        "night's|week's|month's|year's|quarter's|weekend's|day's|spring's|summer's|autumn's|fall's|winter's|yesterday's|yesterday",
        rf"(?<![a-z])(?<!as )(?<!like )(?<!than )(?<!to )(?<!match )(?<!matching )(?<!repeat )(?:the )?{_LAST}'s(?= (?!(?:[a-z]+ )?{_OF_TRADE}(?![a-z]))[a-z])",
        "our",
    ),
    (
        "crash|die|fail|broke|blew|fell|went|hung|stall|froze|diverged|tripped|ended|finish|abort|timed|ran out|oom|tanked|choked|locked|gave|conked|got |was |paged|woke",
        rf"{START}(?:and |but |because |since |as |so )?{_OURS} (?:just |all |then |suddenly |again )*{_BROKE} (?:on us |for us |out )?{_WHEN}(?:,? (?:and|so)(?: now)? (?:we|i|it|everything)(?:'ll|'ve|'re| really| just| now| also| all)* (?:have to|has to|had to|need to|needs to|must|got to|gotta|want to|are going to|to) {_REDO}(?: {_WORDS})?)?{END}",
        IDLE,
    ),
    (
        "redo|re-|rerun|repeat|restart|retrain|rebuild|regenerate|reprocess|resubmit|start|over|again|catch|recover",
        rf"(?:(?:{START}|(?<= ))(?:and|so|which means)(?: now)? (?:we|i)|{START}(?:we|i))(?:'ll|'ve|'re|'d)?(?: (?:really|just|now|also|all|only|will|simply|still|would))* (?:have to|had to|need to|must|got to|gotta|want to|are going to) {_REDO}(?: (?:it|that|this|them|everything|all|the|our|my|a few|some|of|last|holdout|runs?|evals?|again|from|scratch|zero|two|both|whole|thing|lot|jobs?|experiments?|training|sweeps?|tests?|test|set|split|sets|baseline|baselines|renders?|index|pipeline|batch|batches|ablations?|epoch|epochs|stage|model|models))*{END}",
        ", " + IDLE,
    ),
    # Who wants what, and what it is good for.
    (
        "want|ask|demand|need|request|insist",
        rf"{START}(?:and |but |so |because |since |as )?(?:(?:the|our|my|a|that) )?{_PEOPLE} (?:now |also |suddenly |just |always |really )*(?:wants?|wanted|asks? for|asked for|demands?|demanded|needs?|requests?|requested|insists? on|insisted on|is asking for|are asking for)(?: to see)? (?:(?:some|a few|even|yet|still|two|three|another|one|many|lots of|a lot of|more|extra|further|additional|new|better|fresh|nicer|stronger|bigger|prettier|final|the|our|of|all) )*(?:[a-z-]+ )?{_OUTCOME}(?: (?:again|now|of course|for the (?:rebuttal|paper|camera[- ]ready|demo|board|launch|review)|by then|soon|asap|too))?{END}",
        IDLE,
    ),
    (
        "would|will|should|could|'d|'ll|might",
        rf"(?<= )(?:that |this |it |which )?(?:would|will|should|could|might|ought to) (?:really |easily |finally |just |certainly |greatly )?{_HELP}(?: up| out| into| down| off)? (?:a (?:big )?(?:dent|hole) in )?(?:our|the|my|their|a lot of (?:our|the)|most of (?:our|the)) (?:[a-z-]+ ){{0,2}}?{_PILE}(?=(?: ?[.,;:!)\n]|$))",
        "",
    ),
    (
        "everyone|everybody|nobody|no one|the whole|all of us",
        rf"{START}(?:and |but |since |as |because )?(?:everyone|everybody|nobody|no one|all of us|the whole (?:team|office|lab|company|floor|building|department)) (?:is|are|has|have|was|will be|knows?|wants?|left|gets?|went|works?|cares?|else) (?:[a-z'-]+ ){{0,6}}?(?:except|but|besides|apart from|other than) (?:for )?(?:(?:the|our|my|poor|this|that) )?[a-z]+(?: [a-z]+)?{END}",
        IDLE,
    ),
    # What did not come off.
    (
        "client|customer|tenant|project|contract|deal|sponsor|partner|lease|studio|startup|start-up|user|renter|pilot|program",
        rf"(?<![a-z])(?:(?:and|but|after|since|because|as|now that|ever since|when) )?(?:a|an|one|our|the|another|one of our|two of our|some|that|their|my) (?:(?:[a-z-]+ ){{0,2}}?){_COUNTERPARTY} (?:just |suddenly |has |have |had |unexpectedly |already |all )*{_LOST}(?: (?:on us|last (?:week|month|night|minute)|yesterday|at the last minute|again|early|overnight|without (?:warning|notice)))*{END}",
        IDLE,
    ),
    (
        "between",
        rf"{START}(?:and |but |because |since |as )?(?:we|i|they)(?:'re|'m| are| am) (?:currently |now |just |still )?(?:in )?between (?:tenants|clients|customers|projects|leases|jobs|contracts|runs|trainings|training runs|sprints|phases|semesters|terms|grants|releases|users|campaigns|productions|shows|seasons|experiments|renters){END}",
        IDLE,
    ),
    (
        "drafts|draft|outbox|desk|inbox|spam|pile|tabs",
        rf"{START}(?:and |but |sorry,? |apologies,? )?(?:this|it|that|(?:the|my|our) (?:mail|e-?mail|order|request|message|note|form)|this one|this (?:mail|e-?mail|message|order|request)) (?:has been |had been |was |is |has |had |must have |got )*(?:sat|sitting|sits|stuck|lying|lay|forgotten|lost|rotting|languishing|parked|buried|stayed|ended up|landed) (?:in|on|under|at the bottom of) (?:my|our|the|your|somebody's) (?:[a-z]+ )?(?:drafts?(?: folder)?|outbox|desk|inbox|to-?do list|spam(?: folder)?|pile|queue|tabs)(?: (?:for|since|all|over|until|till|too|since) [a-z ]{{2,30}})?{END}",
        IDLE,
    ),
    (
        "friday|monday|day |sunday|tuesday|wednesday",
        rf"(?:{START}(?:[a-z'-]+ ){{0,8}}?)?(?<![a-z])(?:right |just |well )?(?:before|for|ahead of|after|during|over|because of|due to|with) (?:the )?{_SALES}(?:'s)? (?:madness|rush|sales?|traffic|peak|season|crunch|launch|deals|campaigns?|load|spike|surge|prep|preparations?|readiness|fun|craziness|chaos|onslaught|wave|demand|crowds?|event|push)(?: (?:starts|begins|hits|kicks off|arrives))?{END}",
        IDLE,
    ),
    (
        "job|run|work|render|train|sweep|eval|test|experiment|refresh|rebuild|backfill|index|processing|inference|crunch|rush|special|campaign|project|demo|push|sprint|bench|sim|tun|label|scoring|encod|transcod|embed|migration|upgrade|clean|hackathon|competition|workshop|course|class|lecture|party|season|film|short|movie|trailer",
        rf"(?:^ ?|(?<=[.!\n] ))(?:(?:hi|hello|hey|morning|yo)[,!]? )?(?:it's |it is |this is |we have |got )?(?:(?:a|an|our|the|another|my|one) )?(?:{_ROUTINE} )+(?:[a-z]+ )?{_CHORE}(?= ?[:,.!—(]| -(?= ))",
        IDLE,
    ),
    (
        "blew up|outgr|fit|overflow|oom|kill|fill|too big|explod|choke|melt",
        rf"{START}(?:and |but |because |since |as )?(?:[a-z'-]+ ){{1,5}}?(?:just |now |no longer |already )?(?:blew up|outgrew|outgrow|overflow(?:s|ed)?|ooms?|oom'd|killed?|fill(?:s|ed)?(?: up)?|explod(?:es|ed)|chok(?:es|ed)|melt(?:s|ed)|fits?|(?:doesn't|don't|didn't|does not|do not|won't|can't|cannot|will not) (?:even |really |quite )?fit|(?:is|are|was|were|got) (?:way |far |just |now )?too (?:big|large|long|fat|much))(?: (?:for|on|in|into|onto))? (?:our|the|my|those) (?:(?:old|own|current|existing|little|poor|two|four|local|in-house) )*(?:[0-9]{{2,3}}(?:s|'s| ?gbs?| ?gigs?)|(?:cards|gpus|boxes|machines|nodes|workstations?)(?: any ?more)?)(?: (?:cards|gpus|ones|boxes))?(?: any ?more)?{END}",
        IDLE,
    ),
    (
        "babysit|watch|monitor|supervis|look after|keep an eye|mind the|nurse",
        rf"{START}(?:and |but )?(?:(?:the|our|my|a|one of our) (?:[a-z-]+ ){{0,2}}?[a-z-]+|i|we|someone|somebody) (?:can|will|could|is able to|are able to|'ll|would) (?:babysit|watch|monitor|supervise|look after|keep an eye on|nurse)(?: [a-z]+){{0,4}}? (?:whenever|any ?time|at any (?:time|hour)|all (?:night|day)(?: long)?|day (?:and|or) night|(?:a)?round the clock|overnight|24/7|through the night|if need be){END}",
        IDLE,
    ),
    (
        "report|pledge|goal|target|policy|commit|team|kpi|strategy|officer|people|audit",
        rf"(?:{START}|(?<=\())(?:it's |that's |this is |because |as )?(?:for |per |due to |part of )?(?:our |the |a |company |corporate )?(?:sustainability|esg|carbon|climate|net[- ]zero|green|csr|environmental) (?:report(?:ing)?|pledges?|goals?|targets?|policy|commitments?|team|committee|kpis?|strategy|officer|people|audit|scorecard){END}",
        IDLE,
    ),
    (
        "too late|too early",
        rf"{START}(?:and |but |because |since |as )?(?:{DAY}|tomorrow|tonight|next week)(?: (?:night|morning|afternoon|evening))? (?:would be|will be|is|'ll be|might be) (?:already |just |way )?too (?:late|early)(?: for (?:us|me|that|the [a-z]+))?{END}",
        IDLE,
    ),
    # What others ask, or asked before.
    (
        "$",
        rf"{START}(?:and |but |since |because |as |fyi,? )?(?:(?:the )?(?:market|list price|going rate|street price|spot price|spot|average|reference price)(?:'s| is| was| sits| stands)?(?: currently| now)?(?: at| around| about| near)* {_PRICE}|(?:last (?:time|week|month|year)|yesterday|previously|back then),? (?:it|they|we|i)(?:'d)? (?:was|were|paid|cost|had paid|got (?:it|them|these) (?:for|at)|went for|cleared at) {_PRICE}|(?:aws|gcp|azure|coreweave|lambda|oracle|runpod|google|amazon|microsoft|others|the others|other (?:vendors|sellers|providers)|competitors|everybody else|everyone else) (?:wants?|charges?|asks?(?: for)?|quoted|quotes|offers|offered|is asking|are asking|charged|is at|are at)(?: us| me)? {_PRICE}|(?:i|we)(?:'ve| have)? (?:saw|seen|heard of|found|spotted) (?:some|them|it|prices|offers|others|listings) (?:at|for|around|from) {_PRICE}(?: (?:yesterday|elsewhere|last week|online|today|this morning|before))*){END}",
        IDLE,
    ),
    # How the writer takes it.
    (
        "judge|ask|laugh|panic|worry|blame|hate|shoot|mention|tell|get me|say it|hold it|fret|sleep|wait|complain|believe|win|catch|even|cope|keep up|stress|say more|talk|thank|go on|no |zero|not |never|hardly|barely|bore|rules|work here|spooky|yikes|ouch|whoops|boo|ray|yay|woo|blimey|crikey|gosh|sigh|facepalm|lucky|poor|figure|who knew|trust me|i swear|i promise|heard|horror|same old|story|life|i know|don't",
        rf"{START}(?:and |but |so |well,? |yes,? |yeah,? |honestly,? |also )?{_MOOD}{END}",
        IDLE,
    ),
    (
        "can't|cant|cannot|couldn't|unable|isn't able|wasn't able|won't",
        rf"{START}(?:and |but |because |since |as |so )?(?:(?:our|my|the|their) (?!(?:data|job|jobs|workload|gpus?|cards?|nodes?|price|order|bid)(?![a-z]))[a-z-]+(?: [a-z-]+)?|we|i|they|nobody|no one) (?:can't|cant|cannot|couldn't|could not|(?:is|was|are|were) unable to|(?:isn't|wasn't|aren't) able to) (?:get|find|grab|source|obtain|secure|lay (?:our|its|their) hands on|book|reserve|buy|rent) (?:(?:(?:any|enough|a single|more|spare|free) )?(?:cards?|gpus?|capacity|nodes?|machines?|slots?|supply|compute)|any|enough|one|them|anything|a (?:gpu|card|node)|a thing|what it needs|what we need)(?: (?:anywhere|any ?more|today|right now|at the moment|for love (?:n)?or money|in time|in-house|internally|at all))*{END}",
        IDLE,
    ),
)
