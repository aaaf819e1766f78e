"""Ellipsis: what a phrase takes from another, and the validity of a bid."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from nlp.resolve import when
from tests.nlp.when.support import NEW_YORK, context, phrases, wall


def expression(text: str) -> when.TimeExpression:
    (match,) = phrases(text)
    return match.expression


@pytest.mark.parametrize(
    ("donor", "bare", "expected"),
    [
        ("Monday 9-5", "Tuesday", "03-17 09:00/03-17 17:00"),
        ("Wednesday night", "Tuesday", "03-17 20:00/03-18 06:00"),
        ("Friday 9am to 5pm", "10pm-6am", "03-13 22:00/03-14 06:00"),
        ("12 hours tomorrow", "6 hours straight", "03-12 00:00/03-13 00:00 6h"),
        ("tuesday night", "the same night", "03-17 20:00/03-18 06:00"),
        ("tuesday night", "that day", "03-17 20:00/03-18 06:00"),
        ("tuesday night", "the next day", "03-18 20:00/03-19 06:00"),
        ("금요일", "다음날 밤", "03-14 20:00/03-15 06:00"),
        ("tuesday night", "same time thursday", "03-12 20:00/03-13 06:00"),
        ("화요일 밤", "같은 날 저녁", "03-17 18:00/03-17 22:00"),
        ("목요일 밤", "같은 시간", "03-12 20:00/03-13 06:00"),
        ("Friday 18:00-24:00", "Saturday all day", "03-14 00:00/03-15 00:00"),
        ("every night next week", "the whole of next weekend", "03-21 00:00/03-23 00:00"),
        ("Tuesday next week", "Monday", "03-16 00:00/03-17 00:00"),
        ("Friday 9am to 5pm PT", "Saturday", "03-14 12:00/03-14 20:00"),
        ("for 12 hours from 8pm on Mar 31", "Apr 2", "04-02 20:00/04-03 08:00"),
        ("Monday night", "Tuesday morning", "03-17 06:00/03-17 12:00"),
    ],
)
def test_what_a_bare_phrase_takes(donor: str, bare: str, expected: str) -> None:
    reading = when.resolve([when.inherit(expression(bare), expression(donor))], context())
    assert [wall(window) for window in reading.windows] == [expected]


def test_the_same_as_nothing_asks() -> None:
    reading = when.resolve([expression("the same night")], context())
    assert [ask.code for ask in reading.asks] == ["missing_time"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friday", "2026-03-14T00:00"),
        ("till this Friday 5pm", "2026-03-13T17:00"),
        ("until Friday", "2026-03-14T00:00"),
        ("before Friday", "2026-03-13T00:00"),
        ("EOD", "2026-03-12T00:00"),
        ("tonight", "2026-03-12T06:00"),
        ("midnight", "2026-03-12T00:00"),
        ("noon tomorrow", "2026-03-12T12:00"),
        ("24 hours", "2026-03-12T10:20"),
        ("the end of the month", "2026-04-01T00:00"),
        ("next week", "2026-03-23T00:00"),
        ("2026-03-20 10:00", "2026-03-20T10:00"),
        ("금요일 오후 6시까지", "2026-03-13T18:00"),
        ("내일까지", "2026-03-13T00:00"),
    ],
)
def test_how_long_a_bid_is_good(text: str, expected: str) -> None:
    until = when.resolve_until(expression(text), context("2026-03-11T10:20"))
    assert until == datetime.fromisoformat(expected).replace(tzinfo=ZoneInfo(NEW_YORK))


@pytest.mark.parametrize(("text", "code"), [("yesterday", "past_time"), ("7", ""), ("Friday at 7", "ambiguous_time")])
def test_validity_that_is_not_clear_asks(text: str, code: str) -> None:
    found = phrases(text)
    if not code:
        assert found == []
        return
    until = when.resolve_until(found[0].expression, context())
    assert isinstance(until, when.Ask)
    assert until.code == code
