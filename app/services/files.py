"""Bids as files."""

from __future__ import annotations

from pathlib import Path

from app.services.errors import UserFacing
from auction_client.model.bid import Bid
from auction_client.model.errors import InvalidBid
from auction_client.model.parse import MAX_BYTES, bid_bytes, parse_bid


def load_bid_file(path: Path) -> Bid:
    """Raises UserFacing where the file cannot be read or holds no bid."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserFacing("file_unreadable", f"{path.name} could not be read", error.strerror or "") from None
    try:
        return parse_bid(data)
    except InvalidBid as error:
        raise UserFacing("file_no_bid", f"{path.name} holds no bid", str(error)) from None


def save_bid_file(path: Path, bid: Bid) -> None:
    """Writes the bid whole or not at all. Raises UserFacing where the disk refuses."""
    fresh = path.with_name(path.name + ".new")
    try:
        fresh.write_bytes(bid_bytes(bid) + b"\n")
        fresh.replace(path)
    except OSError as error:
        raise UserFacing("file_unwritable", f"{path.name} could not be written", error.strerror or "") from None
