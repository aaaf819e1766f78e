# ruff: noqa: E501
"""The rule-based linker: how tagged spans belong together, by joining words, brackets, list markers and order.

Corrections are resolved first, then lists with markers, then brackets; the rest is cut into segments, folded into items,
and items are joined: `and` binds tighter than `or`; `either ... or`, sentences and brackets group first; items joined
only by commas or lines are all of.
"""

from __future__ import annotations

from itertools import pairwise

from nlp.linking.grouping import group_of
from nlp.linking.items import fold
from nlp.linking.joining import Joining, item_node
from nlp.linking.places import with_places_together
from nlp.linking.segments import Bracket, cut, headed, is_main_count
from nlp.linking.terms import in_nodes
from nlp.structure import LotNode, Structure, StructureNode
from nlp.tagged import CONTENT, Choose, Joiner, Price, Role, Span, Tagged

_OR = frozenset({"or", "else"})

DEEPEST = 8
"""Brackets inside more brackets than that group nothing; the checker asks about them."""


def link(tagged: Tagged) -> Structure:
    """The structure of a tagged text; a text without content gives an empty lot."""
    spans, dropped = _corrected(tagged)
    root = _list(tagged, spans) or _stretch(tagged, spans) or LotNode(())
    return Structure(root, tuple(sorted(dropped)))


def _corrected(tagged: Tagged) -> tuple[list[Span], set[int]]:
    """Takes out what a correction replaces: the nearest earlier span of the same role as what follows it."""
    dropped: set[int] = set()
    spans = list(tagged.spans)
    for index, span in enumerate(spans):
        if span.role is not Role.CORRECTION:
            continue
        for replacement in _said_behind(spans[index + 1 :]):
            earlier = [each for each in spans[:index] if _corrects(each, replacement) and each.id not in dropped]
            if earlier:
                dropped.add(earlier[-1].id)
    return [span for span in spans if span.id not in dropped and span.role is not Role.CORRECTION], dropped


def _said_behind(spans: list[Span]) -> list[Span]:
    """What a correction says: the content right behind it, up to the next separator."""
    said: list[Span] = []
    for span in spans:
        if span.role in CONTENT:
            said.append(span)
        elif said or span.role is not Role.SEPARATOR or span.value == ".":
            break
    return said


def _corrects(earlier: Span, later: Span) -> bool:
    if earlier.role is not later.role:
        return False
    return earlier.role is not Role.QUANTITY or is_main_count(earlier) == is_main_count(later)


# Lists with markers


def _list(tagged: Tagged, spans: list[Span]) -> StructureNode | None:
    labels = [index for index, span in enumerate(spans) if span.role is Role.LABEL]
    if len(labels) < 2:
        return None
    if _named_behind(spans, labels):  # "8 H100s Friday (first choice), 16 A100s Saturday (second choice)"
        starts, ends = [0, *(label + 1 for label in labels[:-1])], labels
        header, rest = [], spans[labels[-1] + 1 :]
    else:
        starts, ends = [label + 1 for label in labels], [*labels[1:], len(spans)]
        header, rest = spans[: labels[0]], []
    bodies = [spans[start:end] for start, end in zip(starts, ends, strict=True)]
    bodies = [body for body in bodies if any(span.role in CONTENT for span in body)]
    if len(bodies) < 2:
        return None
    if _is_form(bodies):
        return None
    bodies[-1], footer = _footer(bodies[-1])
    bodies, footer = _priced_by_place(bodies, footer)
    if not _alternatives(spans, labels) and (sections := _sections(header, bodies)):
        lists = [
            group_of([node for body in section if (node := _stretch(tagged, body))], Choose(0, None), heading)
            for heading, section in sections
        ]
        return group_of(lists, Choose(0, None), tuple(span.id for span in [*footer, *rest] if span.role in CONTENT))
    items = [node for body in bodies if (node := _stretch(tagged, body))]
    around = [*header, *footer, *rest]
    choice = next((span.value for span in around if isinstance(span.value, Choose)), None)
    alternatives = _alternatives(spans, labels)
    shared = tuple(span.id for span in around if span.role in CONTENT)
    if any(is_main_count(span) for span in header) and any(span.role is Role.ASSET for span in header):
        return None
    mode = (
        choice
        if isinstance(choice, Choose)
        else Choose(1, 1)
        if alternatives or _joined_by_or(bodies)
        else Choose(0, None)
    )
    return group_of(items, mode, shared)


def _priced_by_place(bodies: list[list[Span]], footer: list[Span]) -> tuple[list[list[Span]], list[Span]]:
    """Prices behind the list that tell their item by its place ("$3 on the first, $2.50 on the second") go there."""
    homes = {
        span.id: bodies[place - 1 if place > 0 else -1]
        for span in footer
        if isinstance(span.value, Price) and (place := span.value.ordinal) and -1 <= place <= len(bodies)
    }
    priced = [[*body, *(span for span in footer if homes.get(span.id) is body)] for body in bodies]
    return priced, [span for span in footer if span.id not in homes]


def _alternatives(spans: list[Span], labels: list[int]) -> bool:
    """Whether the labels name alternatives."""
    return all(spans[label].value == "alternative" for label in labels)


def _sections(header: list[Span], bodies: list[list[Span]]) -> list[tuple[tuple[int, ...], list[list[Span]]]] | None:
    """Lists that have a heading of their own each ("Oregon:" over two points, "Virginia:" over two more), with the ids
    of what it says; None for one list."""
    if any(isinstance(span.value, Choose) for span in (*header, *(span for body in bodies for span in body))):
        return None
    heading = [span for span in header if span.role in CONTENT]
    sections: list[tuple[tuple[int, ...], list[list[Span]]]] = [(tuple(span.id for span in heading), [])]
    for body in bodies:
        at = _heading_at(body)
        sections[-1][1].append(body if at is None else body[:at])
        if at is not None:
            sections.append((tuple(span.id for span in body[at:] if span.role in CONTENT), []))
    said_of_places = all(span.role in (Role.TIME, Role.PLACE) for span in heading)
    return sections if len(sections) > 1 and said_of_places and all(section for _, section in sections) else None


def _heading_at(body: list[Span]) -> int | None:
    """Where the heading of the next list begins in a point: a line of its own that says only when or where."""
    ends = [index for index, span in enumerate(body) if span.value == "newline" and span.role is Role.SEPARATOR]
    for index in ends:
        line = body[index + 1 :]
        content = [span for span in line if span.role in CONTENT]
        closed = any(span.role is Role.SEPARATOR and span.value == ":" for span in line)
        if headed(body[:index]) and content and closed and all(s.role in (Role.TIME, Role.PLACE) for s in content):
            return index
    return None


def _named_behind(spans: list[Span], labels: list[int]) -> bool:
    """Whether the labels name what stands before them: an item before the first one, none behind the last."""
    named = _alternatives(spans, labels) and not any(spans[label].text.rstrip().endswith(":") for label in labels)
    return named and headed(spans[: labels[0]]) and not headed(spans[labels[-1] + 1 :])


def _is_form(bodies: list[list[Span]]) -> bool:
    """ "- GPU: H100 - Quantity: 16 - Limit: ...": each point says another field of one lot."""
    roles = [{span.role for span in body if span.role in CONTENT} - {Role.ATTRIBUTE} for body in bodies]
    apart = sum(map(len, roles)) == len(set().union(*roles))
    other = [body for body in bodies if not headed(body)]
    if len(other) == len(bodies) - 1 and not any(span.role is Role.TIME for body in other for span in body):
        return True  # a letter in numbered paragraphs: "2. ... 16 H200s ... 3. Budget: $8,000"
    return len(roles) > 2 and apart and (sum(map(headed, bodies)) == 1 or len(set().union(*roles)) > 2)


def _joined_by_or(bodies: list[list[Span]]) -> bool:
    """Whether the items of a list end or begin with "or"."""
    return all(
        any(span.role is Role.JOINER and getattr(span.value, "kind", "") in _OR for span in (*left[-2:], *right[:1]))
        for left, right in pairwise(bodies)
    )


def _footer(body: list[Span]) -> tuple[list[Span], list[Span]]:
    """Cuts off sentences behind the last item that speak of the whole list."""
    for index, span in enumerate(body):
        if span.role is not Role.SEPARATOR or span.value not in (".", "newline"):
            continue
        rest = body[index + 1 :]
        if rest and not any(is_main_count(each) or each.role is Role.ASSET for each in rest):
            return body[:index], rest
    return _choice_cut_off(body)


def _choice_cut_off(body: list[Span]) -> tuple[list[Span], list[Span]]:
    """ "1) 8 H100s, 2) 16 A100s, Thursday night, one of the two": a choice set off behind the last item is of the list,
    unless the item has days of its own to choose from."""
    commas = [index for index, span in enumerate(body) if span.role is Role.SEPARATOR and span.value == ","]
    behind = body[commas[-1] + 1 :] if commas else []
    chosen = any(span.role is Role.CHOICE for span in behind)
    alone = all(span.role in (Role.CHOICE, Role.SEPARATOR) for span in behind)
    one_time = sum(span.role is Role.TIME for span in body) <= 1
    return (body[: commas[-1]], behind) if chosen and alone and one_time else (body, [])


# Brackets and stretches


def _stretch(tagged: Tagged, spans: list[Span], depth: int = 0) -> StructureNode | None:
    """The node of a stretch without list markers, inside `depth` brackets; None where it holds no content."""
    elements = _bracketed(tagged, spans, depth)
    items = fold(cut(tagged, with_places_together(elements)))
    items = [item for item in items if item.bracket or item.everything()]
    if not items:
        return None
    if len(items) == 1:
        return item_node(items[0], items[0].choose or items[0].choose_behind)
    return Joining(items, tagged.korean).node()


def _bracketed(tagged: Tagged, spans: list[Span], depth: int) -> list[Span | Bracket]:
    """Brackets that hold whole items become one element; others are transparent."""
    out: list[Span | Bracket] = []
    index = 0
    while index < len(spans):
        span = spans[index]
        if span.role is not Role.OPEN:
            if span.role is not Role.CLOSE:
                out.append(span)
            index += 1
            continue
        close = _closing(spans, index)
        inside = spans[index + 1 : close]
        whole = sum(map(is_main_count, inside)) >= 1 and any(each.role is Role.ASSET for each in inside)
        leads = bool(inside) and isinstance(inside[0].value, Joiner) and inside[0].value.kind in ("else", "or", "and")
        counted = bool(out) and isinstance(before := out[-1], Span) and is_main_count(before) and in_nodes(before)
        if whole and not leads and not counted and depth < DEEPEST and (node := _stretch(tagged, inside, depth + 1)):
            out.append(Bracket(node, span.start, inside[-1].end))
        else:
            out.extend(each for each in inside if each.role not in (Role.OPEN, Role.CLOSE))
        index = close + 1
    return out


def _closing(spans: list[Span], opening: int) -> int:
    depth = 0
    for index in range(opening, len(spans)):
        depth += {Role.OPEN: 1, Role.CLOSE: -1}.get(spans[index].role, 0)
        if depth == 0:
            return index
    return len(spans)
