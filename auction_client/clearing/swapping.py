"""Local search for set packing: a bid comes in and stays for a while, those in its way go out and stay out for a while.

The swap neighbourhood and tabu rule follow multi-neighbourhood tabu search for the maximum weight clique (Wu, Hao and
Glover, Annals of Operations Research 196, 2012).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

MOST_BIDS = 6_000  # of the table of conflicts
_OUT_MOVES = 10  # and up to as many more, drawn
_IN_MOVES = (10, 20, 5)  # by turns: long stays suit large bids that each exclude many
_PATIENCE = 4_000  # moves without a better selection, then from the best one again


def swap_search(
    values: Sequence[float],
    goods: Sequence[frozenset[int]],
    start: Sequence[int],
    moves: int,
    stopped: Callable[[], bool],
) -> list[int]:
    """The best selection met in so many moves from a feasible start; positions in `values`."""
    count = len(values)
    chance = np.random.default_rng(0)
    value = np.asarray(values, dtype=np.float64)
    conflict = _conflicts(goods)
    inside = np.zeros(count, dtype=bool)
    inside[list(start)] = True
    in_the_way = conflict @ np.where(inside, value, 0.0)
    free_from = np.zeros(count, dtype=np.int64)
    total = best_total = float(value[inside].sum())
    best, since, phase = inside.copy(), 0, 0
    newest: list[int] = []
    stay_out = min(_OUT_MOVES, count // 8 + 1)
    for move in range(moves):
        if move % 256 == 0 and stopped():
            break
        gain = value - in_the_way
        gain[inside | ((free_from > move) & (total + gain <= best_total))] = -np.inf
        if newest:
            gain[conflict[newest].any(axis=0)] = -np.inf
        coming = int(gain.argmax())
        if gain[coming] == -np.inf:
            free_from[:] = 0
            newest.clear()
            continue
        going = np.flatnonzero(inside & (conflict[coming] > 0))
        inside[coming] = True
        inside[going] = False
        stay = min(_IN_MOVES[phase % len(_IN_MOVES)], int(inside.sum()) - 1)
        newest = [*newest, coming][-stay:] if stay else []
        free_from[going] = move + stay_out + chance.integers(0, stay_out, len(going))
        in_the_way += conflict[coming] * value[coming]
        if len(going):
            in_the_way -= value[going] @ conflict[going]
        total += float(gain[coming])
        since += 1
        if total > best_total + 1e-6:
            best, best_total, since = inside.copy(), total, 0
        elif since >= _PATIENCE:
            inside, total, since, phase = best.copy(), best_total, 0, phase + 1
            newest.clear()
            free_from = np.where(inside, 0, move + chance.integers(0, 200, count))
            in_the_way = conflict @ np.where(inside, value, 0.0)
    return [int(n) for n in np.flatnonzero(best)]


def _conflicts(goods: Sequence[frozenset[int]]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """1 where two different bids want a good in common."""
    number = {good: column for column, good in enumerate(sorted(frozenset().union(*goods)))}
    wants = np.zeros((len(goods), len(number)), dtype=np.float32)
    for row, own in enumerate(goods):
        wants[row, [number[good] for good in own]] = 1.0
    shared = (wants @ wants.T > 0).astype(np.float64)
    np.fill_diagonal(shared, 0.0)
    return shared
