"""Uptime that is insisted on, consent to interruptions, and one site, in many words; and consent with conditions."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    "words",
    [
        "three nines or it's no use to us",
        "three nines or don't bother",
        "nothing under three nines",
        "not worse than three nines",
        "three nines, no less",
        "min uptime 99.9%",
        "min. 99.9% uptime",
        "99.9%+ uptime",
        "thre nines",
        "anything below three nines is useless",
        "availability must not drop below 99.9%",
        "minimum three nines",
    ],
)
def test_an_uptime_is_read_however_it_is_said(words: str) -> None:
    assert read_shape(f"8 H100s Tuesday night, {words}") == "8 H100 0.999 24T20-25T06"


@pytest.mark.parametrize(
    "words",
    [
        "can be interrupted at any time",
        "okay if it gets interrupted",
        "it's fine if they get pulled",
        "we checkpoint so interruptions don't hurt",
        "preemption tolerated",
        "job restarts cleanly so you may preempt us",
        "being kicked off is no problem",
        "preempt us whenever",
        "we're okay with getting preempted",
        "you can bump us if need be",
        "interruption-tolerant workload",
        "feel free to preempt",
        "the cards may be taken back whenever",
        "ok to get bumped",
        "bumping us is fine",
        "if they get reclaimed that's okay",
        "we can absorb interruptions",
        "interuptions ok",
    ],
)
def test_consent_to_interruptions_is_read_however_it_is_said(words: str) -> None:
    assert read_shape(f"8 H100s Tuesday night, {words}") == "8 H100 spot 24T20-25T06"


@pytest.mark.parametrize(
    "words",
    [
        "fine if it gets interrupted after midnight",
        "ok if you pull them at 6pm",
        "interruptible only after 2am",
        "3 hours of interruption at most",
        "30 minutes of downtime is ok",
        "at most one interruption",
        "InfiniBand if you have it",
        "spot if it saves money",
        "99.95% uptime",
    ],
)
def test_a_term_with_a_condition_is_asked_about(words: str) -> None:
    assert asked(draft(f"8 H100s Tuesday night, {words}")) != []


@pytest.mark.parametrize(
    "words",
    [
        "nothing interruptible",
        "no interruptions whatsoever",
        "do not interrupt us",
        "we can't be kicked off",
        "no kicking us off",
    ],
)
def test_no_interruptions_is_what_a_lot_is_without_a_word(words: str) -> None:
    assert read_shape(f"8 H100s Tuesday night, {words}") == "8 H100 24T20-25T06"


def test_neither_of_two_places_leaves_out_both() -> None:
    read = read_shape("8 H100s Tuesday night, neither India nor Dubai")
    assert read == "8 H100 not:in-west not:me-central 24T20-25T06"


def test_under_one_roof_is_one_region() -> None:
    read = read_shape("8 H100 and 8 H200 Tuesday night, under one roof")
    assert read == "all(8 H100 24T20-25T06 | 8 H200 24T20-25T06) same"
