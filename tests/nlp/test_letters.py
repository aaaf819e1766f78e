# ruff: noqa: E501
"""Letters: what stands around an order (who writes, whom to answer, earlier mail) neither becomes a term of it nor is an
order by itself; what only looks like it is still read."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

_ORDER = "8 H100s Tuesday 9am-5pm, $3/GPU-hr"
_SHAPE = "8 H100 24T09-24T17 @3"
_KOREAN = "H100 8장 화요일 9시~17시 GPU시간당 3달러"


@pytest.mark.parametrize(
    "text",
    [
        f"{_ORDER}.\nContact: anyone but Virginia",
        f"{_ORDER}. Contact: Virginia Woolf",
        f"{_ORDER}. Anyone but Virginia can sign for it.",
        f"{_ORDER}. Speak to Dallas, not Virginia.",
        f"{_ORDER}. Don't call Virginia.",
        f"{_ORDER}. cc Paris",
        f"{_ORDER}. Approved by Atlas.",
        f"{_ORDER}. Deliver the invoice to Oregon.",
        f"Hi Virginia, {_ORDER} please",
        f"Dear Paris team,\n{_ORDER}",
        f"Virginia from finance approved {_ORDER}",
        f"Dallas asked for this: {_ORDER}",
        f"{_ORDER}\n\nBest,\nVirginia",
        f"{_ORDER}. Thanks, Paris",
        f"{_ORDER}\n\nBest regards,\nVirginia Chen\nHead of Research, Acme AI\n200 Oregon St, Dallas, TX 75201",
        f"{_ORDER}\n-- \nJames Ohio\n+1 415 555 0132",
        f"{_ORDER} - call me on 415-555-0132",
        f"{_ORDER}. Phone: (212) 555-0199 ext 16",
        f"{_ORDER}. Reply to virginia@acme.com",
        f"{_ORDER}. Invoice 88213, PO 4471.",
        f"{_ORDER} (PO #A100-8812)",
        f"{_ORDER}. Address: 1 Main St, Ashburn, Virginia 20147",
        f"We're based in Tokyo. {_ORDER}",
        f"This is Ken from Acme Robotics in Tokyo. {_ORDER}",
        f"We are a lab at the University of Virginia. {_ORDER}",
        f"Date: Nov 17, 2026\nTo: desk@example.com\nSubject: GPUs\n\n{_ORDER}",
        f"Sent: Tuesday, November 17, 2026 4:12 PM\n{_ORDER}",
        f"FYI\n---------- Forwarded message ---------\nFrom: Sam <sam@example.com>\nDate: Tue, Nov 17, 2026\n\n{_ORDER}",
        f"> {_ORDER}",
    ],
)
def test_the_letter_around_an_order_states_nothing_of_it(text: str) -> None:
    assert read_shape(text) == _SHAPE


@pytest.mark.parametrize(
    "text",
    [
        f"{_KOREAN}. 담당: 도쿄지사 김민수",
        f"{_KOREAN}. 연락처 010-5555-1234",
        f"{_KOREAN}. 전화는 02-555-1234로 주세요",
        f"{_KOREAN}. 저희는 서울에 있습니다.",
        f"저희는 서울 소재 스타트업입니다. {_KOREAN}",
        f"{_KOREAN}. 서울 강남구 테헤란로 16, 5층",
        f"{_KOREAN}. 송장번호 88213, 주문번호 A100-16",
        f"{_KOREAN}. 사업자번호 123-45-67890",
        f"{_KOREAN}\n\n도쿄지사 이지은 드림",
        f"안녕하세요 도쿄지사 이지은입니다. {_KOREAN}",
        f"작성일: 2026-11-17\n{_KOREAN}",
        f"문의는 도쿄 말고 본사 김 대리에게 해 주세요. {_KOREAN}",
    ],
)
def test_a_korean_letter_around_an_order_states_nothing_of_it(text: str) -> None:
    assert read_shape(text, zone="Asia/Seoul", language="ko") == _SHAPE


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (f"{_ORDER}\n\nThanks, Virginia only", "8 H100 us-east 24T09-24T17 @3"),
        (f"{_ORDER}\nBest,\nVirginia region only", "8 H100 us-east 24T09-24T17 @3"),
        (f"Hi, Virginia only: {_ORDER}", "8 H100 us-east 24T09-24T17 @3"),
        (f"Hi team, Virginia please, {_ORDER}", "8 H100 us-east 24T09-24T17 @3"),
        ("8 H100s Tuesday 9am-5pm\nThanks\nIn Virginia, at $3/GPU-hr", "8 H100 us-east 24T09-24T17 @3"),
        ("H100 x 8\nFrom: Monday\nTo: Friday\n$3/GPU-hr", "8 H100 23T00-28T00 @3"),
        ("Date: Nov 24\n8 H100s 9am-5pm, $3/GPU-hr", _SHAPE),
        (f"ask for renewable energy, {_ORDER}", "8 H100 renewable 24T09-24T17 @3"),
        ("Order 128 A100s Tuesday 9am-5pm, $1.5/GPU-hr", "128 A100 24T09-24T17 @1.5"),
        ("Please order 100 B200 Tuesday 9am-5pm, $5/GPU-hr", "100 B200 24T09-24T17 @5"),
        ("request 256 H200s Tuesday 9am-5pm, $4/GPU-hr", "256 H200 24T09-24T17 @4"),
        (f"We're in Virginia and need it there: {_ORDER}", "8 H100 us-east 24T09-24T17 @3"),
        ("저희는 서울에 있는 H100 8장이 화요일 9시~17시에 필요합니다. GPU시간당 3달러", "8 H100 ap-korea 24T09-24T17 @3"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_letter_is_read(text: str, shape: str) -> None:
    korean = any("가" <= letter <= "힣" for letter in text)
    assert read_shape(text, **({"zone": "Asia/Seoul", "language": "ko"} if korean else {})) == shape


@pytest.mark.parametrize(
    "text",
    [
        f"{_ORDER}\n\nOn Tue, Nov 17, 2026 at 4:12 PM Sam <sam@example.com> wrote:\n> can you do 16 A100s Friday?\n> Sam",
        f"{_ORDER}\n> We have 32 H200s at $4 on Friday.",
        f"{_ORDER}\n-----Original Message-----\nFrom: Sam\nWe have 32 H200s at $4 on Friday.",
        f"{_KOREAN}\n2026년 11월 17일 (화) 오후 4:12, 김민수 <kim@example.com>님이 작성:\n> A100 16장 금요일에 되나요?",
    ],
)
def test_an_order_in_an_earlier_message_is_asked_about_and_not_taken(text: str) -> None:
    read = draft(text)
    assert asked(read) == ["unsupported"]
    assert read.bid is not None
    assert read.bid.root.kind == "lot"
    assert all(len(question.message) < 200 for question in read.questions)


def test_an_earlier_message_without_an_order_needs_no_question() -> None:
    assert read_shape(f"{_ORDER}\n\nOn Tue, Nov 17, 2026 Sam wrote:\n> thanks for the call\n> Sam") == _SHAPE


def test_a_place_that_people_may_order_for_or_from_is_asked_about() -> None:
    assert asked(draft(f"도쿄 지사에서 {_KOREAN} 필요합니다")) == ["unsupported"]


def test_an_office_that_needs_something_binds_it_to_no_place() -> None:
    assert read_shape(f"our Tokyo office needs {_ORDER}") == _SHAPE
