"""What a lot's time phrases come to: the present time and zone they are counted from, windows, questions, defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from auction_client.model.bid import Delivery
from auction_client.model.readback import Language


@dataclass(frozen=True)
class TimeContext:
    """What relative times are counted from. `volume`: the lot is a volume of GPU-hours, which needs no duration;
    `offered`: it is for sale, so that "in any hours" says how it may be taken.

    `korean`: the text is Korean; `language`: of what is asked and assumed. `own_hours`: the user's own hours of
    parts of the day, by the part's value.
    """

    now: datetime
    zone: ZoneInfo
    korean: bool = False
    volume: bool = False
    offered: bool = False
    language: Language = "en"
    own_hours: Mapping[str, tuple[int, int]] = field(default_factory=dict, hash=False)


TimeQuestion = Literal["missing_time", "ambiguous_time", "past_time", "contradiction", "unsupported"]
Mode = Literal["one", "all"] | tuple[int, int]


@dataclass(frozen=True)
class TimeChoice:
    """One way to read a doubtful phrase: words for it, and the windows it would give."""

    label: str
    windows: tuple[Delivery, ...]


@dataclass(frozen=True)
class Ask:
    """A question. `index` is the expression of the resolved sequence that caused it; `detail` is a whole sentence."""

    code: TimeQuestion
    index: int
    detail: str
    choices: tuple[TimeChoice, ...] = ()


@dataclass(frozen=True)
class TimeAssumption:
    """A default that was applied: `date_order`, `slot_rounding`, `weekday`, `day`, `range_end`, `night_hours`, ..."""

    code: str
    index: int
    detail: str


@dataclass(frozen=True)
class TimeReading:
    """What a lot's time phrases come to. With `asks` there may be no window.

    `mode` says how many windows are wanted where there are several: one of them, all, or (low, high).
    """

    windows: tuple[Delivery, ...] = ()
    mode: Mode = "all"
    asks: tuple[Ask, ...] = ()
    assumptions: tuple[TimeAssumption, ...] = ()
