"""Whether an account holds what a bid sells, beside what its other open bids already offer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import select

from auction_client.clearing.book import Product, meets
from auction_client.model.bid import Bid, ComputeAsset, Group, Linked, Lot, Node, children_of, lots_of
from auction_client.practice.store.schema import holdings, instant, micros, positions
from auction_client.practice.store.session import AccountState, Session

Cell = tuple[str, int]
"""(product id, hours since 1970), or (token symbol, -1)."""
_HOUR = 3_600_000_000


class Uncovered(ValueError):
    """The bid sells what the account does not hold; the text says what and when."""


class Coverage:
    """Judges sells. `assets`: the asset that names each product exactly, and the product."""

    def __init__(self, assets: Mapping[ComputeAsset, Product]) -> None:
        self._assets = assets

    def cover(self, bid: Bid, session: Session, state: AccountState, replaces: str | None) -> Bid:
        """The bid with every compute sell lot naming the one product that covers it. Raises Uncovered.

        A sell lot needs its quantity in every hour of its window, since it may be served in any of them.
        """
        if all(lot.side == "buy" for _, lot in lots_of(bid.root)):
            return bid
        free = _held(session, state.account)
        for client_id, row in state.open.items():
            if client_id != replaces and row.covered is not None:
                free.subtract(self._needed(Bid.model_validate_json(row.covered).root))
        root = self._named(bid.root, free)
        short = [cell for cell, needed in self._needed(root).items() if free[cell] < needed]
        if short:
            raise Uncovered(_words(min(short, key=lambda cell: cell[1]), free))
        return bid.model_copy(update={"root": root})

    def _needed(self, node: Node) -> Counter[Cell]:
        """The most that accepting the node can sell of each cell; its sell lots name their products."""
        if isinstance(node, Lot):
            if node.side == "buy":
                return Counter()
            if not isinstance(node.asset, ComputeAsset):
                return Counter({(node.asset.symbol or "", -1): node.quantity or 0})
            product = self._assets[node.asset].id
            return Counter({(product, hour): node.quantity or 0 for hour in _hours(node)})
        parts = [self._needed(child) for _, child in children_of(node)]
        most = node.at_most if isinstance(node, Group) else len(parts)
        cells = set().union(*parts)
        return Counter({cell: sum(sorted((part[cell] for part in parts), reverse=True)[:most]) for cell in cells})

    def _named(self, node: Node, free: Counter[Cell]) -> Node:
        if isinstance(node, Group):
            return node.model_copy(update={"items": tuple(self._named(item, free) for item in node.items)})
        if isinstance(node, Linked):
            return node.model_copy(
                update={"first": self._named(node.first, free), "then": self._named(node.then, free)}
            )
        if node.side == "buy" or not isinstance(node.asset, ComputeAsset):
            return node
        hours = _hours(node)
        best: tuple[int, ComputeAsset] | None = None
        for asset, product in self._assets.items():
            if meets(node, product):
                least = min((free[(product.id, hour)] for hour in hours), default=0)
                if best is None or least > best[0]:
                    best = (least, asset)
        if best is None:
            raise Uncovered("no product of the exchange is what the sell lot describes")
        least, asset = best
        quantity = node.quantity
        if quantity is None:
            if least <= 0 or least * len(hours) < (node.gpu_hours or 0):
                raise Uncovered(_words((self._assets[asset].id, hours.start), free))
            quantity = least
        return node.model_copy(update={"asset": asset, "quantity": quantity})


def _held(session: Session, account: str) -> Counter[Cell]:
    free: Counter[Cell] = Counter()
    for row in session.connection.execute(select(positions).where(positions.c.account == account)):
        for hour in range(row.start // _HOUR, row.end // _HOUR):
            free[(row.product, hour)] += row.quantity
    for row in session.connection.execute(select(holdings).where(holdings.c.account == account)):
        free[(row.symbol, -1)] += row.quantity
    return free


def _hours(lot: Lot) -> range:
    assert lot.delivery is not None
    return range(micros(lot.delivery.start) // _HOUR, -(-micros(lot.delivery.end) // _HOUR))


def _words(cell: Cell, free: Counter[Cell]) -> str:
    held = max(0, free[cell])
    if cell[1] < 0:
        return f"{held:,} {cell[0]} are held and not offered yet"
    return f"{held:,} x {cell[0]} are held and not offered yet at {instant(cell[1] * _HOUR).isoformat()}"
