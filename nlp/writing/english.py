"""The sentence in English."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Literal

from auction_client.model.bid import Bid, ComputeAsset, Delivery, Group, Linked, Lot, TokenAsset
from auction_client.model.fields import Side
from auction_client.model.readback.moments import clock, usd
from nlp.writing.moments import UNCLEAR_HOURS, Clock
from nlp.writing.needs import Needs
from nlp.writing.sentence import Open

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_BOUND: dict[Side, str] = {"buy": "at most", "sell": "at least"}
_NEEDS = Needs(
    interconnects={"infiniband": "InfiniBand", "roce": "RoCE", "nvlink": "NVLink"},
    either=" or ",
    inside="in {}",
    outside="not in {}",
    uptime="{} uptime",
    interruptible="interruptible",
    tag="tagged {}",
)


class English:
    """Words in the reader's own grammar."""

    count_first = True
    plural = "s"
    of = " of"

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def head(self, lot: Lot) -> str:
        """How much of what."""
        name = self.product(lot.asset)
        if not isinstance(lot.asset, ComputeAsset):
            return f"{self.count(lot)} {name} tokens".replace("  ", " ").strip()
        if lot.gpu_hours is None:
            return f"{self.count(lot)} {name or 'GPUs'}".strip()
        words = f"up to {self.volume(lot)} of {name or 'GPUs'}"
        return f"{words}, {self.width(lot)}" if self.width(lot) else words

    def count(self, lot: Lot) -> str:
        """How many."""
        if lot.quantity is None:
            return ""
        return f"{lot.quantity}" if lot.min_quantity is None else f"{lot.min_quantity} to {lot.quantity}"

    def volume(self, lot: Lot) -> str:
        """How much, of a volume."""
        return f"{lot.gpu_hours} GPU-hours"

    def width(self, lot: Lot) -> str:
        """How many at a time, of a volume."""
        least = f"at least {lot.min_quantity} at a time" if lot.min_quantity is not None else ""
        most = f"at most {lot.quantity} at a time" if lot.quantity is not None else ""
        return ", ".join(words for words in (least, most) if words)

    def product(self, asset: ComputeAsset | TokenAsset) -> str:
        """Of what; empty where that is open."""
        if not isinstance(asset, ComputeAsset):
            return asset.symbol or ""
        words = [asset.gpu or "", asset.form or "", f"{asset.memory_gb} GB" if asset.memory_gb else ""]
        return " ".join(word for word in words if word)

    def needs(self, asset: ComputeAsset) -> str:
        """What is required of the GPUs."""
        return _NEEDS.of(asset)

    def delivery(self, delivery: Delivery) -> str:
        """When, and how its hours lie."""
        window = self._window(delivery)
        if delivery.hours is None:
            return window
        hours = f"{delivery.hours} hour{'s' if delivery.hours > 1 else ''}"
        if delivery.contiguous:
            return f"{hours} in a row within {window}"
        return f"any {hours}, not necessarily contiguous, within {window}"

    def limit(self, lot: Lot, amount: Decimal) -> str:
        """The price of one unit for one hour, or of one token."""
        unit = "GPU-hour" if isinstance(lot.asset, ComputeAsset) else "token"
        return f"{_BOUND[lot.side]} {usd(amount)} per {unit}"

    def budget(self, lot: Lot, amount: Decimal) -> str:
        """What the whole lot may cost or has to bring."""
        return f"{_BOUND[lot.side]} {usd(amount)} in total"

    def open(self, field: Open) -> str:
        """That nothing of this kind is required."""
        return {
            "place": "anywhere", "uptime": "any uptime", "interconnect": "any interconnect", "tags": "no tags",
            "price": "no price of its own",
        }[field]  # fmt: skip

    def side(self, side: Side, words: str) -> str:
        """What is done with it."""
        return f"{side} {words}"

    def joined(self, parts: Sequence[str], mode: Literal["one", "all", "any"]) -> str:
        """Parts between joining words."""
        return {"one": " or ", "all": " and ", "any": " and/or "}[mode].join(parts)

    def chosen(self, parts: Sequence[str], low: int, high: int) -> str:
        """So many of the parts."""
        if low == high:
            words = f"any {low} of these"
        elif high == len(parts):
            words = f"at least {low} of these"
        else:
            words = f"up to {high} of these" if low == 1 else f"{low} to {high} of these"
        return f"{words}: {', '.join(parts)}"

    def linked(self, first: str, then: str) -> str:
        """The second only with the first."""
        return f"{first} and, if that fills, {then}"

    def terms(self, group: Group | Linked) -> str:
        """What is said of all parts of a group together."""
        words = f", {self.together()}" if isinstance(group, Group) and group.same_region else ""
        return words + (f", at most {usd(group.budget)} in total" if group.budget is not None else "")

    def together(self) -> str:
        """That one region has to serve all parts."""
        return "all in the same region"

    def good_until(self, bid: Bid) -> str:
        """How long the bid stands."""
        return f", good until {self._moment(bid.good_until)}" if bid.good_until is not None else ""

    def _window(self, delivery: Delivery) -> str:
        start, end = self._clock.local(delivery.start), self._clock.local(delivery.end)
        if start.time() == end.time() == datetime.min.time() and not self._clock.suffix:
            last = end - timedelta(days=1)
            return self._day(start) if start.date() == last.date() else f"{self._day(start)} to {self._day(last)}"
        return f"{self._moment(delivery.start)} to {self._moment(delivery.end)}"

    def _moment(self, at: datetime) -> str:
        here = self._clock.local(at)
        half = "am" if here.hour in UNCLEAR_HOURS else ""
        return f"{self._day(here)} {clock(here)}{half}{self._clock.suffix}"

    def _day(self, here: datetime) -> str:
        year = f" {here.year}" if self._clock.needs_year(here) else ""
        return f"{_DAYS[here.weekday()]} {here.day} {_MONTHS[here.month - 1]}{year}"
