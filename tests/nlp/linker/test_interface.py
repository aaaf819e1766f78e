"""The text form of requests and answers."""

import pytest

from nlp.linker.answers import structure_of, symbols_of
from nlp.linker.interface import NotSayable, request_of
from nlp.models.symbols import ALPHABET
from nlp.structure import GroupNode, LotNode, Structure, parse
from tests.nlp.linker.tags import tag


def test_a_count_and_its_product_become_one_unit_and_values_stay_out_of_the_prompt() -> None:
    request = request_of(tag("8 H100 , tue or 16 A100"))
    assert request.line == " A item, B time or C item ="
    assert [unit.spans for unit in request.units] == [(1, 2), (4,), (6, 7)]


def test_korean_order_of_product_and_count_gives_the_same_line() -> None:
    korean = request_of(tag("H100 8 tue or A100 16", korean=True))
    english = request_of(tag("8 H100 tue or 16 A100"))
    assert korean.line == english.line


def test_nothing_is_joined_where_the_text_corrects_itself() -> None:
    assert [unit.spans for unit in request_of(tag("8 instead 18 H100")).units] == [(1,), (3,), (4,)]


def test_words_between_keep_a_count_apart_from_a_product() -> None:
    assert len(request_of(tag("8 zorbly H100")).units) == 2
    assert len(request_of(tag("8 (please) H100")).units) == 1


def test_unknown_words_cannot_pose_as_letters_symbols_or_numbers() -> None:
    request = request_of(tag("8 H100 A=|)9drop 4 A100"))
    assert request.line == " A item a drop B item ="


def test_unknown_words_are_cut_to_a_bounded_length() -> None:
    request = request_of(tag("8 H100 " + "x" * 500 + " " + "y" * 500 + " 4 A100 " + "z" * 500))
    assert len(request.line) < 140


@pytest.mark.parametrize(
    ("text", "structure"),
    [
        ("8 H100 , tue or 16 A100", "one(lot 1 2 4 | lot 6 7)"),
        ("8 H100 and 16 A100 , tue", "all(lot 1 2 | lot 4 5) 7"),
        ("16 A100 only_if 8 H100", "then(lot 4 5 | lot 1 2)"),
        ("choose:2 mon , tue , wed , 8 H100", "any2-2(lot 2 | lot 4 | lot 6) 8 9"),
        ("8 instead 18 H100", "lot 3 4 ; drop 1"),
        ("8 H100 and 4 A100 or 16 H200", "one(all(lot 1 2 | lot 4 5) | lot 7 8)"),
    ],
)
def test_a_structure_is_the_same_after_writing_and_reading(text: str, structure: str) -> None:
    request = request_of(tag(text))
    symbols = symbols_of(parse(structure), request)
    assert set(symbols) <= set(ALPHABET)
    assert structure_of(symbols, request) == parse(structure)


def test_validity_is_the_whole_bids_and_not_the_models_business() -> None:
    request = request_of(tag("8 H100 or 16 A100 until:tue"))
    assert "time" not in request.line
    assert structure_of((" one", " A", " |", " B", " )", "\n"), request).root.spans == (6,)


def test_a_structure_that_parts_a_unit_cannot_be_said() -> None:
    request = request_of(tag("8 H100 or 16 A100"))
    broken = Structure(GroupNode(1, 1, (LotNode((1,)), LotNode((2, 4, 5)))))
    with pytest.raises(NotSayable, match="parts the spans"):
        symbols_of(broken, request)


@pytest.mark.parametrize(
    "symbols",
    [
        (" A",),
        (" Z", "\n"),
        (" one", " A", " |", " B", "\n"),
        (" one", " A", " |", " )", "\n"),
        (" A", " )", "\n"),
        (" then", " A", " )", "\n"),
        ("\n",),
    ],
)
def test_answers_that_say_nothing_are_refused(symbols: tuple[str, ...]) -> None:
    with pytest.raises(NotSayable):
        structure_of(symbols, request_of(tag("8 H100 or 16 A100")))


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(NotSayable, match="27 parts"):
        request_of(tag(" , ".join(["8 H100"] * 27)))
    with pytest.raises(NotSayable, match="no part"):
        request_of(tag("hello there"))
