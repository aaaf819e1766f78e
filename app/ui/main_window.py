"""The shell: menus, commands, the content in the chosen look and language, and the sheets over it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow

from app.services.errors import UserFacing
from app.services.pasting import drafts_from
from app.services.review import Review
from app.services.settings import Appearance
from app.services.views import SignRequest, TrailEntry
from app.services.workbench import Workbench
from app.ui.actions import COMMANDS, MENUS, SCREENS
from app.ui.content import Content
from app.ui.documents import Documents
from app.ui.faults import fault_advice, fault_title
from app.ui.first_run import FirstRun
from app.ui.format import Format
from app.ui.kit import Kit
from app.ui.memory import WindowMemory
from app.ui.notices import TOLD, NoNotices, Notices
from app.ui.orders.signing import SignSheet
from app.ui.orders.stop import StopSheet
from app.ui.orders.trail import TrailSheet
from app.ui.orders.words import ended_words, next_step
from app.ui.palette import Palette
from app.ui.reading_order import first_stop
from app.ui.review.sheet import ReviewSheet
from app.ui.screens import Models
from app.ui.theme.icons import Icons
from app.ui.theme.style import palette, style_sheet
from app.ui.theme.system import SystemLook
from app.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens
from app.ui.widgets.sheet import Sheet
from app.ui.words import load_words

LEAST_SIZE = (1080, 680)
FIRST_SIZE = (1280, 800)


class MainWindow(QMainWindow):
    """One window over one workbench. `still` holds all that moves by itself, for screenshots."""

    def __init__(
        self,
        bench: Workbench,
        *,
        still: bool = False,
        memory: WindowMemory | None = None,
        notices: Notices | None = None,
    ) -> None:
        super().__init__()
        self._bench = bench
        self._still = still
        self._memory = memory or WindowMemory(parent=self)
        self._notices = notices or NoNotices()
        self._screen = "compose"
        self._system = SystemLook(self)
        self._system.changed.connect(self._settings_changed)
        self._sheet: Sheet | None = None
        self._look: tuple[object, ...] = ()
        self._actions: dict[str, QAction] = {}
        self.models = Models.of(bench, self)
        self.models.compose.failed.connect(self.tell)
        self.models.orders.failed.connect(self.tell)
        self.models.waiting.due.connect(lambda: self.run("review"))
        self.models.compose.remembered.connect(self._tell_remembered)
        self.documents = Documents(
            self, lambda: self.kit.t, bench, self.models.orders, self.tell, lambda words: self.content.toast.show(words)
        )
        self.setWindowTitle("Bidwright")
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        self._memory.place(self)
        self._build()
        self._stop = (bench.settings.on_change(self._settings_changed), bench.orders.on_finished(self._tell_news))

    # -- the look ----------------------------------------------------------------------------------------------------

    def _tokens(self) -> Tokens:
        appearance: Appearance = self._bench.settings.settings.appearance
        if appearance == "system":
            return self._system.tokens()
        return {"light": LIGHT, "dark": DARK, "high_contrast": HIGH_CONTRAST}[appearance]

    def _build(self) -> None:
        settings = self._bench.settings.settings
        tokens = self._tokens()
        words = load_words(settings.language)
        clock = self._bench.clock
        icons = Icons(self.devicePixelRatioF())
        self.kit = Kit(
            tokens,
            icons,
            words,
            Format(words, clock.zone),
            clock,
            self._memory,
            settings.text_scale,
            self._still or settings.reduced_motion,
        )
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        old = self.takeCentralWidget()
        if old is not None:
            old.deleteLater()
        sheet = style_sheet(tokens, settings.text_scale)
        if app.styleSheet() != sheet:
            app.setPalette(palette(tokens))
            app.setStyleSheet(sheet)
        self._build_menus()
        self.content = Content(self.kit, self._bench, self.models, self.run)
        self.content.screens.trail_asked.connect(
            lambda order_id: self.models.orders.ask_trail(order_id, self._show_trail)
        )
        self.content.screens.proof_asked.connect(self.documents.save_proof)
        self.content.screens.request_asked.connect(self.documents.save_request)
        self.content.screens.signature_taken.connect(self.documents.take_signature)
        self.setCentralWidget(self.content)
        self.content.show_screen(self._screen)
        if not self._still:
            self.content.prepare()
        self._look = self._look_wanted()

    def _look_wanted(self) -> tuple[object, ...]:
        settings = self._bench.settings.settings
        look = self._tokens().name
        return (settings.language, look, settings.text_scale, settings.reduced_motion, settings.zone)

    def _settings_changed(self) -> None:
        if self._look_wanted() == self._look:
            return
        before, introduction = self._look, self._sheet
        if self._sheet is not None:
            self._sheet.take_away()
        self.content.release()
        self._build()
        if isinstance(introduction, FirstRun):
            self.open_first_run(introduction.step)
        if (before[0], before[-1]) != (self._look[0], self._look[-1]):  # the language or the zone
            self._bench.drafts.read_again()

    # -- commands ----------------------------------------------------------------------------------------------------

    def _build_menus(self) -> None:
        t = self.kit.t
        bar = self.menuBar()
        bar.clear()
        for action in self._actions.values():
            self.removeAction(action)
        self._actions = {}
        for menu_name in MENUS:
            menu = bar.addMenu(t(menu_name))
            for command in COMMANDS:
                if command.menu == menu_name:
                    action = QAction(t(command.title), self)
                    if command.keys:
                        action.setShortcuts([QKeySequence(each) for each in (command.keys, command.also) if each])
                    action.triggered.connect(lambda _=False, name=command.id: self.run(name))
                    menu.addAction(action)
                    self._actions[command.id] = action

    def run(self, name: str) -> None:
        """Does a command, by its id."""
        if self._sheet is not None:
            self._sheet.close_sheet()
        if name in SCREENS:
            self._screen = name
            self.content.show_screen(name)
            return
        doings: dict[str, Callable[[], object]] = {
            "new": self._new,
            "review": self._review,
            "duplicate": lambda: self._bench.drafts.duplicate(self._bench.drafts.state.id),
            "paste_bids": self._paste_bids,
            "import": self._import,
            "export": self.documents.save_bid,
            "export_orders": self.documents.save_orders,
            "export_drafts": self.documents.save_drafts,
            "sign": lambda: self.documents.open_request(self.show_request),
            "stop": self._stop_all,
            "rearm": lambda: self.models.orders.set_stopped(False),
            "quit": self.close,
            "undo": self.models.compose.undo,
            "redo": self.models.compose.redo,
            "sentence": lambda: self.run("compose"),
            "write_anew": self.models.compose.write_anew,
            "follow_sentence": self.models.compose.follow_sentence,
            "change_word": self.content.change_word,
            "move_up": lambda: self.content.move_item("up"),
            "move_down": lambda: self.content.move_item("down"),
            "move_in": lambda: self.content.move_item("in"),
            "move_out": lambda: self.content.move_item("out"),
            "panes": lambda: self._go_to_pane(1),
            "panes_back": lambda: self._go_to_pane(-1),
            "columns": self._memory.forget_tables,
            "light": lambda: self._bench.settings.update(appearance="light"),
            "dark": lambda: self._bench.settings.update(appearance="dark"),
            "high_contrast": lambda: self._bench.settings.update(appearance="high_contrast"),
            "english": lambda: self._bench.settings.update(language="en"),
            "korean": lambda: self._bench.settings.update(language="ko"),
            "palette": self.open_palette,
            "first_run": self.open_first_run,
        }
        doings[name]()

    def _new(self) -> None:
        self._bench.drafts.new()
        self.run("compose")

    def _paste_bids(self) -> None:
        try:
            pasted = QApplication.clipboard().text()
            count = drafts_from(pasted, self._bench.drafts, self._bench.quick_reader.get())
        except UserFacing as error:
            self.content.toast.show(f"{fault_title(self.kit, error)}. {fault_advice(self.kit, error)}")
            return
        self.run("compose" if count == 1 else "drafts")
        self.content.toast.show(self.kit.t("{count} drafts made from the copied text.", count=count))

    def _review(self) -> None:
        self.run("compose")
        waiting = self.models.waiting
        if waiting.offline and self.models.compose.footer.can_review:
            waiting.ask()
            self.content.toast.show(
                self.kit.t("The review opens once the exchange answers. Nothing is sent by itself.")
            )
            return
        self.models.compose.ask_review(self._show_review)

    def _show_review(self, review: Review) -> None:
        if self._sheet is not None:
            return
        model, venue = self.models.compose, self._bench.ports.venue
        sheet = ReviewSheet(self.kit, self.content, self.content.under, model, review, venue)
        sheet.submitted.connect(self._submitted)
        self._open(sheet)
        sheet.cancel.setFocus()

    def _stop_all(self) -> None:
        sheet = StopSheet(self.kit, self.content, self.content.under, self.models.orders)
        self._open(sheet)
        sheet.confirm.setFocus()

    def _show_trail(self, entries: tuple[TrailEntry, ...]) -> None:
        if self._sheet is None:
            self._open(TrailSheet(self.kit, self.content, self.content.under, entries))

    def show_request(self, request: SignRequest) -> None:
        """Somebody else's bid, to be signed."""
        if self._sheet is None:
            sheet = SignSheet(self.kit, self.content, self.content.under, self.models.orders, request)
            sheet.signed.connect(self.documents.save_signature)
            self._open(sheet)

    def _submitted(self, order_id: str) -> None:
        self.models.orders.select(order_id)
        self.run("orders")
        self._bench.drafts.new()
        self.content.toast.show(self.kit.t("Your bid is saved and on its way."))

    def open_palette(self) -> None:
        """The list of all commands, to be searched."""
        sheet = Palette(self.kit, self.content, self.content.under, self._bench)
        sheet.chosen.connect(self.run)
        sheet.draft_chosen.connect(self._open_draft)
        self._open(sheet)

    def open_first_run(self, step: int = 0) -> None:
        """The three steps of the introduction, from one of them on."""
        sheet = FirstRun(self.kit, self.content, self.content.under, self._bench, step=step)
        sheet.tried.connect(self.begin_with)
        self._open(sheet)

    def begin_with(self, text: str) -> None:
        """Puts words that came from elsewhere into a new draft, and shows it."""
        self._bench.drafts.new(text)
        self.run("compose")

    def _open_draft(self, draft_id: str) -> None:
        self._bench.drafts.open(draft_id)
        self.run("compose")

    def _open(self, sheet: Sheet) -> None:
        self._sheet = sheet
        sheet.closed = self._sheet_closed
        sheet.open()

    def _sheet_closed(self) -> None:
        self._sheet = None
        self.content.focus(self._screen)

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is open."""
        return self._sheet

    def _go_to_pane(self, way: int) -> None:
        panes = self.content.panes(self._screen)
        held = QApplication.focusWidget()
        here = next((at for at, pane in enumerate(panes) if held is not None and pane.isAncestorOf(held)), -1)
        for step in range(1, len(panes) + 1):
            stop = first_stop(panes[(here + step * way) % len(panes)])
            if stop is not None:
                stop.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _import(self) -> None:
        if self.documents.open_bid():
            self.run("compose")
            self.models.compose.say_bid()

    def tell(self, error: UserFacing) -> None:
        """Says what went wrong and what to do; the words can be copied for somebody who helps."""
        advice = fault_advice(self.kit, error)
        words = fault_title(self.kit, error) + (f". {advice}" if advice else "")
        self.content.toast.show(
            words, self.kit.t("Copy"), lambda: QApplication.clipboard().setText(f"{words} [{error.code}]")
        )

    def _tell_remembered(self, words: str, undo: Callable[[], None]) -> None:
        self.content.toast.show(words, self.kit.t("Undo"), undo)

    def _tell_news(self) -> None:
        for order in self._bench.orders.news:
            order_id = order.id

            def look(order_id: str = order_id) -> None:
                self.models.orders.select(order_id)
                self.run("orders")

            told = ended_words(order, self.kit.t, self.kit.fmt)
            self.content.toast.show(told, self.kit.t("Show"), look)
            if order.state in TOLD and not self.isActiveWindow():
                self._notices.show(told, self.kit.t(next_step(order)), partial(self._return_to, look))

    def _return_to(self, look: Callable[[], None]) -> None:
        self.showNormal()
        self.raise_()
        self.activateWindow()
        look()

    # -- the frame ---------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._memory.keep_place(self)
        for stop in self._stop:
            stop()
        self._notices.close()
        self.content.release()
        self.models.close()
        super().closeEvent(event)
