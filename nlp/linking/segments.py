"""First step of the rule-based linker: content spans in a row, and the relation words that stand between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nlp.lexicon.structure_words import FALLBACK_NAME
from nlp.resolve.when import TimeExpression
from nlp.structure import StructureNode
from nlp.tagged import CONTENT, Attribute, Choose, Joiner, Product, Quantity, Role, Span, Tagged

_STRONG = (".", ";", "newline")
_RANK = {None: 0, "/": 1, ":": 1, ",": 2, "dash": 3, ";": 4, "newline": 4, ".": 5}


@dataclass(frozen=True)
class Bracket:
    """A bracketed part that is a whole item or list of items."""

    node: StructureNode
    start: int
    end: int


@dataclass
class Segment:
    """Content spans that nothing interrupts, with what stands before them and a choice or condition behind."""

    spans: list[Span] = field(default_factory=list)
    bracket: Bracket | None = None
    joiner: str | None = None
    separator: str | None = None
    either: bool = False
    both: bool = False
    respectively: bool = False
    choose: Choose | None = None
    condition: Joiner | None = None
    choose_behind: Choose | None = None
    condition_behind: Joiner | None = None
    lead: list[Span] = field(default_factory=list)
    """What heads the list that begins here, where an earlier list has a heading of its own."""

    @property
    def empty(self) -> bool:
        """Whether it holds nothing of the order."""
        return not self.spans and self.bracket is None


def is_main_count(span: Span) -> bool:
    """A count that says how many are wanted, not a minimum, a share or a width."""
    value = span.value
    return isinstance(value, Quantity) and not value.at_a_time and value.unit != "percent" and value.bound != "at_least"


def headed(spans: list[Span]) -> bool:
    """Whether there is a count or a product."""
    return any(is_main_count(span) or span.role is Role.ASSET for span in spans)


def names_day(span: Span) -> bool:
    """Whether a time phrase names its own day or days."""
    return isinstance(span.value, TimeExpression) and bool(span.value.days or span.value.repeat)


def products_of(spans: list[Span]) -> tuple[str, ...]:
    """Names of the products among spans."""
    return tuple(name for span in spans if isinstance(span.value, Product) for name in span.value.names)


def same_slot(first: Span, second: Span) -> bool:
    """Whether two spans could be alternatives of each other."""
    if first.role is not second.role:
        return False
    if isinstance(first.value, Attribute) and isinstance(second.value, Attribute):
        return first.value.field == second.value.field and first.value.field in ("form", "memory_gb", "interconnect")
    return first.role in (Role.ASSET, Role.TIME)


def cut(tagged: Tagged, elements: list[Span | Bracket]) -> list[Segment]:
    """The segments of a stretch, in order."""
    cutter = _Cutter(tagged)
    for before, element, behind in zip([None, *elements], elements, [*elements[1:], None], strict=False):
        if _names_fallback(before, element, behind):
            cutter.is_fallback()
        else:
            cutter.take(element)
    return cutter.finish()


_OF_WHAT_FOLLOWS = re.compile(
    r"^(?:if|should|in case)\b.* (?:get|have|find|do|secure|land|make|manage|offer)$", re.IGNORECASE
)
_FALLBACK_NAME = re.compile(FALLBACK_NAME, re.IGNORECASE)


_GOES_ON = re.compile(r"[가-힣](?:고|며|면서|는데)$")
"""A Korean verb that another clause follows."""


def closes_clause(spans: list[Span]) -> bool:
    """도쿄 H100 48장 팔고 서울 H200 24장 사겠습니다: the place behind the verb is of what follows."""
    last = spans[-1] if spans else None
    return last is not None and last.role is Role.SIDE and headed(spans) and bool(_GOES_ON.search(last.text.strip()))


def _names_fallback(before: Span | Bracket | None, element: Span | Bracket, behind: Span | Bracket | None) -> bool:
    """Whether "as a backup" stands right behind a part of the order, at the end of its clause."""
    return (
        isinstance(element, Span)
        and isinstance(element.value, Joiner)
        and element.value.kind == "else"
        and _FALLBACK_NAME.fullmatch(element.text) is not None
        and (isinstance(before, Bracket) or (before is not None and before.role in CONTENT))
        and (behind is None or (isinstance(behind, Span) and behind.role is Role.SEPARATOR))
    )


class _Cutter:
    def __init__(self, tagged: Tagged) -> None:
        self._tagged = tagged
        self._found: list[Segment] = []
        self._current = Segment()
        self._joined_at: int | None = None
        self._stands_in = False

    def take(self, element: Span | Bracket) -> None:
        current = self._current
        if isinstance(element, Bracket):
            self._close()
            self._current.bracket = element
            self._close()
        elif element.role is Role.SEPARATOR:
            self._separate(element)
        elif element.role is Role.LABEL:
            self._close()
            self._current.separator = _deeper(self._current.separator, "newline")
        elif isinstance(element.value, Joiner):
            self._join(element, element.value)
        elif isinstance(element.value, Choose):
            if current.spans:
                current.choose_behind = element.value
                self._close()
            else:
                current.choose = element.value
        elif element.role is Role.SCOPE:
            current.both = current.both or (element.value == "list" and not current.spans)
            current.respectively = current.respectively or element.value == "respectively"
        elif element.role in CONTENT:
            if element.role is Role.PLACE and closes_clause(current.spans):
                self._close()
                self._current.separator = ","
            self._current.spans.append(element)

    def is_fallback(self) -> None:
        """The item at hand, begun by the nearest joining word or separator that is not a mere comma, is a fallback."""
        current = next((each for each in [self._current, *reversed(self._found)] if not each.empty), self._current)
        if current.joiner in (None, "and", "prefer"):
            current.joiner = "else"

    def finish(self) -> list[Segment]:
        """The segments; a choice or condition behind the last one belongs to it."""
        last = self._current
        self._close()
        if last.empty and self._found:
            self._found[-1].choose_behind = self._found[-1].choose_behind or last.choose
            self._found[-1].condition_behind = self._found[-1].condition_behind or last.condition
            self._found[-1].respectively = self._found[-1].respectively or last.respectively
        for index, segment in enumerate(self._found[1:], start=1):
            if segment.choose and not _lists_follow(self._found[index:], self._found[:index]):
                before = self._found[index - 1]
                before.choose_behind, segment.choose = before.choose_behind or segment.choose, None
        self._choice_of_first_list()
        self._times_of_choices()
        self._headings()
        return self._found

    def _headings(self) -> None:
        """ "Monday: A, B; Tuesday: C, D": what heads a later list is no afterthought of the list before it."""
        for index in range(len(self._found) - 2, 0, -1):
            lead, listed = self._found[index : index + 2]
            heads = lead.separator in _STRONG and (listed.separator == ":" or listed.separator == self._heading_style())
            counted = any(headed(each.spans) for each in self._found[:index])
            if heads and counted and _is_heading(lead) and headed(listed.spans) and listed.joiner is None:
                self._lead(lead, listed)

    def _choice_of_first_list(self) -> None:
        """ "Monday one of these: A, B. Tuesday one of these: C, D": the choice in a heading is of the list it heads."""
        if len(self._found) < 2:
            return
        heading, listed = self._found[:2]
        later = any(segment.choose or segment.choose_behind for segment in self._found[2:])
        if later and _is_heading(heading) and heading.choose_behind and listed.separator == ":" and not listed.choose:
            listed.choose, heading.choose_behind = heading.choose_behind, None

    def _heading_style(self) -> str | None:
        """What parts the heading that begins the text from its list."""
        return self._found[1].separator if _is_heading(self._found[0]) else None

    def _lead(self, lead: Segment, listed: Segment) -> None:
        listed.lead = lead.spans
        listed.spans = [*lead.spans, *listed.spans]
        listed.joiner, listed.separator = lead.joiner, lead.separator
        listed.choose = listed.choose or lead.choose or lead.choose_behind
        self._found.remove(lead)

    def _times_of_choices(self) -> None:
        """ "8 H100s on Monday, and on Tuesday either A or B", "8 H100s Monday. On Tuesday one of these: A, B": the
        second day leads the choice."""
        for index in range(len(self._found) - 1, 0, -1):
            time, choice = self._found[index - 1 : index + 1]
            between = (None, ",") if time.joiner == "and" else (None,)
            if time.separator in _STRONG:
                between = (*between, ":")
            joined = time.joiner in (None, "and") and choice.joiner is None and choice.separator in between
            counted = any(headed(each.spans) for each in self._found[: index - 1])
            set_off = time.separator is not None or (time.joiner == "and" and choice.separator is None)
            if (
                (choice.either or choice.choose)
                and joined
                and set_off
                and counted
                and headed(choice.spans)
                and time.spans
                and all(span.role is Role.TIME for span in time.spans)
            ):
                self._lead(time, choice)

    def _close(self) -> None:
        if not self._current.empty:
            self._found.append(self._current)
            self._current = Segment()
            self._joined_at = None

    def _separate(self, separator: Span) -> None:
        strong = separator.value in _STRONG
        if strong and self._current.empty and self._found and (self._current.condition or self._current.choose):
            before = self._found[-1]
            before.condition_behind = before.condition_behind or self._current.condition
            before.choose_behind = before.choose_behind or self._current.choose
            if separator.value != "newline":
                self._current.condition = self._current.choose = None
        self._close()
        current = self._current
        if current.joiner and self._joined_at is not None and self._words_stand(self._joined_at, separator.start):
            current.joiner = None
        if self._joined_at is not None and not self._tagged.text[self._joined_at : separator.start].strip():
            self._joined_at = None  # "or, as our auditor put it, 16 A100s": the words set off behind it are not joined
        current.separator = _deeper(current.separator, str(separator.value))
        if self._stands_in and self._found and separator.value in (",", ";", "dash", ":"):
            current.joiner, self._stands_in = "else", False

    def _words_stand(self, start: int, end: int) -> bool:
        """Whether words stand between a joining word and the next separator: it joined those words, not items."""
        return any(
            start <= left.start and left.end <= end and left.end - left.start > 3 for left in self._tagged.leftovers
        )

    def _join(self, span: Span, joiner: Joiner) -> None:
        self._close()
        current = self._current
        if joiner.kind == "else" and not self._found and _OF_WHAT_FOLLOWS.search(span.text):
            self._stands_in = True  # "if you can't get 32 H100s, 64 A100s": what stands behind the item is the fallback
            return
        if joiner.kind == "either":
            current.either = True
        elif joiner.kind in ("if_filled", "only_if", "without"):
            current.condition = joiner
        elif self._stands_in and self._found and joiner.kind == "and":
            current.joiner, self._stands_in = "else", False
        elif current.joiner in (None, "and", "prefer") or (current.joiner == "or" and joiner.kind == "else"):
            current.joiner = joiner.kind
        self._joined_at = span.end


def _lists_follow(segments: list[Segment], before: list[Segment]) -> bool:
    """Whether two or more items stand behind, which a choice before them is of; products only named again are none."""
    spans = [span for segment in segments for span in segment.spans]
    said = {name for segment in before for name in products_of(segment.spans)}
    again = before and said >= set(products_of(spans))
    heads = sum(map(is_main_count, spans)) or (0 if again else sum(span.role is Role.ASSET for span in spans))
    return heads >= 2 or sum(names_day(span) for span in spans) >= 2


def _is_heading(segment: Segment) -> bool:
    """Whether a segment says only when or where."""
    return bool(segment.spans) and all(span.role in (Role.TIME, Role.PLACE) for span in segment.spans)


def _deeper(first: str | None, second: str | None) -> str | None:
    return first if _RANK.get(first, 0) >= _RANK.get(second, 0) else second
