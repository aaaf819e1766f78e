"""The fields of the cards: each a button that edits it, marked when it is missing, set by hand, or pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QPushButton

from app.ui.compose.mirror import same_field
from app.ui.kit import Kit
from app.ui.widgets.plain import set_flag


class FieldButtons(QObject):
    """Makes the buttons and keeps them by path. `edit_asked` names the field (its path), the kind of editor, and the
    button it stands on; `pointed` the path under the mouse or the keyboard, empty for none."""

    edit_asked = Signal(str, str, object)
    pointed = Signal(str)

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._pinned: frozenset[str] = frozenset()
        self.by_path: dict[str, QPushButton] = {}

    def begin(self, pinned: frozenset[str]) -> None:
        """Forgets the buttons; new ones follow. `pinned` are the paths set by hand."""
        self._pinned = pinned
        self.by_path.clear()

    def light(self, paths: set[str]) -> None:
        """Marks the fields that the word under the cursor became."""
        for path, button in self.by_path.items():
            set_flag(button, "lit", any(same_field(path, lit) for lit in paths))

    def make(
        self, path: str, kind: str, words: str, icon: str | None, missing: str = "", *, tip: str = ""
    ) -> QPushButton:
        """The button of one field; `missing` is what it says while the field is empty, `tip` what there is to add."""
        kit = self._kit
        button = kit.button(words or missing, "field", icon=icon, fold=True)
        if not words:
            button.setProperty("missing", "true")
            if icon is not None:
                button.setIcon(kit.icons.icon(icon, kit.tokens.warn, 16))
        elif icon is not None:
            button.setIcon(kit.icons.icon(icon, kit.tokens.muted, 16))
        by_hand = any(same_field(path, pinned) for pinned in self._pinned)
        if by_hand:
            button.setIcon(kit.icons.icon("pin", kit.tokens.accent_ink, 16))
            by_hand_tip = kit.t("Set by hand. Later changes of the text leave it alone.")
            tip = f"{tip}\n{by_hand_tip}" if tip else by_hand_tip
        button.setToolTip(tip)
        button.setAccessibleName(f"{self._name(kind)}: {words or missing}")
        by_hand_words = kit.t("Set by hand.") + " " if by_hand else ""
        button.setAccessibleDescription(by_hand_words + kit.t("Press to change"))
        button.clicked.connect(lambda: self.edit_asked.emit(path, kind, button))
        button.setProperty("path", path)
        button.installEventFilter(self)
        self.by_path[path] = button
        return button

    def _name(self, kind: str) -> str:
        t = self._kit.t
        return {
            "side": t("Side"), "quantity": t("Quantity"), "gpu": t("GPU"), "symbol": t("Token"), "price": t("Limit"),
            "window": t("Delivery"), "place": t("Place"), "terms": t("Terms"), "group": t("Group"),
            "budget": t("Total"), "same_region": t("Place"), "good_until": t("Validity"),
        }[kind]  # fmt: skip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.pointed.emit(str(watched.property("path")))
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.pointed.emit("")
        return False
