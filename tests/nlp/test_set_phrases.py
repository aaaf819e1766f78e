# ruff: noqa: E501
"""Set phrases, short forms of chat and what is told of goods that stand idle carry no wish."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Between you and me the other supplier is a mess. 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("Between us, the last vendor was awful. 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("Just between ourselves, our own cluster is a joke. 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("Off the record, our CEO is nervous. 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("To be perfectly honest our planning was bad. 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        (
            "Long time listener first time caller. 7 H200s please, Friday 11pm until Saturday 11am. Cap 4.75 per GPU hour. Thank youuu",
            "7 H200 27T23-28T11 @4.75",
        ),
        ("First time poster, long time lurker! 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("First-time buyer here. 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("Newbie here, be gentle: 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("Long-time customer, second order this month. 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. grant money, use it or lose it", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. Use-it-or-lose-it budget, you know how it goes.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, do or die for us", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. It's now or never.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. Sink or swim, haha.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. Publish or perish!", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. Make or break for the team.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. Believe it or not, it's our first order.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. Like it or not, that's the price.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, by hook or by crook", "8 H100 24T00-25T00 @2.5"),
        ("Long-time reader, first-time bidder. 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50 (use it or lose it money)", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. Year-end budget: use it or lose it.", "8 H100 24T00-25T00 @2.5"),
        ("Regular customer here, 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("Between us: our old vendor went bust. 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50, rain or shine", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. Go big or go home, as they say.", "8 H100 24T00-25T00 @2.5"),
    ],
)
def test_a_set_phrase_carries_no_wish(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "16 H100 for 3 weeks starting Tuesday. $2.10 per GPU-hr. It replaces our cluster while the cooling is being fixed.",
            "16 H100 24T00-15T00 @2.1",
        ),
        (
            "8 H100s Tuesday at $2.50. They replace our own nodes while the room is being rewired.",
            "8 H100 24T00-25T00 @2.5",
        ),
        (
            "8 H100s Tuesday at $2.50. This stands in for our on-prem cluster during the move.",
            "8 H100 24T00-25T00 @2.5",
        ),
        (
            "8 H100s Tuesday at $2.50. It fills the gap while our machines are at the repair shop.",
            "8 H100 24T00-25T00 @2.5",
        ),
        ("8 H100s Tuesday at $2.50 - it covers for our broken rack until the part arrives", "8 H100 24T00-25T00 @2.5"),
        (
            "8 H100s Tuesday at $2.50. That bridges us over until our own hardware is delivered.",
            "8 H100 24T00-25T00 @2.5",
        ),
        ("8 H100s Tuesday at $2.50, to replace a dead server", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday at $2.50. They're a stopgap while our racks are being recabled.", "8 H100 24T00-25T00 @2.5"),
        (
            "8 H100s Tuesday at $2.50. This takes the place of the cluster we lost in the flood.",
            "8 H100 24T00-25T00 @2.5",
        ),
        (
            "8 H100s Tuesday at $2.50. It keeps us going while our data center is being refitted.",
            "8 H100 24T00-25T00 @2.5",
        ),
        (
            "8 H100s Tuesday at $2.50. They fill in for the workstations that burned last week.",
            "8 H100 24T00-25T00 @2.5",
        ),
        (
            "8 H100s Tuesday at $2.50. This covers for our lab machines while the floor is being redone.",
            "8 H100 24T00-25T00 @2.5",
        ),
        (
            "8 H100s Tuesday at $2.50; it stands in for our cluster until the new chiller is fitted",
            "8 H100 24T00-25T00 @2.5",
        ),
    ],
)
def test_what_the_goods_stand_in_for_needs_no_field(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "We have 24 H200 in Dubai doing nothing next weekend, please list them at 3.90 per GPU-hour minimum.",
            "sell 24 H200 me-central 28T00-30T00 @3.9",
        ),
        (
            "We've got 24 H200 in Dubai sitting there next weekend, sell them at 3.90",
            "sell 24 H200 me-central 28T00-30T00 @3.9",
        ),
        (
            "24 H200 in Dubai will be twiddling their thumbs next weekend; list them at 3.90",
            "sell 24 H200 me-central 28T00-30T00 @3.9",
        ),
        ("We have 24 H200 gathering dust next weekend, please sell at 3.90 or more", "sell 24 H200 28T00-30T00 @3.9"),
        ("Our 24 H200 have nothing to do next weekend. Please sell them at 3.90.", "sell 24 H200 28T00-30T00 @3.9"),
        ("24 H200 going spare next weekend, list at 3.90", "sell 24 H200 28T00-30T00 @3.9"),
        ("24 H200 of ours are unused next weekend, offer them at 3.90", "sell 24 H200 28T00-30T00 @3.9"),
        ("We have 24 H200 with no work next weekend, list them at 3.90", "sell 24 H200 28T00-30T00 @3.9"),
        (
            "24 H200 without anything to do next weekend. Please list them at 3.90 each per hour.",
            "sell 24 H200 28T00-30T00 @3.9",
        ),
        ("We have 24 H200 kicking about next weekend. Offer them at 3.90.", "sell 24 H200 28T00-30T00 @3.9"),
        ("We have 24 H200 that nobody uses next weekend. Sell at 3.90.", "sell 24 H200 28T00-30T00 @3.9"),
        (
            "Our 16 A100 are standing around doing nothing on Sunday, sell them for 1.10",
            "sell 16 A100 22T00-23T00 @1.1",
        ),
        ("16 A100 with nothing to do on Sunday: list at 1.10", "sell 16 A100 22T00-23T00 @1.1"),
        ("We've 16 A100 gathering dust until Friday, offer them at 1.10", "sell 16 A100 21T10-28T00 @1.1"),
    ],
)
def test_goods_that_stand_idle_are_for_sale_where_a_sale_is_asked(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("yo 4 l40s rn for 3 hrs", "4 L40S 21T10-21T13"),
        ("need 4 l40s rn, 3 hrs", "4 L40S 21T10-21T13"),
        ("4 l40s for 3 hrs rn pls", "4 L40S 21T10-21T13"),
        ("4 l40s straight away for 3 hours", "4 L40S 21T10-21T13"),
        ("4 l40s right this minute for 3 hours", "4 L40S 21T10-21T13"),
        ("4 l40s right this second, 3h", "4 L40S 21T10-21T13"),
        ("4 l40s starting rn for 3h", "4 L40S 21T10-21T13"),
        ("4 l40s stat, 3 hours", "4 L40S 21T10-21T13"),
        ("4 l40s as of now for 3 hours", "4 L40S 21T10-21T13"),
        ("4 l40s this instant for 3 hours", "4 L40S 21T10-21T13"),
        ("4 l40s pronto for 3 hours", "4 L40S 21T10-21T13"),
        ("our queue is nuts rn, 4 l40s tomorrow 9am-5pm", "4 L40S 22T09-22T17"),
        ("rn we have nothing. 4 l40s tomorrow 9am-5pm", "4 L40S 22T09-22T17"),
        ("pls arange 8 h200s wensday aftrnoon, 4.5 per gpu hr, evals r late", "8 H200 25T12-25T18 @4.5"),
        ("8 h100s tuesday 2.5, builds r broken", "8 H100 24T00-25T00 @2.5"),
        ("8 h100s tuesday 2.5, we r behind schedule", "8 H100 24T00-25T00 @2.5"),
        ("8 h100s tuesday 2.5, models r slow", "8 H100 24T00-25T00 @2.5"),
        ("8 h100s tuesday 2.5, u r the best", "8 H100 24T00-25T00 @2.5"),
        ("8 h100s tuesday 2.5, results r due wed", "8 H100 24T00-25T00 @2.5"),
        ("8 h100s tuesday 2.5, evals are late", "8 H100 24T00-25T00 @2.5"),
        ("8 h100s tuesday 2.5, deadlines r close", "8 H100 24T00-25T00 @2.5"),
        ("r u able 2 get 8 h100s tuesday, max 2.5?", "8 H100 24T00-25T00 @2.5"),
        ("r we able 2 book 8 h100s tuesday? max 2.5", "8 H100 24T00-25T00 @2.5"),
        ("4 l40s 2hrs rn, 80 cents", "4 L40S 21T10-21T12 @0.8"),
        ("im swamped rn. 4 l40s tomorrow 9am-5pm", "4 L40S 22T09-22T17"),
        ("4 l40s rn til 6pm", "4 L40S 21T10-21T18"),
        ("the queues r insane, 8 h100s tuesday 2.5", "8 H100 24T00-25T00 @2.5"),
    ],
)
def test_short_forms_of_chat_are_words(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("in 4 hours I need 2 L40S, for 5 hours, demo for the ministry", "2 L40S 21T14-21T19"),
        ("2 L40S Tuesday, 75 cents, workshop for high school teachers", "2 L40S 24T00-25T00 @0.75"),
        ("2 L40S Tuesday, 75 cents, presentation to the board", "2 L40S 24T00-25T00 @0.75"),
        ("2 L40S Tuesday, 75 cents, benchmark for a customer", "2 L40S 24T00-25T00 @0.75"),
        ("2 L40S Tuesday, 75 cents, tutorial at a conference", "2 L40S 24T00-25T00 @0.75"),
        ("2 L40S Tuesday, 75 cents. Pilot with a hospital.", "2 L40S 24T00-25T00 @0.75"),
        ("2 L40S Tuesday, 75 cents - final project of my students", "2 L40S 24T00-25T00 @0.75"),
        ("2 L40S Tuesday, 75 cents, course on deep learning", "2 L40S 24T00-25T00 @0.75"),
        ("2 L40S Tuesday, 75 cents, rendering of our trailer", "2 L40S 24T00-25T00 @0.75"),
        ("2 L40S Tuesday, 75 cents, hackathon at our school", "2 L40S 24T00-25T00 @0.75"),
        ("2 L40S Tuesday, 75 cents, evaluation of the new checkpoint", "2 L40S 24T00-25T00 @0.75"),
        (
            "I represent a cloud reseller in Sao Paulo; we want 64 H100 for 2 weeks from Monday, anywhere in North America, 2.20 USD per GPU-hour.",
            "64 H100 ca-central us-central us-east us-west 23T00-07T00 @2.2",
        ),
        ("I work for a hospital in Lyon. 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("We're a biotech in Boston and we want 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("We are a small studio based in Madrid; 8 H100s Tuesday at $2.50 please.", "8 H100 24T00-25T00 @2.5"),
        ("I run a translation agency in Nairobi. 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("I'm writing on behalf of a ministry in Jakarta: 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("Our company is headquartered in Tokyo. 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        (
            "I manage the compute of a university in Warsaw, and we need 8 H100s Tuesday at $2.50",
            "8 H100 24T00-25T00 @2.5",
        ),
        ("I look after GPUs at a bank in Zurich - 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("I'm a freelancer from Lisbon, 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("I act for a client in Dubai. Please book 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("I act for two hospitals in Ghent. 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("I buy for a research group in Lund, 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("I'm buying for a studio in Soho: 8 H100s Tuesday at $2.50", "8 H100 24T00-25T00 @2.5"),
        ("2 L40S Tuesday, 75 cents, live demo at our open day", "2 L40S 24T00-25T00 @0.75"),
        ("2 L40S Tuesday, 75 cents, test of a new pipeline", "2 L40S 24T00-25T00 @0.75"),
    ],
)
def test_a_purpose_and_who_asks_need_no_field(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("8 H100s between Tuesday and me knowing at $2.50", "unsupported"),
        ("8 H100s Tuesday at $2.50, first time slot only", "unsupported"),
    ],
)
def test_a_set_phrase_carries_no_wish_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("8 H100s Tuesday at $2.50. It replaces our previous order.", "unsupported"),
        ("8 H100s Tuesday at $2.50. This replaces the bid I sent this morning.", "unsupported"),
        ("8 H100s Tuesday at $2.50. It must replace broken cards within an hour.", "contradiction"),
        ("8 H100s Tuesday at $2.50 while the spot price is below 2.", "unsupported"),
        ("8 H100s Tuesday at $2.50. These replace our old bid.", "unsupported"),
        ("8 H100s Tuesday at $2.50. It supersedes my earlier request for 16.", "unsupported"),
    ],
)
def test_what_the_goods_stand_in_for_needs_no_field_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("can u get me 8 h100s tuesday 4 2.5, my nodes r dead", "unsupported"),
        ("8 h100s tuesday 2.5, late delivery ok", "unsupported"),
        ("gimme 4 l40s rn", "missing_time"),
    ],
)
def test_short_forms_of_chat_are_words_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2 L40S Tuesday, 75 cents, insurance for the lot", "unsupported"),
        ("2 L40S Tuesday, 75 cents, storage for the data", "unsupported"),
        ("2 L40S Tuesday, 75 cents, support for the drivers", "unsupported"),
        ("We only accept machines in Lyon. 8 H100s Tuesday at $2.50", "unsupported"),
        ("I want it near a hospital in Lyon. 8 H100s Tuesday at $2.50", "unsupported"),
        ("2 L40S Tuesday, 75 cents, test on the cheapest cards", "unsupported"),
    ],
)
def test_a_purpose_and_who_asks_need_no_field_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))
