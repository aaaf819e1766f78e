"""What stands around every screen: the rail and the bar with the countdown."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from app.ui.actions import SCREENS
from tests.services.sample_moment import NOW


def test_the_countdown_goes_on_where_the_user_wants_less_motion(world, qtbot):
    window = world.open(reduced_motion=True)
    left = window.content.top._left
    before = left.text()
    world.bench.ports.clock.move_to(NOW + timedelta(minutes=3))
    qtbot.waitUntil(lambda: left.text() != before, timeout=2_000)


@pytest.mark.parametrize(("scale", "narrow"), [(1.0, False), (1.5, False), (2.0, True)])
def test_large_text_in_a_small_window_leaves_the_rail_its_icons_and_their_names_to_readers(world, scale, narrow):
    window = world.open(text_scale=scale)
    window.resize(window.minimumSize())
    rail = window.content.navigation
    shown = list(rail.findChildren(QPushButton))
    assert [bool(button.text()) for button in shown] == [not narrow] * len(SCREENS)
    assert all(button.accessibleName() and button.toolTip() for button in shown)
    assert (rail.width() < 100) == narrow
    window.resize(1500, 900)
    assert all(button.text() for button in shown)
    assert rail.width() > 180
