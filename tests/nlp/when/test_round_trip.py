"""Phrase and meaning are generated together, from the meaning; reading the phrase must give the meaning back.

The expected windows are worked out here in the plainest way (candidate days one by one, wall clocks through zoneinfo),
not with the code under test.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nlp.resolve import when
from tests.nlp.when.support import phrases

ZONES = ("America/New_York", "Europe/London", "Europe/Berlin", "Asia/Seoul", "Australia/Sydney")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_DAYS = ("mon", "tues", "wed", "thurs", "fri", "sat", "sun")
KOREAN_DAYS = ("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일")
MONTHS = ("jan", "feb", "march", "april", "may", "june", "july", "aug", "sept", "oct", "nov", "december")
PARTS = {"morning": (6, 12), "afternoon": (12, 18), "evening": (18, 22), "night": (20, 30)}
KOREAN_PARTS = {"새벽": (0, 6), "오전": (6, 12), "오후": (12, 18), "저녁": (18, 22), "밤": (20, 30)}
KOREAN_COUNTS = {1: "하루", 2: "이틀", 3: "사흘", 4: "나흘", 5: "닷새", 6: "엿새", 10: "열흘", 15: "보름"}

WHICH = ("", "on ", "this ", "next ")

zones = st.sampled_from(ZONES)
moments = st.datetimes(datetime(2025, 1, 1), datetime(2028, 12, 1)).map(lambda at: at.replace(second=0, microsecond=0))
months_ahead = st.integers(2, 300)
hours = st.integers(0, 23)


@dataclass(frozen=True)
class Clock:
    """A time of day with the ways to write it."""

    hour: int

    def english(self, style: int) -> str:
        style = 1 if style == 3 and self.hour in (10, 11) else style
        half = "am" if self.hour < 12 else "pm"
        twelve = self.hour % 12 or 12
        return (f"{twelve}{half}", f"{twelve}:00 {half}", f"{twelve} {half[0]}.m.", f"{self.hour:02d}:00")[style]

    def korean(self) -> str:
        word = "오전" if self.hour < 12 else "오후"
        return f"{word} {self.hour % 12 or 12}시" if self.hour else "0시"


def instant(day: date, hour: int, zone: ZoneInfo) -> datetime:
    extra, hour = divmod(hour, 24)
    local = datetime.combine(day + timedelta(days=extra), time(hour), tzinfo=zone)
    return local.astimezone(UTC)


def context(now: datetime, zone: ZoneInfo) -> when.TimeContext:
    return when.TimeContext(now.replace(tzinfo=zone), zone)


def expressions(text: str) -> list[when.TimeExpression]:
    found = phrases(text)
    covered = "".join(text[match.start : match.end] for match in found)
    assert len(covered.replace(" ", "")) >= len(text.replace(" ", "").replace(",", "")) - 1, (text, covered)
    return [match.expression for match in found]


def spans(reading: when.TimeReading) -> list[tuple[datetime, datetime]]:
    assert reading.asks == ()
    return [(window.start.astimezone(UTC), window.end.astimezone(UTC)) for window in reading.windows]


def written(day: date, style: int) -> str:
    month = MONTHS[day.month - 1]
    suffix = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"the {day.day}{suffix} of {month} {day.year}",
        f"{DAYS[day.weekday()]}, {month} {day.day} {day.year}",
        day.isoformat(),
        f"{day.day:02d}.{day.month:02d}.{day.year}",
        f"{day.year}년 {day.month}월 {day.day}일",
    )[style]


@given(moments, zones, months_ahead, st.integers(0, 6), hours, hours, st.integers(0, 3), st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_date_with_hours(
    now: datetime, zone_name: str, ahead: int, style: int, first: int, last: int, clock_style: int, hours_first: bool
) -> None:
    assume(first != last)
    zone = ZoneInfo(zone_name)
    day = now.date() + timedelta(days=ahead)
    clocks = f"{Clock(first).english(clock_style)} to {Clock(last).english(clock_style)}"
    text = f"{clocks} on {written(day, style)}" if hours_first else f"{written(day, style)} {clocks}"
    found = when.resolve(expressions(text), context(now, zone))
    start, end = instant(day, first, zone), instant(day, last if last > first else last + 24, zone)
    assume(start < end)
    assert spans(found) == [(start, end)], text


@given(
    moments, zones, st.integers(0, 6), st.sampled_from(sorted(PARTS)), st.sampled_from(["", "on ", "this ", "next "])
)
@settings(max_examples=40, deadline=None)
def test_a_weekday_with_a_part_of_the_day(now: datetime, zone_name: str, weekday: int, part: str, which: str) -> None:
    zone = ZoneInfo(zone_name)
    first, last = PARTS[part]
    text = f"{which}{SHORT_DAYS[weekday]} {part}"
    found = when.resolve(expressions(text), context(now, zone))
    if which == "next ":
        day = now.date() - timedelta(days=now.weekday()) + timedelta(days=7 + weekday)
    else:
        days = (now.date() + timedelta(days=ahead) for ahead in range(15))
        day = next(
            day
            for day in days
            if day.weekday() == weekday and instant(day, first, zone) >= now.replace(tzinfo=zone).astimezone(UTC)
        )
    assert spans(found) == [(instant(day, first, zone), instant(day, last, zone))], text


@given(moments, zones, st.integers(0, 6), st.sampled_from(sorted(KOREAN_PARTS)), st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_korean_weekday_with_a_part_of_the_day(
    now: datetime, zone_name: str, weekday: int, part: str, coming_week: bool
) -> None:
    zone = ZoneInfo(zone_name)
    first, last = KOREAN_PARTS[part]
    text = f"{'다음 주 ' if coming_week else ''}{KOREAN_DAYS[weekday]} {part}에"
    found = when.resolve(expressions(text), context(now, zone))
    if coming_week:
        day = now.date() - timedelta(days=now.weekday()) + timedelta(days=7 + weekday)
    else:
        days = (now.date() + timedelta(days=ahead) for ahead in range(15))
        day = next(
            day
            for day in days
            if day.weekday() == weekday and instant(day, first, zone) >= now.replace(tzinfo=zone).astimezone(UTC)
        )
    assert spans(found) == [(instant(day, first, zone), instant(day, last, zone))], text


@given(moments, zones, months_ahead, hours, st.integers(1, 60), st.integers(0, 3))
@settings(max_examples=40, deadline=None)
def test_start_and_duration_in_any_order(
    now: datetime, zone_name: str, ahead: int, hour: int, length: int, style: int
) -> None:
    zone = ZoneInfo(zone_name)
    day = now.date() + timedelta(days=ahead)
    start = instant(day, hour, zone)
    parts = [f"for {length} hours", f"from {Clock(hour).english(style)}", f"on {written(day, 0)}"]
    for order in permutations(parts):
        found = when.resolve([each for part in order for each in expressions(part)], context(now, zone))
        assert spans(found) == [(start, start + timedelta(hours=length))], order


@given(moments, zones, months_ahead, hours, st.integers(2, 48))
@settings(max_examples=40, deadline=None)
def test_a_korean_start_and_duration(now: datetime, zone_name: str, ahead: int, hour: int, length: int) -> None:
    zone = ZoneInfo(zone_name)
    day = now.date() + timedelta(days=ahead)
    text = f"{written(day, 6)} {Clock(hour).korean()}부터 {length}시간 동안"
    start = instant(day, hour, zone)
    assert spans(when.resolve(expressions(text), context(now, zone))) == [(start, start + timedelta(hours=length))], (
        text
    )


@given(moments, zones, months_ahead, st.integers(0, 40), st.integers(0, 5), st.sampled_from(["to", "through", "-"]))
@settings(max_examples=40, deadline=None)
def test_a_range_of_dates_counts_local_midnights(
    now: datetime, zone_name: str, ahead: int, length: int, style: int, sign: str
) -> None:
    zone = ZoneInfo(zone_name)
    first = now.date() + timedelta(days=ahead)
    last = first + timedelta(days=length)
    text = f"{written(first, style)} {sign} {written(last, style)}"
    found = when.resolve(expressions(text), context(now, zone))
    assert spans(found) == [(instant(first, 0, zone), instant(last + timedelta(days=1), 0, zone))], text


@given(moments, zones, months_ahead, st.sampled_from(sorted(KOREAN_COUNTS)))
@settings(max_examples=40, deadline=None)
def test_korean_day_counts(now: datetime, zone_name: str, ahead: int, count: int) -> None:
    zone = ZoneInfo(zone_name)
    first = now.date() + timedelta(days=ahead)
    text = f"{written(first, 6)}부터 {KOREAN_COUNTS[count]}간"
    found = when.resolve(expressions(text), context(now, zone))
    assert spans(found) == [(instant(first, 0, zone), instant(first + timedelta(days=count), 0, zone))], text


@given(moments, zones, st.integers(1, 72), st.integers(1, 72))
@settings(max_examples=40, deadline=None)
def test_in_some_hours_for_some_hours(now: datetime, zone_name: str, ahead: int, length: int) -> None:
    zone = ZoneInfo(zone_name)
    start = now.replace(tzinfo=zone).astimezone(UTC) + timedelta(hours=ahead)
    start = start.replace(minute=0)
    for text in (f"in {ahead} hours for {length} hours", f"{ahead}시간 뒤부터 {length}시간"):
        found = when.resolve(expressions(text), context(now, zone))
        assert spans(found) == [(start, start + timedelta(hours=length))], text


@given(moments, zones, st.sampled_from(sorted(PARTS)), st.integers(1, 7), st.sampled_from(["every", "any", "at least"]))
@settings(max_examples=40, deadline=None)
def test_parts_of_the_days_of_next_week(now: datetime, zone_name: str, part: str, count: int, how: str) -> None:
    zone = ZoneInfo(zone_name)
    first, last = PARTS[part]
    text = f"every {part} next week" if how == "every" else f"{how} {count} {part}s next week"
    found = when.resolve(expressions(text), context(now, zone))
    monday = now.date() + timedelta(days=7 - now.weekday())
    days = [monday + timedelta(days=offset) for offset in range(7)]
    assert spans(found) == [(instant(day, first, zone), instant(day, last, zone)) for day in days], text
    if how == "every":
        assert found.mode == "all"
    elif how == "any":
        assert found.mode == ("one" if count == 1 else (count, count))
    else:
        assert found.mode == (count, 7)


@given(moments, zones, months_ahead, st.integers(1, 23))
@settings(max_examples=40, deadline=None)
def test_a_duration_inside_a_day_is_one_run_and_never_longer_than_the_day(
    now: datetime, zone_name: str, ahead: int, length: int
) -> None:
    zone = ZoneInfo(zone_name)
    day = now.date() + timedelta(days=ahead)
    opens, closes = instant(day, 0, zone), instant(day + timedelta(days=1), 0, zone)
    found = when.resolve(expressions(f"{length} hours on {written(day, 0)}"), context(now, zone))
    assert spans(found) == [(opens, closes)]
    whole = (closes - opens) / timedelta(hours=1) == length
    assert found.windows[0].hours == (None if whole else length)
    assert found.windows[0].contiguous
    too_long = when.resolve(expressions(f"26 hours within {written(day, 0)}"), context(now, zone))
    assert [ask.code for ask in too_long.asks] == ["contradiction"]


@given(moments, zones, months_ahead, hours, hours)
@settings(max_examples=40, deadline=None)
def test_validity_is_the_end_of_the_day_or_the_clock_time(
    now: datetime, zone_name: str, ahead: int, hour: int, style: int
) -> None:
    zone = ZoneInfo(zone_name)
    day = now.date() + timedelta(days=ahead)
    (whole_day,) = expressions(written(day, 0))
    until = when.resolve_until(whole_day, context(now, zone))
    assert isinstance(until, datetime)
    assert until.astimezone(UTC) == instant(day + timedelta(days=1), 0, zone)
    (clock,) = expressions(f"{written(day, 0)} {Clock(hour).english(style % 4)}")
    until = when.resolve_until(clock, context(now, zone))
    assert isinstance(until, datetime)
    assert until.astimezone(UTC) == instant(day, hour, zone)
