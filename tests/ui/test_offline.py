"""Without the exchange: drafts go on, a review waits for it, and nothing is ever sent by itself."""

from __future__ import annotations

from app.services.errors import UserFacing
from app.ui.review.sheet import ReviewSheet
from tests.services.sample_drafts import ODD, PRICED
from tests.ui.hands import compose


def go_offline(world) -> None:
    world.desk.error = UserFacing("offline", "Offline")
    world.dispatcher.wait(13)


def come_back(world) -> None:
    world.desk.error = None
    world.dispatcher.wait(13)
    world.dispatcher.settle()


def test_the_button_says_what_it_does_while_the_exchange_is_away(world):
    window = world.open()
    world.type(PRICED)
    go_offline(world)
    assert compose(world).footer.review.text() == "Review when online"
    window.run("review")
    assert window.sheet is None
    assert compose(world).footer.review.text() == "Review opens when online"


def test_the_review_opens_when_the_exchange_is_back_and_sends_nothing(world):
    window = world.open()
    world.type(PRICED)
    go_offline(world)
    window.run("review")
    come_back(world)
    assert isinstance(window.sheet, ReviewSheet)
    assert world.desk.confirmed == []
    assert compose(world).footer.review.text() == "Review bid"


def test_a_draft_that_has_changed_meanwhile_is_not_reviewed(world):
    window = world.open()
    world.type(PRICED)
    go_offline(world)
    window.run("review")
    world.type(ODD)
    come_back(world)
    assert window.sheet is None
    assert world.desk.confirmed == []


def test_nothing_waits_that_nobody_asked_for(world):
    window = world.open()
    world.type(PRICED)
    go_offline(world)
    come_back(world)
    assert window.sheet is None
