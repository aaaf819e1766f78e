"""Divisible supply that is left over is never priced above its cost, to the tick."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from auction_client.clearing.book import Product
from auction_client.clearing.outcome import Fill, Outcome
from auction_client.clearing.verifier.money import TICK, PriceList
from auction_client.clearing.verifier.terms import Terms
from auction_client.model.bid import ComputeAsset, Lot


class Unsold:
    """The sellers of one lot, with what they sold."""

    def __init__(self, terms: Terms, outcome: Outcome) -> None:
        self._terms = terms
        self._fills = {fill.bid: fill for fill in outcome.fills}
        self._prices = PriceList(outcome)

    def faults(self) -> Iterator[str]:
        """Every lone sell lot with something left where the price is above its limit."""
        for bid in self._terms.book.bids:
            lot = bid.root
            if not isinstance(lot, Lot) or lot.side == "buy" or lot.limit is None:
                continue
            sold = _sold(self._fills.get(bid.id))
            limit = Fraction(lot.limit)
            if not isinstance(lot.asset, ComputeAsset):
                yield from self._tokens(bid.id, lot, limit, sold)
                continue
            product = self._terms.offered(lot, lot.asset)
            if product is None or lot.delivery is None:
                continue
            if lot.gpu_hours is not None:
                yield from self._hours(bid.id, lot, limit, product, sold)
            elif lot.min_quantity is not None and self._terms.is_one_run(lot.delivery):
                yield from self._run(bid.id, lot, limit, product, sold)

    def _tokens(self, name: str, lot: Lot, limit: Fraction, sold: dict[int, int]) -> Iterator[str]:
        price = self._prices.at(lot.asset.symbol or "", 0) if not isinstance(lot.asset, ComputeAsset) else None
        could = lot.min_quantity is not None and (sold or lot.min_quantity == 1)
        if could and sold.get(0, 0) < (lot.quantity or 0) and price is not None and price >= limit + TICK:
            yield f"{name} has tokens left at {float(price)}, above its limit of {lot.limit}"

    def _hours(self, name: str, lot: Lot, limit: Fraction, product: Product, sold: dict[int, int]) -> Iterator[str]:
        assert lot.gpu_hours is not None
        assert lot.delivery is not None
        volume = lot.gpu_hours / self._terms.slot_hours
        if sum(sold.values()) == volume:
            return
        most = volume if lot.quantity is None else min(Fraction(lot.quantity), volume)
        for slot in self._terms.window(lot.delivery):
            price = self._prices.at(product.id, slot)
            open_here = slot in sold or (lot.min_quantity or 1) == 1
            if open_here and sold.get(slot, 0) < most and price is not None and price >= limit + TICK:
                yield f"{name} has GPUs left in slot {slot} at {float(price)}, above its limit of {lot.limit}"

    def _run(self, name: str, lot: Lot, limit: Fraction, product: Product, sold: dict[int, int]) -> Iterator[str]:
        assert lot.delivery is not None
        window = self._terms.window(lot.delivery)
        length = int(self._terms.run_length(lot.delivery))
        if sold:
            starts = [min(sold)] if max(sold.values()) < (lot.quantity or 0) else []
        elif lot.min_quantity == 1 and (lot.quantity or 0) > 1:
            starts = list(window[: max(0, len(window) - length + 1)])
        else:
            starts = []
        for start in starts:
            prices = [self._prices.at(product.id, slot) for slot in range(start, start + length)]
            known = [price for price in prices if price is not None]
            if len(known) == length and sum(known) >= limit * length + TICK:
                yield f"{name} has GPUs left from slot {start} at more than its limit of {lot.limit}"


def _sold(fill: Fill | None) -> dict[int, int]:
    """Quantities by slot (a token: slot 0) of a lone lot."""
    if fill is None:
        return {}
    return dict(zip(fill.lots[0].slots or (0,), fill.lots[0].quantities(), strict=True))
