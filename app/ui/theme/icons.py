"""Line icons, recoloured by token and drawn sharp at any scale."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

ICON_FOLDER = Path(__file__).parents[3] / "resources" / "icons"


class Icons:
    """Makes icons and keeps those it has made. Raises OSError for a name that is not in the folder."""

    def __init__(self, scale: float = 1.0) -> None:
        self._scale = scale
        self._sources: dict[str, str] = {}
        self._made: dict[tuple[str, str, int], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int = 18) -> QPixmap:
        """The icon as a square picture of `size` device-independent pixels."""
        key = (name, colour, size)
        if key not in self._made:
            if name not in self._sources:
                self._sources[name] = (ICON_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
            source = self._sources[name].replace("currentColor", colour)
            picture = QPixmap(QSize(round(size * self._scale), round(size * self._scale)))
            picture.setDevicePixelRatio(self._scale)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size, size))
            painter.end()
            self._made[key] = picture
        return self._made[key]

    def icon(self, name: str, colour: str, size: int = 18, disabled: str | None = None, gap: int = 0) -> QIcon:
        """The icon for a button; `disabled` is its colour while the button is off, `gap` empty pixels at its right."""
        made = QIcon(self._beside(name, colour, size, gap))
        if disabled is not None:
            made.addPixmap(self._beside(name, disabled, size, gap), QIcon.Mode.Disabled)
        return made

    def _beside(self, name: str, colour: str, size: int, gap: int) -> QPixmap:
        picture = self.pixmap(name, colour, size)
        if not gap:
            return picture
        wide = QPixmap(QSize(round((size + gap) * self._scale), round(size * self._scale)))
        wide.setDevicePixelRatio(self._scale)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(0, 0, picture)
        painter.end()
        return wide
