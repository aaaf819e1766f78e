"""Refuses what was not understood: every word must have been used, be idle, or be asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auction_client.model.bid import Group, Linked, Lot, children_of, walk
from nlp.assemble import AnyNode, Assembly
from nlp.leftover.structural_doubts import structural_doubts
from nlp.lexicon.refusals import PRICE_QUESTIONS, QUESTIONS_OF_USE
from nlp.linking.lots import Doubt
from nlp.linking.segments import is_main_count
from nlp.patterns import lazy
from nlp.structure import Structure
from nlp.tagged import CONTENT, Joiner, Price, Product, Refusal, Role, Span, Tagged

_PRICE_QUESTION = re.compile(PRICE_QUESTIONS)
_QUESTION = lazy(
    r"^(?![\s\S]*(?<![a-z])(?:need|want|buy|get|looking for|reserve|book|order)(?![a-z]))[\s\S]*"
    r"(?:^|(?<=[.!?\n] ))(?:how|why|who|what (?:happens|if)) [^.!?\n]+\?\s*$"
)
"""A question of how things are done that closes a text in which nothing is wanted."""
_QUESTION_OF_USE = lazy(QUESTIONS_OF_USE)
_WORDS_ONLY = frozenset({Role.JOINER, Role.REFERENCE, Role.SCOPE, Role.CORRECTION})
"""Roles whose words never hold a number that matters, unless something went wrong."""
_COUNTED_PRODUCT = re.compile(
    r"(?<![a-z0-9])[0-9]+ ?x? ?[a-z]{1,4}[0-9]|[0-9]+ ?(?:장|대|노드|nodes?)|[a-z][0-9]{2,3} ?[0-9]+ ?장"
)
"""A quote for a stated count and product is a wish, not only a question."""
_ARTICLE = re.compile(r"an?")
_PRODUCT_CODES = ("missing_asset", "unknown_asset", "ambiguous_asset")
_STANDS_FOR = {
    "limit": ("missing_limit",),
    "time": ("missing_time",),
    "quantity": ("missing_quantity",),
    "asset": ("missing_asset",),
    "all": ("missing_quantity", "missing_asset", "missing_time", "missing_limit"),
}


def is_order(tagged: Tagged, asked_for_gpus: bool) -> bool:
    """Whether the text asks for anything: a count or a product, or a side with a generic product word."""
    counts = any(
        is_main_count(span) and not _ARTICLE.fullmatch(span.text.strip().lower())
        for span in tagged.spans
        if span.role is Role.QUANTITY
    )
    quotes = [span for span in tagged.spans if isinstance(span.value, Refusal) and span.value.wish == "a quote"]
    if any(_COUNTED_PRODUCT.search(span.text.lower()) for span in quotes):
        return True
    if not counts and _PRICE_QUESTION.search(tagged.text.lower()):
        return False
    if counts or any(span.role is Role.ASSET for span in tagged.spans):
        return True
    wishes = any(
        isinstance(span.value, Refusal) and span.value.stands_for in ("all", "quantity") for span in tagged.spans
    )
    says_nothing = not any(span.role in CONTENT for span in tagged.spans)
    only_asks = says_nothing and any(form.search(tagged.text.lower()) for form in (_QUESTION_OF_USE, _QUESTION))
    return wishes or (asked_for_gpus and not only_asks)


def doubts_of(tagged: Tagged, structure: Structure, assembly: Assembly) -> Iterator[tuple[Doubt, str]]:
    """Everything that must be asked, in order of importance; the assembly's own doubts included."""
    refusals = [span for span in tagged.spans if isinstance(span.value, Refusal)]
    stood_for = {code for span in refusals for code in _stands_for(span)}
    for span in refusals:
        if isinstance(span.value, Refusal):
            if span.value.code == "unsupported":
                yield Doubt("unsupported", span, "wish", (span.value.wish, span.text)), ""
            else:
                yield Doubt(span.value.code, span), ""
    for doubt, at in assembly.doubts:
        if doubt.code not in stood_for:
            yield doubt, at
    yield from ((doubt, "") for doubt in _uncovered(tagged, structure, assembly))
    if assembly.root is not None and "missing_limit" not in stood_for:
        waiting = _waiting_for_product(tagged, assembly)
        for path in _unpriced(assembly.root, "root", budgeted=False):
            if path not in waiting:
                yield Doubt("missing_limit"), path
                break


def _stands_for(span: Span) -> tuple[str, ...]:
    return _STANDS_FOR.get(span.value.stands_for, ()) if isinstance(span.value, Refusal) else ()


def _uncovered(tagged: Tagged, structure: Structure, assembly: Assembly) -> Iterator[Doubt]:
    for left in tagged.leftovers:
        if left.matters:
            yield Doubt("unsupported", Span(0, left.start, left.end, Role.REFUSAL, left.text), "words", (left.text,))
    for span in tagged.spans:
        if span.role in CONTENT and span.id not in assembly.used and span.id not in structure.dropped:
            yield Doubt("unsupported", span, "unused", (span.text,))
    named = {name for span in tagged.spans if isinstance(span.value, Product) for name in span.value.names}
    for span in tagged.spans:
        unknown = isinstance(span.value, Joiner) and not set(span.value.products) <= named
        wordy = span.role in _WORDS_ONLY and not (isinstance(span.value, Joiner) and span.value.products)
        if unknown or (wordy and re.search(r"[0-9]", span.text)):
            yield Doubt("unsupported", span, "unused", (span.text,))
    yield from _thin_budgets(assembly, tagged)
    yield from structural_doubts(tagged, structure, assembly)
    for span in tagged.spans:
        if span.role is Role.PRICE and tagged.text[: span.start].endswith("-") and span.text[:1] in "$0123456789":
            yield Doubt("contradiction", span)  # a negative amount


def _thin_budgets(assembly: Assembly, tagged: Tagged) -> Iterator[Doubt]:
    """A total that would not pay for one GPU-hour at the limit stated beside it was hardly meant as a total."""
    if assembly.root is None:
        return
    for _, node in walk(assembly.root):
        limits = [lot.limit for lot in _lots(node) if lot.side == "buy" and lot.limit is not None]
        if node.budget is not None and limits and node.budget < max(limits):
            priced = [
                span for span in tagged.spans if isinstance(span.value, Price) and span.value.amount == node.budget
            ]
            yield Doubt("ambiguous_price_unit", priced[0] if priced else None)


def _lots(node: AnyNode) -> Iterator[Lot]:
    return (each for _, each in walk(node) if isinstance(each, Lot))


def _waiting_for_product(tagged: Tagged, assembly: Assembly) -> set[str]:
    """Paths of lots whose price is said, and which product it is for is asked: that decides what the price means."""
    if not any(span.role is Role.PRICE and span.id in assembly.used for span in tagged.spans):
        return set()
    return {at for doubt, at in assembly.doubts if doubt.code in _PRODUCT_CODES}


def _unpriced(node: AnyNode, path: str, *, budgeted: bool) -> Iterator[str]:
    budgeted = budgeted or node.budget is not None
    if isinstance(node, Lot):
        if node.limit is None and (node.side == "sell" or not budgeted):
            yield path
    elif isinstance(node, (Group, Linked)):
        for child_path, child in children_of(node, path):
            yield from _unpriced(child, child_path, budgeted=budgeted)
