"""The sentence box: live colours, safe with input methods, Ctrl+Enter to review."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QToolTip

from app.ui.compose.highlighter import WordHighlighter, utf16_offsets
from app.ui.kit import Kit
from app.ui.theme.fonts import COMPOSE, font
from nlp.draft import FieldSpan, TextSpan

LEAST_LINES, MOST_LINES = 2, 7


class SentenceEdit(QPlainTextEdit):
    """Emits `edited` with the text when committed text has changed: never for a syllable still being composed."""

    edited = Signal(str)
    review_asked = Signal()
    read_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    word_entered = Signal(int)
    cursor_moved = Signal(int)
    """How many characters stand before it, by the user's hand."""
    word_pointed = Signal(int)
    """The place in the text under the mouse, -1 for none."""
    field_asked = Signal(int)
    """The place in the text whose field is to be changed."""
    focus_moved = Signal(bool)

    def __init__(self, kit: Kit, colour: Callable[[str], Sequence[FieldSpan]]) -> None:
        super().__init__()
        self._kit = kit
        self._told = ""
        self._putting = False
        self.told_of: Callable[[int], str] = lambda _place: ""
        """What there is to say about a place in the text, for the tool tip."""
        self.setProperty("look", "compose")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font(COMPOSE * kit.scale))
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(kit.t("Your request in plain words"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.highlighter = WordHighlighter(self.document(), kit.tokens, colour)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._cursor_moved)
        self._fit()

    @property
    def composing(self) -> bool:
        """Whether an input method holds letters that are not committed yet."""
        layout = self.textCursor().block().layout()
        return layout is not None and bool(layout.preeditAreaText())

    def show_text(self, text: str, place: int | None = None) -> None:
        """Puts a text that came from elsewhere (undo, another draft), with the cursor behind so many characters, or
        behind what changed."""
        if text == self.toPlainText() or self.composing:
            return
        before = self.toPlainText()
        tail = 0
        while tail < min(len(before), len(text)) and before[-1 - tail] == text[-1 - tail]:
            tail += 1
        self._told = text
        self._putting = True
        self.setPlainText(text)
        self._putting = False
        cursor = self.textCursor()
        cursor.setPosition(utf16_offsets(text)[len(text) - tail if place is None else min(place, len(text))])
        self.setTextCursor(cursor)

    def light(self, spans: Sequence[TextSpan]) -> None:
        """Marks the words that a field of the bid came from."""
        offsets = utf16_offsets(self.toPlainText())
        marks = []
        for start, end in spans:
            if end < len(offsets):
                mark = QTextEdit.ExtraSelection()
                cursor = self.textCursor()
                cursor.setPosition(offsets[start])
                cursor.setPosition(offsets[end], QTextCursor.MoveMode.KeepAnchor)
                made = QTextCharFormat()
                made.setBackground(QColor(self._kit.tokens.accent))
                made.setForeground(QColor(self._kit.tokens.on_accent))
                mark.cursor, mark.format = cursor, made
                marks.append(mark)
        self.setExtraSelections(marks)

    def _changed(self) -> None:
        self._fit()
        text = self.toPlainText()
        if text != self._told:
            self._told = text
            self.edited.emit(text)

    def _cursor_moved(self) -> None:
        self.tell_word()
        if not self._putting:
            self.cursor_moved.emit(self._place())

    def tell_word(self) -> None:
        """Says where the cursor is."""
        self.word_entered.emit(self._place())

    def ask_field(self) -> None:
        """Asks to change the field that the word at the cursor became."""
        self.field_asked.emit(self._place())

    def _place(self) -> int:
        offsets = utf16_offsets(self.toPlainText())
        position = self.textCursor().position()
        return offsets.index(position) if position in offsets else -1

    def _place_at(self, point: QPoint) -> int:
        """The place in the text under a point of the viewport; -1 where no letter is."""
        cursor = self.cursorForPosition(point)
        here = self.cursorRect(cursor)
        near = abs(here.center().x() - point.x()) <= self.fontMetrics().maxWidth()
        if not near or not here.adjusted(0, -2, 0, 2).top() <= point.y() <= here.bottom() + 2:
            return -1
        offsets = utf16_offsets(self.toPlainText())
        return offsets.index(cursor.position()) if cursor.position() in offsets else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.word_pointed.emit(self._place_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.button() == Qt.MouseButton.LeftButton:
            self.field_asked.emit(self._place_at(event.position().toPoint()))
        else:
            super().mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_of(self._place_at(event.pos())))
            return True
        return super().viewportEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().leaveEvent(event)
        self.word_pointed.emit(-1)

    def _fit(self) -> None:
        lines = 0
        block = self.document().begin()
        while block.isValid():
            layout = block.layout()
            lines += max(1, layout.lineCount() if layout is not None else 1)
            block = block.next()
        shown = min(max(lines, LEAST_LINES), MOST_LINES)
        height = round(self.fontMetrics().lineSpacing() * shown + 10)
        if height != self.height():
            self.setFixedHeight(height)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _history_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        step = _history_key(event)
        if step:
            (self.undo_asked if step < 0 else self.redo_asked).emit()
        elif enter and not self.composing and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.review_asked.emit()
        elif enter and not self.composing and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.read_asked.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertText("\n")
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.focus_moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.focus_moved.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()


def _history_key(event: QKeyEvent) -> int:
    if event.matches(QKeySequence.StandardKey.Undo):
        return -1
    redo = event.matches(QKeySequence.StandardKey.Redo)
    control_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return 1 if redo or control_y else 0
