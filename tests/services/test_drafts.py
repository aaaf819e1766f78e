"""The draft service: reading, pins, answers, one history, exact restore."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.services.errors import UserFacing
from auction_client.model.bid import Group, Lot
from nlp.draft import FieldChange
from tests.services.sample_drafts import ODD, PRICED, UNPRICED, draft, either, lot

LIMIT_A = "root.items[0].limit"
LIMIT_B = "root.items[1].limit"


def items(bench) -> tuple[Lot, ...]:
    root = bench.drafts.state.bid.root
    assert isinstance(root, Group)
    return root.items


def test_typing_is_read_after_a_pause_and_only_the_last_text(bench):
    for end in range(1, len(PRICED) + 1):
        bench.drafts.edit(PRICED[:end])
    assert bench.drafts.state.phase == "reading"
    assert bench.reader.readings == []
    bench.dispatcher.wait(1.0)
    assert bench.reader.readings == [PRICED]
    assert bench.drafts.state.phase == "ready"


def test_rules_answer_before_the_model_and_do_not_allow_review(bench):
    bench.drafts.edit(PRICED)
    bench.dispatcher.wait(0.1)
    assert bench.quick.readings == [PRICED]
    assert bench.drafts.state.provisional
    assert bench.drafts.state.phase == "reading"
    bench.dispatcher.wait(1.0)
    assert not bench.drafts.state.provisional


def test_a_late_reading_of_an_older_text_is_dropped(bench):
    bench.reading.held = True
    bench.type(UNPRICED)
    bench.drafts.edit(PRICED)
    bench.reading.let_go()
    bench.dispatcher.settle()
    assert bench.drafts.state.draft is None or bench.drafts.state.draft.text != UNPRICED
    bench.dispatcher.wait(1.0)
    assert bench.drafts.state.draft.text == PRICED


def test_an_answer_fills_the_fields_and_ends_the_question(bench):
    bench.type(UNPRICED)
    (question,) = bench.drafts.state.questions
    assert bench.drafts.state.phase == "asks"
    bench.drafts.answer(question, 0)
    assert bench.drafts.state.phase == "ready"
    assert [str(each.limit) for each in items(bench)] == ["2.60", "2.60"]


def test_setting_every_missing_field_by_hand_answers_too(bench):
    bench.type(UNPRICED)
    bench.drafts.change([FieldChange(path=LIMIT_A, value="2.00")])
    assert bench.drafts.state.phase == "asks"
    bench.drafts.change([FieldChange(path=LIMIT_B, value="1.00")])
    assert bench.drafts.state.phase == "ready"


def test_a_total_over_the_group_answers_a_missing_limit(bench):
    bench.type(UNPRICED)
    bench.drafts.change([FieldChange(path="root.budget", value="300")])
    assert bench.drafts.state.questions == ()
    assert bench.drafts.state.phase == "ready"


def test_a_field_set_by_hand_stays_while_the_text_says_the_same_there(bench):
    bench.type(PRICED)
    bench.drafts.change([FieldChange(path=LIMIT_A, value="2.75")])
    longer = PRICED + " please"
    bench.reader.drafts[longer] = draft(longer, either(lot("H100", 8, "2.60"), lot("A100", 24, "2.60")))
    bench.type(longer)
    assert str(items(bench)[0].limit) == "2.75"
    assert items(bench)[1].quantity == 24
    assert bench.drafts.state.released == ()


def test_an_edit_that_makes_no_bid_is_refused_and_changes_nothing(bench):
    bench.type(PRICED)
    before = bench.drafts.state
    with pytest.raises(UserFacing):
        bench.drafts.change([FieldChange(path="root.items[0].min_quantity", value=9)])
    with pytest.raises(UserFacing):
        bench.drafts.change([FieldChange(path="root.items[7].limit", value="1")])
    assert bench.drafts.state == before


def test_unpinning_gives_the_field_back_to_the_text(bench):
    bench.type(PRICED)
    bench.drafts.change([FieldChange(path=LIMIT_A, value="2.75")])
    bench.drafts.unpin(LIMIT_A)
    assert str(items(bench)[0].limit) == "2.60"
    assert bench.drafts.state.pinned == frozenset()


def test_unused_words_block_until_each_is_dismissed(bench):
    bench.type(ODD)
    assert [ODD[start:end] for start, end in bench.drafts.state.unused] == ["wibble"]
    assert bench.drafts.state.phase == "asks"
    bench.drafts.dismiss(bench.drafts.state.unused[0])
    assert bench.drafts.state.unused == ()
    assert bench.drafts.state.phase == "ready"


def test_typing_edits_answers_and_dismissals_are_one_history(bench):
    bench.type(UNPRICED)
    bench.drafts.answer(bench.drafts.state.questions[0], 1)
    bench.drafts.change([FieldChange(path="root.items[0].quantity", value=16)])
    bench.drafts.undo()
    assert [each.quantity for each in items(bench)] == [8, 16]
    bench.drafts.undo()
    assert bench.drafts.state.phase == "asks"
    bench.drafts.undo()
    assert bench.drafts.state.text == ""
    for _ in range(3):
        bench.drafts.redo()
        bench.dispatcher.wait(1.0)
    assert items(bench)[0].quantity == 16
    assert str(items(bench)[0].limit) == "3.00"
    assert not bench.drafts.state.can_redo


def test_keys_in_quick_succession_are_one_step_of_undo_up_to_the_word(bench):
    for end in range(1, len("8 H100s") + 1):
        bench.drafts.edit("8 H100s"[:end])
    bench.drafts.undo()
    assert bench.drafts.state.text == "8"
    bench.drafts.undo()
    assert bench.drafts.state.text == ""


def test_everything_is_there_again_after_a_restart(make_bench):
    first = make_bench()
    first.type(UNPRICED)
    first.drafts.answer(first.drafts.state.questions[0], 0)
    first.drafts.change([FieldChange(path="root.items[1].quantity", value=24)])
    first.drafts.undo()
    first.dispatcher.wait(1.0)
    kept = first.drafts.state
    first.work.close()
    second = make_bench()
    second.reader.drafts.update(first.reader.drafts)
    second.quick.drafts.update(first.reader.drafts)
    second.drafts.restore()
    second.dispatcher.wait(1.0)
    assert second.drafts.state == replace(kept, reworded=False)
    second.drafts.redo()
    second.dispatcher.wait(1.0)
    assert items(second)[1].quantity == 24


def test_a_failed_reading_is_said_and_can_be_repeated(bench):
    bench.reader.error = bench.quick.error = OSError("no model file")
    bench.type(PRICED)
    assert bench.drafts.state.phase == "failed"
    assert "no model file" in bench.drafts.state.error.detail
    bench.reader.error = None
    bench.drafts.read_again()
    bench.dispatcher.wait(1.0)
    assert bench.drafts.state.phase == "ready"


def test_without_the_model_the_reading_by_rules_stands_and_says_so(bench):
    bench.reader.error = OSError("no model file")
    bench.type(PRICED)
    assert bench.drafts.state.phase == "ready"
    assert not bench.drafts.state.provisional
    assert bench.drafts.state.error.code == "by_rules"
    bench.drafts.change([FieldChange(path=LIMIT_A, value="2.75")])
    assert str(items(bench)[0].limit) == "2.75"


def test_a_bid_from_a_file_can_be_edited_and_gives_way_to_typing(bench):
    bid = either(lot("H100", 8, "2.00"), lot("A100", 16, "1.00"))
    bench.drafts.new(source=bid)
    assert bench.drafts.state.phase == "ready"
    bench.drafts.change([FieldChange(path=LIMIT_A, value="2.20")])
    assert str(items(bench)[0].limit) == "2.20"
    bench.type(ODD)
    assert isinstance(bench.drafts.state.bid.root, Lot)


def test_drafts_are_listed_duplicated_deleted_and_brought_back(bench):
    bench.type(UNPRICED)
    first = bench.drafts.state.id
    bench.drafts.new()
    bench.type(ODD)
    assert [row.text for row in bench.drafts.rows()] == [ODD, UNPRICED]
    bench.drafts.duplicate(first)
    bench.dispatcher.wait(1.0)
    assert bench.drafts.state.text == UNPRICED
    assert len(bench.drafts.rows()) == 3
    bench.drafts.delete(first)
    assert first not in [row.id for row in bench.drafts.rows()]
    bench.drafts.undelete(first)
    assert first in [row.id for row in bench.drafts.rows()]
