"""What is set by hand and no words say holds against later readings, follows its lot, and can be written anew."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from app.services.errors import UserFacing
from app.services.shaping import with_alternative
from app.services.unused import unused_words
from auction_client.model.bid import lots_of
from auction_client.model.normal import same_bid
from nlp.draft import FieldChange
from nlp.writing import CannotWrite
from tests.nlp.reading import reader
from tests.nlp.sayable import NOW, ZONE, sayable_bids
from tests.services.sample_drafts import PRICED, UNPRICED, draft, either, lot

LIMIT_A = "root.items[0].limit"
OTHER = "another sentence"


def limits(bench) -> list[str]:
    return [str(each.limit) for _, each in lots_of(bench.drafts.state.bid.root)]


def pinned_then_read(bench, bid) -> None:
    bench.reader.no_words = True
    bench.type(PRICED)
    bench.drafts.change([FieldChange(path=LIMIT_A, value="2.75")])
    bench.reader.drafts[OTHER] = draft(OTHER, bid, spans=())
    bench.type(OTHER)


def test_a_later_reading_does_not_touch_a_field_set_by_hand_and_the_difference_is_told(bench):
    pinned_then_read(bench, either(lot("H100", 8, "3.10"), lot("A100", 16, "2.60")))
    assert limits(bench) == ["2.75", "2.60"]
    assert bench.drafts.state.overruled == (LIMIT_A,)
    assert bench.drafts.state.released == ()


def test_a_field_set_by_hand_follows_its_lot(bench):
    pinned_then_read(bench, either(lot("B200", 8, "2.60"), lot("H100", 8, "2.60"), lot("A100", 16, "2.60")))
    assert limits(bench) == ["2.60", "2.75", "2.60"]
    assert bench.drafts.state.pinned == {"root.items[1].limit"}
    bench.drafts.unpin("root.items[1].limit")
    assert limits(bench) == ["2.60", "2.60", "2.60"]


def test_a_field_set_by_hand_goes_with_its_lot_and_says_so(bench):
    pinned_then_read(bench, either(lot("B200", 8, "2.60"), lot("A100", 16, "2.60")))
    assert limits(bench) == ["2.60", "2.60"]
    assert bench.drafts.state.released == (LIMIT_A,)


def test_words_that_say_what_was_missing_count_more_than_the_answer_that_filled_the_gap(bench):
    bench.reader.no_words = True
    bench.type(UNPRICED)
    bench.drafts.answer(bench.drafts.state.questions[0], 0)
    bench.type(PRICED.replace("2.60", "2.40"))
    text = bench.drafts.state.text
    bench.reader.drafts[text] = draft(text, either(lot("H100", 8, "2.40"), lot("A100", 16, "2.40")))
    bench.drafts.read_again()
    bench.dispatcher.wait(1.0)
    assert limits(bench) == ["2.40", "2.40"]


def test_a_field_edited_after_items_were_arranged_lands_on_the_item_that_is_shown(bench):
    bench.reader.no_words = True
    bench.type(PRICED)
    arranged = with_alternative(bench.drafts.state.bid, "root").model_dump(mode="json")["root"]
    arranged["items"].reverse()
    bench.drafts.change([FieldChange(path="root", value=arranged)])
    bench.drafts.change([FieldChange(path="root.items[2].limit", value="9.00")])
    assert [(each.asset.gpu, str(each.limit)) for _, each in lots_of(bench.drafts.state.bid.root)] == [
        ("A100", "2.60"), ("A100", "2.60"), ("H100", "9.00"),
    ]  # fmt: skip


def test_the_sentence_is_written_anew_from_the_bid_and_undo_brings_the_old_one_back(bench):
    bench.reader.no_words = True
    bench.type(PRICED)
    bench.drafts.change([FieldChange(path=LIMIT_A, value="2.75")])
    bench.dispatcher.wait(1.0)
    edited = bench.drafts.state.bid
    bench.reader.no_words = False
    bench.drafts.write_anew()
    bench.dispatcher.wait(1.0)
    state = bench.drafts.state
    assert state.text.startswith("Buy 8 H100, ")
    assert same_bid(state.bid.root, edited.root)
    assert (state.pinned, state.overruled, state.phase) == (frozenset(), (), "ready")
    bench.reader.no_words = True
    bench.drafts.undo()
    bench.dispatcher.wait(1.0)
    assert bench.drafts.state.text == PRICED
    assert limits(bench) == ["2.75", "2.60"]


def test_a_bid_from_a_file_is_written_too(bench):
    bench.drafts.new(source=either(lot("H100", 8, "2.60"), lot("A100", 16, "2.60")))
    bench.drafts.write_anew()
    bench.dispatcher.wait(1.0)
    assert bench.drafts.state.text.startswith("Buy 8 H100 or 16 A100, ")
    assert bench.drafts.state.snapshot.source is None


def test_without_words_the_bid_stays_and_the_state_says_so(bench):
    bench.type(PRICED)
    bench.reader.error = CannotWrite()
    bench.drafts.write_anew()
    bench.dispatcher.wait(1.0)
    assert bench.drafts.state.error.code == "no_words"
    assert (bench.drafts.state.text, bench.drafts.state.writing) == (PRICED, False)


def test_without_the_model_the_rules_write(bench):
    bench.type(PRICED)
    bench.reader.error = OSError("no model")
    bench.drafts.write_anew()
    bench.dispatcher.wait(1.0)
    assert bench.drafts.state.text.startswith("Buy 8 H100 or 16 A100, ")


def test_a_sentence_that_comes_after_another_edit_is_dropped(bench):
    bench.type(PRICED)
    bench.reading.held = True
    bench.drafts.write_anew()
    bench.drafts.change([FieldChange(path=LIMIT_A, value="2.75")])
    bench.reading.let_go()
    bench.dispatcher.wait(1.0)
    assert bench.drafts.state.text.startswith("8 H100s, at most $2.75")
    assert limits(bench)[0] == "2.75"


@pytest.mark.parametrize("language", ["en", "ko"])
@settings(max_examples=20, deadline=None, derandomize=True)
@given(bid=sayable_bids)
def test_no_word_of_a_written_sentence_is_unused(language, bid):
    assert unused_words(reader().write(bid, now=NOW, zone=ZONE, language=language)) == ()


def test_nothing_can_be_written_of_no_bid(bench):
    with pytest.raises(UserFacing):
        bench.drafts.write_anew()
