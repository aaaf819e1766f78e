"""The read-back loses nothing, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from auction_client.model.bid import Bid, ComputeAsset, Delivery, Group, Linked, Lot, TokenAsset
from auction_client.model.normal import normal_form
from auction_client.model.readback import read_back, read_back_lines
from tests.model.strategies import bids, compute_lots, nodes

PACIFIC = ZoneInfo("America/Los_Angeles")
NIGHT = Delivery(start=datetime(2026, 11, 25, 4, tzinfo=UTC), end=datetime(2026, 11, 25, 14, tzinfo=UTC))


def eight_or_sixteen() -> Bid:
    h100 = Lot(quantity=8, asset=ComputeAsset(gpu="H100"), delivery=NIGHT, limit=Decimal("2.10"))
    a100 = Lot(quantity=16, asset=ComputeAsset(gpu="A100"), delivery=NIGHT, limit=Decimal("1.1"))
    return Bid(root=Group(at_least=1, at_most=1, items=(h100, a100)))


def test_either_or_reads_as_a_sentence() -> None:
    assert read_back(eight_or_sixteen(), "en", PACIFIC) == (
        "Buy one of: (a) 8 x H100, Tue 24 Nov 2026 20:00 to Wed 25 Nov 2026 06:00 (UTC-08:00), "
        "at most $2.10 per GPU-hour; (b) 16 x A100, Tue 24 Nov 2026 20:00 to Wed 25 Nov 2026 06:00 (UTC-08:00), "
        "at most $1.10 per GPU-hour."
    )
    assert read_back(eight_or_sixteen(), "ko", ZoneInfo("Asia/Seoul")) == (
        "매수, 다음 2개 중 하나: (a) H100 8장, 2026-11-25(수) 13:00부터 2026-11-25(수) 23:00까지 (UTC+09:00), "
        "GPU-시간당 최대 $2.10; (b) A100 16장, 2026-11-25(수) 13:00부터 2026-11-25(수) 23:00까지 (UTC+09:00), "
        "GPU-시간당 최대 $1.10."
    )


def test_lines_carry_the_place_of_each_node() -> None:
    lines = read_back_lines(eight_or_sixteen())
    assert [(line.depth, line.label, line.path) for line in lines] == [
        (0, "", "root"),
        (1, "a", "root.items[0]"),
        (1, "b", "root.items[1]"),
    ]


def test_mixed_sides_are_each_named() -> None:
    sell = Lot(side="sell", quantity=16, asset=ComputeAsset(gpu="A100"), delivery=NIGHT, limit=Decimal(1))
    tokens = Lot(quantity=500, asset=TokenAsset(symbol="ATLAS-32B"), delivery=None, limit=Decimal("0.42"))
    words = read_back(Bid(root=Linked(first=sell, then=tokens)), "en", PACIFIC)
    assert words.startswith("The first, and the second only together with it: (a) Sell 16 x A100, ")
    assert words.endswith("(b) Buy 500 ATLAS-32B tokens, at most $0.42 per token.")


LANGUAGES: tuple[Literal["en", "ko"], ...] = ("en", "ko")


@given(one=nodes, other=nodes)
@settings(max_examples=150)
def test_different_bids_never_print_the_same(one: Lot, other: Lot) -> None:
    assume(normal_form(one) != normal_form(other))
    for language in LANGUAGES:
        assert read_back(Bid(root=one), language, UTC) != read_back(Bid(root=other), language, UTC)


@given(lot=compute_lots(), other=compute_lots(), field=st.sampled_from(sorted(Lot.model_fields)))
@settings(max_examples=200)
def test_one_changed_field_changes_the_words(lot: Lot, other: Lot, field: str) -> None:
    changed = Lot.model_construct(**{**dict(lot), field: getattr(other, field)})
    assume(normal_form(lot) != normal_form(changed))
    after = Bid.model_construct(version=1, root=changed, good_until=None)
    for language in LANGUAGES:
        assert read_back(Bid(root=lot), language, UTC) != read_back(after, language, UTC)


@given(bids)
def test_validity_is_printed(bid: Bid) -> None:
    assert ("Good until" in read_back(bid)) == (bid.good_until is not None)
