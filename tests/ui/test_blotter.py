"""A long blotter: frames stay short, and columns are wide enough without measuring every row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetrics

from tests.bench.blotter import FRAME_MS, scroll
from tests.services.fakes import MemoryDesk, standard_orders


def test_no_cell_is_measured_while_the_blotter_scrolls(make_world):
    kinds = standard_orders()
    world = make_world(desk=MemoryDesk(tuple(replace(kinds[at % 6], id=f"o-{at:05}") for at in range(3_000))))
    window = world.open()
    window.run("orders")
    page = window.content.page("orders")
    asked: list[int] = []
    data = page.rows.data
    page.rows.data = lambda index, role=0: asked.append(role) or data(index, role)
    page.table.verticalScrollBar().setValue(500)
    page.table.viewport().repaint()
    rows_in_sight = page.table.viewport().height() // page.table.rowHeight(0) + 2
    assert len(asked) <= rows_in_sight * 5 * 6


def test_every_state_fits_its_column_in_both_languages(make_world):
    for language in ("en", "ko"):
        world = make_world(desk=MemoryDesk(standard_orders()))
        window = world.open(language=language)
        window.run("orders")
        page = window.content.page("orders")
        metrics = QFontMetrics(page._delegate._plain)
        for row in range(page.rows.rowCount()):
            for column in (0, 2, 3, 4):
                words = page.rows.index(row, column).data()
                room = page.table.columnWidth(column) - 26 - (24 if column == 2 else 0)
                assert metrics.horizontalAdvance(words) <= room, words


@pytest.mark.slow
def test_ten_thousand_orders_scroll_at_sixty_frames_a_second(qapp):
    measured = scroll()
    assert sorted(measured.frames)[len(measured.frames) // 2] <= FRAME_MS
    assert measured.change <= 50
