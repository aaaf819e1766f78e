"""Colours while typing: at once where the text is short; moved along, and exact soon after, where it is long."""

from __future__ import annotations

import pytest

from app.services.colours import SHORT, ColourService, moved
from app.services.jobs import Later
from tests.services.by_hand import HandDispatcher, InlineExecutor
from tests.services.sample_drafts import PRICED, TableReader, spans_in

SHORT_TEXT = "8 H100s or 16 A100s"
LONG_TEXT = " and ".join([PRICED] * 3)


class Setting:
    def __init__(self) -> None:
        self.dispatcher, self.executor = HandDispatcher(), InlineExecutor()
        self.reader = TableReader()
        self.later = Later(lambda: self.reader)
        self.told: list[str] = []
        self.colours = ColourService(reader=self.later, executor=self.executor, dispatcher=self.dispatcher)
        self.colours.on_change(lambda: self.told.append("told"))


@pytest.fixture
def loaded() -> Setting:
    setting = Setting()
    setting.later.get()
    return setting


def test_a_short_text_is_coloured_at_once(loaded):
    assert len(SHORT_TEXT) <= SHORT
    assert loaded.colours.of(SHORT_TEXT) == spans_in(SHORT_TEXT)
    loaded.dispatcher.wait(1.0)
    assert loaded.told == []


def test_the_same_text_is_looked_at_once(loaded, monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(loaded.reader, "colour", lambda text: asked.append(text) or spans_in(text))
    for _ in range(3):
        loaded.colours.of(SHORT_TEXT)
    assert asked == [SHORT_TEXT]


def test_a_long_text_keeps_its_colours_with_each_key_and_gets_exact_ones_soon_after(loaded):
    loaded.colours.of(LONG_TEXT)
    loaded.dispatcher.wait(1.0)
    assert loaded.colours.of(LONG_TEXT) == spans_in(LONG_TEXT)
    longer = f"4 H200 and {LONG_TEXT}"
    at_once = loaded.colours.of(longer)
    assert [longer[span.start : span.end] for span in at_once] == [
        LONG_TEXT[span.start : span.end] for span in spans_in(LONG_TEXT)
    ]
    loaded.dispatcher.wait(1.0)
    assert loaded.told == ["told", "told"]
    assert loaded.colours.of(longer) == spans_in(longer)


def test_colours_of_a_text_that_has_changed_meanwhile_are_dropped(loaded):
    loaded.executor.held = True
    loaded.colours.of(LONG_TEXT)
    loaded.dispatcher.wait(1.0)
    loaded.colours.of(SHORT_TEXT)
    loaded.executor.let_go()
    loaded.dispatcher.settle()
    assert loaded.told == []
    assert loaded.colours.of(SHORT_TEXT) == spans_in(SHORT_TEXT)


def test_the_first_text_loads_the_rules_and_is_coloured_once_they_are_there():
    setting = Setting()
    assert not setting.colours.ready
    assert setting.colours.of(SHORT_TEXT) == ()
    setting.dispatcher.wait(1.0)
    assert setting.colours.ready
    assert setting.told == ["told"]
    assert setting.colours.of(SHORT_TEXT) == spans_in(SHORT_TEXT)


def test_a_reader_that_cannot_be_loaded_leaves_the_text_without_colours():
    setting = Setting()

    def broken() -> TableReader:
        raise OSError("no such file")

    colours = ColourService(reader=Later(broken), executor=setting.executor, dispatcher=setting.dispatcher)
    assert colours.of(SHORT_TEXT) == ()
    setting.dispatcher.wait(1.0)
    assert colours.of(SHORT_TEXT) == ()


def test_colours_move_with_the_text_and_vanish_where_it_changes():
    spans = spans_in("8 H100 or 16 A100")
    after = moved(spans, "8 H100 or 16 A100", "8 H100 SXM or 16 A100")
    assert [("8 H100 SXM or 16 A100"[span.start : span.end]) for span in after] == ["8", "H100", "or", "16", "A100"]
    assert "H100" not in [("8 H1x0 or"[span.start : span.end]) for span in moved(spans[:3], "8 H100 or", "8 H1x0 or")]
    assert moved(spans, "8 H100 or 16 A100", "") == ()


def test_a_text_that_has_been_read_has_its_colours_at_once_and_keeps_them_as_it_grows(loaded):
    spans = spans_in(PRICED)
    assert loaded.colours.known(PRICED, spans) == spans
    assert loaded.colours.of(PRICED) == spans
    assert loaded.colours.of(f"{PRICED} ") == spans
