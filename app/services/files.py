"""Bids as files."""

from __future__ import annotations

from pathlib import Path

from app.services.errors import UserFacing
from auction_client.model.bid import Bid
from auction_client.model.errors import InvalidBid
from auction_client.model.parse import MAX_BYTES, bid_bytes, parse_bid

MOST_DOCUMENT = 4_000_000


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
    write_document(path, bid_bytes(bid) + b"\n")


def read_document(path: Path) -> bytes:
    """A document that somebody handed over. Raises UserFacing where it cannot be read or is too large to be one."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_DOCUMENT + 1)
    except OSError as error:
        raise UserFacing("file_unreadable", f"{path.name} could not be read", error.strerror or "") from None
    if len(data) > MOST_DOCUMENT:
        raise UserFacing("file_too_large", f"{path.name} is too large to be such a document")
    return data


def write_document(path: Path, data: bytes) -> None:
    """Writes the document whole or not at all. Raises UserFacing where the disk refuses."""
    fresh = path.with_name(path.name + ".new")
    try:
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError as error:
        raise UserFacing("file_unwritable", f"{path.name} could not be written", error.strerror or "") from None
