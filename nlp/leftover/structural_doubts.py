"""Doubts about how the parts of a request belong together: words that join nothing, parts that nothing joins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from auction_client.model.bid import Group, walk
from nlp.assemble import Assembly
from nlp.linking.ellipsis import leaves_of
from nlp.linking.lots import Doubt
from nlp.linking.rules import DEEPEST
from nlp.linking.segments import is_main_count, products_of
from nlp.resolve.when import TimeExpression
from nlp.structure import GroupNode, LinkedNode, LotNode, Structure, StructureNode
from nlp.tagged import CONTENT, Choose, Joiner, Quantity, Role, Span, Tagged

_DENIAL = re.compile(r"(?<![a-z])(?:no|nope|scratch|strike)(?![a-z])|아니|정정|수정")
"""A correction with these words that corrects nothing may be a denial."""
_MEANT = re.compile(r"(?<![a-z])(?:mean|meant)$")
_LENGTH_CUT_SHORT = re.compile(r"(?<![a-z])for $", re.IGNORECASE)
"""Before a bare number: "4 hours on Monday and Tuesday for 2" may mean hours."""
_OF_ITEM = frozenset({Role.ASSET, Role.ATTRIBUTE, Role.REFERENCE, Role.SCOPE, Role.SIDE})
_SAYS_NOTHING = frozenset(
    {"please", "pls", "the", "some", "of", "for", "nvidia", "a", "an", "thanks", "gpus", "cards", "on"}
)
_SOME_OF_LIST = re.compile(
    r"(?<![a-z])(?:any|some|whichever|whatever|either|most|a few|one or more|any number|any combination|any subset) of"
    r" (?:these|those|them|the (?:following|below|above|list|options|lots))(?![a-z])",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"(?:(?:but|and|or),? )?(?:if|in case|should|when)(?![a-z])", re.IGNORECASE)
_NOT_ALL = frozenset({
    "nobody", "no-one", "none", "neither", "hardly", "scarcely", "barely", "most", "part", "portion",
})  # fmt: skip
_PLENTY = frozenset({"glut", "overstock", "overstocked", "oversupply", "oversupplied", "surplus", "excess", "남아도는"})
_DECLINED = re.compile(r"(?:사양|사절|거절)(?:하|할|합|해)|됐(?:습니다|어요|고요)")


def structural_doubts(tagged: Tagged, structure: Structure, assembly: Assembly) -> Iterator[Doubt]:
    """What must be asked about a structure, in order of importance; the values of its lots are the assembly's."""
    yield from _lone_numbers(tagged, structure)
    yield from _lone_times(tagged, structure)
    yield from _dangling(tagged)
    yield from _lost_choice(tagged, structure)
    yield from _lost_number(tagged, assembly)
    yield from _idle_choice(tagged, assembly)
    yield from _headless(tagged, structure)
    yield from _mentioned(tagged, structure)
    yield from _too_deep(tagged)
    yield from _denied(tagged, structure)
    yield from _negated(tagged)
    yield from _too_many_chosen(tagged, structure, assembly)
    yield from _lone_preference(tagged)
    yield from _open_choice(tagged, structure)


def _lone_numbers(tagged: Tagged, structure: Structure) -> Iterator[Doubt]:
    """A bare number that would be an item by itself, without a word that joins it to the others.

    "8 H100s Tuesday, 16 Wednesday" is two items, and so is "H100: 16 @ 2.90, 16 @ 2.50"; "8 H100s, 16, Tuesday" and
    "8 H100s Monday 6pm to Friday 8" are not.
    """
    if isinstance(structure.root, LotNode):
        return
    leaves = leaves_of(structure, tagged)
    timed = all(any(span.role is Role.TIME for span in leaf.own) for leaf in leaves)
    ladder = all(any(map(is_main_count, leaf.own)) and _has_price(leaf.own) for leaf in leaves)
    for leaf in leaves:
        rest = [span for span in leaf.own if span.role is not Role.PRICE]
        if ladder and len(rest) == 1:
            continue
        counts = [span for span in rest if isinstance(span.value, Quantity) and span.value.bare]
        if not counts or any(span.role is Role.ASSET for span in rest):
            continue
        own = counts[0]
        if len(rest) > 1 and timed and not _LENGTH_CUT_SHORT.search(tagged.text[: own.start]):
            continue
        before = tagged.spans[own.id - 2] if own.id > 1 else None
        if before is None or before.role is not Role.JOINER:
            yield Doubt("unsupported", own, "unused", (own.text,))


def _has_price(spans: list[Span]) -> bool:
    return any(span.role is Role.PRICE for span in spans)


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


def _dangling(tagged: Tagged) -> Iterator[Doubt]:
    """ "Tuesday or later": a joining word behind a part of the order, next to words that it joins instead of parts."""
    for index, span in enumerate(tagged.spans):
        if not isinstance(span.value, Joiner) or span.value.kind not in ("or", "else") or index == 0:
            continue
        set_off = index > 1 and tagged.spans[index - 1].role is Role.SEPARATOR
        before = tagged.spans[index - 2 if set_off else index - 1]
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
        restates = _linked(structure.root) or not _CONDITION.match(span.text)
        behind_all = bool(content) and span.id > content[-1] and restates
        if fallback and content and content[0] < span.id and not behind_all:
            yield Doubt("unsupported", span, "unused", (span.text,))


def _lost_number(tagged: Tagged, assembly: Assembly) -> Iterator[Doubt]:
    """So many of the parts are to be chosen, and no list of the bid chooses so many."""
    if assembly.root is None:
        return
    groups = [node for _, node in walk(assembly.root) if isinstance(node, Group)]
    for span in tagged.spans:
        chosen = span.value
        if span.role is not Role.CHOICE or not isinstance(chosen, Choose) or max(chosen.low, chosen.high or 0) < 2:
            continue
        if not any(
            chosen.low in (0, 1, node.at_least) and (chosen.high is None or node.at_most == chosen.high)
            for node in groups
        ):
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
        before = first.id - 2
        while before > 0 and tagged.spans[before].role in (Role.REFERENCE, Role.SCOPE):
            before -= 1  # 2순위 동일 시간 도쿄
        if before >= 0 and tagged.spans[before].role not in (Role.JOINER, Role.LABEL):
            yield Doubt("unsupported", first, "unused", (first.text,))


def _mentioned(tagged: Tagged, structure: Structure) -> Iterator[Doubt]:
    """A product without a count or terms of its own, in words that nothing joins to the order: "A100s would do too"."""
    if isinstance(structure.root, LotNode):
        return
    terms = {Role.QUANTITY, Role.TIME, Role.PRICE, Role.LABEL}
    for leaf in leaves_of(structure, tagged):
        products = [span for span in leaf.own if span.role is Role.ASSET]
        if len(products) != 1 or any(span.role in terms for span in leaf.own):
            continue
        others = [span for span in tagged.spans if span.role not in _OF_ITEM]
        start = max((span.end for span in others if span.end <= products[0].start), default=0)
        end = min((span.start for span in others if span.start >= products[0].end), default=len(tagged.text))
        joined = any(span.role in (Role.JOINER, Role.LABEL) and span.end == start for span in tagged.spans)
        if not joined and _words_beside(tagged, start, end) - _SAYS_NOTHING:
            yield Doubt("unsupported", products[0], "unused", (products[0].text,))


def _words_beside(tagged: Tagged, start: int, end: int) -> set[str]:
    """The words of a stretch that are in no span, whoever has taken them for context."""
    taken = [span for span in tagged.spans if start <= span.start < end]
    edges = [start, *(at for span in taken for at in (span.start, span.end)), end]
    between = (tagged.text[low:high] for low, high in zip(edges[::2], edges[1::2], strict=True))
    return {word for stretch in between for word in re.findall("[a-z']+|[가-힣]+", stretch.lower())}


def _too_deep(tagged: Tagged) -> Iterator[Doubt]:
    """A bracket inside more brackets than the linker follows."""
    depth = 0
    for span in tagged.spans:
        depth += {Role.OPEN: 1, Role.CLOSE: -1}.get(span.role, 0)
        if depth > DEEPEST:
            yield Doubt("unsupported", span, "unused", (span.text,))
            return


def _denied(tagged: Tagged, structure: Structure) -> Iterator[Doubt]:
    """A correction that corrects nothing, in words that may deny what stands behind them or mark what stands before:
    "8 A100s - H100s I mean - tomorrow"."""
    for index, span in enumerate(tagged.spans[:-1]):
        if span.role is not Role.CORRECTION or structure.dropped:
            continue
        denies = _DENIAL.search(span.text.lower()) and tagged.spans[index + 1].role in CONTENT
        trails = _MEANT.search(span.text.lower()) and tagged.spans[index + 1].role not in CONTENT
        if denies or trails:
            yield Doubt("unsupported", span, "unused", (span.text,))


def _negated(tagged: Tagged) -> Iterator[Doubt]:
    """Idle words that turn what they stand beside around: "nobody wants 8 H100s", "화요일 밤은 사양할게요"."""
    sided = any(span.role is Role.SIDE for span in tagged.spans)
    for left in tagged.leftovers:
        words = left.text.lower()
        behind = next((span for span in tagged.spans if span.start >= left.end), None)
        nothing = words in _NOT_ALL and behind is not None and behind.role in (Role.QUANTITY, Role.ASSET)
        if not left.matters and (nothing or _DECLINED.match(words) or (words in _PLENTY and not sided)):
            yield Doubt("unsupported", Span(0, left.start, left.end, Role.REFUSAL, left.text), "words", (left.text,))


def _too_many_chosen(tagged: Tagged, structure: Structure, assembly: Assembly) -> Iterator[Doubt]:
    largest = max((len(node.items) for node in _groups(structure.root)), default=1)
    for span in tagged.spans:
        chosen = isinstance(span.value, Choose) and span.value.low > largest and not _windows(assembly, span.value.low)
        if chosen:
            yield Doubt("contradiction", span)


def _lone_preference(tagged: Tagged) -> Iterator[Doubt]:
    """ "Preferably A" without a second choice is a soft wish."""
    prefers = [span for span in tagged.spans if isinstance(span.value, Joiner) and span.value.kind == "prefer"]
    fallback = any(isinstance(span.value, Joiner) and span.value.kind in ("else", "or") for span in tagged.spans)
    if prefers and not fallback:
        yield Doubt("unsupported", prefers[0], "wish", ("a soft wish", prefers[0].text))


def _open_choice(tagged: Tagged, structure: Structure) -> Iterator[Doubt]:
    """ "Whichever of these you can fill: ..." over parts of which the structure leaves none out."""
    groups = list(_groups(structure.root))
    if not groups or any(group.at_least < len(group.items) for group in groups):
        return
    for found in _SOME_OF_LIST.finditer(tagged.text):
        chosen = (span for span in tagged.spans if span.role in (Role.CHOICE, Role.REFUSAL))
        if not any(span.start < found.end() and found.start() < span.end for span in chosen):
            yield Doubt("unsupported", Span(0, *found.span(), Role.REFUSAL, found[0]), "words", (found[0],))


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
