"""An order in full: why it was not filled, its audit trail, its proof, and the second person's signature."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QPushButton

from app.ui.orders.signing import SignSheet
from app.ui.orders.trail import TrailSheet
from tests.services.memory_desk import MemoryDesk, standard_orders, standard_positions
from tests.services.sample_drafts import PRICED
from tests.ui.hands import button


@pytest.fixture
def desk(make_world):
    world = make_world(desk=MemoryDesk(standard_orders(), standard_positions()))
    world.open()
    return world


def chosen(monkeypatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def show(world, order_id: str):
    world.window.models.orders.select(order_id)
    world.window.run("orders")
    return world.window.content.page("orders").detail


def test_an_order_that_was_not_filled_says_at_what_the_auction_cleared(desk):
    said = [label.text() for label in show(desk, "019a-0002").findChildren(QLabel)]
    assert any(words.startswith("8 × H100: cleared at $2.14 on average") for words in said)
    button(show(desk, "019a-0002"), "Change and resubmit").click()
    assert desk.bench.drafts.state.text


def test_the_audit_trail_shows_each_entry_whole_with_its_hash(desk):
    button(show(desk, "019a-0003"), "Audit trail").click()
    desk.dispatcher.settle()
    sheet = desk.window.sheet
    assert isinstance(sheet, TrailSheet)
    assert sheet.table.item(0, 2).text() == "What you wrote"
    sheet.table.selectRow(4)
    assert "4711" in sheet._words.toPlainText()
    assert "04" * 32 in sheet._hash.text().replace(" ", "")


def test_the_proof_is_saved_where_the_user_says(desk, monkeypatch, tmp_path):
    chosen(monkeypatch, tmp_path / "proof.json")
    button(show(desk, "019a-0003"), "Save the proof").click()
    desk.dispatcher.settle()
    assert (tmp_path / "proof.json").read_bytes() == b'{"client_id":"019a-0003"}'


def test_a_held_order_goes_from_request_to_signature_to_sending(desk, monkeypatch, tmp_path):
    desk.desk.put("019a-0005", "held", awaits="approval")
    desk.dispatcher.wait(1.1)
    chosen(monkeypatch, tmp_path / "request.json")
    detail = show(desk, "019a-0005")
    assert any("second person's signature" in label.text() for label in detail.findChildren(QLabel))
    button(detail, "Save the request").click()
    desk.dispatcher.settle()
    desk.window.run("sign")
    desk.dispatcher.settle()
    sheet = desk.window.sheet
    assert isinstance(sheet, SignSheet)
    assert not sheet.confirm.isEnabled(), "a signature has a name under it"
    sheet.name.setText("Risk desk")
    chosen(monkeypatch, tmp_path / "signed.json")
    sheet.confirm.click()
    desk.dispatcher.settle()
    assert (tmp_path / "signed.json").read_bytes() == b"signed 019a-0005 by Risk desk"
    button(show(desk, "019a-0005"), "Take a signature").click()
    desk.dispatcher.settle()
    assert desk.bench.orders.state.orders[1].state == "sending"


def test_a_signature_for_another_bid_is_refused_and_the_order_stays_held(desk, monkeypatch, tmp_path):
    desk.desk.put("019a-0005", "held", awaits="approval")
    desk.dispatcher.wait(1.1)
    (tmp_path / "signed.json").write_bytes(b"signed 019a-0006 by Risk desk")
    chosen(monkeypatch, tmp_path / "signed.json")
    button(show(desk, "019a-0005"), "Take a signature").click()
    desk.dispatcher.settle()
    assert desk.bench.orders.state.orders[1].state == "held"
    assert any("another bid" in label.text() for label in desk.window.content.findChildren(QLabel))


def test_what_the_stop_switch_held_is_let_go_by_hand(desk):
    desk.desk.put("019a-0005", "held", awaits="release")
    desk.dispatcher.wait(1.1)
    button(show(desk, "019a-0005"), "Let it go").click()
    desk.dispatcher.settle()
    assert desk.bench.orders.state.orders[1].state == "saved"


def test_all_orders_are_saved_as_a_table_that_no_spreadsheet_runs(desk, monkeypatch, tmp_path):
    chosen(monkeypatch, tmp_path / "orders.csv")
    desk.desk.put("019a-0004", "rejected", reason="=1+1")
    desk.dispatcher.wait(1.1)
    desk.window.run("export_orders")
    lines = (tmp_path / "orders.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + len(standard_orders())
    assert lines[0].startswith("id,confirmed,state")
    assert "'=1+1" in lines[3]
    assert ",179.20," in lines[4]


def test_the_keyboard_waits_for_the_first_order_and_rests_on_nothing_that_acts(world):
    window = world.open()
    world.type(PRICED)
    window.run("review")
    world.dispatcher.settle()
    for box in window.sheet.findChildren(QCheckBox):
        box.setChecked(True)
    window.sheet.confirm.setFocus()
    QTest.keyClick(window.sheet.confirm, Qt.Key.Key_Return)
    page = window.content.page("orders")
    assert not isinstance(QApplication.focusWidget(), QPushButton)
    world.dispatcher.wait(2.0)
    assert page.table.hasFocus()
