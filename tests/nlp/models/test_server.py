"""A model behind an OpenAI-compatible server, with a server of the tests' own."""

import json
import math
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from nlp.models.errors import ModelError, NotHeard
from nlp.models.manifest import ModelEntry
from nlp.models.server import ServerModel

ANSWERS = [(" all", " A", " |", " B", " )", " C", "\n"), (" all", " A", " |", " B", " C", " )", "\n")]
SAID = "all A | B ) C"


class Desk(BaseHTTPRequestHandler):
    """Answers as its server's `mood` says and keeps what it was asked."""

    def do_POST(self) -> None:
        mood = self.server.mood  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked = (self.path, dict(self.headers), json.loads(body))  # type: ignore[attr-defined]
        if mood == "older" and json.loads(body)["response_format"]["type"] == "json_schema":
            self.send_error(500)
            return
        if mood == "refuse":
            self.send_error(503)
            return
        if mood == "redirect":
            self.send_response(307)
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.end_headers()
            return
        structure = "all A | B C D )" if mood == "invent" else SAID
        choice = {"message": {"content": json.dumps({"structure": structure})}}
        if mood != "plain":
            choice |= {"logprobs": {"content": [{"logprob": -0.25}, {"logprob": -0.5}]}}
        told = b"not json" if mood == "babble" else json.dumps({"choices": [choice]}).encode()
        self.send_response(200)
        self.end_headers()
        try:
            if mood == "flood":
                told = b" " * (1 << 20)
            if mood == "drip":
                for _ in range(100):
                    self.wfile.write(b" ")
                    self.wfile.flush()
                    time.sleep(0.1)
            self.wfile.write(told)
        except OSError:
            pass

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def desk() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    server.daemon_threads = True
    server.mood = "good"  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def model(desk: ThreadingHTTPServer, key: str | None = None) -> ServerModel:
    url = f"http://127.0.0.1:{desk.server_port}/v1"
    return ServerModel(ModelEntry(name="desk", kind="server", url=url, served_name="qwen"), "Rules.\n", key=key)


def soon(seconds: float = 5.0) -> float:
    return time.monotonic() + seconds


def test_the_server_chooses_one_of_the_answers(desk: ThreadingHTTPServer) -> None:
    ranking = model(desk, "secret").rank(" A item and B item, C time =", ANSWERS, deadline=soon())
    assert [(answer.symbols, answer.log_likelihood) for answer in ranking.answers] == [(ANSWERS[0], -0.75)]
    path, headers, body = desk.asked  # type: ignore[attr-defined]
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer secret"
    schema = body["response_format"]["json_schema"]["schema"]
    assert schema["properties"]["structure"]["enum"] == [SAID, "all A | B C )"]


def test_a_server_that_tells_no_likelihoods_counts_as_unsure(desk: ThreadingHTTPServer) -> None:
    desk.mood = "plain"  # type: ignore[attr-defined]
    assert model(desk).rank("x", ANSWERS, deadline=soon()).answers[0].log_likelihood == math.log(0.5)


def test_a_server_of_the_older_form_is_asked_in_that_form(desk: ThreadingHTTPServer) -> None:
    desk.mood = "older"  # type: ignore[attr-defined]
    server = model(desk)
    for _ in range(2):
        assert server.rank("x", ANSWERS, deadline=soon()).answers[0].symbols == ANSWERS[0]
    _, _, body = desk.asked  # type: ignore[attr-defined]
    assert body["response_format"]["schema"]["properties"]["structure"]["enum"] == [SAID, "all A | B C )"]


@pytest.mark.parametrize(
    ("mood", "reason"),
    [
        ("invent", "something else"),
        ("refuse", "HTTP 503"),
        ("redirect", "HTTP 307"),
        ("babble", "no chat completion"),
        ("flood", "too much"),
    ],
)
def test_a_server_that_misbehaves_is_not_heard(desk: ThreadingHTTPServer, mood: str, reason: str) -> None:
    desk.mood = mood  # type: ignore[attr-defined]
    with pytest.raises(NotHeard, match=reason):
        model(desk).rank("x", ANSWERS, deadline=soon())


def test_a_server_that_drips_does_not_hold_the_caller_up(desk: ThreadingHTTPServer) -> None:
    desk.mood = "drip"  # type: ignore[attr-defined]
    began = time.monotonic()
    with pytest.raises(NotHeard, match=r"in time|too slowly"):
        model(desk).rank("x", ANSWERS, deadline=soon(0.4))
    assert time.monotonic() - began < 8, "it drips for ten seconds"


def test_a_withdrawn_request_returns_at_once(desk: ThreadingHTTPServer) -> None:
    desk.mood = "drip"  # type: ignore[attr-defined]
    began = time.monotonic()
    with pytest.raises(NotHeard, match="withdrawn"):
        model(desk).rank("x", ANSWERS, deadline=soon(60), cancelled=lambda: True)
    assert time.monotonic() - began < 8, "it drips for ten seconds"


def test_a_server_that_is_not_there_is_not_heard() -> None:
    entry = ModelEntry(name="gone", kind="server", url="http://127.0.0.1:9/v1", served_name="x")
    with pytest.raises(NotHeard, match="cannot be reached"):
        ServerModel(entry, "").rank("x", ANSWERS, deadline=soon())


def test_a_key_is_not_sent_unencrypted_to_another_machine() -> None:
    entry = ModelEntry(name="far", kind="server", url="http://models.example:8000/v1", served_name="x")
    with pytest.raises(ModelError, match="https"):
        ServerModel(entry, "", key="secret")
