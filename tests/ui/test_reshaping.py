"""Alternatives added and removed on the cards, and a step of the ladder taken as the limit; one undo history."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QPushButton

from auction_client.model.bid import Group, lots_of
from tests.services.sample_drafts import ODD, PRICED
from tests.ui.test_window import button, compose


def _root(world):
    return world.bench.drafts.state.bid.root


def test_an_alternative_is_added_removed_and_brought_back_by_undo(world):
    world.open()
    world.type(PRICED)
    screen = compose(world)
    assert isinstance(_root(world), Group)
    before = len(_root(world).items)
    button(screen.cards, "Add an alternative").click()
    assert len(_root(world).items) == before + 1
    removing = [each for each in screen.cards.findChildren(QPushButton) if each.accessibleName() == "Remove item a"]
    removing[0].click()
    assert len(_root(world).items) == before
    screen.footer.undo_asked.emit()
    assert len(_root(world).items) == before + 1


def test_a_lone_lot_gets_an_alternative(world):
    world.open()
    world.type(ODD)
    button(compose(world).cards, "Add an alternative").click()
    assert isinstance(_root(world), Group)
    assert (_root(world).at_least, _root(world).at_most, len(_root(world).items)) == (1, 1, 2)


def test_a_step_of_the_ladder_becomes_the_limit(world):
    world.open()
    world.type(PRICED)
    button(compose(world).panel, "90% at").click()
    assert {lot.limit for _, lot in lots_of(_root(world))} == {Decimal("2.80")}
