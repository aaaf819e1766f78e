# ruff: noqa: ISC004
"""Words that relate items: joining, choosing, correcting, referring. Patterns are matched on clean lower-case text."""

from __future__ import annotations

_SPEAKERS = (
    r"that|this|it|these|those|they|them|you|we|i|there|the|first|one|ones|option|choice|former|ask|bid|order|any|all"
)
_AUXILIARIES = r"is|are|was|were|be|been|do|does|did|can|could|will|would|should|has|have|had|get|gets|got|getting|happens?|to|turns?|turn|proves?|still|already|just|for|some|reason|ever|out|both|simply"
_DENIALS = r"not|cannot|no|none|nothing|nobody|never|neither|(?:ca|wo|do|does|did|is|are|could|would|should|has|have|was|were)n'?t|can'?t"
_FAILURES = (
    r"fails?|failed|falls? (?:through|over|flat)|fell through|unavailable|unattainable|unachievable|infeasible|impossible|gone|taken|sold(?: out)?|(?:fully )?booked(?: (?:out|up|solid))?|out of (?:stock|reach|budget|the question)|scarce|missing|lost|loses?|"
    r"a no[- ]go|beyond (?:reach|budget)|unobtainable|unfilled|rejected|outbid|(?:too|over) (?:dear|expensive|pric(?:e)?y|high|much|costly|steep)|over (?:budget|the limit)|expensive|pric(?:e)?y"
)
_AFTERWARDS = r"work(?:ing)?|works|clear(?:s|ed)?|fill(?:s|ed)?|go|through|available|possible|feasible|doable|had|found|done|match(?:ed)?|come|succeed|secured?|manage(?:d)?|win|left|up|free|luck|stock|in|within|budget|my|our|however|be|get|got|that|those|them|it|out|then|please|happen|an?|the|option|anything|any"
FALLBACK_CONDITION = (
    rf"(?:(?:but|and|or),?\s)?(?:if|in case|should|when|in the event(?: that| of)?|supposing)(?: (?:{_SPEAKERS}|{_AUXILIARIES})(?:'s|'re)?){{0,6}} "
    rf"(?:{_DENIALS}|{_FAILURES})(?: (?:{_DENIALS}|{_FAILURES}|{_AFTERWARDS}))*(?! (?:trouble|bother|hassle|mind|problem|much|sooner|later))"
    r"(?:,? (?:then|please|take|get(?: me| us)?|give (?:me|us)|go (?:for|with)|use|how about|maybe|i'?ll (?:take|have)|we'?ll (?:take|have)))*(?![a-z'])"
    r"(?<! the)(?<! our)(?<! my)(?! (?:the|our|my) (?!same|first|second|next|other|latter|former|following|fall-?back|back-?up|alternative|plan|equivalent|cheaper|remaining|usual)[a-z]+(?![a-z0-9]))"
)
"""What stands before a fallback: "should that not work out", "in case these are sold out", "if it gets too expensive"; not what befalls
something else: "if we lose the grant"."""

FAILED_ITEM = (
    rf"(?:(?:be|is|are|prove|proves|turn out|turns out)(?: to be)? )?(?:(?:all )?{_FAILURES}|(?:is |are |be |get |gets |been )?not (?:be |been |get )?(?:available|possible|to be had|obtainable|awarded|granted|allocated|allotted|assigned|confirmed|secured|obtained|won|approved|accepted|given|filled|successful)|(?:can(?:no|')t|cannot|can not|could not|couldn't|don't|doesn't|do not|does not|aren't|isn't|won't|will not) (?:be (?:had|found|filled|met|secured|available|got)|work(?: out)?|available|fill|clear|come through|go through))"
    r"(?:,? (?:then )?(?:(?:i|we)(?:'d| would|'ll| will| can| could)? (?:also )?(?:accept|take|settle for|go for|go with|use|be (?:ok|okay|fine|happy) with|like|want)|give (?:me|us)|get (?:me|us)|please (?:get|book|buy)|use|take|buy|book))?(?:,? then)?(?![a-z])"
)
"""Behind an item that "if" or "should" introduces: what follows stands in for it."""
FAILED_ITEM_LEAD = r"(?:if|should|in case|in the event(?: that)?|supposing|where) (?:the |our |my |those |these |any of the |you (?:don't|do not|can't|cannot) (?:have|get|find) (?:the )?|we (?:can't|cannot|don't|do not|couldn't) get (?:the )?)?(?=[0-9]{1,5} ?x? ?(?:nodes? of )?[a-z])"

KOREAN_FALLBACK = (
    r"(?:(?:혹시|혹|만약|만일|그래도|정|그마저|끝내|영) )?(?:(?:(?:둘|셋|둘이|셋이|두 ?건|세 ?건|양쪽|양일) ?(?:다|모두)(?:가|도)?|그게|그것도|이것도|그것이|그거|그것|이게|그건|그쪽이|거기가|앞의 것이|첫 번째가|자리가|자리|물량이|물량|재고가|재고|여유가) ?)?(?:도저히 |정 |다 |너무 |모두 |한꺼번에 |한 ?번에 |통째로 |통으로 )?"
    r"(?:(?:안|못) ?(?:맞추|맞춰 ?주|구해 ?주|잡아 ?주|해 ?주|채우|되|되시|된|구하|구해지|구한|잡으|잡히|잡힌|나오|나온|맞으|사|얻으)|아니(?!면 ?(?:다 |안 ?)?(?:된|되|돼|됩|될|괜찮))(?:시)?|아닌|없(?:으|으시|다)?|없는|어려우|어렵|어려운|힘드|힘들|힘든|곤란하|곤란한|불가(?:능)?하|불가(?:능)?한|실패하|부족하|부족한|매진(?:되|이|된)?|품절(?:이|되|된)?|마감(?:되|이|된)|빠듯하|빠듯한|빡빡하|막히|막힌|모자라|모자란|딸리|틀어지|소진되|동나|동이 ?나|비싸|비싼|여의치 ?않으|마땅치 ?않으|마땅찮으)"
    r"(?:시)?(?:겠으)?(?:면|다면|라면|ㄴ다면|거든|는 ?경우|ㄹ ?경우|은 ?경우| ?경우|을 ?경우|을 ?때|ㄹ ?때)(?:에는|엔|에|은|는)?(?:요)?"
    r"|(?:(?:자리|예약|물량|슬롯|재고|여유분?|그날|그때)(?:이|가|은|도|는)? ?)?(?:(?:이미|벌써|혹시) ?)?(?:(?:(?:꽉|다|모두|전부|가득) ?)?(?:찼으|차 ?(?:있으|버렸으)|찬 ?상태|나갔으|팔렸으|동났으|빠졌으|없어졌으|소진(?:됐|되었)으|마감(?:됐|되었)으|매진(?:됐|되었)으|품절(?:됐|되었)으)|만석이|만실이|풀부킹이|풀방이)(?:시)?면(?=,? ?(?:그냥 ?|차라리 ?)?(?:[0-9a-z]|[월화수목금토일](?:요일|욜)|내일|낼|모레|글피|다음|담주|이번|오늘|한 |두 ))"
    r"|(?:그게 |그것도 |이것도 |그것이 |그거 )?(?:아니라면|안 ?될 ?경우(?:에는|엔)?|불가(?:능)?할 ?경우(?:에는|엔)?|(?:없다|안 ?된다|못 ?구한다|어렵다|힘들다|불가능하다)(?:고 ?(?:하|하시)면|고들 ?하면)(?:,? ?그때는?)?|안 ?된다면|못 ?구할 ?경우(?:에는|엔)?)(?:요)?"
)
"""What stands before a fallback in Korean: 그게 어려우시면, 물량이 없으면, 매진되면, 안 될 경우."""

FALLBACK_NAME = r"(?:as |with )?(?:an? |my |our |the )?(?:fall-?\s?back|back-?up|second choice|plan b|last resort|stand-?by|substitute|alternative)(?: option| plan| choice)?"
"""What names a fallback, before it or behind it: "as a backup"."""

JOINERS: tuple[tuple[str, str], ...] = (
    ("any", r"and\s?/\s?or|and or or|그리고/또는|및/또는"),
    ("else", r"(?:(?:but|and|or),?\s)?(?:if not (?:on |for )?(?:mon|tue|wed|thu|fri|sat|sun|tonight|tomorrow)[a-z]*(?: night| morning| afternoon| evening)?(?:,? (?:then|maybe|how about))?|if (?:you|they|we) can(?:'?t|not)(?: do| get| manage| find| make)?(?: that| it| them| those| this| the first(?: one)?)?(?: work)?,?(?: then)?|if no luck,?|if (?:that's |it's |they're |those are )?(?:not|unavailable|impossible|no luck|nto|none)(?: available| possible)?(?:,? then)?|"
             r"if (?:that|this|it|those|they|the first(?: one| option)?)(?:'s| is| are)? ?(?:fails?|doesn'?t (?:work|clear|fill|go through)|don'?t (?:work|clear|fill)|can'?t be (?:had|filled|done)|isn'?t (?:available|possible)|aren'?t available|not available|unavailable|gone|won'?t (?:work|clear|fill))(?: out)?(?:,? then)?|"
             r"(?:failing|barring) (?:that|which|those|this|these|both|either|all(?: (?:of )?(?:that|those|these|else))?)|if neither(?: (?:of (?:those|these|them) )?(?:works?(?: out)?|fills?|clears?|is available|are available|can be (?:had|found)|goes through))?|otherwise|otherwize|or else|else|alternatively|or alternatively|"
             r"or failing (?:that|which)|(?<!nightly )(?<!daily )(?<!hourly )(?<!weekly )(?<!validated )(?<!off-site )(?<!offsite )(?<!battery )(?<!generator )(?<!data )(?<!tape )(?:as |with )?(?:a |my |our )?(?:fall-?\s?back|back-?up(?! (?:every|each|nightly|daily|hourly|weekly|twice|once|of|cop(?:y|ies)|power|storage|retention|job|system|generator))|second choice|plan b)(?: option| plan)?(?: is| would be| being| to| on|:)?|fall(?:ing)? back (?:to|on)|or instead|"
             r"next best(?: is)?|(?:but )?(?:(?:i|we)(?:'d| would| could| can|'ll)? )?(?:would |could |can )?(?:also )?(?:settle for|make do with|live with|be (?:ok|okay|fine|happy) with)|second best(?: is)?|or,? if (?:not|need be)|in lieu of that|worst case)(?![a-z])"),
    ("else", FALLBACK_CONDITION),
    ("else", rf"{FALLBACK_NAME}(?= ?:)|(?:as|with) (?:an? |my |our |the )?(?:fall-?\s?back|back-?up|second choice|plan b|last resort|stand-?by|substitute|alternative)(?: option| plan| choice)?(?: of)?(?![a-z])"),
    ("else", r"(?:barring|short of|in (?:lieu|default|place|the absence) of|instead of) (?:that|which|those|this|these|it|them)|at a pinch|at a push|if push comes to shove|in (?:a|the) pinch|or at (?:a pinch|worst)(?![a-z])"),
    ("else", KOREAN_FALLBACK),
    ("else", r"(?:불가(?:능)?|실패)시|차선(?:으로는?|책(?:으로는?|은))|대안(?:으로는?|은)|최악의 ?경우(?:에는?|엔)?|최후(?:의 ?수단)?(?:으로는?|에는)|(?:정 )?안 ?되면 ?마지막으로|차순위(?:로는?|는)|마지막 ?(?:대안|수단|선택)(?:으로는?|은)|아님(?:요)?(?! ?(?:[,.)!]|$|\n))"),
    ("else", r"(?<= )>+(?= )|(?:-+>|=+>)(?![^.\n]{0,14}(?:정정|수정|변경|바꿔|바꾸|바꿀))|→(?![^.\n]{0,14}(?:정정|수정|변경|바꿔|바꾸|바꿀))"),
    ("either", r"either(?: of)?(?![a-z])"),
    ("or", r"or(?: else)?(?![a-z])|또는|혹은|이나|(?<=[a-z0-9])나(?= [a-z]{0,3}[0-9])|이든(?:지|가)?|(?<=[가-힣a-z0-9)])든(?:지|가)?(?=[ ,.!~]|$)|(?:이거나|거나)요?|(?:vs\.?|versus)(?![a-z])|\|\|"),
    ("prefer", r"(?:i'?d |we'?d |we |i )?(?:ideally,? )?(?:prefer(?:ably|red|ence)?(?: is| would be|:)?|first choice(?: is|:)?)(?![a-z])"),
    ("and", r"(?:and|but)? ?(?:as well as|along with|together with|in addition to|plus|also|on top of (?:that|this|those|it)|in addition|additionally)(?![a-z])(?: also)?|and(?: also| then)?(?![a-z])|&(?!amp)|\+(?!\s?[0-9]+\s?%)|then(?![a-z])|"
            r"그리고|및|(?:이랑|랑|하고|와|과) (?:같이|함께|더불어)(?= )|이랑|랑|하고|더하기|플러스|와(?=\s)|과(?=\s)|또(?=\s)|추가로|거기에"),
)  # fmt: skip
"""Kind and pattern; the longest match wins."""

FILLED = (
    r"(?:fills?|filled|clears?|cleared|get filled|gets filled|are filled|is filled|are cleared|is cleared|go(?:es)? through|"
    r"execute[sd]?|come(?:s)? through|win(?:s)?|hit(?:s)?|land(?:s)?|succeed(?:s)?|get(?:s)? matched|are matched|is matched|get done|"
    r"gets? accepted|are accepted|is accepted|are secured|is secured|work(?:s)? out|are in|do)"
)
"""What an order does when it is filled."""
OF_THE_MARKET = (
    r" (?:elsewhere|cheaper|dearer|better|worse|later?|earlier|at|under|below|above|over|to (?!us|me))(?![a-z])"
)
"""Behind it: how and for whom, which no link can say."""

CHOICE_NOUN = r"(?:these|the (?:following|below|list|above)|this list|the (?:two|three|four|five|six|options)|options|plans|alternatives|items|following|below)"
SMALL = r"(?:[1-9]|one|two|three|four|five|six)"
CHOICES: tuple[tuple[str, str], ...] = (
    ("range", rf"(?:any |between )?(?P<n>{SMALL}) (?:to|and|-|–) (?P<most>{SMALL}) (?:out )?(?:of|from)(?:(?= ?:)| {CHOICE_NOUN}(?: {SMALL})?)"),
    ("range", r"(?:아래|다음|이|위) ?중(?:에서?)? ?(?P<n>[1-9]) ?(?:~|-|–|에서) ?(?P<most>[1-9]) ?(?:가지|개|건)(?: ?까지)?"),
    ("at_least", rf"(?:any )?(?:at least|a minimum of|minimum|min) (?P<n>{SMALL})(?: or more)? (?:of|out of|from)(?: (?:any )?(?:(?:{CHOICE_NOUN}|them|those)(?: {SMALL})?)?)?"),
    ("up_to", rf"(?:any )?(?:up to|at most|no more than|a maximum of|max(?:imum)?) (?P<n>{SMALL}) (?:of|out of|from)(?: (?:{CHOICE_NOUN}(?: {SMALL})?)?)?"),
    ("exact", rf"(?:(?:choose|pick|select|take|want|give me|i'll take|we'll take|just|exactly|only) )*(?:any|exactly|just|only)? ?(?P<n>{SMALL}) (?:out )?(?:of|from|among|between)(?:(?= ?:)|(?<=any [1-6] of) (?:them|those)|(?<=any two of) (?:them|those)|(?<=any three of) (?:them|those)| {CHOICE_NOUN}(?: {SMALL})?| (?=mon|tue|wed|thu|fri|sat|sun|[0-9]|the ))(?: (?:will|would) do| works| is fine| is enough)?"),
    ("exact", rf"(?:(?:choose|pick|select|take|buy|get (?:me|us)|give (?:me|us)|i'll take|we'll take|just|only|exactly|any) )+(?P<n>{SMALL})(?: of (?:them|these|those|the (?:following|below)))?(?= ?:| ?\n)"),
    ("one", r"(?:we'?ll take |we (?:only |just )?(?:want|need) |i (?:only |just )?(?:want|need) |i'?ll take |take |pick |choose |only |just )+(?:the )?(?:any |only )?(?:one|1)(?: of (?:them|these|those|the two|the three))?(?: (?:option|plan|alternative|leg|night|day))?(?![a-z0-9]|[,.][0-9]| [a-z0-9]+s? ?(?:node|rack|server|h100|a100|b200|gpu))|either one(?: is fine| works| will do)?|either of (?:these|those|them|the following|the two|the below)(?: (?:two|options?|plans?|alternatives?))?(?: (?:works?|will do|would do|would work|is fine|are fine|suits?|is ok(?:ay)?))(?: for (?:us|me))?|whichever (?:(?:one )?(?:is|works out|turns out|comes out|ends up|proves) )?(?:clears|fills|comes|cheaper|cheapest|available|better|easier|sooner|quicker|best)(?: first| to get)?|(?:one|whichever) or the other|not both|just the one|either (?:will do|works|is fine)"),
    ("all", r"(?:all|both) (?:(?:three|four|five|two|legs?|parts?|items?|lots?|of them|orders?|sides?|pieces?) )*(?:(?:are )?(?:or (?:nothing|none|neither|not at all)|needed|required|together or not at all|must fill|at once|are needed|are required|have to fill))|"
            r"all[- ]or[- ](?:nothing|none)|both or (?:nothing|neither|none)|i need both|we need both|need (?:all|both)(?: of them)?|neither without the other|as a (?:package|bundle)|two things needed|(?:all|both) of (?:these|the following|them|those)|"
            r"(?:(?:위|상기|이상)(?:의)? ?)?(?:두|세|네|[2-4]) ?(?:가지|개|건|날|밤|번|쪽|주말|항목)(?:을|를|은|는|이|가)? ?(?:모두|다|전부|일괄(?:로)?)(?: ?필요[가-힣]*)?|둘 ?다|셋 ?다|모두 필요|전부 필요|다 같이|한꺼번에|세트로|패키지로|동시에 (?:체결|다)"),
    ("korean_one", r"(?:이|그|저)? ?(?:(?:아래|다음|위)(?:의)? )?(?:둘|셋|넷|다섯|(?:두|세|네|다섯|[2-9]) ?(?:개|가지|안|옵션|방안|후보|대안|선택지|조합|쪽|경우|건)|이것들|아래|다음|그|위) ?(?:중|가운데)(?:에서?)? ?(?:아무(?:거|것)?나|어느 (?:것|쪽|하나)?)? ?(?:한 가지|한 ?개|하나|1개|하루|한 쪽|한쪽|어느 쪽|아무거나|택일)(?:만|라도|면|로|든)?|중(?:에서?)? ?(?:아무거나 )?(?:하나|한 가지|택일|1개|하루)(?:만|라도|면|로|든)?|택 ?1|둘 중"),
    ("not_all", r"(?:둘|셋|넷|양쪽|모두|전부)(?: ?다)?(?:를|을)? ?(?:(?:동시에 |같이 |한꺼번에 )?[가-힣]{1,7}면|[가-힣]{1,6}는 ?(?:것|거|건)은?|(?:은|는)) ?(?:절대(?:로)? )?(?:안 ?(?:됩니다|돼요|됨|되고요?|되거든요|됩니당|돼)|곤란(?:합|해|함)[가-힣]*|큰일[가-힣 ]{0,4}|(?:필요 ?)?(?:없|싫)[가-힣]*|마세요|말아 ?주[가-힣]*)"),
    ("at_least_one", r"(?:(?:이|위|그|다음|아래) ?)?(?:(?:둘|셋|넷|(?:두|세|네|[2-5]) ?(?:건|개|가지)) ?)?(?:중|가운데)(?:에서?)? ?(?:최소|적어도) ?(?:하나|한 ?(?:건|개|가지|곳|쪽))(?:는|은|라도| ?이상)?|(?:한 ?쪽|하나|한 ?건|한 ?가지)만(?:이라도)? ?(?:잡혀|체결(?:돼|되어)|낙찰(?:돼|되어)|성사(?:돼|되어)|구해져)도 ?(?:ok|오케이|okay|됨|됩니다|돼요|되고요?|좋[가-힣]*|괜찮[가-힣]*|상관 ?없[가-힣]*|무방[가-힣]*)|(?:둘|셋|넷|양쪽|모두|전부)(?: ?다)?(?:가|이)? ?(?:잡혀|체결(?:돼|되어)|낙찰(?:돼|되어)|성사(?:돼|되어)|매수(?:돼|되어)|돼|되어|사|구해져|들어와|이어|여|해|받아)도 ?(?:ok|오케이|okay|됨|됩니다|돼요|되고요?|좋[가-힣]*|괜찮[가-힣]*|상관 ?없[가-힣]*|무방[가-힣]*)"),
    ("korean", r"(?:아래|다음|이것|위)(?:에서|의 ?것 ?중)? ?(?P<b>최소|최대|적어도|아무거나|아무)? ?(?P<n>두|세|네|[2-5]|둘|셋) ?(?P<m>가지|개|곳|건|종)?(?P<e> ?이상| ?이하| ?까지)?(?:만)? ?(?:골라|선택|뽑아|고르)[가-힣]*(?: ?주[가-힣]*)?"),
    ("korean", r"(?:(?:아래|다음|이|위)(?:의)? )?(?:(?:둘|셋|넷|다섯|여섯|(?:두|세|네|다섯|여섯|[2-9]) ?(?:개|가지|안|건|항목)|아래|다음|이) ?)?(?:중|가운데)(?:에서?)? ?(?P<b>최소|최대|적어도|아무거나|아무)? ?(?P<n>두|세|네|[2-5]|둘|셋|한(?= ?(?:건|가지|개|곳|번|밤|날) ?이상)|하나(?= ?이상)|1(?= ?(?:건|가지|개) ?이상)|이틀|사흘|나흘) ?(?P<m>가지|개|곳|건|종|번|밤|날|회)?(?P<e> ?이상| ?이하| ?까지)?(?:만|이면|로도)?(?! ?(?:장|대|개|노드|시간))"),
)  # fmt: skip

CORRECTIONS = (
    r"(?:sorry,? |oops,? |wait,? |no,? |er,? |erm,? |uh,? |hm+,? |actually,? |ah,? )*(?:i mean(?:t)?|make (?:that|it)|scratch that|scrap that(?! [a-z]+(?:[.!?\n]|$))(?=[,.:;—]? ?-? ?[a-z0-9])|correction:?|i meant to say|or rather|rather)(?:,)?(?: to say)?(?: make (?:that|it))?(?![a-z])|"
    r"(?:sorry|oops|whoops|excuse me|pardon(?: me)?|i beg your pardon|no wait|wait,? no|no,? sorry|actually,? no|no,? actually|er+|erm|nope|no no|strike that|my bad)(?:,? (?:no|wait|sorry|actually|make (?:that|it)|i mean))*(?![a-z])|"
    r"(?<=, )no,? wait,?(?![a-z])|(?<=[,;.] )(?:no,|actually,?|wait,?|rather,?|hmm,?|sorry,?|better:?|well,? actually,?|on second thoughts?,?) (?=(?:make it )?(?:on )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|tonight|today|next|this|the [0-9]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* [0-9]))|"
    r"(?<=\.\. )(?:well|hmm+|make that),?(?![a-z])|"
    r"(?:no|wait|actually)(?=,? (?:[0-9$]|it's [0-9]|one |two |three|four |eight|sixteen|make ))"
)
KOREAN_CORRECTION = r"(?:wait|no|sorry|oops|actually)[,.]? ?(?:아+ ?)?아니(?:다|야|요|고|라|에요|죠)?(?=[\s,.]|[0-9])(?! ?면)|(?:→|-+>|=+>)(?=[^.\n]{0,14}(?:정정|수정|변경|바꿔|바꾸|바꿀))|(?:아+ ?)?(?:아니){1,3}(?:다|야|요|고|라|에요|죠|네요?|구나|군요?|지)?(?=[\s,.]|[0-9])(?! ?면)(?:,? ?다시)?|(?:아+[, ]*)?(?:그거|그것|그게|이거|그건) ?(?:말고(?:요)?|아니고(?:요)?|아니라|아닙니다)[,.]?(?= )|(?:잠깐만?요?|잠시만요?|아참)[,.]? (?=[^.!?\n]{1,20}?(?:으로|로) ?(?:할게|하겠|해 ?주|바꿀|바꾸|바꿔|변경|정정|수정|부탁|요))|오타 ?(?:정정|수정):?|오기 ?정정:?|아차|정정(?:합니다|해요|할게요)?:?|수정(?:합니다|할게요):?|실수(?:요|했어요|입니다)?"

REFERENCES: tuple[tuple[str, str], ...] = (
    ("time", r"(?:on |for |at |in |over |during )?(?:the |that |those )?(?:same|that|those|very) (?:very )?(?:(?:days?|dates?|nights?)(?: and|,|/) (?:the )?(?:same )?(?:hours?|times?|slot|window)|time|night|day|days|nights|evening|morning|afternoon|window|slot|hours|period|week|weekend|month|date|dates|times)(?: as (?:well|before|above|that))?(?![a-z])|"
             r"(?:still )?the same (?:night|day|time)|likewise(?: on)?|(?<![a-z])ditto|at the same time|simultaneously|concurrently|이?같은 ?(?:날 ?밤|날 ?저녁|날|시간(?:대)?|때|밤|기간|주|일정)(?:에|으로|도)?|동 ?시간(?:대)?(?:에)?|그 ?(?:날|때|시간|기간)(?:에|도)?|동일 ?(?:시간|기간|일정|일자)(?:대)?(?:에|으로)?|마찬가지로"),
    ("product", r"(?:of )?(?:them|those|these|the same(?: (?:gpus?|cards?|ones?|thing|type|kind))?)(?![a-z])|같은 ?(?:거|것|걸로|사양|스펙|모델|기종)(?:으로)?|그거|그걸로"),
    ("place", r"(?:in )?the same place|there(?![a-z'])|같은 ?곳(?:에서)?|거기(?:서)?"),
)  # fmt: skip

SCOPES: tuple[tuple[str, str], ...] = (
    ("respectively", r"respectively|각각(?: 순서대로)?|순서대로"),
    ("each", r"each(?: of| one| time| way| night| day)?(?![a-z])|apiece|every one|per item|각(?=\s)|씩"),
    ("list", r"(?:for |on |in |of )?(?:all|both)(?: of)?(?: (?:them|these|those|two|three|four|cases|items|lots|legs|options|of them))?(?: (?:for|on|in|at))?(?![a-z])|(?:in )?either (?:way|case)|everything(?: for)?|whichever|둘 ?다|양쪽(?: ?(?:다|모두))?|양일(?: ?(?:다|모두|간))?|모두|전부|다(?=\s)"),
)  # fmt: skip

RANKED = r"pref(?:erence)?|prio(?:rity)?|rank(?:ing|ed)?"
ORDINALS = r"first|1st|top|second|2nd|third|3rd|fourth|4th|next|last"
LABELS = (
    rf"(?:{RANKED}|option|plan|alternative|choice|variant|alt|scenario|bid|package|bundle|route)\s?(?:(?:no\.? ?|number |# ?)(?=[1-9]))?(?:[a-h]|[1-9]|one|two|three|four)\s?(?:\((?=[a-z]*\))|(?=\()|[:).\]-]|—|is(?: for)?(?![a-z])|=)"
    rf"|(?:^|(?<=\n))(?:{RANKED}|option|choice) ?[1-9](?= [0-9])"
    rf"|(?:my |our |the )?(?:{ORDINALS})[ -](?:choice|preference|option|pick|priority|alternative)\s?(?::|is(?: for)?(?![a-z])|=|-(?= )|—)",
    r"(?:leg|part|item|lot|order|line|job|first(?:ly)?|second(?:ly)?|third(?:ly)?|#)\s?(?:[a-h]|[1-9]|one|two|three|four)?\s?(?::|—|\)|,(?= [0-9]))",
    r"(?:[1-9]|[a-h])\s?(?:\)|[.:](?![0-9]))(?=\s*[0-9a-z가-힣])|[가나다라마ㄱ-ㅁ][).](?=\s*[0-9a-z가-힣])|(?:(?<=\n)|^)[1-9]- (?=[0-9a-z가-힣])|(?:(?<=\n)|^)(?:하나|둘|셋|넷) ?[:)] ?",
    r"\((?:[1-9]|[a-h]|i{1,3}|iv|[가나다라마])\)(?=\s*[0-9a-z가-힣])",
    r"[-*•>](?=\s*[0-9a-z가-힣])",
    r"[①-⑳❶-❿]\s?",
    r"(?:제?\s?[1-9]\s?(?:안|번|순위|지망)|우선 ?순위\s?[1-9]|[1-9]\s?(?:차 ?)?희망(?= ?[:은는])|(?:첫|두|세) ?번째 ?(?:안|옵션|희망|선택)|[a-d가나다라]\s?안|(?:건|항목|품목|주문)\s?[1-9](?= ?[:).])|[1-9]\s?(?:건|항목)(?= ?[:)])|(?:옵션|플랜|선택지?|대안|방안|후보)\s?(?:[1-9]|[a-d가나다])|(?:^|(?<=\n)|(?<=[.,] ))안\s?[1-9](?= ?[:.)])|첫 ?번?째|두 ?번째|세 ?번째|첫째|둘째|셋째)\s?(?:은|는|인(?= )|(?<![안])(?:으)?로(?= )|으로는|로는|이고요?|고요?|이며|인데요?|이에요|예요|입니다|:|\)|\.|,)?",
)  # fmt: skip
"""List markers and item names; the first names alternatives, the others parts."""
ALTERNATIVE_LABEL = rf"{RANKED}|(?:my |our |the )?(?:{ORDINALS})[ -]|option|plan|alternative|choice|variant|alt|scenario|bid|route|제?\s?[1-9]\s?(?:안|순위|지망)|우선 ?순위|[1-9]\s?(?:차 ?)?희망|(?:첫|두|세) ?번째 ?(?:안|옵션|희망|선택)|[a-d가나다라]\s?안|옵션|플랜|선택|대안|방안|후보|안\s?[1-9]"
