"""A box of time zones: the user's, UTC, and all others to be searched by typing."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from app.ui.kit import Kit


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    """Zones named for places, in order."""
    listed = files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()
    return tuple(sorted(name for name in listed if "/" in name and not name.startswith("Etc/")))


def zone_box(kit: Kit, now: ZoneInfo, first: tuple[tuple[str, str], ...] = ()) -> QComboBox:
    """A box whose data are the zones' names; `first` are entries (words, data) that stand before the zones."""
    made = QComboBox()
    # the width of five hundred names is not measured each time
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(max(26, *(len(words) for words, _ in first), 0))
    for words, data in first:
        made.addItem(words, data)
    for name in dict.fromkeys((now.key, kit.clock.zone.key, "UTC", *_names())):
        made.addItem(name, name)
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = QCompleter(made.model(), made)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setCompleter(completer)
    made.setMaxVisibleItems(12)
    made.setMinimumWidth(220)
    return made
