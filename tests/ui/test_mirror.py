"""Sentence and bid kept together: the difference is shown and can be ended either way; words and fields light each
other; questions tell what an answer changes."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.compose.effects import effect_words
from app.ui.format import Format
from app.ui.words import load_words
from auction_client.model.bid import Bid, lots_of
from nlp.draft import FieldChange, Question
from tests.services.sample_drafts import PRICED, UNPRICED, draft, either, lot
from tests.services.sample_moment import ZONE
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


def test_words_follow_what_is_set_on_a_card_and_undo_is_one_step(world):
    world.open()
    world.type(PRICED)
    screen = compose(world)
    world.bench.drafts.change([FieldChange(path="root.items[0].quantity", value=24)])
    assert (struck_words(screen), screen.strip.isHidden()) == ([], True)
    assert not screen.footer.review.isEnabled()
    world.dispatcher.settle()
    assert screen.editor.toPlainText() == PRICED.replace("8 H100s", "24 H100s")
    assert screen.sentence.status.accessibleName().startswith("Reworded to say what you have set")
    assert screen.strip.isHidden()
    assert screen.footer.review.isEnabled()
    assert "by hand" not in screen.cards.fields["root.items[0].quantity"].toolTip()
    screen.footer.undo_asked.emit()
    for _ in range(12):
        world.dispatcher.wait(0.1)
    assert screen.editor.toPlainText() == PRICED
    assert screen.sentence.status.accessibleName().startswith("Read on this machine")


def test_the_keyboard_stays_on_the_field_whose_words_are_rewritten(world):
    world.open()
    world.type(PRICED)
    screen = compose(world)
    screen.cards.fields[LIMIT_A].setFocus()
    world.bench.drafts.change([FieldChange(path=LIMIT_A, value="3.10")])
    world.dispatcher.settle()
    assert screen.cards.fields[LIMIT_A].hasFocus()


def test_a_bid_that_no_words_say_is_told_apart_from_its_sentence(world):
    world.open()
    world.reader.no_words = True
    world.type(PRICED)
    screen = compose(world)
    assert screen.strip.isHidden()
    world.bench.drafts.change([FieldChange(path=LIMIT_A, value="3.10")])
    world.dispatcher.settle()
    assert "by hand" in screen.cards.fields[LIMIT_A].toolTip()
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
        world.reader.no_words = True
        world.bench.drafts.change([FieldChange(path=LIMIT_A, value="3.10")])
        world.dispatcher.settle()
        world.reader.no_words = False
        ask()
        world.dispatcher.settle()
        assert screen.editor.toPlainText().startswith("Buy 8 H100, ")
        assert screen.strip.isHidden()
        world.reader.no_words = True
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
    world.reader.no_words = True
    world.type(PRICED)
    changes = [FieldChange(path=f"root.items[{at}].limit", value="3.10") for at in (0, 1)]
    world.bench.drafts.change(changes)
    world.dispatcher.settle()
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
        assert words in window.content.page("compose").sentence.status.accessibleName()


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
