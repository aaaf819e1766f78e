"""Services over stand-ins, without Qt; time and threads stand still until a test moves them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.services.clock import FixedClock
from app.services.workbench import Executors, Workbench, assemble
from tests.services.by_hand import HandDispatcher, InlineExecutor
from tests.services.fakes import services
from tests.services.memory_desk import MemoryDesk
from tests.services.sample_drafts import TableReader
from tests.services.sample_market import ScriptedEstimator
from tests.services.sample_moment import NOW, ZONE


class Bench:
    """A workbench and the hands that move it."""

    def __init__(self, folder: Path) -> None:
        self.reader = TableReader()
        self.quick = TableReader()
        self.estimator = ScriptedEstimator()
        self.desk = MemoryDesk()
        self.clock = FixedClock(NOW, ZONE)
        self.dispatcher = HandDispatcher()
        self.reading = InlineExecutor()
        self.estimating = InlineExecutor()
        self.asking = InlineExecutor()
        ports = services(
            folder,
            reader=self.reader,
            quick_reader=self.quick,
            estimator=self.estimator,
            desk=self.desk,
            clock=self.clock,
        )
        executors = Executors(
            InlineExecutor(), self.reading, self.estimating, self.asking, InlineExecutor(), InlineExecutor()
        )
        self.work: Workbench = assemble(ports, self.dispatcher, executors)

    @property
    def drafts(self):
        return self.work.drafts

    def type(self, text: str) -> None:
        self.work.drafts.edit(text)
        self.dispatcher.wait(1.0)


@pytest.fixture
def make_bench(tmp_path: Path) -> Iterator[Callable[[str], Bench]]:
    made: list[Bench] = []

    def make(folder: str = "data") -> Bench:
        bench = Bench(tmp_path / folder)
        made.append(bench)
        return bench

    yield make
    for bench in made:
        bench.work.close()


@pytest.fixture
def bench(make_bench: Callable[..., Bench]) -> Bench:
    return make_bench()
