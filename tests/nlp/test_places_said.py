"""Places that are ruled out one by one or named by what they are, and that it does not matter where."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "Not in the UK and not in the UAE: 24 H200, Friday, 4.50",
            "24 H200 not:me-central not:uk-south 27T00-28T00 @4.5",
        ),
        ("Not in India, not in Korea: 24 H200, Friday, 4.50", "24 H200 not:ap-korea not:in-west 27T00-28T00 @4.5"),
        ("Outside the UK and the UAE: 24 H200, Friday, 4.50", "24 H200 not:me-central not:uk-south 27T00-28T00 @4.5"),
        ("No UK and no UAE please. 24 H200, Friday, 4.50", "24 H200 not:me-central not:uk-south 27T00-28T00 @4.5"),
        (
            "Neither in the UK nor in the UAE: 24 H200, Friday, 4.50",
            "24 H200 not:me-central not:uk-south 27T00-28T00 @4.5",
        ),
        (
            "24 H200, Friday, 4.50, not in the UK and not in the UAE",
            "24 H200 not:me-central not:uk-south 27T00-28T00 @4.5",
        ),
        ("24 H200, Friday, 4.50, neither UK nor UAE", "24 H200 not:me-central not:uk-south 27T00-28T00 @4.5"),
        (
            "24 H200 Friday at 4.50, anywhere but not the UK and not the UAE",
            "24 H200 not:me-central not:uk-south 27T00-28T00 @4.5",
        ),
        (
            "24 H200 not in the UK and also not in the UAE, Friday, 4.50",
            "24 H200 not:me-central not:uk-south 27T00-28T00 @4.5",
        ),
        (
            "Anywhere except the UK and the UAE: 24 H200 on Friday for 4.50",
            "24 H200 not:me-central not:uk-south 27T00-28T00 @4.5",
        ),
        ("Not in the UK: 24 H200, Friday, 4.50", "24 H200 not:uk-south 27T00-28T00 @4.5"),
        ("24 H200 Friday, 4.50. Not UK, and no UAE either.", "24 H200 not:me-central not:uk-south 27T00-28T00 @4.5"),
        ("16 H100 Tuesday, 2.40. Not India, not the UAE.", "16 H100 not:in-west not:me-central 24T00-25T00 @2.4"),
        (
            "16 H100 Tuesday, 2.40. Not in India, not in Korea and not in the UAE.",
            "16 H100 not:ap-korea not:in-west not:me-central 24T00-25T00 @2.4",
        ),
        ("No India, no UAE, please: 16 H100 Tuesday, 2.40", "16 H100 not:in-west not:me-central 24T00-25T00 @2.4"),
        ("16 H100 Tuesday, 2.40, neither India nor the UAE", "16 H100 not:in-west not:me-central 24T00-25T00 @2.4"),
        (
            "16 H100 Tuesday, 2.40, but not in India nor in the UAE",
            "16 H100 not:in-west not:me-central 24T00-25T00 @2.4",
        ),
        (
            "16 H100 Tuesday, 2.40, must not be in India and must not be in the UAE",
            "16 H100 not:in-west not:me-central 24T00-25T00 @2.4",
        ),
        (
            "16 H100 Tuesday at 2.40 excluding India and excluding the UAE",
            "16 H100 not:in-west not:me-central 24T00-25T00 @2.4",
        ),
        (
            "16 H100 Tuesday at 2.40 outside India and outside the UAE",
            "16 H100 not:in-west not:me-central 24T00-25T00 @2.4",
        ),
        (
            "16 H100 not in India Tuesday at 2.40 and 8 H200 not in the UAE Tuesday at 4.50",
            "all(16 H100 not:in-west 24T00-25T00 @2.4 | 8 H200 not:me-central 24T00-25T00 @4.5)",
        ),
    ],
)
def test_places_ruled_out_one_by_one_are_of_one_lot(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("need 8 card H100 for 3 day, begin on 24 november, city is Tokyo", "8 H100 ap-northeast 24T00-27T00"),
        ("need 8 H100 tuesday, city: Tokyo", "8 H100 ap-northeast 24T00-25T00"),
        ("need 8 H100 tuesday, place is Frankfurt, price is 2.50", "8 H100 eu-central 24T00-25T00 @2.5"),
        ("8 H100 tuesday, country is Japan", "8 H100 ap-northeast 24T00-25T00"),
        ("8 H100 tuesday, the location must be Frankfurt", "8 H100 eu-central 24T00-25T00"),
        ("8 H100 tuesday, region is to be Frankfurt", "8 H100 eu-central 24T00-25T00"),
        ("8 H100 tuesday, the city of Tokyo", "8 H100 ap-northeast 24T00-25T00"),
        ("8 H100 tuesday, in the city of Tokyo", "8 H100 ap-northeast 24T00-25T00"),
        ("8 H100 tuesday, datacenter is in Frankfurt", "8 H100 eu-central 24T00-25T00"),
        ("8 H100 tuesday, data center city Tokyo", "8 H100 ap-northeast 24T00-25T00"),
        ("8 H100 tuesday, zone Frankfurt", "8 H100 eu-central 24T00-25T00"),
        ("8 H100 tuesday, country Japan, max 2.5", "8 H100 ap-northeast 24T00-25T00 @2.5"),
        ("8 H100 tuesday, state of Virginia", "8 H100 us-east 24T00-25T00"),
        ("8 H100 tuesday, city does not matter", "8 H100 24T00-25T00"),
        ("8 H100 tuesday, the city must not be Tokyo", "8 H100 not:ap-northeast 24T00-25T00"),
        ("8 H100 tuesday, city: London", "8 H100 uk-south 24T00-25T00"),
        ("8 H100 tuesday. The country should be Germany.", "8 H100 eu-central 24T00-25T00"),
        ("8 H100 tuesday, datacenter location: Seoul", "8 H100 ap-korea 24T00-25T00"),
        ("8 H100 tuesday, region to be Virginia, 2.50", "8 H100 us-east 24T00-25T00 @2.5"),
        ("8 H100 in the state of Oregon tuesday", "8 H100 us-west 24T00-25T00"),
        ("8 H100 and 8 A100 Tuesday, all in one place", "all(8 H100 24T00-25T00 | 8 A100 24T00-25T00) same"),
        (
            "8 H100 and 8 A100 Tuesday, everything under one roof please",
            "all(8 H100 24T00-25T00 | 8 A100 24T00-25T00) same",
        ),
        ("8 H100 and 8 A100 all in one building on Tuesday", "all(8 H100 24T00-25T00 | 8 A100 24T00-25T00) same"),
        ("8 H100 Tuesday all in one go, 2.50", "8 H100 24T00-25T00 @2.5"),
        ("8 H100 Tuesday, all in $400", "8 H100 24T00-25T00 $400"),
        ("8 H100 outside the city of London tuesday", "8 H100 not:uk-south 24T00-25T00"),
    ],
)
def test_a_place_named_by_what_it_is(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("need h200s x 8 thurs arvo, aussie team so dont mind where, 4.50 max", "8 H200 26T12-26T18 @4.5"),
        ("8 H100s Tuesday at $2.50, we're an Aussie crew so anywhere is fine", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, kiwi startup so any region works", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, dont care where they are", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, not fussed where", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, location isn't important", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, small team, so we don't mind which region", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, it's batch work so latency is no issue", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, where it runs makes no difference to us", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, not bothered about location", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, don't mind which data center", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, latency isn't a concern", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, we're a remote team so don't care where", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, the location makes no difference", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, not picky about where", "8 H100 24T00-25T00 @2.5"),
    ],
)
def test_no_matter_where_leaves_the_place_open(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Not in the UK and not in Wakanda: 24 H200, Friday, 4.50", "unsupported"),
    ],
)
def test_places_ruled_out_one_by_one_are_of_one_lot_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("8 H100s Tuesday at $2.50, Aussie servers only", "unsupported"),
        ("8 H100s Tuesday at $2.50, location is important", "unsupported"),
        ("8 H100s Tuesday at $2.50, don't care where as long as it is near Oslo", "unsupported"),
    ],
)
def test_no_matter_where_leaves_the_place_open_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))
