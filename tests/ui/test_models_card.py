"""The settings' language models and the desk's rules."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QProgressBar

from app.services.models import Progress
from app.ui.settings.models import how_far
from tests.services.sample_drafts import PRICED, UNPRICED
from tests.ui.hands import button


@pytest.fixture
def page(world):
    world.open()
    world.window.run("settings")
    world.dispatcher.settle()
    return world.window.content.page("settings")


def said(card) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card)]


def named(card, words: str):
    return next(each for each in card.findChildren(type(card.add)) if each.accessibleName() == words)


def test_each_model_says_what_it_is_where_it_lies_and_what_is_pinned(page):
    words = said(page.models)
    assert "smollm2-135m" in words
    assert "reads now" in words
    assert any(line.startswith("SHA-256 b179c9523d0e6a0f…") and "98 MB" in line for line in words)
    assert "with the adapter linker-v2.gguf, 0c6f5ab1d2e3" in words


def test_a_file_is_added_with_progress_and_can_be_called_off(world, page, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/models/big.gguf", ""))
    world.executors[5].held = True
    button(page.models, "Add a GGUF file").click()
    assert page.models.findChild(QProgressBar).isVisibleTo(page.models)
    assert "Adding big.gguf" in said(page.models)
    page.models.cancel.click()
    world.executors[5].let_go()
    world.dispatcher.settle()
    assert "Called off; nothing has changed." in said(page.models)
    assert [model.name for model in world.shelf.kept] == ["smollm2-135m", "desk"]
    world.executors[5].held = False
    button(page.models, "Add a GGUF file").click()
    world.dispatcher.settle()
    assert "big.gguf was added. It reads once you choose it." in said(page.models)


def test_progress_is_told_while_a_file_is_read(world, page, monkeypatch):
    import app.services.models as models

    seen: list[int] = []
    monkeypatch.setattr(models, "TELL_EVERY", 0.0)
    world.shelf.step = lambda _step: (world.dispatcher.settle(), seen.append(page.models.bar.value()))
    world.bench.models.add_file(Path("/models/big.gguf"))
    assert seen == [0, 250, 500, 750]


def test_choosing_a_model_verifies_it_and_reads_again_with_it(world, page):
    world.type(PRICED)
    before = len(world.reader.readings)
    named(page.models, "Read with desk").click()
    for _ in range(4):
        world.dispatcher.wait(0.2)
    assert "desk reads from now on." in said(page.models)
    assert world.reader.closed
    assert len(world.reader.readings) == before + 1


def test_a_model_that_is_not_what_was_pinned_is_not_chosen_and_the_old_one_goes_on(world, page):
    world.shelf.broken.add("smollm2-135m")
    named(page.models, "Verify smollm2-135m").click()
    world.dispatcher.settle()
    assert any("not as it was pinned" in words and "SHA-256 differs" in words for words in said(page.models))
    assert not world.reader.closed
    world.type(UNPRICED)
    assert world.bench.drafts.state.phase == "asks"


def test_a_server_is_added_only_with_all_three_words(world, page):
    button(page.models, "Add a server").click()
    assert not page.models.add.isEnabled()
    for key, words in (("url", "http://127.0.0.1:9/v1"), ("served", "qwen"), ("name", "lab")):
        page.models.fields[key].setText(words)
    page.models.add.click()
    world.dispatcher.settle()
    assert [model.name for model in world.shelf.kept][-1] == "lab"
    assert "An OpenAI-compatible server: what you type goes there" in said(page.models)


def test_the_desks_rules_are_shown(page):
    words = said(page.rules)
    assert "Risk desk" in words
    assert "above $250.00, and for every sale" in words
    assert "$5,000.00 within 7 d, open bids at their worst included" in words


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress("adding", "big"), ""),
        (Progress("adding", "big", 0, 98_000_000), "0.0 of 98 MB"),
        (Progress("adding", "big", 42_000_000, 98_000_000, 0.2), "42 of 98 MB · 210 MB/s · 1 s left"),
        (Progress("adding", "big", 3_000_000, 3_000_000_000, 1.0), "3.0 of 3,000 MB · 3.0 MB/s · 17 min left"),
        (Progress("adding", "big", 98_000_000, 98_000_000, 1.0), "98 of 98 MB · 98 MB/s"),
    ],
)
def test_progress_tells_how_far_how_fast_and_how_long_still(world, progress, words):
    assert how_far(world.open().kit, progress) == words


def test_the_pace_is_measured_from_where_the_work_began(world, page, monkeypatch):
    import app.services.models as models

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/models/slow.gguf", ""))
    hands = iter(float(second) for second in range(10))
    monkeypatch.setattr(models, "time", SimpleNamespace(monotonic=lambda: next(hands)))
    seen: list[tuple[float | None, float | None]] = []

    def step(_step: int) -> None:
        world.dispatcher.settle()
        progress = world.bench.models.state.progress
        seen.append((progress.rate, progress.seconds_left))

    world.shelf.step = step
    button(page.models, "Add a GGUF file").click()
    world.dispatcher.settle()
    assert seen == [(None, None), (25.0, 3.0), (25.0, 2.0), (25.0, 1.0)]
