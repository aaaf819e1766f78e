"""Tables and "key=value" lines inside a request, said in words, so that they are read like any sentence.

A heading gives its column's cells their meaning: below "From | To" two dates are the ends of one window, below "Max USD
per GPU-hour" a number is a limit. Every character of the words still knows the character of the text it stands for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_COLUMNS = (
    ("side", r"side|buy/?sell|action|매수/?매도|구분", "{}"),
    ("quantity", r"quantity|qty|count|amount|units|gpus|how many|number(?: of gpus)?|#|수량|[개대장]수", "qty: {}"),
    ("product", r"gpu(?: type| model)?|product|asset|item|model|type|sku|품목|제품|기종|모델|자원", "{}"),
    ("start", r"start|from|begin(?:s|ning)?|start (?:time|date)|시작(?:일|일시|시각)?", "from {}"),
    ("end", r"end|to|until|end (?:time|date)|종료(?:일|일시|시각)?|끝", "to {}"),
    ("time", r"when|time|window|dates?|days?|period|delivery|schedule|기간|일시|날짜|일자|시간|언제", "{}"),
    ("hours", r"hours|duration|length|시간 ?수|사용 ?시간", "{} hours"),
    ("place", r"region|location|place|site|where|지역|리전|위치|장소", "in {}"),
    ("price", r"(?:limit|max(?:imum)?|unit|ceiling|cap)?(?: ?price| rate)?|rate|bid|단가|상한가?|가격|한도", "max {}"),
    ("floor", r"(?:floor|min(?:imum)?|reserve|ask(?:ing)?)(?: price| rate)?|최저가|하한(?:가)?", "min {}"),
    ("budget", r"budget|total|max total|예산|총액", "budget {}"),
    ("requirement", r"form(?: factor)?|memory|vram|interconnect|network|uptime|sla|tags?|notes?|비고|메모리", "{}"),
)  # fmt: skip
"""A column's meaning, its names, and how its cell is said."""
_NAMES = tuple((name, re.compile(pattern), said) for name, pattern, said in _COLUMNS)
_CURRENCY = re.compile(r"\(?(?:in )?(?:u\.?s\.? ?)?(?:usd|\$|달러|불)\)?")
_UNIT = re.compile(
    r"[(,]? ?(?:per |/ ?)?(gpu|node|card)?[- /]?(?:hours?|hrs?|h)(?![a-z])\)?"
    r"|\(?(?:gpu|노드|장)[- ]?시간 ?당\)?|\(?시간당\)?"
)
_RULER = re.compile(r"[-=:| +]+")
_KEY = re.compile(r"(?<![a-z0-9가-힣=])([a-z가-힣][a-z가-힣_]{0,12}(?: [a-z]{3,8})?) ?= ?(?=[^\s=])")
_FEWEST_KEYS = 2


@dataclass(frozen=True)
class Heading:
    """What a column holds and how its cells are said: `before` and `behind` the cell's own words."""

    name: str
    before: str
    behind: str


@dataclass(frozen=True)
class Spoken:
    """`origin[i]` is the place in the given text that character i stands for; one entry more than characters."""

    text: str
    cased: str
    origin: tuple[int, ...]


def heading_of(cell: str) -> Heading | None:
    """What a heading says of its column; None where it is none that is known."""
    words = cell.strip().lower()
    unit = _UNIT.search(words)
    currency = _CURRENCY.search(words)
    priced = bool(currency or (unit and unit[0].strip() != words))
    rest = _CURRENCY.sub(" ", _UNIT.sub(" ", words)) if priced else words
    rest = re.sub(r"\s+", " ", rest).strip(" ()/,.:")
    found = next(((name, said) for name, pattern, said in _NAMES if pattern.fullmatch(rest)), None)
    if found is None or (not rest and not priced):
        return None
    name, said = found
    before, behind = said.split("{}")
    if name in ("price", "floor", "budget") and (currency or unit):
        per = unit[1] if unit else None
        said_unit = f" per {per}-hour" if per else " per gpu-hour" if unit and "당" in unit[0] else ""
        before, behind = f"{before}$" if currency else before, said_unit or (" per hour" if unit and not per else "")
    return Heading(name, before, behind)


def headings_of(line: str) -> tuple[str, tuple[Heading | None, ...]] | None:
    """The mark between cells and the columns, where a line heads a table of an order."""
    mark = max("|\t;,", key=line.count)
    if not line.count(mark):
        return None
    found = tuple(map(heading_of, line.strip().strip("|").split(mark)))
    names = {each.name for each in found if each}
    enough = len(names) >= 2 and sum(each is not None for each in found) * 2 >= len(found)
    return (mark, found) if enough and names & {"quantity", "product"} else None


def barred(text: str) -> str:
    """The text with bars in place of tabs, where these part the columns of a table."""
    rows = [line.strip() for line in text.split("\n") if "\t" in line]
    return text.replace("\t", "|") if any(headings_of(row.lower()) or row.count("\t") > 1 for row in rows) else text


def spoken(text: str, cased: str) -> Spoken | None:
    """The text with its table or its "key=value" pairs said in words; None where it has none."""
    if "\n" in text and (found := _table(text, cased)):
        return found
    keys = [key for key in _KEY.finditer(text) if heading_of(key[1].replace("_", " "))]
    if len(keys) < _FEWEST_KEYS:
        return None
    writer = Writer(text, cased)
    at = 0
    for key in keys:
        writer.copy(at, key.end(1))
        writer.say(": ", key.end(1))
        at = key.end()
    writer.copy(at, len(text))
    return writer.done()


def _table(text: str, cased: str) -> Spoken | None:
    writer = Writer(text, cased)
    head: tuple[str, tuple[Heading | None, ...]] | None = None
    at = rows = 0
    for line in text.split("\n"):
        end = at + len(line)
        if head is None and (head := headings_of(line)):
            pass
        elif head and line.count(head[0]) and not _RULER.fullmatch(line):
            _say_row(writer, line, at, *head)
            rows += 1
        elif not (head and _RULER.fullmatch(line or "-")):
            head = head if rows == 0 else None
            writer.copy(at, end)
        if end < len(text):
            writer.copy(end, end + 1)
        at = end + 1
    return writer.done() if rows else None


def _say_row(writer: Writer, line: str, start: int, mark: str, columns: tuple[Heading | None, ...]) -> None:
    inner = line.strip()
    at = start + line.index(inner) + (inner.startswith("|") if inner else 0)
    said_before: str | None = None
    for place, cell in enumerate(inner.strip("|").split(mark)):
        words = cell.strip()
        begin, mark_at = at + (cell.index(words) if words else 0), at - 1
        heading = columns[place] if place < len(columns) else None
        at += len(cell) + 1
        if not words:
            continue
        name = heading.name if heading else ""
        if said_before is not None:
            writer.say(" " if (said_before, name) == ("start", "end") else ", ", mark_at)
        plain = re.fullmatch(r"[0-9.,]+", words) is not None
        priced = name in ("price", "floor", "budget")
        if heading and (plain or not priced) and not (name == "hours" and not plain):
            writer.say(heading.before, begin)
        writer.copy(begin, begin + len(words))
        if heading and plain:
            writer.say(heading.behind, begin + len(words) - 1)
        said_before = name


class Writer:
    """Puts a text together out of stretches of another and of words said of them."""

    def __init__(self, text: str, cased: str) -> None:
        self._text, self._cased = text, cased
        self._out: list[str] = []
        self._out_cased: list[str] = []
        self._origin: list[int] = []

    def copy(self, start: int, end: int) -> None:
        self._out.append(self._text[start:end])
        self._out_cased.append(self._cased[start:end])
        self._origin.extend(range(start, end))

    def say(self, words: str, of: int) -> None:
        self._out.append(words)
        self._out_cased.append(words)
        self._origin.extend([of] * len(words))

    def done(self) -> Spoken:
        return Spoken("".join(self._out), "".join(self._out_cased), (*self._origin, len(self._text)))
