"""Faults that nobody caught: shown with all they contain before anything is kept, never sent anywhere by themselves."""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from app.services.jobs import Dispatcher
from app.ui.kit import column, row
from app.ui.widgets.plain import PlainLabel

KEPT = 20


class CrashReports:
    """Hooks the interpreter's last resorts. Each kind of fault is shown once; the user decides whether it is kept. What
    ends the process itself is written by the interpreter, and shown and decided about at the next start."""

    def __init__(self, folder: Path, window: QWidget) -> None:
        self._folder = folder
        self._window = window
        self._seen: set[str] = set()
        self._native: TextIO | None = None
        self._dispatcher: Dispatcher | None = None
        folder.mkdir(parents=True, exist_ok=True)
        self.left_from_last_time = self._last_native_crash()

    def _last_native_crash(self) -> str | None:
        path = self._folder / "native.txt"
        text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
        if not text.strip():
            return None
        path.unlink()
        return text

    def install(self, dispatcher: Dispatcher) -> None:
        """From now on faults are shown."""
        self._dispatcher = dispatcher
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        self._native = (self._folder / "native.txt").open("w", encoding="utf-8")
        faulthandler.enable(self._native)

    def uninstall(self) -> None:
        """Gives the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            self._native = None

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report("".join(traceback.format_exception(kind, error, trace)))

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        text = "".join(traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback))
        if self._dispatcher is not None:
            self._dispatcher.post(lambda: self.report(text))

    def report(self, text: str) -> None:
        """Shows the fault, once."""
        last = text.rstrip().rsplit("\n", 3)
        mark = "\n".join(last[-3:])
        if mark in self._seen:
            return
        self._seen.add(mark)
        self.offer(text)

    def offer(self, text: str) -> None:
        """Shows the report; the user may copy or keep it."""
        CrashDialog(text, self.keep, self._folder, self._window).open()

    def keep(self, text: str) -> None:
        """Writes a report into the folder, where the newest ones stay. Raises OSError."""
        path = self._folder / f"fault-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.txt"
        path.write_text(text, encoding="utf-8")
        for old in sorted(self._folder.glob("fault-*.txt"))[:-KEPT]:
            old.unlink()


class CrashDialog(QDialog):
    """All of the report is visible. Nothing is sent."""

    def __init__(self, text: str, keep: Callable[[str], None], folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self._keep, self._text = keep, text
        kit = getattr(window, "kit", None)
        t = kit.t if kit is not None else str
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("Something went wrong"))
        self.resize(680, 460)
        layout = column(self, margins=(24, 20, 24, 18), gap=12)
        layout.addWidget(PlainLabel(t("Something went wrong"), look="title"))
        layout.addWidget(
            PlainLabel(
                t("Your drafts and orders are safe. This is all the report contains. It is kept only if you keep it, "
                    "in the folder below, and is sent to nobody."),
                look="muted", wrap=True,
            )
        )  # fmt: skip
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setProperty("look", "page")
        shown.setAccessibleName(t("Report"))
        layout.addWidget(shown, 1)
        layout.addWidget(PlainLabel(str(folder), look="small", wrap=True, select=True))
        buttons = row(gap=8)
        buttons.addStretch(1)
        if kit is not None:
            copy = kit.button(t("Copy report"), icon="copy")
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
            buttons.addWidget(copy)
            self.keep = kit.button(t("Keep it and go on"), icon="download")
            self.keep.clicked.connect(self._kept)
            buttons.addWidget(self.keep)
            close = kit.button(t("Go on without keeping it"), "primary")
            close.clicked.connect(self.accept)
            buttons.addWidget(close)
        layout.addLayout(buttons)

    def _kept(self) -> None:
        with suppress(OSError):  # the disk that refuses it may be what went wrong; the report stays to be copied
            self._keep(self._text)
            self.accept()
