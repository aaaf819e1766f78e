"""Planted defects: each is a mistake that real order systems have made. The simulator must see every one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from auction_client.exchange.core import Action, Row, Send, Store, StoreSwitch, SubmitCore
from auction_client.exchange.protocol import BidStatus, CancelOutcome
from auction_client.exchange.states import UNRESOLVED, State
from auction_client.exchange.verdicts import (
    Absent,
    Accepted,
    Ask,
    CancelHeard,
    Found,
    Refused,
    Switched,
    Unclear,
    Verdict,
)
from tests.torture.faults import SimAnswer
from tests.torture.world import World


class _AnyStatus200(World):
    def judge(self, send: Send, number: int, answer: SimAnswer | None) -> Verdict:
        if answer is not None and answer.status == 200 and send.ask is Ask.SUBMIT:
            return Accepted(self.bytes_of(send.client_id)[0])
        return super().judge(send, number, answer)


class _ServerErrorIsNo(World):
    def judge(self, send: Send, number: int, answer: SimAnswer | None) -> Verdict:
        if answer is not None and answer.status >= 500 and send.ask is Ask.SUBMIT:
            return Refused(self.bytes_of(send.client_id)[0], "server error")
        return super().judge(send, number, answer)


class _TimeoutIsNo(World):
    def judge(self, send: Send, number: int, answer: SimAnswer | None) -> Verdict:
        if answer is None and send.ask is Ask.SUBMIT:
            return Refused(self.bytes_of(send.client_id)[0], "time-out")
        return super().judge(send, number, answer)


class _UnsignedBelieved(World):
    def judge(self, send: Send, number: int, answer: SimAnswer | None) -> Verdict:
        if answer is not None and answer.message is not None and answer.request == number:
            answer = replace(answer, signed=True)
        return super().judge(send, number, answer)


class _StaleBelieved(World):
    def judge(self, send: Send, number: int, answer: SimAnswer | None) -> Verdict:
        if answer is not None and answer.signed:
            answer = replace(answer, request=number)
        return super().judge(send, number, answer)


class _IndefiniteIsNo(World):
    def judge(self, send: Send, number: int, answer: SimAnswer | None) -> Verdict:
        verdict = super().judge(send, number, answer)
        if isinstance(verdict, Unclear) and answer is not None and answer.signed and send.ask is Ask.SUBMIT:
            return Refused(self.bytes_of(send.client_id)[0], verdict.reason)
        return verdict


class _OthersAnswerBelieved(World):
    """Neither the request nor the client id of an answer is compared."""

    def judge(self, send: Send, number: int, answer: SimAnswer | None) -> Verdict:
        if answer is not None and answer.signed and answer.status == 200 and send.ask is Ask.LOOKUP:
            status = getattr(answer.message, "status", BidStatus.OPEN)
            if isinstance(status, BidStatus):
                return Found(status, self.bytes_of(send.client_id)[0], "")
        return super().judge(send, number, answer)


class _FailedWriteIgnored(World):
    def run_program(self, decide: Callable[[], list[Action]], answer: SimAnswer | None = None) -> None:
        actions = decide()
        if self.faulty and any(isinstance(action, Store) for action in actions) and self.chance.random() < 0.02:
            actions = [action for action in actions if not isinstance(action, (Store, StoreSwitch))]
        super().run_program(lambda: actions, answer)


class _NewBytesEachTime(World):
    """The bytes are written again at each attempt, with a fresh time stamp inside."""

    def bytes_of(self, cid: str) -> tuple[str, int]:
        digest, not_after = super().bytes_of(cid)
        return f"{self.disk_rows[cid].attempts:02x}{digest[2:]}", not_after


class _NewIdEachTime(World):
    """A retry is a new bid to the exchange."""

    def reach(self, send: Send, number: int) -> SimAnswer:
        cid = send.client_id
        if send.ask is Ask.SUBMIT and self.disk_rows[cid].attempts > 1:
            digest, not_after = self.bytes_of(cid)
            fresh = f"{cid[:-4]}{self.disk_rows[cid].attempts:04x}"
            answer = self.exchange.submit(fresh, digest, not_after, self.now)
            if hasattr(answer, "auction"):
                answer = answer.model_copy(update={"client_id": cid})
            return SimAnswer(answer, 200, signed=True, request=number)
        return super().reach(send, number)


class _SendsBeforeStore(World):
    def perform(self, actions: list[Action], answer: SimAnswer | None) -> None:
        super().perform(sorted(actions, key=lambda action: not isinstance(action, Send)), answer)

    def run_program(self, decide: Callable[[], list[Action]], answer: SimAnswer | None = None) -> None:
        def split() -> list[Action]:
            actions = decide()
            for action in actions:
                if isinstance(action, Send):
                    self.send(action)
            return [action for action in actions if not isinstance(action, Send)]

        super().run_program(split, answer)


class _NoRecovery(SubmitCore):
    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._unasked.clear()


class _ForgetsInterrupted(SubmitCore):
    """Rows that were being sent at the end of the last life are left alone."""

    def _next_step(self, row: Row, timing: Any, wall: int) -> list[Action]:
        if row.state is State.SENDING:
            self._unasked.discard(row.client_id)
            return []
        return super()._next_step(row, timing, wall)


class _AbsentIsFinal(SubmitCore):
    """ "Never seen" ends the bid although the original may still arrive."""

    def _absent(self, row: Row, timing: Any, verdict: Absent, asked_in: Any, mono: int) -> list[Action]:
        return super()._absent(row, timing, replace(verdict, server_time=row.not_after + 10**6), asked_in, mono)


class _AbsentAnyTime(SubmitCore):
    """A late "never seen" ends a bid that was accepted in between."""

    def _absent(self, row: Row, timing: Any, verdict: Absent, asked_in: Any, mono: int) -> list[Action]:
        if row.state in (State.ACKED, State.CANCEL_PENDING):
            return self._move(row, State.EXPIRED, "", proven=True)
        return super()._absent(row, timing, verdict, asked_in, mono)


class _OwnClockExpires(SubmitCore):
    def _next_step(self, row: Row, timing: Any, wall: int) -> list[Action]:
        if row.state is State.UNKNOWN and wall > row.not_after:
            return self._move(row, State.EXPIRED, "", proven=True)
        return super()._next_step(row, timing, wall)


class _GivesUp(SubmitCore):
    """After a few tries a bid without an answer counts as rejected."""

    def _unclear(self, row: Row, timing: Any, verdict: Unclear, mono: int) -> list[Action]:
        if timing.failures > 3 and row.state is State.UNKNOWN:
            return self._move(row, State.REFUSED, "no answer", proven=True)
        return super()._unclear(row, timing, verdict, mono)


class _StopsAsking(SubmitCore):
    def _unclear(self, row: Row, timing: Any, verdict: Unclear, mono: int) -> list[Action]:
        actions = super()._unclear(row, timing, verdict, mono)
        if timing.failures > 4:
            timing.next_at = mono + 10**9
        return actions

    def nudge(self) -> None:
        pass


class _CancelAtOnce(SubmitCore):
    def cancel(self, client_id: str) -> list[Action]:
        row = self.rows[client_id]
        if row.state is State.UNKNOWN:
            return self._move(row, State.CANCELLED, "")
        return super().cancel(client_id)


class _CancelDropsSending(SubmitCore):
    """A bid on its way counts as withdrawn before it was sent."""

    def cancel(self, client_id: str) -> list[Action]:
        row = self.rows[client_id]
        if row.state is State.SENDING:
            return self._store(replace(row, state=State.CANCELLED, attempts=0))
        return super().cancel(client_id)


class _AfterAuctionIsNow(SubmitCore):
    def _learnt(self, row: Row, verdict: Verdict, mono: int) -> list[Action]:
        if isinstance(verdict, CancelHeard) and verdict.outcome is CancelOutcome.AFTER_AUCTION:
            verdict = replace(verdict, found=replace(verdict.found, status=BidStatus.CANCELLED))
        return super()._learnt(row, verdict, mono)


class _CancelThenResend(SubmitCore):
    """A bid whose cancel is wanted is still sent again."""

    def _absent(self, row: Row, timing: Any, verdict: Absent, asked_in: Any, mono: int) -> list[Action]:
        if row.state is State.CANCEL_PENDING:
            return self._submit(row, timing)
        return super()._absent(row, timing, verdict, asked_in, mono)


class _StopHoldsNothing(SubmitCore):
    @property
    def may_submit(self) -> bool:
        return self.clock_known and not self._unasked

    def _halt(self) -> list[Action]:
        return []


class _StopForgetsTheUnknown(SubmitCore):
    def _halt(self) -> list[Action]:
        waiting = [row for row in self.rows.values() if row.state is State.CONFIRMED]
        return [action for row in waiting for action in self._move(row, State.HELD, "")]


class _RearmReleases(SubmitCore):
    def rearm(self) -> list[Action]:
        held = [row for row in self.rows.values() if row.state is State.HELD]
        return super().rearm() + [action for row in held for action in self._move(row, State.CONFIRMED, "")]


class _SwitchNotCompared(SubmitCore):
    """Any answer about the stop switch counts as a yes."""

    def _switched(self, verdict: Verdict, mono: int) -> list[Action]:
        if isinstance(verdict, Switched):
            verdict = Switched(self.switch.number, self.switch.stopped)
        return super()._switched(verdict, mono)


class _StopNotTold(SubmitCore):
    """The stop switch works here only; the exchange is never told."""

    def _throw(self, *, stopped: bool) -> list[Action]:
        actions = super()._throw(stopped=stopped)
        self.switch = replace(self.switch, heard=True)
        return [*actions, StoreSwitch(self.switch)]


class _DigestIgnored(SubmitCore):
    def _apply(self, row: Row, found: Found) -> list[Action]:
        return super()._apply(row, found if found.digest is None else replace(found, digest=row.digest))


class _HintIsProof(SubmitCore):
    """The event feed's word is taken for a proof."""

    def heard(self, client_id: str, found: Found) -> list[Action]:
        row = self.rows.get(client_id)
        return self._apply(row, found) if row is not None and row.state in UNRESOLVED else []


class _NoBackOff(SubmitCore):
    def _back_off(self, timing: Any, verdict: Unclear, mono: int) -> None:
        timing.next_at = mono

    def _unclear(self, row: Row, timing: Any, verdict: Unclear, mono: int) -> list[Action]:
        if row.state in (State.SENDING, State.UNKNOWN) and self.may_submit:
            return self._submit(row, timing)
        return super()._unclear(row, timing, verdict, mono)


class _TwoAtATime(SubmitCore):
    def due(self, wall: int, mono: int) -> list[Action]:
        for timing in self._timing.values():
            timing.asking = None
        return super().due(wall, mono)


class _FinalIsOpen(SubmitCore):
    """A result that arrives while the first answer is still unknown is lost."""

    def _apply(self, row: Row, found: Found) -> list[Action]:
        if row.state in (State.SENDING, State.UNKNOWN) and found.status in (BidStatus.WON, BidStatus.CANCELLED):
            found = replace(found, status=BidStatus.OPEN)
        return super()._apply(row, found)


class _NoLookAtStart(SubmitCore):
    """Accepted bids are not looked up at the start, and the event feed's hints are not followed."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        for timing in self._timing.values():
            timing.lookup_wanted = False

    def recheck(self, client_ids: Any) -> None:
        pass


def _with(core: type[SubmitCore]) -> type[World]:
    return type(f"World{core.__name__}", (World,), {"core_class": core})


_WORLDS: tuple[type[World], ...] = (
    _AnyStatus200,
    _ServerErrorIsNo,
    _TimeoutIsNo,
    _UnsignedBelieved,
    _StaleBelieved,
    _IndefiniteIsNo,
    _OthersAnswerBelieved,
    _FailedWriteIgnored,
    _NewBytesEachTime,
    _NewIdEachTime,
    _SendsBeforeStore,
)
_CORES: tuple[type[SubmitCore], ...] = (
    _NoRecovery,
    _ForgetsInterrupted,
    _AbsentIsFinal,
    _AbsentAnyTime,
    _OwnClockExpires,
    _GivesUp,
    _StopsAsking,
    _CancelAtOnce,
    _CancelDropsSending,
    _AfterAuctionIsNow,
    _CancelThenResend,
    _StopHoldsNothing,
    _StopForgetsTheUnknown,
    _RearmReleases,
    _SwitchNotCompared,
    _StopNotTold,
    _DigestIgnored,
    _HintIsProof,
    _NoBackOff,
    _TwoAtATime,
    _FinalIsOpen,
    _NoLookAtStart,
)
MUTANTS: dict[str, type[World]] = {
    each.__name__.strip("_"): world for each, world in [(w, w) for w in _WORLDS] + [(c, _with(c)) for c in _CORES]
}
