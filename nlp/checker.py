"""Refuses what was not understood: every word must have been used, be idle, or be asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from auction_client.model.bid import Group, Linked, Lot, children_of, walk
from nlp.assemble import AnyNode, Assembly
from nlp.ellipsis import leaves_of
from nlp.lexicon.refusals import PRICE_QUESTIONS
from nlp.link_rules import DEEPEST
from nlp.link_segments import is_main_count, products_of
from nlp.lots import Doubt
from nlp.resolve.when import TimeExpression
from nlp.structure import GroupNode, LinkedNode, LotNode, Structure, StructureNode
from nlp.tagged import CONTENT, Choose, Joiner, Price, Product, Quantity, Refusal, Role, Span, Tagged

_PRICE_QUESTION = re.compile(PRICE_QUESTIONS)
_WORDS_ONLY = frozenset({Role.JOINER, Role.REFERENCE, Role.SCOPE, Role.CORRECTION})
"""Roles whose words never hold a number that matters, unless something went wrong."""
_DENIAL = re.compile(r"(?<![a-z])(?:no|nope|scratch|strike)(?![a-z])|아니|정정|수정")
"""A correction with these words that corrects nothing may be a denial."""
_COUNTED_PRODUCT = re.compile(
    r"(?<![a-z0-9])[0-9]+ ?x? ?[a-z]{1,4}[0-9]|[0-9]+ ?(?:장|대|노드|nodes?)|[a-z][0-9]{2,3} ?[0-9]+ ?장"
)
"""A quote for a stated count and product is a wish, not only a question."""
_CONDITION = re.compile(r"(?:(?:but|and|or),? )?(?:if|in case|should|when)(?![a-z])", re.IGNORECASE)
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
    return wishes or asked_for_gpus


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
    yield from _lone_numbers(tagged, structure)
    yield from _lone_times(tagged, structure)
    yield from _thin_budgets(assembly, tagged)
    yield from _dangling(tagged)
    yield from _lost_choice(tagged, structure)
    yield from _idle_choice(tagged, assembly)
    yield from _headless(tagged, structure)
    yield from _too_deep(tagged)
    for index, span in enumerate(tagged.spans[:-1]):
        denies = span.role is Role.CORRECTION and _DENIAL.search(span.text.lower())
        if denies and not structure.dropped and tagged.spans[index + 1].role in CONTENT:
            yield Doubt("unsupported", span, "unused", (span.text,))
    for span in tagged.spans:
        if span.role is Role.PRICE and tagged.text[: span.start].endswith("-") and span.text[:1] in "$0123456789":
            yield Doubt("contradiction", span)  # a negative amount
    largest = max((len(node.items) for node in _groups(structure.root)), default=1)
    for span in tagged.spans:
        chosen = isinstance(span.value, Choose) and span.value.low > largest and not _windows(assembly, span.value.low)
        if chosen:
            yield Doubt("contradiction", span)
    prefers = [span for span in tagged.spans if isinstance(span.value, Joiner) and span.value.kind == "prefer"]
    fallback = any(isinstance(span.value, Joiner) and span.value.kind in ("else", "or") for span in tagged.spans)
    if prefers and not fallback:
        yield Doubt("unsupported", prefers[0], "wish", ("a soft wish", prefers[0].text))


def _lone_numbers(tagged: Tagged, structure: Structure) -> Iterator[Doubt]:
    """A bare number that would be an item by itself, without a word that joins it to the others.

    "8 H100s Tuesday, 16 Wednesday" is two items; "8 H100s, 16, Tuesday" and "8 H100s Monday 6pm to Friday 8" are not.
    """
    if isinstance(structure.root, LotNode):
        return
    leaves = leaves_of(structure, tagged)
    timed = all(any(span.role is Role.TIME for span in leaf.own) for leaf in leaves)
    for leaf in leaves:
        rest = [span for span in leaf.own if span.role is not Role.PRICE]
        counts = [span for span in rest if isinstance(span.value, Quantity) and span.value.bare]
        if not counts or any(span.role is Role.ASSET for span in rest) or (len(rest) > 1 and timed):
            continue
        own = counts[0]
        before = tagged.spans[own.id - 2] if own.id > 1 else None
        if before is None or before.role is not Role.JOINER:
            yield Doubt("unsupported", own, "unused", (own.text,))


def _lone_times(tagged: Tagged, structure: Structure) -> Iterator[Doubt]:
    """A time that would be an item by itself: a mere deadline, or one in a sentence of its own that nothing joins."""
    if isinstance(structure.root, LotNode):
        return
    for leaf in leaves_of(structure, tagged):
        own = [span for span in leaf.own if span.role is not Role.PRICE]
        if len(own) != 1 or not isinstance(own[0].value, TimeExpression):
            continue
        span, time = own[0], own[0].value
        before = tagged.spans[span.id - 2] if span.id > 1 else None
        behind = tagged.spans[span.id] if span.id < len(tagged.spans) else None
        if time.end and not (time.days or time.part or time.hours or time.start or time.duration or time.repeat):
            yield Doubt("missing_time", span)
        elif before and before.role in (Role.ASSET, Role.QUANTITY):
            yield Doubt("unsupported", span, "unused", (span.text,))  # "The deadline is Friday so get 8 H100s Tuesday"
        elif (
            before
            and before.role is Role.SEPARATOR
            and before.value == "."
            and (behind is None or behind.role is Role.SEPARATOR)
        ):
            yield Doubt("unsupported", span, "unused", (span.text,))


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


def _dangling(tagged: Tagged) -> Iterator[Doubt]:
    """ "Tuesday or later": a joining word right behind a part of the order that joins only words."""
    for index, span in enumerate(tagged.spans):
        if not isinstance(span.value, Joiner) or span.value.kind not in ("or", "else") or index == 0:
            continue
        before = tagged.spans[index - 1]
        behind = tagged.spans[index + 1] if index + 1 < len(tagged.spans) else None
        if before.role not in CONTENT or (behind is not None and behind.role is not Role.SEPARATOR):
            continue
        end = behind.start if behind else len(tagged.text)
        words = [left for left in tagged.leftovers if span.end <= left.start and left.end <= end]
        between = any(before.end <= left.start and left.end <= span.start for left in tagged.leftovers)
        if words and not between:
            yield Doubt("unsupported", span, "words", (tagged.text[span.start : words[-1].end],))


def _lost_choice(tagged: Tagged, structure: Structure) -> Iterator[Doubt]:
    """A fallback word or a condition although no part of the structure is a choice, or tied to another."""
    if not _linked(structure.root):
        for span in tagged.spans:
            if isinstance(span.value, Joiner) and span.value.kind in ("if_filled", "only_if", "without"):
                yield Doubt("unsupported", span, "unused", (span.text,))
    if any(group.at_least < len(group.items) for group in _groups(structure.root)):
        return
    content = [span.id for span in tagged.spans if span.role in CONTENT]
    for span in tagged.spans:
        fallback = isinstance(span.value, Joiner) and span.value.kind == "else"
        if fallback and content and content[0] < span.id <= content[-1]:
            yield Doubt("unsupported", span, "unused", (span.text,))


def _idle_choice(tagged: Tagged, assembly: Assembly) -> Iterator[Doubt]:
    """A choice between equal things: the word that joined them meant something else ("8 H100s if not too dear")."""
    if assembly.root is None:
        return
    for _, node in walk(assembly.root):
        if isinstance(node, Group) and node.at_most == 1 and any(a == b for a, b in pairwise(node.items)):
            conditions = [span for span in tagged.spans if span.role is Role.JOINER and _CONDITION.match(span.text)]
            yield from (Doubt("unsupported", span, "unused", (span.text,)) for span in conditions[:1])
            return


def _headless(tagged: Tagged, structure: Structure) -> Iterator[Doubt]:
    """Terms that would be a purchase of their own (no count, product or time) without a word that joins them."""
    if isinstance(structure.root, LotNode):
        return
    heads = {Role.QUANTITY, Role.ASSET, Role.TIME}
    leaves = leaves_of(structure, tagged)
    for leaf in leaves:
        again = _speaks_again(leaf.own, [each.own for each in leaves if each is not leaf])
        if not leaf.own or (any(span.role in heads for span in leaf.own) and not again):
            continue
        first = min(leaf.own, key=lambda span: span.id)
        if first.id > 1 and tagged.spans[first.id - 2].role is not Role.JOINER:
            yield Doubt("unsupported", first, "unused", (first.text,))


def _too_deep(tagged: Tagged) -> Iterator[Doubt]:
    """A bracket inside more brackets than the linker follows."""
    depth = 0
    for span in tagged.spans:
        depth += {Role.OPEN: 1, Role.CLOSE: -1}.get(span.role, 0)
        if depth > DEEPEST:
            yield Doubt("unsupported", span, "unused", (span.text,))
            return


def _linked(node: StructureNode) -> bool:
    return isinstance(node, LinkedNode) or (isinstance(node, GroupNode) and any(map(_linked, node.items)))


def _speaks_again(own: list[Span], others: list[list[Span]]) -> bool:
    """Whether a leaf only names a product that another one counts: "A100은 1.4불" is a term, no purchase."""
    if any(is_main_count(span) or span.role is Role.TIME for span in own):
        return False
    names = set(products_of(own))
    return bool(names) and any(names <= set(products_of(other)) and any(map(is_main_count, other)) for other in others)


def _groups(node: StructureNode) -> Iterator[GroupNode]:
    parts: tuple[StructureNode, ...] = ()
    if isinstance(node, GroupNode):
        yield node
        parts = node.items
    elif isinstance(node, LinkedNode):
        parts = (node.first, node.then)
    for part in parts:
        yield from _groups(part)


def _windows(assembly: Assembly, count: int) -> bool:
    """Whether some list of the bid has that many items, counting repeated days."""
    if assembly.root is None:
        return False
    return any(isinstance(node, Group) and len(node.items) >= count for _, node in walk(assembly.root))


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
