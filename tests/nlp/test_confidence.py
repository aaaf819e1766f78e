"""What a draft says of its own trustworthiness."""

from __future__ import annotations

import pytest

from nlp.confidence import CEILING, LEAST_SHOWN, confidence
from tests.bench.confidence import Shown, calibration_error, costs


def test_nothing_is_claimed_where_no_model_was_heard() -> None:
    assert confidence(None, 1.0) is None


@pytest.mark.parametrize(("agreed", "words"), [(1.0, 1.0), (0.0, 1.0), (0.5, 0.9)])
def test_a_draft_is_never_surer_than_the_best_were_measured(agreed: float, words: float) -> None:
    said = confidence(agreed, words)
    assert said is not None
    assert said <= CEILING


def test_another_structure_of_the_model_costs_little_and_doubtful_words_cost_all_they_are_worth() -> None:
    sure, disagreed, doubtful = confidence(1.0, 1.0), confidence(0.0, 1.0), confidence(1.0, 0.6)
    assert sure is not None
    assert disagreed is not None
    assert doubtful is not None
    assert disagreed > LEAST_SHOWN > doubtful
    assert doubtful == pytest.approx(0.6 * sure)


def test_the_calibration_error_is_the_distance_of_what_was_said_from_what_came_true() -> None:
    honest = [Shown(0.9, number < 9, ordinary=True) for number in range(10)]
    boastful = [Shown(0.99, number < 5, ordinary=True) for number in range(10)]
    assert calibration_error(honest) == pytest.approx(0.0)
    assert calibration_error(boastful) == pytest.approx(0.49)


def test_a_threshold_costs_right_drafts_and_catches_wrong_ones() -> None:
    shown = [Shown(0.75, True, ordinary=True), Shown(0.75, False, ordinary=False), Shown(0.99, True, ordinary=True)]
    line = next(each for each in costs(shown) if each.startswith("  0.80"))
    assert "2 more asked, 1 of them needlessly" in line
    assert "1 of 1 silent misreads caught" in line
