"""The list of bids left out although the prices suit them, recomputed."""

from __future__ import annotations

from collections.abc import Iterator

from auction_client.clearing.outcome import Outcome
from auction_client.clearing.verifier.answers import BestAnswers
from auction_client.clearing.verifier.reach import Reach
from auction_client.clearing.verifier.sheet import Sheet
from auction_client.clearing.verifier.terms import Terms
from auction_client.model.bid import Lot, Node, children_of


def faults_of_rejections(terms: Terms, outcome: Outcome) -> Iterator[str]:
    """Bids listed that gain nothing at the prices, and bids that gain and are not listed (see `_is_exact`)."""
    listed = set(outcome.rejected_in_the_money)
    filled = {fill.bid for fill in outcome.fills}
    known = {bid.id for bid in terms.book.bids}
    for name in sorted(listed):
        if name not in known or name in filled:
            yield f"{name} is listed as left out, but is not a rejected bid of the book"
    answers = BestAnswers(terms, Sheet(terms, outcome.prices, outcome.token_prices))
    reach = Reach(terms)
    for number, bid in enumerate(terms.book.bids):
        if bid.id in filled:
            continue
        gains = answers.gain(bid.root, reach.of(number)) > 0
        if gains != (bid.id in listed) and (not gains or _is_exact(bid.root)):
            yield f"{bid.id} is {'not ' if gains else ''}listed as left out although the prices say otherwise"


def _is_exact(node: Node, path: str = "root") -> bool:
    """Whether the best answer is no mere bound: no budgets, regions to keep to, or smallest quantities by the hour."""
    if node.budget is not None or getattr(node, "same_region", False):
        return False
    if isinstance(node, Lot):
        return node.gpu_hours is None or (node.min_quantity or 1) == 1
    return all(_is_exact(child, at) for at, child in children_of(node, path))
