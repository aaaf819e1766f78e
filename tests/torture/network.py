"""A simulated network: it loses, doubles, delays, forges and swaps what a program and the exchange say."""

from __future__ import annotations

from typing import Any

from auction_client.exchange.core import Send
from auction_client.exchange.problems import ProblemCode, ProblemDetails, problem
from auction_client.exchange.states import State
from auction_client.exchange.verdicts import Ask, Unclear, Verdict, verdict_of
from tests.torture.exchange_model import instant
from tests.torture.faults import ARRIVES, SIGNED_NO, Broken, SimAnswer
from tests.torture.program import Program

TIMEOUT = 2_000
"""Milliseconds that a program waits for an answer."""


class Network(Program):
    """A program whose requests and answers go over such a network."""

    def send(self, send: Send) -> None:
        """A request leaves the program."""
        self.check_leaving(send)
        self.requests += 1
        number, life = self.requests, self.life
        key = send.client_id
        self.outstanding.add(key)
        fault = self.pick_fault()
        deliver = lambda: self.reach(send, number)  # noqa: E731
        delay = self.chance.randint(1, 60)
        answer: SimAnswer | None = None
        if fault is None or fault in ("doubled", "doubled_late"):
            answer = deliver()
            if fault is not None:
                self.at(0 if fault == "doubled" else self.chance.randint(2, 20) * 1000, deliver)
        elif fault == "request_late":
            self.at(self.chance.randint(1, 15) * 1000, deliver)
            delay = TIMEOUT
        elif fault in SIGNED_NO:
            code, after = {
                "signed_429": (ProblemCode.TOO_MANY_REQUESTS, self.chance.randint(0, 2)),
                "signed_503": (ProblemCode.BUSY, None),
                "signed_401": (ProblemCode.CLOCK_SKEW, None),
            }[fault]
            refusal = problem(code, instant(self.now), client_id=send.client_id or None, retry_after=after)
            answer = SimAnswer(refusal, refusal.status, signed=True, request=number)
        elif fault in ARRIVES:
            real = deliver()
            answer = self.spoil(fault, send, real, number)
            if fault in ("answer_lost", "answer_late"):
                delay = TIMEOUT
        else:
            answer = self.forge(fault, send, number)
            if fault == "request_lost":
                delay = TIMEOUT
        self.at(delay, lambda: self.come_back(send, life, number, answer))

    def reach(self, send: Send, number: int) -> SimAnswer:
        """The request reaches the exchange, maybe long after the program has given up on it."""
        cid, now, exchange = send.client_id, self.now, self.exchange
        if send.ask is Ask.SUBMIT:
            digest, not_after = self.bytes_of(cid)
            message: Any = exchange.submit(cid, digest, not_after, now)
        elif send.ask is Ask.LOOKUP:
            message = exchange.lookup(cid, now)
        elif send.ask is Ask.CANCEL:
            message = exchange.cancel(cid, now)
        else:
            message = exchange.kill(send.number, now, stop=send.stop)
        status = message.status if isinstance(message, ProblemDetails) else 200
        answer = SimAnswer(message, status, signed=True, request=number)
        self.answers.setdefault(cid, []).append(answer)
        return answer

    def spoil(self, fault: str, send: Send, real: SimAnswer, number: int) -> SimAnswer | None:
        if fault == "then_500":
            return SimAnswer(None, 500, signed=False, request=number)
        if fault == "stale_answer":
            earlier = self.answers.get(send.client_id, [real])
            return self.chance.choice(earlier) if len(earlier) > 1 else None
        if fault == "others_answer":
            others = [found[-1] for cid, found in self.answers.items() if cid != send.client_id]
            return self.chance.choice(others) if others else None
        return None

    def forge(self, fault: str, send: Send, number: int) -> SimAnswer | None:
        status = {"unsigned_500": 500, "unsigned_429": 429, "portal_200": 200, "redirect": 302, "forged_no": 403}.get(
            fault
        )
        if status is None:
            return None
        message = None
        if fault == "forged_no" and send.client_id:
            digest, _ = self.bytes_of(send.client_id)
            code = ProblemCode.LIMIT_EXCEEDED
            message = problem(code, instant(self.now), client_id=send.client_id, digest=digest)
        return SimAnswer(message, status, signed=False, request=number)

    def come_back(self, send: Send, life: int, number: int, answer: SimAnswer | None) -> None:
        """The answer, or the time-out, reaches the program, if it is still the same process."""
        if life != self.life:
            return
        self.outstanding.discard(send.client_id)
        if self.faulty and self.chance.random() < 0.02:
            self.tally.faults["killed_before_answer"] += 1
            self.core = self.start_program()
            return
        verdict = self.judge(send, number, answer)
        if not isinstance(verdict, Unclear):
            self.asked_since_start.add(send.client_id)
        self.run_program(lambda: self.core.answered(send.ask, send.client_id, verdict, self.mono()), answer)

    def judge(self, send: Send, number: int, answer: SimAnswer | None) -> Verdict:
        """What the shell makes of an answer: only one signed for this very request is read."""
        if answer is None:
            return Unclear("no answer")
        if not answer.signed or answer.request != number:
            return Unclear("not signed for this request")
        return verdict_of(send.ask, send.client_id, self.exchange.account, answer.status, answer.message)

    def check_leaving(self, send: Send) -> None:
        if send.client_id in self.outstanding:
            raise Broken("order", "two requests about one bid at a time")
        times = self.asked.setdefault(send.client_id, [])
        times.append(self.now)
        if len(times) > 10 and times[-10] > self.now - 1000:
            raise Broken("order", "a storm of requests")
        if send.ask is not Ask.SUBMIT:
            return
        row = self.disk_rows.get(send.client_id)
        if row is None or row.state is not State.SENDING:
            raise Broken("order", "bytes left before the bid was durably SENDING")
        if self.disk_switch.stopped:
            raise Broken("order", "bytes left while the stop switch was thrown")
        if send.client_id in self.cancel_wanted:
            raise Broken("order", "bytes left after a cancel")
        if self.unresolved_at_start - self.asked_since_start:
            raise Broken("order", "bytes left before recovery was complete")
