"""The estimate in a process of its own: answers, newer books, cancelling, death."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from decimal import Decimal

import pytest

from app.services.errors import UserFacing
from app.services.jobs import Cancelled, CancelToken
from app.services.venue.children import ChildEstimator, practice_process
from app.services.venue.endpoint import running_exchange
from auction_client.clearing.book import Book, BookBid, Product
from auction_client.exchange.market_data import AnonymousBook
from auction_client.model.bid import Bid, ComputeAsset, Delivery, Lot
from tests.services.sample_moment import NOW

START = NOW.replace(minute=0) + timedelta(hours=1)
WINDOW = Delivery(start=START, end=START + timedelta(hours=4))


def offer(limit: str) -> Lot:
    return Lot(side="sell", quantity=8, asset=ComputeAsset(gpu="H100"), delivery=WINDOW, limit=Decimal(limit))


def book(limit: str) -> bytes:
    product = Product(id="p1", gpu="H100", region="us-east", uptime="0.999")
    made = Book(start=START, slots=24, products=(product,), bids=(BookBid(id="s", account="a", root=offer(limit)),))
    return AnonymousBook(auction="a1", as_of=NOW, book=made).model_dump_json().encode()


BID = Bid(root=Lot(quantity=8, asset=ComputeAsset(gpu="H100"), delivery=WINDOW, limit=Decimal("2.00")))


def estimated(estimator):
    return estimator.estimate(BID, CancelToken(), lambda rough: None)


@pytest.fixture(scope="module")
def estimator():
    made = ChildEstimator(lambda: book("1.00"), time.monotonic, fresh_seconds=0.0)
    yield made
    made.close()


def test_a_bid_is_estimated_from_the_latest_book(estimator):
    assert estimated(estimator).fills
    estimator._book = lambda: book("2.50")
    assert not estimated(estimator).fills
    estimator._book = lambda: book("1.00")
    assert estimated(estimator).fills


def test_rough_answers_come_first_and_the_chance_of_a_fill_last(estimator):
    rough = []
    final = estimator.estimate(BID, CancelToken(), rough.append)
    chances = [view.probability is None for view in rough]
    assert len(chances) > 2
    assert chances == sorted(chances, reverse=True), "a chance once told does not go away again"
    assert (chances[0], chances[-1]) == (True, False)
    assert final == rough[-1]
    assert 0 < final.probability < 1


def test_without_a_market_the_last_book_serves_and_without_one_it_is_said(estimator):
    def offline() -> bytes:
        raise UserFacing("offline", "cannot be reached")

    estimated(estimator)
    estimator._book = offline
    assert estimated(estimator).fills
    fresh = ChildEstimator(offline, time.monotonic)
    with pytest.raises(UserFacing, match="cannot be reached"):
        estimated(fresh)
    fresh.close()
    estimator._book = lambda: book("1.00")


def test_an_estimate_nobody_wants_any_more_ends_soon(estimator):
    estimated(estimator)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        estimator.estimate(BID, token, print)
    assert estimated(estimator).fills, "a late answer is not taken for the next one"


def test_a_child_that_dies_is_told_and_made_again(estimator):
    estimated(estimator)
    pid = estimator._child._process.pid
    threading.Timer(0.05, os.kill, (pid, signal.SIGKILL)).start()

    def again_and_again() -> None:
        for _ in range(1000):
            estimated(estimator)

    with pytest.raises(UserFacing, match="stopped unexpectedly"):
        again_and_again()
    assert estimated(estimator).fills


@pytest.mark.slow
def test_the_practice_exchange_answers_from_its_own_process_and_ends_with_the_block(tmp_path):
    with practice_process(tmp_path) as url:
        assert running_exchange(tmp_path) == url
        with practice_process(tmp_path) as again:
            assert again == url
    assert running_exchange(tmp_path) is None


@pytest.mark.slow
def test_the_practice_exchange_ends_when_the_window_is_killed(tmp_path):
    script = (
        "import sys, time, pathlib; from app.services.venue.children import practice_process\n"
        "with practice_process(pathlib.Path(sys.argv[1])) as url: print(url, flush=True); time.sleep(60)"
    )
    window = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE)
    assert window.stdout.readline().startswith(b"http://127.0.0.1:")
    window.kill()
    window.wait()
    window.stdout.close()
    end = time.monotonic() + 20
    while running_exchange(tmp_path) is not None:
        assert time.monotonic() < end, "the exchange outlived the window"
        time.sleep(0.1)
