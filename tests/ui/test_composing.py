"""Composing over stand-ins: typing, colours, Korean input, answers, and the fields on the card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QSpinBox

from app.ui.compose.popover import Popover
from app.ui.review.sheet import ReviewSheet
from tests.services.sample_drafts import KOREAN, ODD, PRICED, UNPRICED
from tests.services.sample_market import ScriptedEstimator, losing_estimate
from tests.ui.hands import button, compose, popover


def test_typing_colours_reads_and_shows_the_bid(world):
    world.open()
    screen = compose(world)
    QTest.keyClicks(screen.editor, UNPRICED)
    for _ in range(10):
        world.dispatcher.wait(0.1)
    assert world.reader.readings == [UNPRICED]
    assert {"root.items[0].quantity", "root.items[1].limit"} <= set(screen.cards.fields)
    assert screen.cards.fields["root.items[0].limit"].property("missing") == "true"
    formats = screen.editor.document().begin().layout().formats()
    assert any(each.start == 2 and each.length == 5 for each in formats)
    assert not screen.footer.review.isEnabled()


def test_a_long_text_keeps_its_colours_while_it_is_typed_and_gets_the_exact_ones_after(world):
    world.open()
    screen = compose(world)
    world.type(PRICED)
    long = " and ".join([PRICED] * 3)
    screen.editor.setPlainText(long)
    asked: list[str] = []
    quick, world.quick.colour = world.quick.colour, lambda text: asked.append(text) or quick(text)
    QTest.keyClicks(screen.editor, "x4 H200 ")
    assert asked == [], "no key waits for the colours of a long text"
    world.dispatcher.wait(0.1)
    assert asked == [screen.editor.toPlainText()]


def test_the_cursor_stands_where_it_was_when_the_draft_is_opened_again(world):
    window = world.open()
    screen = compose(world)
    screen.editor.insertPlainText("😀 8 H10s, 서울")
    cursor = screen.editor.textCursor()
    cursor.setPosition(8)
    screen.editor.setTextCursor(cursor)
    QTest.keyClicks(screen.editor, "0")
    opened = world.bench.drafts.state.id
    assert screen.editor.toPlainText() == "😀 8 H100s, 서울"
    assert world.bench.drafts.cursor == 8, "Qt counts a picture as two"
    world.bench.drafts.new("another draft")
    assert compose(world).editor.textCursor().atEnd()
    world.bench.drafts.open(opened, 8)
    assert compose(world).editor.textCursor().position() == 9
    window.run("dark")
    assert compose(world).editor.textCursor().position() == 9
    QApplication.processEvents()
    assert compose(world).editor.textCursor().position() == 9


def test_an_answer_by_a_chip_makes_the_bid_ready(world):
    world.open()
    world.type(UNPRICED)
    screen = compose(world)
    button(screen.asks, "$2.60 for either").click()
    world.dispatcher.settle()
    assert screen.footer.review.isEnabled()
    assert "2.60" in screen.cards.fields["root.items[1].limit"].text()


def test_a_korean_syllable_being_composed_is_not_read_and_enter_only_commits_it(world):
    world.open(language="ko")
    screen = compose(world)
    asked: list[int] = []
    screen.editor.review_asked.connect(lambda: asked.append(1))
    screen.editor.read_asked.connect(lambda: asked.append(2))
    for letters in ("ㅎ", "하", "한"):
        QApplication.sendEvent(screen.editor, QInputMethodEvent(letters, []))
        assert screen.editor.composing
    QTest.keyClick(screen.editor, Qt.Key.Key_Return)
    QTest.keyClick(screen.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert world.bench.drafts.state.text.strip() == ""
    assert asked == []


def test_committed_korean_is_read(world):
    world.open(language="ko")
    screen = compose(world)
    commit = QInputMethodEvent("", [])
    commit.setCommitString(KOREAN)
    QApplication.sendEvent(screen.editor, commit)
    for _ in range(10):
        world.dispatcher.wait(0.1)
    assert world.bench.drafts.state.phase == "ready"
    assert "8장" in screen.cards.fields["root.items[0].quantity"].text()


def test_shift_enter_is_a_new_line_and_control_enter_reviews(world):
    window = world.open()
    world.type(PRICED)
    screen = compose(world)
    screen.editor.setFocus()
    QTest.keyClick(screen.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    world.dispatcher.settle()
    assert isinstance(window.sheet, ReviewSheet)
    window.sheet.close_sheet()
    QTest.keyClick(screen.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert "\n" in screen.editor.toPlainText()


def test_pointing_at_a_field_marks_its_words_and_the_cursor_marks_the_field(world):
    world.open()
    world.type(PRICED)
    screen = compose(world)
    screen.cards.pointed.emit("root.items[0].delivery")
    marks = screen.editor.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == ["Tuesday night"]
    screen.cards.pointed.emit("")
    assert screen.editor.extraSelections() == []
    screen.editor.setFocus()
    cursor = screen.editor.textCursor()
    cursor.setPosition(PRICED.index("A100") + 1)
    screen.editor.setTextCursor(cursor)
    lit = [path for path, field in screen.cards.fields.items() if field.property("lit") == "true"]
    assert lit == ["root.items[1].asset.gpu"]


def test_an_unused_word_is_pointed_out_and_can_be_left_out(world):
    world.open()
    world.type(ODD)
    screen = compose(world)
    assert not screen.footer.review.isEnabled()
    button(screen.asks, "wibble").click()
    assert screen.footer.review.isEnabled()


def edit(world, path: str) -> Popover:
    compose(world).cards.fields[path].click()
    return popover()


def test_fields_are_edited_on_the_card_and_undone_with_the_text(world):
    world.open()
    world.type(PRICED)
    panel = edit(world, "root.items[0].quantity")
    most, least = panel.findChildren(QSpinBox)
    most.setValue(32)
    least.setValue(16)
    panel.commit()
    assert compose(world).cards.fields["root.items[0].quantity"].text() == "16–32 GPUs"
    screen = compose(world)
    QTest.keyClick(screen.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert compose(world).cards.fields["root.items[0].quantity"].text() == "8 GPUs"


def test_a_limit_per_node_hour_is_divided_and_a_total_becomes_a_budget(world):
    world.open()
    world.type(PRICED)
    panel = edit(world, "root.items[0].limit")
    panel.findChild(QLineEdit).setText("20.00")
    panel.findChild(QComboBox).setCurrentIndex(1)
    panel.commit()
    assert str(world.bench.drafts.state.bid.root.items[0].limit) == "2.50"
    panel = edit(world, "root.items[0].limit")
    panel.findChild(QLineEdit).setText("$1,200")
    panel.findChild(QComboBox).setCurrentIndex(2)
    panel.commit()
    first = world.bench.drafts.state.bid.root.items[0]
    assert (first.limit, str(first.budget)) == (None, "1200.00")


@pytest.mark.parametrize("words", ["", "abc", "1e5x", "-3", "NaN", "٣"])
def test_what_is_no_amount_cannot_be_set_as_a_limit(world, words):
    world.open()
    world.type(PRICED)
    panel = edit(world, "root.items[0].limit")
    panel.findChild(QLineEdit).setText(words)
    assert not panel.done.isEnabled()
    panel.close()


def test_the_window_editor_refuses_hours_that_do_not_fit(world):
    world.open()
    world.type(PRICED)
    panel = edit(world, "root.items[0].delivery")
    needed = panel.findChildren(QSpinBox)[0]
    needed.setValue(11)
    assert not panel.done.isEnabled()
    needed.setValue(4)
    panel.commit()
    delivery = world.bench.drafts.state.bid.root.items[0].delivery
    assert (delivery.hours, delivery.contiguous) == (4, True)
    assert "4 h in one run" in compose(world).cards.fields["root.items[0].delivery"].text()


def test_one_of_becomes_all_of_on_the_group(world):
    world.open()
    world.type(PRICED)
    panel = edit(world, "root")
    button(panel, "All of").click()
    panel.commit()
    assert compose(world).cards.fields["root"].text() == "All of these"
    assert (world.bench.drafts.state.bid.root.at_least, world.bench.drafts.state.bid.root.at_most) == (2, 2)


def test_side_gpu_place_and_terms_are_edited(world):
    world.open()
    world.type(PRICED)
    compose(world).cards.fields["root.items[1].side"].click()
    panel = edit(world, "root.items[0].asset.gpu")
    panel.findChild(QLineEdit).setText("H200")
    panel.commit()
    panel = edit(world, "root.items[0].asset.regions")
    next(box for box in panel.findChildren(QCheckBox) if box.text() == "ap-korea").setChecked(True)
    panel.commit()
    panel = edit(world, "root.items[0].asset")
    panel.findChildren(QComboBox)[0].setCurrentIndex(4)
    panel.commit()
    first, second = world.bench.drafts.state.bid.root.items
    assert second.side == "sell"
    assert (first.asset.gpu, first.asset.regions, first.asset.min_uptime) == ("H200", ("ap-korea",), "0.99999")


def test_a_proposed_change_is_made_by_one_press(make_world):
    world = make_world(estimator=ScriptedEstimator(losing_estimate))
    world.open()
    world.type(PRICED)
    button(compose(world).panel, "Pay up to $2.72 per GPU-hour").click()
    assert str(world.bench.drafts.state.bid.root.items[0].limit) == "2.72"
