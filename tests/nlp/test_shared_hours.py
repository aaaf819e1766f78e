"""Hours said once behind several days are the hours of all of them, also where a week or a weekend frames the days."""

from __future__ import annotations

import pytest

from auction_client.model.bid import ComputeAsset, lots_of
from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("playtest weekend: 40x 4090, Sat and Sun 10am-10pm, $0.35 per card per hour", 2),
        ("40x 4090 this weekend, Saturday and Sunday, 10am-10pm, $0.35/GPU-hr", 2),
        ("40x 4090 next week, Mon, Tue and Thu, 10am-10pm, $0.35/GPU-hr", 3),
        ("40x 4090 next week: Mon and Tue, 10am-10pm each day, $0.35/GPU-hr", 2),
        ("다음 주에 4090 40장, 월요일과 화요일 10시~22시, GPU시간당 0.35달러", 2),
    ],
)
def test_each_day_has_the_hours(text: str, count: int) -> None:
    korean = any("가" <= letter <= "힣" for letter in text)
    found = draft(text, **({"language": "ko"} if korean else {}))
    assert not found.questions
    assert found.bid
    hours = [(lot.delivery.start.hour, lot.delivery.end.hour) for _, lot in lots_of(found.bid.root) if lot.delivery]
    assert hours == [(10, 22)] * count


def test_a_whole_week_beside_hours_of_a_day_stays_whole() -> None:
    found = draft("8 A100 Mon 9-5, or all of next week, $2/GPU-hr")
    assert found.bid
    windows = [lot.delivery for _, lot in lots_of(found.bid.root) if lot.delivery]
    assert [window.window_hours for window in windows] == [8, 168]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("8 H100 or 16 A100 tomorrow, the H100s in Frankfurt, $2/GPU-hr", ("eu-central",), ()),
        ("8 H100 or 16 A100 tomorrow, $2/GPU-hr, Frankfurt for the H100s", ("eu-central",), ()),
        ("8 H100 or 16 A100 tomorrow, in Frankfurt, $2/GPU-hr", ("eu-central",), ("eu-central",)),
    ],
)
def test_a_place_said_of_one_product_is_not_the_others(text: str, first: tuple[str], second: tuple[str]) -> None:
    found = draft(text)
    assert not found.questions
    assert found.bid
    assets = [lot.asset for _, lot in lots_of(found.bid.root)]
    assert [asset.regions for asset in assets if isinstance(asset, ComputeAsset)] == [first, second]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("8 H100 and 16 A100 tomorrow, the A100s in the evening only, $2/GPU-hr", [(0, 0), (18, 22)]),
        ("8 H100 tomorrow and 16 A100, the H100s in the evening, $2/GPU-hr", [(18, 22), (0, 0)]),
    ],
)
def test_hours_said_of_one_product_are_not_the_others(text: str, hours: list[tuple[int, int]]) -> None:
    found = draft(text)
    assert not found.questions
    assert found.bid
    windows = [lot.delivery for _, lot in lots_of(found.bid.root) if lot.delivery]
    assert [(window.start.hour, window.end.hour) for window in windows] == hours


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("16 H100, Wednesday from 8 pm to Thursday 8 am, $2/GPU-hr", (20, 8, 12)),
        ("16 H100 Friday from 8pm to Sunday 6am, $2/GPU-hr", (20, 6, 34)),
        ("16 H100 Wednesday from 8pm to 10pm, $2/GPU-hr", (20, 22, 2)),
    ],
)
def test_from_may_stand_between_a_day_and_its_hour(text: str, window: tuple[int, int, int]) -> None:
    found = draft(text)
    assert not found.questions
    assert found.bid
    delivery = next(lot.delivery for _, lot in lots_of(found.bid.root))
    assert delivery
    assert (delivery.start.hour, delivery.end.hour, delivery.window_hours) == window


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s Monday night, Tuesday night 16",
        "H100 8장 월요일 밤, 화요일 밤은 16장",
        "8 H100s Monday night and 16 Tuesday night",
    ],
)
def test_another_day_with_a_count_of_its_own_is_another_item(text: str) -> None:
    assert read_shape(text) == "all(8 H100 23T20-24T06 | 16 H100 24T20-25T06)"


@pytest.mark.parametrize(
    "window",
    [
        "from 0800 on 14 December to 1800 on 16 December",
        "starting at 0800 on 14 December, ending at 1800 on 16 December",
        "commencing 0800 on 14 December and concluding 1800 on 16 December",
    ],
)
def test_four_digits_before_a_date_are_a_clock_time(window: str) -> None:
    assert read_shape(f"16 A100s {window}") == "16 A100 14T08-16T18"


@pytest.mark.parametrize("hours", ["from 9 to 17", "9-17", "9am to 5pm"])
def test_hours_behind_the_month_of_a_weekday_are_no_dates(hours: str) -> None:
    found = draft(f"8 H100s every Tuesday in December {hours}").bid
    assert found
    windows = [lot.delivery for _, lot in lots_of(found.root) if lot.delivery]
    assert [(each.start.day, each.start.hour, each.end.hour) for each in windows] == [
        (1, 9, 17), (8, 9, 17), (15, 9, 17), (22, 9, 17), (29, 9, 17),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["8 H100s Monday and Tuesday, 4 L40S both days", "16 H100 Sat or Sun night, 8 L40S both nights"]
)
def test_days_that_another_lot_named_are_asked_about(text: str) -> None:
    assert asked(draft(text)) == ["unsupported"]


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s on Saturday and 8 on Sunday, 8am to 8pm both days",
        "8 H100s Saturday and 8 H100s Sunday, from 8am to 8pm each day",
        "8 H100s on Saturday, and 8 more on Sunday, 8am-8pm on both days",
    ],
)
def test_hours_said_of_both_days_are_those_of_each_lot(text: str) -> None:
    assert read_shape(text) == "all(8 H100 28T08-28T20 | 8 H100 22T08-22T20)"
