"""Whether a bid can be submitted, and if not, why: every reason at once, each with its place in the tree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from auction_client.model.bid import Bid, ComputeAsset, Delivery, Group, Linked, Lot, children_of, lots_of
from auction_client.model.catalogue import Catalogue
from auction_client.model.errors import Problem


def problems_of(bid: Bid, catalogue: Catalogue, now: datetime) -> tuple[Problem, ...]:
    """Empty exactly when the bid can be submitted. `now` is an aware instant; codes are those of draft questions,
    plus `unknown_region` and `lapsed`."""
    found = [*_unpriced(bid.root, "root", budgeted=False)]
    for path, lot in lots_of(bid.root):
        found += _asset_problems(lot, path, catalogue)
        found += _amount_problems(lot, path)
        if isinstance(lot.asset, ComputeAsset):
            found += _time_problems(lot.delivery, path, now)
    if bid.good_until is not None and bid.good_until <= now:
        found.append(Problem("good_until", "lapsed", "the bid would lapse at once: its validity has already ended"))
    return tuple(found)


def _unpriced(node: Lot | Group | Linked, path: str, *, budgeted: bool) -> Iterator[Problem]:
    budgeted = budgeted or node.budget is not None
    if isinstance(node, Lot):
        if node.side == "sell" and node.limit is None:
            yield Problem(f"{path}.limit", "missing_limit", "a sell lot needs the least price you take")
        elif node.side == "buy" and node.limit is None and not budgeted:
            yield Problem(f"{path}.limit", "missing_limit", "a buy lot needs a limit, or a budget on it or above it")
    for child_path, child in children_of(node, path):
        yield from _unpriced(child, child_path, budgeted=budgeted)


def _asset_problems(lot: Lot, path: str, catalogue: Catalogue) -> Iterator[Problem]:
    asset = lot.asset
    if not isinstance(asset, ComputeAsset):
        if asset.symbol is None:
            yield Problem(f"{path}.asset.symbol", "missing_asset", "which token?")
        elif asset.symbol not in catalogue.token_by_symbol:
            yield Problem(f"{path}.asset.symbol", "unknown_asset", f"no token is called {asset.symbol}")
        return
    if asset.gpu is None:
        yield Problem(f"{path}.asset.gpu", "missing_asset", "which GPU?")
    elif (gpu := catalogue.gpu_by_name.get(asset.gpu)) is None:
        yield Problem(f"{path}.asset.gpu", "unknown_asset", f"no GPU of the catalogue is called {asset.gpu}")
    else:
        if asset.form is not None and asset.form not in gpu.forms:
            yield Problem(f"{path}.asset.form", "unknown_asset", f"{gpu.gpu} does not come as {asset.form}")
        if asset.memory_gb is not None and asset.memory_gb not in gpu.memory_gb:
            yield Problem(
                f"{path}.asset.memory_gb", "unknown_asset", f"{gpu.gpu} does not come with {asset.memory_gb} GB"
            )
    for field in ("regions", "not_regions"):
        for region in getattr(asset, field):
            if region not in catalogue.region_ids:
                yield Problem(f"{path}.asset.{field}", "unknown_region", f"no region is called {region}")
    allowed = set(asset.regions or catalogue.region_ids) - set(asset.not_regions)
    if not allowed:
        yield Problem(f"{path}.asset.regions", "contradiction", "no region is left: all are excluded")


def _amount_problems(lot: Lot, path: str) -> Iterator[Problem]:
    if lot.quantity is None and lot.gpu_hours is None:
        yield Problem(f"{path}.quantity", "missing_quantity", "how many?")
    if lot.side == "sell" and lot.budget is not None:
        yield Problem(f"{path}.budget", "contradiction", "a sell lot is priced by a limit, not by a budget")


def _time_problems(delivery: Delivery | None, path: str, now: datetime) -> Iterator[Problem]:
    if delivery is None:
        yield Problem(f"{path}.delivery", "missing_time", "when?")
        return
    needed = timedelta(hours=delivery.hours) if delivery.hours is not None else delivery.end - delivery.start
    if delivery.end - needed < now:
        yield Problem(f"{path}.delivery", "past_time", "the delivery window has already closed")
