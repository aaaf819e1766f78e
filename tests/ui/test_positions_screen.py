"""What is owned: idle hours, what tokens have paid out, and the calendar's twin."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from tests.services.memory_desk import MemoryDesk, standard_orders, standard_positions
from tests.services.sample_moment import NOW, ZONE


@pytest.fixture
def page(make_world):
    world = make_world(desk=MemoryDesk(standard_orders(), standard_positions()))
    window = world.open()
    window.run("positions")
    return window.content.page("positions")


def said(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def test_idle_hours_are_counted_and_valued(page):
    assert "80 GPU-hours ahead · 80 of them offered" in said(page)
    assert any(words.startswith("1,632 GPU-hours ahead are not offered to anyone") for words in said(page))


def test_tokens_say_what_they_have_paid_out_and_when(page):
    assert "Paid out to you so far: $7.08" in said(page)
    assert "Mon 23 Nov: $0.0031 a token, $3.72 for these" in said(page)


def test_the_calendar_has_a_table_of_the_same_hours(page):
    page.plot.switch.click()
    cells = [[page.plot.table.item(at, place).text() for place in range(5)] for at in range(2)]
    assert cells[0] == ["H100 SXM 80 GB", "8", "Tue 24 Nov 20:00 PST", "Wed 25 Nov 06:00 PST", "0"]
    assert cells[1][4] == "1,632"


def test_the_calendar_says_what_lies_idle_without_being_seen(page):
    offered, idle = page.calendar.accessibleDescription().split("; ")
    assert "idle" not in offered
    assert idle.endswith("1,632 GPU-hours idle")


def test_what_an_order_won_is_there_as_soon_as_it_is_told(make_world):
    world = make_world(desk=MemoryDesk(standard_orders()))
    world.open()
    world.dispatcher.wait(1.0)
    world.desk.held = standard_positions()
    world.desk.put("019a-0005", "filled")
    world.dispatcher.wait(1.0)
    assert world.bench.orders.state.positions == standard_positions()


def test_hours_beyond_a_week_are_reached_by_its_buttons(make_world):
    held = standard_positions()[0]
    start, _ = held.hours[0]
    world = make_world(desk=MemoryDesk((), (replace(held, hours=((start, start + timedelta(days=16)),)),)))
    window = world.open()
    window.run("positions")
    page = window.content.page("positions")
    assert "Week 1 of 3" in said(page)
    assert not page.earlier.isEnabled()
    page.later.click()
    page.later.click()
    assert "Week 3 of 3" in said(page)
    assert not page.later.isEnabled()
    assert page.calendar._start.date() == (NOW.astimezone(ZONE) + timedelta(days=14)).date()


def test_a_week_that_holds_all_hours_has_no_buttons(page):
    assert not page.later.isVisibleTo(page)
