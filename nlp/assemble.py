# ruff: noqa: E501
"""Structure and resolved values become a bid tree, with the questions, defaults and field ties that come with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from pydantic import ValidationError

from auction_client.model.bid import MAX_LOTS, Bid, ComputeAsset, Delivery, Group, Linked, Lot
from nlp.linking.doubled_lots import doubled_lots
from nlp.linking.ellipsis import Leaf, field_of, fill_in, leaves_of
from nlp.linking.hours_behind import give_hours_behind
from nlp.linking.listed_days import give_listed_days, with_listed_days
from nlp.linking.lots import Doubt, LotValues, Note, Setting, values_of
from nlp.linking.pricing import Path, Prices, place_prices
from nlp.linking.same_days import days_counted_again
from nlp.resolve.when import Ask, TimeContext, TimeExpression, resolve_until
from nlp.structure import GroupNode, LinkedNode, LotNode, Structure, StructureNode
from nlp.tagged import Choose, Place, Price, Quantity, Role, Span, Tagged

AnyNode = Lot | Group | Linked


@dataclass(frozen=True)
class Tie:
    """A span and the path of the field that it became."""

    span: Span
    path: str


@dataclass
class Assembly:
    """A bid under construction. `doubts` come with the path that their choices are below."""

    root: AnyNode | None = None
    good_until: datetime | None = None
    doubts: list[tuple[Doubt, str]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    @property
    def bid(self) -> Bid | None:
        """The bid; None where there is no tree or it is out of bounds."""
        if self.root is None:
            return None
        try:
            return Bid(root=self.root, good_until=self.good_until)
        except ValidationError:
            return None


def assemble(tagged: Tagged, structure: Structure, setting: Setting) -> Assembly:
    """Builds the tree; never raises for what was typed."""
    return _Assembler(tagged, structure, setting).run()


class _Assembler:
    def __init__(self, tagged: Tagged, structure: Structure, setting: Setting) -> None:
        self._tagged = tagged
        self._structure, self._without_days = with_listed_days(structure, tagged)
        self._setting = setting
        self._out = Assembly()
        self._lots: dict[Path, LotValues] = {}
        self._prices = Prices()
        self._told: set[int] = set()
        self._same_region: set[Path] = set()

    def run(self) -> Assembly:
        leaves = leaves_of(self._structure, self._tagged)
        fill_in(leaves, [self._tagged.span(identifier) for identifier in self._structure.dropped])
        give_hours_behind(leaves, self._tagged)
        give_listed_days(leaves)
        for leaf in leaves:
            self._lots[leaf.path] = values_of(leaf, self._setting)
            self._use(leaf)
        self._chosen_windows()
        self._scope(leaves)
        lots = list(self._lots.values())
        if sum(len(lot.windows) for lot in lots) > MAX_LOTS:
            self._out.doubts.append((Doubt("unsupported", None, "too_many", (str(MAX_LOTS),)), ""))
            return self._out
        scopes = tuple(span for span in self._tagged.spans if span.role is Role.SCOPE)
        self._prices = place_prices(self._structure.root, lots, self._setting, scopes)
        self._out.doubts += [(doubt, "root") for doubt in self._prices.doubts]
        self._out.doubts += [(doubt, "root") for doubt in doubled_lots(self._structure.root, lots, self._tagged)]
        self._out.doubts += [(doubt, "root") for doubt in days_counted_again(lots, self._tagged)]
        self._out.doubts += [(Doubt("ambiguous_time", span), "root") for span in self._without_days]
        self._find_same_region(leaves)
        self._validity()
        try:
            self._out.root = self._node(self._structure.root, (), "root", None)
        except ValidationError:
            self._out.doubts.append((Doubt("contradiction", None), ""))
        return self._out

    def _chosen_windows(self) -> None:
        """ "Any two of the next three nights": a choice beside a single lot is of its repeated windows."""
        choices = [span.value for span in self._tagged.spans if isinstance(span.value, Choose)]
        lot = self._lots.get(())
        if lot is None or len(choices) != 1 or choices[0].low == 0:
            return
        size = len(lot.reading.windows)
        low, high = choices[0].low, choices[0].high or size
        if size > 1 and lot.reading.mode == "all" and low <= size:
            lot.reading = replace(lot.reading, mode=(low, min(high, size)))

    def _scope(self, leaves: list[Leaf]) -> None:
        """A place or requirement of a later item, which could also have been meant for the items before it."""
        for index, leaf in enumerate(leaves):
            earlier = [span for each in leaves[:index] for span in each.own]
            for span in leaf.own:
                kinds = [each for each in earlier if each.role is span.role and field_of(each) == field_of(span)]
                scoped = span.role in (Role.PLACE, Role.ATTRIBUTE) and field_of(span) not in ("same_region", "volume")
                if scoped and index and not kinds and span is max(leaf.own, key=lambda each: each.start):
                    self._out.notes.append(Note("scope", span))

    def _use(self, leaf: Leaf) -> None:
        taken = [*leaf.counts, *leaf.products, *leaf.places, *leaf.attributes, *leaf.prices]
        taken += [span for _, span in leaf.times] + leaf.said(Role.TIME) + leaf.around(Role.TIME)
        taken += [leaf.side_span] if leaf.side_span else []
        taken += leaf.said(Role.SIDE) + leaf.around(Role.PRICE)
        self._out.used |= {span.id for span in taken}

    def _find_same_region(self, leaves: list[Leaf]) -> None:
        """The smallest list that holds the words, for each time they are said; all lots where they stand in an item of
        a list."""
        for leaf in leaves:
            if any(field_of(span) == "same_region" for span in leaf.own):
                self._same_region.add(leaf.path[:-1])
            ids = {span.id for span in leaf.shared if field_of(span) == "same_region"}
            self._same_region |= set(self._holders(leaf, ids))

    def _holders(self, leaf: Leaf, ids: set[int]) -> Iterator[Path]:
        """The lists around a leaf that one of the spans is said of."""
        node = self._structure.root
        for depth, index in enumerate(leaf.path):
            if ids & set(node.spans):
                yield leaf.path[:depth]
            node = node.parts[index]

    def _validity(self) -> None:
        spans = [span for span in self._tagged.spans if span.role is Role.VALIDITY]
        for span in spans:
            self._out.used.add(span.id)
            if not isinstance(span.value, TimeExpression):
                continue
            context = TimeContext(
                self._setting.now, self._setting.zone, self._setting.korean, language=self._setting.language
            )
            until = resolve_until(span.value, context)
            if isinstance(until, Ask):
                self._out.doubts.append((Doubt(until.code, span, "detail", (until.detail,)), "good_until"))
            else:
                self._out.good_until = until
                self._out.ties.append(Tie(span, "good_until"))
        if len(spans) > 1:
            self._out.doubts.append((Doubt("contradiction", spans[-1]), "good_until"))

    # The tree

    def _node(self, node: StructureNode, path: Path, at: str, window: Delivery | None) -> AnyNode:
        if isinstance(node, LotNode):
            return self._lot_or_windows(path, at, window)
        if isinstance(node, GroupNode) and len(node.items) == 1:
            return self._only(node.items[0], path, at, window)
        budget = self._budget(path, at)
        if isinstance(node, LinkedNode):
            return Linked(
                first=self._node(node.first, (*path, 0), f"{at}.first", window),
                then=self._node(node.then, (*path, 1), f"{at}.then", window),
                budget=budget,
            )
        if window is None and (repeated := self._repeated(node, path)):
            return Group(
                at_least=len(repeated), at_most=len(repeated), budget=budget, same_region=path in self._same_region,
                items=tuple(self._plain_group(node, path, f"{at}.items[{index}]", each) for index, each in enumerate(repeated)),
            )  # fmt: skip
        return self._plain_group(node, path, at, window, budget=budget, same_region=path in self._same_region)

    def _only(self, node: StructureNode, path: Path, at: str, window: Delivery | None) -> AnyNode:
        """What stands alone in its list, with what was said of the list."""
        inner = (*path, 0)
        if path in self._prices.budgets:
            self._prices.budgets[inner] = self._prices.budgets.pop(path)
        if path in self._prices.budget_spans:
            self._prices.budget_spans[inner] = self._prices.budget_spans.pop(path)
        return self._node(node, inner, at, window)

    def _plain_group(
        self, node: GroupNode, path: Path, at: str, window: Delivery | None,
        *, budget: Decimal | None = None, same_region: bool = False,
    ) -> Group:  # fmt: skip
        items = tuple(
            self._node(item, (*path, index), f"{at}.items[{index}]", window) for index, item in enumerate(node.items)
        )
        return Group(at_least=node.at_least, at_most=node.at_most, items=items, same_region=same_region, budget=budget)

    def _repeated(self, node: GroupNode, path: Path) -> tuple[Delivery, ...]:
        """ "every night A or B": alternatives over the same repeated nights are chosen anew each night."""
        if (node.at_least, node.at_most) != (1, 1) or not all(isinstance(item, LotNode) for item in node.items):
            return ()
        lots = [lot for at, lot in self._lots.items() if at[: len(path)] == path]
        first = lots[0].reading
        alike = all(lot.reading.windows == first.windows and lot.reading.mode == first.mode for lot in lots)
        return first.windows if alike and first.mode == "all" and len(first.windows) > 1 else ()

    def _budget(self, path: Path, at: str) -> Decimal | None:
        if path in self._prices.budget_spans:
            self._out.ties.append(Tie(self._prices.budget_spans[path], f"{at}.budget"))
        return self._prices.budgets.get(path)

    def _lot_or_windows(self, path: Path, at: str, window: Delivery | None) -> AnyNode:
        values = self._lots[path]
        windows = values.windows if window is None else (window,)
        self._tell(values, at if len(windows) == 1 else f"{at}.items[0]")
        total = values.budget if values.budget is not None else self._budget(path, at)
        each = values.window_budget
        if len(windows) == 1:
            return self._lot(values, windows[0], total if each is None else each)
        lots = tuple(self._lot(values, delivery, each) for delivery in windows)
        mode = values.reading.mode
        low, high = (len(lots), len(lots)) if mode == "all" else (1, 1) if mode == "one" else mode
        high = min(high, len(lots))
        return Group(
            at_least=min(low, high), at_most=high, items=lots, budget=total, same_region=path in self._same_region
        )

    def _lot(self, values: LotValues, delivery: Delivery | None, budget: Decimal | None) -> Lot:
        count, hours = values.count, values.count.gpu_hours
        sell = values.leaf.side == "sell"
        if values.by_the_hour and sell and hours is None and count.quantity and delivery:
            hours = int(count.quantity * delivery.window_hours)
        if hours is not None and delivery is not None:
            delivery = Delivery(start=delivery.start, end=delivery.end)
        elif values.by_the_hour and delivery is not None and delivery.hours is not None:
            delivery = delivery.model_copy(update={"contiguous": False})  # "16 hours by Thursday, any hours will do"
        return Lot(
            side="sell" if sell else "buy", quantity=count.quantity, min_quantity=count.min_quantity, gpu_hours=hours,
            asset=values.asset, delivery=delivery, limit=values.limit, budget=None if sell else budget,
        )  # fmt: skip

    def _tell(self, values: LotValues, at: str) -> None:
        """Questions, defaults and ties of a lot, once."""
        if id(values) in self._told:
            return
        self._told.add(id(values))
        self._out.doubts += [(doubt, at) for doubt in values.doubts]
        self._out.notes += values.notes
        leaf, ties = values.leaf, self._out.ties
        for span in leaf.counts:
            name = "quantity"
            if isinstance(span.value, Quantity):
                if span.value.unit in ("gpu_hour", "node_hour"):
                    name = "gpu_hours"
                elif span.value.bound == "at_least" and values.count.min_quantity is not None:
                    name = "min_quantity"
            ties.append(Tie(span, f"{at}.{name}"))
        ties += [Tie(span, f"{at}.asset.{'gpu' if values.named.kind == 'gpu' else 'symbol'}") for span in leaf.products]
        ties += [
            Tie(span, f"{at}.delivery")
            for span in dict.fromkeys(leaf.said(Role.TIME) + [each for _, each in leaf.times])
        ]
        ties += [Tie(span, f"{at}.asset.{_place_field(span, values)}") for span in leaf.places]
        ties += [
            Tie(span, f"{at}.asset.{field_of(span)}" if field_of(span) != "same_region" else "root.same_region")
            for span in leaf.attributes
        ]
        ties += [Tie(span, f"{at}.{_price_field(span, values)}") for span in leaf.prices]
        if leaf.side_span:
            ties.append(Tie(leaf.side_span, f"{at}.side"))


def _place_field(span: Span, values: LotValues) -> str:
    """Where a place went: an exception inside a named group is subtracted from `regions`."""
    excluded = isinstance(span.value, Place) and span.value.excluded
    kept = isinstance(values.asset, ComputeAsset) and bool(values.asset.not_regions)
    return "not_regions" if excluded and kept else "regions"


def _price_field(span: Span, values: LotValues) -> str:
    """Whether a price of a lot became its limit or its budget."""
    total = isinstance(span.value, Price) and span.value.amount in (values.budget, values.window_budget)
    return "budget" if total or values.limit is None else "limit"
