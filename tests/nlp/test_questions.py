"""What a question offers: one for each phrase, with the answers that the catalogue and the text can honestly give."""

from __future__ import annotations

import pytest

from app.services.edits import with_changes
from nlp.draft import Draft, Question
from tests.nlp.reading import draft, shape


def question(read: Draft, code: str) -> Question:
    found = [each for each in read.questions if each.code == code]
    assert len(found) == 1, [(each.code, each.message) for each in read.questions]
    return found[0]


def chosen(read: Draft, code: str, label: str) -> str:
    """The bid after one of the answers was chosen, as the desk puts it in."""
    assert read.bid is not None
    choice = next(each for each in question(read, code).choices if each.label == label)
    return shape(with_changes(read.bid, choice.changes).root)


def test_words_in_a_row_are_one_question() -> None:
    read = draft("8 H100s tomorrow, wibbly zagged wobbly blorp")
    asked = question(read, "unsupported")
    assert asked.span == (18, 44)
    assert [choice.label for choice in asked.choices] == ["Bid without these words"]
    assert asked.choices[0].changes == ()


def test_words_that_a_part_of_the_order_separates_are_two_questions() -> None:
    read = draft("8 zagged H100s tomorrow, wobbly blorp")
    assert [each.span for each in read.questions if each.code == "unsupported"] == [(2, 8), (25, 37)]


def test_words_before_an_unknown_product_are_its_name_and_the_nearest_tokens_are_offered() -> None:
    read = draft("100 million Llama 70B output tokens")
    asked = question(read, "unknown_asset")
    assert asked.span == (12, 35)
    assert {choice.label for choice in asked.choices} == {"ATLAS-32B", "MERIDIAN-10B", "ASCLEPIUS-7B", "LEDGER-14B"}
    assert [each.code for each in read.questions] == ["unknown_asset", "missing_limit"]
    assert chosen(read, "unknown_asset", "ATLAS-32B") == "100000000 ATLAS-32B"


def test_an_unknown_gpu_is_offered_the_nearest_of_the_catalogue() -> None:
    read = draft("8 GTX 5090 cards tomorrow")
    assert "RTX5090" in [choice.label for each in read.questions for choice in each.choices]


def test_a_missing_product_may_be_any_of_the_catalogue_but_the_one_excluded() -> None:
    labels = [choice.label for choice in question(draft("8 GPUs tomorrow, anything but A100"), "missing_asset").choices]
    assert "H100" in labels
    assert "A100" not in labels
    assert chosen(draft("8 GPUs tomorrow"), "missing_asset", "B200") == "8 B200 22T00-23T00"


def test_a_missing_count_offers_the_catalogues_node() -> None:
    assert chosen(draft("H100s tomorrow"), "missing_quantity", "One node (8 GPUs)") == "8 H100 22T00-23T00"


def test_a_missing_time_is_asked_once_for_all_lots_with_named_windows() -> None:
    read = draft("8 H100s and 16 A100s")
    labels = [choice.label for choice in question(read, "missing_time").choices]
    assert labels[1] == "tomorrow (11-22 00:00 - 11-23 00:00)"
    assert chosen(read, "missing_time", labels[1]) == "all(8 H100 22T00-23T00 | 16 A100 22T00-23T00)"


def test_a_duration_without_a_start_gets_no_window_that_would_drop_it() -> None:
    assert question(draft("8 H100s for 6 hours"), "missing_time").choices == ()


def test_a_missing_limit_offers_the_reference_prices_of_all_lots_at_once() -> None:
    read = draft("8 H100s and 16 A100s tomorrow")
    (choice,) = question(read, "missing_limit").choices
    assert [change.path for change in choice.changes] == ["root.items[0].limit", "root.items[1].limit"]
    assert choice.label.startswith("The catalogue")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_words_between_two_lots_offer_each_way_to_join_them(language: str) -> None:
    read = draft("8 H100s tomorrow; where that comes to naught, 16 A100s", language=language)
    choices = question(read, "unsupported").choices
    assert read.bid is not None
    trees = [shape(with_changes(read.bid, choice.changes).root) for choice in choices]
    parts = "8 H100 22T00-23T00 | 16 A100 22T00-23T00"
    assert trees == [f"one({parts})", f"all({parts})"]
