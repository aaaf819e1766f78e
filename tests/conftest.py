"""Property tests take the same examples everywhere; `--hypothesis-profile default` goes and looks for new ones.

A worker that dies tells its stacks with the test it died in: what it printed may stand far above, or be cut.
"""

from __future__ import annotations

import faulthandler
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

settings.load_profile("ci")


def _stacks(run: str, worker: str) -> Path:
    return Path(tempfile.gettempdir()) / f"stacks-{run}-{worker}.txt"


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    worker = getattr(session.config, "workerinput", None)
    if worker is not None:
        stacks = _stacks(worker["testrunuid"], worker["workerid"])
        file = stacks.open("w", encoding="utf-8")
        faulthandler.enable(file)
        session.config.add_cleanup(lambda: (file.close(), stacks.unlink(missing_ok=True)))


@pytest.hookimpl(optionalhook=True)
def pytest_handlecrashitem(report: pytest.TestReport) -> None:
    worker = report.node.workerinput
    stacks = _stacks(worker["testrunuid"], worker["workerid"])
    if stacks.exists():
        told = stacks.read_text(encoding="utf-8", errors="replace").partition("Extension modules")[0]
        report.longrepr = f"{report.longrepr}\n{told}"
        stacks.unlink()
