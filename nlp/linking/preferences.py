"""What a user has said once and for all: own hours of the parts of a day, and what a buy needs where it says nothing.

A preference is a default of the user's own. It is shown as an assumption like every other default.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field, model_validator

from auction_client.model.bid import Frozen
from auction_client.model.fields import Uptime, Words

DayPart = Literal["dawn", "morning", "afternoon", "evening", "night"]
DefaultName = DayPart | Literal["uptime", "regions"]
Hours = tuple[Annotated[int, Field(ge=0, le=23)], Annotated[int, Field(ge=1, le=36)]]
"""Hours after the midnight that begins the day: where a part of it begins and where it ends; 30 = 06:00 of the next."""


USUAL_HOURS: MappingProxyType[DayPart, Hours] = MappingProxyType({
    "dawn": (0, 6), "morning": (6, 12), "afternoon": (12, 18), "evening": (18, 22), "night": (20, 30),
})  # fmt: skip
"""What the parts of a day are without a preference, as the bid language has them."""


class Preferences(Frozen):
    """`hours`: own hours of parts of a day. `min_uptime` and `regions`: for buys that say nothing of it."""

    hours: dict[DayPart, Hours] = Field(default_factory=dict)
    min_uptime: Uptime | None = None
    regions: Words = ()

    @model_validator(mode="after")
    def _hours_are_spans(self) -> Preferences:
        for part, (first, last) in self.hours.items():
            if not 0 < last - first <= 24:
                raise ValueError(f"{part} cannot last from {first} to {last}")
        return self

    def without(self, name: DefaultName) -> Preferences:
        """These without the one of this name, which is the usual one again."""
        if name == "uptime":
            return self.model_copy(update={"min_uptime": None})
        if name == "regions":
            return self.model_copy(update={"regions": ()})
        return self.model_copy(update={"hours": {part: span for part, span in self.hours.items() if part != name}})


NO_PREFERENCES = Preferences()
