"""The solvers of a packing side by side."""

from __future__ import annotations

import time

import pytest

from auction_client.clearing import racing
from auction_client.clearing.racing import PackingSearch
from tests.clearing.test_branching import packed


def test_without_a_time_limit_the_end_is_a_proof_even_where_the_process_apart_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for solver in ("_branch", "_tighten", "_by_cp_sat"):
        monkeypatch.setattr(racing._Race, solver, lambda *_: None)
    monkeypatch.setattr(racing.Apart, "solve", lambda *_: None)
    late = time.monotonic() + 8
    no_whole_relaxation = packed([(10, [0, 1]), (11, [1, 2]), (12, [0, 2])], 3)
    search = PackingSearch(no_whole_relaxation, lambda: time.monotonic() > late)
    search.run(lambda: None)
    assert time.monotonic() < late
    assert search.value == search.bound
