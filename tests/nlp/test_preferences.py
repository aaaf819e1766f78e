"""What the user has set once and for all is applied, told, and gives way to what a request says."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from nlp.draft import Draft
from nlp.linking.preferences import USUAL_HOURS, Preferences
from nlp.resolve.when.lexicon import PART_HOURS
from tests.nlp.reading import SATURDAY, reader, shape

ZONE = ZoneInfo("America/New_York")
NOW = datetime.fromisoformat(SATURDAY).replace(tzinfo=ZONE)


def read(text: str, language: str = "en", **preferences: object) -> Draft:
    own = Preferences.model_validate(preferences)
    return reader().read(text, now=NOW, zone=ZONE, language=language, preferences=own)


def told(draft: Draft) -> dict[str, str]:
    return {assumption.code: assumption.message for assumption in draft.assumptions}


def shape_of(draft: Draft) -> str:
    assert draft.bid is not None
    return shape(draft.bid.root)


def test_own_hours_of_the_night_are_used_and_told_as_a_setting() -> None:
    draft = read("8 H100s Tuesday night at $3 per GPU-hour", hours={"night": (22, 32)})
    assert shape_of(draft) == "8 H100 24T22-25T08 @3"
    assert told(draft) == {"own_night_hours": "night: 22:00 to 08:00, as you have set it."}
    korean = read("화요일 밤 H100 8장 GPU당 시간당 3달러", "ko", hours={"night": (22, 32)})
    assert told(korean)["own_night_hours"] == "밤: 22:00부터 08:00까지, 설정하신 대로입니다."


def test_other_parts_of_the_day_keep_the_usual_hours() -> None:
    assert "morning_hours" in told(read("8 H100s Tuesday morning at $3 per GPU-hour", hours={"night": (22, 32)}))


def test_hours_that_are_said_count_more() -> None:
    draft = read("8 H100s Tuesday 21:00 to 23:00 at $3 per GPU-hour", hours={"night": (22, 32)})
    assert shape_of(draft) == "8 H100 24T21-24T23 @3"


def test_a_buy_takes_the_users_uptime_and_region_where_it_says_nothing() -> None:
    own = {"min_uptime": "0.999", "regions": ("us-east",)}
    draft = read("8 H100s Tuesday 21:00 to 23:00 at $3 per GPU-hour", **own)
    assert shape_of(draft) == "8 H100 0.999 us-east 24T21-24T23 @3"
    assert set(told(draft)) == {"own_uptime", "own_regions"}
    said = read("8 H100s anywhere, any uptime, Tuesday 21:00 to 23:00 at $3 per GPU-hour", **own)
    assert shape_of(said) == "8 H100 24T21-24T23 @3"
    sale = read("sell 8 H100s Tuesday 21:00 to 23:00 at $3 per GPU-hour", **own)
    assert shape_of(sale) == "sell 8 H100 24T21-24T23 @3"


def test_a_bid_without_what_is_presumed_is_still_written() -> None:
    own = Preferences(min_uptime="0.999", regions=("us-east",))
    bid = read("8 H100s Tuesday 21:00 to 23:00 at $3 per GPU-hour").bid
    assert bid is not None
    draft = reader().write(bid, now=NOW, zone=ZONE, preferences=own)
    assert "anywhere, any uptime" in draft.text
    assert draft.bid == bid


@pytest.mark.parametrize("hours", [(20, 20), (20, 8), (1, 36), (-1, 5), (24, 30)])
def test_hours_that_are_no_part_of_a_day_are_refused(hours: tuple[int, int]) -> None:
    with pytest.raises(ValidationError):
        Preferences(hours={"night": hours})


def test_the_usual_hours_are_those_the_reader_uses() -> None:
    assert dict(USUAL_HOURS) == {part.value: hours for part, hours in PART_HOURS.items()}
