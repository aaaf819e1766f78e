"""The stop switch: one look at what it does, then it is thrown; and the bar that says it is on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.services.views import FINAL_STATES
from app.ui.kit import Kit, column, frame, row
from app.ui.orders.viewmodel import OrdersViewModel
from app.ui.widgets.sheet import Sheet


class StopSheet(Sheet):
    """Asks once, names what will be cancelled, and throws the switch."""

    def __init__(self, kit: Kit, host: QWidget, under: QWidget, model: OrdersViewModel) -> None:
        super().__init__(kit, host, under, kit.t("Stop all"), width=480)
        t = kit.t
        still_open = sum(order.state not in FINAL_STATES for order in model.state.orders)
        self.body.addWidget(kit.label(t("Stop all"), "title"))
        words = t("Nothing more is sent, and your open orders are cancelled: {count}.", count=still_open)
        self.body.addWidget(kit.label(words, "", wrap=True))
        later = t("Orders that have filled stay filled. New bids go again only after you let them.")
        self.body.addWidget(kit.label(later, "muted", wrap=True))
        buttons = row(gap=10)
        buttons.addStretch(1)
        back = kit.button(t("Back"), "quiet")
        back.clicked.connect(self.close_sheet)
        self.confirm = kit.button(t("Stop all now"), "danger", icon="ban")

        def stop() -> None:
            model.set_stopped(True)
            self.close_sheet()

        self.confirm.clicked.connect(stop)
        buttons.addWidget(back)
        buttons.addWidget(self.confirm)
        self.body.addLayout(buttons)


class StoppedBar(QFrame):
    """Seen on every screen while the switch is on."""

    rearm_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("look", "plain")
        outer = column(self, margins=(28, 12, 28, 0))
        box = frame("box-bad")
        layout = row(box, margins=(14, 8, 10, 8), gap=10)
        layout.addWidget(kit.picture("ban", kit.tokens.bad), alignment=Qt.AlignmentFlag.AlignVCenter)
        words = kit.t("Stopped: nothing is sent, and open orders are being cancelled.")
        layout.addWidget(kit.label(words, "medium", wrap=True), 1)
        again = kit.button(kit.t("Let bids go again"))
        again.clicked.connect(self.rearm_asked)
        layout.addWidget(again)
        outer.addWidget(box)
