"""How items that are joined become groups: `either ... or` and "and/or" first, then `and`, then `or`."""

from __future__ import annotations

from nlp.linking.items import Item
from nlp.structure import GroupNode, LinkedNode, LotNode, StructureNode
from nlp.tagged import Choose

OR = frozenset({"or", "else"})


def group_of(items: list[StructureNode], mode: Choose, shared: tuple[int, ...]) -> StructureNode:
    """The items as one node, of which as many are wanted as the mode says (low 0: all); one item stays as it is."""
    size = len(items)
    low = size if mode.low == 0 else min(mode.low, size)
    high = size if mode.high is None else min(max(mode.high, low), size)
    if size == 1:
        only = items[0]
        if isinstance(only, LotNode):
            return LotNode(tuple(sorted({*only.spans, *shared})))
        if isinstance(only, GroupNode):
            return GroupNode(only.at_least, only.at_most, only.items, tuple(sorted({*only.spans, *shared})))
        return LinkedNode(only.first, only.then, tuple(sorted({*only.spans, *shared})))
    return GroupNode(low, high, tuple(items), shared)


def end_of_choice(nodes: list[tuple[StructureNode, Item]], start: int) -> int:
    """Where the list ends that begins with this node: before a sentence of its own, where the list itself is one."""
    strong = [item.separator in (".", "newline", ";") for _, item in nodes]
    if start + 1 < len(nodes) and not strong[start + 1]:
        return next((index for index in range(start + 2, len(nodes)) if strong[index]), len(nodes))
    return len(nodes)


def two_parts(nodes: list[tuple[StructureNode, Item]]) -> list[list[tuple[StructureNode, Item]]]:
    """What one "and", set off by a comma or behind the alternatives, parts in a package: "8 H200 or 8 B200 on Monday,
    together with 16 L4"."""
    ands = [index for index, (_, item) in enumerate(nodes) if index and item.joiner == "and"]
    alternatives = [item for index, (_, item) in enumerate(nodes) if index and index not in ands]
    if len(ands) != 1 or any(item.joiner != "or" or item.separator is not None for item in alternatives):
        return []
    cut = ands[0]
    set_off = nodes[cut][1].separator == "," or cut == len(nodes) - 1
    return [nodes[:cut], nodes[cut:]] if set_off else []


def either_groups(nodes: list[tuple[StructureNode, Item]]) -> list[tuple[StructureNode, Item]]:
    """What "either" opens, up to the last alternative, is one node."""
    out: list[tuple[StructureNode, Item]] = []
    index = 0
    while index < len(nodes):
        node, item = nodes[index]
        end = index + 1
        if item.either:
            while end < len(nodes) and (nodes[end][1].joiner in OR or nodes[end][1].separator is None):
                end += 1
            inner = [(node, Item()), *nodes[index + 1 : end]]
            out.append((precedence(inner), Item(joiner=item.joiner, separator=item.separator)))
        else:
            out.append((node, item))
        index = end
    return out


def precedence(nodes: list[tuple[StructureNode, Item]]) -> StructureNode:
    """`and` binds tighter than `or`."""
    if len(nodes) == 1:
        return nodes[0][0]
    alternatives: list[list[tuple[StructureNode, Item]]] = [[nodes[0]]]
    for each in nodes[1:]:
        if each[1].joiner in OR:
            alternatives.append([each])
        else:
            alternatives[-1].append(each)
    parts = []
    for part in alternatives:
        part = _any_groups(part)
        kinds = {item.joiner for _, item in part[1:]}
        mode = Choose(1, None) if kinds == {"any"} else Choose(0, None)
        parts.append(group_of([node for node, _ in part], mode, ()) if len(part) > 1 else part[0][0])
    return parts[0] if len(parts) == 1 else group_of(parts, Choose(1, 1), ())


def _any_groups(part: list[tuple[StructureNode, Item]]) -> list[tuple[StructureNode, Item]]:
    """ "A and/or B and C": what "and/or" joins is one of the parts that "and" joins."""
    kinds = {item.joiner for _, item in part[1:]}
    if not {"any", "and"} <= kinds:
        return part
    out: list[tuple[StructureNode, Item]] = []
    for node, item in part:
        if out and item.joiner == "any":
            before, head = out[-1]
            inner = [*before.items, node] if head.gathered and isinstance(before, GroupNode) else [before, node]
            head.gathered = True
            out[-1] = (group_of(inner, Choose(1, None), ()), head)
        else:
            out.append((node, Item(joiner=item.joiner, separator=item.separator)))
    return out


def with_shared(node: StructureNode, shared: tuple[int, ...]) -> StructureNode:
    """The node with spans that belong to all of it."""
    if not shared:
        return node
    return group_of([node], Choose(0, None), shared)
