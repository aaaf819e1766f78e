"""Turns of phrase for hours: that a window is wanted whole, when business closes, and hours counted back from an end.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, IDLE, START
from nlp.lexicon.paraphrases_times import CLOCK, DAY, MONTH

_ON = rf"(?:(?:next |this |on )?(?:{DAY})|tomorrow|today|[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* [0-9]{{1,2}}(?:st|nd|rd|th)?)"
_LONG = rf"(?:(?:this |next |the )?(?:week|weekend|month)|{DAY} (?:to|through|thru|until|till|-) {DAY}|both days|(?:all )?(?:two|three|four|five|[2-9]) days|[0-9]{{1,2}}(?:st|nd|rd|th)? ?(?:to|-|through) ?[0-9]{{1,2}}(?:st|nd|rd|th)?(?: [a-z]{{3,9}})?)"
_CLOSE = r"(?:(?:the )?(?:close|end) of (?:business|play|trading|the (?:business|working|work) day)|cob|eob)"
_WHOLE = r"(?:(?:right|straight|all the way|clean) through|non-?stop|start to finish|from start to finish|from beginning to end|beginning to end|end to end|around the clock|round the clock|the whole (?:way|time)|the entire (?:way|time)|throughout|24/7|24 ?x ?7|24 hours a day|in (?:its|their) entirety)"
_ITS_DAY = rf"(?:(?<![a-z])(?:{DAY}s?|tomorrow|tmrw|tmr|tmw|today|weekdays?|(?:next|this) week)|{MONTH}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?|[0-9]{{1,2}}(?:st|nd|rd|th)? {MONTH}|[0-9]{{1,2}}/[0-9]{{1,2}})"
_PRICE_BEHIND = r"(?:@ ?)?(?:\$ ?[0-9]+(?:\.[0-9]{1,4})?|[0-9]?[0-9]?\.[0-9]{1,4}|[1-9][0-9]? ?(?:c|¢|cents?))(?![0-9a-z:$%]|\.[0-9])(?! ?(?:x |-|–|to |million|[km] |h |hrs?|hours?|gpus?|nodes?|cards?|racks?|(?:rtx|tpu) |[a-z]{1,4}[0-9]))"
"""A price that nothing sets off from the words before it: a sum with its sign, or a bare decimal that counts nothing."""

_NEIGHBOURS = (
    ("mon", "tue"), ("tue", "wed"), ("wed", "thu"), ("thu", "fri"), ("fri", "sat"), ("sat", "sun"), ("sun", "mon"),
)  # fmt: skip

_SPOKEN_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])(?:[ :](?:thirty|fifteen|forty[- ]five|[0-5][05]))?"

HOURS: tuple[tuple[str, str, str], ...] = (
    # The letters said one by one.
    ("a m|p m", rf"(?<![a-z0-9.$])(?P<h>{_SPOKEN_HOUR}) (?P<a>[ap]) m(?![a-z0-9])", "{h} {a}m"),
    # The whole of it.
    (
        "through|stop|finish|beginning|end to end|clock|the whole|the entire|throughout|entirety|24|full|whole days|entire days|complete days",
        rf"(?P<d>(?:{_ON}|{_LONG}|night|evening|morning|afternoon|tonight|[0-9] ?[ap]m|[0-9]:[0-9]{{2}})),? (?:and )?(?:{_WHOLE}|(?:all )?(?:full|whole|entire|complete) days)(?= ?(?:[.,;:!?)\n—]|$| (?:for|at|on|in|with|max|up to|please|pls|spot|under)(?![a-z])))(?! (?:for|with) [0-9])",
        "{d}",
    ),
    (
        "day and night|night and day|days and nights",
        rf"(?P<d>(?:{_LONG})),? (?:(?:all )?day(?: long)? and (?:all )?night(?: long)?|night and day|days and nights)(?![a-z])",
        "{d}",
    ),
    (
        "day and |day long and |day, all night",
        rf"(?P<d>(?:{_ON})),? (?:all )?day(?: long)?(?: and|,) (?:all )?night(?: long)?(?![a-z])",
        "{d} day-and-night",
    ),
    (
        "day and |day long and |day, all night",
        rf"(?:(?<=^)|(?<=[ ,]))(?:all )?day(?: long)?(?: and|,) (?:all )?night(?: long)?,? (?:on |for )?(?P<d>{_ON})(?! (?:to|through|thru|until|till)(?![a-z])| ?-)",
        "{d} day-and-night",
    ),
    (
        "day and |day plus|day, |day & |daytime",
        rf"(?P<d>(?:{_ON})),? (?:all )?day(?:time)?(?: long)?,? (?:and|plus|&) (?:all |on )?(?:(?P=d) )?night(?: long)?(?![a-z])",
        "{d} day-and-night",
    ),
    (
        "the day",
        r"(?<![a-z])(?:at )?(?:any ?time|sometime|(?:any|some) (?:point|time|stage)|whenever) (?:during|in) the day(?![a-z])",
        "any time",
    ),
    (
        "during the day|during daylight",
        r"(?<![a-z])during (?:the day(?:time)?|daylight(?: hours)?)(?![a-z])(?! (?:of|before|after|when|that)(?![a-z]))",
        "in day-hours",
    ),
    # Hours behind lots on several days are those of each.
    (
        "days|each day|every day|nights",
        rf"(?P<p>(?:and|or|,) [0-9]+ (?:[a-z0-9]+ ){{0,3}}?(?:on )?(?:{DAY}|tomorrow)), (?P<h>(?:from )?{CLOCK} ?(?:to|-|–|until|till|through) ?{CLOCK}),? (?:on )?(?:both|each|every|all (?:two|three|four|five|of (?:them|these|those)|these|those)?)(?: of (?:the|these|those))? ?(?:days?|nights?)(?= ?(?:[.,;!?)\n]|$))",
        "{p}, each {h}",
    ),
    # When business closes: the end of business hours.
    ("close of|end of|cob|eob", rf"(?<![a-z]){_CLOSE},? (?:on )?(?P<d>{_ON})(?![a-z])", "{d} 5pm"),
    ("close of|end of|cob|eob", rf"(?<![a-z])(?P<d>{_ON}),? (?:at )?{_CLOSE}(?![a-z])", "{d} 5pm"),
    (
        "close of|end of|cob|eob",
        rf"(?<![a-z])(?P<f>from|starting|between) {_CLOSE}(?= (?:until|till|to|through|and|today)(?![a-z]))",
        "{f} 5pm",
    ),
    (
        "close of|end of|cob|eob",
        rf"(?<![a-z])(?P<f>until|till|to|through) {_CLOSE}(?! ,?(?:on )?{_ON})(?= ?(?:[.,;:!?)\n—]|$))",
        "{f} 5pm",
    ),
    # Hours counted back.
    (
        "ending|finishing",
        r"(?<![a-z])(?:for |during )?(?:the|those) (?P<n>[0-9]{1,3}|two|three|four|five|six|eight|ten|twelve) (?P<u>hours?|hrs?) (?=(?:ending|finishing)(?![a-z]))",
        "{n} {u} ",
    ),
    (
        "at the latest|at the very latest|latest",
        rf"(?<![a-z])(?:by |until |before |on )?(?P<d>{_ON}(?:,? (?:at )?{CLOCK})?) (?:at the (?:very )?latest|at latest)(?![a-z])",
        "no later than {d}",
    ),
    (
        "up to|before|until|to |run-up",
        rf"(?<![a-z])(?:the |the last |the final )(?P<n>[0-9]{{1,3}}|two|three|four|five|six|eight|ten|twelve) (?P<u>hours?|hrs?) (?:leading )?(?:up to|up until|before|until|to) (?={CLOCK})",
        "{n} {u} ending at ",
    ),
    # Nights by both their days.
    *(
        (
            "night",
            rf"(?<![a-z])(?:on |for )?(?:(?:overnight|(?:the )?night) (?:of |from |on )?(?P<d>{one}[a-z]*)(?: night)?|(?P<d>{one}[a-z]*) (?:over)?night) (?:in)?to (?:the )?{other}[a-z]*(?: morning)?{END}",
            "{d} night",
        )
        for one, other in _NEIGHBOURS
    ),
    (
        "next morning|following morning",
        r"(?<![a-z])(?P<u>until|till|to|through) (?P<h>[0-9]{1,2}(?::[0-9]{2})?) (?:in )?the (?:next|following) morning(?![a-z])",
        "{u} {h}am",
    ),
    # Clock times.
    (
        "9",
        rf"(?P<d>{_ITS_DAY}),? (?:from )?9 ?(?:to|-|–|till|until) ?5(?P<p> {_PRICE_BEHIND})",
        "{d} 9am-5pm{p}",
    ),
    (
        "9",
        rf"(?:{START}|(?<=[a-z0-9)] ))9 ?(?:to|-|–) ?5(?= (?:on |every |each |all )?(?:week|working |business )days?(?![a-z]))",
        "9am-5pm",
    ),
    ("9 ", r"(?<![0-9a-z:$.])9 ?(?:to|-|till|until) ?5 (?P<l>(?:local|my|our)(?: time)?)(?![a-z])", "9am-5pm {l}"),
    (
        "quarter|year|eoq|eoy",
        r"(?P<f>(?<![a-z])(?:from|starting) [a-z0-9 ,:]{2,28}?) to (?=(?:the )?(?:end of (?:the |this )?(?:quarter|year)|(?:quarter|year)[- ]end|eoq|eoy)(?![a-z]))",
        "{f} until ",
    ),
    (
        "nine",
        r"(?<![a-z])(?:(?:from|between) )?nine(?:-| )(?:to|till|until|and)(?:-| )five(?![a-z]| (?:x |gpus|cards|nodes))",
        "9-5",
    ),
    (
        "h",
        rf"(?<![a-z])(?P<d>{_ON}) (?:at |from )?(?P<a>[01]?[0-9]|2[0-3])h (?P<t>to|until|till|through|-) (?P<e>(?:{_ON} )?)(?P<b>[01]?[0-9]|2[0-4])h(?![a-z0-9])",
        "{d} {a}:00 {t} {e}{b}:00",
    ),
    ("start:|from:|to:|by our clocks|our clock", rf"(?P<c>{CLOCK}) (?:by|on) (?:our|my) clocks?{END}", "{c}"),
    (
        "no matter what time|regardless of the hour",
        rf"{START}(?:regardless of the hour|whatever the hour){END}",
        IDLE,
    ),
)
