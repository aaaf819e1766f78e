"""A handful of simulated lives, quick enough to be run for every mutant of the core."""

from __future__ import annotations

from tests.torture.simulator import run_seeds
from tests.torture.world import World


def test_a_handful_of_lives_keep_every_promise() -> None:
    _, broken, lives = run_seeds(World, 1, 1, 60.0, most=25)
    assert (broken, lives) == ("", 25)
