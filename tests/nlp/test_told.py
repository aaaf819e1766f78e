"""Clauses that tell of the writer's world need no field: their days are not the order's, and they raise no question."""

from __future__ import annotations

import pytest

from tests.nlp.reading import draft, read_shape

ORDER = "8 H100s tomorrow 9am to 5pm"
KOREAN_ORDER = "H100 8장 내일 오전 9시부터 오후 5시까지"
READING = "8 H100 22T09-22T17"


@pytest.mark.parametrize(
    "told",
    [
        "because the demo is on Monday",
        "since our conference starts Monday",
        "our PI is presenting on Friday",
        "the auditors are here on Wednesday",
        "that's when the night crew is around",
        "that's when our California office hands over to us",
        "finance is closing the books that week",
        "the cafe is closed that day",
        "we're migrating off the old cluster that weekend",
        "our lease ran out",
        "the last provider kept us waiting",
        "my supervisor is nervous about it",
        "the kids from the robotics club will be using them",
        "teaching a summer school",
        "signed off by finance",
        "it is for the nightly reindexing",
        "we have two experiments now",
        "we checkpoint every ten minutes",
        "in preparation for the trade fair",
        "prod is on fire",
        "can't sleep anyway",
        "we don't know yet how large the class will be",
        "to keep the auditors happy",
    ],
)
def test_a_reason_or_an_event_changes_nothing(told: str) -> None:
    assert read_shape(f"{ORDER}, {told}") == READING
    assert read_shape(f"{told[0].upper()}{told[1:]}. {ORDER}") == READING


def test_a_reason_may_follow_without_a_comma() -> None:
    assert read_shape(f"{ORDER} since our conference starts Monday") == READING


@pytest.mark.parametrize(
    "told",
    [
        "월요일에 발표가 있어서요",
        "다음 주가 마감이거든요",
        "교수님이 금요일에 발표하셔서요",
        "PC방 쉬는 날이라",
        "신입 교육용이에요",
        "외주사랑 같이 쓰는 거라서요",
        "결재는 이미 났습니다",
        "재무팀 확인 완료",
        "병리과 시범 사업이에요",
        "궁금한 점 있으면 전화 주세요",
        "병원 영상 판독 모델 돌리는 겁니다",
    ],
)
def test_a_korean_reason_or_event_changes_nothing(told: str) -> None:
    assert read_shape(f"{KOREAN_ORDER}, {told}") == READING
    assert read_shape(f"{told}, {KOREAN_ORDER}") == READING


@pytest.mark.parametrize(
    "condition",
    ["only because the board must agree first", "because we need liquid cooling", "since they must be in one rack"],
)
def test_a_reason_that_restricts_is_still_asked_about(condition: str) -> None:
    assert draft(f"{ORDER}, {condition}").questions


@pytest.mark.parametrize("wish", ["경쟁사와 격리해서", "에누리해서 부탁드려요", "수랭식입니다", "물릴 수 있어야 해요"])
def test_a_korean_wish_is_not_told(wish: str) -> None:
    assert draft(f"{KOREAN_ORDER}, {wish}").questions


@pytest.mark.parametrize(
    "wish",
    [
        "after the migration",
        "refurbished is fine",
        "for the duration of the fair",
        "and they have to be new",
        "our lawyers must agree first",
    ],
)
def test_what_must_happen_first_is_not_told(wish: str) -> None:
    assert draft(f"{ORDER}, {wish}").questions


@pytest.mark.parametrize(
    "terms",
    [
        "the provider is European",
        "the uplink is unmetered",
        "the contract is cancellable",
        "the staff speaks French",
        "the drivers are pinned",
        "we paid upfront",
        "so that we can extend",
        "for Anna only",
    ],
)
def test_what_may_be_terms_of_the_trade_is_not_told(terms: str) -> None:
    assert draft(f"{ORDER}, {terms}").questions
    assert draft(f"{ORDER}. {terms[0].upper()}{terms[1:]}.").questions


def test_a_correction_is_not_told() -> None:
    assert draft("H100 6장, 오타였어요, 16장 내일 밤").questions


def test_a_heading_is_not_told() -> None:
    assert draft("We have a glut: 16 A100s Tuesday night at $1.50").questions


def test_an_event_named_before_the_order_keeps_its_time_to_itself() -> None:
    text = "demo for the board in an hour and our box just died!! 2 H100s tomorrow night"
    assert read_shape(text) == "2 H100 22T20-23T06"


@pytest.mark.parametrize(
    "text", ["The demo is tomorrow. 8 H100s from 9am to 5pm", "workshop tomorrow, 8 H100s 9am to 5pm"]
)
def test_the_only_day_said_is_the_order_s(text: str) -> None:
    assert read_shape(text) == READING


def test_a_second_order_in_a_reason_is_read() -> None:
    assert read_shape("8 H100s tomorrow and 4 A100s on Monday since they share a dataset") == (
        "all(8 H100 22T00-23T00 | 4 A100 23T00-24T00)"
    )
