"""Forms of spoken and official Korean: each means the same in every ending, spacing and level of politeness."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

ORDER = "H100 8장 내일 밤"
READING = "8 H100 22T20-23T06"


@pytest.mark.parametrize(
    ("said", "limit"),
    [
        ("시간당 삼 달러까지", "3"),
        ("시간당 이 달러", "2"),
        ("장당 시간당 오 달러 이하", "5"),
        ("시간당 사 불", "4"),
        ("삼 달러 오십 센트까지", "3.5"),
        ("GPU 한 장에 하루 60달러까지 지불 가능합니다", "2.5"),
        ("카드 한 장에 하루 60불", "2.5"),
        ("하루에 장당 60달러", "2.5"),
        ("노드 하나에 하루 480불", "2.5"),
        ("GPU-hour당 2.5불", "2.5"),
        ("2.65 위로는 안 감", "2.65"),
        ("2.65 넘게는 못 냅니다", "2.65"),
        ("3달러 이상은 안 됩니다", "3"),
        ("3달러 초과는 곤란합니다", "3"),
        ("단가 3불, 아니 3.5불까지 올릴게요", "3.5"),
    ],
)
def test_a_limit(said: str, limit: str) -> None:
    assert read_shape(f"{ORDER}. {said}") == f"{READING} @{limit}"


@pytest.mark.parametrize("said", ["3불 밑으로는 안 팔아요", "3불 아래로는 안 팝니다", "3불 미만은 안 받아요"])
def test_a_floor_said_by_denial(said: str) -> None:
    assert read_shape(f"{ORDER} 내놓습니다. {said}") == f"sell {READING} @3"


def test_two_plans_are_no_price() -> None:
    text = "가안(총 900달러): 월요일 밤 H200 8장\n나안(총 700달러): 화요일 밤 A100 24장\n두 안 중 하나만 부탁드립니다."
    assert read_shape(text) == "one(8 H200 23T20-24T06 $900 | 24 A100 24T20-25T06 $700)"


@pytest.mark.parametrize(
    "said",
    [
        "이어서 안 돌려도 됨",
        "연속으로 안 돌려도 됩니다",
        "한 번에 안 써도 돼요",
        "이어지지 않아도 괜찮습니다",
        "꼭 연속일 필요는 없어요",
        "나뉘어도 상관없음",
    ],
)
def test_hours_that_need_not_be_one_run(said: str) -> None:
    read = draft(f"다음 주 안에 L4 40장으로 총 36시간, {said}")
    assert asked(read) == []
    assert read.bid is not None
    assert not read.bid.root.delivery.contiguous  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "H100 16장을 내일 밤 사게 되면, 그때만 A100 32장을 내일 밤 팔겠습니다",
        "H100 16장을 내일 밤 구하게 되면 그때만 A100 32장을 내일 밤 팔게요",
        "내일 밤 H100 16장을 구하면 그때만 A100 32장을 팔게요",
        "내일 밤 H100 16장 사면, 그때에만 A100 32장 매도합니다",
    ],
)
def test_a_sale_only_once_the_purchase_is_made(text: str) -> None:
    assert read_shape(text) == "then(16 H100 22T20-23T06 | sell 32 A100 22T20-23T06)"


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("내일 밤 H100, H200, B200 각각 8장씩", "all(8 H100 {0} | 8 H200 {0} | 8 B200 {0})"),
        ("내일 밤 A100 8장이랑 같이 H100 16장도 주세요", "all(8 A100 {0} | 16 H100 {0})"),
        ("내일 밤 A100 8장 넘기고 대신 H100 16장 받고 싶음", "all(sell 8 A100 {0} | 16 H100 {0})"),
        ("되면 B300, 안 되면 B200으로 8장, 내일 밤", "one(8 B300 {0} | 8 B200 {0})"),
        ("가능하면 B300으로, 어려우면 B200으로 8장 내일 밤", "one(8 B300 {0} | 8 B200 {0})"),
        ("내일 밤 H100 8장이 1순위고요, 안 되면 A100 16장", "one(8 H100 {0} | 16 A100 {0})"),
        ("내일 밤 H100 8장 and/or A100 16장, 둘 다 잡혀도 ok", "1-2(8 H100 {0} | 16 A100 {0})"),
        ("내일 밤 H100 8장 또는 A100 16장, 둘 다 체결돼도 괜찮아요", "1-2(8 H100 {0} | 16 A100 {0})"),
        ("내일 밤 H100 8장이나 A100 16장. 둘 다 잡으시면 안 됩니다!", "one(8 H100 {0} | 16 A100 {0})"),
        ("다음 셋 중 아무거나 둘, 내일 밤: H100 8장, H200 8장, B200 8장", "2-2(8 H100 {0} | 8 H200 {0} | 8 B200 {0})"),
        ("내일 밤 H100 50장, 단 최소 75%는 채워져야 합니다", "50 min38 H100 {0}"),
        ("내일 밤 H100 8장에서 24장 사이로", "24 min8 H100 {0}"),
        ("내일밤에h100열여섯장2.5불에잡아주세요", "16 H100 {0} @2.5"),
        ("내일밤h100여덟장3불에팝니다", "sell 8 H100 {0} @3"),
        ("내일 밤엔 H100 8장, InfiniBand 필수고", "8 H100 infiniband {0}"),
        ("내일 밤에 H100 8장만 쪼매 구해 주이소", "8 H100 {0}"),
        ("8장짜리 H100 노드 2개 내일 밤", "16 H100 {0}"),
        ("H100 8장짜리 서버 두 대 내일 밤", "16 H100 {0}"),
        ("[긴급] H100 8장 내일 밤. 2.8에서 한 푼도 더 못 씁니다", "8 H100 {0} @2.8"),
        ("H100 8장 내일 밤. 만약 안 되면 A100 16장, 그것도 안 되면 됐어요", "one(8 H100 {0} | 16 A100 {0})"),
        ("H100 8장 내일 밤. 네 장만 돼도 괜찮아요", "8 min4 H100 {0}"),
        ("H100 8장 내일 밤. 4장만 체결돼도 됩니다", "8 min4 H100 {0}"),
        ("H100 8장 내일 밤. 안 되면 말고요", "8 H100 {0}"),
        ("GPU 8장 내일 밤. 기종은 H100이나 A100", "one(8 H100 {0} | 8 A100 {0})"),
        ("H100 1안: 8장, 2안: 16장. 내일 밤", "one(8 H100 {0} | 16 H100 {0})"),
        ("독일에서 보냅니다. H100 8장 내일 밤", "8 H100 {0}"),
        ("독일에서 받을게요. H100 8장 내일 밤", "8 H100 eu-central {0}"),
        ("H100 8장 내일 밤. 이상 탐지용이에요", "8 H100 {0}"),
    ],
)
def test_a_form(text: str, reading: str) -> None:
    assert read_shape(text) == reading.format("22T20-23T06")


def test_numbered_paragraphs_of_a_letter_are_one_order() -> None:
    text = (
        "1. 귀사의 무궁한 발전을 기원합니다.\n2. 내일 밤 H200 16장을 임차하고자 하오니 협조하여 주시기 바랍니다.\n"
        "3. 소요 예산: 총 8,000달러. 끝."
    )
    assert read_shape(text) == "16 H200 22T20-23T06 $8000"


@pytest.mark.parametrize(
    "text",
    [
        "매일 밤 10시부터 다음 날 아침 6시까지 H100 8장 내일까지",
        "매일 밤 10시부터 다음날 아침 6시까지 H100 8장 내일까지",
    ],
)
def test_the_next_day_closes_the_hours_of_each_night(text: str) -> None:
    assert read_shape(text) == "all(8 H100 21T22-22T06 | 8 H100 22T22-23T06)"


def test_as_many_nights_as_days_are_said() -> None:
    assert read_shape("이번 주 밤 아무 때나 하루만, H100 16장 3시간", now="2026-11-20T10:00:00").startswith(
        "one(16 H100"
    )


@pytest.mark.parametrize(
    "text", ["지난주랑 똑같은 조건으로 한 번 더 잡아주세요", "저번 주와 동일한 내용으로 부탁드립니다"]
)
def test_an_earlier_order_is_not_known(text: str) -> None:
    assert "unsupported" in asked(draft(text))


@pytest.mark.parametrize("time", ["내일 밤 늦게", "내일 일찍", "다음 주 초반에"])
def test_a_part_of_a_time_that_no_convention_fixes_is_asked_about(time: str) -> None:
    assert "unsupported" in asked(draft(f"{time} H100 8장 3시간"))


def test_a_late_greeting_is_no_time() -> None:
    assert read_shape(f"밤늦게 죄송합니다. {ORDER}") == READING


@pytest.mark.parametrize(
    "said",
    [
        "2불대로 부탁해요",
        "2달러 후반까지",
        "A100 16장이 팔려야 합니다",
        "A100 8장, 예산은 각각 150불, 200불",
    ],
)
def test_what_would_be_read_wrong_is_asked_about(said: str) -> None:
    assert "unsupported" in asked(draft(f"{ORDER}. {said}"))


@pytest.mark.parametrize("text", ["H100 8장을 3일 동안 매일 9시간씩", "8 H100s 9 hours a day for 3 days"])
def test_hours_of_so_many_days_without_a_start_are_asked_about(text: str) -> None:
    assert "missing_time" in asked(draft(text))
