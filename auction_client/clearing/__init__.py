"""Clearing: books of bids, the engine that clears them at uniform prices, the verifier and the estimate. No network.

The doors are loaded when first used, so that importing the data types does not load a solver.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from auction_client.clearing.book import Book, BookBid, InvalidBook, Product, book_bytes, parse_book
    from auction_client.clearing.engine import clear
    from auction_client.clearing.estimates import Estimate
    from auction_client.clearing.estimation import Estimator, estimate
    from auction_client.clearing.outcome import Fill, LotFill, Outcome
    from auction_client.clearing.verifier import verify

__all__ = [
    "Book",
    "BookBid",
    "Estimate",
    "Estimator",
    "Fill",
    "InvalidBook",
    "LotFill",
    "Outcome",
    "Product",
    "book_bytes",
    "clear",
    "estimate",
    "parse_book",
    "verify",
]

_HOMES = {
    "book": ("Book", "BookBid", "InvalidBook", "Product", "book_bytes", "parse_book"),
    "outcome": ("Fill", "LotFill", "Outcome"),
    "engine": ("clear",),
    "verifier": ("verify",),
    "estimates": ("Estimate",),
    "estimation": ("Estimator", "estimate"),
}


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
