"""Brings a selection to where prices support it: out of each conflict goes the bid whose place is filled again best.

The price programme names the bids whose rules break and those that press against them. Dropping everything that breaks
gives up several times what is needed: where a block and a buyer stand against each other, the loss of either ends the
conflict. So each bid of a conflict is taken out in turn, its neighbourhood is searched a little with losses counted
against what is gained (where there is time), and the best of these states is kept. After many rounds, all that breaks
goes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from math import inf

import numpy as np

from auction_client.clearing.curve_book import CurveBook, Floats, Ints
from auction_client.clearing.kernel import Kernel, State
from auction_client.clearing.supporting import PriceProblem, Support

_ROUNDS = 40
CAREFUL_ROUNDS = 8
_SEAT_STEPS = 30  # for each broken bid, to find it a better quantity or place first
_TRIAL_STEPS = 100
_REACH = 40  # bids on either side, of those that want the same product
_MOST_TRIED = 6  # of a conflict
_LOSS_WEIGHT = 1.0


class Settling:
    """Settles the states of one kernel. `solve_seconds` is what one price programme takes."""

    def __init__(self, kernel: Kernel, stopped: Callable[[], bool]) -> None:
        self._kernel = kernel
        self._stopped = stopped
        self.prices = PriceProblem(kernel.book)
        self.solve_seconds = inf

    def settle(self, reference: Floats, hurried: Callable[[], bool], rounds: int = CAREFUL_ROUNDS) -> Support | None:
        """Changes the kernel's state until prices support it and gives those nearest to the reference; None where it
        could not. hurried: whether there is no time to search. rounds: after which all that breaks goes."""
        kernel = self._kernel
        banned: list[int] = []
        found: Support | None = None
        for turn in range(_ROUNDS):
            if self._stopped():
                break
            begun = time.monotonic()
            support = self.prices.solve(kernel, reference)
            self.solve_seconds = min(self.solve_seconds, time.monotonic() - begun)
            if not support.broken:
                found = support
                break
            steps = 0 if hurried() else _TRIAL_STEPS
            if steps and turn == 0 < rounds:
                pool = np.array(support.broken, dtype=np.int64)
                kernel.search(_SEAT_STEPS * len(pool), pool=pool, loss_weight=_LOSS_WEIGHT)
                continue
            if turn < rounds:
                out = [bid for conflict in support.conflicts for bid in self._cheapest_out(conflict, steps)]
            else:
                out = self._placed(support.broken)
                kernel.remove(np.array(out, dtype=np.int64))
            if not out:
                break
            banned += out
            kernel.banned[banned] = 1
        kernel.banned[banned] = 0
        return found

    def drop_losers(self) -> None:
        """Takes out whoever loses at the prices next to the curves, until nobody does."""
        while len(losers := np.flatnonzero(self._kernel.losses() > 0)):
            self._kernel.remove(losers)

    def _cheapest_out(self, conflict: Sequence[int], steps: int) -> list[int]:
        """Takes that bid of a conflict out whose place can be filled again at the least loss, in so many steps."""
        kernel = self._kernel
        before = kernel.save()
        best: tuple[float, int, State] | None = None
        for bid in self._placed(conflict)[:_MOST_TRIED]:
            if self._stopped():
                break
            pool = self._around(bid)
            kernel.remove(np.array([bid], dtype=np.int64))
            kernel.banned[bid] = 1
            kernel.search(steps, pool=pool, loss_weight=_LOSS_WEIGHT)
            kernel.banned[bid] = 0
            worth = kernel.welfare - _LOSS_WEIGHT * float(kernel.losses().sum())
            if best is None or worth > best[0]:
                best = worth, bid, kernel.save()
            kernel.restore(before)
        if best is None:
            return []
        kernel.restore(best[2])
        kernel.banned[best[1]] = 1  # or the next conflict's search puts it back
        return [best[1]]

    def _around(self, bid: int) -> Ints:
        """The bids whose windows are nearest to an accepted bid's, in each product that it takes."""
        book, parts = self._kernel.book, []
        taken = self._kernel.groups_of(bid)
        for at in range(int(book.bid_groups_start[bid]), int(book.bid_groups_start[bid + 1])):
            group, place = int(book.bid_group[at]), int(book.bid_place[at])
            if group in taken:
                members = book.group_bids[book.group_start[group] : book.group_start[group + 1]]
                parts.append(members[max(0, place - _REACH) : place + _REACH + 1])
        return np.unique(np.concatenate(parts))

    def _placed(self, bids: Sequence[int]) -> list[int]:
        """Those of these bids that are accepted; where they are rejected sellers, the accepted bid of least value among
        those that share products with them."""
        kernel = self._kernel
        inside = [bid for bid in bids if kernel.placed[bid]]
        if inside or not bids:
            return inside
        rivals = [int(bid) for bid in near(kernel.book, bids) if kernel.placed[bid]]
        return sorted(rivals, key=lambda bid: (kernel.values[bid], bid))[:1]


def near(book: CurveBook, bids: Sequence[int]) -> Ints:
    """The bids that may use the same products as these."""
    groups = {int(g) for b in bids for g in book.bid_group[book.bid_groups_start[b] : book.bid_groups_start[b + 1]]}
    parts = [book.group_bids[book.group_start[g] : book.group_start[g + 1]] for g in sorted(groups)]
    return np.unique(np.concatenate(parts))
