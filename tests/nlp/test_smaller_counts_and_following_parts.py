"""A smaller count that would do is a smallest fill; what fills first is named as that order."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("I'm after 40 4090s for a render on Sunday afternoon but could live with 25", "40 min25 RTX4090 22T12-22T18"),
        ("40 4090s Sunday afternoon, could make do with 25", "40 min25 RTX4090 22T12-22T18"),
        ("40 4090s Sunday afternoon, but we can get by with 25", "40 min25 RTX4090 22T12-22T18"),
        ("40 4090s Sunday afternoon. 25 would do at a pinch.", "40 min25 RTX4090 22T12-22T18"),
        ("40 4090s Sunday afternoon though I'd settle for 25", "40 min25 RTX4090 22T12-22T18"),
        ("40 4090s Sunday afternoon, I'd survive with 25", "40 min25 RTX4090 22T12-22T18"),
        ("40 4090s Sunday afternoon; 25 is the least we can work with", "40 min25 RTX4090 22T12-22T18"),
        ("40 4090s Sunday afternoon, happy with as few as 25", "40 min25 RTX4090 22T12-22T18"),
        ("40 4090s Sunday afternoon but 25 is enough to get going", "40 min25 RTX4090 22T12-22T18"),
        ("40 4090s Sunday afternoon, we could manage with 25 of them", "40 min25 RTX4090 22T12-22T18"),
        ("40 4090s Sunday afternoon, could live with only 25 if that's all there is", "40 min25 RTX4090 22T12-22T18"),
        ("40 4090s Sunday afternoon but could live with 25 A100s", "one(40 RTX4090 22T12-22T18 | 25 A100 22T12-22T18)"),
        ("16 H100 Tuesday, $2.50, 10 would do", "16 min10 H100 24T00-25T00 @2.5"),
        ("16 H100 Tuesday but I'd be happy with 10", "16 min10 H100 24T00-25T00"),
        ("16 H100 Tuesday at $2.50, could go down to 10", "16 min10 H100 24T00-25T00 @2.5"),
        ("16 H100 Tuesday; 10 of them would be enough to start with", "16 min10 H100 24T00-25T00"),
        ("Four nodes of H100 Tuesday, could get by with two nodes", "32 min16 H100 24T00-25T00"),
        ("16 H100 Tuesday or settle for 10 if need be", "16 min10 H100 24T00-25T00"),
        ("16 H100 Tuesday, would settle for 8 A100 on Wednesday", "one(16 H100 24T00-25T00 | 8 A100 25T00-26T00)"),
        ("16 H100 Tuesday or settle for 24 A100", "one(16 H100 24T00-25T00 | 24 A100 24T00-25T00)"),
    ],
)
def test_a_smaller_count_that_would_do_is_a_smallest_fill(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "48 H100 Tue 6pm to Wed 6am. Only if that order fills, also 8 L4 over the same hours.",
            "then(48 H100 24T18-25T06 | 8 L4 24T18-25T06)",
        ),
        (
            "48 H100 Tuesday. Only once that lot is filled, also 8 L4 that day.",
            "then(48 H100 24T00-25T00 | 8 L4 24T00-25T00)",
        ),
        (
            "48 H100 Tuesday. If (and only if) this order clears, add 8 L4 the same day.",
            "then(48 H100 24T00-25T00 | 8 L4 24T00-25T00)",
        ),
        (
            "48 H100 Tuesday. Only if that bid is successful, 8 L4 as well.",
            "then(48 H100 24T00-25T00 | 8 L4 24T00-25T00)",
        ),
        ("48 H100 Tuesday. Provided that order is matched, 8 L4 too.", "then(48 H100 24T00-25T00 | 8 L4 24T00-25T00)"),
        ("48 H100 Tuesday. Should that order fill, also 8 L4 Tuesday.", "then(48 H100 24T00-25T00 | 8 L4 24T00-25T00)"),
        ("48 H100 Tuesday. Only when the H100 order fills, also 8 L4.", "then(48 H100 24T00-25T00 | 8 L4 24T00-25T00)"),
        ("48 H100 Tuesday. And only if that part goes through: 8 L4.", "then(48 H100 24T00-25T00 | 8 L4 24T00-25T00)"),
        (
            "48 H100 Tuesday. Only if that trade happens, 8 L4 Tuesday too.",
            "then(48 H100 24T00-25T00 | 8 L4 24T00-25T00)",
        ),
        (
            "16 H100 Tuesday at $2.50. Only if that bid clears, 4 L4 the same day at $0.50.",
            "then(16 H100 24T00-25T00 @2.5 | 4 L4 24T00-25T00 @0.5)",
        ),
        (
            "16 H100 Tuesday. Once that request is matched, 4 L4 the same day too.",
            "then(16 H100 24T00-25T00 | 4 L4 24T00-25T00)",
        ),
        (
            "16 H100 Tuesday. And if this trade goes through, 4 L4 on Wednesday.",
            "then(16 H100 24T00-25T00 | 4 L4 25T00-26T00)",
        ),
    ],
)
def test_that_order_is_the_one_before(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("48 H100 Tuesday. Only if that customer order comes, also 8 L4.", "unsupported"),
        ("16 H100 Tuesday. If that request is refused, 4 L4 on Wednesday.", "unsupported"),
    ],
)
def test_that_order_is_the_one_before_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))


@pytest.mark.parametrize("smaller", ["could live with 3", "but we could make do with 8"])
def test_a_smaller_number_behind_a_length_may_be_one_of_its_days(smaller: str) -> None:
    assert "unsupported" in asked(draft(f"16 H100 for 5 days from Monday, {smaller}"))
