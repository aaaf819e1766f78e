"""The line over every screen: its name, the next auction, and whether the venue answers."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFrame

from app.services.errors import UserFacing
from app.services.market import MarketState
from app.services.views import Phase
from app.ui.faults import fault_title
from app.ui.kit import Kit, row

PHASE_WORDS: dict[Phase, str] = {
    "open": "Auction open",
    "indicative": "Indicative prices",
    "no_cancel": "No more cancelling",
    "closed": "Clearing",
}
LEAST_HEIGHT = 56


class TopBar(QFrame):
    """Counts down to the gate of the running auction."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._market = MarketState()
        self.setProperty("look", "topbar")
        layout = row(self, margins=(28, 12, 28, 12), gap=10)
        self._title = kit.label("", "title")
        layout.addWidget(self._title)
        layout.addStretch(1)
        self._icon = kit.picture("clock", kit.tokens.muted, 16)
        layout.addWidget(self._icon)
        self._phase = kit.label("", "muted")
        layout.addWidget(self._phase)
        self._left = kit.figures("", "strong")
        self._left.setAccessibleName(kit.t("Time to the next auction"))
        layout.addWidget(self._left)
        self._timer = QTimer(self)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self._tick)
        self._timer.start()  # less motion or not: a countdown that stands still is wrong

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return super().minimumSizeHint().expandedTo(QSize(0, LEAST_HEIGHT))

    def show_title(self, title: str) -> None:
        self._title.setText(title)

    def show_market(self, state: MarketState) -> None:
        self._market = state
        t = self._kit.t
        if state.error is not None and state.market is not None:
            self._phase.setText(offline_words(self._kit, state.error))
            self._phase.set_look("warn")
            self._icon.setPixmap(self._kit.icons.pixmap("wifi-off", self._kit.tokens.warn, 16))
        elif state.market is not None:
            self._phase.setText(t(PHASE_WORDS[state.market.phase]))
            self._phase.set_look("muted")
            self._icon.setPixmap(self._kit.icons.pixmap("gavel", self._kit.tokens.muted, 16))
        else:
            self._phase.setText(t("Connecting …"))
            self._phase.setToolTip(fault_title(self._kit, state.error) if state.error is not None else "")
        self._tick()

    def _tick(self) -> None:
        market = self._market.market
        if market is None or market.next_gate is None or self._market.error is not None:
            self._left.setText("")
            self._left.setToolTip("")
            return
        kit, t = self._kit, self._kit.t
        meaning = t("When an auction closes it takes its last bids; then all bids are cleared together.")
        self._left.setToolTip(f"{kit.fmt.both_zones(market.next_gate)}\n{meaning}")
        left = kit.fmt.countdown(market.next_gate - kit.clock.now())
        clearing = market.phase == "closed"
        self._left.setText(t("the next closes in {left}", left=left) if clearing else t("closes in {left}", left=left))


def offline_words(kit: Kit, error: UserFacing) -> str:
    """What the bar says while the venue does not answer."""
    if error.code == "offline":
        return kit.t("Offline: drafts and estimates go on, submitting waits")
    return fault_title(kit, error)
