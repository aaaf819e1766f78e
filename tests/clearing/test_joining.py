"""A book with one bid hung behind it is the book laid out with that bid."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from auction_client.clearing.book import Book, BookBid
from auction_client.clearing.curve_book import CurveBook
from auction_client.clearing.joining import joined, middles_of
from auction_client.clearing.layout import Layout, lay_out
from tests.bench.market import buy_lot, market, market_book
from tests.clearing.books import all_of, lot

MARKET = market_book(60, seed=5)
ARRAYS = (
    "bid_alternatives", "alternative_lots", "alternative_caps", "alternative_kind", "cap_amount", "cap_parent",
    "lot_kind", "lot_sign", "lot_quantity", "lot_least", "lot_hours", "lot_volume", "lot_cap", "lot_limit",
    "lot_options", "option_item", "option_width", "group_start", "group_bids", "bid_groups_start", "bid_group",
    "span_start",
)  # fmt: skip


def uncut(book: Book) -> Layout:
    """The layout in which no window is cut by what the other side offers: that depends on the new bid, too."""
    layout = lay_out(book)
    layout.__dict__["openings"] = [tuple((p, each.first, each.last) for p in each.products) for each in layout.pieces]
    return layout


def roots() -> list[dict[str, Any]]:
    chance = random.Random(2)
    lots = [buy_lot(chance) for _ in range(4)]
    every = [each["root"] for each in market(80, seed=6)["bids"] if each["root"].get("gpu_hours") is None]
    return [*lots, {**all_of(*lots[:2]), "budget": "500.00"}, lot("buy", 8, "3.00", gpu_hours=40), *every[:20]]


@pytest.mark.parametrize("number", range(len(roots())))
def test_a_joined_book_is_the_book_laid_out_anew(number: int) -> None:
    draft = BookBid.model_validate({"id": "d", "account": "d", "root": roots()[number]})
    base = CurveBook(uncut(MARKET))
    alone = CurveBook(uncut(MARKET.with_bids((draft,))), base)
    whole = CurveBook(uncut(MARKET.with_bids((*MARKET.bids, draft))))
    found = joined(base, alone, middles_of(base))
    bids = len(whole.discrete)
    assert len(found.discrete) == bids
    for name in ARRAYS:
        used = getattr(whole, name)
        if name in ("cap_amount", "cap_parent"):
            used = used[: int(whole.alternative_caps[-1])]
        np.testing.assert_array_equal(getattr(found, name)[: len(used)], used, err_msg=name)
    for bid in range(bids):
        for entry in range(int(found.bid_groups_start[bid]), int(found.bid_groups_start[bid + 1])):
            assert found.group_bids[found.group_start[found.bid_group[entry]] + found.bid_place[entry]] == bid
