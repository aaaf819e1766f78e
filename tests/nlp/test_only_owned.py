"""Products that are only mentioned are not bought; a mention that may be meant for the order is asked about."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

_ORDER = "8 H200s Monday at $4"
_READ = read_shape(_ORDER)


@pytest.mark.parametrize(
    "text",
    [
        f"We own 16 A100s and want {_ORDER}",
        f"We've got 4 A100s in house and are after {_ORDER}",
        f"Our lab runs 16 A100s; we want {_ORDER}",
        f"We used 16 A100s last week and want {_ORDER}",
        f"Last month we had 8 H100s. This time {_ORDER}",
        f"we currently rent 8 H100s and want {_ORDER}",
        f"our 8 H100s are fully booked so we need {_ORDER}",
        f"on top of our 8 H100s we need {_ORDER}",
        f"to complement our 16 A100s, {_ORDER}",
        f"instead of our old A100s we need {_ORDER}",
        f"migrating from V100 to {_ORDER}",
        f"{_ORDER} to replace our 8 A100s",
        f"{_ORDER}, our A100s can't handle it",
        f"{_ORDER} since our own 16 A100s are down",
        f"the A100 run was too slow, so {_ORDER}",
        f"our A100s are full. {_ORDER}",
        f"Our H100 cluster is down. {_ORDER}",
        f"the model OOMs on A100s. {_ORDER}",
        f"we outgrew our L40S cards. {_ORDER}",
        f"{_ORDER}. The A100 numbers were meh.",
        f"{_ORDER} for the H100 comparison",
        f"{_ORDER}, to compare with the A100 results",
        f"{_ORDER}; thanks for the A100s last week!",
        f"Thanks for the 16 A100s last week. {_ORDER}",
        f"The 16 A100s you got us were great! {_ORDER}",
        f"We just finished on 16 A100s and now want {_ORDER}",
    ],
)
def test_what_the_writer_has_had_or_compares_with_is_not_bought(text: str) -> None:
    assert read_shape(text) == _READ


@pytest.mark.parametrize(
    "text",
    [
        "We have 8 H100s Monday at $2.50",
        "We have 8 H100s already, need 8 more on Monday at $2.50",
        "We have 8 H100s but need 16 on Monday at $2.50",
        f"{_ORDER}. A100s would also do.",
        f"{_ORDER}, H100s are fine too",
        f"{_ORDER}; I hear A100s are cheaper these days",
        f"{_ORDER}. B200s are too expensive for us.",
        f"{_ORDER}. We looked at B200s but they are too expensive.",
        f"{_ORDER}. If you only have A100s that's fine.",
        "We were going to buy 16 A100s but decided on 8 H100s Monday at $3",
    ],
)
def test_a_product_that_nothing_joins_to_the_order_is_asked_about(text: str) -> None:
    assert asked(draft(text)) != []


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("8 H100s Monday at $3. The H100s must be in Oregon.", "8 H100 us-west 23T00-24T00 @3"),
        ("8 H100s Monday at $3 (or A100s if you have none)", "one(8 H100 23T00-24T00 @3 | 8 A100 23T00-24T00)"),
        ("can we have 8 H100s Monday at $2.50", "8 H100 23T00-24T00 @2.5"),
        ("we must have 8 H100s Monday at $2.50", "8 H100 23T00-24T00 @2.5"),
        ("we have a need for 8 H100s Monday at $2.50", "8 H100 23T00-24T00 @2.5"),
        ("8 H100s, some A100s too, Monday", None),
        ("I have 8 H100s, want to rent them out Monday at $2.50", "sell 8 H100 23T00-24T00 @2.5"),
    ],
)
def test_what_is_ordered_stays_ordered(text: str, shape: str | None) -> None:
    if shape is None:
        assert asked(draft(text)) != []
    else:
        assert read_shape(text) == shape
