"""The solver in a process of its own."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from math import inf
from pathlib import Path

import pytest

from auction_client.clearing.apart import Answer, Apart, Task
from auction_client.clearing.solver import LinearModel


def _packing() -> LinearModel:
    model = LinearModel()
    columns = [model.binary(cost=value) for value in (5.0, 4.0, 4.0)]
    model.row(-inf, 1.0, [(columns[0], 1.0), (columns[1], 1.0)])
    model.row(-inf, 1.0, [(columns[0], 1.0), (columns[2], 1.0)])
    return model


ENDLESS = Task(above=0.0, step=1e-6)


def endless() -> LinearModel:
    """One that takes longer to solve than any test may."""
    chance, model = random.Random(1), LinearModel()
    columns = [model.binary(cost=chance.uniform(50, 150)) for _ in range(4000)]
    for _ in range(800):
        model.row(-inf, 1.0, [(column, 1.0) for column in chance.sample(columns, 25)])
    return model


def _solved(above: float) -> Answer:
    with Apart() as apart:
        answer = apart.solve(_packing(), Task(above=above, step=1.0, seconds=20.0), lambda: False)
    assert answer is not None
    return answer


def test_it_proves_what_lies_above_a_known_value() -> None:
    answer = _solved(above=5.0)
    assert (answer.values, answer.bound, answer.complete) == ([0.0, 1.0, 1.0], 8.0, True)


def test_where_nothing_lies_above_the_known_value_is_the_bound() -> None:
    answer = _solved(above=8.0)
    assert (answer.values, answer.bound, answer.complete) == (None, 8.0, True)


def test_it_solves_one_after_the_other() -> None:
    with Apart() as apart:
        values = [apart.solve(_packing(), Task(above, 1.0, seconds=20.0), lambda: False) for above in (5.0, 8.0)]
    assert [answer and answer.values for answer in values] == [[0.0, 1.0, 1.0], None]


def test_it_is_ended_when_it_is_not_wanted_any_more() -> None:
    with Apart() as apart:
        assert apart.solve(endless(), ENDLESS, lambda: True) is None
        assert apart.solve(_packing(), ENDLESS, lambda: False) is None


WINDOW = """
from auction_client.clearing.apart import Apart
from tests.clearing.test_apart import ENDLESS, endless
with Apart() as apart:
    print(apart._child.pid, flush=True)
    apart.solve(endless(), ENDLESS, lambda: False)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process there does not learn of its parent's end")
def test_it_ends_with_a_window_that_is_killed() -> None:
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", WINDOW], stdout=subprocess.PIPE, text=True, cwd=root) as window:
        assert window.stdout is not None
        solver = int(window.stdout.readline())
        time.sleep(2.0)  # it is solving
        window.kill()
    until = time.monotonic() + 20.0
    while _lives(solver) and time.monotonic() < until:
        time.sleep(0.1)
    assert not _lives(solver)


def _lives(process: int) -> bool:
    """Whether it runs; one that has ended may wait for whoever collects it."""
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rsplit(")", 1)[1].split()[0]
    except ProcessLookupError:
        return False
    except OSError:
        return Path("/proc").exists() is False
    return state != "Z"
