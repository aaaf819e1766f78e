# ruff: noqa: E501
"""Korean second thoughts: counts taken back, other days and other lots for what does not fill, sales behind short counts."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

SEOUL = {"now": "2026-11-24T10:00:00", "zone": "Asia/Seoul", "language": "ko"}


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("H100 서버 두 대, 내일 2불. 아 아니다 세 대로 할게요", "24 H100 25T00-26T00 @2"),
        ("서버 두 대, 아니 세 대 H100 내일 2불", "24 H100 25T00-26T00 @2"),
        ("GB200 1랙 내일 9불, 아니 2랙", "144 GB200 25T00-26T00 @9"),
        ("GB200 랙 하나 내일 9불, 아니 두 개", "144 GB200 25T00-26T00 @9"),
        ("H100 서버 두 대 내일 2불, 아니 16장", "16 H100 25T00-26T00 @2"),
        ("A100 노드 1대 내일 1불, 아니 A100은 3대로", "24 A100 25T00-26T00 @1"),
        ("H100 8장 내일 2불, 아니 세 대로", "3 H100 25T00-26T00 @2"),
        ("2 nodes of H100 tomorrow at $2, I mean 3", "24 H100 25T00-26T00 @2"),
        ("2 nodes of H100 tomorrow at $2, I mean 20 GPUs", "20 H100 25T00-26T00 @2"),
    ],
)
def test_a_corrected_count_counts_what_it_replaces(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("아틀라스 20k 매도, 지정가 0.41", "sell 20000 ATLAS-32B @0.41"),
        ("아틀라스 20k매도 0.41 이상", "sell 20000 ATLAS-32B @0.41"),
        ("A100 8 매도 내일 1불", "sell 8 A100 25T00-26T00 @1"),
        ("H100 8매 매수 내일 2불", "8 H100 25T00-26T00 @2"),
        ("아틀라스 20k 매수, 지정가 0.41", "20000 ATLAS-32B @0.41"),
    ],
)
def test_the_first_syllable_of_a_sale_is_no_counter(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (
            "수요일 밤 H100 16장, 안 되면 목요일 밤으로 미룰게요. 둘 다 안 되면 금요일 밤 A100 32장이라도. 전부 시간당 2.4달러 이하.",
            "one(one(16 H100 25T20-26T06 @2.4 | 16 H100 26T20-27T06 @2.4) | 32 A100 27T20-28T06 @2.4)",
        ),
        (
            "금요일 오후에 B200 8장이 가장 좋겠으나, 어려우시면 H200 8장과 A100 8장을 함께 부탁드립니다. 어느 쪽이든 총 400달러",
            "one(8 B200 27T12-27T18 | all(8 H200 27T12-27T18 | 8 A100 27T12-27T18)) $400",
        ),
        (
            "H200 8장 또는 H100 8장과 A100 8장, 어느 쪽이든 내일 총 400불",
            "one(8 H200 25T00-26T00 | all(8 H100 25T00-26T00 | 8 A100 25T00-26T00)) $400",
        ),
        (
            "금요일 밤 H100 8장이랑 A100 8장, 안 되면 H200 8장. 둘 중 하나만. 2불",
            "one(all(8 H100 27T20-28T06 @2 | 8 A100 27T20-28T06 @2) | 8 H200 27T20-28T06 @2)",
        ),
    ],
)
def test_what_stands_in_is_as_large_as_its_words_say(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("연말 잔여 예산 소진 건으로 이번 달 말까지 L40S 3,000 GPU시간, 1불", "3000h L40S 24T10-01T00 @1"),
        ("연말 불용 예산 집행 목적으로 금요일까지 L40S 300 GPU시간, 1불", "300h L40S 24T10-28T00 @1"),
    ],
)
def test_a_season_that_names_a_budget_is_no_day(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (
            "H100 8장 모레 2불에 팔고 안 팔리면 글피에 1.9불에 팔아요",
            "one(sell 8 H100 26T00-27T00 @2 | sell 8 H100 27T00-28T00 @1.9)",
        ),
        ("H200 8장이랑 B200 8장, 아무거나 좋아요. 내일 3불", "one(8 H200 25T00-26T00 @3 | 8 B200 25T00-26T00 @3)"),
        (
            "스왑: A100 64장 1불 이상 매도 + H200 16장 4.5불 이하 매수. 둘 다 내일. 한쪽만 체결은 불가.",
            "all(sell 64 A100 25T00-26T00 @1 | 16 H200 25T00-26T00 @4.5)",
        ),
        ("H100 8장 렌트 해드려요 내일 2불", "sell 8 H100 25T00-26T00 @2"),
        ("H100 8장 렌트 하고 싶어요 내일 2불", "8 H100 25T00-26T00 @2"),
        ("A100 16 개... wait, 아니 24 개 내일 1.5불", "24 A100 25T00-26T00 @1.5"),
        ("A100 8장, 아 정정드립니다, A100 24장 내일 1.5불", "24 A100 25T00-26T00 @1.5"),
    ],
)
def test_sales_swaps_and_corrections_in_more_words(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (
            "유럽 리전은 쓸 수 없습니다. H100 8장 내일 3불",
            "8 H100 not:eu-central not:eu-north not:eu-west not:uk-south 25T00-26T00 @3",
        ),
        ("H100 8장 내일 3불, 도쿄는 못 써요", "8 H100 not:ap-northeast 25T00-26T00 @3"),
        ("도쿄에서는 쓸 수 없고 서울에서 H100 8장 내일 3불", "8 H100 ap-korea 25T00-26T00 @3"),
        ("서울은 쓸 수 있어요. H100 8장 내일 3불", "8 H100 ap-korea 25T00-26T00 @3"),
    ],
)
def test_places_that_cannot_be_used_are_none_of_the_order(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("금요일 16:00 ET까지 H200 24장 10시간 연속 4불", "24 H200 24T10-28T06/10 @4"),
        ("H100 32장 @2.60 목 밤", "32 H100 26T20-27T06 @2.6"),
        ("버짓 1000불, H100 8장 내일", "8 H100 25T00-26T00 $1000"),
        ("H100 8장 내일, 하루에 300불까지 쓸 수 있어요", "8 H100 25T00-26T00 $300"),
    ],
)
def test_zones_of_deadlines_and_short_days_behind_prices(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


@pytest.mark.parametrize(
    "text",
    [
        "스왑: A100 64장, H200 16장 내일 1불",
        "서울을 못 쓰면 도쿄로 H100 8장 내일 3불",
        "H100 8장 내일 2불, 스토리지 공유",
    ],
)
def test_what_they_leave_open_is_asked(text: str) -> None:
    assert asked(draft(text, **SEOUL))


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (
            "내일 밤 A100 16장. 내일 오후에 L4 8장도 부탁드리는데, A100이 안 잡히면 L4는 필요 없어요. 둘 합쳐서 350달러",
            "then(16 A100 25T20-26T06 | 8 L4 25T12-25T18) $350",
        ),
        (
            "내일 01:00-05:00.\n(1) H100 3노드 또는 H200 2노드\n(2) L4 8장\n(1), (2) 둘 다 있어야 함",
            "all(one(24 H100 25T01-25T05 | 16 H200 25T01-25T05) | 8 L4 25T01-25T05)",
        ),
        (
            "이번 주 매 저녁 H100 8장 2불",
            "all(8 H100 24T18-24T22 @2 | 8 H100 25T18-25T22 @2 | 8 H100 26T18-26T22 @2 | 8 H100 27T18-27T22 @2 | 8 H100 28T18-28T22 @2 | 8 H100 29T18-29T22 @2)",
        ),
        (
            "A100 8장이랑 H100 8장 내일 총 300불, 하나만 잡혀도 괜찮아요",
            "1-2(8 A100 25T00-26T00 | 8 H100 25T00-26T00) $300",
        ),
        ("금요일 16시 전에 끝나야 함. 그 안에서 H200 24장 10시간 연속 4불", "24 H200 24T10-27T16/10 @4"),
        (
            "유럽은 못 써요. 그 외 지역에서 H100 8장 내일 3불",
            "8 H100 not:eu-central not:eu-north not:eu-west not:uk-south 25T00-26T00 @3",
        ),
    ],
)
def test_items_spoken_of_again(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (
            "H100 8장, 수요일이랑 금요일 이틀 다 오전 9시~12시 2불",
            "all(8 H100 25T09-25T12 @2 | 8 H100 27T09-27T12 @2)",
        ),
        ("H100 8장, 금요일 이틀 2불", "8 H100 27T00-29T00 @2"),
        ("금요일이 논문 제출이라서 수요일 밤 H100 8장 2불", "8 H100 25T20-26T06 @2"),
        ("금요일이 행사라 그날 H100 8장 2불", "8 H100 27T00-28T00 @2"),
        ("4090 8장 오늘 밤 되나요? 광고 납품이 코앞이라 ㅠㅠ 장당 시간당 0.38불", "8 RTX4090 24T20-25T06 @0.38"),
    ],
)
def test_days_counted_and_days_of_reasons(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


def test_a_day_that_is_only_a_reason_is_no_window() -> None:
    assert asked(draft("금요일이 마감이라 H100 8장 필요해요 2불", **SEOUL)) == ["missing_time"]


@pytest.mark.parametrize("text", ["해외 반출 불가. H100 8장 내일 3불", "해외는 못 나갑니다. H100 8장 내일 3불"])
def test_what_must_not_go_abroad_is_asked(text: str) -> None:
    assert asked(draft(text, **SEOUL)) == ["unsupported"]
