"""Estimates, orders, the market, settings, files and resale."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.services.errors import UserFacing
from app.services.files import load_bid_file, save_bid_file
from app.services.jobs import CancelToken, Later, LatestWins, WorkerThread
from app.services.orders import NEXT
from app.services.ports import Confirmation
from app.services.resale import resale_bid
from app.services.settings import Settings, SettingsService
from app.services.views import FINAL_STATES
from auction_client.model.bid import Bid, Group, lots_of
from tests.services.by_hand import HandDispatcher, InlineExecutor
from tests.services.memory_desk import standard_orders, standard_positions
from tests.services.sample_drafts import PRICED, either, lot
from tests.services.sample_market import losing_estimate, standard_market
from tests.services.sample_moment import CATALOGUE, NOW

BID = either(lot("H100", 8, "2.60"), lot("A100", 16, "2.60"))
OTHER = Bid(root=lot("H100", 8, "2.60"))


def test_only_the_last_bid_is_estimated_and_the_old_estimate_stays_until_then(bench):
    bench.work.estimates.show(OTHER)
    bench.dispatcher.wait(1.0)
    shown = bench.work.estimates.state
    assert shown.bid == OTHER
    assert not shown.busy
    bench.estimating.held = True
    bench.work.estimates.show(BID)
    bench.dispatcher.wait(1.0)
    assert bench.work.estimates.state.busy
    assert bench.work.estimates.state.estimate == shown.estimate
    bench.work.estimates.show(OTHER)
    bench.estimating.let_go()
    bench.dispatcher.settle()
    assert bench.work.estimates.state.bid == OTHER
    assert BID not in bench.estimator.asked


def test_a_failed_estimate_is_told_and_clears_with_the_next_bid(bench):
    bench.estimator.error = UserFacing("no_market", "There is no market to estimate from yet")
    bench.work.estimates.show(BID)
    bench.dispatcher.wait(1.0)
    assert bench.work.estimates.state.error.code == "no_market"
    bench.estimator.error = None
    bench.estimator.make = losing_estimate
    bench.work.estimates.show(OTHER)
    bench.dispatcher.wait(1.0)
    assert bench.work.estimates.state.error is None
    assert not bench.work.estimates.state.estimate.fills


def confirmation() -> Confirmation:
    return Confirmation(bid=BID, text=PRICED, draft=None, screen="Buy one of")


def test_a_double_click_confirms_once(bench):
    ids: list[str] = []
    bench.asking.held = True
    for _ in range(2):
        bench.work.orders.confirm(confirmation(), ids.append, pytest.fail)
    bench.asking.let_go()
    bench.dispatcher.settle()
    assert ids == ["new-1"]
    assert len(bench.desk.confirmed) == 1
    assert not bench.work.orders.state.confirming


def test_a_refused_confirmation_says_why_and_can_be_tried_again(bench):
    errors: list[UserFacing] = []
    bench.desk.error = UserFacing("stopped", "The stop switch is on")
    bench.work.orders.confirm(confirmation(), lambda _: pytest.fail("confirmed"), errors.append)
    bench.dispatcher.settle()
    assert errors[0].code == "stopped"
    bench.desk.error = None
    ids: list[str] = []
    bench.work.orders.confirm(confirmation(), ids.append, pytest.fail)
    bench.dispatcher.settle()
    assert ids == ["new-1"]


def test_the_blotter_follows_the_desk_and_news_are_told_once(bench):
    bench.work.orders.start()
    bench.dispatcher.settle()
    assert bench.work.orders.state.ready
    told: list[str] = []
    bench.work.orders.on_finished(lambda: told.extend(order.state for order in bench.work.orders.news))
    bench.work.orders.confirm(confirmation(), lambda _: None, pytest.fail)
    bench.dispatcher.settle()
    for state in ("sending", "unknown", "accepted", "filled"):
        bench.desk.put("new-1", state)
        bench.dispatcher.wait(1.1)
        assert bench.work.orders.state.orders[0].state == state
    bench.dispatcher.wait(5)
    assert told == ["filled"]


def test_while_the_desk_does_not_answer_the_last_orders_stay_and_the_error_shows(bench):
    bench.desk.made = list(standard_orders())
    bench.work.orders.start()
    bench.dispatcher.settle()
    bench.desk.error = UserFacing("offline", "Offline")
    bench.dispatcher.wait(1.1)
    assert bench.work.orders.state.error.code == "offline"
    assert len(bench.work.orders.state.orders) == len(standard_orders())
    bench.desk.error = None
    bench.dispatcher.wait(1.1)
    assert bench.work.orders.state.error is None


def test_no_state_follows_a_final_one():
    assert all(not NEXT[state] for state in FINAL_STATES)
    assert set(NEXT) == {follower for states in NEXT.values() for follower in states} | {"saved"}


def test_the_market_is_kept_and_marked_old_while_offline(bench):
    bench.work.market.start()
    bench.dispatcher.settle()
    assert bench.work.market.state.market == standard_market()
    bench.desk.error = UserFacing("offline", "Offline")
    bench.dispatcher.wait(13)
    assert bench.work.market.state.market == standard_market()
    assert bench.work.market.state.error.code == "offline"


def test_settings_come_back_and_broken_ones_fall_back_alone(tmp_path):
    path = tmp_path / "settings.json"
    settings = SettingsService(path)
    settings.update(language="ko", warn_total=Decimal("100.50"))
    again = SettingsService(path)
    assert again.settings == settings.settings
    path.write_text('{"language": "ko", "text_scale": 99, "warn_gpus": "many"}', encoding="utf-8")
    mended = SettingsService(path)
    assert mended.settings == Settings(language="ko")
    assert mended.dropped == ("text_scale", "warn_gpus")
    path.write_text("not json", encoding="utf-8")
    assert SettingsService(path).dropped == ("*",)


def test_a_value_out_of_range_is_refused_and_not_written(tmp_path):
    settings = SettingsService(tmp_path / "settings.json")
    with pytest.raises(ValueError, match="text_scale"):
        settings.update(text_scale=9)
    assert settings.settings == Settings()


def test_a_bid_survives_a_file_and_bad_files_are_told(tmp_path):
    path = tmp_path / "a.bid.json"
    save_bid_file(path, BID)
    assert load_bid_file(path) == BID
    path.write_bytes(b'{"version": 2}')
    with pytest.raises(UserFacing, match="holds no bid"):
        load_bid_file(path)
    with pytest.raises(UserFacing, match="could not be read"):
        load_bid_file(tmp_path / "none.json")
    with pytest.raises(UserFacing, match="could not be written"):
        save_bid_file(tmp_path / "nowhere" / "a.json", BID)


def test_resale_offers_what_is_left_at_the_last_prices_of_its_hours():
    night, running, tokens = standard_positions()
    bid = resale_bid(night, standard_market(), CATALOGUE, NOW)
    ((_, only),) = lots_of(bid.root)
    assert (only.side, only.quantity, str(only.limit)) == ("sell", 8, "1.99")
    assert only.asset.regions == ("us-east",)
    rest = resale_bid(running, None, CATALOGUE, NOW)
    ((_, left),) = lots_of(rest.root)
    assert left.delivery.start == NOW.replace(minute=0) + timedelta(hours=1)
    assert str(left.limit) == "4.60"
    token = resale_bid(tokens, standard_market(), CATALOGUE, NOW)
    assert (token.root.asset.symbol, token.root.quantity) == ("ATLAS-32B", 1200)
    gone = replace(night, hours=((NOW - timedelta(days=2), NOW - timedelta(days=1)),))
    assert resale_bid(gone, None, CATALOGUE, NOW) is None
    two = replace(night, hours=(*night.hours, (NOW + timedelta(days=3), NOW + timedelta(days=4))))
    several = resale_bid(two, None, CATALOGUE, NOW)
    assert isinstance(several.root, Group)
    assert (several.root.at_least, several.root.at_most) == (1, 2)


def test_a_newer_request_cancels_the_one_that_runs():
    executor, dispatcher = InlineExecutor(), HandDispatcher()
    latest = LatestWins(executor, dispatcher)
    executor.held = True
    tokens: list[CancelToken] = []
    answers: list[int] = []
    for number in range(3):
        latest.request(lambda token, number=number: tokens.append(token) or number, answers.append, pytest.fail)
    executor.let_go()
    dispatcher.settle()
    assert answers == [2]
    assert len(tokens) == 1


def test_the_worker_thread_runs_in_order_and_stops():
    worker, seen, done = WorkerThread("test"), [], threading.Event()
    for number in range(5):
        worker.submit(lambda number=number: seen.append(number))
    worker.submit(done.set)
    assert done.wait(5)
    worker.close(5)
    worker.submit(lambda: seen.append(99))
    assert seen == [0, 1, 2, 3, 4]


def test_something_slow_is_made_once_and_tried_again_after_a_failure():
    calls = []

    def make() -> str:
        calls.append(1)
        if len(calls) == 1:
            raise OSError("not yet")
        return "made"

    later = Later(make)
    with pytest.raises(OSError, match="not yet"):
        later.get()
    assert later.made is None
    assert later.get() == later.get() == "made"
    assert len(calls) == 2


def test_closing_closes_everything_that_was_opened_and_opens_nothing(make_bench):
    bench = make_bench("closing")
    bench.work.start()
    bench.type(PRICED)
    bench.work.estimates.show(BID)
    bench.dispatcher.wait(1.0)
    bench.work.close()
    assert (bench.quick.closed, bench.reader.closed, bench.estimator.closed, bench.desk.closed) == (True,) * 4
    untouched = make_bench("untouched")
    untouched.work.close()
    assert not untouched.reader.closed
