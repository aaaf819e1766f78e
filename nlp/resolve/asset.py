"""What: the product words of one lot become one catalogue name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nlp.tagged import Product


@dataclass(frozen=True)
class Named:
    """`name` None with `problem` set: the question's code; `candidates` are what it could be."""

    kind: Literal["gpu", "token"] = "gpu"
    name: str | None = None
    problem: str | None = None
    candidates: tuple[str, ...] = ()


def resolve_product(products: Sequence[Product]) -> Named:
    """All product words said of one lot. A family that holds one of the others narrows to it ("Hopper, the H200")."""
    if not products:
        return Named(problem="missing_asset")
    kind = products[0].kind
    if any(product.kind != kind for product in products):
        return Named(kind, problem="contradiction")
    if all(product.generic for product in products):
        return Named(kind, problem="missing_asset")
    if any(product.vague for product in products):
        return Named(kind, problem="ambiguous_asset")
    unknown = [product for product in products if not product.names]
    if unknown:
        suggestions = tuple(product.suggestion for product in unknown if product.suggestion)
        return Named(kind, problem="unknown_asset", candidates=suggestions)
    candidates = set(products[0].names)
    for product in products[1:]:
        candidates &= set(product.names)
    if not candidates:
        return Named(kind, problem="contradiction")
    if len(candidates) > 1:
        ordered = tuple(name for name in products[0].names if name in candidates)
        return Named(kind, problem="ambiguous_asset", candidates=ordered)
    return Named(kind, candidates.pop())
