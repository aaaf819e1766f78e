"""The composer: the sentence, the bid it became, what is open, and the estimate beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.services.arranging import Place, Step
from app.ui.compose.asks import Asks
from app.ui.compose.assumptions import Assumptions
from app.ui.compose.cards import BidCards
from app.ui.compose.editor import SentenceEdit
from app.ui.compose.estimate_panel import EstimatePanel
from app.ui.compose.fields import open_editor
from app.ui.compose.footer import FooterBar
from app.ui.compose.handstrip import HandStrip
from app.ui.compose.hours_editor import open_hours
from app.ui.compose.mirror import paths_at, same_field, spans_of
from app.ui.compose.timeline import TimelineWithTable
from app.ui.compose.viewmodel import ComposeViewModel
from app.ui.kit import Kit, column, frame, row, scrolling
from app.ui.reading_order import ReadingOrder
from app.ui.theme.fonts import COMPOSE, SMALL, font
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.plain import ElidedLabel, set_flag
from auction_client.model.catalogue import Catalogue
from nlp.draft import ReaderInfo, TextSpan

EXAMPLE_SECONDS = 6
LEAST_SECONDS = 0.1
"""Reading times below this are not counted out."""


class ComposeScreen(QWidget):
    """Renders the composer's view-model."""

    review_asked = Signal()
    new_asked = Signal()

    def __init__(self, kit: Kit, model: ComposeViewModel, catalogue: Catalogue) -> None:
        super().__init__()
        self._kit = kit
        self._model = model
        self._catalogue = catalogue
        self.setProperty("look", "ground")
        self._build()
        self._bind()
        self._behind = False
        self._shown_id = ""
        self._render()

    def _build(self) -> None:
        kit = self._kit
        outer = column(self, gap=0)
        main = row(margins=(24, 20, 24, 16), gap=8)
        content = QWidget()
        left = column(content, margins=(0, 0, 8, 0), gap=14)
        left.addWidget(self._editor_card())
        self.strip = HandStrip(kit)
        self.asks = Asks(kit)
        self.cards = BidCards(kit, self._catalogue)
        self.assumptions = Assumptions(kit)
        self.timeline = TimelineWithTable(kit)
        self._empty = EmptyState(
            kit,
            "square-pen",
            kit.t("Say what you need, in your own words"),
            kit.t(
                "Alternatives, bundles, windows and limits are understood. Each word is tied to a field, and "
                "nothing is sent before you have confirmed it."
            ),
            kit.t("Try an example"),
            lambda: self._model.edit(self._examples()[0]),
        )
        left.addWidget(self.strip)
        left.addWidget(self.asks)
        left.addWidget(self.cards)
        left.addWidget(self.timeline)
        left.addWidget(self.assumptions)
        left.addWidget(self._empty, 1000)
        left.addStretch(1)
        self._area = scrolling(content)
        main.addWidget(self._area, 1)
        self.panel = EstimatePanel(kit)
        main.addWidget(self.panel)
        outer.addLayout(main, 1)
        self.footer = FooterBar(kit)
        outer.addWidget(self.footer)
        self._order = ReadingOrder((content, self.panel, self.footer))

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes round: the sentence, what is asked, the bid, the estimate, and the way on."""
        return (self._editor_frame, self.asks, self.cards, self.panel, self.footer)

    def _editor_card(self) -> QWidget:
        kit = self._kit
        self._editor_frame = frame("editor")
        self._editor_frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        layout = column(self._editor_frame, margins=(18, 14, 18, 10), gap=6)
        self.editor = SentenceEdit(kit, self._model.colour)
        self.editor.setFont(font(COMPOSE * kit.scale, QFont.Weight.Normal))
        layout.addWidget(self.editor)
        self._status = ElidedLabel(colour=kit.tokens.muted)
        self._status.setFont(font(SMALL * kit.scale))
        foot = row(gap=16)
        foot.addWidget(self._status, 1)
        foot.addWidget(kit.label(kit.t("Enter reads · Ctrl+Enter reviews"), "small"))
        layout.addLayout(foot)
        self._example = 0
        self._ghosts = QTimer(self)
        self._ghosts.setInterval(EXAMPLE_SECONDS * 1000)
        self._ghosts.timeout.connect(self._next_example)
        if not kit.still:
            self._ghosts.start()
        self._show_example()
        return self._editor_frame

    def _examples(self) -> tuple[str, ...]:
        t = self._kit.t
        return (
            t("8 H100s, Tuesday night, or 16 A100s, max $2.60 per GPU-hour"),
            t("4 nodes of H200 with InfiniBand, 72 hours straight any time next week, at most 4.50 per GPU-hour"),
            t("sell 8 H100s this weekend, no less than $1.90 per GPU-hour"),
            t("64 H200s for 5 days starting December 1, budget $30k all in"),
        )

    def _next_example(self) -> None:
        self._example += 1
        self._show_example()

    def _show_example(self) -> None:
        """A ghost sentence while there is nothing; beside a bid without words it would look like the bid's own."""
        examples = self._examples()
        shown = examples[self._example % len(examples)] if self._model.draft.bid is None else ""
        if shown != self.editor.placeholderText():
            self.editor.setPlaceholderText(shown)

    def _bind(self) -> None:
        model = self._model
        self.editor.edited.connect(model.edit)
        self.editor.read_asked.connect(model.read_now)
        self.editor.review_asked.connect(self._ask_review)
        self.editor.undo_asked.connect(model.undo)
        self.editor.redo_asked.connect(model.redo)
        self.editor.word_entered.connect(self._light_fields)
        self.editor.cursor_moved.connect(model.keep_cursor)
        self.editor.word_pointed.connect(self._light_pointed)
        self.editor.field_asked.connect(self._open_word)
        self.editor.told_of = self._told_of
        self.editor.focus_moved.connect(lambda on: set_flag(self._editor_frame, "lit", on))
        self.cards.pointed.connect(self._light_words)
        self.cards.edit_asked.connect(self._edit_field)
        self.cards.add_asked.connect(model.add_alternative)
        self.cards.remove_asked.connect(model.remove)
        self.cards.place_asked.connect(self._move)
        self.cards.step_asked.connect(self._step)
        self.strip.write_asked.connect(model.write_anew)
        self.strip.release_asked.connect(lambda path: model.unpin(path) if path else model.follow_sentence())
        self.asks.answered.connect(model.answer)
        self.asks.fill_asked.connect(self._open_field)
        self.assumptions.change_asked.connect(self._open_field)
        self.assumptions.always_asked.connect(lambda part, button: open_hours(self._kit, model, part, button))
        self.assumptions.forget_asked.connect(lambda name: model.forget(name, self._kit.t("The setting is forgotten.")))
        self.asks.dismissed.connect(model.dismiss)
        self.panel.fix_taken.connect(model.take_fix)
        self.panel.limit_taken.connect(model.take_limit)
        self.panel.scale_taken.connect(model.take_scale)
        self.footer.review_asked.connect(self._ask_review)
        self.footer.undo_asked.connect(model.undo)
        self.footer.redo_asked.connect(model.redo)
        self.footer.new_asked.connect(self.new_asked)
        model.draft_changed.connect(self._show_draft)
        model.estimate_changed.connect(self._show_estimate)
        model.coloured.connect(self.editor.highlighter.refresh)

    def _ask_review(self) -> None:
        if self._model.footer.can_review:
            self.review_asked.emit()

    def _edit_field(self, path: str, kind: str, button: QPushButton) -> None:
        bid = self._model.draft.bid
        if bid is not None:
            open_editor(self._kit, self._model, self._catalogue, bid, path, kind, button)

    def _open_field(self, path: str) -> None:
        """Opens the editor of the field that a path lies on, after bringing it into sight."""
        button = next((made for field, made in self.cards.fields.items() if same_field(field, path)), None)
        if button is not None:
            self._area.ensureWidgetVisible(button)
            button.setFocus()
            button.click()

    def _open_word(self, position: int) -> None:
        """Opens the editor of the field that a word became."""
        for path in sorted(paths_at(self._model.draft.draft, position)):
            if any(same_field(field, path) for field in self.cards.fields):
                self._open_field(path)
                return

    def _told_of(self, position: int) -> str:
        """What a word became, or what is asked about it."""
        t, state = self._kit.t, self._model.draft
        if position < 0:
            return ""
        for question in state.questions:
            if question.span is not None and question.span != (0, len(state.text)) and _within(position, question.span):
                return question.message
        if any(_within(position, span) for span in state.unused):
            return t("No part of the bid: rephrase it, or leave it out below.")
        paths = paths_at(state.draft, position)
        fields = [made for field, made in self.cards.fields.items() if any(same_field(field, path) for path in paths)]
        if not fields:
            return ""
        return "\n".join([*(field.accessibleName() for field in fields), t("Ctrl+click or F2 changes it")])

    def _move(self, path: str, place: Place) -> None:
        self._follow(self._model.move(path, place))

    def _step(self, path: str, step: Step) -> None:
        self._follow(self._model.step(path, step))

    def _follow(self, path: str | None) -> None:
        """The keyboard goes with an item that was moved."""
        grip = self.cards.grips.get(path or "")
        if grip is not None:
            grip.setFocus()
            self._area.ensureWidgetVisible(grip)

    def move_item(self, step: Step) -> None:
        """Moves the item that holds the keyboard, or held it last."""
        path = self.cards.focused_item()
        if path:
            self._step(path, step)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self._behind:
            self._render()

    def _show_draft(self) -> None:
        """Renders the draft; out of sight only once it is seen again, so that the screen in sight is there sooner."""
        self._behind = self.isHidden()
        if not self._behind:
            self._render()

    def _render(self) -> None:
        self._behind = False
        state = self._model.draft
        self.editor.show_text(state.text, self._model.cursor if state.id != self._shown_id else None)
        self._shown_id = state.id
        self._show_example()
        doubts = [question.span for question in state.questions if question.span is not None]
        whole = (0, len(state.text))
        self.editor.highlighter.set_doubts([span for span in (*doubts, *state.unused) if span != whole])
        self.editor.highlighter.set_overruled(
            [span for path in state.overruled for span in spans_of(state.draft, path)]
        )
        self.strip.show_draft(state)
        self.asks.show_draft(state)
        self.cards.show_draft(state)
        self.assumptions.show_draft(state)
        self.cards.setVisible(state.bid is not None)
        self._empty.setVisible(state.bid is None and not state.text.strip())
        self.footer.show_footer(self._model.footer, can_undo=state.can_undo, can_redo=state.can_redo)
        self._show_status()
        self._show_estimate()

    def _show_status(self) -> None:
        t = self._kit.t
        state = self._model.draft
        words = ""
        if state.writing:
            words = t("Writing the sentence …")
        elif state.phase == "reading":
            words = t("Reading on this machine …")
        elif state.draft is not None and not state.provisional:
            words = self._reader_words(state.draft.reader)
        elif state.snapshot.source is not None:
            words = t("This bid came from a file or a position.")
        self._status.set_text(words)

    def _reader_words(self, reader: ReaderInfo) -> str:
        """Who read the sentence, and in what time; a time too short to be counted is said so."""
        t = self._kit.t
        by_rules = reader.model is None or not reader.heard
        if reader.seconds < LEAST_SECONDS:
            if by_rules:
                return t("Read by rules on this machine in a moment")
            return t("Read on this machine in a moment by {model}", model=reader.model)
        seconds = f"{reader.seconds:.1f}"
        if by_rules:
            return t("Read by rules on this machine in {seconds} s", seconds=seconds)
        return t("Read on this machine in {seconds} s by {model}", seconds=seconds, model=reader.model)

    def _show_estimate(self) -> None:
        if self._behind:
            return
        self.panel.show_state(self._model.draft, self._model.estimate, self._model.market)
        self.timeline.show_schedule(self._model.schedule)
        self._order.refresh()

    def _light_fields(self, position: int) -> None:
        draft = self._model.draft.draft
        self.cards.light(paths_at(draft, position) if self.editor.hasFocus() else set())

    def _light_pointed(self, position: int) -> None:
        """The mouse is over a word, or over none: then the cursor's word counts again."""
        if position < 0:
            self.editor.tell_word()
        else:
            self.cards.light(paths_at(self._model.draft.draft, position))

    def _light_words(self, path: str) -> None:
        self.editor.light(spans_of(self._model.draft.draft, path) if path else ())

    def focus_sentence(self) -> None:
        """Puts the keyboard into the sentence."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _within(position: int, span: TextSpan) -> bool:
    return span[0] <= position <= span[1]
