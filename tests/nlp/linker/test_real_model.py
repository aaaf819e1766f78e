"""The packaged model in its real worker process. Skipped where the weights are not installed."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nlp.linker import LocalModel, ModelLinker
from nlp.models.errors import ModelError
from nlp.models.files import digest_of
from nlp.models.manifest import DEFAULT, ModelEntry, PinnedFile, default_model
from nlp.structure import render
from tests.nlp.linker.tags import kill, tag


@pytest.fixture(scope="module")
def linker() -> Iterator[tuple[ModelLinker, LocalModel]]:
    try:
        assert DEFAULT.file
        DEFAULT.file.locate()
    except ModelError as missing:
        pytest.skip(str(missing))
    model = LocalModel(default_model())
    linker = ModelLinker(model, deadline_seconds=30)
    linker.warm()
    yield linker, model
    linker.close()


def test_a_long_prompt_is_read_and_answered(linker: tuple[ModelLinker, LocalModel]) -> None:
    answer = linker[0].link(tag("8 H100 tue , 4 A100 wed , 16 H200 and 2 A100 thu , both $900!"))
    assert answer.heard
    assert answer.asked
    assert answer.candidates[0][1] < 0
    assert answer.sha256 == DEFAULT.sha256


def test_the_same_request_gets_the_same_answer(linker: tuple[ModelLinker, LocalModel]) -> None:
    first, other, again = (
        linker[0].link(tag(text))
        for text in ("8 H100 or 4 A100 , tue", "16 A100 only_if 8 H100", "8 H100 or 4 A100 , tue")
    )
    assert first.candidates[0][0] == again.candidates[0][0]
    assert first.candidates[0][1] == pytest.approx(again.candidates[0][1], abs=0.01)
    assert render(other.candidates[0][0]).startswith("then(")


def test_the_worker_survives_being_killed_for_the_next_request(linker: tuple[ModelLinker, LocalModel]) -> None:
    kill(linker[1])
    assert linker[0].link(tag("8 H100 or 4 A100 , tue")).heard


def test_a_withdrawn_request_ends_early_and_leaves_the_worker_ready(linker: tuple[ModelLinker, LocalModel]) -> None:
    long = "(please) zzz yyy xxx 8 H100 and 4 A100 or 16 H200 and 2 A100 , tue , $900!"
    withdrawn = linker[0].link(tag(long), cancelled=lambda: True)
    assert not withdrawn.heard
    assert withdrawn.reason == "withdrawn"
    assert linker[0].link(tag("8 H100 or 4 A100 , tue")).heard


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_the_worker_holds_no_secret_and_little_else(
    linker: tuple[ModelLinker, LocalModel], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIDWRIGHT_KEY", "hunter2")
    secret = (tmp_path / "secret").open("w")
    assert linker[0].link(tag("8 H100 or 4 A100 , tue")).heard
    kill(linker[1])
    assert linker[0].link(tag("8 H100 or 4 A100 , tue")).heard
    worker = Path(f"/proc/{linker[1].pid}")
    assert b"hunter2" not in (worker / "environ").read_bytes()
    open_files = [str(path.readlink()) for path in (worker / "fd").iterdir()]
    assert not any("secret" in name for name in open_files)
    assert len(open_files) < 12
    limits = (worker / "limits").read_text()
    assert re.search(r"Max file size +0 +0 ", limits)
    assert re.search(r"Max core file size +0 +0 ", limits)
    assert not re.search(r"Max address space +unlimited", limits)
    secret.close()


def test_a_changed_file_is_refused_by_the_worker(tmp_path: Path) -> None:
    path = tmp_path / "changed.gguf"
    path.write_bytes(b"GGUF" + bytes(100))
    file = PinnedFile(path=str(path), sha256="0" * 64, size=104)
    model = LocalModel(ModelEntry(name="changed", kind="gguf", file=file))
    answer = ModelLinker(model, deadline_seconds=20).link(tag("8 H100 or 4 A100 , tue"))
    model.close()
    assert not answer.heard
    assert "pinned content" in answer.reason


def test_a_file_that_is_no_model_is_refused_by_the_worker(tmp_path: Path) -> None:
    path = tmp_path / "odd.gguf"
    path.write_bytes(b"GGUF" + bytes(100))
    sha256, size = digest_of(path)
    file = PinnedFile(path=str(path), sha256=sha256, size=size)
    model = LocalModel(ModelEntry(name="odd", kind="gguf", file=file))
    answer = ModelLinker(model, deadline_seconds=20).link(tag("8 H100 or 4 A100 , tue"))
    model.close()
    assert not answer.heard
    assert "cannot read" in answer.reason or "ended" in answer.reason
