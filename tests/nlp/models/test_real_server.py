"""A real llama.cpp server process on loopback, asked through the OpenAI-compatible door."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
import urllib3

pytest.importorskip("sse_starlette", reason="llama.cpp's server needs requirements/dev.txt")

from auction_client.model.catalogue import load_catalogue
from nlp.linker import ModelLinker, backend_for
from nlp.linker.child import worker_environment
from nlp.linker.roles import stretches_of
from nlp.models.errors import ModelError
from nlp.models.manifest import DEFAULT, ModelEntry
from nlp.tagger import tag
from nlp.tagging.matchers.names import build_lexis

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


@pytest.fixture(scope="module")
def entry() -> Iterator[ModelEntry]:
    try:
        assert DEFAULT.file
        weights = DEFAULT.file.locate()
    except ModelError as missing:
        pytest.skip(str(missing))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "llama_cpp.server", "--model", str(weights), "--host", "127.0.0.1", "--port", str(port),
        "--n_ctx", "2048", "--n_threads", "1", "--n_threads_batch", "1",
    ]  # fmt: skip
    process = subprocess.Popen(command, env=worker_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}/v1"
    try:
        _await(f"{url}/models", process)
        yield ModelEntry(name="loopback", kind="server", url=url, served_name="smollm2")
    finally:
        process.kill()
        process.wait()


def _await(url: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert process.poll() is None, "the server has ended"
        try:
            if urllib3.request("GET", url, retries=False, timeout=1).status == 200:
                return
        except urllib3.exceptions.HTTPError:
            time.sleep(0.2)
    pytest.fail("the server did not come up")


def test_the_server_links_and_chooses_roles_like_any_other_model(entry: ModelEntry) -> None:
    backend = backend_for(entry)
    linker = ModelLinker(backend, deadline_seconds=120)
    lexis = build_lexis(load_catalogue())
    answer = linker.link(tag("8 H100s and 4 A100s, Tuesday night", lexis))
    assert (answer.heard, answer.asked, answer.model) == (True, True, "loopback"), answer.reason
    assert answer.candidates
    stretch = stretches_of(tag("8 H100s Tuesday, zzyzx, 16 A100s", lexis))[0]
    deadline = time.monotonic() + 60
    assert backend.rank(stretch.line, stretch.answers, deadline=deadline).answers[0].symbols in stretch.answers
    linker.close()
