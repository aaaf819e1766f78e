"""The server does what its published description says, for requests that nobody thought of (schemathesis)."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case, GenerationMode

from auction_client.exchange.ids import ID_PATTERN, new_client_id
from auction_client.exchange.problems import ProblemDetails, is_consistent
from auction_client.exchange.signing import SignatureError, SigningKey, binding_of, sign_request, verify_response
from auction_client.practice.embedded import PracticeServer
from auction_client.practice.openapi import OPENAPI_FILE
from auction_client.practice.rates import RateLimits
from tests.practice.trading import SMALL, Wire

pytestmark = pytest.mark.slow
FREE = RateLimits(per_second=1e6, burst=1_000_000)


def described(path: Path) -> dict[str, Any]:
    """The published description without the signature's headers: the tests sign every request themselves."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for operations in found["paths"].values():
        for operation in operations.values():
            operation["parameters"] = [each for each in operation["parameters"] if "$ref" not in each]
    return found


# A stored answer of the id comes before any look at the bytes, and a well-formed bid may still break a market rule.
config = schemathesis.Config.from_dict(
    {
        "checks": {
            "negative_data_rejection": {"expected-statuses": [400, 403, 404, 410, 413, 422]},
            "positive_data_acceptance": {"expected-statuses": [200, 400, 401, 403, 404, 409, 410, 413, 422]},
        }
    }
)
schema = schemathesis.openapi.from_dict(described(OPENAPI_FILE), config=config)
schema.config.generation.update(modes=[GenerationMode.POSITIVE, GenerationMode.NEGATIVE])


@pytest.fixture(scope="module")
def free_server(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """An exchange without a rate limit, on the machine's clock, since whole runs take longer than a signature lives."""
    with PracticeServer(tmp_path_factory.mktemp("exchange"), settings=SMALL, rate_limits=FREE) as served:
        client = Wire(served.port, SigningKey.generate(), served.public_key, now=lambda: datetime.now(UTC))
        assert client.enrol().status == 200
        yield client


@schema.parametrize()
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
def test_every_answer_is_what_the_description_says(case: Case, free_server: Wire) -> None:
    kwargs = case.as_transport_kwargs(base_url=f"http://127.0.0.1:{free_server.port}")
    prepared = requests.Request(
        kwargs["method"], kwargs["url"], params=kwargs.get("params"), json=kwargs.get("json"), data=kwargs.get("data")
    ).prepare()
    body = prepared.body or b""
    data = body if isinstance(body, bytes) else str(body).encode()
    assert prepared.url is not None
    assert prepared.method is not None
    last = prepared.url.split("?")[0].rsplit("/", 1)[-1]
    headers = sign_request(
        free_server.key,
        method=prepared.method,
        target=prepared.url,
        body=data,
        idempotency_key=last if re.fullmatch(ID_PATTERN[1:-1], last) else new_client_id(),
        created=int(datetime.now(UTC).timestamp()),
    )
    prepared.headers.update(headers)
    with requests.Session() as session:
        session.trust_env = False
        response = session.send(prepared, timeout=20, allow_redirects=False)
    if response.status_code != 200:
        assert is_consistent(ProblemDetails.model_validate_json(response.content))
    try:
        binding = binding_of(prepared.method, prepared.url, headers.items())
    except SignatureError:  # no signature can cover such a target, so the exchange must not serve it
        assert response.status_code in (400, 401)
    else:
        verify_response(
            request=binding,
            status=response.status_code,
            headers=list(response.headers.items()),
            body=response.content,
            public_key=free_server.exchange_key,
        )
    case.validate_response(response)
