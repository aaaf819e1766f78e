"""Fallbacks in many words: a second choice is never read as a second purchase."""

from __future__ import annotations

import pytest

from auction_client.model.bid import Group, Linked, Lot
from tests.nlp.reading import asked, draft

FIRST, SECOND = "8 H100s Friday night", "16 A100s Saturday night"
KOREAN_FIRST, KOREAN_SECOND = "H100 8장 금요일 밤", "A100 16장 토요일 밤"


def _is_one_of_two(text: str) -> bool:
    read = draft(text)
    root = read.bid.root if read.bid else None
    return not asked(read) and isinstance(root, Group) and (root.at_least, root.at_most, len(root.items)) == (1, 1, 2)


@pytest.mark.parametrize(
    "between",
    [
        " or, should that not work out, ", ". Should that not be possible, ", "; in case these are sold out, ",
        ", and if there are none, ", ", barring that ",
        ", or at a pinch ", ", in lieu of which ", " versus ",
    ],
)  # fmt: skip
def test_a_condition_that_the_first_fails_makes_the_second_a_fallback(between: str) -> None:
    assert _is_one_of_two(f"{FIRST}{between}{SECOND}")


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}, {SECOND} as a backup", f"{FIRST}; {SECOND} as plan B", f"{FIRST}, with {SECOND} as a fallback",
        f"{FIRST} (option A), {SECOND} (option B)", f"{FIRST} (first choice), {SECOND} (second choice)",
        f"{KOREAN_FIRST} 1순위, {KOREAN_SECOND} 2순위", f"{KOREAN_FIRST}(1순위), {KOREAN_SECOND}(2순위)",
    ],
)  # fmt: skip
def test_a_fallback_may_be_named_behind_its_item(text: str) -> None:
    assert _is_one_of_two(text)


@pytest.mark.parametrize(
    "between",
    [", 그게 어려우시면 ", ". 혹시 자리 없으면 ", ", 매진되면 ", ", 못 구하면 ", ", 물량이 없으면 ", ", 안 될 경우 "],
)
def test_korean_conditions_of_failure_make_a_fallback(between: str) -> None:
    assert _is_one_of_two(f"{KOREAN_FIRST}{between}{KOREAN_SECOND}")


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s if not too expensive on Friday",
        "8 H100s from Friday 6pm till Monday 8",
        "8 H100s, 16, Friday night",
    ],
)
def test_what_would_make_a_second_purchase_of_nothing_said_is_asked_about(text: str) -> None:
    assert "unsupported" in asked(draft(text))


def test_a_time_beside_a_bracket_is_of_everything_in_it() -> None:
    read = draft("(8 H100s or 16 A100s) Wednesday night and (4 L40S or 8 L4s) Thursday night")
    assert not asked(read)
    assert isinstance(read.bid.root, Group)
    assert [isinstance(item, Group) and len(item.items) for item in read.bid.root.items] == [2, 2]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("8 H100s from Friday 18:00 until Monday 8:00", "18:00", "08:00"),
        ("H100 8장 금요일 18시부터 월요일 8시까지", "18:00", "08:00"),
        ("8 H100s Friday 18:00 to 8:00", "18:00", "08:00"),
        ("H100 8장 금요일 저녁 7시부터 12시까지", "19:00", "00:00"),
        ("8 H100s Friday 7pm to 12", "19:00", "00:00"),
    ],
)
def test_a_bare_end_follows_from_how_the_start_is_written(text: str, start: str, end: str) -> None:
    delivery = draft(text).bid.root.delivery
    assert (f"{delivery.start:%H:%M}", f"{delivery.end:%H:%M}") == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Friday 16 MI300X, $2/GPU-hr. 4 L40S at $0.9/GPU-hr only if the MI300X fill, same time",
        "금요일 MI300X 16장 GPU시간당 2불, L40S 4장 GPU시간당 0.9불은 MI300X가 체결될 때만 같은 시간으로",
    ],
)
def test_terms_behind_a_condition_on_an_earlier_item_make_no_item_of_their_own(text: str) -> None:
    korean = any("가" <= letter <= "힣" for letter in text)
    found = draft(text, **({"language": "ko"} if korean else {}))
    assert found.bid
    assert isinstance(found.bid.root, Linked)
    assert isinstance(found.bid.root.then, Lot)
    assert found.bid.root.then.quantity == 4


def test_what_a_condition_says_must_come_about_is_understood_or_asked() -> None:
    assert asked(draft("8 H100s tomorrow but only as long as the A100s sleep")) == ["unsupported"]
    assert asked(draft("8 H100s tomorrow, provided 16 A100s clear")) == []
