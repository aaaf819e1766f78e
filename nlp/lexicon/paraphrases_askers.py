"""Who asks and who offers, in everyday English: "the robotics group needs", "we can offer", "for hire:", "let them go".

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import START

_NUMBER = r"(?:[0-9]{1,5}|an?|one|two|three|four|five|six|eight|ten|twelve|sixteen|twenty|thirty|forty|fifty|sixty)"
_COUNT = rf"(?:(?:up to|at least|about|another|the|those|some|only|just) )?{_NUMBER} ?(?:x ?|more )?(?:(?:nodes?|racks?|servers?|box(?:es)?) (?:of )?)?(?:nvidia |amd )?"
_NOT_US = r"(?!(?:seller|market|supplier|vendor|provider|price|rate|limit|budget|cap|bid|offer|order|other|cheapest|exchange|venue|owner|latter|former|first|second|last)s?(?![a-z]))"
_ASKER = rf"(?:(?:the|our|my|his|her|their) (?:{_NOT_US}[a-z][a-z'&-]*(?<!ing) ){{1,3}}?|(?:finance|research|marketing|engineering|sales|ops|operations|legal|procurement|leadership|management|everyone|someone|somebody|he|she|they) )"
_WANTS = r"(?:(?:still |also |only |now |just |really |currently |urgently )*(?:needs?|wants?|requires?|could use|could do with|would like|'d like|asks? for|asked for|has asked for|have asked for|is asking for|are asking for|is after|are after|is looking for|are looking for|will need|will want|calls? for|is requesting|requests?|wishes (?:for|to have)|should (?:get|have)|is to (?:get|have)|must have|gets|(?:needs?|wants?|would like|wishes|is looking|are looking|hopes?) to (?:have|get|book|rent|buy|reserve|use|hire|secure|order|take)))"
_CLIENT = r"(?:(?:(?:my|our|the|one|another|a second|a) )?(?:client|customer|account|desk|party|fund|principal|department|team|group|lab|unit|branch|office|book)(?: (?:[a-z]|[0-9]{1,3}|one|two|three))?|(?:the )?(?:first|second|third|other) (?:client|customer|account|desk|fund|team|lab|one)|[a-z] )"

ASKERS: tuple[tuple[str, str, str], ...] = (
    # Who asks.
    (
        "could|can|may|might|would|please",
        rf"{START}(?:could|can|may|might|would) {_ASKER}(?:please |kindly |possibly |also )*(?:have|get|book|reserve|rent|buy|take|use|order|hire|secure|be given|be allocated)(?= {_COUNT}(?P<g>PRODUCT))",
        "buy",
    ),
    (
        "need|want|require|could|would|'d |ask|after|looking|call|request|wish|should|must|gets|hope|is to",
        rf"{START}(?:and |but |while |whereas |also )?{_ASKER}{_WANTS}(?= {_COUNT}(?P<g>PRODUCT))",
        "buy",
    ),
    # Several clients, each with a side.
    (
        "bids|buys|offers|sells|is selling|is buying|is offering|is bidding|wants to sell|wants to buy|looking to",
        rf"{START}(?:and |but |while |whereas )?(?P<w>{_CLIENT}) (?:offers|sells|is (?:selling|offering)|(?:wants|would like|is looking|needs|wishes) to (?:sell|offer))(?= {_COUNT}(?P<g>PRODUCT))",
        "sell",
    ),
    (
        "bids|buys|offers|sells|is selling|is buying|is offering|is bidding|wants to sell|wants to buy|looking to",
        rf"{START}(?:and |but |while |whereas )?(?P<w>{_CLIENT}) (?:bids(?: for)?|buys|is (?:buying|bidding(?: for)?)|(?:wants|would like|is looking|needs|wishes) to (?:buy|bid(?: for)?))(?= {_COUNT}(?P<g>PRODUCT))",
        "buy",
    ),
    (
        "to ",
        rf"{START}(?:and |but )?(?:(?:mr|mrs|ms|miss|dr|prof|professor|frau|herr)\.? )?{_NOT_US}[a-z][a-z'-]+(?: (?:says|said|told (?:me|us)|asked (?:me|us)|asks (?:me|us)|wants (?:me|us)|instructed (?:me|us))) to (?:please )?(?:take|get|buy|book|order|rent|reserve)(?= {_COUNT}(?P<g>PRODUCT))",
        "buy",
    ),
    # Who offers.
    (
        "offer|long ",
        rf"{START}(?:and |but )?(?:we|i)(?:'d| can| could| would| will|'ll| are able to| am able to|'m able to|'re able to| are happy to|'re happy to| are prepared to| would like to)+ offer(?: you| out)?(?= {_COUNT}(?P<g>PRODUCT))",
        "selling",
    ),
    (
        "for rent|for hire|for lease",
        rf"{START}(?:up |available )?for (?:rent|hire|lease)(?= ?[:—-] ?{_COUNT}(?P<g>PRODUCT))",
        "for sale",
    ),
    (
        "long ",
        rf"{START}(?:and |but )?(?:we're|i'm|we are|i am) long(?= {_COUNT}(?P<g>PRODUCT))(?=[^.\n]{{3,120}}(?<![a-z])(?:sell(?:ing)?|let (?:them|it|these|those) go|let go|off-?load(?:ing)?|unload(?:ing)?|dump(?:ing)?|for sale|lease out|rent out|part with)(?![a-z]))",
        "we have",
    ),
    (
        "let ",
        r"(?<![a-z])(?:(?:please|we'd|we'll|i'd|i'll|we can|i can|happy to|want to|so) )?let (?:them|it|these|those|this|the lot) go(?= (?:by the hour|hourly|in any|at any|as a|for|at|from|if|to)(?![a-z]))",
        "sell them",
    ),
)
