"""Work in stages: one a turn, the latest state each, and all at once where nothing is to move by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.ui.widgets.stages import Stages


def test_each_stage_has_a_turn_of_its_own_and_a_new_beginning_starts_over(qapp):
    done: list[str] = []
    owner = QObject()
    stages = Stages([lambda: done.append("a"), lambda: done.append("b")], owner, at_once=False)
    stages.begin()
    assert done == []
    stages.begin()
    for _ in range(4):
        QApplication.processEvents()
    assert done == ["a", "b"]


def test_what_is_left_can_be_done_now(qapp):
    done: list[str] = []
    owner = QObject()
    stages = Stages([lambda: done.append("a"), lambda: done.append("b")], owner, at_once=False)
    stages.begin()
    stages.finish()
    QApplication.processEvents()
    assert done == ["a", "b"]


def test_where_nothing_moves_by_itself_it_is_done_at_once(qapp):
    done: list[str] = []
    owner = QObject()
    Stages([lambda: done.append("a")], owner, at_once=True).begin()
    assert done == ["a"]
