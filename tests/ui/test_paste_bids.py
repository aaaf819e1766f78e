"""A copied list becomes a draft for each of its requests; a copied text without any changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.services.tables import drafts_csv, texts_of
from tests.services.sample_drafts import PRICED, UNPRICED


def _texts(world) -> list[str]:
    return [row.text for row in world.bench.drafts.rows()]


def test_a_copied_list_becomes_a_draft_for_each_line_and_the_first_is_open(world):
    world.open()
    QApplication.clipboard().setText(f"{PRICED}\n{UNPRICED}\n")
    world.window.run("paste_bids")
    world.dispatcher.settle()
    assert sorted(_texts(world)) == sorted([PRICED, UNPRICED])
    assert world.bench.drafts.state.text == PRICED


def test_a_copied_text_without_requests_changes_nothing(world):
    world.open()
    world.type(PRICED)
    QApplication.clipboard().setText("\n")
    world.window.run("paste_bids")
    assert _texts(world) == [PRICED]
    assert world.bench.drafts.state.text == PRICED


def opened(world, monkeypatch, path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    world.window.run("import")
    world.dispatcher.settle()


def test_a_file_with_a_list_becomes_a_draft_for_each_request(world, monkeypatch, tmp_path):
    world.open()
    opened(world, monkeypatch, tmp_path / "asked.txt", f"{PRICED}\n{UNPRICED}\n")
    assert sorted(_texts(world)) == sorted([PRICED, UNPRICED])
    assert world.bench.drafts.state.text == PRICED


def test_a_table_of_requests_is_read_as_a_spreadsheet_saves_it(world, monkeypatch, tmp_path):
    world.open()
    opened(world, monkeypatch, tmp_path / "ASKED.CSV", f"\ufeff{PRICED}\r\n{UNPRICED}\r\n")
    assert sorted(_texts(world)) == sorted([PRICED, UNPRICED])


def test_a_file_without_requests_says_so_and_changes_nothing(world, monkeypatch, tmp_path):
    world.open()
    world.type(PRICED)
    opened(world, monkeypatch, tmp_path / "empty.txt", "\n")
    assert _texts(world) == [PRICED]
    assert "This text holds no requests" in world.window.content.toast.pane.accessibleName()


def test_drafts_that_were_saved_as_a_table_come_back(world, monkeypatch, tmp_path):
    world.open()
    for text in ("-1 of everything", PRICED, UNPRICED):
        world.bench.drafts.new(text)
    saved = drafts_csv(world.bench.drafts.rows()).decode("utf-8")
    for row in world.bench.drafts.rows():
        world.bench.drafts.delete(row.id)
    opened(world, monkeypatch, tmp_path / "drafts.csv", saved)
    assert sorted(_texts(world)) == sorted(["-1 of everything", PRICED, UNPRICED])


@pytest.mark.parametrize(
    ("table", "texts"),
    [
        ('desk,Request\nA,"8 H100, Tuesday"\nB,\n', ("8 H100, Tuesday",)),
        ('text,note\n"two\nlines",x\nshort\n', ("two\nlines", "short")),
        ("gpu,quantity\nH100,8\n", ()),
        ("text\n8 H100\n", ()),
        ("8 H100s, Tuesday night\n16 A100s", ()),
        ("", ()),
    ],
)
def test_a_table_is_read_by_its_column_of_words(table, texts):
    assert texts_of(table) == texts
