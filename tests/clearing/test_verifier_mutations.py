"""Any single change of a sound outcome is caught, whatever kinds of bids are in it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from typing import Any

from auction_client.clearing import Outcome, clear, verify
from tests.clearing.kinds import book_with, every_kind

Raw = dict[str, Any]


def mutants(raw: Raw) -> Iterator[tuple[str, Raw]]:
    """The outcome with one thing changed, and what that is."""

    def changed(what: str, *path: Any, to: Any) -> tuple[str, Raw]:
        copy = deepcopy(raw)
        at: Any = copy
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = to
        return what, copy

    def usd(text: str, by: str) -> str:
        return str(Decimal(text) + Decimal(by))

    yield changed("surplus", "surplus", to=usd(raw["surplus"], "0.0001"))
    yield changed("bound", "bound", to=usd(raw["bound"], "-0.0001"))
    yield changed("gap", "gap", to=raw["gap"] + 0.1)
    yield changed("status", "status", to="feasible" if raw["status"] == "optimal" else "optimal")
    yield changed("proof", "proof", to=None)
    yield changed("dual prices gone", "proof", "prices", to={})
    for name, column in raw["prices"].items():
        yield changed(f"{name} without prices", "prices", name, to=column[:-1])
    for number, fill in enumerate(raw["fills"]):
        yield changed(f"{fill['bid']} left out", "fills", to=[f for f in raw["fills"] if f is not fill])
        yield changed(f"{fill['bid']} pays more", "fills", number, "pay", to=usd(fill["pay"], "0.0001"))
        yield changed(f"{fill['bid']} renamed", "fills", number, "bid", to="nobody")
        yield changed(f"{fill['bid']} also left out", "rejected_in_the_money", to=[fill["bid"]])
        yield changed(f"{fill['bid']} twice", "fills", to=[*raw["fills"], fill])
        for place, lot in enumerate(fill["lots"]):
            where = ("fills", number, "lots", place)
            of = f"{fill['bid']} {lot['path']}"
            yield changed(f"{of} elsewhere", *where, "product", to="west" if lot["product"] == "east" else "east")
            yield changed(f"{of} misnamed", *where, "path", to=f"{lot['path']}.items[9]")
            if lot["slots"]:
                yield changed(f"{of} later", *where, "slots", to=[slot + 1 for slot in lot["slots"]])
                price = raw["prices"][lot["product"]][lot["slots"][0]]
                if len(fill["lots"]) == 1:  # a bid may buy from itself, at whatever price
                    dearer = usd(price, "0.0001")
                    yield changed(f"{of} dearer", "prices", lot["product"], lot["slots"][0], to=dearer)
                yield changed(f"{of} unpriced", "prices", lot["product"], lot["slots"][0], to=None)
            more = [q + 1 for q in lot["quantity"]] if isinstance(lot["quantity"], list) else lot["quantity"] + 1
            yield changed(f"{of} larger", *where, "quantity", to=more)


@every_kind(1)
def test_every_single_change_of_a_sound_outcome_is_caught(kind: str) -> None:
    for seed in range(2):
        market = book_with(kind, seed)
        outcome = clear(market)
        assert verify(market, outcome) == []
        missed = [
            what for what, raw in mutants(outcome.model_dump(mode="json"))
            if not verify(market, Outcome.model_validate(raw))
        ]  # fmt: skip
        assert missed == []
