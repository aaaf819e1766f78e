"""The short words of a lot's fields, as the cards and tables show them."""

from __future__ import annotations

from decimal import Decimal

from app.ui.format import Format
from app.ui.words import Words
from auction_client.model.bid import Bid, ComputeAsset, Delivery, Group, Linked, Lot, children_of, lots_of
from auction_client.model.catalogue import Catalogue

UPTIME = {"0.99": "99%", "0.999": "99.9%", "0.9999": "99.99%", "0.99999": "99.999%"}
INTERCONNECT = {"infiniband": "InfiniBand", "roce": "RoCE", "nvlink": "NVLink"}


def quantity_words(lot: Lot, t: Words, fmt: Format) -> str:
    """``8 GPUs``, ``8–16 GPUs``, ``500 GPU-hours``; empty where it is missing."""
    if lot.gpu_hours is not None:
        width = t(", {count} at a time", count=fmt.count(lot.quantity)) if lot.quantity is not None else ""
        return t("up to {hours} GPU-hours", hours=fmt.count(lot.gpu_hours)) + width
    if lot.quantity is None:
        return ""
    if lot.quantity == 1 and lot.asset.type == "compute":
        return t("1 GPU")
    count = fmt.count(lot.quantity)
    if lot.min_quantity is not None and lot.min_quantity < lot.quantity:
        count = f"{fmt.count(lot.min_quantity)}–{count}"
    return t("{count} tokens", count=count) if lot.asset.type == "token" else t("{count} GPUs", count=count)


def asset_words(lot: Lot) -> str:
    """``H100 SXM 80 GB``, ``ATLAS-32B``; empty where it is missing."""
    asset = lot.asset
    if not isinstance(asset, ComputeAsset):
        return asset.symbol or ""
    if asset.gpu is None:
        return ""
    parts = [asset.gpu, asset.form or "", f"{asset.memory_gb} GB" if asset.memory_gb else ""]
    return " ".join(part for part in parts if part)


def window_words(delivery: Delivery | None, t: Words, fmt: Format) -> str:
    """The window with its zone, and the hours needed inside it; empty where it is missing."""
    if delivery is None:
        return ""
    window = fmt.window(delivery.start, delivery.end)
    if delivery.hours is None or delivery.hours == delivery.window_hours:
        return f"{window} · {fmt.hours(delivery.window_hours)}"
    shape = (
        t("{hours} h in one run", hours=delivery.hours)
        if delivery.contiguous
        else t("any {hours} h", hours=delivery.hours)
    )
    return f"{window} · {shape}"


def place_words(asset: ComputeAsset, t: Words) -> str:
    """``Anywhere``, ``us-east or us-west``, ``Not eu-west``."""
    if asset.regions:
        shown = t(" or ").join(asset.regions[:3])
        return shown + (t(" or {count} more", count=len(asset.regions) - 3) if len(asset.regions) > 3 else "")
    if asset.not_regions:
        return t("Not {regions}", regions=", ".join(asset.not_regions))
    return t("Anywhere")


def terms_words(asset: ComputeAsset, t: Words) -> str:
    """Uptime, interconnect, interruptible, tags; empty where nothing is required."""
    parts = []
    if asset.min_uptime:
        parts.append(t("{uptime} uptime", uptime=UPTIME[asset.min_uptime]))
    if asset.interconnect:
        parts.append(INTERCONNECT[asset.interconnect])
    if asset.interruptible:
        parts.append(t("interruptible"))
    parts += asset.tags
    return " · ".join(parts)


def price_words(lot: Lot, t: Words, fmt: Format) -> str:
    """``≤ $2.10 per GPU-hour`` with a total where there is one; empty where neither is given."""
    parts = []
    if lot.limit is not None:
        amount = f"{'≤' if lot.side == 'buy' else '≥'} {fmt.rate(lot.limit)}"
        token = lot.asset.type == "token"
        parts.append(t("{amount} per token", amount=amount) if token else t("{amount} per GPU-hour", amount=amount))
    if lot.budget is not None:
        parts.append(t("≤ {amount} in total", amount=fmt.money(lot.budget)))
    return " · ".join(parts)


def units_per_node(lot: Lot, catalogue: Catalogue) -> int | None:
    """GPUs of one node of the lot's product; None for tokens and unknown products."""
    if not isinstance(lot.asset, ComputeAsset) or lot.asset.gpu not in catalogue.gpu_by_name:
        return None
    return catalogue.gpu_by_name[lot.asset.gpu].node_size


def node_price_words(lot: Lot, catalogue: Catalogue, t: Words, fmt: Format) -> str:
    """What the limit is per node-hour, so that a price for the wrong unit shows; empty where it does not apply."""
    size = units_per_node(lot, catalogue)
    if lot.limit is None or size is None or size == 1:
        return ""
    return t("{amount} per node-hour", amount=fmt.rate(lot.limit * Decimal(size)))


def group_words(group: Group, t: Words) -> str:
    """What the group asks for, in its header."""
    size, low, high = len(group.items), group.at_least, group.at_most
    if size > 1 and (low, high) == (1, 1):
        return t("One of these")
    if (low, high) == (size, size):
        return t("All of these")
    if (low, high) == (1, size):
        return t("Any of these")
    if low == high:
        return t("Exactly {count} of these", count=low)
    if high == size:
        return t("At least {count} of these", count=low)
    return t("{low} to {high} of these", low=low, high=high) if low > 1 else t("Up to {count} of these", count=high)


def group_meaning(node: Lot | Group | Linked, t: Words) -> str:
    """What a group of several means for its parts, in a sentence; empty where its words say it already."""
    if not isinstance(node, Group) or len(node.items) < 2:
        return ""
    size = len(node.items)
    return {
        (1, 1): t("Only one of these can fill, never more."),
        (size, size): t("All of these fill together, or none does."),
        (1, size): t("Any of these may fill, each by itself."),
    }.get((node.at_least, node.at_most), "")


def several_deliveries(bid: Bid) -> bool:
    """Whether the bid's deliveries begin at several times."""
    return len({lot.delivery.start for _, lot in lots_of(bid.root) if lot.delivery is not None}) > 1


def deliveries_words(bid: Bid, t: Words, fmt: Format) -> str:
    """When the bid delivers, in a few words: from when, and how many hours it needs; or the first of several starts;
    empty where nothing is delivered."""
    deliveries = {lot.delivery for _, lot in lots_of(bid.root) if lot.delivery is not None}
    windows = sorted({(each.start, each.hours or each.window_hours) for each in deliveries})
    if len(windows) > 1:
        return t("from {moment}, {count} windows", moment=fmt.short_moment(windows[0][0]), count=len(windows))
    if not windows:
        return ""
    start, hours = windows[0]
    return f"{fmt.short_moment(start)} · {fmt.hours(hours)}"


def bid_headline(bid: Bid, t: Words, fmt: Format) -> str:
    """The bid in a few words, for tables: ``8 H100 or 16 A100``."""
    return _headline(bid.root, t, fmt)


def _headline(node: Lot | Group | Linked, t: Words, fmt: Format) -> str:
    if isinstance(node, Lot):
        side = t("Sell ") if node.side == "sell" else ""
        amount = fmt.count(node.quantity) if node.quantity is not None else fmt.count(node.gpu_hours)
        return f"{side}{amount} {asset_words(node) or '?'}"
    parts = [_headline(child, t, fmt) for _, child in children_of(node)]
    if isinstance(node, Linked):
        return t(" then ").join(parts)
    one = node.at_most == 1 and len(parts) > 1
    joined = (t(" or ") if one else " + ").join(dict.fromkeys(parts))
    return joined if len(set(parts)) == len(parts) else f"{len(parts)} × {joined}"
