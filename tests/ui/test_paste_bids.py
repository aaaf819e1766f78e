"""A copied list becomes a draft for each of its requests; a copied text without any changes nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

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
