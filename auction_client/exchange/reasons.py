"""Warnings so far out that a person must write down why the bid is right before it is confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, model_validator

from auction_client.exchange.limits import Finding
from auction_client.model.bid import Frozen

LEAST_LETTERS = 3
MOST_CHARACTERS = 500
SIZES = frozenset({"quantity", "hours", "bid_total", "open_total", "budget", "price"})
"""Findings that say how large something is."""
Times = Annotated[int, Field(strict=True, ge=1, le=1000)]


class ReasonRule(Frozen):
    """When a reason is asked for: a price `price_times` its last clearing (for a sale: a last clearing `price_times`
    the price), a size `size_times` what the limits warn of; None: never for that. With `every_warning` no warning is
    acknowledged without one."""

    price_times: Times | None = 3
    size_times: Times | None = 5
    every_warning: bool = False

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if self.every_warning and (self.price_times is None or self.size_times is None):
            raise ValueError("every warning needs a reason, so no kind of warning can be left out")
        return self

    def needed(self, finding: Finding) -> bool:
        """Whether this warning is acknowledged with a reason only. What is blocked needs none: it is not sent."""
        if finding.level != "warn":
            return False
        if self.every_warning:
            return True
        if finding.code == "collar":
            return _reaches(finding.times, self.price_times)
        return finding.code in SIZES and _reaches(finding.times, self.size_times)

    def asked(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Those of the findings that need a reason."""
        return tuple(finding for finding in findings if self.needed(finding))


def says_why(reason: str) -> bool:
    """Whether these words can be a reason: some letters of any script, not one of them again and again, and no more
    than a person writes. What they say is for people to judge."""
    letters = [each for each in reason.casefold() if each.isalpha()]
    return len(letters) >= LEAST_LETTERS and len(set(letters)) > 1 and len(reason) <= MOST_CHARACTERS


def _reaches(times: Decimal | None, least: int | None) -> bool:
    return times is not None and least is not None and times >= least
