"""The window over stand-ins: typing, editing, answering, reviewing, submitting, following an order."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox

from app.services.errors import UserFacing
from app.services.views import Caution
from app.ui.actions import SCREENS
from app.ui.compose.colouring import moved
from app.ui.compose.popover import Popover
from app.ui.plots.chart import LineChart
from app.ui.review.sheet import ReviewSheet
from tests.services.fakes import (
    KOREAN,
    ODD,
    PRICED,
    UNPRICED,
    MemoryDesk,
    ScriptedEstimator,
    losing_estimate,
    spans_in,
    standard_market,
    standard_orders,
    standard_positions,
)
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
    QTest.qWait(200)
    assert asked == [screen.editor.toPlainText()]


def test_colours_move_with_the_text_and_vanish_where_it_changes():
    spans = spans_in("8 H100 or 16 A100")
    after = moved(spans, "8 H100 or 16 A100", "8 H100 SXM or 16 A100")
    assert [("8 H100 SXM or 16 A100"[span.start : span.end]) for span in after] == ["8", "H100", "or", "16", "A100"]
    assert "H100" not in [("8 H1x0 or"[span.start : span.end]) for span in moved(spans[:3], "8 H100 or", "8 H1x0 or")]
    assert moved(spans, "8 H100 or 16 A100", "") == ()


def test_an_answer_by_a_chip_makes_the_bid_ready(world):
    world.open()
    world.type(UNPRICED)
    screen = compose(world)
    button(screen.asks, "$2.60 for either").click()
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


def open_review(world) -> ReviewSheet:
    world.window.run("review")
    world.dispatcher.settle()
    sheet = world.window.sheet
    assert isinstance(sheet, ReviewSheet)
    return sheet


def test_the_review_says_the_bid_in_words_and_the_button_the_act_and_the_amount(world):
    world.open()
    world.type(PRICED)
    sheet = open_review(world)
    assert sheet.confirm.text() == "Submit bid, up to $416.00"
    assert not compose(world).isEnabled()
    assert not sheet.confirm.isEnabled(), "the A100 limit is far off the reference and must be acknowledged"
    for box in sheet.findChildren(QCheckBox):
        box.setChecked(True)
    assert sheet.confirm.isEnabled()


def test_submitting_goes_to_the_blotter_and_the_order_from_sent_to_filled(world):
    window = world.open()
    world.type(PRICED)
    sheet = open_review(world)
    for box in sheet.findChildren(QCheckBox):
        box.setChecked(True)
    QTest.mouseClick(sheet.confirm, Qt.MouseButton.LeftButton)
    world.dispatcher.settle()
    (confirmed,) = world.desk.confirmed
    assert confirmed.bid == world.reader.drafts[PRICED].bid
    assert "8 x H100" in confirmed.screen
    assert "$416.00" in confirmed.screen
    page = window.content.page("orders")
    words = []
    for state in ("sending", "accepted", "filled"):
        world.desk.put("new-1", state)
        world.dispatcher.wait(1.1)
        words.append(page.rows.data(page.rows.index(0, 2)))
    assert words == ["Sending", "In the auction", "Filled"]
    assert world.bench.drafts.state.text == "", "the composer starts afresh"
    assert len(world.bench.drafts.rows()) == 1, "the draft is kept"


def test_a_refused_confirmation_stays_on_the_sheet_with_its_reason(world):
    window = world.open()
    world.type(PRICED)
    sheet = open_review(world)
    for box in sheet.findChildren(QCheckBox):
        box.setChecked(True)
    world.desk.error = UserFacing("stopped", "The stop switch is on", fix="Re-arm it first.")
    sheet.confirm.click()
    world.dispatcher.settle()
    assert window.sheet is sheet
    assert any("The stop switch is on" in label.text() for label in sheet.findChildren(QLabel))
    assert sheet.confirm.isEnabled()


def test_what_the_desks_limits_say_is_on_the_sheet_and_a_block_cannot_be_passed(world):
    world.open()
    world.type(PRICED)
    world.desk.cautions = (Caution("desk_new", (("message", "Far above the last clearing"),), block=True),)
    sheet = open_review(world)
    for box in sheet.findChildren(QCheckBox):
        box.setChecked(True)
    assert any(label.text() == "Far above the last clearing" for label in sheet.findChildren(QLabel))
    assert not sheet.confirm.isEnabled()


def test_the_stop_switch_asks_once_cancels_everything_and_stays_visible_until_rearmed(make_world):
    world = make_world(desk=MemoryDesk(standard_orders(), standard_positions()))
    window = world.open()
    window.run("stop")
    assert any("cancelled: 2" in label.text() for label in window.sheet.findChildren(QLabel))
    window.sheet.confirm.click()
    world.dispatcher.settle()
    assert world.desk.is_stopped
    assert window.content.stopped.isVisible()
    assert {order.state for order in world.bench.orders.state.orders} & {"accepted", "unknown"} == set()
    button(window.content.stopped, "Let bids go again").click()
    world.dispatcher.settle()
    assert not world.desk.is_stopped
    assert not window.content.stopped.isVisible()


def test_orders_are_selected_cancelled_and_drafted_again(make_world):
    world = make_world(desk=MemoryDesk(standard_orders(), standard_positions()))
    window = world.open()
    window.run("orders")
    page = window.content.page("orders")
    page.table.selectRow(1)
    button(page.detail, "Cancel order").click()
    world.dispatcher.settle()
    assert world.desk.cancelled == ["019a-0005"]
    button(page.detail, "Change and resubmit").click()
    assert world.bench.drafts.state.text == PRICED


def test_the_blotter_model_keeps_qts_rules(make_world, qapp):
    from PySide6.QtTest import QAbstractItemModelTester

    world = make_world(desk=MemoryDesk(standard_orders()))
    window = world.open()
    window.run("orders")
    page = window.content.page("orders")
    tester = QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    world.desk.put("019a-0005", "filled")
    world.dispatcher.wait(1.1)
    world.desk.made = world.desk.made[1:]
    world.dispatcher.wait(1.1)
    assert page.rows.rowCount() == len(standard_orders()) - 1
    del tester


def test_resale_in_one_step_opens_a_sell_draft(make_world):
    world = make_world(desk=MemoryDesk((), standard_positions()))
    window = world.open()
    window.run("positions")
    button(window.content.page("positions"), "Resell").click()
    assert world.bench.drafts.state.bid.root.side == "sell"
    assert world.bench.drafts.state.phase == "ready"


def test_deleting_a_draft_can_be_undone_from_the_message(world):
    window = world.open()
    world.type(PRICED)
    window.run("drafts")
    page = window.content.page("drafts")
    delete = next(each for each in page.findChildren(QPushButton) if each.accessibleName().startswith("Delete"))
    delete.click()
    assert world.bench.drafts.rows() == []
    button(window.content, "Undo").click()
    assert [row.text for row in world.bench.drafts.rows()] == [PRICED]


def test_the_palette_finds_commands_and_drafts(world):
    window = world.open()
    world.type(PRICED)
    window.open_palette()
    palette = window.sheet
    QTest.keyClicks(palette.search, "mark")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert window.sheet is None
    assert window.content.top._title.text() == "Market"
    window.open_palette()
    QTest.keyClicks(window.sheet.search, "tuesday night")
    QTest.keyClick(window.sheet.search, Qt.Key.Key_Return)
    assert window.content.top._title.text() == "Compose"


def test_language_and_look_change_at_once_and_lose_nothing(world):
    window = world.open()
    world.type(PRICED)
    window.run("korean")
    window.run("dark")
    world.dispatcher.settle()
    assert window.kit.t.language == "ko"
    assert window.kit.tokens.dark
    assert compose(world).editor.toPlainText() == PRICED
    assert compose(world).footer.review.text() == "입찰 검토"


def test_offline_the_market_stays_visible_and_the_bar_says_so(world):
    window = world.open()
    world.desk.error = UserFacing("offline", "Offline")
    world.dispatcher.wait(13)
    assert "Offline" in window.content.top._phase.text()
    assert world.bench.market.state.market == standard_market()


def test_the_first_run_can_be_skipped_and_is_not_shown_again(world):
    window = world.open(first_run_done=False)
    window.open_first_run()
    for _ in range(2):
        window.sheet.next.click()
    button(window.sheet, "8 H100s").click()
    assert world.bench.settings.settings.first_run_done
    assert world.bench.drafts.state.text == PRICED


def test_escape_closes_a_sheet_and_gives_the_keyboard_back(world):
    window = world.open()
    world.type(PRICED)
    compose(world).editor.setFocus()
    open_review(world)
    QTest.keyClick(window.sheet, Qt.Key.Key_Escape)
    assert window.sheet is None
    assert compose(world).editor.hasFocus()


def test_hovering_a_chart_reads_out_a_value_without_a_fault(world):
    world.open()
    world.type(PRICED)
    chart = compose(world).panel.findChild(LineChart)
    point = QPoint(chart.width() // 2, chart.height() // 2)
    move = QMouseEvent(
        QEvent.Type.MouseMove, point, point, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(chart, move)
    chart.grab()
    assert "your" not in chart.accessibleDescription()
    assert "%" in chart.accessibleDescription()


def test_qt_calls_do_not_lose_references_to_none(world):
    world.open()
    label = compose(world)._status
    before = sys.getrefcount(None)
    for _ in range(500):
        label.set_text("x")
        label.update()
    assert sys.getrefcount(None) > before - 100


def test_screens_are_made_in_the_background_and_the_one_in_front_stays(world, qtbot):
    window = world.open()
    window.content.prepare()
    qtbot.waitUntil(lambda: window.content.all_made, timeout=10_000)
    made = {name: window.content.page(name) for name in SCREENS}
    assert made["compose"].isVisible()
    assert not any(page.isVisible() for name, page in made.items() if name != "compose")
    window.run("market")
    assert window.content.page("market") is made["market"]
    assert made["market"].isVisible()
