"""Answers of the model as structures over spans, and back."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.linker.interface import NotSayable, Request
from nlp.models.symbols import ALL, ANY, CLOSE, DROP, END, LETTERS, ONE, OPERATORS, PART, THEN
from nlp.structure import GroupNode, LinkedNode, LotNode, Structure, StructureNode


def symbols_of(structure: Structure, request: Request) -> tuple[str, ...]:
    """The answer that says this structure. Raises NotSayable where it parts a unit or needs a span that is none."""
    letter = {span: index for index, unit in enumerate(request.units) for span in unit.spans}

    def letters(spans: tuple[int, ...]) -> list[str]:
        found: dict[int, set[int]] = {}
        for span in spans:
            if span in letter:
                found.setdefault(letter[span], set()).add(span)
        for index, held in found.items():
            if held != set(request.units[index].spans):
                raise NotSayable(f"the structure parts the spans {request.units[index].spans}")
        return [LETTERS[index] for index in sorted(found)]

    def write(node: StructureNode) -> list[str]:
        if isinstance(node, LotNode):
            return letters(node.spans)
        items: tuple[StructureNode, ...]
        if isinstance(node, LinkedNode):
            head, items = THEN, (node.first, node.then)
        else:
            bounds, items = (node.at_least, node.at_most), node.items
            head = ONE if bounds == (1, 1) else ALL if bounds == (len(items), len(items)) else ANY
        parts = [write(item) for item in items]
        return [head, *[symbol for part in parts for symbol in (PART, *part)][1:], CLOSE, *letters(node.spans)]

    dropped = letters(structure.dropped)
    return (*write(structure.root), *((DROP, *dropped) if dropped else ()), END)


def structure_of(symbols: Sequence[str], request: Request) -> Structure:
    """Reads an answer back. Raises NotSayable for anything the symbols do not say."""
    rest = list(symbols)
    choices = [choice for choice in request.choices if choice != (1, 1)]

    def letters() -> tuple[int, ...]:
        spans: list[int] = []
        while rest and rest[0] in LETTERS:
            index = LETTERS.index(rest.pop(0))
            if index >= len(request.units):
                raise NotSayable("the answer points at no unit")
            spans.extend(request.units[index].spans)
        return tuple(sorted(spans))

    def node() -> StructureNode:
        head = rest[0] if rest else ""
        if head not in OPERATORS:
            spans = letters()
            if not spans:
                raise NotSayable("the answer has a part with nothing in it")
            return LotNode(spans)
        rest.pop(0)
        bounds = choices.pop(0) if head == ANY and choices else (1, None)
        items = [node()]
        while rest and rest[0] == PART:
            rest.pop(0)
            items.append(node())
        if not rest or rest.pop(0) != CLOSE:
            raise NotSayable("the answer leaves a group open")
        shared = letters()
        if head == THEN:
            if len(items) != 2:
                raise NotSayable("a link has two parts")
            return LinkedNode(items[0], items[1], shared)
        low, high = (1, 1) if head == ONE else (len(items), len(items)) if head == ALL else bounds
        high = len(items) if high is None else high
        if not 1 <= low <= high <= len(items):
            raise NotSayable(f"the answer chooses {low} to {high} of {len(items)}")
        return GroupNode(low, high, tuple(items), shared)

    root = node()
    dropped: tuple[int, ...] = ()
    if rest and rest[0] == DROP:
        rest.pop(0)
        dropped = letters()
    if rest != [END]:
        raise NotSayable("the answer goes on behind its end")
    return Structure(_with_whole(root, request.whole), dropped)


def _with_whole(root: StructureNode, whole: tuple[int, ...]) -> StructureNode:
    """Adds the spans that speak of the whole bid."""
    if not whole:
        return root
    spans = tuple(sorted({*root.spans, *whole}))
    if isinstance(root, LotNode):
        return LotNode(spans)
    if isinstance(root, LinkedNode):
        return LinkedNode(root.first, root.then, spans)
    return GroupNode(root.at_least, root.at_most, root.items, spans)
