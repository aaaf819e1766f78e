"""The OpenAPI 3.1 description of the protocol, generated from the routes and the message types, and kept in a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from auction_client.exchange.problems import KINDS, TYPE_PREFIX, ProblemDetails
from auction_client.exchange.protocol import (
    MEDIA_TYPE,
    PROBLEM_MEDIA_TYPE,
    EnrolRequest,
    KillRequest,
    RotateRequest,
    SubmitRequest,
)
from auction_client.exchange.signing import TAG
from auction_client.exchange.wire import REQUEST_CAP

OPENAPI_FILE = Path(__file__).with_name("openapi.json")
_BODIES: dict[str, type[BaseModel]] = {
    "submit_bid": SubmitRequest,
    "enrol": EnrolRequest,
    "rotate_key": RotateRequest,
    "kill": KillRequest,
}
_REF = "#/components/schemas/{model}"
_DESCRIPTION = f"""The open protocol of a compute exchange: combinatorial bids, auctions, positions and market data.

Every request is signed (RFC 9421, Ed25519, tag "{TAG}") and carries an Idempotency-Key and a Content-Digest (RFC 9530);
every answer is signed by the exchange and bound to its request. Bodies are JSON of at most {REQUEST_CAP:,} bytes, with
money as decimal strings in USD. Every answer that is not 200 is problem details (RFC 9457) from a closed list."""
_SIGNED = [
    ("Idempotency-Key", r'^"[0-9a-f-]{36}"$', "A quoted UUID; of a bid, its client id."),
    ("Content-Digest", r"^sha-256=:[A-Za-z0-9+/]{43}=:$", "SHA-256 of the body, also of an empty one."),
    ("Signature-Input", r"^bid=\(.*\);created=[0-9]{10};.*$", "What the signature covers."),
    ("Signature", r"^bid=:[A-Za-z0-9+/]{86}==:$", "The Ed25519 signature."),
]


def describe(app: FastAPI) -> None:
    """Lets `app.openapi()` give the whole description."""
    generated: dict[str, Any] = {}

    def openapi() -> dict[str, Any]:
        if not generated:
            generated.update(_description(app))
        return generated

    app.openapi = openapi  # type: ignore[method-assign]


def openapi_text(app: FastAPI) -> str:
    """The description as it is kept in the file."""
    return json.dumps(app.openapi(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _description(app: FastAPI) -> dict[str, Any]:
    found = get_openapi(
        title="Bidwright exchange protocol", version=app.version, description=_DESCRIPTION, routes=app.routes
    )
    models: list[type[BaseModel]] = [*_BODIES.values(), ProblemDetails]
    _, definitions = models_json_schema([(model, "validation") for model in models], ref_template=_REF)
    components = found.setdefault("components", {})
    components["schemas"] = {
        **{n: s for n, s in components.get("schemas", {}).items() if "ValidationError" not in n},
        **definitions.get("$defs", {}),
    }
    components["parameters"] = {name: _header(name, pattern, text) for name, pattern, text in _SIGNED}
    components["responses"] = {
        "Problem": {
            "description": "Problem details. Codes: " + ", ".join(code.value for code in KINDS),
            "content": {PROBLEM_MEDIA_TYPE: {"schema": {"$ref": _REF.format(model="ProblemDetails")}}},
        }
    }
    for path in found["paths"].values():
        for operation in path.values():
            _complete(operation)
    schemas: dict[str, Any] = _exact(components["schemas"])
    schemas["ProblemDetails"]["properties"]["type"]["examples"] = [TYPE_PREFIX + "bad-signature"]
    components["schemas"] = dict(sorted(schemas.items()))
    return found


def _header(name: str, pattern: str, text: str) -> dict[str, Any]:
    schema = {"type": "string", "pattern": pattern}
    return {"name": name, "in": "header", "required": True, "schema": schema, "description": text}


def _complete(operation: dict[str, Any]) -> None:
    operation["responses"].pop("422", None)
    operation["responses"]["default"] = {"$ref": "#/components/responses/Problem"}
    operation["parameters"] = [
        *operation.get("parameters", []),
        *({"$ref": f"#/components/parameters/{name}"} for name, _, _ in _SIGNED),
    ]
    body = _BODIES.get(operation["operationId"])
    if body is not None:
        schema = {"$ref": _REF.format(model=body.__name__)}
        operation["requestBody"] = {"required": True, "content": {MEDIA_TYPE: {"schema": schema}}}


def _exact(schema: Any) -> Any:
    """Money is a string on the wire, never a number; pydantic's schema of a Decimal allows both."""
    if isinstance(schema, list):
        return [_exact(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    options = schema.get("anyOf")
    if isinstance(options, list) and {"type": "number"} in options:
        kept = [_exact(option) for option in options if option != {"type": "number"}]
        rest = {key: _exact(value) for key, value in schema.items() if key != "anyOf"}
        return {**rest, **kept[0]} if len(kept) == 1 else {**rest, "anyOf": kept}
    return {key: _exact(value) for key, value in schema.items()}
