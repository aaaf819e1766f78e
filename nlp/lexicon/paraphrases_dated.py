"""Clauses that tell when something else is, beside an order that says its own time, and conditions that name a place
again: "our queue is empty until July, so ...", "if there's nothing in Oregon, then ...".

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import IDLE, START
from nlp.lexicon.paraphrases_times import MONTH

_OWN_TIME = r"(?=[^\n]*?(?<![a-z])(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|weeks?|weekends?|month|tomorrow|tonight|nights?|[0-9]{1,2}:[0-9]{2}|[0-9]{1,2} ?[ap]m)(?![a-z]))"
"""The order tells its time further on."""
_UNTIL = r"(?:until|till|til|through|before|from|since)"
_WHEN = r"[^,.;:\n]{2,30}"
_SO = rf"(?:,? (?:and )?(?:so|hence|therefore|thus)(?= )|(?=[.;]))(?! ?$){_OWN_TIME}"
_GOODS = r"(?:gpus?|cards?|nodes?|machines?|cluster|capacity|servers?|racks?|boxes)"
_OTHERS = rf"(?:(?:our|the|my|his|her|their) (?:(?!{_GOODS}(?![a-z]))[a-z][a-z'-]* ){{1,3}}|(?:we|i|they|he|she|everyone|everybody) )"
_STATE = r"(?:empty|idle|closed|away|quiet|shut|out|on (?:holiday|leave|vacation|a break)|done|finished|busy|full|booked|travelling|traveling|dark|slow|offline|off|clear|blocked)"
_LASTING = r"(?:lease|contract|grant|funding|licen[cs]e|semester|term|campaign|audit|course|conference|agreement|subscription|fiscal year|financial year|freeze|holidays)"
_NOTHING = r"(?:nothing|none(?: left| available)?|no (?:capacity|stock|space|room|availability|supply|luck|joy|offer|offers|gpus|cards|machines)|not enough(?: capacity| of them)?|not available|no such (?:cards|gpus|capacity))(?: (?:is|are))?(?: (?:left|available|free|to be had|on offer|there))?"
_THERE = r"(?:(?:there(?:'s| is| are| should be)|it(?:'s| is)|they(?:'re| are)|(?:you|they|we|i)(?:'ve| have| find| get| can find| can get)(?: got)?) (?:just |only |really |simply )?)?"
_IS_EMPTY = r"(?:(?:all |already |just )?(?:full|sold out|unavailable|not available|gone|booked(?: out| up)?|taken|impossible|too (?:dear|expensive|pricey|full)|not possible|not an option|out of stock|empty|dry|down))"
_FAILS = rf"(?:(?:(?:is|are|be|proves|turns out|gets)(?: to be)? )?{_IS_EMPTY}|(?:isn't|is not) (?:available|possible|an option)|(?:does not|doesn't|won't|can't|cannot) (?:work(?: out)?|fill|clear|have (?:any|them|it|enough|capacity|room)|do(?: it)?|fit|happen)|(?:has|have) (?:nothing|none|no (?:capacity|stock|room|space|availability))(?: left| available| free)?|fails|falls through)"
_PLACED = r"(?P<a>(?<![a-z])(?P<p>PLACE)(?![a-z])[^\n]{0,90}?)(?P<k>[,.;:]| -| —)? (?:and |but |or )?"
_ONE_LOT = r"(?:(?!(?<![a-z])(?:and|or|plus|if|else|otherwise|also|sell|selling)(?![a-z])|[0-9]+ ?x? ?[a-z]{1,4}[0-9]|[0-9] nodes?)[^\n])"
_ONLY_LOT = rf"^(?P<a>(?:(?![0-9]+ ?x? ?[a-z]{{1,4}}[0-9]|[0-9] nodes?)[^\n]){{0,120}}?(?:[0-9]+ ?x? ?[a-z]{{1,4}}[0-9]|[0-9] nodes? ){_ONE_LOT}{{1,60}}?(?<![a-z])(?P<p>PLACE)(?![a-z])(?: only)?{_ONE_LOT}{{0,80}}?)[,.;:]?\s(?:and |but |or,? )?"
"""A text of a single lot and its place: what is said of the place is said of all of it."""
_SAME_TERMS = r"(?:,? (?:(?:on|at|under|for|with) )?(?:the )?same (?:terms|conditions|price|rate|money|limit|hours|days|day|times?|dates?)(?: please)?)*"
_NAMED = r"(?:tonight|today|tomorrow(?: (?:night|morning|afternoon|evening))?|(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?(?: (?:night|morning|afternoon|evening))?)"
_ONLY_TIMED = _ONLY_LOT.replace("(?P<p>PLACE)", f"(?P<d>{_NAMED})")
_PASSED = r"(?:(?:has|'s|is) (?:already )?(?:passed(?: (?:you|us) by)?|gone(?: by)?|over|past|too (?:late|soon|early|short(?: notice)?)|out of the question)|will not do|won't do)"
_INSTEAD = r"(?:,? (?:then|instead|please|take|try|go for|get|use))*,?(?= [a-z0-9])"

_ONLY_BARE_DAYS = r"^(?![\s\S]{0,600}?(?<![a-z0-9])(?:next|following|after|weeks?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{3,6})?(?![a-z])|[0-9]{1,2}(?:st|nd|rd|th)|[0-9]{1,2}[/-][0-9]{1,2}(?:[/-]|(?![0-9:ap ]))|the [0-9]))"
"""No word of the text puts a day into another week or on a date."""

DATED: tuple[tuple[str, str, str], ...] = (
    # A day said before, named once more.
    *(
        (
            f"same {day}",
            rf"(?P<k>{_ONLY_BARE_DAYS}[\s\S]{{0,200}}?(?<![a-z]){day}(?:day|s|sday|nesday|rsday|urday)?(?![a-z])[^\n]{{0,200}}?(?<![a-z])(?:on )?)(?:that|the) (?:very )?same (?={day}(?:day|s|sday|nesday|rsday|urday)?(?![a-z]))",
            "{k}",
        )
        for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    ),
    # A part of a month, and its days.
    *(
        (
            "half of|week of",
            rf"(?<![a-z])(?:the )?{part} of (?P<m>{MONTH})(?P<y>(?: 20[0-9]{{2}})?)(?:,|:| -|,? that is,?|,? i\.e\.,?| \() ?(?:from )?(?:the )?(?P<a>{first})(?:st|nd|rd|th)? ?(?:to|through|until|till|-|–) ?(?:the )?(?P<b>{last})(?:st|nd|rd|th)?(?![0-9:.]*[0-9a-z])\)?",
            "{a} to {b} {m}{y}",
        )
        for part, first, last in (
            ("(?:first|1st) half", "1", "1[45]"),
            ("(?:second|2nd|latter|last) half", "1[56]", "28|29|30|31"),
            ("(?:first|1st) week", "1", "7"),
        )
    ),
    # A place that has nothing.
    (
        "if |should |in case|were ",
        rf"{_ONLY_LOT}(?:if|should|in case|were) (?P=p)(?: {_FAILS}|'s {_IS_EMPTY}){_INSTEAD} (?:in )?(?P<b>PLACE){_SAME_TERMS}(?=[ ]?(?:[.,;!\n]|$)| (?:at|for|@|max|up to) ?[$]?[0-9.])",
        "{a}, else in {b}",
    ),
    (
        "nothing|none|no |not ",
        rf"{_PLACED}(?:if|should|in case|where|when) {_THERE}{_NOTHING} (?:in|at|from) (?:the )?(?P=p)(?: (?:on|for) (?:that day|tomorrow|tonight|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*))?{_INSTEAD}",
        "{a}; if not,",
    ),
    (
        "if |should |in case|were ",
        rf"{_ONLY_LOT}(?:if|should|in case) (?:the )?(?P=p)(?: {_FAILS}|'s {_IS_EMPTY}){_INSTEAD}",
        "{a}; if not,",
    ),
    # A time that has nothing.
    (
        "if |should |in case",
        rf"{_ONLY_TIMED}(?:(?:if|should|in case) (?P=d) (?:{_FAILS}|{_PASSED})|(?:if|should) (?:it|that)(?:'s| is| be)(?: already)? too (?:late|soon|short notice) for (?P=d)){_INSTEAD}",
        "{a}; if not,",
    ),
    ("failing|barring", rf"{_PLACED}(?:failing|barring) (?:the )?(?P=p){_INSTEAD}", "{a}; if not,"),
    # When something else is.
    (
        "until|till|til |through|before|from|since",
        rf"{START}{_OTHERS}(?:is|are|am|will be|stays?|remains?) {_STATE}(?: [a-z]+){{0,3}}? {_UNTIL} {_WHEN}?{_SO}",
        IDLE,
    ),
    (
        "until|till|til |before",
        rf"{START}(?:(?:we|i) have (?:nothing|no (?:jobs?|work|use|need|plans?))(?: [a-z]+){{0,4}}?|(?:nobody|no one|none of us|we do not|we don't) (?:needs?|wants?|uses?) (?:them|it|these|those)(?: at all)?) (?:until|till|til|before) {_WHEN}?{_SO}",
        IDLE,
    ),
    (
        "run|end|start|begin|last|expire|close|open|due|over",
        rf"{START}(?:our|the|my) (?:[a-z][a-z-]* ){{0,2}}{_LASTING} (?:runs?|ends?|starts?|begins?|lasts?|expires?|closes?|opens?|is due|are over|is over)(?: out)? (?:until|till|in|on|at|from|by) {_WHEN}?{_SO}",
        IDLE,
    ),
)
