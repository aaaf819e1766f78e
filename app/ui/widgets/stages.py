"""Work on a screen in stages, each in a turn of its own, so that a key is answered between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

Stage = Callable[[], None]


class Stages(QObject):
    """Does its stages in order, one a turn of the event loop. Begun again, it starts over: each stage shows the latest
    state. With `at_once` nothing is put off."""

    def __init__(self, stages: Sequence[Stage], parent: QObject, *, at_once: bool) -> None:
        super().__init__(parent)
        self._stages = tuple(stages)
        self._left: list[Stage] = []
        self._at_once = at_once
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(self._next)

    def begin(self) -> None:
        """Starts with the first stage, in the next turn."""
        self._left = list(self._stages)
        if self._at_once:
            self.finish()
        else:
            self._turns.start()

    def finish(self) -> None:
        """Does all that is left now."""
        while self._left:
            self._next()

    def _next(self) -> None:
        if self._left:
            self._left.pop(0)()
        if not self._left:
            self._turns.stop()
