"""The second person's look at somebody else's bid: the words first, then the most it can cost, then the signature."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.services.errors import UserFacing
from app.services.views import SignRequest
from app.ui.faults import fault_advice, fault_title
from app.ui.kit import Kit, column, frame, line, row, scrolling
from app.ui.orders.viewmodel import OrdersViewModel
from app.ui.widgets.sheet import MARGIN, Page, Sheet
from auction_client.model.readback import read_back_lines

LONGEST_NAME = 64
SIDES, SCROLL_BAR, LEAST_HEIGHT = 56, 12, 96
"""Pixels: the sheet's own margins, the room of a scroll bar, and the least that is seen of the bid."""


class SignSheet(Sheet):
    """Signs exactly the bytes that are shown. `signed` carries the answer to be handed back."""

    signed = Signal(bytes)

    def __init__(self, kit: Kit, host: QWidget, under: QWidget, model: OrdersViewModel, request: SignRequest) -> None:
        super().__init__(kit, host, under, kit.t("Sign for a second person"), width=600)
        t = kit.t
        self._model, self._request = model, request
        self.body.addWidget(kit.label(t("Approve this bid?"), "title"))
        note = t("Somebody else has confirmed it. It is sent only with your signature, for exactly these words.")
        self.body.addWidget(kit.label(note, "muted", wrap=True))
        self.body.addWidget(self._bid(), 1)
        facts = row(gap=36)
        for name, value in (
            (t("Most they can pay"), kit.fmt.money(request.total) if request.total is not None else t("No bound")),
            (t("Content"), request.digest[:16]),
        ):
            pair = column(gap=2)
            pair.addWidget(kit.label(name, "caption"))
            pair.addWidget(kit.figures(value, "strong"))
            facts.addLayout(pair)
        facts.addStretch(1)
        self.body.addLayout(facts)
        self.body.addWidget(kit.label(t("Your name, as it stands under the signature"), "caption"))
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(t("Your name, as it stands under the signature"))
        self.name.textChanged.connect(lambda _words: self._update())
        self.body.addWidget(self.name)
        self._error = kit.label("", "bad", wrap=True)
        self._error.hide()
        self.body.addWidget(self._error)
        self.body.addWidget(line())
        buttons = row(gap=10)
        buttons.addStretch(1)
        back = kit.button(t("Back"), "quiet")
        back.clicked.connect(self.close_sheet)
        self.confirm = kit.button(t("Sign exactly this bid"), "primary", icon="pen-line")
        self.confirm.clicked.connect(self._sign)
        buttons.addWidget(back)
        buttons.addWidget(self.confirm)
        self.body.addLayout(buttons)
        self._update()

    def open(self) -> None:
        super().open()
        self.name.setFocus()

    def _bid(self) -> QWidget:
        kit = self._kit
        content = Page()
        outer = column(content)
        box = frame("inset")
        outer.addWidget(box)
        layout = column(box, margins=(18, 14, 18, 16), gap=8)
        for entry in read_back_lines(self._request.bid, "ko" if kit.t.language == "ko" else "en", kit.clock.zone):
            words = f"({entry.label}) {entry.words}" if entry.label else entry.words[:1].upper() + entry.words[1:]
            label = kit.label(words, "words", wrap=True, select=True)
            label.setContentsMargins(18 * entry.depth, 0, 0, 0)
            layout.addWidget(label)
        outer.addStretch(1)
        self._words = content
        self._area = scrolling(content)
        return self._area

    def place(self) -> None:
        """Fits the sheet to the bid's words, which scroll where the window is lower."""
        for part in self._area.findChildren(QWidget):
            part.ensurePolished()
        inside = min(self._width, self._host.width() - 2 * MARGIN) - SIDES - SCROLL_BAR
        layout = self._words.layout()
        wanted = layout.totalHeightForWidth(inside) if layout is not None else 0
        self._area.setFixedHeight(max(LEAST_HEIGHT, min(wanted + 2, self._host.height() // 2)))
        super().place()

    def _update(self) -> None:
        self.confirm.setEnabled(bool(self.name.text().strip()))

    def _sign(self) -> None:
        self.confirm.setEnabled(False)
        self._model.sign(self._request, self.name.text().strip(), self._done, self._failed)

    def _done(self, document: bytes) -> None:
        self.close_sheet()
        self.signed.emit(document)

    def _failed(self, error: UserFacing) -> None:
        self._error.setText(f"{fault_title(self._kit, error)}. {fault_advice(self._kit, error)}".strip())
        self._error.show()
        self._update()
        self.place()
