"""The read-back in Korean."""

from __future__ import annotations

from datetime import datetime, tzinfo
from decimal import Decimal
from typing import Literal

from auction_client.model.bid import ComputeAsset, Delivery, Group, Linked, Lot
from auction_client.model.fields import Side
from auction_client.model.readback.english import percent
from auction_client.model.readback.moments import clock, local, offset, usd

_SIDE = {"buy": "매수", "sell": "매도"}
_INTERCONNECT = {"infiniband": "인피니밴드", "roce": "RoCE", "nvlink": "NVLink"}
_DAYS = "월화수목금토일"


class Korean:
    """Words of the read-back; `zone` is the clock that times are shown on."""

    def __init__(self, zone: tzinfo | None) -> None:
        self._zone = zone

    def lot(self, lot: Lot, *, with_side: bool) -> str:
        words = [f"{_SIDE[lot.side]}: {self._amount(lot)}" if with_side else self._amount(lot)]
        if isinstance(lot.asset, ComputeAsset):
            words[0] += self._requirements(lot.asset)
            words.append("시간 미정" if lot.delivery is None else self._delivery(lot.delivery))
        unit = "GPU-시간당" if isinstance(lot.asset, ComputeAsset) else "토큰당"
        bound = "최대" if lot.side == "buy" else "최소"
        if lot.limit is not None:
            words.append(f"{unit} {bound} {usd(lot.limit)}")
        if lot.budget is not None:
            words.append(f"총액 {bound} {usd(lot.budget)}")
        if lot.limit is None and lot.budget is None:
            words.append("개별 가격 없음")
        return ", ".join(words)

    def group(self, group: Group, mode: Literal["one", "all"] | None, side: Side | None) -> str:
        low, high, size = group.at_least, group.at_most, len(group.items)
        if mode == "one":
            words = f"다음 {size}개 중 하나"
        elif mode == "all":
            words = f"다음 {size}개 모두"
        elif low == high:
            words = f"다음 {size}개 중 정확히 {low}개"
        else:
            words = f"다음 {size}개 중 최소 {low}개, 최대 {high}개"
        if group.same_region:
            words += ", 모두 같은 리전"
        return self._opened(words, side, group.budget)

    def linked(self, linked: Linked, side: Side | None) -> str:
        return self._opened("첫째, 그리고 첫째가 체결될 때만 둘째", side, linked.budget)

    def good_until(self, at: datetime) -> str:
        here = local(at, self._zone)
        return f"유효 기한: {self._day(here)} {clock(here)} ({offset(here)})"

    def _opened(self, words: str, side: Side | None, budget: Decimal | None) -> str:
        said = f"{_SIDE[side]}, {words}" if side else words
        return f"{said}, 총액 최대 {usd(budget)}:" if budget is not None else f"{said}:"

    def _amount(self, lot: Lot) -> str:
        if not isinstance(lot.asset, ComputeAsset):
            return f"{lot.asset.symbol or '토큰 미정'} {self._count(lot, '개')}"
        name = lot.asset.gpu or "GPU 종류 미정"
        if lot.gpu_hours is None:
            return f"{name} {self._count(lot, '장')}"
        words = f"{name} 최대 {lot.gpu_hours:,} GPU-시간"
        bounds = []
        if lot.quantity is not None:
            bounds.append(f"한 번에 최대 {lot.quantity:,}장")
        if lot.min_quantity is not None:
            bounds.append(f"한 번에 최소 {lot.min_quantity:,}장")
        return f"{words} ({', '.join(bounds)})" if bounds else words

    def _count(self, lot: Lot, counter: str) -> str:
        most = "수량 미정" if lot.quantity is None else f"{lot.quantity:,}{counter}"
        return most if lot.min_quantity is None else f"{most} (최소 {lot.min_quantity:,}{counter})"

    def _requirements(self, asset: ComputeAsset) -> str:
        words: list[str] = []
        if asset.form:
            words.append(asset.form)
        if asset.memory_gb:
            words.append(f"{asset.memory_gb} GB")
        if asset.interconnect:
            words.append(_INTERCONNECT[asset.interconnect])
        if asset.regions:
            words.append(f"리전 {' 또는 '.join(asset.regions)}")
        if asset.not_regions:
            words.append(f"제외 리전 {' 및 '.join(asset.not_regions)}")
        if asset.min_uptime:
            words.append(f"가동률 {percent(asset.min_uptime)} 이상")
        if asset.interruptible:
            words.append("중단 허용")
        words += [f"태그 {tag}" for tag in asset.tags]
        return f" ({'; '.join(words)})" if words else ""

    def _delivery(self, delivery: Delivery) -> str:
        window = self._window(delivery)
        if delivery.hours is None:
            return window
        run = "연속" if delivery.contiguous else "나누어"
        return f"{window} 사이 {run} {delivery.hours:,}시간"

    def _window(self, delivery: Delivery) -> str:
        start, end = local(delivery.start, self._zone), local(delivery.end, self._zone)
        if offset(start) == offset(end):
            return f"{self._day(start)} {clock(start)}부터 {self._day(end)} {clock(end)}까지 ({offset(start)})"
        return (
            f"{self._day(start)} {clock(start)} ({offset(start)})부터 {self._day(end)} {clock(end)} ({offset(end)})까지"
        )

    def _day(self, at: datetime) -> str:
        return f"{at.year}-{at.month:02}-{at.day:02}({_DAYS[at.weekday()]})"
