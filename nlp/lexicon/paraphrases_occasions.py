"""Days that are counted and then named ("three nights running: Wednesday, Thursday and Friday"), and weekends that are
said to be among the days, or not ("each morning next week, including the weekend").

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END
from nlp.lexicon.paraphrases_times import CLOCK, DAY, MONTH

_NUMBERS = ("two|2|both", "three|3|all three", "four|4", "five|5", "six|6", "seven|7")
_DATE = rf"(?:{MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?|[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}|(?:the )?[0-9]{{1,2}}(?:st|nd|rd|th))"
_ON = rf"(?:on )?(?:{DAY}|{_DATE})"
_NEXT = r"(?: ?, ?(?:and )?| and | & | ?/ ?| \+ )"
_RUNNING = r"(?:running|in a row|straight|back[- ]to[- ]back|consecutively|on the trot|in succession|in sequence|one after (?:the|an)other|altogether|in all|in total)"
_HOURS = rf"(?=,? ?(?:each |every |both |all )?(?:night |day |evening |of them )?(?:from |between )?{CLOCK} ?(?:-|–|to|until|till|and) )"
_PLURALS = (("nights", " night"), ("evenings", " evening"), ("mornings", " morning"), ("afternoons", " afternoon"))


def _counted(number: str, length: int, plural: str, part: str) -> tuple[tuple[str, str, str], ...]:
    """The rules for so many days of one kind: their names alone where hours are said, else each with its part."""
    head = rf"(?<![a-z0-9])(?<!any )(?<!to )(?<!of )(?<!least )(?<!most )(?<!exactly )(?:(?:for|on|over|during|these|the|those) )*(?:{number}) (?:(?:consecutive|successive|straight|full|whole|separate|different) )*{plural}(?:,? {_RUNNING})?(?P<w>(?: (?:in|of|during))? (?:next|this|the coming) week)?(?: ?[:,]| ?-| —)? \(?(?:namely |being |which are |i\.e\.,? )?"
    names = [rf"(?P<d{chr(97 + place)}>{_ON})(?: {plural[:-1]}s?)?" for place in range(length)]
    listed = _NEXT.join(names) + r"(?![a-z0-9])(?! ?(?:and|or|&|/|,) ?(?:on )?(?:mon|tue|wed|thu|fri|sat|sun))\)?"
    copies = [f"{{d{chr(97 + place)}}}" for place in range(length)]
    alone = ", ".join(copies[:-1]) + " and " + copies[-1]
    parted = ", ".join(copy + part for copy in copies[:-1]) + " and " + copies[-1] + part + "{w}"
    return ((plural, head + listed + _HOURS, alone), (plural, head + listed, parted))


def _nights_with_hours(length: int) -> tuple[str, str, str]:
    """ "Thursday night, Friday night and Saturday night, 7pm to 1am": the hours are those of all."""
    names = [rf"(?P<d{chr(97 + place)}>{_ON}) nights?" for place in range(length)]
    copies = [f"{{d{chr(97 + place)}}}" for place in range(length)]
    listed = rf"(?<![a-z0-9])(?<!, )(?<!and ){_NEXT.join(names)}(?=,){_HOURS}"
    return ("night", listed, ", ".join(copies[:-1]) + " and " + copies[-1])


_GIVEN = r"(?P<d>(?<![a-z])(?:every|each|all) (?:single )?(?:night|day|morning|evening|afternoon)s?(?![a-z])[^.;:!?\n]{0,40}?)"
_OVER_IT = r"(?P<d>(?<![a-z])(?:from )?(?:(?:thu(?:rs)?|fri|sat(?:ur)?)(?:day)?(?: [0-9]{1,2} ?[ap]m)? ?(?:to|-|until|till|through|thru) ?(?:sun|mon|tue(?:s)?|wed(?:nes)?)(?:day)?|(?:mon|tue(?:s)?|wed(?:nes)?)(?:day)? ?(?:to|-|until|till|through|thru) ?sun(?:day)?)(?: [0-9]{1,2} ?[ap]m)?(?![a-z]))"
_WEEKEND = r"(?:the |on the |at the |on )?(?:weekends?|sat(?:urday)?s? (?:and|&|\+) sun(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?)"
_AMONG = rf"(?:,? ?\(?(?:including|incl\.?|inclusive of|even|also|and also|counting|as well as)(?: over| on| during)? {_WEEKEND}(?: (?:too|as well|also))?\)?|,? ?\(?{_WEEKEND} (?:too|as well|also|included|inclusive|incl\.?)\)?)"
_BUT = r"(?:except(?:ing)?(?: for)?|excluding|excl\.?|but not|not(?: on| at)?|minus|without|apart from|other than|bar(?:ring)?|save(?: for)?|skipping)"

OCCASIONS: tuple[tuple[str, str, str], ...] = (
    # This one and the next.
    (
        "the next|and next|following",
        rf"(?<![a-z])(?:(?:over|for|on|during|across) )?(?:(?:the |these )?(?:two|2|both) (?:weekends|weeks),? )?(?:this|the coming) (?P<w>weekend|week)(?: coming)? and (?:the )?(?:next|following)(?: one| (?P=w))?{END}",
        "this {w} and next {w}",
    ),
    (
        "weekends|weeks",
        rf"(?<![a-z])(?:over |for |on |during |across )?(?:the |these )?(?:two|2|both) (?P<w>weekend|week)s(?:,| -|:) \(?(?:this|the coming) one and (?:the )?(?:next|following)(?: one)?\)?{END}",
        "this {w} and next {w}",
    ),
    *(
        rule
        for place, number in enumerate(_NUMBERS)
        for plural, part in (*_PLURALS, ("days", ""))
        for rule in _counted(number, place + 2, plural, part)
    ),
    *(_nights_with_hours(length) for length in (4, 3, 2)),
    (
        "nights|evenings|mornings|afternoons",
        rf"(?<![a-z])(?P<q>(?:any|at least|at most|up to|exactly|only) )(?P<n>two|three|four|[2-4]) (?P<p>nights|evenings|mornings|afternoons)(?: (?:out )?(?:of|from|among)| ?[:,])? \(?(?P<d>{DAY}(?:{_NEXT}{DAY})+)\)?(?! ?(?:night|evening|morning|afternoon))(?![a-z])",
        "{q}{n} of {d} {p}",
    ),
    (
        "nights|evenings|mornings|afternoons",
        rf"(?<![a-z])(?P<n>two|three|four|[2-4]) of (?:the|these) (?P<p>nights|evenings|mornings|afternoons)(?: of)?[:,]? (?P<d>{DAY}(?:{_NEXT}{DAY})+)(?! ?(?:night|evening|morning|afternoon))(?![a-z])",
        "any {n} of {d} {p}",
    ),
    (
        "per ",
        r"(?P<c>(?<![a-z0-9.])[0-9]{1,4} ?x? ?(?:PRODUCT|gpus|cards|nodes)(?:'?s)?) per (?P<p>night|evening|morning|afternoon|day|weekend)(?![a-z])(?! (?:for|over) )",
        "{c} each {p}",
    ),
    (
        "each of|every one of",
        r"(?<![a-z])(?:on |for |during )?(?:each|every one) of (?:those|these|the)(?: (?:two|three|four|five|six|seven|[2-9]))? (?P<p>night|evening|morning|afternoon|day)s(?![a-z])(?! (?:mon|tue|wed|thu|fri|sat|sun|of |from |in |between ))",
        "each {p}",
    ),
    ("weekend|sun", rf"{_GIVEN}{_AMONG}(?![a-z])", "{d}"),
    ("weekend|sun", rf"{_OVER_IT}{_AMONG}(?![a-z])", "{d}"),
    (
        "weekend",
        rf"(?P<e>(?<![a-z])(?:every|each)) (?:single )?(?P<n>night|day|morning|evening|afternoon)(?P<d>(?![a-z])[^.;:!?\n]{{0,40}}?),? ?\(?{_BUT} (?:on |over )?(?:the )?weekends?\)?{END}",
        "{e} weekday {n}{d}",
    ),
)
