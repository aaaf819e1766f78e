"""Drafts: templates stand first and are copied when used; files and tables are at hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from auction_client.model.bid import Bid
from tests.services.sample_drafts import ODD, PRICED, lot
from tests.ui.hands import button


@pytest.fixture
def page(world):
    window = world.open()
    for text in (PRICED, ODD):
        world.bench.drafts.new()
        world.type(text)
    window.run("drafts")
    return window.content.page("drafts")


def press(page, name: str) -> None:
    QApplication.processEvents()
    next(each for each in page.findChildren(QPushButton) if each.accessibleName().startswith(name)).click()


def test_a_template_stands_first_and_is_copied_when_it_is_used(world, page):
    press(page, f"Keep as a template: {PRICED[:20]}")
    first = world.bench.drafts.rows()[0]
    assert (first.text, first.template) == (PRICED, True)
    press(page, "Use")
    assert world.bench.drafts.state.text == PRICED
    assert world.bench.drafts.state.id != first.id
    assert [row.template for row in world.bench.drafts.rows()] == [True, False, False]


def test_enter_on_a_template_copies_it_and_on_a_draft_opens_it(world, page):
    world.bench.drafts.set_template(world.bench.drafts.rows()[1].id, True)
    template, draft = (row.id for row in world.bench.drafts.rows())
    page.list.itemActivated.emit(page.list.item(1))
    assert world.bench.drafts.state.id == draft
    world.window.run("drafts")
    page.list.itemActivated.emit(page.list.item(0))
    assert world.bench.drafts.state.id not in (template, draft)


def test_a_template_can_be_an_ordinary_draft_again(world, page):
    world.bench.drafts.set_template(world.bench.drafts.rows()[1].id, True)
    press(page, "No template any more")
    assert not any(row.template for row in world.bench.drafts.rows())


def test_all_drafts_are_saved_as_a_table(world, page, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "drafts.csv"), ""))
    button(page, "Save all as a table").click()
    lines = (tmp_path / "drafts.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "id,created,updated,text"
    assert len(lines) == 3


def test_a_bid_goes_out_to_a_file_and_comes_back_as_a_draft(world, page, monkeypatch, tmp_path):
    path = tmp_path / "request.bid.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    bid = world.bench.drafts.state.bid
    world.window.run("export")
    button(page, "Open a bid file").click()
    assert world.bench.drafts.state.bid == bid
    assert world.bench.drafts.state.text == ""


def test_a_search_without_a_find_says_so_and_leads_back_to_all(world, page):
    page.search.setText("GB300")
    button(page, "Show all drafts").click()
    assert page.search.text() == ""
    assert page.list.count() == 2


def test_a_draft_without_words_is_listed_by_what_it_holds(world, page):
    world.bench.drafts.new(source=Bid(root=lot("H100", 8, "2.60")))
    world.window.run("drafts")
    assert page.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "8 H100"
    page.search.setText("h100 8")
    assert page.list.count() == 3


def test_drafts_are_deleted_by_key_and_the_keyboard_stays_in_the_list(world, page):
    page.list.setFocus()
    page.list.setCurrentRow(0)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert [row.text for row in world.bench.drafts.rows()] == [PRICED]
    assert (page.list.hasFocus(), page.list.currentRow()) == (True, 0)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert world.bench.drafts.rows() == []
    assert page.search.hasFocus()
