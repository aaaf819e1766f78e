"""The local search for set packing, and the solver in a process of its own."""

from __future__ import annotations

import random

from auction_client.clearing.swapping import SwapSearch, conflicts
from tests.clearing.test_packing import best_value


def drawn(seed: int, bids: int, goods: int) -> list[tuple[int, list[int]]]:
    chance = random.Random(seed)
    return [(chance.randint(1, 40), sorted(chance.sample(range(goods), chance.randint(1, 4)))) for _ in range(bids)]


def test_swaps_find_the_best_packing_of_small_instances() -> None:
    for seed in range(6):
        bids = drawn(seed, 11, 7)
        wants = [frozenset(goods) for _, goods in bids]
        search = SwapSearch([value for value, _ in bids], conflicts(wants), [])
        search.run(2_000, lambda: False)
        found = search.best
        assert sum(len(wants[n]) for n in found) == len(frozenset().union(*(wants[n] for n in found)))
        assert sum(bids[n][0] for n in found) == search.value == best_value(bids)


def test_swaps_never_end_below_their_start_and_repeat_themselves() -> None:
    bids = drawn(7, 120, 30)
    wants, values = [frozenset(goods) for _, goods in bids], [value for value, _ in bids]
    first, same = SwapSearch(values, conflicts(wants), []), SwapSearch(values, conflicts(wants), [])
    first.run(5_000, lambda: False)
    same.run(5_000, lambda: False)
    assert first.best == same.best
    again = SwapSearch(values, conflicts(wants), first.best)
    assert again.value == first.value
    again.run(500, lambda: True)
    assert again.best == first.best
    again.run(5_000, lambda: False)
    assert again.value >= first.value


def test_swaps_of_nothing_are_nothing() -> None:
    empty = SwapSearch([], conflicts([]), [])
    empty.run(100, lambda: False)
    assert (empty.best, empty.value) == ([], 0)


def test_a_search_started_again_goes_as_a_new_one_does() -> None:
    bids = drawn(7, 120, 30)
    wants, values = [frozenset(goods) for _, goods in bids], [value for value, _ in bids]
    new, used = SwapSearch(values, conflicts(wants), []), SwapSearch(values, conflicts(wants), [])
    used.run(3_000, lambda: False)
    used.restart([3], turn=2)
    new.restart([3], turn=2)
    assert (used.best, used.value) == ([3], values[3])
    for search in (new, used):
        search.run(5_000, lambda: False)
    assert (new.value, new.best) == (used.value, used.best)
