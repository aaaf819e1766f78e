"""An order that is drafted again is the bid it was; its words stay as far as they say that today."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from app.services.resubmitting import draft_again
from auction_client.model.bid import Bid
from nlp.draft import FieldChange
from tests.services.memory_desk import standard_orders
from tests.services.sample_drafts import PRICED, UNPRICED, lot, standard_drafts
from tests.services.sample_moment import NOW


def order(text: str, bid: Bid):
    return replace(standard_orders()[0], text=text, bid=bid)


def again(bench, text: str, bid: Bid):
    draft_again(order(text, bid), bench.drafts, bench.clock)
    for _ in range(12):
        bench.dispatcher.wait(0.1)
    return bench.drafts.state


def priced(limit: str = "2.60") -> Bid:
    world_bid = standard_drafts()[PRICED].bid
    items = world_bid.root.items
    changed = (items[0].model_copy(update={"limit": Decimal(limit)}), *items[1:])
    return world_bid.model_copy(update={"root": world_bid.root.model_copy(update={"items": changed})})


def test_words_that_say_the_bid_are_all_that_is_needed(bench):
    state = again(bench, PRICED, priced())
    assert (state.text, state.bid, state.pinned) == (PRICED, priced(), frozenset())
    assert state.phase == "ready"


def test_what_was_set_by_hand_is_kept_and_put_into_the_words(bench):
    state = again(bench, PRICED, priced("3.10"))
    assert state.bid == priced("3.10")
    assert state.text.startswith("8 H100s, at most $3.10 per GPU-hour, Tuesday night, or 16 A100s")
    assert state.phase == "ready"


def test_what_no_words_say_is_told_apart_from_them(bench):
    bench.reader.no_words = True
    state = again(bench, PRICED, priced("3.10"))
    assert (state.text, state.bid) == (PRICED, priced("3.10"))
    assert state.overruled
    assert state.phase == "ready"


def test_a_question_that_was_answered_is_not_asked_again(bench):
    state = again(bench, UNPRICED, priced())
    assert (state.text, state.bid) == (f"{UNPRICED}, at most $2.60 per GPU-hour", priced())
    assert state.questions == ()


def test_hours_that_have_begun_are_read_anew(bench):
    bench.clock.move_to(NOW + timedelta(days=30))
    state = again(bench, PRICED, priced("3.10"))
    assert state.bid == standard_drafts()[PRICED].bid
    assert state.pinned == frozenset()


def test_a_bid_without_words_is_opened_as_it_was(bench):
    bid = Bid(root=lot("H100", 8, "2.60"))
    assert again(bench, "", bid).bid == bid


def test_typing_meanwhile_is_not_overruled(bench):
    draft_again(order(PRICED, priced("3.10")), bench.drafts, bench.clock)
    bench.type(UNPRICED)
    assert bench.drafts.state.pinned == frozenset()
    bench.drafts.edit(PRICED)
    for _ in range(12):
        bench.dispatcher.wait(0.1)
    assert bench.drafts.state.pinned == frozenset()


def test_another_draft_that_is_opened_meanwhile_is_left_alone(bench):
    draft_again(order(PRICED, priced("3.10")), bench.drafts, bench.clock)
    bench.drafts.new(PRICED)
    for _ in range(12):
        bench.dispatcher.wait(0.1)
    assert bench.drafts.state.pinned == frozenset()


def test_it_is_one_step_that_undo_takes_back(bench):
    again(bench, PRICED, priced("3.10"))
    bench.drafts.undo()
    bench.dispatcher.wait(1.0)
    assert (bench.drafts.state.text, bench.drafts.state.bid) == (PRICED, priced())
    bench.drafts.change([FieldChange(path="root.items[0].limit", value="2.70")])
    assert bench.drafts.state.bid == priced("2.70")


def test_a_reader_that_fails_leaves_the_words(bench, monkeypatch):
    def fail(*_args, **_facts):
        raise OSError("no model")

    monkeypatch.setattr(bench.reader, "read", fail)
    monkeypatch.setattr(bench.quick, "read", fail)
    state = again(bench, PRICED, priced("3.10"))
    assert (state.text, state.phase) == (PRICED, "failed")
