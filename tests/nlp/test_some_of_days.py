"""Some of the days that a list names: as many lots as days, and as many of them filled as the words say."""

from __future__ import annotations

import pytest

from auction_client.model.bid import Group, lots_of
from tests.nlp.reading import draft


@pytest.mark.parametrize(
    ("text", "chosen", "nights"),
    [
        ("월, 화, 수 중 이틀만 A100 8장, GPU시간당 2불", (2, 2, 3), False),
        ("다음 주 월요일, 화요일, 수요일 중에서 이틀만 A100 8장, GPU시간당 2불", (2, 2, 3), False),
        ("월요일 밤, 화요일 밤, 수요일 밤 중에 두 번만 A100 8장, GPU시간당 2불", (2, 2, 3), True),
        ("월화수 중 두 밤 A100 8장, GPU시간당 2불", (2, 2, 3), True),
        ("월/화/수 중 하루 A100 8장, GPU시간당 2불", (1, 1, 3), False),
        ("월요일이나 화요일 중 하루 A100 8장, GPU시간당 2불", (1, 1, 2), False),
        ("12월 7일, 8일, 9일 중 최소 이틀은 A100 8장, GPU시간당 2불", (2, 3, 3), False),
        ("8 A100 two nights out of Mon, Tue, Wed, $2/GPU-hr", (2, 2, 3), True),
        ("8 A100, any two nights of Mon, Tue and Wed, $2/GPU-hr", (2, 2, 3), True),
        ("8 A100, at least one day out of Dec 7, Dec 8 and Dec 9, $2/GPU-hr", (1, 3, 3), False),
    ],
)
def test_some_of_the_named_days(text: str, chosen: tuple[int, int, int], nights: bool) -> None:
    korean = any("가" <= letter <= "힣" for letter in text)
    found = draft(text, **({"language": "ko"} if korean else {}))
    assert not found.questions
    assert found.bid
    assert isinstance(found.bid.root, Group)
    root = found.bid.root
    assert (root.at_least, root.at_most, len(root.items)) == chosen
    assert {lot.delivery.start.hour == 20 for _, lot in lots_of(root) if lot.delivery} == {nights}


def test_a_count_of_days_inside_one_week_stays_a_run() -> None:
    found = draft("다음 주 중에 이틀 A100 8장, GPU시간당 2불", language="ko")
    assert found.bid
    assert not isinstance(found.bid.root, Group)


def test_a_thousand_behind_i_need_is_no_choice_of_one() -> None:
    found = draft("I need 1,000 H100 hours next week, $2/GPU-hr")
    assert not found.questions
    assert found.bid
    assert [lot.gpu_hours for _, lot in lots_of(found.bid.root)] == [1000]
