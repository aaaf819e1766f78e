"""The model's structures beside the rules': which reading stands, and when a person must choose."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from auction_client.model.catalogue import load_catalogue
from nlp.draft import Draft
from nlp.leftover.asides import AsideJudge, load_asides
from nlp.leftover.unknown_words import Heard
from nlp.leftover.weighing import Weights
from nlp.linker.roles import Stretch
from nlp.models.symbols import ASIDE, FALLBACK, INSTEAD, ROLES, TOGETHER, WISH
from nlp.reader import Reader
from nlp.structure import Structure, parse
from nlp.tagged import Tagged
from tests.nlp.reading import asked, shape

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 21, 10, tzinfo=ZONE)


@dataclass
class Answer:
    candidates: tuple[tuple[Structure, float], ...]
    heard: bool = True
    model: str | None = "stand-in"
    sha256: str | None = None
    adapter_sha256: str | None = "a" * 64
    asked: bool = True
    prompt: str = "the prompt"
    raw: str = "the answer"


@dataclass
class Sure:
    stretch: Stretch
    role: str
    probability: float
    tells: float


class StandIn:
    """Answers every request with the same structures."""

    def __init__(
        self, *structures: tuple[str, float], heard: bool = True, role: str = WISH, probability: float = 0.0
    ) -> None:
        self._answer = Answer(tuple((parse(text), likelihood) for text, likelihood in structures), heard)
        self._role, self._probability = role, probability
        self.closed = False
        self.telling = 0.0

    def link(self, tagged: Tagged, *, meaning: Callable[[Structure], Hashable] | None = None) -> Answer:
        assert meaning is not None
        return self._answer

    def roles(self, stretches: Sequence[Stretch]) -> tuple[Heard, ...]:
        return tuple(found for each in stretches if (found := self._heard(each)))

    def _heard(self, stretch: Stretch) -> Sure | None:
        role, probability = (ASIDE, self.telling) if stretch.holds else (self._role, self._probability)
        if not probability:
            return None
        tells = math.log(probability / (1 - probability))
        return Sure(stretch, role, probability, tells if role == ASIDE else -tells)

    def close(self) -> None:
        self.closed = True


def read(text: str, linker: StandIn) -> Draft:
    return Reader(load_catalogue(), linker, follows_the_model()).read(text, now=NOW, zone=ZONE)


def follows_the_model() -> AsideJudge:
    """A judge that makes of words what the model makes of them, whatever they are."""
    follows = {"placed": 1.0}
    return replace(load_asides(), weighing=Weights(english=follows, korean=follows))


MIXED = "8 H100 and 4 A100 or 16 L40S tomorrow"
RULES = "one(all(lot 1 2 | lot 4 5) | lot 7 8 9)"
OTHER = "all(lot 1 2 | one(lot 4 5 | lot 7 8 9))"


def test_agreement_gives_confidence() -> None:
    draft = read(MIXED, StandIn((RULES, -0.05), (OTHER, -3.0)))
    assert draft.confidence is not None
    assert draft.confidence > 0.9
    assert asked(draft) == []


def test_an_unheard_model_leaves_the_rules_alone() -> None:
    draft = read(MIXED, StandIn(heard=False))
    assert draft.confidence is None
    assert draft.reader.heard is False
    assert draft.reader.answers == ()
    assert draft.bid is not None


def test_the_draft_keeps_what_the_model_was_asked_and_what_it_answered_word_for_word() -> None:
    draft = read("8 H100s tomorrow, zzyzx", StandIn(("lot 1 2 3", 0.0), role=ASIDE, probability=0.9999))
    assert [(each.prompt, each.answer) for each in draft.reader.answers][1:] == [("the prompt", "the answer")]
    assert "zzyzx" in draft.reader.answers[0].prompt
    assert draft.reader.answers[0].answer == ASIDE
    assert draft.reader.adapter_sha256 == "a" * 64


def test_a_doubtful_model_does_not_overrule() -> None:
    draft = read(MIXED, StandIn((OTHER, -0.6), (RULES, -0.9)))
    assert draft.bid is not None
    assert shape(draft.bid.root).startswith("one(all(")
    assert asked(draft) == []


def test_where_the_rules_guessed_and_the_model_is_certain_of_another_reading_a_person_chooses() -> None:
    draft = read(MIXED, StandIn((OTHER, -0.001), (RULES, -9.0)))
    assert asked(draft) == ["unsupported"]
    choices = next(question for question in draft.questions if question.code == "unsupported").choices
    assert [change.path for choice in choices for change in choice.changes] == ["root", "root"]


def test_the_rules_guess_where_unknown_words_part_the_items_and_not_where_they_know_every_word() -> None:
    other = StandIn(("one(lot 1 2 3 | lot 5 6 7)", -0.001), role=ASIDE, probability=0.9999)
    assert asked(read("8 H100 Monday, 16 A100 Tuesday", other)) == []
    parted = StandIn(("one(lot 1 2 3 | lot 6 7 8)", -0.001), role=ASIDE, probability=0.9999)
    assert asked(read("8 H100 Monday; splashed with the purple paint, 16 A100 Tuesday", parted)) == ["unsupported"]


def test_places_to_choose_from_leave_no_doubt_how_the_days_belong_together() -> None:
    other = StandIn(("one(lot 1 2 3 7 | lot 5 9)", -0.001))
    assert asked(read("6 L4s Saturday and Sunday, Norway or Sweden", other)) == []


def test_a_time_in_a_clause_that_may_only_tell_leaves_the_rules_guessing() -> None:
    told = StandIn(("one(lot 1 2 3 | lot 5)", -0.001))
    assert asked(read("H100 8장 화요일 밤, 오늘도 화창하네요", told)) == ["unsupported"]


def test_a_sale_beside_a_purchase_is_no_guess() -> None:
    swapped = StandIn(("all(lot 2 3 4 | lot 1 7 8 9 10)", -0.001))
    assert asked(read("sell 16 A100 at $1.20 and buy 8 H100 at $2.80 tomorrow", swapped)) == []


def test_a_structure_of_the_model_cannot_bring_in_words_the_text_lacks() -> None:
    draft = read("8 H100 tomorrow", StandIn(("lot 1 2 3", -0.01)))
    assert draft.bid is not None
    assert shape(draft.bid.root) == "8 H100 22T00-23T00"


def test_closing_the_reader_closes_the_model() -> None:
    linker = StandIn()
    Reader(load_catalogue(), linker).close()
    assert linker.closed


def test_words_that_contradict_each_other_are_not_talked_away_by_another_structure() -> None:
    text = "16 H200s in Frankfurt on Tuesday, and they must not be in Germany"
    rules = asked(Reader(load_catalogue(), None).read(text, now=NOW, zone=ZONE))
    split = StandIn(("all(lot 1 2 3 4 | lot 7)", -0.01))
    assert "contradiction" in rules
    assert "contradiction" in asked(read(text, split))


UNKNOWN = "8 H100s tomorrow, zzyzx, 16 A100s"
PASSED = "8 H100s tomorrow, splashed with the purple paint"


@pytest.mark.parametrize(
    ("role", "tree"),
    [
        (FALLBACK, "one(8 H100 22T00-23T00 | 16 A100 22T00-23T00)"),
        (TOGETHER, "all(8 H100 22T00-23T00 | 16 A100 22T00-23T00)"),
    ],
)
def test_unknown_words_join_as_the_model_says_and_that_is_shown(role: str, tree: str) -> None:
    draft = read(UNKNOWN, StandIn(heard=False, role=role, probability=0.9999))
    assert asked(draft) == []
    assert draft.bid is not None
    assert shape(draft.bid.root) == tree
    shown = next(each for each in draft.assumptions if each.code == "words")
    assert shown.span == (18, 23)
    assert "zzyzx" in shown.message


@pytest.mark.parametrize("role", ROLES)
def test_an_unsure_model_leaves_unknown_words_to_a_person(role: str) -> None:
    assert asked(read(UNKNOWN, StandIn(heard=False, role=role, probability=0.6))) == ["unsupported"]


def test_words_that_the_rules_would_pass_are_asked_about_unless_the_model_finds_them_context() -> None:
    assert asked(read(PASSED, StandIn(heard=False))) == ["unsupported"]
    assert asked(read(PASSED, StandIn(heard=False, role=WISH, probability=0.5))) == ["unsupported"]
    assert asked(read(PASSED, StandIn(heard=False, role=ASIDE, probability=0.7))) == ["unsupported"]
    assert asked(read(PASSED, StandIn(heard=False, role=ASIDE, probability=0.85))) == []


BEFORE = "Splashed with the purple paint: 8 H100s tomorrow"
LEADING = "Splashed with the purple paint 8 H100s tomorrow"


@pytest.mark.parametrize("text", [BEFORE, LEADING])
def test_words_before_the_order_are_passed_where_the_model_finds_them_context(text: str) -> None:
    assert asked(read(text, StandIn(heard=False))) == []
    assert asked(read(text, StandIn(heard=False, role=ASIDE, probability=0.85))) == []
    assert asked(read(text, StandIn(heard=False, role=WISH, probability=0.6))) == ["unsupported"]


def test_a_clause_before_the_order_leaves_the_draft_as_sure_as_it_was() -> None:
    plain = read("8 H100s tomorrow", StandIn(("lot 1 2 3", -0.05)))
    framed = read(BEFORE, StandIn(("lot 2 3 4", -0.05), role=ASIDE, probability=0.8))
    assert plain.confidence is not None
    assert framed.confidence == plain.confidence


def test_words_that_may_turn_the_order_around_are_asked_about_however_sure_the_model_is() -> None:
    text = "By no means and never 8 H100s tomorrow"
    assert asked(read(text, StandIn(heard=False, role=ASIDE, probability=0.9999))) != []


BETWEEN = "8 H100s tomorrow; where that comes to naught, 16 A100s"


def test_words_that_lead_into_another_lot_are_context_only_to_a_model_that_is_nearly_certain() -> None:
    text = "8 H100s tomorrow; grudgingly zzyzx 16 A100s"
    assert asked(read(text, StandIn(heard=False, role=ASIDE, probability=0.95))) == ["unsupported"]
    assert asked(read(text, StandIn(heard=False, role=ASIDE, probability=0.99))) == []


def test_words_between_two_lots_join_them_only_where_the_model_is_nearly_certain() -> None:
    assert asked(read(BETWEEN, StandIn(heard=False))) == ["unsupported"]
    assert asked(read(BETWEEN, StandIn(heard=False, role=FALLBACK, probability=0.95))) == ["unsupported"]
    sure = read(BETWEEN, StandIn(heard=False, role=FALLBACK, probability=0.9995))
    assert asked(sure) == []
    assert sure.bid is not None
    assert shape(sure.bid.root).startswith("one(")


def test_a_joining_word_joins_the_parts_past_words_that_are_set_off_behind_it() -> None:
    aside = StandIn(heard=False, role=ASIDE, probability=0.9999)
    draft = read("8 H100s tomorrow or, as our auditor put it, 16 A100s", aside)
    assert asked(draft) == []
    assert draft.bid is not None
    assert shape(draft.bid.root) == "one(8 H100 22T00-23T00 | 16 A100 22T00-23T00)"


@pytest.mark.parametrize(
    "words",
    [
        "허가가 떨어져야, H100 8장 내일",
        "H100 8장 내일 비가 그쳐야",
        "Pending the purple paint: 8 H100s tomorrow",
        "8 H100s tomorrow, $2.50 unless it zzyzxes",
        "8 H100s tomorrow, once the notary nods",
    ],
)
def test_words_in_the_form_of_a_condition_are_asked_about_however_sure_the_model_is(words: str) -> None:
    assert asked(read(words, StandIn(heard=False, role=ASIDE, probability=0.9999))) == ["unsupported"]


def test_context_that_the_rules_pass_needs_no_assumption() -> None:
    draft = read(PASSED, StandIn(heard=False, role=ASIDE, probability=0.9999))
    assert [each.code for each in draft.assumptions if each.code == "words"] == []


def test_a_role_that_would_raise_a_question_is_not_taken() -> None:
    text = "8 H100s tomorrow zzyzx at $2.50"
    assert asked(read(text, StandIn(heard=False, role=INSTEAD, probability=0.99999))) == ["unsupported"]


def test_confidence_counts_the_roles_that_were_taken() -> None:
    sure, unsure = (
        read("8 H100s tomorrow, zzyzx", StandIn(("lot 1 2 3", 0.0), role=ASIDE, probability=probability)).confidence
        for probability in (0.9999, 0.995)
    )
    assert sure is not None
    assert unsure is not None
    assert unsure < sure
