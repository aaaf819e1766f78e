"""Whole requests in many voices, read by rules alone: mostly exact, and never silently wrong."""

from __future__ import annotations

from collections import Counter

import pytest

from auction_client.model.catalogue import load_catalogue
from nlp.reader import Reader
from tests.nlp.judge import cases_in, judge


@pytest.mark.parametrize(
    ("file", "least_exact", "most_silent"),
    [
        ("requests.jsonl", 0.97, 0.0),
        ("requests_more.jsonl", 0.97, 0.0),
        ("fresh.jsonl", 0.92, 0.0),
        ("held_out.jsonl", 0.97, 0.0),
        ("voices.jsonl", 0.97, 0.0),
        ("more_voices.jsonl", 0.95, 0.0),
        ("third_voices.jsonl", 0.97, 0.0),
        ("fourth_voices_en.jsonl", 0.97, 0.0),
        ("fourth_voices_ko.jsonl", 0.97, 0.0),
        ("fifth_voices.jsonl", 0.97, 0.0),
        ("sixth_voices_ko.jsonl", 0.98, 0.0),
        ("seventh_voices_ko.jsonl", 0.96, 0.0),
        ("eighth_voices_ko.jsonl", 0.96, 0.0),
        ("ninth_voices_ko.jsonl", 0.98, 0.0),
        ("sixth_voices.jsonl", 0.97, 0.0),
        ("sixth_voices_en.jsonl", 0.97, 0.0),
        ("seventh_voices_en.jsonl", 0.98, 0.0),
        ("eighth_voices_en.jsonl", 0.99, 0.0),
        ("ninth_voices_en.jsonl", 0.98, 0.0),
        ("tenth_voices_en.jsonl", 0.98, 0.0),
        ("tenth_voices_ko.jsonl", 0.98, 0.0),
        ("eleventh_voices_en.jsonl", 0.99, 0.0),
        ("eleventh_voices_ko.jsonl", 0.98, 0.0),
        ("twelfth_voices_en.jsonl", 0.92, 0.0),
        ("twelfth_voices_ko.jsonl", 0.96, 0.0),
        ("thirteenth_voices_en.jsonl", 0.97, 0.0),
        ("thirteenth_voices_ko.jsonl", 0.98, 0.0),
        ("fourteenth_voices_en.jsonl", 0.84, 0.0),
        ("fourteenth_voices_ko.jsonl", 0.75, 0.007),
        ("fifteenth_voices_en.jsonl", 0.88, 0.0),
        ("fifteenth_voices_ko.jsonl", 0.88, 0.0),
        ("sixteenth_voices_en.jsonl", 0.83, 0.0),
        ("sixteenth_voices_ko.jsonl", 0.85, 0.0),
        ("seventeenth_voices_en.jsonl", 0.95, 0.0),
        ("seventeenth_voices_ko.jsonl", 0.99, 0.0),
        ("eighteenth_voices_en.jsonl", 0.95, 0.0),
        ("eighteenth_voices_ko.jsonl", 0.95, 0.0),
    ],
)
def test_requests_are_read_as_meant_or_asked_about(file: str, least_exact: float, most_silent: float) -> None:
    reader = Reader(load_catalogue(), None)
    verdicts = {
        case.id: judge(case, reader.read(case.text, now=case.now, zone=case.zone, language=case.language))
        for case in cases_in(file)
    }
    count = Counter(verdicts.values())
    assert count["silent_misread"] <= most_silent * len(verdicts), [i for i, v in verdicts.items() if v[:6] == "silent"]
    assert count["exact"] >= least_exact * len(verdicts), count
