"""What belongs to the process: one instance, crash reports, start-up, the way onto the window's thread."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui.crash import CrashDialog, CrashReports
from app.ui.dispatch import QtDispatcher
from app.ui.main_window import MainWindow
from app.ui.notices import TrayNotices
from app.ui.single_instance import SingleInstance
from tests.services.memory_desk import MemoryDesk, standard_orders

ROOT = Path(__file__).parents[2]


def test_a_second_start_hands_its_text_to_the_first(qapp, tmp_path):
    first = SingleInstance(tmp_path)
    assert first.first
    heard: list[str] = []
    first.listen(heard.append)
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; QCoreApplication([]);"
        "from app.ui.single_instance import SingleInstance; second = SingleInstance(Path(sys.argv[1]));"
        "assert not second.first; assert second.hand_over('8 H100s 화요일')"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT)
    for _ in range(200):
        QTest.qWait(20)
        if heard and process.poll() is not None:
            break
    assert process.wait(5) == 0
    assert heard == ["8 H100s 화요일"]
    first.close()
    assert SingleInstance(tmp_path).first


def test_jobs_posted_from_any_thread_run_here_in_order(qapp):
    dispatcher = QtDispatcher()
    seen: list[tuple[int, bool]] = []
    here = threading.current_thread()

    def post() -> None:
        for number in range(50):
            dispatcher.post(lambda number=number: seen.append((number, threading.current_thread() is here)))

    worker = threading.Thread(target=post)
    worker.start()
    worker.join()
    QTest.qWait(20)
    assert seen == [(number, True) for number in range(50)]


def test_a_delayed_job_can_be_called_off(qapp):
    dispatcher = QtDispatcher()
    seen: list[str] = []
    dispatcher.after(0.01, lambda: seen.append("kept"))
    off = dispatcher.after(0.01, lambda: seen.append("called off"))
    off()
    off()
    QTest.qWait(60)
    assert seen == ["kept"]


def test_a_fault_is_shown_once_with_all_it_contains_and_nothing_is_kept_before(qapp, tmp_path, world):
    window = world.open()
    reports = CrashReports(tmp_path / "crashes", window)
    reports.install(QtDispatcher())
    try:
        for _ in range(2):
            try:
                raise ValueError("nine <b>lives</b>")
            except ValueError as error:
                sys.excepthook(type(error), error, error.__traceback__)
    finally:
        reports.uninstall()
    (dialog,) = window.findChildren(CrashDialog)
    shown = dialog.findChild(QPlainTextEdit).toPlainText()
    assert "nine <b>lives</b>" in shown
    assert list((tmp_path / "crashes").glob("fault-*.txt")) == []
    dialog.keep.click()
    (file,) = (tmp_path / "crashes").glob("fault-*.txt")
    assert file.read_text(encoding="utf-8") == shown


def test_a_crash_below_python_is_offered_at_the_next_start_and_gone_unless_kept(qapp, tmp_path):
    folder = tmp_path / "crashes"
    folder.mkdir()
    (folder / "native.txt").write_text("Fatal Python error: Segmentation fault\n", encoding="utf-8")
    reports = CrashReports(folder, QWidget())
    assert "Segmentation fault" in (reports.left_from_last_time or "")
    assert list(folder.iterdir()) == []
    assert CrashReports(folder, QWidget()).left_from_last_time is None


def test_an_order_that_ended_while_the_window_was_away_is_told_by_the_system(make_world):
    told: list[tuple[str, str]] = []

    class Heard:
        def show(self, title, words, pressed):
            told.append((title, words))
            pressed()

        def close(self):
            told.append(("closed", ""))

    world = make_world(desk=MemoryDesk(standard_orders()))
    world.open()
    window = MainWindow(world.bench, still=True, notices=Heard())
    world.desk.put("019a-0005", "filled")
    world.dispatcher.wait(1.1)
    world.desk.put("019a-0006", "cancelled")
    world.dispatcher.wait(1.1)
    assert told == [("8 H100 or 16 A100: Filled", "The hours are yours: see positions")]
    assert window.models.orders.selected.id == "019a-0005"
    window.close()
    window.deleteLater()
    assert told[-1] == ("closed", "")


def test_a_system_without_a_tray_shows_nothing_and_breaks_nothing(qapp):
    notices = TrayNotices(QIcon())
    notices.show("An order ended", "8 H100", lambda: None)
    notices.close()


def test_the_window_opens_without_the_heavy_rooms():
    code = (
        "import sys, app.ui.application;"
        "print(sorted(set(sys.modules) & {'ortools', 'llama_cpp', 'torch', 'numpy', 'pandas', 'fastapi', 'pyqtgraph',"
        "'auction_client.clearing', 'auction_client.exchange.desk', 'nlp.reader'}))"
    )
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
