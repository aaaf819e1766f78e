"""What "review" means while the exchange cannot be reached: it waits, and opens the review once there is an answer.
Nothing is ever sent by it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.services.workbench import Workbench
from auction_client.model.bid import Bid


class ReviewWhenOnline(QObject):
    """`due` comes once the exchange answers, if the bid that was to be reviewed is still the open draft's."""

    changed = Signal()
    due = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._bid: Bid | None = None
        self._offline = False
        self._stop = (bench.market.on_change(self._look), bench.drafts.on_change(self._look))
        self._look()

    def close(self) -> None:
        """Listens no more."""
        for stop in self._stop:
            stop()

    @property
    def offline(self) -> bool:
        """Whether the exchange does not answer."""
        return self._offline

    @property
    def waiting(self) -> bool:
        """Whether a review opens once it does."""
        return self._bid is not None

    def ask(self) -> None:
        """Reviews the open draft's bid once the exchange answers."""
        self._bid = self._bench.drafts.state.bid
        self.changed.emit()

    def _look(self) -> None:
        was = (self._offline, self._bid)
        error = self._bench.market.state.error
        self._offline = error is not None and error.code == "offline"
        if self._bid is not None and self._bench.drafts.state.bid != self._bid:
            self._bid = None
        due = self._bid is not None and not self._offline
        if due:
            self._bid = None
        if (self._offline, self._bid) != was:
            self.changed.emit()
        if due and self._bench.drafts.state.phase == "ready":
            self.due.emit()
