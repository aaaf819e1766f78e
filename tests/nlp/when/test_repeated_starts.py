"""An hour at which something starts counts on each of several days, and is never dropped."""

from __future__ import annotations

import pytest

from auction_client.model.bid import lots_of
from tests.nlp.reading import asked, draft

FRIDAY = "2026-11-20T16:30:00"


def windows(text: str) -> list[tuple[int, int, int, int | None]]:
    """Day, first and last hour, and hours within, of each lot of a text that must raise no question."""
    korean = any("가" <= letter <= "힣" for letter in text)
    found = draft(text, FRIDAY, **({"zone": "Asia/Seoul", "language": "ko"} if korean else {}))
    assert asked(found) == []
    assert found.bid
    deliveries = [lot.delivery for _, lot in lots_of(found.bid.root) if lot.delivery]
    return [(each.start.day, each.start.hour, each.end.hour, each.hours) for each in deliveries]


@pytest.mark.parametrize(
    ("text", "days", "first", "last"),
    [
        ("8 H100s every night next week from 10pm for 8 hours, $3", range(23, 30), 22, 6),
        ("8 H100s weekdays next week from 9am for 3 hours, $3", range(23, 28), 9, 12),
        ("8 H100s every weekday next week, 2 hours from noon, $3", range(23, 28), 12, 14),
        ("8 H100s Mon-Fri from 9am for 3 hours, $3", range(23, 28), 9, 12),
        ("8 H100s December 1-3 from 9am for 3 hours, $3", range(1, 4), 9, 12),
        ("8 H100s every Saturday in December at 10pm for 8 hours, $3", range(5, 27, 7), 22, 6),
        ("다음 주 매일 밤 10시부터 8시간 H100 8장 3불", range(23, 30), 22, 6),
        ("다음 주 평일 오전 9시부터 3시간씩 H100 8장 3불", range(23, 28), 9, 12),
        ("월~금 오전 9시부터 3시간 H100 8장 3불", range(23, 28), 9, 12),
        ("월수금 오후 2시부터 4시간 H100 8장 3불", range(23, 28, 2), 14, 18),
    ],
)
def test_each_of_the_days_begins_at_the_hour(text: str, days: range, first: int, last: int) -> None:
    assert windows(text) == [(day, first, last, None) for day in days]


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s weekdays next week after 6pm, 3 hours, $3",
        "다음 주 평일 오후 6시 이후 3시간 H100 8장 3불",
    ],
)
def test_each_of_the_days_opens_at_the_hour(text: str) -> None:
    assert windows(text) == [(day, 18, 0, 3) for day in range(23, 28)]


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s any night next week from 10pm, $3",
        "8 H100s from Thursday 22:00 for three nights, $3",
        "8 H100s every night next week after 11pm, $3",
    ],
)
def test_nights_from_an_hour_ask_how_long(text: str) -> None:
    assert asked(draft(text, FRIDAY)) == ["missing_time"]


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s next week from 9am for 3 hours, $3",
        "8 H100s this weekend from 9am for 3 hours, $3",
        "다음 주 오전 9시부터 3시간 H100 8장 3불",
    ],
)
def test_hours_from_a_start_in_a_week_ask_of_which_day(text: str) -> None:
    korean = any("가" <= letter <= "힣" for letter in text)
    found = draft(text, FRIDAY, **({"zone": "Asia/Seoul", "language": "ko"} if korean else {}))
    assert asked(found) == ["ambiguous_time"]


def test_a_start_on_a_named_day_stays_one_window() -> None:
    assert windows("8 H100s from 9am Monday next week for 3 hours, $3") == [(23, 9, 12, None)]
    assert windows("8 H100s next week from 9am for 3 days, $3") == [(23, 9, 9, None)]
