"""The bid language: frozen trees of lots, groups and linked nodes.

The tree follows the tree-based bidding language (TBBL; Cavallo, Parkes et al., 2005) and the electricity exchanges'
blocks, exclusive groups and linked blocks. A field may be null in a draft; `submission.problems_of` tells what a bid
still lacks before it can be submitted. Parsing of untrusted bytes is in `parse`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from auction_client.model.fields import (
    Count,
    Flag,
    Form,
    Instant,
    Interconnect,
    Money,
    Name,
    Side,
    Uptime,
    Words,
)

MAX_LOTS = 64  # of a bid that a person submits
MAX_ITEMS = 512  # of a group; books of bundle auctions need more than a person writes
MAX_DEPTH = 16


class Frozen(BaseModel):
    """Base of all values of the language: immutable, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ComputeAsset(Frozen):
    """GPUs that meet requirements; null or empty means any."""

    type: Literal["compute"] = "compute"
    gpu: Name | None
    form: Form | None = None
    memory_gb: Count | None = None
    interconnect: Interconnect | None = None
    regions: Words = ()
    not_regions: Words = ()
    min_uptime: Uptime | None = None
    interruptible: Flag = False
    tags: Words = ()


class TokenAsset(Frozen):
    """Units of a model token."""

    type: Literal["token"] = "token"
    symbol: Name | None


Asset = Annotated[ComputeAsset | TokenAsset, Field(discriminator="type")]


class Delivery(Frozen):
    """`hours` hours inside [start, end): one unbroken run where `contiguous`; null hours = the whole window."""

    start: Instant
    end: Instant
    hours: Count | None = None
    contiguous: Flag = True

    @property
    def window_hours(self) -> float:
        """Elapsed hours between start and end, also where a change of the clocks lies between them."""
        return (self.end.astimezone(UTC) - self.start.astimezone(UTC)) / timedelta(hours=1)

    @model_validator(mode="after")
    def _window_holds_its_hours(self) -> Delivery:
        if self.window_hours <= 0:
            raise ValueError("the delivery ends before it starts")
        if self.hours is not None and self.hours > self.window_hours:
            raise ValueError(f"{self.hours} hours do not fit into a window of {self.window_hours:g} hours")
        return self


class Lot(Frozen):
    """The leaf: a quantity of one asset, delivered in one window, at a limit.

    `limit` is USD per GPU-hour (or per token), `budget` USD in total. With `gpu_hours` it is a volume lot: up to that
    many GPU-hours in any shape inside the window, at most `quantity` GPUs at a time.
    """

    kind: Literal["lot"] = "lot"
    side: Side = "buy"
    quantity: Count | None
    min_quantity: Count | None = None
    gpu_hours: Count | None = None
    asset: Asset
    delivery: Delivery | None
    limit: Money | None = None
    budget: Money | None = None

    @model_validator(mode="after")
    def _fields_agree(self) -> Lot:
        if self.min_quantity is not None and self.quantity is not None and self.min_quantity > self.quantity:
            raise ValueError(f"min_quantity {self.min_quantity} is above quantity {self.quantity}")
        if isinstance(self.asset, TokenAsset):
            if self.delivery is not None:
                raise ValueError("a token lot has no delivery")
            if self.gpu_hours is not None:
                raise ValueError("a token lot has no gpu_hours")
        return self


class Group(Frozen):
    """If accepted, at least `at_least` and at most `at_most` of the items are. Order is preference, for exact ties."""

    kind: Literal["group"] = "group"
    at_least: Count
    at_most: Count
    items: Annotated[tuple[Node, ...], Field(min_length=1, max_length=MAX_ITEMS)]
    same_region: Flag = False
    budget: Money | None = None

    @model_validator(mode="after")
    def _bounds_fit_the_items(self) -> Group:
        if not self.at_least <= self.at_most <= len(self.items):
            raise ValueError(
                f"a group of {len(self.items)} cannot take at least {self.at_least} and at most {self.at_most}"
            )
        return self


class Linked(Frozen):
    """`then` is accepted only together with `first`; `first` may stand alone."""

    kind: Literal["linked"] = "linked"
    first: Node
    then: Node
    budget: Money | None = None


Node = Annotated[Lot | Group | Linked, Field(discriminator="kind")]
Group.model_rebuild()
Linked.model_rebuild()


class Bid(Frozen):
    """A whole bid. `good_until`: when an unfilled bid lapses; null = when its last delivery window opens."""

    version: Literal[1] = 1
    root: Node
    good_until: Instant | None = None

    @model_validator(mode="after")
    def _tree_is_bounded(self) -> Bid:
        if depth_of(self.root) > MAX_DEPTH:
            raise ValueError(f"the tree is more than {MAX_DEPTH} levels deep")
        if sum(1 for _ in lots_of(self.root)) > MAX_LOTS:
            raise ValueError(f"a bid has at most {MAX_LOTS} lots")
        return self


def children_of(node: Lot | Group | Linked, path: str = "root") -> list[tuple[str, Lot | Group | Linked]]:
    """The node's direct children with their paths, in order."""
    if isinstance(node, Group):
        return [(f"{path}.items[{index}]", item) for index, item in enumerate(node.items)]
    if isinstance(node, Linked):
        return [(f"{path}.first", node.first), (f"{path}.then", node.then)]
    return []


def walk(node: Lot | Group | Linked, path: str = "root") -> Iterator[tuple[str, Lot | Group | Linked]]:
    """Every node of the tree with its path, parents first."""
    yield path, node
    for child_path, child in children_of(node, path):
        yield from walk(child, child_path)


def lots_of(node: Lot | Group | Linked, path: str = "root") -> Iterator[tuple[str, Lot]]:
    """Every lot of the tree with its path, in order."""
    for at, each in walk(node, path):
        if isinstance(each, Lot):
            yield at, each


def depth_of(node: Lot | Group | Linked) -> int:
    """Levels of the tree: 1 for a lot."""
    return 1 + max((depth_of(child) for _, child in children_of(node)), default=0)
