"""Starts the window."""

from __future__ import annotations

import sys

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.services.ports import Services
from app.services.workbench import assemble, worker_threads
from app.ui.accessible import tell_roles
from app.ui.crash import CrashReports
from app.ui.dispatch import QtDispatcher
from app.ui.garbage import GarbageCollector
from app.ui.main_window import MainWindow
from app.ui.memory import WindowMemory
from app.ui.notices import TrayNotices
from app.ui.single_instance import SingleInstance
from app.ui.theme.fonts import load_fonts
from app.ui.theme.icons import Icons
from app.ui.theme.tokens import LIGHT

SWITCH_SECONDS = 0.001
"""How long a worker thread may hold the interpreter while the window's thread waits for it."""


def application(argv: list[str]) -> QApplication:
    """The application of this process, dressed, with the interpreter set for a window's thread. `argv` is for Qt."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(argv)
    app.setApplicationName("Bidwright")
    app.setOrganizationName("Bidwright")
    app.setStyle("Fusion")
    load_fonts()
    tell_roles()
    sys.setswitchinterval(SWITCH_SECONDS)
    return app


def run(services: Services, *, text: str = "", argv: list[str] | None = None) -> int:
    """Shows the window over the services and returns the exit code when it is closed.

    `text` is put into a new draft. A second start with the same data folder hands its text to the window that is open
    and returns 0. Raises OSError or sqlite3.Error where the data folder cannot be used. Call from the main thread, once
    a process; needs a display (or QT_QPA_PLATFORM=offscreen).
    """
    app = application(argv if argv is not None else sys.argv[:1])
    services.data_folder.mkdir(parents=True, exist_ok=True)
    instance = SingleInstance(services.data_folder)
    if not instance.first:
        instance.hand_over(text)
        return 0
    dispatcher = QtDispatcher()
    bench = assemble(services, dispatcher, worker_threads())
    memory = WindowMemory(QSettings(str(services.data_folder / "window.ini"), QSettings.Format.IniFormat))
    icon = QIcon(Icons().pixmap("gavel", LIGHT.accent, 64))
    app.setWindowIcon(icon)
    window = MainWindow(bench, memory=memory, notices=TrayNotices(icon))
    crashes = CrashReports(services.data_folder / "crashes", window)
    crashes.install(dispatcher)

    def begin() -> None:
        bench.start()
        if text:
            bench.drafts.new(text)
        if crashes.left_from_last_time is not None:
            crashes.offer(crashes.left_from_last_time)
        elif not bench.settings.settings.first_run_done:
            window.open_first_run()

    def opened_again(handed: str) -> None:
        if handed:
            window.begin_with(handed)
        window.come_forward()

    instance.listen(opened_again)
    window.show()
    collector = GarbageCollector(app)
    QTimer.singleShot(0, begin)
    try:
        return app.exec()
    finally:
        collector.stop()
        crashes.uninstall()
        bench.close()
        instance.close()
