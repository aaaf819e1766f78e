# ruff: noqa: E501, ISC004
"""Business letters, forms, dictation and learners' English: what is said beside the order neither asks nor leaks into it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from auction_client.model.bid import ComputeAsset, Lot, walk
from auction_client.model.catalogue import load_catalogue
from nlp.draft import Draft
from nlp.reader import Reader

_READER = Reader(load_catalogue(), None)


def _read(text: str) -> Draft:
    korean = any("가" <= letter <= "힣" for letter in text)
    zone = ZoneInfo("Asia/Seoul" if korean else "America/Chicago")
    now = datetime(2026, 10, 12, 9, 15, tzinfo=zone)  # a Monday
    return _READER.read(text, now=now, zone=zone, language="ko" if korean else "en")


def _lots(draft: Draft) -> list[str]:
    """Every lot as "side quantity gpu start..end limit"."""
    found = []
    for _, node in walk(draft.bid.root) if draft.bid else ():
        if isinstance(node, Lot):
            gpu = node.asset.gpu if isinstance(node.asset, ComputeAsset) else None
            window = f"{node.delivery.start:%m-%d %H}..{node.delivery.end:%m-%d %H}" if node.delivery else None
            found.append(f"{node.side} {node.quantity} {gpu} {window} {node.limit and node.limit.normalize()}")
    return found


@pytest.mark.parametrize(
    ("text", "lots"),
    [
        (
            "안녕하세요, 플랫폼개발본부 김민수 과장입니다. 다음 주 화요일 09시부터 18시까지 H100 16장 구매를 요청드립니다. "
            "시간당 3달러가 상한입니다. 감사합니다.",
            ["buy 16 H100 10-20 09..10-20 18 3"],
        ),
        (
            "수고 많으십니다. AI전략팀 박지훈 책임입니다. 신규 추천 시스템 재학습 건으로 H200 32장을 10월 20일 00시부터 "
            "10월 22일 24시까지 확보하고자 합니다. 상한가는 GPU시간당 4.2달러입니다. 검토 부탁드립니다. 이상입니다.",
            ["buy 32 H200 10-20 00..10-23 00 4.2"],
        ),
        (
            "아래와 같이 요청드리오니 처리 부탁드립니다.\n1. 품목: H100 SXM\n2. 수량: 24장\n"
            "3. 사용기간: 10월 19일 09:00 ~ 10월 20일 09:00\n4. 단가 상한: GPU시간당 3.10달러\n끝.",
            ["buy 24 H100 10-19 09..10-20 09 3.1"],
        ),
        (
            "급히 연락드립니다. 내일 오후 1시부터 오후 9시까지 H200 16장이 필요하며, 최대 단가는 시간당 4달러로 부탁드립니다. "
            "회신은 오늘 중으로 주시면 감사하겠습니다.",
            ["buy 16 H200 10-13 13..10-13 21 4"],
        ),
        (
            "10월 21일 하루 동안 B200 64장 구매 의향이 있으며 GPU시간당 5.5달러를 초과하지 않아야 합니다.",
            ["buy 64 B200 10-21 00..10-22 00 5.5"],
        ),
        (
            "저희 쪽 유휴 장비 H100 16장을 10월 17일 00시부터 24시까지 판매하고자 합니다. 최저 판매가는 GPU시간당 2.2달러입니다.",
            ["sell 16 H100 10-17 00..10-18 00 2.2"],
        ),
        (
            "신청부서: 자연어처리연구센터\n신청자: 오세훈 선임연구원\n장비: H100\n수량: 8\n희망일시: 10월 14일 13:00~21:00\n"
            "희망단가: GPU시간당 3달러 이하\n사유: 대화모델 미세조정",
            ["buy 8 H100 10-14 13..10-14 21 3"],
        ),
        ("10/15 09:00~18:00 H100 8장 GPU시간당 3달러", ["buy 8 H100 10-15 09..10-15 18 3"]),
        (
            "10월 16일 밤 H100 8장. 최대 시간당 $2.8. 세금계산서는 추후 발행 바랍니다.",
            ["buy 8 H100 10-16 20..10-17 06 2.8"],
        ),
        (
            "매일 밤 10시부터 다음날 아침 6시까지 H100 8장, 수요일까지, GPU시간당 2.8달러",
            [f"buy 8 H100 10-{day} 22..10-{day + 1} 06 2.8" for day in (12, 13, 14)],
        ),
        (
            "Dear Procurement Desk,\n\nFurther to our conversation, please arrange 32 H100s from October 19 8am to October 21 "
            "8am at no more than $2.90 per GPU-hour.\n\nKindly revert by Wednesday.\n\nWarm regards,\nPriya Nair",
            ["buy 32 H100 10-19 08..10-21 08 2.9"],
        ),
        (
            "Under project Falcon we hereby request 16 H200 GPUs for Thursday 9am-9pm. Ceiling price: $4.10 per GPU-hour. "
            "PO number 4500123987. Budget holder: M. Okafor.",
            ["buy 16 H200 10-15 09..10-15 21 4.1"],
        ),
        (
            "Need 8 H100s Friday 8am to 8pm, max $3/GPU-hr. Charge it to cost centre 7741. Thanks, Bola",
            ["buy 8 H100 10-16 08..10-16 20 3"],
        ),
        (
            "Requested by: Data Science\nCost code: RD-118\nAccelerator: H100\nHow many: 16\nFrom: Oct 15 09:00\n"
            "To: Oct 15 21:00\nNot to exceed: $3.00 per GPU-hour\nJustification: nightly regression suite",
            ["buy 16 H100 10-15 09..10-15 21 3"],
        ),
        (
            "We are needing 16 units of H200 since Wednesday 8am until Thursday 8am, price maximal 4 USD for one GPU hour.",
            ["buy 16 H200 10-14 08..10-15 08 4"],
        ),
        (
            "The board greenlit our rescue plan yesterday, so book 8 H100s tonight, $3.20/GPU-hr tops.",
            ["buy 8 H100 10-12 20..10-13 06 3.2"],
        ),
        (
            "The training crashed at epoch 40. 16 H100s from now for 12 hours, $3.50/GPU-hr.",
            ["buy 16 H100 10-12 10..10-12 22 3.5"],
        ),
        (
            "Our vendor let us down again! 32 H100s Wednesday 6am-6pm, up to $3.40 per GPU-hour please.",
            ["buy 32 H100 10-14 06..10-14 18 3.4"],
        ),
        ("8 H100s for 3 consecutive days from Oct 20, $2.90/GPU-hr", ["buy 8 H100 10-20 00..10-23 00 2.9"]),
        ("8 H100s for 36 uninterrupted hours from Tuesday 8am at $3/GPU-hr", ["buy 8 H100 10-13 08..10-14 20 3"]),
        ("8 H100s Thursday 10pm to 6am next day, $3/GPU-hr", ["buy 8 H100 10-15 22..10-16 06 3"]),
        ("Oct 15 09:00-18:00 H100 x 8, $3/GPU-hr", ["buy 8 H100 10-15 09..10-15 18 3"]),
        (
            "8 H100s either Tuesday or Thursday, 9am-5pm, $3/GPU-hr",
            ["buy 8 H100 10-13 09..10-13 17 3", "buy 8 H100 10-15 09..10-15 17 3"],
        ),
        (
            "Hello, myself Ravi from analytics. Kindly do the needful for 8 nos H100 on Thursday 9am to 5pm, rate not to exceed 3 USD per GPU hour. Awaiting your reply.",
            ["buy 8 H100 10-15 09..10-15 17 3"],
        ),
        (
            "The steering committee has endorsed phase 2. Please purchase 40 A100s from 20 October 06:00 until 21 October 06:00, maximum unit price $1.65 per GPU-hour.",
            ["buy 40 A100 10-20 06..10-21 06 1.65"],
        ),
        (
            "품의서 제2026-114호에 따라 H100 16장을 10월 20일 09시부터 18시까지 구매합니다. GPU시간당 3달러가 상한입니다.",
            ["buy 16 H100 10-20 09..10-20 18 3"],
        ),
        (
            "H100 8장 부탁드립니다. 기간은 10월 15일 오전 10시부터 오후 4시까지이고 금액은 GPU시간당 3달러를 넘지 않았으면 합니다.",
            ["buy 8 H100 10-15 10..10-15 16 3"],
        ),
        (
            "발주번호 4500-2231 관련입니다. 금요일 09시~18시 H100 8장, GPU시간당 2.95달러.",
            ["buy 8 H100 10-16 09..10-16 18 2.95"],
        ),
    ],
)
def test_words_beside_the_order_change_nothing(text: str, lots: list[str]) -> None:
    draft = _read(text)
    assert [question.message for question in draft.questions] == []
    assert _lots(draft) == lots


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # Two prices "each in turn": the second must not become a total of $1.80.
        (
            "(1) H100 8장 10월 15일 09~18시, (2) A100 16장 10월 16일 09~18시. 각각 GPU시간당 3달러, 1.8달러 한도입니다.",
            "contradiction",
        ),
        ("매일 밤 10시부터 다음날 아침 6시까지 H100 8장, GPU시간당 2.8달러", "missing_time"),
        ("H100 8장 매일 오전 9시부터 다음날 오후 6시까지 금요일까지 GPU시간당 3달러", "ambiguous_time"),
        ("8 H100s Thursday 9am-5pm $3/GPU-hr, please confirm by Friday or cancel", "unsupported"),
        ("Reason: only if approved by Friday\n8 H100s Thursday 9am-5pm $3/GPU-hr", "unsupported"),
        ("H100 8장 목요일 9시~18시 GPU시간당 3달러. 내일까지 회신 없으면 취소해 주세요.", "contradiction"),
        ("8 H100s Thursday 9am-5pm at $3/GPU-hr! Not Friday!", "unsupported"),
        ("yesterday 8 H100s, tomorrow 16 H100s $3/GPU-hr", "past_time"),
        ("8 H100s Thursday 9am-5pm, $3/GPU-hr, with escrow", "unsupported"),
        ("8 H100s, reply by Friday, at $3/GPU-hr", "missing_time"),
        ("From: Oct 15 09:00\nTo: Oct 16 18:00\nH100 x 16, nightly, $3/GPU-hr", "ambiguous_time"),
        ("발주 16-32장 목요일 09시~18시 GPU시간당 3달러", "missing_asset"),
        ("Project: none of them shared\n16 A100s Thursday 9am-5pm, $2/GPU-hr", "unsupported"),
        ("8 H100s from Tuesday onwards at $3/GPU-hr", "missing_time"),
    ],
)
def test_what_may_carry_meaning_is_asked_about(text: str, code: str) -> None:
    assert code in {question.code for question in _read(text).questions}


def test_a_form_line_that_names_a_place_is_still_read() -> None:
    draft = _read("8 H100s Thursday 9am-5pm, $3/GPU-hr\nTeam: Virginia region only")
    assert draft.bid is not None
    assert isinstance(draft.bid.root, Lot)
    assert isinstance(draft.bid.root.asset, ComputeAsset)
    assert draft.bid.root.asset.regions == ("us-east",)


@pytest.mark.parametrize(
    ("text", "lots"),
    [
        ("8 A100s Friday night for a buck fifty an hour", ["buy 8 A100 10-16 20..10-17 06 1.5"]),
        ("8 A100s Friday night, no more than a dollar ten an hour", ["buy 8 A100 10-16 20..10-17 06 1.1"]),
        ("8 A100s Friday night, max 1.60 USD by GPU and hour", ["buy 8 A100 10-16 20..10-17 06 1.6"]),
        ("2 nos. of H100 nodes Friday night", ["buy 16 H100 10-16 20..10-17 06 None"]),
        ("H100 두어 장 금요일 밤", ["buy 2 H100 10-16 20..10-17 06 None"]),
        ("H100 8장이 아니라 16장 금요일 밤", ["buy 16 H100 10-16 20..10-17 06 None"]),
        ("8 H100s Friday night, ISO27001 is mandatory. Ta.", ["buy 8 H100 10-16 20..10-17 06 None"]),
    ],
)
def test_spoken_amounts_and_counters_are_read(text: str, lots: list[str]) -> None:
    read = _read(text)
    assert [question.code for question in read.questions if question.code != "missing_limit"] == []
    assert _lots(read) == lots


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("48 L4s Friday afternoon, tops 40p per GPU-hour", "unsupported_currency"),
        ("16 A100 tomorrow, not exceeding Rs. 120 per GPU per hour", "unsupported_currency"),
        ("B200 8장 목요일 밤, 예산은 2백만원입니다", "unsupported_currency"),
        ("Please cancel the bid I entered yesterday for the sixteen A100s.", "unsupported"),
        ("어제 예약해 둔 A100 주문은 취소해 주시기 바랍니다.", "unsupported"),
        ("8 H100s tomorrow, Oregon preferred", "unsupported"),
        ("8 H100s tomorrow, InfiniBand a plus", "unsupported"),
        ("what are people paying for B300s these days?", "not_an_order"),
        ("H100 요즘 얼마에요?", "not_an_order"),
        ("I teach a seminar on auctions. How do you decide who gets the GPUs when two bids tie?", "not_an_order"),
        ("What happens to my GPUs if the seller fails?", "not_an_order"),
    ],
)
def test_what_a_bid_cannot_say_is_asked_about_once(text: str, code: str) -> None:
    assert {question.code for question in _read(text).questions} - {"missing_limit"} <= {
        code, "missing_quantity", "missing_asset", "missing_time"
    }  # fmt: skip
    assert code in {question.code for question in _read(text).questions}
