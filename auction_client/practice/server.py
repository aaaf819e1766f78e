"""The practice exchange over HTTP: the routes of the open protocol, behind the gate that signs and guards them.

Handlers get a verified caller from the gate and give messages; the bytes that a bid was submitted with are read as they
came. Everything that writes answers only after its commit is durable.
"""

from __future__ import annotations

import re
import time
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Path, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, BeforeValidator, WithJsonSchema
from starlette.exceptions import HTTPException
from starlette.routing import Route

from auction_client.exchange import market_data, protocol
from auction_client.exchange.ids import ID_PATTERN
from auction_client.exchange.problems import FieldFault, ProblemCode
from auction_client.exchange.protocol import MEDIA_TYPE, PAGE_LIMIT, PROBLEM_MEDIA_TYPE, BidStatus
from auction_client.exchange.signing import is_signed
from auction_client.exchange.wire import WireError, read_message, write_message
from auction_client.practice import entry
from auction_client.practice.admission import Admission
from auction_client.practice.exchange import PracticeExchange
from auction_client.practice.gate import App, Caller, Failure, Gate, Receive, Reply, Scope, Send, failure_reply
from auction_client.practice.openapi import describe
from auction_client.practice.rates import RateLimits, Rates
from auction_client.practice.views import MOST_CLEARINGS


def _digits(value: Any) -> Any:
    if isinstance(value, str):
        if not value.isascii() or not value.isdigit() or len(value) > 15 or (value[0] == "0" and value != "0"):
            raise ValueError("a whole number in plain digits")
        return int(value)
    return value


def _schema(least: int, most: int) -> WithJsonSchema:
    return WithJsonSchema({"type": "integer", "minimum": least, "maximum": most})


_MOST = 10**15 - 1
_MOST_WAITING = 2_000
_BID_PATH = re.compile(f"{protocol.BIDS}/({ID_PATTERN[1:-1]})")
After = Annotated[int, BeforeValidator(_digits), _schema(0, _MOST), Query(ge=0, le=_MOST)]
PageSize = Annotated[int, BeforeValidator(_digits), _schema(1, PAGE_LIMIT), Query(ge=1, le=PAGE_LIMIT)]
Clearings = Annotated[int, BeforeValidator(_digits), _schema(1, MOST_CLEARINGS), Query(ge=1, le=MOST_CLEARINGS)]
ClientIdPath = Annotated[str, Path(pattern=ID_PATTERN)]


async def caller_of(request: Request) -> Caller:
    """Who speaks; the gate has put it there."""
    caller: Caller = request.scope["state"]["caller"]
    return caller


From = Annotated[Caller, Depends(caller_of)]


def answer(message: BaseModel) -> Response:
    """A message as the one answer that is not a problem."""
    return Response(write_message(message), media_type=MEDIA_TYPE)


def create_app(exchange: PracticeExchange, *, hosts: frozenset[str], rate_limits: RateLimits | None = None) -> App:
    """The exchange's app: the gate, behind it the submissions, behind them all other routes. `hosts`: the exact Host
    values it answers to, such as ``127.0.0.1:8400``."""
    rates = Rates(rate_limits or RateLimits(), time.monotonic)
    submit = Submitting(exchange)
    served = DirectSubmit(create_routes(exchange, submit), submit=submit)
    return Gate(served, hosts=hosts, key=exchange.key, keys=exchange.accounts, now=exchange.now, rates=rates)


def create_routes(exchange: PracticeExchange, submit: Submitting) -> FastAPI:
    """The routes of the protocol, for verified callers only."""
    app = FastAPI(title=exchange.settings.name, version="1", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_exception_handler(Failure, _failure_problem(exchange))
    app.add_exception_handler(HTTPException, _http_problem(exchange))
    app.add_exception_handler(RequestValidationError, _parameter_problem(exchange))
    _bid_routes(app, exchange, submit)
    _account_routes(app, exchange)
    _market_routes(app, exchange)
    describe(app)
    return app


class Submitting:
    """Takes one submission from a verified caller to its durable answer."""

    def __init__(self, exchange: PracticeExchange) -> None:
        self._exchange = exchange
        self._admission = Admission(exchange.catalogue, exchange.market.products, exchange.settings.horizon)

    async def __call__(self, client_id: str, caller: Caller) -> entry.Answer:
        """The answer; raises Failure where the request cannot be taken up at all."""
        if caller.request.idempotency_key != client_id:
            raise Failure(ProblemCode.MALFORMED, "the Idempotency-Key is not the client id of the path")
        if self._exchange.waiting > _MOST_WAITING:
            raise Failure(ProblemCode.BUSY, "too many bids are waiting", retry_after=1)
        submission = self._admission.read(caller.account, client_id, caller.body, self._exchange.now())
        return await self._exchange.submit(submission)


class DirectSubmit:
    """ASGI middleware behind the gate: serves well-formed submissions without the framework's routing, which would
    take a third of their time. All else goes on to the routes, which describe this path too."""

    def __init__(self, app: App, *, submit: Submitting) -> None:
        self._app = app
        self._submit = submit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        found = _BID_PATH.fullmatch(scope["path"]) if scope["type"] == "http" and scope["method"] == "PUT" else None
        if found is None:
            await self._app(scope, receive, send)
            return
        decided = await self._submit(found[1], scope["state"]["caller"])
        media_type = MEDIA_TYPE if decided.problem is None else PROBLEM_MEDIA_TYPE
        headers = [(b"content-type", media_type.encode())]
        await send({"type": "http.response.start", "status": decided.status, "headers": headers})
        await send({"type": "http.response.body", "body": decided.body})


def _bid_routes(app: FastAPI, exchange: PracticeExchange, submit: Submitting) -> None:

    @app.put("/v1/bids/{client_id}", responses={200: {"model": protocol.Receipt}}, operation_id="submit_bid")
    async def submit_bid(client_id: ClientIdPath, caller: From) -> Response:
        """Submits a bid. The same id with the same bytes gets the same stored answer for ever."""
        decided = await submit(client_id, caller)
        media_type = MEDIA_TYPE if decided.problem is None else PROBLEM_MEDIA_TYPE
        return Response(decided.body, decided.status, media_type=media_type)

    @app.get("/v1/bids/{client_id}", responses={200: {"model": protocol.BidRecord}}, operation_id="look_up_bid")
    def look_up_bid(client_id: ClientIdPath, caller: From) -> Response:
        """Everything known of one client id, or a signed 404."""
        record = exchange.views.record(caller.account, client_id)
        if record is None:
            raise Failure(ProblemCode.UNKNOWN_ID, "", client_id=client_id)
        return answer(record)

    @app.delete("/v1/bids/{client_id}", responses={200: {"model": protocol.CancelReceipt}}, operation_id="cancel_bid")
    async def cancel_bid(client_id: ClientIdPath, caller: From) -> Response:
        """Cancels a bid, now or after the running auction; an unknown id is dead from then on."""
        receipt = await exchange.cancel(caller.account, client_id)
        return answer(receipt)

    @app.get("/v1/bids", responses={200: {"model": protocol.BidPage}}, operation_id="list_bids")
    def list_bids(
        caller: From, after: After = 0, limit: PageSize = PAGE_LIMIT, status: BidStatus | None = None
    ) -> Response:
        """The account's bids in the order of their acceptance."""
        return answer(exchange.views.bid_page(caller.account, after, limit, status))


def _account_routes(app: FastAPI, exchange: PracticeExchange) -> None:
    @app.get(protocol.EXCHANGE, responses={200: {"model": protocol.ExchangeInfo}}, operation_id="exchange")
    async def exchange_info() -> Response:
        """Who answers, and with which key."""
        return answer(exchange.info())

    @app.get(protocol.TIME, responses={200: {"model": protocol.ServerTime}}, operation_id="time")
    async def server_time() -> Response:
        """The exchange's clock."""
        return answer(protocol.ServerTime(server_time=exchange.now()))

    @app.put(
        protocol.ACCOUNT,
        responses={200: {"model": protocol.Enrolment}},
        operation_id="enrol",
    )
    async def enrol(caller: From) -> Response:
        """Opens an account for the key that signs the request, or finds the one it has."""
        request = _read(protocol.EnrolRequest, caller.body)
        enrolment = await exchange.enrol(request.public_key, request.label)
        if enrolment is None:
            raise Failure(ProblemCode.UNKNOWN_KEY, "another key has taken this one's place")
        return answer(enrolment)

    @app.get(protocol.ACCOUNT, responses={200: {"model": protocol.Enrolment}}, operation_id="account")
    def account(caller: From) -> Response:
        """The account of the key that asks."""
        enrolment = exchange.accounts.enrolment(caller.account)
        return answer(enrolment)

    @app.put(protocol.ACCOUNT_KEY, responses={200: {"model": protocol.Enrolment}}, operation_id="rotate_key")
    async def rotate_key(caller: From) -> Response:
        """Puts another key in the place of the one that signs the request, which signs nothing from then on."""
        request = _read(protocol.RotateRequest, caller.body)
        text = protocol.rotation_text(caller.request.keyid, request.public_key)
        if not is_signed(text, request.possession, request.public_key):
            raise Failure(ProblemCode.MALFORMED, "the new key has not signed for its new place")
        enrolment = await exchange.rotate(caller.account, caller.request.keyid, request.public_key)
        if enrolment is None:
            raise Failure(ProblemCode.MALFORMED, "the new key is or was in use already")
        return answer(enrolment)

    @app.get(protocol.EVENTS, responses={200: {"model": protocol.EventPage}}, operation_id="events")
    def events(caller: From, after: After = 0, limit: PageSize = PAGE_LIMIT) -> Response:
        """The account's numbered events."""
        return answer(exchange.views.event_page(caller.account, after, limit))

    @app.get(protocol.POSITIONS, responses={200: {"model": protocol.Positions}}, operation_id="positions")
    def positions(caller: From) -> Response:
        """Owned hours, tokens and cash."""
        return answer(exchange.views.positions(caller.account))

    @app.get(protocol.LIMITS, responses={200: {"model": protocol.AccountLimits}}, operation_id="limits")
    async def limits() -> Response:
        """The account's limits."""
        return answer(exchange.settings.limits)

    @app.put(
        protocol.KILL,
        responses={200: {"model": protocol.KillReceipt}},
        operation_id="kill",
    )
    async def kill(caller: From) -> Response:
        """Sets the account's stop switch; stopping cancels all open bids."""
        request = _read(protocol.KillRequest, caller.body)
        receipt = await exchange.kill(caller.account, request)
        return answer(receipt)


def _market_routes(app: FastAPI, exchange: PracticeExchange) -> None:
    @app.get(protocol.CALENDAR, responses={200: {"model": market_data.Calendar}}, operation_id="calendar")
    def calendar() -> Response:
        """The auctions and their phases."""
        return answer(exchange.views.calendar())

    @app.get(protocol.CLEARINGS, responses={200: {"model": market_data.ClearingHistory}}, operation_id="clearings")
    def clearings(after: After | None = None, limit: Clearings = 8) -> Response:
        """Past clearings."""
        return answer(exchange.views.clearings(after, limit))

    @app.get(protocol.INDICATIVE, responses={200: {"model": market_data.Indicative}}, operation_id="indicative")
    def indicative() -> Response:
        """What the open auction would have cleared at."""
        return answer(exchange.latest_indicative())

    @app.get(protocol.BOOK, responses={200: {"model": market_data.AnonymousBook}}, operation_id="book")
    def book() -> Response:
        """The open auction's bids without names."""
        return Response(exchange.anonymous_book(), media_type=MEDIA_TYPE)

    @app.get(protocol.TOKENS, responses={200: {"model": market_data.TokenList}}, operation_id="tokens")
    def tokens() -> Response:
        """The model tokens with scores and distributions."""
        return answer(exchange.tokens())


def _read(kind: type[Any], body: bytes) -> Any:
    try:
        return read_message(kind, body)
    except WireError as error:
        raise Failure(ProblemCode.MALFORMED, str(error)[:2000]) from None


def _problem_response(reply: Reply, headers: dict[str, str] | None = None) -> Response:
    told = {name.decode(): value.decode() for name, value in reply.headers}
    return Response(reply.body, reply.status, media_type=reply.content_type, headers=told | (headers or {}))


def _failure_problem(exchange: PracticeExchange) -> Any:
    async def handle(_request: Request, failure: Failure) -> Response:
        return _problem_response(failure_reply(failure, exchange.now()))

    return handle


def _http_problem(exchange: PracticeExchange) -> Any:
    async def handle(request: Request, error: HTTPException) -> Response:
        if error.status_code != 405:
            return _problem_response(failure_reply(Failure(ProblemCode.NOT_FOUND, ""), exchange.now()))
        # Each method of a path is a route of its own, so the framework knows only one of them here.
        methods: set[str] = set()
        for route in request.app.routes:
            if isinstance(route, Route) and route.path_regex.match(request.url.path):
                methods |= route.methods or set()
        reply = failure_reply(Failure(ProblemCode.METHOD_NOT_ALLOWED, ""), exchange.now())
        return _problem_response(reply, {"Allow": ", ".join(sorted(methods))})

    return handle


def _parameter_problem(exchange: PracticeExchange) -> Any:
    async def handle(_request: Request, error: RequestValidationError) -> Response:
        faults = tuple(
            FieldFault(path=".".join(str(part) for part in each["loc"])[:512], code=each["type"], message=each["msg"])
            for each in error.errors()
        )
        failure = Failure(ProblemCode.MALFORMED, "a parameter cannot be read", faults=faults[:256])
        return _problem_response(failure_reply(failure, exchange.now()))

    return handle
