"""The worker process's client: deadlines, deaths and restarts, with a worker that has no model."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from nlp.linker import LocalModel, ModelLinker, NotHeard
from nlp.linker.child import Child
from nlp.models.files import digest_of
from nlp.models.manifest import ModelEntry, PinnedFile
from tests.nlp.linker.tags import kill, tag

FAKE = (sys.executable, str(Path(__file__).with_name("fake_worker.py")))
PLAIN = "8 H100 and 4 A100 , tue"


@pytest.fixture
def child() -> Iterator[Child]:
    child = Child(FAKE)
    child.start()
    yield child
    child.kill()


@pytest.fixture
def model(tmp_path: Path) -> Iterator[LocalModel]:
    weights = tmp_path / "weights.gguf"
    weights.write_bytes(b"weights")
    sha256, size = digest_of(weights)
    file = PinnedFile(path=str(weights), sha256=sha256, size=size)
    model = LocalModel(ModelEntry(name="fake", kind="gguf", file=file), child=Child(FAKE))
    yield model
    model.close()


def soon(seconds: float = 5.0) -> float:
    return time.monotonic() + seconds


def test_the_child_sees_no_variable_of_ours(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIDWRIGHT_SECRET", "hunter2")
    child.start()
    seen = child.ask("load", {}, deadline=soon())["environment"]
    assert isinstance(seen, list)
    assert "BIDWRIGHT_SECRET" not in seen
    assert "HOME" not in seen


def test_a_child_that_hangs_is_killed_at_the_deadline(child: Child) -> None:
    began = time.monotonic()
    with pytest.raises(NotHeard, match="in time"):
        child.ask("rank", {"hang": 1}, deadline=soon(0.3))
    assert time.monotonic() - began < 20, "it hangs for a minute"
    assert not child.alive


@pytest.mark.parametrize("fate", ["die", "babble"])
def test_a_child_that_dies_or_babbles_is_noticed_at_once(child: Child, fate: str) -> None:
    began = time.monotonic()
    with pytest.raises(NotHeard, match="ended"):
        child.ask("rank", {fate: 1}, deadline=soon(30))
    assert time.monotonic() - began < 20, "not at the deadline"


def test_a_refusal_leaves_the_child_alive(child: Child) -> None:
    with pytest.raises(NotHeard, match="refused") as caught:
        child.ask("rank", {"refuse": 1}, deadline=soon())
    assert caught.value.refused
    assert child.alive


def test_a_program_that_cannot_start_is_not_heard() -> None:
    with pytest.raises(NotHeard, match="could not be started"):
        Child(("/nowhere/python",)).start()


def test_a_model_killed_while_idle_is_back_at_the_next_request(model: LocalModel) -> None:
    linker = ModelLinker(model)
    assert linker.link(tag(PLAIN)).heard
    kill(model)
    assert linker.link(tag(PLAIN)).heard


def test_a_model_killed_while_answering_costs_that_answer_only(model: LocalModel) -> None:
    linker = ModelLinker(model, deadline_seconds=20)
    model.warm()

    def kill() -> None:
        time.sleep(0.3)
        assert model.pid
        os.kill(model.pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    answer = linker.link(tag("8 H100 hang 4 A100 , tue"))
    killer.join()
    assert not answer.heard
    assert answer.seconds < 5
    assert linker.link(tag(PLAIN)).heard


def test_answers_outside_the_alphabet_are_not_heard(model: LocalModel) -> None:
    answer = ModelLinker(model).link(tag("8 H100 strange 4 A100 , tue"))
    assert not answer.heard
    assert "nonsense" in answer.reason


def test_a_missing_file_is_not_heard_and_says_where(tmp_path: Path) -> None:
    file = PinnedFile(path=str(tmp_path / "gone.gguf"), sha256="0" * 64, size=1)
    real = LocalModel(ModelEntry(name="gone", kind="gguf", file=file))
    answer = ModelLinker(real, deadline_seconds=20).link(tag(PLAIN))
    real.close()
    assert not answer.heard
    assert "gone.gguf" in answer.reason


def test_requests_from_several_threads_are_served_in_turn(model: LocalModel) -> None:
    linker = ModelLinker(model, deadline_seconds=10)
    heard: list[bool] = []
    threads = [threading.Thread(target=lambda: heard.append(linker.link(tag(PLAIN)).heard)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert heard == [True] * 6


def test_a_model_that_loads_slowly_delays_no_request_beyond_its_deadline(tmp_path: Path) -> None:
    weights = tmp_path / "hang.gguf"
    weights.write_bytes(b"weights")
    sha256, size = digest_of(weights)
    file = PinnedFile(path=str(weights), sha256=sha256, size=size)
    slow = LocalModel(ModelEntry(name="slow", kind="gguf", file=file), child=Child(FAKE))
    began = time.monotonic()
    answer = ModelLinker(slow, deadline_seconds=0.4).link(tag(PLAIN))
    assert time.monotonic() - began < 20, "loading takes a minute"
    assert not answer.heard
    assert "still being loaded" in answer.reason
    slow.close()


def test_a_closed_model_is_not_started_again(model: LocalModel) -> None:
    linker = ModelLinker(model)
    assert linker.link(tag(PLAIN)).heard
    model.close()
    assert not linker.link(tag(PLAIN)).heard
    assert model.pid is None
