# ruff: noqa: E501
"""What a number beside a product in nodes or racks counts: "4 B200 nodes", "B200 nodes, 4 of them", "nodes of B200: 4"."""

from __future__ import annotations

from dataclasses import replace

from nlp.idle_words import Word
from nlp.patterns import lazy
from nlp.tagged import CountUnit, Price, Quantity, Role
from nlp.tagging.base import Clean, Piece

_NODES_BEHIND = lazy(
    r"'?s?[ -]?(?:(?P<node>nodes?|servers?|box(?:es)?|machines?|hosts?|dgx)|(?P<rack>racks?))(?![a-z])(?![ -]?hour)"
)
_NODES_BEFORE = lazy(
    r"(?<![a-z])(?:(?P<node>nodes|servers|boxes|machines|hosts)|(?P<rack>racks)) (?:of|with)(?: nvidia| amd| the)? $"
)
_COUNTS_THEM = lazy(r"[^.]* of (?:them|these|those)$")
_SUM_OF_NODES = lazy(r"[0-9]{1,3} (?:in (?:all|total)|altogether|total|all told|overall)")
_INSIDE = lazy(r"(?<![a-z])(?:in|on|across|within|inside|over|using)(?![a-z])")
_BEFORE_COUNT = frozenset(
    {Role.SEPARATOR, Role.OPEN, Role.ATTRIBUTE, Role.CORRECTION, Role.TIME, Role.PRICE, Role.PLACE}
)
_STRONG = frozenset({".", ";", "newline"})


def node_counts(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """ "4 B200 nodes", "B200 nodes, 4 of them": the word beside the product says what the number counts."""
    out = list(pieces)
    for index, piece in enumerate(pieces):
        if piece.role is not Role.ASSET:
            continue
        behind = _NODES_BEHIND.match(clean.text, piece.end)
        said = behind or _NODES_BEFORE.search(clean.text, 0, piece.start)
        if said is None:
            continue
        unit: CountUnit = "node" if said["node"] else "rack"
        before = next((each for each in reversed(out[:index]) if each.role is not Role.ATTRIBUTE), None)
        counted: list[Piece] = []
        if behind and before is not None and isinstance(before.value, Quantity):
            glued = clean.text[before.end - 1 : before.end] in " x-"
            inside = _INSIDE.search(clean.text, before.end, piece.start)
            if before.value.unit == "gpu" and not (before.value.unit_said and (glued or inside)):
                counted = [before]
        else:
            counted = _counted_behind(clean, pieces[index + 1 :])
        out = [_counted_in(unit, each) if each in counted else each for each in out]
        if behind is None:
            continue
        end = behind.end()
        longer = replace(piece, end=end)
        words = [word for word in words if not piece.end <= word.start < end]
        out = [longer if each is piece else each for each in out if not piece.end <= each.start < end]
    return out, words


def _counted_in(unit: CountUnit, piece: Piece) -> Piece:
    if isinstance(piece.value, Price):
        return replace(
            piece, role=Role.QUANTITY, value=Quantity(piece.value.amount, piece.value.amount, unit, unit_said=True)
        )
    assert isinstance(piece.value, Quantity)
    return replace(piece, value=replace(piece.value, unit=unit, unit_said=True, bare=False))


def _counted_behind(clean: Clean, behind: list[Piece]) -> list[Piece]:
    """The bare count, or its two bounds, that a product in nodes has behind it: no other product stands between or
    directly after it, and apart from the product it says that it is of them."""
    apart = False
    for index, piece in enumerate(behind):
        said = clean.text[piece.start : piece.end]
        if isinstance(piece.value, Quantity):
            bounds = behind[index : index + 3]
            if len(bounds) < 3 or bounds[1].role is not Role.JOINER or not isinstance(bounds[2].value, Quantity):
                bounds = [piece]
            follows = behind[index + len(bounds)] if index + len(bounds) < len(behind) else None
            if (follows and follows.role is Role.ASSET) or (apart and not _COUNTS_THEM.match(said)):
                return []
            counts = [each for each in bounds if isinstance(each.value, Quantity)]
            return counts if all(isinstance(each.value, Quantity) and each.value.bare for each in counts) else []
        if isinstance(piece.value, Price) and not apart and _SUM_OF_NODES.fullmatch(said):
            return [piece]
        dash = piece.role is Role.LABEL and said == "-" and not clean.text[: piece.start].rstrip(" ").endswith("\n")
        if piece.role not in _BEFORE_COUNT and not dash:
            return []
        apart = apart or piece.value in _STRONG or piece.role in (Role.TIME, Role.PRICE)
    return []
