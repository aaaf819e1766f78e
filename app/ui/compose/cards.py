"""The bid as nested cards: groups as frames, lots as cards, every field a button that edits it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.services.arranging import Step
from app.services.draft_state import DraftState
from app.services.edits import is_priced
from app.ui.compose.dragging import Grip, ItemDrag
from app.ui.compose.fieldbuttons import FieldButtons
from app.ui.compose.lotcard import LotCard
from app.ui.compose.lotwords import group_words, several_deliveries
from app.ui.kit import Kit, clear, column, frame, row
from app.ui.widgets.plain import set_flag
from auction_client.model.bid import Bid, Group, Linked, Lot, children_of
from auction_client.model.catalogue import Catalogue

STEPS: tuple[Step, ...] = ("up", "down", "in", "out")


class BidCards(QWidget):
    """Shows a bid. `add_asked` names the group that is to have one item more (or a lone lot), `remove_asked` the item
    to take out, `place_asked` an item and where it was dropped, `step_asked` an item and which way it is to go."""

    edit_asked = Signal(str, str, object)
    add_asked = Signal(str)
    remove_asked = Signal(str)
    pointed = Signal(str)
    place_asked = Signal(str, object)
    step_asked = Signal(str, str)

    def __init__(self, kit: Kit, catalogue: Catalogue) -> None:
        super().__init__()
        self._kit = kit
        self._catalogue = catalogue
        self._layout = column(self, gap=10)
        self._fields = FieldButtons(kit, self)
        self._fields.edit_asked.connect(self.edit_asked)
        self._fields.pointed.connect(self._point)
        self._items: dict[str, QWidget] = {}
        self._groups: dict[str, QWidget] = {}
        self._grips: dict[str, Grip] = {}
        self._shown: tuple[Bid | None, frozenset[str]] = (None, frozenset())
        self.current = ""
        self.drag = ItemDrag(self, kit)
        self.drag.dropped.connect(self.place_asked)
        self.setProperty("look", "plain")

    def show_draft(self, state: DraftState) -> None:
        """Draws the bid anew where it has changed; the keyboard stays on the same field, or on the item that moved. A
        field is marked as set by hand once it is known that no words say it."""
        pinned = state.pinned - frozenset(state.overruled) if state.writing else state.pinned
        wanted = (state.bid, pinned)
        if wanted == self._shown:
            return
        self.drag.cancel()
        self._shown = wanted
        focused = next((path for path, button in self._fields.by_path.items() if button.hasFocus()), None)
        clear(self._layout)
        self._fields.begin(pinned)
        for kept in (self._items, self._groups, self._grips):
            kept.clear()
        if state.bid is not None:
            self._add(state.bid.root, "root", "", self._layout, state.bid)
            if not isinstance(state.bid.root, Group):
                self._add_button("root", self._kit.t("Add an alternative"), self._layout)
            self._add_validity(state.bid)
        if focused in self._fields.by_path:
            self._fields.by_path[focused].setFocus()
        self.drag.watch(state.bid, self._items, self._groups, self._grips)

    @property
    def fields(self) -> dict[str, QPushButton]:
        """The fields' buttons by path."""
        return self._fields.by_path

    @property
    def grips(self) -> dict[str, Grip]:
        """The handles of the items that can be moved, by path."""
        return self._grips

    def light(self, paths: set[str]) -> None:
        """Marks the fields that the word under the cursor became."""
        self._fields.light(paths)
        for path, card in self._items.items():
            set_flag(card, "lit", path in paths)

    def _point(self, path: str) -> None:
        if path:
            holders = [item for item in self._items if path.startswith(item)]
            self.current = max(holders, key=len, default=self.current)
        self.pointed.emit(path)

    # -- drawing -----------------------------------------------------------------------------------------------------

    def _add(self, node: Lot | Group | Linked, path: str, label: str, into: QVBoxLayout, bid: Bid) -> None:
        if isinstance(node, Lot):
            card = LotCard(
                self._kit, self._catalogue, self._fields, node, path, handles=self._handles(path, label),
                remove=self._remove_button(path, label) if path != "root" else None, priced_above=is_priced(bid, path),
            )  # fmt: skip
            self._items[path] = card
            into.addWidget(card)
            return
        box = frame("inset")
        layout = column(box, margins=(14, 11, 14, 14), gap=8)
        layout.addLayout(self._group_header(node, path, label))
        joint = self._joint(node)
        for index, (child_path, child) in enumerate(children_of(node, path)):
            if index:
                words = self._kit.label(joint, "caption")
                words.setContentsMargins(6, 0, 0, 0)
                layout.addWidget(words)
            self._add(child, child_path, _label(label, index), layout, bid)
        if isinstance(node, Group):
            more = self._kit.t("Add a part") if node.at_least == len(node.items) else self._kit.t("Add an alternative")
            self._add_button(path, more, layout)
        self._items[path] = self._groups[path] = box
        into.addWidget(box)

    def _add_button(self, path: str, words: str, into: QVBoxLayout) -> None:
        button = self._kit.button(words, "quiet", icon="plus")
        button.clicked.connect(lambda: self.add_asked.emit(path))
        line = row(gap=8)
        line.addWidget(button)
        line.addStretch(1)
        into.addLayout(line)

    def _add_validity(self, bid: Bid) -> None:
        kit = self._kit
        if bid.good_until is not None:
            words = kit.t("Good until {moment}", moment=kit.fmt.moment(bid.good_until))
        else:
            words = (
                kit.t("Good until its last delivery begins")
                if several_deliveries(bid)
                else kit.t("Good until its delivery begins")
            )
        line = row(gap=8)
        tip = kit.fmt.both_zones(bid.good_until) if bid.good_until is not None else ""
        validity = self._fields.make("good_until", "good_until", words, "hourglass", tip=tip)
        validity.setProperty("ground", "true")
        line.addWidget(validity)
        line.addStretch(1)
        self._layout.addLayout(line)

    def _handles(self, path: str, label: str) -> list[QWidget]:
        """The grip and the letter of an item; the root has neither."""
        if path == "root":
            return []
        grip = Grip(self._kit, path, label)
        grip.menu_asked.connect(lambda: self._open_moves(path, grip))
        grip.focused.connect(lambda: self._point(path))
        self._grips[path] = grip
        return [grip, self._kit.label(label, "caption")]

    def _open_moves(self, path: str, grip: Grip) -> None:
        """The moves as a menu, for those who neither drag nor know the keys."""
        menu = QMenu(self)
        for step, words, keys in self.moves():
            action = menu.addAction(f"{words}\t{keys}")
            action.triggered.connect(lambda _=False, step=step: self.step_asked.emit(path, step))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(grip.mapToGlobal(QPoint(0, grip.height())))

    def moves(self) -> tuple[tuple[Step, str, str], ...]:
        """The ways an item can go, with their words and keys."""
        t = self._kit.t
        words = (t("Move up"), t("Move down"), t("Move into the group above"), t("Move out of its group"))
        return tuple(zip(STEPS, words, ("Alt+↑", "Alt+↓", "Alt+→", "Alt+←"), strict=True))

    def _remove_button(self, path: str, label: str) -> QPushButton:
        words = self._kit.t("Remove item {label}", label=label)
        button = self._kit.button("", "quiet", icon="x", name=words, tip=words)
        button.clicked.connect(lambda: self.remove_asked.emit(path))
        return button

    def _joint(self, node: Group | Linked) -> str:
        if isinstance(node, Linked):
            return self._kit.t("and only with it")
        if node.at_most == 1:
            return self._kit.t("or")
        return self._kit.t("and") if node.at_least == len(node.items) else self._kit.t("and/or")

    def _group_header(self, node: Group | Linked, path: str, label: str) -> QHBoxLayout:
        kit, make = self._kit, self._fields.make
        header = row(gap=8)
        for handle in self._handles(path, label):
            header.addWidget(handle)
        then = kit.t("The second only together with the first")
        header.addWidget(
            make(path, "group", group_words(node, kit.t) if isinstance(node, Group) else then, "list-checks")
        )
        if isinstance(node, Group) and node.same_region:
            header.addWidget(make(f"{path}.same_region", "same_region", kit.t("all in one region"), "map-pin"))
        header.addStretch(1)
        if node.budget is not None:
            words = kit.t("≤ {amount} in total", amount=kit.fmt.money(node.budget))
            header.addWidget(make(f"{path}.budget", "budget", words, "coins"))
        if path != "root":
            header.addWidget(self._remove_button(path, label))
        return header

    def focused_item(self) -> str:
        """The item that holds the keyboard, else the one that held it last."""
        widget = QApplication.focusWidget()
        inside = [path for path, item in self._items.items() if widget is not None and item.isAncestorOf(widget)]
        return max(inside, key=len, default=self.current if self.current in self._items else "")


def _label(parent: str, index: int) -> str:
    letter = chr(ord("a") + index) if index < 26 else str(index + 1)
    return f"{parent}{'.' if parent else ''}{letter}"
