"""Branch and bound over packings, and the bounds by cliques that it uses."""

from __future__ import annotations

import random

import numpy as np

from auction_client.clearing.branching import Branching
from auction_client.clearing.cliques import Cliques, cliques_of_goods, tightened
from auction_client.clearing.packing import Packing, as_packing
from auction_client.clearing.reducing import Candidates, Relaxation, undominated
from auction_client.clearing.swapping import conflicts
from tests.clearing.test_packing import best_value, packing_book

_GRAINS = 1_000_000
Bids = list[tuple[int, list[int]]]


def drawn(seed: int, bids: int, goods: int) -> Bids:
    chance = random.Random(seed)
    return [(chance.randint(1, 40), sorted(chance.sample(range(goods), chance.randint(1, 4)))) for _ in range(bids)]


def searched(packing: Packing) -> tuple[Candidates, Cliques]:
    candidates = Candidates(packing, undominated(packing))
    return candidates, cliques_of_goods(candidates, Relaxation(candidates).prices)


def packed(bids: Bids, goods: int) -> Packing:
    packing = as_packing(packing_book(goods, bids), 0)
    assert packing is not None
    return packing


def test_branching_finds_the_best_packing_and_comes_to_its_end() -> None:
    for seed in range(12):
        bids = drawn(seed, 11, 7)
        candidates, cliques = searched(packed(bids, 7))
        search = Branching(candidates.apart, cliques, 0, candidates.packing.unit)
        assert search.run()
        found = search.best
        assert not candidates.apart[np.ix_(found, found)].any()
        assert sum(candidates.values[column] for column in found) == best_value(bids) * _GRAINS
        assert search.share_done in (0.0, 1.0)


def test_branching_without_prices_finds_the_same() -> None:
    for seed in range(6):
        bids = drawn(seed, 11, 7)
        values = [value for value, _ in bids]
        bare = Cliques(np.array(values), [], [])
        search = Branching(conflicts([frozenset(goods) for _, goods in bids]), bare, 0)
        assert search.run()
        assert sum(values[column] for column in search.best) == best_value(bids)


def test_nothing_is_found_above_the_best() -> None:
    bids = drawn(3, 11, 7)
    candidates, cliques = searched(packed(bids, 7))
    best = best_value(bids) * _GRAINS
    search = Branching(candidates.apart, cliques, best, candidates.packing.unit)
    assert (search.run(), search.best) == (True, [])
    raised = Branching(candidates.apart, cliques, 0, candidates.packing.unit)
    raised.raise_to(best)
    assert (raised.run(), raised.best) == (True, [])


def test_a_search_that_is_stopped_proves_nothing() -> None:
    candidates, cliques = searched(packed(drawn(5, 60, 30), 30))
    search = Branching(candidates.apart, cliques, 0, candidates.packing.unit)
    search.stop()
    assert not search.run()


def test_tightened_cliques_exclude_each_other_and_bound_the_packing() -> None:
    for seed in range(6):
        bids = drawn(seed, 14, 8)
        packing = packed(bids, 8)
        candidates, goods = searched(packing)
        best = best_value(bids) * _GRAINS
        cliques = tightened(candidates, 0)
        for members in cliques.members:
            assert candidates.apart[np.ix_(members, members)].sum() == len(members) * (len(members) - 1)
        assert best <= cliques.bound <= goods.bound + len(cliques.prices)
        possible = cliques.possible(best - packing.unit, packing.unit)
        inside = cliques.narrowed(possible)
        search = Branching(candidates.narrowed(possible).apart, inside, 0, packing.unit)
        assert search.run()
        assert sum(int(inside.values[column]) for column in search.best) == best


def test_a_search_of_few_nodes_is_cut_short_and_keeps_what_it_found() -> None:
    candidates, cliques = searched(packed(drawn(5, 60, 30), 30))
    search = Branching(candidates.apart, cliques, 0, candidates.packing.unit, most_nodes=40)
    assert not search.run()
    assert search.best
    assert not candidates.apart[np.ix_(search.best, search.best)].any()
