"""The bid as nested cards: groups as frames, lots as cards, every field a button that edits it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.services.draft_state import DraftState
from app.services.edits import is_priced
from app.ui.compose.lotwords import (
    asset_words,
    group_words,
    node_price_words,
    place_words,
    price_words,
    quantity_words,
    terms_words,
    window_words,
)
from app.ui.compose.mirror import same_field
from app.ui.kit import Kit, clear, column, frame, row
from app.ui.theme.fonts import SMALL, font
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.plain import ElidedLabel, set_flag
from auction_client.model.bid import Bid, ComputeAsset, Group, Linked, Lot, children_of
from auction_client.model.catalogue import Catalogue
from auction_client.model.totals import worst_case_total


class BidCards(QWidget):
    """Shows a bid. `edit_asked` names the field (its path), the kind of editor, and the button it stands on;
    `pointed` the path under the mouse or the keyboard, empty for none; `add_asked` the group that is to have one item
    more (or a lone lot), `remove_asked` the item to take out."""

    edit_asked = Signal(str, str, object)
    add_asked = Signal(str)
    remove_asked = Signal(str)
    pointed = Signal(str)

    def __init__(self, kit: Kit, catalogue: Catalogue) -> None:
        super().__init__()
        self._kit = kit
        self._catalogue = catalogue
        self._layout = column(self, gap=10)
        self._fields: dict[str, QPushButton] = {}
        self._lots: dict[str, QFrame] = {}
        self._shown: tuple[Bid | None, frozenset[str]] = (None, frozenset())
        self.setProperty("look", "plain")

    def show_draft(self, state: DraftState) -> None:
        """Draws the bid anew where it has changed; the keyboard stays on the same field."""
        wanted = (state.bid, state.pinned)
        if wanted == self._shown:
            return
        self._shown = wanted
        focused = next((path for path, button in self._fields.items() if button.hasFocus()), None)
        clear(self._layout)
        self._fields.clear()
        self._lots.clear()
        if state.bid is not None:
            self._add(state.bid.root, "root", "", self._layout, state.bid)
            if not isinstance(state.bid.root, Group):
                self._add_button("root", self._kit.t("Add an alternative"), self._layout)
            if state.bid.good_until is not None:
                words = self._kit.t("Good until {moment}", moment=self._kit.fmt.moment(state.bid.good_until))
                self._layout.addWidget(
                    self._field("good_until", "good_until", words, "hourglass"), alignment=Qt.AlignmentFlag.AlignLeft
                )
        if focused in self._fields:
            self._fields[focused].setFocus()

    @property
    def fields(self) -> dict[str, QPushButton]:
        """The fields' buttons by path."""
        return self._fields

    def light(self, paths: set[str]) -> None:
        """Marks the fields that the word under the cursor became."""
        for path, button in self._fields.items():
            set_flag(button, "lit", any(same_field(path, lit) for lit in paths))
        for path, card in self._lots.items():
            set_flag(card, "lit", any(lit == path for lit in paths))

    # -- drawing -----------------------------------------------------------------------------------------------------

    def _add(self, node: Lot | Group | Linked, path: str, label: str, into: QVBoxLayout, bid: Bid) -> None:
        if isinstance(node, Lot):
            into.addWidget(self._lot_card(node, path, label))
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
        into.addWidget(box)

    def _add_button(self, path: str, words: str, into: QVBoxLayout) -> None:
        button = self._kit.button(words, "quiet", icon="plus")
        button.clicked.connect(lambda: self.add_asked.emit(path))
        into.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

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
        kit = self._kit
        header = row(gap=8)
        if label:
            header.addWidget(kit.label(label, "caption"))
        if isinstance(node, Group):
            header.addWidget(self._field(path, "group", group_words(node, kit.t), "list-checks"))
            if node.same_region:
                header.addWidget(
                    self._field(f"{path}.same_region", "same_region", kit.t("all in one region"), "map-pin")
                )
        else:
            header.addWidget(kit.label(kit.t("The second only together with the first"), "strong"))
        header.addStretch(1)
        if node.budget is not None:
            words = kit.t("≤ {amount} in total", amount=kit.fmt.money(node.budget))
            header.addWidget(self._field(f"{path}.budget", "budget", words, "coins"))
        if path.endswith("]"):
            header.addWidget(self._remove_button(path, label))
        return header

    def _lot_card(self, lot: Lot, path: str, label: str) -> QFrame:
        kit = self._kit
        card = frame("lot")
        self._lots[path] = card
        layout = column(card, margins=(14, 12, 14, 12), gap=9)
        holder = QWidget()
        holder.setProperty("look", "plain")
        head = FlowLayout(holder, gap=8, last_right=True)
        if label:
            name = kit.label(label, "caption")
            name.setMinimumHeight(30)
            head.addWidget(name)
        side = kit.t("Buy") if lot.side == "buy" else kit.t("Sell")
        head.addWidget(self._field(f"{path}.side", "side", side, None))
        missing = kit.t("How many?")
        head.addWidget(self._field(f"{path}.quantity", "quantity", quantity_words(lot, kit.t, kit.fmt), None, missing))
        if isinstance(lot.asset, ComputeAsset):
            head.addWidget(self._field(f"{path}.asset.gpu", "gpu", asset_words(lot), "cpu", kit.t("Which GPU?")))
        else:
            which = kit.t("Which token?")
            head.addWidget(self._field(f"{path}.asset.symbol", "symbol", asset_words(lot), "coins", which))
        head.addWidget(self._price_field(lot, path))
        layout.addWidget(holder)
        if isinstance(lot.asset, ComputeAsset):
            holder = QWidget()
            holder.setProperty("look", "plain")
            flow = FlowLayout(holder, gap=8)
            window = window_words(lot.delivery, kit.t, kit.fmt)
            flow.addWidget(self._field(f"{path}.delivery", "window", window, "clock", kit.t("When?")))
            flow.addWidget(self._field(f"{path}.asset.regions", "place", place_words(lot.asset, kit.t), "map-pin"))
            terms = terms_words(lot.asset, kit.t) or kit.t("Any terms")
            flow.addWidget(self._field(f"{path}.asset", "terms", terms, "tag"))
            layout.addWidget(holder)
        sums = self._sums(lot)
        if path.endswith("]"):
            sums.addWidget(self._remove_button(path, label))
        layout.addLayout(sums)
        return card

    def _price_field(self, lot: Lot, path: str) -> QPushButton:
        kit = self._kit
        words = price_words(lot, kit.t, kit.fmt)
        bid = self._shown[0]
        priced_above = bid is not None and not words and is_priced(bid, path) and lot.side == "buy"
        missing = kit.t("Within the total") if priced_above else kit.t("Set a limit")
        button = self._field(f"{path}.limit", "price", words, "coins", missing)
        if priced_above:
            set_flag(button, "missing", False)
        return button

    def _sums(self, lot: Lot) -> QHBoxLayout:
        kit = self._kit
        sums = row(gap=6)
        parts = []
        if lot.delivery is not None and lot.quantity is not None and lot.gpu_hours is None:
            hours = lot.delivery.hours if lot.delivery.hours is not None else lot.delivery.window_hours
            parts.append(kit.t("{hours} GPU-hours", hours=f"{lot.quantity * hours:,.0f}"))
        per_node = node_price_words(lot, self._catalogue, kit.t, kit.fmt)
        if per_node:
            parts.append(per_node)
        if isinstance(lot.asset, ComputeAsset) and lot.asset.gpu in self._catalogue.gpu_by_name:
            reference = self._catalogue.reference_price(lot.asset.gpu)
            parts.append(kit.t("reference {rate}", rate=kit.fmt.rate(reference)))
        words = ElidedLabel("  ·  ".join(parts), colour=kit.tokens.muted)
        words.setFont(font(SMALL * kit.scale))
        sums.addWidget(words, 1)
        total = worst_case_total(lot)
        if lot.side == "buy" and total is not None:
            sums.addWidget(kit.figures(kit.t("up to {amount}", amount=kit.fmt.money(total)), "strong"))
        return sums

    def _field(self, path: str, kind: str, words: str, icon: str | None, missing: str = "") -> QPushButton:
        kit = self._kit
        button = kit.button(words or missing, "field", icon=icon)
        if not words:
            button.setProperty("missing", "true")
            if icon is not None:
                button.setIcon(kit.icons.icon(icon, kit.tokens.warn, 16))
        elif icon is not None:
            button.setIcon(kit.icons.icon(icon, kit.tokens.muted, 16))
        if path in self._shown[1] or any(
            pinned.startswith(path + ".") for pinned in self._shown[1] if kind == "window"
        ):
            button.setIcon(kit.icons.icon("pin", kit.tokens.accent_ink, 16))
            button.setToolTip(kit.t("Set by hand. Later changes of the text leave it alone."))
        names = {
            "side": kit.t("Side"), "quantity": kit.t("Quantity"), "gpu": kit.t("GPU"), "symbol": kit.t("Token"),
            "price": kit.t("Limit"), "window": kit.t("Delivery"), "place": kit.t("Place"), "terms": kit.t("Terms"),
            "group": kit.t("Group"), "budget": kit.t("Total"), "same_region": kit.t("Place"),
            "good_until": kit.t("Validity"),
        }  # fmt: skip
        button.setAccessibleName(f"{names[kind]}: {words or missing}")
        button.setAccessibleDescription(kit.t("Press to change"))
        button.clicked.connect(lambda: self.edit_asked.emit(path, kind, button))
        button.setProperty("path", path)
        button.installEventFilter(self)
        self._fields[path] = button
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.pointed.emit(str(watched.property("path")))
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.pointed.emit("")
        return False


def _label(parent: str, index: int) -> str:
    letter = chr(ord("a") + index) if index < 26 else str(index + 1)
    return f"{parent}{'.' if parent else ''}{letter}"
