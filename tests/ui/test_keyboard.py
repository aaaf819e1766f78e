"""The whole job without a mouse: typing, reviewing, acknowledging, submitting, following, cancelling."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from app.ui.actions import SCREENS
from app.ui.review.sheet import ReviewSheet
from nlp.draft import FieldChange
from tests.services.memory_desk import MemoryDesk, standard_orders, standard_positions
from tests.services.sample_drafts import PRICED
from tests.ui.hands import compose, popover

MOST_TABS = 60


def tab_to(wanted) -> None:
    """Presses Tab until what is wanted has the keyboard."""
    for _ in range(MOST_TABS):
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        assert focused is not None
        if wanted(focused):
            return
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError("the keyboard does not get there")


def test_a_bid_is_submitted_without_a_mouse(world):
    window = world.open()
    compose(world).editor.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), PRICED)
    for _ in range(12):
        world.dispatcher.wait(0.1)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    world.dispatcher.settle()
    sheet = window.sheet
    assert isinstance(sheet, ReviewSheet)
    for box in sheet.findChildren(QCheckBox):
        tab_to(lambda focused, box=box: focused is box)
        QTest.keyClick(box, Qt.Key.Key_Space)
    tab_to(lambda focused: focused is sheet.confirm)
    QTest.keyClick(sheet.confirm, Qt.Key.Key_Space)
    world.dispatcher.settle()
    assert [each.bid for each in world.desk.confirmed] == [world.reader.drafts[PRICED].bid]
    assert window.content.page("orders").table.hasFocus()


def test_the_keyboard_stays_inside_a_sheet(world):
    window = world.open()
    world.type(PRICED)
    window.run("review")
    world.dispatcher.settle()
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is window.sheet or window.sheet.isAncestorOf(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)


def test_an_order_is_chosen_and_cancelled_without_a_mouse(make_world):
    world = make_world(desk=MemoryDesk(standard_orders(), standard_positions()))
    window = world.open()
    window.run("orders")
    table = window.content.page("orders").table
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert window.models.orders.selected.id == "019a-0005"
    tab_to(lambda focused: isinstance(focused, QPushButton) and focused.text() == "Cancel order")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    world.dispatcher.settle()
    assert world.desk.cancelled == ["019a-0005"]


@pytest.mark.parametrize("name", SCREENS)
def test_tab_leaves_every_screen_again(make_world, name):
    """No table, list or editor keeps the keyboard to itself."""
    world = make_world(desk=MemoryDesk(standard_orders(), standard_positions()))
    window = world.open()
    world.type(PRICED)
    window.run(name)
    QApplication.processEvents()
    page = window.content.page(name)
    if QApplication.focusWidget() is None or not page.isAncestorOf(QApplication.focusWidget()):
        window.run("panes")
        window.run("panes")
    for _ in range(MOST_TABS):
        focused = QApplication.focusWidget()
        if focused is None or not page.isAncestorOf(focused):
            return
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError("the keyboard never leaves the screen")


@pytest.mark.parametrize("ends_with", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_keyboard_comes_back_to_the_field_that_was_edited(world, ends_with):
    world.open()
    world.type(PRICED)
    page = compose(world)
    page.cards.fields["root.items[1].limit"].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "2.75")
    QTest.keyClick(QApplication.focusWidget(), ends_with)
    world.dispatcher.wait(1.0)
    QApplication.processEvents()
    assert page.cards.fields["root.items[1].limit"].hasFocus()
    limit = str(world.bench.drafts.state.bid.root.items[1].limit)
    assert limit == ("2.75" if ends_with == Qt.Key.Key_Return else "2.60")


def test_a_bid_that_changes_meanwhile_does_not_take_the_keyboard_from_an_editor(world):
    world.open()
    world.type(PRICED)
    page = compose(world)
    page.cards.fields["root.items[1].limit"].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    world.bench.drafts.change([FieldChange(path="root.items[0].limit", value="3.10")])
    QApplication.processEvents()
    assert QApplication.focusWidget() is editor
    popover().close()
    assert page.cards.fields["root.items[1].limit"].hasFocus()


def test_a_question_mark_opens_the_help_but_is_written_in_a_sentence(world):
    window = world.open()
    compose(world).editor.setFocus()
    QTest.keyClick(compose(world).editor, "?", Qt.KeyboardModifier.ShiftModifier)
    assert compose(world).editor.toPlainText() == "?"
    assert window._screen == "compose"
    window.run("orders")
    QTest.keyClick(QApplication.focusWidget(), "?")
    assert window._screen == "help"
