"""The editor of the user's own hours of a part of the day, which hold from then on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QPushButton

from app.ui.compose.defaults import OwnDefaults
from app.ui.compose.popover import Popover
from app.ui.kit import Kit
from app.ui.words import Words
from nlp.draft import FieldChange
from nlp.linking.preferences import USUAL_HOURS, DayPart, Hours

DAY = 24


def part_words(part: DayPart, t: Words) -> str:
    """A part of the day for people."""
    return {
        "dawn": t("Small hours"), "morning": t("Morning"), "afternoon": t("Afternoon"), "evening": t("Evening"),
        "night": t("Night"),
    }[part]  # fmt: skip


def hours_words(hours: Hours) -> str:
    """``22:00–06:00``."""
    first, last = hours
    return f"{first:02d}:00–{last % DAY:02d}:00"


def open_hours(kit: Kit, defaults: OwnDefaults, part: DayPart, button: QPushButton) -> None:
    """Opens the editor beside what names the part of the day; what is set is remembered and can be taken back."""
    t = kit.t
    popover = Popover(kit, t("{part}, from now on", part=part_words(part, t)), lambda _changes: True, button)
    first, last = defaults.preferences.hours.get(part, USUAL_HOURS[part])
    begins, ends = _clock(first), _clock(last % DAY)
    popover.add(t("From"), begins)
    popover.add(t("To"), ends)
    note = kit.label("", "small")
    popover.body.addWidget(note)
    popover.done.setText(t("Always do this"))

    def chosen() -> Hours:
        first, last = begins.currentIndex(), ends.currentIndex()
        return first, last if last > first else last + DAY

    def tell() -> None:
        first, last = chosen()
        lasts = t("{hours} hours", hours=last - first)
        note.setText(f"{lasts}, {t('into the next day')}" if last > DAY else lasts)

    begins.currentIndexChanged.connect(lambda _: tell())
    ends.currentIndexChanged.connect(lambda _: tell())
    tell()

    def collect() -> Sequence[FieldChange]:
        words = t("{part} is {hours} from now on.", part=part_words(part, t), hours=hours_words(chosen()))
        defaults.remember(words, hours={**defaults.preferences.hours, part: chosen()})
        return []

    popover.open(collect, begins)


def _clock(hour: int) -> QComboBox:
    made = QComboBox()
    made.addItems([f"{each:02d}:00" for each in range(DAY)])
    made.setCurrentIndex(hour)
    return made
