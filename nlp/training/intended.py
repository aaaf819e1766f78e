"""Whether the tagger, the resolvers and the assembler give back the bid that a synthetic request was written for.

The intended bid is built another way than the product builds it: each lot is written out in full, with what it takes
from its list or from the lot before it, and read alone, where there is nothing to relate.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from auction_client.model.bid import Bid, Group, Linked, Lot
from auction_client.model.catalogue import Catalogue
from auction_client.model.normal import normal_form
from nlp.assemble import assemble
from nlp.checker import doubts_of
from nlp.linking.lots import Setting
from nlp.linking.rules import link
from nlp.structure import LotNode, Structure
from nlp.tagged import CONTENT, Tagged
from nlp.training.tree import Node

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
"""When synthetic requests are made."""
_INHERITED = ("time", "place", "attribute")


@dataclass
class Checker:
    """Compares readings with intentions, in one catalogue."""

    catalogue: Catalogue
    tag: Callable[[str], Tagged]

    def plain_bid(self, tagged: Tagged) -> Bid | None:
        """What the rules read, where they have nothing to ask but a price."""
        structure = link(tagged)
        assembly = assemble(tagged, structure, self._setting(tagged))
        asked = {doubt.code for doubt, _ in doubts_of(tagged, structure, assembly)}
        return assembly.bid if asked <= {"missing_limit"} else None

    def bid_of(self, tagged: Tagged, structure: Structure) -> dict[str, Any] | None:
        """What the product makes of a structure, without budgets; None where it makes no bid."""
        bid = assemble(tagged, structure, self._setting(tagged)).bid
        return normal_form(_without_budgets(bid.root)) if bid else None

    def intended(self, root: Node) -> dict[str, Any] | None:
        """The bid that the tree was written for; None where a lot alone cannot be read."""
        built = self._build(root, {}, [])
        return normal_form(_without_budgets(built)) if built else None

    def _setting(self, tagged: Tagged) -> Setting:
        return Setting(self.catalogue, NOW, ZoneInfo("UTC"), tagged.korean)

    def _build(self, node: Node, shared: dict[str, str], before: list[dict[str, str]]) -> Lot | Group | Linked | None:
        if node.kind == "lot":
            return self._lot(node, shared, before)
        around = shared | node.said
        items = [self._build(item, around, before) for item in node.items]
        parts = [item for item in items if item is not None]
        if len(parts) < len(items):
            return None
        if node.kind == "then":
            return Linked(first=parts[0], then=parts[1])
        return Group(at_least=node.low, at_most=node.high, items=tuple(parts))

    def _lot(self, node: Node, shared: dict[str, str], before: list[dict[str, str]]) -> Lot | None:
        said = shared | node.said
        for kind in _INHERITED:
            nearest = next((words[kind] for words in reversed(before) if kind in words), None)
            if kind not in said and nearest is not None:
                said[kind] = nearest
        if "head" not in said and before:
            said["head"] = before[-1]["head"]
        if "product" in said and before:
            said["head"] = before[-1]["head"].replace(before[-1].get("name", "\0"), said["product"])
        before.append(said)
        text = ", ".join(said[kind] for kind in ("head", *_INHERITED, "price") if kind in said)
        tagged = self.tag(text)
        spans = tuple(span.id for span in tagged.spans if span.role in CONTENT)
        bid = assemble(tagged, Structure(LotNode(spans)), self._setting(tagged)).bid
        return bid.root if bid and isinstance(bid.root, Lot) else None


def _without_budgets(node: Lot | Group | Linked) -> Lot | Group | Linked:
    if isinstance(node, Lot):
        return node.model_copy(update={"budget": None})
    if isinstance(node, Linked):
        parts = {"first": _without_budgets(node.first), "then": _without_budgets(node.then)}
        return node.model_copy(update=parts | {"budget": None})
    items = tuple(_without_budgets(item) for item in node.items)
    return node.model_copy(update={"items": items, "budget": None})
