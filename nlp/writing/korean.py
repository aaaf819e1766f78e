"""The sentence in Korean."""

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

_SIDE = {"buy": "매수", "sell": "매도"}
_BOUND: dict[Side, str] = {"buy": "최대", "sell": "최소"}
_NEEDS = Needs(
    interconnects={"infiniband": "인피니밴드", "roce": "RoCE", "nvlink": "NVLink"},
    either=" 또는 ",
    inside="{}",
    outside="{} 제외",
    uptime="가동률 {} 이상",
    interruptible="중단 가능",
    tag="태그 {}",
)


class Korean:
    """Words in the reader's own grammar."""

    count_first = False
    plural = ""
    of = ""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def head(self, lot: Lot) -> str:
        """How much of what."""
        name = self.product(lot.asset) or ("GPU" if isinstance(lot.asset, ComputeAsset) else "토큰")
        if lot.gpu_hours is None:
            return f"{name} {self.count(lot)}".strip()
        words = f"{name} 최대 {self.volume(lot)}"
        return f"{words}, {self.width(lot)}" if self.width(lot) else words

    def count(self, lot: Lot) -> str:
        """How many."""
        if lot.quantity is None:
            return ""
        least = f"{lot.min_quantity}~" if lot.min_quantity is not None else ""
        return f"{least}{lot.quantity}{'장' if isinstance(lot.asset, ComputeAsset) else '개'}"

    def volume(self, lot: Lot) -> str:
        """How much, of a volume."""
        return f"{lot.gpu_hours} GPU-시간"

    def width(self, lot: Lot) -> str:
        """How many at a time, of a volume."""
        least = f"한 번에 최소 {lot.min_quantity}장" if lot.min_quantity is not None else ""
        most = f"한 번에 최대 {lot.quantity}장" if lot.quantity is not None else ""
        return ", ".join(words for words in (least, most) if words)

    def product(self, asset: ComputeAsset | TokenAsset) -> str:
        """Of what; empty where that is open."""
        if not isinstance(asset, ComputeAsset):
            return asset.symbol or ""
        words = [asset.gpu or "", asset.form or "", f"{asset.memory_gb}GB" if asset.memory_gb else ""]
        return " ".join(word for word in words if word)

    def needs(self, asset: ComputeAsset) -> str:
        """What is required of the GPUs."""
        return _NEEDS.of(asset)

    def delivery(self, delivery: Delivery) -> str:
        """When, and how its hours lie."""
        window = self._window(delivery)
        if delivery.hours is None:
            return window
        run = "연속" if delivery.contiguous else "나누어"
        return f"{window} 사이 {run} {delivery.hours}시간"

    def limit(self, lot: Lot, amount: Decimal) -> str:
        """The price of one unit for one hour, or of one token."""
        unit = "GPU당 시간당" if isinstance(lot.asset, ComputeAsset) else "토큰당"
        return f"{unit} {_BOUND[lot.side]} {usd(amount)}"

    def budget(self, lot: Lot, amount: Decimal) -> str:
        """What the whole lot may cost or has to bring."""
        return f"총액 {_BOUND[lot.side]} {usd(amount)}"

    def open(self, field: Open) -> str:
        """That nothing of this kind is required."""
        return {
            "place": "어디든", "uptime": "가동률 무관", "interconnect": "인터커넥트 무관", "tags": "태그 없이",
            "price": "개별 가격 없음",
        }[field]  # fmt: skip

    def side(self, side: Side, words: str) -> str:
        """What is done with it."""
        return f"{_SIDE[side]} {words}"

    def joined(self, parts: Sequence[str], mode: Literal["one", "all", "any"]) -> str:
        """Parts between joining words."""
        return {"one": " 또는 ", "all": " 그리고 ", "any": " 및/또는 "}[mode].join(parts)

    def chosen(self, parts: Sequence[str], low: int, high: int) -> str:
        """So many of the parts."""
        if low == high:
            words = f"다음 중 {low}개"
        elif high == len(parts):
            words = f"다음 중 최소 {low}개"
        else:
            words = f"다음 중 최대 {high}개" if low == 1 else f"다음 중 {low}~{high}개"
        return f"{words}: {', '.join(parts)}"

    def linked(self, first: str, then: str) -> str:
        """The second only with the first."""
        return f"{first} 체결되면 {then}"

    def terms(self, group: Group | Linked) -> str:
        """What is said of all parts of a group together."""
        words = f", {self.together()}" if isinstance(group, Group) and group.same_region else ""
        return words + (f", 총액 최대 {usd(group.budget)}" if group.budget is not None else "")

    def together(self) -> str:
        """That one region has to serve all parts."""
        return "모두 같은 리전에서"

    def good_until(self, bid: Bid) -> str:
        """How long the bid stands."""
        return f", {self._moment(bid.good_until)}까지 유효" if bid.good_until is not None else ""

    def _window(self, delivery: Delivery) -> str:
        start, end = self._clock.local(delivery.start), self._clock.local(delivery.end)
        last = end - timedelta(days=1)
        whole_days = start.time() == end.time() == datetime.min.time() and not self._clock.suffix
        if whole_days and start.date() == last.date():
            return f"{self._day(start)} 하루"
        return f"{self._moment(delivery.start)}부터 {self._moment(delivery.end)}까지"

    def _moment(self, at: datetime) -> str:
        here = self._clock.local(at)
        half = "오전 " if here.hour in UNCLEAR_HOURS else ""
        return f"{self._day(here)} {half}{clock(here)}{self._clock.suffix}"

    def _day(self, here: datetime) -> str:
        year = f"{here.year}년 " if self._clock.needs_year(here) else ""
        return f"{year}{here.month}월 {here.day}일"
