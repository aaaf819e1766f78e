# ruff: noqa: E501
"""Rows that are pasted without a heading, such as "H100 | 16 | 2026-12-07 09:00 | 2026-12-07 17:00 | $2.60": cells of
one lot. Two neighbouring cells of the same kind, dates, hours or both, are its start and end; between other cells
stands a comma."""

from __future__ import annotations

import re
from itertools import pairwise

from nlp.tables import Spoken, Writer

FEWEST_CELLS = 3
_DATE = r"(?:[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}|[0-9]{1,2}[-./][0-9]{1,2}(?:[-./][0-9]{2,4})?|[a-z]{3,9}\.? [0-9]{1,2}|[0-9]{1,2} [a-z]{3,9}|[0-9]{1,2}월 ?[0-9]{1,2}일)(?:,? [0-9]{4})?"
_CLOCK = r"(?:[0-9]{1,2}[:h][0-9]{2}(?: ?[ap]m)?|[0-9]{1,2} ?[ap]m|(?:오전|오후) ?[0-9]{1,2}시)"
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|[월화수목금토일]요일"
_KINDS = (
    re.compile(rf"(?:{_DATE}|{_DAY})(?:,? |t){_CLOCK}(?:z| ?[a-z]{{2,4}})?"),
    re.compile(rf"(?:(?:{_DAY}),? )?{_DATE}"),
    re.compile(_DAY),
    re.compile(_CLOCK),
)
"""What a window's start and end are both said in: a moment, a date, a day of the week, an hour."""
_IN_FIGURES = re.compile(r"[0-9]{1,2}(?P<mark>[-./])[0-9]{1,2}")
_COUNT = re.compile(r"(?:[0-9]{1,6}|[0-9]{1,3},[0-9]{3}) ?(?:x|gpus?|cards?|nodes?|ea|장|대|개|노드)?")
_MARKS = (re.compile(r" ?\t ?"), re.compile(r" ?\| ?"), re.compile(r" ?; ?"), re.compile(r" / "), re.compile(r",(?! )"))


def said_in_row(text: str, cased: str) -> Spoken | None:
    """The text with its headless rows said in words; None where it has none. `text` is lower case."""
    writer = Writer(text, cased)
    at, found = 0, False
    for line in text.split("\n"):
        if at:
            writer.copy(at - 1, at)
        found = _say_row(writer, line, at) or found
        at += len(line) + 1
    return writer.done() if found else None


def _say_row(writer: Writer, line: str, start: int) -> bool:
    """Writes one line; whether it was a row."""
    for mark in _MARKS:
        breaks = list(mark.finditer(line))
        cells = mark.split(line)
        if len(cells) < FEWEST_CELLS or not _is_row(cells, dense=mark.pattern.startswith(",")):
            continue
        at = start
        for number, (cell, gap) in enumerate(zip(cells, [*breaks, None], strict=True)):
            writer.copy(at, at + len(cell))
            if gap is None:
                break
            writer.say(" to " if _are_ends(cell, cells[number + 1]) else ", ", start + gap.start())
            at = start + gap.end()
        return True
    writer.copy(start, start + len(line))
    return False


def _is_row(cells: list[str], *, dense: bool) -> bool:
    """Whether one cell is only a count and all are short, and there is a start beside an end, or more cells than a
    list in prose has."""
    cells = [cell.strip() for cell in cells]
    if any(len(cell) > 40 or not cell for cell in cells) or sum(bool(_COUNT.fullmatch(cell)) for cell in cells) != 1:
        return False
    framed = any(_are_ends(one, two) for one, two in pairwise(cells))
    return framed or (not dense and len(cells) > FEWEST_CELLS)


def _are_ends(one: str, two: str) -> bool:
    """Whether two cells are of one kind; "09-17" and "2.50" are dates only beside another date written so."""
    first, second = _IN_FIGURES.fullmatch(one.strip()), _IN_FIGURES.fullmatch(two.strip())
    if (first and first["mark"]) != (second and second["mark"]):
        return False
    return any(kind.fullmatch(one.strip()) and kind.fullmatch(two.strip()) for kind in _KINDS)


_LABEL_TAIL = r"(?: ?(?:일시|일자|시각|시점|시간|일))? ?[:=] ?"
_START_AND_END = re.compile(
    rf"(?:시작|개시){_LABEL_TAIL}(?P<start>[^\n,;]{{2,40}}?) ?[\n,;/]+ ?(?:[-*•] ?)?(?:종료|마감|끝){_LABEL_TAIL}(?=[0-9가-힣])"
)


def with_ends_joined(text: str, cased: str) -> Spoken | None:
    """A Korean form's lines 시작: ... and 종료: ... said as one range; None where it has none."""
    found = list(_START_AND_END.finditer(text))
    if not found:
        return None
    writer, at = Writer(text, cased), 0
    for match in found:
        writer.copy(at, match.start())
        writer.copy(match.start("start"), match.end("start"))
        writer.say(" ~ ", match.end("start"))
        at = match.end()
    writer.copy(at, len(text))
    return writer.done()
