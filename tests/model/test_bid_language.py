"""Strict parsing, the normal form, totals and submittability."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from auction_client.model.bid import Bid, ComputeAsset, Delivery, Group, Linked, Lot, TokenAsset
from auction_client.model.catalogue import load_catalogue
from auction_client.model.errors import InvalidBid
from auction_client.model.normal import normal_form, normalise, same_bid
from auction_client.model.parse import bid_bytes, parse_bid
from auction_client.model.submission import problems_of
from auction_client.model.totals import worst_case_total
from tests.model.strategies import bids

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NIGHT = Delivery(start=datetime(2026, 11, 24, 20, tzinfo=UTC), end=datetime(2026, 11, 25, 6, tzinfo=UTC))
CATALOGUE = load_catalogue()


def lot(gpu: str | None = "H100", **fields: Any) -> Lot:
    """Eight of a GPU for Tuesday night at $2.10, changed as asked."""
    given_fields = {"quantity": 8, "delivery": NIGHT, "limit": Decimal("2.10"), **fields}
    return Lot(asset=ComputeAsset(gpu=gpu), **given_fields)


def group(low: int, high: int, *items: Lot | Group | Linked, **fields: Any) -> Group:
    return Group(at_least=low, at_most=high, items=items, **fields)


def document(**changes: Any) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(bid_bytes(Bid(root=lot())))
    parsed["root"].update(changes)
    return parsed


@given(bids)
def test_every_bid_survives_its_own_bytes(bid: Bid) -> None:
    assert parse_bid(bid_bytes(bid)) == bid


@given(bids)
def test_normalising_twice_changes_nothing_and_keeps_the_meaning(bid: Bid) -> None:
    once = normalise(bid.root)
    assert normalise(once) == once
    assert same_bid(once, bid.root)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"version": 1, "root": null, "root": null}', "stands twice"),
        (json.dumps(document(limit=2.1)), "floating-point"),
        (json.dumps(document(limit="2.1234567")), "at most 6 decimals"),
        (json.dumps(document(limit="٢.١٠")), "not an amount"),
        (json.dumps(document(limit="-1")), "not an amount"),
        (json.dumps(document(limit=2)), "decimal string"),
        (json.dumps(document(quantity="8")), "integer"),
        (json.dumps(document(quantity=True)), "integer"),
        (json.dumps(document(quantity=0)), "greater than or equal to 1"),
        (json.dumps(document(colour="red")), "root.colour: unknown field"),
        (json.dumps(document(min_quantity=9)), "above quantity"),
        (json.dumps(document(asset={"type": "compute", "gpu": "<b>H100</b>"})), "root.asset.gpu"),
        (json.dumps(document(delivery={"start": "2026-11-24T20:00:00", "end": "2026-11-25T06:00:00Z"})), "UTC offset"),
        (json.dumps(document(delivery={"start": 1, "end": "2026-11-25T06:00:00Z"})), "an instant is a string"),
        (
            json.dumps(
                document(delivery={"start": "2026-11-24T20:00:00Z", "end": "2026-11-25T06:00:00Z", "hours": 11})
            ),
            "do not fit",
        ),
        ('{"version": 1, "root": NaN}', "floating-point"),
        ("[" * 60 + "]" * 60, "deep"),
        ("[" * 50_000, "deep"),
        ('{"version": 99999999999999999999}', "18 digits"),
        ("{", "not JSON"),
        ('{"a": "\ud800"}', "UTF-8"),
        (" " * 64_001, "at most 64,000 bytes"),
    ],
)
def test_bytes_that_are_no_bid_are_refused_with_the_reason(text: str, says: str) -> None:
    with pytest.raises(InvalidBid) as refused:
        parse_bid(text)
    assert says in str(refused.value)


def test_a_tree_of_17_levels_or_65_lots_is_refused() -> None:
    deep: Lot | Group = lot()
    for _ in range(16):
        deep = Group.model_construct(
            kind="group", at_least=1, at_most=1, items=(deep,), same_region=False, budget=Decimal(1)
        )
    with pytest.raises(InvalidBid, match="16 levels"):
        parse_bid(json.dumps({"version": 1, "root": deep.model_dump(mode="json")}))
    wide = group(1, 1, *[lot() for _ in range(33)])
    with pytest.raises(InvalidBid, match="64 lots"):
        parse_bid(json.dumps({"version": 1, "root": group(2, 2, wide, wide).model_dump(mode="json")}))


def test_nested_alternatives_and_null_hours_are_one_meaning() -> None:
    a, b, c = lot("H100"), lot("H200"), lot("A100")
    assert same_bid(group(1, 1, a, group(1, 1, b, c)), group(1, 1, c, a, b))
    assert same_bid(group(2, 2, a, group(2, 2, b, c)), group(3, 3, a, b, c))
    assert not same_bid(group(1, 1, a, group(2, 2, b, c)), group(1, 1, a, b, c))
    assert same_bid(group(1, 1, a, budget=Decimal(9)), lot("H100", budget=Decimal(9)))
    whole = Delivery(start=NIGHT.start, end=NIGHT.end, hours=10, contiguous=False)
    assert same_bid(a, lot("H100", delivery=whole, min_quantity=8))
    assert not same_bid(a, lot("H100", delivery=Delivery(start=NIGHT.start, end=NIGHT.end, hours=9)))


def test_instants_and_money_are_compared_by_value() -> None:
    elsewhere = Delivery(
        start=datetime.fromisoformat("2026-11-24T12:00:00-08:00"), end=datetime.fromisoformat("2026-11-24T22:00-08:00")
    )
    assert same_bid(lot(), lot(delivery=elsewhere, limit=Decimal("2.1")))


@pytest.mark.parametrize("file", ["requests.jsonl", "requests_more.jsonl"])
def test_every_example_reading_parses_and_equals_itself(file: str) -> None:
    for line in (Path(__file__).parents[1] / "data" / file).read_text(encoding="utf-8").splitlines():
        root = json.loads(line)["gold"]["root"]
        if root is not None:
            bid = parse_bid(json.dumps({"version": 1, "root": root}))
            assert normal_form(bid.root) == normal_form(parse_bid(bid_bytes(bid)).root)


@pytest.mark.parametrize(
    ("root", "total"),
    [
        (lot(), "168.00"),
        (lot(side="sell"), "0"),
        (lot(limit=None), None),
        (lot(limit=None, budget=Decimal(50)), "50"),
        (lot(budget=Decimal(50)), "50"),
        (group(1, 1, lot(), lot(quantity=16)), "336.00"),
        (group(2, 2, lot(), lot(quantity=16)), "504.00"),
        (group(1, 2, lot(), lot(quantity=16), lot(quantity=1)), "504.00"),
        (group(1, 1, lot(), lot(limit=None)), None),
        (group(1, 1, lot(), lot(limit=None), budget=Decimal(7)), "7"),
        (Linked(first=lot(), then=lot(quantity=16)), "504.00"),
        (Lot(quantity=None, gpu_hours=500, asset=ComputeAsset(gpu="H100"), delivery=NIGHT, limit=Decimal(2)), "1000"),
        (
            Lot(quantity=100, asset=TokenAsset(symbol="ATLAS-32B"), delivery=None, limit=Decimal("0.42")),
            "42.00",
        ),
    ],
)
def test_worst_case_total_counts_the_dearest_acceptance(root: Lot | Group | Linked, total: str | None) -> None:
    assert worst_case_total(root) == (None if total is None else Decimal(total))


def codes(root: Lot | Group | Linked, **fields: Any) -> set[str]:
    return {problem.code for problem in problems_of(Bid(root=root, **fields), CATALOGUE, NOW)}


def test_a_whole_bid_can_be_submitted() -> None:
    assert codes(lot()) == set()
    assert codes(group(1, 1, lot(limit=None), lot(limit=None), budget=Decimal(100))) == set()


@pytest.mark.parametrize(
    ("root", "code"),
    [
        (lot(None), "missing_asset"),
        (lot("H1000"), "unknown_asset"),
        (lot(quantity=None), "missing_quantity"),
        (lot(delivery=None), "missing_time"),
        (lot(limit=None), "missing_limit"),
        (lot(side="sell", limit=None), "missing_limit"),
        (lot(side="sell", budget=Decimal(9)), "contradiction"),
        (lot(delivery=Delivery(start=NOW - timedelta(hours=2), end=NOW)), "past_time"),
        (lot(delivery=Delivery(start=NOW - timedelta(hours=2), end=NOW + timedelta(hours=1), hours=2)), "past_time"),
    ],
)
def test_what_a_bid_lacks_is_named(root: Lot, code: str) -> None:
    assert codes(root) == {code}


def test_form_memory_and_regions_are_checked_against_the_catalogue() -> None:
    def with_asset(**fields: Any) -> Lot:
        return lot().model_copy(update={"asset": ComputeAsset(gpu="H100", **fields)})

    assert codes(with_asset(form="SXM", memory_gb=80)) == set()
    assert codes(with_asset(memory_gb=141)) == {"unknown_asset"}
    assert codes(with_asset(regions=("atlantis",))) == {"unknown_region"}
    assert codes(with_asset(regions=("us-east",), not_regions=("us-east",))) == {"contradiction"}
    assert codes(lot(), good_until=NOW) == {"lapsed"}


def test_a_window_over_the_hour_that_comes_twice_has_its_elapsed_hours() -> None:
    zone = ZoneInfo("America/New_York")
    first = datetime(2025, 11, 2, 1, tzinfo=zone)
    again = datetime(2025, 11, 2, 1, tzinfo=zone, fold=1)
    assert Delivery(start=first, end=again).window_hours == 1
    day = Delivery(start=datetime(2025, 11, 2, tzinfo=zone), end=datetime(2025, 11, 3, tzinfo=zone), hours=25)
    assert day.window_hours == 25
