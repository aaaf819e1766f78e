"""How people tell of their own world beside an order: reasons, events, purposes, courtesies, and what looks like them.

Patterns on clean text: first the English ones, then the Korean. `ASKS`, `WISHES`, `OFFERED`, `TERMS` and their Korean
counterparts are what a clause that only tells never holds.
"""

from __future__ import annotations

import re

from nlp.lexicon.idle import PURPOSE as _PURPOSE_OPENS

PAST = re.compile(
    r"(?:yesterday|the day before yesterday|last (?:week|month|year|night|quarter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|어제|그제|엊그제|지난 ?(?:주|달|해|번))(?:에|는|부터)?"
)
NOW = frozenset(["now", "these days", "for now"])
HABITUAL = re.compile(
    r"(?:for )?(?:the |our |a )?(?:nightly|daily|weekly|monthly|quarterly|yearly|annual|weekend|morning|overnight)"
)
"""What kind of work it is, not when."""
POINTS_BACK = re.compile(
    r"(?:that|same|this) (?:day|night|evening|morning|afternoon|week|weekend|time)|(?:day|night|evening|morning|week) (?:before|after)|then(?![a-z])|그 ?(?:날|때|주|시간)|전날|당일|같은 ?(?:날|시간|때)"
)
"""A time that leans on one said before it, maybe on the day that is told of."""

_SUBJECT = r"(?:the|our|my|their|his|her|your|its|this|that|these|those|some|all|most|every|everyone|everybody|nobody|no one|we|i|they|he|she|it|there|people|we're|i'm|they're|it's|he's|she's|there's|we've|i've|they've|[a-z'-]+s (?=are|have|were|do))(?![a-z])"
_VERB = r"(?:is|are|was|were|will|won't|isn't|aren't|wasn't|has|have|had|hasn't|haven't|do|does|did|don't|doesn't|didn't|can|could|would|[a-z]+(?:ed|es|[^s]s)|[a-z]+'s|we're|i'm|they're|it's|he's|she's|there's|we've|i've|they've|ran|fell|went|came|took|got|broke|lost|made|gave|said|told|share|run|use|work|start|present|teach|hand|sit|live|launch|ship|move|meet|fly|close|open|leave|finish|end|begin|like|know|expect|trust|prefer|plan)"
REASON = re.compile(
    rf"(?:and |but )?(?:(?:because|cause|'cause|cuz|coz|seeing (?:that|as)|given that|considering(?: that)?|so that)(?! of)(?= )|(?:since|as|so|bc|b/c|while|now that)(?= {_SUBJECT})(?=[^.;]* {_VERB}(?![a-z])))"
)
SAYS_WHEN = re.compile(
    r"(?:which|that|this|it)(?:'s| is| was)(?: (?:also|exactly|usually|just|about|roughly|only))? (?:when|why|where|how|because|what)(?![a-z])"
)
_PEOPLE = r"boss|manager|cfo|ceo|cto|pi|professor|prof|supervisor|advis[eo]r|clients?|customers?|partners?|auditors?|investors?|board|committee|students?|interns?|teams?|crew|colleagues?|staff|everyone|everybody|nobody|no one|engineers?|doctors?|radiologists|nurses?|teachers?|kids|lawyers?|finance|legal|marketing|sales|procurement|accounting|director|president|dean|minister|jury|reviewers?|vendor|provider|supplier|landlord|contractor|sysadmin|admins?|electricians?|ministry|regulator|publisher|producer|broadcaster"
EVENT = r"demo|presentation|talk|keynote|conference|workshop|symposium|seminar|meeting|review|audit|inspection|launch|release|premiere|screening|trailer|deadline|paper|thesis|dissertation|submission|proposal|camera-ready|rebuttal|exams?|finals|midterms|class|classes|course|lectures?|semester|term|holidays?|festival|wedding|hearing|election|match|tournament|hackathon|competition|contest|expo|fair|broadcast|visit|interview|maintenance|migration|upgrade|outage|downtime|cutover|freeze|go-live|lease|contract|licen[cs]e|reservation|subscription|fiscal year|books|office|building|campus|lab|data ?cent(?:er|re)|cluster|server room|power|internet|hardware|old machines|article|report|payment|shipment|milestone|trade show|summer school|open day|board meeting|earnings call|bank holiday|own (?:nodes|gpus|cards|machines|servers|boxes|rig|hardware)|results?|deliverables?|draft|manuscript|homework|assignment|allocation|quota|grant|funding|internship|sabbatical|project|pilot|trial|warranty|visa|fellowship|stipend|embargo|sprint|placement|residency|defen[cs]e|viva|gala|ceremony|opening|livestream|live stream|webinar|derby|parade|offsite|recital|photo shoot|birthday|anniversary|kick-?off|day off|party"
TALKED = r"call|chat|mail|e-?mail|phone call|conversation|discussion|talks?|message|note|stand-?up|sync|catch-?up|one-on-one|visit|letter|thread|ticket|request|lunch|dinner|coffee|zoom|huddle"
"""What people had with each other."""
HAPPENS = r"(?:is|are|was|were|will|'s|has|have|had|starts?|begins?|ends?|closes?|opens?|comes?|arrives?|presents?|launches|ships?|moves?|goes|kicks? off|expires?|runs? out|ran out|falls?|meets?|visits?|expects?|leaves?|returns?|teach(?:es)?|sits?|takes? place|gets?|due|lasts?|continues?|resumes?|reopens?|runs?(?= (?:until|till|through|to|on|from|out|over)(?![a-z])))"
EVENT_TOLD = re.compile(
    rf"(?:and |but |also )?(?:(?:the|our|my|their|his|her|a|an|some|all|most) )?(?:[a-z'-]+ ){{0,3}}(?:{_PEOPLE}|{EVENT})(?:'s)?(?: (?!need|want)[a-z-]+){{0,3}}?(?: {HAPPENS}|'s)(?![a-z])"
)
DEPARTS = re.compile(
    r"(?:and |but )?(?:(?:the|our|my|a) )?(?:[a-z0-9'-]+ ){0,2}(?:train|plane|flight|bus|ship|boat|rocket|satellite|probe|build|branch|app|game|film|show|single|album|issue|magazine|newsletter|edition|version|model|product|feature|campaign|trailer|episode|patch|season|election|ballot|polls?|results?|embargo|grant|visa|window)"
    r"(?: (?!need|want)[a-z-]+){0,2}? (?:leaves?|left|departs?|sails?|flies|launches|ships?|goes (?:live|out|to press|to print|gold)|drops?|airs?|opens?|closes?|lands?|starts?|expires?|lapses?|freezes?|is (?:due|out|cut|over|frozen|tagged|branched|released|published)|are (?:due|out|in)|comes out|gets (?:cut|tagged|released|published))(?![a-z])"
)
_GOODS = r"gpus?|cards?|nodes?|machines?|hosts?|servers?|racks?|box(?:es)?|disks?|storage|network|memory|prices?|rates?|payments?|billing|invoices?|delivery|regions?|locations?|bids?|orders?|offers?|lots?|windows?|slots?|terms|rest|remainder|half|first|second|latter|former|others?|ones?"
_TO_COME = r"book|reserv|schedul|plan|expect|limit|cap|fix|pric|offer|deliver|order|request|need|want|requir|prefer|complet|finish|end|provision|allocat|start|extend|mov|shift|postpon|delay|push|split|spread|cover|includ|exclud|skip|add|remov|drop|replac|us|star|conclud|settl|fill|clear|releas|repeat"
"""What may be done with the goods: "booked Friday" is no event that was."""
EVENT_PAST = re.compile(
    rf"(?:and |but |also |as |since |because )?(?:(?:(?:the|our|my) )?(?:purchase order|po|order form|invoice|payment|deposit)s? |(?:(?!(?:{_GOODS}|need|want|please|run|runs|window|time|must|should|all|or)s?(?![a-z]))[a-z'&-]+ ){{1,5}}?)(?:both |all |just |only |already |finally |also )*(?:(?:was|were|got|has(?: been)?|have(?: been)?|had) (?:[a-z]+ly |all |both |just |already )?)?(?:(?!(?:{_TO_COME})[a-z]?ed)[a-z]{{3,}}ed|broke|went|came|took|got|lost|made|gave|said|told|left|fell|sent|found|forgot|spent|burnt|did|died|blew|began|built|wrote|grew|met|quit|saw|won|let (?:us|me)|cut us)(?![a-z])"
)
"""A clause of what was: "both budgets were passed on Monday"."""
EVENT_DOING = re.compile(
    rf"(?:and |but |also |as |since |because )?(?:(?!(?:{_GOODS}|we|i|run|window|it|this|that|they)s?(?![a-z]))[a-z'&-]+ ){{1,4}}(?:is|are|'s)(?: (?:also|all|just|now|finally))* (?!going to|getting|needing|looking|running|starting|ending|expecting|paying|wanting|asking|being|using|booking|taking|beginning|finishing|working)[a-z]{{3,}}ing(?![a-z])"
)
"""A clause of what others are about to do: "radiology is moving wards next week"."""
FOR_AN_EVENT = re.compile(
    rf"(?:(?:it|this|that|these|all this)(?:'s| is| are)? )?(?:all |just |mostly )?(?:(?:for|ahead of|in preparation for|because of) |(?<=it's )|(?<=it is ))(?:(?:the|our|my|a|an|their|his|her|this|some|big|next) )*(?:[a-z'-]+ ){{0,2}}(?:{EVENT})s?(?: (?:on|in|at|of))?"
)
EVENT_NAMED = re.compile(rf"(?:(?:the|our|my|a|an|big|next) )*(?:[a-z'-]+ ){{0,2}}(?:{EVENT})(?![a-z])")
WE_DO = re.compile(
    rf"(?:and |but |also )?(?:we|i)(?:'re| are|'m| am|'ve| will be| will|'ll)?(?: (?:also|all|then|usually))? (?:(?:present|launch|ship|fly|travel|publish|releas|mov|migrat|submit|demo|defend|teach|host|exhibit|relocat|clos)(?:e|es|ing|ting|ling|ling|ping)?|go(?:ing)? live|closed|(?:be )?(?:away|off|offline|unavailable|travelling|traveling|asleep|back|out|on a (?:plane|train|flight|call)|in (?:a |back-to-back )?(?:meetings?|transit|the air|the office))|on (?:holiday|vacation|leave|call)|out of (?:the )?office|(?:have(?: got)?|got|having) (?:a|an|the|our|my|another|some) (?:[a-z-]+ ){{0,2}}(?:{EVENT}))(?![a-z])"
)
_FINITE = r"[a-z]{2,}ed|kept|broke|ran|went|came|took|got|lost|made|gave|said|told|left|fell|sent|found|forgot|spent|burnt|had|was|were|did|died|blew|began|built|wrote|grew|met|quit|saw|thought|won|is|are|'s|'re|'m|has|have|will|won't|isn't|aren't|wasn't|weren't|haven't|hasn't|insists?|loves?|hates?|hopes?|thinks?|knows?|says?|hurts?|sends?"
DECLARES = re.compile(
    rf"(?:and |but |also |plus )?(?:(?:we|i|he|she|everyone|everybody|nobody|no one)(?:'re|'m|'ve|'s)?|(?:our|my|his|her|their|the|this|a|an|some|all|most|last|that|other) (?:(?!(?:{_GOODS})(?![a-z]))[a-z'-]+ ){{0,5}}?(?!(?:{_GOODS})(?![a-z]))[a-z-]+(?:'s)?) (?:(?:also|all|just|already|always|still|finally|really|never|only just|barely|even) )?(?:(?:{_FINITE})(?![a-z])|(?<='re )|(?<='m )|(?<='s )|(?<='ve ))"
)
STATE = re.compile(
    rf"(?!(?:{_GOODS}|it|this|that|partial|anything|either|both|all)(?![a-z]))[a-z-]+ (?:is|are|was|were) (?!(?:(?:also|just|perfectly|totally|quite|very) )?(?:fine|ok|okay|good|great|acceptable|preferred|required|enough|possible|welcome|mandatory|important|allowed|better|best|needed|necessary|a must|included|excluded)(?![a-z]))[a-z-]+(?: [a-z'-]+){{0,5}}$"
)
UNSURE = re.compile(
    r"(?:we|i) (?:don't|do not|didn't|did not) (?:yet |really |even )?(?:know|remember|expect|have (?:any|much|enough|time|a clue|the time))(?![a-z])|(?:can't|cannot|couldn't) (?:sleep|wait|believe|thank|complain)(?![a-z])"
)
BECAUSE_OF = re.compile(
    r"(?:as |already |duly )?(?:approved|signed off|agreed|requested|endorsed|authori[sz]ed|cleared|okayed|ok'd|commissioned|funded|sponsored|paid for) by (?:[a-z.'-]+ ?){1,5}$"
    r"|(?:in (?:preparation|support|aid|honou?r|anticipation)|(?:up)?on (?:the )?request|at the request|on behalf|as part|as a result|because|courtesy|by order|in view|in light) (?:of|for) (?:[a-z0-9.'-]+ ?){1,8}$"
    r"|(?:as )?per (?:the|our|your|my) (?:[a-z.'-]+ ?){1,4}(?:memo|e?mail|call|chat|note|message|meeting|discussion|letter|attachment|attached)(?![a-z])"
)
PURPOSE = re.compile(
    rf"(?:(?:it|this|that|these|all this|this one)(?:'s| is| are)? )?(?:all |just |mostly )?{_PURPOSE_OPENS}"
)
ADJECTIVES = frozenset(["nightly", "daily", "weekly", "monthly", "quarterly", "hourly"])
NO_PURPOSE = re.compile(
    r"(?:for|to) (?:the |a |an |our )?(?:duration|price|rest|remainder|whole|entire|first|last|same|next|time|period|sum|amount|cost|best|total|fee|month|week|day|night|year|use|delivery|exclusive|own)(?![a-z])|(?:dedicated|exclusive|shared|private|single)"
)
DOING = re.compile(
    r"(?:(?:still|currently|busy|also|now) )?(?:teaching|presenting|preparing|finishing|wrapping up|training|fine-?tuning|evaluating|benchmarking|migrating|testing|simulating|researching|studying|writing|building|launching|releasing|demoing|celebrating|catching up|making up)(?: [a-z'-]+){1,7}$"
)
WISHES = re.compile(
    r"(?<![a-z'-])(?:would|'d|i'd|we'd|accept|expect|prefer|ask(?:ed|ing)? for|insist(?:s|ed)? on|fine with|okay with|ok with|happy with|allerg|avoid|hate|discount|refund|cheaper|cheap|free of|compliant|certified|guarantee[ds]?|policy|forbid(?:s|den)?|allowed|rules?|veto|usual|ignore|system|instructions?|typo|mistake|mistyped|misread|meant|glut|surplus|spare|half|third|twice|double)(?![a-z])"
    r"|(?<![a-z])(?:less|more|fewer|longer|shorter|earlier|later|sooner|bigger|smaller|larger|faster|slower|different|another|other|either|any)(?: [a-z]+){0,2} (?:is|are|would be|works?|will do)(?: [a-z]+)? ?(?:ok|okay|fine|good|great|acceptable|welcome|better|possible|enough)?(?![a-z])"
)
ASKS = re.compile(
    r"(?<![a-z'-])(?:need(?:s|ed)?|want(?:s|ed)?|must|require[sd]?|should|shouldn't|only|if|unless|until we|till we|except|not before|no later|instead|otherwise|cancel|prefer(?:s|ably)?|ideally|provided|please|buy|sell|bid|order|reserve|book|rent|deliver(?:y|ed)?|has to|have to|can't|cannot|mustn't|without|never|rather|cheaper|(?:the |our )?(?:slot|window|run|job|booking|reservation|rental|order|session|gpus?|cards|nodes|machines|hosts) (?:is|are|should|must|starts?|ends?|runs?))(?![a-z])"
)

OFFERED = re.compile(
    r"(?:and |but |also |because |since |as |while |now that |so )*(?:(?:the|their|its|all|any|every|each|both) (?:[a-z-]+ ){0,2}?(?:gpus?|cards?|nodes?|machines?|hosts?|servers?|racks?|disks?|prices?|provider|vendor|suppliers?|sellers?|owner|facility|site|data ?cent(?:er|re)|building|room|contract|agreement|hardware|power|energy|electricity|cooling|network|uplink|bandwidth|interconnect|internet|fans?|drivers?|bios|firmware|staff|operators?|data|deal|purchase|booking|reservation|software|image|os|support|warranty|access|insurance|whole (?:thing|lot))|they|it|everything|payment|billing|invoicing|delivery|cash) (?:(?:all|also|always|only|just) )?(?:is|are|has|have|comes?|stays?|speaks?|runs?|includes?|offers?|supports?|belongs?|gets?|needs?|must|will)(?![a-z])(?! (?:for|part of|to (?:train|run|test))(?![a-z]))"
)
"""What is offered, by whom and from where, in the present: whoever says how it is may be saying how it has to be."""
TERMS = re.compile(
    r"(?<![a-z])(?:cancel|exten[ds]|renew|return(?:ed|able)|refund|transfer|resell|terminat|air-?gap|encrypt|(?:un)?metered|bare ?metal|root access|exclusiv|sole(?![a-z])|tenants?(?![a-z])|subsidiar|partners? to|share with|on[- ]site|warrant|insur|invoic|arrears|instal+ment|up ?front|pre-?paid|prepay|deposit|escrow|pay(?:ing|s)?(?![a-z])|wiped?(?![a-z])|in turns|preinstalled|pinned|unlocked|brand new|refurbish|first (?:pick|refusal)|free (?:day|hour|trial)|only(?![a-z])|before the rest|while the|now that the price)"
)
"""Terms of trade and qualities, whoever is said to have them."""

KOREAN_REASON = re.compile(
    r"(?:[아어여해돼워셔져겨려쳐와봐나라가]서(?:요|입니다|예요|이에요|그래요)|[있없셔]어?서|라서(?:요)?|이라|[가-힣](?:날|중|철|때|주|달|간|감|트|즌|일)이?라|니까요?|거든요?|느라(?:고요?)?|때문(?:에요?|이에요|입니다|이라서?요?|임)|덕분에요?|탓에요?|[가-힣]용(?:이에요|입니다|이라서?요?|이고요|임))$"
)
KOREAN_TELLS = re.compile(
    r"(?:이에요|예요|입니다|이거든요|거든요|있어요|있습니다|있음|해요|합니다|하세요|하십니다|와요|옵니다|오세요|오십니다|가요|갑니다|예정(?:이에요|입니다|임)?|네요|대요|래요|랍니다|답니다|라네요|[았었였했됐났갔왔]어요|[았었였했됐났갔왔]습니다|[았었였했됐났갔왔]음)$"
)
KOREAN_SUBJECT = re.compile(
    r"(?:교수님?|팀장님?|부장님?|과장님?|사장님?|대표님?|실장님?|담당자|감독님?|고객사?|클라이언트|거래처|학생들?|심사위원(?:들|단)?|감사팀?|법무팀|재무팀|마케팅팀?|영상팀|개발팀|연구팀|옆 팀|다른 팀|직원들?|의사들?|선생님들?|업체|시연|발표|데모|학회|회의|미팅|마감|점검|공사|이사|감사|출시|런칭|오픈|행사|대회|공모전|시험|수업|강의|방학|휴가|연휴|심사|평가|납품|제출|이전|교체|정전|세미나|워크숍|강연|방송|촬영|시사회|개강|종강|계약|예산|회식|출장|면접|경기)(?:이|가|은|는|께서|께서는|도|들이|에서|이래요|이랍니다|이라네요|이에요|예요|입니다|이거든요|이라서요?|이라)?(?: |$)"
)
KOREAN_WISHES = re.compile(
    r"오타|실수|잘못|착각|정정|필요|부탁|원[하해합]|희망|주세요|주십|주시|바랍|바라|구[해하합]|잡아|예약|주문|입찰|매수|매도|팔|야 ?(?:합|하고|해요|됩|돼|되)|면|만 |말고|빼고|제외|대신|조건|경우|전에는|이후에|가능|허용|무조건|반드시|안 ?[돼되]|싫|금지|우선|먼저|취소|변경|할인|환불|청구|후불|정산|평소|무시"
)
KOREAN_USES = re.compile(r"사고|쓸|써야|쓰려|씁니다|쓰겠|쓰는|돌[려리릴]|사용|이용|시작|끝[나내]야")
"""What may be said of the order's own hours, beside a time."""
KOREAN_BEFORE_EVENT = re.compile(
    r"(?:[가-힣a-z]{1,8} ?)?(?:발표|데모|시연|학회|마감|심사|회의|미팅|출시|런칭|오픈|시험|행사|대회|제출|납품|평가|점검|보고|면접|수업|강의|세미나|워크숍|공연|방송|배포|릴리스|데드라인|개강|졸업|결산|감사|촬영|시사회|박람회|전시|설명회|공모전|해커톤)(?:일|날|회)? ?(?:(?:전|직전|이전)(?:에|까지)(?:는)?|까지(?:는)?|때) "
)
"""The day before it is that of an event for which the work has to be done, and not the order's."""
KOREAN_FEARS = re.compile(r"면 ?(?:정말 |진짜 |좀 |또 )?(?:곤란|안 ?[돼되]|큰일|망하|망해|혼나|늦)")
KOREAN_DECLARES = re.compile(
    r"(?:중(?:이에요|입니다|이라서?요?|임)|(?:는|던|인|할|려는|려던) ?(?:겁니다|거예요|거거든요|건데요?|것입니다)|예정(?:이에요|입니다|임)|[았었였했됐났갔왔](?:어요|습니다|거든요|네요|는데요?|음)|(?:다고|라고|다며|라며) ?[가-힣]{1,5}(?:요|니다)|대요|래요|(?:사업|프로젝트|상황|건|주문|연구|과제|업무|지시|처음|행사|수업|실험|작업|테스트|프로그램|시험|대회|이유|사정)(?:이에요|예요|입니다|임|이네요|네요)|(?:터짐|다운됨|고장남|망함|난리남|완료|끝남|밀림|바쁨|급함|받음))$"
)
KOREAN_TALK = re.compile(
    r"(?:알려|연락|전화|회신|답장|답변|참고|문의|말씀|공유)[가-힣 ]{0,8}(?:주세요|주십시오|바랍니다|부탁[가-힣]*|드립니다|드릴게요|할게요|기다리겠습니다|기다릴게요)$"
)
KOREAN_QUOTE = re.compile(r"가격|시세|견적|얼마|단가|요금|먼저|전에|후에")
"""A quote that is wanted, or something to come first, is no talk."""
