"""The estimate beside the sentence: the market's hours with the bid drawn in, and what each alternative comes to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from PySide6.QtWidgets import QLabel

from app.services.views import Fix, PartialFill
from app.ui.plots.heatmap import HeatMapWithTable
from app.ui.plots.scale import spread
from tests.services.sample_drafts import PRICED, either, lot
from tests.services.sample_market import ScriptedEstimator, losing_estimate, standard_estimate, standard_market
from tests.services.sample_moment import NOW
from tests.ui.hands import button, compose


def test_labels_of_an_axis_stand_at_even_steps_without_touching():
    assert list(spread([0.0, 50.0, 100.0, 150.0], [60.0] * 4, 10.0)) == [0, 2]
    assert list(spread([0.0, 50.0], [20.0, 20.0], 10.0)) == [0, 1]
    assert list(spread([], [], 10.0)) == []


def test_the_estimate_draws_the_bid_into_the_markets_hours_and_says_the_same_as_a_table(world):
    world.open()
    world.type(PRICED)
    heat = compose(world).panel.findChild(HeatMapWithTable)
    assert [row.product for row in heat.heat.rows] == ["p0", "p4", "p1"]
    heat.switch.click()
    assert heat.table.isVisibleTo(heat)
    cells = [[heat.table.item(at, column).text() for column in (0, 1)] for at in range(heat.table.rowCount())]
    assert ["Tue 24 Nov 20:00", "● $2.24"] in cells
    assert ["Tue 24 Nov 19:00", "$2.24"] in cells


def test_a_fill_in_part_says_how_much(make_world):
    world = make_world(
        estimator=ScriptedEstimator(lambda bid: replace(standard_estimate(bid), partial=PartialFill(48, 80)))
    )
    world.open()
    world.type(PRICED)
    said = [label.text() for label in compose(world).panel.findChildren(QLabel)]
    assert "48 of 80 GPU-hours" in said


def test_new_prices_reach_the_heat_map_without_taking_the_keyboard_away(world):
    world.open()
    world.type(PRICED)
    panel = compose(world).panel
    heat = panel.findChild(HeatMapWithTable)
    heat.switch.setFocus()
    market = standard_market()
    dearer = tuple(
        replace(quote, ahead=tuple((start, price * 2) for start, price in quote.ahead)) for quote in market.quotes
    )
    world.desk.view = replace(market, quotes=dearer)
    world.dispatcher.wait(13)
    assert max(heat.heat.rows[0].prices) == max(price for _, price in dearer[0].ahead)
    assert heat.switch.hasFocus()


def test_each_alternative_has_its_price_beside_its_limit(world):
    world.open()
    world.type(PRICED)
    said = [label.text() for label in compose(world).panel.findChildren(QLabel)]
    assert "limit $2.60 · $209.60 in all" in said


def test_the_age_goes_on_where_the_user_wants_less_motion(world):
    world.open(reduced_motion=True)
    world.type(PRICED)
    panel = compose(world).panel
    before = panel._age.text()
    world.bench.ports.clock.move_to(NOW + timedelta(minutes=10))
    assert panel._ticks.isActive()
    panel._ticks.timeout.emit()
    assert panel._age.text() != before


def test_a_larger_budget_for_all_of_it_is_proposed_and_taken(make_world):
    def make(bid):
        enough = Fix("budget", "root", "600", None, Decimal("742.10"), budget=Decimal(750))
        return replace(losing_estimate(bid), fixes=(enough,))

    world = make_world(estimator=ScriptedEstimator(make))
    world.open()
    world.bench.drafts.new(source=either(lot("H100", 8, "2.60"), lot("A100", 16, "1.60"), budget="600"))
    world.dispatcher.wait(1.0)
    button(compose(world).panel, "Spend up to $750.00 in total").click()
    assert world.bench.drafts.state.bid.root.budget == 750
