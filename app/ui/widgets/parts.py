"""A screen that is made part by part, so that no part of it makes a key wait."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget


class ScreenInParts(QWidget):
    """Made empty. Each step of `parts` adds to it, in its final place. All are to be made before it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._parts_left: Iterator[None] | None = None
        self._complete = False

    def parts(self) -> Iterator[None]:
        """Makes the screen, with a pause after each part."""
        raise NotImplementedError

    def make_next(self) -> bool:
        """Makes one part more; False once there is none left."""
        if self._complete:
            return False
        if self._parts_left is None:
            self._parts_left = self.parts()
        for _ in self._parts_left:
            return True
        self._complete = True
        return False

    def make_all(self) -> None:
        """Makes all that is left."""
        while self.make_next():
            pass
