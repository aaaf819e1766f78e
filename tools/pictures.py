"""Takes the README's pictures: the real window, reader and exchange, without a display. `python tools/pictures.py`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QCheckBox  # noqa: E402

from app.bootstrap import Builder, window_services  # noqa: E402
from app.services.home import Home  # noqa: E402
from app.services.venue.children import practice_process  # noqa: E402
from app.services.workbench import Workbench, assemble, worker_threads  # noqa: E402
from app.ui.dispatch import QtDispatcher  # noqa: E402
from app.ui.main_window import MainWindow  # noqa: E402
from app.ui.review.sheet import ReviewSheet  # noqa: E402
from app.ui.theme.fonts import load_fonts  # noqa: E402

ENGLISH = "8 H100s at $4.20, Tuesday night, or 16 A100s at $1.90"
KOREAN = "화요일 밤에 H100 8장 시간당 4.2달러, 아니면 A100 16장 1.9달러"
FOLDER = ROOT / "docs" / "pictures"
PATIENCE_SECONDS = 120.0


def wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not until():
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to the state of the picture")
        QTest.qWait(50)
    QTest.qWait(400)


def shoot(window: MainWindow, name: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    window.grab().save(str(FOLDER / f"{name}.png"))
    print(FOLDER / f"{name}.png")


def read(bench: Workbench, window: MainWindow, text: str) -> None:
    bench.drafts.new("")
    window.content.page("compose").editor.insertPlainText(text)  # QTest can press no Hangul
    wait(lambda: bench.drafts.state.phase == "ready" and not bench.estimates.state.busy)
    wait(lambda: getattr(bench.estimates.state.estimate, "probability", None) is not None)


def main() -> None:
    app = QApplication(["bidwright"])
    app.setStyle("Fusion")
    app.setCursorFlashTime(0)
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        builder = Builder(Home(Path(folder)))
        with practice_process(builder.home.practice) as url:
            services = window_services(builder, lambda: url)
            bench = assemble(services, QtDispatcher(), worker_threads())
            bench.settings.update(first_run_done=True, appearance="light")
            window = MainWindow(bench, still=True)
            window.resize(1280, 800)
            window.show()
            bench.start()
            wait(lambda: bench.market.state.market is not None)
            take(bench, window)
            window.close()
            bench.close()


def take(bench: Workbench, window: MainWindow) -> None:
    read(bench, window, ENGLISH)
    shoot(window, "compose-light-en")
    window.run("review")
    wait(lambda: isinstance(window.sheet, ReviewSheet))
    shoot(window, "review-light-en")
    for box in window.sheet.findChildren(QCheckBox):
        box.setChecked(True)
    window.sheet.confirm.click()
    wait(lambda: [order.state for order in bench.orders.state.orders] == ["filled"])
    window.run("orders")
    QTest.qWait(600)
    shoot(window, "orders-light-en")
    bench.settings.update(appearance="dark", language="ko")
    window.run("compose")
    read(bench, window, KOREAN)
    shoot(window, "compose-dark-ko")
    window.run("market")
    QTest.qWait(600)
    shoot(window, "market-dark-ko")


if __name__ == "__main__":
    main()
