"""The trading floor: which auction is open, which is being cleared, and what the limits and holdings say to a bid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from auction_client.exchange.limits import Standing, check_limits, content_of
from auction_client.exchange.problems import FieldFault, ProblemCode
from auction_client.exchange.protocol import AccountLimits, AuctionPhase, SubmitRequest
from auction_client.model.bid import Bid
from auction_client.practice.calendar import AuctionCalendar
from auction_client.practice.clock import Clock
from auction_client.practice.entry import Refusal
from auction_client.practice.holdings import Coverage, Uncovered
from auction_client.practice.store.schema import usd
from auction_client.practice.store.session import AccountState, Session


@dataclass(frozen=True)
class FloorState:
    """The open auction, and the one whose gate is shut and whose result is awaited. Replaced as a whole."""

    number: int
    opens_at: datetime
    clearing: int | None = None
    gpu_prices: Mapping[str, Decimal] = field(default_factory=dict)
    token_prices: Mapping[str, Decimal] = field(default_factory=dict)


_UNLIKE, _LIKE_NONE = "another bid", "this bid"


def _content_of(body: bytes) -> str:
    return content_of(SubmitRequest.model_validate_json(body).bid)


def label(number: int) -> str:
    """How an auction is called in messages."""
    return f"A{number:06d}"


class TradingFloor:
    """What entry asks. `state` is set by the writer's jobs only."""

    def __init__(
        self, clock: Clock, calendar: AuctionCalendar, limits: AccountLimits, coverage: Coverage, state: FloorState
    ) -> None:
        self._clock = clock
        self._coverage = coverage
        self.calendar = calendar
        self.limits = limits
        self.state = state

    def move(self, session: Session, state: FloorState) -> None:
        """The floor's next state, unless the transaction is taken back."""
        before = self.state
        session.if_taken_back(lambda: setattr(self, "state", before))
        self.state = state

    def now(self) -> datetime:
        """The exchange's time."""
        return self._clock.now()

    def open_auction(self) -> str:
        """The auction that a bid enters now."""
        return label(self.state.number)

    def phase(self) -> AuctionPhase:
        """The phase of the open auction."""
        return self.calendar.phase(self.state.opens_at, self.now())

    def may_withdraw(self, auction: str | None) -> bool:
        """Whether a bid of this auction can be taken back at once."""
        return auction == self.open_auction() and self.phase() in (AuctionPhase.OPEN, AuctionPhase.INDICATIVE)

    def admit(self, session: Session, state: AccountState, bid: Bid, total: int, replaces: str | None) -> Bid | Refusal:
        """The bid as it enters the book, its sells tied to the holdings that cover them; or why it is refused."""
        now = self.now()
        since = now - timedelta(minutes=max(1, self.limits.duplicate_minutes.block))
        # Bids that mean the same cost the same at worst: only those are worth comparing in full.
        recent = tuple(
            (at, _content_of(body) if other == total else _UNLIKE) for at, other, body in state.recent if at >= since
        )
        alike = any(content is not _UNLIKE for _, content in recent)
        old = state.open.get(replaces or "")
        standing = Standing(
            now=now,
            gpu_prices=self.state.gpu_prices,
            token_prices=self.state.token_prices,
            open_totals=(usd(state.open_total - (old.total if old else 0)),),
            recent=recent,
            content=content_of(bid) if alike else _LIKE_NONE,
        )
        blocking = [each for each in check_limits(bid, self.limits, standing) if each.level == "block"]
        if blocking:
            faults = tuple(FieldFault(path=each.path, code=each.code, message=each.message) for each in blocking)
            return Refusal(ProblemCode.LIMIT_EXCEEDED, blocking[0].message, faults)
        try:
            return self._coverage.cover(bid, session, state, replaces)
        except Uncovered as why:
            return Refusal(ProblemCode.INSUFFICIENT_HOLDING, str(why))
