"""Edits made by hand and the text they were made over: which still hold, where they belong now, and what they overrule.

A pin holds against later readings. It follows its lot when the text around it changes; it goes when the text takes the
lot away, rebuilds a group that was rearranged by hand, or comes to say what was missing when the pin filled the gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from app.services.edits import shape_of, value_at, with_changes
from app.services.errors import UserFacing
from app.services.store import Pin, Snapshot
from auction_client.model.bid import Bid, ComputeAsset, Lot, lots_of
from nlp.draft import FieldChange


def is_arrangement(change: FieldChange) -> bool:
    """Whether an edit sets a whole node: items were moved, added or taken out."""
    return isinstance(change.value, dict) and "kind" in change.value


@dataclass(frozen=True)
class Merged:
    """A reading with the pins laid over it. `pins`: those that hold, at their present paths; `released`: paths of those
    that do not; `overruled`: paths where the bid is not what the text says."""

    bid: Bid | None
    pins: tuple[Pin, ...] = ()
    released: tuple[str, ...] = ()
    overruled: tuple[str, ...] = ()


def pins_for(read: Bid | None, changes: Iterable[FieldChange]) -> tuple[Pin, ...]:
    """Pins of edits made over this reading."""
    shape = shape_of(read) if read is not None else ""
    return tuple(
        Pin(
            change=change,
            shape=shape,
            was=_value_or_none(read, change.path),
            lot=_lot_name(read, change.path) if read is not None else "",
        )
        for change in changes
    )


def set_by_hand(snapshot: Snapshot, changes: Sequence[FieldChange], bid: Bid | None, read: Bid | None) -> Snapshot:
    """The snapshot with edits of the bid as it is shown; `read`: the bid of the words alone. Raises UserFacing where
    the result is no bid."""
    if bid is None:
        raise UserFacing("nothing_to_edit", "There is no bid to edit yet")
    try:
        edited = with_changes(bid, changes)
    except KeyError as error:
        raise UserFacing("edit_refused", f"The bid has no field {error.args[0]}") from None
    if any(is_arrangement(pin.change) for pin in snapshot.pins) and {"good_until"} != {each.path for each in changes}:
        # paths of a tree arranged by hand mean nothing in the tree that is read: the tree is kept whole
        changes = [FieldChange(path="root", value=edited.model_dump(mode="json")["root"])]
    paths = {change.path for change in changes}
    kept = tuple(pin for pin in snapshot.pins if not _lies_under(pin.change.path, paths))
    return snapshot.model_copy(update={"pins": kept + pins_for(read, changes)})


def _lies_under(path: str, paths: set[str]) -> bool:
    """Whether a path is one of these or a field inside one of them."""
    return any(path == above or path.startswith((f"{above}.", f"{above}[")) for above in paths)


def merge(read: Bid | None, pins: tuple[Pin, ...]) -> Merged:
    """The reading with the pins that hold."""
    if read is None:
        return Merged(None)
    shape = shape_of(read)
    kept: list[Pin] = []
    released: list[str] = []
    for pin in pins:
        here = _here(read, shape, pin)
        if here is None:
            released.append(pin.change.path)
        else:
            kept.append(here)
    try:
        bid = with_changes(read, [pin.change for pin in kept])
    except (UserFacing, KeyError):
        return Merged(read, (), tuple(pin.change.path for pin in pins))
    overruled = tuple(pin.change.path for pin in kept if _overrules(read, pin))
    return Merged(bid, tuple(kept), tuple(released), overruled)


def _here(read: Bid, shape: str, pin: Pin) -> Pin | None:
    """The pin at its present path; None where it no longer holds."""
    path = pin.change.path
    if pin.lot:
        lot = next((at for at, name in _named_lots(read) if name == pin.lot), None)
        if lot is None:
            return None
        path = lot + path[len(_lot_path(path)) :]
        fills_a_gap = pin.was in (None, [], False)
        if fills_a_gap and _value_or_none(read, path) != pin.was:
            return None
    elif path != "good_until" and (pin.shape != shape or _value_or_none(read, path) != pin.was):
        return None
    return pin.model_copy(update={"change": FieldChange(path=path, value=pin.change.value)})


def _overrules(read: Bid, pin: Pin) -> bool:
    return _value_or_none(read, pin.change.path) != pin.change.value


def _lot_path(path: str) -> str:
    """The path of the lot that a field's path lies in, as far as its text tells."""
    for field in (".asset", ".delivery", ".quantity", ".min_quantity", ".gpu_hours", ".side", ".limit", ".budget"):
        if field in path:
            return path[: path.index(field)]
    return path


def _lot_name(read: Bid, path: str) -> str:
    """The lot of a field, by what it is and how many like it come before it; empty for a field of no lot."""
    lot_path = _lot_path(path)
    if lot_path == path:
        return ""
    return next((name for at, name in _named_lots(read) if at == lot_path), "")


def _named_lots(bid: Bid) -> Iterator[tuple[str, str]]:
    seen: dict[str, int] = {}
    for path, lot in lots_of(bid.root):
        kind = _kind(lot)
        seen[kind] = seen.get(kind, 0) + 1
        yield path, f"{kind} {seen[kind]}"


def _kind(lot: Lot) -> str:
    name = lot.asset.gpu if isinstance(lot.asset, ComputeAsset) else lot.asset.symbol
    return f"{lot.side} {name or '?'}"


def _value_or_none(bid: Bid | None, path: str) -> JsonValue:
    if bid is None:
        return None
    try:
        return value_at(bid, path)
    except KeyError:
        return None
