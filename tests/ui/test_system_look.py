"""The look of the system is taken, and followed while the window is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.ui.theme.system import look_for
from app.ui.theme.tokens import DARK

Scheme, Contrast = Qt.ColorScheme, Qt.ContrastPreference


@pytest.mark.parametrize(
    ("scheme", "contrast", "name"),
    [
        (Scheme.Unknown, Contrast.NoPreference, "light"),
        (Scheme.Light, Contrast.NoPreference, "light"),
        (Scheme.Dark, Contrast.NoPreference, "dark"),
        (Scheme.Dark, Contrast.HighContrast, "high_contrast"),
    ],
)
def test_a_wish_for_contrast_counts_for_more_than_light_or_dark(scheme, contrast, name):
    assert look_for(scheme, contrast).name == name


def test_the_window_follows_the_system_while_it_is_open(world):
    window = world.open(appearance="system")
    assert window.kit.tokens.name == "light"
    window.look.system.tokens = lambda: DARK
    window.look.system.changed.emit()
    assert window.kit.tokens.name == "dark"
    world.bench.settings.update(appearance="light")
    window.look.system.changed.emit()
    assert window.kit.tokens.name == "light"
