"""Local search for set packing: a bid comes in and stays for a while, those in its way go out and stay out for a while.

The swap neighbourhood and tabu rule follow multi-neighbourhood tabu search for the maximum weight clique (Wu, Hao and
Glover, Annals of Operations Research 196, 2012). What a swap sets free counts, too, at a share of dual prices: by
values alone large bids look better than they are. The moves are compiled: see _swaps.c.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from ctypes import byref, c_double, c_int64, c_uint64, c_void_p
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.compiled import compiled

_LONGEST_STAY = 20
_WORK = 20_000_000  # bids looked at between two questions whether to stop: some 20 ms
_SEED = 0x2545F4914F6CDD1D


class _Struct(ctypes.Structure):
    _fields_ = [
        ("bids", c_int64),
        *[(name, c_void_p) for name in
          ("value", "priced", "start", "other", "inside", "best", "claim", "in_the_way", "free_from", "guards")],
        ("newest", c_int64 * (_LONGEST_STAY + 1)),
        *[(name, c_int64) for name in ("stays", "count", "move", "since", "phase")],
        ("total", c_double), ("best_total", c_double), ("random", c_uint64),
    ]  # fmt: skip


class SwapSearch:
    """One packing, searched from a feasible start. Deterministic; not to be shared between threads."""

    def __init__(
        self,
        values: Sequence[int],
        apart: NDArray[np.bool_],
        start: Sequence[int],
        priced: Sequence[float] | None = None,
    ) -> None:
        """values: whole, one for each bid. apart: which bids exclude each other. start: bids that do not. priced: what
        each bid's goods cost at dual prices, where these are known."""
        count = len(values)
        self._c = _library()
        value = np.asarray(values, dtype=np.float64)
        self._arrays: dict[str, NDArray[Any]] = {
            "value": value,
            "priced": np.zeros(count) if priced is None else np.asarray(priced, dtype=np.float64),
            "start": np.concatenate(([0], np.cumsum(apart.sum(axis=1)))).astype(np.int64),
            "other": np.ascontiguousarray(np.append(np.nonzero(apart)[1], 0), dtype=np.int64),
            "inside": np.zeros(count + 1, dtype=np.int8),
            "best": np.zeros(count + 1, dtype=np.int8),
            "claim": np.zeros(count),
            "in_the_way": np.zeros(count),
            "free_from": np.zeros(count + 1, dtype=np.int64),
            "guards": np.zeros(count + 1, dtype=np.int64),
        }
        self._struct = _Struct(
            bids=count, **{name: array.ctypes.data for name, array in self._arrays.items()}
        )  # fmt: skip
        self.restart(start)

    def restart(self, start: Sequence[int], turn: int = 0) -> None:
        """Forgets what was met, and starts from these bids. Searches of other turns go other ways."""
        self._arrays["best"][:] = 0
        self._arrays["best"][list(start)] = 1
        self._struct.best_total = float(self._arrays["value"][list(start)].sum())
        self._struct.random, self._struct.phase, self._struct.move = _SEED + turn, turn, 0

    @property
    def value(self) -> int:
        """Of the best selection met so far."""
        return int(self._struct.best_total)

    @property
    def best(self) -> list[int]:
        """The best selection met so far."""
        return [int(n) for n in np.flatnonzero(self._arrays["best"])]

    def run(self, moves: int, stopped: Callable[[], bool]) -> None:
        """So many further moves. stopped: asked every few hundredths of a second."""
        chunk = max(100, _WORK // max(1, self._struct.bids))
        while moves > 0 and self._struct.bids and not stopped():
            self._c.swaps_run(byref(self._struct), min(chunk, moves))
            moves -= chunk


def conflicts(goods: Sequence[frozenset[int]]) -> NDArray[np.bool_]:
    """Where two different bids want a good in common."""
    number = {good: column for column, good in enumerate(sorted(frozenset().union(*goods)))}
    wants = np.zeros((len(goods), len(number)), dtype=np.float32)
    for row, own in enumerate(goods):
        wants[row, [number[good] for good in own]] = 1.0
    shared = wants @ wants.T > 0
    np.fill_diagonal(shared, val=False)
    return np.asarray(shared)


@cache
def _library() -> ctypes.CDLL:
    library = compiled("_swaps")
    library.swaps_run.restype = None
    library.swaps_run.argtypes = [ctypes.POINTER(_Struct), c_int64]
    return library
