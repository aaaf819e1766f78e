"""Random bids for property tests: every field, every kind of node, a few levels deep."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

from hypothesis import strategies as st

from auction_client.model.bid import Bid, ComputeAsset, Delivery, Group, Linked, Lot, TokenAsset
from auction_client.model.catalogue import load_catalogue

CATALOGUE = load_catalogue()
_EPOCH = datetime(2026, 11, 1, tzinfo=UTC)
_OFFSETS = st.sampled_from([timezone(timedelta(hours=hours)) for hours in (-8, -5, 0, 1, 9)])

money = st.one_of(
    st.sampled_from([Decimal("2.1"), Decimal("2.10"), Decimal("0.42"), Decimal("1500")]),
    st.decimals(min_value=0, max_value=99_999, places=2),
)
words = st.lists(st.sampled_from(["hipaa", "soc2", "renewable"]), max_size=2).map(tuple)
places = st.lists(st.sampled_from(sorted(CATALOGUE.region_ids)), max_size=3).map(tuple)

compute_assets = st.builds(
    ComputeAsset,
    gpu=st.none() | st.sampled_from(sorted(CATALOGUE.gpu_by_name)),
    form=st.sampled_from([None, "SXM", "PCIe", "NVL"]),
    memory_gb=st.sampled_from([None, 40, 80]),
    interconnect=st.sampled_from([None, "infiniband", "roce", "nvlink"]),
    regions=places,
    not_regions=places,
    min_uptime=st.sampled_from([None, "0.99", "0.999", "0.9999", "0.99999"]),
    interruptible=st.booleans(),
    tags=words,
)


@st.composite
def deliveries(draw: st.DrawFn) -> Delivery:
    """A window of 1 to 60 hours with or without fewer hours inside it."""
    length = draw(st.integers(1, 60))
    start = (_EPOCH + timedelta(hours=draw(st.integers(0, 500)))).astimezone(draw(_OFFSETS))
    return Delivery(
        start=start,
        end=start + timedelta(hours=length),
        hours=draw(st.none() | st.integers(1, length)),
        contiguous=draw(st.booleans()),
    )


@st.composite
def compute_lots(draw: st.DrawFn) -> Lot:
    """A lot of GPUs or a volume lot."""
    quantity = draw(st.none() | st.integers(1, 64))
    return Lot(
        side=draw(st.sampled_from(["buy", "sell"])),
        quantity=quantity,
        min_quantity=draw(st.none() | st.integers(1, quantity or 9)),
        gpu_hours=draw(st.none() | st.integers(1, 2000)),
        asset=draw(compute_assets),
        delivery=draw(st.none() | deliveries()),
        limit=draw(st.none() | money),
        budget=draw(st.none() | money),
    )


token_lots = st.builds(
    Lot,
    side=st.sampled_from(["buy", "sell"]),
    quantity=st.none() | st.integers(1, 5000),
    asset=st.builds(TokenAsset, symbol=st.none() | st.sampled_from(sorted(CATALOGUE.token_by_symbol))),
    delivery=st.none(),
    limit=st.none() | money,
    budget=st.none() | money,
)


def _groups(nodes: st.SearchStrategy[Lot | Group | Linked]) -> st.SearchStrategy[Group]:
    @st.composite
    def build(draw: st.DrawFn) -> Group:
        items = tuple(draw(st.lists(nodes, min_size=1, max_size=4)))
        at_most = draw(st.integers(1, len(items)))
        return Group(
            at_least=draw(st.integers(1, at_most)),
            at_most=at_most,
            items=items,
            same_region=draw(st.booleans()),
            budget=draw(st.none() | money),
        )

    return build()


def _linked(nodes: st.SearchStrategy[Lot | Group | Linked]) -> st.SearchStrategy[Linked]:
    return st.builds(Linked, first=nodes, then=nodes, budget=st.none() | money)


nodes: st.SearchStrategy[Lot | Group | Linked] = st.recursive(
    compute_lots() | token_lots, lambda inner: _groups(inner) | _linked(inner), max_leaves=6
)
bids = st.builds(Bid, root=nodes, good_until=st.none() | st.just(_EPOCH + timedelta(days=3)))
