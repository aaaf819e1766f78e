"""Builds the services around the ports, each with the thread it may block."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.clock import Clock, OwnClock
from app.services.colours import ColourService
from app.services.drafts import DraftService
from app.services.estimates import EstimateService
from app.services.jobs import Dispatcher, Executor, Later, WorkerThread
from app.services.market import MarketService
from app.services.models import ModelService
from app.services.orders import OrderService
from app.services.ports import Estimator, OrderDesk, Reader, Services
from app.services.settings import SettingsService
from app.services.store import DraftStore


@dataclass(frozen=True)
class Executors:
    """One thread each for reading by rules, reading by the model, estimating, orders, the market, and model files."""

    quick: Executor
    reading: Executor
    estimating: Executor
    orders: Executor
    market: Executor
    models: Executor

    def all(self) -> tuple[Executor, ...]:
        return (self.quick, self.reading, self.estimating, self.orders, self.market, self.models)


def worker_threads() -> Executors:
    """The executors of the real window."""
    return Executors(
        quick=WorkerThread("reading by rules"),
        reading=WorkerThread("reading by the model"),
        estimating=WorkerThread("estimating"),
        orders=WorkerThread("orders"),
        market=WorkerThread("market"),
        models=WorkerThread("model files"),
    )


@dataclass(frozen=True)
class Workbench:
    """The services of one window, and what it may ask of the ports directly."""

    ports: Services
    clock: Clock
    settings: SettingsService
    drafts: DraftService
    colours: ColourService
    estimates: EstimateService
    orders: OrderService
    market: MarketService
    models: ModelService
    quick_reader: Later[Reader]
    reader: Later[Reader]
    estimator: Later[Estimator]
    desk: Later[OrderDesk]
    executors: Executors

    def start(self) -> None:
        """Opens the last draft and begins to look at orders and the market."""
        self.drafts.restore()
        self.orders.start()
        self.market.start()

    def close(self) -> None:
        """Stops the services, waits a little for what runs, and closes what was opened."""
        self.orders.close()
        self.market.close()
        self.estimates.close()
        self.models.close()
        self.colours.close()
        self.drafts.close()
        for executor in self.executors.all():
            executor.close(0.2)
        for opened in (self.quick_reader.made, self.reader.made, self.estimator.made, self.desk.made):
            if opened is not None:
                opened.close()


def assemble(ports: Services, dispatcher: Dispatcher, executors: Executors) -> Workbench:
    """Raises OSError or sqlite3.Error where the data folder cannot be used."""
    ports.data_folder.mkdir(parents=True, exist_ok=True)
    settings = SettingsService(ports.data_folder / "settings.json")
    clock = OwnClock(ports.clock, lambda: settings.settings.zone)
    quick_reader, reader = Later(ports.make_quick_reader), Later(ports.make_reader)
    estimator, desk = Later(ports.make_estimator), Later(ports.make_desk)
    drafts = DraftService(
        store=DraftStore(ports.data_folder / "drafts.sqlite"),
        quick_reader=quick_reader,
        reader=reader,
        quick_executor=executors.quick,
        executor=executors.reading,
        dispatcher=dispatcher,
        clock=clock,
        catalogue=ports.catalogue,
        language=lambda: settings.settings.language,
        preferences=lambda: settings.settings.preferences,
    )
    colours = ColourService(reader=quick_reader, executor=executors.quick, dispatcher=dispatcher)
    estimates = EstimateService(estimator=estimator, executor=executors.estimating, dispatcher=dispatcher)
    orders = OrderService(desk=desk, executor=executors.orders, dispatcher=dispatcher)
    market = MarketService(desk=desk, executor=executors.market, dispatcher=dispatcher, clock=clock)

    def renew_reader() -> None:
        """Another model reads from the next reading on; the one before ends after what it reads now."""

        def end_the_one_before() -> None:
            before = reader.forget()
            if before is not None:
                before.close()
            dispatcher.post(drafts.read_again)

        executors.reading.submit(end_the_one_before)

    models = ModelService(shelf=ports.models, executor=executors.models, dispatcher=dispatcher, chosen=renew_reader)
    return Workbench(
        ports,
        clock,
        settings,
        drafts,
        colours,
        estimates,
        orders,
        market,
        models,
        quick_reader,
        reader,
        estimator,
        desk,
        executors,
    )
