"""What a choice would change, in the words of the cards."""

from __future__ import annotations

from collections.abc import Sequence

from app.services.edits import shape_of, with_changes
from app.services.errors import UserFacing
from app.ui.compose.fieldnames import letter_of
from app.ui.compose.lotwords import (
    asset_words,
    bid_headline,
    place_words,
    price_words,
    quantity_words,
    terms_words,
    window_words,
)
from app.ui.format import Format
from app.ui.words import Words
from auction_client.model.bid import Bid, ComputeAsset, Lot, lots_of
from auction_client.model.totals import worst_case_total
from nlp.draft import FieldChange


def effect_words(bid: Bid | None, changes: Sequence[FieldChange], t: Words, fmt: Format) -> str:
    """``a: ≤ $2.60 per GPU-hour · at most $416.00``; empty where the choice changes nothing that can be shown."""
    if bid is None or not changes:
        return ""
    try:
        after = with_changes(bid, changes)
    except (KeyError, UserFacing):
        return ""
    parts = _lot_parts(bid, after, t, fmt) if shape_of(bid) == shape_of(after) else [bid_headline(after, t, fmt)]
    total = worst_case_total(after.root)
    if total is not None and any(lot.side == "buy" for _, lot in lots_of(after.root)):
        parts.append(t("at most {amount}", amount=fmt.money(total)))
    return " · ".join(parts)


def _lot_parts(before: Bid, after: Bid, t: Words, fmt: Format) -> list[str]:
    said: dict[str, list[str]] = {}
    for (path, old), (_, new) in zip(lots_of(before.root), lots_of(after.root), strict=True):
        for words in _changed_words(old, new, t, fmt):
            said.setdefault(words, []).append(letter_of(path))
    return [f"{', '.join(letters)}: {words}" if letters != [""] else words for words, letters in said.items()]


def _changed_words(old: Lot, new: Lot, t: Words, fmt: Format) -> list[str]:
    each = [
        (quantity_words(lot, t, fmt), asset_words(lot), window_words(lot.delivery, t, fmt), price_words(lot, t, fmt),
         *((place_words(lot.asset, t), terms_words(lot.asset, t)) if isinstance(lot.asset, ComputeAsset) else ("", "")))
        for lot in (old, new)
    ]  # fmt: skip
    return [after for was, after in zip(*each, strict=True) if after != was and after]
