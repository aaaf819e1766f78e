"""Garbage collection on the window's thread alone, in short steps.

Python's own collector runs on whichever thread happens to allocate, and looks at every object that was ever made each
time: tens of milliseconds in which no key is answered, and widgets freed on a thread that may not touch them.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

EVERY_MS = 100
YOUNG = 700
"""New objects below which a step is not worth its time (the interpreter's own threshold)."""
OLD = 20_000
"""Objects that have outlived a step; so many of them are looked through in about 5 ms, and are then set aside."""


class GarbageCollector(QObject):
    """Takes collecting over until `stop`. What has lasted is set aside (`gc.freeze`), so that no step looks at it
    again; it is looked through when the user turns to another program, when a longer pause harms nobody."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._old = 0
        self._was_enabled = gc.isenabled()
        gc.disable()
        gc.freeze()
        app.applicationStateChanged.connect(self._turned)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.step)
        self._timer.start()

    def step(self) -> None:
        """Collects what is new, and now and then what has outlived such steps."""
        young = gc.get_count()[0]
        if young < YOUNG:
            return
        self._old += max(0, young - gc.collect(1))
        if self._old > OLD:
            gc.collect()
            self._set_aside()

    def collect_all(self) -> None:
        """Looks through everything, which takes about a tenth of a second."""
        gc.unfreeze()
        gc.collect()
        self._set_aside()

    def stop(self) -> None:
        """Gives collecting back to the interpreter."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()

    def _set_aside(self) -> None:
        gc.freeze()
        self._old = 0

    def _turned(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationInactive:
            self.collect_all()
