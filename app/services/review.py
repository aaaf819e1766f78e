"""The last look before a bid is confirmed: its words, its numbers, and what to be warned of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from app.services.draft_state import DraftState
from app.services.settings import Settings
from app.services.views import FINAL_STATES, Caution, EstimateView, Order, Position
from auction_client.model.bid import Bid, ComputeAsset, Lot, lots_of
from auction_client.model.catalogue import Catalogue
from auction_client.model.fields import money_text
from auction_client.model.normal import same_bid
from auction_client.model.readback import read_back
from auction_client.model.totals import worst_case_total

SOON = timedelta(minutes=15)
EXTREME_PRICE, EXTREME_SIZE = 3, 5
"""A limit so many times the reference price (for a sale: a fraction of it), and a size so many times what the user is
warned of: too far out for a tick alone. The desk has its own rule for its own limits."""
DUPLICATE_WITHIN = timedelta(hours=24)


@dataclass(frozen=True)
class Review:
    """What the sheet shows. `worst_case` is the most that can be paid, USD; None where the bid only sells."""

    bid: Bid
    text: str
    words: str
    worst_case: Decimal | None
    warnings: tuple[Caution, ...]
    assumptions: tuple[str, ...]

    @property
    def needs_reason(self) -> bool:
        """Whether something is so far out that the user must write why."""
        return any(warning.reason for warning in self.warnings)

    @property
    def blocked(self) -> bool:
        return any(warning.block for warning in self.warnings)


def review_of(
    state: DraftState,
    *,
    catalogue: Catalogue,
    now: datetime,
    zone: ZoneInfo,
    settings: Settings,
    orders: tuple[Order, ...] = (),
    positions: tuple[Position, ...] = (),
    estimate: EstimateView | None = None,
    desk: tuple[Caution, ...] = (),
) -> Review | None:
    """The review of a draft that is ready, None of any other. `desk`: what the order desk's own limits say."""
    if state.phase != "ready" or state.bid is None:
        return None
    bid = state.bid
    total = worst_case_total(bid.root)
    warnings = [
        *_size_warnings(bid, total, settings),
        *_price_warnings(bid, catalogue, settings),
        *_time_warnings(bid, now),
        *_order_warnings(bid, orders, now),
        *_holding_warnings(bid, positions),
    ]
    if estimate is not None and not estimate.fills:
        warnings.append(Caution("unlikely"))
    warnings += desk
    assumed = dict.fromkeys(assumption.message for assumption in state.draft.assumptions) if state.draft else ()
    return Review(bid, state.text, read_back(bid, settings.language, zone), total, tuple(warnings), tuple(assumed))


def _size_warnings(bid: Bid, total: Decimal | None, settings: Settings) -> list[Caution]:
    found = []
    if total is not None and total > settings.block_total:
        found.append(
            Caution("total_blocked", (("total", f"{total:,.2f}"), ("most", f"{settings.block_total:,.0f}")), True)
        )
    elif total is not None and total > settings.warn_total:
        facts = (("total", f"{total:,.2f}"), ("most", f"{settings.warn_total:,.0f}"))
        found.append(Caution("total_large", facts, reason=total >= settings.warn_total * EXTREME_SIZE))
    largest = max((lot.quantity or 0 for _, lot in lots_of(bid.root) if isinstance(lot.asset, ComputeAsset)), default=0)
    if largest > settings.warn_gpus:
        facts = (("count", f"{largest:,}"), ("most", f"{settings.warn_gpus:,}"))
        found.append(Caution("many_gpus", facts, reason=largest >= settings.warn_gpus * EXTREME_SIZE))
    return found


def _price_warnings(bid: Bid, catalogue: Catalogue, settings: Settings) -> list[Caution]:
    found: dict[str, Caution] = {}
    for _, lot in lots_of(bid.root):
        reference = _reference(lot, catalogue)
        if lot.limit is None or reference is None:
            continue
        off = float(lot.limit / reference) - 1
        if abs(off) > settings.warn_off_reference:
            name = _name(lot)
            facts = (
                ("what", name),
                ("limit", money_text(lot.limit)),
                ("reference", money_text(reference)),
                ("off", f"{off:+.0%}"),
            )
            high, low = reference * EXTREME_PRICE, reference / EXTREME_PRICE
            extreme = lot.limit >= high if lot.side == "buy" else lot.limit <= low
            found[name] = Caution("price_high" if off > 0 else "price_low", facts, reason=extreme)
    return list(found.values())


def _reference(lot: Lot, catalogue: Catalogue) -> Decimal | None:
    if isinstance(lot.asset, ComputeAsset):
        gpu = catalogue.gpu_by_name.get(lot.asset.gpu or "")
        return gpu.reference_price if gpu else None
    token = catalogue.token_by_symbol.get(lot.asset.symbol or "")
    return token.reference_price if token else None


def _name(lot: Lot) -> str:
    return (lot.asset.gpu if isinstance(lot.asset, ComputeAsset) else lot.asset.symbol) or ""


def _time_warnings(bid: Bid, now: datetime) -> list[Caution]:
    starts = [lot.delivery.start for _, lot in lots_of(bid.root) if lot.delivery is not None]
    return [Caution("starts_soon")] if any(start - now < SOON for start in starts) else []


def _order_warnings(bid: Bid, orders: tuple[Order, ...], now: datetime) -> list[Caution]:
    found = []
    alike = [order for order in orders if same_bid(order.bid.root, bid.root) and now - order.created < DUPLICATE_WITHIN]
    if alike:
        found.append(Caution("duplicate", (("ago", str(int((now - alike[0].created).total_seconds() // 60))),)))
    sells = {_name(lot) for _, lot in lots_of(bid.root) if lot.side == "sell"}
    buys = {_name(lot) for _, lot in lots_of(bid.root) if lot.side == "buy"}
    for order in orders:
        if order.state in FINAL_STATES:
            continue
        theirs = list(lots_of(order.bid.root))
        crossed = {_name(lot) for _, lot in theirs if _name(lot) in (sells if lot.side == "buy" else buys)}
        if crossed:
            found.append(Caution("crosses_own", (("what", ", ".join(sorted(crossed))),)))
            break
    return found


def _holding_warnings(bid: Bid, positions: tuple[Position, ...]) -> list[Caution]:
    for _, lot in lots_of(bid.root):
        if lot.side != "sell":
            continue
        name = _name(lot)
        held = sum(position.quantity for position in positions if name in (position.gpu, position.token))
        if (lot.quantity or 0) > held:
            return [Caution("sells_more", (("what", name), ("held", f"{held:,}")))]
    return []
