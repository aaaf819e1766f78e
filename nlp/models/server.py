"""A model behind an OpenAI-compatible server (llama.cpp server, vLLM, Ollama): how a desk with many seats scales out.

The server is asked for a JSON object whose one field is one of the allowed answers, and its word is not taken for it:
what is none of them is not heard.
"""

from __future__ import annotations

import ipaddress
import json
import math
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

import urllib3

from nlp.models.backend import Ranking
from nlp.models.errors import ModelError, NotHeard
from nlp.models.manifest import ModelEntry
from nlp.models.search import Answer, Symbols

_MOST_BYTES = 1 << 18
_LOOK_AGAIN = 0.05


class ServerModel:
    """Ranks answers through a server. Only the prompt line leaves this process: no amounts, dates or names in it."""

    def __init__(self, entry: ModelEntry, instructions: str, *, key: str | None = None) -> None:
        """`key` is sent as a bearer token. Raises ModelError where it would travel unencrypted to another machine."""
        if entry.url is None or entry.served_name is None:
            raise ModelError(f"{entry.name} has no address")
        parts = urlsplit(entry.url)
        if key and parts.scheme != "https" and not _is_this_machine(parts.hostname or ""):
            raise ModelError(f"{entry.url} is not encrypted, so the key is not sent there: use https")
        self._entry = entry
        self._url = f"{entry.url}/chat/completions"
        self._instructions = instructions
        self._headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
        self._pool = urllib3.PoolManager(num_pools=1, maxsize=2)
        self._formats = [_as_schema, _as_object]

    @property
    def name(self) -> str:
        return self._entry.name

    @property
    def sha256(self) -> str | None:
        return None

    @property
    def adapter_sha256(self) -> str | None:
        return None

    @property
    def trained(self) -> bool:
        return False

    def rank(
        self,
        line: str,
        answers: Sequence[Symbols],
        *,
        deadline: float,
        cancelled: Callable[[], bool] | None = None,
    ) -> Ranking:
        allowed = {"".join(symbols).strip(): symbols for symbols in answers}
        content, likelihood = _content(self._asked(line, list(allowed), deadline, cancelled))
        try:
            said = json.loads(content)["structure"]
            symbols = allowed[said]
        except (ValueError, KeyError, TypeError):
            raise NotHeard(f"{self.name} answered something else than one of the structures") from None
        return Ranking((Answer(symbols, likelihood),), self._instructions + line, str(said), exact=False)

    def _asked(self, line: str, allowed: list[str], deadline: float, cancelled: Callable[[], bool] | None) -> bytes:
        """The reply. A server that refuses the newer form of a schema is asked in the older one from now on."""
        try:
            return self._fetch(self._body(line, allowed), deadline, cancelled)
        except NotHeard as refusal:
            if len(self._formats) < 2 or not str(refusal).endswith(("HTTP 400", "HTTP 422", "HTTP 500")):
                raise
            reply = self._fetch(self._body(line, allowed, self._formats[1]), deadline, cancelled)
            del self._formats[0]
            return reply

    def _body(
        self, line: str, allowed: list[str], form: Callable[[dict[str, Any]], dict[str, Any]] | None = None
    ) -> bytes:
        schema = {
            "type": "object", "properties": {"structure": {"enum": allowed}}, "required": ["structure"],
            "additionalProperties": False,
        }  # fmt: skip
        wish = {
            "model": self._entry.served_name, "temperature": 0, "max_tokens": 160, "logprobs": True,
            "messages": [{"role": "system", "content": self._instructions}, {"role": "user", "content": line}],
            "response_format": (form or self._formats[0])(schema),
        }  # fmt: skip
        return json.dumps(wish).encode()

    def _fetch(self, body: bytes, deadline: float, cancelled: Callable[[], bool] | None) -> bytes:
        """The reply's bytes. A thread of its own, so that a server that drips cannot hold the caller up."""
        outcome: list[bytes | str] = []
        done = threading.Event()

        def run() -> None:
            try:
                outcome.append(self._post(body, deadline))
            except (urllib3.exceptions.HTTPError, OSError) as error:
                outcome.append(f"{self.name} cannot be reached: {type(error).__name__}")
            finally:
                done.set()

        threading.Thread(target=run, name="model-server", daemon=True).start()
        while not done.wait(_LOOK_AGAIN):
            if time.monotonic() > deadline:
                raise NotHeard(f"{self.name} did not answer in time")
            if cancelled is not None and cancelled():
                raise NotHeard("withdrawn")
        if isinstance(told := outcome[0], str):
            raise NotHeard(told)
        return told

    def _post(self, body: bytes, deadline: float) -> bytes | str:
        left = max(0.1, deadline - time.monotonic())
        reply = self._pool.request(
            "POST", self._url, body=body, headers=self._headers, redirect=False, retries=False,
            timeout=left, preload_content=False,
        )  # fmt: skip
        try:
            if reply.status != 200:
                return f"{self.name} refused: HTTP {reply.status}"
            found = b""
            while piece := reply.read1(65_536):
                found += piece
                if len(found) > _MOST_BYTES or time.monotonic() > deadline:
                    return f"{self.name} answered too much or too slowly"
            return found
        finally:
            reply.close()

    def warm(self) -> None:
        """A server warms itself."""

    def close(self) -> None:
        self._pool.clear()


def _as_schema(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "json_schema", "json_schema": {"name": "structure", "strict": True, "schema": schema}}


def _as_object(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "json_object", "schema": schema}


def _content(reply: bytes) -> tuple[str, float]:
    """The message, and the sum of its tokens' log probabilities; even odds where the server does not tell them."""
    try:
        choice: Any = json.loads(reply)["choices"][0]
        content = choice["message"]["content"]
        told = (choice.get("logprobs") or {}).get("content") or []
        likelihood = float(sum(token["logprob"] for token in told)) if told else math.log(0.5)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        raise NotHeard("the server's reply is no chat completion") from None
    if not isinstance(content, str):
        raise NotHeard("the server's reply has no text")
    return content, min(0.0, likelihood)


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
