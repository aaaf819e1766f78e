"""The window over stand-ins: reviewing, submitting, following an order, commands, messages, screens."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton

from app.services.errors import UserFacing
from app.services.views import Caution
from app.ui.actions import SCREENS
from app.ui.plots.chart import LineChart
from app.ui.review.sheet import ReviewSheet
from tests.services.memory_desk import MemoryDesk, standard_orders, standard_positions
from tests.services.sample_drafts import PRICED, either, lot
from tests.services.sample_market import standard_market
from tests.ui.hands import button, compose


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


def test_the_palette_finds_a_draft_without_words_by_what_it_holds(world):
    window = world.open()
    world.bench.drafts.new(source=either(lot("B200", 4, "5.10"), lot("H200", 8, "3.90")))
    world.bench.drafts.new()
    window.open_palette()
    QTest.keyClicks(window.sheet.search, "b200 h200")
    assert [window.sheet.list.item(at).text() for at in range(window.sheet.list.count())] == ["4 B200 or 8 H200"]
    window.sheet.close_sheet()


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
    label = compose(world).sentence.status
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


def test_words_from_a_second_start_are_seen_whatever_was_open(world):
    window = world.open()
    window.run("market")
    window.run("palette")
    window.begin_with(PRICED)
    assert window.sheet is None
    assert compose(world).isVisible()
    assert compose(world).editor.toPlainText() == PRICED


def test_a_window_that_comes_forward_stays_as_large_as_it_is(world):
    window = world.open()
    window.showMaximized()
    window.come_forward()
    assert window.isMaximized()
    window.showMinimized()
    window.come_forward()
    assert not window.isMinimized()
