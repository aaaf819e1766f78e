"""How the rule-based linker relates spans."""

from __future__ import annotations

import pytest

from auction_client.model.catalogue import load_catalogue
from nlp.linking.rules import link
from nlp.structure import GroupNode, LinkedNode, LotNode, StructureNode
from nlp.tagged import Role, Tagged
from nlp.tagger import tag
from nlp.tagging.matchers.names import build_lexis
from tests.nlp.reading import asked, draft, shape

LEXIS = build_lexis(load_catalogue())
_SHOWN = {Role.QUANTITY, Role.ASSET}


def outline(text: str) -> str:
    """The structure with counts and products only: "one(8 H100 | 16 A100)"."""
    tagged = tag(text, LEXIS)
    return _outline(link(tagged).root, tagged)


def _outline(node: StructureNode, tagged: Tagged) -> str:
    if isinstance(node, LotNode):
        spans = [tagged.span(identifier) for identifier in node.spans]
        return " ".join(span.text.strip() for span in spans if span.role in _SHOWN)
    if isinstance(node, LinkedNode):
        return f"then({_outline(node.first, tagged)} | {_outline(node.then, tagged)})"
    assert isinstance(node, GroupNode)
    bounds = (node.at_least, node.at_most)
    head = "one" if bounds == (1, 1) else "all" if bounds == (len(node.items),) * 2 else f"{bounds[0]}-{bounds[1]}"
    return f"{head}({' | '.join(_outline(item, tagged) for item in node.items)})"


@pytest.mark.parametrize(
    ("text", "structure"),
    [
        ("8 H100 and 4 A100 or 16 L40S, tonight", "one(all(8 H100 | 4 A100) | 16 L40S)"),
        ("either 16 H100 or 8 H200 tonight, and also 4 L40S", "all(one(16 H100 | 8 H200) | 4 L40S)"),
        ("[8 H100 or 8 H200] and 16 L40S", "all(one(8 H100 | 8 H200) | 16 L40S)"),
        ("8 H100, 8 H200 or 8 B200", "one(8 H100 | 8 H200 | 8 B200)"),
        ("8 H100, 8 H200 and 8 B200", "all(8 H100 | 8 H200 | 8 B200)"),
        ("8 H100\n16 A100", "all(8 H100 | 16 A100)"),
        ("any two of: 8 H100, 8 H200, 8 B200", "2-2(8 H100 | 8 H200 | 8 B200)"),
        ("at least two of these: 8 H100, 8 H200, 8 B200", "2-3(8 H100 | 8 H200 | 8 B200)"),
        ("up to two of these: 8 H100, 8 H200, 8 B200", "1-2(8 H100 | 8 H200 | 8 B200)"),
        ("8 H100 and/or 8 H200", "1-2(8 H100 | 8 H200)"),
        ("Option A: 8 H100. Option B: 16 A100.", "one(8 H100 | 16 A100)"),
        ("- 8 H100\n- 16 A100", "all(8 H100 | 16 A100)"),
        ("16 A100 only if 8 H100", "then(8 H100 | 16 A100)"),
        ("8 H100 tonight. If they fill, also 4 A100.", "then(8 H100 | 4 A100)"),
        ("no A100 without H100: 8 H100 and 16 A100", "then(8 H100 | 16 A100)"),
        ("H100 8장 또는 A100 16장", "one(H100 8장 | A100 16장)"),
        ("H100 8장이랑 A100 16장", "all(H100 8장 | A100 16장)"),
        ("H100 8장, H200 8장, B200 8장 중 최소 두 가지", "2-3(H100 8장 | H200 8장 | B200 8장)"),
        ("H100 8장이 체결되면 A100 4장도", "then(H100 8장이 | A100 4장도)"),
    ],
)
def test_items_are_joined_as_the_words_say(text: str, structure: str) -> None:
    assert outline(text) == structure


def test_a_correction_drops_what_it_replaces() -> None:
    tagged = tag("8 H100s, I mean 18, tonight", LEXIS)
    assert [tagged.span(identifier).text for identifier in link(tagged).dropped] == ["8"]


def test_times_are_the_outer_list_of_a_product_and_a_time_list() -> None:
    assert outline("8 H100 or H200, tonight or tomorrow night") == "one(one(8 H100 | 8 H200) | one(8 H100 | 8 H200))"


@pytest.mark.parametrize(
    "condition",
    [
        "only if the first 8 H100s Monday 9am-5pm at $3 per GPU-hour are filled",
        "only if the 8 H100s Monday 9am-5pm at $3 per GPU-hour are filled",
        "provided our initial 8 H100s Monday 9am-5pm at $3 per GPU-hour are filled",
        "as long as the other 8 H100s Monday 9am-5pm at $3 per GPU-hour get filled",
    ],
)
def test_a_condition_may_state_the_whole_lot_it_waits_for(condition: str) -> None:
    read = draft(f"8 more H100s Tuesday 9am-5pm at $3 per GPU-hour {condition}")
    assert asked(read) == []
    assert read.bid is not None
    assert shape(read.bid.root) == "then(8 H100 23T09-23T17 @3 | 8 H100 24T09-24T17 @3)"


@pytest.mark.parametrize("condition", ["only if the first 8 H100s clear", "only if the first 8 are filled"])
def test_a_condition_on_the_first_of_a_lot_is_asked_about(condition: str) -> None:
    assert "unsupported" in asked(draft(f"16 H100s Tuesday 9am-5pm at $3 per GPU-hour, {condition}"))
