"""What a letter says around its order: who writes, whom to answer, where they sit, on which account. Patterns on clean text."""

from __future__ import annotations

_REPLY_BY = (
    r"(?:(?:by|before|no later than|within)(?: (?:the )?(?:eod|cob|close of (?:business|play)|end of (?:the )?(?:day|week|business)|noon|midday|today|tonight|tomorrow|"
    r"morning|afternoon|evening|(?:this |next |coming )?(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|[0-9]{1,2}(?::[0-9]{2})? ?(?:am|pm)|[0-9]{1,2} ?(?:hours?|hrs?)|the (?:hour|day|week)|on)){1,4}"
    r"|(?:today|tomorrow|asap|soon|soonest|at your earliest convenience|as soon as possible|promptly|by return(?: of (?:e-?mail|post))?))(?=[.,;!\n]|$| (?:thank|please|best|kind|so|and)(?![a-z]))"
)
REPLIES = (
    rf"(?:please |kindly |could you |can you )*(?:revert|reply|respond|answer|write back|get back to (?:me|us)|come back to (?:me|us)|let (?:me|us) know|acknowledge|confirm)(?: receipt| back| to (?:me|us)| this| if (?:this|that|it) (?:works|is possible|is ok(?:ay)?))* {_REPLY_BY}",
    rf"(?:a |your )?(?:reply|response|answer|confirmation|acknowledg(?:e)?ment)(?: is| would be)?(?: needed| required| expected| requested| appreciated| due)? {_REPLY_BY}",
    r"(?:회신|답변|답신|답장|연락|피드백|확인 ?(?:메일|회신)|검토 ?(?:의견|결과))(?:은|는|을|를)? ?[^.,\n0-9]{0,12}(?:[0-9]{1,2}(?:월|일|시)? ?){0,3}[^.,\n0-9]{0,14}(?:주시|주세|주십|부탁|바랍|바람|드립|드리|주면|줘)[가-힣]*(?: ?(?:감사|고맙|좋)[가-힣]*)?",
    r"(?:(?:오늘|금일|내일|명일|모레|이번 ?주|[월화수목금]요일|오전|오후|[0-9]{1,2}(?:월|일|시)) ?){1,4}(?:중으로|까지|안에|내로|내에|중|전까지) ?(?:회신|답변|답신|답장|연락|피드백)(?:을|를)? ?(?:주시|주세|주십|부탁|바랍|바람|줘)[가-힣]*",
)
"""When an answer to the letter is wanted: no time of the order."""

NO_PRODUCT = r"(?!(?:[abhlv][0-9]{1,3}s?|gb?[bh]?[23]00|mi[0-9]{3}x?|rtx[0-9]*)(?![a-z0-9]))"
"""In front of a code, which is not to be a product: "job: A100 or ..."."""


_WHO = r"(?:수신|참조|발신|수신인|발신인|받는 ?사람|보내는 ?사람|제목|requester|requestor|requested by|submitted by|prepared by|applicant|department|dept\.?|business unit|team|division|project(?: name)?|programme|approver|approved by|authori[sz]ed by|budget (?:holder|owner)|contact(?: person| name)?|delivery contact|attn\.?|attention|justification|purpose|business case|reason|use case|workload|신청 ?부서|신청자|요청 ?부서|요청자|부서명?|소속|담당자?|작성자|성명|이름|직책|연락처|프로젝트명?|과제명?|사유|용도|목적|사용 ?목적|사용 ?용도|신청 ?사유|요청 ?사유|결재자?|승인자?)"
_CODE = (
    r"(?:cost (?:cent(?:er|re)|code)|gl(?: code)?|budget (?:code|line|number)|project (?:code|number|id)|charge code|wbs(?: element)?|(?:purchase )?(?:order|requisition) (?:number|no\.?)|purchase (?:order|requisition)|p\.?o\.?(?: number| no\.?)?|pr(?: number| no\.?)?|ext(?:ension)?|employee(?: id| number)?|vendor (?:id|number)|"
    r"(?:invoice|contract|customer|client|quote|quotation|case|ticket|request|account|acct|agreement|sow|vat|tax|licen[cs]e|badge|confirmation|tracking|serial)(?: (?:number|no\.?|id|code)|(?= ?[#:]))|(?:invoice|ticket)(?= [a-z]{0,4}-?[0-9])|"
    r"예산 ?(?:코드|번호)|(?:과제|발주|품의|문서|송장|주문|계약|견적|접수|고객|계좌|사업자 ?(?:등록)?|세금계산서|요청|관리|등록|일련|청구|구매요청|결재) ?번호|사번|내선)"
)
NOT_COUNTED = r"(?! ?(?:x ?[a-z]|(?:of )?(?:the )?(?:nvidia|gpus?|cards?|nodes?|racks?|servers?|box(?:es)?|tokens?|hoppers?|blackwells?|rtx|tesla|units?|pieces?)(?![a-z])|[a-z]{1,4}[0-9]|[0-9]{4}s?(?![0-9])|장|대|개|노드|서버|hours?|hrs?|h(?![a-z])|days?|nights?|weeks?|months?|시간?|일|주|월|%))"
"""What stands behind a number that counts the order's own things, so it is no code."""
_NO_WISH = r"(?![^\n]*(?:spot|interrupt|preempt|uptime|availab|region|locat|infiniband|nvlink|only|not(?![a-z])|no(?![a-z])|none|nothing|nowhere|but(?![a-z])|outside|exclu|avoid|other than|without|except|unless|(?<![a-z])if(?![a-z])|sxm|pcie|nine|tonight|tomorrow|today|(?<![a-z])nights?(?![a-z])|weekend|[a-z]day(?![a-z])|sell|lease|budget|price|cancel|리전|지역|제외|이외|외에|말고|빼고|아닌|판매|매도|매각|내일|모레|요일|오늘|주말|중단|만약|취소|가격|한도))"
"""A line that names anything an order could state is read like any other."""
FORM_LINES = (
    rf"(?:^|(?<=\n))(?:[-*•] ?)?{_WHO} ?(?::|-(?= )){_NO_WISH} ?[^\n0-9$]{{0,90}}(?=\n|$)",
    rf"{_WHO} ?:{_NO_WISH} (?:[a-z]\. ?)?[a-z가-힣'-]+(?: [a-z가-힣'-]+){{0,6}}(?= ?[.,;/|\n]|$)",
    rf"(?:(?:please )?(?:charge|bill|book|quote|use|under|against|to)(?: it| this)?(?: to| against| under)? )?(?:our |the |my )?{_CODE} ?(?::|-(?= )|#|is|=)? ?#?(?:[a-z]{{1,6}}[-/ ]?[0-9]{{2,12}}|[0-9]{{2,12}})(?:[-/][a-z0-9]{{1,12}}){{0,4}}(?![a-z0-9]){NOT_COUNTED}(?:입니다|이에요|예요|로|으로|번)?(?=[.,;:)\]\n/]|$| (?:on|in|for|and|as|관련|건|기준)(?![a-z]))",
    rf"(?:our |my |your )?(?:p\.?o\.?|ref(?:erence)?|ticket|invoice)(?: number| no\.?| id| code)? ?[#:]? ?#?[a-z]{{0,6}}-?[0-9]{{3,}}[a-z0-9-]*(?![a-z0-9]){NOT_COUNTED}",
    rf"(?:our |my |your )?(?:order|account|case|request|quote|project|job|id)(?: (?:number|no\.?|id|code) ?[#:]?| ?[#:]) ?#?{NO_PRODUCT}[a-z]{{0,6}}-?[0-9]{{2,}}[a-z0-9-]*(?![a-z0-9]){NOT_COUNTED}",
)
"""Lines and remarks of a form that say who asks and on which account."""

_TAIL = r"(?=[.,;!)\n]|$)"
_NAME = r"(?!(?:mon|tues?|wed|thu|fri|sat|sun|today|tonight|tomorrow|next|this|some)[a-z]*(?![a-z]))[a-z][a-z'.-]*"
_WORDS = r"[a-z][a-z'-]*\.?(?:[ /&]+[a-z][a-z'-]*\.?){0,8}"
_REACH = r"(?:contact(?:s)?(?: (?:person|point|name))?|points? of contact|poc|attn\.?|attention|cc|bcc|fao|c/o|requested by|requester|approve(?:d|r)(?: by)?|authori[sz]ed by|signed(?: off)? by|submitted by|prepared by|reviewed by|ordered by|placed by|on behalf of|speak (?:to|with)|talk (?:to|with)|ask for|call|phone|ring|e-?mail|message|ping|copy(?: in)?|loop in|notify|inform|reach out to|get hold of|get in touch with|reply to|respond to|report to|(?:send|deliver|forward|address|mail|post|ship)(?: the| any| all| your)? (?:confirmations?|invoices?|bills?|receipts?|contracts?|paperwork|papers|docs|documents|quotes?|replies|questions)(?: only)? to|(?:the |your |any )?(?:invoices?|bills?|receipts?|paperwork|quotes?|confirmations?|contracts?) (?:(?:can|could|may|should|must|will|shall|please|has to|have to|is to|are to) )?(?:goes|go|is|are|be (?:sent|addressed|emailed|e-mailed|mailed|forwarded|posted))(?: (?:straight|directly))? to|bill to|questions? to|signatory|account manager|sales rep(?:resentative)?)"
_NO_ORDER = r"(?![^.;\n]*(?:spot|interrupt|preempt|uptime|region|zone|site|locat|host|infiniband|nvlink|rack|node|(?<![a-z])gpus?|cards?|capacity|sxm|pcie|nine|(?<![a-z])if(?![a-z])|unless|when|before|after|by (?:mon|tue|wed|thu|fri|sat|sun|eod|noon)|tonight|tomorrow|today|(?<![a-z])nights?(?![a-z])|weekend|(?<![a-z])(?:mon|tues|wednes|thurs|fri|satur|sun)day|sell|lease|budget|price|cancel|[0-9]))"
_DO_NOT = r"(?:(?:please |kindly |just )?(?:do not|don'?t|never) )?(?:please |kindly |just |you can |(?:i|we) can )?"
CONTACTS = (
    rf"(?:(?:^|(?<=[\n.;,!?(] )|(?<=[\n.;,!?(]))|(?<= and )|(?<= - )){_DO_NOT}{_REACH}(?: ?:| -)? {_NO_ORDER}{_WORDS}(?:,? ?(?:not|never|but not|or|and) {_NAME}(?: {_NAME})?)?{_TAIL}",
    rf"(?:any(?:one|body)|every(?:one|body)|no(?:body| one))(?: (?:but|except|other than|besides|apart from) {_NAME})?(?: (?:in|from|on) (?:the )?[a-z]+)?(?: team| desk)? (?:can|may|could|should|must|will|is|has to)(?: [a-z]+){{1,7}}{_TAIL}",
    r"(?:문의|연락|회신|전화|문자|계약|서명|결재|송금)(?:은|는|사항은|처는)? ?[^.\n0-9]{1,30}(?:에게|한테|께|님께|님에게|에게만|분께|쪽에|쪽으로|앞으로)(?:만|로)? ?(?:해 ?|부탁|연락|주|보내|전달|문의)[^.\n0-9]{0,20}(?=[.\n]|$)",
    r"(?:^|(?<=\n)|(?<=[.!] ))(?:담당|담당자|문의|연락처|수신|참조|발신|작성자|요청자|신청자|받는 ?사람|보내는 ?사람|보낸 ?사람) ?[:：] ?(?![^\n]*(?:리전|지역|제외|말고|빼고|만약|장|노드|요일|내일|오늘))[^\n0-9.]{1,40}(?=[.\n]|$)",
)
"""Whom to talk to, and whom not: names there are of people, even where the catalogue has them as places or tokens."""

_DIGITS = r"(?=(?:[ .()/+-]{0,2}[0-9]){7,15}(?![0-9]))\+?\(?[0-9]{1,4}\)?(?:[ .-]{0,2}\(?[0-9]{2,5}\)?){1,5}"
_EXTENSION = r"(?:,? ?(?:ext(?:ension)?\.?|x|내선) ?[0-9]{1,5})?"
_LINE = r"(?:tel(?:ephone)?|phone|ph|cell(?:phone)?|mobile|mob|fax|whatsapp|signal|direct|landline|desk line|hotline|call(?: me| us)?(?: back)?|ring(?: me| us)?|text(?: me| us)?|reach (?:me|us)|dial|(?:phone |my |our |contact )number|전화(?: ?번호)?|연락처|휴대폰|핸드폰|휴대전화|팩스|hp|직통|내선|대표번호|대표전화)"
_AFTER_NUMBER = r"(?:(?:번)?(?:로|으로|입니다|이에요|예요)?(?: ?(?:전화|연락|문자|회신))?(?:을|를)? ?(?:주세요|주시[가-힣]*|바랍니다|부탁[가-힣]*|주십시오)?)?"
NUMBERS = (
    rf"(?:my |our |the )?{_LINE}(?: number| no\.?| is| at| on|은|는|로|으로|\.)*(?: ?[:#])? ?{_DIGITS}{_EXTENSION}(?![0-9]){_AFTER_NUMBER}",
    rf"(?<![0-9$.,#-])(?:\+[0-9]{{1,3}}(?:[ .-]?\(?[0-9]{{2,4}}\)?){{2,4}}|\(?[0-9]{{3}}\)?[ .-][0-9]{{3}}[.-][0-9]{{4}}|0[0-9]{{1,2}}-[0-9]{{3,4}}-[0-9]{{4}}){_EXTENSION}(?![0-9-]){_AFTER_NUMBER}",
    r"(?:mailto:)?<?[a-z0-9._%+-]*[a-z0-9_%+-]@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}>?(?![a-z0-9])",
)
"""Telephone numbers and e-mail addresses."""

_STREET = r"(?:St(?:reet)?|Ave(?:nue)?|R(?:oa)?d|Blvd|Boulevard|Lane|Ln|Drive|Dr|Way|Square|Sq|Plaza|Parkway|Pkwy|Court|Ct|Terrace|Highway|Hwy|Quay|Row|Allee|Stra(?:ss|ß)e)\.?(?![A-Za-z])"
_TOWN = r"(?:(?:,|\n)? ?(?:Suite|Floor|Unit|Room|Ste\.?|Fl\.?|#|[0-9]{1,2}(?:st|nd|rd|th) [Ff]loor) ?[0-9A-Z]{0,5}(?![a-z]))?(?:, ?(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|To[dmn])[a-z]*)[A-Z][a-z.'-]+(?: [A-Z][a-z.'-]+)?){0,3}(?:,? ?[A-Z]{2}(?![A-Za-z0-9]))?(?:,? ?[0-9]{5}(?:-[0-9]{4})?(?![0-9])|,? [A-Z]{1,2}[0-9]{1,2}[A-Z]? [0-9][A-Z]{2})?"
ADDRESSES = (
    rf"(?<![0-9$.])[0-9]{{1,5}}[a-zA-Z]? (?:[A-Z][A-Za-z'-]+ ){{1,3}}{_STREET}{_TOWN}",
    r"(?:^|(?<=\n)|(?<=[.;] ))(?:(?:[Oo]ur |[Tt]he |[Mm]y )?(?:(?:[Bb]illing|[Mm]ailing|[Pp]ostal|[Oo]ffice|[Ss]treet|[Ii]nvoice|[Cc]ompany|[Rr]egistered|[Rr]eturn) )?[Aa]ddress(?: is)?|Addr\.?|주소) ?:? [^\n;]{3,90}(?=[;\n]|$)",
    r"(?:^|(?<=\n))[A-Z][A-Za-z .'-]{1,25}, ?[A-Z]{2},? [0-9]{5}(?:-[0-9]{4})?(?=\n|$)",
    r"(?:[가-힣]{2,7}(?:특별시|광역시|시|도)? )?[가-힣]{1,4}(?:구|군) [가-힣0-9]{1,8}(?:로|길|동|읍|면)(?: ?[0-9]{1,4}(?:-[0-9]{1,4})?(?:번지|번길|호)?)?(?:,? ?[0-9]{1,3}층)?(?:,? ?[0-9]{1,4}호)?",
)
"""Postal addresses, matched with their capitals."""

_GREETED = r"(?:hi|hiya|hello|hey|heya|dear|yo|greetings|good (?:morning|afternoon|evening|day))"
_COMPANY = r"(?:we|i|our (?:company|lab|start-?up|group|firm|studio|head ?office|hq)|the company)"
SALUTATION = rf"(?:^|(?<=\n)|(?<=[.!] )){_GREETED} (?:there |all |team |folks )?(?![^,!:\n]*(?<![a-z])(?:only|not|but|except|please)(?![a-z])){_NAME}(?: {_NAME}){{0,2}}(?:(?:,| and| &| /) {_NAME})?(?=[,!:\n—]| -)"
"""Salutations."""
PERSON_TAIL = (
    r"(?: (?:from|in|at|of|over in|up in|down in) (?:the )?(?:[a-z]+ )?(?:finance|procurement|legal|ops|operations|accounting|accounts|sales|infra(?:structure)?|hr|it|research|engineering|purchasing|compliance|security|management|marketing|data science|treasury|team|department|dept|board))?"
    r"(?: (?:has|have|had|just|already|also|even|kindly|verbally|finally))* (?:approved|okayed|ok'?d|signed(?: off)?|said|says|asked|asks|told|tells|confirmed|confirms|requested|agreed|authori[sz]ed|called|e-?mailed|mentioned|wrote|suggested|recommended|insists?|insisted|reckons|thinks|knows|reminded|promised|forwarded|sent|gave|got back|replied|cc'?d|pinged|will (?:sign|approve|confirm|call|pay|handle|be in touch|countersign)|is (?:out|away|on (?:leave|holiday|vacation)|my|our contact|the (?:contact|buyer|manager|approver|account)))(?![a-z])"
    r"|'s (?:request|order|project|approval|e-?mail|note|message|budget|numbers?|cost cent(?:er|re)|instructions?|go-ahead|behalf|boss|colleague|assistant)(?![a-z])"
    r"| (?:from|in) (?:finance|procurement|legal|accounting|accounts|purchasing|compliance|treasury|hr)(?![a-z])"
)
"""What shows that the name before it is somebody's."""
ORGANISATION_TAIL = r"(?:(?: (?:state|city|health|national|central|free|technical))* (?:university|univ\.?|institute|college|tech(?![a-z])|polytechnic|instruments|times|hospital|airport|school of [a-z]+)(?! (?:region|site))|(?:대학교?|대|대병원|은행|신문|전자|시청|시립대|과기대|공대|의대)(?![가-힣]*(?:역|권))(?=[ ,.가-힣]))"
ORGANISATION_HEAD = r"(?:university|institute|bank|college|museum|city|port|school|archdiocese) of (?:the )?$"
"""What makes a place a part of the name of an institution."""
COMPANY_SEAT = (
    rf"(?<![a-z]){_COMPANY}(?:'re|'m| are| am| is) (?:(?:currently|mostly|all|also|just|a|an|the|small|young|ai|ml|little|new|robotics|biotech|research|tiny|two-person|remote-first|startup|start-up|company|lab|team|group|firm|studio|agency|outfit|shop|bunch|people) )*(?:based|headquartered|incorporated|registered|located|seated|living|working|established|founded)? ?(?:here |out )?(?:in|out of) (?:the )?$"
    r"|(?:this is|i'm|i am|my name is) (?!an? |the |for |to |looking|in )[a-z]+(?: [a-z]+)?,? (?:from|at|with|of) (?!us )[a-z0-9 .&'-]{2,30} in (?:the )?$"
)
_COMPANY_KOREAN = r"(?:스타트업|회사|기업|연구소|연구실|랩|업체|법인|대학|스튜디오|팀)"
KOREAN_SEAT = rf"(?:에 ?(?:있(?:습니다|어요|고|는데|으며|지만)|위치(?:해|하고|합니다)|본사를|사무실을|사무실이|(?:있는|위치한|소재한?) ?{_COMPANY_KOREAN})|(?: ?(?:소재|기반|출신|본사|소속))(?:의|인|한)? ?{_COMPANY_KOREAN})[가-힣]*(?! ?[a-z0-9])"
KOREAN_WRITES_FROM = r"(?:에서 ?(?:보냅니다|보내요|보내 ?드[가-힣]*|보내는 ?(?:메일|중)[가-힣]*|(?:메일|연락|인사|문의|글|편지) ?(?:드리|드립|드려|보내|보냅|씁|쓰|남)[가-힣]*(?: 있[가-힣]*)?|근무 ?(?:중|하고)[가-힣 ]{0,5}|일하고 ?있[가-힣]*|출장 ?중[가-힣]*|쓰는 ?메일[가-힣]*|살고 ?있[가-힣]*|지내고 ?있[가-힣]*)|에 ?출장 ?(?:중|와)[가-힣 ]{0,5}| 출장 ?중[가-힣]*)(?! ?[a-z0-9])"
"""Where a Korean writer is at the moment, behind the place."""
THERE = r"(?<![a-z])(?:there|nearby|local(?:ly)?|close by|near us|same place)(?![a-z])|거기|그곳|그쪽|근처|가까운"
"""Words that send back to a place said before, so that it may be meant for the order."""
COMPANY_BEFORE_KOREAN = (
    r"(?:저희|우리|저|회사|본사|당사|사무실|본인)(?:는|은|가|도| ?회사는| ?회사가| ?팀은| ?본사는| ?사무실은)? ?$"
)
"""Where the writer's company has its seat."""

MAIL_HEADERS = (
    r"(?:from|to|cc|bcc|sent|date|subject|reply-to|보낸 ?사람|받는 ?사람|보낸 ?날짜|발신|수신|참조|날짜|일시|제목)"
)
SENT_LINE = r"(?:^|(?<=\n))(?:sent|date sent|received|written|printed|drafted|작성일(?:자|시)?|발신일(?:자|시)?|보낸 ?날짜|접수일(?:자|시)?|신청일(?:자|시)?|요청일(?:자|시)?|기안일(?:자)?|문서 ?일자|작성 ?날짜)(?: on)? ?[:：] ?[^\n]{3,60}(?=\n|$)"
"""When the letter itself was written."""
SIGN_OFF = r"(?:--|__+|(?:(?:best|kind|kindest|warm|warmest|many|with) )*(?:regards|wishes|thanks)|thanks(?: (?:a lot|so much|again|in advance|very much))?|thank you(?: (?:so much|again|in advance|very much))?|thx|cheers|best|sincerely|yours(?: (?:sincerely|faithfully|truly))?|respectfully|ta|br|rgds|sent from my [a-z ]{2,20}|감사합니다|고맙습니다|수고하세요)"
QUOTE_HEAD = r"(?:-{2,} ?(?:original message|forwarded message|forwarded by[^\n]{0,60}|원본 ?(?:메일|메시지)|전달된 ?(?:메일|메시지))[^\n]{0,20}|begin forwarded message:?|(?:on [^\n]{6,80}|[^\n]{0,60}(?:wrote|schrieb|님이 ?작성|님이 ?쓴 ?글|님이 ?보낸 ?메일)[^\n]{0,12}):?)"
"""What leads to an earlier message that is quoted below."""
SIGNED_KOREAN = r"(?:^|(?<=\n)|(?<=[.!] ))[^\n.!?0-9]{2,40} (?:드림|올림|배상)(?=[.\n]|$)"
INTRODUCED = r"(?:안녕하세요|안녕하십니까|수고 ?많으십니다|수고하십니다|반갑습니다)[,.!~]* ?(?:저는 )?[^.,!\n0-9]{2,40}?(?:입니다|이라고 ?합니다|라고 ?합니다|이에요|예요)(?=[.,!\n]| )"
"""Who writes, in Korean."""
KOREAN_WRITER = r"(?:팀|부서|본부|센터|연구소|연구실|연구원|학과|학교|대학교?|대학원생?|학생|병원|회사|업체|담당자?|개발자|엔지니어)(?:입니다|이에요|예요|인데요?|이고요?)"
"""How words end that say who writes without a greeting."""
PERSON = r"[A-Z][a-z]|[가-힣]|(?<![a-z])(?:me|us|him|her|them|any(?:one|body)|every(?:one|body)|some(?:one|body)|no(?:body| one)|team|desk|office|finance|accounting|accounts|procurement|legal|boss|manager|assistant|colleagues?|reception)(?![a-z])"
"""What shows that a remark is about people."""
WISH = r"(?<![a-z])(?:regions?|zones?|sites?|host(?:ed|s)?|locations?|located|racks?|nodes?|gpus?|cards?|capacity|data ?cent(?:er|re)s?|if|unless|when|only in|tonight|cancel)(?![a-z])|리전|지역|제외|빼고|만약|취소|센터"
"""Words of an order, or of a condition on it."""
