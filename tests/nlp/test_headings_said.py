# ruff: noqa: E501
"""How an order is headed: forms, tickets, numbers, how many of the items, swaps, earlier orders."""

from __future__ import annotations

import pytest

from tests.nlp.reading import asked, draft, read_shape


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Sell ticket: 16 B300, Sat 06:00 to Sun 18:00, minimum 6.40", "sell 16 B300 28T06-29T18 @6.4"),
        ("Buy ticket: 16 B300, Sat 06:00 to Sun 18:00, max 6.40", "16 B300 28T06-29T18 @6.4"),
        ("BUY TICKET\n16 B300, Sat 06:00 to Sun 18:00, max 6.40", "16 B300 28T06-29T18 @6.4"),
        ("Sell sheet - 16 B300, Sat 06:00 to Sun 18:00, minimum 6.40", "sell 16 B300 28T06-29T18 @6.4"),
        ("Sell instruction: 16 B300, Sat 06:00 to Sun 18:00, minimum 6.40", "sell 16 B300 28T06-29T18 @6.4"),
        ("Sales notice: 16 B300, Sat 06:00 to Sun 18:00, minimum 6.40", "sell 16 B300 28T06-29T18 @6.4"),
        ("Trade ticket: buy 16 B300, Sat 06:00 to Sun 18:00, max 6.40", "16 B300 28T06-29T18 @6.4"),
        ("Order slip: 16 B300, Sat 06:00 to Sun 18:00, max 6.40", "16 B300 28T06-29T18 @6.4"),
        (
            "Vendor form\nSide: SELL\nProduct: B200\nUnits: 24\nDate: 14 Jan 2027\nHours: 06:00-22:00\nMinimum price: 4.95 USD per GPU-hour\nLocation: Dublin",
            "sell 24 B200 eu-west 14T06-14T22 @4.95",
        ),
        (
            "REQUEST FORM\nItem: H100 SXM\nCount: 64\nFrom: 2027-02-08 00:00\nTo: 2027-02-12 00:00\nLocation: Virginia\nUptime: 99.9%\nMax price: $2.85/GPU-hr",
            "64 H100 SXM 0.999 us-east 08T00-12T00 @2.85",
        ),
        ("Purchase Request Form\nItem: H100\nCount: 64\nDate: 8 Feb 2027", "64 H100 08T00-09T00"),
        ("Capacity request form no. 12\nItem: H100\nCount: 64\nDate: 8 Feb 2027", "64 H100 08T00-09T00"),
        ("ORDER SHEET\nItem: H100\nCount: 64\nDate: 8 Feb 2027", "64 H100 08T00-09T00"),
        ("Intake form\nItem: H100\nCount: 64\nDate: 8 Feb 2027", "64 H100 08T00-09T00"),
        ("Supplier offer sheet\nSide: sell\nItem: H100\nCount: 64\nDate: 8 Feb 2027", "sell 64 H100 08T00-09T00"),
        ("Booking card\nGPU: H100\nQty: 64\nDate: 8 Feb 2027", "64 H100 08T00-09T00"),
        ("GPU REQUISITION\nGPU: H100\nQty: 64\nDate: 8 Feb 2027", "64 H100 08T00-09T00"),
        ("Capacity sale form\nSide: sell\nGPU: A100\nQty: 16\nDate: 8 Feb 2027", "sell 16 A100 08T00-09T00"),
        ("Customer order form 2291\nGPU: A100\nQty: 16\nDate: 8 Feb 2027", "16 A100 08T00-09T00"),
        ("SELL NOTE\n16 A100, Sunday, min 1.10", "sell 16 A100 22T00-23T00 @1.1"),
        ("Buy slip no. 7: 16 A100, Sunday, max 1.10", "16 A100 22T00-23T00 @1.1"),
        ("Internal request sheet:\nGPU: A100\nQty: 16\nDate: 8 Feb 2027", "16 A100 08T00-09T00"),
    ],
)
def test_the_name_of_a_form_says_no_more_than_its_side(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "Good afternoon, procurement no. PR-2291: GH200 144GB, quantity 5, Friday 09:00-18:00, unit price limit USD 3.30/GPU-h.",
            "5 GH200 144 27T09-27T18 @3.3",
        ),
        ("Ref. no. 88213: H100, quantity 8, Friday 09:00-18:00, $2.50", "8 H100 27T09-27T18 @2.5"),
        ("Purchase requisition no. 4471-B: H100, qty 8, Friday 09:00-18:00", "8 H100 27T09-27T18"),
        ("Order number PO-99812, H100, quantity 8, Friday 09:00-18:00", "8 H100 27T09-27T18"),
        ("Hello, this is for tender no. 17/2026: 8 H100 Friday 09:00-18:00", "8 H100 27T09-27T18"),
        ("Case no. C-1203. 8 H100 Friday 09:00-18:00", "8 H100 27T09-27T18"),
        ("Contract no. 2291, H100: quantity 8, Friday 09:00-18:00", "8 H100 27T09-27T18"),
        ("Request no. RQ2291 - H100 - quantity 8 - Friday 09:00-18:00", "8 H100 27T09-27T18"),
        ("Hi, budget line 4410, H100, quantity 8, Friday 09:00-18:00", "8 H100 27T09-27T18"),
        ("8 H100 Friday 09:00-18:00, our file no. 2291/26, cost centre 4410", "8 H100 27T09-27T18"),
        ("Dear team, project code ML-77: 8 H100 Friday 09:00-18:00", "8 H100 27T09-27T18"),
        ("Tender number 2027-118: 16 A100 Sunday 1.10", "16 A100 22T00-23T00 @1.1"),
        ("For contract nr. 88121, 16 A100 Sunday 1.10", "16 A100 22T00-23T00 @1.1"),
        ("Framework agreement no. 2024/77. 16 A100 Sunday 1.10", "16 A100 22T00-23T00 @1.1"),
        ("Dossier no. 5531, A100, quantity 16, Sunday 1.10", "16 A100 22T00-23T00 @1.1"),
    ],
)
def test_a_number_of_the_paper_counts_no_goods(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "pick any 3, all for Friday: 8 H100, 8 H200, 8 MI300X, 8 MI325X",
            "3-3(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00 | 8 MI325X 27T00-28T00)",
        ),
        (
            "any 3, Friday: 8 H100, 8 H200, 8 MI300X, 8 MI325X",
            "3-3(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00 | 8 MI325X 27T00-28T00)",
        ),
        (
            "any two please, all Friday: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "choose 2, on Friday: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "pick two (all Friday): 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "pick one, all on Friday: 8 H100, 8 H200, 8 MI300X",
            "one(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "pick any 2 for Friday: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "Give me any 2, both for Friday: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "Friday, pick any 2: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "Exactly 2, everything on Friday: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "8 H100, 8 H200, 8 MI300X - any 2, all for Friday",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "pick two, both on Friday: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "any 2, all tomorrow: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 22T00-23T00 | 8 H200 22T00-23T00 | 8 MI300X 22T00-23T00)",
        ),
        (
            "Choose any three, all for Monday night: 8 H100, 8 H200, 8 MI300X, 8 L40S",
            "3-3(8 H100 23T20-24T06 | 8 H200 23T20-24T06 | 8 MI300X 23T20-24T06 | 8 L40S 23T20-24T06)",
        ),
        (
            "I need exactly two, everything Friday: 8 H100, 8 H200, 8 MI300X",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
        (
            "8 H100, 8 H200, 8 MI300X, pick any 2, all Friday",
            "2-2(8 H100 27T00-28T00 | 8 H200 27T00-28T00 | 8 MI300X 27T00-28T00)",
        ),
    ],
)
def test_how_many_of_the_items_are_wanted_stands_before_their_day(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "Exchange of capacity for Thursday, all day: we part with 40 L40S at no less than $0.80, and get 8 H200 at no more than $4.70.",
            "all(sell 40 L40S 26T00-27T00 @0.8 | 8 H200 26T00-27T00 @4.7)",
        ),
        (
            "Capacity swap, Thursday all day: sell 40 L40S at $0.80, buy 8 H200 at $4.70",
            "all(sell 40 L40S 26T00-27T00 @0.8 | 8 H200 26T00-27T00 @4.7)",
        ),
        (
            "Exchange for Thursday: we give 40 L40S at $0.80 and take 8 H200 at $4.70",
            "all(sell 40 L40S 26T00-27T00 @0.8 | 8 H200 26T00-27T00 @4.7)",
        ),
        (
            "A trade for Thursday: out go 40 L40S at $0.80, in come 8 H200 at $4.70",
            "all(sell 40 L40S 26T00-27T00 @0.8 | 8 H200 26T00-27T00 @4.7)",
        ),
        (
            "Swap request, Thursday: we hand over 40 L40S at $0.80 and receive 8 H200 at $4.70",
            "all(sell 40 L40S 26T00-27T00 @0.8 | 8 H200 26T00-27T00 @4.7)",
        ),
        (
            "Two-way deal Thursday: we sell 40 L40S at $0.80 and buy 8 H200 at $4.70",
            "all(sell 40 L40S 26T00-27T00 @0.8 | 8 H200 26T00-27T00 @4.7)",
        ),
        (
            "We'd like to exchange capacity on Thursday: sell 40 L40S at $0.80, buy 8 H200 at $4.70",
            "all(sell 40 L40S 26T00-27T00 @0.8 | 8 H200 26T00-27T00 @4.7)",
        ),
        (
            "Barter for Thursday: our 40 L40S at $0.80 for 8 H200 at $4.70",
            "all(sell 40 L40S 26T00-27T00 @0.8 | 8 H200 26T00-27T00 @4.7)",
        ),
        (
            "Swap of capacity, Sunday: we let go 16 A100 at $1 and take 8 H100 at $2.50",
            "all(sell 16 A100 22T00-23T00 @1 | 8 H100 22T00-23T00 @2.5)",
        ),
        (
            "Compute exchange on Sunday: sell 16 A100 at $1, buy 8 H100 at $2.50",
            "all(sell 16 A100 22T00-23T00 @1 | 8 H100 22T00-23T00 @2.5)",
        ),
        (
            "I want to swap capacity on Sunday: selling 16 A100 at $1, buying 8 H100 at $2.50",
            "all(sell 16 A100 22T00-23T00 @1 | 8 H100 22T00-23T00 @2.5)",
        ),
    ],
)
def test_a_swap_is_headed_as_one(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("node of H100s, 5 days starting Monday, $432 per node-day", "8 H100 23T00-28T00 @2.25"),
        ("rack of GB200 for Tuesday", "72 GB200 24T00-25T00"),
        ("server of H100s Tuesday, 2.20", "8 H100 24T00-25T00 @2.2"),
        ("need node of H200 Tuesday", "8 H200 24T00-25T00"),
        ("box of H100s, Tuesday", "8 H100 24T00-25T00"),
        ("full node of H100s Tuesday please", "8 H100 24T00-25T00"),
        ("single node of H100s Tuesday", "8 H100 24T00-25T00"),
        ("one entire rack of GB200 Tuesday", "72 GB200 24T00-25T00"),
        ("Looking for node of H100 in Tokyo, Tuesday", "8 H100 ap-northeast 24T00-25T00"),
        ("pair of H100 nodes Tuesday", "16 H100 24T00-25T00"),
        ("need box of H100 tuesday 2.20", "8 H100 24T00-25T00 @2.2"),
        ("rack of GB300, Tuesday", "72 GB300 24T00-25T00"),
        ("sell server of A100, Sunday, 1.10", "sell 8 A100 22T00-23T00 @1.1"),
        ("reserve node of B200 for friday night", "8 B200 27T20-28T06"),
    ],
)
def test_a_unit_without_a_number_is_one(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "8 L40S this Tuesday from noon until 10pm. 75 cents a GPU-hour is what the sponsor pays.",
            "8 L40S 24T12-24T22 @0.75",
        ),
        ("8 H100s Tuesday. $2.50 per GPU-hour is what we can pay.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. $2.50 per GPU-hour is all the grant allows.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. $2.50 an hour per GPU is as high as I can go.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. $2.50/GPU-hr is what finance has signed off on.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. $2.50 a GPU-hour is the most our sponsor covers.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. 2.50 is what we budgeted per GPU-hour.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. $2.50 per GPU-hour is where we draw the line.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. What we can pay is $2.50 per GPU-hour.", "8 H100 24T00-25T00 @2.5"),
        ("8 H100s Tuesday. $2.50 per GPU-hour is what my PI approved.", "8 H100 24T00-25T00 @2.5"),
        (
            "My boss says 30k is the absolute most for the lot, so: 40 H200 all of next week and 40 L40S all of next week",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "The CFO says $30k is the ceiling for everything: 40 H200 all of next week and 40 L40S all of next week",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "$30k is the most we can pay for all of it: 40 H200 all of next week and 40 L40S all of next week",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week. 30k is the absolute maximum for both together.",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week; my boss won't go over 30k for the lot",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week. We have 30k for the whole thing and not a dollar more.",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week. 30k is as far as the boss will go for everything.",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week, the lot for 30k at the very most",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week. Boss drew the line at 30k for the lot.",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week. Finance gave us 30k, tops, for the pair.",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week. We've 30k to spend on the whole lot.",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        (
            "40 H200 all of next week and 40 L40S all of next week, 30k being the outer limit for everything",
            "all(40 H200 23T00-30T00 | 40 L40S 23T00-30T00) $30000",
        ),
        ("8 H100s Tuesday. $2.40 per GPU-hour is what our department allows.", "8 H100 24T00-25T00 @2.4"),
        ("8 H100s Tuesday. $2.40/GPU-hr is all we can afford.", "8 H100 24T00-25T00 @2.4"),
        ("8 H100s Tuesday. 2.40 is as far as I can stretch.", "8 H100 24T00-25T00 @2.4"),
        (
            "8 H100s and 8 A100s Tuesday. $700 is the ceiling for the pair.",
            "all(8 H100 24T00-25T00 | 8 A100 24T00-25T00) $700",
        ),
        (
            "8 H100s and 8 A100s Tuesday. The dean says 700 is the limit for everything.",
            "all(8 H100 24T00-25T00 | 8 A100 24T00-25T00) $700",
        ),
    ],
)
def test_a_price_may_be_the_subject(text: str, reading: str) -> None:
    assert read_shape(text) == reading


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Same H100 booking as last month, Saturday night, thanks", "unsupported"),
        ("same H100 order as last week please, Saturday night", "unsupported"),
        ("The same as last time please: H100, Saturday night", "unsupported"),
        ("Same number of H100s as last time, Tuesday night", "unsupported"),
        ("As many H100s as we had last month, Tuesday night", "unsupported"),
        ("Repeat last month's H100 booking on Tuesday night", "unsupported"),
        ("Our usual H100s, Tuesday night", "unsupported"),
        ("H100s Tuesday night, same quantity as before", "unsupported"),
        ("Same H100 booking, Tuesday night", "missing_quantity"),
        ("Same order of A100s as last week, Sunday night", "unsupported"),
        ("the same number of A100 as before, Sunday night", "unsupported"),
        ("repeat our last A100 order on Sunday night", "unsupported"),
        ("A100s Sunday night, the same amount as always", "unsupported"),
    ],
)
def test_what_stood_in_an_earlier_order_is_asked_about_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nodes of H100s, Tuesday", "missing_quantity"),
        ("part of node of H100s, Tuesday", "missing_quantity"),
    ],
)
def test_a_unit_without_a_number_is_one_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("8 H100s Tuesday. $2.50 per GPU-hour is what the others charge.", "unsupported"),
        ("8 H100s Tuesday. $2.50 per GPU-hour is what we paid last time.", "unsupported"),
        ("8 H100s Tuesday. $2.40 per GPU-hour is what the competition charges.", "unsupported"),
    ],
)
def test_a_price_may_be_the_subject_is_not_taken_too_widely(text: str, code: str) -> None:
    assert code in asked(draft(text))
