"""From tokens to what Qt draws: the palette, and a small style sheet."""

from __future__ import annotations

from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QPalette

from app.ui.theme.fonts import BODY, COMPOSE, DISPLAY, FAMILY, SMALL, TITLE
from app.ui.theme.icons import ICON_FOLDER
from app.ui.theme.tokens import Tokens

SHEET = Path(__file__).with_name("window.qss")


def palette(tokens: Tokens) -> QPalette:
    """Qt's own roles from our tokens, for the parts that no style sheet reaches."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.ground,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.sunken,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.ToolTipBase: tokens.text,
        QPalette.ColorRole.ToolTipText: tokens.surface,
        QPalette.ColorRole.Link: tokens.accent_ink,
        QPalette.ColorRole.Light: tokens.surface,
        QPalette.ColorRole.Mid: tokens.border,
        QPalette.ColorRole.Dark: tokens.border_strong,
        QPalette.ColorRole.Shadow: tokens.veil,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return made


def style_sheet(tokens: Tokens, scale: float = 1.0) -> str:
    """The style sheet of the whole window, at a text scale. Widgets pick their look by the property `look`."""
    sizes = {"body": BODY, "small": SMALL, "title": TITLE, "display": DISPLAY, "compose": COMPOSE}
    sizes |= {str(size): size for size in (15, 16, 18)}
    edges = {
        f"{tone}_edge": getattr(tokens, tone if tokens.border_width > 1 else f"{tone}_soft")
        for tone in ("good", "warn", "bad")
    }
    edges["field_edge"] = tokens.border if tokens.border_width > 1 else tokens.sunken
    return Template(SHEET.read_text(encoding="utf-8")).substitute(
        tokens.colour_names(),
        family=FAMILY,
        icons=ICON_FOLDER.as_posix(),
        name=tokens.name,
        edge=f"{tokens.border_width}px",
        **edges,
        **{f"size_{name}": f"{round(size * scale)}px" for name, size in sizes.items()},
    )
