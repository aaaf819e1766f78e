"""The way onto the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.services.jobs import Job


class QtDispatcher(QObject):
    """Runs jobs on the thread it was made on. `post` may be called from any thread, `after` from this one only."""

    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, job: Job) -> None:
        try:
            self._posted.emit(job)
        except RuntimeError:
            return  # the window is gone, and with it whoever wanted the answer

    def after(self, seconds: float, job: Job) -> Job:
        timer = QTimer(self)
        timer.setSingleShot(True)
        done = False

        def call_off() -> None:
            nonlocal done
            if not done:
                done = True
                timer.stop()
                timer.deleteLater()

        def fire() -> None:
            nonlocal done
            if not done:
                done = True
                timer.deleteLater()
                job()

        timer.timeout.connect(fire)
        timer.start(max(0, round(seconds * 1000)))
        return call_off

    def _run(self, job: Job) -> None:
        job()
