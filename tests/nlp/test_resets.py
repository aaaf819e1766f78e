"""An item that says it needs nothing of a kind takes nothing of that kind from the item before it."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

NIGHT = "on Nov 24 at $3 per GPU-hour"


@pytest.mark.parametrize(
    ("first", "second", "then"),
    [
        ("8 H100s with InfiniBand", "8 H200s, no InfiniBand needed,", "8 H200 24T00-25T00 @3"),
        ("8 H100s with InfiniBand", "8 H200s, any interconnect,", "8 H200 24T00-25T00 @3"),
        ("8 H100s with 99.9% uptime", "8 H200s, any uptime,", "8 H200 24T00-25T00 @3"),
        ("8 H100s with 99.9% uptime", "8 H200s, no uptime requirement,", "8 H200 24T00-25T00 @3"),
        ("8 H100s hipaa soc2", "8 H200s, no tags,", "8 H200 24T00-25T00 @3"),
        ("8 H100s in us-east", "8 H200s anywhere", "8 H200 24T00-25T00 @3"),
    ],
)
def test_what_is_not_needed_is_not_taken_from_the_item_before(first: str, second: str, then: str) -> None:
    assert read_shape(f"({first} {NIGHT}) or ({second} {NIGHT})").endswith(f"| {then})")


@pytest.mark.parametrize(
    ("words", "then"),
    [
        ("인터커넥트 무관", "16 A100 25T00-26T00 @2"),
        ("가동률 무관", "infiniband"),
        ("태그 없이", "infiniband"),
    ],
)
def test_what_is_not_needed_in_korean(words: str, then: str) -> None:
    text = (
        "(H100 8장, 인피니밴드, 11월 24일 하루, GPU당 시간당 최대 $3) 또는 "
        f"(A100 16장, {words}, 11월 25일 하루, GPU당 시간당 최대 $2)"
    )
    assert then in read_shape(text).split("|")[1]


def test_a_named_tag_of_a_venue_is_a_tag() -> None:
    assert read_shape("8 H100s tagged gold-tier on Nov 24 at $3 per GPU-hour") == "8 H100 gold-tier 24T00-25T00 @3"
    assert (
        read_shape("H100 8장, 태그 gold-tier, 11월 24일 하루, GPU당 시간당 최대 $3")
        == "8 H100 gold-tier 24T00-25T00 @3"
    )


def test_an_item_without_a_price_of_its_own_takes_no_other_items_price() -> None:
    text = "(8 H100s on Nov 24, no price of its own) or (8 H200s on Nov 25 at $3 per GPU-hour), at most $900 in total"
    assert read_shape(text) == "one(8 H100 24T00-25T00 | 8 H200 25T00-26T00 @3) $900"


def test_the_total_of_the_list_is_not_lost_behind_the_total_of_its_last_item() -> None:
    text = "(8 H100s on Nov 24) or (8 H200s on Nov 25, at most $800 in total), at most $900 in total"
    assert read_shape(text) == "one(8 H100 24T00-25T00 | 8 H200 25T00-26T00 $800) $900"


@pytest.mark.parametrize(
    ("words", "bounds"), [("2 to 3 of these", "2-3"), ("between 2 and 3 of these", "2-3"), ("다음 중 2~3개", "2-3")]
)
def test_a_choice_may_have_two_bounds(words: str, bounds: str) -> None:
    items = ", ".join(
        f"({count} H100 on Nov {day} at $3 per GPU-hour)" for day, count in enumerate((8, 16, 24, 32), 24)
    )
    assert read_shape(f"{words}: {items}").startswith(f"{bounds}(8 H100")


def test_a_least_width_of_a_volume_is_kept() -> None:
    text = "500 GPU-hours of H100, at least 8 at a time, at most 50 at a time, on Nov 24 at $3 per GPU-hour"
    assert read_shape(text) == "50 min8 500h H100 24T00-25T00 @3"
    assert read_shape(text.replace("at most 50 at a time, ", "")) == "min8 500h H100 24T00-25T00 @3"


def test_a_least_width_above_the_most_is_asked() -> None:
    text = "500 GPU-hours of H100, at least 60 at a time, at most 50 at a time, on Nov 24 at $3 per GPU-hour"
    assert asked(draft(text)) == ["contradiction"]


def test_two_lists_may_each_be_in_one_region() -> None:
    part = "((8 H100 on Nov 24 at $3 per GPU-hour) and (8 H200 on Nov 25 at $3 per GPU-hour), all in the same region)"
    both = "all(8 H100 24T00-25T00 @3 | 8 H200 25T00-26T00 @3) same"
    assert read_shape(f"{part} or {part}") == f"one({both} | {both})"
    assert read_shape(f"{part} or {part}, all in the same region") == f"one({both} | {both}) same"


def test_a_least_width_in_korean() -> None:
    text = "H100 최대 500 GPU-시간, 한 번에 최소 8장, 한 번에 최대 50장, 11월 24일 하루, GPU당 시간당 최대 $3"
    assert read_shape(text) == "50 min8 500h H100 24T00-25T00 @3"
