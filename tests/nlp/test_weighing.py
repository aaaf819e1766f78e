"""Unknown words are weighed with where they stand: some leave the draft right whatever they say."""

from __future__ import annotations

import math

import pytest

from auction_client.model.catalogue import load_catalogue
from nlp.leftover.asides import WEIGHING, load_asides
from nlp.leftover.weighing import features_of, may_be_weighed, weights_in
from nlp.linker.roles import stretches_of
from nlp.models.errors import ModelError
from nlp.models.symbols import ASIDE, WISH
from nlp.tagger import tag
from nlp.tagging.matchers.names import build_lexis
from tests.nlp.reading import asked
from tests.nlp.test_second_reading import StandIn, read

LEXIS = build_lexis(load_catalogue())


def weighed(text: str) -> list[bool]:
    return [may_be_weighed(each) for each in stretches_of(tag(text, LEXIS))]


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s tomorrow, $2.50 zzyzx",
        "H100 8장 내일 쌈빡하게",
        "H100 8장 내일. 쌈빡하게 놀자",
    ],
)
def test_words_beside_a_price_and_korean_ones_beside_any_part_are_weighed(text: str) -> None:
    assert weighed(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "8 H100s tomorrow, splashed with the purple paint",
        "8 H100s tomorrow zzyzx",
        "Zzyzx splashed 8 H100s tomorrow",
        "8 H100s tomorrow, $2.50 unless it zzyzxes",
        "8 H100s tomorrow, $2.50 not zzyzx",
        "H100 8장 내일, 바닷가 근처 건물에서",
        "H100 8장 내일 비가 그쳐야",
        "H200 8장 내일, 비상용으로 A100 16장",
    ],
)
def test_clauses_behind_a_lot_words_that_lead_and_conditions_are_not(text: str) -> None:
    assert weighed(text) == [False]


def test_words_that_leave_the_draft_right_are_not_asked_about_and_shown() -> None:
    told = StandIn(("lot 1 2 3 4", 0.0), role=WISH, probability=0.7)
    draft = read("8 H100s tomorrow, $2.50 zzyzx", told)
    assert asked(draft) == []
    assert any(each.code == "words" and "zzyzx" in each.message for each in draft.assumptions)
    assert draft.confidence is not None
    assert draft.confidence < 0.97


def test_words_that_the_model_finds_a_wish_beyond_doubt_are_asked_about_beside_a_price_too() -> None:
    wished = StandIn(("lot 1 2 3 4", 0.0), role=WISH, probability=0.999999)
    assert asked(read("8 H100s tomorrow, $2.50 prepaid upfront", wished)) == ["unsupported"]


def test_the_surer_the_model_is_that_words_only_tell_the_likelier_is_the_draft_right_without_them() -> None:
    (stretch,) = stretches_of(tag("H100 8장 내일 쌈빡하게", LEXIS))
    weights = load_asides().weighing
    found = [
        weights.probability(features_of(stretch, 0.0, math.log(told / (1 - told)), ASIDE, told))
        for told in (0.1, 0.5, 0.9, 0.99)
    ]
    assert found == sorted(found)
    assert 0 < found[0] < found[-1] < 1


def test_weights_that_cannot_be_read_are_told(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ModelError, match=WEIGHING):
        weights_in(tmp_path / WEIGHING)
