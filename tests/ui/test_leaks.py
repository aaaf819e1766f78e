"""What comes goes again: windows, timers, threads, and listeners of the services."""

from __future__ import annotations

import gc
import sys
import threading

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.services.workbench import assemble, worker_threads
from app.ui.actions import SCREENS
from app.ui.dispatch import QtDispatcher
from app.ui.main_window import MainWindow
from tests.services.fakes import services
from tests.services.memory_desk import MemoryDesk, standard_orders, standard_positions
from tests.services.sample_drafts import PRICED


def alive(kind: type) -> int:
    gc.collect()
    found = (
        each for each in gc.get_objects() if issubclass(type(each), kind)
    )  # isinstance would ask each for its class
    return sum(map(isValid, found))


def opened_and_closed(make_world) -> None:
    world = make_world(desk=MemoryDesk(standard_orders(), standard_positions()))
    window = world.open()
    world.type(PRICED)
    for name in SCREENS:
        window.run(name)
    window.open_palette()
    window.run("dark")
    window.run("korean")
    world.dispatcher.settle()
    world.close()


def test_a_window_that_is_closed_leaves_no_widget_and_no_timer(make_world):
    opened_and_closed(make_world)
    before = alive(QWidget), alive(QTimer)
    opened_and_closed(make_world)
    opened_and_closed(make_world)
    after = alive(QWidget), alive(QTimer)
    assert after[0] <= before[0] + 5, "widgets pile up"
    assert after[1] <= before[1] + 2, "timers pile up"


def test_a_change_of_look_takes_the_old_content_and_its_listeners_away(world):
    window = world.open()
    listeners = [
        service._listeners._listeners
        for service in (world.bench.drafts, world.bench.market, world.bench.orders, world.bench.models)
    ]
    for name in SCREENS:
        window.run(name)
    counts = [len(each) for each in listeners]
    for look in ("dark", "light", "dark"):
        window.run(look)
        for name in SCREENS:
            window.run(name)
    assert [len(each) for each in listeners] == counts


def test_a_closed_workbench_ends_its_threads(qapp, tmp_path):
    before = set(threading.enumerate())
    dispatcher = QtDispatcher()
    bench = assemble(services(tmp_path), dispatcher, worker_threads())
    bench.start()
    QApplication.processEvents()
    bench.close()
    started = set(threading.enumerate()) - before
    for thread in started:
        thread.join(2.0)
    assert not any(thread.is_alive() for thread in started)
    QApplication.processEvents()
    dispatcher.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_working_window_loses_no_reference_to_none(world):
    """Some builds of the binding drop one with every call that returns None, until the interpreter dies."""
    window = world.open()
    assert isinstance(window, MainWindow)
    world.type(PRICED)
    for name in SCREENS:
        window.run(name)
    before = sys.getrefcount(None)
    for _ in range(40):
        for name in ("orders", "market", "compose"):
            window.run(name)
            window.content.update()
            QApplication.processEvents()
    assert sys.getrefcount(None) > before - 100
