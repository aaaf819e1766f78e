"""Unknown words are weighed with where they stand: some leave the draft right whatever they say."""

from __future__ import annotations

import pytest

from auction_client.model.catalogue import load_catalogue
from nlp.leftover.asides import WEIGHING, load_asides
from nlp.leftover.told_clauses import clauses_of
from nlp.leftover.weighing import Judged, Weights, features_of, weights_in
from nlp.linker.roles import stretches_of
from nlp.models.errors import ModelError
from nlp.models.symbols import ASIDE, FALLBACK, WISH
from nlp.tagger import tag
from nlp.tagging.matchers.names import build_lexis
from tests.nlp.reading import asked
from tests.nlp.test_second_reading import StandIn, read

LEXIS = build_lexis(load_catalogue())
ENGLISH, KOREAN = "8 H100s tomorrow, $2.50 zzyzx", "H100 8장 내일 쌈빡하게"


def judged(text: str, role: str = ASIDE, probability: float = 0.5) -> Judged:
    (found,) = stretches_of(tag(text, LEXIS))
    return Judged(found, 0.0, 0.0, 0.0, role, probability, known=False)


def test_words_that_leave_the_draft_right_are_not_asked_about_and_shown() -> None:
    told = StandIn(("lot 1 2 3 4", 0.0), role=ASIDE, probability=0.9)
    draft = read("8 H100s tomorrow, $2.50 zzyzx", told)
    assert asked(draft) == []
    assert any(each.code == "words" and "zzyzx" in each.message for each in draft.assumptions)
    assert draft.confidence is not None
    assert draft.confidence < 0.97


def test_words_that_the_model_finds_a_wish_beyond_doubt_are_asked_about_beside_a_price_too() -> None:
    wished = StandIn(("lot 1 2 3 4", 0.0), role=WISH, probability=0.999999)
    assert asked(read("8 H100s tomorrow, $2.50 prepaid upfront", wished)) == ["unsupported"]


@pytest.mark.parametrize("text", [ENGLISH, KOREAN])
def test_the_surer_the_model_is_that_words_only_tell_the_likelier_is_the_draft_right_without_them(text: str) -> None:
    weights = load_asides().weighing
    found = [weights.probability(judged(text, ASIDE, told)) for told in (0.1, 0.5, 0.9, 0.99)]
    assert found == sorted(found)
    assert 0 < found[0] < found[-1] < 1


def test_each_language_has_weights_of_its_own_and_what_has_none_weighs_nothing() -> None:
    weights = Weights(english={"any": 2.0, "never seen": 9.0}, korean={"any": -2.0})
    assert weights.probability(judged(ENGLISH)) == pytest.approx(0.881, abs=1e-3)
    assert weights.probability(judged(KOREAN)) == pytest.approx(0.119, abs=1e-3)


def test_what_words_touch_and_hold_is_weighed() -> None:
    found = features_of(judged("16 splashed zzyzx A100s tomorrow", FALLBACK))
    assert {"within the goods", "joins"} <= found.keys()
    assert "beside a price" in features_of(judged("8 H100s tomorrow, $2.50 zzyzx"))
    (clause,) = clauses_of(tag("8 H100s tomorrow, our zyxq qwfp went green", LEXIS))
    assert {"holds parts", "holds attribute"} <= features_of(Judged(clause, 0, 0, 0, ASIDE, 0.5, known=False)).keys()


def test_what_is_not_so_is_left_out() -> None:
    assert 0.0 not in features_of(judged(ENGLISH)).values()


def test_weights_that_cannot_be_read_are_told(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ModelError, match=WEIGHING):
        weights_in(tmp_path / WEIGHING)
