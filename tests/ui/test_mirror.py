"""Sentence and bid kept together: the difference is shown and can be ended either way; words and fields light each
other; questions tell what an answer changes; defaults can be changed, kept and forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton

from app.services.schedule import schedule_of
from app.ui.compose.effects import effect_words
from app.ui.compose.window_editor import MomentBox
from app.ui.format import Format
from app.ui.widgets.plain import PlainLabel
from app.ui.words import load_words
from auction_client.model.bid import Bid, Delivery, Linked, lots_of
from nlp.draft import FieldChange, Question
from tests.services.memory_desk import MemoryDesk, standard_orders, standard_positions
from tests.services.sample_drafts import PRICED, UNPRICED, draft, either, lot
from tests.services.sample_market import losing_estimate, standard_estimate, standard_market
from tests.services.sample_moment import NOW, ZONE
from tests.ui.hands import button, compose, popover

LIMIT_A = "root.items[0].limit"


def bid(world) -> Bid:
    found = world.bench.drafts.state.bid
    assert found is not None
    return found


def struck_words(screen) -> list[str]:
    block = screen.editor.document().begin()
    return [
        block.text()[each.start : each.start + each.length]
        for each in block.layout().formats()
        if each.format.fontStrikeOut()
    ]


# -- sentence and bid ------------------------------------------------------------------------------------------------


def test_a_bid_set_by_hand_is_told_apart_from_its_sentence(world):
    world.open()
    world.type(PRICED)
    screen = compose(world)
    assert screen.strip.isHidden()
    world.bench.drafts.change([FieldChange(path=LIMIT_A, value="3.10")])
    assert not screen.strip.isHidden()
    assert button(screen.strip, "Limit (a)").accessibleName() == "Back to the sentence: Limit (a)"
    assert struck_words(screen) == ["max $2.60 per GPU-hour"]
    button(screen.strip, "Limit (a)").click()
    assert screen.strip.isHidden()
    assert struck_words(screen) == []


def test_the_sentence_is_written_anew_by_button_and_by_command_and_undone(world):
    window = world.open()
    world.type(PRICED)
    screen = compose(world)
    for ask in (lambda: button(screen.strip, "Write the sentence anew").click(), lambda: window.run("write_anew")):
        world.bench.drafts.change([FieldChange(path=LIMIT_A, value="3.10")])
        ask()
        world.dispatcher.settle()
        assert screen.editor.toPlainText().startswith("Buy 8 H100, ")
        assert screen.strip.isHidden()
        screen.footer.undo_asked.emit()
        for _ in range(12):
            world.dispatcher.wait(0.1)
        assert screen.editor.toPlainText() == PRICED
        assert not screen.strip.isHidden()
        button(screen.strip, "Limit (a)").click()


def test_a_bid_without_a_sentence_offers_one(world):
    world.open()
    world.bench.drafts.new(source=either(lot("H100", 8, "2.60"), lot("A100", 16, "2.60")))
    screen = compose(world)
    button(screen.strip, "Write the sentence anew").click()
    world.dispatcher.settle()
    assert screen.editor.toPlainText().startswith("Buy 8 H100 or 16 A100, ")


def test_everything_set_by_hand_can_go_back_to_the_sentence_at_once(world):
    window = world.open()
    world.type(PRICED)
    changes = [FieldChange(path=f"root.items[{at}].limit", value="3.10") for at in (0, 1)]
    world.bench.drafts.change(changes)
    button(compose(world).strip, "All back to the sentence").click()
    assert {each.limit for _, each in lots_of(bid(world).root)} == {Decimal("2.60")}
    world.bench.drafts.change(changes)
    window.run("follow_sentence")
    assert {each.limit for _, each in lots_of(bid(world).root)} == {Decimal("2.60")}


def test_the_mouse_over_a_word_lights_its_field(world):
    world.open()
    world.type(PRICED)
    screen = compose(world)
    cursor = screen.editor.textCursor()
    cursor.setPosition(PRICED.index("Tuesday") + 3)
    over = QPointF(screen.editor.cursorRect(cursor).center())
    _hover(screen.editor, over)
    lit = [path for path, field in screen.cards.fields.items() if field.property("lit") == "true"]
    assert lit == ["root.items[0].delivery"]
    _hover(screen.editor, QPointF(600, 60))
    assert screen.cards.fields["root.items[0].delivery"].property("lit") == "false"


def _hover(editor, point: QPointF) -> None:
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove, point, editor.viewport().mapToGlobal(point), none, none,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(editor.viewport(), event)


def test_a_reading_that_took_no_time_is_not_counted_out(world):
    for language, words in (("en", "Read on this machine in a moment by"), ("ko", "곧바로 읽음")):
        window = world.open(language=language) if world.window is None else world.window
        world.bench.settings.update(language=language)
        read = draft(PRICED, either(lot("H100", 8, "2.60")))
        quick = read.model_copy(update={"reader": read.reader.model_copy(update={"seconds": 0.004})})
        world.reader.drafts[PRICED] = quick
        world.bench.drafts.new(PRICED)
        for _ in range(12):
            world.dispatcher.wait(0.1)
        assert words in window.content.page("compose")._status.accessibleName()


# -- questions -------------------------------------------------------------------------------------------------------


def test_a_choice_says_what_it_changes_and_has_a_key(world):
    world.open()
    world.type(UNPRICED)
    chip = button(compose(world).asks, "$2.60 for either")
    assert chip.accessibleDescription() == "a, b: ≤ $2.60 per GPU-hour · at most $416.00"
    assert chip.shortcut().toString() == "Alt+1"
    QTest.keyClick(compose(world).editor, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    QTest.qWait(200)  # the chip is seen going down and up
    assert {each.limit for _, each in lots_of(bid(world).root)} == {Decimal("2.60")}


def test_a_question_without_choices_opens_the_field_that_is_missing(world):
    world.open()
    text = "H100s Tuesday night max 2.60"
    asked = Question(code="missing_quantity", message="How many?")
    world.reader.drafts[text] = draft(text, Bid(root=lot("H100", None, "2.60")), questions=(asked,))
    world.type(text)
    button(compose(world).asks, "Set Quantity").click()
    assert popover().accessibleName() == "Quantity"
    popover().close()


def test_what_a_choice_of_another_structure_comes_to_is_told():
    words = load_words("en")
    before = Bid(root=lot("H100", 8, "2.60"))
    root = either(lot("H100", 8, "2.60"), lot("A100", 16, "1.00")).model_dump(mode="json")["root"]
    told = effect_words(before, [FieldChange(path="root", value=root)], words, Format(words, ZONE))
    assert told == "8 H100 or 16 A100 · at most $208.00"


# -- defaults --------------------------------------------------------------------------------------------------------


def test_own_hours_of_the_night_are_kept_undone_and_forgotten(world):
    window = world.open()
    world.type(PRICED)
    screen = compose(world)
    button(screen.assumptions, "Always …").click()
    begins, ends = popover().findChildren(QComboBox)
    assert (begins.currentText(), ends.currentText()) == ("20:00", "06:00")
    begins.setCurrentIndex(22)
    popover().done.click()
    world.dispatcher.settle()
    own = world.bench.settings.settings.preferences
    assert own.hours == {"night": (22, 30)}
    assert world.reader.preferences == own, "the text was read anew"
    (undo,) = [each for each in window.content.findChildren(QPushButton) if each.text() == "Undo"]
    undo.click()
    assert world.bench.settings.settings.preferences.hours == {}


def test_a_default_of_the_users_own_is_named_and_can_be_forgotten(world):
    world.open()
    world.bench.settings.update(preferences={"hours": {"night": (22, 30)}})
    read = world.reader.drafts[PRICED]
    own = read.assumptions[0].model_copy(update={"code": "own_night_hours", "message": "night: 22:00 to 06:00"})
    world.reader.drafts[PRICED] = world.quick.drafts[PRICED] = read.model_copy(update={"assumptions": (own,)})
    world.type(PRICED)
    screen = compose(world)
    button(screen.assumptions, "Forget").click()
    assert world.bench.settings.settings.preferences.hours == {}


def test_a_default_is_changed_in_the_field_it_went_into(world):
    world.open()
    world.type(PRICED)
    button(compose(world).assumptions, "Change").click()
    assert popover().accessibleName() == "Delivery"
    popover().close()


def test_the_settings_page_forgets_a_default_and_sets_the_zone(world):
    window = world.open()
    world.bench.settings.update(preferences={"min_uptime": "0.999"})
    window.run("settings")
    page = window.content.page("settings")
    button(page.reading, "Forget").click()
    assert world.bench.settings.settings.preferences.min_uptime is None
    zones = page.reading.findChild(QComboBox)
    zones.activated.emit(zones.findData("Asia/Seoul"))
    assert world.bench.settings.settings.zone == "Asia/Seoul"
    assert str(world.window.kit.clock.zone) == "Asia/Seoul"
    assert "KST" in world.window.kit.fmt.moment(NOW)


# -- editors ---------------------------------------------------------------------------------------------------------


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


# -- the timeline ----------------------------------------------------------------------------------------------------


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
