"""What the book's own words say of a lot: which products may serve it, in which slots, for how long."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from auction_client.clearing.book import Book, Product
from auction_client.model.bid import ComputeAsset, Delivery, Lot


class Terms:
    """One book's terms. `slot_hours`: hours of a slot."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.products = {product.id: product for product in book.products}
        self.slot_hours = Fraction(book.slot_minutes, 60)
        self._able: dict[tuple[str, ComputeAsset], tuple[Product, ...]] = {}
        self._by_gpu: dict[str, list[Product]] = {}
        for product in book.products:
            self._by_gpu.setdefault(product.gpu, []).append(product)

    def servers(self, lot: Lot, asset: ComputeAsset) -> tuple[Product, ...]:
        """The products that may serve a lot, in the book's order; of a sell lot the one that it offers."""
        key = (lot.side, asset)
        if key not in self._able:
            able = [product for product in self._by_gpu.get(asset.gpu or "", ()) if serves(lot, asset, product)]
            if lot.side == "sell":
                exact = [
                    product
                    for product in able
                    if product.interruptible == asset.interruptible
                    and asset.min_uptime in (None, product.uptime)
                    and (not asset.tags or product.tags == asset.tags)
                ]
                able = (exact or able)[:1]
            self._able[key] = tuple(able)
        return self._able[key]

    def offered(self, lot: Lot, asset: ComputeAsset) -> Product | None:
        """The product that a sell lot offers."""
        return next(iter(self.servers(lot, asset)), None)

    def window(self, delivery: Delivery) -> range:
        """The book's slots that lie wholly inside a window."""
        step = timedelta(minutes=self.book.slot_minutes)
        first = max(0, -((self.book.start - delivery.start) // step))
        return range(first, max(first, min(self.book.slots, (delivery.end - self.book.start) // step)))

    def run_length(self, delivery: Delivery) -> Fraction:
        """Slots that a run or a spread takes."""
        return hours_of(delivery) / self.slot_hours

    def is_one_run(self, delivery: Delivery) -> bool:
        """Whether the hours can only stand in one unbroken run."""
        whole = (delivery.end - delivery.start) / timedelta(minutes=self.book.slot_minutes)
        return delivery.contiguous or delivery.hours is None or delivery.hours / self.slot_hours == whole


def hours_of(delivery: Delivery) -> Fraction:
    """The hours that a lot needs."""
    if delivery.hours is not None:
        return Fraction(delivery.hours)
    return Fraction((delivery.end - delivery.start) // timedelta(seconds=1), 3600)


def serves(lot: Lot, asset: ComputeAsset, product: Product) -> bool:
    """Whether a product meets what a lot asks for."""
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
