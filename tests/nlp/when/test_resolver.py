"""What depends on when and where it is said, the defaults that are shown, and the choices that a question offers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from nlp.resolve import when
from tests.nlp.when.support import BERLIN, NEW_YORK, SEOUL, context, phrases, reading, wall, windows

ROWS = [
    # a bare weekday said on that day: today if its window lies wholly ahead
    ("Wednesday night", "2026-03-11T10:00", "03-11 20:00/03-12 06:00"),
    ("Wednesday", "2026-03-11T10:00", "03-18 00:00/03-19 00:00"),
    ("Wednesday 9am to 11am", "2026-03-11T10:00", "03-18 09:00/03-18 11:00"),
    ("4 hours by Wednesday", "2026-03-11T10:00", "03-11 10:00/03-12 00:00 4h"),
    # now inside the window
    ("this afternoon", "2026-03-11T14:35", "03-11 15:00/03-11 18:00"),
    ("tonight", "2026-03-11T21:40", "03-11 22:00/03-12 06:00"),
    ("this weekend", "2026-03-15T08:20", "03-15 09:00/03-16 00:00"),
    ("this month", "2026-03-11T10:10", "03-11 11:00/04-01 00:00"),
    ("today", "2026-03-11T23:20", "?past_time"),
    ("right now for the next 5 hours", "2026-03-11T23:12", "03-12 00:00/03-12 05:00"),
    ("for 3 days starting today", "2026-03-11T10:10", "03-11 11:00/03-14 00:00"),
    # in some hours: down to the grid
    ("in 3 hours for 2 hours", "2026-03-11T10:50", "03-11 13:00/03-11 15:00"),
    ("for 2 hours from 9:45pm", "2026-03-11T10:50", "03-11 21:00/03-11 23:00"),
    # weeks begin on Monday
    ("next week", "2026-03-15T10:00", "03-16 00:00/03-23 00:00"),
    ("next Monday", "2026-03-16T10:00", "03-23 00:00/03-24 00:00"),
    ("next weekend", "2026-03-15T10:00", "03-21 00:00/03-23 00:00"),
    ("weekdays 9-5 this week", "2026-03-14T10:00", "?past_time"),
    # a date without a year
    ("Mar 11", "2026-03-11T10:00", "03-11 10:00/03-12 00:00"),
    ("Feb 29", "2026-03-11T10:00", "02-29 00:00/03-01 00:00"),
    ("the 4th", "2026-03-11T10:00", "04-04 00:00/04-05 00:00"),
    ("Dec 20 to Jan 5", "2026-12-28T10:00", "12-28 10:00/01-06 00:00"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "now", "expected"), ROWS, ids=[f"{row[0]}, {row[1]}" for row in ROWS])
def test_what_depends_on_the_time_of_saying(text: str, now: str, expected: str) -> None:
    assert windows(text, now=now) == expected


@pytest.mark.parametrize(
    ("text", "zone", "hours"),
    [
        ("March 29 2026", BERLIN, 23),
        ("Oct 25 2026", BERLIN, 25),
        ("Mar 8 2026", NEW_YORK, 23),
        ("Mar 28 2026 to Mar 30 2026", BERLIN, 71),
        ("for 2 days from Mar 28 2026", BERLIN, 47),
        ("for 48 hours from Mar 28 2026", BERLIN, 48),
        ("Mar 28 2026 night", BERLIN, 9),
        ("Mar 28 2026", SEOUL, 24),
    ],
)
def test_days_run_from_midnight_to_midnight_and_hours_as_they_pass(text: str, zone: str, hours: int) -> None:
    (window,) = reading(text, now="2026-02-01T10:00", zone=zone).windows
    assert (window.end.astimezone(UTC) - window.start.astimezone(UTC)) / timedelta(hours=1) == hours


@pytest.mark.parametrize(
    ("text", "zone", "codes"),
    [
        ("Tuesday night", NEW_YORK, {"night_hours"}),
        ("5/6", NEW_YORK, {"date_order"}),
        ("5/6", BERLIN, {"date_order"}),
        ("5/16", BERLIN, set()),
        ("tomorrow 9:30am to noon", NEW_YORK, {"slot_rounding"}),
        ("90 minutes tomorrow at 3pm", NEW_YORK, {"slot_rounding"}),
        ("10pm-6am", NEW_YORK, {"day"}),
        ("Wednesday night", NEW_YORK, {"night_hours", "weekday"}),
        ("Tuesday the 14th", NEW_YORK, {"weekday"}),
        ("Jan 5", NEW_YORK, {"year"}),
        ("April 3", NEW_YORK, set()),
    ],
)
def test_every_default_is_shown(text: str, zone: str, codes: set[str]) -> None:
    found = reading(text, zone=zone)
    assert found.asks == ()
    assert {assumption.code for assumption in found.assumptions} == codes


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("Saturday from 7 to 11", "2026-03-11T10:00", ["03-14 07:00/03-14 11:00", "03-14 19:00/03-14 23:00"]),
        ("4 hours tomorrow at 7", "2026-03-11T10:00", ["03-12 07:00/03-12 11:00", "03-12 19:00/03-12 23:00"]),
        ("6 hours from midnight Friday", "2026-03-11T10:00", ["03-13 00:00/03-13 06:00", "03-14 00:00/03-14 06:00"]),
        ("tonight", "2026-03-11T00:35", ["03-11 01:00/03-11 06:00", "03-11 20:00/03-12 06:00"]),
        ("Friday night to Sunday morning", "2026-03-11T10:00", ["03-13 20:00/03-15 06:00", "03-13 20:00/03-15 12:00"]),
    ],
)
def test_an_ambiguous_time_offers_its_readings(text: str, now: str, expected: list[str]) -> None:
    (ask,) = reading(text, now=now).asks
    assert ask.code == "ambiguous_time"
    assert [wall(window) for choice in ask.choices for window in choice.windows] == expected


def test_questions_point_at_the_phrase_that_caused_them() -> None:
    (ask,) = reading("4 hours, Saturday from 7 to 11").asks
    assert ask.index == 1


def test_phrases_of_one_lot_that_disagree_are_a_contradiction() -> None:
    assert windows("8 hours ... 6 hours on Friday") == "?contradiction"
    assert windows("from 9am ... from 10am ... for 2 hours") == "?contradiction"


def test_a_volume_needs_no_duration() -> None:
    assert windows("by Friday", volume=True) == "03-11 10:00/03-14 00:00"
    assert windows("any time next week", volume=True) == "03-16 00:00/03-23 00:00"


def test_questions_and_defaults_are_written_in_the_language_asked_for() -> None:
    setting = context()
    korean = when.TimeContext(setting.now, setting.zone, korean=True, language="ko")
    expressions = [match.expression for match in phrases("토요일 7시부터 11시까지")]
    assert when.resolve(expressions, setting).asks[0].detail == "7-11: in the morning or in the evening?"
    assert when.resolve(expressions, korean).asks[0].detail == "7-11: 오전인가요, 오후인가요?"


def test_nothing_said_asks_when() -> None:
    assert [ask.code for ask in when.resolve([], context()).asks] == ["missing_time"]


def test_more_windows_than_a_bid_may_have_are_refused() -> None:
    assert windows("every night for 3 months") == "?unsupported"


def test_a_zone_that_is_named_decides_the_day() -> None:
    found = reading("tomorrow KST", now="2026-03-11T20:00")
    assert found.windows[0].start == datetime(2026, 3, 12, 15, tzinfo=UTC)
