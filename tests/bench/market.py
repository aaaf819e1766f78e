"""Seeded market books for the benchmarks: 4 GPUs in 5 regions, a week of hours, buyers and sellers of every shape."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from auction_client.clearing.book import Book

START = datetime(2026, 11, 23, tzinfo=UTC)
SLOTS = 168
GPUS = {"A100": 1.50, "H100": 3.00, "H200": 4.60, "B200": 5.60}
REGIONS = {"us-east": 1.00, "us-west": 1.02, "eu-west": 1.08, "eu-north": 0.92, "ap-northeast": 1.12}


def market_book(bids: int, seed: int = 1) -> Book:
    """A book of this many bids: 72 % buyers (lots, one-of, all-of, two-of), 28 % sellers (hourly steps and blocks)."""
    return Book.model_validate(market(bids, seed))


def market(bids: int, seed: int = 1) -> dict[str, Any]:
    """The book as JSON values."""
    chance = random.Random(seed)
    products = [
        {"id": f"{gpu}-{region}", "gpu": gpu, "form": "SXM", "memory_gb": 80, "interconnect": "infiniband",
         "region": region, "uptime": "0.999", "interruptible": False, "tags": []}
        for gpu in GPUS for region in REGIONS
    ]  # fmt: skip
    roots = []
    for _ in range(bids):
        roots.extend(_seller(chance) if chance.random() < 0.28 else [_buyer(chance)])
    return {
        "version": 1, "start": START.isoformat(), "slots": SLOTS, "slot_minutes": 60, "products": products,
        "tokens": [],
        "bids": [{"id": f"b{i}", "account": f"a{i % 97}", "root": r} for i, r in enumerate(roots[:bids], 1)],
    }  # fmt: skip


def _lot(side: str, gpu: str, quantity: int, first: int, last: int, limit: float, **fields: Any) -> dict[str, Any]:
    asset = {"type": "compute", "gpu": gpu, "regions": fields.pop("regions", [])}
    delivery = {
        "start": (START + timedelta(hours=first)).isoformat(), "end": (START + timedelta(hours=last)).isoformat(),
        "hours": fields.pop("hours", None),
    }  # fmt: skip
    return {"kind": "lot", "side": side, "quantity": quantity, "limit": f"{max(0.01, limit):.2f}", "asset": asset,
            "delivery": delivery, **fields}  # fmt: skip


def buy_lot(chance: random.Random, gpu: str | None = None, low: float = 0.75, high: float = 1.6) -> dict[str, Any]:
    """A buyer's lot: 8 to 256 GPUs for 2 to 72 hours, up to 48 hours of slack, in some of the regions."""
    gpu = gpu or chance.choice(list(GPUS))
    quantity = chance.choice([8, 8, 16, 16, 32, 32, 64, 128, 256])
    hours = chance.choice([2, 4, 6, 8, 12, 24, 24, 48, 72])
    first = chance.randrange(0, SLOTS - hours + 1)
    last = min(SLOTS, first + hours + chance.choice([0, 0, 4, 12, 24, 48]))
    fields: dict[str, Any] = {"regions": sorted(chance.sample(list(REGIONS), chance.choice([1, 1, 2, 3, 5])))}
    if chance.random() < 0.35:
        fields["min_quantity"] = max(1, int(quantity * chance.uniform(0.25, 0.5)))
    return _lot("buy", gpu, quantity, first, last, GPUS[gpu] * chance.uniform(low, high), hours=hours, **fields)


def _buyer(chance: random.Random) -> dict[str, Any]:
    shape = chance.random()
    if shape < 0.35:
        return buy_lot(chance)
    if shape < 0.78:
        return _group(1, 1, [buy_lot(chance) for _ in range(chance.randint(2, 4))])
    if shape < 0.90:
        return _group(2, 2, [buy_lot(chance) for _ in range(2)])
    if shape < 0.95:
        return _group(2, 2, [buy_lot(chance) for _ in range(3)])
    return _group(1, 1, [_group(2, 2, [buy_lot(chance), buy_lot(chance)]), buy_lot(chance)])


def _seller(chance: random.Random) -> list[dict[str, Any]]:
    gpu, region = chance.choice(list(GPUS)), chance.choice(list(REGIONS))
    price = GPUS[gpu] * REGIONS[region]
    length = chance.choice([24, 48, 96, 168])
    first = chance.randrange(0, SLOTS - length + 1)
    if chance.random() < 0.35:
        quantity = chance.choice([32, 64, 128])
        hours = min(length, chance.choice([12, 24, 48]))
        least = {} if chance.random() < 0.5 else {"min_quantity": quantity // 2}
        return [_lot("sell", gpu, quantity, first, min(SLOTS, first + hours), price * chance.uniform(0.5, 1.0),
                     regions=[region], **least)]  # fmt: skip
    return [
        _lot("sell", gpu, quantity, first, first + length, price * chance.uniform(0.6, 1.2) * (1 + 0.1 * step),
             regions=[region], gpu_hours=quantity * length)
        for step, quantity in enumerate(chance.choice([[64], [64, 64], [32, 64, 128]]))
    ]  # fmt: skip


def _group(at_least: int, at_most: int, items: list[dict[str, Any]]) -> dict[str, Any]:
    return {"kind": "group", "at_least": at_least, "at_most": at_most, "items": items}
