"""Measures the window: `python -m tests.bench.window [--stand-ins]`. Prints figures, judges nothing.

By default over the real reader, estimate and embedded practice exchange, in a temporary folder, without a display;
with --stand-ins over in-memory ones, which measures the window alone.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.services.workbench import Workbench
    from app.ui.main_window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).parents[2]
SENTENCE = "8 H100s, Tuesday night, or 16 A100s, max $2.60 per GPU-hour"
ROOMS = ("app", "nlp", "auction_client", "tests/services", "tests/ui")
TICK_MS = 4
PATIENCE = 90.0
PACE_MS = 80
"""From one key to the next where somebody types quickly."""

START = """
import sys, tempfile, time
began = time.perf_counter()
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication(["bidwright"]); app.setStyle("Fusion")
from app.bootstrap import Builder, window_services
from app.services.home import Home
from app.services.workbench import assemble, worker_threads
from app.ui.dispatch import QtDispatcher
from app.ui.main_window import MainWindow
from app.ui.theme.fonts import load_fonts
load_fonts()
services = window_services(Builder(Home(Path(sys.argv[1]))), lambda: "http://127.0.0.1:9")
window = MainWindow(assemble(services, QtDispatcher(), worker_threads()))
window.show()
while not window.content.page("compose").editor.isVisible():
    app.processEvents()
app.processEvents()
print(time.perf_counter() - began)
import os; os._exit(0)
"""


class Heart:
    """Beats on the window's thread; a long pause between two beats is a stall. Beside the time on the clock, which
    other programs lengthen, the thread's own processor time between two beats is kept."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self._timer = QTimer()
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._beat)
        self.restart()
        self._timer.start()

    def _beat(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        self.pauses.append(now - self._last)
        self.work.append(work - self._last_work)
        self._last, self._last_work = now, work

    def restart(self) -> None:
        self.pauses: list[float] = []
        self.work: list[float] = []
        self._last, self._last_work = time.perf_counter(), time.thread_time()

    def told(self) -> str:
        worst = sorted(self.pauses)
        p99 = worst[int(len(worst) * 0.99)] if worst else 0.0
        own = f"most work {max(self.work, default=0.0) * 1000:.0f} ms"
        return f"longest {max(worst, default=0.0) * 1000:.0f} ms ({own}), p99 {p99 * 1000:.0f} ms of {len(worst)} beats"


def write_byte_code() -> None:
    """The byte code is there already when anything is measured, as with an installed program."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", *ROOMS], cwd=ROOT, check=True)


def time_to_interactive(runs: int = 5) -> list[float]:
    """Seconds from the interpreter's first line of ours to a window that takes keys, each in a new process, after one
    that is not counted."""
    found = []
    for _ in range(runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            told = subprocess.run(
                [sys.executable, "-c", START, folder], cwd=ROOT, capture_output=True, text=True, check=True
            )
            found.append(float(told.stdout.split()[-1]))
    return sorted(found[1:])


def megabytes() -> float:
    """Resident memory of this process."""
    with Path("/proc/self/statm").open() as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stand-ins", action="store_true")
    options = parser.parse_args()
    write_byte_code()
    with ExitStack() as stack:
        _print_figures(stack, stand_ins=options.stand_ins)


def _print_figures(stack: ExitStack, *, stand_ins: bool) -> None:
    if not stand_ins:
        starts = time_to_interactive()
        print(f"time to interactive: median {starts[len(starts) // 2]:.2f} s, best {starts[0]:.2f} s of {len(starts)}")

    from app.ui.application import application
    from tests.bench.blotter import scroll

    app = application(["bidwright"])
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    _measure(app, folder, stack, stand_ins=stand_ins)
    print(scroll().told())


def _measure(app: QApplication, folder: Path, stack: ExitStack, *, stand_ins: bool) -> None:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QCheckBox

    from app.services.workbench import assemble, worker_threads
    from app.ui.dispatch import QtDispatcher
    from app.ui.garbage import GarbageCollector
    from app.ui.main_window import MainWindow

    if stand_ins:
        from tests.services.fakes import services

        ports = services(folder)
    else:
        from app.bootstrap import Builder, window_services
        from app.services.home import Home
        from app.services.venue.children import practice_process

        builder = Builder(Home(folder))
        ports = window_services(builder, lambda: stack.enter_context(practice_process(builder.home.practice)))
    bench = assemble(ports, QtDispatcher(), worker_threads())
    bench.settings.update(first_run_done=True)
    window = MainWindow(bench)
    window.show()
    collector = GarbageCollector(app)
    QApplication.processEvents()  # the first picture belongs to the time to interactive
    heart = Heart()

    def wait(ready: Callable[[], bool]) -> float:
        began = time.perf_counter()
        while not ready() and time.perf_counter() - began < PATIENCE:
            QApplication.processEvents()
            time.sleep(0.001)
        return time.perf_counter() - began

    bench.start()
    took = wait(lambda: bench.orders.state.ready and bench.market.state.market is not None)
    print(f"starting the exchange and asking it: {took:.1f} s; UI thread: {heart.told()}")

    editor = window.content.page("compose").editor
    wait(lambda: bench.colours.ready or bench.drafts.edit("8 H100") is not None)
    wait(lambda: bench.drafts.state.phase in ("asks", "ready", "failed"))
    bench.drafts.new()
    heart.restart()
    keys = []
    for character in SENTENCE * 4:
        began = time.perf_counter()
        QTest.keyClicks(editor, character)
        QApplication.processEvents()
        keys.append(time.perf_counter() - began)
        time.sleep(0.005)
    keys.sort()
    p50, p99 = keys[len(keys) // 2] * 1000, keys[int(len(keys) * 0.99)] * 1000
    print(
        f"a key on the window's thread, coloured: p50 {p50:.1f} ms, p99 {p99:.1f} ms, longest {keys[-1] * 1000:.0f} ms"
    )
    bench.drafts.new()
    exact = sorted(_to_exact_colours(window, bench))
    p50, p99 = exact[len(exact) // 2] * 1000, exact[int(len(exact) * 0.99)] * 1000
    print(f"a key at a person's pace to the exact colours: p50 {p50:.1f} ms, p99 {p99:.1f} ms")

    bench.drafts.new()
    heart.restart()
    bench.drafts.edit(SENTENCE)
    took = wait(lambda: bench.drafts.state.phase in ("asks", "ready", "failed"))
    print(f"reading: {took:.2f} s to {bench.drafts.state.phase}; UI thread: {heart.told()}")
    heart.restart()
    took = wait(
        lambda: (
            not bench.estimates.state.busy
            and (bench.estimates.state.estimate or bench.estimates.state.error) is not None
        )
    )
    print(f"estimating: {took:.2f} s; UI thread: {heart.told()}")
    heart.restart()
    window.run("review")
    wait(lambda: window.sheet is not None)
    for box in window.sheet.findChildren(QCheckBox):
        box.setChecked(True)
    window.sheet.confirm.click()
    took = wait(lambda: bool(bench.orders.state.orders))
    final = wait(lambda: bench.orders.state.orders[0].state not in ("saved", "sending"))
    state = bench.orders.state.orders[0].state
    print(f"submitting: durable in {took:.2f} s, {state} after {took + final:.2f} s; UI thread: {heart.told()}")
    print(f"memory: {megabytes():.0f} MB in the window's process")
    heart.restart()
    for name in ("market", "positions", "drafts", "settings", "help", "orders", "compose"):
        window.run(name)
        QApplication.processEvents()
    print(f"turning through all screens: UI thread: {heart.told()}")
    collector.stop()
    window.close()
    bench.close()


def _to_exact_colours(window: MainWindow, bench: Workbench) -> list[float]:
    """Seconds from each key to the colours that the rules give its text, over texts of up to two sentences."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    editor, reader = window.content.page("compose").editor, bench.quick_reader.get()
    text = SENTENCE * 2
    wanted = [tuple(reader.colour(text[:end])) for end in range(1, len(text) + 1)]
    found = []
    for character, colours in zip(text, wanted, strict=True):
        began = time.perf_counter()
        QTest.keyClicks(editor, character)
        while True:
            QApplication.processEvents()
            typed = editor.toPlainText()
            if bench.colours.of(typed) == colours or time.perf_counter() - began > 1.0:
                break
            time.sleep(0.0005)
        found.append(time.perf_counter() - began)
        QTest.qWait(PACE_MS)
    return found


if __name__ == "__main__":
    main()
