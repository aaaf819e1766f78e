"""Garbage is collected on the window's thread, in short steps, and nothing of it stays for good."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from app.ui.garbage import OLD, YOUNG, GarbageCollector


class Ring:
    """Refers to itself, so that only a collector frees it."""

    def __init__(self) -> None:
        self.own = self
        self.filling = [[] for _ in range(YOUNG)]


@pytest.fixture
def collector(qapp) -> Iterator[GarbageCollector]:
    made = GarbageCollector(qapp)
    yield made
    made.stop()
    made.deleteLater()
    gc.collect()


def test_the_interpreter_collects_nothing_by_itself_until_it_is_given_back(qapp):
    gc.enable()
    made = GarbageCollector(qapp)
    assert not gc.isenabled()
    made.stop()
    made.deleteLater()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_a_step_frees_what_has_become_garbage(collector):
    gone = weakref.ref(Ring())
    assert gone() is not None
    collector.step()
    assert gone() is None


def test_what_lasts_is_set_aside_and_looked_at_when_the_user_turns_away(collector, qapp):
    kept = [Ring() for _ in range(OLD // YOUNG + 2)]
    gone = weakref.ref(kept[0])
    before = gc.get_freeze_count()
    collector.step()
    assert gc.get_freeze_count() > before, "no step looks at them again"
    kept.clear()
    collector.step()
    assert gone() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert gone() is None
