"""What is inside the window, in one look and one language. A change of either makes it anew; nothing is lost, since
no state lives here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.services.arranging import Step
from app.services.workbench import Workbench
from app.ui.actions import COMMANDS, SCREENS
from app.ui.compose.screen import ComposeScreen
from app.ui.kit import Kit, column, row
from app.ui.navigation import Navigation
from app.ui.orders.stop import StoppedBar
from app.ui.reading_order import first_stop
from app.ui.screens import Models, ScreenMaker
from app.ui.topbar import TopBar
from app.ui.widgets.parts import ScreenInParts
from app.ui.widgets.toast import Toast

PREPARE_EVERY_MS = 150
"""Quiet time before each step of making the screens that are not shown yet; typing begins it anew."""


class Content(QWidget):
    """The rail, the top bar and the screens. A screen is made when it is first shown."""

    def __init__(self, kit: Kit, bench: Workbench, models: Models, run: Callable[[str], None]) -> None:
        super().__init__()
        self._kit = kit
        self._bench = bench
        self._screens: dict[str, QWidget] = {}
        self.under = QWidget(self)
        layout = row(self.under, gap=0)
        self.navigation = Navigation(kit, bench.ports.venue)
        self.navigation.picked.connect(run)
        layout.addWidget(self.navigation)
        right = column(gap=0)
        self.top = TopBar(kit)
        right.addWidget(self.top)
        self.stopped = StoppedBar(kit)
        self.stopped.rearm_asked.connect(lambda: run("rearm"))
        right.addWidget(self.stopped)
        self._stack = QStackedWidget()
        right.addWidget(self._stack, 1)
        layout.addLayout(right, 1)
        self.toast = Toast(kit, self)
        self.screens = ScreenMaker(kit, bench, models, run, self.toast, self)
        self._stop = (
            bench.market.on_change(self._show_market),
            bench.orders.on_change(self._orders_moved),
            bench.drafts.on_change(self._put_off_preparing),
        )
        self._steps: Iterator[bool] | None = None
        self._prepared = True
        self._to_prepare = False
        self._preparing = QTimer(self)
        self._preparing.setInterval(PREPARE_EVERY_MS)
        self._preparing.timeout.connect(self._prepare_next)
        self._show_market()
        self._show_stopped()

    def prepare(self) -> None:
        """Makes the screens nobody has opened yet, one at a time, so that none has to be waited for. Not before the
        desk has answered: until then the interpreter is busy reading in what the desk needs."""
        self._to_prepare = True
        self._begin_preparing()

    def _begin_preparing(self) -> None:
        orders = self._bench.orders.state
        if self._to_prepare and (orders.ready or orders.error is not None):
            self._to_prepare = False
            self._preparing.start()

    def _put_off_preparing(self) -> None:
        if self._preparing.isActive():
            self._preparing.start()

    @property
    def all_made(self) -> bool:
        """Whether no screen is left to be made or dressed."""
        return self._prepared and len(self._screens) == len(SCREENS)

    def _prepare_next(self) -> None:
        if self._steps is None:
            self._steps = self._preparation()
        if next(self._steps, True):
            self._preparing.stop()

    def _preparation(self) -> Iterator[bool]:
        """Short steps: what a screen is made of is read in, then the screen is made, set among the others, filled part
        by part, and dressed."""
        for name in SCREENS:
            if name in self._screens:
                continue
            self._prepared = False
            import_module(f"app.ui.{name}.screen")
            yield False
            if name not in self._screens:
                self._screens[name] = self.screens.make(name)
            yield False
            screen = self._seated(name)
            yield False
            while isinstance(screen, ScreenInParts) and screen.make_next():
                yield False
            for part in (screen, *screen.findChildren(QWidget)):
                part.ensurePolished()
            self._prepared = True
            yield False

    def _seated(self, name: str) -> QWidget:
        """The screen, made if it was not yet, and set among the others."""
        if name not in self._screens:
            self._screens[name] = self.screens.make(name)
        screen = self._screens[name]
        if self._stack.indexOf(screen) < 0:
            self._stack.addWidget(screen)
        return screen

    def release(self) -> None:
        """Listens no more; the next content takes over."""
        self._to_prepare = False
        self._preparing.stop()
        for stop in self._stop:
            stop()
        self.screens.release()

    def show_screen(self, name: str) -> None:
        """Brings a screen to the front and puts the keyboard where its work begins."""
        screen = self._seated(name)
        if isinstance(screen, ScreenInParts):
            screen.make_all()
        self._stack.setCurrentWidget(screen)
        title = {command.id: command.title for command in COMMANDS}[name]
        self.top.show_title(self._kit.t(title))
        self.navigation.show_screen(name)
        if name in self.screens.focus:
            self.screens.focus[name]()

    def page(self, name: str) -> QWidget:
        """A screen, made if it was not yet."""
        if name not in self._screens:
            self.show_screen(name)
        return self._screens[name]

    def panes(self, name: str) -> tuple[QWidget, ...]:
        """What F6 goes round on a screen, in the order of reading; first the rail, last a message that is shown."""
        screen = self.page(name)
        parts = screen.panes if isinstance(screen, ComposeScreen) else (screen,)
        return (self.navigation, *parts, self.toast.pane)

    def go_to_pane(self, name: str, way: int) -> None:
        """Puts the keyboard into the next part of a screen, or the one before."""
        panes = self.panes(name)
        held = QApplication.focusWidget()
        here = next((at for at, pane in enumerate(panes) if held is not None and pane.isAncestorOf(held)), -1)
        for step in range(1, len(panes) + 1):
            stop = first_stop(panes[(here + step * way) % len(panes)])
            if stop is not None:
                stop.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def focus(self, name: str) -> None:
        """Puts the keyboard where the work of a screen begins, unless it is on the screen already."""
        held = QApplication.focusWidget()
        if name in self.screens.focus and (held is None or not self.page(name).isAncestorOf(held)):
            self.screens.focus[name]()

    def change_word(self) -> None:
        """Opens the field of the word at the sentence's cursor."""
        compose = self.page("compose")
        if isinstance(compose, ComposeScreen):
            compose.editor.ask_field()

    def move_item(self, step: Step) -> None:
        """Moves the item of the bid that holds the keyboard."""
        compose = self._screens.get("compose")
        if isinstance(compose, ComposeScreen) and self._stack.currentWidget() is compose:
            compose.move_item(step)

    def _show_market(self) -> None:
        self.top.show_market(self._bench.market.state)

    def _orders_moved(self) -> None:
        self._show_stopped()
        self._begin_preparing()

    def _show_stopped(self) -> None:
        self.stopped.setVisible(self._bench.orders.state.stopped)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.navigation.fit(self.width())
        self.under.setGeometry(self.rect())
        self.toast.place()
