"""Colours recognised words as they are typed. The document's text and its undo are not touched."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from app.ui.theme.tokens import Tokens
from nlp.draft import FieldSpan, TextSpan


def utf16_offsets(text: str) -> list[int]:
    """Where each character of a Python string begins in Qt's UTF-16, and where the text ends."""
    offsets, at = [], 0
    for character in text:
        offsets.append(at)
        at += 2 if ord(character) > 0xFFFF else 1
    offsets.append(at)
    return offsets


class WordHighlighter(QSyntaxHighlighter):
    """Asks `colour` for the spans of the whole text, once a text; waves mark the words in doubt."""

    def __init__(self, document: QTextDocument, tokens: Tokens, colour: Callable[[str], Sequence[FieldSpan]]) -> None:
        super().__init__(document)
        self._tokens = tokens
        self._colour = colour
        self._text: str | None = None
        self._marks: list[tuple[int, int, QTextCharFormat]] = []
        self._doubts: tuple[TextSpan, ...] = ()
        self._overruled: tuple[TextSpan, ...] = ()
        self._formats = {}
        for role in (
            "quantity",
            "asset",
            "time",
            "validity",
            "price",
            "place",
            "attribute",
            "side",
            "joiner",
            "choice",
            "reference",
        ):
            colours = tokens.role(role)
            if colours is not None:
                made = QTextCharFormat()
                made.setForeground(QColor(colours.ink))
                made.setBackground(QColor(colours.ground))
                self._formats[role] = made

    def set_doubts(self, doubts: Sequence[TextSpan]) -> None:
        """Spans that became no field, or that a question is about."""
        if tuple(doubts) != self._doubts:
            self._doubts = tuple(doubts)
            self.refresh()

    def set_overruled(self, spans: Sequence[TextSpan]) -> None:
        """Spans whose field was set by hand to something else: struck through."""
        if tuple(spans) != self._overruled:
            self._overruled = tuple(spans)
            self.refresh()

    def refresh(self) -> None:
        """Colours everything anew."""
        self._text = None
        self.rehighlight()

    def _look(self, text: str) -> None:
        offsets = utf16_offsets(text)
        self._marks = []
        for span in self._colour(text):
            made = self._formats.get(span.role)
            if made is not None and span.end < len(offsets):
                self._marks.append((offsets[span.start], offsets[span.end], made))
        for start, end in self._doubts:
            if end < len(offsets):
                made = QTextCharFormat()
                made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                made.setUnderlineColor(QColor(self._tokens.warn))
                self._marks.append((offsets[start], offsets[end], made))

        for start, end in self._overruled:
            if end < len(offsets):
                made = QTextCharFormat()
                made.setFontStrikeOut(True)
                self._marks.append((offsets[start], offsets[end], made))

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        whole = self.document().toPlainText()
        if whole != self._text:
            self._text = whole
            self._look(whole)
        begin = self.currentBlock().position()
        length = len(text.encode("utf-16-le")) // 2
        for start, end, made in self._marks:
            first, last = max(start - begin, 0), min(end - begin, length)
            if first < last:
                merged = QTextCharFormat(self.format(first))
                merged.merge(made)
                self.setFormat(first, last - first, merged)
