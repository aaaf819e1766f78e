"""Short runs of the torture programs, so that they and what they guard cannot rot unseen."""

from __future__ import annotations

import pytest

from tests.torture.bitflip import flip
from tests.torture.faults import FAULTS
from tests.torture.hostile import attack
from tests.torture.mutants import MUTANTS
from tests.torture.powercut import WEAK, cut_power
from tests.torture.simulator import run_seeds
from tests.torture.world import World


def test_simulated_lives_keep_every_promise_under_every_kind_of_fault() -> None:
    tally, broken, lives = run_seeds(World, 1, 1, 60.0, most=600)
    assert (broken, lives) == ("", 600)
    assert set(tally.faults) == set(FAULTS)
    assert set(tally.states) >= {"ACKED", "WON", "CANCELLED", "REFUSED", "EXPIRED", "HELD", "CONFLICT"}


def test_a_life_repeats_exactly_under_its_seed() -> None:
    first, _, _ = run_seeds(World, 77, 1, 60.0, most=5)
    second, _, _ = run_seeds(World, 77, 1, 60.0, most=5)
    assert first == second


@pytest.mark.parametrize("name", sorted(MUTANTS))
def test_a_planted_defect_is_seen(name: str) -> None:
    _, broken, _ = run_seeds(MUTANTS[name], 1, 1, 60.0, most=3000)
    assert broken


def test_no_acknowledged_commit_is_lost_in_a_power_cut() -> None:
    made, acknowledged, lost, faults = cut_power(400, seed=5)
    assert (made, lost, faults) == (400, 0, [])
    assert acknowledged > 400


def test_the_power_cuts_would_find_weaker_settings() -> None:
    _, _, lost, _ = cut_power(40, seed=5, pragmas=WEAK)
    assert lost > 20


@pytest.mark.slow
def test_no_hostile_answer_is_believed_or_does_harm() -> None:
    played, wrong, _, _ = attack(rounds=1, seed=3)
    assert len(played) > 60
    assert wrong == []


def test_a_flipped_bit_is_noticed_or_was_in_no_use() -> None:
    noticed, harmless, unseen = flip(60, seed=11)
    assert unseen == []
    assert noticed > harmless
