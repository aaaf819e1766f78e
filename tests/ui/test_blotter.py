"""A long blotter: frames stay short, and columns are wide enough without measuring every row."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from PySide6.QtGui import QFontMetrics

from app.services.views import FINAL_STATES, Proof
from app.ui.orders.detail import told_history
from app.ui.orders.model import COLUMNS, UNDER
from app.ui.orders.words import ended_words
from tests.services.memory_desk import MemoryDesk, standard_orders, standard_positions
from tests.ui.hands import button


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


def test_an_order_that_changes_touches_no_other_row(make_world):
    kinds = standard_orders()
    world = make_world(desk=MemoryDesk(tuple(replace(kinds[at % 6], id=f"o-{at:05}") for at in range(3_000))))
    rows = world.open().content.page("orders").rows
    told: list[tuple[int, int] | str] = []
    rows.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    rows.modelReset.connect(lambda: told.append("reset"))
    world.desk.put("o-00007", "filled")
    world.dispatcher.wait(1.1)
    row = rows.row_of("o-00007")
    assert rows.index(row, COLUMNS.index("state")).data() == "Filled"
    assert set(told) == {(row, row)}


def test_a_row_says_when_it_delivers_and_what_comes_next_under_its_words(make_world):
    world = make_world(desk=MemoryDesk(standard_orders(), standard_positions()))
    window = world.open()
    rows = window.content.page("orders").rows
    at = rows.row_of("019a-0003")
    assert rows.index(at, COLUMNS.index("bid")).data(UNDER) == "Tue 24 Nov 20:00 · 10 h"
    assert rows.index(at, COLUMNS.index("state")).data(UNDER) == "in positions"
    assert rows.index(at, COLUMNS.index("paid")).data(UNDER) == ""
    tokens = [row for row in range(rows.rowCount()) if "ATLAS" in rows.index(row, COLUMNS.index("bid")).data()]
    assert [rows.index(row, COLUMNS.index("bid")).data(UNDER) for row in tokens] == [""]


def test_an_order_that_ended_is_told_by_what_it_was_and_what_it_cost(make_world):
    world = make_world(desk=MemoryDesk(standard_orders(), standard_positions()))
    window = world.open()
    kit = window.kit
    told = {order.state: ended_words(order, kit.t, kit.fmt) for order in world.bench.orders.state.orders
            if order.state in FINAL_STATES}  # fmt: skip
    assert told["filled"] == "8 H100 or 16 A100: filled, $179.20 paid"
    assert told["lost"] == "8 H100 or 16 A100: Not filled"
    assert told["rejected"] == "500 ATLAS-32B: Refused"
    sold = replace(standard_orders()[0], state="filled", pay=Decimal("-152.00"))
    assert ended_words(sold, kit.t, kit.fmt) == "Sell 8 H100: filled, $152.00 received"


def test_the_receipt_says_when_a_bid_came_into_the_auction():
    (filled,) = [order for order in standard_orders() if order.state == "filled"]
    saved, done = filled.history[0], filled.history[-1]
    bare = replace(filled, history=(saved, done), proof=Proof(7, saved.at + timedelta(seconds=2), "a", "d"))
    assert [event.state for event in told_history(bare)] == ["saved", "accepted", "filled"]
    assert told_history(bare)[1].at == saved.at + timedelta(seconds=2)
    assert told_history(filled) == filled.history
    assert told_history(replace(bare, proof=None)) == (saved, done)


def test_a_filled_order_leads_to_its_positions(make_world):
    world = make_world(desk=MemoryDesk(standard_orders(), standard_positions()))
    window = world.open()
    window.models.orders.select("019a-0003")
    window.run("orders")
    button(window.content.page("orders").detail, "See positions").click()
    assert window.content.page("positions").isVisible()
