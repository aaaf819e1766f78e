"""How a row of a long table is painted: straight from the model, since the style sheet's own way is too slow for it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.kit import Kit
from app.ui.orders.model import UNDER
from app.ui.theme.fonts import BODY, SMALL, font

Index = QModelIndex | QPersistentModelIndex
SIDE, ICON, GAP, MOST_FITTED = 13, 16, 8, 2_000
PLACE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class RowDelegate(QStyledItemDelegate):
    """Words, an icon before them where there is one, a smaller line under them, a hairline; the selected row on its own
    ground."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        tokens = kit.tokens
        self._plain = font(BODY * kit.scale)
        self._metrics = QFontMetrics(self._plain)
        self._figures = QFontMetrics(font(BODY * kit.scale, tabular=True))
        self._small = font(SMALL * kit.scale)
        self._small_metrics = QFontMetrics(self._small)
        self._muted = QColor(tokens.muted)
        self._heights = (self._metrics.height(), self._small_metrics.height())
        self._fitted: dict[tuple[str, int], str] = {}
        self._text, self._line, self._selected = QColor(tokens.text), QColor(tokens.border), QColor(tokens.accent_soft)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, self._selected)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._line)
        box = rect.adjusted(SIDE, 0, -SIDE, -1)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        below = index.data(UNDER)
        if isinstance(picture, QPixmap):
            rise = self._heights[1] // 2 if below else 0
            painter.drawPixmap(box.left(), box.center().y() - ICON // 2 + 1 - rise, picture)
            box.setLeft(box.left() + ICON + GAP)
        if below:
            box = self._draw_below(painter, box, below)
        painter.setFont(index.data(Qt.ItemDataRole.FontRole) or self._plain)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(self._text if selected or colour is None else colour)
        words = index.data(Qt.ItemDataRole.DisplayRole)
        if self._metrics.horizontalAdvance(words) > box.width():
            words = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, index.data(Qt.ItemDataRole.TextAlignmentRole), words)

    def _draw_below(self, painter: QPainter, box: QRect, words: str) -> QRect:
        """The second line; what is left of the box is the first line's."""
        first, second = self._heights
        top = box.top() + (box.height() - first - second) // 2
        painter.setFont(self._small)
        painter.setPen(self._muted)
        painter.drawText(QRect(box.left(), top + first, box.width(), second), PLACE, self._fitting(words, box.width()))
        return QRect(box.left(), top, box.width(), first)

    def _fitting(self, words: str, width: int) -> str:
        """The second line as far as it fits, worked out once for a width."""
        if (words, width) not in self._fitted:
            if len(self._fitted) > MOST_FITTED:
                self._fitted.clear()
            self._fitted[words, width] = self._small_metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
        return self._fitted[words, width]

    def width_of(self, words: str) -> int:
        """The width of a column that shows these words."""
        return max(each.horizontalAdvance(words) for each in (self._metrics, self._figures)) + 2 * SIDE + 2
