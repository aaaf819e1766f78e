"""Windows without a display, over stand-ins, with time and motion held still."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from app.services.workbench import Executors, Workbench, assemble
from app.ui.accessible import tell_roles
from app.ui.main_window import MainWindow
from app.ui.theme.fonts import load_fonts
from tests.services.by_hand import HandDispatcher, InlineExecutor
from tests.services.fakes import MemoryShelf, services
from tests.services.memory_desk import MemoryDesk
from tests.services.sample_drafts import TableReader
from tests.services.sample_market import ScriptedEstimator


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["bidwright"])
    app.setStyle("Fusion")
    app.setCursorFlashTime(0)
    load_fonts()
    tell_roles()
    return app


@pytest.fixture(autouse=True)
def nothing_is_left(qapp: QApplication) -> Iterator[None]:
    """Fails a test that leaves a window, a running timer, a thread or work in Qt's pool behind."""
    windows, threads = set(map(id, qapp.topLevelWidgets())), set(threading.enumerate())
    timers = {id(timer) for timer in _running_timers(qapp)}
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in qapp.topLevelWidgets() if id(widget) not in windows and widget.isVisible()]
    assert left == [], "windows are left open"
    assert [timer for timer in _running_timers(qapp) if id(timer) not in timers] == [], "timers are left running"
    assert QThreadPool.globalInstance().activeThreadCount() == 0
    started = set(threading.enumerate()) - threads
    for thread in started:
        thread.join(2.0)
    assert {thread.name for thread in started if thread.is_alive()} == set(), "threads are left running"


def _running_timers(app: QApplication) -> list[QTimer]:
    found = [timer for widget in app.topLevelWidgets() for timer in widget.findChildren(QTimer)]
    return [timer for timer in (*found, *app.findChildren(QTimer)) if timer.isActive()]


class World:
    """One workbench over stand-ins that run when told to, and its window."""

    def __init__(self, folder: Path, **ports: object) -> None:
        self.reader = ports.pop("reader", None) or TableReader()
        self.quick = TableReader()
        self.estimator = ports.pop("estimator", None) or ScriptedEstimator()
        self.desk = ports.pop("desk", None) or MemoryDesk()
        self.shelf = ports.pop("shelf", None) or MemoryShelf()
        self.dispatcher = HandDispatcher()
        self.executors = [InlineExecutor() for _ in range(6)]
        self.services = services(
            folder,
            reader=self.reader,
            quick_reader=self.quick,
            estimator=self.estimator,
            desk=self.desk,
            shelf=self.shelf,
        )
        self.bench: Workbench = assemble(self.services, self.dispatcher, Executors(*self.executors))
        self.bench.settings.update(first_run_done=True, appearance="light")
        self.window: MainWindow | None = None
        self.closed = False

    def open(self, **settings: object) -> MainWindow:
        if settings:
            self.bench.settings.update(**settings)
        self.bench.start()
        self.dispatcher.settle()
        self.window = MainWindow(self.bench, still=True)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()
        return self.window

    def type(self, text: str) -> None:
        self.bench.drafts.edit(text)
        for _ in range(12):
            self.dispatcher.wait(0.1)

    def close(self) -> None:
        """Once; what is closed already stays so."""
        if self.closed:
            return
        self.closed = True
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        self.bench.close()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def make_world(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., World]]:
    monkeypatch.chdir(tmp_path)
    made: list[World] = []

    def make(**ports: object) -> World:
        world = World(Path(f"world{len(made)}"), **ports)
        made.append(world)
        return world

    yield make
    for world in made:
        world.close()


@pytest.fixture
def world(make_world: Callable[..., World]) -> World:
    return make_world()
