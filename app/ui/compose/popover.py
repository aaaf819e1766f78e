"""A small panel beside a field, with its editor. Escape or a click elsewhere leaves the field alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QPushButton, QVBoxLayout, QWidget

from app.ui.kit import Kit, column, row
from nlp.draft import FieldChange

Collect = Callable[[], Sequence[FieldChange]]


class Popover(QFrame):
    """Holds an editor's controls in `body`. `apply` gets the changes; it answers whether they were accepted."""

    def __init__(self, kit: Kit, title: str, apply: Callable[[Sequence[FieldChange]], bool], near: QWidget) -> None:
        super().__init__(near.window(), Qt.WindowType.Popup)
        self._kit = kit
        self._apply = apply
        self._near = near
        self._home = near.window()
        self._field = near.property("path")
        self._collect: Collect | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "card")
        self.setStyleSheet("Popover { border-radius: 0; }")
        self.setAccessibleName(title)
        outer = column(self, margins=(18, 14, 18, 14), gap=10)
        outer.addWidget(kit.label(title, "heading"))
        self.body: QVBoxLayout = column(gap=8)
        outer.addLayout(self.body)
        buttons = row(gap=8)
        buttons.addStretch(1)
        cancel = kit.button(kit.t("Cancel"), "quiet")
        cancel.clicked.connect(self.close)
        self.done = kit.button(kit.t("Set"), "primary")
        self.done.clicked.connect(self.commit)
        buttons.addWidget(cancel)
        buttons.addWidget(self.done)
        outer.addLayout(buttons)

    def add(self, words: str, control: QWidget) -> None:
        """A control with its label."""
        line = row(gap=12)
        label = self._kit.label(words, "muted")
        label.setMinimumWidth(110)
        label.setBuddy(control)
        line.addWidget(label)
        line.addWidget(control, 1)
        control.setAccessibleName(words)
        self.body.addLayout(line)

    def always(self, words: str) -> QCheckBox:
        """A box that makes what is set here a setting."""
        box = QCheckBox(words)
        box.setAccessibleName(words)
        self.body.addWidget(box)
        return box

    def open(self, collect: Collect, first: QWidget) -> None:
        """Shows the panel under its field, inside the screen, with the keyboard on the first control."""
        self._collect = collect
        place = self._near.mapToGlobal(QPoint(0, self._near.height() + 4))
        screen = QApplication.screenAt(place) or self._near.screen()
        room = screen.availableGeometry()
        self._fit(room.width())
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        if place.y() + self.height() > room.bottom():
            place.setY(self._near.mapToGlobal(QPoint(0, 0)).y() - self.height() - 4)
        self.move(place)
        self.show()
        first.setFocus()

    def _fit(self, most: int) -> None:
        """As wide as its parts want to be, but for the screen; Qt's own way stops at two thirds of that."""
        layout = self.layout()
        assert layout is not None
        width = min(layout.totalSizeHint().width(), most)
        flows = layout.hasHeightForWidth()
        self.resize(width, layout.totalHeightForWidth(width) if flows else layout.totalSizeHint().height())

    def commit(self) -> None:
        """Makes the changes; the panel goes if they are accepted."""
        if self._collect is not None:
            changes = self._collect()
            if not changes or self._apply(changes):
                self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """The keyboard goes back to the field, or to what has taken its place."""
        super().closeEvent(event)
        self._home.activateWindow()
        fields = (each for each in self._home.findChildren(QPushButton) if each.property("path") == self._field)
        back = next(fields, None) if self._field else self._home.focusWidget()
        if back is not None:
            back.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        else:
            super().keyPressEvent(event)
