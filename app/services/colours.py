"""The colours of the sentence while it is typed: exact at once while it is short. In a longer one the known colours
move along with each key, and the exact ones follow from another thread, so that no key waits for them."""

from __future__ import annotations

from collections.abc import Sequence

from app.services.jobs import Dispatcher, Executor, Job, Later, LatestWins, Listeners
from app.services.ports import Reader
from nlp.draft import FieldSpan

SHORT = 64
"""Characters up to which a text is coloured within the key's own time: in about 3 ms."""
PAUSE = 0.02
"""Seconds without a key before the exact colours of a longer text are worked out: keys in quick succession are not to
share the interpreter with that."""


class ColourService:
    """Holds the recognised words of the text it was asked about last. All methods are for the dispatcher's thread."""

    def __init__(self, *, reader: Later[Reader], executor: Executor, dispatcher: Dispatcher) -> None:
        self._reader = reader
        self._exact = LatestWins(executor, dispatcher)
        self._listeners = Listeners()
        self._text = ""
        self._spans: tuple[FieldSpan, ...] = ()

    def on_change(self, listener: Job) -> Job:
        """Calls the listener when better colours of the same text are there; returns what stops it."""
        return self._listeners.add(listener)

    @property
    def ready(self) -> bool:
        """Whether the rules are loaded."""
        return self._reader.made is not None

    def of(self, text: str) -> tuple[FieldSpan, ...]:
        """The recognised words as far as they can be told at once; the first text of all loads the rules."""
        if text == self._text:
            return self._spans
        reader = self._reader.made
        if reader is not None and len(text) <= SHORT:
            self._exact.cancel()
            self._spans = tuple(reader.colour(text))
        else:
            self._spans = moved(self._spans, self._text, text)
            self._exact.request(lambda _: tuple(self._reader.get().colour(text)), self._found, _not_found, delay=PAUSE)
        self._text = text
        return self._spans

    def known(self, text: str, spans: Sequence[FieldSpan]) -> tuple[FieldSpan, ...]:
        """The recognised words of a text that has been read already."""
        self._exact.cancel()
        self._text, self._spans = text, tuple(spans)
        return self._spans

    def _found(self, spans: tuple[FieldSpan, ...]) -> None:
        if spans != self._spans:
            self._spans = spans
            self._listeners.tell()

    def close(self) -> None:
        self._exact.cancel()


def _not_found(_error: Exception) -> None:
    """A reader that cannot be loaded is told of by the reading; the text stays without colours."""


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
