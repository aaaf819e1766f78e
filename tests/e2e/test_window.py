"""The whole way through the window: real keys, the real model, the real exchange, a filled order."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from app.bootstrap import Builder, window_services
from app.services.home import Home
from app.services.workbench import assemble, worker_threads
from app.ui.dispatch import QtDispatcher
from app.ui.garbage import GarbageCollector
from app.ui.main_window import MainWindow
from app.ui.review.sheet import ReviewSheet
from app.ui.theme.fonts import load_fonts
from auction_client.practice.calendar import AuctionCalendar
from auction_client.practice.settings import Settings

SENTENCE = "8 H100s, Tuesday night, or 16 A100s, at most $6 per GPU-hour"
PATIENCE_MS = 90_000


@pytest.mark.timeout(240)
def test_a_typed_sentence_becomes_a_filled_order(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    qapp.setStyle("Fusion")
    load_fonts()
    builder = Builder(Home(tmp_path))
    stepped = Settings(
        calendar=AuctionCalendar(timed=False), gpus=frozenset({"H100", "A100"}), horizon=timedelta(days=9)
    )
    with builder.practice_server(stepped) as server:
        services = window_services(builder, lambda: server.url)
        bench = assemble(services, QtDispatcher(), worker_threads())
        bench.settings.update(first_run_done=True)
        window = MainWindow(bench, still=True)
        qtbot.addWidget(window)
        window.show()
        collector = GarbageCollector(qapp)
        bench.start()

        QTest.keyClicks(window.content.page("compose").editor, SENTENCE)
        qtbot.waitUntil(lambda: bench.drafts.state.phase == "ready", timeout=PATIENCE_MS)
        draft = bench.drafts.state.draft
        assert draft is not None
        assert draft.reader.heard, "the language model read it"
        assert [lot.quantity for lot in draft.bid.root.items] == [8, 16]
        qtbot.waitUntil(lambda: bench.estimates.state.estimate is not None, timeout=PATIENCE_MS)
        assert bench.estimates.state.estimate.fills

        window.run("review")
        qtbot.waitUntil(lambda: window.sheet is not None, timeout=PATIENCE_MS)
        sheet = window.sheet
        assert isinstance(sheet, ReviewSheet)
        for box in sheet.findChildren(QCheckBox):
            box.setChecked(True)
        assert sheet.reason is not None, "the shared limit is far above what A100s last cleared at"
        sheet.reason.line.setText("either finishes the run by Wednesday")
        qtbot.mouseClick(sheet.confirm, Qt.MouseButton.LeftButton)
        state = bench.orders
        qtbot.waitUntil(lambda: [o.state for o in state.state.orders] == ["accepted"], timeout=PATIENCE_MS)
        server.exchange.step()
        qtbot.waitUntil(lambda: [o.state for o in state.state.orders] == ["filled"], timeout=PATIENCE_MS)

        (order,) = state.state.orders
        assert order.bid == draft.bid
        assert order.pay is not None
        assert 0 < order.pay <= order.worst_case
        rows = window.content.page("orders").rows
        assert rows.data(rows.index(0, 2)) == "Filled"
        qtbot.waitUntil(lambda: len(state.state.positions) == 1, timeout=PATIENCE_MS)
        window.close()
        bench.close()
        collector.stop()
