"""A book: the products and tokens on sale, the hours they are sold for, and every bid of one auction."""

from __future__ import annotations

import gc
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from auction_client.model.bid import MAX_DEPTH, MAX_ITEMS, ComputeAsset, Lot, Node, children_of, depth_of, lots_of
from auction_client.model.errors import Problem
from auction_client.model.fields import Count, Flag, Form, Instant, Interconnect, Name, Uptime, Word, Words
from auction_client.model.parse import as_problem
from auction_client.model.strict_json import StrictJsonError, read_json

MAX_BYTES = 200_000_000
MAX_SLOTS = 8_784  # a leap year of hours
Id = Annotated[str, Field(strict=True, min_length=1, max_length=128)]


class InvalidBook(ValueError):
    """The input is not a book. ``problems`` lists the faults found, never empty."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        shown = [f"{p.path}: {p.message}" if p.path else p.message for p in problems[:5]]
        more = [f"and {len(problems) - 5} more faults"] if len(problems) > 5 else []
        super().__init__("; ".join(shown + more))


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Product(_Part):
    """One kind of GPU in one region under one set of terms; every hour of it is one item of the market."""

    id: Id
    gpu: Name
    form: Form | None = None
    memory_gb: Count | None = None
    interconnect: Interconnect | None = None
    region: Word
    uptime: Uptime
    interruptible: Flag = False
    tags: Words = ()


class BookBid(_Part):
    """One bid of a book. `root` is a tree of the bid language in which every lot has a quantity and a price."""

    id: Id
    account: Id
    root: Node

    @model_validator(mode="after")
    def _can_be_cleared(self) -> BookBid:
        faults = list(_faults_of(self.root))
        if faults:
            raise ValueError("; ".join(faults))
        return self


class Book(_Part):
    """All that one auction clears. `start` is the first slot's start; slots are `slot_minutes` long."""

    version: Literal[1] = 1
    start: Instant
    slots: Annotated[int, Field(strict=True, ge=1, le=MAX_SLOTS)]
    slot_minutes: Literal[15, 30, 60] = 60
    products: tuple[Product, ...]
    tokens: tuple[Name, ...] = ()
    bids: tuple[BookBid, ...]

    @model_validator(mode="after")
    def _names_are_unique(self) -> Book:
        for what, names in (
            ("product id", [p.id for p in self.products]),
            ("token", list(self.tokens)),
            ("bid id", [b.id for b in self.bids]),
        ):
            twice = [name for name, count in Counter(names).items() if count > 1]
            if twice:
                raise ValueError(f"the {what} {twice[0]!r} stands twice")
        return self

    def with_bids(self, bids: Iterable[BookBid]) -> Book:
        """The same market with these bids instead; they must have been validated already, with unique ids."""
        return self.model_copy(update={"bids": tuple(bids)})


def meets(lot: Lot, product: Product) -> bool:
    """Whether this product satisfies the compute lot's requirements."""
    asset = lot.asset
    if not isinstance(asset, ComputeAsset) or asset.gpu != product.gpu:
        return False
    return (
        asset.form in (None, product.form)
        and asset.memory_gb in (None, product.memory_gb)
        and asset.interconnect in (None, product.interconnect)
        and (not asset.regions or product.region in asset.regions)
        and product.region not in asset.not_regions
        and (asset.min_uptime is None or Decimal(product.uptime) >= Decimal(asset.min_uptime))
        and (not product.interruptible or lot.side == "sell" or asset.interruptible)
        and set(asset.tags) <= set(product.tags)
    )


def parse_book(data: bytes | str) -> Book:
    """Reads one book. Raises InvalidBook that says what is wrong and where."""
    try:
        raw = read_json(data, MAX_BYTES)
    except StrictJsonError as error:
        raise InvalidBook([Problem(path="", code=error.code, message=str(error))]) from None
    try:
        with uncollected():
            return Book.model_validate(raw)
    except ValidationError as error:
        raise InvalidBook([as_problem(fault) for fault in error.errors(include_url=False)]) from None


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage collection meanwhile: it would walk a growing book again and again, a third of the time to read it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def book_bytes(book: Book) -> bytes:
    """The book's JSON: sorted keys, no spaces, UTF-8. Equal books give equal bytes."""
    return json.dumps(book.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _faults_of(root: Node) -> Iterator[str]:
    if depth_of(root) > MAX_DEPTH:
        yield f"the tree is more than {MAX_DEPTH} levels deep"
    elif sum(1 for _ in lots_of(root)) > MAX_ITEMS:
        yield f"a bid of a book has at most {MAX_ITEMS} lots"
    for path, lot in lots_of(root):
        if lot.quantity is None and lot.gpu_hours is None:
            yield f"{path} has no quantity"
        if isinstance(lot.asset, ComputeAsset):
            if lot.asset.gpu is None:
                yield f"{path} names no GPU"
            if lot.delivery is None:
                yield f"{path} has no delivery window"
        elif lot.asset.symbol is None:
            yield f"{path} names no token"
        if lot.side == "sell" and lot.limit is None:
            yield f"{path} sells without a limit"
    yield from (f"{path} has neither a limit nor a budget at it or above it" for path in _unpriced(root, "root"))


def _unpriced(node: Node, path: str) -> Iterator[str]:
    if node.budget is not None:
        return
    if isinstance(node, Lot):
        if node.limit is None and node.side == "buy":
            yield path
        return
    for child_path, child in children_of(node, path):
        yield from _unpriced(child, child_path)
