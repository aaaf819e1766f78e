"""The composer: the sentence, the bid it became, what is open, and the estimate beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.services.arranging import Place, Step
from app.ui.compose.asks import Asks
from app.ui.compose.assumptions import Assumptions
from app.ui.compose.cards import BidCards
from app.ui.compose.estimate_panel import EstimatePanel
from app.ui.compose.fields import open_editor
from app.ui.compose.footer import FooterBar
from app.ui.compose.handstrip import HandStrip
from app.ui.compose.hours_editor import open_hours
from app.ui.compose.mirror import paths_at, same_field, spans_of
from app.ui.compose.sentence import SentenceCard, example_sentences
from app.ui.compose.timeline import TimelineWithTable
from app.ui.compose.viewmodel import ComposeViewModel
from app.ui.kit import Kit, column, row, scrolling
from app.ui.reading_order import ReadingOrder
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.stages import Stages
from auction_client.model.catalogue import Catalogue
from nlp.draft import TextSpan


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
        self._stages = Stages((self._show_assumptions, self._show_panel, self._show_timeline), self, at_once=kit.still)
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
        self.sentence = SentenceCard(kit, self._model.colour)
        self.editor = self.sentence.editor
        left.addWidget(self.sentence)
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
            lambda: self._model.edit(example_sentences(kit.t)[0]),
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
        return (self.sentence, self.asks, self.cards, self.panel, self.footer)

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
        self.assumptions.always_asked.connect(lambda part, button: open_hours(self._kit, model.defaults, part, button))
        self.assumptions.forget_asked.connect(
            lambda name: model.defaults.forget(name, self._kit.t("The setting is forgotten."))
        )
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
        self.sentence.show_draft(state)
        doubts = [question.span for question in state.questions if question.span is not None]
        whole = (0, len(state.text))
        self.editor.highlighter.set_doubts([span for span in (*doubts, *state.unused) if span != whole])
        untrue = () if state.writing else state.overruled
        self.editor.highlighter.set_overruled([span for path in untrue for span in spans_of(state.draft, path)])
        self.strip.show_draft(state)
        self.asks.show_draft(state)
        self.cards.show_draft(state)
        self.cards.setVisible(state.bid is not None)
        self._empty.setVisible(state.bid is None and not state.text.strip())
        self.footer.show_footer(self._model.footer, can_undo=state.can_undo, can_redo=state.can_redo)
        self._stages.begin()

    def _show_estimate(self) -> None:
        if not self._behind:
            self._stages.begin()

    def _show_assumptions(self) -> None:
        self.assumptions.show_draft(self._model.draft)

    def _show_panel(self) -> None:
        self.panel.show_state(self._model.draft, self._model.estimate, self._model.market)

    def _show_timeline(self) -> None:
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
