"""The bid's windows against the auction calendar: gates, runs, and the hours on sale."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.services.schedule import schedule_of
from auction_client.model.bid import Bid, Delivery
from tests.services.sample_drafts import PRICED, either, lot
from tests.services.sample_market import losing_estimate, standard_estimate, standard_market
from tests.services.sample_moment import NOW, ZONE
from tests.ui.hands import compose


def test_the_timeline_tells_gates_runs_and_sale_in_its_table(world):
    world.open()
    world.type(PRICED)
    screen = compose(world)
    kinds = [kind for kind, _ in screen.timeline.timeline.legend()]
    assert {"window", "gate", "selling"} <= set(kinds)
    screen.timeline.switch.click()
    table = screen.timeline.table
    cells = [table.item(0, at).text() for at in range(table.columnCount())]
    assert cells[0] == "8 H100"
    assert cells[5] == "yes"
    assert table.rowCount() == 2


def test_the_schedule_knows_the_last_gate_and_what_is_not_on_sale():
    market = standard_market()
    bid = either(lot("H100", 8, "2.60"))
    (row,) = schedule_of(bid, market, None, NOW).lots
    assert row.sale == "now"
    assert row.last_gate == market.auctions[-1].gate
    far = NOW.replace(minute=0) + timedelta(days=60)
    later = lot("H100", 8, "2.60", delivery=Delivery(start=far, end=far + timedelta(hours=4)))
    assert schedule_of(Bid(root=later), market, None, NOW).lots[0].sale == "later"
    assert schedule_of(Bid(root=later), None, None, NOW).lots[0].sale == "unknown"
    assert schedule_of(bid, market, None, datetime(2027, 1, 1, tzinfo=ZONE)).lots[0].sale == "over"
    assert schedule_of(bid, market, None, NOW).rhythm == timedelta(hours=6)


def test_runs_are_the_estimates_hours_and_none_where_it_would_not_fill():
    bid = either(lot("H100", 8, "2.60"))
    assert schedule_of(bid, standard_market(), standard_estimate(bid), NOW).lots[0].runs != ()
    assert schedule_of(bid, standard_market(), losing_estimate(bid), NOW).lots[0].runs == ()
