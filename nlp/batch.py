"""Several requests in one pasted text: an e-mail, a list or a table becomes requests, each tied to its lines.

A line with a count or a product begins a request; lines without go with the request above them. What stands before the
first one ("For Tuesday night:") or speaks of all ("all in Oregon") is said of every request. Greetings and the like
hold nothing of an order and belong to none. A table with a header row gives a request a row.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nlp.link_segments import headed
from nlp.tagged import CONTENT, Role, Tagged

MOST_REQUESTS = 200
MOST_TEXT = 100_000  # characters

_COLUMNS = (
    ("side", r"side|buy/?sell|action|매수/?매도|구분", "{}"),
    ("quantity", r"quantity|qty|count|amount|units|gpus|number|#|수량|개수|대수|장수", "{} x"),
    ("product", r"gpu(?: type| model)?|product|asset|item|model|type|sku|품목|제품|기종|모델|자원", "{}"),
    ("start", r"start|from|begin(?:s|ning)?|start (?:time|date)|시작(?:일|일시|시각)?", "from {}"),
    ("end", r"end|to|until|end (?:time|date)|종료(?:일|일시|시각)?|끝", "to {}"),
    ("time", r"when|time|window|date|day|period|delivery|schedule|기간|일시|날짜|일자|시간|언제", "{}"),
    ("hours", r"hours|duration|length|시간 ?수|사용 ?시간", "{} hours"),
    ("place", r"region|location|place|site|where|지역|리전|위치|장소", "in {}"),
    ("price", r"limit|price|max(?:imum)?(?: price)?|rate|cap|단가|상한(?:가)?|가격|한도", "max {}"),
    ("budget", r"budget|total|max total|예산|총액", "budget {}"),
)  # fmt: skip
"""A column's meaning, its names, and how its cell is said."""
_NAMES = tuple((name, re.compile(pattern, re.IGNORECASE), said) for name, pattern, said in _COLUMNS)
_QUANTITY, _PRODUCT, _END = (
    next(n for n, row in enumerate(_NAMES) if row[0] == name) for name in ("quantity", "product", "end")
)
_OF_ALL = re.compile(r"(?:all|each|every|both|everything)\b|모두|전부|각각|모든", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[-*•>]|\(?[0-9]{1,3}[.)]|\(?[a-zA-Z][.)])\s+")


@dataclass(frozen=True)
class Request:
    """A request's own words, and the lines they came from (counted from 1, both included)."""

    text: str
    first_line: int
    last_line: int


class NotSeveral(ValueError):
    """The text holds no request, too many, or is too long; says which."""


def requests_of(text: str, tag: Callable[[str], Tagged]) -> tuple[Request, ...]:
    """The requests of a pasted text, in order. Raises NotSeveral."""
    if len(text) > MOST_TEXT:
        raise NotSeveral(f"the text is longer than {MOST_TEXT:,} characters")
    found = tuple(_rows(text) or _lines(text, tag))
    if not found:
        raise NotSeveral("no line of the text names a GPU, a token or a count")
    if len(found) > MOST_REQUESTS:
        raise NotSeveral(f"the text holds {len(found)} requests, more than {MOST_REQUESTS}")
    return found


# Tables


def _rows(text: str) -> list[Request]:
    """A request for every row below a header whose names are known; nothing where the text is no such table."""
    lines = text.splitlines()
    head = next((line for line in lines if line.strip()), "")
    mark = max(",;\t|", key=head.count)
    if not head.count(mark):
        return []
    table = csv.reader(io.StringIO(text), delimiter=mark, skipinitialspace=True)
    found: list[Request] = []
    columns: list[int] | None = None
    before = 0
    for cells in table:
        first, before = before + 1, table.line_num
        row = [cell.strip() for cell in cells]
        if columns is None:
            if not any(row):
                continue
            columns = [_column(cell) for cell in row]
            if not {_QUANTITY, _PRODUCT} & set(columns) or sum(column < len(_NAMES) for column in columns) < 2:
                return []
        elif any(row) and not all(set(cell) <= {"-", ":", "="} for cell in row):
            found.append(Request(_spoken(columns, row), first, table.line_num))
    return found


def _column(heading: str) -> int:
    """Which column a heading names; the number of all where it is none of them."""
    return next((n for n, (_, pattern, _) in enumerate(_NAMES) if pattern.fullmatch(heading.strip())), len(_NAMES))


def _spoken(columns: Sequence[int], row: Sequence[str]) -> str:
    """A row in words, in the order in which people say them. A cell without a known heading is said as it is, so that
    no word is lost."""
    cells = [(columns[index] if index < len(columns) else len(_NAMES), cell) for index, cell in enumerate(row) if cell]
    words = ""
    for column, cell in sorted(cells, key=lambda each: each[0]):
        said = _NAMES[column][2].format(cell) if column < len(_NAMES) else cell
        together = not words or words.endswith(" x") or column in (_QUANTITY, _END)
        words += said if not words else f" {said}" if together else f", {said}"
    return words


# Letters and lists


def _lines(text: str, tag: Callable[[str], Tagged]) -> list[Request]:
    found: list[tuple[list[str], int, int]] = []
    lead: list[str] = []
    of_all: list[str] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        line = _BULLET.sub("", raw).strip()
        if not line:
            continue
        tagged = tag(line)
        spans = [span for span in tagged.spans if span.role in CONTENT]
        says = bool(spans) or any(span.role is Role.REFUSAL for span in tagged.spans)
        if headed(spans):
            found.append(([line], number, number))
        elif says and not found:
            lead.append(line.rstrip(" :,;"))
        elif says and _OF_ALL.match(line):
            of_all.append(line)
        elif says:
            lines, first, _ = found[-1]
            found[-1] = ([*lines, line], first, number)
    return [Request("\n".join([*lead, *lines, *of_all]), first, last) for lines, first, last in found]
