"""The positions' view-model: what is owned, what of it lies idle, and offering it again. No window is opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.services.holdings import Ahead
from app.ui.positions.viewmodel import Holding, Idle, PositionsViewModel, idle_of
from tests.services.memory_desk import MemoryDesk, standard_orders, standard_positions
from tests.services.sample_moment import NOW


@pytest.fixture
def owned(make_world):
    world = make_world(desk=MemoryDesk(standard_orders(), standard_positions()))
    model = PositionsViewModel(world.bench)
    world.bench.start()
    world.dispatcher.settle()
    yield model, world
    model.close()


def gpus(model: PositionsViewModel) -> Holding:
    return next(each for each in model.holdings if each.position.token is None)


def token(model: PositionsViewModel) -> Holding:
    return next(each for each in model.holdings if each.position.token is not None)


def test_hours_are_counted_for_all_gpus_and_what_each_cost_is_their_share(owned):
    model, _ = owned
    holding = gpus(model)
    assert holding.gpu_hours == sum(
        Decimal((end - start).total_seconds()) / 3600 * holding.position.quantity
        for start, end in holding.position.hours
    )
    assert holding.paid_each * holding.gpu_hours == pytest.approx(abs(holding.position.paid))


def test_a_token_costs_its_share_of_what_was_paid_and_knows_its_quote(owned):
    model, _ = owned
    holding = token(model)
    assert holding.token.symbol == holding.position.token
    assert holding.paid_each == abs(holding.position.paid) / holding.position.quantity
    assert holding.ahead == Ahead(0, 0, None)


def test_what_was_sold_is_not_offered_again(owned):
    model, _ = owned
    holding = gpus(model)
    sold = replace(holding, position=replace(holding.position, quantity=-holding.position.quantity))
    assert holding.can_resell
    assert not sold.can_resell
    assert sold.paid_each == holding.paid_each


def test_idle_hours_are_summed_with_their_worth_and_unknown_worth_adds_nothing(owned):
    model, _ = owned
    holding = gpus(model)
    some = replace(holding, ahead=Ahead(10, 4, Decimal("12.00")))
    unknown = replace(holding, ahead=Ahead(5, 0, None))
    assert idle_of((some, unknown, token(model))) == Idle(11, Decimal("12.00"))
    assert idle_of((replace(holding, ahead=Ahead(10, 10, Decimal(0))),)) == Idle(0, Decimal(0))
    assert idle_of((token(model),)) is None, "nothing is ahead of tokens"


def test_each_stretch_of_hours_is_listed_under_its_position(owned):
    model, _ = owned
    wanted = sum(len(each.hours) for each in standard_positions())
    assert len(model.stretches) == wanted > 0
    assert all((start, end) in position.hours for position, start, end, _ in model.stretches)


def test_reselling_makes_an_offer_the_open_draft(owned):
    model, world = owned
    assert model.resell(gpus(model).position)
    bid = world.bench.drafts.state.bid
    assert bid is not None
    assert bid.root.side == "sell"
    assert bid.root.quantity == gpus(model).position.quantity


def test_hours_that_are_over_are_not_offered_and_the_draft_stays(owned):
    model, world = owned
    before = world.bench.drafts.state
    position = gpus(model).position
    over = replace(position, hours=tuple((start - (end - NOW), NOW) for start, end in position.hours[:1]))
    assert not model.resell(over)
    assert world.bench.drafts.state == before


def test_an_order_that_offers_hours_makes_them_no_longer_idle(owned):
    model, world = owned
    told: list[None] = []
    model.changed.connect(lambda: told.append(None))
    offered = gpus(model).ahead.offered
    assert offered
    for order in standard_orders():
        if order.state not in ("filled", "lost", "rejected", "cancelled", "expired"):
            world.desk.put(order.id, "cancelled")
    world.dispatcher.wait(1.1)
    assert told
    assert gpus(model).ahead.offered < offered


def owning_until(make_world, days: int):
    held = standard_positions()[0]
    start = NOW.replace(minute=0) + timedelta(days=1)
    far = replace(held, hours=((start, start + timedelta(days=days)),))
    world = make_world(desk=MemoryDesk((), (far,)))
    world.bench.start()
    world.dispatcher.settle()
    return world, PositionsViewModel(world.bench)


@pytest.mark.parametrize(("days", "weeks"), [(1, 0), (5, 0), (7, 1), (20, 3)])
def test_the_calendar_goes_as_far_as_hours_are_owned(make_world, days, weeks):
    _, model = owning_until(make_world, days)
    assert (model.week, model.last_week) == (0, weeks)
    told = []
    model.changed.connect(lambda: told.append(model.week))
    model.go(-1)
    for _ in range(weeks + 2):
        model.go(+1)
    assert told == list(range(1, weeks + 1))
    model.close()


def test_the_calendar_comes_back_when_the_last_hours_are_gone(make_world):
    world, model = owning_until(make_world, 20)
    model.go(+2)
    world.bench.ports.clock.move_to(NOW + timedelta(days=18))
    assert (model.week, model.last_week) == (0, 0)
    model.close()
