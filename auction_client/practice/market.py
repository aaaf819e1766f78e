"""The market of one seed: the book of any auction, with or without names, and the prices that were simulated before
the exchange first opened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auction_client.clearing.book import Book, BookBid
from auction_client.model.bid import Bid
from auction_client.model.catalogue import Catalogue
from auction_client.practice.levels import Horizon
from auction_client.practice.products import Listing, listings_of
from auction_client.practice.rivals import rivals
from auction_client.practice.supply import exactly, supply


@dataclass(frozen=True)
class OwnBid:
    """An account's bid as it enters a book."""

    account: str
    client_id: str
    bid: Bid

    @property
    def id(self) -> str:
        """Its id in the book. The slash keeps it apart from all simulated ids."""
        return f"{self.account}/{self.client_id}"


class Market:
    """Builds books. Pure: the same seed, auction and horizon give the same book."""

    def __init__(self, seed: int, catalogue: Catalogue, gpus: frozenset[str] | None = None) -> None:
        self.seed = seed
        self.catalogue = catalogue
        self.listings: tuple[Listing, ...] = tuple(
            listing for listing in listings_of(catalogue) if gpus is None or listing.product.gpu in gpus
        )
        self.products = tuple(listing.product for listing in self.listings)
        self.assets = {exactly(listing): listing.product for listing in self.listings}
        self.product_by_id = {product.id: product for product in self.products}
        self._kept: tuple[tuple[int, Horizon], tuple[BookBid, ...]] | None = None
        self.tokens = tuple(token.symbol for token in catalogue.tokens)

    def book(self, auction: int, horizon: Horizon, filled_rivals: frozenset[str], own: Iterable[OwnBid]) -> Book:
        """All bids of an auction: providers, rivals that are not filled yet, and the accounts' own."""
        bids = [bid for bid in self._simulated(auction, horizon) if bid.id not in filled_rivals]
        bids += [BookBid(id=each.id, account=each.account, root=each.bid.root) for each in own]
        return Book(
            start=horizon.start, slots=horizon.slots, products=self.products, tokens=self.tokens, bids=tuple(bids)
        )

    def _simulated(self, auction: int, horizon: Horizon) -> tuple[BookBid, ...]:
        key = (auction, horizon)
        kept = self._kept
        if kept is None or kept[0] != key:
            bids = (
                *supply(self.seed, auction, self.listings, horizon),
                *rivals(self.seed, auction, self.listings, self.catalogue, horizon),
            )
            self._kept = kept = (key, bids)
        return kept[1]


def anonymous(book: Book) -> Book:
    """The same book with ids and accounts that mean nothing outside it."""
    names: dict[str, str] = {}
    return book.with_bids(
        BookBid.model_construct(id=f"b{index}", account=names.setdefault(bid.account, f"a{len(names)}"), root=bid.root)
        for index, bid in enumerate(book.bids)
    )
