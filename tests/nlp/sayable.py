"""Random bids that a request can say: complete, on whole hours, in the days ahead, every kind of node and field."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from auction_client.model.bid import Bid, ComputeAsset, Delivery, Group, Linked, Lot, TokenAsset, lots_of
from auction_client.model.catalogue import load_catalogue

CATALOGUE = load_catalogue()
ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 21, 10, tzinfo=ZONE)
_FIRST = datetime(2026, 11, 22, tzinfo=ZONE)

limits = st.decimals(min_value=Decimal("0.01"), max_value=99, places=2)
totals = st.decimals(min_value=100, max_value=99_999, places=2)
places = st.lists(st.sampled_from(sorted(CATALOGUE.region_ids)), max_size=3, unique=True).map(tuple)
tags = st.lists(st.sampled_from(["hipaa", "soc2", "renewable", "gold-tier"]), max_size=2, unique=True).map(tuple)


@st.composite
def compute_assets(draw: st.DrawFn) -> ComputeAsset:
    """A product the catalogue has, with what may be required of it; a place is wanted or excluded, not both."""
    gpu = CATALOGUE.gpu_by_name[draw(st.sampled_from(sorted(CATALOGUE.gpu_by_name)))]
    excluded = draw(st.booleans())
    regions = draw(places)
    return ComputeAsset(
        gpu=gpu.gpu,
        form=draw(st.none() | st.sampled_from(gpu.forms)) if gpu.forms else None,
        memory_gb=draw(st.none() | st.sampled_from(gpu.memory_gb)),
        interconnect=draw(st.sampled_from([None, None, "infiniband", "roce", "nvlink"])),
        regions=() if excluded else regions,
        not_regions=regions if excluded else (),
        min_uptime=draw(st.sampled_from([None, None, "0.99", "0.999", "0.9999", "0.99999"])),
        interruptible=draw(st.booleans()),
        tags=draw(tags),
    )


@st.composite
def deliveries(draw: st.DrawFn) -> Delivery:
    """A window of 1 to 100 hours with or without fewer hours inside it."""
    length = draw(st.integers(1, 100))
    start = _FIRST + timedelta(hours=draw(st.integers(0, 1000)))
    hours = draw(st.none() | st.integers(1, length))
    return Delivery(start=start, end=start + timedelta(hours=length), hours=hours, contiguous=draw(st.booleans()))


@st.composite
def compute_lots(draw: st.DrawFn) -> Lot:
    """GPUs for a time, or a volume of GPU-hours."""
    side = draw(st.sampled_from(["buy", "buy", "sell"]))
    volume = draw(st.none() | st.none() | st.integers(1, 20_000))
    quantity = draw(st.integers(1, 512)) if volume is None else draw(st.none() | st.integers(1, 512))
    return Lot(
        side=side,
        quantity=quantity,
        min_quantity=draw(st.none() | st.integers(1, quantity or 9)),
        gpu_hours=volume,
        asset=draw(compute_assets()),
        delivery=draw(deliveries()),
        limit=draw(limits) if side == "sell" else draw(st.none() | limits),
        budget=None if side == "sell" else draw(st.none() | totals),
    )


@st.composite
def token_lots(draw: st.DrawFn) -> Lot:
    """Tokens of one model."""
    quantity = draw(st.integers(1, 5000))
    side = draw(st.sampled_from(["buy", "buy", "sell"]))
    return Lot(
        side=side,
        quantity=quantity,
        min_quantity=draw(st.none() | st.integers(1, quantity)),
        asset=TokenAsset(symbol=draw(st.sampled_from(sorted(CATALOGUE.token_by_symbol)))),
        delivery=None,
        limit=draw(limits),
        budget=None if side == "sell" else draw(st.none() | totals),
    )


Nodes = st.SearchStrategy[Lot | Group | Linked]


def _groups(nodes: Nodes) -> st.SearchStrategy[Group]:
    @st.composite
    def build(draw: st.DrawFn) -> Group:
        items = tuple(draw(st.lists(nodes, min_size=2, max_size=4)))
        at_most = draw(st.integers(1, len(items)))
        return Group(
            at_least=draw(st.integers(1, at_most)),
            at_most=at_most,
            items=items,
            same_region=draw(st.booleans()),
            budget=draw(st.none() | totals) if any(map(_buys, items)) else None,
        )

    return build()


def _linked(nodes: Nodes) -> st.SearchStrategy[Linked]:
    @st.composite
    def build(draw: st.DrawFn) -> Linked:
        first, then = draw(nodes), draw(nodes)
        return Linked(first=first, then=then, budget=draw(st.none() | totals) if _buys(first) or _buys(then) else None)

    return build()


def _buys(node: Lot | Group | Linked) -> bool:
    """Whether money can be spent on it, so that a total means something."""
    return any(lot.side == "buy" for _, lot in lots_of(node))


nodes: Nodes = st.recursive(compute_lots() | token_lots(), lambda inner: _groups(inner) | _linked(inner), max_leaves=5)
validities = st.none() | st.integers(2, 200).map(lambda hours: _FIRST + timedelta(hours=hours))
sayable_bids = st.builds(Bid, root=nodes, good_until=validities)
