"""How prices are said: what comes before an amount, the amount's currency, and what comes after."""

from __future__ import annotations

from nlp.lexicon import korean_prices

GAP = r"(?:(?:of|a(?= )(?! (?:dollar|buck))|an(?= )|the|is|are|to|be|was|around|about|roughly|and|on it|for it|for this|here|:|=|,|-(?= ))[ ]*)*"
"""Small words between a price word and its amount."""

MOST = (
    r"(?:(?:i|we|i'd|we'd|i'll|we'll|i'm|we're)?[ ]?(?:can|could|would|will|'d|'ll|am|are)?[ ]?(?:not |never |happily |only |still )?"
    r"(?:prepared to |willing to |happy to |able to |ready to |looking to |don'?t (?:want|wish) to |do not (?:want|wish) to |please |don'?t |do not |wouldn'?t |couldn'?t |shouldn'?t |would not |won'?t |will not |can'?t |cannot |never )*"
    r"(?:pay(?:ing)?|spend(?:ing)?|go(?:ing)?|stretch|bid(?:ding)?|offer(?:ing)?(?= \$|[0-9])|do|commit|manage|afford|exceed(?:ing)?)[ ]?(?:it )?(?:no |not )?(?:as (?:high|much|far) as|up to|un?til(?= [$0-9])|till(?= [$0-9])|beyond|past|over|above|more than|higher than|to|at most|max(?:imum)?|under|below|anything over|anything above|exceed(?:ing)?)?)"
    r"|(?:and |but )?not (?:a|one) (?:single )?(?:red )?(?:cent|penny|dime|dollar|buck) (?:more|over|above|past|beyond|higher)(?: than)?"
    r"|(?:and |but )?never (?:ever )?(?:(?:go|be|pay|spend|bid) )?(?:more|higher|greater) than|(?:and |but )?never (?:over|above|beyond)|at (?:the )?most|up to|no (?:more|higher|greater) than|not (?:more|higher|greater) than|(?:not |never )(?:to )?(?:be )?(?:exceed(?:ing)?|exceeded|surpass(?:ing)?)|tops|nothing (?:over|above|beyond|(?:more|higher|greater|dearer|pricier|costlier|steeper) than)|nowhere above|not (?:over|above|beyond)|under|below|less than|within|cheaper than|<=?|≤"
    r"|(?:price |hard |rate |our |my |bid |upper )*(?:(?<=upper )(?:price|rate|bound|end)|price (?:un)?til(?:l)?|lmt|lim|cap(?:ped)?|ceiling|limit(?:s|ed)?|max(?:imum|imal(?:ly)?|\.)?|top|upper limit)(?: (?:unit )?(?:price|rate|bid|of|at|is|are|to|will be|would be|price of|price is))*|(?:our |my |the )?(?:bid|price|rate|limit price|target|target price|offer|offers)(?: (?:is|of|at|cap|limit|ceiling|target|would be|up to|max|no more than|under|below|will be))*"
    r"|at|@|for|paying|price|px|rate|willing to pay|as (?:high|much) as|only if (?:it'?s |the price is )?(?:under|below|less than|cheaper than)|if (?:it'?s |the price is )?(?:under|below)"
)
LEAST = r"(?:(?:(?:i|we)(?:'d| would)? )?(?:wouldn'?t|won'?t|can'?t|cannot|will not|would not|not) (?:take|accept|go|sell(?: (?:it|them))?|let (?:it|them) go|consider|do)(?: anything)?(?: for)? (?:less than|below|under|lower than|beneath)|at (?:the )?least|(?:(?:price |our |my )?(?:floor|reserve|min(?:imum|\.)?|minimun|bottom line))(?: (?:price|of|at|is|ask|bid|rate))*|no (?:less|lower) than|not (?:less|lower|cheaper|under|below)(?: than)?|nothing (?:under|below|beneath|(?:less|lower|cheaper|smaller) than)|(?:above|over)(?!,)|more than|asking(?: price)?(?: is)?|ask(?:s)?(?: is| of)?|from|starting (?:at|from)|>=?|≥|not below|for no less than|for at least)"
TOTAL_BEFORE = (
    r"(?:(?:our |my |the |a |total |max(?:imum)? |hard |overall |whole |entire |combined |full |with a )*"
    r"(?:budget(?:s|ed)?(?:[- ]wise)?|expenditure|(?:(?<=total )|(?<=overall )|(?<=combined )|(?<=entire )|aggregate )(?:financial )?(?:expenditure|expenses?|charges?|cost|consideration|commitment|amount|fee|fees)|max spend|total spend|spend(?:ing)? (?:limit|cap|no more than|up to|at most|under|max)|spend|total cost|total price|grand total|total|nte|not[- ]to[- ]exceed|overall|all[- ]in|whole (?:thing|lot|order|deal|package)|(?:bill|invoice|cost|tab|order value|order total|envelope|outlay|cheque|purse)(?: for everything| in total)?|everything|altogether|in total|in all|combined|together)"
    r"(?: (?:budget|cap|max(?:imum)?|limit|spend|cost|price|ceiling|of|is|are|at|has to|have to|must|should|needs? to|can|may|will|would|stay|stays|be|come|comes|go|in|under|below|within|over|above|not|no|more|than|beyond|exceed|exceeds|to|up|for everything|approved|available|at most|less|for (?:all )?(?:the |these |those )?(?:two|three|four|five|six|seven)(?: (?:days|nights|evenings|mornings|afternoons|sessions|bookings|reservations|slots|dates|windows|runs|weekends|of them|together|combined))*(?! [a-z]*(?:nodes|gpus|cards|racks|servers|boxes|hours|days|weeks|months|[0-9]))|for all|for both|for this|combined|together|in all|for|the|whole|thing|all|both|cannot|can't|don't|does not|doesn't|mustn't|around|tops out|capped|limited|restricted|kept|held|confined|shall))*)"
)
KOREAN_TOTAL_BEFORE = (
    r"(?:(?:총|전체|합계|합산|도합|다 ?합쳐서?|모두 ?합쳐서?|전부 ?합쳐서?|전부 ?다|둘 ?다 ?합쳐서?|합쳐서?|다 ?해서|통틀어|일괄|최대(?!한) ?)[ ]?)*(?:총액|총예산|총 ?비용|총 ?금액|예산|총|전체|합계|합산|도합|다 ?합쳐서?|모두 ?합쳐서?|전부 ?합쳐서?|전부 ?다|합쳐서?|다 ?해서|통틀어|일괄|비용|"
    + korean_prices.TOTAL
    + r")(?:은|는|이|가|을|로|으로)? ?(?:(?:총|최대|한도|상한|액)(?:은|는|이|가)? ?)?"
)
KOREAN_BEFORE = (
    r"(?:미화|최대(?!한)|최고|상한(?:가|선)?|한도|가격|금액|단가|희망가|입찰가|지정가|리밋|리미트|맥스)(?:은|는|이|가)? ?"
    "|" + korean_prices.MOST_BEFORE
)
KOREAN_LEAST_BEFORE = (
    r"(?:최저 ?(?:판매|매도|희망|임대|대여)?가(?:격)?|최저|최소한?|하한(?:가|선)?|바닥|적어도)(?:은|는|이|가)? ?"
    r"|" + korean_prices.LEAST_BEFORE
)
_A_DAY = (
    r"(?:하루|매일|날마다|1일)[ ]?(?=(?:최대|많아야|약)?[ ]?[$]?[0-9][0-9,.]*[ ]?(?:달러|불|usd)?[ ]?씩)"
    r"|(?<!일 )(?<!일)(?<!늘 )(?<!레 )(?<!피 )(?<!말 )(?<!날 )(?:하루|매일|날마다)[ ]?(?=(?:최대|많아야|약)?[ ]?[$]?[0-9]{2,}[0-9,]*[ ]?(?:달러|불|usd))"
)
"""하루 500불씩, 하루 480불: an amount of each day. Behind a day (토요일 하루 500불) the word is a length."""
KOREAN_UNIT_BEFORE = (
    *korean_prices.UNIT_BEFORE,
    (
        "gpu_hour",
        r"(?:(?:gpu|지피유|카드)[ ]?)?(?:(?:한|1)[ ]?)?(?:gpu|지피유|장|개|카드|대)[ ]?(?:당|에)[ ]?(?:(?:한|1)[ ]?)?시간[ ]?(?:당|에)?(?=[ ]|[$0-9])|(?:gpu|지피유)[ ·*-]?(?:hours?|hrs?|h|아워)[ ]?(?:당|에)|시간당[ ]?(?:gpu|장|개|카드|대)[ ]?당|gpu[ ]?[·*]?시간[ ]?당|(?:gpu|장|개|카드|대)/시간",
    ),
    (
        "node_hour",
        r"(?:노드|서버|박스)[ ]?당[ ]?(?:한 ?)?시간[ ]?(?:당|에)?|시간당[ ]?(?:노드|서버)[ ]?당|노드시간[ ]?당",
    ),
    ("rack_hour", r"랙[ ]?당[ ]?시간[ ]?(?:당|에)?"),
    (
        "node_day",
        r"(?:노드|서버)[ ]?(?:(?:한|1)[ ]?(?:대|개)|하나)?[ ]?(?:당|에)[ ]?(?:하루|일|1일)[ ]?(?:당|에)?|하루(?:에)?[ ]?(?:노드|서버)[ ]?(?:당|(?:한[ ]?대|하나)에)",
    ),
    (
        "gpu_day",
        r"(?:(?:gpu|지피유|카드)[ ]?)?(?:(?:한|1)[ ]?)?(?:gpu|지피유|장|개|카드|대)[ ]?(?:당|에)[ ]?(?:하루|일|1일)[ ]?(?:당|에)?(?=[ ]|[$0-9])|하루(?:에)?[ ]?(?:(?:gpu|지피유|장|카드)[ ]?당|(?:gpu )?(?:한|1)[ ]?장에)",
    ),
    (
        "window",
        (
            r"(?:[월화수목금토일]요일|주말|하룻밤|밤|저녁|평일|매일|회)[ ]?(?:마다|당)[ ]?(?=최대|한도|예산|총|[$0-9])"
            r"|(?:하룻밤|1 ?박|매회|1회|회당)(?:에|당|의)?[ ]?(?=(?:예산|한도|상한|총액|비용|최대 ?예산))"
            r"|(?:하룻밤|한 ?밤|1 ?박)(?:에|당)?[ ]?(?=(?:최대 ?|많아야 ?|총 ?)?(?:[$]|[0-9]+[ ]?(?:달러|불|usd|만)))"
        ),
    ),
    ("window", korean_prices.OF_EACH_TIME),
    (
        "day_total",
        (
            r"(?:하루|일일|1일|매일|날마다)(?:에|당|의)?[ ]?(?=(?:예산|한도|총액|비용|최대 ?예산))|(?<![가-힣0-9])일[ ]?(?=예산)"
            r"|(?:하루|일일|1일|매일)(?:에|당)?[ ]?(?=(?:최대 ?|많아야 ?)?[$]?[0-9][0-9,.]*[ ]?(?:달러|불|usd)?[ ]?(?:까지|이내|내|한도)?(?:로|만|는|은)?[ ]?(?:쓸|쓰|씁|써|사용|지출|집행))"
        ),
    ),
    ("hour", r"(?:한 ?|1 ?)?시간[ ]?(?:당|에)"),
    ("day", rf"(?:하루|1일)[ ]?(?:당|에)|일당|{_A_DAY}"),
    ("token", r"토큰[ ]?당"),
    ("gpu", r"(?:gpu|장|카드|개|대)[ ]?당|한 장에"),
    ("node", r"(?:노드|서버)[ ]?당"),
)
UNIT_BEFORE = (
    ("day_total", r"(?:(?:our|the|my|an?|max(?:imum)?|hard) )*(?:daily|per[- ]day)[ ](?=(?:max(?:imum)? )?(?:budget|spend|spending|cap|limit|max|total|cost|ceiling))"),
    ("window", r"(?:(?:our|the|my|an?|max(?:imum)?|hard) )*(?:nightly|per[- ]night)[ ](?=(?:max(?:imum)? )?(?:budget|spend|spending|cap|limit|max|total|cost|ceiling))"),
    ("month", r"(?:(?:our|the|my|an?|max(?:imum)?|hard) )*(?:weekly|monthly|annual|yearly|quarterly|per[- ](?:week|month))[ ](?=(?:max(?:imum)? )?(?:budget|spend|spending|cap|limit|max|total|cost|ceiling))"),
)  # fmt: skip
"""Units that English puts before the price word: "daily budget $100"."""
UNIT_NOTE = (
    r"(?:all |the |both |my |our |these |those |with |where )*(?:(?:prices?|rates?|limits?|caps?|bids?|figures|amounts|numbers|quotes?)(?: (?:above|below|here|all|both))*(?: (?:are|is|being|quoted|given|stated|shown|meant|expressed|in|as|to be))*(?: (?:in )?(?:usd|us dollars|dollars|\$))? ?|(?:in )?(?:usd|us dollars|dollars) )"
    r"(?:[,:] ?)?(?P<unit>(?:per|/|by the|a) ?(?:gpu|card|node|server)(?:[- /]?(?:hours?|hrs?|h)| per hour| and hour| an hour))(?![a-z])(?=[ ]?[.,;:)!\n]|$)"
    r"|(?<![a-z])all (?P<all>(?:per|/) ?(?:gpu|card|node|server)[- /]?(?:hours?|hrs?|h))(?![a-z])(?=[ ]?[.,;:)!\n]|$)"
    r"|(?:(?<=[a-z0-9] )|(?<=[,;:(] )|(?<=\())(?:both |each |all )?(?P<apart>(?:per|/) ?(?:gpu|card|node|server)(?:[- /]?(?:hours?|hrs?|h)| per hour| and hour))(?=[ ]?[.,;:)!\n]|$)"
    r"|(?:가격|단가|금액|한도|호가)(?:은|는|이|가)? ?(?:모두 |전부 |다 )?(?P<ko>(?:gpu|장|카드|노드) ?(?:당 ?)?시간 ?당|시간당 ?(?:gpu|장|노드) ?당)(?: ?(?:기준|입니다|이에요|가격|금액)[가-힣]*)?(?=[ ]?[.,;)\n]|$)"
)
"""A remark that gives every price its unit: "all prices per GPU-hour"."""
_FOREIGN = (
    ("EUR", "eur", r"€", r"euros?|유로"), ("GBP", "gbp", r"£", r"(?:british )?pounds?|quid|(?:pounds )?sterling|파운드|pence(?![a-z])|p(?![a-z/.0-9]| m(?![a-z]))"),
    ("KRW", "krw", r"₩", r"won|원"), ("JPY", "jpy", r"¥", r"(?:japanese )?yen|엔(?!드|진|터|트|지|비|솔)"), ("CNY", "cny|rmb|cnh", r"cn¥", r"(?:chinese )?yuan|renminbi|위안"),
    ("CHF", "chf|sfr", r"fr\.(?=[ ]?[0-9]+\.[0-9]{2} (?:per|an?|/))", r"(?:swiss )?francs?|(?:schweizer )?franken|fr\.(?= per| an| /)"), ("INR", "inr", r"₹|rs\.?(?=[ ]?[0-9])", r"(?:indian )?rupees?"),
    ("AUD", "aud", r"au?\$", r"(?:australian|aussie) dollars?"), ("CAD", "cad", r"ca?\$|can\$", r"canadian dollars?"), ("NZD", "nzd", r"nz\$", r"(?:new zealand|nz|kiwi) dollars?"),
    ("SGD", "sgd", r"sg?\$", r"(?:singapore(?:an)?|sing) dollars?"), ("HKD", "hkd", r"hk\$", r"(?:hong kong|hk) dollars?"), ("TWD", "twd|ntd", r"nt\$", r"(?:new )?taiwan(?:ese)? dollars?"),
    ("BTC", "btc|xbt", r"₿", r"bitcoins?"), ("ETH", "eth", r"Ξ", r"ether(?:eum)?"), ("USDC", "usd[ct]", r"₮", r"tether"), ("AED", "aed", r"dhs?\.?(?=[ ]?[0-9])", r"(?:uae |emirati )?dirhams?|dhs?"),
    ("BRL", "brl", r"r\$", r"reais|real"), ("ZAR", "zar", r"zar", r"(?:south african )?rands?"), ("MXN", "mxn", r"mx\$", r"(?:mexican )?pesos?"), ("PLN", "pln", r"zł", r"zlot(?:y|ys|ych)|złot(?:y|ych)|zł"),
    ("SEK", "sek|nok|dkk|isk", r"kr\.?(?=[ ]?[0-9])", r"(?:swedish |norwegian |danish )?kron(?:a|or|er|e|ur)|kr"), ("THB", "thb", r"฿", r"baht"), ("MYR", "myr", r"rm(?=[0-9])", r"ringgit"),
    ("IDR", "idr", r"rp\.?(?=[ ]?[0-9])", r"rupiah"), ("PHP", "php", r"₱", r"philippine pesos?"), ("VND", "vnd", r"₫", r"dong"), ("ILS", "ils|nis", r"₪", r"shekels?|sheqels?"), ("TRY", "tl", r"₺", r"(?:turkish )?liras?"),
    ("SAR", "sar|qar|omr", r"﷼", r"(?:saudi |qatari )?ri[ya]als?"), ("CZK", "czk", r"kč", r"(?:czech )?korun[ay]?"), ("HUF", "huf", r"ft\.?(?=[ ]?[0-9])", r"forints?"), ("RUB", "rub", r"₽", r"ro?ubles?"), ("NGN", "ngn", r"₦", r"naira"),
    ("PKR", "pkr|lkr|npr", r"pkr", r"(?:pakistani|sri lankan) rupees?"), ("RON", "ron", r"ron", r"lei"), ("UAH", "uah", r"₴", r"hryvnias?"), ("KWD", "kwd|bhd", r"kwd", r"(?:kuwaiti )?dinars?"),
)  # fmt: skip
"""Money that is no US dollar: name, code, sign before an amount, words behind one."""
CURRENCIES = (
    ("USD", r"u\.?s\.?[ ]?\$|usd|dollars?|bucks?|불|달러|딸라|\$"),
    *((name, rf"{code}|{sign}|{said}") for name, code, sign, said in _FOREIGN),
)
PREFIX_SIGNS = r"(?P<usd>u\.?s\.?d?[ ]?\$|\$|usd[ ]?\$?)|" + "|".join(
    rf"(?P<{name}>{sign}|(?:{code})\.?(?=[ ]?[0-9]))" for name, code, sign, _ in _FOREIGN
)
CENTS = r"[ ]?(?:cents?|¢|c(?![a-z0-9])|센트)"

_HOUR = r"(?:hours?|hrs?|hr|h)(?![a-z0-9])"
_GPU = r"(?:gpus?|cards?|chips?|accelerators?|units?|pieces?|gpu)"
_PER = r"(?:[ ]?(?:/|per|pr(?=[ ](?:gpu|card|hour|hr|node))|by|and(?: per| by)?(?=[ ]h)|an?(?=[ ])|(?:for )?(?:the|one)(?=[ ])|each|for each|for every|every|x|p(?=[/ ])|·|-|,)[ ]?)"
_NODE = r"(?:nodes?|servers?|box(?:es)?|machines?)"
SUFFIX_UNITS = (
    ("gpu_hour", korean_prices.UNIT_AFTER),
    ("gpu_hour", rf"{_PER}(?:PRODUCT|{_GPU})(?:[ ]?[-/·.]?[ ]?|{_PER}){_HOUR}|{_PER}{_HOUR}{_PER}(?:PRODUCT|{_GPU})(?![a-z])| for (?:one|each|an?|1|every) (?:{_GPU}|PRODUCT),?(?:[ -]|{_PER}){_HOUR}|{_PER}?[ ]?gpu[ -]?h(?:r|our)?s?(?![a-z])|[ ]?/[ ]?gpuh|[ ]?(?:GPU|gpu) hourly|{_PER}(?:PRODUCT|{_GPU}) hourly| hourly{_PER}{_GPU}"),
    ("node_hour", rf"{_PER}{_NODE}(?:[ ]?[-/·]?[ ]?|{_PER}){_HOUR}|{_PER}{_HOUR}{_PER}{_NODE}(?![a-z])|{_PER}{_HOUR} for (?:the|each|a|every)(?: whole| full| entire)? {_NODE}(?![a-z])"),
    ("rack_hour", rf"{_PER}racks?(?:[ ]?[-/·]?[ ]?|{_PER}){_HOUR}|{_PER}{_HOUR}{_PER}rack(?![a-z])"),
    ("gpu_day", rf"{_PER}(?:PRODUCT|{_GPU})(?:[ ]?[-/·]?[ ]?|{_PER})days?(?![a-z])|{_PER}day{_PER}(?:PRODUCT|{_GPU})(?![a-z])"),
    ("node_day", rf"{_PER}{_NODE}(?:[ ]?[-/·]?[ ]?|{_PER})days?(?![a-z])|{_PER}day{_PER}{_NODE}(?![a-z])"),
    ("rack_day", rf"{_PER}racks?(?:[ ]?[-/·]?[ ]?|{_PER})days?(?![a-z])|{_PER}day{_PER}rack(?![a-z])"),
    ("token", r"(?:[ ]?/|[ ](?:per|an?|each)[ ]?)[ ]?tokens?(?![a-z])|[ ]?토큰[ ]?당"),
    ("window", r"(?:[ ]?/|[ ](?:per|an?|each|every|for each|on each))[ ]?(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?![a-z])|(?:[ ]?/|[ ](?:per|an?|each|every|for each|on each))[ ]?(?:nights?|weekends?|evenings?|mornings?|afternoons?|weeknights?|weekdays?|sessions?|windows?|occurrences?|slots?|bookings?|reservations?)(?![a-z])|[ ]nightly(?![a-z])"),
    ("hour", rf"(?:[ ]?/|[ ](?:per|an?|each|every|one|the))[ ]?(?:1[ ]?)?{_HOUR}|[ ]?p/?h(?![a-z])|[ ]?hourly|[ ]?ph(?![a-z])"),
    ("day", r"(?:[ ]?/|[ ](?:per|an?|each|every))[ ]?days?(?![a-z])|[ ]?daily"),
    ("gpu", rf"(?:[ ]?/[ ]?|[ ](?:per|an?|each|every)[ ])(?:PRODUCT|{_GPU})(?![a-z])"),
    ("node", rf"(?:[ ]?/|[ ](?:per|an?|each|every))[ ]?{_NODE}(?![a-z])"),
    ("month", r"(?:[ ]?/|[ ](?:per|an?|each|every))[ ]?(?:mo(?:nth)?|week|wk|year|yr|minute|min|second|sec)s?(?![a-z])|[ ]?(?:monthly|weekly)"),
    ("each", r"[ ]?(?:each|apiece|a piece|a pop)(?![a-z])(?! (?:night|day|time|leg|option))| for each(?: one| of (?:them|these|those|the two))?(?= ?(?:[.,;)!\n]|$))|[ ]?씩(?![가-힣])"),
    ("other", r"[ ](?:(?:for|on|to|from) (?:each|every)|per) (?!of(?![a-z])|one(?![a-z])|(?:our|the|my|your|this|that|its|item|option|lot|leg|order)(?![a-z]))[a-z]+(?![a-z])"),
)  # fmt: skip
SUFFIX_TOTAL = (
    r"(?:,?[ ]?(?:in |as a |as the |as our )?(?:max(?:imum)? )?(?:grand |combined |hard |absolute |overall )?(?:total|all[- ]inclusive|all[- ]in|altogether|overall|all told|in all|all up|combined|all together|budget|max spend|flat|lump sum|nte)(?: (?:max(?:imum)?|cap|limit|budget|spend|for (?:it|this|that|everything|both|all|the (?:lot|whole lot|whole thing|bundle|pair|two|order|job))|between them|to spend(?: on (?:it|this|that))?|at most|at the most|either way|available|tops))*(?![a-z])(?! ?(?:under|below|of|cap|must|not|at most|max|up to|no more|within|should|has|cannot|can|is |\$|<|[0-9]|usd|budget|spend))"
    r"|,?[ ]?for (?:the (?:whole|entire|full|complete)(?: (?:thing|lot|order|job|deal|package|bundle|period|run|week|weekend|month|block|night))?|the (?:lot|bundle|package|pair|job)|everything|it all|all (?:of (?:it|them|this)|that|this|three|two)|both(?: of them)?(?: together)?|all of it|the two together|the order|this order)(?: (?:combined|together|in total))?(?![a-z])"
    r"|[ ]?to spend(?: on (?:it|this|that))?(?![a-z])|[ ]?(?:budget(?:ed)?|in the (?:budget|kitty)|of budget|to work with|to play with)(?![a-z])"
    r"|[ ]?예산(?: ?한도)?(?:입니다|이에요|내|안에서|으로)?|[ ]?(?:총액|합계)(?:으로)?)"
)
_NO_COUNT = r"(?! (?:of )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|sixteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a (?:node|rack|dozen|hundred)|nodes?|racks?|gpus?|fills?|clips?|lots?|size|qty|quantity|order|tranche|block)(?![a-z]))"
"""What is bound is a count, where one follows."""
SUFFIX_BOUNDS = (
    ("most", korean_prices.MOST_AFTER),
    ("least", korean_prices.LEAST_AFTER),
    (
        "most",
        r",?[ ]?(?:at (?:the )?(?:very )?most|max(?:imum|\.)?(?: (?:price|bid))?(?! [0-9$])|tops|or (?:less|lower|under|below|cheaper|better)|(?:is |as |would be |will be |being |'s )?(?:the |our |my |a )?(?:(?:hard|absolute) )?(?:cap|lmt|lim|limit|ceiling|max)(?! [0-9$])|and (?:no (?:more|higher)|not (?:a cent )?more)|(?:would be |is )?(?:the most|as high as)(?: (?:i|we)(?:'d|'ll| can| will| would)? ?(?:pay|go|do))?|no more(?! than)|is (?:my|our) (?:max|limit|cap|ceiling))(?![a-z]| ?[$0-9])"
        + _NO_COUNT,
    ),
    (
        "least",
        r",?[ ]?(?:or (?:more|higher|above|up|better|best)|min(?:imum|\.)?(?! [0-9$])|(?:is |as )?(?:the |our |my |a )?(?:floor|reserve|asking price|minimum)|at (?:the )?least|and up|minimun|upwards?|or nothing)(?![a-z]| ?[$0-9])"
        + _NO_COUNT,
    ),
    (
        "most",
        r"(?:은|는|을|를)? ?안 ?(?:넘게|넘기게|넘도록|넘는 ?선에서)(?:요|끔요?)?|[ ]?(?:위|이상|초과|넘게|넘는 ?(?:건|것|거))(?:으로|로|론)?(?:는|은)? ?(?:절대(?:로)? |죽어도 )?(?:(?:안|못) ?(?:감|가|갑|삼|사|삽|내|냅|낼|냄|줘|줍|드|써|씀|쓰|돼|됩|됨|되|지불|지급|올|구매)|곤란|불가|무리(?!하))[가-힣]*",
    ),
    (
        "least",
        r"[ ]?(?:밑|아래|이하|미만)(?:으로|로|론)?(?:는|은)? ?(?:절대(?:로)? |죽어도 )?(?:(?:안|못) ?(?=팔|팜|팝|판|내놓|내놔|내놉|넘기|넘겨|넘깁|양도|처분|임대|대여|매도|빌려)|(?:안|못) ?(?:줘|줍|드려|드립|드림|받|내려|내립|깎|돼|됩|됨|되[고거는])[가-힣]*|곤란[가-힣]*|불가[가-힣]*)",
    ),
    (
        "most",
        r"(?:[ ]?(?:(?:이|가)?[ ]?상한(?:선|가)?|이하|이내|까지|미만|밑|안쪽|안(?! ?(?:되|돼|됨|됩|될|팔|팜|팝))|선|정도|한도|아래|[를을]? ?넘지|를? ?넘기지(?:만)?|을? ?넘기지(?:만)?|를? ?넘으면|을? ?넘으면|[를을]? ?초과하지|[를을]? ?초과 ?(?:불가|금지|불허|안 ?됨|안 ?돼|안 ?됩|하면 ?안|해서는 ?안|시 ?불가|없이)[가-힣]*|[를을]? ?(?:넘으면|넘기면|넘어서는|넘어선) ?안(?: ?(?:돼|됩|됨)[가-힣]*)?|[을를]? ?초과할 수 없|[을를]? ?초과해선 안|[을를]? ?넘을 수 없|맥스|max|컷|최대)(?:로만|로|만|에서|으로|면|가|는|도)?(?: ?(?:가능|괜찮|안|됩니다|돼요|되고|됨|지불|생각|낼|않으면|않게|않는|않아야|않도록|않았으면|말아|마세요|않고|부탁|해|원|희망|주)[가-힣]*)*(?: ?(?:돼요|됩니다|되고|사요|삽니다|요|해요|합니다|있어요|있습니다))*)+",
    ),
    (
        "least",
        r"(?:[ ]?(?:이상|부터|위로|초과)(?:이면|으로|만|은|로)?(?: ?(?:가능|괜찮|됩니다|돼요|되면|받|원|희망)[가-힣]*)*)+",
    ),
)
KOREAN_AFTER = r"(?:입니다|입니당|이에용|에용|이용|이욤|임다|임당|염|욤|용|이에요|예요|이요|으로|로|에|은|는|이|가|을|를|만|도|요|씩|면|이면|어치|뿐)*"
TOTAL_WORDS = r"(?:(?:in total|total|all in|all-in|altogether|for everything|everything|for the whole (?:thing|lot)|whole thing|for the lot|overall|combined|budget(?!'s)(?:-wise)?|to spend|max spend|spend)(?![a-z])|총(?!회|장|무|괄|선|리|평|학)|예산|합쳐서?|전체|총액|통틀어|다 해서)"
"""Anywhere near an amount without a unit, these make it a total."""
