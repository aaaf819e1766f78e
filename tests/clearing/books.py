"""Small books for tests: builders for lots and products, and seeded random books."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from auction_client.clearing.book import Book

START = datetime(2026, 11, 24, tzinfo=UTC)


def product(name: str = "p1", **fields: Any) -> dict[str, Any]:
    return {
        "id": name, "gpu": "H100", "form": "SXM", "memory_gb": 80, "interconnect": None, "region": "us-east",
        "uptime": "0.999", "interruptible": False, "tags": [], **fields,
    }  # fmt: skip


def at(hour: float) -> str:
    return (START + timedelta(hours=hour)).isoformat()


def lot(
    side: str = "buy",
    quantity: int | None = 8,
    limit: str | None = "2.00",
    window: tuple[float, float] = (0, 4),
    hours: int | None = None,
    *,
    gpu: str = "H100",
    contiguous: bool = True,
    asset: dict[str, Any] | None = None,
    **fields: Any,
) -> dict[str, Any]:
    return {
        "kind": "lot", "side": side, "quantity": quantity, "limit": limit,
        "asset": {"type": "compute", "gpu": gpu, **(asset or {})},
        "delivery": {"start": at(window[0]), "end": at(window[1]), "hours": hours, "contiguous": contiguous},
        **fields,
    }  # fmt: skip


def token(side: str = "buy", quantity: int = 10, limit: str | None = "0.50", **fields: Any) -> dict[str, Any]:
    return {
        "kind": "lot", "side": side, "quantity": quantity, "limit": limit,
        "asset": {"type": "token", "symbol": "ATLAS-32B"}, "delivery": None, **fields,
    }  # fmt: skip


def group(at_least: int, at_most: int, *items: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"kind": "group", "at_least": at_least, "at_most": at_most, "items": list(items), **fields}


def one_of(*items: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return group(1, 1, *items, **fields)


def all_of(*items: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return group(len(items), len(items), *items, **fields)


def linked(first: dict[str, Any], then: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"kind": "linked", "first": first, "then": then, **fields}


def book(*roots: dict[str, Any], slots: int = 8, products: list[dict[str, Any]] | None = None, **fields: Any) -> Book:
    """A book with bids b1, b2, ... in order."""
    return Book.model_validate(
        {
            "version": 1, "start": START.isoformat(), "slots": slots, "slot_minutes": 60,
            "products": products or [product()], "tokens": ["ATLAS-32B"],
            "bids": [{"id": f"b{i}", "account": f"a{i}", "root": root} for i, root in enumerate(roots, 1)], **fields,
        }
    )  # fmt: skip


def tiny_book(seed: int) -> Book:
    """2 products of one GPU in two regions, 3 hours, 4-6 bids of every kind; prices in steps of 0.10 USD."""
    chance = random.Random(seed)

    def price(low: int, high: int) -> str:
        return f"{chance.randint(low, high) / 10:.2f}"

    def any_lot(side: str) -> dict[str, Any]:
        quantity = chance.randint(1, 3)
        first = chance.randint(0, 1)
        last = chance.randint(first + 1, 3)
        hours = chance.randint(1, last - first) if chance.random() < 0.6 else None
        regions = [] if side == "buy" and chance.random() < 0.5 else [chance.choice(["us-east", "eu-west"])]
        limit = price(8, 30) if side == "buy" else price(5, 20)
        extra: dict[str, Any] = {}
        kind = chance.random()
        if kind < 0.2:
            extra["gpu_hours"] = chance.randint(1, quantity * (last - first))
            hours = None
        elif kind < 0.4 and quantity > 1:
            extra["min_quantity"] = chance.randint(1, quantity - 1)
        contiguous = chance.random() < 0.8
        if side == "buy" and chance.random() < 0.2:
            extra["budget"] = price(10, 100)
            if chance.random() < 0.5:
                return lot(side, quantity, None, (first, last), hours, contiguous=contiguous,
                           asset={"regions": regions}, **extra)  # fmt: skip
        return lot(
            side, quantity, limit, (first, last), hours, contiguous=contiguous, asset={"regions": regions}, **extra
        )

    def any_root() -> dict[str, Any]:
        if chance.random() < 0.4:
            if chance.random() < 0.6:
                window = (0, 3) if chance.random() < 0.7 else (1, 3)
                quantity = chance.randint(1, 4)
                volume = quantity * (window[1] - window[0]) - (1 if chance.random() < 0.2 else 0)
                return lot("sell", quantity, price(5, 20), window, gpu_hours=max(1, volume),
                           asset={"regions": [chance.choice(["us-east", "eu-west"])]})  # fmt: skip
            return any_lot("sell")
        shape = chance.random()
        sides = ["buy", "buy"] if chance.random() < 0.8 else ["buy", "sell"]
        if shape < 0.5:
            return any_lot("buy")
        pair = [any_lot(side) for side in sides]
        extra = {"budget": price(20, 150)} if chance.random() < 0.25 else {}
        if shape < 0.7:
            return one_of(*pair, **extra)
        if shape < 0.82:
            return all_of(*pair, same_region=chance.random() < 0.4, **extra)
        if shape < 0.9:
            return group(1, 2, *pair, **extra)
        return linked(*pair, **extra)

    roots = [any_root() for _ in range(chance.randint(4, 6))]
    return book(*roots, slots=3, products=[product("east"), product("west", region="eu-west")])
