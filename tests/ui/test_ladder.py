"""The price ladder: its points are pressed in the plot or as buttons, and a bid with several limits has one too."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.ui.compose.estimatefigures import ladder_steps, scale_steps
from app.ui.compose.ladder import Ladder
from app.ui.format import Format
from app.ui.words import load_words
from auction_client.model.bid import Bid, lots_of
from tests.services.sample_drafts import PRICED, either, lot
from tests.services.sample_moment import ZONE
from tests.ui.hands import button, compose


def shown(world, bid: Bid) -> Ladder:
    world.open()
    world.bench.drafts.new(source=bid)
    world.dispatcher.wait(1.0)
    ladder = compose(world).panel.findChild(Ladder)
    ladder.grab()
    return ladder


def limits(world) -> list[Decimal]:
    return [each.limit for _, each in lots_of(world.bench.drafts.state.bid.root)]


@pytest.mark.parametrize(("at", "limit"), [(0, "2.40"), (1, "2.80"), (2, "3.00")])
def test_a_point_of_the_plot_becomes_the_limit(world, at, limit):
    chart = shown(world, Bid(root=lot("H100", 8, "2.60"))).chart.chart
    place = chart.place_of(chart._spots[at]).toPoint()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place + QPoint(3, 2))
    assert limits(world) == [Decimal(limit)]


def test_a_press_beside_the_points_changes_nothing(world):
    chart = shown(world, Bid(root=lot("H100", 8, "2.60"))).chart.chart
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(chart.width() // 2, chart.height() - 30))
    assert limits(world) == [Decimal("2.60")]


def test_a_bid_with_several_limits_has_steps_that_change_them_together(world):
    ladder = shown(world, either(lot("H100", 8, "4.20"), lot("A100", 16, "1.90")))
    assert button(ladder, "90% at +8%").toolTip() == "Change all limits by +8%"
    assert "a: ≤ $4.53 per GPU-hour" in button(ladder, "90% at").accessibleDescription()
    button(ladder, "90% at").click()
    assert limits(world) == [Decimal("4.53"), Decimal("2.05")]
    world.bench.drafts.undo()
    assert limits(world) == [Decimal("4.20"), Decimal("1.90")]


def test_a_budget_has_steps_too(world):
    ladder = shown(world, Bid(root=lot("H100", 8, None, budget="300")))
    button(ladder, "63% at").click()
    assert world.bench.drafts.state.bid.root.budget == Decimal("276.93")


def test_the_steps_of_several_limits_are_the_plots_points_too(world):
    ladder = shown(world, either(lot("H100", 8, "4.20"), lot("A100", 16, "1.90")))
    chart = ladder.chart.chart
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.place_of(chart._spots[0]).toPoint())
    assert limits(world) == [Decimal("3.88"), Decimal("1.76")]


def test_the_table_twin_says_the_same_changes(world):
    ladder = shown(world, either(lot("H100", 8, "4.20"), lot("A100", 16, "1.90")))
    ladder.chart.switch.click()
    table = ladder.chart.table
    assert table.horizontalHeaderItem(0).text() == "All limits"
    assert [table.item(at, 0).text() for at in (0, 5)] == ["−38%", "±0%"]


def test_a_sellers_steps_are_the_highest_limits():
    falling = ((Decimal("2.639"), 0.3), (Decimal("2.409"), 0.55), (Decimal("2.301"), 0.97))
    assert ladder_steps(falling) == [(0.55, Decimal("2.40")), (0.97, Decimal("2.30"))]
    assert scale_steps(((0.8, 0.3), (0.9, 0.82), (1.1, 0.9))) == [(0.82, 0.9)]


@pytest.mark.parametrize(("factor", "words"), [(0.69, "−31%"), (1.05, "+5%"), (1.002, "±0%")])
def test_a_factor_is_said_as_a_change(factor, words):
    assert Format(load_words("en"), ZONE).factor(factor) == words


def test_the_same_estimate_keeps_its_buttons(world):
    world.open()
    world.type(PRICED)
    panel = compose(world).panel
    step = button(panel, "90% at")
    world.dispatcher.wait(13)
    assert button(panel, "90% at") is step
