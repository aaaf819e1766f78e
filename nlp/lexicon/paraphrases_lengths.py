"""Turns of phrase for how long and from which hour: as long as possible, an hour without its half of the day, hours that
may lie anywhere in a day said before.

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, START

_YOU = r"(?:you|we|i|they)"
_ABLE = r"(?:(?: possibly| ever| realistically)?(?:'ll| will| can| could| would|'d| are| am)(?: possibly| ever| at all| still)*(?: able to| willing to)?)"
_GIVE = r"(?: (?:let|allow|give|lend|spare|offer|manage|have|keep|get|do|go|make it|stretch|provide|permit)(?: (?:us|me|it|them|to|keep|have|of))*)"
_HOURS = r"(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve) ?(?:hours?|hrs?|h)(?![a-z])"
_THAT = r"(?:that|the same|this) (?P<w>day|night|week|weekend|morning|afternoon|evening)"

LENGTHS: tuple[tuple[str, str, str], ...] = (
    (
        "long|longest",
        rf"(?:(?:for|keep going|running) )?(?:(?:as long as|however long|for as long as) {_YOU}(?:{_ABLE}{_GIVE}?|{_GIVE})|(?:for )?the longest (?:time|period|stretch|run|spell)(?: (?:that )?{_YOU}{_ABLE}{_GIVE}?| possible| available| going)?)(?=,? (?:from|starting|on|beginning)(?![a-z])|{END[3:-1]})",
        "as long as possible",
    ),
    (
        "start|begin|kick|from ",
        rf"(?<![a-z])(?:(?:with )?(?:an? )?(?:starting|start|starts|beginning|begin|begins|kicking off|kick[ -]off)(?: time)?(?: from| at)?|from) (?P<h>[1-9]|1[01])(?: (?:on|onwards))?,? (?:(?:and|then) )*(?:(?:run|runs|running|go|goes|going|last|lasts|lasting|keep going|continuing|stay|staying)(?: on)? )?(?:for )?(?P<d>{_HOURS})",
        "at {h} for {d}",
    ),
    (
        "time|whenever|point|hour",
        rf"{START}(?:at )?(?:any ?time|some ?time|whenever|(?:at )?any (?:point|moment|hour))(?: (?:on|of|during|in|within))? {_THAT}(?: (?:suits (?:you|best)|works(?: (?:best|for you))?|is (?:fine|ok(?:ay)?)))?{END}",
        "any time",
    ),
    (
        "all in one",
        r"(?<![a-z])all in one (?=[a-z])(?!dollar|buck|usd|grand|hundred|thousand|million|k(?![a-z]))",
        "in one ",
    ),
    # A smaller number behind a length may count its days or the goods: it is asked about.
    (
        "live with|make do|get by|settle for|manage with",
        rf"(?P<a>(?<![a-z])for [0-9]{{1,3}} ?(?:days|hours|hrs|nights|weeks)(?:(?! and | or )[^.;:\n])*?),? (?:but |though |although )?(?:(?:i|we)(?:'d)? )?(?:(?:would|could|can) )?(?:live with|make do with|get by with|settle for|manage with) (?=[0-9]{{1,3}}{END})",
        "{a}, ideally ",
    ),
)
