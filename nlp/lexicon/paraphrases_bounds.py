"""Least fills, both ends of a range, totals and how long a bid stands, in everyday English.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, IDLE, START

_DAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DAYS = r"(?:days?|dates?|nights?|ends?|mornings?|evenings?)"
_N = r"(?P<n>[1-9][0-9]{0,3})(?![0-9.,]*[0-9]| ?%| ?(?:usd|dollars|bucks|cents|hours|hrs|days|nights))"
_MANY = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,5}(?:\.[0-9]+)?k|[0-9]{1,5})(?![0-9.]*[0-9])"
_TAKES = r"(?:i|we)(?:'d| would|'ll| will| can| could| must| need to| have to)? (?:take|accept|need|want|settle for|live with|have|get|go for|be (?:ok|okay|fine|happy) with)"
_LOTS_OF_IT = r"(?:pair|two|both|set|trio|three|four|lot|whole lot|bundle|package|days|nights|mornings|afternoons|evenings|weekends|(?:two|three|four|five|six|seven|[2-9]) (?:lots|blocks|legs|items|days|nights|mornings|afternoons|evenings|weekends|slots|sessions|dates))"
_TOTAL_SUM = r"(?:usd ?|us)?\$ ?(?:[1-9][0-9],[0-9]{3}|[1-9],[0-9]{3}|[1-9][0-9,]*[0-9]|[1-9][0-9.]*k)(?:\.[0-9]{2})?k?(?![0-9.,]*[0-9])(?! ?(?:/|per |an? |each|apiece|the (?:hour|gpu|card|node)))"
_ITS_BOUND = r"(?: (?:at (?:the )?(?:very )?most|max(?:imum)?|tops|or less|or under|or below|ceiling|cap|limit|all in|total|in total|altogether))"
_WIDTH = r"(?:[1-9][0-9]{0,4}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|four|six|eight|ten|twelve|sixteen)"
_MINIMUM = r"(?:(?:as|being|is|would be|are) (?:a|an|the|our|my) (?:(?:absolute|bare|strict|hard|very) )*(?:minimum|min|least)|(?:as|at) (?:a |an |the )?(?:(?:absolute|bare|very) )*(?:minimum|min\.?|least)|(?:absolute |bare )?minimum|min\.?)"
_FINE = r"(?: (?:is|are|would be|will be)? ?(?:fine|ok(?:ay)?|good|acceptable|welcome|possible|works?|will do|does|do|suits?(?: us| me)?|goes|would do))"

NOT_OVER = r"(?:(?:must|may|should|shall|can|could|are|have|has|ought)(?: to)?(?: never|(?: not|n't)(?: be allowed)?)(?: to)? (?:(?:cost|run|come|amount|add up|be|go)(?: us| me)?(?: to| in at)? (?:above|over|beyond|more than|in excess of)|exceed)|(?:must|may|should|shall|can|have|has)(?: to)?(?: only)? (?:cost|be|stay|remain|come(?: in)?|run)(?: us| me)?(?: at| to)? (?:below|under|within|at most|no more than|not more than|less than|up to|max(?:imum)?)|(?:at most|max(?:imum)?|not above|no more than|not more than|not over|for (?:at most|no more than|max)))"
_BIG = r"(?:usd ?)?\$ ?(?:[1-9][0-9]{2,6}|[1-9][0-9]{0,2},[0-9]{3}|[1-9][0-9]{0,2}(?:\.[0-9])?k)(?![0-9a-z,.]*[0-9a-z])"
"""A sum that is no price of a GPU's hour."""
_ONLY_LOTS = r"(?=(?:[0-9]{1,4}|an?|one|two|four|eight|sixteen) (?:[^.;:!?\n$]|\.(?=[0-9]))*[.!]?\s*$)"
"""The one sentence of the lots, with no other sum and nothing behind it."""

BOUNDS: tuple[tuple[str, str, str], ...] = (
    ("never fewer|never less", r"(?<![a-z])never (?:any )?(?:fewer|less)(?: than)? (?=\$?[0-9])", "minimum "),
    (
        "any price",
        r"(?<![a-z])(?:at )?any price (?=(?:up to|below|under|not above|no higher than|at or below|not over) ?\$?[0-9])",
        "",
    ),
    # The smallest fill.
    (
        "min|least",
        rf"{START}(?:but |and |though |although )?{_TAKES} {_N}(?: of (?:them|those|these))?(?:,? {_MINIMUM}){END}",
        "at least {n}",
    ),
    (
        "min|least",
        rf"(?<=[a-z0-9]),? (?:but |and |with )?{_N}(?: of (?:them|those|these))? (?:as (?:a|an|the|our) (?:absolute |bare |strict )?minimum|at (?:a |the )?(?:bare |very )?minimum){END}",
        ", at least {n}",
    ),
    (
        "start|begin|proceed|go ahead|run|work|manage|live|get going",
        rf"{START}(?:but |and |though )?(?:we|i)(?:'d|'ll| can| could| would| will| may)? (?:also )?(?:start|begin|proceed|go ahead|run|work|manage|live|get going|make do|get by) (?:with|on|at) (?:a minimum of|min(?:imum)?|at least|no (?:less|fewer) than|as few as|as little as) {_N}(?: of (?:them|those|these))?{END}",
        "at least {n}",
    ),
    (
        "min|least",
        rf"(?<=[a-z0-9%])[,.;]? (?:but |and |with )?(?:(?:i|we)(?:'ll| will|'d| would| can| could)? |will |would |can |could )(?:also )?(?:do|take|accept|fill|go|trade|settle for|sell|split to) (?P<n>{_MANY}) (?:as (?:a |the )?)?(?:minimum|min\.?|at least|at (?:the )?(?:very )?least|or more){END}",
        ", at least {n}",
    ),
    (
        "min",
        r"(?<=[a-z0-9%]),? (?:minimum|min\.?)(?: fill| size| lot| clip| quantity| amount| of| is| being)* (?P<n>[0-9][0-9.]*k)(?![a-z0-9])",
        ", minimum fill {n}",
    ),
    (
        "size|amount|quantit|lot|clip|number|partial",
        rf"(?:(?:any|whatever|all) (?:size|amount|quantity|quantities|sizes|amounts|lot|lots|clips?|number)|partials?|partial fills?) down to (?P<n>{_MANY})(?:{_FINE})?{END}",
        "minimum fill {n}",
    ),
    (
        "as low as|as little as",
        rf"(?<=[a-z0-9%]), as (?:low|little) as (?P<n>{_MANY})(?:{_FINE}){END}",
        ", at least {n}",
    ),
    (
        "fewer|less",
        rf"(?P<u>(?<![a-z])(?:up to|as many as) [0-9][^.;\n]{{2,80}}?),? (?:but |and |though )?(?:fewer|less)(?: than that)? (?:is|are|would be|will be|also)(?: also)? (?:no problem|not a problem|fine|ok(?:ay)?|acceptable|good|welcome|all right|alright)(?: too| as well| with (?:us|me))?{END}",
        "{u}",
    ),
    (
        "block|stretch|piece",
        r"(?P<b>(?<![a-z0-9])[0-9]{1,3} ?(?:hours|hrs|h)(?![a-z])[^\n]{3,90}?), (?:(?:all )?in )?(?:one|a single) (?:solid |continuous |unbroken |uninterrupted |contiguous )?(?:block|stretch|piece)(?=[ ]?(?:[.,;:!?)\n]|$))",
        "{b}, straight",
    ),
    # Both ends of a range are meant.
    (
        "inclu",
        rf"(?:,? |\()(?:including|inclusive of|incl\.?) both (?:{_DAYS}|of them|the (?:first|last) (?:day|one))\)?{END}",
        "",
    ),
    (
        "inclu|incl",
        rf"(?P<k>(?<![a-z0-9])(?:to|till|until|through|thru|up to|-|–)(?: and including)? ?(?:the )?(?P<d>[0-9]{{1,2}}|{_DAY})(?:st|nd|rd|th)?(?: of)?(?: (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)?(?: 20[0-9]{{2}})?) ?,? ?\(?(?:(?:with |and )?(?:the )?(?P=d)(?:st|nd|rd|th)?(?: (?:is|being))? (?:included|inclusive|incl\.?)|(?:including|incl\.?|inclusive of) (?:the )?(?P=d)(?:st|nd|rd|th)?(?: (?:as well|too))?)\)?(?![a-z0-9])",
        "{k}",
    ),
    (
        "inclu|incl",
        rf"(?:,? ?\(|,? |, )(?:(?:both|(?:with )?(?:the )?(?:first|start)(?:ing)? and (?:the )?(?:last|end)(?:ing)?|start and end|all|from and to)(?: {_DAYS})?(?: (?:are|being|is|of them))? ?(?:included|inclusive|incl\.?)|{_DAYS} (?:included|inclusive)|(?:inclusive|incl\.?)(?: of (?:both(?: {_DAYS})?|the (?:first|last) day|both ends))?)\)?(?=[ ]?(?:[.,;:!?)\n—]|$| -(?= )| at | for | on | in | max | with ))",
        "",
    ),
    # How many of a volume run at once.
    (
        "running|going|in use|at once|at a time|in parallel|concurrent|simultaneous|together",
        rf"(?P<k>(?<![0-9])[0-9][0-9,.]*k? ?(?:[a-z0-9]{{1,8}}[ -])?(?:gpu[ -]?)?(?:hours|hrs)(?![a-z])[^\n]{{0,140}}?[,;.] ?)(?:with |and |but )*(?:no more than|not more than|never more than|at most|max(?:imum)?(?: of)?|up to) (?P<n>{_WIDTH})(?: (?:of (?:them|those)|gpus|cards))? (?:running|going|in use|busy|active)(?: (?:at once|at a time|at any (?:one )?time|together|in parallel))?{END}",
        "{k}max {n} at a time",
    ),
    (
        "at once|at a time|at one time|in parallel|concurrent|simultaneous|together|running",
        rf"(?P<k>(?<![0-9])[0-9][0-9,.]*k? ?(?:[a-z0-9]{{1,8}}[ -])?(?:gpu[ -]?)?(?:hours|hrs)(?![a-z])[^\n]{{0,140}}?[,;.] ?)(?:with |and |but )*(?P<n>{_WIDTH})(?: (?:of (?:them|those)|gpus|cards))? (?:running )?(?:at once|at a time|at (?:any )?one time|in parallel|concurrently|simultaneously|running)(?:,? (?:at (?:the )?(?:very )?most|max(?:imum)?|tops|or fewer|no more)){END}",
        "{k}max {n} at a time",
    ),
    (
        "up to|at most|no more than|max",
        rf"(?P<k>(?<![0-9])[0-9][0-9,.]*k? ?(?:[a-z]{{1,4}}[0-9]{{1,4}}[a-z]?[ -](?:gpu[ -]?)?|gpu[ -]?)(?:hours|hrs)(?![a-z])(?: of)?(?: [a-z0-9]{{1,8}}){{0,2}} )(?:at|with|on|over|across|using) (?:up to|at most|no more than|not more than|a maximum of|max(?:imum)?(?: of)?) (?P<n>{_WIDTH}) (?:gpus|cards|of (?:them|those))(?: (?:at (?:once|a time|any (?:one )?time)|in parallel|together))?{END}",
        "{k}max {n} at a time",
    ),
    # A range that will do.
    (
        "range|between",
        rf"{START}(?:and |but )?(?:(?:i'm|we're|i am|we are|i'd be|we'd be) )?(?:(?:happy|fine|ok(?:ay)?|good|glad|content) (?:w/?|with) |(?:will |would |i'll |we'll |i'd |we'd )*(?:take|accept) )?(?:anything|any (?:number|amount|quantity|count|size)|whatever(?: number)?|everything)(?: you (?:can|have|find|get))?(?: in| within| inside)?(?: (?:that|this|the) range| (?:in )?between(?: (?:those|the two|that))?)(?:{_FINE})?{END}",
        IDLE,
    ),
    # A total under other names, and of what it is; an amount that only an hour of one GPU can cost is no total.
    (
        "outgo|payout|damage",
        r"(?<![a-z])(?:outgo|payout|damage)(?=[ :](?:[^0-9\n]{0,20} )?\$?[0-9]?\.[0-9]{1,2}(?![0-9]))",
        "price",
    ),
    # The most at a time.
    (
        "not |never",
        r"(?<![a-z])(?:not|never) (?:above|over|beyond|exceeding)(?= [1-9][0-9,]{0,6} (?:(?:gpus?|cards?|nodes?|units|chips|at (?:once|a time|any (?:one )?(?:time|moment))|in parallel)(?![a-z])))",
        "at most",
    ),
    # A total under other names, and of what it is.
    (
        "together|combined|jointly|altogether",
        rf"{START}(?:and |but )?(?:(?:the|all|all the|these|those) (?:two|three|four|pair)|both|all|they|these|those)(?: of (?:them|these|those))?(?: (?:days|nights|evenings|mornings|afternoons|weekends|weeks|lots|orders|parts|items|legs|blocks|sites|cities|batches|bookings))? (?:together|combined|jointly|taken together|altogether) {NOT_OVER}(?= ?(?:usd ?)?\$?[0-9])",
        "total max",
    ),
    (
        "two|three|four|pair|trio",
        rf"(?P<m>{_BIG}),? (?:for )?the (?:(?:two|three|four)(?: of (?:them|these|those))? (?:combined|together|jointly)|pair|trio)(?: (?:combined|together))?{END}",
        "{m} in total",
    ),
    (
        "cover|pay for|suffice|stretch",
        rf"(?P<k>(?:^|(?<=[.!?:\n] )|(?<=\n)))(?P<m>{_BIG}) (?:must|has to|have to|should|needs to|will have to|is to|shall|will) (?:cover|pay for|suffice for|be enough for|stretch to)(?= {_ONLY_LOTS})",
        "{k}total budget {m}:",
    ),
    (
        "for ",
        rf"(?P<k>(?:^|(?<=[.!?:\n] )|(?<=\n)))(?:(?:(?:we|i)(?:'ve| have)(?: got)?|there(?:'s| is)) (?:only |just )?(?P<m>{_BIG})(?: (?:in total|altogether|in all|to spend|to spend on))?(?: for)?|(?P<m>{_BIG}) is (?:all|what|everything) (?:that )?(?:we|i)(?:'ve| have)(?: got)?(?: for)?)(?<=for|.on)(?= {_ONLY_LOTS})",
        "{k}total budget {m}:",
    ),
    (
        "cover|pay for",
        rf"{START}(?P<m>{_BIG}) (?:must|has to|have to|needs to|will have to|is to|shall|should|will) (?:cover|pay for|be enough for) (?:it(?: all)?|them(?: all)?|both|all(?: of (?:it|them|these|those|the above))?|everything|the (?:lot|whole|two|three|pair|whole lot))(?: together)?{END}",
        "total max {m}",
    ),
    (
        "outflow|outgo|cash|payout|damage",
        r"(?<![a-z])(?:total |overall |max(?:imum)? )?(?:cash )?(?:outflow|outgo|outgoings|payout|cash-?out|damage)(?: (?:is|must|should|shall|can|may))?(?: (?:be|stay|remain))? ?(?=(?:not|no|never|max|up to|at most|within|under|below|capped|limited|of|:|\$|usd))",
        "total cost ",
    ),
    ("beyond", r"(?<![a-z])not (?:to (?:go|run|be) )?beyond(?= (?:usd|us|\$|[0-9]))", "not exceeding"),
    (
        "total|all in|altogether|overall",
        r"(?P<t>(?<![a-z])(?:total|all in|altogether|overall|in total)) (?:on|for|across|over|between) (?:the )?(?:pair|two|lot|bundle|set|both|whole lot|three|trio|couple)(?=[ ]?[,.;:)!\n]|$)",
        "{t}",
    ),
    (
        "pair|two|both|set|trio|three|four|lot|bundle|package|days|nights|mornings|afternoons|evenings|weekends",
        rf"{START}(?:and |but )?(?:(?:the|all|all the|these|those|both) )?{_LOTS_OF_IT}(?: of (?:them|these|those|it))?(?: together| combined| jointly)? (?:for|at|under|within|must not cost more than|not above|not over)(?: (?:at most|no more than|not more than|up to|under|below|max(?:imum)?|a total of|a maximum of))? (?P<x>{_TOTAL_SUM}){_ITS_BOUND}?{END}",
        "total max {x}",
    ),
    (
        "pair|two|both|set|trio|three|four|lot|bundle|package",
        rf"(?P<x>(?<![a-z0-9.,$-]){_TOTAL_SUM}){_ITS_BOUND}? (?:for|on|over|across|between) (?:the|all|all the|these|those) {_LOTS_OF_IT}(?: of (?:them|these|those))?(?:,? (?:together|combined|jointly))?{END}",
        "{x} in total",
    ),
    (
        "in total|altogether|in aggregate|combined|overall",
        rf"(?P<t>(?<![a-z])(?:in total|altogether|in aggregate|combined|overall)) for (?:these|those|the|both|all)(?: the| these| those)? {_LOTS_OF_IT}(?:,? (?:together|combined|jointly))?{END}",
        "{t}",
    ),
    ("in sum", rf"(?<=[0-9k]) in sum{END}", " in total"),
    ("in sum", rf"{START}in sum(?=,? (?:at most|no more than|not more than|not above|up to|max|under|\$))", "in total"),
    (
        "flat",
        rf"(?<![a-z])(?:for |at )?a flat (?P<x>{_TOTAL_SUM})(?= ?(?:[.,;:!)\n]|$| total| all in| for (?:the|all|everything)))(?! total| all in)",
        "total {x}",
    ),
    (
        "week|month|weekend",
        rf"(?P<k>(?<![a-z])(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|week|weekdays?|nightly|daily)(?![a-z])(?:(?![$]? ?[0-9]{{1,5}} (?:x )?(?:[a-z]{{1,4}}[0-9]|rtx|nodes?|gpus?|cards?|tpu))[^;\n]){{0,70}}[,;] ?)(?:at )?(?P<x>{_TOTAL_SUM}){_ITS_BOUND}? (?:for |over |across )?(?:the|that) (?:whole |entire |full )?(?:week|weekend|month){END}",
        "{k}{x} in total",
    ),
    (
        "interested",
        rf"{START}(?:i'm |we're |we are |i am )?not interested(?: in (?:anything|prices?|rates?|paying|offers?|quotes?|bids?))?(?: at)?(?: anything)? (?:above|over|beyond|past|higher than|more than)(?= ?[$0-9])",
        "max",
    ),
    (
        "interested",
        rf"{START}(?:i'm |we're |we are |i am )?not interested(?: in (?:anything|prices?|rates?|selling|offers?|quotes?|bids?))?(?: at)?(?: anything)? (?:below|under|less than|lower than)(?= ?[$0-9])",
        "min",
    ),
    (
        "each or",
        r"(?P<h>(?<=[0-9])(?: ?/ ?| per | an? )(?:gpu[- ]?)?(?:hours?|hrs?|h)) each(?= or (?:more|less|better|above|below|higher|lower|up))",
        "{h}",
    ),
    # The money.
    (
        "dollar",
        r"(?<![a-z])(?:us|u\.s\.|american|united states) dollars?(?![a-z])|(?<![a-z])(?<!the )dollars? (?:us|american)(?=[ ]?(?:[.,;:!?)\n]|$| per | an? | / ?| total))",
        "usd",
    ),
    (
        "price|rate|limit|max|budget|cap|bid|floor|ask|total",
        r"(?P<w>(?<![a-z])(?:price|rate|limit|max(?:imum)?|budget|cap|bid|floor|ask|total)(?: (?:price|limit|cap|budget))?),? (?:\((?:in )?(?P<c>[a-z]{3}|[€£¥₹])\)|in (?P<c>chf|eur|gbp|jpy|inr|sek|aud|cad|sgd|hkd|cny|rmb)) ?(?P<s>[:=]?) ?(?=[0-9])",
        "{w}{s} {c} ",
    ),
    (
        "spend|pay",
        r"(?<![a-z])(?:the )?most (?:that )?(?:(?:i|we|he|she|they|[a-z]+)(?:'d| would|'ll| will| can| could| may| wants? to| is willing to| are willing to)* )(?:spend|pay|part with) (?:on|for) (?:the |these |those |all )?(?:two|pair|both|three|lot|them|all|whole lot|whole thing|everything)(?: of them| together)? (?:is|would be|will be|:) ?(?=\$|usd|[0-9])",
        "total max ",
    ),
    (
        "spend|pay|exceed",
        r"(?<![a-z])(?:i|we|he|she|they)(?: will not| won't| cannot| can't| would not| wouldn't| do not want to| doesn't want to) (?:spend|pay|exceed|go over)(?: more than| over| above)? (?P<m>(?:\$|usd ?)[0-9][0-9,.]*k?) (?:on|for) (?:the |these |those |all )?(?:two|pair|both|three|lot|them|all|whole lot|whole thing|everything)(?: of them| together)?(?![a-z0-9])",
        "total max {m}",
    ),
    # A price for each.
    (
        "price|rate|limit|max",
        rf"{START}(?:(?:the |our |my )?(?:unit|individual|respective|separate|single|max(?:imum)?|limit|bid|ask|target) (?:prices?|rates?|limits?)|(?:price|rate|limit)s? (?:per (?:gpu-hour|gpu hour|gpu|unit|hour|token|card)|each)|max(?:imum)?|maxima)(?: (?:are|is))? ?:(?= (?:the )?[a-z][a-z0-9 -]{{1,20}}(?: at| @|:)? ?\$? ?[0-9.]+[^,;\n]{{0,20}}[,;] (?:and )?(?:the )?[a-z][a-z0-9 -]{{1,20}}(?: at| @|:)? ?\$? ?[0-9])",
        "tbh,",
    ),
    (
        "maximum|minimum",
        r"(?P<h>(?: ?/ ?| per | an? )(?:gpu[- ]?)?(?:hours?|hrs?|h)) as (?:the |a |our )?(?P<m>maximum|minimum)(?: price| rate)?(?=[ ]?(?:[.,;:!?)\n]|$))",
        "{h} {m}",
    ),
    # How long the bid stands.
    (
        "validity|expiry|valid|remain|lapse",
        rf"(?<![a-z])(?:the )?(?:validity|expiry|expiration)(?: (?:date|period))? (?:of|for) (?:this |the |our |my )?(?:bid|offer|order|quote|request)(?: (?:is|to be|being|shall be|will be|should be))?(?: ?:)? ?(?=(?:till|until|til|up ?to|through|by|to|on|{_DAY}|[0-9]))",
        "valid ",
    ),
    (
        "validity",
        rf"(?<![a-z])(?:bid|offer|order|quote|request) (?:validity|expiry)(?: (?:is|:))? ?(?=(?:till|until|til|through|{_DAY}))",
        "valid ",
    ),
)
