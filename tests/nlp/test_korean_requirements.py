"""Korean forms that require what no field holds are asked about; said of what was understood, they are its field."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

ORDER = "H100 8장 내일 오전 9시부터 오후 5시까지"
READING = "8 H100 22T09-22T17"


@pytest.mark.parametrize(
    "wish",
    [
        "수랭식이어야 합니다",
        "국산이어야 하거든요",
        "루트 권한 있어야 돼요",
        "방화벽 열려 있어야 됩니다",
        "소음이 없어야 해요",
        "SSH 접속이 가능해야 합니다",
        "새 제품으로만 부탁해요",
        "검증된 업체만 가능합니다",
        "재판매 업체는 안 돼요",
        "중고는 절대 안 됩니다",
        "추운 지역이면 더 좋고요",
        "조용하면 더 좋겠어요",
        "법무팀 승인이 나야 합니다",
        "계약서가 와야 합니다",
        "교수님이 허락하셔야 돼요",
        "팀장님이 국산 데이터센터로 해달래요",
    ],
)
def test_a_requirement_that_no_field_holds_is_asked_about(wish: str) -> None:
    assert "unsupported" in asked(draft(f"{ORDER}, {wish}"))
    assert "unsupported" in asked(draft(f"{wish}. {ORDER}"))
    assert "unsupported" in asked(draft(f"{ORDER}. {wish}."))


@pytest.mark.parametrize(
    "said",
    [
        "꼭 연속이어야 합니다",
        "보고서를 내야 해서요",
        "늦으면 안 되거든요",
        "낮에는 사람이 써야 돼서요",
        "부분 체결은 안 돼요",
        "다른 기종은 안 돼요",
        "연구용으로만 씁니다",
        "교수님이 빨리 해달래요",
        "교수님이 결과 빨리 보여달래요",
    ],
)
def test_a_duty_a_fear_or_what_was_ordered_anyway_is_not_asked_about(said: str) -> None:
    assert read_shape(f"{ORDER}. {said}") == READING


@pytest.mark.parametrize(
    ("said", "reading"),
    [
        ("국내여야 합니다", "8 H100 ap-korea 22T09-22T17"),
        ("HIPAA 인증 환경만 됩니다", "8 H100 hipaa 22T09-22T17"),
        ("재생에너지 전력이어야 합니다", "8 H100 renewable 22T09-22T17"),
        ("가격은 시간당 3달러 이하여야 합니다", f"{READING} @3"),
    ],
)
def test_a_requirement_that_a_field_holds_is_that_field(said: str, reading: str) -> None:
    assert read_shape(f"{ORDER}. {said}") == reading
