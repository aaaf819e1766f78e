"""The shell: menus, commands, the content in the chosen look and language, and the sheets over it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow

from app.services.errors import UserFacing
from app.services.pasting import drafts_from
from app.services.review import Review
from app.services.views import SignRequest, TrailEntry
from app.services.workbench import Workbench
from app.ui.actions import COMMANDS, MENUS, SCREENS
from app.ui.content import Content
from app.ui.documents import Documents
from app.ui.faults import fault_advice, fault_title
from app.ui.first_run import FirstRun
from app.ui.look import Look
from app.ui.memory import WindowMemory
from app.ui.messages import Messages
from app.ui.notices import NoNotices, Notices
from app.ui.orders.signing import SignSheet
from app.ui.orders.stop import StopSheet
from app.ui.orders.trail import TrailSheet
from app.ui.palette import Palette
from app.ui.review.sheet import ReviewSheet
from app.ui.screens import Models
from app.ui.widgets.sheet import Sheet

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
        self._sheet: Sheet | None = None
        self.look = Look(bench, self._memory, still=still, parent=self)
        self.look.changed.connect(self._settings_changed)
        self._actions: dict[str, QAction] = {}
        self.models = Models.of(bench, self)
        for model in (self.models.compose, self.models.orders):
            model.failed.connect(lambda error: self.messages.tell(error))
        self.models.waiting.due.connect(lambda: self.run("review"))
        for defaults in (self.models.compose.defaults, self.models.settings.defaults):
            defaults.remembered.connect(lambda words, undo: self.messages.tell_remembered(words, undo))
        self.documents = Documents(
            self,
            lambda: self.kit.t,
            bench,
            self.models.orders,
            lambda error: self.messages.tell(error),
            lambda words: self.content.toast.show(words),
        )
        self.setWindowTitle("Bidwright")
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        self._memory.place(self)
        self._build()
        self._stop = (bench.settings.on_change(self._settings_changed), bench.orders.on_finished(self._tell_news))

    # -- the look ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.kit = self.look.dress(app, self.devicePixelRatioF())
        old = self.takeCentralWidget()
        if old is not None:
            old.deleteLater()
        self._build_menus()
        self.content = Content(self.kit, self._bench, self.models, self.run)
        self.messages = Messages(self.kit, self.content.toast, self._notices, self._show_order, self.isActiveWindow)
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
        self._shown_look, self._shown_reading = self.look.wanted, self.look.reading

    def _settings_changed(self) -> None:
        if self.look.wanted == self._shown_look:
            return
        read_with, introduction = self._shown_reading, self._sheet
        if self._sheet is not None:
            self._sheet.take_away()
        self.content.release()
        self._build()
        if isinstance(introduction, FirstRun):
            self.open_first_run(introduction.step)
        if self.look.reading != read_with:
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
            "panes": lambda: self.content.go_to_pane(self._screen, 1),
            "panes_back": lambda: self.content.go_to_pane(self._screen, -1),
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
        self.models.compose.reviewing.ask(self._show_review)

    def _show_review(self, review: Review) -> None:
        if self._sheet is not None:
            return
        model, venue = self.models.compose.reviewing, self._bench.ports.venue
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

    def _import(self) -> None:
        if self.documents.open_bid():
            self.run("compose")
            self.models.compose.say_bid()

    def _tell_news(self) -> None:
        self.messages.tell_news(self._bench.orders.news)

    def _show_order(self, order_id: str) -> None:
        self.come_forward()
        self.models.orders.select(order_id)
        self.run("orders")

    # -- the frame ---------------------------------------------------------------------------------------------------

    def come_forward(self) -> None:
        """Puts the window before all others, as large as it is."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._memory.keep_place(self)
        for stop in self._stop:
            stop()
        self._notices.close()
        self.content.release()
        self.models.close()
        super().closeEvent(event)
