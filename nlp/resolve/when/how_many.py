"""How many of several days are wanted: a whole number, perhaps behind "at least", "up to", "exactly"."""

from __future__ import annotations

from typing import Literal

from nlp.resolve.when.reader import Reader

Bound = Literal["least", "most", "exact"]
_BOUNDS: tuple[tuple[tuple[str, ...], Bound], ...] = (
    (("at", "least"), "least"), (("no", "fewer", "than"), "least"), (("up", "to"), "most"), (("at", "most"), "most"),
    (("no", "more", "than"), "most"), (("exactly",), "exact"), (("only",), "exact"), (("just",), "exact"),
)  # fmt: skip


def bound_before(reader: Reader, at: int) -> tuple[int, Bound | None]:
    """The index behind an English bound and the bound; the same index where there is none."""
    return next(((at + len(words), bound) for words, bound in _BOUNDS if reader.words(at, words)), (at, None))


def korean_bound_before(reader: Reader, at: int) -> tuple[int, Bound | None]:
    """The index behind 최소 or 최대 and the bound; the same index where there is none."""
    match reader.tag(at):
        case "least" | "most" as bound:
            return at + 1, bound
    return at, None


def low_and_high(count: int, bound: Bound | None) -> tuple[int, int | None]:
    """How many at least and at most, as in `Repeat`; "up to three" is at least one."""
    if bound == "least":
        return count, None
    return (1, count) if bound == "most" else (count, count)


def whole_number(reader: Reader, at: int) -> tuple[int, int] | None:
    """The index behind a whole number of at least one and the number; an article is none."""
    if reader.word(at, "a", "an", "half"):
        return None
    amount = reader.cardinal(at)
    if amount is None or amount.value is None or amount.value != int(amount.value) or amount.value < 1:
        return None
    return amount.end, int(amount.value)
