"""Edits of a bid by paths such as ``root.items[0].limit``, and what a bid still lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pydantic import JsonValue, ValidationError

from app.services.errors import UserFacing
from auction_client.model.bid import Bid, ComputeAsset, Group, Linked, Lot, children_of, lots_of
from nlp.draft import FieldChange, Question

_STEP = re.compile(r"([a-z_]+)|\[([0-9]{1,3})\]")


def steps_of(path: str) -> tuple[str | int, ...]:
    """``root.items[0].limit`` as ("root", "items", 0, "limit"). Raises KeyError for anything else."""
    steps: list[str | int] = []
    at = 0
    while at < len(path):
        if path[at] == "." and at > 0:
            at += 1
        found = _STEP.match(path, at)
        if not found:
            raise KeyError(path)
        steps.append(found.group(1) if found.group(1) else int(found.group(2)))
        at = found.end()
    if not steps:
        raise KeyError(path)
    return tuple(steps)


def value_at(bid: Bid, path: str) -> JsonValue:
    """The JSON value at the path. Raises KeyError where the bid has no such field."""
    found: JsonValue = _look_up(bid.model_dump(mode="json"), steps_of(path), path)
    return found


def _look_up(tree: Any, steps: Iterable[str | int], path: str) -> Any:
    for step in steps:
        if isinstance(step, int):
            if not isinstance(tree, list) or step >= len(tree):
                raise KeyError(path)
        elif not isinstance(tree, dict) or step not in tree:
            raise KeyError(path)
        tree = tree[step]
    return tree


def with_changes(bid: Bid, changes: Iterable[FieldChange]) -> Bid:
    """The bid with all the changes made together. Raises KeyError for a path it does not have and UserFacing where
    the result is no bid."""
    tree: dict[str, Any] = bid.model_dump(mode="json")
    for change in changes:
        *parents, last = steps_of(change.path)
        holder = _look_up(tree, parents, change.path)
        _look_up(holder, (last,), change.path)
        holder[last] = change.value
    try:
        return Bid.model_validate(tree)
    except ValidationError as error:
        message = str(error.errors(include_url=False)[0]["msg"]).removeprefix("Value error, ")
        raise UserFacing("edit_refused", message) from None


def shape_of(bid: Bid) -> str:
    """The tree without its values: two bids of equal shape have the same paths, with lots of the same GPU there."""
    return _shape(bid.root)


def _shape(node: Lot | Group | Linked) -> str:
    if isinstance(node, Lot):
        asset = node.asset
        name = asset.gpu if isinstance(asset, ComputeAsset) else asset.symbol
        return f"{node.side} {asset.type} {name or '?'}"
    inside = ",".join(_shape(child) for _, child in children_of(node))
    return f"{node.kind}({inside})"


def is_priced(bid: Bid, lot_path: str) -> bool:
    """Whether the lot has a limit, or a budget at it or above it (a sell lot needs its own limit)."""
    prefixes = [path for path, _ in _ancestors(bid, lot_path)]
    for path in (lot_path, *prefixes):
        if path == lot_path and value_at(bid, f"{path}.limit") is not None:
            return True
        if value_at(bid, f"{path}.budget") is not None and value_at(bid, f"{lot_path}.side") == "buy":
            return True
    return False


def _ancestors(bid: Bid, path: str) -> list[tuple[str, Group | Linked]]:
    found: list[tuple[str, Group | Linked]] = []

    def search(node: Lot | Group | Linked, at: str) -> None:
        for child_path, child in children_of(node, at):
            if path.startswith(child_path) and not isinstance(node, Lot):
                found.append((at, node))
                search(child, child_path)

    search(bid.root, "root")
    return found


def missing_fields(bid: Bid, code: str) -> tuple[str, ...]:
    """Paths of the fields that a ``missing_...`` code is about; none for any other code."""
    lots = list(lots_of(bid.root))
    if code == "missing_quantity":
        return tuple(f"{path}.quantity" for path, lot in lots if lot.quantity is None and lot.gpu_hours is None)
    if code == "missing_time":
        return tuple(
            f"{path}.delivery" for path, lot in lots if isinstance(lot.asset, ComputeAsset) and lot.delivery is None
        )
    if code == "missing_asset":
        fields = [
            (f"{path}.asset.gpu", lot.asset.gpu)
            if isinstance(lot.asset, ComputeAsset)
            else (f"{path}.asset.symbol", lot.asset.symbol)
            for path, lot in lots
        ]
        return tuple(path for path, name in fields if name is None)
    if code == "missing_limit":
        return tuple(f"{path}.limit" for path, _ in lots if not is_priced(bid, path))
    return ()


def still_missing(bid: Bid, code: str) -> bool | None:
    """Whether a ``missing_...`` code still holds of the bid; None for codes that the bid alone cannot answer."""
    return bool(missing_fields(bid, code)) if code.startswith("missing_") else None


def is_answered(
    question: Question, words: str, bid: Bid | None, pinned: frozenset[str], answers: frozenset[tuple[str, str]]
) -> bool:
    """Whether the user has answered: by choosing, by filling every missing field, or by setting each field that some
    choice would have set."""
    if (question.code, words) in answers:
        return True
    if bid is not None and still_missing(bid, question.code) is False:
        return True
    return any(
        choice.changes and all(change.path in pinned for change in choice.changes) for choice in question.choices
    )
