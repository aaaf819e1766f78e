"""The drafts' view-model: searching, using, copying and deleting drafts. No window is opened."""

from __future__ import annotations

import pytest

from app.ui.drafts.viewmodel import DraftEntry, DraftsViewModel
from auction_client.model.bid import Bid
from nlp.draft import FieldChange
from tests.services.sample_drafts import KOREAN, ODD, PRICED, either, lot


def name(bid: Bid | None) -> str:
    return "nothing" if bid is None else f"bid of {len(getattr(bid.root, 'items', (bid.root,)))}"


@pytest.fixture
def listed(world):
    model = DraftsViewModel(world.bench)
    world.bench.start()
    for text in (PRICED, ODD):
        world.bench.drafts.new()
        world.type(text)
    yield model, world
    model.close()


def entry(model: DraftsViewModel, words: str) -> DraftEntry:
    return next(each for each in model.entries(name) if each.name == words)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", [ODD, PRICED]),
        ("wibble", [ODD]),
        ("a100s h100s", [PRICED]),  # in another order, and not side by side
        ("h100s  NIGHT", [ODD, PRICED]),
        ("wibble a100s", []),
        ("100%", []),
    ],
)
def test_a_draft_is_found_by_all_its_words_in_any_order(listed, search, found):
    model, _ = listed
    model.look_for(search)
    assert [each.name for each in model.entries(name)] == found


def test_korean_is_searched_too(listed):
    model, world = listed
    world.bench.drafts.new()
    world.type(KOREAN)
    model.look_for("A100 화요일")
    assert [each.name for each in model.entries(name)] == [KOREAN]


def test_a_bid_without_words_is_named_and_found_by_what_it_holds(listed):
    model, world = listed
    world.bench.drafts.new(source=either(lot("H100", 8, "2.60"), lot("A100", 16, "1.60")))
    assert model.entries(name)[0].name == "bid of 2"
    model.look_for("bid")
    assert [each.name for each in model.entries(name)] == ["bid of 2"]


def test_a_bid_without_words_is_named_with_what_was_set_by_hand(listed):
    model, world = listed
    world.bench.drafts.new(source=Bid(root=lot("H100", 8, "2.60")))
    both = either(lot("H100", 8, "2.60"), lot("A100", 16, "1.60")).model_dump(mode="json")
    world.bench.drafts.change([FieldChange(path="root", value=both["root"])])
    assert model.entries(name)[0].name == "bid of 2"


def test_a_search_is_told_once(listed):
    model, _ = listed
    told = []
    model.changed.connect(lambda: told.append(model.search))
    model.look_for("night")
    model.look_for("night")
    assert told == ["night"]


def test_the_open_draft_is_marked_and_using_another_opens_it(listed):
    model, world = listed
    opened = []
    model.opened.connect(lambda: opened.append(world.bench.drafts.state.text))
    assert [each.name for each in model.entries(name) if each.open] == [ODD]
    model.use(entry(model, PRICED))
    assert opened == [PRICED]
    assert [each.name for each in model.entries(name) if each.open] == [PRICED]


def test_a_template_is_copied_when_it_is_used(listed):
    model, world = listed
    model.keep_as_template(entry(model, PRICED), True)
    assert model.entries(name)[0].template
    model.use(model.entries(name)[0])
    assert world.bench.drafts.state.text == PRICED
    assert world.bench.drafts.state.id != model.entries(name)[0].id
    model.keep_as_template(model.entries(name)[0], False)
    assert not any(each.template for each in model.entries(name))


def test_what_is_deleted_can_be_had_back(listed):
    model, _ = listed
    bring_back = model.delete(entry(model, PRICED))
    assert [each.name for each in model.entries(name)] == [ODD]
    bring_back()
    assert {each.name for each in model.entries(name)} == {ODD, PRICED}


def test_a_closed_model_tells_nothing_more(listed):
    model, world = listed
    told = []
    model.changed.connect(lambda: told.append(1))
    model.close()
    world.type(PRICED)
    assert told == []
