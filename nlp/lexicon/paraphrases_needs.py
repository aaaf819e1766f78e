"""Turns of phrase for what is required of a lot: places, one region, uptime, pre-emption, interconnects, forms, memory, tags."""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, START

_OK = r"(?:ok(?:ay)?|fine|good|great|welcome|allowed|accepted|acceptable|possible|permitted|no problem|will do|works?)"
_TAG = r"(?:hipaa|hippa|soc ?-?2|iso ?-?/?(?:iec )?27001|(?:100 ?% )?renewables?|green (?:energy|power|electricity)|clean (?:energy|power))(?![a-z0-9])"
_PLACE_NOUN = r"(?:facilit(?:y|ies)|sites?|data ?cent(?:er|re)s?|dcs?|locations?|environments?|infrastructure|host(?:ing)?|venues?|buildings?|regions?)"
_MUST = r"(?:(?:must|ha(?:s|ve) to|needs? to|should|shall|is to|are to|will need to)(?: all| both| always)?|needs|need|requires?)"
_GOODS = r"(?:it|they|these|those|this|all|everything|the (?:gpus|nodes|cards|servers|machines|capacity|hardware|workload|job|data|instances|boxes))"
_WHERE = r"(?:in|from|at|within|inside|out of|on)"
_STAY = r"(?:be (?:in fact )?(?:served|hosted|located|housed|situated|sited|kept|placed|provided|delivered|run|physically|based|stored|processed)|stay|sit|reside|remain|live|run|stand|be)(?: (?:physically|located|only|entirely|strictly))*"
_BEING = r"(?:pre-?empted|interrupted|evicted|bumped|reclaimed|revoked|killed|kicked off|pre-?empted or interrupted)"
_DATA = r"(?:(?:(?:training|patient|customer|client|user|personal|medical|health|model|source|raw|tax|bank(?:ing)?|student|company|government) )?(?:data|datasets?|records|footage|images|scans|files|weights|models?|recordings?|material|content|corpus|documents?|information|checkpoints?|assets|plates|video|workloads?|code|jobs?))"
_MAY_NOT = r"(?:(?:is|are)(?: not|n't) (?:allowed|permitted|supposed|meant|authori[sz]ed|cleared)(?: to(?= ))?|(?:(?:must|may|can|should|shall|could|will|would)(?: not|n't|not)|can't|won't|cant|wont)(?: ever)?(?: let (?:it|them|us|data|anything))?|(?:must|may|can|should|shall|will) never|(?:is|are) (?:forbidden|prohibited|barred|banned) (?:to|from)(?: ever)?)"
_SPOT = r"(?:(?:occasional |some |any )?(?:spot(?:[- ](?:instances?|capacity|pricing|vms?|gpus))?|pre-?empti(?:ons?|bles?|bility|ble (?:capacity|instances?))|interrupti(?:ons?|bles?|bility|ble (?:capacity|instances?))|evictions?|revocations?)(?:(?: or | and |/)(?:spot|pre-?empti(?:on|ons|ble)|interrupti(?:ons|ble)|evictions?))?)"
_CREW = r"(?:(?:the|our|my) (?:[a-z-]+ )?(?:folks|team|guys|people|lot|crew|jobs?|runs?|scripts?|trainer|pipeline|workload|model|lab|students?|scientists|researchers|engineers|code|stack|scheduler|framework))"
_QUITE = r"(?:(?:totally|perfectly|completely|absolutely|entirely|also|quite|just|certainly|very|all) )?"
_NO_END = r"(?= ?(?:[.,;:!?)\n—]|$| - | (?:for|in|on|at|please|from|but|and|we|i)(?![a-z])))"
_IB = r"(?P<net>infiniband|ib|nvlink|roce)(?![a-z0-9])"

NEEDS: tuple[tuple[str, str, str], ...] = (
    # Places.
    ("europe union|european union", r"(?<![a-z])(?:the )?europe(?:an)? union(?![a-z])", "the eu"),
    (
        "eu ",
        r"(?<![a-z])(?:on |in |an )*(?:an |the )?eu (?:soil|countr(?:y|ies)|member states?|territory|states?|regions|jurisdictions?|zone)(?![a-z])",
        "in the eu",
    ),
    (
        "region|location|site",
        rf"{START}(?:the |our )?(?:region|location|site|place|zone|area) ?[:=]? ?(?:is )?not (?:in )?(?P<place>PLACE)(?![a-z])",
        "not in {place}",
    ),
    (
        "exclud|not region|blacklist|ban|bar |skip|without|exception|none|isn't|is not|not from|not at|don't|do not|can't|cannot|shouldn't|should not|mustn't|out",
        r"(?<![a-z])(?:(?:please )?(?:exclud(?:e|ed|ing)|not) (?:regions?|locations?|sites?|places?) ?[:=]? ?|(?:with )?the exception of |(?:please )?(?:blacklist|ban|bar|veto|block out|skip|exclude) (?:the )?|none in |any ?where that(?:'s not| isn't| is not)(?: in)? |not (?:from|at) |(?:please )?(?:do not|don't|can't|cannot|we can't|we cannot|never) (?:use|host(?: it| them)? in|go to|put (?:it|them) in) |(?:it |they )?(?:shouldn't|mustn't|can't|cannot|should not|must not|may not) be (?:hosted |located |served |placed |based |run )?(?:in|from|at) )(?P<place>PLACE)(?![a-z])(?! (?:time|office|team))",
        "not in {place}",
    ),
    (
        "is out|'s out|are out",
        rf"{START}(?:but |and )?(?P<place>PLACE)(?:'s| is| are) (?:out|off the list|a hard no|excluded)(?: for us)?{END}",
        "not in {place}",
    ),
    (
        "nowhere but|outside|nowhere else",
        rf"{START}(?:but )?(?:nowhere but(?: in)?|(?:nothing|not|nowhere|never|none) outside(?: of)?) (?:the )?(?P<place>PLACE)(?![a-z])",
        "only in {place}",
    ),
    (
        "nowhere else",
        r"(?<![a-z])(?:in |only |from )?(?P<place>PLACE)(?:,| and|, and|, but)? nowhere else(?![a-z])",
        "in {place}",
    ),
    (
        "region =|location =|site =|place =|zone =|site |dc |geo",
        rf"{START}(?:region|location|site|place|zone|dc|geo|geography)(?: ?=| ?:| is| has to be| must be| should be)? (?P<place>PLACE)(?![a-z])(?= ?(?:[.,;!)\n]|$| only| please))",
        "in {place}",
    ),
    (
        "region|location|site",
        rf"{START}(?:the |our )?(?:region|location|site|place|zone) (?:is|has to be|must be|should be|needs to be)(?: in)? (?P<place>PLACE)(?![a-z])",
        "in {place}",
    ),
    (
        "must|has to|have to|need|should|shall",
        rf"(?:(?:and |but )?(?:(?:the|all|our) )?(?:(?:training |patient |customer )?data|{_PLACE_NOUN}) |(?:and |but )?{_GOODS} |(?<![a-z]))(?<!not )(?:must|ha(?:s|ve) to|needs? to|should|shall|is to|are to) {_STAY} (?P<w>{_WHERE} )(?:the |an? )?(?P<place>PLACE)(?![a-z])",
        "in {place}",
    ),
    (
        "served|operated|provided|delivered|supplied|run |reside|hosted",
        r"(?<![a-z])(?<!not )(?<!n't )(?<!not be )(?<!n't be )(?<!never )(?:(?:to be )?(?:served|provided|delivered|supplied|hosted|processed|run)) (?:from|in|out of|at|within) (?:the )?(?P<place>PLACE)(?![a-z])",
        "in {place}",
    ),
    (
        "strictly|specifically|exclusively|geographically|restricted|confined|limited to|any site|physically|solely",
        r"(?<![a-z])(?:strictly|specifically|exclusively|solely|geographically|physically|restricted to|confined to|limited to|bound to|any site in|any location in)(?: in| within)? (?:the )?(?P<place>PLACE)(?![a-z])",
        "only in {place}",
    ),
    (
        "leav|outside|out of|beyond|cross|exit|go to",
        rf"(?:(?:and |but |so )?(?:(?:the|our|all|any|their|this|that|its) )?{_DATA} |(?:and |but |so )?{_GOODS} |{START}(?:and |but |so )?(?=(?:must|may|can|shall|should)(?: ?not|n't)? (?:ever )?leave )|(?<![a-z])(?:legal|the law|compliance|our (?:lawyers|dpo|auditors?)|policy|the (?:contract|regulator|board)) )(?:{_MAY_NOT}(?: be)?(?: (?:leave|exit|cross(?: out of)?)| (?:go|travel|move|be|run|sit|be (?:moved|stored|processed|hosted|kept|held|served))? ?(?:outside|out of|beyond)(?: of)?)|(?:is|are) to (?:never|not) leave|never (?:leaves?|goes outside))(?: the borders of)? (?:the )?(?P<place>PLACE)(?:'s borders)?(?![a-z])",
        "only in {place}",
    ),
    (
        "use|process|run|host|in |allowed|permitted|not |n't ",
        rf"(?<![a-z])(?:(?:we|i)(?:'re| are|'m| am)? (?:not allowed to|not permitted to|forbidden to|forbidden from|barred from|banned from|may not|must not|mustn't)(?: (?:use|us(?:e|ing)|run(?:ning)?|host(?:ing)?|process(?:ing)?|be|store|storing|operate|operating|work|buy|buying))(?: (?:data|it|anything|them|this))?(?: (?:in|from|at))?|(?:(?:the|our|all|any|this) )?{_DATA} {_MAY_NOT}(?: (?:be|sit|live|run|go|be (?:stored|processed|hosted|kept|held)))? (?:in|into|to|inside)) (?:the )?(?P<place>PLACE)(?![a-z])",
        "not in {place}",
    ),
    # The same region.
    (
        "region|site|location|cluster|place|dc|data",
        rf"(?:{START}(?:and |but )?(?:(?:all|both|everything|it all|all of (?:it|them)|they|it|these) )?(?:(?:must|should|ha(?:s|ve) to|needs? to) )?(?:shar(?:e|ing)|be in|be from) (?:a|one|the same|a single) (?:region|site|location|cluster|data ?cent(?:er|re)|facility){END}|{START}(?:please )?(?:do not|don't|not|no|never|without)(?: to be| being)? (?:split(?:ting)?|spread(?:ing)?|distribut(?:e|ed|ing)|scatter(?:ed|ing)?)(?: (?:it|them|this|the (?:order|lots|gpus)))?(?: (?:out|up))? (?:across|over|between|among)(?: (?:several|multiple|different|many|more than one|two))? (?:regions?|sites?|locations?|data ?cent(?:er|re)s?){END}|{START}(?:the )?(?:regions?|sites?|locations?) (?:must|should|ha(?:s|ve) to|needs? to) (?:be (?:the same|identical)|match|coincide){END}|{START}no (?:cross|multi|inter)[- ]?(?:region|site)(?: (?:split|traffic|splits))?{END}|{START}(?:same|single|one)-(?:region|site|location)(?: only)?{END})",
        "in the same region",
    ),
    (
        "region|site|location|cluster|dc|data|facility",
        rf"(?:{START}|(?<= ))(?:please )?(?:(?:located|hosted|served|housed|placed|provided|sited|run|kept) |keep (?:them|it|everything|both|all|these)(?: all| both)? |everything |all of (?:it|them) )(?:all |both )?(?:together )?(?:in|at|from|within) (?:one|a single|the same)(?: and the same)? (?:region|site|location|cluster|data ?cent(?:er|re)|dc|facility)(?![a-z])",
        "in the same region",
    ),
    (
        "place",
        rf"{START}(?:(?:but |and )?(?:must be |have to be |keep them |keep it )?(?:all|both|everything)(?: of (?:it|them))? (?:in|at) (?:one|a single|the same) place){END}",
        "in the same region",
    ),
    # Uptime.
    (
        "percent|pct|per cent",
        r"(?P<v>99(?:\.9{1,3})?) ?(?:percent|pct|per cent)(?= ?(?:uptime|availab|sla|reliab|or |minimum|guarant|service|[.,;!)\n]|$))",
        "{v}%",
    ),
    ("-nine", r"(?P<v>two|three|four|five)-nines?(?![a-z])", "{v} nines"),
    ("nines of", r"nines of (?P<u>uptime|availability|reliability)", "nines {u}"),
    (
        "service level|service-level",
        r"(?P<v>(?:99(?:\.9{1,3})? ?%|(?:two|three|four|five) nines)) service[ -]level(?: agreement)?|(?<![a-z])service[ -]level(?: agreement)?(?: of|:)? (?P<v>99(?:\.9{1,3})? ?%|(?:two|three|four|five) nines)",
        "{v} uptime",
    ),
    (
        "guarantee",
        r"(?P<v>(?:99(?:\.9{1,3})? ?%|(?:two|three|four|five) nines)) (?:guaranteed|minimum|min) (?P<u>uptime|availability|sla)",
        "{v} {u}",
    ),
    (
        "guarantee",
        r"(?<![a-z])guaranteed (?=(?:99(?:\.9{1,3})? ?%|(?:two|three|four|five) nines)(?: (?:uptime|availability|sla)))",
        "",
    ),
    (
        "uptime|availab|service|reliab|sla",
        r"(?<![a-z])(?:the |with |an? |required |min(?:imum)? |guaranteed )*(?:uptime|availability|service[ -]level(?: agreement)?|reliability|sla)(?: (?:target|requirement|should be|shall be|must be|needs to be|has to be|is to be|to be|is|must not be|should not be|not|guarantee|level|of|no|less than|lower than|below|under|worse than|at least|minimum|=|:|>=|≥))+ (?=99(?:\.9)?|[2-5] nines|(?:two|three|four|five) nines)",
        "uptime at least ",
    ),
    (
        "less than 99|lower than 99|below 99",
        r"(?<![a-z])(?:not|no) (?:less|lower|worse) than (?=99(?:\.9{1,3})? ?%)",
        "at least ",
    ),
    # Pre-emption.
    (
        "spot",
        r"(?<![a-z])spot (?:or|/|and) (?:pre-?emptible|interruptible)(?![a-z])|(?<![a-z])(?:pre-?emptible|interruptible) (?:or|/|and) spot(?![a-z])",
        "spot",
    ),
    (
        "spot|empt|interrupt|evict|bump|reclaim|revo",
        rf"(?<![a-z])(?:(?:it|they|this|we|the (?:job|run|gpus|nodes)) )?(?:can(?:not|'t| not)|must(?: not|n't)|may not|should(?: not|n't)|shall not|won't|will not) be {_BEING}|(?<![a-z])(?:(?:i|we|it|our (?:job|jobs)) )?(?:can(?:not|'t| not)|do(?: not|n't)|does(?: not|n't)|won't) (?:tolerate|accept|take|have|afford|handle|want|survive|live with|do) (?:any )?(?:{_SPOT}|being {_BEING})|(?<![a-z])(?:spot|pre-?emptible|interruptible|pre-?emption) ?[:=] ?(?:false|no|n|none|not (?:ok|allowed))(?![a-z])|(?<![a-z])no (?:evictions?|revocations?)(?![a-z])|(?<![a-z])not on spot(?![a-z])",
        "no spot",
    ),
    (
        "spot|empt|interrupt|evict|bump|reclaim|firm|revo",
        rf"(?<![a-z])(?:spot|pre-?emptible|interruptible|pre-?emption|spot ok|allow pre-?emption) ?[:=] ?(?:true|yes|y|ok(?:ay)?|allowed|accepted|fine)(?![a-z])|(?<![a-z])(?:(?:it|they|this|we|the job|our jobs?) )?(?:may|can|could|might) be {_BEING}{_NO_END}|(?<![a-z])(?:ok(?:ay)?|fine|happy|good) (?:with being|to be) {_BEING}|(?<![a-z])evictable(?: (?:is|are)? ?{_QUITE}{_OK})?|(?<![a-z])non-?firm(?:(?: (?:is|are|capacity))* {_QUITE}{_OK}| capacity)?",
        "interruptible is fine",
    ),
    (
        "spot|empt|interrupt|evict|revo",
        rf"(?<![a-z])(?:(?:i|we|it|they|the (?:job|run|workload)|our (?:job|jobs|workload|run|training)|jobs?)(?:'re| are| is|'m| am)? )?(?:(?:can|could|will|would) )?(?:handles?|tolerates?|(?:is |are )?tolerant (?:of|to)|accepts?|survives?|cope with|live with|put up with|take|(?:are |is )?(?:ok(?:ay)?|fine|happy|good) with|(?:do not|don't|doesn't|does not|wouldn't|won't) mind(?: if (?:it|they) gets?)?|no problem with) (?:the odd |a bit of |being )?(?:{_SPOT}|{_BEING}){_NO_END}",
        "interruptible is fine",
    ),
    (
        "spot|empt|interrupt|evict|revo",
        rf"(?<![a-z]){_SPOT}(?:'s| is| are| would be) {_QUITE}(?:ok(?:ay)?|fine|acceptable|tolerable|tolerated|allowed|welcome|good|good enough|no problem|no issue|permitted|not a problem|alright|great)(?: (?:for|by|with) (?:us|me|our (?:jobs?|workload)))?{_NO_END}|(?<![a-z])evictions? {_OK}{_NO_END}",
        "interruptible is fine",
    ),
    (
        "spot|empt|interrupt|evict|revo",
        rf"(?<![a-z]){_SPOT}(?: (?:is|are|would be))? ?(?:not|n't) (?:an option|ok(?:ay)?|acceptable|allowed|fine|tolerated|tolerable|welcome|permitted|possible|wanted|good enough)(?: (?:for|by|with) (?:us|me))?{_NO_END}|(?<![a-z]){_SPOT} (?:isn't|aren't) (?:an option|ok(?:ay)?|acceptable|allowed|fine|permitted)|(?<![a-z]){_SPOT} (?:won't|will not|doesn't|does not|can't) (?:do|work)(?: for us)?{_NO_END}|(?<![a-z]){_SPOT} (?:is|are) (?:no good|no use|a no-go|out of the question|unacceptable|useless)(?: (?:for|to) us)?",
        "no spot",
    ),
    ("firm", rf"{START}(?:must be )?firm (?:capacity|only|gpus|supply|allocation)(?: only)?{END}", "on-demand"),
    (
        "empt|interrupt|evict|bump|reclaim|revo|kick|kill|pause|checkpoint|boot",
        rf"(?<![a-z])(?:(?:(?:we|i|they|it)(?:'re| are|'m| am)?|{_CREW}) )?(?:(?:don't|dont|do not|doesn't|doesnt|does not|wouldn't|won't|not) (?:(?:really |much |particularly )?mind|care(?: about| if)?|object to|fuss about|bother about|mind about)|never minds?|unfazed by|unbothered by|cool with|relaxed about|used to)(?: (?:if|when|it if) (?:it|they|we|the (?:job|run|jobs|runs))(?:'s|'re| is| are| gets?| get)?)? ?(?:the odd |a bit of |some |occasional(?:ly)? |being |getting |it being |them being )*(?:{_BEING}|{_SPOT}|kicked(?: off| out)?|booted(?: off| out)?|paused)(?: (?:off|out|now and (?:then|again)|once in a while|every so often|occasionally|mid-?run|at any time|any time|from time to time))?{_NO_END}",
        "interruptible is fine",
    ),
    (
        "being|getting",
        rf"{START}(?:and |but )?(?:being|getting) (?:{_BEING}|kicked off|kicked out|booted off|paused)(?: (?:mid-?run|now and then|occasionally|at times))?(?:'s| is| would be) {_QUITE}(?:ok(?:ay)?|fine|acceptable|tolerable|no problem|no issue|not a problem|not an issue|no big deal|alright|all right)(?: (?:by|with|for) (?:us|me))?{END}",
        "interruptible is fine",
    ),
    (
        "no big deal|no drama|no trouble|no sweat|no worry|nothing we|not a big deal",
        rf"(?<![a-z]){_SPOT}(?:'s| is| are| would be) (?:no (?:big deal|drama|trouble|sweat|worry|bother|concern)|nothing we (?:fear|worry about|can't handle)|not a (?:big deal|concern|worry))(?: (?:for|to|with) (?:us|me))?{_NO_END}",
        "interruptible is fine",
    ),
    (
        "kick|take them back|take it back|pull|reclaim|evict|interrupt|empt|bump|claw",
        rf"{START}(?:and |but |so )?(?:(?:you (?:can|may|could|are free to|'re free to|are welcome to)|feel free to|go ahead and) |(?=pull the plug))(?:(?:kick|boot|bump|throw) (?:us|it|them|me)(?: off| out)?|(?:pull|take|claw|snatch|grab) (?:them|it|the (?:cards|gpus|nodes|capacity)) (?:back|away)|reclaim (?:them|it)|(?:interrupt|evict|pre-?empt|bump) (?:us|it|them|me|the (?:job|run|jobs|runs))|pull the plug(?: on (?:us|it|them))?)(?: (?:at (?:any|a)(?: one)? (?:time|moment|point|moment's notice)|any ?time|whenever(?: (?:you (?:like|need(?: to| them| it)?|want(?: to)?|have to|must)|needed|necessary))?|if (?:you (?:need(?: to| them| it)?|must|have to)|needed|necessary)|mid-?run|without notice))?{END}",
        "interruptible is fine",
    ),
    # Interconnect, form, memory, tags.
    (
        "infiniband|ib|nvlink|roce",
        rf"(?<![a-z])(?:(?:all |must be |to be )?(?:inter)?(?:connected|linked|joined|networked|wired(?: up)?|hooked up)(?: together| up)? (?:over|by|via|with|through|using|on)|via|(?:the |with |our )?(?:interconnect|fabric|network) (?:must be|has to be|should be|needs to be|=|is to be)|the (?:nodes|cards|gpus|servers|machines) (?:must|have to|need to|should) (?:have|be on|use|be on)) (?:an? )?{_IB}",
        "with {net}",
    ),
    (
        "infiniband|ib|nvlink|roce",
        rf"(?<![a-z0-9]){_IB}(?:[- ](?:connected|enabled|attached|equipped|capable|clusters?|between (?:the |all )?(?:nodes|them|gpus|servers|boxes|machines|hosts)|connection|links?|cabling|connectivity))+(?![a-z])",
        "{net}",
    ),
    (
        "sxm|pcie|nvl",
        r"(?<![a-z])(?P<f>sxm[2-6]?|pcie|nvl)[- ](?:edition|format|style|socket|based|board|form(?! factor)|ones|kind|sku|card type)(?![a-z])",
        "{f}",
    ),
    ("sxm|pcie|nvl", r"(?<![a-z])(?:format|socket|board) ?: (?P<f>sxm[2-6]?|pcie|nvl)(?![a-z])", "{f}"),
    (
        "mem|vram",
        r"(?<![a-z])(?:(?:with |a )?(?:gpu |video |graphics )?(?:memory|vram|mem)(?: (?:size|capacity))?(?: of| is| must be| at)?(?: ?[:=])? )(?P<n>[0-9]{2,3}) ?(?P<g>gbs?|gigs?|gigabytes?|g)(?![a-z])(?: each| per (?:card|gpu))?",
        "{n}gb",
    ),
    (
        "memory: |vram: |memory = ",
        r"(?<![a-z])(?:gpu )?(?:memory|vram) ?[:=] ?(?P<n>[0-9]{2,3})(?= ?(?:[.,;)\n]|$))",
        "{n}gb",
    ),
    (
        "gigabyte",
        r"(?<![0-9.])(?P<n>[0-9]{2,3}) ?gigabytes?(?: of memory| (?:version|variant|model))?(?![a-z])",
        "{n}gb",
    ),
    (
        "gb",
        r"(?<![0-9.])(?P<n>[0-9]{2,3}) ?gb (?:edition|sku|kind|per (?:card|gpu)(?! ?-?h)|per gpu memory)(?![a-z])",
        "{n}gb",
    ),
    (
        "hipaa|soc|iso|renew|green|clean",
        rf"(?<![a-z])(?:and |but )?(?:(?:the|our|any|your|all) )?{_PLACE_NOUN} {_MUST}(?: (?:be|have|hold|run on|be powered by|be run on|carry|meet|run entirely on))?(?: both)? (?=(?:(?:certified|accredited|compliant) (?:to|with|under|for) )?{_TAG})",
        "must be ",
    ),
    (
        "hipaa|soc|iso|renew",
        r"(?P<t>(?:hipaa|soc ?-?2|iso ?-?27001)(?:[ -](?:compliant|certified|approved|eligible|covered|ready|accredited))?) (?:environments?|facilit(?:y|ies)|sites?|infrastructure|data ?cent(?:er|re)s?|dc|hosting|location)(?![a-z])",
        "{t}",
    ),
    (
        "hipaa|soc|iso|renew",
        r"(?<![a-z])(?:in|at|on|from|under)(?: an?| the)? (?=(?:hipaa|soc ?-?2|iso ?-?27001)(?![a-z0-9]))",
        "with ",
    ),
    ("in compliance", rf"(?<![a-z])in (?:full )?compliance with (?={_TAG})", "compliant with "),
    (
        "power|run|fed|using",
        rf"(?<![a-z])(?:must be |to be |must |to )?(?:powered(?: entirely| fully)? by|run(?:ning)?(?: entirely| fully)? on|fed by|using|supplied by) (?={_TAG})",
        "with ",
    ),
    (
        "from renew|renewable energy s|renewable s|renewably",
        r"(?<![a-z])(?:from )?renewable(?: energy)? sources(?: only)?|(?<![a-z])renewably(?: powered)?",
        "renewable energy",
    ),
)
