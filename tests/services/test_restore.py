"""What was typed is there again after the process was killed: the text, its history, and which draft was open."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from app.services.drafts import DraftService
from app.services.workbench import Executors, assemble
from tests.services.by_hand import HandDispatcher, InlineExecutor
from tests.services.fakes import services
from tests.services.sample_drafts import PRICED, UNPRICED

ROOT = Path(__file__).parents[2]
TYPING = """
import sys, time
from pathlib import Path
from app.services.workbench import Executors, assemble
from nlp.draft import FieldChange
from tests.services.by_hand import HandDispatcher, InlineExecutor
from tests.services.fakes import services
from tests.services.sample_drafts import PRICED, UNPRICED
dispatcher = HandDispatcher()
bench = assemble(services(Path(sys.argv[1])), dispatcher, Executors(*(InlineExecutor() for _ in range(6))))
bench.start()
bench.drafts.new("another draft")
bench.drafts.new()
bench.drafts.edit(UNPRICED)
dispatcher.wait(2.0)
bench.drafts.edit(PRICED)
dispatcher.wait(2.0)
bench.drafts.change([FieldChange(path="root.items[0].quantity", value=4)])
bench.drafts.keep_cursor(9)
print("typed", flush=True)
time.sleep(60)
"""


def opened(folder: Path) -> tuple[DraftService, HandDispatcher]:
    dispatcher = HandDispatcher()
    bench = assemble(services(folder), dispatcher, Executors(*(InlineExecutor() for _ in range(6))))
    bench.start()
    dispatcher.wait(2.0)
    return bench.drafts, dispatcher


def test_a_killed_window_opens_again_exactly_as_it_was(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", TYPING, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "typed\n"
        os.kill(process.pid, signal.SIGKILL)
    drafts, dispatcher = opened(tmp_path)
    assert drafts.state.text == PRICED
    assert drafts.cursor == 9
    assert drafts.state.bid.root.items[0].quantity == 4
    assert {row.text for row in drafts.rows()} == {PRICED, "another draft"}
    drafts.undo()
    dispatcher.wait(2.0)
    assert drafts.state.bid.root.items[0].quantity == 8
    drafts.undo()
    dispatcher.wait(2.0)
    assert drafts.state.text == UNPRICED
    drafts.close()


def test_the_cursor_of_a_draft_that_nobody_wrote_in_opens_nothing_else(bench) -> None:
    """An empty draft is not saved; the one that was written in before is the one that opens again."""
    bench.type(PRICED)
    written = bench.drafts.state.id
    bench.drafts.new()
    bench.drafts.keep_cursor(0)
    bench.drafts.restore()
    assert bench.drafts.state.id == written
