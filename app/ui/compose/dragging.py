"""Dragging an item of the bid to another place: the grip, where it may land, and the mark that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

from app.services.arranging import Beside, Onto, Place, drops_of
from app.ui.kit import Kit
from app.ui.widgets.plain import PlainLabel, set_flag
from auction_client.model.bid import Bid

GHOST_WIDTH = 360
EDGE = 36
"""Pixels from the edge of the scroll area in which a drag scrolls it."""


class Grip(QPushButton):
    """The handle of an item: drag it, or press it for a menu of moves."""

    menu_asked = Signal()
    focused = Signal()

    def __init__(self, kit: Kit, path: str, label: str) -> None:
        super().__init__()
        self.path = path
        self.setProperty("look", "grip")
        self.setIcon(kit.icons.icon("grip-vertical", kit.tokens.muted, 16))
        self.setFixedSize(24, 30)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        words = kit.t("Move item {label}", label=label)
        self.setAccessibleName(words)
        self.setAccessibleDescription(kit.t("Drag it, or use the arrow keys with Alt"))
        self.setToolTip(f"{words}\n" + kit.t("Drag it, or use the arrow keys with Alt"))
        self.clicked.connect(self.menu_asked)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.focused.emit()


class DropMark(QWidget):
    """A line between two items, or an outline around the lot that the item would stand beside as an alternative."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._outline = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, place: QRect, *, outline: bool) -> None:
        self._outline = outline
        self.setGeometry(place.adjusted(-3, -3, 3, 3) if outline else place)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self._kit.tokens.accent)
        area = QRectF(self.rect())
        if self._outline:
            painter.setPen(QPen(colour, 3))
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 11, 11)
        else:
            middle = area.center().y()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(area.left(), middle - 1.5, area.width(), 3), 1.5, 1.5)
            painter.drawEllipse(QRectF(area.left(), middle - 4, 8, 8))
        painter.end()


class ItemDrag(QObject):
    """Follows the mouse from a grip. Emits `dropped` with the item's path and its new place."""

    dropped = Signal(str, object)

    def __init__(self, cards: QWidget, kit: Kit) -> None:
        super().__init__(cards)
        self._cards = cards
        self._kit = kit
        self._mark = DropMark(kit, cards)
        self._ghost: PlainLabel | None = None
        self._bid: Bid | None = None
        self._items: Mapping[str, QWidget] = {}
        self._groups: Mapping[str, QWidget] = {}
        self._from = self._at = QPoint()
        self._path = ""
        self._place: Place | None = None
        self._scroll = QTimer(self)
        self._scroll.setInterval(30)
        self._scroll.timeout.connect(self._scroll_on)

    def watch(
        self,
        bid: Bid | None,
        items: Mapping[str, QWidget],
        groups: Mapping[str, QWidget],
        grips: Mapping[str, QWidget],
    ) -> None:
        """The cards have been drawn anew."""
        self._bid, self._items, self._groups = bid, items, groups
        for grip in grips.values():
            grip.installEventFilter(self)

    @property
    def running(self) -> bool:
        return self._ghost is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QMouseEvent) and isinstance(watched, Grip):
            point = event.globalPosition().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
                self._from, self._path = point, watched.path
            elif event.type() == QEvent.Type.MouseMove and self._path:
                if not self.running and (point - self._from).manhattanLength() >= QApplication.startDragDistance():
                    self._begin(watched)
                if self.running:
                    self._follow(point)
                    return True
            elif event.type() == QEvent.Type.MouseButtonRelease:
                return self._finish(watched)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.running:
            if event.key() == Qt.Key.Key_Escape:
                self.cancel()
            return True
        return False

    def _begin(self, grip: Grip) -> None:
        item = self._items[self._path]
        ghost = PlainLabel()
        ghost.setParent(self._cards.window())
        picture = item.grab(QRect(0, 0, item.width(), min(item.height(), 140)))
        ghost.setPixmap(_pale(picture.scaledToWidth(GHOST_WIDTH, Qt.TransformationMode.SmoothTransformation)))
        ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        ghost.setStyleSheet(f"border: 2px solid {self._kit.tokens.accent}; border-radius: 8px;")
        ghost.adjustSize()
        ghost.show()
        self._ghost = ghost
        set_flag(item, "dragged", True)
        grip.setDown(False)
        grip.setCursor(Qt.CursorShape.ClosedHandCursor)
        grip.setFocus()
        self._scroll.start()

    def _follow(self, point: QPoint) -> None:
        assert self._ghost is not None
        self._at = point
        self._ghost.move(self._cards.window().mapFromGlobal(point) + QPoint(14, 10))
        self._ghost.raise_()
        self._place = self._place_at(self._cards.mapFromGlobal(point))
        if self._place is None:
            self._mark.hide()
        else:
            self._mark.show_at(self.where(self._place), outline=isinstance(self._place, Onto))

    def _finish(self, grip: Grip) -> bool:
        path, place, dragged = self._path, self._place, self.running
        self.cancel()
        if dragged:
            grip.setDown(False)
            if place is not None:
                self.dropped.emit(path, place)
        return dragged

    def cancel(self) -> None:
        """Puts the item back where it was."""
        self._scroll.stop()
        self._mark.hide()
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
        item = self._items.get(self._path)
        if item is not None:
            set_flag(item, "dragged", False)
        self._path, self._place = "", None

    # -- where -------------------------------------------------------------------------------------------------------

    @property
    def place(self) -> Place | None:
        """Where the item would land if it were let go now."""
        return self._place

    def _place_at(self, point: QPoint) -> Place | None:
        if self._bid is None:
            return None
        spots = {place: self.where(place) for place in drops_of(self._bid, self._path)}
        return nearest(point, spots, {path: self._rect(box) for path, box in self._groups.items()})

    def where(self, place: Place) -> QRect:
        """The rectangle of a place on the cards: a strip between two items, or the card it is dropped on."""
        if isinstance(place, Onto):
            return self._rect(self._items[place.path])
        box = self._rect(self._groups[place.group])
        before = self._items.get(f"{place.group}.items[{place.index - 1}]")
        behind = self._items.get(f"{place.group}.items[{place.index}]")
        top = self._rect(before).bottom() if before is not None else box.top() + 40
        bottom = self._rect(behind).top() if behind is not None else top + 12
        return QRect(box.left() + 14, (top + bottom) // 2 - 5, box.width() - 28, 10)

    def _rect(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._cards, QPoint(0, 0)), widget.size())

    def _scroll_on(self) -> None:
        area: QWidget | None = self._cards
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if not isinstance(area, QScrollArea) or not self.running:
            return
        y = area.mapFromGlobal(self._at).y()
        speed = -12 if y < EDGE else 12 if y > area.height() - EDGE else 0
        if speed:
            area.verticalScrollBar().setValue(area.verticalScrollBar().value() + speed)
            self._follow(self._at)


def _pale(picture: QPixmap) -> QPixmap:
    """The picture with what lies under it shining through."""
    made = QPixmap(picture.size())
    made.setDevicePixelRatio(picture.devicePixelRatio())
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(0.8)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return made


def nearest(point: QPoint, spots: Mapping[Place, QRect], groups: Mapping[str, QRect]) -> Place | None:
    """The place that a point means: the lot whose middle it lies on, else the nearest gap of the innermost group that
    holds it; None outside all groups."""
    for place, rect in spots.items():
        if isinstance(place, Onto) and rect.adjusted(0, rect.height() // 3, 0, -rect.height() // 3).contains(point):
            return place
    for group in _innermost(point, groups):
        gaps = [(abs(rect.center().y() - point.y()), place) for place, rect in spots.items() if _is_in(place, group)]
        if gaps:
            return min(gaps, key=lambda gap: gap[0])[1]
    return None


def _innermost(point: QPoint, groups: Mapping[str, QRect]) -> Iterable[str]:
    return sorted((path for path, rect in groups.items() if rect.contains(point)), key=len, reverse=True)


def _is_in(place: Place, group: str) -> bool:
    return isinstance(place, Beside) and place.group == group
