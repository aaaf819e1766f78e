"""The bound, proved again from the outcome's own dual prices.

Whatever the prices, a selection is worth at most what all bids together could gain at them: what is bought is sold, so
payments cancel (weak duality). The sum of every bid's best answer at the prices is therefore a bound, recomputed here
in whole numbers from the book alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from auction_client.clearing.outcome import Outcome, Proof
from auction_client.clearing.verifier.answers import BestAnswers
from auction_client.clearing.verifier.reach import Reach
from auction_client.clearing.verifier.sheet import Sheet
from auction_client.clearing.verifier.terms import Terms


def faults_of_bound(terms: Terms, outcome: Outcome, surplus: Fraction) -> Iterator[str]:
    """What is wrong with the bound that an outcome claims. surplus: as recomputed from its fills."""
    proof = outcome.proof
    if proof is None:
        yield "the bound comes without a proof"
        return
    wrong = list(_faults_of_prices(terms, proof))
    yield from wrong
    if wrong:
        return
    proven = proven_by(terms, proof)
    if Fraction(proof.bound) < proven:
        yield f"the dual prices prove a bound of {float(proven):.6f}, not {proof.bound}"
    if surplus > proven:
        yield f"the surplus of {float(surplus):.6f} is more than the {float(proven):.6f} that the dual prices allow"
    if proof.by == "prices" and outcome.bound != proof.bound:
        yield f"the bound is {outcome.bound}, but what proves it proves {proof.bound}"
    if outcome.bound > proof.bound:
        yield f"the bound {outcome.bound} is above the {proof.bound} that its dual prices prove"


def proven_by(terms: Terms, proof: Proof) -> Fraction:
    """The bound in USD that these dual prices prove, exactly."""
    sheet = Sheet(terms, proof.prices, proof.token_prices)
    reach = Reach(terms)
    reach.cut()
    answers = BestAnswers(terms, sheet)
    gains = (max(0, answers.gain(bid.root, reach.of(number))) for number, bid in enumerate(terms.book.bids))
    return Fraction(sum(gains), 1_000_000 * sheet.per_hour)


def _faults_of_prices(terms: Terms, proof: Proof) -> Iterator[str]:
    if set(proof.prices) != set(terms.products) or set(proof.token_prices) != set(terms.book.tokens):
        yield "the dual prices do not name the book's products and tokens"
    for name, column in proof.prices.items():
        if len(column) != terms.book.slots:
            yield f"{name} has {len(column)} dual prices for {terms.book.slots} slots"
