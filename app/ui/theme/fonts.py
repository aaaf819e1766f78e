"""The bundled typeface (Latin and Hangul) and the sizes in use."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FONT_FOLDER = Path(__file__).parents[3] / "resources" / "fonts"
FAMILY = "Pretendard"
BODY, SMALL, TITLE, DISPLAY, COMPOSE = 14, 12, 20, 30, 19
"""Sizes in device-independent pixels at a text scale of 1."""

_TABULAR = QFont.Tag.fromString("tnum")


def load_fonts() -> None:
    """Registers the bundled weights with Qt. Raises RuntimeError where a file is missing or broken."""
    for weight in ("Regular", "Medium", "SemiBold"):
        path = FONT_FOLDER / f"Pretendard-{weight}.otf"
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(f"the font {path} could not be loaded")


def font(size: float = BODY, weight: QFont.Weight = QFont.Weight.Normal, *, tabular: bool = False) -> QFont:
    """The typeface at a size in pixels; `tabular` gives all digits one width."""
    made = QFont([FAMILY])
    made.setPixelSize(round(size))
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular and _TABULAR is not None:
        made.setFeature(_TABULAR, 1)
    return made
