"""What the tagger finds and what it leaves over."""

from __future__ import annotations

from itertools import pairwise

import pytest

from auction_client.model.catalogue import load_catalogue
from nlp.tagged import Quantity, Role, Tagged
from nlp.tagger import tag
from nlp.tagging.matchers.names import build_lexis

LEXIS = build_lexis(load_catalogue())


def tagged(text: str) -> Tagged:
    return tag(text, LEXIS)


def words_of(text: str, role: Role) -> list[str]:
    return [span.text for span in tagged(text).spans if span.role is role]


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("16xH100", "H100"),
        ("H100x8", "H100"),
        ("16 H-100s", "H-100s"),
        ("4090 열 장", "4090"),
        ("엔비디아 에이치백 8장을", "엔비디아 에이치백"),
        ("24 RTX 5090s", "RTX 5090s"),
    ],
)
def test_products_are_found_in_glued_and_spoken_forms(text: str, product: str) -> None:
    assert words_of(text, Role.ASSET) == [product]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "bound"),
    [
        ("8 to 16 A100s", 8, 16, "gpu", "range"),
        ("up to 4 nodes of H100", 4, 4, "node", "up_to"),
        ("4 B200 nodes", 4, 4, "node", "exact"),
        ("두노드", 2, 2, "node", "exact"),
        ("노드 2대", 2, 2, "node", "exact"),
        ("서버 세 대", 3, 3, "node", "exact"),
        ("full rack of NVL72", 1, 1, "rack", "exact"),
        ("2,000 H100-hours", 2000, 2000, "gpu_hour", "exact"),
        ("H100 5000시간어치", 5000, 5000, "gpu_hour", "exact"),
        ("최대 16장까지", 16, 16, "gpu", "up_to"),
    ],
)
def test_counts_keep_their_unit_and_bound(text: str, low: int, high: int, unit: str, bound: str) -> None:
    counts = [span.value for span in tagged(text).spans if isinstance(span.value, Quantity)]
    assert [(count.low, count.high, count.unit, count.bound) for count in counts] == [(low, high, unit, bound)]


def test_spans_are_ordered_numbered_and_cut_from_the_original() -> None:
    text = "８ H100s, tues nite, or 16 A100s at $1.20"
    spans = tagged(text).spans
    assert [span.id for span in spans] == list(range(1, len(spans) + 1))
    assert all(span.text == text[span.start : span.end] for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        "for the 70B model finetune, 8 H100s tonight",
        "Hi Sam,\n8 H100s tonight\n\nBest,\nKim",
        "the cluster is melting and I need 8 H100s tonight",
        "8 H100s tonight so the data loaders can keep up",
        "8 H100s tonight.\n\nThanks,\nLena",
        "논문 마감 때문에 급합니다ㅠㅠ 오늘 밤 H100 8장",
    ],
)
def test_courtesies_reasons_and_purposes_do_not_matter(text: str) -> None:
    assert [left.text for left in tagged(text).leftovers if left.matters] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("8 H100s in Brazil tonight", "Brazil"),
        ("8 shiny H100s tonight", "shiny"),
        ("8 H100s tonight unless Bob objects", "unless"),
    ],
)
def test_words_that_may_change_the_order_matter(text: str, word: str) -> None:
    assert word in [left.text for left in tagged(text).leftovers if left.matters]


@pytest.mark.parametrize(
    ("text", "role", "found"),
    [
        ("8 H100 in Frankfrut", Role.PLACE, "in Frankfrut"),
        ("8 H100 with infinband", Role.ATTRIBUTE, "with infinband"),
        ("offlaod 8 H100", Role.SIDE, "offlaod"),
        ("5k meridain tokens", Role.ASSET, "meridain tokens"),
    ],
)
def test_misspelt_vocabulary_is_understood(text: str, role: Role, found: str) -> None:
    assert words_of(text, role) == [found]


def test_product_names_are_never_repaired() -> None:
    products = [span.value for span in tagged("8 h1000 and 8 h10").spans if span.role is Role.ASSET]
    assert all(getattr(product, "names", None) == () for product in products)
