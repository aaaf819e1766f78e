# ruff: noqa: E501
"""Forms of speech that whole requests use: conditions behind what they govern, numbers in words, choices, remarks."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_by_letters, shape


@pytest.mark.parametrize(
    "text",
    [
        "L40S 8장은 A100 16장이 체결될 때만 사 주세요. 화요일 오후",
        "L40S 8장은 A100 16장이 잡힐 때만요. 둘 다 화요일 오후에 쓸 겁니다.",
        "L40S 8장은 A100 16장이 확보되면 사 주세요. 화요일 오후",
        "A100 16장이 확보되면 L40S 8장도 사 주세요. 화요일 오후",
        "A100 16장 화요일 오후. 그게 체결되면 L40S 8장도",
        "A100 16장 화요일 오후. 이게 잡힐 경우에만 L40S 8장 추가",
        "8 L40S only if the 16 A100s fill, Tuesday afternoon",
        "16 A100s Tuesday afternoon; if those fill, 8 L40S too",
    ],
)
def test_a_condition_governs_what_its_words_say(text: str) -> None:
    assert read_by_letters(text) == "then(16 A100 24T12-24T18 | 8 L40S 24T12-24T18)"


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("H100 8장 화요일, 총예산 1만 5천 달러", "8 H100 24T00-25T00 $15000"),
        ("H100 8장 화요일, 예산 2천 5백 달러", "8 H100 24T00-25T00 $2500"),
        ("H100 8장 화요일, 예산 1만2000불", "8 H100 24T00-25T00 $12000"),
        ("H100 1만2천 GPU시간 화요일, GPU시간당 3불", "12000h H100 24T00-25T00 @3"),
        ("H100 8장 화요일, 장당 시간당 이 점 오 달러", "8 H100 24T00-25T00 @2.5"),
        ("H100 8장 화요일, GPU시간당 삼 쩜 이 불까지요", "8 H100 24T00-25T00 @3.2"),
        ("H100 64장 화요일, 총액 3만 불 초과 불가", "64 H100 24T00-25T00 $30000"),
        ("H100 64장 화요일, GPU시간당 3불을 초과하면 안 됩니다", "64 H100 24T00-25T00 @3"),
        ("GB200 한 랙 화요일, GPU시간당 9불", "72 GB200 24T00-25T00 @9"),
        ("70B 모델 8비트 양자화 테스트 때문에 H100 4장 화요일, GPU시간당 3불", "4 H100 24T00-25T00 @3"),
        ("2차 실험용 H100 4장 화요일, GPU시간당 3불", "4 H100 24T00-25T00 @3"),
        ("4 H100s Tuesday for fp8 training, $3/GPU-hr", "4 H100 24T00-25T00 @3"),
        ("A100 PCIe 12장, 인터커넥트는 RoCE, 화요일, GPU시간당 1.5불", "12 A100 PCIe roce 24T00-25T00 @1.5"),
        ("형, h100 8장 화요일 GPU시간당 3불까지ㅋㅋ", "8 H100 24T00-25T00 @3"),
        ("1순위는 B200 8장, 차선으로 H200 16장, 최악의 경우 H100 16장. 모두 화요일", "one(8 B200 24T00-25T00 | 16 H200 24T00-25T00 | 16 H100 24T00-25T00)"),
    ],
)  # fmt: skip
def test_numbers_and_words_of_speech(text: str, shape: str) -> None:
    assert read_by_letters(text) == shape


def test_last_week_again_is_a_wish_for_an_earlier_order() -> None:
    assert "unsupported" in asked(draft("지난주에 넣었던 거랑 똑같이 한 번 더 넣어줘", language="ko"))


@pytest.mark.parametrize(
    "text",
    [
        "Should the 32 H100s for Tuesday be unavailable, we would accept 64 A100s for Tuesday instead",
        "If the 32 H100s on Tuesday aren't available, 64 A100s Tuesday",
        "if you can't get 32 H100s Tuesday, 64 A100s instead",
        "If we cannot get 32 H100s Tuesday then 64 A100s",
        "32 H100s Tuesday; barring that, 64 A100s",
        "32 H100s or 64 A100s on Tuesday, whichever is cheaper",
        "Choose one:\n- 32 H100s Tuesday\n- 64 A100s Tuesday",
    ],
)
def test_what_stands_in_for_an_item_is_a_choice(text: str) -> None:
    assert read_by_letters(text) == "one(32 H100 24T00-25T00 | 64 A100 24T00-25T00)"


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("8 H100s Tuesday at $3, 16 A100s Tuesday at $1.5, all prices per GPU-hour", "all(8 H100 24T00-25T00 @3 | 16 A100 24T00-25T00 @1.5)"),
        ("8 H100s Tuesday at $24, 16 A100s Tuesday at $12 (rates per node-hour)", "all(8 H100 24T00-25T00 @3 | 16 A100 24T00-25T00 @1.5)"),
        ("H100 8장 화요일 3불, A100 16장 화요일 1.5불. 가격은 모두 GPU시간당입니다.", "all(8 H100 24T00-25T00 @3 | 16 A100 24T00-25T00 @1.5)"),
        ("8 H100s Tuesday, price maximal 4,50 $ per GPU and hour", "8 H100 24T00-25T00 @4.5"),
        ("8 H100s Tuesday, limit $2.90 per GPU-hour and never more than $1,000 in total", "8 H100 24T00-25T00 @2.9 $1000"),
        ("8 H100s Tuesday, 3.40 would be our max", "8 H100 24T00-25T00 @3.4"),
        ("8 H100s Tuesday from 14h to 20h, $3/GPU-hr", "8 H100 24T14-24T20 @3"),
        ("8 H100s Tuesday eight in the morning till eight in the evening, $3/GPU-hr", "8 H100 24T08-24T20 @3"),
        ("8 H100s, 2026-11-24 06:00-14:00Z, $3/GPU-hr", "8 H100 24T01-24T09 @3"),
        ("8 H100s w/c 14 Dec, $3/GPU-hr", "8 H100 14T00-21T00 @3"),
        ("8 H100s Fri wk after next, $3/GPU-hr", "8 H100 04T00-05T00 @3"),
        ("8 H100s Monday, no, Tuesday, $3/GPU-hr", "8 H100 24T00-25T00 @3"),
        ("8 H100s Tuesday. None of it in India. $3/GPU-hr", "8 H100 not:in-west 24T00-25T00 @3"),
        ("H100 8장 화요일, 인도는 절대 안 됨, GPU시간당 3불", "8 H100 not:in-west 24T00-25T00 @3"),
        ("we'd like to resell 24 H200s Tuesday, not less than $3.90 per GPU-hour", "sell 24 H200 24T00-25T00 @3.9"),
        ("40 H100s on Tuesday, or as few as 16 if that's all there is", "40 min16 H100 24T00-25T00"),
    ],
)  # fmt: skip
def test_remarks_of_many_writers(text: str, shape: str) -> None:
    assert read_by_letters(text) == shape


def test_two_of_a_list() -> None:
    items = "\n".join(f"* 8 B300 {day} night" for day in ("Mon", "Tue", "Thu"))
    assert read_by_letters(f"Pick any two:\n{items}").startswith("2-2(")
    korean = "\n".join(f"- B300 8장 {day}요일 밤" for day in "월화목")
    assert read_by_letters(f"아래에서 두 개만 골라 주세요:\n{korean}").startswith("2-2(")


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("2x 8xH100 nodes Tuesday", "16 H100 24T00-25T00"),
        ("two 8-way H100 boxes Tuesday", "16 H100 24T00-25T00"),
        ("8 H100s Monday, actually Tuesday", "8 H100 24T00-25T00"),
        ("8 H100s Tuesday (fallback: 16 A100s)", "one(8 H100 24T00-25T00 | 16 A100 24T00-25T00)"),
        ("8 H100s Tuesday, limit price 2.5 USD, total budget 500 USD", "8 H100 24T00-25T00 @2.5 $500"),
        ("8 H100s Tuesday, two fifty an hour", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday 9am-5pm UTC+2", "8 H100 24T02-24T10"),
        ("8 H100s Tuesday, 9-5 Europe/Berlin", "8 H100 24T03-24T11"),
        ("8 H100s for the first fortnight of December", "8 H100 01T00-15T00"),
        ("8 H100s over the first weekend in December", "8 H100 05T00-07T00"),
        ("8 H100s for five hours starting at half past two tomorrow afternoon", "8 H100 22T14-22T19"),
        ("hey can u get me 8 h100 2moro 9-5", "8 H100 22T09-22T17"),
        ("anyone selling 8 H100s for Tuesday? would pay $3/GPU-hr", "8 H100 24T00-25T00 @3"),
        ("who has 8 H100s for sale Tuesday? $3/GPU-hr", "8 H100 24T00-25T00 @3"),
        ("H100 8장 판매하실 분 찾습니다 화요일 GPU시간당 3불", "8 H100 24T00-25T00 @3"),
        ("We can let 32 A100s go on Tuesday for anything above $1.20 per GPU-hour.", "sell 32 A100 24T00-25T00 @1.2"),
        ("I've got 16 spare H200s Tuesday; wouldn't take less than $3.80/GPU-hr", "sell 16 H200 24T00-25T00 @3.8"),
        ("16 A100s on Tuesday, and if we get those, 8 L40S", "then(16 A100 24T00-25T00 | 8 L40S 24T00-25T00)"),
        ("8 H100s Tuesday, we paid $2.80 last time, so max $3/GPU-hr", "8 H100 24T00-25T00 @3"),
        ("8 H100s Tuesday, our usual vendor wants $3.50, we'd pay $3/GPU-hr", "8 H100 24T00-25T00 @3"),
    ],
)
def test_more_remarks_of_many_writers(text: str, shape: str) -> None:
    assert read_by_letters(text) == shape


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("sell 8 H100s Tuesday, max $2", "contradiction"),
        ("H100 8장 화요일 판매, 2달러 이하", "contradiction"),
        ("8 H100s for two consecutive nights next week", "unsupported"),
        ("8 H100s from Monday till Wednesday evening", "ambiguous_time"),
        ("how much are 8 H100s Tuesday?", "unsupported"),
        ("how much is an H100?", "not_an_order"),
    ],
)
def test_what_could_be_misread_is_asked_about(text: str, code: str) -> None:
    assert code in asked(draft(text))


def test_a_best_offer_is_no_sale() -> None:
    read = draft("8 H100s Tuesday, $2 or best offer")
    assert asked(read) != []
    assert read.bid is not None
    assert read.bid.root.kind == "lot"
    assert read.bid.root.side == "buy"


@pytest.mark.parametrize("words", ["excuse me", "pardon", "pardon me", "oops"])
def test_courtesies_between_two_like_counts_correct_the_first(words):
    assert shape(draft(f"10 A100, {words}, 12 A100 for Wednesday afternoon").bid.root) == "12 A100 25T12-25T18"


def test_hours_that_need_not_be_contiguous_may_be_a_consequence():
    read = draft("8 A100s for 30 hours sometime next week; they checkpoint nicely, so the hours needn't be contiguous")
    assert shape(read.bid.root) == "8 A100 23T00-30T00/30~"
