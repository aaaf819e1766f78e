"""Last step of the rule-based linker: items become one structure.

`and` binds tighter than `or`; `either ... or`, sentences and brackets group first; what stands before a list or is
set off behind it belongs to the whole list.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from nlp.linking.conditions import linked
from nlp.linking.ellipsis import field_of
from nlp.linking.grouping import OR, either_groups, end_of_choice, group_of, precedence, two_parts, with_shared
from nlp.linking.items import Item, Slot, product_names
from nlp.linking.segments import Bracket, is_main_count
from nlp.resolve.when import TimeExpression
from nlp.structure import GroupNode, LotNode, StructureNode
from nlp.tagged import Choose, Price, Product, Quantity, Role, Span

_SUM = re.compile(r"합계|합산|합쳐|합친|합해|합한|도합|통틀어|총합|더해|더한|둘이|합이")
"""A total that sums up several."""


def item_node(item: Item, choose: Choose | None = None) -> StructureNode:
    """An item's lot, or the group of lots its lists span; times are the outer list."""
    if item.bracket:
        return with_shared(item.bracket.node, tuple(sorted(span.id for span in item.spans)))
    slots = sorted(item.slots, key=lambda slot: slot.role is not Role.TIME)
    if slots and choose and not slots[0].choose:
        slots[0].choose = choose
    return _expanded(item.spans, slots)


def _expanded(own: list[Span], slots: list[Slot]) -> StructureNode:
    if not slots:
        return LotNode(tuple(sorted(span.id for span in own)))
    slot, inner = slots[0], slots[1:]
    if not slot.choose and slot.either:
        sure, choice = slot.alternatives[: slot.either], slot.alternatives[slot.either :]
        wanted = [replace(slot, alternatives=sure, kind="and", either=None, joined=[None])]
        wanted.append(replace(slot, alternatives=choice, kind="or", either=None, joined=[None]))
        return group_of([_expanded(own, [each, *inner]) for each in wanted], Choose(0, None), ())
    if not slot.choose and (parted := slot.alternatives_of_both()):
        parts = [
            _expanded(own, [replace(slot, alternatives=each, kind="and", joined=[None]), *inner]) for each in parted
        ]
        return group_of(parts, Choose(1, 1), ())
    items = [_expanded([*(each for each in own if _concerns(each, span)), span], inner) for span in slot.alternatives]
    mode = slot.choose or {"and": Choose(0, None), None: Choose(0, None), "any": Choose(1, None)}.get(
        slot.kind, Choose(1, 1)
    )
    return group_of(items, mode, ())


def _concerns(span: Span, chosen: Span) -> bool:
    """Whether a span stands for this alternative of a list: "$4 for H200" only for the H200."""
    priced = span.value.products if isinstance(span.value, Price) else ()
    named = chosen.value.names if isinstance(chosen.value, Product) else ()
    return not priced or not named or bool(set(priced) & set(named))


class Joining:
    """Joins two or more items of one stretch."""

    def __init__(self, items: list[Item], korean: bool) -> None:
        self._items = items
        self._korean = korean
        self._shared: list[int] = []

    def node(self) -> StructureNode:
        if times := self._leading_times():
            whole = self.node()
            mode = {"or": Choose(1, 1), "else": Choose(1, 1), "any": Choose(1, None)}.get(
                times.kind or "", Choose(0, None)
            )
            shared: tuple[int, ...] = ()
            if isinstance(whole, GroupNode):
                whole, shared = replace(whole, spans=()), whole.spans
            each = [with_shared(whole, (span.id,)) for span in times.alternatives]
            return group_of(each, times.choose or mode, shared)
        self._share_sides()
        self._prices_of_items()
        self._share_prices_respectively()
        self._share_leads_and_tails()
        joiners = {item.joiner for item in self._items[1:]}
        bound = "and" in joiners and bool(joiners & OR)
        closes = self._closes_choice()
        self._adopt_joiners()
        self._share_time_list()
        nodes = [(item_node(item), item) for item in self._items]
        if closes and (among := self._items[closes].choose_behind):
            self._items[closes].choose_behind = None
            nodes[: closes + 1] = [(group_of([node for node, _ in nodes[: closes + 1]], among, ()), Item())]
        choice = next((item.choose_behind for item in self._items if item.choose_behind), None)
        if choice == Choose(1, 1) and bound:
            choice = None  # "8 B200s, else 8 H200s and 8 A100s, whichever": the words that join them say what is one
        if choice is None and self._items[0].choose and end_of_choice(nodes, 0) == len(nodes):
            choice, self._items[0].choose = self._items[0].choose, None
        if link := linked(nodes, self._parse, korean=self._korean):
            node = link
        elif (
            choice
            and not any(item.choose for item in self._items)
            and not (choice.low == 0 and any(item.joiner in OR and item.separator != "/" for item in self._items))
        ):
            node = group_of([each for each, _ in nodes], choice, ())
        elif choice and choice.low == 0 and (parts := two_parts(nodes)):
            node = group_of([precedence(part) for part in parts], choice, ())
        else:
            node = self._parse(self._chosen(nodes))
        return with_shared(node, tuple(self._shared))

    def _leading_times(self) -> Slot | None:
        """ "Tuesday night and Thursday night, 8 H200s or 8 B200s": a list of times before all items is of each of
        them, and is taken out of the first."""
        first, rest = self._items[0], self._items[1:]
        timed = any(span.role is Role.TIME for item in rest for span in item.everything())
        bound = any(item.condition or item.condition_behind or item.bracket for item in self._items)
        heads = [span.start for span in first.spans if is_main_count(span) or span.role is Role.ASSET]
        slot = next((each for each in first.slots if each.role is Role.TIME), None)
        if slot is None or timed or bound or not heads or first.choose:
            return None
        if any(span.start > min(heads) for span in slot.alternatives):
            return None
        first.slots.remove(slot)
        return slot

    def _share_sides(self) -> None:
        """A Korean verb at the end governs all that was listed before it."""
        sides = [(item, span) for item in self._items for span in item.spans if span.role is Role.SIDE]
        if self._korean and len(sides) == 1 and sides[0][0] is self._items[-1]:
            item, span = sides[0]
            item.spans.remove(span)
            self._shared.append(span.id)
        elif self._korean and len(sides) > 1:
            self._govern_backwards()

    def _govern_backwards(self) -> None:
        """Of several Korean verbs each governs what was listed since the one before: A를 팔고 B와 C를 삽니다. The comma
        behind a verb ends its clause, however what follows it is joined."""
        waiting: list[Item] = []
        closed = False
        for item in self._items:
            if closed and item.separator in (",", None) and item.joiner in (None, "and"):
                item.separator = ";"
            side = next((span for span in item.spans if span.role is Role.SIDE), None)
            heads = [span.start for span in item.everything() if is_main_count(span) or span.role is Role.ASSET]
            behind = side is not None and bool(heads) and side.start > max(heads)
            if side is not None and behind:
                for each in waiting:
                    each.spans.append(side)
                waiting = []
            elif side is not None:
                waiting = []
            else:
                waiting.append(item)
            closed = behind
        self._led_lists_behind()

    def _led_lists_behind(self) -> None:
        """The items behind a closed clause that a list of times leads become one node."""
        starts = [place for place, item in enumerate(self._items) if place and item.separator in (";", ".", "newline")]
        for start, end in reversed(list(pairwise([*starts, len(self._items)]))):
            part = self._items[start:end]
            slot = next((each for each in part[0].slots if each.role is Role.TIME), None)
            if len(part) < 2 or slot is None:
                continue
            first = min(span.start for span in part[0].everything())
            last = max(span.end for item in part for span in item.everything())
            node = Joining(part, self._korean).node()
            led = Item(bracket=Bracket(node, first, last), joiner=part[0].joiner, separator=";")
            self._items[start:end] = [led]

    def _prices_of_items(self) -> None:
        """ "$1.20 for the latter", "$2.60 for the H100s": a price goes to the item it names."""
        for item in list(self._items):
            for span in [each for each in item.spans if isinstance(each.value, Price)]:
                homes = self._named_by(span)
                if homes:
                    item.spans.remove(span)
                    item.tails = [[each for each in tail if each is not span] for tail in item.tails]
                    for home in homes:
                        home.spans.append(span)

    def _named_by(self, span: Span) -> list[Item]:
        price = span.value
        if not isinstance(price, Price):
            return []
        if price.products:
            return [item for item in self._items if set(price.products) & set(product_names(item))]
        if price.ordinal is not None and -1 <= price.ordinal <= len(self._items) and price.ordinal != 0:
            return [self._items[price.ordinal - 1 if price.ordinal > 0 else -1]]
        return []

    def _share_prices_respectively(self) -> None:
        """As many prices behind the list as it has items, joined by "and": one each, in order; a total and a price by
        the hour are said of the whole list."""
        last = self._items[-1]
        prices = [span for span in last.spans if span.role is Role.PRICE]
        others = [span for item in self._items[:-1] for span in item.spans if span.role is Role.PRICE]
        kinds = {isinstance(span.value, Price) and span.value.unit == "total" for span in prices}
        if len(prices) == len(self._items) and not others and len(kinds) == 1:
            for item, span in zip(self._items, prices, strict=True):
                last.spans.remove(span)
                item.spans.append(span)
            kept = [[each for each in tail if each not in prices] for tail in last.tails]
            last.tails = [tail for tail in kept if tail]

    def _share_leads_and_tails(self) -> None:
        """What stands before the list, or is set off behind it and said of no other item, belongs to the whole list."""
        first, last = self._items[0], self._items[-1]
        self._share_sum()
        self._share_least()
        again = {span.role for item in self._items[1:] for lead in item.leads for span in lead}
        for lead in first.leads:  # "Monday: A, B. Tuesday: C, D": each list has a lead of its own
            self._share(first, [span for span in lead if span.role not in (Role.SIDE, *again)])
        for tail in _set_off(last):
            elsewhere = [span for item in self._items[:-1] for span in item.everything()]
            others = {span.role for span in elsewhere}
            stated = {field_of(span) for span in elsewhere}
            total = [span for span in tail if isinstance(span.value, Price) and span.value.unit == "total"]
            begins = min((span.start for span in tail), default=0)
            own_total = any(isinstance(each.value, Price) and each.start < begins for each in last.spans)
            for span in tail:
                if (
                    span.role is Role.TIME
                    and not _dated(span)
                    and all(any(each.role is Role.TIME for each in item.everything()) for item in self._items)
                ):
                    self._share(last, [span])
                    continue
                other_field = span.role is Role.ATTRIBUTE and field_of(span) not in stated
                free = span.role not in others or other_field or (span in total and own_total)
                if free and span.role not in (Role.TIME, Role.SIDE, Role.QUANTITY, Role.ASSET):
                    self._share(last, [span])

    def _share_least(self) -> None:
        """ "8 H100s and 4 L40S tonight. Half would do": a least share that is set off behind the list is that of each
        item, unless another has a least of its own."""
        least = [span for tail in self._items[-1].tails for span in tail if _is_share(span)]
        others = self._items[:-1]
        told = any(isinstance(each.value, Quantity) and not is_main_count(each) for o in others for each in o.spans)
        if len(least) == 1 and not told and not any(item.bracket for item in others):
            for item in others:
                if item.headed:
                    item.spans.append(least[0])

    def _share_sum(self) -> None:
        """H200 16장 + H200 16장 (합계 1,400달러): a sum that stands last is of the whole list, even where nothing
        sets it off, unless another item has a sum of its own."""
        totals = [
            [span for span in item.everything() if isinstance(span.value, Price) and span.value.unit == "total"]
            for item in self._items
        ]
        sums = [span for span in totals[-1] if _SUM.search(span.text)]
        if self._korean and sums and not any(_SUM.search(span.text) for spans in totals[:-1] for span in spans):
            self._share(self._items[-1], sums[-1:])

    def _share_time_list(self) -> None:
        """ "8 H100s or 8 A100s on Friday or Saturday": a list of times behind is of every item that has no time."""
        lists = [slot for slot in self._items[-1].slots if slot.role is Role.TIME]
        for item in self._items[:-1]:
            if not any(span.role is Role.TIME for span in item.everything()) and not item.bracket:
                item.slots += lists

    def _share(self, item: Item, spans: list[Span]) -> None:
        for span in spans:
            if span in item.spans:
                item.spans.remove(span)
                self._shared.append(span.id)

    def _adopt_joiners(self) -> None:
        """In "A, B, or C" the comma means what the joining word behind it means."""
        coming: str | None = None
        for item in reversed(self._items[1:]):
            if item.separator in (".", "newline", ";") and item.joiner is None:
                coming = None
                item.joiner = "and"
            elif item.joiner is None and item.either:
                item.joiner, coming = "and", None  # "8 H100s Monday, either 16 A100s or 8 H200s Tuesday"
            elif item.joiner is None:
                item.joiner = coming if coming in ("or", "and", "any") else "and"
            else:
                coming = item.joiner
                if item.separator in (".", "newline", ";"):
                    coming = None
                continue

    def _closes_choice(self) -> int | None:
        """A 또는 B 중 하나, 그리고 C: the item that a choice said behind it closes, where "and" or another sentence
        adds more."""
        for index, item in enumerate(self._items[1:-1], start=1):
            behind = self._items[index + 1]
            among = all(each.joiner in OR or each.joiner is None for each in self._items[1 : index + 1])
            ended = behind.joiner == "and" or (behind.joiner is None and behind.separator in (".", "newline"))
            if self._korean and item.choose_behind and among and ended and behind.headed:
                return index
        return None

    def _chosen(self, nodes: list[tuple[StructureNode, Item]]) -> list[tuple[StructureNode, Item]]:
        """ "... and any two of: A, B, C": the list behind a choice is one node."""
        for index in reversed(range(len(nodes))):
            item, end = nodes[index][1], end_of_choice(nodes, index)
            if item.choose and end - index > 1:
                group = group_of([node for node, _ in nodes[index:end]], item.choose, ())
                nodes = [*nodes[:index], (group, Item(joiner=item.joiner, separator=item.separator)), *nodes[end:]]
        return nodes

    def _parse(self, nodes: list[tuple[StructureNode, Item]]) -> StructureNode:
        """Precedence: sentences, then either-groups, then `and`, then `or`."""
        sentences: list[list[tuple[StructureNode, Item]]] = []
        for each in nodes:
            if sentences and each[1].separator in (".", "newline", ";") and len(nodes) > 2:
                sentences.append([each])
            elif sentences:
                sentences[-1].append(each)
            else:
                sentences.append([each])
        grouped = [(precedence(either_groups(sentence)), Item(joiner=sentence[0][1].joiner)) for sentence in sentences]
        return precedence(grouped)


def _set_off(last: Item) -> list[list[Span]]:
    """What is set off behind the last item, also where that has no count or product: "in Iceland, else in Ireland:
    Sunday, renewable"."""
    return last.tails or ([] if last.headed else last.leads)


def _is_share(span: Span) -> bool:
    value = span.value
    return isinstance(value, Quantity) and value.unit == "percent" and value.bound == "at_least"


def _dated(span: Span) -> bool:
    return isinstance(span.value, TimeExpression) and bool(span.value.days or span.value.start or span.value.end)
