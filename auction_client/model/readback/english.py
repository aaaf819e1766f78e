"""The read-back in English."""

from __future__ import annotations

from datetime import datetime, tzinfo
from decimal import Decimal
from typing import Literal

from auction_client.model.bid import ComputeAsset, Delivery, Group, Linked, Lot
from auction_client.model.fields import Side
from auction_client.model.readback.moments import clock, local, offset, usd

_INTERCONNECT = {"infiniband": "InfiniBand", "roce": "RoCE", "nvlink": "NVLink"}
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def percent(uptime: str) -> str:
    """ "0.999" as 99.9 %."""
    return f"{(Decimal(uptime) * 100).normalize():f} %"


class English:
    """Words of the read-back; `zone` is the clock that times are shown on."""

    def __init__(self, zone: tzinfo | None) -> None:
        self._zone = zone

    def lot(self, lot: Lot, *, with_side: bool) -> str:
        words = [f"{lot.side.capitalize()} {self._amount(lot)}" if with_side else self._amount(lot)]
        if isinstance(lot.asset, ComputeAsset):
            words[0] += self._requirements(lot.asset)
            words.append("time not stated" if lot.delivery is None else self._delivery(lot.delivery))
        unit = "GPU-hour" if isinstance(lot.asset, ComputeAsset) else "token"
        bound = "at most" if lot.side == "buy" else "at least"
        if lot.limit is not None:
            words.append(f"{bound} {usd(lot.limit)} per {unit}")
        if lot.budget is not None:
            words.append(f"{bound} {usd(lot.budget)} in total")
        if lot.limit is None and lot.budget is None:
            words.append("no price of its own")
        return ", ".join(words)

    def group(self, group: Group, mode: Literal["one", "all"] | None, side: Side | None) -> str:
        low, high, size = group.at_least, group.at_most, len(group.items)
        if mode == "one":
            words = "one of" if size > 1 else "just"
        elif mode == "all":
            words = "both of" if size == 2 else f"all {size} of"
        elif low == high:
            words = f"exactly {low} of these {size}"
        else:
            words = f"at least {low} and at most {high} of these {size}"
        if group.same_region:
            words += ", all in one region"
        return self._opened(words, side, group.budget)

    def linked(self, linked: Linked, side: Side | None) -> str:
        return self._opened("the first, and the second only together with it", side, linked.budget)

    def good_until(self, at: datetime) -> str:
        here = local(at, self._zone)
        return f"Good until {self._day(here)} {clock(here)} ({offset(here)})"

    def _opened(self, words: str, side: Side | None, budget: Decimal | None) -> str:
        said = f"{side.capitalize()} {words}" if side else words[0].upper() + words[1:]
        return f"{said}, at most {usd(budget)} in total:" if budget is not None else f"{said}:"

    def _amount(self, lot: Lot) -> str:
        if not isinstance(lot.asset, ComputeAsset):
            name = lot.asset.symbol or "token not stated"
            return f"{self._count(lot)} {name} tokens" if lot.asset.symbol else f"{self._count(lot)} of a {name}"
        name = lot.asset.gpu or "GPUs of a kind not stated"
        if lot.gpu_hours is None:
            return f"{self._count(lot)} x {name}"
        words = f"up to {lot.gpu_hours:,} GPU-hours of {name}"
        bounds = []
        if lot.quantity is not None:
            bounds.append(f"at most {lot.quantity:,} at a time")
        if lot.min_quantity is not None:
            bounds.append(f"at least {lot.min_quantity:,} at a time")
        return f"{words} ({', '.join(bounds)})" if bounds else words

    def _count(self, lot: Lot) -> str:
        most = "quantity not stated," if lot.quantity is None else f"{lot.quantity:,}"
        return most if lot.min_quantity is None else f"{most} (at least {lot.min_quantity:,})"

    def _requirements(self, asset: ComputeAsset) -> str:
        words: list[str] = []
        if asset.form:
            words.append(asset.form)
        if asset.memory_gb:
            words.append(f"{asset.memory_gb} GB")
        if asset.interconnect:
            words.append(_INTERCONNECT[asset.interconnect])
        if asset.regions:
            words.append(f"in {' or '.join(asset.regions)}")
        if asset.not_regions:
            words.append(f"not in {' or '.join(asset.not_regions)}")
        if asset.min_uptime:
            words.append(f"uptime at least {percent(asset.min_uptime)}")
        if asset.interruptible:
            words.append("interruptible accepted")
        words += [f"tag {tag}" for tag in asset.tags]
        return f" ({'; '.join(words)})" if words else ""

    def _delivery(self, delivery: Delivery) -> str:
        window = self._window(delivery)
        if delivery.hours is None:
            return window
        run = "in a row" if delivery.contiguous else "in any pieces"
        return f"any {delivery.hours:,} hours {run} from {window}"

    def _window(self, delivery: Delivery) -> str:
        start, end = local(delivery.start, self._zone), local(delivery.end, self._zone)
        if offset(start) == offset(end):
            return f"{self._day(start)} {clock(start)} to {self._day(end)} {clock(end)} ({offset(start)})"
        return f"{self._day(start)} {clock(start)} ({offset(start)}) to {self._day(end)} {clock(end)} ({offset(end)})"

    def _day(self, at: datetime) -> str:
        return f"{_DAYS[at.weekday()]} {at.day} {_MONTHS[at.month - 1]} {at.year}"
