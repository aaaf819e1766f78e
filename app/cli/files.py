"""Reading the files that commands are given."""

from __future__ import annotations

import json
import os
from pathlib import Path

from app.cli.output import Refused
from auction_client.clearing.book import Book, InvalidBook, parse_book
from auction_client.model.bid import Bid
from auction_client.model.errors import InvalidBid
from auction_client.model.parse import parse_bid
from nlp.draft import Draft

_MAX_BOOK_BYTES = 200_000_000
_MAX_DRAFT_BYTES = 1_000_000


def bytes_of(path: Path, most: int) -> bytes:
    """The file's content; Refused where it cannot be read or is larger than `most` bytes."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror or error}", "check the path") from None
    if len(data) > most:
        raise Refused(f"{path} is larger than {most:,} bytes", "give the right file")
    return data


def write_new(path: Path, data: bytes) -> None:
    """Writes a file that was not there, for its owner's eyes; Refused where it is or cannot be written."""
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except FileExistsError:
        raise Refused(f"{path} exists already", "name another file with --out") from None
    except OSError as error:
        raise Refused(f"{path} cannot be written: {error.strerror or error}", "name another file with --out") from None


def book_in(path: Path) -> Book:
    """The book in a file; Refused where it is none."""
    try:
        return parse_book(bytes_of(path, _MAX_BOOK_BYTES))
    except InvalidBook as error:
        raise Refused(f"{path} is no book: {error}", "see docs/auction.md for what a book is") from None


def bid_in(path: Path) -> tuple[Bid, Draft | None]:
    """The bid in a file, or the bid of the draft in it; Refused where it is neither, or where the draft still asks."""
    data = bytes_of(path, _MAX_DRAFT_BYTES)
    draft = _draft_of(data)
    if draft is None:
        try:
            return parse_bid(data), None
        except InvalidBid as error:
            raise Refused(f"{path} is no bid: {error}", "mend the file, or make one with: draft TEXT --json") from None
    if draft.questions:
        asked = " / ".join(question.message for question in draft.questions)
        raise Refused(f"the draft still asks: {asked}", "answer by typing the request with what is missing")
    if draft.bid is None:
        raise Refused("the draft holds no bid", "type a request that names a quantity, a GPU, a time and a limit")
    return draft.bid, draft


def _draft_of(data: bytes) -> Draft | None:
    try:
        value = json.loads(data)
        return Draft.model_validate(value) if isinstance(value, dict) and "text" in value else None
    except (ValueError, RecursionError):
        return None
