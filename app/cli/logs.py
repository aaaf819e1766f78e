"""What rooms log goes to stderr, from warnings on; stdout is for results."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any

import structlog


class StderrLogger:
    """Writes lines to stderr. A line that cannot be written (a full disk, a closed pipe) is dropped: whoever logs has
    work to finish."""

    def msg(self, line: str) -> None:
        """Writes one line."""
        with suppress(OSError, ValueError):  # ValueError: stderr is closed
            print(line, file=sys.stderr, flush=True)

    warning = warn = error = critical = fatal = exception = msg


def log_to_stderr() -> None:
    """Sets the logging of this process. Tracebacks are plain: the default shows the values of variables, and a key or
    a passphrase may be among them."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False),
            structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
        ],
        wrapper_class=structlog.make_filtering_bound_logger("warning"),
        logger_factory=_logger,
    )


def _logger(*_names: Any) -> StderrLogger:
    return StderrLogger()
