"""Clauses in which words of an order stand and that yet only tell: what becomes of them with and without the model."""

from __future__ import annotations

import pytest

from auction_client.model.catalogue import load_catalogue
from nlp.draft import Draft
from nlp.leftover.told_clauses import clauses_of, without
from nlp.reader import Reader
from nlp.tagger import tag
from nlp.tagging.matchers.names import build_lexis
from tests.nlp.reading import asked, shape
from tests.nlp.test_second_reading import NOW, ZONE, StandIn, follows_the_model

LEXIS = build_lexis(load_catalogue())
ORDER = "8 H100s Tuesday night at $2.50 per GPU-hour"


def read(text: str, telling: float) -> Draft:
    linker = StandIn(heard=False)
    linker.telling = telling
    return Reader(load_catalogue(), linker, follows_the_model()).read(text, now=NOW, zone=ZONE)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (ORDER, []),
        (f"The zyxq of the qwfp is green. {ORDER}", ["The zyxq of the qwfp is green"]),
        (f"{ORDER}, our qwfp went green!", ["our qwfp went green"]),
        (f"{ORDER}, only if 16 A100s zyxq tomorrow", []),
        (f"Our zyxq qwfp needs NVLink. {ORDER}", []),
        (f"The zyxq qwfp paid $3 per GPU-hour. {ORDER}", []),
        (f"{ORDER} (zyxq sits qwfp Oregon)", ["zyxq sits qwfp Oregon"]),
        ("Zyxq day is Sunday: 24 L4s, noon to 6pm", []),
        ("Zyxq day is Sunday: 24 L4s, Sunday noon to 6pm", ["Zyxq day is Sunday"]),
        (f"{ORDER}, 중환자실 모델이라 가동률 99.99%는 나와야 합니다", []),
    ],
)
def test_clauses_that_could_only_tell_name_no_lot_and_hold_unknown_words(text: str, clauses: list[str]) -> None:
    assert [clause.text for clause in clauses_of(tag(text, LEXIS))] == clauses


def test_a_clause_that_is_taken_out_leaves_nothing_read_and_numbers_in_a_row() -> None:
    tagged = tag(f"The zyxq of the qwfp is green. {ORDER}", LEXIS)
    (clause,) = clauses_of(tagged)
    shorter = without(tagged, clause)
    assert all(span.start >= clause.end for span in shorter.spans)
    assert [span.id for span in shorter.spans] == list(range(1, len(shorter.spans) + 1))
    assert [words.text for words in shorter.leftovers if words.told] == [clause.text]


def test_what_only_tells_asks_nothing_and_is_shown() -> None:
    text = f"{ORDER} (zyxq sits qwfp Oregon)"
    assert asked(read(text, telling=0.0)) == ["unsupported"]
    draft = read(text, telling=0.99)
    assert asked(draft) == []
    assert draft.bid is not None
    assert shape(draft.bid.root) == "8 H100 24T20-25T06 @2.5"
    assert any("zyxq sits qwfp Oregon" in each.message for each in draft.assumptions)


def test_what_may_say_something_is_read_as_before() -> None:
    text = f"{ORDER} (zyxq sits qwfp Oregon)"
    assert asked(read(text, telling=0.01)) == ["unsupported"]


def test_where_both_ways_are_clean_and_differ_a_person_chooses() -> None:
    draft = read(f"The zyxq of the qwfp is green. {ORDER}", telling=0.99)
    (question,) = draft.questions
    assert question.code == "unsupported"
    assert len(question.choices) == 2


def test_a_person_chooses_too_where_the_order_has_no_limit_yet() -> None:
    draft = read("The zyxq of the qwfp is green. 8 H100s Tuesday night", telling=0.99)
    (question,) = (each for each in draft.questions if each.code != "missing_limit")
    assert len(question.choices) == 2


def test_a_clause_that_holds_the_only_time_is_never_left_out() -> None:
    text = "8 H100s at $2.50 per GPU-hour. The qwfp night is Tuesday night"
    assert "missing_time" not in asked(read(text, telling=0.99))
