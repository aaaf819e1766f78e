"""Reasons, purposes and people beside an order need no field; what looks like them and changes it is asked about."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, shape

ORDER = "8 H100s Tuesday night at $2.50"
KOREAN_ORDER = "화요일 밤 H100 8장 2.5불"
READING = "8 H100 24T20-25T06 @2.5"


def read(text: str) -> str | list[str]:
    """The tree, or what is asked."""
    korean = any("가" <= letter <= "힣" for letter in text)
    found = draft(text, **({"zone": "Asia/Seoul", "language": "ko"} if korean else {}))
    return asked(found) or (shape(found.bid.root) if found.bid else "nothing")


@pytest.mark.parametrize(
    "told",
    [
        "our London studio renders on them",
        "the researchers in Korea asked me to book",
        "for the Tokyo lab",
    ],
)
def test_a_place_that_names_people_is_no_place_of_the_lot(told: str) -> None:
    assert read(f"{ORDER}, {told}") == READING


@pytest.mark.parametrize(
    "told",
    [
        "A client in Singapore is counting on us",
        "Hello from the Oregon office",
        "Our Frankfurt desk has asked again",
        "People in our Seoul office will be using them",
        "미국 팀이랑 같이 씁니다",
        "독일 법인이 의뢰했어요",
        "서울 연구소에서 쓸 거예요",
        "싱가포르 지사에서 요청한 물량입니다",
        "도쿄 연구소 이전 준비로 정신없습니다",
        "런던 데스크 김과장입니다",
        "프랑스 고객사 발표가 코앞이라 급합니다",
    ],
)
def test_nor_is_one_in_a_sentence_before_the_order(told: str) -> None:
    order = KOREAN_ORDER if any("가" <= letter <= "힣" for letter in told) else ORDER
    assert read(f"{told}. {order}") == READING


def test_a_place_of_the_goods_stands_beside_a_place_of_people() -> None:
    assert read(f"{ORDER} in Frankfurt for our Seoul team") == READING.replace("H100 ", "H100 eu-central ")
    assert read(f"서울 리전 일본 고객사용으로 {KOREAN_ORDER}") == READING.replace("H100 ", "H100 ap-korea ")


@pytest.mark.parametrize(
    "wish",
    [
        "near our Seoul office",
        "in our Frankfurt office",
        "with low latency to our customers in Singapore",
        "unless the Tokyo team objects",
        "people outside our Seoul office must not see them",
        "서울 사무실 근처로",
        "도쿄 지사 건물에 설치",
        "미국 본사가 승인하면",
        "독일 법인 동의 후",
        "일본 고객만 접속",
    ],
)
def test_what_is_to_be_near_people_or_hangs_on_them_is_asked_about(wish: str) -> None:
    order = KOREAN_ORDER if any("가" <= letter <= "힣" for letter in wish) else ORDER
    assert isinstance(read(f"{order}, {wish}"), list)


@pytest.mark.parametrize(
    "work",
    [
        "번역 모델 재학습",
        "자율주행 인지모델 파인튜닝",
        "졸업논문 마지막 실험",
        "게임 트레일러 렌더",
        "차세대 모델 선행연구",
        "이상거래 탐지모델 고도화 건",
        "스포츠 중계용으로요",
        "환자 데이터 익명화 작업",
        "클라이언트가 갑자기 수정 요청을 해서",
        "도쿄 지사 요청",
    ],
)
def test_korean_work_that_the_goods_are_for_hangs_on_nothing(work: str) -> None:
    assert read(f"{KOREAN_ORDER}, {work}") == READING


@pytest.mark.parametrize(
    "wish",
    [
        "사전학습 이미지 탑재",
        "산학협력 요율",
        "현장 시연 지원",
        "클라이언트 요청 시 회수",
        "데이터 익명화 보장",
        "공용 서버 연동",
        "팀장 결재 후",
        "수업 시간에만",
        "학교에만",
        "컷 단위로 나눠서",
    ],
)
def test_korean_words_that_end_otherwise_are_asked_about(wish: str) -> None:
    assert isinstance(read(f"{KOREAN_ORDER}, {wish}"), list)


@pytest.mark.parametrize("sentence", ["심사 일정 따라 조정", "경영진 승인 대기", "담당자 상주"])
def test_a_korean_fragment_behind_the_order_is_asked_about(sentence: str) -> None:
    assert isinstance(read(f"{KOREAN_ORDER}. {sentence}"), list)


@pytest.mark.parametrize(
    "told",
    [
        "The CEO has to present the numbers to the press",
        "The numbers have to be in the deck",
        "Two hundred test cases are still red",
        "We have 12 shots to go",
        "다섯 팀이 기다리는 모델이라",
        "번역할 문서가 400건 남아서요",
        "이미지가 12만 장 쌓여 있어서요",
        "심사위원 세 분이 오셔서요",
        "지난달에 이어 두 번째 의뢰입니다",
    ],
)
def test_duties_and_counts_of_other_things_need_no_field(told: str) -> None:
    order = KOREAN_ORDER if any("가" <= letter <= "힣" for letter in told) else ORDER
    assert read(f"{told}. {order}") == READING


@pytest.mark.parametrize(
    "wish",
    [
        "the board has to see the contract first",
        "somebody has to stand by",
        "our compiler must run on them",
        "the network has to be fast enough",
        "one team member must have physical access",
        "the accountants have to be told before",
        "and 14 spare ones",
        "two hundred GB of memory each",
    ],
)
def test_duties_of_the_goods_and_counts_of_them_are_asked_about(wish: str) -> None:
    assert isinstance(read(f"{ORDER}, {wish}"), list)


@pytest.mark.parametrize(
    "text",
    [
        f"{ORDER}. For a trade show next month",
        f"The board has to see a working prototype next month. {ORDER}",
        f"{KOREAN_ORDER}. 다음 달 전시회 시연에 쓸 거예요",
        f"다음 달 학회에 낼 논문 때문에 {KOREAN_ORDER}",
        f"학생이 3월에 심사라서 {KOREAN_ORDER}",
        f"월요일에 데모가 있어서 {KOREAN_ORDER}",
    ],
)
def test_a_time_inside_a_reason_is_no_time_of_the_lot(text: str) -> None:
    assert read(text) == READING


@pytest.mark.parametrize(
    "text",
    [
        f"{KOREAN_ORDER}. 용도: 음성인식 모델 재학습",
        f"비고: 3분기 과제 마무리 건\n{KOREAN_ORDER}",
        f"대학 공용 계정으로 {KOREAN_ORDER}",
        f"한국 본사 일정에 맞춰 {KOREAN_ORDER}",
    ],
)
def test_fields_of_a_form_that_say_what_for_and_for_whom_need_no_field(text: str) -> None:
    assert read(text) == READING


@pytest.mark.parametrize(
    "text",
    [
        "총 3개 팀이 쓸 H100 8장씩 화요일 밤 2.5불",
        f"다섯 팀이 각각 쓰는 모델이라 {KOREAN_ORDER}",
    ],
)
def test_a_count_of_those_who_get_as_much_each_is_asked_about(text: str) -> None:
    assert isinstance(read(text), list)
