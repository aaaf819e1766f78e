# ruff: noqa: SIM905
"""Words that carry no wish: courtesies, function words, verbs of asking, and the everyday words of reasons and context.

Anything not here, in an order's own clause and outside a purpose or reason, may carry meaning and is asked about.
"""

from __future__ import annotations

from nlp.lexicon.letters import FORM_LINES, REPLIES
from nlp.lexicon.structure_words import FAILED_ITEM, FAILED_ITEM_LEAD
from nlp.lexicon.world import WORLD

FUNCTION = frozenset(
    """
a an the this that these those it its it's that's i i'm i'd i'll i've me my mine we we're we'd we'll we've us our ours you you're you'd you'll your yours
he she they they're they'd they'll them their there there's here here's who whom whose which what whatever where
is are was were be been being am isn't aren't do does did doing done don't doesn't didn't have has had having can could would should shall will may might must
of in on at to for from by with into onto over about as so such than too very just quite really also both all each any some one ones
and but because since while though although yet hence therefore thus however anyway please pls plz kindly thanks thank thx ty ta lah lor leh mah meh liao anot cheers regards
hi hello hey hiya yo dear morning afternoon evening greetings sir madam team folks all everyone guys mate friend friends there sirs
yes yeah yep ok okay oke right sure alright cool great good nice well now then again still ever already soon later obviously naturally frankly honestly clearly absolutely definitely certainly seriously literally itself themselves says said actually basically earlier simply only even maybe
now's let's lets id ill im ive dont cant wont whats thats heres theres youre gonna wanna gotta lemme gimme w/ w fyi btw asap's tia ps re
etc ie eg i.e e.g namely being if's per se up down out off back away around
""".split()
)

REQUEST = frozenset(
    """
lift lifting lifted settle settled settling snap need needs needed needing want wants wanted wanting like liked looking look find finding found get getting got grab grabbing take taking give giving book booking reserve reserving
secure securing request requesting requested requests order ordering ordered orders bid bids bidding buy place placing put putting make making arrange arranging organise organize schedule scheduling
sort source sourcing supply provide providing use using run running runs keep keeping hold holding require requires required requirement requirements wish seek seeking hoping hope interested
after desire obtain acquire fill filled filling go going come send ask asking call tell know think file submit submitting do fix set setup sign spin stand snag score spare show works work working
help assist love appreciate appreciated grateful possible possibly available availability ready willing able happy happily pleased glad keen fancy plan planning planned intend aim
deliver delivered delivery delivering period start starting starts started begin beginning begins end ending ends finish last lasting duration window slot slots time times timeframe date dates day when
quantity qty quantities amount number count total limit limits price prices pricing rate rates cost costs budget budgets spend pay paying paid payment product products item items asset assets gpu gpus
card cards model type spec specs specification config configuration region location regions locations side action details detail summary subject order-id reference ref note notes comment comments
leg legs option options plan plans lot lots part parts piece pieces line lines list below above following bullet first second third one two
matter matters mind care fine ok okay acceptable fits suit suits suffices enough plenty sufficient lot bunch thing things stuff anything something everything whatever wherever anywhere anyone someone somebody anybody nobody
covers cover covering allows allowing permits grants provides free idle unused supplier suppliers purchaser customer lessee lessor party company tenant
undersigned mandatory compulsory essential critical crucial vital must workload workloads contains contain modules module boards sitting lead leads nos
around jurisdiction buyer seller wishes client purchase wtb procure
""".split()
)

CONTEXT = (
    frozenset(
        """
about account accounts across agent agents ai already always another approval approved architecture around arrived asked assistant available baseline batch batches because been
benchmark benchmarks benchmarking big boss budget-wise busy business calendar came campaign cap capacity chat checkpoint checkpoints client clients cloud cluster clusters code colleague colleagues coming
company compute conference contract contractor crunch customer customers cancelled cycle data dataset dataloader dataloaders loaders loader deadline deadlines demo demos deploy deployment dev development discussed discussion due
early email embedding embeddings end engineer engineers engineering enough eval evals evaluation evaluations experiment experiments extra farm fallen falling fell fell-through final finally finance finetune
finetunes finetuning fine-tune fine-tunes fine-tuning fine-tuned finish finished first flight folks founder friend fun funding gap general generation going group guys half-baked hard hardware hectic help
hosted house huge idea idle image images important incident industrial inference infra infrastructure intern internal internals iteration job jobs kick kicking kickoff lab labs large late latest launch
launching leaderboard lined little live llm llms load loads long looking lots manager me meeting melting meltdown migration ml mid mode models morning move moving multi name network new news next-gen
night's no-one office offline ongoing online ops our overflow own paper papers partner pass peak people phone pilot pipeline pipelines platform post-training pre-training pretraining pretrain preparing presentation prior
procurement production product program programme project projects proof prototype provider publish put quarter queue queued quick quickly quite reason recently refresh release render rendering renders
reproducing reproduction research researcher researchers result results rest review rlhf robotics rollout round runs run's rush said scale scheduled science seed serving several shop short shot simulation simulations
site small smoke soon special spike split sprint staging started startup startups still stress student students study submission supplier support sweep sweeps swamped team's teams tech test tested testing tests
thesis through tight tired today's together tokenizer train trained training trainings trial try trying tuning tune upcoming update upgrade urgent urgently use used user users usual validation vendor version video
visit waiting warm we're week's weights whole why win work workload workloads workshop world year yesterday's
diffusion embedding-model transformer transformers vision language speech audio protein folding genomics climate weather drug discovery chemistry physics finance trading quant desk backtest backtests hedge fund
quarterly annual monthly annual weekly daily nightly marketing sales legal hr accounting invoice po purchase department dept university college school hospital clinic bank studio agency game games gaming anime movie film vfx
hackathon competition kaggle challenge course class lecture homework assignment lab's report reports dashboard slide slides board investors investor demo-day series raise runway burn
danke merci gracias grazie obrigado obrigada bitte bonjour hola ciao
sincerely best kind warm respectfully faithfully truly sent iphone attached attachment forward forwarded fwd cc bcc
bother sorry bothering late-night apologies apologise excuse pardon kids coffee lunch weekend's holiday vacation travel trip sick bed sleep tired crazy nuts insane awesome super
long-shot urgent not-urgent casual friendly quick-one heads-up
down trains vendor's committee steering endorsed bye needful crashed crash crashes greenlit rescue suite regression signed signoff sign-off authorised authorized adviser advisor framework agreement acknowledge receipt return suggest suggested guess reckon suppose accelerator accelerators ceiling units unitprice requirement holder invoice detector fraud forecast demand recommender recommendation
hearing reading writing speaking asking wondering wondered curious understand see seen saw talk talked talking spoke call called calls mentioned mention told
""".split()
    )
    | WORLD
)

_IDIOMS = (
    r"(?:or|and|or else|else|otherwise) nothing(?: else)?(?! at all)", r"or so(?![a-z])", r"or thereabouts(?! )", r"morning,? (?:all|team|folks|everyone|guys)(?![a-z])", r"good (?:morning|afternoon|evening|day|night)(?: (?:all|team|folks|everyone|guys|sir|there))?(?![a-z])",
    r"(?:^|(?<=[.!\n] ))(?:morning|afternoon|evening)(?=[!,.\n])",
    r"at all(?![a-z])", r"as discussed(?: (?:on the phone|earlier|yesterday|by email|with [a-z]+))?", r"as (?:agreed|mentioned|promised|requested)(?: (?:earlier|above|yesterday))?", r"no (?:rush|hurry|worries|problem|pressure|biggie|stress)(?: at all)?", r"not urgent(?: at all)?",
    r"(?:it )?(?:does|do)(?:n't| not) (?:really )?matter(?: (?:to (?:me|us)|much))?(?: (?:where|which|how|what|who|from where))?(?: (?:it (?:is|runs)|they are|one))?", r"(?:i|we) (?:do(?:n't| not)|really don'?t|couldn't) (?:mind|care|fuss|have a preference)(?: (?:which|where|how|about (?:where|the (?:region|location)))(?: (?:one|they are|it is))?)?",
    r"nothing excluded", r"wherever(?: (?:you (?:can|like)|is fine|works|possible))?", r"no (?:regional |location |region )?(?:preference|preferences|restrictions?|constraints?)(?: (?:on|about|as to|for) (?:region|location|place|where|form|site)s?)?",
    r"(?:whole|full|complete|entire) (?:lot|thing)", r"long shot", r"quick (?:one|question|request|ask|note)", r"on (?:the )?(?:phone|call|slack|teams|zoom|chat)", r"by (?:the )?way", r"in (?:the )?(?:meantime|advance|fact|short|general)", r"look(?:ing)? forward to [^.\n]{0,50}", r"thank(?:s| you)(?: (?:so much|very much|a lot|a million|a bunch|in advance|again|you))*", r"many thanks", r"much appreciated", r"(?:best|kind|warm) regards", r"all the best", r"yours (?:sincerely|truly|faithfully)", r"have a (?:good|great|nice) (?:one|day|weekend|week|evening)", r"hope (?:you|your|the|all|this)[^.!?\n,;]{0,60}",
    r"(?:if possible|if you (?:can|could|would)|if you don'?t mind|if that'?s ok(?:ay)?|if it'?s not too much trouble),? (?:please|could|can|would|book|reserve|kindly|i|we|get|find|buy)(?![a-z])", r"please,? if (?:possible|you can|you could)(?=[,. ])(?=,? ?(?:book|get|find|buy|reserve|$))",
    r"(?:nvidia|amd|google|aws|amazon|apple|intel)(?:'s)?(?![a-z])", r":-?[)d(p]|;-?\)|<3|\^\^|ㅠ+|ㅜ+|ㅋ+|ㅎ+|~+(?=\s|$)|\.\.+", r"(?:to|and) (?:us|me) (?:please)?(?![a-z])", r"that'?s (?:all|it)(?: (?:i|we)(?:'m| are)? (?:need|want|after)(?:ed)?)?", r"(?:is )?all (?:i|we)(?:'m|'re| am| are)? (?:need|want|after|asking for)(?![a-z])",
    r"to (?:start|begin|kick off|be) (?:with|clear|exact|precise)", r"(?:as )?(?:soon|early) as", r"no need to", r"in one go", r"(?:a|the) (?:total|grand total) of(?= [0-9]+ (?:x |gpu|h|a|b|l|mi))", r"tier(?![a-z])", r"(?:worth|stretch|block|run|chunk|batch|bunch|pack|set|group|fleet|pool|cluster) of(?![a-z])", r"(?:in|at|of|with|on) (?:one|a) (?:block|batch|go|lump|chunk)", r"fully dedicated", r"if (?:it|that|this) (?:helps|makes sense|matters)", r"for what it'?s worth", r"(?:tbh|imo|imho|afaik|lol|haha+|hehe|omg|ugh|argh|phew|hmm+|uh+|um+|ah+|oh+|aw+)(?![a-z])", r"(?:just )?one more(?: (?:for the road|thing|time|from (?:me|us)|request|order))?(?= ?[:,.!])",
    r"each time", r"alongside(?: (?:it|them|that|those))?(?![a-z])", r"(?:no|not|never) (?:the )?(?=[0-9a-z][^.;\n]{2,80} without [0-9a-z])", r"(?:만 )?체결(?:만)? ?(?:되면|돼도|되어도) ?(?:됩니다|돼요|되고|충분[가-힣]*|좋[가-힣]*|괜찮[가-힣]*)", r"aon(?![a-z])", r"pick(?= any| one)", r"(?:we're|i'm|we are|i am|we were) (?:really |only |just )?after(?= )", r"[0-9]{1,3} (?:other |more )?(?:people|persons?|teams?|engineers?|researchers?|students?|users?|customers?|clients?|colleagues?|members?|folks|models|jobs|experiments|datasets?|papers?|projects?|reasons?|questions?|guys|devs|developers|scientists|interns?)(?![a-z])", r"(?:~|about )?[0-9]{1,4}(?:\.[0-9]+)? ?(?:b|bn|t|billion|trillion)[ -]?(?:param(?:eter)?s?|models?|moe|llms?|모델|파라미터|짜리 모델)(?![a-z])", r"nothing but(?= )", r"(?:only|exclusively) (?=[a-z]?[a-z]?[a-z]?[0-9])", r"the former|the latter", r"on top(?! of)(?![a-z])", r"[ㄱ-ㅎㅏ-ㅣ]+", r"bulk(?![a-z])", r"(?:the )?same (?:old )?story", r"from (?:our|my) side|on (?:our|my) (?:end|side|behalf)|for (?:us|me)(?![a-z])", r"on a (?:budget|deadline|tight [a-z]+)", r"under (?:time )?pressure", r"or (?:get|make|find) (?:us|me)", r"in stock", r"in (?:our|my|the) (?:pool|account|portfolio|inventory|fleet|books?)", r"both ways", r"end to end", r"if (?:you|you'd|you would)(?: would| could)? be so (?:kind|good|nice)(?: as to)?", r"(?:(?:bid|price|limit|order) )?ladder(?= ?[,:]| (?:for|on|over|of|at)(?![a-z]))", r"more or less", r"sooner or later",
)  # fmt: skip
"""Idioms and courtesies, as patterns on clean text."""

_REMARKS = (
    r"(?:just )?let (?:me|us) know (?:if|when|should) (?:you|there|that|anything|it)[^.;\n]{0,60}",
    r"(?:whichever|either|any) way(?: (?:it|this|things) (?:goes|go|turns? out|works? out|ends? up))?(?![a-z])",
    r"(?:sorry|apologies|apologise|thanks|thank you) (?:for|about) (?:the |all |this |my |our )?(?:[a-z'-]+ ){0,3}(?:notice|rush|message|mail|email|hassle|trouble|confusion|noise|delay|mix-?up|bother|spam|inconvenience|help|patience|support|quick reply)(?![a-z])",
    r"every (?:few |other |couple of |two |three |five |ten |fifteen |twenty |thirty |[0-9]{1,4} )?(?:minutes?|mins?|seconds?|secs?|epochs?|steps?|iterations?|batches)(?![a-z])",
    r"mit (?:freundlichen|besten|herzlichen|vielen) gr(?:ü|ue|u)(?:ß|ss)en|(?:freundliche|viele|liebe|beste|herzliche) gr(?:ü|ue|u)(?:ß|ss)e|bien cordialement|cordialement|bien (?:à|a) vous|meilleures salutations|atenciosamente|cordialmente|saludos(?: cordiales)?|un saludo|(?:cordiali|distinti) saluti|met vriendelijke groet(?:en)?|med v(?:ä|a)nliga? h(?:ä|a)lsning(?:ar)?|abra(?:ç|c)os?|amiti(?:é|e)s",
    r"(?:^|(?<=[.!\n] ))(?:a )?(?:straight )?(?:swap|trade|exchange)(?: request| deal| please)?(?=:| (?:for|on) [^:\n]{3,25}: ?(?:we|i|give|sell|out|ours?)(?![a-z]))",
    r"(?:and |but )?(?:not|never) (?:a|one) (?:single )?(?:red )?(?:cent|penny|dime|dollar|buck) (?:more|over|above|past|beyond|higher|less|below|under)(?: than (?:that|this))?(?= ?(?:[.,;!)\n]|$))",
    r"(?:at )?(?:the )?same (?:max(?:imum)? |unit )?(?:price|limit|rate|cap|ceiling)(?: (?:for|on|across) (?:both|all|each|either)(?: (?:of (?:them|these|those)|two|three|four|items|lots|types|legs))*)(?= ?[:,=]? ?(?:is |of |at |max |up to )*[$0-9.])",
    r"(?<=[a-z] )(?:region|location|site|area|dc|data ?cent(?:er|re))s? only(?= ?(?:[.,;!)\n]|$))",
    r"(?:^|(?<=\n))@[a-z가-힣][a-z0-9가-힣_.-]*(?:님)?(?= )",
    r"(?:just )?in case (?:you|anyone|anybody|someone)(?:'re| is| are| were)? (?:wonder(?:s|ing)?|curious|asks?)",
    r"(?<![가-힣])(?:내부 ?)?(?:문서|관리|접수|결재|주문|참조|과제|계약) ?번호(?:는|:)? ?[a-z0-9-]{2,16}(?:번|입니다)?(?![0-9가-힣])|(?:비용|코스트) ?센터(?:는|:)? ?[a-z0-9-]{2,12}(?:입니다)?(?![0-9가-힣])|프로젝트명(?:은|:)? [가-힣a-z]{2,12}(?:입니다)?(?![가-힣])",
    r"(?:is |that'?s |price is )?firm(?= ?(?:[.,;!)]|$))",
    r"(?:our |the |my )?(?:cfo|ceo|cto|coo|vp|svp|evp|ciso)(?:'s)?(?![a-z])",
    r"b/c(?![a-z])",
    r"if (?:you|they)(?:'ve| have)?(?: got)? (?:(?:have|got) )?(?:them|any|it|some|that many|those|these|enough|one)(?: (?:available|spare|free|left|going|in stock|handy))?(?=[ ,.;!?]|$)(?! (?:in|on|at|for|under|below|with)(?![a-z]))",
    r"wish (?:us|me) (?:luck|well)|fingers crossed|touch wood|knock on wood|long live (?:the )?[a-z]+",
    r"(?:nodes?|servers?|gpus?|cards?|racks?)'? worth(?: of)?(?![a-z])|worth of(?![a-z])",
    r"(?<![가-힣])단,?(?= )",
    r"이상 ?(?:탐지|감지|거래|징후|행동|현상|징조|패턴|신호|없이)[가-힣]*",
    r"(?:주문서?|요청|신청서?|발주서?) ?(?:총 )?[0-9]{1,2} ?건(?:입니다|이에요|이요|임)?(?![가-힣])",
    r"(?:그것도 )?안 ?되면 (?:말고요?|말죠|할 수 없[가-힣]*)(?![가-힣])",
    r"그것도 안 ?되면 (?:됐(?:어요|습니다|고요)|말고요?|포기[가-힣]*|괜찮[가-힣]*|어쩔 수 없[가-힣]*)(?![가-힣])",
    r"(?:에서 )?(?:한|1) ?(?:푼|센트|원)도 더(?:는)? ?(?:안|못) ?[가-힣]{1,6}(?:(?<=[요다음임됨])|(?<=[씀냄줌감]))(?![가-힣])",
    r"(?<=고 )(?:그 ?)?대신(?:에)?,?(?= )",
    r"(?:돌리|하|쓰|굴리|사용하|학습하|있으)면 (?:다 |금방 )?(?:끝(?:나요|납니다|나거든요|나는데요?|남|이에요|입니다|나)|충분(?:해요|합니다|하거든요|함))(?![가-힣])",
    r"(?:region|location|site|place|data ?cent(?:er|re))(?:은|는| is| are| should be| must be| to be)(?= )",
    r"(?:full|whole|entire) day(?=[ ,.;!\n]|$)",
    r"say,?(?= (?:no |up |at |under |max|[$0-9]|a |two |three ))",
    r"(?:^|(?<=[.!\n])|(?<=[.!\n] ))(?:이상(?:입니다|이에요|임|이고요)?|끝)(?=[.!~\s]*$|[.!~]? ?\n)",
    r"세금 ?계산서(?:은|는|를)? ?(?:[가-힣]+ ?){0,4}(?:바랍니다|부탁[가-힣]*|주세요|예정[가-힣]*)?",
    r"(?:please |kindly )?(?:quote|mention|state|cite|use) (?:the |our |this )?(?:ref(?:erence)?|p\.?o\.?|order number|pr) ",
    r"(?:please |pls |kindly )block (?=[0-9])",
    r"(?:kindly |please )?do the needful",
    r"(?:awaiting|waiting for) your (?:reply|response|answer|confirmation|kind reply)",
    r"phase [0-9]{1,2}(?![0-9a-z]|[.,-][0-9]| ?[:)])",
    r"(?:know|ask|asking|see|check|wondering|wonder) if (?:it(?:'s| is| would be) possible(?: to)?|(?:you|we|i) (?:can|could|might))(?![a-z])",
    r"(?:품의서?|발주서?|계약서?|문서|주문서?|과제|사업)(?: ?번호)? ?(?:제 ?)?[0-9]{2,6}(?:-[0-9]{1,6}){1,3}(?: ?호)?(?! ?(?:장|대|개|노드|서버|시|일|월))(?:에 ?따라|에 ?의거(?:하여)?|와? ?관련(?:입니다|하여|해서?|한)?|입니다|로)?(?![0-9])",
    r"unit (?=(?:price|rate|cost)(?![a-z]))",
    r"(?:at )?epoch [0-9]{1,6}(?![0-9a-z]|[.,-][0-9])",
    r"(?:at )?(?:step|iteration) [0-9]{1,6}k?(?![0-9a-z]|[.,-][0-9])",
    r"(?:20[0-9]{2}년 ?)?[1-4] ?분기",
    r"ta very much|ta muchly",
    r"(?:the )?same(?: again| thing| deal)? (?=(?:on |for )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|tonight|next |the day after)[a-z]*(?: |[,.;]|$))|(?:and )?repeat(?:ed|ing)? (?=(?:on |for )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow)[a-z]*(?: |[,.;]|$))",
    r"(?:at )?your (?:pick|choice|call|discretion)|you (?:choose|pick|decide)(?: which)?|whichever (?:ones? )?(?:you (?:like|prefer|choose|want)|suits? you)",
    r"(?:we|i|they)(?:'d| had| have)? (?:paid|were paying|been paying|got (?:it|them|these) (?:at|for)) (?:about |around |roughly )?\$?[0-9][0-9.,]*[^.,;\n]{0,30}? (?:last (?:time|week|month|year|quarter)|before|previously|back then|yesterday|in the past)(?![a-z])",
    r"(?:our|the|my|another|other|one)(?: [a-z]+){0,2} (?:vendor|supplier|provider|competitor|reseller|broker|rival|marketplace|hyperscaler|cloud)s? (?:wants?|charges?|asks?|quoted|quotes|offers?|offered|is asking|are asking|charged)(?: us| me| for)* (?:about |around )?\$[0-9][0-9.,]*(?: ?(?:/|per |an? )[^.,;\n]{1,20})?",
    rf"{FAILED_ITEM_LEAD}(?=[^.;\n]{{4,90}}? {FAILED_ITEM})",
    r"(?:gpu )?(?:memory|vram|메모리) ?: ?(?=[0-9])",
    r"(?:^|(?<=\n))(?:rfq|rfp|rfi|tender|enquiry|inquiry|requisition|req|deal|trade|ticket|job)(?: (?:number|no\.?|id))? ?[#:]? ?[a-z]{0,4}-?[0-9]{2,10}(?:[-/][a-z0-9]{1,10}){0,3}(?= ?(?:\n|[.,;:—-] ?(?![0-9])))",
    r"(?:in|for) (?:any|either|all|every|both) (?:case|event)s?(?![a-z])|whichever (?:(?:one|of (?:them|these|those)) )?(?:(?:we|i|you)(?:'ll| will| do)? )?(?:get|win|land|end up with|take|receive|secure)(?: in the end)?",
    r"if (?:that's|that is|it's|it is|those are|they're|this is) all (?:there is|(?:that )?(?:you|they|we|i)(?:'ve| have)?(?: got| can (?:get|find|do|manage|spare))?|that's left|that is left|available|left)(?![a-z])|if (?:need be|it comes to it|necessary|needed|required)(?= ?[,.;)!\n]|$)",
    r"(?:please )?(?:also )?add(?: in)? (?=(?:another |an? |the )?(?:[0-9]|one |two |four |eight |sixteen ))",
    r"(?<=s )(?:all |do )?(?:clears?|cleared|gets? (?:filled|cleared|matched|done)|(?:are|is) (?:filled|cleared|secured|matched)|(?:go|come)(?:es)? through|execut(?:es?|ed))(?=[,.;)!\n]|$| (?:do|then|and|also|first|only)(?![a-z]))",
    r"(?:(?:i|we)(?:'d| would|'ll| will) (?:take|accept|be (?:happy|fine|ok(?:ay)?) with|go ahead with)(?: it| them| that)? |(?:but |and )?(?:ok(?:ay)?|fine|good|valid) )?(?:if|as long as|provided(?: that)?|so long as) (?=(?:at least|a minimum of|min(?:imum)?|no less than) [0-9]{1,3} ?(?:%|percent) (?:of (?:it|them|the order) )?(?:is |are |gets? |can be )?(?:fill|clear|match|execut))|(?<=%|t) (?:is |are |gets? |can be )?(?:fills?|filled|clears?|cleared|matched|executed)(?= ?[,.;)!\n]|$)",
    r"partial(?: fills?| fill| execution)?(?: (?:is|are))? (?:ok(?:ay)?|fine|accepted|allowed|welcome|acceptable),? ?(?=(?:down to|min(?:imum)?|at least|from|above|but) )",
    r"본 ?(?:요청|주문|입찰|건|발주|문서|공문|신청|제안|호가)(?:서|은|는|의|을|를|이)*(?![가-힣])",
    r"(?:^|(?<=[.!?\n,])|(?<=[.!?\n,] ))(?:형|형님|누나|누님|언니|오빠|선배|후배|쌤|샘|보스|사장님?|부장님?|차장님?|과장님?|대리님?|팀장님?|실장님?|대표님?|매니저님?|교수님?|담당자님?|친구|얘들|님들)(?:들)?(?:아|야|이여)?[~!,.]*(?=[ \n]|$)",
    r"(?<![0-9.,])[0-9]{1,4}[ -]?(?:bits?|비트)(?![a-z])(?: ?(?:quanti[sz](?:ation|ed)|양자화|정밀도|precision|floats?|integers?|models?))?|(?:int|fp|bf|nf|tf|q)-?[0-9]{1,2}(?![0-9a-z])(?: (?:quanti[sz](?:ation|ed)|precision|training|inference))?",
    r"(?<![0-9.,])[0-9]{1,3} ?(?:차|단계|호기|회차|번째|기수|학기|세대|에폭|스텝|챕터|라운드)(?:에|의|로|는|은|이|가|를|용|째)?(?![가-힣]) ?(?=(?:실험|테스트|학습|평가|사업|연구|검증|모델|프로젝트|훈련|파일럿|시험|과제|추진|개발|배포|실증|튜닝|파인튜닝|미팅|회의|심사|발표|마감|버전))",
    r"(?<![가-힣])끝(?=[.!~\s]*$)",
    r"i (?:guess|suppose|reckon|think|believe)(?! so)(?![a-z])|if i may|you know(?![a-z])",
    r"(?<![a-z])[a-z]{2,20}용(?:으로|도로?)?(?![가-힣])",
    r"(?:(?:that|which|and) )?(?:(?:will|would|are|is) )?(?:(?:just|currently|otherwise|now) )?(?:sit|stand|lie|go|goes|going|sits|stands|sitting|standing|lying)(?: (?:there|around))? (?:idle|empty|unused|spare)(?![a-z])",
    r"(?:we|i|they|it) (?:were |was |got )?(?:let|kept) (?:us|me) down|let (?:us|me) down(?: again)?",
)
PHRASES: tuple[str, ...] = (*_IDIOMS, *REPLIES, *FORM_LINES, *_REMARKS)

PURPOSE = r"(?:for (?:the|our|my|a|an|his|her|their|this|that|some|another|one of|internal|testing|training|research|inference|[a-z]+ing|(?:[a-z-]+ ){1,3}(?:evals?|training|work|jobs?|runs?|tests?|project|workloads?|experiments?|research|benchmarks?|demo|team|customer|client|inference|rendering|finetun(?:e|ing)|fine-tun(?:e|ing)|purposes?))(?![a-z])|to (?:re-?)?(?:train|run|test|try|finish|do|host|serve|render|process|support|handle|cover|help|meet|fine-?tune|evaluate|benchmark|reproduce|launch|power|complete|get|hit|make|keep|validate|simulate|see|check|play|experiment|use|ship|beat|wrap|burn|feed|warm|debug|generate|embed|index|label|score|compare|prepare|pretrain|bring|catch|deliver|push|retrain|crunch|absorb|relieve|backfill|replace|fill|kick|let|give|replicate|deploy|build|demo|prove|show|stress|load|migrate|scale|speed|start|begin|end)(?![a-z])|because(?! of the price)|since (?:our|we|the|my|i|they)|so (?:that|the|we|our|i|they|basically)|as (?:our|we|the|my|i|they)(?![a-z])|which (?:is|are|we|will|has|should|would|i)|who(?: is| are|'s)?(?= )|due to|thanks to|on behalf of|while (?:we|our|the|i)|given (?:that|our|the)|in order to|(?:that|this) (?:we|i) (?:need|want|use|are|have)|(?:need|use|using|want) (?:em|them|it|these|those) (?:for|to|in))"
"""What opens a purpose or a reason: the words behind it, to the end of the clause or the next thing understood, are context."""

DANGER = frozenset(
    """
if unless until till except excluding without not no never none neither nor cannot can't won't instead cheapest lowest highest least most half third quarter double twice triple
less more fewer same other different last previous another else otherwise rather only maybe perhaps probably depends depending average minimum maximum min max
before after during between through till every weekly monthly yearly recurring repeat renew extend cancel amend
upgrade downgrade swap exchange trade hedge collateral margin leverage futures call put
""".split()
)
"""Inside an order's clause these change meaning; unexplained, they are asked about."""

CONDITION = frozenset(
    [
        "if",
        "unless",
        "provided",
        "assuming",
        "whenever",
        "contingent",
        "subject",
        "depending",
        "conditional",
        "except",
        "cancel",
    ]
)
"""In any clause these may be a condition on the order; unexplained, they are asked about."""

KOREAN_STEMS = tuple(
    """
필요 부탁 구해 구하 구합 원하 원합 원해 쓰 쓸 써 씁 돌리 돌릴 돌려 돌립 사용 이용 잡아 잡고 잡 예약 신청 요청 주문 입찰 매수 구매 확보 찾 알아 봐 보고 하고 하려 합니다 해요 해 할게 할까 하면 하는 할 했 한 하
주세 주셔 주시 주실 줘 줄 주면 주 드려 드립 드리 드릴 좀 꼭 그냥 일단 혹시 제발 빨리 급 급해 급하 급히 좋 괜찮 됩니다 돼요 되면 되는 되고 됨 될 된 돼 되 가능 있 없 있을까 있나요 있어요 있습 같 싶 생각 예정 계획 희망 필수
안녕 감사 고맙 수고 죄송 실례 여러분 담당자 팀 우리 저희 제가 저는 내가 나는 나 저 제 이거 그거 이것 그것 이 그 저기 여기 요 네 예 음 아 어 오 자 근데 그런데 그래서 그러면 그럼 그리고 그래 하지만 그러나 때문 위해 위한 위하 용도 용으로 용 목적
모델 학습 훈련 파인튜닝 추론 실험 테스트 연구 논문 마감 프로젝트 서비스 배포 데모 벤치마크 평가 렌더링 작업 업무 과제 회사 스타트업 고객 클라이언트 사용자 개발 데이터 데이터셋 배치 이벤트 출시 런칭 발표 회의 대표 팀장 교수 학생 랩 연구실 연구소 병원 은행 대학 학교
유휴 놀고 노는 놀리 통으로 통째 최대한 남는 남은 남아 보유 가지고 가진 갖고 얼마 조금 정도 정말 뭐든 무엇이든 뭐라도 어떤 잘게 자러 계열 시리즈 골라 고르 선택 뽑 야 얘들아 저기요 진짜 너무 아주 매우 참 다들 모두들 오늘도 항상 늘 이미 아직 벌써 곧 방금 아까 지금은 나중 다시 또한 역시 물론 사실 솔직 어디든 어디나 아무데나 아무 상관 무관 지역 리전 위치 장소 가격 단가 수량 기간 시간 날짜 일정 품목 제품 상품 종류 옵션 조건 비고 메모 참고 내용 요약 제목
이면 이고 이며 며 이라 라 라서 라도 으로 에서 까지 부터 만 도 는 은 이 가 을 를 의 에 와 과 로 들 요 죠 네요 거든요 는데 은데 니까 해서 하게 하도록 했으면 였으면 시면 십시오 세요 까요 나요 가요 습니다 입니다 니다 인데 이에요 예요 이요 일까 건데 건 것 걸 게 거 듯 편 쪽 분 님 씨
중인 일시 품목 제일 나오 나와 구할 맞추 맞춰 시작 진행 처리 완료 확인 알려 말씀 문의 연락 답변 회신 보내 올려 올리 걸어 걸고 넣어 넣고 담아 채워 채우 빌 임 대여 임대 싸 저렴 최고 최적 넉넉 충분 부족 바쁘 바빠 늦 밤늦 새로 처음 이번엔 이번에 저번 덕분 도움 도와 고민 걱정 기다 기대 짧 길 크 큰 작 많
동안 내내 매일 간 수 짜리 어치 만큼 씩 당 개당 전체 총 합 단위 기준 대략 개 장 대 노드 서버 때 경우 둘 하나 각각 따로 함께 같이 더 추가 나눠 나누 나뉘 쪼개 붙여 연속 무조건 반드시 아무래도 어차피 여유 무리 문제 상황 사정 이유 관련 대해 대한 통해 따라 위주 중심 구성 스펙 사양 카드 그래픽카드 지피유 곳 지시 의뢰 마지노선 묶인 묶여 기종 짠가 긴급 요망 퇴근하고 출근하 얼른 협조 바랍 바라 올릴 쪼매 쪼까 쪼깨 억수로 겁나 허벌나게 퍼뜩 후딱 함 임 겁니 거예 겁니다 넣었 넣어
계신 계실 계세 가져가 유학생 대학생 직장인 걍 돌림 굴림 앗 헉 엥 윽 헐 아차 아이고 에구 어머 오오 와우
증설 켜야 켜둘 켜둬 켜놓 켜놔 켜고 켜서 켤 킬 켭 굴리 굴릴 굴려 굴립 태우 태울 태워야 태웁 띄우 띄울 띄워야 띄웁 붙여야 대기시켜 대기시킬 대기시킵 투입해 투입하 투입할 투입합 가동해 가동하 가동할 가동합 준비해 준비하 준비할 세워야 세워두 세워둬 물려야 물릴 마련해 마련하 마련할 둬야 놔야 둡니 놓을 둘게요
""".split()
)
"""Beginnings of Korean words that carry no wish of their own; any endings may follow."""

KOREAN_VERBS = frozenset("싶 있 없 같 좋 하 합 해 할 했 되 됩 돼 될 쓰 써 쓸 씁 살 주 줄 줘 드 보 봐 볼 찾 잡".split())
"""Stems of one syllable that take long endings."""

KOREAN_DANGER = (
    "때만",
    "하나만",
    "한쪽만",
    "건만",
    "건까지만",
    "싼 쪽",
    "싼 걸",
    "저렴한 쪽",
    "저렴한 걸",
    "무료",
    "공짜",
    "무상",
    "때에만",
    "경우만",
    "경우에만",
    "에만",
    "에게만",
    "한테만",
    "조건으로",
    "조건하에",
    "한해서",
    "제외",
    "말고",
    "빼고",
    "아닌",
    "아니",
    "않",
    "못",
    "없이",
    "이상",
    "이하",
    "초과",
    "미만",
    "절반",
    "두 배",
    "리전별",
    "지역별",
    "센터별",
    "업체별",
    "노드별",
    "단계별",
    "날짜별",
    "떨어",
    "오르",
    "취소",
    "변경",
    "연장",
    "갱신",
    "만약",
    "만일",
    "조건부",
    "대신",
    "보증",
)

SELLING = frozenset(
    """
flog flogging hawk hawking ditch ditching vend vending peddle peddling market marketing monetise monetize liquidate liquidating supply supplying short shorting
auction auctioning sublet subletting release releasing return returning shed donate donating loan loaning lend lending rent renting lease leasing let letting
hire hiring list listing offer offering offers sell selling dump dumping unload offload surrender relinquish
""".split()
)
"""Verbs that may turn a purchase into a sale; where they are not understood, they are asked about."""

TIMELIKE = frozenset(
    """
lunch lunchtime lunchbreak dinner dinnertime breakfast brunch teatime supper dawn dusk sunrise sunset daybreak nightfall midday midweek midnight daytime nighttime bedtime fortnight
fortnightly semester term trimester season spring summer autumn fall winter century decade easter ramadan diwali hanukkah eid passover lent advent lunar solstice equinox shift shifts
hourly daily nightly weekly monthly quarterly yearly annually forever permanently temporarily briefly overnight peak
""".split()
)
"""Words of time that name no window of the conventions; unexplained, they are asked about."""

BEFORE_TIME = frozenset(
    "last first second third fourth fifth early late mid other previous past following final opening closing alternate between until till before after beyond around about roughly half".split()
)
PART_OF_TIME = frozenset("beginning start middle turn top latter early late part".split())
"""Said of a period ("beginning of next week"), these mean a part of it that no convention fixes."""
AFTER_TIME = frozenset(
    "onward onwards ish earliest latest ago before after fortnight plus minus exclusive inclusive-ish except excluding".split()
)
BEFORE_COUNT = frozenset(
    "over about around nearly almost approximately circa more less than under beyond double twice half triple every".split()
)
"""Words that change the time or count they stand beside; elsewhere most are idle."""

RISKY = frozenset(
    """
split spread across region regions location locations site sites cluster clusters rack vendor vendors provider providers supplier same per network memory storage version
extra batch batches stages several group flexible partial pieces single dedicated shared private public priority new old used fast slow latest early late
weekly daily nightly monthly quarterly annual hosted load second third first two three shot mode special hard
""".split()
)
"""Harmless in a sentence of context, but possibly a wish where they stand in the order's own sentence."""
NEGATION = frozenset(
    "not no never without nor neither cannot don't doesn't didn't won't can't isn't aren't wouldn't shouldn't mustn't dont cant wont".split()
)

BEFORE_PLACE = NEGATION | frozenset(
    "hold skip skipping dodge shun ban banned banning block blocked blocking drop dropping hate hates unlike sans minus except excepting leaving leave away clear "
    "office offices hq headquarters headquartered customer customers client clients colleague colleagues team teams user users lab boss".split()
)
"""Words that may turn a place behind them into one that is not wanted: never idle there."""

AFTER_PLACE = frozenset(
    "office offices team teams depot airport warehouse plant factory clinic hospital studio school stadium museum metro branch lab labs customer customers client clients user users hq headquarters colleague colleagues group desk crew folks people engineers researchers "
    "conference summit workshop meetup event show demo launch hackathon expo fair symposium campus university college election elections marathon games olympics trip visit premiere festival "
    "지사 본사 사무소 사무실 팀 고객 고객사 연구소 직원 직원들 지점 법인".split()
)
"""Words that say that the place before them is where people are: whether the order is bound to it is asked."""

MODEL_SIZE = r"(?:~|about )?[0-9]{1,4}(?:\.[0-9]+)?\s?(?:b|m|t|bn|billion|trillion|million)[ -]?(?:param(?:eter)?s?|model|moe|llm|tokens? of (?:data|text))?(?![a-z0-9])"
