"""The doors through which the services reach the reader, the estimate and the exchange."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from app.services.clock import Clock
from app.services.jobs import CancelToken
from app.services.views import (
    Caution,
    EstimateView,
    MarketView,
    ModelView,
    Order,
    Position,
    Rules,
    SignRequest,
    TrailEntry,
)
from auction_client.model.bid import Bid
from auction_client.model.catalogue import Catalogue
from nlp.batch import Request
from nlp.draft import Draft, FieldSpan
from nlp.linking.preferences import NO_PREFERENCES, Preferences


class Reader(Protocol):
    """Plain words to a draft."""

    def read(
        self,
        text: str,
        *,
        now: datetime,
        zone: ZoneInfo,
        id: str | None = None,  # noqa: A002 - the reader's own word
        language: str = "en",
        preferences: Preferences = NO_PREFERENCES,
    ) -> Draft: ...

    def write(
        self,
        bid: Bid,
        *,
        now: datetime,
        zone: ZoneInfo,
        language: str = "en",
        preferences: Preferences = NO_PREFERENCES,
    ) -> Draft:
        """The bid in words that read back as exactly this bid. Raises nlp.writing.CannotWrite."""

    def reword(
        self,
        bid: Bid,
        said: Draft,
        *,
        now: datetime,
        zone: ZoneInfo,
        language: str = "en",
        preferences: Preferences = NO_PREFERENCES,
    ) -> Draft:
        """The words of `said`, changed where they are not true of the bid any more. Raises nlp.writing.CannotWrite."""

    def requests_in(self, text: str) -> tuple[Request, ...]:
        """The requests of a pasted e-mail, list or table. Raises nlp.batch.NotSeveral where it holds none."""

    def colour(self, text: str) -> tuple[FieldSpan, ...]:
        """The recognised words, fast enough for every key. Safe to call while another thread reads."""

    def close(self) -> None: ...


class Estimator(Protocol):
    """Whether and at what price a bid would clear."""

    def estimate(self, bid: Bid, cancel: CancelToken, update: Callable[[EstimateView], None]) -> EstimateView:
        """The best answer; `update` is told the rougher ones before it, on the same thread.

        Raises UserFacing where there is no market to estimate from, Cancelled soon after `cancel`."""

    def close(self) -> None: ...


@dataclass(frozen=True)
class Confirmation:
    """What the user confirmed: the bid, the words it came from, the reading, what was changed by hand after it, the
    very words of the screen, the desk's warnings on it that were acknowledged, by id, and why in the user's words."""

    bid: Bid
    text: str
    draft: Draft | None
    screen: str
    edits: tuple[JsonValue, ...] = ()
    acknowledged: frozenset[str] = frozenset()
    reason: str = ""


class Approvals(Protocol):
    """Four eyes: a large bid waits until a second person has signed for exactly its bytes. All calls may block and
    raise UserFacing."""

    def rules(self) -> Rules:
        """The desk's rules, and this account's public key."""

    def request(self, order_id: str) -> bytes:
        """The document that asks a second person to sign."""

    def accept(self, order_id: str, document: bytes) -> None:
        """Takes a second person's signature and lets the bid go."""

    def look(self, document: bytes) -> SignRequest:
        """Somebody else's request, to be shown before it is signed."""

    def sign(self, request: SignRequest, name: str) -> bytes:
        """This person's signature, to be handed back."""


class OrderDesk(Protocol):
    """The exchange. All calls may block: orders and positions are asked for on the orders' thread, the market on
    another."""

    def check(self, bid: Bid) -> tuple[Caution, ...]:
        """What the desk's limits say to this bid now."""

    def confirm(self, confirmation: Confirmation) -> str:
        """Makes the bid durable, to be sent at most once; returns the order's id."""

    def cancel(self, order_id: str) -> None: ...

    def release(self, order_id: str) -> None:
        """Lets a bid go that the stop switch had held back."""

    def trail(self, order_id: str) -> tuple[TrailEntry, ...]:
        """What the audit chain holds about the order, oldest first."""

    def dossier(self, order_id: str) -> bytes:
        """Everything kept about the order, for somebody who checks it with the exchange's public key alone."""

    @property
    def approvals(self) -> Approvals: ...

    def stop(self) -> None:
        """The stop switch: nothing more is sent, everything open is cancelled."""

    def rearm(self) -> None:
        """Lets new bids go again."""

    def stopped(self) -> bool: ...

    def orders(self) -> tuple[Order, ...]:
        """All orders, newest first."""

    def positions(self) -> tuple[Position, ...]: ...

    def market(self) -> MarketView:
        """Raises UserFacing (code `offline`) where the venue cannot be reached."""

    def close(self) -> None: ...


Watch = Callable[[int, int], None]
"""Is told how many of how many bytes are done; may raise Cancelled."""


class ModelShelf(Protocol):
    """The language models on this machine. All calls may block and raise UserFacing."""

    def models(self) -> tuple[ModelView, ...]: ...

    def add_file(self, path: Path, watch: Watch) -> str:
        """Pins a GGUF file, or a folder with a transformers checkpoint; returns the model's name."""

    def add_server(self, url: str, served_name: str, name: str) -> str:
        """Adds an OpenAI-compatible server."""

    def verify(self, name: str, watch: Watch) -> None:
        """Reads the whole model again and compares it with what was pinned."""

    def use(self, name: str, watch: Watch) -> None:
        """Makes it the model that reads, after verifying it."""


@dataclass(frozen=True)
class Services:
    """All that the window needs. The `make_` functions are called once each, on worker threads after the window is
    shown, so they may load models and open connections; what they raise is shown to the user and tried again.

    `make_quick_reader` makes a reader by rules alone that answers in milliseconds: the live colouring and the cards
    between two keys; `make_reader` the one with the language model. Drafts, settings, the lock of the single instance
    and crash reports live in `data_folder`. `venue` is the market's name for people.
    """

    catalogue: Catalogue
    clock: Clock
    data_folder: Path
    venue: str
    make_quick_reader: Callable[[], Reader]
    make_reader: Callable[[], Reader]
    make_estimator: Callable[[], Estimator]
    make_desk: Callable[[], OrderDesk]
    models: ModelShelf
