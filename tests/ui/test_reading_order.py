"""Tab goes through a screen as it is read; F6 goes round its panes; a sheet gives the keyboard back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services.errors import UserFacing
from app.ui.first_run import FirstRun
from app.ui.reading_order import first_stop
from tests.services.sample_drafts import ODD, PRICED, UNPRICED
from tests.ui.hands import button, compose

MOST_TABS = 80


def tab_stops(page) -> list:
    """The widgets that Tab visits from the first one of the page until it leaves the page."""
    found = []
    for _ in range(MOST_TABS):
        QApplication.processEvents()
        held = QApplication.focusWidget()
        if held in found or not page.isAncestorOf(held):
            return found
        found.append(held)
        QTest.keyClick(held, Qt.Key.Key_Tab)
    raise AssertionError("Tab does not come to an end")


@pytest.mark.parametrize("text", [PRICED, UNPRICED, ODD], ids=("ready", "asks", "unused words"))
def test_tab_goes_from_the_sentence_through_the_bid_and_the_estimate_to_the_button(world, text):
    world.open()
    page = compose(world)
    page.editor.setFocus()
    world.type(text)
    found = tab_stops(page)
    parts = [page.editor, page.asks, page.cards, page.timeline, page.assumptions, page.panel, page.footer]
    at = [next(i for i, part in enumerate(parts) if part is stop or part.isAncestorOf(stop)) for stop in found]
    assert at == sorted(at)
    assert set(at) >= {0, 2, 3, 6}
    in_cards = [stop for stop in found if page.cards.isAncestorOf(stop)]
    tops = [stop.mapTo(page.cards, QPoint(0, stop.height() // 2)).y() // 24 for stop in in_cards]
    assert tops == sorted(tops)


def test_the_order_holds_after_the_bid_has_been_changed_by_hand(world):
    world.open()
    page = compose(world)
    world.type(PRICED)
    page.cards.add_asked.emit("root")
    world.dispatcher.wait(1.0)
    page.editor.setFocus()
    found = [stop for stop in tab_stops(page) if page.cards.isAncestorOf(stop)]
    assert len(found) > 20
    assert found[0] is page.cards.fields["root"]


def test_f6_goes_round_the_panes_and_shift_f6_back(world):
    window = world.open()
    world.type(UNPRICED)
    page = compose(world)
    page.editor.setFocus()
    rounds = []
    for _ in range(6):
        window.run("panes")
        held = QApplication.focusWidget()
        panes = window.content.panes("compose")
        rounds.append(next(at for at, pane in enumerate(panes) if pane.isAncestorOf(held)))
    assert rounds == [2, 3, 5, 0, 1, 2]
    window.run("panes_back")
    assert page.editor.hasFocus()


def test_f6_goes_between_the_rail_and_a_screen_that_is_one_pane(world):
    window = world.open()
    window.run("settings")
    window.run("panes")
    held = QApplication.focusWidget()
    window.run("panes")
    assert window.content.navigation.isAncestorOf(held) != window.content.navigation.isAncestorOf(
        QApplication.focusWidget()
    )


def test_a_pane_with_nothing_to_reach_has_no_first_stop(world):
    world.open()
    assert first_stop(compose(world).asks) is None


def test_another_language_in_the_introduction_keeps_its_step(world):
    window = world.open()
    window.open_first_run()
    button(window.sheet, "한국어").click()
    assert isinstance(window.sheet, FirstRun)
    assert window.sheet.step == 0
    assert window.sheet.next.text() == "다음"
    assert window.sheet.next.hasFocus()


def test_the_introduction_is_done_only_when_it_is_left(world):
    world.bench.settings.update(first_run_done=False)
    window = world.open()
    window.open_first_run()
    button(window.sheet, "Dark").click()
    assert not world.bench.settings.settings.first_run_done
    QTest.keyClick(window.sheet, Qt.Key.Key_Escape)
    assert world.bench.settings.settings.first_run_done
    assert compose(world).editor.hasFocus()


def test_the_introduction_is_gone_through_by_enter(world):
    window = world.open()
    window.open_first_run()
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.sheet is None


def test_a_message_is_reached_by_f6_and_stays_while_the_keyboard_is_on_it(world):
    window = world.open()
    world.type(PRICED)
    window.run("drafts")
    page = window.content.page("drafts")
    (entry,) = window.models.drafts.entries(str)
    page._delete(entry)
    window.run("panes_back")
    window.run("panes_back")
    held = QApplication.focusWidget()
    assert held.text() == "Undo"
    window.content.toast._end()
    assert held.isVisible()
    before = len(world.bench.drafts.rows())
    QTest.keyClick(held, Qt.Key.Key_Return)
    assert len(world.bench.drafts.rows()) == before + 1


def test_what_went_wrong_can_be_copied_with_its_code(world):
    window = world.open()
    window.messages.tell(UserFacing("disk_full", "The draft was not saved", "No space left"))
    button(window.content.toast.pane, "Copy").click()
    assert QApplication.clipboard().text() == "The draft was not saved. No space left [disk_full]"
