"""A bid written in words reads back as exactly that bid, in both languages and any zone."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auction_client.model.bid import Bid, ComputeAsset, Delivery, Group, Linked, Lot, lots_of
from auction_client.model.normal import normal_form
from nlp.writing import CannotWrite
from tests.nlp.reading import reader
from tests.nlp.sayable import NOW, ZONE, sayable_bids

ZONES = ("America/New_York", "Asia/Seoul", "Europe/London", "UTC")
RELAXED = settings(max_examples=25, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))


def night(day: int = 24) -> Delivery:
    start = datetime(2026, 11, day, 20, tzinfo=ZONE)
    return Delivery(start=start, end=start + timedelta(hours=10))


def lot(gpu: str, quantity: int, limit: str | None = "2.60", **fields: object) -> Lot:
    values: dict[str, object] = {"limit": limit, "delivery": night(), "asset": ComputeAsset(gpu=gpu), **fields}
    return Lot.model_validate({"quantity": quantity, **values})


def written(bid: Bid, language: str = "en", zone: ZoneInfo = ZONE) -> str:
    return reader().write(bid, now=NOW, zone=zone, language=language).text


def check(bid: Bid, language: str, zone: ZoneInfo) -> None:
    """Says the bid and reads what was said, as if it had been typed."""
    again = reader().read(written(bid, language, zone), now=NOW, zone=zone, language=language)
    assert again.bid is not None
    assert normal_form(again.bid.root) == normal_form(bid.root)
    assert again.bid.good_until == bid.good_until
    assert {question.code for question in again.questions} <= {"missing_limit"}


@pytest.mark.parametrize("language", ["en", "ko"])
@RELAXED
@given(sayable_bids, st.sampled_from(ZONES))
def test_what_is_written_reads_back_as_the_same_bid(language: str, bid: Bid, zone: str) -> None:
    check(bid, language, ZoneInfo(zone))


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("language", ["en", "ko"])
@given(sayable_bids, st.sampled_from(ZONES))
@settings(RELAXED, max_examples=1000)
def test_what_is_written_reads_back_as_the_same_bid_for_many_bids(language: str, bid: Bid, zone: str) -> None:
    check(bid, language, ZoneInfo(zone))


def test_what_all_items_share_is_said_once() -> None:
    bid = Bid(root=Group(at_least=1, at_most=1, items=(lot("H100", 8), lot("A100", 16))))
    assert written(bid) == ("Buy 8 H100 or 16 A100, Tue 24 Nov 20:00 to Wed 25 Nov 06:00, at most $2.60 per GPU-hour")
    assert written(bid, "ko") == (
        "매수 H100 8장 또는 A100 16장, 11월 24일 20:00부터 11월 25일 06:00까지, GPU당 시간당 최대 $2.60"
    )


def test_a_group_in_a_group_stands_in_brackets_with_its_total() -> None:
    pair = Group(at_least=2, at_most=2, items=(lot("H100", 8), lot("A100", 16)), budget=Decimal(900), same_region=True)
    words = written(Bid(root=Group(at_least=1, at_most=1, items=(pair, lot("B200", 8, "5.10")))))
    assert ", all in the same region, at most $900.00 in total) or 8 B200" in words


def test_a_condition_is_said_as_one() -> None:
    words = written(Bid(root=Linked(first=lot("H100", 8), then=lot("A100", 16, side="sell"))))
    assert words.startswith("Buy 8 H100")
    assert "and, if that fills, sell 16 A100" in words


def test_the_order_of_preference_is_kept() -> None:
    needy = lot("A100", 16, asset=ComputeAsset(gpu="A100", regions=("us-east",), min_uptime="0.999", tags=("hipaa",)))
    bid = Bid(root=Group(at_least=1, at_most=1, items=(needy, lot("H100", 8), lot("B200", 4))))
    again = reader().write(bid, now=NOW, zone=ZONE, language="en").bid
    assert again is not None
    assert [each.quantity for _, each in lots_of(again.root)] == [16, 8, 4]


def test_the_hour_that_comes_twice_is_said_in_utc() -> None:
    twice = Delivery(start=datetime(2027, 11, 7, 1, tzinfo=ZONE, fold=1), end=datetime(2027, 11, 7, 9, tzinfo=ZONE))
    assert "2027 06:00 UTC to" in written(Bid(root=lot("H100", 8, delivery=twice)))


def test_what_a_bid_still_lacks_may_be_asked_again() -> None:
    assert written(Bid(root=lot("H100", 8, None))) == "Buy 8 H100, Tue 24 Nov 20:00 to Wed 25 Nov 06:00"


def test_a_window_off_the_hour_has_no_words() -> None:
    start = datetime(2026, 11, 24, 20, 30, tzinfo=ZONE)
    with pytest.raises(CannotWrite):
        written(Bid(root=lot("H100", 8, delivery=Delivery(start=start, end=start + timedelta(hours=3)))))
