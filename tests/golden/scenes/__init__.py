"""The screens and states that are kept as pictures: fixed size, clock and data, nothing moving."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.golden.scenes.composing import (
    asks,
    by_hand,
    empty,
    estimate,
    large_text,
    losing,
    nested,
    offline,
    ready,
    reworded,
    timeline_table,
    waiting,
)
from tests.golden.scenes.desk import (
    adding_a_model,
    crash,
    drafts,
    first_run,
    help_page,
    models,
    no_drafts,
    not_found,
    own_defaults,
    palette,
    settings,
    toast,
)
from tests.golden.scenes.editing import group_editor, hours_editor, limit_editor, place_editor, window_editor
from tests.golden.scenes.holding import later_week, market, no_market, no_positions, positions, token
from tests.golden.scenes.opening import MakeWorld, picture
from tests.golden.scenes.ordering import far_out, held, lost, no_orders, orders, review, sign, stop, stopped, trail

__all__ = ["KEPT", "KEPT_TOO", "LOOKS", "SCENES", "picture"]

LOOKS = {"en": ("light", "dark", "high_contrast"), "ko": ("light", "dark")}
SCENES: dict[str, Callable[[MakeWorld, str, str], QWidget]] = {
    scene.__name__: scene
    for scene in (
        empty, asks, ready, estimate, losing, offline, review, far_out, reworded, by_hand, nested, limit_editor,
        window_editor, group_editor, place_editor, hours_editor, timeline_table, own_defaults, orders, stopped,
        no_orders, stop, waiting, toast, crash, no_positions, no_drafts, not_found, no_market,
        held, lost, trail, sign, market, token, positions, later_week, drafts,
        settings, models, adding_a_model, help_page, palette, first_run, large_text,
    )
}  # fmt: skip
KEPT = [(name, look, language) for name in SCENES for look, language in (("light", "en"), ("dark", "ko"))]
"""What every run compares: each scene in two looks and two languages."""
KEPT_TOO = [(name, look, language) for name in SCENES for look, language in (("dark", "en"), ("light", "ko"))]
KEPT_TOO += [(name, "high_contrast", "en") for name in ("ready", "orders", "review", "market")]
"""What a slow run compares too."""
