"""The rules of clearing, checked on an outcome. Shares no code with the engine: it reads the book's own words.

An outcome that passes is feasible, balanced to the last digit, priced alike for everybody, and leaves nobody with a
loss. Whether the surplus is the greatest is what `bound` claims; that is checked by other means.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from auction_client.clearing.book import Book, BookBid, Product
from auction_client.clearing.outcome import Fill, LotFill, Outcome
from auction_client.model.bid import ComputeAsset, Delivery, Group, Linked, Lot, Node, children_of, walk

_TICK = Fraction(1, 10_000)


def verify(book: Book, outcome: Outcome) -> list[str]:
    """Every broken rule in words; empty where the outcome is sound."""
    return list(_Verifier(book, outcome).faults())


class _Verifier:
    def __init__(self, book: Book, outcome: Outcome) -> None:
        self._book = book
        self._outcome = outcome
        self._products = {product.id: product for product in book.products}
        self._bids = {bid.id: bid for bid in book.bids}
        self._fills = {fill.bid: fill for fill in outcome.fills}
        self._priced = bool(outcome.prices or outcome.token_prices)
        self._slot_hours = Fraction(book.slot_minutes, 60)

    def faults(self) -> Iterator[str]:
        seen: set[str] = set()
        for fill in self._outcome.fills:
            if fill.bid in seen:
                yield f"bid {fill.bid} is filled twice"
            elif fill.bid not in self._bids:
                yield f"bid {fill.bid} is not in the book"
            else:
                seen.add(fill.bid)
        if len(seen) != len(self._outcome.fills):
            return  # the other checks would speak of the wrong bids
        shape = [fault for fill in self._outcome.fills for fault in self._shape(fill)]
        yield from shape
        if shape:
            return
        yield from self._balance()
        yield from self._figures()
        if self._priced:
            yield from self._price_list()
            yield from self._payments()
            yield from self._unsold()
            yield from self._rejected()
        elif any(fill.pay for fill in self._outcome.fills):
            yield "somebody pays although there are no prices"

    # -- what was accepted

    def _shape(self, fill: Fill) -> Iterator[str]:
        bid = self._bids[fill.bid]
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
        inside = [child_path for child_path, child in children if _filled(child_path, child, lots)]
        if isinstance(node, Group) and inside:
            if not node.at_least <= len(inside) <= node.at_most:
                yield f"{path} takes {len(inside)} items, allowed are {node.at_least} to {node.at_most}"
            if node.same_region:
                regions = {
                    self._products[lots[at].product].region
                    for at, lot in walk(node, path)
                    if at in lots and isinstance(lot, Lot) and isinstance(lot.asset, ComputeAsset)
                }
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
        product = self._products.get(filled.product)
        if product is None:
            yield f"is served by {filled.product}, which the book does not have"
            return
        if not _serves(lot, lot.asset, product):
            yield f"is served by {product.id}, which does not meet its requirements"
        elif lot.side == "sell" and product != self._offered(lot, lot.asset):
            yield f"offers another product than {product.id}"
        slots = filled.slots
        if not slots or len(slots) != len(quantities) or list(slots) != sorted(set(slots)):
            yield "does not list its slots once each, rising, with a quantity each"
            return
        yield from self._window(lot, slots)
        if lot.gpu_hours is not None:
            if sum(quantities) * self._slot_hours > lot.gpu_hours:
                yield f"gets {sum(quantities) * self._slot_hours} GPU-hours of at most {lot.gpu_hours}"
            if not all(
                (lot.min_quantity or 1) <= q and (lot.quantity is None or q <= lot.quantity) for q in quantities
            ):
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
        if len(slots) * self._slot_hours != _hours(delivery):
            yield f"is served for {len(slots) * self._slot_hours} hours instead of {_hours(delivery)}"
        if not unbroken and (delivery.contiguous or delivery.hours is None):
            yield "is not served in one run"

    # -- money and goods

    def _traded(self) -> dict[tuple[str, int], dict[str, int]]:
        traded: dict[tuple[str, int], dict[str, int]] = defaultdict(lambda: {"buy": 0, "sell": 0})
        for bid, lot, filled in self._filled_lots():
            del bid
            for slot, quantity in zip(filled.slots or (0,), filled.quantities(), strict=True):
                traded[filled.product, slot][lot.side] += quantity
        return traded

    def _filled_lots(self) -> Iterator[tuple[BookBid, Lot, LotFill]]:
        for fill in self._outcome.fills:
            nodes = dict(walk(self._bids[fill.bid].root))
            for each in fill.lots:
                lot = nodes[each.path]
                assert isinstance(lot, Lot)
                yield self._bids[fill.bid], lot, each

    def _balance(self) -> Iterator[str]:
        for (product, slot), sides in self._traded().items():
            if sides["buy"] != sides["sell"]:
                yield f"{product} in slot {slot}: {sides['buy']} bought, {sides['sell']} sold"
            elif self._priced and self._price(product, slot) is None:
                yield f"{product} in slot {slot} is traded without a price"

    def _price(self, product: str, slot: int) -> Fraction | None:
        if product in self._outcome.token_prices:
            price = self._outcome.token_prices[product]
        else:
            column = self._outcome.prices.get(product, ())
            price = column[slot] if slot < len(column) else None
        return None if price is None else Fraction(price)

    def _price_list(self) -> Iterator[str]:
        if set(self._outcome.prices) != set(self._products):
            yield "the price list does not name the book's products"
        if set(self._outcome.token_prices) != set(self._book.tokens):
            yield "the price list does not name the book's tokens"
        for name, column in self._outcome.prices.items():
            if len(column) != self._book.slots:
                yield f"{name} has {len(column)} prices for {self._book.slots} slots"
            if any(price is not None and Fraction(price) % _TICK for price in column):
                yield f"{name} has a price off the tick of 0.0001 USD"
        if any(p is not None and Fraction(p) % _TICK for p in self._outcome.token_prices.values()):
            yield "a token's price is off the tick of 0.0001 USD"

    def _paid(self, filled: LotFill, lot: Lot) -> Fraction:
        hours = self._slot_hours if filled.slots else Fraction(1)
        paid = Fraction(0)
        for slot, quantity in zip(filled.slots or (0,), filled.quantities(), strict=True):
            paid += (self._price(filled.product, slot) or Fraction(0)) * quantity * hours
        return paid if lot.side == "buy" else -paid

    def _payments(self) -> Iterator[str]:
        for fill in self._outcome.fills:
            bid = self._bids[fill.bid]
            lots = {each.path: each for each in fill.lots}
            due = {at: self._paid(lots[at], lot) for at, lot in walk(bid.root) if at in lots and isinstance(lot, Lot)}
            if sum(due.values()) != Fraction(fill.pay):
                yield f"{fill.bid} pays {fill.pay}; at the prices it is {float(sum(due.values())):.6f}"
            value = self._value("root", bid.root, lots)
            if value is not None and sum(due.values()) > value:
                yield f"{fill.bid} loses: it pays {fill.pay} for a value of {float(value):.6f}"
            for at, node in walk(bid.root):
                below = sum(paid for path, paid in due.items() if path == at or path.startswith(f"{at}."))
                if node.budget is not None and below > Fraction(node.budget):
                    yield f"{fill.bid}: {at} pays {float(below):.6f}, more than its budget of {node.budget}"
        if sum(Fraction(fill.pay) for fill in self._outcome.fills) != 0:
            yield "what buyers pay is not what sellers receive"

    def _value(self, path: str, node: Node, lots: dict[str, LotFill]) -> Fraction | None:
        """Value of what is filled below a node; None: without a price of its own."""
        cap = None if node.budget is None else Fraction(node.budget)
        if isinstance(node, Lot):
            if path not in lots:
                return Fraction(0)
            filled = lots[path]
            if node.limit is None:
                return cap
            hours = self._slot_hours if filled.slots else Fraction(1)
            worth = Fraction(node.limit) * sum(filled.quantities()) * hours
            worth = worth if node.side == "buy" else -worth
            return worth if cap is None else min(worth, cap)
        if not _filled(path, node, lots):
            return Fraction(0)
        total: Fraction | None = Fraction(0)
        for child_path, child in children_of(node, path):
            part = self._value(child_path, child, lots)
            total = None if total is None or part is None else total + part
        if cap is None:
            return total
        return cap if total is None else min(cap, total)

    def _unsold(self) -> Iterator[str]:
        """Divisible supply that is left over is never priced above its cost, to the tick."""
        for bid in self._book.bids:
            lot = bid.root
            if not isinstance(lot, Lot) or lot.side == "buy" or lot.limit is None:
                continue
            fill = self._fills.get(bid.id)
            filled = fill.lots[0] if fill else None
            sold = dict(zip(filled.slots or (0,), filled.quantities(), strict=True)) if filled else {}
            if not isinstance(lot.asset, ComputeAsset):
                price = self._price(lot.asset.symbol or "", 0)
                could = lot.min_quantity is not None and (sold or lot.min_quantity == 1)
                if could and sold.get(0, 0) < (lot.quantity or 0) and price and price >= Fraction(lot.limit) + _TICK:
                    yield f"{bid.id} has tokens left at {float(price)}, above its limit of {lot.limit}"
                continue
            product = self._offered(lot, lot.asset)
            if product is None or (lot.delivery is None):
                continue
            if lot.gpu_hours is not None:
                yield from self._unsold_hours(bid.id, lot, product, sold)
            elif lot.min_quantity is not None and _one_run(lot.delivery, self._book.slot_minutes):
                yield from self._unsold_run(bid.id, lot, product, sold)

    def _unsold_hours(self, name: str, lot: Lot, product: Product, sold: dict[int, int]) -> Iterator[str]:
        assert lot.gpu_hours is not None
        assert lot.limit is not None
        if sum(sold.values()) * self._slot_hours == lot.gpu_hours:
            return
        most = lot.gpu_hours / self._slot_hours if lot.quantity is None else Fraction(lot.quantity)
        most = min(most, lot.gpu_hours / self._slot_hours)
        for slot in self._window_slots(lot.delivery):
            price = self._price(product.id, slot)
            open_here = slot in sold or (lot.min_quantity or 1) == 1
            if open_here and sold.get(slot, 0) < most and price is not None and price >= Fraction(lot.limit) + _TICK:
                yield f"{name} has GPUs left in slot {slot} at {float(price)}, above its limit of {lot.limit}"

    def _unsold_run(self, name: str, lot: Lot, product: Product, sold: dict[int, int]) -> Iterator[str]:
        assert lot.delivery is not None
        assert lot.limit is not None
        window = self._window_slots(lot.delivery)
        length = int(_hours(lot.delivery) / self._slot_hours)
        if sold:
            starts = [min(sold)] if max(sold.values()) < (lot.quantity or 0) else []
        elif lot.min_quantity == 1 and (lot.quantity or 0) > 1:
            starts = list(window[: max(0, len(window) - length + 1)])
        else:
            starts = []
        for start in starts:
            prices = [self._price(product.id, slot) for slot in range(start, start + length)]
            known = [price for price in prices if price is not None]
            if len(known) == length and sum(known) >= Fraction(lot.limit) * length + _TICK:
                yield f"{name} has GPUs left from slot {start} at more than its limit of {lot.limit}"

    def _window_slots(self, delivery: Delivery | None) -> range:
        assert delivery is not None
        step = timedelta(minutes=self._book.slot_minutes)
        first = max(0, -((self._book.start - delivery.start) // step))
        return range(first, max(first, min(self._book.slots, (delivery.end - self._book.start) // step)))

    def _offered(self, lot: Lot, asset: ComputeAsset) -> Product | None:
        able = [product for product in self._book.products if _serves(lot, asset, product)]
        exact = [
            product
            for product in able
            if product.interruptible == asset.interruptible
            and asset.min_uptime in (None, product.uptime)
            and (not asset.tags or product.tags == asset.tags)
        ]
        return next(iter(exact or able), None)

    # -- figures

    def _figures(self) -> Iterator[str]:
        outcome = self._outcome
        surplus = Fraction(0)
        for fill in outcome.fills:
            value = self._value("root", self._bids[fill.bid].root, {each.path: each for each in fill.lots})
            surplus += value or 0
        if surplus != Fraction(outcome.surplus):
            yield f"the surplus is {float(surplus):.6f}, not {outcome.surplus}"
        if outcome.bound < outcome.surplus:
            yield f"the bound {outcome.bound} is below the surplus {outcome.surplus}"
        gap = float((outcome.bound - outcome.surplus) / outcome.bound) if outcome.bound > 0 else 0.0
        if abs(gap - outcome.gap) > 1e-9:
            yield f"the gap is {gap}, not {outcome.gap}"
        if (outcome.status == "optimal") != (outcome.bound == outcome.surplus):
            yield f"the status is {outcome.status} with a bound of {outcome.bound}"

    def _rejected(self) -> Iterator[str]:
        """The list of bids left out although the prices suit them; recomputed here for bids of one fixed lot."""
        listed = set(self._outcome.rejected_in_the_money)
        for name in sorted(listed):
            if name not in self._bids or name in self._fills:
                yield f"{name} is listed as left out, but is not a rejected bid of the book"
        for bid in self._book.bids:
            lot = bid.root
            if bid.id in self._fills or not isinstance(lot, Lot) or lot.gpu_hours is not None or lot.limit is None:
                continue
            gains = self._gains(lot)
            if gains is not None and gains != (bid.id in listed):
                yield f"{bid.id} is {'not ' if gains else ''}listed as left out although the prices say otherwise"

    def _gains(self, lot: Lot) -> bool | None:
        """Whether some run of a fixed lot gains at the prices; None where this check does not apply."""
        assert lot.limit is not None
        delivery = lot.delivery
        if delivery is None or not isinstance(lot.asset, ComputeAsset) or not delivery.contiguous or lot.budget:
            return None
        length = _hours(delivery) / self._slot_hours
        window = self._window_slots(delivery)
        if length.denominator != 1 or (delivery.hours is None and len(window) != length):
            return None
        for product in self._book.products:
            if lot.side == "sell" and product != self._offered(lot, lot.asset):
                continue
            if not _serves(lot, lot.asset, product):
                continue
            for start in window[: max(0, len(window) - int(length) + 1)]:
                prices = [self._price(product.id, slot) for slot in range(start, start + int(length))]
                if None in prices:
                    continue
                margin = Fraction(lot.limit) * length - sum(price for price in prices if price is not None)
                if (margin if lot.side == "buy" else -margin) > 0:
                    return True
        return False


def _filled(path: str, node: Node, lots: dict[str, LotFill]) -> bool:
    return any(at in lots for at, _ in walk(node, path))


def _within(quantity: int, lot: Lot) -> bool:
    most = lot.quantity or 0
    return (lot.min_quantity or most) <= quantity <= most


def _hours(delivery: Delivery) -> Fraction:
    if delivery.hours is not None:
        return Fraction(delivery.hours)
    return Fraction((delivery.end - delivery.start) // timedelta(seconds=1), 3600)


def _one_run(delivery: Delivery, slot_minutes: int) -> bool:
    whole = (delivery.end - delivery.start) / timedelta(minutes=slot_minutes)
    return delivery.contiguous or delivery.hours is None or delivery.hours * 60 / slot_minutes == whole


def _serves(lot: Lot, asset: ComputeAsset, product: Product) -> bool:
    faults = (
        product.gpu != asset.gpu,
        asset.form is not None and product.form != asset.form,
        asset.memory_gb is not None and product.memory_gb != asset.memory_gb,
        asset.interconnect is not None and product.interconnect != asset.interconnect,
        bool(asset.regions) and product.region not in asset.regions,
        product.region in asset.not_regions,
        asset.min_uptime is not None and Decimal(product.uptime) < Decimal(asset.min_uptime),
        lot.side == "buy" and product.interruptible and not asset.interruptible,
        not set(asset.tags).issubset(product.tags),
    )
    return not any(faults)
