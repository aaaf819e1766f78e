"""`clear` and `estimate`: what a book comes to, and what one bid would come to in it."""

from __future__ import annotations

import argparse
from decimal import Decimal

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
        print_text(f"  {fill.bid} {_paying(fill.pay)}: {lots}")
    if outcome.rejected_in_the_money:
        print_text(f"  in the money but left out: {', '.join(outcome.rejected_in_the_money)}")


def estimate_in_book(arguments: argparse.Namespace, book: Book) -> int:
    """Prints what the bid would come to in the book."""
    bid, _ = bid_in(arguments.bid)
    result = estimated(bid, book)
    if arguments.json:
        print_json(result.model_dump(mode="json"))
    else:
        print_estimate(result)
    return DONE


def estimated(bid: Bid, book: Book) -> Estimate:
    """The estimate; Refused where the bid lacks what clearing needs."""
    try:
        return estimate(bid, book)
    except ValueError as error:
        raise Refused(f"the bid cannot be estimated yet: {error}", "complete the bid first") from None


def print_estimate(result: Estimate) -> None:
    """An estimate for people."""
    if result.fills:
        print_text(f"Would fill; {_paying(result.payment)}, as far as can be told now.")
    else:
        print_text("Would not fill.")
    for way in result.alternatives:
        cost = _paying(way.payment) if way.payment is not None else "nothing on sale"
        worth = f", worth at most ${way.worth:,.2f}" if way.worth is not None else ""
        print_text(f"  {way.path}: {'fills' if way.fills else 'does not fill'}, {cost}{worth}")
    for reason in result.why_not:
        print_text(f"  {reason.message}")
    basis = result.basis
    print_text(f"An estimate from {basis.book_bids} bids, cleared to within {basis.gap:.2%}; not a promise.")


def _paying(amount: Decimal | None) -> str:
    if amount is None:
        return "pays nothing"
    return f"pays ${amount:,.2f}" if amount >= 0 else f"receives ${-amount:,.2f}"
