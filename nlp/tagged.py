"""What the tagger finds: typed spans of the original text, and what it could not place.

Offsets are into the ORIGINAL text, whatever the normaliser changed. Spans do not overlap and stand in text order;
`id` counts from 1 in that order, separators and joining words included, so a structure can point at any of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal


class Role(StrEnum):
    """What a span is for. The value types stand beside each."""

    QUANTITY = "quantity"  # Quantity
    ASSET = "asset"  # Product
    TIME = "time"  # the time room's expression
    VALIDITY = "validity"  # the time room's expression, said of the bid itself
    PRICE = "price"  # Price
    PLACE = "place"  # Place
    ATTRIBUTE = "attribute"  # Attribute
    SIDE = "side"  # "buy" or "sell"
    JOINER = "joiner"  # Joiner
    CHOICE = "choice"  # Choose
    OPEN = "open"  # an opening bracket
    CLOSE = "close"
    LABEL = "label"  # a list marker or an item's name: "Option A:", "1안", "- "
    SEPARATOR = "separator"  # "," ";" "." "dash" "newline"
    CORRECTION = "correction"  # "I mean": what follows replaces what it corrects
    REFERENCE = "reference"  # "time" ("the same night"), "product" ("of them"), "place"
    SCOPE = "scope"  # "list" ("both", "all": said of the whole list), "each", or "respectively"
    REFUSAL = "refusal"  # Refusal: a wish that no field expresses


CONTENT = frozenset({
    Role.QUANTITY, Role.ASSET, Role.TIME, Role.VALIDITY, Role.PRICE, Role.PLACE, Role.ATTRIBUTE, Role.SIDE,
})  # fmt: skip
"""Roles that become fields of the bid; a structure gives each of these a place or drops it."""

Bound = Literal["exact", "up_to", "at_least", "range"]
CountUnit = Literal["gpu", "node", "rack", "gpu_hour", "node_hour", "token", "percent"]


@dataclass(frozen=True)
class Quantity:
    """A number of things. "8 to 16" is low 8, high 16; otherwise low == high, read by `bound`.

    `at_a_time` marks the width of a volume ("50 at a time"), `minimum` a partial fill ("8 minimum", "50 % at least").
    """

    low: Decimal
    high: Decimal
    unit: CountUnit = "gpu"
    bound: Bound = "exact"
    at_a_time: bool = False
    each: bool = False
    unit_said: bool = False
    bare: bool = False


@dataclass(frozen=True)
class Product:
    """Catalogue names this may be: one = decided, several = a family, none = unknown (see `suggestion`).

    `generic` is a word like "GPUs"; `vague` a class that nothing decides ("A100-class or better").
    """

    kind: Literal["gpu", "token"]
    names: tuple[str, ...]
    suggestion: str | None = None
    generic: bool = False
    vague: bool = False


PriceUnit = Literal[
    "gpu_hour", "node_hour", "rack_hour", "gpu_day", "node_day", "rack_day", "hour", "day", "gpu", "node", "token",
    "total", "day_total", "window", "item", "month",
    "other",
]  # fmt: skip


@dataclass(frozen=True)
class Price:
    """An amount with the unit that was said (None = none was).

    "window" is "per Saturday", "day_total" a total of each day, "item" a total on each item; "month" and "other" are
    units that no bid has ("for each team").

    `ordinal` (1, 2, ..., -1 the last) and `products` say which item it is of: "for the latter", "for the H100s".
    """

    amount: Decimal
    unit: PriceUnit | None
    currency: str = "USD"
    marked: bool = True
    bound: Literal["most", "least"] | None = None
    ordinal: int | None = None
    products: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Catalogue regions, allowed or excluded."""

    regions: tuple[str, ...]
    excluded: bool = False
    group: bool = False


NO_REQUIREMENTS = frozenset({"same_region", "volume", "unpriced", "same_price"})
"""Fields of an attribute that say something of a lot, not of its asset."""


@dataclass(frozen=True)
class Attribute:
    """A requirement: the field of the bid and its value; None where the words leave the field open."""

    field: Literal[
        "form", "memory_gb", "interconnect", "min_uptime", "interruptible", "tags", "same_region", "volume", "unpriced",
        "same_price",
    ]  # fmt: skip
    value: str | int | bool | None


@dataclass(frozen=True)
class Joiner:
    """`or`: equals; `else`: a fallback word; `and`; `any`: and/or; `prefer`; `only_if`, `if_filled`, `without`: links.

    `products` are those a link names: the condition's; for `without` first the condition's, then the dependent one's.
    `of_before`: the condition is what stands right before these words (Korean: A는 B가 체결될 때만).
    """

    kind: Literal["or", "else", "and", "any", "prefer", "either", "only_if", "if_filled", "without"]
    products: tuple[str, ...] = ()
    of_before: bool = False


@dataclass(frozen=True)
class Choose:
    """ "any two of": how many; `high` None = all of them."""

    low: int
    high: int | None


@dataclass(frozen=True)
class Refusal:
    """A wish this version cannot express: the question's code, and what was wished."""

    code: str
    wish: str
    stands_for: Literal["", "limit", "time", "quantity", "asset", "all"] = ""


@dataclass(frozen=True)
class Span:
    """A piece of the original text [start, end) and what it was recognised as."""

    id: int
    start: int
    end: int
    role: Role
    text: str
    value: object = None


@dataclass(frozen=True)
class Leftover:
    """Words nothing recognised. `matters` is false for known idle words and idle clauses; `told` is a clause whose form
    says that it only tells of the writer's own world."""

    start: int
    end: int
    text: str
    matters: bool
    told: bool = False


@dataclass(frozen=True)
class Tagged:
    """A text with its spans, the words left over, and notes of what the normaliser took out."""

    text: str
    spans: tuple[Span, ...]
    leftovers: tuple[Leftover, ...] = ()
    notes: tuple[str, ...] = ()
    korean: bool = False

    def span(self, identifier: int) -> Span:
        """The span with this id; raises KeyError."""
        if not 1 <= identifier <= len(self.spans):
            raise KeyError(identifier)
        return self.spans[identifier - 1]
