"""The ladder's steps: the limits at which a fill is 50, 80 and 95 % likely."""

from __future__ import annotations

from decimal import Decimal

from app.ui.compose.estimatefigures import ladder_steps


def test_the_steps_are_the_lowest_limits_that_reach_each_share_in_whole_cents() -> None:
    ladder = ((Decimal("2.001"), 0.3), (Decimal("2.1"), 0.55), (Decimal("2.333"), 0.82), (Decimal("2.5"), 0.97))
    assert ladder_steps(ladder) == [(0.55, Decimal("2.10")), (0.82, Decimal("2.34")), (0.97, Decimal("2.50"))]


def test_a_step_tells_the_chance_it_really_gives_and_may_lie_just_below_its_share() -> None:
    ladder = ((Decimal("2.00"), 0.54), (Decimal("2.10"), 0.86), (Decimal("2.20"), 0.94))
    assert ladder_steps(ladder) == [(0.54, Decimal("2.00")), (0.86, Decimal("2.10")), (0.94, Decimal("2.20"))]


def test_shares_out_of_reach_have_no_step_and_equal_limits_one() -> None:
    assert ladder_steps(((Decimal("2.00"), 0.9),)) == [(0.9, Decimal("2.00"))]
    assert ladder_steps(()) == []
