"""Turns of phrase for how the parts of an order belong together: fallbacks, choices, packages, conditions."""

from __future__ import annotations

from nlp.lexicon.structure_words import FILLED, OF_THE_MARKET

START = r"(?:^|(?<=[,.;:!?(\n—])|(?<=[,.;:!?(\n—] )|(?<= - ))"
"""Where a clause begins."""
END = r"(?=[ ]?(?:[,.;:!?)\n—]|$| -(?= )))"
"""Where a clause ends."""
IDLE = "tbh"
"""A word that carries no wish: what is said instead of a clause that tells nothing of the order."""
LATTER = "the latter only if the former fills"
"""Of two items, told by their places; said with their names where there are just two."""
_THEY = r"(?:that|those|these|it|this|they|them|the (?:above|first(?: (?:one|lot|item|leg|order))?))"
CLEARS = rf"(?:(?:do |does |all |also |is |are |gets? |has |have )*(?:{FILLED}|fill(?:ing|s|ed)?|clear(?:ing|s)?|done|secured?|in|through))"
_ALSO = r"(?:,? (?:then )?(?:please )?(?:also )?(?:add|throw in|include|tack on|take|book|give us|give me)(?= ))?(?:,? (?:then )?also)?"
_NEVER = r"(?:(?:but |and |so |then |please |just )*(?:(?:do not|don't|do n't|no need to|never|not to) (?:bother (?:with|about|getting|buying|booking)|get|buy|take|want|need|book|include|give (?:me|us)|fill)|(?:i|we) (?:do not|don't|won't|can't|cannot|wouldn't) (?:want|need|use|take|have)|skip|forget(?: about)?|drop|leave (?:out|off)|no (?:point|sense|use) (?:in getting|in having|in buying|in|getting|having|buying)|no|not|never)(?: the| any| those| our)? )"
_WANT = r"(?:(?:but |and |so |then |please |just )*(?:(?:(?:i|we) )?(?:only |just )(?:want|need|take|buy|get|add|book|include|fill|go for)(?: the| those)? ))"
_THEN = r"(?P<then>PRODUCT)"
_FIRST = r"(?:the |those |our |all (?:of )?the )?(?P<first>PRODUCT)"
_FIRST_NAME = r"(?P<first>PRODUCT)"
_WITH_FIRST = rf"(?:(?:only |but only )*(?:if|once|when|provided|as long as)(?: and only if)?(?: (?:we|you|i)(?: can| do| also| manage to)* (?:get|land|win|secure|have|find|buy))? {_FIRST}(?: {CLEARS})?|(?:together |along |combined )?with {_FIRST})"
_FAILS = rf"(?:(?:if|when|should) {_FIRST} (?:(?:do not|don't|doesn't|fail to|can't|cannot|won't) (?:fill|clear|come through|go through|work out|get filled|execute|land)|aren't (?:filled|available|cleared)|are not (?:filled|available|cleared)|fail(?: to fill)?|fall through)|if (?:we|you|i) (?:do not|don't|can't|cannot|fail to) (?:get|land|win|secure|have|find) {_FIRST})"
_LIST_FOLLOWS = r"(?= ?[:—.-]? *\n *(?:[0-9a-h][).: ]|\(|[-*•]|[0-9]))"
_KNOWN_CHOICE = r"(?:(?:any|exactly|just|only|at (?:least|most)|up to|no more than|pick|choose|we need|i need)(?: only)? (?:one|two|three|four|[1-5])|one of|any of|either of|[1-5] (?:out )?of|two of|three of)"
_SOME_OF = r"(?:any|exactly|just|only|at (?:least|most)|up to|no more than|pick|choose|need|take) (?:two|three|four|[2-5])|(?:two|three|four|[2-5]) (?:out )?of|any of|at least one|one or (?:more|two)|any number|any combination"
_ORDERLY = r"(?:(?:in|by|listed (?:in|by)|ranked (?:in|by)|sorted by|as per) (?:(?:this|that|the|our|my|strict|descending|decreasing|falling|order of|following|given) )*(?:order of )?(?:preference|priority|desirability)|(?:in )?(?:descending|decreasing|strict) order(?: of (?:preference|priority))?|best first|most preferred first|first choice first|in (?:that|this) order|in order)"
_ONE_HEADING = rf"(?:(?:[a-z][a-z' ]{{0,40}} )?(?:either|whichever)(?: [a-z'/ -]{{1,60}})?|either[ /]or|(?:my |our |the |two |three |our two )?(?:alternatives?|options?|choices)(?: [a-z' ]{{1,40}})?(?:,? ?\(?(?:pick|choose|only|just|one|i (?:only |just )?need) ?(?:only |just )?one(?: only)?(?: please)?\)?|,? one only)|alternatives|options|choices|(?:these|they|the following|both|all)(?: [a-z]+)? (?:are|is) (?:mutually )?exclusive|(?:mutually )?exclusive(?: options| alternatives| offers| bids| orders| group)?|exclusive or|oco|xor|one[ -]cancels[ -](?:the[ -])?other|(?:only |just )?one (?:of (?:two|three|four|2|3|4)(?: options| alternatives| choices)?|will do|is enough|suffices|only|is all (?:i|we) need)|first (?:one )?(?:that|to) (?:clears?|fills?|is available)|(?:my |our |the )?(?:preferences?|priorities)(?: in (?:descending |decreasing |strict )?order)?|(?:my |our |the )?(?:preference|priority|ranking) order|order of (?:preference|priority)|ranked(?: list| options| preferences| choices| alternatives)?|rank order|(?:by|in) (?:order of )?(?:preference|priority)|{_ORDERLY}|favou?rite first|best to worst|most to least preferred)"
_MORE_HEAD = rf"(?:,? \(?(?:{_ORDERLY}|ranked|best first|just one|only one|one only|pick one|choose one|favou?rite first)(?: please)?\)?)*"
_UNIT = r"(?:package|pair|bundle|combo|combination|unit|deal|trade|order|transaction|block trade|basket)(?: deal| trade| order)?"
_BOTH = r"(?:both|all|both (?:legs|sides|trades|parts|orders|halves)|both of them|all (?:legs|parts|of them)|the (?:two|pair|legs)(?: legs| trades| orders)?|they|the legs)"

_LINE = r"(?:^|(?<=\n)|(?<=[.!?] ))(?:(?:we|i)(?:'d| would|'ll| will)? (?:need|want|like|take|go for) |give (?:me|us) |please )?"
_SOME = r"(?P<n>one|two|three|four|five|[1-5])"
_OF_LIST = r"(?P<these>these|those|them|the (?:following|below|list|options|above))(?: (?:two|three|four|five|[2-5]))?(?: (?:nights|days|options|slots|dates|windows|lots))?"
_GONE = r"(?:(?:all |both |already |really |completely |quite )*(?:gone|taken|sold(?: out)?|full|dry|empty|unavailable|booked(?: (?:out|up|solid))?|snapped up|spoken for|out(?: of (?:stock|them|those|it|these))?|not (?:available|there|to be had|possible)))"
_UNAVAILABLE = rf"(?:you(?:'re| are)|ur|u r|they(?:'re| are)|it's|that's|those are|these are) {_GONE}|(?:you|they|u) (?:have|got|'ve got) none(?: of (?:them|those|these))?(?: left)?|(?:that|it|they|those|the first)(?:'s| is| are)? (?:fails?|too (?:many|much|big))"

STRUCTURE: tuple[tuple[str, str, str], ...] = (
    # Fallbacks.
    (
        "nobody|no one|no-one|noone|none",
        r"(?<![a-z])(?:but |and |or )?(?:if|should|when) (?:nobody|no one|noone|no-one) (?:has(?: got)?|have|had|can (?:offer|supply|find|get|provide)|offers?|sells?|supplies|'s got)(?: (?:any|some|them|those|it|that))?(?: (?:left|available|free|of (?:them|those|these)|to (?:sell|offer|spare)))?,?(?: then)?(?: make (?:it|that))?(?= [0-9])",
        "if not,",
    ),
    (
        "gone|taken|sold|full|dry|unavailable|booked|snapped|spoken",
        rf"(?<![a-z])(?:but |and |or )?(?:if|should|when) (?:they|those|these|it|that|this|the above)(?:'re|'s| is| are| be| turn out to be) {_GONE}(?: too)?,?(?: then)?(?: make (?:it|that))?(?= [0-9])",
        "if not,",
    ),
    (
        "had?|found?|got?|done?|luck?|left?|out?|gone?|available?",
        rf"{START}(?:(?:it |they |those |that )?(?:couldn't|can't|cannot|could not|can not) be (?:had|found|got|done|filled)|not available|none (?:left|available|to be had)|(?:they're |it's |those are )?(?:all )?(?:gone|sold out)|no luck(?: there)?)\? (?:then |make it |in that case,? )*(?=[0-9])",
        "if not, ",
    ),
    ("if not", r"(?<![a-z])if not,? (?:then )?make (?:it|that)(?= [0-9])", "if not,"),
    (
        " if ",
        rf"(?P<k>(?:^|(?<=[ \n]))or [0-9][^;\n]{{3,70}}?) if (?:{_UNAVAILABLE}|[1-9][0-9]{{0,3}}(?: of (?:them|those))? (?:is|are|'s) (?:too (?:many|much)|unavailable|not (?:available|possible|to be had)|more than you have)){END}",
        "{k}",
    ),
    (
        " if ",
        r" if (?:(?:they're|it's|that's|they are|it is) )?(?:there|available|possible|free|to be had|you (?:have|can)(?: it| them)?)(?=,? (?:or else|else|otherwise|if not)(?![a-z]))",
        "",
    ),
    (
        "maybe|perhaps|possibly",
        r"(?<![a-z])or (?:maybe|perhaps|possibly)(?= (?:[0-9]|an? |one |two |four |eight |sixteen |a node))",
        "or",
    ),
    ("xor", r"(?<= )xor(?= [0-9])", "or"),
    (
        "worst",
        r"(?<![a-z])(?:or )?(?:in|at) the (?:very )?worst(?: case)?(?=,? (?:[0-9]|an? |one |two |four |eight ))",
        "if not,",
    ),
    ("default", r"(?<= )or in default,?(?= [0-9])", "if not,"),
    (
        "none|enough|any ",
        r"(?:but |and )?if (?:none|not enough|none of (?:them|those|these|that)|no(?:thing|ne)?(?: [a-z0-9]+)?) (?:is|are|be) (?:available|left|free|to be had|in stock|found)(?: then)?,?(?= )|(?:but |and )?if there (?:isn't|aren't|is not|are not|are no|is no|are none|is none)(?: (?:enough|any|sufficient))?(?: (?:left|available|free|of (?:those|them)|more|capacity|supply|stock|availability))*,?(?: then)?(?= [0-9])",
        "if not,",
    ),
    (
        "run out|have",
        r"(?:but |and )?if (?:you|they|it|we) (?:(?:run|are|have run|ran) out(?: of (?:them|those|it|that))?|(?:don't|do not|haven't|can't|cannot|couldn't)(?: (?:got|get|have|find|do|offer|supply|source))* (?:them|those|it|that|any|enough(?: of (?:them|those))?|these))(?: available| in stock| left| free)?,?(?: then)?(?= )",
        "if not,",
    ),
    ("full", r"(?<=, )(?:and )?if (?:it's |they're |that's |all )?full,?(?= [0-9])", "if not,"),
    (
        "above",
        r"if the above (?:(?:is|are|proves?|turns? out)(?: to be)? (?:unavailable|impossible|gone|sold out|taken|booked(?: out)?|not (?:available|possible|filled|to be had))|(?:isn't|aren't|can't be|cannot be) (?:available|possible|filled|had|met)),?(?: then)?(?= )|if the above (?:fails|doesn't (?:fill|clear|work)(?: out)?|won't (?:fill|clear|work)(?: out)?),?(?: then)?(?= )",
        "if not,",
    ),
    (
        "availability|absence|lieu",
        r"in (?:the )?case of (?:no availability|unavailability|shortage|no stock|non-availability),?(?= )|in (?:its|their) absence,?(?= )|(?<=, )in lieu,?(?= [0-9])",
        "if not,",
    ),
    (
        "too|as well|either|also",
        r"(?:should|if) (?:that|this|it|those|they|these)(?: also)? (?:fails?|fall through|falls through|doesn't (?:work|fill|clear)(?: out)?|don't (?:work|fill|clear)(?: out)?|(?:is|are)(?: also)? (?:gone|unavailable|taken|full|sold out))(?: (?:too|as well|either))?,?(?= )",
        "if not,",
    ),
    (
        "rich|steep|dear|pricey|costly|high|much",
        r"(?<![a-z])or(?: else)?,? if (?:that|it|they|those|this)(?:'s| is|'re| are) (?:all )?(?:too|a bit|a little) (?:rich|steep|dear|pricey|costly|high|much)(?: for (?:you|us|the market))?,?(?= (?:[0-9]|an? |one |two |four |eight |sixteen ))",
        "or else",
    ),
    (
        "forget|nothing|pass|never mind|skip it|bother|leave it|no deal|cancel",
        rf"{START}(?:and |or |but )?(?:(?:if (?:none|neither|nothing)(?: of (?:those|these|that))?(?: (?:works?|fills?|clears?|is available|are available|goes through))(?: out)?|if (?:all|both)(?: of (?:those|these|that))? fails?|otherwise|failing (?:that|those|all that)|third choice|last resort|plan [b-e]|option [2-5])[:,]? )(?:is |then |we(?:'ll)? |i(?:'ll)? |just |please )*(?:forget (?:about )?(?:it|the whole thing)|nothing|pass|never mind|skip it|don't bother|leave it(?: be)?|no deal){END}",
        IDLE,
    ),
    # So many of a list, its heading.
    ("more than", rf"{_LINE}(?:not|never|no) more than {_SOME} (?:out )?of", "up to {n} of"),
    (
        " or |-",
        rf"{_LINE}(?P<a>one|two|three|1|2|3) ?(?:or|-) ?(?P<b>two|three|four|2|3|4) (?:out )?of",
        "{a} to {b} of",
    ),
    (
        "most|max|tops|more",
        rf"{_LINE}{_SOME} (?:at most|max(?:imum)?|tops) of {_OF_LIST}(?=:)|{_LINE}{_SOME} of {_OF_LIST},? (?:at most|max(?:imum)?|tops|no more|not more|but no more)(?=:)",
        "up to {n} of {these}",
    ),
    (
        "more|+|fewer|less|least|min",
        rf"{_LINE}(?:{_SOME}(?: or more|\+) of|(?:no|not) (?:fewer|less) than {_SOME} of|at least {_SOME} of|a minimum of {_SOME} of) {_OF_LIST}(?=:)|{_LINE}{_SOME} of {_OF_LIST},? (?:or more|minimum|min|at least|at a minimum)(?=:)",
        "at least {n} of {these}",
    ),
    (
        "any |some |several|or all",
        rf"{_LINE}(?:any number|any combination|any subset|any selection|any or all|some or all|one or several|one or more|one, two or (?:all|three)) of {_OF_LIST}(?=:)",
        "at least one of {these}",
    ),
    (
        "of|will do|are fine|any pair",
        rf"{_LINE}(?:any |exactly |just |only |pick |choose )*{_SOME} (?:out )?of (?:the |these |those )?(?:(?:two|three|four|five|six|[2-6]) ?)?(?:nights|days|options|slots|dates|windows|lots|mornings|evenings|alternatives|weekends)?(?: below| above| listed)?(?=:)",
        "any {n} of these",
    ),
    (
        "any |some or all|one or more",
        rf"(?:{START}|(?<=plus )|(?<=and ))(?:(?:please )?(?:fill|buy|get(?: us| me)?|give (?:us|me)|take|book|(?:we|i)(?:'ll| will|'d| would)? (?:take|buy|like|want|need|accept)) )?(?:any(?: (?:combination|number|subset|selection|mix|or all))?|some or all|one or more)(?: of)?(?:(?<=of) (?:these|those|them|the (?:following|below|list|options|rungs|levels|lots))(?: (?:two|three|four|five|six|[2-6]))?(?: (?:below|lots|options|items|rungs|levels|orders|bids))?)?(?<!any)(?<!all)(?<!more)(?= ?:)",
        "at least one of these",
    ),
    (
        "either of",
        rf"{START}(?:please )?(?:(?:fill|buy|get(?: us| me)?|give (?:us|me)|take|book) )?either of (?:these|those|them|the (?:following|below|two|options))(?: (?:two|below|options))?(?= ?:)",
        "one of these",
    ),
    (
        "any of",
        rf"{START}any of (?=[0-9]{{1,4}} ?(?:x )?(?:[a-z]{{1,3}}[0-9]|rtx|nodes?|racks?))",
        "at least one of these: ",
    ),
    ("any ", rf"{_LINE}any {_SOME} (?:will do|are fine|is fine|would do|works?|suffice)(?=:)", "any {n} of these"),
    ("any pair", rf"{_LINE}any pair(?: of {_OF_LIST})?(?=:)", "any two of these"),
    (
        "of |from|among|between",
        rf"(?:^|(?<=[.!?] )|(?<=\n))(?:out of|of|from|among|between) (?:the following|the|these|those) (?:(?:two|three|four|five|six|[2-6]) )?(?:[a-z]+ )?(?:below |above |listed )?(?<!the ),? ?(?:please |kindly |(?:we|i)(?:'d| would|'ll)? (?:only |just |like |be happy with )*(?:want|need|take|like|require|buy|have)?(?: to (?:have|get|buy))? ?|(?:fill|book|take|buy|give (?:us|me)|get (?:us|me)|reserve|choose|pick) )*(?P<k>any|exactly|just|only|at least|at most|up to|no more than|a minimum of|a maximum of)? ?(?:any )?{_SOME}(?: of them)?(?: only| please| will do)*(?P<r>(?:, [^:;\n]{{3,60}})?) ?(?=:)",
        "{k} {n} of these{r}",
    ),
    # One of a list, its heading.
    (
        "preference|priority|order|desirab|first",
        rf"(?P<choice>{_KNOWN_CHOICE}(?: (?:these|them|those|the (?:following|below|options|alternatives|items)|following|two|three|four|[2-5]))?(?: options| alternatives| items)?),? \(?{_ORDERLY}\)?(?= ?[:.\n])",
        "{choice}",
    ),
    ("preference|priority|order", rf"{START}{_ORDERLY},? (?P<choice>{_KNOWN_CHOICE})", "{choice}"),
    (
        "either|whichever|alternative|option|choice|exclusive|oco|xor|one|first|prefer|priorit|rank|order|best|favo",
        rf"(?:^|(?<=\n)|(?<=[.!?] ))(?![^\n]*(?:(?<![a-z])(?:not?|never|don't|without|except|unless|if|no|none|all|both)(?![a-z])|{_SOME_OF}))(?:{_ONE_HEADING}){_MORE_HEAD}{_LIST_FOLLOWS}",
        "one of these",
    ),
    # Packages.
    (
        "package|pair|bundle|comb|unit|deal|trade|order|transaction|basket",
        rf"{START}(?:(?:and |but )?(?:(?:i|we)(?:'d| would)? (?:need|want|like) (?:it|them|this|both|these|the (?:two|pair|legs|lot))? ?)?(?:(?:to be |must be |should be )?(?:done|traded|executed|filled|treated|handled|booked|do (?:it|them|both|this)|sold and bought) )?(?:only )?(?:it's |this is |make it |all )?(?:(?:as|in) )(?:a|one|a single|single|one single|the same) {_UNIT}(?: only| please)?|(?:(?:it's|this is|make it|all) )?(?:a |one |a single |single )(?:package|bundle|combo|deal)(?: deal| trade| order)?(?: please)?|package deal|package|bundle|combo)(?: or nothing| only)?{END}",
        "both or neither",
    ),
    (
        "pair|two|both|legs",
        rf"{START}(?:and |but )?(?:(?:i|we) (?:need|want) )?{_BOTH} (?:to be )?(?:done|traded|executed|filled|to fill|to clear|to go through|to execute) (?:together|as one|at once){END}",
        "both or neither",
    ),
    (
        "both|all|legs|two|pair|they",
        rf"{START}(?:and |but )?(?:{_BOTH}) (?:(?:must|have to|has to|need to|needs to|should) )?(?:(?:all |both )?(?:go|come|belong|hang|fill|clear|execute|happen|go through|be filled|get filled|get done|be done|complete|trade)(?: together| through together| at once| or neither| or none| or not at all)+|(?:must|have to|has to|need to|needs to) (?:both |all )?(?:fill|clear|execute|happen|go through|be filled|get filled|be done|go together|complete|trade)|are (?:tied|linked|bound|joined|coupled|paired)(?: together| to each other)?){END}",
        "both or neither",
    ),
    (
        "other",
        rf"{START}(?:and |but )?(?:one without the other is (?:useless|no use|no good|pointless|worthless|of no use)(?: to (?:me|us))?|(?:not|no|never) (?:the )?one without the other|(?:mutually |both )?(?:conditional|contingent|dependent) (?:up)?on (?:each other|one another)|each (?:leg |one |side )?(?:is )?(?:conditional|contingent|dependent) (?:up)?on the other){END}",
        "both or neither",
    ),
    (
        "together|all in",
        rf"{START}(?:(?:tied|linked|bound|joined|coupled|paired) together|(?:both |all )?together or (?:not at all|nothing|neither|none)|all in or nothing|mutually (?:conditional|dependent|contingent)){END}",
        "both or neither",
    ),
    # One lot only with another.
    (
        "if |once|when|with|unless|provided|as long as",
        rf"{START}{_WANT}{_THEN} {_WITH_FIRST}{END}",
        "the {then} only if the {first} fill",
    ),
    (
        "unless|without",
        rf"{START}{_NEVER}{_THEN} (?:at all )?(?:unless(?: (?:we|you|i)(?: can| do| also)* (?:get|land|win|secure|have|find|buy))? {_FIRST}(?: {CLEARS})?|without (?:getting |also getting |having )?{_FIRST}(?: {CLEARS})?){END}",
        "no {then} without the {first}",
    ),
    ("if |when|should", rf"{START}{_NEVER}{_THEN} {_FAILS}{END}", "no {then} without the {first}"),
    (
        "use|good|point|worth|without",
        rf"{START}(?:but |and |though )?(?:the |those |our )?{_THEN} (?:are|is|would be) (?:useless|no use|of no use|no good|pointless|worthless|not worth (?:it|having)|not needed|not wanted|dead weight)(?: to (?:me|us))? (?:without|unless we (?:get|have)) {_FIRST}{END}",
        "the {then} only if the {first} fill",
    ),
    (
        "condition|contingent|depend|subject",
        rf"{START}(?:but |and |with )?(?:the |those |our )?{_THEN} (?:(?:are|is|being) )?(?:(?:strictly |fully |only |entirely )?(?:conditional|contingent|dependent|conditioned) (?:up)?on|depends? on|hangs? on|hinges? on|subject to) (?:us |our |the )?(?:getting |securing |landing |winning )?{_FIRST}(?: {CLEARS})?{END}",
        "the {then} only if the {first} fill",
    ),
    (
        "only",
        rf"{START}(?:but |and |though )?(?:the |those |our )?{_THEN} (?:only (?:make sense |come |work |go |matter )?|make sense only |come only |but only ){_WITH_FIRST}{END}",
        "the {then} only if the {first} fill",
    ),
    (
        "second|latter|other|last",
        rf"{START}(?:but |and |with |though )?(?:i |we )?(?:only )?(?:want |need |take |buy )?the (?:second|2nd|latter|other|last|next)(?: (?:one|lot|leg|item|order|line|part|batch|half|bid))?,?(?: is| are| being)? (?:(?:but |and )?only (?:if|once|when|with|together with)(?: (?:we|you|i) (?:get|land|win|secure))?|(?:strictly )?(?:conditional|contingent|dependent) (?:up)?on|depends on|subject to) the (?:first|1st|former)(?: (?:one|lot|leg|item|order|line|part|batch|half|bid))?(?: {CLEARS})?{END}",
        LATTER,
    ),
    (
        "only if|only when|only once",
        rf"(?:but |and )?(?:only|but only) (?:if|when|once) (?:we|i|you)(?: can| do| also)* (?:get|land|win|secure|have) (?:the |those |our |all the ){_FIRST_NAME}{END}",
        "but only if the {first} fill",
    ),
    # A lot behind another that has to fill first.
    (
        "subject to|conditional|contingent|linked|dependent|tied",
        rf"{START}(?:subject to|(?:linked|tied) to|(?:conditional|contingent|dependent) (?:up)?on) {_THEY}(?: {CLEARS})?(?!{OF_THE_MARKET}){_ALSO}(?=[,:]? )",
        "if those fill, also",
    ),
    (
        "assuming|provided|supposing",
        rf"{START}(?:assuming|provided(?: that)?|supposing) (?:we|i|you) (?:get|land|win|secure|have) (?:those|them|these|that|it){_ALSO}(?=[,:]? )",
        "if those fill, also",
    ),
    (
        "if |once|as soon|when",
        rf"{START}(?:and )?(?:if|once|when|as soon as) (?:successful|{_THEY}(?:'s| is| are|'re) (?:successful|done|in|filled|cleared|secured|in place|in the bag|in hand|booked)|{_THEY} {CLEARS})(?!{OF_THE_MARKET}){_ALSO}(?=[,:]? (?!the |if |and |do ))",
        "if those fill, also",
    ),
    (
        "secured|in hand|in place|fill",
        rf"{START}(?:with (?:those|that|these|them|it|the (?:above|first)) (?:secured|filled|in hand|in place|done|in the bag)|(?:given|on|upon|after) (?:a |the |that )?fill(?:ing)?(?: of (?:that|those|it|the (?:above|first)))?){_ALSO}(?=[,:]? )",
        "if those fill, also",
    ),
    (
        "if |once|when|after|as soon",
        rf"{START}(?:and )?(?:only )?(?:if|once|when|after|as soon as|provided)(?: (?:we|you|i)(?: can| do| manage to)* (?:get|land|win|secure|have|find)) (?:the |those |all the )(?P<first>PRODUCT){_ALSO}(?=[,:] )",
        "if the {first} fill, also",
    ),
    (
        "after|only",
        rf"{START}(?:after|as soon as) (?:the |those |all the )(?P<first>PRODUCT) {CLEARS}{_ALSO}(?=[,:]? )|{START}(?:but )?only (?:together |along )?with (?:the |those )(?P<first>PRODUCT)(?=:)",
        "if the {first} fill, also",
    ),
    (
        "throw in",
        r"(?<![a-z])(?:please )?(?:also )?throw in(?= (?:another |an? |the )?(?:[0-9]|one |two |four |eight |sixteen ))",
        "also",
    ),
    (
        "tack on",
        r"(?<![a-z])(?:please )?(?:also )?tack on(?= (?:another |an? )?(?:[0-9]|one |two |four |eight ))",
        "also",
    ),
    ("at same", r"(?<![a-z])at same(?= (?:time|hours?|day|night|date|window|slot))", "at the same"),
    # Headings that only count.
    (
        "two|three|four|2|3|4",
        r"(?:^|(?<=\n)|(?<=[.!?] ))(?:(?:we|i)(?:'d| would)? )?(?:need|want|require|have|like) (?:two|three|four|[2-4]) (?:separate |different )?(?:blocks|lots|legs|things|items|parts|pieces|jobs|bits)(?: (?:here|please|today))?, (?:both|all(?: (?:of them|three|four))?) (?=(?:on |for )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|tonight|next|this))(?P<t>[^.;:\n]{3,50})(?=[.:])",
        "{t}, both of the following",
    ),
    (
        "two|three|four|five|2|3|4",
        r"(?:^|(?<=\n)|(?<=[.!?] )|(?<=listing )|(?<=selling )|(?<=offering )|(?<=buying ))(?:two|three|four|five|[2-5]) (?:separate |different )?(?:blocks|lots|legs|parcels|tranches|orders|things|requests|lines|items|parts|pieces|trades|bids|offers)(?: (?:here|please|today|for (?:you|us)))?(?=:)",
        "the following",
    ),
)
