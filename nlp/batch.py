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

from nlp.linking.segments import headed
from nlp.tables import Heading, heading_of
from nlp.tagged import CONTENT, Role, Tagged

MOST_REQUESTS = 200
MOST_TEXT = 100_000  # characters

_ORDER = (
    "side",
    "quantity",
    "product",
    "requirement",
    "start",
    "end",
    "time",
    "hours",
    "place",
    "price",
    "floor",
    "budget",
)
"""The order in which people say what the columns hold."""
_NUMBER = re.compile(r"[0-9.,]+")
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
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    table = csv.reader(io.StringIO(plain), delimiter=mark, skipinitialspace=True)
    found: list[Request] = []
    columns: list[Heading | None] | None = None
    before = 0
    for cells in table:
        first, before = before + 1, table.line_num
        row = [cell.strip() for cell in cells]
        if columns is None:
            if not any(row):
                continue
            columns = [heading_of(cell) for cell in row]
            names = {column.name for column in columns if column}
            if not {"quantity", "product"} & names or len(names) < 2:
                return []
        elif any(row) and not all(set(cell) <= {"-", ":", "="} for cell in row):
            found.append(Request(_spoken(columns, row), first, table.line_num))
    return found


def _spoken(columns: Sequence[Heading | None], row: Sequence[str]) -> str:
    """A row in words, in the order in which people say them. A cell without a known heading is said as it is, so that
    no word is lost."""
    cells = [(columns[index] if index < len(columns) else None, cell) for index, cell in enumerate(row) if cell]
    words = ""
    for heading, cell in sorted(cells, key=lambda each: _ORDER.index(each[0].name) if each[0] else len(_ORDER)):
        name = heading.name if heading else ""
        said = f"{cell} x" if name == "quantity" else _cell(heading, cell)
        together = not words or words.endswith(" x") or name in ("quantity", "end")
        words += said if not words else f" {said}" if together else f", {said}"
    return words


def _cell(heading: Heading | None, cell: str) -> str:
    """A cell with the words of its heading; a price that says its own unit keeps it."""
    if heading is None:
        return cell
    plain = _NUMBER.fullmatch(cell) is not None
    behind = heading.behind if plain else ""
    before = heading.before if plain or heading.name not in ("price", "floor") else heading.before.rstrip("$")
    return f"{before}{cell}{behind}"


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
