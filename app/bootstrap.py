"""The one place that builds the program's objects and hands them to each other. Heavy rooms are imported when used."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import tzlocal

from app.services.clock import SystemClock
from app.services.home import Home
from auction_client.model.catalogue import Catalogue, load_catalogue

if TYPE_CHECKING:
    from app.services.ports import Services
    from app.services.venue.orders import VenueDesk
    from auction_client.exchange.desk import OrderDesk
    from auction_client.practice.embedded import PracticeServer
    from auction_client.practice.settings import Settings as PracticeSettings
    from nlp.reader import Reader

PRACTICE = "Practice exchange"
WARMING = (
    "8 H100s, Tuesday night, or sell 16 A100s this weekend if we get ATLAS-32B, uptime 99.5 %, max $2.60 per GPU-hour",
    "서울에서 H100 8장 화요일 밤 또는 주말 오후 2시~6시에 A100 16장 판매, GPU 시간당 2.6달러 이하",
    "8 H100 for $90",
)
"""Words of every kind. The patterns that know them are compiled when they are first met, in half a second, which is not
to be a key's."""


def machine_zone() -> ZoneInfo:
    """The time zone this machine is set to, UTC where it names none."""
    zone = tzlocal.get_localzone()
    return zone if isinstance(zone, ZoneInfo) and zone.key != "local" else ZoneInfo("UTC")


@dataclass(frozen=True)
class Builder:
    """Builds everything for one home folder."""

    home: Home

    @cached_property
    def catalogue(self) -> Catalogue:
        """What bids may name."""
        return load_catalogue()

    def reader(self, *, with_model: bool) -> Reader:
        """A reader, by rules alone or with the language model that is in use, loaded and warm. Raises ModelError."""
        from nlp.reader import Reader

        if not with_model:
            return Reader(self.catalogue, None)
        from nlp.linker import ModelLinker, NotHeard, backend_for
        from nlp.models.manage import used_model

        linker = ModelLinker(backend_for(used_model(self.home.models)))
        with suppress(NotHeard):  # each draft says whether the model was heard, so a bad start is not hidden
            linker.warm()
        return Reader(self.catalogue, linker)

    def colouring_reader(self) -> Reader:
        """A reader by rules alone that answers each key at once from the first one on."""
        reader = self.reader(with_model=False)
        for words in WARMING:
            reader.colour(words)
        return reader

    def order_desk(self, url: str, passphrase: str | None = None) -> OrderDesk:
        """The desk for the exchange at this address, not yet started. Raises DeskError, OutboxError, KeyStoreError,
        PolicyError.

        A key that lives for this session only gets an outbox of its own, since no later session could speak for it.
        """
        from auction_client.exchange.keys import SessionStore, best_store
        from auction_client.exchange.opening import open_desk
        from auction_client.exchange.policy import read_policy

        folder = self.home.orders
        store = best_store(str(folder), folder, passphrase)
        if isinstance(store, SessionStore):
            folder = folder / "sessions" / f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}"
        gpus = {entry.gpu: entry.reference_price for entry in self.catalogue.gpus}
        tokens = {entry.symbol: entry.reference_price for entry in self.catalogue.tokens}
        policy = read_policy(self.home.orders)
        return open_desk(folder, url, store, gpu_prices=gpus, token_prices=tokens, policy=policy)

    def practice_server(
        self, settings: PracticeSettings | None = None, *, port: int = 0, database_url: str | None = None
    ) -> PracticeServer:
        """A practice exchange on this home, not yet started. Raises StoreInUse where one runs already."""
        from auction_client.practice.embedded import PracticeServer

        return PracticeServer(self.home.practice, port=port, database_url=database_url, settings=settings)


def open_window(home: Home, text: str = "") -> int:
    """The app on a practice exchange in a process of its own; returns its exit code."""
    from app.services.venue.children import practice_process
    from app.ui.application import run

    builder = Builder(home)
    with ExitStack() as stack:
        services = window_services(builder, lambda: stack.enter_context(practice_process(home.practice)))
        return run(services, text=text)


def window_services(builder: Builder, exchange_url: Callable[[], str]) -> Services:
    """What the window needs. The exchange is started by whichever of desk and estimator is wanted first."""
    from app.services.jobs import Later
    from app.services.ports import Estimator, Services
    from app.services.shelf import FolderShelf

    def make_desk() -> VenueDesk:
        from app.services.venue.orders import VenueDesk
        from auction_client.exchange.archive import earlier_orders

        earlier = earlier_orders(builder.home.orders, ())
        desk = builder.order_desk(exchange_url())
        desk.start()
        return VenueDesk(desk, builder.catalogue, PRACTICE, tuple(earlier))

    desk = Later(make_desk)

    def make_estimator() -> Estimator:
        from app.services.venue.book_source import book_source
        from app.services.venue.children import ChildEstimator

        return ChildEstimator(book_source(desk.get().client, PRACTICE), time.monotonic)

    return Services(
        catalogue=builder.catalogue,
        clock=SystemClock(machine_zone()),
        data_folder=builder.home.desk,
        venue=PRACTICE,
        make_quick_reader=builder.colouring_reader,
        make_reader=lambda: builder.reader(with_model=True),
        make_estimator=make_estimator,
        make_desk=desk.get,
        models=FolderShelf(builder.home.models),
    )


def has_display() -> bool:
    """Whether a window can be shown."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def home_at(folder: Path | None) -> Home:
    """The home folder that was asked for, or the user's own."""
    return Home(folder.expanduser().absolute()) if folder is not None else Home.of_user()
