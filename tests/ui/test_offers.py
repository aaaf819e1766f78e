"""Offers to sell: what they bring is said as such, and a bid without words gets its sentence."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from app.services.views import Fix
from app.ui.review.sheet import ReviewSheet
from auction_client.model.bid import Bid
from tests.services.memory_desk import MemoryDesk, standard_orders, standard_positions
from tests.services.sample_drafts import PRICED, either, lot
from tests.services.sample_market import ScriptedEstimator, losing_estimate, standard_estimate
from tests.ui.hands import button, compose

OFFER = Bid(root=lot("H100", 8, "3.56", side="sell"))


def words_of(widget) -> str:
    from app.ui.widgets.plain import PlainLabel

    return " ".join(each.text() for each in widget.findChildren(PlainLabel) if each.isVisibleTo(widget))


def reviewed(world, bid: Bid) -> ReviewSheet:
    world.bench.drafts.new(source=bid)
    world.dispatcher.wait(1.0)
    world.window.run("review")
    world.dispatcher.settle()
    assert isinstance(world.window.sheet, ReviewSheet)
    return world.window.sheet


def test_the_foot_says_what_an_offer_brings_at_least(world):
    world.open()
    world.bench.drafts.new(source=OFFER)
    world.dispatcher.wait(1.0)
    assert "At least $284.80" in words_of(compose(world).footer)
    world.bench.drafts.new(source=Bid(root=lot("H100", 8, "2.60")))
    world.dispatcher.wait(1.0)
    assert "At most $208.00" in words_of(compose(world).footer)


def test_the_review_of_an_offer_says_what_it_brings_and_its_button_too(world):
    world.open()
    sheet = reviewed(world, OFFER)
    assert "Least you receive $284.80" in words_of(sheet)
    assert "Most you can pay" not in words_of(sheet)
    assert sheet.confirm.text() == "Submit offer, at least $284.80"


@pytest.mark.parametrize(
    ("bid", "meaning"),
    [
        (either(lot("H100", 8, "2.60"), lot("A100", 16, "1.60")), "Only one of these can fill, never more."),
        (
            either(lot("H100", 8, "2.60"), lot("A100", 16, "1.60"), at_least=2, at_most=2),
            "All of these fill together, or none does.",
        ),
        (
            either(lot("H100", 8, "2.60"), lot("A100", 16, "1.60"), at_least=1, at_most=2),
            "Any of these may fill, each by itself.",
        ),
    ],
    ids=("one of", "all of", "any of"),
)
def test_the_review_says_what_the_group_means(world, bid, meaning):
    world.open()
    assert meaning in words_of(reviewed(world, bid))


def test_the_review_is_no_taller_than_its_words_need(world):
    world.open()
    sheet = reviewed(world, Bid(root=lot("H100", 8, "2.60")))
    spare = sheet._area.height() - sheet._inside.totalHeightForWidth(sheet._area.viewport().width())
    assert sheet._area.verticalScrollBar().maximum() == 0
    assert spare < 24


def test_a_proposal_for_an_offer_says_that_it_brings_money(make_world):
    def make(bid):
        cheaper = OFFER.root.model_copy(update={"limit": Decimal("2.40")})
        return replace(losing_estimate(bid), fixes=(Fix("limit_sell", "root", "3.56", cheaper, Decimal("-192.79")),))

    world = make_world(estimator=ScriptedEstimator(make))
    world.open()
    world.bench.drafts.new(source=OFFER)
    world.dispatcher.wait(1.0)
    assert button(compose(world).panel, "brings $192.79")


def test_a_resale_comes_with_its_sentence(make_world):
    world = make_world(desk=MemoryDesk(standard_orders(), standard_positions()))
    window = world.open()
    window.run("positions")
    button(window.content.page("positions"), "Resell").click()
    world.dispatcher.wait(1.0)
    state = world.bench.drafts.state
    assert state.text.strip()
    assert state.bid.root.side == "sell"
    assert not compose(world).strip.isVisible()


def test_no_ghost_sentence_stands_beside_a_bid_without_words(world):
    world.open()
    editor = compose(world).editor
    assert editor.placeholderText()
    world.bench.drafts.new(source=OFFER)
    assert editor.placeholderText() == ""
    world.bench.drafts.new()
    assert editor.placeholderText()


def test_the_sentence_of_a_typed_bid_is_left_as_it_was_typed(world):
    world.open()
    world.type(PRICED)
    world.window.models.compose.say_bid()
    world.dispatcher.wait(1.0)
    assert world.bench.drafts.state.text == PRICED


def test_a_long_review_scrolls_in_the_smallest_window_and_its_button_stays_in_sight(world):
    window = world.open()
    window.resize(window.minimumSize())
    lots = tuple(lot("H100", 8 + at, "99.00") for at in range(12))
    sheet = reviewed(world, either(*lots))
    bottom = sheet.confirm.mapTo(sheet, sheet.confirm.rect().bottomLeft()).y()
    assert bottom < sheet.box.geometry().bottom() < sheet.height()
    assert sheet._area.verticalScrollBar().maximum() > 0


def test_who_sells_is_proposed_nothing_that_is_not_theirs_to_offer(make_world):
    def make(bid):
        root = OFFER.root
        later = root.model_copy(update={"delivery": root.delivery.model_copy(update={"hours": 5})})
        fewer = root.model_copy(update={"quantity": 4})
        return replace(
            standard_estimate(bid),
            pay=Decimal("-284.80"),
            fixes=(
                Fix("window_end", "root", "", later, Decimal("-300.00")),
                Fix("quantity", "root", "8", fewer, Decimal("-290.00")),
            ),
        )

    world = make_world(estimator=ScriptedEstimator(make))
    world.open()
    world.bench.drafts.new(source=OFFER)
    world.dispatcher.wait(1.0)
    panel = compose(world).panel
    QApplication.processEvents()
    proposals = [each for each in panel.findChildren(QPushButton) if each.property("look") == "proposal"]
    assert [each.accessibleName() for each in proposals] == ["Offer 4 instead of 8 →\u00a0brings $290.00"]
    assert "What would bring more" in words_of(panel)
    proposals[0].click()
    assert world.bench.drafts.state.bid.root.quantity == 4
