"""Why a bid, or one way of filling it, does not fill: a code and its figures, so that every language can say it."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from auction_client.clearing.outcome import SignedMoney


class Reason(StrEnum):
    """What stands against a fill."""

    NO_PRODUCT = "no_product"
    NOT_TRADED = "not_traded"
    OUTSIDE = "outside"
    UNCOVERED = "uncovered"
    TOO_LONG = "too_long"
    LEAST_TOO_LARGE = "least_too_large"
    NO_OFFERS = "no_offers"
    NOT_ENOUGH = "not_enough"
    PRICE = "price"
    BUDGET = "budget"
    LINKED = "linked"
    SECOND_BEST = "second_best"
    WOULD_MOVE_PRICE = "would_move_price"


_PROSE: dict[Reason, str] = {
    Reason.NO_PRODUCT: "no product of the book meets the requirements",
    Reason.NOT_TRADED: "the book does not trade its token",
    Reason.OUTSIDE: "no slot of the book lies inside its window",
    Reason.UNCOVERED: "the book's slots do not cover its whole window",
    Reason.TOO_LONG: "its hours do not fit into the book's slots",
    Reason.LEAST_TOO_LARGE: "its smallest fill is more than its GPU-hours",
    Reason.NO_OFFERS: "nobody offers these hours in the book",
    Reason.NOT_ENOUGH: "what is left of these hours is not enough for it",
    Reason.PRICE: "costs {payment} at the estimated prices, worth {worth}",
    Reason.BUDGET: "costs {payment} at the estimated prices, more than its budget of {worth}",
    Reason.LINKED: "would fill by itself, but is taken only together with what it is tied to, and that does not fill",
    Reason.SECOND_BEST: "another choice is better, or letting it in would move the price past somebody's limit",
    Reason.WOULD_MOVE_PRICE: (
        "could afford the clearing prices, but letting it in would move the price past somebody's limit"
    ),
}


_OF_A_SALE = "brings {payment} at the estimated prices, asks for at least {worth}"


class WhyNot(BaseModel):
    """`path` names the lot or the alternative. `payment` and `worth` (USD, negative: received) are given with PRICE and
    BUDGET: what it would come to at the estimated prices, and the most that its limits and budgets allow."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Reason
    path: str
    payment: SignedMoney | None = None
    worth: SignedMoney | None = None

    @property
    def message(self) -> str:
        """The reason in English."""
        sells = self.code is Reason.PRICE and self.payment is not None and self.payment < 0
        prose = _OF_A_SALE if sells else _PROSE[self.code]
        return prose.format(payment=_usd(self.payment), worth=_usd(self.worth))


def _usd(amount: Decimal | None) -> str:
    return "" if amount is None else f"{abs(amount).quantize(Decimal('0.01'), ROUND_HALF_EVEN)} USD"
