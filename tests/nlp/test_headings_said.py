# ruff: noqa: E501
"""How an order is headed: forms, tickets, numbers of papers, swaps, earlier orders."""

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
