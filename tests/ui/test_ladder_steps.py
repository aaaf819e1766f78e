"""The ladder's steps: the limits at which a fill is 50, 80 and 95 % likely."""

from __future__ import annotations

from decimal import Decimal

from app.ui.compose.estimatefigures import ladder_steps


def test_the_steps_are_the_lowest_limits_that_reach_each_share_in_whole_cents() -> None:
    ladder = ((Decimal("2.001"), 0.3), (Decimal("2.1"), 0.55), (Decimal("2.333"), 0.82), (Decimal("2.5"), 0.97))
    assert ladder_steps(ladder) == [(0.5, Decimal("2.10")), (0.8, Decimal("2.34")), (0.95, Decimal("2.50"))]


def test_shares_out_of_reach_have_no_step_and_equal_limits_one() -> None:
    assert ladder_steps(((Decimal("2.00"), 0.9),)) == [(0.8, Decimal("2.00"))]
    assert ladder_steps(()) == []
