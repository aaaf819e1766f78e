"""Days spoken of again by their number: "the same five days" behind a lot that is for another number of days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.linking.lots import Doubt, LotValues
from nlp.resolve.when import TimeExpression
from nlp.tagged import Role, Span, Tagged

_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTED = re.compile(
    rf"(?<![a-z0-9])(?P<count>{'|'.join(_WORDS)}|[0-9]{{1,2}}) (?:days|nights|dates|evenings|mornings)"
)
_AGAIN = re.compile(r"(?:같은|동일한?|그) ?$")


def days_counted_again(lots: list[LotValues], tagged: Tagged) -> Iterator[Doubt]:
    """What must be asked about words that count days said before otherwise than they were said."""
    for span in tagged.spans:
        count = _count(span, tagged)
        if count is None:
            continue
        before = [lot for lot in lots if lot.leaf.times and all(each.end <= span.start for _, each in lot.leaf.times)]
        windows = [window for lot in before for window in lot.windows if window]
        days = {-(-int(window.window_hours) // 24) for window in windows}
        listed = {len(lot.windows) for lot in before}
        if count not in {*days, *listed, len({(window.start, window.end) for window in windows})}:
            yield Doubt("ambiguous_time", span)


def _count(span: Span, tagged: Tagged) -> int | None:
    """How many days the words say were spoken of."""
    if span.role is Role.REFERENCE:
        found = _COUNTED.search(span.text.lower())
        said = found["count"] if found else ""
        return int(said) if said.isdigit() else _WORDS.index(said) + 2 if said else None
    time = span.value
    if not isinstance(time, TimeExpression) or time.duration is None or time.days or time.start:
        return None
    amount = time.duration.amount if time.duration.unit == "day" else None
    return int(amount) if amount is not None and amount % 1 == 0 and _AGAIN.search(tagged.text[: span.start]) else None
