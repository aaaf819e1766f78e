"""The text that the language model reads and writes, version 2: the request without its words and values.

Spans that always belong together ("8" + "H100s") become one *unit* with a letter. The model sees each unit as its
letter and a word for its kind, the joining words in one canonical spelling (so English and Korean look alike), and
unknown words as they stand::

    8 H100s, Tuesday night, or 16 A100s   ->   A item, B time or C item =
                                                one A B | C )

It answers in *symbols*: letters and the operators below. An operator opens a group, `|` parts its items, `)` closes
it, letters behind `)` belong to the whole group, `drop` names what the text itself took back, `\\n` ends. An adapter is
trained for one version of this form, `nlp.models.symbols.VERSION`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.models.symbols import LETTERS
from nlp.resolve.when.types import TimeExpression
from nlp.tagged import CONTENT, Attribute, Choose, Joiner, Leftover, Price, Quantity, Role, Span, Tagged

MAX_UNITS = len(LETTERS)
_LEFTOVER_CHARACTERS, _ALL_LEFTOVER_CHARACTERS = 24, 72
_JOINERS = {
    "or": " or", "else": " else", "and": " and", "any": " and or", "prefer": " rather", "either": " either",
    "only_if": " only if", "if_filled": " if", "without": " without",
}  # fmt: skip
_SEPARATORS = {",": ",", ";": ";", ".": ".", "dash": " -", "newline": " /"}
_WORDS = (
    ("asset", " product"), ("quantity", " count"), ("bound", " least"), ("width", " width"), ("day", " time"),
    ("clock", " time"), ("end", " time"), ("time", " time"), ("hours", " hours"), ("place", " place"),
    ("price", " price"), ("total", " total"), ("attribute same_region", " together"),
)  # fmt: skip
_MARKS = {
    Role.CHOICE: " choose", Role.OPEN: " [", Role.CLOSE: " ]", Role.LABEL: " #", Role.CORRECTION: " instead",
    Role.REFERENCE: " same", Role.REFUSAL: "",
}  # fmt: skip


class NotSayable(ValueError):
    """The request or the structure has no text form; the message says why."""


@dataclass(frozen=True)
class Unit:
    """Spans that stay together: their ids, the kinds of field they fill and the word the model sees."""

    spans: tuple[int, ...]
    kinds: frozenset[str]
    word: str


@dataclass(frozen=True)
class Request:
    """One request as the model sees it: the units in text order, what stands before each, and the prompt line.

    `cues[i]` holds the kinds of joining words and marks between unit i-1 and unit i ("or", "separator", "words" ...);
    `cues[-1]` those behind the last unit. `choices` are the bounds of each "any two of" in text order, high None = all.
    """

    units: tuple[Unit, ...]
    cues: tuple[frozenset[str], ...]
    choices: tuple[tuple[int, int | None], ...]
    whole: tuple[int, ...]
    line: str

    @property
    def corrected(self) -> tuple[bool, ...]:
        """For each unit: a correction follows it, so the text may have taken it back."""
        marks = [index for index, cue in enumerate(self.cues) if "correction" in cue]
        last = max(marks, default=-1)
        return tuple(index < last for index in range(len(self.units)))


def kinds_of(span: Span) -> frozenset[str]:
    """The fields a span fills, as far as structure cares: parts of a group are alike in at least one of them."""
    value = span.value
    if isinstance(value, Quantity):
        bounded = value.bound in ("at_least", "up_to") or value.unit == "percent"
        return frozenset({"width" if value.at_a_time else "bound" if bounded else "quantity"})
    if isinstance(value, Price):
        return frozenset({"total" if value.unit == "total" else "price"})
    if isinstance(value, Attribute):
        return frozenset({f"attribute {value.field}"})
    if isinstance(value, TimeExpression):
        facets = {
            "day": value.days or value.repeat or (value.start and (value.start.days or value.start.ahead)),
            "clock": value.part or value.hours or (value.start and (value.start.hours or value.start.part)),
            "end": value.end,
        }
        return frozenset(name for name, said in facets.items() if said) or frozenset({"hours"})
    return frozenset({span.role.value})


def _word(spans: Sequence[Span], kinds: frozenset[str]) -> str:
    side = next((f" {span.value}" for span in spans if span.role is Role.SIDE), "")
    if "asset" in kinds and kinds & {"quantity", "bound"}:
        return side + " item"
    for kind, word in _WORDS:
        if kind in kinds:
            return side + word
    return side or " feature"


def _between(left: Span | None, right: Span | None, leftovers: Sequence[Leftover]) -> list[Leftover]:
    low = left.end if left else 0
    high = right.start if right else 1 << 30
    return [words for words in leftovers if words.matters and low <= words.start < high]


def _joins(run: Sequence[Span], span: Span, following: Span | None, *, korean: bool) -> bool:
    """Whether `span`, directly behind `run`, is always of one lot with it."""
    roles = [part.role for part in run]
    before = run[-1].role
    if span.role is Role.QUANTITY:
        if Role.QUANTITY in roles or (isinstance(span.value, Quantity) and (span.value.each or span.value.at_a_time)):
            return False
        return before is Role.SIDE or (
            before is Role.ASSET and (korean or following is None or following.role is not Role.ASSET)
        )
    if span.role is Role.ASSET:
        counted = before is Role.QUANTITY and not (isinstance(run[-1].value, Quantity) and run[-1].value.each)
        return Role.ASSET not in roles and (counted or before is Role.SIDE)
    if span.role is Role.ATTRIBUTE and isinstance(span.value, Attribute):
        return Role.ASSET in roles and span.value.field in ("form", "memory_gb")
    return False


def _whole(tagged: Tagged) -> tuple[int, ...]:
    """Spans that always speak of the whole bid: its validity, and "buy" where nothing is sold."""
    selling = any(span.role is Role.SIDE and span.value != "buy" for span in tagged.spans)
    return tuple(
        span.id for span in tagged.spans if span.role is Role.VALIDITY or (span.role is Role.SIDE and not selling)
    )


def _group(tagged: Tagged, whole: tuple[int, ...]) -> list[list[Span]]:
    corrected = any(span.role is Role.CORRECTION for span in tagged.spans)
    groups: list[list[Span]] = []
    for span in tagged.spans:
        if span.role not in CONTENT or span.id in whole:
            continue
        run = groups[-1] if groups else []
        adjacent = bool(run) and span.id == run[-1].id + 1 and not _between(run[-1], span, tagged.leftovers)
        following = tagged.spans[span.id] if span.id < len(tagged.spans) else None
        if adjacent and not corrected and _joins(run, span, following, korean=tagged.korean):
            run.append(span)
        else:
            groups.append([span])
    return groups


def request_of(tagged: Tagged) -> Request:
    """The request as units and a prompt line. Raises NotSayable for more than 26 units or none."""
    whole = _whole(tagged)
    groups = _group(tagged, whole)
    if not groups:
        raise NotSayable("the text has no part that a bid could use")
    if len(groups) > MAX_UNITS:
        raise NotSayable(f"the text has {len(groups)} parts, more than the {MAX_UNITS} that the model can point at")
    owner = {span.id: index for index, run in enumerate(groups) for span in run}
    units: list[Unit] = []
    cues: list[set[str]] = [set()]
    choices: list[tuple[int, int | None]] = []
    words: list[str] = []
    room = _ALL_LEFTOVER_CHARACTERS
    before: Span | None = None
    for span in (*tagged.spans, None):
        for leftover in _between(before, span, tagged.leftovers):
            cues[-1].add("words")
            shown = _plain(leftover.text)[: min(_LEFTOVER_CHARACTERS, room)]
            room -= len(shown)
            words.append(f" {shown}" if shown else "")
        if span is None:
            break
        before = span
        if span.id in owner:
            if owner[span.id] == len(units):
                run = groups[owner[span.id]]
                kinds = frozenset().union(*map(kinds_of, run))
                units.append(Unit(tuple(part.id for part in run), kinds, _word(run, kinds)))
                words.append(LETTERS[len(units) - 1] + units[-1].word)
                cues.append(set())
            continue
        if span.id in whole:
            continue
        cue, word = _mark(span)
        if isinstance(span.value, Choose) and cue == "choice":
            choices.append((span.value.low, span.value.high))
        elif cue == "any":
            choices.append((1, None))
        cues[-1].add(cue)
        if span.role is Role.LABEL:
            cues[-1].add(str(span.value))  # "Option A" names an alternative, "1)" a part
        words.append(word)
    line = "".join(words) + " ="
    return Request(tuple(units), tuple(map(frozenset, cues)), tuple(choices), whole, line)


def parts_of(tagged: Tagged) -> list[tuple[int, str]]:
    """The parts of a request as the model sees them around a stretch: where each begins, and its word.

    Units without letters, marks, and words that nothing recognised.
    """
    whole = _whole(tagged)
    groups = _group(tagged, whole)
    inner = {span.id for run in groups for span in run[1:]}
    first = {run[0].id: run for run in groups}
    parts: list[tuple[int, str]] = []
    for span in tagged.spans:
        if run := first.get(span.id):
            kinds = frozenset().union(*map(kinds_of, run))
            parts.append((span.start, _word(run, kinds)))
        elif span.id not in inner and span.id not in whole:
            parts.append((span.start, _mark(span)[1]))
    words = ((each.start, _plain(each.text)[:_LEFTOVER_CHARACTERS]) for each in tagged.leftovers if each.matters)
    return sorted([*parts, *((at, f" {shown}") for at, shown in words if shown)])


def _mark(span: Span) -> tuple[str, str]:
    """The cue and the word of a span that is no unit."""
    if isinstance(span.value, Joiner):
        return span.value.kind, _JOINERS[span.value.kind]
    if isinstance(span.value, Choose) and span.value.high is None and span.value.low < 1:
        return "all", " both"
    if span.role is Role.SEPARATOR:
        return "separator", _SEPARATORS.get(str(span.value), ",")
    if span.role is Role.SCOPE:
        if span.value == "respectively":
            return "respectively", " respectively"
        return "scope", " both" if span.value == "list" else " each"
    return span.role.value, _MARKS.get(span.role, "")


def _plain(text: str) -> str:
    """Unknown words as the model may see them: no capitals, so no letters of units; no digits; one line."""
    return re.sub(r"[\W\d_]+", " ", text.lower()).strip()
