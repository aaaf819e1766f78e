"""What the desk's limits say, in the window's language: every code, with the figures of the finding."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest

from app.services.venue.orders import caution_of
from app.services.views import Caution
from app.ui.review.sheet import warning_words
from app.ui.words import load_words
from auction_client.exchange.limits import DEFAULT_LIMITS, Finding, check_limits, content_of
from auction_client.exchange.protocol import MoneyLevels
from auction_client.model.bid import Bid
from tests.exchange.test_limits import NOW, lot, standing, tokens

KOREAN = SimpleNamespace(t=load_words("ko"))
ENGLISH = SimpleNamespace(t=load_words("en"))


def findings() -> dict[str, Finding]:
    """One finding of each kind, made by the limits themselves."""
    bid, dear = Bid(root=lot()), Bid(root=lot(10**5, "9000.00"))
    cases = [
        check_limits(dear, DEFAULT_LIMITS, standing()),
        check_limits(Bid(root=lot(None, None)), DEFAULT_LIMITS, standing()),
        check_limits(Bid(root=lot(hours=8000)), DEFAULT_LIMITS, standing()),
        check_limits(Bid(root=tokens(10**9)), DEFAULT_LIMITS, standing(token_prices={})),
        check_limits(bid, DEFAULT_LIMITS, standing(open_totals=(Decimal(10**12),))),
        check_limits(bid, DEFAULT_LIMITS, standing(recent=((NOW - timedelta(seconds=90), content_of(bid)),))),
        check_limits(bid, DEFAULT_LIMITS, standing(recent=((NOW, "other"),) * 10**4)),
        check_limits(bid, DEFAULT_LIMITS, standing(), MoneyLevels(warn=Decimal(1), block=Decimal(2))),
    ]
    return {finding.code: finding for case in cases for finding in case}


CODES = (
    "unpriced", "unbounded", "no_reference", "collar", "price", "quantity", "hours", "bid_total", "open_total",
    "budget", "rate", "duplicate",
)  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_a_finding_of_the_desk_is_said_in_both_languages_with_its_figures(code):
    finding = findings()[code]
    caution = caution_of(finding)
    assert caution.block == (finding.level == "block")
    english, korean = warning_words(ENGLISH, caution), warning_words(KOREAN, caution)
    assert any("가" <= letter <= "힣" for letter in korean)
    for name, value in finding.facts:
        if name != "minutes":
            assert value in english
            assert value in korean


def test_a_code_that_the_window_does_not_know_is_said_in_the_desks_words():
    assert warning_words(KOREAN, Caution("desk_new", (("message", "Mind the gap"),))) == "Mind the gap"
