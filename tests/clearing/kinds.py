"""Seeded books with a bid of every kind. Prices are drawn so fine that ties are rare."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from auction_client.clearing import Book
from tests.clearing.books import all_of, book, group, linked, lot, one_of, product, token

Node = dict[str, Any]
REGIONS = {"east": "us-east", "west": "eu-west"}


def money(chance: random.Random, low: float, high: float) -> str:
    """An amount between these, to a ten-thousandth of a dollar."""
    return f"{chance.randint(round(low * 10_000), round(high * 10_000)) / 10_000:.4f}"


def _buy(chance: random.Random, **fields: Any) -> Node:
    quantity = fields.pop("quantity", None) or chance.randint(1, 3)
    first = chance.randint(0, 1)
    last = chance.randint(first + 1, 3)
    hours = chance.randint(1, last - first)
    asset = {"regions": chance.choice([[], ["us-east"], ["eu-west"]])}
    fields = {"limit": money(chance, 1.2, 3.5), "window": (first, last), "hours": hours, "asset": asset, **fields}
    return lot("buy", quantity, **fields)


def _sell(chance: random.Random, **fields: Any) -> Node:
    return _buy(chance, limit=money(chance, 0.5, 1.8), asset={"regions": [chance.choice(["us-east", "eu-west"])]},
                **fields) | {"side": "sell"}  # fmt: skip


def _volume(chance: random.Random, node: Node) -> Node:
    delivery = {**node["delivery"], "hours": None}
    return {**node, "delivery": delivery, "gpu_hours": chance.randint(1, 6)}


KINDS: dict[str, Callable[[random.Random], Node]] = {
    "run": _buy,
    "partial": lambda chance: _buy(chance, quantity=3, min_quantity=chance.randint(1, 2)),
    "spread": lambda chance: _buy(chance, window=(0, 3), hours=2, contiguous=False),
    "volume": lambda chance: _volume(chance, _buy(chance)),
    "budget": lambda chance: _buy(chance, budget=money(chance, 1.0, 9.0)),
    "budget alone": lambda chance: _buy(chance, limit=None, budget=money(chance, 1.0, 9.0)),
    "token": lambda chance: token("buy", chance.randint(1, 9), money(chance, 0.3, 0.9), min_quantity=1),
    "sell run": _sell,
    "sell partial": lambda chance: _sell(chance, quantity=3, min_quantity=1),
    "sell volume": lambda chance: _volume(chance, _sell(chance)),
    "sell token": lambda chance: token("sell", chance.randint(1, 9), money(chance, 0.1, 0.5), min_quantity=1),
    "one of": lambda chance: one_of(_buy(chance), _buy(chance), _buy(chance)),
    "all of": lambda chance: all_of(_buy(chance), _buy(chance)),
    "same region": lambda chance: all_of(
        _buy(chance, asset={"regions": []}), _buy(chance, asset={"regions": []}), same_region=True
    ),
    "any of": lambda chance: group(1, 2, _buy(chance), _buy(chance)),
    "two of three": lambda chance: group(
        2, 2, _buy(chance), _buy(chance), _buy(chance), budget=money(chance, 4.0, 20.0)
    ),
    "linked": lambda chance: linked(_buy(chance), _buy(chance)),
    "swap": lambda chance: all_of(_buy(chance), _sell(chance)),
    "nested": lambda chance: one_of(all_of(_buy(chance), _buy(chance)), linked(_buy(chance), _buy(chance))),
}

TURNS = 3


def every_kind(turn: int) -> pytest.MarkDecorator:
    """A case for each kind. Those whose turn it is are in the quick run, so that each kind is there with some of the
    tests and each test with some of the kinds; the others are slow."""
    return pytest.mark.parametrize(
        "kind",
        [
            kind if place % TURNS == turn % TURNS else pytest.param(kind, marks=pytest.mark.slow)
            for place, kind in enumerate(KINDS)
        ],
    )


def book_with(kind: str, seed: int) -> Book:
    """A book whose first bid is of this kind, among supply by the hour and bids of two further kinds."""
    chance = random.Random(f"{kind}/{seed}")
    roots = [KINDS[kind](chance)]
    roots += [KINDS[chance.choice(sorted(KINDS))](chance) for _ in range(2)]
    roots += [
        lot("sell", 4, money(chance, 0.8, 1.6), (0, 3), gpu_hours=12, asset={"regions": [region]})
        for region in REGIONS.values()
    ]
    roots += [_buy(chance), token("sell", 6, money(chance, 0.2, 0.5), min_quantity=1)]
    return book(*roots, slots=3, products=[product(name, region=region) for name, region in REGIONS.items()])
