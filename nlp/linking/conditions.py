"""Conditions between items: which part waits, for which, and what of a list goes with either."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nlp.linking.items import Item, product_names
from nlp.structure import LinkedNode, StructureNode
from nlp.tagged import Joiner

Nodes = list[tuple[StructureNode, Item]]
_STRONG = (".", "newline", ";")


def linked(nodes: Nodes, parse: Callable[[Nodes], StructureNode], *, korean: bool) -> StructureNode | None:
    """The nodes of a stretch with the conditions among them made links; None where there is none."""
    for index, (node, item) in enumerate(nodes):
        condition = item.condition or item.condition_behind
        if condition is None:
            continue
        rest = nodes[:index]
        if condition.kind == "without":
            return _without(nodes, condition.products, parse)
        if condition.of_before and not item.condition and rest:
            start = _sentence_begins(nodes, index)
            start = _run_begins(nodes, index - 1) if start == index else start
            link = LinkedNode(node, _parsed(nodes[start:index], parse))
            return _in_place(nodes, start, link, nodes[index + 1 :], parse)
        if (condition.kind == "only_if" and item.condition) or (condition.of_before and not item.condition):
            others = rest or nodes[index + 1 :]  # "if we get 16 A100s, also 8 L40S": the condition leads
            waiting = parse if korean else _with_links(parse, korean=korean)
            return LinkedNode(node, _parsed(others, waiting)) if others else None
        return _waiting(nodes, index, condition, parse, korean=korean)
    return None


def _with_links(parse: Callable[[Nodes], StructureNode], *, korean: bool) -> Callable[[Nodes], StructureNode]:
    """Parses nodes of which some may wait for others."""
    return lambda nodes: linked(nodes, parse, korean=korean) or parse(nodes)


def _waiting(
    nodes: Nodes, index: int, condition: Joiner, parse: Callable[[Nodes], StructureNode], *, korean: bool
) -> StructureNode | None:
    """The item with a condition waits for the one that it names, or else for the one before it."""
    named = [at for at in range(index) if set(condition.products) & set(product_names(nodes[at][1]))]
    if not index:
        return None
    if not named and set(condition.products) & set(product_names(nodes[index][1])):
        if nodes[index][1].separator in _STRONG:
            return None
        link = LinkedNode(nodes[index][0], nodes[index - 1][0])  # "16 A100 only if the H200s fill, and 16 H200"
        return _in_place(nodes, index - 1, link, nodes[index + 1 :], parse)
    at = named[0] if named else index - 1
    first, start = at, index
    if not named:
        first = _run_begins(nodes, at)
    if korean and not nodes[index][1].condition:
        start = max(_run_begins(nodes, index), at + 1)
    names = tuple(name for _, item in nodes[first : at + 1] for name in product_names(item))
    waiting, end = _waiting_alike(nodes, start, index, names, parse, korean=korean)
    link = LinkedNode(_parsed(nodes[first : at + 1], parse), waiting)
    named_still = replace(nodes[first][1], condition=None, condition_behind=None, choose=None, choose_behind=None)
    behind = [*nodes[at + 1 : start], *nodes[end:]]
    return _parsed([*nodes[:first], (link, named_still), *behind], _with_links(parse, korean=korean))


def _waiting_alike(
    nodes: Nodes,
    start: int,
    index: int,
    first: tuple[str, ...],
    parse: Callable[[Nodes], StructureNode],
    *,
    korean: bool,
) -> tuple[StructureNode, int]:
    """What waits from `start` on, by the condition at `index`, with what stands behind it and waits too: for the same
    first, which it names, or else for what stands right before it; and where that ends."""
    at = _run_ends(nodes, index) if korean and nodes[index][1].condition else index + 1
    alike = [(_parsed(nodes[start:at], parse), nodes[start][1])]
    before = {name for _, item in nodes[start:at] for name in product_names(item)}
    while at < len(nodes) and (condition := nodes[at][1].condition or nodes[at][1].condition_behind):
        named = set(condition.products)
        if condition.kind != "if_filled" or condition.of_before or (named and not named & (before | set(first))):
            break
        item = nodes[at][1]
        further, at = _waiting_alike(nodes, at, at, first, parse, korean=korean)
        if named & set(first):
            alike.append((further, item))
        else:
            alike[-1] = (LinkedNode(alike[-1][0], further), alike[-1][1])
    return _parsed(alike, parse), at


def _without(nodes: Nodes, products: tuple[str, ...], parse: Callable[[Nodes], StructureNode]) -> StructureNode | None:
    def place(name: str) -> int | None:
        return next((at for at, (_, item) in enumerate(nodes) if name in product_names(item)), None)

    first, then = (place(products[0]), place(products[-1])) if products else (None, None)
    if first is None or then is None or first == then:
        return None
    link = LinkedNode(nodes[first][0], nodes[then][0])
    start = min(first, then)
    return _in_place(
        nodes, start, link, [each for at, each in enumerate(nodes) if at > start and at != max(first, then)], parse
    )


def _in_place(
    nodes: Nodes, start: int, link: LinkedNode, behind: Nodes, parse: Callable[[Nodes], StructureNode]
) -> StructureNode:
    """What comes of the nodes where a link stands at `start`, joined as what stood there, before those `behind` it."""
    joined = Item(joiner=nodes[start][1].joiner, separator=nodes[start][1].separator)
    return _parsed([*nodes[:start], (link, joined), *behind], parse)


def _parsed(nodes: Nodes, parse: Callable[[Nodes], StructureNode]) -> StructureNode:
    return parse(nodes) if len(nodes) > 1 else nodes[0][0]


def _sentence_begins(nodes: Nodes, index: int) -> int:
    """Where the sentence of an item begins."""
    while index and nodes[index][1].separator not in _STRONG:
        index -= 1
    return index


def _run_begins(nodes: Nodes, index: int) -> int:
    """Where the run of items begins that only joining words bind: H100 16장이랑 H200 8장이 확보되면."""
    while index and nodes[index][1].separator is None and nodes[index][1].joiner and not nodes[index][1].condition:
        index -= 1
    return index


def _run_ends(nodes: Nodes, index: int) -> int:
    """Where the run of items ends that goes with the one behind a condition: ... 확보되면 L4 8장이랑 L40S 4장."""
    end = index + 1
    while end < len(nodes):
        item = nodes[end][1]
        if item.separator is not None or not item.joiner or item.condition or item.condition_behind:
            break
        end += 1
    return end
