"""Hardware that the writer's code has trouble with is not asked for; builds that pass are no requirement either."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, shape


def read(text: str) -> str | list[str]:
    """The tree, or what is asked."""
    found = draft(text)
    assert found.bid
    return asked(found) or shape(found.bid.root)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("The tensor-parallel code falls over across PCIe, hence: 8 H100s with NVLink, Monday, $230 total", "nvlink"),
        ("Training crashes on PCIe so we want 8 H100 SXM Monday, $230 total", "SXM"),
        ("8 H100s with InfiniBand Monday, $230 total. Our job dies over PCIe", "infiniband"),
        ("8 H100s, PCIe, Monday, $230 total", "PCIe"),
        ("8 H100s Monday on PCIe, $230 total", "PCIe"),
    ],
)
def test_what_code_falls_over_on_is_not_wanted(text: str, tree: str) -> None:
    assert read(text) == f"8 H100 {tree} 23T00-24T00 $230"


@pytest.mark.parametrize(
    "text",
    [
        "The code crawls over PCIe, hence: 8 H100s, Monday, $230 total",
        "8 H100s Monday, $230 total; our job is too slow over PCIe",
    ],
)
def test_what_stands_for_it_is_asked_when_it_is_not_said(text: str) -> None:
    assert read(text) == ["unsupported"]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The JAX port is finally green! 8 H100s Monday, $3 per GPU-hour", ""),
        ("our tests are all green, so 8 H100s Monday, $3 per GPU-hour", ""),
        ("8 H100s Monday, $3 per GPU-hour, the power is green", "renewable "),
        ("8 green H100s Monday, $3 per GPU-hour", "renewable "),
    ],
)
def test_a_build_that_passes_says_nothing_of_power(text: str, tag: str) -> None:
    found = draft(text)
    assert found.bid
    assert shape(found.bid.root) == f"8 H100 {tag}23T00-24T00 @3"


def test_indie_is_no_place() -> None:
    assert "in-west" not in shape(draft("indie game studio here, 8 H100s Monday, $3 per GPU-hour").bid.root)  # type: ignore[union-attr]
