"""The editors that open on a field: the same value in another unit or zone, what is not taken, what to begin with."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton

from app.ui.compose.window_editor import MomentBox
from app.ui.widgets.plain import PlainLabel
from auction_client.model.bid import Bid, Linked
from tests.services.memory_desk import MemoryDesk, standard_orders, standard_positions
from tests.services.sample_drafts import PRICED, UNPRICED
from tests.ui.hands import button, compose, popover

LIMIT_A = "root.items[0].limit"


def bid(world) -> Bid:
    found = world.bench.drafts.state.bid
    assert found is not None
    return found


def test_another_unit_shows_the_same_limit_and_keeps_it(world):
    world.open()
    world.type(PRICED)
    compose(world).cards.fields[LIMIT_A].click()
    unit, amount = popover().findChild(QComboBox), popover().findChild(QLineEdit)
    unit.setCurrentIndex(unit.findData("node"))
    assert amount.text() == "20.80"
    unit.setCurrentIndex(unit.findData("total"))
    assert amount.text() == "208.00"
    popover().done.click()
    first = bid(world).root.items[0]
    assert (first.limit, first.budget) == (None, Decimal("208.00"))


def test_a_window_shown_in_another_zone_is_the_same_window(world):
    world.open()
    world.type(PRICED)
    before = bid(world)
    compose(world).cards.fields["root.items[0].delivery"].click()
    zones = next(each for each in popover().findChildren(QComboBox) if each.isEditable())
    zones.setCurrentIndex(zones.findData("Asia/Seoul"))
    start, _ = popover().findChildren(MomentBox)
    assert start.text() == "2026-11-25 13:00"
    popover().done.click()
    assert bid(world).root.items[0].delivery.start == before.root.items[0].delivery.start


def test_a_zone_chosen_in_an_editor_can_be_kept_and_undone(world):
    world.open()
    world.type(PRICED)
    compose(world).cards.fields["root.items[0].delivery"].click()
    zones = next(each for each in popover().findChildren(QComboBox) if each.isEditable())
    zones.setCurrentIndex(zones.findData("Asia/Seoul"))
    always = next(each for each in popover().findChildren(QCheckBox) if each.text().startswith("Always"))
    always.setChecked(True)
    popover().done.click()
    assert "KST" in compose(world).cards.fields["root.items[0].delivery"].text()
    (undo,) = [each for each in world.window.content.findChildren(QPushButton) if each.text() == "Undo"]
    undo.click()
    assert "PST" in compose(world).cards.fields["root.items[0].delivery"].text()


def test_a_window_off_the_hour_is_not_taken(world):
    world.open()
    world.type(PRICED)
    compose(world).cards.fields["root.items[0].delivery"].click()
    start, _ = popover().findChildren(MomentBox)
    start.setDateTime(start.dateTime().addSecs(1800))
    assert not popover().done.isEnabled()
    popover().close()


def test_validity_is_set_and_taken_back(world):
    world.open()
    world.type(PRICED)
    screen = compose(world)
    screen.cards.fields["good_until"].click()
    how = popover().findChild(QComboBox)
    how.setCurrentIndex(1)
    popover().done.click()
    assert bid(world).good_until is not None
    screen.cards.fields["good_until"].click()
    popover().findChild(QComboBox).setCurrentIndex(0)
    popover().done.click()
    assert bid(world).good_until is None


def test_a_group_becomes_a_link_and_a_group_again_and_gets_a_total(world):
    world.open()
    world.type(PRICED)
    screen = compose(world)
    screen.cards.fields["root"].click()
    button(popover(), "The second only with the first").click()
    popover().done.click()
    assert isinstance(bid(world).root, Linked)
    screen.cards.fields["root"].click()
    button(popover(), "All of").click()
    popover().findChildren(QLineEdit)[-1].setText("900")
    popover().done.click()
    root = bid(world).root
    assert (root.at_least, root.at_most, root.budget) == (2, 2, Decimal(900))


def test_a_limit_may_begin_with_what_cleared_what_was_used_or_the_reference(make_world):
    world = make_world(desk=MemoryDesk(standard_orders(), standard_positions()))
    world.open()
    world.type(UNPRICED)
    compose(world).cards.fields["root.items[0].limit"].click()
    words = [chip.text() for chip in popover().findChildren(QPushButton) if chip.property("look") == "chip"]
    assert words == ["cleared last $2.24", "used last $2.60", "reference $3.00"]
    unit = popover().findChild(QComboBox)
    unit.setCurrentIndex(unit.findData("node"))
    button(popover(), "used last").click()
    assert popover().findChild(QLineEdit).text() == "20.80"
    popover().commit()
    assert world.bench.drafts.state.bid.root.items[0].limit == Decimal("2.60")


@pytest.mark.parametrize(("language", "days"), [("en", "Tue → Wed"), ("ko", "화 → 수")])
def test_a_days_number_is_typed_and_its_weekday_told(make_world, language, days):
    world = make_world()
    world.open(language=language)
    world.type(PRICED)
    compose(world).cards.fields["root.items[0].delivery"].click()
    starts, ends = popover().findChildren(MomentBox)
    assert any(days in label.text() for label in popover().findChildren(PlainLabel))
    ends.setFocus()
    QTest.keyClicks(ends, "26")
    starts.setFocus()
    QTest.keyClicks(starts, "25")
    assert (starts.moment().day, ends.moment().day) == (25, 26)
    popover().close()
