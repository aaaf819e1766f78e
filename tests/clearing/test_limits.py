"""Time, cancel and repeatability on books too large for the exact model."""

from __future__ import annotations

import time

import pytest

from auction_client.clearing import Book, Outcome, clear, verify
from auction_client.clearing.engine import Progress, is_small
from tests.bench.market import market_book


@pytest.fixture(scope="module")
def market() -> Book:
    book = market_book(260, seed=4)
    assert not is_small(book)
    return book


def undated(outcome: Outcome) -> Outcome:
    return outcome.model_copy(update={"seconds": 0.0})


@pytest.mark.slow
def test_the_same_book_and_seed_give_the_same_outcome_where_no_clock_decides(market: Book) -> None:
    first, second = clear(market, seed=5), clear(market, seed=5)
    assert undated(first) == undated(second)
    assert verify(market, first) == []
    other = clear(market, seed=6)
    assert abs(other.bound - first.bound) < first.bound / 100, "the bound hardly depends on the seed"


def test_a_cancel_in_the_middle_is_heard_and_leaves_a_sound_outcome(market: Book) -> None:
    cancelled: list[float] = []
    begun = time.monotonic()

    def cancel() -> bool:
        if time.monotonic() - begun > 0.8 and not cancelled:
            cancelled.append(time.monotonic())
        return bool(cancelled)

    outcome = clear(market, cancel=cancel)
    assert time.monotonic() - cancelled[0] < 2.0  # 0.1 s where the processor is free
    assert verify(market, outcome) == []


def test_progress_never_goes_back(market: Book) -> None:
    told: list[Progress] = []
    outcome = clear(market, time_limit=1.5, progress=told.append)
    assert verify(market, outcome) == []
    assert len(told) >= 2
    assert [p.surplus for p in told] == sorted(p.surplus for p in told)
    assert [p.bound for p in told] == sorted((p.bound for p in told), reverse=True)
    assert float(outcome.surplus) == pytest.approx(told[-1].surplus, rel=0.2)


@pytest.mark.parametrize("seconds", [0.001, 0.3])
def test_very_short_limits_still_give_a_sound_outcome(market: Book, seconds: float) -> None:
    outcome = clear(market, time_limit=seconds)
    assert verify(market, outcome) == []
    assert outcome.bound >= outcome.surplus
