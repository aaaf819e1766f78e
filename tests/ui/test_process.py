"""What belongs to the process: one instance, crash reports, start-up, the way onto the window's thread."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui.crash import CrashDialog, CrashReports
from app.ui.dispatch import QtDispatcher
from app.ui.single_instance import SingleInstance

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


def test_a_fault_is_written_and_shown_once_with_all_it_contains(qapp, tmp_path):
    window = QWidget()
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
    (file,) = (tmp_path / "crashes").glob("fault-*.txt")
    (dialog,) = window.findChildren(CrashDialog)
    assert "nine <b>lives</b>" in file.read_text(encoding="utf-8")
    assert dialog.findChild(QPlainTextEdit).toPlainText() == file.read_text(encoding="utf-8")
    dialog.close()


def test_a_crash_below_python_is_offered_at_the_next_start(qapp, tmp_path):
    folder = tmp_path / "crashes"
    folder.mkdir()
    (folder / "native.txt").write_text("Fatal Python error: Segmentation fault\n", encoding="utf-8")
    reports = CrashReports(folder, QWidget())
    assert "Segmentation fault" in (reports.left_from_last_time or "")
    assert CrashReports(folder, QWidget()).left_from_last_time is None


def test_the_window_opens_without_the_heavy_rooms():
    code = (
        "import sys, app.ui.application;"
        "print(sorted(set(sys.modules) & {'ortools', 'llama_cpp', 'torch', 'numpy', 'pandas', 'fastapi', 'pyqtgraph',"
        "'auction_client.clearing', 'auction_client.exchange.desk', 'nlp.reader'}))"
    )
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
