"""Colours for each key: exact at once for short texts; for long ones the known colours move along and the exact ones
follow when the keys pause."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from nlp.draft import FieldSpan

SHORT = 100
"""Characters up to which a text is coloured within the key's own time."""
PAUSE_MS = 80


class Colouring(QObject):
    """Wraps the reader's `colour`. `refresh` is called when the exact colours of a long text are due."""

    def __init__(
        self, colour: Callable[[str], Sequence[FieldSpan]], refresh: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._colour = colour
        self._refresh = refresh
        self._text = ""
        self._spans: tuple[FieldSpan, ...] = ()
        self._exact = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._paused)

    def __call__(self, text: str) -> tuple[FieldSpan, ...]:
        if len(text) <= SHORT or not self._text:
            self._spans = tuple(self._colour(text))
        elif text != self._text:
            self._spans = moved(self._spans, self._text, text)
            self._exact = False
            self._timer.start()
        elif not self._exact:
            self._spans = tuple(self._colour(text))
            self._exact = True
        self._text = text
        return self._spans

    def _paused(self) -> None:
        if not self._exact:
            self._refresh()


def moved(spans: Sequence[FieldSpan], before: str, after: str) -> tuple[FieldSpan, ...]:
    """The spans of the old text where they stand in the new one; those that the change touches are dropped."""
    shorter = min(len(before), len(after))
    head = 0
    while head < shorter and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shorter - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    shift = len(after) - len(before)
    found = []
    for span in spans:
        if span.end <= head:
            found.append(span)
        elif span.start >= len(before) - tail:
            found.append(span.model_copy(update={"start": span.start + shift, "end": span.end + shift}))
    return tuple(found)
