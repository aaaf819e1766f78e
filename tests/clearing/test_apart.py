"""The solver in a process of its own."""

from __future__ import annotations

import time
from math import inf

from auction_client.clearing.apart import Answer, Apart, Task
from auction_client.clearing.solver import LinearModel


def _packing() -> LinearModel:
    model = LinearModel()
    columns = [model.binary(cost=value) for value in (5.0, 4.0, 4.0)]
    model.row(-inf, 1.0, [(columns[0], 1.0), (columns[1], 1.0)])
    model.row(-inf, 1.0, [(columns[0], 1.0), (columns[2], 1.0)])
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


def test_it_is_ended_when_it_is_not_wanted_any_more() -> None:
    begun = time.monotonic()
    with Apart() as apart:
        assert apart.solve(_packing(), Task(above=5.0, step=1.0), lambda: True) is None
    assert time.monotonic() - begun < 2.0
