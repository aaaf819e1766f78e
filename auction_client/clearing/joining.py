"""A book and one bid more, without laying the book out again: the new bid's arrays are hung behind the book's.

Laying out a book of a thousand bids takes a tenth of a second; one bid takes a millisecond. What the present bids can
be served by is left as it was laid out without the new one.
"""

from __future__ import annotations

from copy import copy

import numpy as np

from auction_client.clearing.curve_book import CurveBook, Ints, whole_numbers
from auction_client.clearing.layout import Kind


def joined(base: CurveBook, further: CurveBook, middles: Ints) -> CurveBook:
    """The base book with the one discrete bid of another `CurveBook` of the same market behind its own, on the base's
    curves. The layout stays the base's: the new bid's lots have no piece in it. middles: `middles_of(base)`, worth
    keeping."""
    assert len(further.discrete) == 1
    other = copy(base)
    other.discrete = [*base.discrete, -1]
    other.alternatives = [*base.alternatives, *further.alternatives]
    other.lot_piece = [*base.lot_piece, *([-1] * len(further.lot_piece))]
    for name in ("bid_alternatives", "alternative_lots", "alternative_caps", "lot_options", "span_start"):
        setattr(other, name, _continued(getattr(base, name), getattr(further, name)))
    caps, options = int(base.alternative_caps[-1]), int(base.lot_options[-1])
    for name in (
        "lot_kind",
        "lot_sign",
        "lot_quantity",
        "lot_least",
        "lot_hours",
        "lot_volume",
        "lot_cap",
        "lot_limit",
    ):
        setattr(other, name, np.concatenate([getattr(base, name), getattr(further, name)]))
    kinds = int(base.bid_alternatives[-1])
    other.alternative_kind = np.concatenate([base.alternative_kind[:kinds], further.alternative_kind])
    for name in ("cap_amount", "cap_parent"):
        setattr(other, name, np.concatenate([getattr(base, name)[:caps], getattr(further, name)]))
    for name in ("option_item", "option_width"):
        setattr(other, name, np.concatenate([getattr(base, name)[:options], getattr(further, name)]))
    _join_groups(other, base, further, middles)
    return other


def _continued(starts: Ints, further: Ints) -> Ints:
    """Offsets into a list, and those of the list that is put behind it."""
    return whole_numbers(np.concatenate([starts, starts[-1] + further[1:]]))


def _join_groups(other: CurveBook, base: CurveBook, further: CurveBook, middles: Ints) -> None:
    """The new bid among those that want each of its products, at its place in time."""
    number = len(base.discrete)
    groups = further.bid_group[: int(further.bid_groups_start[-1])]
    members = int(base.group_start[-1])
    own = middles_of(further)
    other.group_start = base.group_start.copy()
    places = base.bid_place[: int(base.bid_groups_start[-1])].copy()
    owned = base.bid_group[: len(places)]
    at = np.zeros(len(groups), dtype=np.int64)
    for index, group in enumerate(groups.tolist()):
        first, behind = int(base.group_start[group]), int(base.group_start[group + 1])
        mine = own[int(further.group_start[group])]
        at[index] = np.searchsorted(middles[first:behind], mine, side="right")
        other.group_start[group + 1 :] += 1
        places[(owned == group) & (places >= at[index])] += 1
    other.group_bids = np.insert(base.group_bids[:members], base.group_start[groups] + at, number)
    other.bid_group = whole_numbers(np.concatenate([owned, groups]))
    other.bid_place = whole_numbers(np.concatenate([places, at]))
    other.bid_groups_start = _continued(base.bid_groups_start, further.bid_groups_start)


def middles_of(book: CurveBook) -> Ints:
    """By what the bids of each product are sorted: for every entry of `group_bids`, twice the middle of its window."""
    pieces = book.layout.pieces
    found: list[int] = []
    centres: list[dict[int, int]] = []
    for alternatives in book.alternatives:
        centre: dict[int, int] = {}
        for alternative in alternatives:
            for index, served, _ in alternative.lots:
                piece = pieces[index]
                for product in served:
                    group = int(book.item_group[product]) if piece.kind is Kind.TOKEN else product
                    centre.setdefault(group, piece.first + piece.last)
        centres.append(centre)
    for group in range(len(book.group_start) - 1):
        bids = book.group_bids[book.group_start[group] : book.group_start[group + 1]]
        found += [centres[bid][group] for bid in bids.tolist()]
    return whole_numbers(found)
