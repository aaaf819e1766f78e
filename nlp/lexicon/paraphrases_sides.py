"""Turns of phrase for who gives and who takes: capacity that is offered, and what is wanted beside it.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, START

_COUNT = r"(?:(?:up to |at least |another |some |our |my |the )?(?:[0-9]{1,5}(?![0-9:.]|,(?! )|[ -]?(?:hours?|hrs?|days?|am|pm|weeks?|nights?)(?![a-z]))|one|two|three|four|six|eight|ten|twelve|sixteen|twenty|thirty|forty|half a dozen|a dozen|a node|a rack|an? [a-z]{1,4}[0-9]))"
_SELLING = r"(?<![a-z])(?:sell(?:ing)?|for sale|offer(?:ing)?|off-?load(?:ing)?|unload(?:ing)?|part(?:ing)? with|lend(?:ing)?(?! (?:us|me)(?![a-z]))|sub-?let(?:ting)?|sub-?leas(?:e|ing)|(?:leas|rent|lend|loan|hir)(?:e|ing)? out|(?:leas|rent|lend|loan|hir)ing out|get(?:ting)? rid of|giv(?:e|ing) up|wts)(?![a-z])"
_TEXT = r"(?:[^\n]|\n(?! ?\n))"
_LOT = rf"(?<![a-z0-9.])[0-9]{{1,5}} {_TEXT}{{0,40}}?[a-z]{{1,4}}[0-9]"
_WE = r"(?:(?:we|i)(?:'d|'ll|'re|'m|'ve)?(?: (?:are|am|would|will|do|also|still|then|now|just|only|really|urgently|have))*|but|and|also|are|am|to)"
_WANTING = r"(?:need(?:ing)?|request(?:ing)?|reserv(?:e|ing)|order(?:ing)?|book(?:ing)?|purchas(?:e|ing)|want(?:ing)?|requir(?:e|ing)|(?:in )?(?:search of|need of|the market for)|look(?:ing)? (?:for|to (?:buy|get|book|rent|find|secure))|seek(?:ing)?|short of|short|(?:could|can) (?:use|do with)|(?:would |'d )?like(?: to (?:have|get|buy|book|rent))?|after|hunting for|shopping for|wish (?:for|to (?:buy|get|book))|take|wanted|required|needed|wtb)"
_NOT_WANTING = r"(?!need|want|looking|seek|requir|get |get$|after |buy|book|reserve|could |can |hire |may |please|order|request|find|grab|bid|any(?:one|body)|does |do you|is there|are there|who has)"
_ADVERTISED = r"(?:up for (?:grabs|rent|hire|lease|sublet|auction|bids|taking|the taking)|(?:available )?for (?:hire|rent|lease)(?= (?:on|from|this|next|tomorrow|tonight|mon|tue|wed|thu|fri|sat|sun|at|until|over|between|,)|[,.;!\n]|$)|to let(?! (?:you|us|me|it|them|the|our|my|anyone)(?![a-z]))|going spare|going begging|on the (?:auction )?block|looking for a (?:new )?(?:home|tenant|buyer|taker)|(?:free|ready|there) for the taking|(?:free|going|open) to (?:a |any )?good homes?|(?:can|could) be (?:had|yours|rented|leased|hired)|yours(?= (?:for|at|on|from)(?![a-z])))"

_GIVES = r"(?:hand(?:s|ing)? over|giv(?:e|es|ing)|sell(?:s|ing)?|part(?:s|ing)? with|let(?:s|ting)? go|offload|offer|deliver|provide|release|supply)"
_ON_SUPPLY = r"(?:sit|sits|stand|stands|live|lives|are|is|run|runs)"
_HOUSED = r"(?:(?:currently|all|now|physically) )*(?:sitting|standing|located|housed|hosted|racked|based|installed|situated|kept|parked|placed|to be found|at home|running|up and running|deployed)"
_GOODS = r"(?:they|these|those|it|all of (?:them|it)|(?:the|our|all) (?:[a-z0-9]+ )?(?:cards?|gpus?|machines?|nodes?|boxes|servers?|hosts?|kit|hardware|cluster|gear|rigs?|ones?|systems?|capacity))"
_CAN = r"(?:(?:(?:we|i)(?:'ll|'d)?|our side|our team|our lab)(?: (?:can|could|will|would|shall|may|might|are (?:able|willing|happy|ready|prepared|glad|pleased) to|am (?:able|willing|happy|ready|prepared|glad|pleased) to|want to|wish to|plan to|intend to|are going to|are looking to|'re looking to|are|am|have to))*|(?:happy|willing|able|ready|glad|looking|hoping|prepared|wishing|planning|aiming|trying) to|will|can)"

_UNBROKEN = r"(?:(?!(?<![a-z])(?:if|not|never|no|unless|when|or|buy|need|want|already)(?![a-z]))[^.;!?\n]|\.(?=[0-9]))"
_TO_BE = r"(?:(?:is|are) to be|to be|(?:should|must|shall|can|could|will|may) be|(?:needs?|has|have) to be|up to be)"
_SOLD = r"(?:sold|resold|auctioned(?: off)?|disposed of|off-?loaded|rented out|leased out|hired out|let out|lent out|given up|sub-?let|put up for sale|monetised|monetized)"
_OTHERS = r"(?:my friend|friend|mate|guys|folks|please|then|buddy|everyone|team|people)"
_UNUSED = r"(?:using|use|need|needing|touch|touching|want|going to (?:use|need)|requiring|require|running anything on)"

_NO_SIDE = r"(?![^\n]*(?<![a-z])(?:sell(?:ing)?|for sale|offer(?:ing)?|buy(?:ing)?|need|want|bid(?:ding)?|pay|max(?:imum)?|limit|cap|budget|lend|lease|rent|spend|up to|at most|looking|require|book|reserve|get)(?![a-z]))"
"""No word of either side and no most that is paid."""
_SAID_SUM = r"(?:(?:usd ?)?\$ ?[0-9][0-9.]*|[0-9]*\.[0-9]{2}|[0-9]{1,3} ?(?:c|cents))(?: ?(?:/|per |an? )(?:gpu|card)?[- ]?(?:hours?|hrs?|h))?"
_LEAST_SUM = rf"(?:{_SAID_SUM} (?:floor|or above|or more|or higher|and (?:up|above))|(?:floor(?: of| is| at)?|no less than|not less than|not below|not under) {_SAID_SUM})"

SIDES: tuple[tuple[str, str, str], ...] = (
    ("spread", rf"{START}(?:[a-z]+ )?spread(?: trade| order)? ?:(?= (?:sell|buy|long|short)(?![a-z]))", "package:"),
    # Sold, told by what becomes of the lot or of who speaks.
    (
        "to be |should be|must be|shall be|can be|could be|will be|may be",
        rf"(?P<b>(?:^|(?<=[.!?;:,\n] )|(?<=\n))(?:please |kindly |our |my |the )*)(?P<x>(?:up to )?{_COUNT} {_UNBROKEN}{{2,60}}?) {_TO_BE} {_SOLD}(?= (?:for|on|from|at|this|next|tomorrow|tonight|in|over|between|by us|not|min)| ?[,.;!\n]|$)",
        "{b}sell {x}",
    ),
    (
        "sold",
        rf"(?<![a-z])(?:have|get|see)(?: our| my)? (?P<x>{_COUNT} {_UNBROKEN}{{2,40}}?) sold(?= (?:for|on|at|this|next|tomorrow|tonight)|[,.;]|$)",
        "sell {x}",
    ),
    ("disposal", rf"{START}(?:up )?for disposal ?:?(?= {_COUNT})", "for sale:"),
    (
        "hold",
        rf"(?P<h>(?:^|(?<=[.!?;,\n] )|(?<=[\n])|(?<=[a-z] ))we (?:currently |still |now )?)hold(?P<lot> {_COUNT} [^.;!?\n]{{2,60}}?),? (?:(?:which|that) (?:are|is) )?(?:free|idle|spare|unused|available|going spare|surplus)(?= (?:on|from|this|next|tomorrow|tonight|mon|tue|wed|thu|fri|sat|sun|at|until|over|between|for|all|,)|[,.;!\n]|$)(?=[\s\S]*(?<![a-z])(?:floor|min|minimum|at least|or more|or better|reserve|ask(?:ing)?)(?![a-z]))",
        "{h}have for sale{lot}",
    ),
    (
        "seller|offeror",
        rf"{START}(?:(?:i'm|we're|i am|we are)(?: an?| the)? )?(?:sellers?|offerors?)(?: here| side)?(?: of)?[,:]? ?-? ?(?={_COUNT} )",
        "sell ",
    ),
    (
        "lower|under|below|cheaper|less",
        r"(?<![a-z])(?:and |but )?(?:(?:nothing|never(?: anything)?) (?:lower|cheaper|under|below|less)(?: than)?|not (?:a|one) (?:cent|penny|dime) (?:lower|less|under|below)(?: than)?)(?= ?(?:usd ?)?\$?[0-9])",
        "at least",
    ),
    (
        "higher|dearer|pricier",
        r"(?<![a-z])(?:and |but )?(?:nothing|never(?: anything)?) (?:higher|dearer|pricier|greater)(?: than)?(?= ?(?:usd ?)?\$?[0-9])",
        "at most",
    ),
    (
        "not |n't |nt |no longer|cannot|never",
        rf"(?P<x>(?<![a-z0-9])(?P<g>PRODUCT)),? (?:(?:that|which) )?(?:(?:we|i)(?:'re| are|'m| am|'ve| have|'ll| will)? ?(?:not|no longer|don't|do not|won't|wont|dont|will not|can't|cannot|aren't|never)(?: actually| currently| really)?(?: be)? {_UNUSED}|(?P<t>(?:this|next) (?:week|weekend|month) )?(?:are|is|'re) (?:not|no longer) (?:needed|used|in use|required|wanted)(?: by (?:us|me))?)(?=[ ,.;][^\n]*(?:{_SELLING}|sell (?:it|them)|flog|resell|for sale))",
        "{x} {t}",
    ),
    (
        "that we|which we|that i|which i",
        rf"(?<=[a-z0-9]),? (?:that|which) (?:we|i)(?:'re| are|'m| am|'ve| have|'ll| will)? ?(?:not|no longer|don't|do not|won't|wont|dont|will not|can't|cannot|aren't|never)(?: actually| currently| really)?(?: be)? {_UNUSED}(?= ?[,.;][^\n]*(?:{_SELLING}|sell (?:it|them)|flog|resell|for sale))",
        "",
    ),
    (
        "or ",
        rf"(?P<p>(?<=[0-9])|(?<=per gpu-hour)|(?<=/gpu-h)|(?<=/hr)),? or (?:else )?(?:(?:they|it|these|those|the (?:cards|gpus|nodes|boxes)|we|i)(?:'ll| will|'d)? (?:just |all )?(?:stays?|sits?|remains?|keeps?|holds?(?: on to)?|gathers?|shelves?|don't sell|won't sell|do not sell)(?: (?:idle|put|unsold|dark|off|here|home|at home|with us|em|them|it|those|dust|there|around|unused|where they are|in the rack|myself|ourselves|for ourselves))*){END}",
        "{p}",
    ),
    (
        "swap|trade|exchange|barter|switch",
        rf"{START}(?:(?:let's|let us|shall we|how about we|can we|could we|i propose we|we could) )(?:do (?:a|an) |make (?:a|an) )?(?:swap|trade|exchange|barter|switch)(?:,? {_OTHERS})*(?= ?[,:;.?!—-])(?=[^\n]*(?<![a-z])(?:you(?:'d|'ll)? (?:take|get|receive|have)|{_GIVES})(?![a-z]))",
        "tbh",
    ),
    # Where what is offered stands.
    (
        "sit|stand|live|located|housed|hosted|racked|based|installed|situated|kept|parked|placed|found|home|running|deployed| are in | is in ",
        rf"{START}(?:and |where |which |all )?(?:{_GOODS} )?(?:{_ON_SUPPLY}(?: {_HOUSED})?|{_HOUSED}) (?=(?:in|at) (?:our |the )?[a-z])",
        "",
    ),
    # Traded, each end with its own verb.
    (
        "swap|trade|exchange",
        rf"{START}(?:(?:a|proposed|straight|simple|this is a|it's a|proposing a|here's a) )*(?:swap|trade|exchange)(?: request| proposal| deal)?(?=[,:;.—])(?=[^\n]*(?<![a-z]){_GIVES}(?![a-z]))",
        "tbh",
    ),
    (
        "exchange of|swap of|trade of|exchange for|swap for",
        rf"{START}(?:(?:a|an|proposed|straight|simple|this is an?|it's an?|proposing an?|here's an?|we propose an?|requesting an?|(?:we|i)(?:'d| would) like an?) )*(?:swap|trade|exchange) of (?:our |my )?(?P<a>{_COUNT} {_TEXT}{{2,60}}?) (?:for|against|into) (?P<b>{_COUNT} )",
        "sell {a}, buy {b}",
    ),
    (
        "you get|you take|you receive|you have|you'd get|you'll get",
        rf"(?<![a-z])(?<!should )(?<!if )(?<!do )(?<!can )(?<!could )(?<!when )(?<!that )(?<!whether )(?:and |then |while )?you(?:'d|'ll| would| will| can)? (?:get|take|receive|have)(?= {_COUNT} {_TEXT}{{4,80}}(?<![a-z])(?:we|i)(?:'d|'ll| would| will)? (?:get|take|receive|have)(?![a-z]))",
        "sell",
    ),
    (
        "give",
        rf"(?<![a-z])(?:we|i)(?:'d|'ll| would| will| can| could)? (?:give|hand|send|pass|let)(?: over)?(?: (?:you|them))?(?: have)?(?= {_COUNT} {_TEXT}{{4,90}}(?<![a-z])(?:you (?:give|hand|supply|provide|send|let)|in (?:return|exchange)|(?:we|i)(?:'d|'ll| would| will)? (?:get|take|receive|have|want))(?![a-z]))",
        "sell",
    ),
    (
        "you give|you hand|you get|you take|you receive|you sell|you supply|you provide|you send",
        rf"(?<![a-z])(?:and |then |while )?(?:in (?:return|exchange)(?: for (?:that|which|them|those|it))?,? )?you (?:give|hand|supply|provide|sell|send|let)(?: over)?(?: (?:me|us))(?: have)?(?= {_COUNT})",
        "buy",
    ),
    (
        "in return|in exchange|compensation|in turn|against",
        rf"(?<![a-z])(?:and )?(?:in (?:return|exchange|compensation|turn)|as (?:a )?compensation|against (?:that|this|which|it))(?: for (?:that|which|them|those|it|this|these))?,? (?:(?:(?:we|i)(?:'d| would|'ll| will|'re| are)?(?: like| want| to| be)* )?(?:get|take|receive|have|want|like|need|expect|ask for|buy|getting|taking|receiving|buying|wanting|needing|requesting|acquiring|buying in) )?(?={_COUNT} )",
        "buy ",
    ),
    (
        " out",
        rf"{START}(?P<a>{_COUNT} (?:x )?[a-z0-9 ]{{2,30}}?) (?:go(?:es)? )?out,? (?:and )?(?P<b>{_COUNT} (?:x )?[a-z0-9 ]{{2,30}}?) (?:come(?:s)? )?in(?=[,;.\n ]|$)",
        "sell {a}, buy {b}",
    ),
    (
        "out go|going out|outgoing|out:",
        rf"{START}(?:out (?:go(?:es)?|:)|going out ?:?|outgoing ?:?|out ?:)(?= {_COUNT})",
        "sell",
    ),
    (
        "in come|coming in|incoming|in:",
        rf"{START}(?:and )?(?:in (?:come(?:s)?|:)|coming in ?:?|incoming ?:?|in ?:)(?= {_COUNT})",
        "buy",
    ),
    (
        "in exchange for|in return for",
        rf"(?P<x>(?:^|(?<=[.\n:,] ))in (?:return|exchange) for {_COUNT} {_TEXT}{{4,90}}?),? (?:we|i)(?:'d|'ll| would| will| can| could)? (?:give|offer|hand(?: over)?|provide|deliver|put up|let go(?: of)?|part with|sell)(?: you| them)?(?= {_COUNT})",
        "{x} sell",
    ),
    ("in exchange|in return", rf"(?<![a-z]),? ?(?:and )?in (?:return|exchange) for (?={_COUNT} )", " and buy "),
    (
        "your",
        rf"(?:^|(?<=\n)|(?<=[.!?:] ))(?:(?:i|we)(?:'d|'ll|'m| will| would)? (?:give|offer|swap|trade|exchange|propose) )?(?:my|our) (?P<a>{_COUNT} {_TEXT}{{2,40}}?),? (?:for|against) your (?P<b>{_COUNT} )",
        "sell {a}, buy {b}",
    ),
    (
        "trad|swap|exchang",
        rf"{START}(?:(?:i'm|we're|i am|we are|(?:i|we)(?:'d| would)? like to|want to) )?(?:trad(?:ing|e) in|swapping|exchanging|trading)(?: my| our)? (?P<a>{_COUNT} {_TEXT}{{2,60}}?) (?:for|against|into) (?P<b>{_COUNT} (?:x )?(?:nodes? of )?[a-z]{{1,4}}[0-9])",
        "sell {a}, buy {b}",
    ),
    # Let go of in other words.
    (
        "sell|offer|list|rent|leas|let|hire|part|dispos|get rid",
        rf"(?<![a-z])(?:so|and|hence|therefore|thus|which is why|that's why|but)?,? ?(?:{_CAN}|we're|we are|i'm|i am|we've decided to|we have decided to)(?: now| thus| therefore| gladly| happily)* (?:sell(?:ing)?|offer(?:ing)?|list(?:ing)?|rent(?:ing)? out|leas(?:e|ing)|let(?:ting)?(?: go of)?|hir(?:e|ing) out|part(?:ing)? with|dispos(?:e|ing) of|get(?:ting)? rid of|put(?:ting)? up|giv(?:e|ing) up) (?:them|these|those|it|the (?:lot|cards|gpus|machines|capacity|whole lot))(?: all| off| out| up| go)?(?: (?:now|here|for sale))?(?= ?[,.;:]|$| at | for | from | to )",
        " for sale",
    ),
    (
        "sells|gives up|hands over|parts with|lets go|offloads|unloads|releases|leases out|rents out",
        rf"(?<![a-z])(?:sells|gives up|hands over|parts with|lets go of|offloads|unloads|releases|leases out|rents out|hires out|lends out)(?: (?:our|their|its|my|the))?(?= {_COUNT})",
        "sell",
    ),
    (
        "buys|takes|acquires|purchases|receives|gets",
        rf"(?P<x>(?<![a-z])sell{_TEXT}{{4,120}}?(?<![a-z])(?:and |but |while |then )?)(?:it |she |he |they )?(?:buys|takes|acquires|purchases|receives|gets|wants|needs|requires|books|rents|hires|is buying|is after|is looking for)(?= {_COUNT})",
        "{x}buy",
    ),
    (
        "surplus|excess|going spare|can spare|do without",
        rf"(?P<x>{_COUNT} (?:x )?(?:idle |unused |spare )?[a-z0-9]+(?: (?:gpus?|cards?|nodes?|sxm|pcie))?),? (?:(?:that|which) )?(?:(?:are|is) )?(?:surplus(?: to (?:our |my |the )?requirements?)?|in (?:surplus|excess)|superfluous|going spare|(?:we|i) (?:can|could) (?:spare|do without))(?= ?[,.;:]| (?:on|from|this|next|tomorrow|tonight|mon|tue|wed|thu|fri|sat|sun|at|until|over|between|for|in|with) ?|$)",
        "{x} for sale",
    ),
    ("off your hands", r"(?<![a-z]) ?off your hands(?![a-z])", ""),
    (
        "make|making|made",
        rf"(?<![a-z])(?:{_CAN} make|making|we(?:'ve| have) made)(?P<lot> {_COUNT} {_TEXT}{{2,50}}?) available",
        "selling{lot}",
    ),
    (
        "release|releasing|provide|providing|supply|supplying|hand|yield|cede|contribute|forgo|vacate|put|deliver|furnish|free",
        rf"(?:{START}|(?<=and ))(?:{_CAN} (?:release|provide|supply|hand (?:over|back|on)|yield|cede|contribute|forgo|vacate|put (?:up|forward|out)|deliver|furnish|free up)|releasing|providing|supplying|handing (?:over|back|on)|yielding|ceding|contributing|vacating|putting (?:up|forward|out)|freeing up)(?: (?:our|my|the))?(?= {_COUNT})",
        "selling",
    ),
    (
        "no use|no need|no work|nothing to run|not using|aren't using|not needing|don't need|do not need|won't need|won't be using|can't use",
        rf"{START}(?:(?:we|i)(?:'ve| have)?(?: got)? no (?:use|need|work|demand) (?:for|of)|(?:we|i)(?:'re| are|'m| am)? ?(?:not using|aren't using|not needing|don't need|do not need|won't need|won't be using|can't use|cannot use))(?= {_COUNT} {_TEXT}{{2,90}}{_SELLING})",
        "",
    ),
    ("ask", rf"{START}(?:our |my )?ask(?: side)? ?: ?(?={_COUNT})", "selling "),
    # Offered in other words than "for sale".
    (
        "notice|unsold|availability|unplaced|unallocated",
        rf"{START}(?:(?:spare |free |open |surplus )?capacity (?:notice|announcement|alert)|(?:notice|announcement) of (?:spare |free |open |surplus )?(?:capacity|availability)|(?:still |currently |as yet |remaining )*(?:unsold|unplaced)(?: (?:capacity|stock|inventory|lots?|time))?)(?: (?:for|from|of) [a-z]{{3,12}})? ?: ?(?=(?:our |my |the )?{_COUNT})",
        "selling ",
    ),
    (
        "on sale",
        r"(?:^|(?<=\n)|(?<=[.!;] ))(?:now |also |again |currently |we have )?on sale(?= (?:from|on|for|this|next|tomorrow|tonight|mon|tue|wed|thu|fri|sat|sun|now|at|between)(?![a-z])[^\n?]*?[0-9]| ?: ?[0-9])",
        "for sale",
    ),
    (
        "by the hour|hour by hour|any hours",
        rf"^(?P<x>{_NO_SIDE}(?:[^\n?]{{0,60}}[.:] )?{_COUNT} (?=[^\n?]{{4,120}}?(?<![a-z])(?:by the hour|hour by hour|in any hours))[^\n?]{{4,160}}?(?<![a-z0-9.$]){_LEAST_SUM}{END})",
        "for sale: {x}",
    ),
    (
        "asking |, ask |; ask |. ask ",
        rf"^(?P<x>{_NO_SIDE}(?![^\n]*(?<![a-z])or(?![a-z]))(?:[^\n?]{{0,60}}[.:] )?{_COUNT} [^\n?]{{4,120}}?[,;.] )(?:(?:we're|we are|i'm) )?ask(?:ing)?(?: price)?(?: of| is| at|:)? ?(?=(?:usd ?)?\$ ?[0-9]|[0-9]*\.[0-9]{{2}}|[0-9]{{1,2}} ?(?:c|cents)(?![a-z]))",
        "for sale: {x}at least ",
    ),
    (
        "up for|for hire|for rent|for lease|to let|spare|begging|block|home|tenant|buyer|taker|taking|can be|could be|yours",
        rf"(?P<x>(?:^|(?<=[.!?;\n]))(?![^.!?;\n]{{0,80}}(?<![a-z])if [^.!?;\n]{{0,40}}(?:can|could) be )(?:(?<![a-z]){_NOT_WANTING}(?:[^.!?;\n]|\.(?=[0-9]))|(?<=[a-z])(?:[^.!?;\n]|\.(?=[0-9]))){{0,90}}?)(?<![a-z])(?:(?:is|are|'re|will be|being|going|now|currently|also) )*{_ADVERTISED}",
        "{x}for sale",
    ),
    (
        "yours",
        rf"(?<![a-z])(?:and |then )?(?:they|it|these|those|the lot)(?:'re| are|'s| is|'ll be| will be) yours{END}",
        "for sale",
    ),
    (
        "for rent|for lease|for hire|to let",
        r"(?P<x>(?:^|(?<=[.!?;\n]))[^.!?;\n]{0,60}?(?<![a-z])(?:need|want|looking for|seeking|require|after|find|get|like|wtb|in the market for|anyone with|who has)(?![a-z])[^.!?;\n]{2,60}?),? (?:available )?(?:for (?:rent|lease|hire)|to let)(?= (?:on|from|this|next|tomorrow|tonight|mon|tue|wed|thu|fri|sat|sun|at|until|over|between|,)|[,.;!\n]|$)",
        "{x}",
    ),
    (
        "taker|buyer|who |anyone|anybody|someone|somebody|renter|lessee|home for",
        rf"(?<![a-z])(?:(?:need|needing|want|wanting|seeking|looking for|looking to find|hoping for|in search of|any) (?:a |an |some |more )?(?:buyers?|takers?|renters?|lessees?|tenants?|(?:new )?home|interest|someone to (?:take|buy|rent|lease|use)|somebody to (?:take|buy|rent|lease|use))(?: (?:for|in|of))?|who(?:'d)?(?: would)? (?:wants?|needs?|likes?|fancies)(?: to (?:buy|rent|lease|have|take))?|(?:does |do |would )?(?:any ?one|anybody|someone|somebody)(?: out there| else| here)? (?:wanting|needing|seeking|looking for|hunting for|in the market for|wants?|needs?|likes?|fanc(?:y|ies)|after|interested in|in need of|keen on|care for|take|rent|buy)(?: to (?:buy|rent|lease|have|take))?)(?= {_COUNT})",
        "selling",
    ),
    (
        "spare|free up|let you|you can have|you could have|you may have|available|make do without|do without|without",
        rf"(?<![a-z])(?:(?:we|i)(?:'d|'ll|(?: (?:can|could|will|would|might|are able to|are happy to|are willing to|am able to|am happy to))+)|(?:happy|willing|able|ready|glad) to) (?:spare|free up|let (?:you|others|someone) (?:have|use|rent|take)|do without|make available|provide you with|give you|spare you|let out)(?= {_COUNT})|{START}(?:now |currently |still )?available ?: ?(?={_COUNT})",
        "selling ",
    ),
    (
        "you can|you could|you may",
        rf"(?<![a-z])you (?:can|could|may) (?:have|rent|use|take)(?P<lot> {_COUNT}(?: [a-z0-9]+){{1,4}}) (?:from us|of ours)(?![a-z])",
        "selling{lot}",
    ),
    (
        "available from us|from us|off us",
        r"(?<![a-z])(?:are |is )?(?:available|to be had|obtainable|on loan|to rent) (?:from|through|via) us(?![a-z])(?! (?:east|west|central|region|only))",
        "for sale",
    ),
    (
        "want|expect|ask|hope|like|accept",
        rf"{START}(?:(?:we|i)(?:'re|'d| are| would)? )?(?:want(?:ing)?|expect(?:ing)?|ask(?:ing)?(?: for)?|hop(?:e|ing) for|would like|like|accept(?:ing)?) (?P<p>\$ ?[0-9][0-9.]*[^,;.\n]{{0,20}}?) for (?:our|my)(?= {_COUNT})",
        "selling at {p} ",
    ),
    (
        "want|expect|ask|hope|like|accept",
        r"(?<![a-z])(?:(?:we|i)(?:'re|'d| are| would)? )?(?:want(?:ing)?|expect(?:ing)?|ask(?:ing)?(?: for)?|hop(?:e|ing) for|would like) (?P<p>\$ ?[0-9][0-9.]*[^,;.\n]{0,20}?) for (?:them|these|those|it|the lot)(?= ?[,.;!)\n]|$| and)",
        "for sale at {p}",
    ),
    (
        "spare|idle|unused|free|surplus|excess|left over|to rent out",
        rf"(?P<h>(?:^|(?<=[.!?;,\n] ))(?:we|i)(?:'ve| have)(?: got)?(?: currently| now| about)?)(?P<lot> {_COUNT} [^.;!?\n]{{2,40}}?) (?:spare|idle|unused|free|to spare|left over|going spare|sitting idle|sitting around|standing idle|in excess|surplus to requirements?|we can spare|doing nothing)(?= (?:on|from|this|next|tomorrow|tonight|mon|tue|wed|thu|fri|sat|sun|at|until|over|between|for|all|,)|[,.;!\n]|$)(?![^\n]*(?<![a-z])(?:sell|sale|offer|lease|rent|lend|let |sublet|list|offload|part with|resell))",
        "{h} for sale{lot}",
    ),
    (
        "to offer for|to offer",
        r"(?<![a-z])(?:(?:we|i)(?:'ve| have)?(?: got)? )(?P<p>(?:up to )?(?:usd ?)?\$ ?[0-9][0-9.]*[^,;.\n]{0,20}?) to (?:offer|spend|put down|give)(?: for)?(?= )",
        "buy at {p}",
    ),
    (
        "put",
        rf"(?<![a-z])(?:we're |we are |i'm )?put(?:ting)? (?P<lot>{_COUNT} (?:x )?[a-z0-9]+(?: [a-z0-9]+){{0,3}}?) up(?= (?:for (?!sale)|on|this|next|tomorrow|tonight|mon|tue|wed|thu|fri|sat|sun|at|in|from)|[,.;\n]|$)",
        "sell {lot}",
    ),
    # What is traded for what.
    (
        "trade|swap|exchange",
        rf"(?:^ ?|(?<=[.!\n] ))(?:(?:straight|proposed|direct|quick) )?(?:trade|swap|exchange)(?: request| offer| deal| proposal)?: ?(?:our |my )?(?P<a>{_COUNT} {_TEXT}{{2,60}}?) for (?P<b>{_COUNT} )",
        "sell {a}, buy {b}",
    ),
    ("b ", rf"(?<=\n)b (?P<n>{_COUNT} ?x? ?(?:[a-z]{{1,4}}[0-9]))", "buy {n}"),
    ("s ", rf"(?:^|(?<=\n))s (?P<n>{_COUNT} ?x? ?(?:[a-z]{{1,4}}[0-9]))", "sell {n}"),
    # What is wanted beside what is offered.
    (
        "need|want|request|reserv|order|book|purchas|requir|search|market|look|seek|short|could|can |like|after|hunting|shopping|wish|take|wtb",
        rf"(?P<x>(?:{_SELLING}{_TEXT}{{0,60}}?{_LOT}|{_LOT}{_TEXT}{{0,60}}?{_SELLING}){_TEXT}{{0,160}}?(?:[.;!,—\n]|(?<= )(?:and|but|plus|while|whereas)) ?(?:(?:and|but|also|plus|while|then|on the other hand|meanwhile|in addition|at the same time|separately),? )*)(?:{_WE} )?(?:still |also |urgently |really )*(?<!to )(?<!we'd like to ){_WANTING}:?(?= {_COUNT})",
        "{x}buy",
    ),
)
