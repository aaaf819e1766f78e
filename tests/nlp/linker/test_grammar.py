"""What a model may answer to a request."""

import random

import pytest

from nlp.linker.answers import structure_of
from nlp.linker.grammar import Grammar, State
from nlp.linker.interface import request_of
from nlp.structure import GroupNode, LinkedNode, StructureNode
from tests.nlp.linker.tags import tag


def answers(text: str) -> set[str]:
    found = Grammar(request_of(tag(text))).answers(200)
    assert found is not None
    return {"".join(symbols).strip() for symbols in found}


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("8 H100 , tue", "A B"),
        ("8 H100 , 4h tue $3 $900! @oregon", "A B C D E F"),
        ("8 H100 , tue or 16 A100", "one A B | C )"),
        ("8 H100 tue or wed", "one A B | C )"),
        ("8 H100 @oregon or @ohio", "A B C"),
        ("8 H100 @oregon else @ohio", "one A B | C )"),
        ("8 H100 or H200", "one A | B )"),
        ("8 H100 , tue , 16 A100", "all A B | C )"),
        ("A) 8 H100 tue / B) 16 A100 wed", "all A B | C D )"),
        ("Plan: 8 H100 tue / Plan: 16 A100 wed", "one A B | C D )"),
    ],
)
def test_plain_requests_leave_nothing_to_decide(text: str, only: str) -> None:
    assert answers(text) == {only}


def test_a_list_may_share_what_stands_behind_it() -> None:
    assert answers("8 H100 and 4 A100 , tue") == {"all A | B ) C", "all A | B C )"}


def test_a_list_may_share_what_stands_before_it() -> None:
    assert answers("tue , 8 H100 or 16 A100") == {"one B | C ) A", "one A B | C )"}


def test_and_within_or_can_be_read_both_ways() -> None:
    assert {"one all A | B ) | C )", "all A | one B | C ) )"} <= answers("8 H100 and 4 A100 or 16 H200")


def test_or_words_forbid_a_bundle_and_and_words_forbid_alternatives() -> None:
    assert not any(answer.startswith("all") for answer in answers("8 H100 or 16 A100"))
    assert not any(answer.startswith("one") for answer in answers("8 H100 and 16 A100"))


def test_unknown_words_may_mean_any_joint() -> None:
    assert {"one A | B )", "all A | B )", "then A | B )"} <= answers("8 H100 failing 16 A100")


def test_a_condition_is_read_as_a_link_only() -> None:
    assert answers("16 A100 only_if 8 H100") == {"then A | B )", "then B | A )"}


def test_two_of_three_needs_at_least_two_parts() -> None:
    assert "any A | B C D )" not in answers("choose:2 mon , tue , wed , 8 H100")
    assert all("any" in answer for answer in answers("choose:3 mon , tue , wed , 8 H100"))


def test_only_a_correction_allows_dropping() -> None:
    assert "B C drop A" in answers("8 instead 18 H100")
    assert not any("drop" in answer for answer in answers("8 H100 , 18 H100"))


def test_push_refuses_what_is_not_allowed() -> None:
    grammar = Grammar(request_of(tag("8 H100 or 16 A100")))
    state = grammar.push(State(), " one")
    assert grammar.allowed(state) == (" A",)
    with pytest.raises(ValueError, match="cannot stand here"):
        grammar.push(state, " )")


def _lots(node: StructureNode) -> list[tuple[int, ...]]:
    if isinstance(node, GroupNode):
        return [node.spans, *(spans for item in node.items for spans in _lots(item))]
    if isinstance(node, LinkedNode):
        return [node.spans, *_lots(node.first), *_lots(node.then)]
    return [node.spans]


def test_every_answer_uses_every_unit_once_whatever_the_request() -> None:
    words = ["8", "H100", "16", "A100", "tue", "wed", "4h", "$3", "$9!", "@ohio", ",", "or", "and", "else", "/",
             "instead", "only_if", "choose:2", "both", "sell", "hmm", "three_nines"]  # fmt: skip
    chance = random.Random(7)
    said = 0
    for _ in range(400):
        tagged = tag(" ".join(chance.choice(words) for _ in range(chance.randint(2, 14))))
        if not any(span.text[0] in "81$@HAtw" for span in tagged.spans):
            continue
        request = request_of(tagged)
        grammar = Grammar(request)
        for _ in range(5):
            state, symbols = State(), []
            while state.phase != "end" and (options := list(grammar.successors(state))):
                symbol, state = chance.choice(options)
                symbols.append(symbol)
            if state.phase != "end":
                continue
            structure = structure_of(symbols, request)
            used = [span for spans in (*_lots(structure.root), structure.dropped) for span in spans]
            assert sorted(used) == [span for unit in request.units for span in unit.spans]
            said += 1
    assert said > 500
