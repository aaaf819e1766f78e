"""Hostile texts end in a draft, soon, and no value of a bid that asks nothing is without words or a rule."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Iterator

import pytest

from auction_client.model.bid import Group, Linked, Lot, walk
from nlp.draft import Draft
from nlp.tagger import MAX_TEXT
from tests.nlp.hostile import hostile_text
from tests.nlp.reading import asked, draft

SEEDS = range(20_261_126, 20_261_126 + 5_000)
PART = 250


def unfounded(read: Draft) -> list[str]:
    """Paths of a bid's values that no word of the text gave, neither there nor, by ellipsis, to another item."""
    if read.bid is None:
        return []
    tied = {tie.path for tie in read.spans if tie.path and tie.end > tie.start}
    values = list(_values(read.bid.root))
    said = [(name, value) for path, name, value in values if _is_tied(f"{path}.{name}", tied)]
    return [f"{path}.{name}" for path, name, value in values if (name, value) not in said]


def _values(root: Lot | Group | Linked) -> Iterator[tuple[str, str, object]]:
    for path, node in walk(root):
        found: dict[str, object] = {"budget": node.budget}
        if isinstance(node, Lot):
            found |= {name: getattr(node, name) for name in ("quantity", "gpu_hours", "limit", "delivery")}
            found |= {
                f"asset.{name}": getattr(node.asset, name, None) or None for name in ("gpu", "regions", "not_regions")
            }
        yield from ((path, name, value) for name, value in found.items() if value is not None)


def _is_tied(field: str, tied: set[str]) -> bool:
    return any(field.startswith(each) or each.startswith(field) for each in tied)


@pytest.mark.slow
@pytest.mark.parametrize("first", SEEDS[::PART])
def test_hostile_texts_break_nothing_and_invent_nothing(first: int) -> None:
    for seed in range(first, first + PART):
        text = hostile_text(seed)
        read = draft(text)
        assert asked(read) or unfounded(read) == [], (seed, text, read.spans)
        assert all(0 <= tie.start <= tie.end <= len(text) for tie in read.spans), seed


FLOODS = ("8 H100s tonight or ", "((8 H100", "화요일 밤 H100 8장 ", "$2 ", "8️⃣ ", "a" * 64 + " ")


@pytest.mark.slow
@pytest.mark.parametrize("part", FLOODS)
def test_a_text_of_the_greatest_length_is_read_in_bounded_time(part: str) -> None:
    began = time.perf_counter()
    draft((part * MAX_TEXT)[:MAX_TEXT])
    assert time.perf_counter() - began < 15


@pytest.mark.slow
def test_a_text_of_the_greatest_length_is_read_in_bounded_memory() -> None:
    tracemalloc.start()
    draft(("8 H100s tonight or " * MAX_TEXT)[:MAX_TEXT])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 64 * 2**20


def test_brackets_without_end_are_asked_about() -> None:
    assert "unsupported" in asked(draft("((8 H100" * 500))


def test_a_longer_text_is_refused_with_its_limit() -> None:
    read = draft("8 H100s Tuesday night " + "x" * MAX_TEXT)
    assert read.bid is None
    assert asked(read) == ["unsupported"]
    assert str(MAX_TEXT) in read.questions[0].message
