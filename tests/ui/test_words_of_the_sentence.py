"""What a word of the sentence tells and opens: its field, the question about it, or that it is no part of the bid."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from app.ui.compose.estimatefigures import cheapest
from nlp.draft import Question
from tests.services.sample_drafts import ODD, PRICED, UNPRICED, TableReader, draft, standard_drafts
from tests.services.sample_market import standard_market
from tests.ui.hands import compose, popover


def point_of(editor, place: int) -> QPoint:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(place)
    return editor.cursorRect(cursor).center() + QPoint(2, 0)


def test_a_word_tells_the_field_it_became_and_how_to_change_it(world):
    world.open()
    world.type(PRICED)
    told = compose(world).editor.told_of(PRICED.index("Tuesday") + 2)
    assert told.splitlines() == [
        "Delivery: Tue 24 Nov 20:00 → Wed 25 Nov 06:00 PST · 10 h",
        "Ctrl+click or F2 changes it",
    ]
    assert compose(world).editor.told_of(-1) == ""


def test_an_unused_word_says_so(world):
    world.open()
    world.type(ODD)
    assert compose(world).editor.told_of(ODD.index("wibble") + 1).startswith("No part of the bid")


def test_a_word_in_doubt_tells_its_question(make_world):
    doubt = Question(code="ambiguous_time", message="Which Tuesday?", span=(9, 22))
    reader = TableReader({**standard_drafts(), UNPRICED: draft(UNPRICED, None, questions=(doubt,))})
    world = make_world(reader=reader)
    world.quick.drafts = reader.drafts
    world.open()
    world.type(UNPRICED)
    assert compose(world).editor.told_of(12) == "Which Tuesday?"


@pytest.mark.parametrize("by", ["F2", "Ctrl+click"])
def test_a_word_opens_the_editor_of_its_field(world, by):
    world.open()
    world.type(PRICED)
    editor = compose(world).editor
    place = PRICED.index("Tuesday") + 3
    if by == "F2":
        cursor = editor.textCursor()
        cursor.setPosition(place)
        editor.setTextCursor(cursor)
        editor.setFocus()
        world.window.run("change_word")
    else:
        QTest.mouseClick(
            editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, point_of(editor, place)
        )
    assert popover().accessibleName() == "Delivery"
    popover().close()


def test_a_word_without_a_field_opens_nothing(world):
    world.open()
    world.type(ODD)
    compose(world).editor.field_asked.emit(ODD.index("wibble"))
    compose(world).editor.field_asked.emit(-1)
    with pytest.raises(ValueError, match="not enough values"):
        popover()


def test_a_window_is_told_on_both_clocks(world):
    world.open()
    world.type(PRICED)
    field = compose(world).cards.fields["root.items[0].delivery"]
    assert field.toolTip().splitlines() == [
        "Tue 24 Nov 20:00 PST · 2026-11-25 04:00 UTC",
        "Wed 25 Nov 06:00 PST · 2026-11-25 14:00 UTC",
    ]


def test_the_first_look_at_the_market_is_each_gpus_cheapest_product():
    assert [(each.gpu, str(each.last)) for each in cheapest(standard_market().quotes)] == [
        ("H100", "2.24"), ("H200", "3.92"), ("B200", "5.31"), ("A100", "1.31"), ("L40S", "0.88"),
    ]  # fmt: skip


def test_what_is_typed_before_the_rules_are_loaded_is_coloured_once_they_are(make_world):
    """Also where nothing else happens then: no further key, no further reading."""
    world = make_world()
    world.open()
    for executor in world.executors:
        executor.held = True
    world.type(PRICED)
    editor = compose(world).editor

    def colours() -> int:
        return len(editor.document().firstBlock().layout().formats())

    assert colours() == 0
    for executor in world.executors:
        executor.let_go()
    world.dispatcher.settle()
    assert colours() > 3


def test_a_price_stands_where_the_language_puts_it(make_world):
    world = make_world()
    world.open(language="ko")
    world.type(PRICED)
    assert compose(world).cards.fields["root.items[0].limit"].text() == "GPU-시간당 ≤ $2.60"
