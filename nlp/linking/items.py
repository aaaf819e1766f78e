# ruff: noqa: E501
"""Second step of the rule-based linker: segments become items.

An item is one lot, or several that differ only in a product, a time or a requirement ("H100s or H200s, Thursday or Friday
night" is one item with two lists). A new item begins at a joining word before a count or product, where a second count
or product turns up, or where a second day does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nlp.linking.segments import Bracket, Segment, headed, is_main_count, products_of, same_slot
from nlp.linking.terms import completes, conflicting, counted_anew, dated, merges, named_twice, recounts
from nlp.tagged import Choose, Joiner, Product, Quantity, Role, Span


@dataclass
class Slot:
    """A list inside an item: the alternatives, how they are joined, and how many are wanted where that is said."""

    role: Role
    alternatives: list[Span]
    kind: str | None = None
    choose: Choose | None = None
    joined: list[str | None] = field(default_factory=lambda: [None])
    either: int | None = None
    """Where "and either" begins a choice of its own: "the 10th and either the 11th or the 14th"."""

    def alternatives_of_both(self) -> list[list[Span]]:
        """The alternatives that "or" parts, each with what "and" binds to it: "Saturday, or both Monday and Tuesday"."""
        if not {"and"} < {kind for kind in self.joined if kind}:
            return []
        groups: list[list[Span]] = []
        for index, span in enumerate(self.alternatives):
            joiner = next((kind for kind in self.joined[index:] if kind), None) if index else "or"
            if joiner == "and":
                groups[-1].append(span)
            else:
                groups.append([span])
        return groups


@dataclass
class Item:
    """`gathered`: it stands for items that "and/or" joins. `leads` and `tails`: stretches without a count or product, set off before the first and behind the last head."""

    spans: list[Span] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    bracket: Bracket | None = None
    joiner: str | None = None
    separator: str | None = None
    either: bool = False
    choose: Choose | None = None
    choose_behind: Choose | None = None
    condition: Joiner | None = None
    condition_behind: Joiner | None = None
    gathered: bool = False
    leads: list[list[Span]] = field(default_factory=list)
    tails: list[list[Span]] = field(default_factory=list)

    def everything(self) -> list[Span]:
        """All its spans, those of lists included."""
        return [*self.spans, *(span for slot in self.slots for span in slot.alternatives)]

    @property
    def last(self) -> Span | None:
        """The span that stands last in the text."""
        return max(self.everything(), key=lambda span: span.start, default=None)

    @property
    def headed(self) -> bool:
        """Whether it has a count or a product."""
        return self.bracket is not None or headed(self.everything())

    def slot_of(self, span: Span) -> Slot | None:
        """The list a span stands in."""
        return next((slot for slot in self.slots if span in slot.alternatives), None)


_ONE_OF_PLACES = re.compile(r"중|가운데")


def fold(segments: list[Segment]) -> list[Item]:
    """The items that segments make up, in order."""
    folder = _Folder()
    for place, segment in enumerate(segments):
        behind = segments[place + 1] if place + 1 < len(segments) else None
        folder.take(segment, leads=behind is not None and _leads_list(segment, behind))
    for item in folder.items:
        _with_days_named_twice(item)
    return folder.items


def _with_days_named_twice(item: Item) -> None:
    """Two days that only a comma parts, one by its name and one by its date, are no list: "tomorrow, Nov 22"."""
    for slot in [each for each in item.slots if each.role is Role.TIME]:
        if len(slot.alternatives) == 2 and slot.kind is None and not slot.choose and named_twice(*slot.alternatives):
            item.slots.remove(slot)
            item.spans.extend(slot.alternatives)


def _leads_list(segment: Segment, behind: Segment) -> bool:
    """Whether a time, set off before, begins the list of times of the item behind: the 화요일 밤이나 of "A100 8장 팔고,
    화요일 밤이나 수요일 밤에 H200 8장"."""
    times = all(span.role is Role.TIME for span in segment.spans) and bool(segment.spans)
    goes_on = bool(behind.joiner) and behind.separator is None and headed(behind.spans)
    return times and segment.separator is not None and goes_on and behind.spans[0].role is Role.TIME


class _Folder:
    def __init__(self) -> None:
        self.items: list[Item] = []
        self._cursor: Item | None = None

    def take(self, segment: Segment, *, leads: bool = False) -> None:
        if segment.bracket:
            lead = self._cursor
            if lead is None or lead.headed or segment.joiner:
                lead = self._open(segment)
            lead.bracket = segment.bracket  # "Friday night (8 H100s or 16 A100s)": the lead is of the whole bracket
            return
        before = self._cursor
        closed = before is not None and any(each.role in (Role.SIDE, Role.TIME) for each in before.everything())
        if leads and before is not None and before.headed and closed and segment.joiner is None:
            self._open(segment)
            start = 0
        else:
            start = self._connect(segment)
        for index in range(start, len(segment.spans)):
            self._place(segment, index)
        item = self._cursor
        if item is None:
            return
        if segment.choose and not (item.choose or item.choose_behind) and item is not self.items[-1]:
            item.choose_behind = segment.choose
        item.choose_behind = item.choose_behind or segment.choose_behind
        item.condition_behind = item.condition_behind or segment.condition_behind

    def _open(self, segment: Segment | None, moved: list[Span] | None = None) -> Item:
        item = Item(spans=moved or [])
        if segment:
            item.joiner, item.separator, item.either = segment.joiner, segment.separator, segment.either
            item.choose, item.condition = segment.choose, segment.condition
            item.leads = [segment.lead] if segment.lead else []
        self.items.append(item)
        self._cursor = item
        return item

    def _connect(self, segment: Segment) -> int:
        """Uses the joining word before a segment; gives how many of its spans that has placed."""
        item = self._cursor
        if item is None:
            self._open(segment)
            return 0
        first, last = segment.spans[0], item.last
        if segment.separator == "/" and _parted_by_slash(item, segment):
            segment.joiner = "or"
        if first.role is Role.PLACE and last and last.role is Role.PLACE and _ONE_OF_PLACES.search(first.text):
            segment.joiner = "or"  # 도쿄와 싱가포르 중 한 곳
        other = last is not None and (same_slot(last, first) or _stands_in_for_place(item, last, segment))
        alternative = other and item.bracket is None
        if first.role is Role.ATTRIBUTE and segment.joiner == "and":
            alternative = False  # two requirements of one lot; where they cannot both be met, they are asked about
        if segment.choose and item.headed and not completes(item.everything(), segment.spans):
            self._open(segment)
            return 0
        if self._speaks_of_item(segment):
            return 0
        if segment.joiner and segment.condition is None:
            return self._join(segment, item, first, last, alternative)
        if segment.choose and not item.choose:
            item.choose = segment.choose
        if segment.condition and self._ties(segment, item, segment.condition):
            segment.condition = None
            return 0
        if segment.condition and (headed(segment.spans) or item.headed):
            self._open(segment)
            return 0
        if segment.either and item.headed and headed(segment.spans):
            self._open(segment)
            return 0
        listed = first.role is Role.PLACE and segment.separator in (",", "/") and last and last.role is Role.PLACE
        if not headed(segment.spans) and segment.separator and not (listed and last and not _stands_in(item, last)):
            (item.tails if item.headed else item.leads).append(segment.spans)
        elif headed(segment.spans) and not item.headed:
            item.leads.append(list(item.spans))
            item.tails = []
        return 0

    def _ties(self, segment: Segment, item: Item, condition: Joiner) -> bool:
        """Whether a condition with mere terms behind it is of an item that stands before it."""
        if _goes_on(segment, item) or self._tied_to_another(segment, item):
            item.condition_behind = condition
            if condition.of_before and len(self.items) > 1:
                self._cursor = self.items[-2]  # A100 8장은 H100 8장을 살 때만 팔겠습니다: the verb is of the A100
            return True
        if waiting := self._said_again(segment):
            self._cursor = waiting
            return True
        return False

    def _said_again(self, segment: Segment) -> Item | None:
        """ "If it fills, at $1", behind a condition: terms alone are of the item that waits already."""
        if headed(segment.spans) or any(span.role is Role.TIME for span in segment.spans):
            return None
        return next((each for each in self.items if each.condition or each.condition_behind), None)

    def _tied_to_another(self, segment: Segment, item: Item) -> bool:
        """ "16 MI300X. 4 L40S only if the MI300X fill, same time": the condition names an earlier item, so terms without
        a count or product behind it are of the item before it."""
        named = set(segment.condition.products) if segment.condition else set()
        earlier = any(named & set(product_names(each)) for each in self.items if each is not item)
        if not earlier or not item.headed or headed(segment.spans):
            return False
        return not any(conflicting(own, span) for own in item.everything() for span in segment.spans)

    def _join(self, segment: Segment, item: Item, first: Span, last: Span | None, alternative: bool) -> int:
        joiner = segment.joiner
        thin = not any(is_main_count(span) for span in segment.spans)
        if alternative and last and self._lists(segment, item, first, thin=thin):
            merging = joiner == "and" and first.role is Role.TIME and not conflicting(last, first)
            if not merging or not merges(last, first):
                slot = self._alternative(item, last, first, joiner)
                if segment.either and joiner == "and":
                    slot.either = len(slot.alternatives) - 1
                return 1
        places = first.role is Role.PLACE and all(span.role is Role.PLACE for span in item.everything())
        if places and joiner in ("or", "any") and not item.headed:
            return 0  # 일본이나 싱가포르에서 A100 16장: one lot in either place
        if headed(segment.spans):
            if item.headed or joiner in ("or", "else"):
                self._open(segment)
            return 0
        if first.role is Role.PLACE and joiner in ("or", "any") and last and last.role is Role.PLACE:
            if _stands_in(item, last):
                item.tails.append(segment.spans)
            return 0
        if joiner in ("and", "any", "prefer"):
            times = [span for span in item.everything() if span.role is Role.TIME]
            if (first.role is Role.TIME and any(conflicting(span, first) for span in times)) or (
                first.role is Role.PLACE and last is not None and last.role is Role.PLACE
            ):
                self._open(segment)
            elif segment.separator:
                (item.tails if item.headed else item.leads).append(segment.spans)
            return 0
        if first.role is Role.PRICE and len(segment.spans) == 1:
            return 0
        self._open(segment)
        return 0

    @staticmethod
    def _lists(segment: Segment, item: Item, first: Span, *, thin: bool) -> bool:
        """Whether a segment goes on with a list inside the item instead of beginning another item."""
        stands_alone = (
            segment.joiner == "else" and segment.separator in (".", "newline", ";") and item.joiner is not None
        )
        if stands_alone and headed(segment.spans):
            return False  # "8 H100s Monday, else Tuesday. Else 16 A100s Friday": the sentence before is whole
        if first.role is Role.ASSET:
            uncounted = not any(map(is_main_count, item.everything()))
            listed = segment.separator is None or (segment.separator == "," and segment.joiner in ("or", "else"))
            if uncounted and not thin and listed and len(segment.spans) > 1:
                return is_main_count(segment.spans[1])  # "H100이나 H200 8장": the count behind is of both
            return thin and segment.separator not in (".", "newline", ";")
        return not headed(segment.spans) or not item.headed

    def _alternative(self, item: Item, last: Span, span: Span, joiner: str | None) -> Slot:
        slot = item.slot_of(last)
        if slot is None:
            item.spans.remove(last)
            slot = Slot(last.role, [last])
            item.slots.append(slot)
            if item.choose and last.role is Role.TIME:
                slot.choose, item.choose = item.choose, None
        slot.alternatives.append(span)
        slot.joined.append(joiner)
        slot.kind = slot.kind if joiner is None else joiner
        return slot

    def _place(self, segment: Segment, index: int) -> None:
        item, span = self._cursor, segment.spans[index]
        if item is None:
            item = self._open(segment)
        own = item.everything()
        last = item.last
        uncounted = all(each in own for each in segment.spans if is_main_count(each))
        again = span.role is Role.ASSET and uncounted and products_of([span])
        if again and again == products_of(own):
            item.spans.append(span)
            return
        if span.role is Role.ASSET and any(each.role is Role.ASSET for each in own):
            if last and last.role is Role.ASSET and _shares_its_count(own, segment.spans):
                self._alternative(item, last, span, "or" if segment.separator == "/" else None)
                return
            item = self._open_inside(segment, index)
        elif recounts(span, segment, own) or (not index and counted_anew(own, span, segment.spans)):
            item = self._open_inside(segment, index)
        elif span.role is Role.TIME and any(conflicting(each, span) for each in own if each.role is Role.TIME):
            if last and last.role is Role.TIME and index:
                item.spans.append(span)  # nothing stands between the two: the time room says that they disagree
                return
            if last and last.role is Role.TIME and not (dated(last) and dated(span)):
                item.spans.append(span)
                return
            if last and last.role is Role.TIME and segment.separator in (",", "/", ":", "newline", "dash"):
                self._alternative(item, last, span, "or" if segment.separator == "/" else None)
                return
            item = self._open_inside(segment, index)
        elif (
            span.role is Role.SIDE and item.headed and _closes(span) and not any(each.role is Role.SIDE for each in own)
        ):
            pass  # a Korean verb stands behind what it governs
        elif span.role is Role.SIDE and completes(own, segment.spans[index:]):
            pass
        elif span.role is Role.SIDE and item.headed and headed(segment.spans[index:]):
            item = self._open_inside(segment, index)
        elif (
            span.role is Role.SIDE
            and item.headed
            and any(each.role is Role.SIDE and each.value != span.value for each in own)
        ):
            return
        item.spans.append(span)

    def _speaks_of_item(self, segment: Segment) -> bool:
        """ "the L40S", said again without a count: the segment speaks of the item that has it."""
        products = [span for span in segment.spans if span.role is Role.ASSET]
        if len(products) != 1 or any(map(is_main_count, segment.spans)) or segment.joiner in ("or", "else"):
            return False
        for item in self.items:
            counted = any(is_main_count(each) for each in item.everything())
            if counted and products_of(products) and products_of(products) == products_of(item.spans):
                self._cursor = item
                return True
        return False

    def _open_inside(self, segment: Segment, index: int) -> Item:
        """A new item at a span; what this segment said before it, if that had no count or product, comes along."""
        before = segment.spans[:index]
        item = self._cursor
        moved: list[Span] = []
        if before and item and not headed(before) and all(span in item.spans for span in before) and segment.separator:
            moved = before
            item.spans = [span for span in item.spans if span not in before]
            item.tails = [tail for tail in item.tails if tail is not segment.spans]
        fresh = index == 0 or bool(moved)
        opened = self._open(None, moved)
        if fresh:
            opened.joiner, opened.separator = segment.joiner, segment.separator
            opened.leads = [segment.lead] if segment.lead else []
        return opened


def _stands_in(item: Item, span: Span) -> bool:
    """Whether a span is set off behind the item, as what is said of the whole list is."""
    return any(span in tail for tail in item.tails)


def _stands_in_for_place(item: Item, last: Span, segment: Segment) -> bool:
    """ "in Oregon, else Virginia, 8 H100s": the lot behind is of both places."""
    places = segment.spans[0].role is last.role is Role.PLACE
    return places and segment.joiner == "else" and not item.headed and headed(segment.spans)


def _shares_its_count(own: list[Span], added: list[Span]) -> bool:
    """Whether a product goes on with the list before it: without a count, or with one "each" behind the list."""
    counts = [span for span in added if is_main_count(span)]
    each = all(isinstance(span.value, Quantity) and span.value.each for span in counts)
    return not counts or (each and not any(map(is_main_count, own)))


def _parted_by_slash(item: Item, segment: Segment) -> bool:
    """Whether a slash before another count means "or"."""
    counted = segment.joiner is None and item.headed and any(map(is_main_count, segment.spans))
    return counted and not _other_side(item, segment) and not completes(item.everything(), segment.spans)


def _other_side(item: Item, segment: Segment) -> bool:
    """ "A100 8장 매도 / H100 8장 매수": one is sold and one is bought, so both are meant."""
    sides = [{span.value for span in spans if span.role is Role.SIDE} for spans in (item.spans, segment.spans)]
    return bool(sides[0] and sides[1]) and sides[0] != sides[1]


def _goes_on(segment: Segment, item: Item) -> bool:
    """ "8 L40S only if the H200s fill at $0.90": behind its condition the same item goes on."""
    terms = {Role.PRICE, Role.SIDE, Role.ATTRIBUTE, Role.PLACE, Role.VALIDITY}
    return item.headed and segment.separator is None and {span.role for span in segment.spans} <= terms


def _closes(span: Span) -> bool:
    """Whether a side stands behind what it governs, as Korean verbs and the arrow of a swap do."""
    return any("\uac00" <= character <= "\ud7a3" or character in "→>" for character in span.text)


def product_names(item: Item) -> tuple[str, ...]:
    """The catalogue names an item may be of."""
    return tuple(name for span in item.everything() if isinstance(span.value, Product) for name in span.value.names)
