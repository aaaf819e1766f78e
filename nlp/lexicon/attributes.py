"""Requirements and sides: what people say for the fields of a lot."""

from __future__ import annotations

from nlp.lexicon import korean_prices, korean_trade

FORMS = (
    ("SXM", r"s[xm]{2}[2-6]?s?(?![a-z0-9])|에스엑스엠(?![가-힣])"),
    ("PCIe", r"pci-?\s?e?(?:xpress)?(?![a-z0-9])"),
    ("NVL", r"nvl(?![a-z0-9])|엔비엘(?![가-힣])"),
)

INTERCONNECTS = (
    ("infiniband", r"infini-?\s?band(?![a-z])|infinband|ib(?: (?:fabric|network(?:ing)?|interconnect))?(?![a-z0-9])|ndr(?![a-z0-9])|인피니밴드|인피니 밴드"),
    ("roce", r"roce(?:\s?v2)?(?![a-z0-9])|로체"),
    ("nvlink", r"nv-?\s?link(?:ed)?(?![a-z0-9])|엔브이링크|엔비링크"),
)  # fmt: skip

UPTIMES = (
    ("0.99999", r"파이브 ?나인|(?:five|5) (?:nines?|9'?s)|99\.999(?: ?(?:%|퍼센트|프로))?"),
    ("0.9999", r"포 ?나인|(?:four|4) (?:nines?|9'?s)|99\.99(?: ?(?:%|퍼센트|프로))?(?!9)"),
    ("0.999", r"쓰리 ?나인|(?:three|3) (?:nines?|9'?s)|99\.9(?: ?(?:%|퍼센트|프로))?(?!9)"),
    ("0.99", r"투 ?나인|(?:two|2) (?:nines?|9'?s)|99(?:\.0+)?\s?(?:%|퍼센트|프로)"),
)
UPTIME_BEFORE = r"(?:with )?(?:(?:최소 ?)?(?:가동률|가용성|가용률|업타임|sla(?=[은는]| ?: ?[0-9]| ?최소| ?[0-9]))(?:은|는|이|가)? ?:? ?(?:최소한? ?|적어도 ?)?|(?:an? )?(?:(?:uptime|availability|sla|reliability) ?)+(?: ?(?:of|at least|tier|level|requirement|guarantee|must be|is))*:? ?(?:>=|≥)? ?)?(?:at least )?"
UPTIME_AFTER = r"(?:(?: ?(?:이상|보장|유지|(?:가동률|가용성|가용률|업타임|sla)(?![a-z])))+(?:이면|로|으로|은|는|이|을)?(?: ?(?:됩니다|돼요|충분|필수|필요|보장|유지|조건|이어야|부탁|해 ?주|합니다|해요|함)[가-힣]*)*|[ -](?:uptime|availability|sla|reliability)(?: (?:or (?:better|higher|more)|minimum|min|guarantee[d]?|sla|tier|is (?:fine|ok|okay|enough)))*| (?:or (?:better|higher|more|above)|is (?:fine|ok|okay|enough|plenty|good enough)|minimum|guaranteed|will do|at least|이상))?(?:이면|로|으로)?"
OTHER_UPTIME = r"(?:100|[0-9]{2}(?:\.[0-9]+)?)\s?%|(?:six|6|one|1) nines?"

INTERRUPTIBLE = (
    r"(?:spot(?:[- ](?:instances?|pricing|capacity|vms?))?|pre-?empti(?:ble|bility)|interruptibles?|interruptible|interruptions?|pre-?emption)(?: (?:is|are|would be))?(?: (?:ok(?:ay)?|fine|acceptable|good|welcome|works|allowed|no problem|instances?|capacity))?(?![a-z])|can be (?:interrupted|pre-?empted)|(?:스팟|스폿)(?: ?인스턴스)?(?:으로|로|도|이?어도|이라도|여도)?(?: ?(?:가능|허용|됩|돼|됨|ㅇㅋ|사용|괜찮|좋|ok|오케이|상관없)[가-힣]*)?|(?:중간에 ?)?선점(?:형| ?가능| ?허용|돼도|되어도|당해도)(?:으로|로|도|이?어도|이라도|여도)?(?: ?(?:가능|괜찮|됩|돼|됨|좋|허용|ㅇㅋ|상관 ?없|사용)[가-힣]*)*|(?:중간에 ?)?(?:중단|회수|인터럽트)(?:돼도|되어도|당해도|이 있어도| ?가능| ?허용|을 ?허용|도 ?허용)(?: ?(?:가능|괜찮|됩|돼|됨|좋|ㅇㅋ|상관 ?없|무방|합니다|해요|함)[가-힣]*)*"
    rf"|{korean_trade.INTERRUPTIBLE}"
)
NOT_INTERRUPTIBLE = r"(?:no|not|non|without|never)[- ](?:be )?(?:spot|pre-?empti(?:ble|on|ons)|interruptible|interruptions?|interrupted|preempted)(?:[- ](?:instances?|capacity|please))?(?![a-z])|on[- ]demand(?: only)?|uninterrupt(?:ed|ible)|중단 ?(?:없이|없는|불가)(?: ?(?:걸로|거로|것으로|조건))?|중단(?:되면|은|이) ?(?:절대 ?)?(?:안 ?(?:됩|돼|됨|되)|곤란|불가)[가-힣]*|온 ?디맨드(?:로만|로|만)?|(?:스팟|스폿|선점형?|spot|preemptible)(?: ?인스턴스)?(?:은|는|이|도|으로는|로는)? ?(?:절대 ?)?(?:말고|빼고|제외|불가|사절|금지|안 ?(?:됩|돼|됨|되|씁|써|쓸|받)|싫|아닌)[가-힣]*"

TAGS = (
    ("hipaa", r"hippa|hipaa(?:[- ](?:compliant|compliance|eligible|certified))?(?![a-z])|히파"),
    ("soc2", r"soc\s?-?2(?: type (?:2|ii))?(?:[- ](?:compliant|compliance|certified))?(?![a-z0-9])"),
    ("iso27001", r"iso[- ]?/?(?:iec )?27001(?:[- ](?:compliant|certified|certification|인증))?(?![0-9])"),
    ("renewable", r"(?:100\s?% )?(?:renewables?|renewable|(?<!dashboards are )(?<!dashboard is )(?<!dashboard's )(?<!lights are )(?<!light is )(?<!tests are )(?<!checks are )(?<!builds are )(?<!build is )(?<!ci is )green)(?: (?:energy|power|powered|electricity))?(?:[- ]powered)?(?: only)?(?![a-z])|clean (?:energy|power)|신?재생(?: ?에너지| ?가능 ?에너지)(?: ?100 ?%)?|(?:친환경|그린|청정)(?: ?전력| ?에너지| ?전기)(?: ?100 ?%)?|친환경|re ?100(?![0-9])"),
)  # fmt: skip
ATTRIBUTE_BEFORE = r"(?:(?:form|memory|vram|gpu memory|tags?|메모리) ?: ?|(?:인터커넥트|interconnect|네트워크|network|fabric|폼팩터|form factor|인증|certifications?|규격|타입)(?:은|는|이| is| are)? ?:? ?|with |w/ ?|must (?:be|have) |needs? to be |over |on |including |incl\.? |(?:(?:in|at|from) an? )?(?:(?:facilit(?:y|ies)|data ?cent(?:er|re)s?|dc) )?(?:certified|accredited|audited|attested|assessed|compliant|conform(?:ant|ing)?|complying) (?:to|under|against|for|with|as|per)(?: the)? )?"
ATTRIBUTE_AFTER = r"(?:[ -](?:attested|attestation|accredited|audited|approved|covered|certificates?|certification|ready))?(?: (?:only|required|please|needed|a must|is a must|compliant|certified|interconnects?|fabric|networking|network|cards?|version|variant|form factor|boards?|model|type|flavou?r|필수|필요(?! ?(?:가 |는 |도 )?없)(?!(?:하지|치|하진)는? ?않)|연결|인증|버전|타입|모델|만))*"

SAME_REGION = (
    r"(?:(?:in|at|on|all in|both in|within|from) )?(?:the )?(?:(?:one|a single|(?:the )?(?:very )?same|single)(?: and same)? (?:region|site|cluster|location|data ?cent(?:er|re)|dc|facility|zone|city|campus)s?)|co-?located?|co-?location|collocated|colo(?:cate)?|side by side|"
    + korean_trade.SAME_REGION
)

VOLUME = r"by the hour|hour by hour|(?:in|at|across|over) any hours?|any hours|any shape|(?:in )?whatever shape(?: you like)?|in whatever hours|시간제(?:로|도)?|필요(?:한|하신) ?시간만큼(?:만|씩)?|(?:1|한)? ?시간 ?단위로 ?(?:쪼개|나눠|나누어|끊어|잘라)서?|(?:(?:1|한) ?)?시간 ?단위(?:로|의|도)?(?: ?(?:이용|사용|분할)(?:도|가|를|이)?(?: ?가능(?:합니다|해요|함)?)?)?|아무 ?시간(?:대)?(?:이?나|에나)?"

_SOLD = r"(?:(?= (?:our |my |the |some |these |those |all |up to |another |a |an |two |four |eight |sixteen |idle |spare |surplus |excess |unused )*(?:[0-9]|gpus?(?![a-z])|capacity|compute|cards|nodes|servers|hours|it(?![a-z])|them(?![a-z])))|(?<=to dump)|(?<=to shed)|(?<=to auction)|(?<=ing)(?= ?[,:;.]))"
"""Behind a verb of selling that is also a noun ("the auction house"): what is sold, or that it is to be sold."""
SELL = (
    r"(?:(?:let|letting)(?= (?:(?:our|my|the) )?[0-9]{1,5} [a-z0-9 ]{2,24} go(?![a-z]))|(?:i|we)(?:'ve| have)(?: got)?(?= [0-9]{1,5} (?:spare|idle|unused|surplus|extra|free) )|wts|offers? to(?= (?:sell|lease|rent|let|lend|supply|provide))|off (?:our|my) hands|(?:trad(?:e|ing)|swap(?:ping)?|exchang(?:e|ing)|switch(?:ing)?)(?= (?:away |out |our |my |the )*(?:[0-9]|a |an |one |two |four |eight |sixteen ))|re-?sell(?:ing)?|sell(?:ing)?|for sale|sale of(?= (?:our |my |the |some )?(?:[0-9]|gpus?(?![a-z])|compute|capacity|surplus|idle|spare|unused|excess))|(?:lease|rental|hire)[- ]out|on offer|(?<!best )(?<!nearest )(?<!our )(?<!my )(?<!your )(?<!an )(?<!any )(?<!good )offer(?:ing|ed)?(?: up(?! to (?:[0-9]|one|two|four|eight)))?(?! me| us| none| price)|(?<=an )offer of(?= [0-9])|for (?:lease|rent)(?! out)(?=[ ,.;]|$)|list(?:ing)?(?= (?:our|my|the|[0-9]|a |up))|(?:lease|leasing|rent|renting|lend|lending|loan|loaning|let|letting|hire|hiring|farm|farming|sub-?let|sub-?lease)(?: [a-z0-9]+){0,3}? out|"
    rf"part(?:ing)? with|off-?load(?:ing)?|unload(?:ing)?|dump(?:ing)?{_SOLD}|let(?:ting)? go(?: of)?|get(?:ting)? rid of|giv(?:e|ing) up|hand(?:ing)? over(?= (?:away |out |our |my |the |up to )*(?:[0-9]|a |an |one |two |four |eight |sixteen ))|relinquish(?:ing)?|dispos(?:e|ing) of|shed(?:ding)?{_SOLD}|lend(?:ing)?(?! us| me)|sub-?leas(?:e|ing)|sub-?let(?:ting)?|put(?:ting)? up for sale|auction(?:ing)?(?: off|{_SOLD})|liquidat(?:e|ing)|flog(?:ging)?|hawk(?:ing)?|moneti[sz](?:e|ing)|going spare from us|shift(?:ing)?(?= our| my))(?![a-z])"
)
SELL_KOREAN = korean_trade.SELL
SOLD_OBJECT = korean_trade.SOLD_OBJECT
OTHER_OBJECT = korean_trade.OTHER_OBJECT
BUY = r"(?:wtb|wtr|buy(?:ing)?|purchas(?:e|ing)|acquir(?:e|ing)|borrow(?:ing)?|pick(?:ing)? up|lend (?:us|me)|rent(?:ing)?(?: us)?|lease|leasing|hire|procure|want to get|(?:get|land|secure|win|grab|find|getting|landing|securing|winning)(?=(?: at least| up to)? (?:[0-9]|an? (?:node|rack|h|b|a[0-9])|the [a-z]*[0-9]))|go(?:ing)? long|bid (?:for|on)|bid(?:ding)?(?= [0-9]{1,5} ?x? ?(?!usd|dollars|bucks|cents|per|total|an?(?![0-9])|each|max|limit|lmt|all|tops|or)[a-z]))(?![a-z])"
BUY_KOREAN = korean_trade.BUY
GETTING = korean_trade.GETTING
SAME_PLACE = korean_trade.SAME_PLACE
NO_SIDE = r"(?:for|to) (?:the )?(?:resale|re-?sell(?:ing)?)(?! (?:[0-9]|an? |our |my |two |four |eight |sixteen |the (?:[0-9]|two |four |eight )))(?: later(?: on)?| afterwards)?|(?:재판매|리셀|전매)(?: ?(?:용|할|하려는|하기 ?위한|목적|용도))*(?:의|으로|에)? ?(?:물량|용도|목적)?(?:이라서?|입니다|이에요|예요|으로|인데요?|이고요?|의)?(?![하합해할])|(?:재판매|리셀|전매)하(?:려고|기 ?위해서?|고자)(?=[^.!?\n]{2,60}(?:매입|구매|매수|구입|삽니다|사[려고]|살게|구합|구하|확보|임차|빌[려리]|필요))|(?<![불러트]에 )되팔(?!게요|겠)[가-힣]{0,4}|(?:we'?ll |i'?ll |will |to |and |then |later |eventually |may |might )+re-?sell(?:ing)?(?! (?:[0-9]|an? |our |my |two |four |eight |sixteen |the (?:[0-9]|two |four |eight ))) ?(?:the |these |those |them|it|some)?(?:[a-z]+ )?(?:later(?: on)?|afterwards|on)?"

WANTED_OF_OTHERS = r"(?:any(?:one|body)(?: else)?|some(?:one|body)|who(?:ever)?(?:'s| is| are| has)?|you(?:'re| are| guys)?|vendors?|suppliers?|sellers?|they(?:'re| are)?|is there)(?: (?:is|are|be|been|currently|still|out there|here|willing|able|to|who|that|is|might|could|also|maybe))* $"
"""Before a word for selling: others are to sell, so the writer buys ("anyone selling 8 H100s?")."""
SWAPPED_FOR = r"(?:in (?:return|exchange) )?(?:for|against)(?= (?:[0-9]|a |an |one |two |four |eight |sixteen ))"
SWAP = r"(?:trad(?:e|ing)|swap(?:ping)?|exchang(?:e|ing)|switch(?:ing)?|giv(?:e|ing) up|hand(?:ing)? over)(?= (?:away |out |our |my |the )*(?:[0-9]|a |an |one |two |four |eight |sixteen ))"
"""In a swap, what stands behind "for" is bought."""

OPEN = (
    ("min_uptime", r"(?:any|whatever) (?:uptime|availability)(?: (?:tier|level))?(?: (?:will do|is (?:fine|ok)))?|no (?:uptime|availability)(?: (?:requirement|needed|required))?(?![a-z])|(?:가동률|가용성)(?:은|는)? ?(?:무관|상관 ?없[가-힣]*)"),
    ("interconnect", r"any (?:interconnect|fabric|network)(?: (?:will do|is (?:fine|ok)))?(?![a-z])|(?:인터커넥트|연결)(?:은|는)? ?(?:무관|상관 ?없[가-힣]*)"),
    ("tags", r"(?:no|without) (?:tags|certifications?)(?: (?:needed|required))?(?![a-z])|(?:태그|인증)(?:은|는)? ?(?:없이|무관|상관 ?없[가-힣]*)"),
    ("same_price", korean_prices.SAME_PRICE),
    ("unpriced", r"(?:(?:with )?no|without a) (?:price|limit) of (?:its|their) own(?![a-z])|(?:개별|자체) ?(?:가격|한도) ?없[가-힣]*"),
)  # fmt: skip
"""Words that leave a field open where the item before has it: nothing is taken from there."""
TAGGED = r"(?:with )?(?:the )?tag(?:ged)?(?: with|:)? (?P<tag>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?![a-z0-9])|태그:? ?(?P<tag_ko>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?![a-z0-9])"

NOT_NEEDED_BEFORE = r"(?:(?:do|does)(?:n'?t| not) (?:really |strictly )?(?:need|require|care about|have to (?:be|have|come with)|need to (?:be|have)|matter if it'?s)|need not (?:be|have)|needn'?t (?:be|have)|no need (?:for|of)|not necessarily|no)(?: any| the| an?| for)? ?$"
NOT_NEEDED_AFTER = r" ?(?:(?:is|are) )?(?:not (?:required|needed|necessary|a must|essential|important)|isn'?t (?:required|needed|necessary|a must|important)|optional|unnecessary|(?:은|는|이|가)? ?(?:(?:꼭 |반드시 |굳이 |딱히 |별로 )?(?:필요(?:가|는|도)? ?없|필요하지 ?않|필요치 ?않|안 ?필요|불필요|무관|없어도|상관 ?없|아니어도)|(?:필수|의무|조건|필요조건)(?:은|는|가|이)? ?(?:아니|아님|아닙))[가-힣]*)"
"""Said of a requirement, these take it away instead of stating it ("no InfiniBand needed")."""
EXCLUDED_BEFORE = r"(?:not|without|no|except(?: for)?|excluding|other than|anything but|but not|never|avoid|must not be|can'?t be|cannot be|isn'?t|aren'?t)(?: an?| the| be| on| in| with)? ?$"
EXCLUDED_AFTER = r"(?:은|는|이|가|을|를|만)? ?(?:말고|빼고|제외|아닌|아니|없는|없이|안 ?(?:돼|됩|됨))"
"""Said of a requirement, these exclude it, which a bid cannot say."""
