"""Volumes in GPU-days and weeks, volumes of each day, and numbers that are no list marker."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("50 GPU-days of H100 in December, $2.20", "1200h H100 01T00-01T00 @2.2"),
        ("50 H100-days in December, $2.20", "1200h H100 01T00-01T00 @2.2"),
        ("2 GPU-months of H100 in December, $2.20", "1440h H100 01T00-01T00 @2.2"),
        ("10 node-days of H100 in December, $2.20", "1920h H100 01T00-01T00 @2.2"),
        ("8 H100s for 3 days from Tuesday, $2.20", "8 H100 24T00-27T00 @2.2"),
        ("8 H100s at $60 per GPU-day for 3 days from Tuesday", "8 H100 24T00-27T00 @2.5"),
        ("we're offering up to 64 H100s next week, min $1.90/GPU-hr", "sell 64 min1 H100 23T00-30T00 @1.9"),
        ("put 8 H100s up tomorrow at $2", "sell 8 H100 22T00-23T00 @2"),
    ],
)
def test_days_of_a_gpu_are_its_hours(text: str, shape: str) -> None:
    assert read_shape(text) == shape


@pytest.mark.parametrize(
    "text",
    [
        "200 H100-hours a day in December, $2.20",
        "200 H100 hours a day in December, $2.20",
        "1000 GPU-hours per week of H100 in December, $2.20",
        "5000 H100-hours spread evenly over December, $2.20",
        "1.024 H100s Monday at $2.50",
        "500 ATLAS and 200 of the other one",
    ],
)
def test_what_a_volume_cannot_say_is_asked_about(text: str) -> None:
    assert asked(draft(text)) != []
