# ruff: noqa: E501
"""Korean forms, letters and desks: plans, places with a lot each, clauses that a verb closes, and what they share."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

SEOUL = {"zone": "Asia/Seoul", "language": "ko"}
BOTH_SITES = "all(12 L40S ap-korea 27T18-27T22 | 12 L40S ap-northeast 27T18-27T22)"
PLANS = "one(8 H100 26T20-27T06 | 16 A100 26T20-27T06)"
PARTS = "all(8 H100 26T20-27T06 | 16 A100 26T20-27T06)"
SWAP = "all(sell 48 H100 ap-northeast 24T00-25T00 | 24 H200 ap-korea 24T00-25T00)"
WITH_CHOICE = "all(16 H100 26T20-27T06 | one(8 B200 27T20-28T06 | 16 H200 27T20-28T06))"
NOT_US = "8 H100 not:us-central not:us-east not:us-west 26T20-27T06"


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("서울과 도쿄에 각각 L40S 12장씩 금요일 저녁", BOTH_SITES),
        ("서울이랑 도쿄 두 곳에 각각 L40S 12장씩, 금요일 저녁", BOTH_SITES),
        ("금요일 저녁에 서울과 도쿄 두 리전에 각각 L40S 12장", BOTH_SITES),
        ("서울, 도쿄 두 곳에 L40S 12장씩 금요일 저녁", BOTH_SITES),
        ("서울과 도쿄에 L40S 12장씩 금요일 저녁", BOTH_SITES),
        ("L40S 12장씩 서울과 도쿄에 금요일 저녁", BOTH_SITES),
        ("L40S 12장을 서울이랑 도쿄 두 곳에 각각, 금요일 저녁", BOTH_SITES),
        ("서울과 도쿄에 각각 12장의 L40S 금요일 저녁", BOTH_SITES),
        ("서울과 도쿄에 각각 L40S 12장씩 금요일 저녁, 총 500불", f"{BOTH_SITES} $500"),
        ("싱가포르하고 일본에 각각 H100 노드 1대씩 내일 오후", "all(8 H100 ap-southeast 22T12-22T18 | 8 H100 ap-northeast 22T12-22T18)"),
        ("서울, 도쿄, 싱가포르에 각각 A100 8장씩, 목요일 밤", "all(8 A100 ap-korea 26T20-27T06 | 8 A100 ap-northeast 26T20-27T06 | 8 A100 ap-southeast 26T20-27T06)"),
        ("서울과 도쿄에 각각 A100 8장과 L4 8장씩 목요일 밤", "all(8 A100 ap-korea 26T20-27T06 | 8 L4 ap-korea 26T20-27T06 | 8 A100 ap-northeast 26T20-27T06 | 8 L4 ap-northeast 26T20-27T06)"),
        ("서울과 도쿄에 각각 A100 8장과 L4 16장 목요일 밤", "all(8 A100 ap-korea 26T20-27T06 | 16 L4 ap-northeast 26T20-27T06)"),
        ("서울이나 도쿄에 L40S 12장 금요일 저녁", "12 L40S ap-korea ap-northeast 27T18-27T22"),
        ("서울과 도쿄 중 한 곳에 L40S 12장 금요일 저녁", "12 L40S ap-korea ap-northeast 27T18-27T22"),
    ],
)  # fmt: skip
def test_a_lot_in_each_of_several_places(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("도쿄 H100 48장 팔고 국내 H200 24장 사겠습니다. 다음 주 화요일 하루.", SWAP),
        ("다음 주 화요일 하루, 도쿄 H100 48장 팔고 국내 H200 24장 사겠습니다.", SWAP),
        ("도쿄에서 H100 48장 매도하고 서울에서 H200 24장 매수합니다. 다음 주 화요일 하루.", SWAP),
        ("목요일 밤 H100 8장 사고 서울이나 도쿄에서 A100 8장 팔아요", "all(8 H100 26T20-27T06 | sell 8 A100 ap-korea ap-northeast 26T20-27T06)"),
        ("A100 8장 목요일 밤, 서울이나 도쿄에서 H100 8장 금요일 밤", "all(8 A100 26T20-27T06 | 8 H100 ap-korea ap-northeast 27T20-28T06)"),
        ("A100 8장, 서울 또는 도쿄에서 목요일 밤", "8 A100 ap-korea ap-northeast 26T20-27T06"),
        ("H100 48장 팔고 싶습니다 국내 목요일 밤", "sell 48 H100 ap-korea 26T20-27T06"),
        ("H100 16장을 목요일 밤에 요청드리며, 아울러 B200 8장 또는 H200 16장을 금요일 밤에 요청드립니다.", WITH_CHOICE),
        ("H100 16장을 목요일 밤에 요청하고, B200 8장 또는 H200 16장을 금요일 밤에 요청합니다", WITH_CHOICE),
        ("H100 16장을 목요일 밤에 신청드리며 추가로 B200 8장이나 H200 16장을 금요일 밤에 신청합니다", WITH_CHOICE),
        ("목요일 밤에 H100 16장을 요청드리며, 아울러 B200 8장 또는 H200 16장을 금요일 밤에 희망합니다", WITH_CHOICE),
        ("H100 16장 혹은 A100 32장을 목요일 밤에 요청드리며, 아울러 L4 16장을 금요일 밤에 요청드립니다.", "all(one(16 H100 26T20-27T06 | 32 A100 26T20-27T06) | 16 L4 27T20-28T06)"),
        ("A100 16장 팔고 H100 8장 산다, 목요일 밤", "all(sell 16 A100 26T20-27T06 | 8 H100 26T20-27T06)"),
        ("교환 요청: A100 16장 내놓고 H100 8장 받겠습니다. 목요일 밤", "all(sell 16 A100 26T20-27T06 | 8 H100 26T20-27T06)"),
    ],
)  # fmt: skip
def test_a_verb_closes_its_clause(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("품목 A: H100 8장\n품목 B: A100 16장\n사용일: 목요일 밤(공통)\n비고: 두 품목 모두 확보되어야 함", PARTS),
        ("요청품목 A) H100 8장\n요청품목 B) A100 16장\n희망일시: 목요일 밤\n참고사항: 같은 리전", "all(8 H100 26T20-27T06 | 16 A100 26T20-27T06) same"),
        ("품목 가. H100 8장\n품목 나. A100 16장\n사용기간: 목요일 밤\n비고: 둘 중 하나만", PLANS),
        ("기종: H100\n수량: 8장\n이용일: 목요일\n특이사항: 국내 리전\n기타: 총액 500달러", "8 H100 ap-korea 26T00-27T00 $500"),
        ("팀 A는 H100 8장, 팀 B는 A100 16장, 목요일 밤", PARTS),
        ("작업이 두 개입니다. 하나는 H100 8장, 다른 하나는 A100 16장입니다. 모두 목요일 밤.", PARTS),
        ("1안 H100 8장, 2안 A100 16장. 두 안 다 목요일 밤입니다. 둘 중 하나만 낙찰되면 됩니다.", PLANS),
        ("옵션 A: H100 8장. 옵션 B: A100 16장. 두 옵션 모두 목요일 밤, 하나만 체결.", PLANS),
        ("H100 8장, A100 16장. 둘 다 목요일 밤, 둘 중 하나만 부탁합니다.", PLANS),
        ("H100 8장, A100 16장. 둘 중 하나만 부탁합니다. 둘 다 목요일 밤입니다.", PLANS),
        ("1안 H100 8장, 2안 A100 16장, 목요일 밤. 두 안 모두 필요합니다.", PARTS),
        ("H100 8장, A100 16장 목요일 밤. 둘 다 체결되어야 하며 하나만 체결되면 안 됩니다.", PARTS),
        ("제1호 H100 8장, 제2호 A100 16장, 목요일 밤, 둘 중 하나만", PLANS),
        ("1) H100 8장, 2) A100 16장, 목요일 밤, 둘 중 하나만", PLANS),
        ("1안 H100 8장, 2안 A100 16장 목요일 밤, 하나만. 어느 쪽이든 총 900달러 이내", f"{PLANS} $900"),
        ("우선순위대로 1순위 H100 8장 목요일 밤, 2순위 A100 16장 목요일 밤", PLANS),
        ("목요일 밤 H100 8장, A100 16장 중에서 하나만 배정받으면 됩니다", PLANS),
        ("목요일 밤 H100 8장. H100을 배정받는 경우에만 같은 시간에 A100 16장을 추가합니다", "then(8 H100 26T20-27T06 | 16 A100 26T20-27T06)"),
        ("목요일 밤에 H100 8장이랑 A100 16장. 앞엣건 2.7불, 뒤엣건 1.3불까지.", "all(8 H100 26T20-27T06 @2.7 | 16 A100 26T20-27T06 @1.3)"),
    ],
)  # fmt: skip
def test_forms_and_plans(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("미국 소재 센터는 제외해 주세요. H100 8장, 목요일 밤", NOT_US),
        ("미국 내 센터는 제외해 주시기 바랍니다. H100 8장 목요일 밤", NOT_US),
        ("H100 8장 목요일 밤, 미국에 있는 센터는 제외 바랍니다", NOT_US),
        ("H100 8장 목요일 밤, 미국 소재 데이터센터는 빼고", NOT_US),
        ("H100 8장 목요일 밤. 미국 리전은 빼 주세요", NOT_US),
        ("H100 8장 목요일 밤. 서울 안에서만 처리해야 합니다", "8 H100 ap-korea 26T20-27T06"),
        ("SOC2 인증을 갖춘 국내 센터의 H100 8장 목요일 밤", "8 H100 ap-korea soc2 26T20-27T06"),
        ("가동률 99.99% 이상을 충족하는 H100 8장 목요일 밤", "8 H100 0.9999 26T20-27T06"),
        ("인피니밴드를 지원하는 H100 8장 목요일 밤", "8 H100 infiniband 26T20-27T06"),
        ("8K 영상 인코딩용 H100 8장 목요일 밤", "8 H100 26T20-27T06"),
        ("H100 8장 목요일 밤. 중간에 끊겨도 되니 스팟으로 주셔도 됩니다", "8 H100 spot 26T20-27T06"),
        ("팀장님이 H100 8장을 목요일 밤에 확보하라고 하십니다", "8 H100 26T20-27T06"),
        ("H100 최소 4장, 최대 8장 목요일 밤", "8 min4 H100 26T20-27T06"),
        ("H100을 최소 4장에서 최대 8장 사이로 목요일 밤", "8 min4 H100 26T20-27T06"),
        ("사흘 뒤 하루 종일 H100 8장", "8 H100 24T00-25T00"),
        ("일주일 뒤에 H100 8장 온종일", "8 H100 28T00-29T00"),
        ("사흘 뒤 밤 H100 8장", "8 H100 24T20-25T06"),
        ("3시간 뒤 하루 종일 H100 8장", "8 H100 21T13-22T13"),
        ("월요일, 화요일, 목요일 오전 A100 8장. 3일 모두 필요합니다", "all(8 A100 23T06-23T12 | 8 A100 24T06-24T12 | 8 A100 26T06-26T12)"),
        ("수요일 저녁이나 목요일 저녁에 L40S 4장. 하루 저녁이면 충분합니다.", "one(4 L40S 25T18-25T22 | 4 L40S 26T18-26T22)"),
        ("H100 8장 이번 주말 안이면 언제든 12시간", "8 H100 21T10-23T00/12"),
        ("H100 8장 목요일 오후 1시부터 3시까지. 일정 변경은 어렵습니다.", "8 H100 26T13-26T15"),
    ],
)  # fmt: skip
def test_terms(text: str, shape: str) -> None:
    assert read_shape(text, **SEOUL) == shape


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("H100 최소 32장, 최대 16장, 목요일 밤", ["contradiction"]),
        ("SOC2 인증을 갖추지 않은 H100 16장 목요일 오후", ["unsupported"]),
        ("인피니밴드를 지원하는 냉각 H100 16장 목요일 오후", ["unsupported"]),
        ("스왑: A100 16장, 목요일 밤", ["unsupported"]),
        ("우선순위대로 H100 8장 목요일 밤", ["unsupported"]),
        ("H100 8장 목요일 밤. H200이 체결되는 조건으로 요청합니다", ["unsupported"]),
        ("H100 8장 목요일 오후 1시부터 3시까지. 일정 변경 가능하면 알려 주세요.", ["unsupported"]),
        ("수요일 저녁에 L40S 4장. 하루 저녁이면 충분합니다.", ["contradiction"]),
        ("H100 8장 목요일 밤, 중국에 위치한 데이터센터는 제외해 주십시오", ["unsupported"]),
        ("A100과 H100을 서울과 도쿄에 각각 8장씩 목요일 밤", ["missing_quantity"]),
    ],
)
def test_look_alikes_are_asked_about(text: str, codes: list[str]) -> None:
    assert asked(draft(text, **SEOUL)) == codes
