"""A bid takes effect at most once, and every decision about it is stored and repeated."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from auction_client.exchange.ids import new_client_id
from auction_client.exchange.problems import ProblemCode
from auction_client.exchange.protocol import CancelOutcome, KillRequest, Receipt
from auction_client.exchange.wire import read_message, write_message
from auction_client.practice.calendar import AuctionCalendar
from auction_client.practice.clock import ManualClock
from auction_client.practice.exchange import PracticeExchange
from tests.practice.trading import SMALL, START, Trader, bid, lot, open_exchange, submission_of


def test_the_same_bytes_get_the_same_receipt_and_one_event(exchange: PracticeExchange, trader: Trader) -> None:
    submission = submission_of(trader.account, lot())
    first = exchange.submit(submission).result()
    again = exchange.submit(submission).result()
    assert first.status == 200
    assert again == first
    assert exchange.views.event_page(trader.account, 0, 10).latest == 1


def test_a_receipt_is_spelled_as_every_message_is(trader: Trader) -> None:
    _, answer = trader.submit(lot())
    assert write_message(read_message(Receipt, answer.body)) == answer.body


def test_other_bytes_under_the_same_id_are_refused_and_change_nothing(trader: Trader) -> None:
    client_id, _ = trader.submit(lot())
    _, answer = trader.submit(lot(quantity=16), client_id=client_id)
    assert (answer.status, answer.problem) == (422, ProblemCode.ID_REUSED)
    assert trader.status(client_id) == "open"


def test_two_accounts_may_use_the_same_id(exchange: PracticeExchange, trader: Trader) -> None:
    client_id, _ = trader.submit(lot())
    other = Trader(exchange)
    assert other.submit(lot(quantity=16), client_id=client_id)[1].status == 200


def test_copies_in_one_commit_have_one_effect(exchange: PracticeExchange, trader: Trader) -> None:
    submission = submission_of(trader.account, lot())
    answers = [future.result() for future in [exchange.submit(submission) for _ in range(50)]]
    assert len({answer.body for answer in answers}) == 1
    assert exchange.views.event_page(trader.account, 0, 10).latest == 1


def test_a_bid_after_its_not_after_is_refused_for_ever(clock: ManualClock, trader: Trader) -> None:
    submission = submission_of(trader.account, lot(), not_after=START + timedelta(seconds=5))
    clock.advance(timedelta(seconds=6))
    first = trader.exchange.submit(submission).result()
    assert (first.status, first.problem) == (410, ProblemCode.TOO_LATE)
    assert trader.exchange.submit(submission).result() == first
    assert trader.status(submission.client_id) == "refused"


def test_cancel_before_arrival_leaves_a_tombstone(exchange: PracticeExchange, trader: Trader) -> None:
    client_id = new_client_id()
    receipt = exchange.cancel(trader.account, client_id).result()
    assert receipt.outcome is CancelOutcome.TOMBSTONE
    assert receipt.record.digest is None
    _, answer = trader.submit(lot(), client_id=client_id)
    assert answer.problem is ProblemCode.CANCELLED_BEFORE_ARRIVAL
    assert trader.status(client_id) == "refused"


def test_cancel_is_idempotent(exchange: PracticeExchange, trader: Trader) -> None:
    client_id, _ = trader.submit(lot())
    outcomes = [exchange.cancel(trader.account, client_id).result().outcome for _ in range(2)]
    assert outcomes == [CancelOutcome.CANCELLED, CancelOutcome.CANCELLED]
    assert exchange.views.event_page(trader.account, 0, 10).latest == 2


def test_in_the_no_cancel_phase_a_cancel_waits_for_the_result(tmp_path: Path) -> None:
    clock = ManualClock(START)
    settings = type(SMALL)(**{**SMALL.__dict__, "calendar": AuctionCalendar(cycle=timedelta(seconds=30))})
    exchange = open_exchange(tmp_path, clock, settings)
    try:
        trader = Trader(exchange)
        client_id, _ = trader.submit(lot(limit="0.50"))
        clock.advance(timedelta(seconds=26))
        assert exchange.cancel(trader.account, client_id).result().outcome is CancelOutcome.AFTER_AUCTION
        _, replacing = trader.submit(lot(quantity=16), replaces=client_id)
        assert replacing.problem is ProblemCode.REPLACED_NOT_OPEN
        exchange.step()
        assert trader.status(client_id) == "cancelled"
    finally:
        exchange.close()


def test_replacing_cancels_the_old_bid_in_the_same_step(trader: Trader) -> None:
    old, _ = trader.submit(lot())
    new, answer = trader.submit(lot(quantity=16), replaces=old)
    assert answer.status == 200
    assert (trader.status(old), trader.status(new)) == ("cancelled", "open")
    _, late = trader.submit(lot(quantity=24), replaces=old)
    assert late.problem is ProblemCode.REPLACED_NOT_OPEN


def test_the_stop_switch_cancels_everything_and_refuses_more_until_rearmed(
    exchange: PracticeExchange, trader: Trader
) -> None:
    client_id, _ = trader.submit(lot())
    receipt = exchange.kill(trader.account, KillRequest(number=1, stop=True)).result()
    assert receipt.stopped
    assert receipt.cancelled == (client_id,)
    assert trader.status(client_id) == "cancelled"
    assert trader.submit(lot())[1].problem is ProblemCode.STOPPED
    assert exchange.kill(trader.account, KillRequest(number=2, stop=False)).result().stopped is False
    late_copy = exchange.kill(trader.account, KillRequest(number=1, stop=True)).result()
    assert (late_copy.number, late_copy.stopped) == (2, False)
    assert trader.submit(lot(quantity=16))[1].status == 200


def test_limits_are_checked_again_at_the_exchange(trader: Trader) -> None:
    _, dear = trader.submit(lot(limit="90.00"))
    assert dear.problem is ProblemCode.LIMIT_EXCEEDED
    assert trader.submit(lot())[1].status == 200
    _, twice = trader.submit(lot())
    assert twice.problem is ProblemCode.LIMIT_EXCEEDED


def test_what_is_not_held_cannot_be_sold(trader: Trader) -> None:
    _, answer = trader.submit(lot(side="sell", limit="2.00"))
    assert answer.problem is ProblemCode.INSUFFICIENT_HOLDING


def test_events_are_numbered_without_gaps_and_tell_what_was_true_then(
    exchange: PracticeExchange, trader: Trader
) -> None:
    first, _ = trader.submit(lot())
    trader.submit(lot(quantity=16))
    exchange.cancel(trader.account, first).result()
    page = exchange.views.event_page(trader.account, 0, 10)
    assert [event.sequence for event in page.events] == [1, 2, 3]
    records = [event.record for event in page.events if event.kind == "bid"]
    assert [record.status.value for record in records] == ["open", "open", "cancelled"]
    assert exchange.views.event_page(trader.account, 2, 10).events == page.events[2:]


def test_everything_acknowledged_is_there_after_reopening(tmp_path: Path, clock: ManualClock) -> None:
    exchange = open_exchange(tmp_path, clock)
    trader = Trader(exchange)
    client_id, answer = trader.submit(lot())
    exchange.close()
    reopened = open_exchange(tmp_path, clock)
    try:
        record = reopened.views.record(trader.account, client_id)
        assert record is not None
        assert record.receipt == read_message(Receipt, answer.body)
        assert reopened.accounts.of_key(trader.key.keyid) == (trader.account, trader.key.public_text)
    finally:
        reopened.close()


@pytest.mark.slow
def test_a_bid_lapses_when_its_window_opens(clock: ManualClock, exchange: PracticeExchange, trader: Trader) -> None:
    client_id, _ = trader.submit(bid(lot(limit="0.50"), good_until=START + timedelta(minutes=10)))
    exchange.step()
    assert trader.status(client_id) == "open"
    clock.advance(timedelta(minutes=11))
    exchange.step()
    assert trader.status(client_id) == "lost"


@pytest.mark.parametrize("count", [1, 7])
def test_pages_of_bids_join_without_gap_or_repeat(exchange: PracticeExchange, trader: Trader, count: int) -> None:
    ids = [trader.submit(lot(quantity=8 * (number + 1)))[0] for number in range(9)]
    seen: list[str] = []
    after: int | None = 0
    while after is not None:
        page = exchange.views.bid_page(trader.account, after, count, None)
        seen += [record.client_id for record in page.bids]
        after = page.next
    assert seen == ids
