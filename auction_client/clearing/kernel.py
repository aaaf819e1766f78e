"""The compiled search kernel: the search state over a `CurveBook`. See _kernel.c for the algorithms."""

from __future__ import annotations

from collections.abc import Mapping
from ctypes import byref, c_double, c_int64
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.book import uncollected
from auction_client.clearing.curve_book import KIND_CODES, CurveBook, Floats, Ints, whole_numbers
from auction_client.clearing.kernel_library import ARRAYS, EDGES, Struct, library
from auction_client.clearing.layout import Kind
from auction_client.clearing.placements import hourly_pieces, offsets, placed_pieces, span_rows
from auction_client.clearing.selection import Selection, Taken

_MOST_PRICE = 1e12  # grains, in a payment: sums of prices beyond it would not be whole
NO_UNIT = 1e14  # grains: a price from here up says that there is no unit, as does a cost that contains one


@dataclass(frozen=True)
class State:
    """A copy of what is placed, to return to."""

    arrays: tuple[NDArray[Any], ...]
    welfare: float


_STATE = (
    "position", "segment", "span_count", "span_lot", "span_item", "span_length", "span_quantity", "value", *EDGES,
)  # fmt: skip


class Kernel:
    """The search state of one book. Not to be shared between threads; calls release the GIL."""

    def __init__(self, book: CurveBook, seed: int = 0, standing: tuple[Ints, Ints] | None = None) -> None:
        """standing: positions and segments of the curves to begin at; else all hourly demand waits to be served."""
        self.book = book
        self._c = library()
        bids, room = len(book.discrete), int(book.span_start[-1])
        widest = int(book.option_width.max(initial=1))
        self._by_volume = bool((book.lot_kind == KIND_CODES[Kind.VOLUME]).any())
        scratch = self._scratch(book)
        self._mutable: dict[str, NDArray[Any]] = {
            "position": (book.demand if standing is None else standing[0]).copy(),
            "segment": book.segments_at(book.demand) if standing is None else standing[1].copy(),
            "span_count": np.zeros(bids + 1, dtype=np.int64),
            **{name: np.zeros(room + 1, dtype=np.int64) for name in
               ("span_lot", "span_item", "span_length", "span_quantity")},
            "value": np.zeros(bids + 1),
            "banned": np.zeros(bids + 1, dtype=np.int8),
            "sums": np.zeros(widest + 1),
            "chunk_price": np.empty(scratch),
            "chunk_units": np.zeros(widest + 1, dtype=np.int64),
            "chunk_slot": np.zeros(1, dtype=np.int64),
            **{name: np.zeros(1, dtype=np.int64) for name in ("scarce_start", "scarce_bids", "bid_scarce")},
            "bid_scarce_start": np.zeros(bids + 1, dtype=np.int64),
        }  # fmt: skip
        self._mutable.update(book.edges_at(self._mutable["position"], self._mutable["segment"]))
        pointers = {}
        for name in (*ARRAYS, *EDGES):
            array = self._mutable[name] if name in self._mutable else getattr(book, name)
            assert array.flags.c_contiguous
            pointers[name] = array.ctypes.data
        self._struct = Struct(
            n_items=book.layout.items, n_bids=bids, n_groups=len(book.group_start) - 1, scratch=scratch,
            random=(seed * 0x9E3779B97F4A7C15 + 0x2545F4914F6CDD1D) % 2**64 or 1, misplaced=0, far_cost=1e30,
            welfare=self._idle_welfare() if standing is None else 0.0, **pointers,
        )  # fmt: skip
        self._limits, self._budgets = book.lot_limit.copy(), book.cap_amount.copy()

    # -- state

    @property
    def welfare(self) -> float:
        """Surplus of what is placed and of the curves, in grains."""
        return float(self._struct.welfare)

    @property
    def values(self) -> Floats:
        """Value less cost of each accepted bid, in grains."""
        return np.asarray(self._mutable["value"][:-1])

    def traded_units(self) -> tuple[Ints, Ints, Ints]:
        """(bid, item, signed quantity) of everything placed."""
        count = self._mutable["span_count"]
        bids = np.arange(len(count) - 1)
        owner = np.repeat(bids, count[:-1])
        rows = span_rows(self.book.span_start, count, bids)
        length = self._mutable["span_length"][rows]
        item = np.repeat(self._mutable["span_item"][rows], length) + offsets(length)
        return np.repeat(owner, length), item, np.repeat(self._mutable["span_quantity"][rows], length)

    def first_span(self, bids: Ints) -> tuple[Ints, Ints]:
        """(signed quantity, first item) of each bid's first span; the quantity is 0 where the bid is out."""
        at = self.book.span_start[bids]
        quantity = np.where(self._mutable["span_count"][bids] > 0, self._mutable["span_quantity"][at], 0)
        return quantity, self._mutable["span_item"][at]

    def groups_of(self, bid: int) -> frozenset[int]:
        """The products (or tokens) that an accepted bid takes."""
        at = int(self.book.span_start[bid])
        items = self._mutable["span_item"][at : at + int(self._mutable["span_count"][bid])]
        return frozenset(self.book.item_group[items].tolist())

    @property
    def placed(self) -> NDArray[np.bool_]:
        """Which discrete bids are accepted."""
        return np.asarray(self._mutable["span_count"][:-1] > 0)

    @property
    def banned(self) -> NDArray[np.int8]:
        """Bids that the search must leave out; write 1 to ban."""
        return self._mutable["banned"]

    def save(self) -> State:
        """A copy of the present state."""
        return State(tuple(self._mutable[name].copy() for name in _STATE), self.welfare)

    def restore(self, state: State) -> None:
        """Returns to a saved state."""
        for name, array in zip(_STATE, state.arrays, strict=True):
            self._mutable[name][...] = array
        self._struct.welfare = state.welfare
        self._struct.misplaced = 0

    @property
    def positions(self) -> Ints:
        """Units in use at every item (a copy)."""
        return self._mutable["position"].copy()

    def prices_after(self, bid: int) -> tuple[Floats, Floats]:
        """The price interval of every item as it would be with the plan that `try_bid` left for a bid."""
        self._c.kernel_shift(byref(self._struct), bid, 1)
        found = self.price_interval()
        self._c.kernel_shift(byref(self._struct), bid, -1)
        return found

    def adopt(self, other: Kernel) -> None:
        """Takes over what is placed in another kernel whose bids are the first ones of this book, on equal curves."""
        bids, room = len(other.book.discrete), int(other.book.span_start[-1])
        for name in _STATE:
            length = {"span_count": bids, "value": bids}.get(name, room if name.startswith("span") else None)
            self._mutable[name][:length] = other._mutable[name][:length]
        # The lots' numbers are the same, since the further bids stand behind.
        self._struct.welfare = other.welfare

    def stand_on(self, curves: CurveBook, standing: tuple[Ints, Ints]) -> None:
        """Goes over to the curves of another book of the same market. Nothing may be placed; this kernel's book must be
        its own."""
        self.book.borrow_curves(curves)
        for name in ("step_start", "step_price", "step_end"):
            setattr(self._struct, name, getattr(curves, name).ctypes.data)
        self._mutable["position"][...], self._mutable["segment"][...] = standing
        scratch = self._scratch(curves)
        if scratch > self._struct.scratch:
            chunks = self._mutable["chunk_price"] = np.empty(scratch)
            self._struct.chunk_price, self._struct.scratch = chunks.ctypes.data, scratch
        for name, values in curves.edges_at(*standing).items():
            self._mutable[name][...] = values

    def _scratch(self, curves: CurveBook) -> int:
        """Room for the longest list of chunks that this book's bids can make of these curves."""
        widest = int(self.book.option_width.max(initial=1))
        deepest = int(np.diff(curves.step_start).max(initial=0)) if self._by_volume else 1
        return 3 * (widest * (deepest + 2) + 64)

    def scale_prices(self, factor: float) -> None:
        """Multiplies the limits and budgets of the discrete bids; the arrays are this kernel's book's own."""
        self.book.lot_limit[...] = self._limits * factor
        self.book.cap_amount[...] = self._budgets * factor

    def narrowed(self, prices: Floats, share: float) -> tuple[Ints, Ints, NDArray[np.int8]]:
        """(first item and width of every option, state of every bid: 0 none is left, 1 a single choice, 2 open) once
        the choices are dropped that lose more than this share of a bid's payment against its best answer to these
        prices (grains)."""
        item, width = self.book.option_item.copy(), self.book.option_width.copy()
        state = np.zeros(len(self.book.discrete) + 1, dtype=np.int8)
        prices = np.ascontiguousarray(prices, dtype=np.float64)
        if self._c.kernel_focus(
            byref(self._struct), prices.ctypes.data, share, item.ctypes.data, width.ctypes.data, state.ctypes.data
        ):
            raise MemoryError("the search kernel could not allocate its sums")
        return item, width, state[:-1]

    def use(self, arrays: Mapping[str, Ints]) -> None:
        """Reads these arrays from now on, instead of the book's of the same names."""
        for name, array in arrays.items():
            self._mutable[name] = whole_numbers(array)
            setattr(self._struct, name, self._mutable[name].ctypes.data)

    def watch(self, items: Ints) -> None:
        """From now on, half of the steps around a bid that could use one of these scarce items (rising) look at others
        that could use it too, wherever their windows lie."""
        user, item = self.book.users_of(items)
        rank = np.searchsorted(items, item)
        by_item, by_bid = np.argsort(rank, kind="stable"), np.argsort(user, kind="stable")
        self.use(
            {
                "scarce_start": np.searchsorted(rank[by_item], np.arange(len(items) + 1)),
                "scarce_bids": user[by_item],
                "bid_scarce_start": np.searchsorted(user[by_bid], np.arange(len(self.book.discrete) + 1)),
                "bid_scarce": rank[by_bid],
            }
        )

    # -- moves

    def insert(self, order: Ints) -> int:
        """Inserts bids in this order, each where it gains most; returns how many were placed."""
        order = whole_numbers(order)
        return int(self._c.kernel_insert(byref(self._struct), order.ctypes.data, len(order)))

    def remove(self, bids: Ints) -> None:
        """Takes bids out, and after them what can then no longer be served or sold."""
        bids = whole_numbers(bids)
        self._c.kernel_remove(byref(self._struct), bids.ctypes.data, len(bids), c_double(self._near_cost))

    def try_bid(self, bid: int) -> tuple[float, float, int]:
        """(gain, value, spans) of inserting a bid that is out; no spans where it cannot be."""
        count, value = c_int64(), c_double()
        gain = float(self._c.kernel_try(byref(self._struct), bid, byref(count), byref(value)))
        return gain, value.value, count.value

    def tried(self, bid: int, spans: int) -> list[tuple[int, int, int, int]]:
        """The plan that `try_bid` left for a bid: (lot, item, length, signed quantity) of each of its spans."""
        at = int(self.book.span_start[bid])
        rows = [self._mutable[n][at : at + spans] for n in ("span_lot", "span_item", "span_length", "span_quantity")]
        return list(zip(*(row.tolist() for row in rows), strict=True))

    def spans_of(self, bid: int) -> int:
        """How many spans an accepted bid has; they stand where the plan of one that is tried would."""
        return int(self._mutable["span_count"][bid])

    def pay_of(self, bid: int) -> float:
        """What a bid would pay by the plan that `try_bid` left for it, at the prices next to it."""
        return float(self._c.kernel_pay(byref(self._struct), bid, c_double(_MOST_PRICE)))

    def search(
        self, steps: int, *, temperature: float = 0.0, pool: Ints | None = None, loss_weight: float = 0.0
    ) -> int:
        """Ruin-and-recreate steps around bids of the pool (all by default). loss_weight: what accepted bids lose, by
        `losses`, counts so many times against the surplus."""
        if not self.book.discrete:
            return 0
        pool = np.arange(len(self.book.discrete), dtype=np.int64) if pool is None else whole_numbers(pool)
        kept = self._c.kernel_search(
            byref(self._struct), steps, c_double(temperature), c_double(self._near_cost), pool.ctypes.data, len(pool),
            c_double(loss_weight),
        )  # fmt: skip
        if kept < 0 and len(pool):
            raise MemoryError("the search kernel could not allocate its plans")
        return int(kept)

    # -- prices and bounds

    def losses(self) -> Floats:
        """What each accepted bid would lose at the best prices next to the curves, in grains."""
        loss = np.zeros(len(self.book.discrete) + 1)
        if self._c.kernel_losses(byref(self._struct), loss.ctypes.data) < 0:
            raise MemoryError("the search kernel could not allocate its losses")
        return loss[:-1]

    def price_interval(self) -> tuple[Floats, Floats]:
        """For every item: the price of the last unit in use, and of the next (from `NO_UNIT` up: there is none)."""
        low, high = np.zeros(self.book.layout.items), np.zeros(self.book.layout.items)
        self._c.kernel_prices(byref(self._struct), low.ctypes.data, high.ctypes.data)
        return low, high

    def dual(self, prices: Floats) -> tuple[float, Floats, Floats]:
        """(upper bound on the surplus, net load of the best answers, each bid's part) at prices in grains."""
        prices = np.ascontiguousarray(prices, dtype=np.float64)
        load = np.zeros(self.book.layout.items)
        surplus = np.zeros(len(self.book.discrete) + 1)
        demand = self.book.demand.astype(np.float64)
        bound = self._c.kernel_dual(
            byref(self._struct), prices.ctypes.data, demand.ctypes.data, c_double(self.book.demand_value),
            load.ctypes.data, surplus.ctypes.data,
        )  # fmt: skip
        return float(bound), load, surplus[:-1]

    # -- the selection

    @uncollected()
    def selection(self) -> Selection:
        """What is placed, with the hourly lots' share of the curves."""
        taken = self._pieces_of(np.flatnonzero(self.placed)) | hourly_pieces(self.book, self._mutable["position"])
        return Selection(self.book.layout, taken)

    def selection_of(self, bids: Ints) -> Selection:
        """What is placed of these discrete bids alone."""
        return Selection(self.book.layout, self._pieces_of(bids[self.placed[bids]]))

    def _pieces_of(self, bids: Ints) -> dict[int, Taken]:
        rows = span_rows(self.book.span_start, self._mutable["span_count"], bids)
        spans = (self._mutable[name][rows] for name in ("span_lot", "span_item", "span_length", "span_quantity"))
        return placed_pieces(self.book, *spans)

    def _idle_welfare(self) -> float:
        """Surplus with no discrete bid: hourly demand served by hourly supply."""
        book = self.book
        used = np.clip(book.demand[book.step_item] - (book.step_end - book.step_amount), 0, book.step_amount)
        return book.demand_value - float((used * book.step_price).sum())

    @cached_property
    def _near_cost(self) -> float:
        """A unit cost above what any unit can be worth: the price of a unit beyond the end of a curve on the way."""
        book = self.book
        limits = book.lot_limit[np.isfinite(book.lot_limit)]
        highest = max(float(limits.max(initial=1.0)), float(book.step_price.max(initial=1.0)))
        return 4.0 * highest
