"""What screen readers are told: what each widget is, and messages."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

import app.ui.widgets.toast as toast
from app.ui.accessible import ROLES
from tests.golden.scenes import SCENES, picture
from tests.ui.told import told

READ_OUT = ("ready", "estimate", "market", "positions", "review", "trail", "stop", "sign", "first_run", "palette",
            "limit_editor", "models")  # fmt: skip


def own(widget: QWidget) -> list[QWidget]:
    """Widgets of the window's own classes that are told apart from mere areas, and the widget itself."""
    return [each for each in (widget, *widget.findChildren(QWidget)) if type(each).__name__ in ROLES]


@pytest.mark.parametrize("scene", READ_OUT)
def test_what_is_drawn_or_opened_says_what_it_is_and_what_it_shows(scene, make_world):
    widget = SCENES[scene](make_world, "light", "en")
    picture(widget)
    shown = [each for each in own(widget) if each is widget or each.isVisibleTo(widget)]
    assert shown
    for each in shown:
        words = told(each)
        assert words is not None
        assert words.role == ROLES[type(each).__name__]
        assert words.name or words.role == QAccessible.Role.StaticText, f"{type(each).__name__} has no name"
        if words.role == QAccessible.Role.Chart:
            assert words.description, f"{type(each).__name__} tells nothing of what it draws"


def test_every_class_that_has_a_role_is_seen_in_some_scene(make_world):
    seen = set()
    for scene in READ_OUT:
        seen |= {type(each).__name__ for each in own(SCENES[scene](make_world, "light", "en"))}
        for popup in QApplication.topLevelWidgets():
            if type(popup).__name__ == "Popover":
                popup.close()
    assert seen == set(ROLES)


def test_what_screen_readers_hold_outlives_a_collection(world):
    window = world.open()
    charts = [each for each in own(window) if each.isVisibleTo(window)]
    before = [told(each) for each in charts]
    gc.collect()
    assert [told(each) for each in charts] == before


def test_a_message_is_read_out(world, monkeypatch):
    read: list[str] = []
    monkeypatch.setattr(toast, "announce", lambda _widget, words: read.append(words))
    world.open().content.toast.show("Draft deleted", "Undo", lambda: None)
    assert read == ["Draft deleted"]
