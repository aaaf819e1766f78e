"""What is traded and what is owned."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from app.services.errors import UserFacing
from tests.golden.scenes.opening import MakeWorld, screen
from tests.services.memory_desk import MemoryDesk, standard_orders, standard_positions


def market(make: MakeWorld, look: str, language: str) -> QWidget:
    return screen(make, look, language, "market")


def token(make: MakeWorld, look: str, language: str) -> QWidget:
    window = screen(make, look, language, "market")
    window.content.page("market").tokens.selectRow(0)
    return window


def no_market(make: MakeWorld, look: str, language: str) -> QWidget:
    """The exchange has not answered yet."""
    world = make()
    world.desk.error = UserFacing("offline", "Offline")
    window = world.open(appearance=look, language=language)
    window.run("market")
    return window


def positions(make: MakeWorld, look: str, language: str) -> QWidget:
    return screen(make, look, language, "positions")


def later_week(make: MakeWorld, look: str, language: str) -> QWidget:
    """Hours that are owned for weeks, the second of them in sight."""
    held = standard_positions()[0]
    start, _ = held.hours[0]
    long = replace(held, hours=((start, start + timedelta(days=12)),))
    world = make(desk=MemoryDesk(standard_orders(), (long, *standard_positions()[1:])))
    window = world.open(appearance=look, language=language)
    window.run("positions")
    window.models.positions.go(+1)
    return window


def no_positions(make: MakeWorld, look: str, language: str) -> QWidget:
    window = make().open(appearance=look, language=language)
    window.run("positions")
    return window
