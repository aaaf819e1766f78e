"""A sample market, its estimates, and an estimator that gives them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from app.services.jobs import CancelToken
from app.services.views import (
    Alternative,
    AuctionTimes,
    EstimateView,
    Fix,
    MarketView,
    Obstacle,
    Quote,
    Reach,
    TokenQuote,
)
from auction_client.model.bid import Bid, lots_of
from tests.services.sample_drafts import tuesday_night
from tests.services.sample_moment import NOW, ZONE


def standard_estimate(bid: Bid) -> EstimateView:
    alone = len([lot for _, lot in lots_of(bid.root) if lot.limit is not None]) == 1
    night = tuesday_night()
    ladder = tuple((Decimal(cents) / 100, share) for cents, share in (
        (160, 0.03), (180, 0.08), (200, 0.19), (220, 0.41), (240, 0.63), (260, 0.78), (280, 0.9), (300, 0.95),
    ))  # fmt: skip
    return EstimateView(
        fills=True,
        probability=0.78,
        pay=Decimal("179.20"),
        price=Decimal("2.24"),
        limit=Decimal("2.60") if alone else None,
        alternatives=(
            Alternative("root.items[0]", "8 × H100", Decimal("2.24"), Decimal("179.20"), True, Decimal("2.60")),
            Alternative("root.items[1]", "16 × A100", Decimal("1.31"), Decimal("209.60"), False, Decimal("2.60")),
        ),
        ladder=ladder if alone else (),
        scales=() if alone else tuple((round(float(price / Decimal("2.60")), 6), share) for price, share in ladder),
        binding=(("H100 SXM 80 GB, us-east, 99.9 %", datetime(2026, 11, 24, 21, tzinfo=ZONE)),),
        bids=412,
        hours=336,
        as_of=NOW - timedelta(minutes=3),
        reach=(
            Reach("p0", ((night.start, night.end),), ((night.start, night.end),)),
            Reach("p1", ((night.start, night.end),)),
            Reach("p4", ((night.start, night.end),)),
        ),
    )


def losing_estimate(bid: Bid) -> EstimateView:
    path, lot = next(lots_of(bid.root))
    later = tuesday_night().model_copy(update={"end": tuesday_night().end + timedelta(hours=12), "hours": 10})
    return replace(
        standard_estimate(bid),
        fills=False,
        probability=0.12,
        pay=None,
        price=Decimal("2.71"),
        obstacles=(Obstacle("price", pay=Decimal("216.80"), worth=Decimal("208.00")),),
        fixes=(
            Fix("limit_buy", path, "2.60", lot.model_copy(update={"limit": Decimal("2.72")}), Decimal("217.60")),
            Fix("window_end", path, "", lot.model_copy(update={"delivery": later}), Decimal("182.40")),
        ),
    )


class ScriptedEstimator:
    """Answers with `make(bid)`, or raises `error`."""

    def __init__(self, make: Callable[[Bid], EstimateView] = standard_estimate) -> None:
        self.make = make
        self.asked: list[Bid] = []
        self.closed = False
        self.error: Exception | None = None

    def estimate(self, bid: Bid, cancel: CancelToken, update: Callable[[EstimateView], None]) -> EstimateView:
        self.asked.append(bid)
        if self.error is not None:
            raise self.error
        return self.make(bid)

    def close(self) -> None:
        self.closed = True


def standard_market() -> MarketView:
    quotes = []
    for number, (gpu, region, price, change) in enumerate(
        (
            ("H100 SXM", "us-east", "2.24", 0.031), ("H100 SXM", "eu-west", "2.41", -0.012),
            ("H200 SXM", "us-west", "3.92", 0.008), ("B200 SXM", "us-central", "5.31", -0.021),
            ("A100 SXM", "us-east", "1.31", 0.044), ("L40S PCIe", "ap-korea", "0.88", 0.0),
        )
    ):  # fmt: skip
        base = Decimal(price)
        past = (
            (NOW - timedelta(hours=6 * (40 - at)), base + Decimal(((at * at + number * 5) % 13) - 6) / 60)
            for at in range(40)
        )
        history = (*past, (NOW, base))
        start = NOW.replace(minute=0) + timedelta(hours=1)
        ahead = tuple(
            (start + timedelta(hours=at), base * Decimal("0.82") if (start + timedelta(hours=at)).hour < 7 else base)
            for at in range(72)
        )
        quotes.append(
            Quote(f"p{number}", f"{gpu}, {region}, 99.9 %", gpu.split()[0], region, base, change, history, ahead)
        )
    tokens = (
        TokenQuote(
            "ATLAS-32B",
            "Atlas 32B",
            Decimal("0.43"),
            0.021,
            Decimal("0.0031"),
            0.81,
            tuple((NOW - timedelta(days=20 - at), Decimal(40 + at % 5) / 100) for at in range(20)),
            tuple((NOW - timedelta(days=7 * (3 - at)), Decimal(28 + at) / 10_000) for at in range(4)),
            50_000_000,
        ),
        TokenQuote(
            "MERIDIAN-10B",
            "Meridian 10B",
            Decimal("0.165"),
            -0.034,
            Decimal("0.0009"),
            0.72,
            tuple((NOW - timedelta(days=20 - at), Decimal(17 - at % 3) / 100) for at in range(20)),
        ),
    )
    gate = NOW + timedelta(minutes=12, seconds=41)
    hours = NOW.replace(minute=0) + timedelta(hours=1)
    auctions = tuple(
        AuctionTimes(
            gate + timedelta(hours=6 * at),
            gate + timedelta(hours=6 * at, minutes=2),
            hours + timedelta(hours=6 * at),
            hours + timedelta(hours=6 * at + 336),
        )
        for at in range(4)
    )
    return MarketView(NOW, "Practice exchange", "open", gate, tuple(quotes), tokens, auctions)
