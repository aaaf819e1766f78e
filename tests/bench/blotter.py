"""How smoothly a long blotter scrolls, and what a new answer of the desk costs the window's thread."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

FRAME_MS = 1000 / 60
COUNT = 10_000


@dataclass(frozen=True)
class Scrolling:
    """Milliseconds of each frame while a table of `rows` orders is scrolled from end to end in small and large steps,
    and of the window's thread when one order of them changes."""

    rows: int
    frames: tuple[float, ...]
    change: float

    def told(self) -> str:
        ranked = sorted(self.frames)
        late = sum(frame > FRAME_MS for frame in ranked)
        p50, p99 = ranked[len(ranked) // 2], ranked[int(len(ranked) * 0.99)]
        return (
            f"blotter of {self.rows:,} orders: a frame p50 {p50:.1f}, p99 {p99:.1f}, longest {ranked[-1]:.1f} ms, "
            f"{late} of {len(ranked)} over {FRAME_MS:.1f} ms; one order changes: {self.change:.0f} ms"
        )


def scroll(count: int = COUNT) -> Scrolling:
    """Scrolls a blotter without a display. Needs a QApplication."""
    from PySide6.QtWidgets import QApplication

    from tests.services.memory_desk import MemoryDesk, standard_orders
    from tests.services.sample_moment import NOW
    from tests.ui.conftest import World

    kinds = standard_orders()
    orders = tuple(
        replace(kinds[at % len(kinds)], id=f"order-{at:06}", created=NOW - timedelta(minutes=at)) for at in range(count)
    )
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder), desk=MemoryDesk(orders))
        window = world.open()
        window.run("orders")
        table = window.content.page("orders").table
        bar = table.verticalScrollBar()
        frames = []
        for step in (1, 3, 25, 400):
            for turn in range(120):
                began = time.perf_counter()
                bar.setValue((turn * step * bar.singleStep()) % max(1, bar.maximum()))
                QApplication.processEvents()
                frames.append((time.perf_counter() - began) * 1000)
        world.desk.put("order-000007", "filled")
        began = time.perf_counter()
        world.dispatcher.wait(1.1)
        QApplication.processEvents()
        change = (time.perf_counter() - began) * 1000
        world.close()
    return Scrolling(count, tuple(frames), change)
