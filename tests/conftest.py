"""Property tests take the same examples everywhere; `--hypothesis-profile default` goes and looks for new ones.

A worker that dies tells its stacks with the test it died in: what it printed may stand far above, or be cut.

The run is kept quick: folders of tests lie in memory where there is room, since every commit to a store waits for its
disk; files with nothing to run are not imported (some import torch); workers take over each other's tests; and what
lives as long as the run is not looked through for garbage again and again.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import re
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.scheduler import WorkStealingScheduling

settings.load_profile("ci")

MEMORY = Path("/dev/shm")
ROOM = 1 << 30
if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ROOM:
    os.environ.setdefault("TMPDIR", str(MEMORY))
    tempfile.tempdir = None  # it may have been looked up before

WHOLLY_SLOW = re.compile(r"^pytestmark = .*\bmark\.slow\b", re.MULTILINE)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leaves out the files that a run without the slow tests would take none of."""
    if config.option.markexpr != "not slow" or not collection_path.match("test_*.py"):
        return None
    return True if WHOLLY_SLOW.search(collection_path.read_text(encoding="utf-8")) else None


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Sets aside what lives as long as the run."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """In a test with Qt garbage is collected here alone, once the test and the values of its fixtures have gone. The
    interpreter's own collector runs in the midst of whatever allocates, on whichever thread, and widgets freed under
    Qt's hands crash it; see `app/ui/garbage.py`. What outlives its test can crash a later one: the binding knows
    objects by their addresses, is not told when Qt deletes an accessible interface or a layout item, and takes a
    wrapper left of one for a wrapper of the next object there, whose own it has just freed.
    """
    if "qapp" not in getattr(item, "fixturenames", ()):
        return (yield)
    gc.disable()
    gc.collect()
    gc.freeze()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish() -> None:
    """Gives back what was set aside, so that whatever nobody closed is still told at the end."""
    gc.unfreeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> WorkStealingScheduling | None:
    """Neighbours stay on one worker, with what their module shares, until the other has nothing left to do."""
    return WorkStealingScheduling(config, log) if config.option.dist == "load" else None


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
