"""What was accepted, against the bid's own tree: groups, links, regions, products, windows, runs and quantities."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from auction_client.clearing.book import BookBid
from auction_client.clearing.outcome import Fill, LotFill
from auction_client.clearing.verifier.terms import Terms, hours_of, serves
from auction_client.model.bid import ComputeAsset, Group, Linked, Lot, Node, children_of, walk


class Acceptance:
    """Checks fills one by one; what bids do together is no matter here."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._book = terms.book

    def faults(self, bid: BookBid, fill: Fill) -> Iterator[str]:
        """What is wrong with one bid's fill, whatever the others do."""
        nodes = dict(walk(bid.root))
        lots: dict[str, LotFill] = {}
        for each in fill.lots:
            node = nodes.get(each.path)
            if not isinstance(node, Lot):
                yield f"{fill.bid}: {each.path} is not a lot of the bid"
            elif each.path in lots:
                yield f"{fill.bid}: {each.path} is filled twice"
            else:
                lots[each.path] = each
                yield from (f"{fill.bid}: {each.path} {fault}" for fault in self._lot(node, each))
        if not fill.lots:
            yield f"{fill.bid}: filled without a lot"
        yield from (f"{fill.bid}: {fault}" for fault in self._tree("root", bid.root, lots))

    def _tree(self, path: str, node: Node, lots: dict[str, LotFill]) -> Iterator[str]:
        children = children_of(node, path)
        inside = [child_path for child_path, child in children if is_filled(child_path, child, lots)]
        if isinstance(node, Group) and inside:
            if not node.at_least <= len(inside) <= node.at_most:
                yield f"{path} takes {len(inside)} items, allowed are {node.at_least} to {node.at_most}"
            if node.same_region:
                products = [
                    self._terms.products.get(lots[at].product)
                    for at, lot in walk(node, path)
                    if at in lots and isinstance(lot, Lot) and isinstance(lot.asset, ComputeAsset)
                ]
                regions = {product.region for product in products if product is not None}
                if len(regions) > 1:
                    yield f"{path} is served in several regions: {', '.join(sorted(regions))}"
        if isinstance(node, Linked) and f"{path}.then" in inside and f"{path}.first" not in inside:
            yield f"{path}.then is accepted without {path}.first"
        for child_path, child in children:
            yield from self._tree(child_path, child, lots)

    def _lot(self, lot: Lot, filled: LotFill) -> Iterator[str]:
        quantities = filled.quantities()
        if not isinstance(lot.asset, ComputeAsset):
            if filled.product != lot.asset.symbol or filled.product not in self._book.tokens:
                yield f"is filled with {filled.product}"
            if filled.slots or len(quantities) != 1:
                yield "is a token lot with slots"
            if not _within(quantities[0], lot):
                yield f"is filled with {quantities[0]} tokens"
            return
        product = self._terms.products.get(filled.product)
        if product is None:
            yield f"is served by {filled.product}, which the book does not have"
            return
        if not serves(lot, lot.asset, product):
            yield f"is served by {product.id}, which does not meet its requirements"
        elif lot.side == "sell" and product != self._terms.offered(lot, lot.asset):
            yield f"offers another product than {product.id}"
        slots = filled.slots
        if not slots or len(slots) != len(quantities) or list(slots) != sorted(set(slots)):
            yield "does not list its slots once each, rising, with a quantity each"
            return
        yield from self._window(lot, slots)
        if lot.gpu_hours is not None:
            hours = sum(quantities) * self._terms.slot_hours
            if hours > lot.gpu_hours:
                yield f"gets {hours} GPU-hours of at most {lot.gpu_hours}"
            least, most = lot.min_quantity or 1, lot.quantity
            if not all(least <= q and (most is None or q <= most) for q in quantities):
                yield "has a slot outside its smallest and greatest quantity"
        elif not _within(quantities[0], lot) or len(set(quantities)) != 1:
            yield f"is filled with {sorted(set(quantities))} GPUs"

    def _window(self, lot: Lot, slots: tuple[int, ...]) -> Iterator[str]:
        delivery = lot.delivery
        assert delivery is not None
        step = timedelta(minutes=self._book.slot_minutes)
        first, last = self._book.start + slots[0] * step, self._book.start + (slots[-1] + 1) * step
        if slots[0] < 0 or slots[-1] >= self._book.slots:
            yield "is served outside the book's slots"
        if first < delivery.start or last > delivery.end:
            yield "is served outside its window"
        if lot.gpu_hours is not None:
            return
        unbroken = slots[-1] - slots[0] + 1 == len(slots)
        if len(slots) * self._terms.slot_hours != hours_of(delivery):
            yield f"is served for {len(slots) * self._terms.slot_hours} hours instead of {hours_of(delivery)}"
        if not unbroken and (delivery.contiguous or delivery.hours is None):
            yield "is not served in one run"


def is_filled(path: str, node: Node, lots: dict[str, LotFill]) -> bool:
    """Whether anything at or below a node is filled."""
    return any(at in lots for at, _ in walk(node, path))


def _within(quantity: int, lot: Lot) -> bool:
    most = lot.quantity or 0
    return (lot.min_quantity or most) <= quantity <= most
