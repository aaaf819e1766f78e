"""`clear` and `estimate`: what a book comes to, and what one bid would come to in it."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from pydantic import ValidationError

from app.cli.estimate_text import estimate_lines, paying
from app.cli.files import bid_in, book_in
from app.cli.output import DONE, Refused, print_json, print_text, say
from auction_client.clearing import Book, Estimate, Outcome, clear, estimate
from auction_client.model.bid import Bid


def clear_book(arguments: argparse.Namespace) -> int:
    """Clears the book of `--book` and prints the outcome."""
    if arguments.time_limit is not None and not arguments.time_limit > 0:
        raise Refused("the time limit is not above 0 seconds", "give seconds, for example --time-limit 10")
    book = book_in(arguments.book)
    say(f"Clearing {len(book.bids):,} bids on {len(book.products)} products over {book.slots} hours ...")
    outcome = clear(book, objective=arguments.objective, time_limit=arguments.time_limit)
    if arguments.json:
        print_json(outcome.model_dump(mode="json"))
    else:
        print_outcome(book, outcome)
    return DONE


def print_outcome(book: Book, outcome: Outcome) -> None:
    """An outcome for people."""
    print_text(
        f"{outcome.status}: surplus ${outcome.surplus}, at most ${outcome.bound} (gap {outcome.gap:.2%}), "
        f"{len(outcome.fills)} of {len(book.bids)} bids filled in {outcome.seconds:.2f} s"
    )
    for fill in outcome.fills:
        lots = ", ".join(f"{max(lot.quantities())} x {lot.product} for {max(1, len(lot.slots))} h" for lot in fill.lots)
        print_text(f"  {fill.bid} {paying(fill.pay)}: {lots}")
    if outcome.rejected_in_the_money:
        print_text(f"  in the money but left out: {', '.join(outcome.rejected_in_the_money)}")


def estimate_in_book(arguments: argparse.Namespace, book: Book, as_of: datetime | None = None) -> int:
    """Prints what the bid would come to in the book. as_of: when the book was taken, where that is known."""
    bid, _ = bid_in(arguments.bid)
    say(f"Estimating against {len(book.bids):,} bids on {len(book.products)} products over {book.slots} hours ...")
    result = estimated(bid, book, as_of)
    if arguments.json:
        print_json(result.model_dump(mode="json"))
    else:
        print_estimate(result, bid, book)
    return DONE


def estimated(bid: Bid, book: Book, as_of: datetime | None = None) -> Estimate:
    """The estimate; Refused where the bid lacks what clearing needs."""
    try:
        return estimate(bid, book, as_of=as_of)
    except ValidationError as error:
        why = "; ".join(dict.fromkeys(each["msg"].removeprefix("Value error, ") for each in error.errors()))
        raise Refused(f"the bid cannot be estimated yet: {why}", "complete the bid first") from None


def print_estimate(result: Estimate, bid: Bid, book: Book) -> None:
    """An estimate for people."""
    for line in estimate_lines(result, bid, book, datetime.now(UTC)):
        print_text(line)
