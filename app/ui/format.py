"""Amounts, instants and stretches of time as people read them. Times always carry their zone."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from app.ui.words import Words

CENT = Decimal("0.01")


class Format:
    """Writes values in one language and zone."""

    def __init__(self, t: Words, zone: ZoneInfo) -> None:
        self._t = t
        self._zone = zone

    def money(self, amount: Decimal | None) -> str:
        """``$1,234.50``; an em dash for nothing; a minus sign before the dollar."""
        if amount is None:
            return "–"
        sign = "−" if amount < 0 else ""
        return f"{sign}${abs(amount).quantize(CENT, ROUND_HALF_UP):,}"

    def rate(self, amount: Decimal | None) -> str:
        """A price per GPU-hour or token: two decimals, up to four where it has them."""
        if amount is None:
            return "–"
        rounded = amount.quantize(Decimal("0.0001"), ROUND_HALF_UP)
        text = f"{rounded:,f}"
        return f"${text[:-2] if text.endswith('00') else text.rstrip('0')}"

    def average(self, amount: Decimal | None) -> str:
        """A computed price, to the cent, or to four decimals below a dollar."""
        if amount is None:
            return "–"
        step = CENT if abs(amount) >= 1 else Decimal("0.0001")
        return self.rate(amount.quantize(step, ROUND_HALF_UP))

    def count(self, number: int | None) -> str:
        return "–" if number is None else f"{number:,}"

    def percent(self, share: float) -> str:
        """A probability, never as certain as 0 or 100 %."""
        rounded = round(share * 100)
        if rounded <= 0:
            return "<1%"
        return ">99%" if rounded >= 100 else f"{rounded}%"

    def change(self, share: float | None) -> str:
        """A relative change with its sign."""
        if share is None:
            return "–"
        return f"{'+' if share >= 0 else '−'}{abs(share) * 100:.1f}%"

    def factor(self, factor: float) -> str:
        """By what an amount is multiplied, as a change in whole per cent: ``−31%``, ``+5%``, ``±0%``."""
        percent = round((factor - 1) * 100)
        return f"{'+' if percent > 0 else '−' if percent < 0 else '±'}{abs(percent)}%"

    def day(self, at: datetime) -> str:
        """``Tue 24 Nov`` or ``11월 24일 (화)``."""
        local = at.astimezone(self._zone)
        if self._t.language == "ko":
            return f"{local.month}월 {local.day}일 ({'월화수목금토일'[local.weekday()]})"
        return f"{_DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]}"

    def weekday(self, at: datetime) -> str:
        """``Tue`` or ``화``, on the moment's own clock."""
        return "월화수목금토일"[at.weekday()] if self._t.language == "ko" else _DAYS[at.weekday()]

    def clock(self, at: datetime) -> str:
        return at.astimezone(self._zone).strftime("%H:%M")

    def zone_name(self, at: datetime) -> str:
        return at.astimezone(self._zone).tzname() or str(self._zone)

    def moment(self, at: datetime) -> str:
        """Day, clock and zone."""
        return f"{self.day(at)} {self.clock(at)} {self.zone_name(at)}"

    def both_zones(self, at: datetime) -> str:
        """The moment here and, where that is another clock, as the exchange writes it: in UTC."""
        here = self.moment(at)
        there = at.astimezone(UTC)
        if at.astimezone(self._zone).utcoffset() == timedelta(0):
            return here
        return f"{here} · {there:%Y-%m-%d %H:%M} UTC"

    def short_moment(self, at: datetime) -> str:
        """Day and clock, for tables whose header names the zone."""
        return f"{self.day(at)} {self.clock(at)}"

    def table_moment(self, at: datetime) -> str:
        """``23 Nov 09:11``, for narrow columns."""
        local = at.astimezone(self._zone)
        day = f"{local.month}/{local.day}" if self._t.language == "ko" else f"{local.day} {_MONTHS[local.month - 1]}"
        return f"{day} {self.clock(at)}"

    def window(self, start: datetime, end: datetime) -> str:
        """``Tue 24 Nov 20:00 → Wed 25 Nov 06:00 PST``, the day said once where it is one day."""
        first, last = start.astimezone(self._zone), end.astimezone(self._zone)
        ends = self.clock(last)
        if last.time() == time.min and first.date() == (last - timedelta(days=1)).date():
            return f"{self.day(first)} {self.clock(first)} → 24:00 {self.zone_name(first)}"
        if first.date() == last.date():
            return f"{self.day(first)} {self.clock(first)} → {ends} {self.zone_name(first)}"
        return f"{self.day(first)} {self.clock(first)} → {self.day(last)} {ends} {self.zone_name(last)}"

    def hours(self, hours: float) -> str:
        """``10 h``."""
        return self._t("{hours} h", hours=f"{hours:g}")

    def duration(self, length: timedelta) -> str:
        """A length of time in its largest whole unit: ``30 s``, ``15 min``, ``6 h``, ``1 d``."""
        seconds = int(length.total_seconds())
        if seconds % 86_400 == 0:
            return self._t("{days} d", days=seconds // 86_400)
        if seconds % 3_600 == 0:
            return self._t("{hours} h", hours=seconds // 3_600)
        if seconds % 60 == 0:
            return self._t("{minutes} min", minutes=seconds // 60)
        return self._t("{seconds} s", seconds=seconds)

    def countdown(self, left: timedelta) -> str:
        """``2 d 03:10`` or ``03:10:25``."""
        seconds = max(0, int(left.total_seconds()))
        days, rest = divmod(seconds, 86_400)
        hours, rest = divmod(rest, 3_600)
        minutes, seconds = divmod(rest, 60)
        if days:
            return self._t("{days} d {clock}", days=days, clock=f"{hours:02}:{minutes:02}")
        return f"{hours:02}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"

    def age(self, then: datetime, now: datetime) -> str:
        """How long ago, roughly."""
        seconds = int((now - then).total_seconds())
        if seconds < 45:
            return self._t("just now")
        if seconds < 3_600:
            return self._t("{minutes} min ago", minutes=max(1, round(seconds / 60)))
        if seconds < 86_400:
            return self._t("{hours} h ago", hours=round(seconds / 3_600))
        return self._t("{days} d ago", days=round(seconds / 86_400))


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
