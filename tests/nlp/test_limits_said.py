"""Limits, floors and totals in the words of chats, e-mails, forms and the trade; and what only looks like one."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape

LIMITS = """
$3.20 per GPU per hour is where we stop
we walk away above $3.20 per GPU-hour
above $3.20 per GPU-hour we walk
if it's over $3.20 per GPU-hour we pass
we walk at anything over $3.20/GPU/hr
anything north of $3.20 per GPU-hour is too much
bids above $3.20 per GPU-hour are out of the question
over $3.20 per GPU-hour is a no from us
anything up to and including 3.20 a GPU-hour
mx 3.20 pr gpu hr
max. 3.20 / gpu / h
no moer than 3.20 per gpu-hour
celing 3.20
absolute top is $3.20 per GPU-hour
sub 3.20 per gpu hour
we'd go to $3.20 per GPU-hour but no further
3 dollars 20 per GPU-hour, no higher
only if it is at or below $3.20 per GPU-hour
as long as it stays below $3.20 per GPU-hour
exactly $3.20 per GPU-hour
$3.20 per GPU-hour, that's our max
$3.20 per GPU-hour is as far as we'll go
won't pay a cent over $3.20 per GPU-hour
refuse to pay above $3.20 per GPU-hour
prices above $3.20 per GPU-hour don't work for us
$3.20 p/h per gpu
hourly cap $3.20 per card
$3.20 per GPU-hour, full stop
$3.20 per GPU-hour is our cut-off
$3.20 per GPU-hour is the most we can justify
$3.20 per GPU-hour, final offer
$3.20 per GPU-hour (maximum)
once it goes past $3.20 per GPU-hour we're out
if they want more than $3.20 per GPU-hour we'll pass
max price/GPU-hr: $3.20
a GPU-hour may cost $3.20 at most
hard stop at $3.20 per GPU-hour
we draw the line at $3.20 per GPU-hour
we authorise a maximum of USD 3.20 per GPU-hour
$3.20 per GPU-hour tops, take it or leave it
"""
FLOORS = """
$0.70 per GPU-hour is the least we'd accept
we'd let them go at $0.70 per GPU-hour
walk away under $0.70 per GPU-hour
$0.70 per GPU-hour is our bottom line
bids under $0.70 per GPU-hour will be ignored
at 0.70 min
below $0.70 per GPU-hour no deal
we ask for $0.70 per GPU-hour at minimum
asking 70 cents per GPU-hour minimum
no lowballs, $0.70 per GPU-hour minimum
"""
TOTALS = """
one and a half grand in total
$1,500 for the lot
we've been given $1,500 for it
$1,500 is what's left in the grant
don't let the bill go over $1,500
the spend on this must not pass $1,500
the whole thing must come in under $1,500
"""


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("words", _lines(LIMITS))
def test_a_limit_is_read_however_it_is_said(words: str) -> None:
    assert read_shape(f"8 H100s Tuesday night, {words}") == "8 H100 24T20-25T06 @3.2"


@pytest.mark.parametrize("words", _lines(FLOORS))
def test_a_floor_is_read_however_it_is_said(words: str) -> None:
    assert read_shape(f"Selling 40 L40S Monday, {words}") == "sell 40 L40S 23T00-24T00 @0.7"


@pytest.mark.parametrize("words", _lines(TOTALS))
def test_a_total_is_read_however_it_is_said(words: str) -> None:
    assert read_shape(f"8 H100s Tuesday night, {words}") == "8 H100 24T20-25T06 $1500"


@pytest.mark.parametrize(
    "words",
    [
        "the same $4 per GPU-hour ceiling applies to both",
        "$4 per GPU-hour regardless of which",
        "$4 per GPU-hour for whichever",
        "$4 per GPU-hour max on either",
    ],
)
def test_one_limit_is_said_of_both_alternatives(words: str) -> None:
    read = read_shape(f"8 H100 on Monday or 8 H200 on Monday, {words}")
    assert read == "one(8 H100 23T00-24T00 @4 | 8 H200 23T00-24T00 @4)"


@pytest.mark.parametrize(
    "words",
    [
        "at most $250 for each night",
        "each night capped at $250",
        "$250 nightly",
        "$250 per booking",
        "at most $250 for each booking",
    ],
)
def test_a_total_of_each_booking_is_on_each_lot(words: str) -> None:
    read = read_shape(f"8 H100 Monday night and Tuesday night, {words}")
    assert read == "all(8 H100 23T20-24T06 $250 | 8 H100 24T20-25T06 $250)"


def test_a_total_for_the_two_nights_is_no_further_night() -> None:
    read = read_shape("8 H100 Monday night and Tuesday night, $500 for the two nights")
    assert read == "all(8 H100 23T20-24T06 | 8 H100 24T20-25T06) $500"


@pytest.mark.parametrize(
    "words",
    [
        "$3.20 per GPU-hour is where we stop if the run slips",
        "above $3.20 per GPU-hour call me",
        "above $3.20 per GPU-hour take only 4",
        "at least $3 per GPU-hour",
        "$3 per GPU-hour if the run goes past midnight",
        "$3.20 per GPU-hour per team",
        "at most $500 for each team",
        "up to $3.20, $2.80 preferred",
        "$3.20 per GPU-hour less 10%",
        "we stop at 6pm",
        "spot but max 2 interruptions",
    ],
)
def test_what_only_looks_like_a_limit_is_asked_about(words: str) -> None:
    assert asked(draft(f"8 H100s Tuesday night, {words}")) != []


@pytest.mark.parametrize("words", ["for the v2.1 release", "for the 2.1 release"])
def test_the_number_of_a_version_is_no_price(words: str) -> None:
    assert read_shape(f"8 H100 Tuesday night {words}") == "8 H100 24T20-25T06"


def test_a_number_that_begins_a_sentence_is_no_price() -> None:
    assert read_shape("8 H100 Tuesday night. 3 reviewers are waiting.") == "8 H100 24T20-25T06"


def test_a_count_each_night_is_no_price() -> None:
    read = draft("16 H100s Monday night and Tuesday night, 16 each night")
    assert asked(read) != [] or "$16" not in read.readback
