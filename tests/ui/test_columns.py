"""Columns are as the user has arranged them, in the next window too, and go back to how they were at first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView

from app.ui.main_window import MainWindow
from app.ui.memory import WindowMemory
from app.ui.orders.model import COLUMNS
from tests.services.memory_desk import MemoryDesk, standard_orders, standard_positions
from tests.ui.conftest import World


@pytest.fixture
def world(make_world) -> World:
    return make_world(desk=MemoryDesk(standard_orders(), standard_positions()))


@pytest.fixture
def stored(tmp_path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def opened(world: World, stored: QSettings, screen: str) -> MainWindow:
    """A window with this memory; the one before it is closed, as at the next start."""
    if world.window is not None:
        world.window.close()
        world.window.deleteLater()
    else:
        world.bench.start()
        world.dispatcher.settle()
    stored.sync()
    again = QSettings(stored.fileName(), QSettings.Format.IniFormat)
    world.window = MainWindow(world.bench, still=True, memory=WindowMemory(again))
    world.window.show()
    world.window.run(screen)
    QApplication.processEvents()
    return world.window


def blotter(world: World, stored: QSettings) -> QHeaderView:
    return opened(world, stored, "orders").content.page("orders").table.horizontalHeader()


def press(header: QHeaderView, column: str) -> None:
    at = COLUMNS.index(column)
    place = QPoint(header.sectionViewportPosition(at) + header.sectionSize(at) // 2, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def widths(header: QHeaderView) -> list[int]:
    """Those of all columns but the one that takes what is left."""
    return [header.sectionSize(at) for at, column in enumerate(COLUMNS) if column != "bid"]


def states(world: World) -> list[str]:
    rows = world.window.content.page("orders").rows
    return [rows.order_at(at).state for at in range(rows.rowCount())]


def test_a_width_that_was_dragged_is_there_at_the_next_start_and_at_another_size_of_text(world, stored):
    header = blotter(world, stored)
    fitted = header.sectionSize(0)
    header.resizeSection(0, 200)
    assert fitted != 200
    assert blotter(world, stored).sectionSize(0) == 200
    world.bench.settings.update(text_scale=1.5)
    assert blotter(world, stored).sectionSize(0) == 300


def test_columns_keep_the_order_they_were_dragged_into(world, stored):
    header = blotter(world, stored)
    header.moveSection(COLUMNS.index("state"), 0)
    again = blotter(world, stored)
    assert again.visualIndex(COLUMNS.index("state")) == 0
    assert again.visualIndex(COLUMNS.index("time")) == 1


def test_a_press_on_a_header_sorts_a_second_turns_it_round_and_a_third_takes_it_back(world, stored):
    header = blotter(world, stored)
    as_told = states(world)
    press(header, "state")
    rising = states(world)
    assert rising != as_told
    assert sorted(rising) == sorted(as_told)
    press(header, "state")
    assert states(world) == rising[::-1]
    blotter(world, stored)
    assert states(world) == rising[::-1], "sorted so at the next start too"
    press(world.window.content.page("orders").table.horizontalHeader(), "state")
    assert states(world) == as_told


def test_amounts_that_are_not_known_come_last_either_way(world, stored):
    header = blotter(world, stored)
    rows = world.window.content.page("orders").rows
    for _ in range(2):
        press(header, "paid")
        paid = [rows.order_at(at).pay for at in range(rows.rowCount())]
        known = [each for each in paid if each is not None]
        assert known
        assert paid == [*known, *[None] * (len(paid) - len(known))]


def test_the_order_that_was_chosen_stays_chosen_while_rows_change_places(world, stored):
    header = blotter(world, stored)
    page = world.window.content.page("orders")
    page.table.selectRow(2)
    chosen = world.window.models.orders.selected
    press(header, "most")
    (row,) = {index.row() for index in page.table.selectedIndexes()}
    assert page.rows.order_at(row) == chosen


def test_one_command_takes_all_columns_back_to_how_they_were_at_first(world, stored):
    header = blotter(world, stored)
    first = widths(header)
    as_told = states(world)
    header.resizeSection(0, 260)
    header.moveSection(4, 0)
    press(header, "state")
    world.window.run("columns")
    for shown in (header, blotter(world, stored)):
        assert widths(shown) == first
        assert [shown.visualIndex(at) for at in range(len(COLUMNS))] == list(range(len(COLUMNS)))
        assert states(world) == as_told


def test_the_markets_tables_are_sorted_and_remembered_too(world, stored):
    page = opened(world, stored, "market").content.page("market")
    at = page.quotes.horizontalHeader()
    at.setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    at.resizeSection(2, 140)
    prices = [page.quotes.item(row, 2).text() for row in range(page.quotes.rowCount())]
    known = [float(each) for each in prices if each != "–"]
    assert known == sorted(known, reverse=True)
    again = opened(world, stored, "market").content.page("market").quotes
    assert [again.item(row, 2).text() for row in range(again.rowCount())] == prices
    assert again.horizontalHeader().sectionSize(2) == 140


@pytest.mark.parametrize(
    "kept",
    [
        "nonsense",
        "[]",
        '{"widths": {"time": -5, "state": "wide", "gone": 90}}',
        '{"order": ["time"], "sort": ["x", 1]}',
    ],
)
def test_what_cannot_be_read_is_as_if_it_had_never_been(world, stored, kept):
    first = widths(blotter(world, stored))
    stored.setValue("tables/orders", kept)
    header = blotter(world, stored)
    assert widths(header) == first
    assert [header.visualIndex(at) for at in range(len(COLUMNS))] == list(range(len(COLUMNS)))
