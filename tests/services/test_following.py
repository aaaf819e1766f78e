"""The sentence follows what is set by hand: words that are not true any more are rewritten, the others stay."""

from __future__ import annotations

from app.services.shaping import with_alternative
from auction_client.model.bid import lots_of
from nlp.draft import FieldChange
from tests.services.sample_drafts import ODD, PRICED, UNPRICED, draft, either, lot

LIMIT_A = "root.items[0].limit"
APART = "8 H100s, at most $2.75 per GPU-hour, Tuesday night, or 16 A100s, at most $2.60 per GPU-hour"


def change(bench, path: str, value: object) -> None:
    bench.drafts.change([FieldChange(path=path, value=value)])


def limits(bench) -> list[str]:
    return [str(each.limit) for _, each in lots_of(bench.drafts.state.bid.root)]


def test_an_edit_rewrites_the_words_it_makes_untrue(bench):
    bench.type(PRICED)
    change(bench, "root.items[0].quantity", 24)
    bench.dispatcher.wait(1.0)
    state = bench.drafts.state
    assert state.text == PRICED.replace("8 H100s", "24 H100s")
    assert (state.pinned, state.overruled, state.phase) == (frozenset(), (), "ready")
    assert state.reworded


def test_one_step_back_takes_back_the_edit_with_its_words_and_one_forth_brings_both(bench):
    bench.type(PRICED)
    change(bench, LIMIT_A, "2.75")
    bench.dispatcher.wait(1.0)
    bench.drafts.undo()
    bench.dispatcher.wait(1.0)
    assert (bench.drafts.state.text, limits(bench)) == (PRICED, ["2.60", "2.60"])
    assert not bench.drafts.state.reworded
    bench.drafts.redo()
    bench.dispatcher.wait(1.0)
    assert (bench.drafts.state.text, limits(bench)) == (APART, ["2.75", "2.60"])


def test_an_answer_is_put_into_the_words(bench):
    bench.type(UNPRICED)
    bench.drafts.answer(bench.drafts.state.questions[0], 0)
    bench.dispatcher.wait(1.0)
    assert bench.drafts.state.text == f"{UNPRICED}, at most $2.60 per GPU-hour"
    assert (bench.drafts.state.questions, bench.drafts.state.phase) == ((), "ready")


def test_the_bid_is_there_before_its_words_and_cannot_be_reviewed_without_them(bench):
    bench.type(PRICED)
    bench.reading.held = True
    change(bench, LIMIT_A, "2.75")
    assert (limits(bench)[0], bench.drafts.state.text, bench.drafts.state.writing) == ("2.75", PRICED, True)
    bench.reading.let_go()
    bench.dispatcher.wait(1.0)
    assert (bench.drafts.state.text, bench.drafts.state.writing) == (APART, False)


def test_an_edit_made_while_the_text_is_still_read_is_put_into_words_afterwards(bench):
    bench.drafts.edit(PRICED)
    bench.dispatcher.wait(0.1)
    assert bench.drafts.state.provisional
    change(bench, LIMIT_A, "2.75")
    assert not bench.drafts.state.writing
    bench.dispatcher.wait(1.0)
    assert (bench.drafts.state.text, limits(bench)) == (APART, ["2.75", "2.60"])


def test_of_several_edits_in_quick_succession_all_are_said(bench):
    bench.type(PRICED)
    bench.reading.held = True
    change(bench, "root.items[0].quantity", 24)
    change(bench, "root.items[1].quantity", 32)
    bench.reading.let_go()
    bench.dispatcher.wait(1.0)
    assert bench.drafts.state.text == "24 H100s, Tuesday night, or 32 A100s, max $2.60 per GPU-hour"
    assert bench.drafts.state.overruled == ()


def test_words_typed_meanwhile_are_not_overwritten(bench):
    bench.type(PRICED)
    bench.reading.held = True
    change(bench, LIMIT_A, "2.75")
    bench.drafts.edit(UNPRICED)
    bench.reading.let_go()
    bench.dispatcher.wait(1.0)
    assert bench.drafts.state.text == UNPRICED
    assert not bench.drafts.state.writing


def test_a_sentence_for_a_bid_that_the_text_says_no_more_is_dropped(bench):
    """The day changes while the words are being found: the text is read anew and is another bid."""
    bench.type(PRICED)
    bench.reading.held = True
    change(bench, "root.items[0].quantity", 24)
    bench.reader.drafts[PRICED] = draft(PRICED, either(lot("H100", 8, "3.00"), lot("A100", 16, "3.00")))
    bench.drafts.read_again()
    kept, bench.reading.kept[:] = list(bench.reading.kept), []
    kept[1]()
    bench.dispatcher.settle()
    kept[0]()
    bench.dispatcher.wait(1.0)
    assert (bench.drafts.state.text, bench.drafts.state.writing) == (PRICED, False)


def test_where_no_words_say_it_the_field_stays_set_by_hand(bench):
    bench.reader.no_words = True
    bench.type(PRICED)
    change(bench, LIMIT_A, "2.75")
    bench.dispatcher.wait(1.0)
    state = bench.drafts.state
    assert (state.text, state.overruled, state.phase, state.writing) == (PRICED, (LIMIT_A,), "ready", False)
    assert state.error is None


def test_items_that_were_added_make_a_new_sentence(bench):
    bench.type(PRICED)
    change(bench, "root", with_alternative(bench.drafts.state.bid, "root").model_dump(mode="json")["root"])
    bench.dispatcher.wait(1.0)
    state = bench.drafts.state
    assert (
        state.text
        == "Buy 8 H100 or 16 A100 or 16 A100, Tue 24 Nov 20:00 to Wed 25 Nov 06:00, at most $2.60 per GPU-hour"
    )
    bench.drafts.undo()
    bench.dispatcher.wait(1.0)
    assert bench.drafts.state.text == PRICED


def test_a_new_sentence_is_not_written_over_words_that_are_still_to_be_dealt_with(bench):
    bench.type(ODD)
    assert bench.drafts.state.unused
    change(bench, "root", with_alternative(bench.drafts.state.bid, "root").model_dump(mode="json")["root"])
    bench.dispatcher.wait(1.0)
    assert (bench.drafts.state.text, bench.drafts.state.overruled) == (ODD, ("root",))
    bench.drafts.undo()
    change(bench, "root.quantity", 16)
    bench.dispatcher.wait(1.0)
    assert bench.drafts.state.text == ODD.replace("8 H100s", "16 H100s")
    assert bench.drafts.state.phase == "asks"


def test_a_bid_without_words_gets_them_with_its_first_edit(bench):
    bench.drafts.new(source=either(lot("H100", 8, "2.60"), lot("A100", 16, "2.60")))
    change(bench, "root.items[0].quantity", 24)
    bench.dispatcher.wait(1.0)
    assert bench.drafts.state.text.startswith("Buy 24 H100 or 16 A100, ")


def test_without_the_model_the_rules_rewrite(bench):
    bench.type(PRICED)
    bench.reader.error = OSError("no model")
    change(bench, LIMIT_A, "2.75")
    bench.dispatcher.wait(1.0)
    assert (bench.drafts.state.text, limits(bench)) == (APART, ["2.75", "2.60"])


def test_the_record_keeps_what_was_set_by_hand_and_put_into_the_words(bench):
    bench.type(PRICED)
    change(bench, LIMIT_A, "2.70")
    bench.dispatcher.wait(1.0)
    change(bench, LIMIT_A, "2.75")
    bench.dispatcher.wait(1.0)
    assert bench.drafts.state.snapshot.edits == ({"put_in_words": LIMIT_A, "to": "2.75"},)


def test_words_that_were_rewritten_are_there_again_after_a_restart(make_bench):
    first = make_bench()
    first.type(PRICED)
    change(first, LIMIT_A, "2.75")
    first.dispatcher.wait(1.0)
    first.work.close()
    second = make_bench()
    second.reader.drafts.update(first.reader.drafts)
    second.drafts.restore()
    second.dispatcher.wait(1.0)
    assert (second.drafts.state.text, limits(second)) == (APART, ["2.75", "2.60"])
