"""The local estimate: what would happen to one bid in one book, and why.

Every figure carries its basis: the book it stands on, how well that was cleared, and how many scenarios lie behind a
probability. Nothing here is a promise of the exchange.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import ROUND_HALF_EVEN, Decimal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from auction_client.clearing.book import Book, BookBid
from auction_client.clearing.engine import clear
from auction_client.clearing.layout import Branch, Kind, Layout, Piece, lay_out
from auction_client.clearing.outcome import Outcome, SignedMoney
from auction_client.model.bid import Bid
from auction_client.model.fields import Instant, Money

DRAFT_ID = "draft"
_TICK = Decimal("0.0001")
_LEFT_OUT = (
    "At the clearing prices the bid could afford its hours. "
    "It is left out because letting it in would move the price past somebody's limit."
)


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LotEstimate(_Part):
    """One lot of an alternative as it would be served: the product, the slots, the quantity, the mean price in USD
    per GPU-hour (or per token) and what that comes to (negative: received)."""

    path: str
    product: str
    slots: tuple[int, ...]
    quantity: int
    price: Money
    payment: SignedMoney


class Alternative(_Part):
    """One way the bid could be filled: an item of its one-of, or the whole bid. `payment` is None, and `why_not` says
    why, where the book has no hours on sale for it. `worth` is the most it may pay."""

    path: str
    fills: bool
    lots: tuple[LotEstimate, ...]
    payment: SignedMoney | None
    worth: SignedMoney | None
    why_not: str | None = None


class BindingHour(_Part):
    """An hour that decides: its price, and where the price stands to that of the product's other hours (1 = mean)."""

    product: str
    slot: int
    starts: Instant
    price: Money
    ratio: float


class Rung(_Part):
    """The chance of a fill if every limit and budget of the bid were multiplied by `multiplier`."""

    multiplier: float
    probability: float
    low: float
    high: float


class Change(_Part):
    """One change of the draft that alone would make it fill: which field of which node, and what it would pay then."""

    kind: str
    path: str
    before: str
    after: str
    payment: SignedMoney
    message: str


class Basis(_Part):
    """What the figures stand on."""

    book_start: Instant
    book_bids: int
    gap: float
    scenarios: int
    method: str
    as_of: Instant | None = None


class Estimate(_Part):
    """What the book says about one bid. `probability` and `ladder` need scenarios; None and () without."""

    fills: bool
    alternative: str | None
    payment: SignedMoney | None
    alternatives: tuple[Alternative, ...]
    binding: tuple[BindingHour, ...]
    why_not: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    probability: float | None = None
    ladder: tuple[Rung, ...] = ()
    basis: Basis


def estimate(
    bid: Bid,
    book: Book,
    *,
    as_of: datetime | None = None,
    time_limit: float | None = 10.0,
    cancel: Callable[[], bool] | None = None,
) -> Estimate:
    """Clears the book with the bid in it and reads off what happens to the bid.

    Raises pydantic.ValidationError if the bid cannot be cleared yet (a lot without quantity, product, window or
    price). `as_of`: when the book was taken, kept in the basis.
    """
    draft = BookBid(id=_free_id(book), account="draft", root=bid.root)
    whole = book.with_bids((*book.bids, draft))
    outcome = clear(whole, time_limit=time_limit, cancel=cancel)
    return _Reader(whole, outcome, as_of).estimate()


def _free_id(book: Book) -> str:
    taken = {bid.id for bid in book.bids}
    name = DRAFT_ID
    while name in taken:
        name += "'"
    return name


class _Reader:
    """Reads the estimate of the book's last bid off an outcome."""

    def __init__(self, book: Book, outcome: Outcome, as_of: datetime | None) -> None:
        self._book = book
        self._outcome = outcome
        self._as_of = as_of
        self._bid = book.bids[-1]
        alone = book.with_bids((self._bid,))
        self._layout: Layout = lay_out(alone)
        self._prices = _price_table(book, outcome)

    def estimate(self) -> Estimate:
        fill = self._outcome.fill_of(self._bid.id)
        alternatives = tuple(self._alternative(branch) for branch in _alternatives(self._layout.roots[0]))
        chosen = next((a for a in alternatives if a.fills), None)
        return Estimate(
            fills=fill is not None,
            alternative=chosen.path if chosen else None,
            payment=fill.pay if fill else None,
            alternatives=alternatives,
            binding=self._binding(chosen or _dearest(alternatives)),
            why_not=() if fill else self._why_not(alternatives),
            basis=Basis(
                book_start=self._book.start,
                book_bids=len(self._book.bids) - 1,
                gap=self._outcome.gap,
                scenarios=0,
                method="cleared together with the book",
                as_of=self._as_of,
            ),
        )

    def _alternative(self, branch: Branch) -> Alternative:
        fill = self._outcome.fill_of(self._bid.id)
        own = [lot for lot in (fill.lots if fill else ()) if _under(lot.path, branch.path)]
        if fill is not None and own:
            lots = tuple(
                self._lot_estimate(self._piece(lot.path), lot.product, lot.slots, lot.quantities()) for lot in own
            )
            return Alternative(
                path=branch.path, fills=True, lots=lots, payment=sum((each.payment for each in lots), Decimal(0)),
                worth=self._worth(branch, lots),
            )  # fmt: skip
        found: list[LotEstimate] = []
        for piece in self._needed(branch):
            best = self._cheapest(piece)
            if isinstance(best, str):
                return Alternative(
                    path=branch.path, fills=False, lots=(), payment=None, worth=None, why_not=f"{piece.path}: {best}"
                )
            found.append(best)
        payment = sum((each.payment for each in found), Decimal(0))
        worth = self._worth(branch, tuple(found))
        if worth is not None and payment > worth:
            why = f"costs {_usd(payment)} at the estimated prices, worth {_usd(worth)}"
        else:
            why = "another choice is better, or letting it in would move the price past somebody's limit"
        return Alternative(path=branch.path, fills=False, lots=tuple(found), payment=payment, worth=worth, why_not=why)

    def _piece(self, path: str) -> Piece:
        return next(piece for piece in self._layout.pieces if piece.path == path)

    def _needed(self, branch: Branch) -> list[Piece]:
        """The lots that this alternative takes at least: of a choice the first items, of a linked pair the first."""
        if branch.piece >= 0:
            return [self._layout.pieces[branch.piece]]
        count = 1 if branch.linked else branch.at_least
        return [piece for child in branch.children[:count] for piece in self._needed(child)]

    def _cheapest(self, piece: Piece) -> LotEstimate | str:
        if piece.why is not None:
            return piece.why
        best: tuple[float, int, tuple[int, ...]] | None = None
        for product in piece.products:
            span = self._layout.items_of(piece, product)
            prices = self._prices[span.start : span.stop]
            hours = 1 if piece.kind is Kind.VOLUME else piece.hours
            for start in range(len(prices) - hours + 1):
                mean = float(prices[start : start + hours].mean()) * piece.sign
                if np.isfinite(mean) and (best is None or mean < best[0]):
                    best = (mean, product, tuple(range(piece.first + start, piece.first + start + hours)))
        if best is None:
            return "nobody offers these hours in the book" if piece.sign > 0 else "these hours have no price"
        slots = () if piece.kind is Kind.TOKEN else best[2]
        names = [p.id for p in self._book.products] if piece.kind is not Kind.TOKEN else list(self._book.tokens)
        product = best[1] if piece.kind is not Kind.TOKEN else best[1] - len(self._book.products) * self._layout.slots
        return self._lot_estimate(piece, names[product], slots, (piece.quantity,) * max(1, len(slots)))

    def _lot_estimate(
        self, piece: Piece, product: str, slots: tuple[int, ...], quantities: tuple[int, ...]
    ) -> LotEstimate:
        if slots:
            column = self._outcome.prices[product]
            hours = Decimal(self._book.slot_minutes) / 60
            prices = [column[slot] or Decimal(0) for slot in slots]
        else:
            hours = Decimal(1)
            prices = [self._outcome.token_prices[product] or Decimal(0)]
        paid = sum((p * q for p, q in zip(prices, quantities, strict=True)), Decimal(0)) * hours
        mean = (paid / (hours * sum(quantities))).quantize(_TICK, ROUND_HALF_EVEN)
        return LotEstimate(
            path=piece.path, product=product, slots=slots, quantity=max(quantities), price=mean,
            payment=paid * piece.sign,
        )  # fmt: skip

    def _worth(self, branch: Branch, lots: tuple[LotEstimate, ...]) -> Decimal | None:
        taken = {lot.path for lot in lots}
        if branch.piece >= 0:
            piece = self._layout.pieces[branch.piece]
            if piece.path not in taken:
                return Decimal(0)
            lot = next(lot for lot in lots if lot.path == piece.path)
            units = lot.quantity * max(1, len(lot.slots))
            worth = None if piece.limit is None else self._layout.money(piece.limit * units * piece.sign)
        else:
            parts = [self._worth(child, lots) for child in branch.children]
            worth = None if None in parts else sum((p for p in parts if p is not None), Decimal(0))
        budgets = [self._layout.money(b) for b in self._budgets_over(branch) if b is not None]
        return min([w for w in [worth, *budgets] if w is not None], default=None)

    def _budgets_over(self, branch: Branch) -> list[int | None]:
        found: list[int | None] = []
        node: Branch | None = self._layout.roots[0]
        while node is not None:
            if _under(branch.path, node.path):
                found.append(node.budget)
            node = next((child for child in node.children if _under(branch.path, child.path)), None)
        return found

    def _binding(self, alternative: Alternative | None) -> tuple[BindingHour, ...]:
        """The dearest hours of the alternative, dearest first, at most five."""
        if alternative is None:
            return ()
        hours: dict[tuple[str, int], BindingHour] = {}
        step = (self._book.slot_minutes) * 60
        for lot in alternative.lots:
            column = self._outcome.prices.get(lot.product, ())
            known = [float(price) for price in column if price is not None]
            mean = sum(known) / len(known) if known else 0.0
            for slot in lot.slots:
                price = column[slot]
                if price is not None:
                    starts = datetime.fromtimestamp(self._book.start.timestamp() + slot * step, self._book.start.tzinfo)
                    ratio = round(float(price) / mean, 3) if mean else 1.0
                    hours[lot.product, slot] = BindingHour(
                        product=lot.product, slot=slot, starts=starts, price=price, ratio=ratio
                    )
        return tuple(sorted(hours.values(), key=lambda h: (-h.price, h.product, h.slot))[:5])

    def _why_not(self, alternatives: tuple[Alternative, ...]) -> tuple[str, ...]:
        if self._bid.id in self._outcome.rejected_in_the_money:
            return (_LEFT_OUT,)
        return tuple(f"{a.path}: {a.why_not}" for a in alternatives if a.why_not)


def _price_table(book: Book, outcome: Outcome) -> NDArray[np.float64]:
    columns = [outcome.prices[product.id] for product in book.products]
    compute = [np.nan if price is None else float(price) for column in columns for price in column]
    tokens = [outcome.token_prices[symbol] for symbol in book.tokens]
    return np.array(compute + [np.nan if price is None else float(price) for price in tokens])


def _alternatives(root: Branch) -> list[Branch]:
    """The items of the outermost one-of, else the whole bid."""
    if root.piece < 0 and not root.linked and root.at_most == 1:
        return [each for child in root.children for each in _alternatives(child)]
    return [root]


def _dearest(alternatives: tuple[Alternative, ...]) -> Alternative | None:
    able = [a for a in alternatives if a.payment is not None]
    return min(able, key=lambda a: (a.payment or Decimal(0)) - (a.worth or Decimal(0)), default=None)


def _under(path: str, root: str) -> bool:
    return path == root or path.startswith(f"{root}.")


def _usd(amount: Decimal) -> str:
    return f"{amount.quantize(Decimal('0.01'), ROUND_HALF_EVEN)} USD"
