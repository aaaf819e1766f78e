"""Turns of phrase for where: places that are ruled out one by one, places named by what they are ("city is Tokyo"), and
that it does not matter where.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, IDLE, START

_IN = r"(?:(?:in|at|from|inside|within) )?(?:the )?"
_AND_NOT = r",? ?(?:(?:and|or|nor|but|plus) )?(?:also |certainly |definitely )?(?:not|no|nor|neither)(?: also)? "
_A, _B, _C = (rf"{_IN}(?P<{name}>PLACE)" for name in "abc")
_RULED_OUT = rf"(?<![a-z])(?:not|no|neither) {_A}{_AND_NOT}{_B}"
_NEVER_IN = r"(?:(?:it |they )?(?:(?:must|should|may|can|shall)(?: ?not|n'?t) be (?:in|at|from)|not (?:in|at|from)|never in|nothing in|outside(?: of)?|excluding|except(?: for)?|away from|avoid(?:ing)?|anywhere but|no))"
_EITHER = r"(?: either)?(?: (?:though|please))?(?![a-z-])"

_KIND = r"(?:city|cities|country|countries|state|province|zone|region|location|place|site|data ?cent(?:er|re)(?: (?:city|country|location|region))?)"
_IS = r"(?: ?[:=]| (?:is|are|(?:should|must|will|has to|have to|needs to|is to|ought to|to) be))"
_OF = r"(?:city|state|country|province|metro area|region|area) of"

_CREW = (
    r"(?:(?:(?:we're|we are|i'm|i am|it's|this is) )?(?:(?:an?|just|only|all|the|small|tiny|little|big|remote|distributed|global|young|aussie|kiwi|british|local|mixed|lean|[a-z]{3,12}(?:ish|ese|ian|ican)) ){0,4}"
    r"(?:team|crew|start-?up|lab|studio|company|shop|outfit|group|gang|bunch|people|folks|lot|customer|client|buyer)(?: here)?,? (?:so|hence|therefore),? )"
)
"""Who the writer is, before what does not matter to them."""
_MIND = (
    r"(?:(?:i|we)(?:'re|'m| are| am)? )?(?:really |honestly |personally )?(?:do not|don'?t|not|isn'?t|aren'?t|couldn'?t|could not|wouldn'?t|won'?t)"
    r"(?: (?:really|too|very|overly|all that|at all))? (?:mind(?:ing)?|care|fussed|fussy|bothered|picky|particular|choosy|worried|precious)(?: (?:about|as to|on))?"
)
_WHERE = r"(?:where(?:abouts)?|(?:(?:what|which|the) )?(?:region|location|site|data ?cent(?:er|re)|country|place|city|zone|part of the world)s?|geography)"
_IT_IS = r"(?: (?:it is|it's|they are|they're|it runs|they run|it sits|they sit|they live|it lives|these are|this is|this runs|you put (?:it|them|us)|it comes from|they come from|it goes))?"
_MATTERS = (
    r"(?:(?:is|are)(?: (?:not|of no)|n'?t)?(?: (?:really|that|very|at all|a big|an?|any|no))*(?: (?:important|relevant|critical|crucial|importance|issue|concern|factor|problem|matter|irrelevant|consequence|difference))"
    r"|(?:does not|doesn'?t|do not|don'?t|won'?t)(?: really)? (?:matter|make (?:a|any) (?:real )?difference|bother (?:me|us)|count)|makes? no (?:real )?difference|(?:is|are) (?:irrelevant|unimportant|immaterial|neither here nor there))"
    r"(?: (?:to|for) (?:me|us|this|it|the job|this job))?(?: at all| here)?"
)
_NO_MATTER = r"(?!(?:is|are) (?:an? |very |really |that )*(?:important|relevant|critical|crucial|issue|concern|factor|problem|matter))"

PLACES: tuple[tuple[str, str, str], ...] = (
    (
        "south korea|s. korea|s korea|republic of korea",
        r"(?<![a-z])(?:the )?(?:south|s\.?|republic of) korea(?![a-z])",
        "korea",
    ),
    # Ruled out one by one.
    ("no|neither", rf"{_RULED_OUT}{_AND_NOT}{_C}{_EITHER}", "not in {a} or {b} or {c}"),
    ("no|neither", rf"{_RULED_OUT}{_EITHER}", "not in {a} or {b}"),
    (
        " and ",
        rf"(?<![a-z])(?P<n>{_NEVER_IN} (?:the )?)(?P<a>PLACE),? and (?:also |definitely )?(?P<m>{_NEVER_IN}(?: the)?) (?P<b>PLACE)(?![a-z])",
        "{n}{a}, {m} {b}",
    ),
    # Named by what they are.
    (
        "city|cities|countr|state|province|zone|region|location|place|site|cent",
        rf"{START}(?:and |in )?(?:(?:the|our|my|preferred|desired|target|required|requested|hosting) )*{_KIND}(?:{_IS}|(?= [a-z]+ ?(?:[,.;!\n]|$)))(?: in| at)? (?:the )?(?P<p>PLACE){END}",
        "in {p}",
    ),
    # "all in" of a place is no total.
    ("all in ", r"(?P<s>(?<=[0-9])[,;.]?) all(?P<w> in (?:the )?)(?P<p>PLACE)(?![a-z])", "{s}{w}{p}"),
    (
        "city of|state of|country of|province of|area of|region of",
        rf"(?<![a-z])(?:the )?(?:greater )?{_OF} (?:the )?(?P<p>PLACE)(?![a-z])",
        "{p}",
    ),
    (
        "city|country",
        rf"{START}(?:and )?(?:the )?(?:city|country)(?: is| must be| ?:) (?!any|open|flexible|free|fine|not|no|up|tbd|tbc|all|irrelevant|whatever|wherever|your)(?P<p>[a-z]+){END}",
        "only in {p}",
    ),
    # That it does not matter where.
    (
        "mind|care|fuss|bother|picky|particular|choosy|worried|precious",
        rf"{START}(?:and |but |so )*{_CREW}?{_MIND} {_WHERE}{_IT_IS}{END}",
        IDLE,
    ),
    (
        "where|region|location|site|cent|country|place|city|zone|geograph|latency|distance",
        rf"{START}(?:and |but |so )*(?:{_CREW}|it'?s (?:all |just |only )?(?:a )?(?:batch|offline|background|async)(?: (?:work|job|jobs|processing|stuff|run|inference))?,? so )?(?:the )?(?:{_WHERE}|region|location|site|data ?cent(?:er|re)|country|place|city|zone|latency|ping|distance){_IT_IS} {_NO_MATTER}{_MATTERS}{END}",
        IDLE,
    ),
    ("so ", rf"{START}(?:and |but )?{_CREW}(?=(?:any|anywhere|wherever|no preference) )", ""),
    (
        "in one|at one|under one",
        rf"{START}(?:and |but )?(?:(?:they |it |these )?(?:(?:should|must|has to|have to|needs? to) (?:all |both )?be )?)?(?:all|both|everything|the lot)?(?: of (?:it|them))? ?(?:in|at|under) one (?:and the same )?(?:place|spot|roof|building|facility|hall|room)(?: only| please)?{END}",
        "same location",
    ),
    (
        "in one|same ",
        r"(?<![a-z])(?:(?:all|both) )?(?:in|inside|under) (?:one (?:place|spot|building|facility|hall|room|campus|roof)|(?:the )?(?:very )?same (?:building|facility|hall|room|premises|campus|roof))(?![a-z-])(?! (?:as|with|where|of)(?![a-z]))",
        "same location",
    ),
)
