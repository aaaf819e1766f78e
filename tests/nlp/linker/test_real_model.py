"""The packaged model in its real worker process. Skipped where the weights are not installed."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from nlp.linker import LocalModel, ModelLinker
from nlp.models.errors import ModelError
from nlp.models.manifest import DEFAULT, default_model
from nlp.structure import render
from tests.nlp.linker.tags import tag


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
    assert linker[1].pid
    os.kill(linker[1].pid, signal.SIGKILL)
    time.sleep(0.05)
    assert linker[0].link(tag("8 H100 or 4 A100 , tue")).heard
