"""What every scene begins with: a window over stand-ins, one of its screens, and its picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.services.memory_desk import MemoryDesk, standard_orders, standard_positions
from tests.services.sample_drafts import KOREAN, PRICED
from tests.ui.conftest import World

MakeWorld = Callable[..., World]


def opened(make: MakeWorld, look: str, language: str, **ports: object) -> World:
    world = make(desk=MemoryDesk(standard_orders(), standard_positions()), **ports)
    world.open(appearance=look, language=language)
    return world


def sentence(language: str) -> str:
    return KOREAN if language == "ko" else PRICED


def window_of(world: World) -> QWidget:
    assert world.window is not None
    return world.window


def screen(make: MakeWorld, look: str, language: str, name: str) -> QWidget:
    world = opened(make, look, language)
    window_of(world).run(name)
    world.dispatcher.settle()
    return window_of(world)


def picture(widget: QWidget) -> QImage:
    """The widget as it stands, after all that is due has been laid out."""
    for _ in range(3):
        QApplication.processEvents()
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
