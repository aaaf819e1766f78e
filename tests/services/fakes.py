"""The services over stand-ins at every border."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.services.clock import FixedClock
from app.services.errors import UserFacing
from app.services.ports import Services
from app.services.views import (
    ModelView,
)
from tests.services.memory_desk import MemoryDesk
from tests.services.sample_drafts import TableReader
from tests.services.sample_market import ScriptedEstimator
from tests.services.sample_moment import CATALOGUE, NOW, ZONE

PACKAGED = ModelView(
    "smollm2-135m", "gguf", "/opt/bidwright/SmolLM2-135M-Instruct.Q4_1.gguf",
    "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53", 98_362_432, "linker-v2.gguf, 0c6f5ab1d2e3",
    "Apache-2.0", used=True, present=True,
)  # fmt: skip


DESK_SERVER = ModelView("desk", "server", "http://127.0.0.1:8000/v1", None, None, "", "", used=False, present=True)


class MemoryShelf:
    """Models in memory. A file named `slow` is read in steps and can be called off."""

    def __init__(self, *models: ModelView) -> None:
        self.kept = list(models or (PACKAGED, DESK_SERVER))
        self.broken: set[str] = set()
        self.step: Callable[[int], None] = lambda _step: None

    def models(self) -> tuple[ModelView, ...]:
        return tuple(self.kept)

    def add_file(self, path: Path, watch: Callable[[int, int], None]) -> str:
        for step in range(1, 5):
            self.step(step)
            watch(step * 25, 100)
        self.kept.append(replace(PACKAGED, name=path.stem, place=str(path), adapter="", licence="", used=False))
        return path.stem

    def add_server(self, url: str, served_name: str, name: str) -> str:
        if not url.startswith("http"):
            raise UserFacing("model", "The model was not added", f"{url} is no server address")
        self.kept.append(replace(DESK_SERVER, name=name, place=url))
        return name

    def verify(self, name: str, watch: Callable[[int, int], None]) -> None:
        if name in self.broken:
            raise UserFacing("model", "The model is not as it was pinned", "SHA-256 differs")

    def use(self, name: str, watch: Callable[[int, int], None]) -> None:
        self.verify(name, watch)
        self.kept = [replace(model, used=model.name == name) for model in self.kept]


def services(
    folder: Path,
    *,
    reader: TableReader | None = None,
    quick_reader: TableReader | None = None,
    estimator: ScriptedEstimator | None = None,
    desk: MemoryDesk | None = None,
    clock: FixedClock | None = None,
    shelf: MemoryShelf | None = None,
) -> Services:
    """The ports of one window over stand-ins."""
    reader, quick = reader or TableReader(), quick_reader or TableReader()
    estimator, desk = estimator or ScriptedEstimator(), desk or MemoryDesk()
    return Services(
        catalogue=CATALOGUE,
        clock=clock or FixedClock(NOW, ZONE),
        data_folder=folder,
        venue="Practice exchange",
        make_quick_reader=lambda: quick,
        make_reader=lambda: reader,
        make_estimator=lambda: estimator,
        make_desk=lambda: desk,
        models=shelf or MemoryShelf(),
    )
