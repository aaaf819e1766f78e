"""Turns of phrase for the trade itself: keys of forms, sides, partial fills, prices."""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, START
from nlp.lexicon.structure_words import FALLBACK_CONDITION

_COUNT = r"(?P<n>(?:[1-9][0-9]{0,3}|two|four|six|eight|ten|twelve|sixteen|thirty[- ]two|sixty[- ]four)(?:%| percent)?(?: (?:gpus?|cards?|nodes?|units|pieces|racks?))?)(?![0-9a-z]|[.,][0-9]|k(?![a-z]))(?! ?(?:/|per |an? |usd|dollars|bucks|\$|hours?|hrs?|days?|am|pm|gb))"
"""A whole number that no price unit follows."""
_PARTIAL = r"(?:any )?(?:a )?(?:partials?|part[- ](?:fills?|lots?|shipments?|deliver(?:y|ies)|orders?|allocations?)|partial[- ](?:fills?|execution|quantit(?:y|ies)|allocations?|lots?|shipments?|deliver(?:y|ies)|orders?))"
_OK = r"(?:ok(?:ay)?|fine|good|great|welcome|allowed|accepted|acceptable|possible|permitted|no problem|will do|works?)"
_FROM = r"(?:down to|as low as|of at least|at least|of minimum|with (?:a )?min(?:imum)?(?: of)?|(?:a )?min(?:imum)?(?: of)?|from|above|starting (?:at|from)|>=|≥|not below|not under|no fewer than|no less than|not less than|not fewer than|no smaller than|nothing (?:smaller|less|below|under)(?: than)?|of)"
_FILL_WORD = r"(?:fill|clip|size|lot|qty|quantity|order|tranche|block|parcel|chunk|slice|piece|ticket|partial|execution|exec|acceptable|allowed|tradable|count|volume|allocation)"
_AMOUNT = r"(?:(?:usd ?|us)?\$ ?[0-9][0-9.,]*[0-9](?:k|m)?|(?:usd ?|us)?\$ ?[0-9]k?|[0-9][0-9.,]*k? ?(?:usd|dollars|bucks|\$))"
_NOT_SELL = r"(?:not |never |do(?: not|n't) |will not |won't |can(?:not|'t| not) |would(?: not|n't) )"

_ONE_TIME = r"(?:(?!(?<![a-z])(?:(?:and|&|plus) (?:on )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|tonight)|each|every|both|nightly|daily|weekdays|nights|days|mornings|evenings|weekends)(?![a-z]| (?:of it|in one))|and [a-z]{3,6}day)[\s\S])"
"""A text that names no more than one time: a place behind it is meant for all of it."""
_WHEN = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|tomorrow|tonight|next|night|nite|morning|evening|afternoon|weekend)"
_PRICED = rf"(?P<k>(?:[0-9]?\.[0-9]{{1,2}}|[$][0-9]+|[0-9] ?(?:c|cents))(?![0-9a-z])(?:(?!(?<![0-9])[0-9]*\.[0-9]|[$€£])[\s\S]){{0,80}}?(?<![a-z]){_WHEN}(?:(?!(?<![0-9])[0-9]*\.[0-9]|[$€£])[^\n]){{0,40}}?)"
"""A price, and behind it when another lot is wanted, with no price of its own."""

TERMS: tuple[tuple[str, str, str], ...] = (
    # Another lot that differs in its time.
    (
        "same ",
        rf"{_PRICED},? (?:and )?(?:on |at |for |with |under )?(?:all )?(?:the )?(?:exact(?:ly)? )?same (?:terms|price|limit|rate|conditions|terms and conditions|price and terms)(?: (?:as (?:above|before|the first)|again|too|as well))?{END}",
        "{k}",
    ),
    (
        "both ",
        rf"(?P<x>(?<![a-z0-9])(?:[$] ?)?(?:[0-9]*\.[0-9]{{1,2}}|[$][0-9]+|[0-9]+ ?(?:c|cents))),? (?:for |on |each of )?both (?:days|nights|evenings|mornings|afternoons|weekends){END}",
        "{x} each",
    ),
    (
        "same clock|same timing|same span|same stretch",
        rf"(?<![a-z])(?:at |over |for |during )?(?:the )?same (?:clock (?:times?|hours?)|timings?|span|stretch){END}",
        "same hours",
    ),
    (
        "same place|same city|same town|same spot",
        rf"{START}(?:and |but )?(?:the )?same (?:place|city|town|spot)(?: as (?:above|before|the first))?{END}",
        "in the same place",
    ),
    (
        "if |should |in case|in the event|otherwise|failing",
        rf"^(?P<a>{_ONE_TIME}{{0,400}}?)(?P<c>(?<![a-z])(?:{FALLBACK_CONDITION}|if not|otherwise|failing that)),(?P<w> (?:then )?(?:in )?)(?P<p>PLACE)(?: on the same (?:day|night|date)| at the same time)?(?=[ ]?(?:[,.;!)\n]|$)| (?:at|for|@|max|up to) ?[$]?[0-9])",
        "{a}{c}{w}{p}",
    ),
    ("same money|same cost", rf"(?<![a-z])(?:for|at) (?:exactly )?the same (?:money|cost){END}", "at the same price"),
    ("for both", r"(?<![a-z])(?:for|in) both cases?(?![a-z])", "in either case"),
    # Keys of forms.
    (
        "_",
        r"(?<![a-z0-9_@.\"'{$])(?P<a>max|min|limit|unit|total|start|end|gpu|order|price|hard|delivery|valid|good|expiry|bid|ask|hourly|floor|reserve)_(?P<b>price|qty|quantity|size|fill|total|budget|limit|cost|spend|rate|uptime|time|date|at|type|model|count|until|till|cap|gpus|memory|hours|usd|bid|ask|from|to|price_usd|lot|clip)(?:_(?:usd|utc))?(?= ?[:=])",
        "{a} {b}",
    ),
    ("budget_usd", r"budget_usd(?= ?[:=])", "budget"),
    ("memory_gb", r"memory_gb ?[:=] ?(?P<n>[0-9]{2,3})(?![0-9])(?: ?gb)?", "{n}gb"),
    ("not_", r"(?<![a-z])(?:not|exclude|excluded)_(?:regions?|locations?) ?[:=] ?", "not in "),
    # Sides.
    (
        "in return|in exchange|in turn",
        r"(?<![a-z])(?:and |but )?in (?:return|exchange|turn)(?: for (?:that|those|these|them|it|which))?,? (?:(?:we|i)(?:'d|'ll)?(?: would| will)?(?: also)? (?:like|want|need|take|expect|get|ask for|hope for|seek)(?: to (?:have|get|receive|obtain))?|give (?:us|me)|get(?: us)?|please(?: get| give us)?)(?= (?:[0-9]|an? |one |two |four |eight |ten |twelve |sixteen ))",
        "and buy",
    ),
    (
        "in return|in exchange|in turn",
        r"(?<![a-z])(?:and |but )?in (?:return|exchange|turn)(?: for (?:that|those|these|them|it|which))?,? (?=(?:(?:we|i)(?:'d| would|'ll| will)? (?:also )?(?:want|like|need|take|buy|get|are after|are looking)|(?:we|i)'(?:d|re|ll) |give (?:us|me)|get |buy |please |take |looking ))",
        "and ",
    ),
    (
        "to buy|to sell|to rent|to purchase|to book|to lease|to reserve|to offload|to order|to get",
        r"(?P<j>(?<![a-z])(?:and|plus|then|also|but|or)|[,;.]) (?:then |also |now )?(?:we|i)(?:'d|'ll|'re|'m)?(?: (?:would|will|are|am|also|then|now|just|only))* (?:want|like|wish|love|hope|plan|intend|care|looking|hoping|trying|going|keen|happy|glad|need) (?:also )?to (?:also )?(?P<v>buy|sell|rent|purchase|book|lease|reserve|offload|order|get)(?= (?:[0-9]|an? |one |two |four |eight |ten |twelve |sixteen |our |the |some |another |up to ))",
        "{j} {v}",
    ),
    ("in the market for", r"(?<![a-z])in the market for(?= )", "looking for"),
    ("let ", r"(?<![a-z])let (?P<who>me|us) have(?= (?:[0-9]|an? |one |two |four |eight |sixteen ))", "give {who}"),
    (
        "market",
        r"(?<![a-z])(?:put(?:ting)?|place|placing|bring(?:ing)?)(?P<what> (?:our |my |the )?[a-z0-9 ]{0,30}?)? ?(?:on|to|onto) the market(?! (?:price|if|when))",
        "put up for sale{what}",
    ),
    ("seller", r"(?<![a-z])(?:(?:i'm|i am|we're|we are) )?(?:a |the )?sellers? of(?= )", "selling"),
    ("buyer", r"(?<![a-z])(?:(?:i'm|i am|we're|we are) )?(?:a |the )?buyers? of(?= )", "buying"),
    (
        "up for|to rent",
        rf"{START}(?:up for (?:rent|grabs|lease)|available (?:to rent|for rent|to lease|for lease|to buy)(?: from us)?)(?= ?:? )",
        "for sale",
    ),
    (
        "wanted for our|bids wanted",
        rf"{START}(?:(?:bids|offers|buyers|takers) (?:wanted|invited|sought|welcome) for our|(?:bids|buyers|takers) (?:wanted|invited|sought)(?: for)?)(?= ?:? )",
        "selling",
    ),
    (
        "an ask",
        rf"{START}(?:please )?(?:put in|enter|place|submit|work) an (?:ask|offer) (?:for|of|on)(?= )",
        "selling",
    ),
    ("lay", r"(?<![a-z])(?:lay|laying) off(?= (?:our |my |the |some )?(?:[0-9]|one|two|four|eight|sixteen))", "sell"),
    (
        "need|use|want",
        r"(?<![a-z])(?P<s>(?:sell|selling|offer|offering|list|listing|offload|sublet|rent out)[^.;\n]{3,50}?) (?:that |which )?(?:we|i) (?:do not|don't|won't|no longer|cannot|can't) (?:actually |really )?(?:need|use|want)(?= (?:on |over |for |from |at |this |next |tomorrow|tonight|until|mon|tue|wed|thu|fri|sat|sun|any ?more))(?: any ?more)?",
        "{s}",
    ),
    (
        "would take|will take|let ",
        r"(?:^|(?<=[.!;,] ))(?:(?:i|we) )?(?:would|will|can|could|'d|'ll) (?:take|let (?:them|it|these) go (?:at|for))(?= (?:usd ?)?(?:\$ ?[0-9]|[0-9]+\.[0-9]|[0-9]+ cents))",
        "at",
    ),
    ("ex-|ex ", r"(?<![a-z])ex[- ](?P<place>PLACE)(?![a-z])", "not in {place}"),
    ("hundred", r"(?<![a-z])(?:a|one) hundred(?= (?:bucks|dollars|usd))", "100"),
    ("thousand|grand", r"(?<![a-z])(?:a|one) thousand(?= (?:bucks|dollars|usd))", "1000"),
    (" ea|0ea|5ea", r"(?<=[0-9]) ?ea\.?/ ?(?:hr|hour|h)(?![a-z])", " each per hour"),
    (" ea|0ea|5ea", r"(?<=[0-9]) ?ea\.?(?= ?(?:[,;)\n]|$|per ))", " each"),
    (
        "famil|generation|architecture|series",
        r"(?<![a-z])(?:(?:gpus?|cards?) )?(?:of |from )?(?:the )?(?:nvidia )?(?P<f>hopper|blackwell|ampere) (?:family|generation|architecture|series)(?: gpus?| cards?)?(?![a-z])",
        "{f}s",
    ),
    # All or nothing.
    (
        "partial|part",
        rf"{START}(?:(?:but|and|with) )?(?:(?:please )?no {_PARTIAL}(?: please| accepted| allowed| at all)?|{_PARTIAL}(?: (?:is|are))? ?(?:not|n't|isn't|aren't) {_OK}(?: at all)?|(?:please )?(?:do not|don't|never) (?:fill|execute|allocate)(?: (?:it|this|the order))? partially|(?:please )?(?:do not|don't) (?:do|give me|give us|accept) {_PARTIAL}|without {_PARTIAL}){END}",
        "aon",
    ),
    (
        "full|whole|entire|complete|100|all|everything|fill",
        rf"{START}(?:(?:but|and) )?(?:(?:the )?(?:full|complete|entire|whole|100 ?%|total) (?:size|fill|quantity|amount|lot|order|execution|allocation) (?:only|or (?:nothing|none|not at all)|required|please)|(?:the )?(?:full|whole|entire|complete|100 ?%) ?(?:rack|node|block|batch|lot|order|thing|bundle|package|set|quantity)?,? or (?:nothing|none|not at all)|(?:in full|fill in full|complete)(?: only|,? or not at all|,? or nothing)|(?:it |this |order )?must (?:be filled|fill|be executed|execute|be done) (?:in full|completely|fully|entirely)|(?:full|complete|100 ?%) fill(?:s)?(?: only| or nothing| required)?|fill[- ]or[- ]nothing|everything or nothing|(?:in )?one fill only|all (?:of it|of them) or (?:none|nothing)){END}",
        "aon",
    ),
    (
        "divisible|splittable|splitable",
        rf"{START}(?:(?:it's|it is|this is) )?(?:not|in|non-?|un)[ -]?(?:divisible|splittable|splitable){END}",
        "aon",
    ),
    (
        "anything less|nothing less",
        rf"{START}(?:anything|nothing) less (?:than that )?(?:is (?:useless|no use|no good|pointless|worthless)|will do|would do)(?: to (?:me|us))?{END}",
        "aon",
    ),
    # The smallest fill.
    (
        "all |full ",
        rf"{START}(?:either )?(?:(?:i|we)(?:'d| would|'ll| will)? )?(?:(?:want|need|take|must have|must get|need to get) )?(?:it (?:has to be|must be|is) )?(?:must be )?(?:all|the full) {_COUNT}(?:,? or (?:nothing|none)(?: at all)?)?(?: of (?:them|those))?{END}",
        "min {n}",
    ),
    (
        "useless|no use|no good|bother|worth|pointless|not enough|nothing",
        rf"{START}(?:but )?(?:anything |any number )?(?:less than|fewer than|below|under) {_COUNT}(?: of (?:them|those))?,? (?:(?:is|are|would be) )?(?:useless|no use|no good|pointless|not worth (?:it|having|the trouble)|not enough|too few|of no use|don't bother|do not bother|no)(?: to (?:me|us))?{END}",
        "min {n}",
    ),
    (
        "min|small|lowest",
        rf"(?:with |and |but )?(?:a |the |our |my )?(?:min(?:imum|\.)?|smallest|lowest)(?: {_FILL_WORD}){{1,3}}(?: (?:of|is|=|:)| ?[:=])*(?: at least)? {_COUNT}",
        "min {n}",
    ),
    (
        "min",
        rf"{START}(?:with |and |but )?(?:a |the )?(?:min\.|minimum|min)(?: of| is| ?:| ?=)+ {_COUNT}{END}|{START}min\. {_COUNT}{END}",
        "min {n}",
    ),
    ("maq", rf"{START}maq ?[:=]? ?{_COUNT}", "min {n}"),
    (
        "min|least|or more",
        rf"(?P<x>(?:\$ ?[0-9]|[0-9]\.[0-9])[^\n]*[,;(] ?){_COUNT} (?:min(?:imum|\.)?|at a minimum|at (?:the )?(?:very )?least|or more(?: (?:is|are|would be))? {_OK}|is (?:the|our|my) minimum){END}",
        "{x}min {n}",
    ),
    (
        "up",
        rf"{START}(?:but )?(?:anything|any (?:partial|number|amount|quantity)|partials?)(?: fills?)? (?:from|above|over or equal|above or equal|of) {_COUNT}(?: (?:up|upwards?|or more|and up|on up))(?: (?:works?|is {_OK}|will do|(?:is )?{_OK}))?{END}",
        "min {n}",
    ),
    (
        "part",
        rf"(?:(?:i|we)(?:'d| would|'ll| will|'re| are|'m)? ?)?(?:(?:happy|fine|ok(?:ay)?|good) (?:with |(?=to part))|accept |take |(?:will|would) (?:accept|take) )?(?<![a-z]){_PARTIAL}(?:,? (?:(?:are|is|would be) )?{_OK})?,? ?(?:but )?(?:(?:as long as|provided|so long as|if)(?: (?:it's|it is|we get|i get|they're|that's|there are))? )?\(?{_FROM} ?{_COUNT}(?: or (?:more|larger|bigger|up))?(?: (?:is|are) {_OK}| {_OK}(?![a-z]))?",
        "min {n}",
    ),
    (
        "part",
        rf"{START}{_PARTIAL},? (?:(?:are|is) )?{_OK},? (?P<rest>\((?:min|at least)(?:imum)?(?: of)? [0-9]+\))",
        "{rest}",
    ),
    (
        "help|work|fine|ok|do|count|welcome|accept|suffice|use",
        rf"{START}(?:(?:but |and )?(?:if (?:not(?= ?,)|there (?:isn't|is not|isnt|aren't|are not)(?: quite)? (?:enough|that (?:many|much)|capacity)|(?:that's|it's|that is|it is) (?:too (?:much|many)|not possible|not available|a stretch)|(?:you|they|we) (?:don't|do not|can't|haven't|cannot|can not)(?: quite)? (?:have|find|get|manage|fill|got) (?:enough|all|that many|all of (?:it|them)|the (?:full|whole) (?:amount|lot|order|number|quantity)|everything)|(?:it|this|the order) (?:can't|cannot) be filled(?: (?:in full|completely|entirely))?|(?:not (?:everything|all)|less|fewer) (?:is|are) (?:available|left|free)|supply is (?:short|tight|thin)|you (?:fall|are|run|come up) short)(?: (?:of (?:them|those)|available|left|around|to go round))*,? )(?:then )?)?(?:(?:anything|any (?:number|amount|quantity|partial)|a (?:smaller|partial) (?:fill|lot|number|amount)|partials?)(?: fills?)? (?:down to|as low as|from|above|over|of at least|of|not below) |as (?:few|little) as |even ){_COUNT}(?: (?:up|upwards?|or more|and up))?(?: (?:still|also|would|will|is|are|be))* (?:helps?|works?|fine|ok(?:ay)?|good|do(?:es)?(?: the (?:job|trick))?|counts?|welcome|acceptable|suffices?|enough|useful|of use|better than nothing)(?: (?:us|me|a lot|to us|for us|too))*{END}",
        "min {n}",
    ),
    (
        "few|little|low",
        rf"(?:(?:i|we)(?:'d|'ll)? )?(?:(?:can|could|will|would) )?(?:make do|live|manage|cope|get by|settle|be (?:fine|ok|happy)) (?:with|for|on) as (?:few|little|low) as {_COUNT}",
        "min {n}",
    ),
    (
        "equal|above|more",
        rf"{START}(?:but )?(?:anything|any (?:partial|number|amount)) (?:above or equal(?: to)?|at or above|of at least|not below) {_COUNT}(?: (?:works?|is {_OK}|will do|{_OK}))?{END}",
        "min {n}",
    ),
    (
        "at least",
        rf"{START}(?:but |and )?(?:as long as|so long as|provided(?: that)?|if) (?:we|i|you)(?: can)? (?:get|have|fill|end up with|give us) at least {_COUNT}(?: of (?:them|those|these))?{END}|{START}(?:but |and )?(?:we|i) (?:need|want|must get|have to get|must have) at least {_COUNT}(?: of (?:them|those|these))?{END}",
        "min {n}",
    ),
    (
        "at least|no fewer|not below|not under",
        rf"{START}(?:but |and |with |though )?(?:at least|no fewer than|not fewer than|not below|not under) (?P<n>(?:[1-9][0-9]{{0,3}}|two|three|four) (?:nodes?|servers?|gpus?|cards?|racks?)){END}|{START}but not (?:below|under) {_COUNT}{END}",
        "min {n}",
    ),
    # Prices.
    (
        "dollars|usd",
        r"(?<![a-z])(?:[a-z]+-)?(?:one|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|twenty|thirty|forty|fifty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))? (?:(?:us |united states )?dollars|usd)(?: and [a-z]+(?:[ -][a-z]+)? cents)? \((?P<x>(?:usd|us\$|\$) ?[0-9][0-9.,]*)\)",
        "{x}",
    ),
    (" and a half", r"(?<![a-z0-9])(?P<n>[0-9]{1,3}) and a half(?= (?:dollars|bucks|usd))", "{n}.5"),
    ("one and a half", r"(?<![a-z])one and a half(?= (?:dollars|bucks|usd))", "1.5"),
    ("two and a half", r"(?<![a-z])two and a half(?= (?:dollars|bucks|usd))", "2.5"),
    ("three and a half", r"(?<![a-z])three and a half(?= (?:dollars|bucks|usd))", "3.5"),
    ("four and a half", r"(?<![a-z])four and a half(?= (?:dollars|bucks|usd))", "4.5"),
    ("five and a half", r"(?<![a-z])five and a half(?= (?:dollars|bucks|usd))", "5.5"),
    (
        "fift|ten|twent|thirt|fort|sixt|sevent|eight|ninet|twelve",
        rf"{START}(?P<n>(?:one|two|three|four|five|six|seven|eight|nine) (?:ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)(?= ?(?:/|per|an?|each|for (?:each|every|one)) ?(?:gpu|card|h100|h200|hour|hr))",
        "at {n}",
    ),
    (
        "for ",
        r"(?<=[0-9])(?P<c> ?(?:usd|dollars|bucks|\$))? for (?P<u>(?:gpu|card|node)[ -]?(?:hours?|hrs?)|gpuh|hour)(?![a-z])",
        "{c} per {u}",
    ),
    (
        "equal",
        r"(?:for |price |at )?(?:(?:less|lower|smaller) than|below|under) or (?:equal|same as|the same as)(?: to)?(?= [$0-9])",
        "at most",
    ),
    (
        "equal",
        r"(?:for |price |at )?(?:(?:more|greater|higher) than|above|over) or equal(?: to)?(?= [$0-9])",
        "at least",
    ),
    (
        "outside|absolute",
        r"(?<=[0-9])(?P<u>[^,;\n]{0,24}?),? (?:at the (?:absolute |very )?(?:outside|limit|maximum)|at (?:the )?(?:absolute |very )(?:most|maximum|max))(?![a-z])",
        "{u} max",
    ),
    (
        "agreed|usual|standard|normal|regular|customary|contract|negotiated|list",
        r"(?<![a-z])(?:at |for )?(?:our|the|your|my) (?:usual|normal|standard|regular|customary|agreed|contract(?:ed|ual)?|negotiated|list(?:ed)?) (?:price|rate|limit|cap)(?: of| is|:|,)? (?=(?:usd ?)?\$ ?[0-9]|[0-9]+\.[0-9])",
        "at ",
    ),
    (
        "pay|spend|go ",
        r"(?<![a-z])(?:and |but )?not (?:to )?(?:pay|spend|go|bid)(?: any)? (?:over|above|more than|beyond|higher than)(?= (?:usd ?)?\$? ?[0-9])",
        "no more than",
    ),
    (
        "left|remaining|to spare| in the | in our ",
        rf"(?:(?:only|just|there's|there is|we have|we've|i have|i've)(?: only| just| got)* )?(?P<x>{_AMOUNT})(?: (?:is |are )?(?:left|remaining|to spare|available|free|to go|unspent))* (?:in|on) (?:the|our|my|this) (?:(?:research|travel|compute|team|project|department(?:al)?|training) )?(?:grant|pot|kitty|budget|account|fund|purse|project|cost cent(?:er|re)|po|credit|wallet|till|coffers|bank)(?![a-z])",
        "budget {x}",
    ),
    (
        "between them|between the two|between the lot",
        r"(?P<x>(?:usd ?)?\$ ?[0-9][0-9.,]*k?) between (?:them|the two|the lot|the three|both)(?![a-z])",
        "{x} total",
    ),
    (
        "minimum|least",
        rf"{START}(?:and |but )?{_COUNT} (?:is|being|would be|'s) (?:the|our|my|an absolute|the absolute|the bare) (?:minimum|min|least)(?: (?:we|i)(?:'d| would)? (?:take|need|want|accept))?{END}",
        "min {n}",
    ),
    (
        "or more|+",
        r"(?<![0-9a-z.$])(?P<n>[1-9][0-9]{0,3}) ?(?:\+|or more|and up|or up|upwards(?: of)?)(?= (?P<g>PRODUCT)(?![a-z0-9]))",
        "at least {n}",
    ),
    ("unit cost", r"unit cost(?:s)?(?![a-z])", "unit price"),
    ("max|price", r"(?<![a-z])max(?:imum|\.)? unit (?:price|rate)(?=[ :])", "max price"),
    (
        "hourly",
        r"(?<![a-z])(?:max(?:imum|\.)? )?hourly (?:rate|price|cost|cap|limit|max)(?: (?:max(?:imum)?|cap|limit|of|is|at|up to))*:? (?P<x>(?:usd ?)?\$? ?[0-9](?:[0-9.]*[0-9])?(?: usd)?)(?: (?:per|a|each|/) ?(?:gpu|card))(?![a-z -]*h)",
        "max {x} per gpu per hour",
    ),
    (
        "than",
        r"(?P<no>not|no|never) (?:be )?(?:more expensive|dearer|costlier|pricier|more costly) than(?= )",
        "no more than",
    ),
    ("than", r"(?P<no>not|no|never) (?:be )?(?:cheaper|less expensive) than(?= )", "no less than"),
    (
        "exceed",
        r"(?<![a-z])(?<!total )(?<!overall )(?<!combined )(?:the |our |unit |max |hourly )*(?:price|rate|bid)(?: (?:is|are|shall|must|should|may|will|can|cannot|has|ought))* not(?: to)? (?:exceed|be (?:exceeded|above|over|higher than|more than))(?= [$0-9u])",
        "max price",
    ),
    (
        "exceed",
        r"(?<![a-z])(?:shall|must|should|may|will) ?n['o]t(?: to)? exceed(?= )|(?<![a-z])(?:should|shall|may|will|must) not be (?:more|higher|greater) than(?= [$0-9u])",
        "not exceeding",
    ),
    (
        "cost",
        r"(?<![a-z])(?:it |they |this |each |these )?(?:must|should|may|can|shall) ?(?:not|n't|never) (?:cost|be) (?:more than|over|above|higher than)(?= [$0-9u])|(?<![a-z])(?:price|rate)(?: (?:must|should|may|can|shall)) ?(?:not|n't) be (?:more than|over|above|higher than)(?= [$0-9u])",
        "no more than",
    ),
    (
        "price must|price should",
        r"(?<![a-z])(?<!total )(?:price|rate)(?: (?:must|should|may|can|shall)) ?(?:not|n't) be (?:more than|over|above|higher than)(?= [$0-9u])",
        "no more than",
    ),
    (
        "or less|or below|or lower|or under|or cheaper",
        rf"{START}(?:but )?(?:only )?(?:if|as long as|provided) (?:it's|it is|they're|they are|the price is|price is|it costs)(?: at)? (?=\$?[0-9.]+(?: ?(?:usd|/|per|an|a)[^,;\n]{{0,20}})? or (?:less|below|lower|under|cheaper))",
        "at ",
    ),
    (
        "best|highest",
        r"(?<![a-z])(?:our|my|the) (?:best|highest) (?:price|bid)(?: is| would be| of|:)? (?=(?:usd ?)?\$? ?[0-9])|(?<![a-z])highest bid(?: is|:)? (?=(?:usd ?)?\$? ?[0-9])",
        "max price ",
    ),
    (
        "walk",
        r"(?<![a-z])(?:our |my )?walk[- ]?away(?: price| level)?(?: is| of|:| =)? (?=(?:usd ?)?\$? ?[0-9])",
        "limit price ",
    ),
    ("reservation price", r"(?<![a-z])reservation price(?= )", "limit price"),
    ("stay", r"(?<![a-z])stay(?:ing|s)? (?P<u>under|below|within)(?= [$0-9u])", "{u}"),
    (
        "not more|no more|no higher|not higher|nothing more",
        r"(?<=[0-9]),? (?:and |but )?(?:not|no|nothing) (?:a (?:cent|penny) )?(?:more|higher)(?= ?(?:[.,;!)\n]|$))",
        " max",
    ),
    (
        "less",
        r"(?<=[0-9]),? (?:and |but )?(?:not|no|nothing) (?:a (?:cent|penny) )?(?:less|lower)(?= ?(?:[.,;!)\n]|$))",
        " min",
    ),
    ("lump", r"(?:a |the )?lump[- ]sum(?: payment)?(?: of)?(?= ?:? ?(?:usd ?)?[$0-9])", "total"),
    (
        "value|money|sum|consideration|amount",
        r"(?<![a-z])(?:the |our |max(?:imum)? )*(?:total|contract|order|deal|purchase|overall|aggregate) (?:value|money|sum|consideration|amount)(?: is)?(?=[ :])",
        "total cost",
    ),
    ("sum total", r"(?<![a-z])sum total(?= )", "total"),
    ("within", r"within (?=(?:a |our |the )?(?:total |overall )?budget of [$0-9u])", ""),
    (
        "put|invest|place|spend|deploy|allocate|throw|sink|commit",
        rf"(?<![a-z])(?:put(?:ting)?|invest(?:ing)?|plac(?:e|ing)|spend(?:ing)?|deploy(?:ing)?|allocat(?:e|ing)|throw(?:ing)?|sink(?:ing)?|commit(?:ting)?) (?P<x>{_AMOUNT}) (?:into|in|on|towards?|behind|against)(?= (?!the (?:bid|table)|each|every|one|a (?:gpu|card)|total|all(?![a-z])|one|full|sum))",
        "budget {x} for",
    ),
    (
        "less than|below|under|lower",
        rf"(?:(?:i|we)(?:'d|'ll|'re)? ?(?:are |would |will )?)?(?<![a-z]){_NOT_SELL}(?:be )?(?:sell(?:ing)?|go(?:ing)?(?! up)|let(?:ting)? (?:it|them|these|those) go|accept(?:ing)?|tak(?:e|ing)|part with (?:it|them))(?: (?:it|them|these|anything))?(?: for| at)? (?:below|under|(?:anything )?less than|(?:anything )?lower than)(?= (?:usd ?)?\$?[0-9])",
        "no less than",
    ),
    (
        "less than|below|under",
        rf"{START}(?:but )?(?:not (?:for )?(?:a (?:cent|penny) )?(?:less than|below)|nothing (?:below|under)|not selling (?:below|under|for less than))(?= (?:usd ?)?\$?[0-9])",
        "no less than",
    ),
    (
        "lowest|bottom|hurdle|minimum acc",
        r"(?<![a-z])(?:our |my |the )?(?:lowest (?:acceptable )?(?:price|rate)?(?: (?:we|i)(?:'d|'ll| would| will)? ?(?:take|go|accept|sell(?: at)?|do))?|bottom (?:price|line)?|hurdle(?: rate)?|minimum acceptable(?: price)?)(?: is| of|:)? ?(?=(?:usd ?)?\$? ?[0-9])",
        "min ",
    ),
    (
        "fetch|bring|get|make|achieve|earn",
        r"(?<![a-z])(?:it |they |we |i )?(?:must|has to|have to|should|needs? to|want to|would like to|looking to|hoping to) (?:fetch|bring(?: in)?|get|make|achieve|earn|clear)(?: us)?(?P<l> at least)?(?= (?:usd ?)?\$ ?[0-9]| [0-9]+\.[0-9])(?! [0-9.]+ ?(?:x|gpu|node|h100))",
        "{l} at",
    ),
    (
        "accept|offered at|offering at|go for",
        rf"{START}(?:(?:i|we)(?:'d|'ll| would| will)? )?(?:accept(?:ing)?|offer(?:ed|ing) at|happy with|let (?:them|it|these) go (?:for|at))(?= (?:usd ?)?\$? ?[0-9]+\.[0-9])",
        "at",
    ),
    ("best bid", r"(?<![a-z])(?:best bid|bids?) (?P<u>above|over|from|of at least)(?= (?:usd ?)?\$? ?[0-9])", "{u}"),
)
