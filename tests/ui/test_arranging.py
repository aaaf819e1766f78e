"""Items of the bid are dragged, moved by keys and commands; one step of undo brings each back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.services.arranging import Beside, Onto
from app.ui.compose.dragging import DropMark, nearest
from auction_client.model.bid import Bid, Group, Linked, lots_of
from nlp.draft import FieldChange
from tests.services.sample_drafts import PRICED, draft, lot
from tests.ui.hands import compose, drag_over, drop

NESTED = "four of them, nested"


def nested() -> Bid:
    pair = Group(at_least=1, at_most=1, items=(lot("H100", 1, "2.60"), lot("A100", 2, "2.60")))
    return Bid(root=Group(at_least=3, at_most=3, items=(pair, lot("B200", 3, "2.60"), lot("H200", 4, "2.60"))))


def open_nested(world):
    world.open()
    world.reader.drafts[NESTED] = world.quick.drafts[NESTED] = draft(NESTED, nested())
    world.type(NESTED)
    screen = compose(world)
    QApplication.processEvents()
    return screen


def counts(world) -> list[int]:
    return [each.quantity for _, each in lots_of(world.bench.drafts.state.bid.root)]


def shape(node) -> object:
    if isinstance(node, Group):
        return [shape(item) for item in node.items]
    return (shape(node.first), shape(node.then)) if isinstance(node, Linked) else node.quantity


def test_an_item_dragged_to_the_top_of_its_group_becomes_the_first_choice(world):
    screen = open_nested(world)
    drag_over(screen.cards, "root.items[2]", Beside("root", 0))
    drop(screen.cards, "root.items[2]")
    assert shape(world.bench.drafts.state.bid.root) == [4, [1, 2], 3]
    assert screen.cards.grips["root.items[0]"].hasFocus(), "the keyboard goes with the item"
    screen.footer.undo_asked.emit()
    assert shape(world.bench.drafts.state.bid.root) == [[1, 2], 3, 4]


def test_an_alternative_dragged_into_another_group_is_one_of_its_alternatives(world):
    screen = open_nested(world)
    drag_over(screen.cards, "root.items[1]", Beside("root.items[0]", 1))
    drop(screen.cards, "root.items[1]")
    root = world.bench.drafts.state.bid.root
    assert shape(root) == [[1, 3, 2], 4]
    assert (root.at_least, root.items[0].at_most) == (2, 1)


def test_an_item_dropped_on_a_lot_becomes_its_alternative(world):
    screen = open_nested(world)
    drag_over(screen.cards, "root.items[2]", Onto("root.items[1]"))
    drop(screen.cards, "root.items[2]")
    assert shape(world.bench.drafts.state.bid.root) == [[1, 2], [3, 4]]


def test_while_dragging_a_mark_shows_where_it_would_land_and_escape_puts_it_back(world):
    screen = open_nested(world)
    grip = screen.cards.grips["root.items[2]"]
    for place in (Beside("root", 0), Onto("root.items[1]")):
        drag_over(screen.cards, "root.items[2]", place)
        assert screen.cards.drag.running
        assert screen.cards.drag.place == place
        assert [mark.isVisible() for mark in screen.cards.findChildren(DropMark)] == [True]
    QTest.keyClick(grip, Qt.Key.Key_Escape)
    assert not screen.cards.drag.running
    drop(screen.cards, "root.items[2]")
    assert shape(world.bench.drafts.state.bid.root) == [[1, 2], 3, 4]


def test_the_arrow_keys_with_alt_move_the_item_and_keep_the_keyboard_on_it(world):
    screen = open_nested(world)
    screen.cards.grips["root.items[2]"].setFocus()
    QTest.keyClick(screen.cards.grips["root.items[2]"], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shape(world.bench.drafts.state.bid.root) == [[1, 2], 4, 3]
    moved = screen.cards.grips["root.items[1]"]
    assert moved.hasFocus()
    QTest.keyClick(moved, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shape(world.bench.drafts.state.bid.root) == [[1, 2, 4], 3]
    inside = screen.cards.grips["root.items[0].items[2]"]
    assert inside.hasFocus()
    QTest.keyClick(inside, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shape(world.bench.drafts.state.bid.root) == [[1, 2], 4, 3]


def test_the_commands_move_the_item_whose_field_has_the_keyboard(world):
    window = world.open()
    world.type(PRICED)
    compose(world).cards.fields["root.items[1].limit"].setFocus()
    window.run("move_up")
    assert counts(world) == [16, 8]
    window.run("move_down")
    assert counts(world) == [8, 16]


def test_the_grip_opens_the_moves_as_a_menu(world):
    screen = open_nested(world)
    screen.cards.grips["root.items[1]"].click()
    (menu,) = [each for each in screen.cards.findChildren(QMenu) if each.isVisible()]
    assert [action.text().split("\t")[0] for action in menu.actions()] == [
        "Move up", "Move down", "Move into the group above", "Move out of its group",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    menu.close()
    assert shape(world.bench.drafts.state.bid.root) == [[1, 2], 4, 3]


def test_a_lone_lot_cannot_be_moved(world):
    world.open()
    world.bench.drafts.new(source=Bid(root=lot("H100", 8, "2.60")))
    assert compose(world).cards.grips == {}


def test_a_link_can_be_taken_apart_and_made(world):
    world.open()
    world.type(PRICED)
    root = world.bench.drafts.state.bid.model_dump(mode="json")["root"]
    linked = {"kind": "linked", "first": root["items"][0], "then": root["items"][1], "budget": None}
    world.bench.drafts.change([FieldChange(path="root", value=linked)])
    screen = compose(world)
    assert "root.then" in screen.cards.grips
    screen.cards.remove_asked.emit("root.then")
    assert counts(world) == [8]


def test_the_nearest_gap_of_the_innermost_group_is_meant():
    spots = {
        Beside("root", 0): QRect(0, 0, 100, 4), Beside("root", 2): QRect(0, 96, 100, 4),
        Beside("root.items[0]", 1): QRect(10, 40, 80, 4), Onto("root.items[1]"): QRect(0, 60, 100, 30),
    }  # fmt: skip
    groups = {"root": QRect(0, 0, 100, 100), "root.items[0]": QRect(10, 10, 80, 40)}
    assert nearest(QPoint(50, 12), spots, groups) == Beside("root.items[0]", 1)
    assert nearest(QPoint(5, 12), spots, groups) == Beside("root", 0)
    assert nearest(QPoint(50, 75), spots, groups) == Onto("root.items[1]")
    assert nearest(QPoint(50, 92), spots, groups) == Beside("root", 2)
    assert nearest(QPoint(300, 12), spots, groups) is None
