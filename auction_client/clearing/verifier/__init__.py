"""The rules of clearing, checked on an outcome. Shares no code with the engine: it reads the book's own words.

An outcome that passes is feasible, balanced to the last digit, priced alike for everybody, leaves nobody with a loss,
and is worth what it says, with a bound that its dual prices prove. A bound below what the prices prove is the word of a
search over selections (`proof.by`), which no list of prices can show.
"""

from __future__ import annotations

from collections.abc import Iterator

from auction_client.clearing.book import Book
from auction_client.clearing.outcome import Outcome
from auction_client.clearing.verifier.acceptance import Acceptance
from auction_client.clearing.verifier.bound import faults_of_bound
from auction_client.clearing.verifier.money import Ledger
from auction_client.clearing.verifier.rejections import faults_of_rejections
from auction_client.clearing.verifier.terms import Terms
from auction_client.clearing.verifier.unsold import Unsold


def verify(book: Book, outcome: Outcome) -> list[str]:
    """Every broken rule in words; empty where the outcome is sound."""
    terms = Terms(book)
    names = list(_faults_of_names(book, outcome))
    if names:
        return names  # the other checks would speak of the wrong bids
    bids = {bid.id: bid for bid in book.bids}
    acceptance = Acceptance(terms)
    shape = [fault for fill in outcome.fills for fault in acceptance.faults(bids[fill.bid], fill)]
    if shape:
        return shape
    ledger = Ledger(terms, outcome)
    surplus = ledger.surplus()
    faults = [*ledger.faults(), *_faults_of_figures(outcome)]
    if surplus != outcome.surplus:
        faults.append(f"the surplus is {float(surplus):.6f}, not {outcome.surplus}")
    faults += faults_of_bound(terms, outcome, surplus)
    if not faults and (outcome.prices or outcome.token_prices):
        faults += [*Unsold(terms, outcome).faults(), *faults_of_rejections(terms, outcome)]
    return faults


def _faults_of_names(book: Book, outcome: Outcome) -> Iterator[str]:
    known = {bid.id for bid in book.bids}
    seen: set[str] = set()
    for fill in outcome.fills:
        if fill.bid in seen:
            yield f"bid {fill.bid} is filled twice"
        elif fill.bid not in known:
            yield f"bid {fill.bid} is not in the book"
        seen.add(fill.bid)


def _faults_of_figures(outcome: Outcome) -> Iterator[str]:
    if outcome.bound < outcome.surplus:
        yield f"the bound {outcome.bound} is below the surplus {outcome.surplus}"
    gap = float((outcome.bound - outcome.surplus) / outcome.bound) if outcome.bound > 0 else 0.0
    if abs(gap - outcome.gap) > 1e-9:
        yield f"the gap is {gap}, not {outcome.gap}"
    if (outcome.status == "optimal") != (outcome.bound == outcome.surplus):
        yield f"the status is {outcome.status} with a bound of {outcome.bound}"
