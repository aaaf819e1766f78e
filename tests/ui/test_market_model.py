"""The market's view-model: what is shown, in which order, and that a choice stays. No window is opened."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.services.views import Quote, TokenQuote
from app.ui.market.viewmodel import QUOTE_KEYS, MarketViewModel
from tests.services.memory_desk import MemoryDesk
from tests.services.sample_market import standard_market


@pytest.fixture
def told(make_world):
    """A view-model over a desk that has answered, the desk, and how often a change was told."""
    world = make_world(desk=MemoryDesk())
    model = MarketViewModel(world.bench)
    changes: list[None] = []
    model.changed.connect(lambda: changes.append(None))
    assert (model.market, model.has_prices, model.chosen) == (None, False, None)
    assert (model.quotes, model.tokens, model.heat, model.next_auctions) == ((), (), (), ())
    world.bench.start()
    world.dispatcher.settle()
    yield model, world, changes
    model.close()


def test_the_first_product_stands_until_another_is_picked(told):
    model, _, changes = told
    assert isinstance(model.chosen, Quote)
    assert (model.quote_row, model.token_row) == (0, None)
    before = len(changes)
    model.pick_quote(2)
    assert model.chosen == model.quotes[2]
    model.pick_quote(2)
    model.pick_quote(99)
    model.pick_token(-1)
    assert len(changes) == before + 1, "only another choice is told"


def test_a_token_that_is_picked_lets_the_products_go(told):
    model, _, _ = told
    model.pick_token(0)
    assert isinstance(model.chosen, TokenQuote)
    assert (model.quote_row, model.token_row) == (None, 0)


def test_a_choice_follows_its_product_through_new_prices_and_another_order(told):
    model, world, _ = told
    model.pick_quote(1)
    name = model.quotes[1].product
    market = standard_market()
    world.desk.view = replace(market, quotes=market.quotes[::-1], ahead_is_indicative=True)
    world.dispatcher.wait(13)
    assert model.ahead_is_indicative
    assert model.chosen.product == name
    model.sort_quotes(("price", True))
    assert model.quotes[model.quote_row].product == name


def test_a_product_that_is_gone_gives_way_to_the_first_one_told(told):
    model, world, _ = told
    model.pick_quote(1)
    market = standard_market()
    world.desk.view = replace(market, quotes=market.quotes[:1])
    world.dispatcher.wait(13)
    assert model.chosen == market.quotes[0]


@pytest.mark.parametrize("column", sorted(QUOTE_KEYS))
@pytest.mark.parametrize("largest_first", [False, True])
def test_products_are_sorted_and_what_is_unknown_comes_last(told, column, largest_first):
    model, world, _ = told
    market = standard_market()
    unknown = replace(market.quotes[0], product="new", label="New", last=None, change=None)
    world.desk.view = replace(market, quotes=(unknown, *market.quotes))
    world.dispatcher.wait(13)
    model.sort_quotes((column, largest_first))
    keys = [QUOTE_KEYS[column](each) for each in model.quotes]
    known = [key for key in keys if key is not None]
    assert known == sorted(known, reverse=largest_first)
    assert keys[len(known) :] == [None] * (len(keys) - len(known))
    assert sorted(each.product for each in model.quotes) == sorted(each.product for each in world.desk.view.quotes)
    model.sort_quotes(None)
    assert model.quotes == world.desk.view.quotes


def test_tokens_are_sorted_apart_from_products(told):
    model, _, _ = told
    quotes = model.quotes
    model.sort_tokens(("price", True))
    prices = [each.last for each in model.tokens if each.last is not None]
    assert prices == sorted(prices, reverse=True)
    assert all(isinstance(price, Decimal) for price in prices)
    assert model.quotes == quotes


def test_the_map_of_hours_has_every_product_with_prices_ahead_whatever_the_order(told):
    model, _, _ = told
    before = model.heat
    assert {row.product for row in before} == {each.product for each in model.quotes if each.ahead}
    model.sort_quotes(("price", True))
    assert model.heat == before


def test_a_closed_model_tells_nothing_more(told):
    model, world, changes = told
    model.close()
    before = len(changes)
    world.desk.view = replace(standard_market(), ahead_is_indicative=True)
    world.dispatcher.wait(13)
    assert len(changes) == before


def test_the_catalogue_knows_the_gpu_of_the_product_that_is_shown(told):
    model, _, _ = told
    model.pick_quote(2)
    assert model.chosen_gpu.gpu == model.chosen.gpu
    model.pick_token(0)
    assert model.chosen_gpu is None
