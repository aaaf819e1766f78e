"""Stretches of unknown words: what the model is asked, what it may answer, and what becomes of the text."""

import math
from collections.abc import Callable, Sequence

import pytest

from auction_client.model.catalogue import load_catalogue
from nlp.linker import ModelLinker, NotHeard
from nlp.linker.roles import MOST_STRETCHES, Stretch, log_odds, stretches_of, with_role, words_line
from nlp.models.backend import Ranking
from nlp.models.search import Answer, Symbols
from nlp.models.symbols import ASIDE, FALLBACK, INSTEAD, ROLES, TOGETHER, WISH
from nlp.tagged import Joiner, Role, Tagged
from nlp.tagger import tag
from nlp.tagging.matchers.names import build_lexis

LEXIS = build_lexis(load_catalogue())


def tagged(text: str) -> Tagged:
    return tag(text, LEXIS)


def only(text: str) -> Stretch:
    (found,) = stretches_of(tagged(text))
    return found


def roles(stretch: Stretch) -> set[str]:
    return {symbols[0] for symbols in stretch.answers}


def test_the_model_sees_the_words_among_parts_without_values() -> None:
    stretch = only("8 H100s Tuesday at $2.50, zzyzx qwfp, 16 A100s")
    assert stretch.line == " item time price, < zzyzx qwfp >, item ?"
    assert stretch.text == "zzyzx qwfp"
    assert not stretch.passed


def test_words_between_parts_may_join_them() -> None:
    assert roles(only("8 H100s Tuesday, zzyzx, 16 A100s")) == set(ROLES)


@pytest.mark.parametrize(
    "text", ["zzyzx the qwfp, 8 H100s Tuesday", "8 H100s Tuesday, zzyzx", "8 H100s Tuesday or, zzyzx, 16 A100s"]
)
def test_words_at_the_edge_or_beside_a_joining_word_join_nothing(text: str) -> None:
    assert roles(only(text)) == {ASIDE, WISH}


@pytest.mark.parametrize(
    "text",
    ["8 H100s Tuesday, zzyzx 42", "8 H100s Tuesday, zzyzx@qwfp 50%", "8 H100s roughly Tuesday", "over 8 H100s Tuesday"],
)
def test_numbers_and_words_that_change_a_value_are_never_put_to_the_model(text: str) -> None:
    for stretch in stretches_of(tagged(text)):
        assert not any(character.isdigit() for character in stretch.text)
        assert stretch.text.split()[-1] not in ("roughly", "over")


def test_clauses_that_the_rules_pass_by_their_shape_are_put_to_the_model_too() -> None:
    assert only("8 H100s tomorrow, splashed with the purple paint").passed
    assert stretches_of(tagged("Hello, please book 8 H100s tomorrow, thank you")) == []


def test_known_text_asks_nothing() -> None:
    assert stretches_of(tagged("8 H100s, Tuesday night, or 16 A100s")) == []


@pytest.mark.parametrize(("role", "kind"), [(FALLBACK, "else"), (TOGETHER, "and")])
def test_a_joining_role_becomes_a_joining_span(role: str, kind: str) -> None:
    text = tagged("8 H100s Tuesday, zzyzx, 16 A100s")
    taken = with_role(text, stretches_of(text)[0], role)
    joiner = next(span for span in taken.spans if isinstance(span.value, Joiner))
    assert (joiner.value, joiner.text) == (Joiner(kind), "zzyzx")  # type: ignore[arg-type]
    assert [span.id for span in taken.spans] == list(range(1, len(taken.spans) + 1))
    assert all(first.end <= second.start for first, second in zip(taken.spans, taken.spans[1:], strict=False))
    assert not any(words.matters for words in taken.leftovers)


def test_a_correction_becomes_one_and_context_goes() -> None:
    text = tagged("8 H100s Tuesday, zzyzx, 16 A100s")
    stretch = stretches_of(text)[0]
    assert any(span.role is Role.CORRECTION for span in with_role(text, stretch, INSTEAD).spans)
    aside = with_role(text, stretch, ASIDE)
    assert aside.spans == text.spans
    assert aside.leftovers == ()


def test_a_wish_matters_as_a_whole() -> None:
    text = tagged("8 H100s tomorrow, splashed with the purple paint")
    wish = with_role(text, stretches_of(text)[0], WISH)
    assert [words.text for words in wish.leftovers if words.matters] == ["splashed with the purple paint"]


class Fixed:
    """Says the same role of everything, and of words that are shown alone mostly that they only tell."""

    name = "fixed"
    sha256: str | None = None
    adapter_sha256: str | None = None
    trained = True

    def __init__(self, role: str, *, silent: bool = False) -> None:
        self.role, self.silent, self.asked = role, silent, 0

    def rank(
        self, line: str, answers: Sequence[Symbols], *, deadline: float, cancelled: Callable[[], bool] | None = None
    ) -> Ranking:
        self.asked += 1
        if self.silent:
            raise NotHeard("gone")
        if line.startswith(" <"):
            return Ranking((Answer((ASIDE,), math.log(0.8)),), line, ASIDE)
        return Ranking((Answer((self.role,), math.log(0.75)),), line, self.role)

    def warm(self) -> None: ...

    def close(self) -> None: ...


def test_the_linker_gives_each_stretch_its_role() -> None:
    (heard,) = ModelLinker(Fixed(FALLBACK)).roles(stretches_of(tagged("8 H100s Tuesday, zzyzx, 16 A100s")))
    assert (heard.role, heard.stretch.text) == (FALLBACK, "zzyzx")
    assert heard.probability == pytest.approx(0.75)
    assert heard.tells == pytest.approx(math.log(4))


def test_a_role_that_was_not_offered_is_not_heard() -> None:
    assert ModelLinker(Fixed(FALLBACK)).roles(stretches_of(tagged("8 H100s Tuesday, zzyzx"))) == ()


def test_a_silent_model_gives_no_roles() -> None:
    assert (
        ModelLinker(Fixed(FALLBACK, silent=True)).roles(stretches_of(tagged("8 H100s Tuesday, zzyzx, 16 A100s"))) == ()
    )


def test_only_so_many_stretches_are_asked_about() -> None:
    model = Fixed(WISH)
    ModelLinker(model).roles(stretches_of(tagged(", ".join(f"8 H100s {letter * 3}zy" for letter in "abcdefghijk"))))
    assert model.asked == 2 * MOST_STRETCHES


def test_words_alone_are_shown_without_what_stands_around_them() -> None:
    assert words_line("Splashed with 3 pots of (purple) paint!") == " < splashed with pots of purple paint > ?"


@pytest.mark.parametrize(("best", "sign"), [((ASIDE,), 1), ((WISH,), -1)])
def test_log_odds_are_of_only_telling_and_never_endless(best: Symbols, sign: int) -> None:
    assert log_odds(best, math.log(0.9)) == pytest.approx(sign * math.log(9))
    assert abs(log_odds(best, 0.0)) < 21
