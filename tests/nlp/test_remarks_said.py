"""Remarks and turns of phrase that leave an order what it is, and what looks like them and is asked about."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.nlp.reading import asked, draft, read_shape

_SAID = tomllib.loads((Path(__file__).parents[1] / "data" / "remarks_en.toml").read_text("utf-8"))


@pytest.mark.parametrize(("plain", "said"), [(each["plain"], each["said"]) for each in _SAID["same"]])
def test_it_is_read_like_the_plain_request(plain: str, said: list[str]) -> None:
    meant = read_shape(plain)
    assert {text: read_shape(text) for text in said} == dict.fromkeys(said, meant)


@pytest.mark.parametrize("text", _SAID["asked"])
def test_what_may_change_the_order_is_asked_about(text: str) -> None:
    assert asked(draft(text))


def test_every_weekend_of_a_month_is_a_lot_of_its_own() -> None:
    plain = read_shape("24 L40S every weekend in January, $600 per weekend")
    assert plain.count("$600") == 5
    for text in (
        "Every weekend in January: 24 L40S for our weekend render shift, $600 per weekend",
        "24 L40S every January weekend, $600 per weekend",
    ):
        assert read_shape(text) == plain
