"""Korean wishes in everyday words that no field holds are asked about; what looks like them is not."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, shape

ORDER = "H100 16장 월요일 3불, "


def read(text: str) -> str | list[str]:
    """The tree, or what is asked."""
    found = draft(text, zone="Asia/Seoul", language="ko")
    assert found.bid
    return asked(found) or shape(found.bid.root)


@pytest.mark.parametrize(
    "words",
    [
        "모자라도 괜찮아요",
        "적게 잡혀도 상관없어요",
        "전부 아니어도 돼요",
        "덜 잡혀도 됩니다",
        "비싸도 괜찮아요",
        "돈은 얼마든지",
        "가격은 부르는 대로",
        "다른 팀이랑 같이 쓰는 건 안 돼요",
    ],
)
def test_wishes_are_asked_about(words: str) -> None:
    assert read(ORDER + words) == ["unsupported"]


@pytest.mark.parametrize("words", ["다른 날은 안 돼요", "늦는 건 안 돼요", "다른 기종은 안 돼요"])
def test_ruling_out_what_was_never_ordered_is_not(words: str) -> None:
    assert read(ORDER + words) == "16 H100 23T00-24T00 @3"


def test_buying_to_sell_again_at_a_price_is_both() -> None:
    assert (
        read("토요일 H100 8장을 3불에 사서 월요일에 3.5불에 되팔고 싶어요")
        == "all(8 H100 28T00-29T00 @3 | sell 8 H100 23T00-24T00 @3.5)"
    )
    assert read("H100 8장 월요일 3불에 사서 되팔려고요") == "8 H100 23T00-24T00 @3"


@pytest.mark.parametrize(
    "words",
    [
        "채굴하던 건 싫어요",
        "디스크 지워야 합니다",
        "데이터는 끝나고 지워주세요",
        "예비 노드 포함",
        "단독 사용",
        "해외로",
        "해외에서",
        "임시로",
        "로컬로",
    ],
)
def test_terms_in_a_few_words_are_asked_about(words: str) -> None:
    assert read(ORDER + words) == ["unsupported"]


@pytest.mark.parametrize(
    "words", ["보고서 내야 합니다", "테스트용", "이걸로", "논문 마감이라 급합니다", "그대로 진행해 주세요"]
)
def test_context_in_a_few_words_is_not(words: str) -> None:
    assert read(ORDER + words) == "16 H100 23T00-24T00 @3"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("금요일이든 토요일이든 밤에 H100 8장 3불", "one(8 H100 27T20-28T06 @3 | 8 H100 21T20-22T06 @3)"),
        ("서울이든 도쿄이든 금요일 H100 8장 3불", "8 H100 ap-korea ap-northeast 27T00-28T00 @3"),
    ],
)
def test_either_way_is_a_choice_of_two(text: str, tree: str) -> None:
    assert read(text) == tree


@pytest.mark.parametrize("question", ["근데 오리건 날씨는 어때요?", "Also what's the weather like in Oregon?"])
def test_a_question_about_a_place_is_no_place_of_the_order(question: str) -> None:
    assert read(f"H100 8장 금요일 3불. {question}") == ["unsupported"]
