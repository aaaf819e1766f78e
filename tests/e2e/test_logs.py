"""The log tells where something failed, never what was in memory there, and never fails itself."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

import pytest
import structlog

from app.cli.logs import log_to_stderr

CANARY = "canary-in-a-variable"


@pytest.fixture(autouse=True)
def configured() -> Iterator[None]:
    log_to_stderr()
    yield
    structlog.reset_defaults()


def failing(secret: str) -> None:
    message = "something broke"
    raise RuntimeError(message + "!" * (len(secret) > 0))


def logged_failure() -> None:
    logger = structlog.get_logger("test")
    try:
        failing(CANARY)
    except RuntimeError:
        logger.exception("a request failed", path="/v1/time")


def test_a_traceback_shows_lines_and_no_values(capsys: pytest.CaptureFixture[str]) -> None:
    logged_failure()
    told = capsys.readouterr()
    assert "RuntimeError: something broke!" in told.err
    assert "a request failed" in told.err
    assert "/v1/time" in told.err
    assert CANARY not in told.err
    assert told.out == ""


def test_below_warnings_nothing_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    structlog.get_logger("test").info("an ordinary thing")
    assert capsys.readouterr() == ("", "")


def test_a_log_that_cannot_be_written_stops_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stderr", Full())
    logged_failure()
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stderr", closed)
    logged_failure()
