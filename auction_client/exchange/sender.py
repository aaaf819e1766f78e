"""The shell around the submit core: performs its actions, makes its requests, and brings it the answers.

`pump` does one round in the calling thread; `start` does rounds in a background thread with a few more for slow
requests. Before anything is submitted the exchange must have been met (its pinned key), the account found, the clock
measured, the events replayed and the open bids compared with ours; the core adds that every unresolved bid was asked
about. Any failure leads back to that beginning, never past it.
"""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial

from auction_client.exchange.client import ExchangeClient, ExchangeProblem, NoProof, Reply
from auction_client.exchange.core import Action, Alarm, Row, Send, Store, StoreSwitch, SubmitCore
from auction_client.exchange.dossier import row_entry
from auction_client.exchange.gate import GateClosed, SendGate, Withdrawn
from auction_client.exchange.keys import KeyStoreError
from auction_client.exchange.notices import Notice, notice_of
from auction_client.exchange.outbox import Outbox, OutboxError
from auction_client.exchange.problems import ProblemDetails
from auction_client.exchange.proofs import proof_bytes
from auction_client.exchange.protocol import AuctionEvent, BidEvent, BidStatus, DistributionEvent, KillEvent
from auction_client.exchange.signing import Proof
from auction_client.exchange.verdicts import Answer, Ask, Found, Unclear, Verdict, found_of, verdict_of

EVENT_PERIOD = 1_000
CLOCK_PERIOD = 600_000
JUMP = 2_000
"""Milliseconds by which wall and monotonic clock may drift apart between two rounds before the clock is distrusted."""
CONNECT_WAITS = (250, 500, 1_000, 2_000, 3_000)


class Sender:
    """One per outbox. All state changes happen under one lock; requests are made outside it."""

    def __init__(
        self,
        outbox: Outbox,
        client: ExchangeClient,
        *,
        wall: Callable[[], float],
        monotonic: Callable[[], float],
        chance: random.Random,
        notify: Callable[[Notice], None],
        first: Callable[[], None] = lambda: None,
    ) -> None:
        """`first`: what must be done at each connection before anything is asked about bids; it may raise what the
        client raises, and the connection is tried again."""
        self.lock = threading.RLock()
        self.core = SubmitCore(outbox.rows(), outbox.switch(), chance)
        self.connected = False
        self.trouble = "not connected yet"
        self.external: frozenset[str] = frozenset()
        self._outbox, self._client, self._gate = outbox, client, SendGate(outbox)
        self._first = first
        self._wall, self._monotonic, self._chance, self._notify = wall, monotonic, chance, notify
        self._connect_at = self._connect_failures = self._events_at = self._clock_at = 0
        self._drift: int | None = None
        self._disowned: set[str] = set()
        self._wake = threading.Condition()
        self._closing = self._broken = False
        self._thread: threading.Thread | None = None
        self._pool: ThreadPoolExecutor | None = None

    @property
    def running(self) -> bool:
        """Whether the background rounds have begun."""
        return self._thread is not None

    def mono(self) -> int:
        """Monotonic milliseconds."""
        return int(self._monotonic() * 1000)

    def exchange_now(self) -> int:
        """Unix milliseconds of the exchange's clock, as well as it is known."""
        return int(self._client.exchange_time() * 1000)

    # rounds

    def start(self) -> None:
        """Begins the background rounds."""
        self._pool = ThreadPoolExecutor(4, thread_name_prefix="exchange")
        self._thread = threading.Thread(target=self._run, name="exchange-sender", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Ends the background rounds; a request under way may end unheard, which the next start resolves."""
        with self._wake:
            self._closing = True
            self._wake.notify_all()
        self._client.transport.close()
        if self._thread is not None:
            self._thread.join()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def wake(self) -> None:
        """There may be something to do now."""
        with self._wake:
            self._wake.notify_all()

    def pump(self) -> None:
        """One round in this thread: connect if need be, hear events, do what is due. A disk that fails is trouble, told
        as such, and tried again in the next round."""
        if self._broken and not self._rebuild(self.trouble):
            return
        try:
            sends = self._round()
        except OutboxError as error:
            self._rebuild(str(error))
            return
        for send in sends:
            if self._pool is None:
                self._follow(send)
            else:
                self._pool.submit(self._follow, send)

    def _round(self) -> list[Send]:
        self._watch_clock()
        if not self.connected and self.mono() >= self._connect_at:
            self._connect()
        if self.connected and self.mono() >= self._events_at:
            self._hear_events()
        with self.lock:
            return self._perform(self.core.due(self.exchange_now(), self.mono()))

    def _run(self) -> None:
        while not self._closing:
            try:
                self.pump()
            except Exception as error:  # noqa: BLE001 - the sender must neither die unseen nor go on as if all were well
                self._rebuild(_words(error))
            with self._wake:
                if not self._closing:
                    self._wake.wait(self._pause())

    def _pause(self) -> float:
        with self.lock:
            wakes = [self._events_at if self.connected else self._connect_at, self.core.next_wake()]
        soonest = min(at for at in wakes if at is not None)
        return min(max((soonest - self.mono()) / 1000, 0.01), 1.0)

    def _follow(self, send: Send) -> None:
        """One request and whatever the core wants directly after its answer."""
        queue = [send]
        try:
            while queue and not self._closing:
                now = queue.pop(0)
                verdict, proof = self._request(now)
                with self.lock:
                    actions = self.core.answered(now.ask, now.client_id, verdict, self.mono())
                    queue += self._perform(actions, proof)
        except Exception as error:  # noqa: BLE001 - a question whose answer is lost must not stay open for ever
            self._rebuild(_words(error))
        self.wake()

    # performing

    def act(self, decide: Callable[[SubmitCore], list[Action]]) -> None:
        """Lets the core decide and performs it; requests are left to the next round. Raises OutboxError, after which
        nothing has changed."""
        with self.storing():
            sends = self._perform(decide(self.core))
        if sends:
            raise AssertionError("people's acts lead to requests only by way of due")
        self.wake()

    @contextmanager
    def storing(self, new: str = "") -> Iterator[None]:
        """One transaction under the lock; whatever goes wrong in it, the core believes the store again. `new`: the bid
        it confirms; if it fails and the store has the bid all the same, the bid is withdrawn before anything leaves."""
        with self.lock:
            try:
                with self._outbox.transaction():
                    yield
            except BaseException as error:
                self._disowned.add(new)
                self._rebuild(str(error))
                raise

    def confirm(self, row: Row, body: bytes, at: int, hold: str = "") -> None:
        """Stores a new bid and hands it to the core; the last step inside `storing`."""
        for action in self.core.confirm(row, hold):
            if isinstance(action, Store):
                self._outbox.add(action.row, body, at)
                self._outbox.record(at, row.client_id, "state", row_entry(action.row))
        if hold:
            self._outbox.need_approval(row.client_id)

    def _perform(self, actions: list[Action], proof: Proof | None = None) -> list[Send]:
        stores = [action for action in actions if not isinstance(action, Send)]
        if stores:
            with self._outbox.transaction():
                for action in stores:
                    self._keep(action, proof)
            for action in stores:
                self._notify(notice_of(action))
        return [action for action in actions if isinstance(action, Send)]

    def _keep(self, action: Store | StoreSwitch | Alarm, proof: Proof | None) -> None:
        at = self.exchange_now()
        if isinstance(action, StoreSwitch):
            switch = action.switch
            self._outbox.set_switch(switch)
            entry = {"heard": switch.heard, "number": switch.number, "stopped": switch.stopped}
            self._outbox.record(at, "", "switch", json.dumps(entry, separators=(",", ":")).encode())
        elif isinstance(action, Alarm):
            self._outbox.record(at, action.client_id, "alarm", action.text.encode())
        else:
            row, document = action.row, None
            if action.proven:
                if proof is None or self._client.exchange_key is None:
                    raise AssertionError("a proven move without a proof")
                document = proof_bytes(proof, self._client.exchange_key)
            self._outbox.update(row, at, document)
            self._outbox.record(at, row.client_id, "state", row_entry(row))
            if document is not None:
                self._outbox.record(at, row.client_id, "proof", document)

    def _rebuild(self, trouble: str) -> bool:
        """The store failed, so the core's memory may be ahead of it: reopen it, check it, and believe it alone."""
        with self.lock:
            self._broken = True
            self._lose_connection(trouble)
            try:
                self._outbox.reopen()
                self.core = SubmitCore(self._outbox.rows(), self._outbox.switch(), self._chance)
                for client_id in self._disowned & self.core.rows.keys():
                    self._perform(self.core.cancel(client_id))
            except OutboxError as error:
                self._tell_trouble(str(error))
                return False
            self._broken = False
            return True

    # requests

    def _request(self, send: Send) -> tuple[Verdict, Proof | None]:
        account = self._outbox.fact("account")
        if account is None:
            return Unclear("no account yet"), None
        try:
            reply = self._ask(send)
        except NoProof as error:
            return Unclear(str(error)), None
        except Withdrawn as error:
            return Unclear(str(error)), None
        except GateClosed as error:
            alarm = Alarm(send.client_id, f"sending was stopped: {error}")
            self.act(lambda core: [*core.stop(), alarm])
            return Unclear(str(error)), None
        return verdict_of(send.ask, send.client_id, account, reply.status, reply.message), reply.proof

    def _ask(self, send: Send) -> Reply[Answer]:
        cid = send.client_id
        if send.ask is Ask.SUBMIT:
            body = self._gate.check(cid, self.mono()).body
            return _widen(self._client.submit(cid, body, partial(self._gate.record, cid, self.exchange_now())))
        if send.ask is Ask.LOOKUP:
            return _widen(self._client.lookup(cid))
        if send.ask is Ask.CANCEL:
            return _widen(self._client.cancel(cid))
        return _widen(self._client.kill(send.number, stop=send.stop))

    # connection

    def _connect(self) -> None:
        try:
            pinned = self._outbox.fact("exchange_key")
            info = self._client.meet()
            if pinned is not None and info.public_key != pinned:
                raise NoProof("the exchange has another key than the one this outbox was begun with")
            if pinned is None:
                self._outbox.set_fact("exchange_key", info.public_key)
                self._client.exchange_key = info.public_key
            self._client.measure_clock()
            self._first()
            if self._outbox.fact("account") is None:
                enrolment = self._client.enrol("Bidwright")
                self._outbox.set_fact("account", enrolment.account)
                self._outbox.set_fact("keyid", self._client.key.keyid)
            self._hear_all_events()
            self._find_external()
        except (NoProof, ExchangeProblem, KeyStoreError) as error:
            waits = CONNECT_WAITS
            wait = waits[min(self._connect_failures, len(waits) - 1)]
            self._connect_failures += 1
            self._connect_at = self.mono() + self._chance.randint(wait // 2, wait)
            self._tell_trouble(str(error))
            return
        with self.lock:
            self._connect_failures = 0
            self._clock_at = self.mono() + CLOCK_PERIOD
            self.connected, self.trouble = True, ""
            self.core.clock_known = True
            self.core.nudge()
        self._notify(Notice("connection", text="connected"))

    def _lose_connection(self, trouble: str) -> None:
        with self.lock:
            self.connected = False
            self.core.clock_known = False
            self._connect_at = self.mono()
        self._tell_trouble(trouble)

    def _tell_trouble(self, trouble: str) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self._notify(Notice("connection", text=trouble))

    def _watch_clock(self) -> None:
        drift = int(self._wall() * 1000) - self.mono()
        jumped = self._drift is not None and abs(drift - self._drift) > JUMP
        self._drift = drift
        if not self.connected:
            return
        if jumped:
            self._lose_connection("the clock has jumped and is being checked")
        elif self.mono() >= self._clock_at:
            self._clock_at = self.mono() + CLOCK_PERIOD
            try:
                self._client.measure_clock()
            except (NoProof, ExchangeProblem) as error:
                self._lose_connection(str(error))

    # events

    def _hear_events(self) -> None:
        self._events_at = self.mono() + EVENT_PERIOD
        try:
            self._hear_all_events()
        except (NoProof, ExchangeProblem) as error:
            self._tell_trouble(str(error))
        else:
            self._tell_trouble("")

    def _hear_all_events(self) -> None:
        after = int(self._outbox.fact("last_event") or "0")
        while True:
            reply = self._client.events(after)
            if isinstance(reply.message, ProblemDetails):
                raise ExchangeProblem(reply.message)
            page = reply.message
            if page.oldest > after + 1:  # events were lost: ask about everything that stands
                with self.lock:
                    self.core.recheck(list(self.core.rows))
            for event in page.events:
                self._hear(event)
                after = event.sequence
            if page.events:
                self._outbox.set_fact("last_event", str(after))
            if not page.events or after >= page.latest:
                return

    def _hear(self, event: BidEvent | AuctionEvent | KillEvent | DistributionEvent) -> None:
        if isinstance(event, AuctionEvent):
            self._notify(Notice("auction", text=f"{event.auction} {event.phase}"))
        elif isinstance(event, DistributionEvent):
            self._notify(Notice("distribution", text=event.symbol))
        elif isinstance(event, KillEvent):
            self.act(lambda core: core.switch_heard(event.number, stopped=event.stopped))
        else:
            record = event.record
            found = found_of(record, record.client_id, self._outbox.fact("account") or record.account)
            if isinstance(found, Found):
                self.act(lambda core: core.heard(record.client_id, found))

    def _find_external(self) -> None:
        """Open bids of the account that this outbox does not know: another seat's, shown as such."""
        unknown: set[str] = set()
        after: int | None = 0
        while after is not None:
            page = self._client.bids(after, BidStatus.OPEN)
            unknown |= {record.client_id for record in page.bids} - self.core.rows.keys()
            after = page.next if page.next is not None and page.next > after else None
        self.external = frozenset(unknown)


def _widen(reply: Reply) -> Reply[Answer]:  # type: ignore[type-arg]
    return reply


def _words(error: Exception) -> str:
    return str(error) if isinstance(error, OutboxError) else f"an unexpected fault ({type(error).__name__}: {error})"
