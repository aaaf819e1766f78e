"""The screens of the window: each made when it is asked for, and connected to what it may ask of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.services.workbench import Workbench
from app.ui.compose.screen import ComposeScreen
from app.ui.compose.viewmodel import ComposeViewModel
from app.ui.compose.waiting import ReviewWhenOnline
from app.ui.drafts.viewmodel import DraftsViewModel
from app.ui.kit import Kit
from app.ui.market.viewmodel import MarketViewModel
from app.ui.orders.viewmodel import OrdersViewModel
from app.ui.positions.viewmodel import PositionsViewModel
from app.ui.settings.viewmodel import SettingsViewModel
from app.ui.widgets.toast import Toast


@dataclass(frozen=True)
class Models:
    """The view-models; they outlive the window's content."""

    compose: ComposeViewModel
    orders: OrdersViewModel
    market: MarketViewModel
    positions: PositionsViewModel
    drafts: DraftsViewModel
    settings: SettingsViewModel
    waiting: ReviewWhenOnline

    @classmethod
    def of(cls, bench: Workbench, parent: QObject) -> Models:
        """The view-models of one window."""
        return cls(
            ComposeViewModel(bench, parent),
            OrdersViewModel(bench, parent),
            MarketViewModel(bench, parent),
            PositionsViewModel(bench, parent),
            DraftsViewModel(bench, parent),
            SettingsViewModel(bench, parent),
            ReviewWhenOnline(bench, parent),
        )

    def close(self) -> None:
        """None of them listens any more."""
        for model in vars(self).values():
            model.close()


class ScreenMaker(QObject):
    """Makes screens for one content of the window. Screens that are not the first are imported when they are made, so
    that the window is there sooner."""

    trail_asked = Signal(str)
    proof_asked = Signal(str)
    request_asked = Signal(str)
    signature_taken = Signal(str)

    def __init__(
        self, kit: Kit, bench: Workbench, models: Models, run: Callable[[str], None], toast: Toast, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._bench = bench
        self._models = models
        self._run = run
        self._toast = toast
        self._releases: list[Callable[[], None]] = []
        self.focus: dict[str, Callable[[], None]] = {}
        """What puts the keyboard where the work of a screen begins; screens not named begin where Qt puts it."""

    def release(self) -> None:
        """No screen listens any more."""
        for release in self._releases:
            release()

    def make(self, name: str) -> QWidget:
        """The screen of this name."""
        makers: dict[str, Callable[[], QWidget]] = {
            "compose": self._compose,
            "orders": self._orders,
            "market": self._market,
            "positions": self._positions,
            "drafts": self._drafts,
            "settings": self._settings,
            "help": self._help,
        }
        return makers[name]()

    def _compose(self) -> ComposeScreen:
        compose = ComposeScreen(self._kit, self._models.compose, self._bench.ports.catalogue)
        self.focus["compose"] = compose.focus_sentence
        compose.review_asked.connect(lambda: self._run("review"))
        compose.new_asked.connect(lambda: self._run("new"))
        waiting = self._models.waiting

        def show_online() -> None:
            compose.footer.show_online(offline=waiting.offline, waiting=waiting.waiting)

        def leave() -> None:
            waiting.changed.disconnect(show_online)

        waiting.changed.connect(show_online)
        self._releases.append(leave)
        show_online()
        return compose

    def _orders(self) -> QWidget:
        from app.ui.orders.screen import OrdersScreen

        orders = OrdersScreen(self._kit, self._models.orders)
        self.focus["orders"] = orders.focus_table
        orders.compose_asked.connect(lambda: self._run("compose"))
        orders.stop_asked.connect(lambda: self._run("stop"))
        orders.drafted.connect(self._compose_bid)
        orders.positions_asked.connect(lambda: self._run("positions"))
        orders.trail_asked.connect(self.trail_asked)
        orders.proof_asked.connect(self.proof_asked)
        orders.request_asked.connect(self.request_asked)
        orders.signature_taken.connect(self.signature_taken)
        return orders

    def _market(self) -> QWidget:
        from app.ui.market.screen import MarketScreen

        return MarketScreen(self._kit, self._models.market)

    def _positions(self) -> QWidget:
        from app.ui.positions.screen import PositionsScreen

        positions = PositionsScreen(self._kit, self._models.positions)
        positions.drafted.connect(self._compose_bid)
        return positions

    def _drafts(self) -> QWidget:
        from app.ui.drafts.screen import DraftsScreen

        model = self._models.drafts
        drafts = DraftsScreen(self._kit, model, self._toast)

        def go_on() -> None:
            self._run("compose")

        def leave() -> None:
            model.opened.disconnect(go_on)

        model.opened.connect(go_on)
        self._releases.append(leave)
        drafts.file_asked.connect(lambda: self._run("import"))
        drafts.table_asked.connect(lambda: self._run("export_drafts"))
        return drafts

    def _settings(self) -> QWidget:
        from app.ui.settings.screen import SettingsScreen

        settings = SettingsScreen(self._kit, self._models.settings, self._bench.models, self._bench.orders)
        self._releases.append(settings.release)
        return settings

    def _help(self) -> QWidget:
        from app.ui.help.screen import HelpScreen

        made = HelpScreen(self._kit)
        made.tried.connect(self._try_example)
        return made

    def _compose_bid(self) -> None:
        """Goes on with a bid that may have come without a sentence."""
        self._run("compose")
        self._models.compose.say_bid()

    def _try_example(self, text: str) -> None:
        self._bench.drafts.new(text)
        self._run("compose")
