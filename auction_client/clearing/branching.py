"""Exact search for set packing by branch and bound: soonest where few bids can win side by side.

See _branching.c for the method. Bids are numbered by what they are worth times the root of how many bids they exclude:
cliques are built from the first, branches are tried from the last.
"""

from __future__ import annotations

import ctypes
from ctypes import byref, c_int8, c_int64, c_void_p
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.cliques import Cliques
from auction_client.clearing.compiled import compiled

_NO_END = 2**62


class _Struct(ctypes.Structure):
    _fields_ = [
        *[(name, c_int64) for name in ("bids", "cliques", "words")],
        *[(name, c_void_p) for name in ("value", "apart", "inside", "price")],
        *[(name, c_int64) for name in ("step", "best", "count")],
        *[(name, c_void_p) for name in
          ("winners", "path", "rest", "clique", "uncovered", "fitting", "branched", "stop")],
        ("branches", c_int64), ("done", c_int64), ("nodes", c_int64), ("cut", c_int8),
    ]  # fmt: skip


class Branching:
    """One packing. `run` may be ended from another thread by `stop`."""

    def __init__(
        self,
        apart: NDArray[np.bool_],
        cliques: Cliques,
        above: int,
        step: int = 1,
        most_nodes: int = _NO_END,
    ) -> None:
        """apart: which bids exclude each other. cliques: over these bids, whose values are multiples of `step`. above:
        what a selection must be worth more than. most_nodes: after which the search is cut short."""
        count = len(apart)
        self._c = _library()
        value = cliques.values
        self._order = np.argsort(value * np.sqrt(apart.sum(axis=1)), kind="stable")
        rows = _bit_sets(apart[np.ix_(self._order, self._order)])
        inside = np.zeros((len(cliques.members), count), dtype=np.bool_)
        for row, members in zip(inside, cliques.members, strict=True):
            row[members] = True
        words = rows.shape[1]
        self._open = _bit_sets(np.ones((1, count), dtype=np.bool_))
        self._stop = np.zeros(1, dtype=np.int8)
        self._arrays: dict[str, NDArray[Any]] = {
            "value": value[self._order],
            "apart": rows,
            "inside": _bit_sets(inside[:, self._order]),
            "price": np.array(cliques.prices, dtype=np.int64),
            "stop": self._stop,
            **{name: np.zeros(count + 1, dtype=np.int32) for name in ("winners", "path", "clique")},
            "rest": np.zeros(count, dtype=np.int64),
            **{name: np.zeros(words, dtype=np.uint64) for name in ("uncovered", "fitting", "branched")},
        }
        self._struct = _Struct(
            bids=count, cliques=len(inside), words=words, step=step, best=above + step - 1, nodes=most_nodes,
            **{name: array.ctypes.data for name, array in self._arrays.items()},
        )  # fmt: skip

    def run(self) -> bool:
        """Once, until it is stopped; whether it has come to its end: then nothing is worth more than `best` or, where
        that is empty, than what was to be beaten."""
        self._c.branching_search(byref(self._struct), self._open.ctypes.data_as(c_void_p))
        return not self._struct.cut

    def stop(self) -> None:
        """From any thread."""
        self._stop[0] = 1

    def raise_to(self, above: int) -> None:
        """From any thread: others have found a selection worth this."""
        self._struct.best = max(self._struct.best, above + self._struct.step - 1)

    @property
    def share_done(self) -> float:
        """How many of the root's branches are done, from 0 to 1; readable from any thread."""
        return float(self._struct.done / max(1, self._struct.branches))

    @property
    def best(self) -> list[int]:
        """The best selection found, empty where nothing is worth more than was to be beaten. After `run` only."""
        return [int(self._order[place]) for place in self._arrays["winners"][: self._struct.count]]


def _bit_sets(rows: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Each row as a set of bits, in whole words."""
    words = -(-rows.shape[1] // 64)
    padded = np.zeros((rows.shape[0], words * 64), dtype=np.bool_)
    padded[:, : rows.shape[1]] = rows
    return np.packbits(padded, axis=1, bitorder="little").view("<u8").astype(np.uint64)


@cache
def _library() -> ctypes.CDLL:
    library = compiled("_branching")
    library.branching_search.restype = None
    library.branching_search.argtypes = [ctypes.POINTER(_Struct), c_void_p]
    return library
