"""A book laid out for the engine: whole-number money, lots as pieces over (product, slot) items, trees as branches.

Items are numbered product * slots + slot, tokens behind them. Money is a whole number of *grains*: 1e-6 USD divided by
the slots of an hour, so that a limit times GPU-slots is exact. A price is kept in grains per GPU-slot (or per token);
one tick of 0.0001 USD per GPU-hour is `tick` grains per GPU-slot.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from enum import IntEnum
from functools import cached_property

from auction_client.clearing.book import Book, meets, uncollected
from auction_client.clearing.reasons import Reason
from auction_client.model.bid import ComputeAsset, Delivery, Group, Linked, Lot, Node, children_of

TICK = Decimal("0.0001")
_MICRO = Decimal(1_000_000)


class Kind(IntEnum):
    """How a lot takes its slots."""

    RUN = 0  # one unbroken run at one quantity
    SPREAD = 1  # any slots of the window at one quantity
    VOLUME = 2  # hour by hour, any shape
    TOKEN = 3  # no slots


@dataclass(frozen=True, slots=True)
class Piece:
    """One lot. Quantities are whole GPUs; `least` the smallest fill (of a volume lot: in a slot that it takes);
    `hours` slots of a run or spread; `volume` the most GPU-slots; money in grains. No products: it can never be
    accepted, and `why` says why not."""

    index: int
    bid: int
    path: str
    sign: int  # 1 buys, -1 sells
    kind: Kind
    quantity: int
    least: int
    hours: int
    volume: int
    limit: int | None
    budget: int | None
    products: tuple[int, ...]
    first: int
    last: int
    why: Reason | None = None

    @property
    def starts(self) -> range:
        """The slots in which a run may start."""
        return range(self.first, self.last - self.hours + 1)


@dataclass(frozen=True, slots=True)
class Branch:
    """One node of a bid's tree; `piece` of a lot, else the index is -1."""

    path: str
    piece: int
    children: tuple[Branch, ...]
    at_least: int
    at_most: int
    linked: bool
    same_region: bool
    budget: int | None


@dataclass(frozen=True)
class Layout:
    """The whole book. `roots[b]` is the tree of bid b, `pieces_of[b]` its pieces."""

    book: Book
    slots: int
    slots_per_hour: int
    items: int
    tick: int
    token_tick: int
    regions: tuple[int, ...]  # of each product
    pieces: tuple[Piece, ...]
    roots: tuple[Branch, ...]
    pieces_of: tuple[tuple[int, ...], ...]

    @cached_property
    def openings(self) -> list[tuple[tuple[int, int, int], ...]]:
        """For every piece, the (product, first slot, last slot) in which the book could serve it."""
        from auction_client.clearing.openings import openings_of

        with uncollected():
            return openings_of(self)

    def only(self, root: Branch) -> Layout:
        """The same market with one bid: this node of the present first bid, under the budgets above it."""
        budgets = [node.budget for node in _down_to(self.roots[0], root) if node.budget is not None]
        return replace(self, roots=(replace(root, budget=min(budgets, default=None)),))

    @property
    def grains_per_dollar(self) -> int:
        """How many of them are one USD."""
        return 1_000_000 * self.slots_per_hour

    def money(self, grains: int) -> Decimal:
        """Grains as USD, exactly."""
        return Decimal(grains) / self.grains_per_dollar

    def tick_of(self, item: int) -> int:
        """Grains of one price tick at this item."""
        return self.tick if item < len(self.regions) * self.slots else self.token_tick

    def items_of(self, piece: Piece, product: int) -> range:
        """All items that the piece may touch with this product (of a token: its one item)."""
        if piece.kind is Kind.TOKEN:
            return range(product, product + 1)
        return range(product * self.slots + piece.first, product * self.slots + piece.last)


def _down_to(branch: Branch, wanted: Branch) -> list[Branch]:
    if branch is wanted:
        return [branch]
    for child in branch.children:
        if below := _down_to(child, wanted):
            return [branch, *below]
    return []


def lay_out(book: Book) -> Layout:
    """Lays out a book. Lots that no product or slot can serve get no products."""
    with uncollected():
        return _Builder(book).build()


class _Builder:
    def __init__(self, book: Book) -> None:
        self._book = book
        self._per_hour = 60 // book.slot_minutes
        self._pieces: list[Piece] = []
        self._products_by_word: dict[tuple[str, str], list[int]] = {}
        for index, product in enumerate(book.products):
            for word in (*product.tags, ""):
                self._products_by_word.setdefault((product.gpu, word), []).append(index)
        self._token_item = {s: len(book.products) * book.slots + i for i, s in enumerate(book.tokens)}
        self._served: dict[object, tuple[int, ...]] = {}
        self._windows: dict[object, tuple[Kind, int, int, int, Reason | None]] = {}

    def build(self) -> Layout:
        book = self._book
        roots: list[Branch] = []
        pieces_of: list[tuple[int, ...]] = []
        for index, bid in enumerate(book.bids):
            before = len(self._pieces)
            roots.append(self._branch(bid.root, "root", index))
            pieces_of.append(tuple(range(before, len(self._pieces))))
        region_index: dict[str, int] = {}
        regions = tuple(region_index.setdefault(p.region, len(region_index)) for p in book.products)
        return Layout(
            book=book,
            slots=book.slots,
            slots_per_hour=self._per_hour,
            items=len(book.products) * book.slots + len(book.tokens),
            tick=int(TICK * _MICRO),
            token_tick=int(TICK * _MICRO) * self._per_hour,
            regions=regions,
            pieces=tuple(self._pieces),
            roots=tuple(roots),
            pieces_of=tuple(pieces_of),
        )

    def _branch(self, node: Node, path: str, bid: int) -> Branch:
        budget = None if node.budget is None else self._grains(node.budget)
        if isinstance(node, Lot):
            piece = self._piece(node, path, bid, budget)
            self._pieces.append(piece)
            return Branch(path, piece.index, (), 0, 0, False, False, budget)
        children = tuple(self._branch(child, at, bid) for at, child in children_of(node, path))
        if isinstance(node, Linked):
            return Branch(path, -1, children, 1, 2, True, False, budget)
        assert isinstance(node, Group)
        return Branch(path, -1, children, node.at_least, node.at_most, False, node.same_region, budget)

    def _grains(self, usd: Decimal) -> int:
        return int(usd * _MICRO) * self._per_hour

    def _piece(self, lot: Lot, path: str, bid: int, budget: int | None) -> Piece:
        index = len(self._pieces)
        sign = 1 if lot.side == "buy" else -1
        if not isinstance(lot.asset, ComputeAsset):
            quantity = lot.quantity or 0
            item = self._token_item.get(lot.asset.symbol or "")
            return Piece(
                index, bid, path, sign, Kind.TOKEN, quantity, lot.min_quantity or quantity, 1, quantity,
                None if lot.limit is None else self._grains(lot.limit), budget,
                () if item is None else (item,), 0, 1,
                Reason.NOT_TRADED if item is None else None,
            )  # fmt: skip
        assert lot.delivery is not None
        kind, first, last, hours, why = self._window(lot)
        products = self._products(lot)
        if not products and why is None:
            why = Reason.NO_PRODUCT
        volume = 0 if lot.gpu_hours is None else lot.gpu_hours * self._per_hour
        quantity = lot.quantity if lot.quantity is not None else volume
        if kind is Kind.VOLUME:
            quantity = min(quantity, volume)
            least = lot.min_quantity or 1
            if least > quantity and why is None:
                why = Reason.LEAST_TOO_LARGE
        else:
            least = lot.min_quantity or quantity
            volume = quantity * hours
        limit = None if lot.limit is None else int(lot.limit * _MICRO)
        return Piece(
            index, bid, path, sign, kind, quantity, least, hours, volume, limit, budget,
            products if why is None else (), first, last, why,
        )  # fmt: skip

    def _window(self, lot: Lot) -> tuple[Kind, int, int, int, Reason | None]:
        delivery = lot.delivery
        assert delivery is not None
        key = (delivery.start, delivery.end, delivery.hours, delivery.contiguous, lot.gpu_hours is None)
        known = self._windows.get(key)
        if known is None:
            known = self._windows[key] = self._window_of(lot, delivery)
        return known

    def _window_of(self, lot: Lot, delivery: Delivery) -> tuple[Kind, int, int, int, Reason | None]:
        step = timedelta(minutes=self._book.slot_minutes)
        opens, closes = delivery.start - self._book.start, delivery.end - self._book.start
        first = max(0, -(-opens // step))
        last = min(self._book.slots, closes // step)
        outside = Reason.OUTSIDE if first >= last else None
        if lot.gpu_hours is not None:
            return Kind.VOLUME, first, last, 1, outside
        if delivery.hours is None:
            whole = first * step == opens and last * step == closes
            return Kind.RUN, first, last, max(1, last - first), outside or (None if whole else Reason.UNCOVERED)
        hours = delivery.hours * self._per_hour
        kind = Kind.RUN if delivery.contiguous or hours == last - first else Kind.SPREAD
        return kind, first, last, hours, outside or (None if hours <= last - first else Reason.TOO_LONG)

    def _products(self, lot: Lot) -> tuple[int, ...]:
        asset = lot.asset
        assert isinstance(asset, ComputeAsset)
        key = (lot.side, *asset.__dict__.values())  # a model's own hash takes several times as long
        known = self._served.get(key)
        if known is not None:
            return known
        products = self._book.products
        # The rarest thing asked for narrows the look-up: a book may have a product for every tag.
        words = [(asset.gpu or "", tag) for tag in (*asset.tags, "")]
        near = min((self._products_by_word.get(word, []) for word in words), key=len)
        found = [i for i in near if meets(lot, products[i])]
        if lot.side == "sell" and len(found) > 1:
            # A sell lot offers one product: the one it states exactly, else the first that meets what it states.
            exact = [
                i for i in found
                if products[i].interruptible == asset.interruptible
                and asset.min_uptime in (None, products[i].uptime)
                and (not asset.tags or asset.tags == products[i].tags)
            ]  # fmt: skip
            found = (exact or found)[:1]
        self._served[key] = tuple(found)
        return tuple(found)
