"""Reading and writing for the open draft, off the window's thread: by rules at once, by the model after a pause."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from app.services.errors import UserFacing, as_user_facing
from app.services.jobs import CancelToken, Dispatcher, Executor, Later, LatestWins
from app.services.ports import Reader
from auction_client.model.bid import Bid
from nlp.draft import Draft
from nlp.linking.preferences import Preferences
from nlp.writing import CannotWrite

QUICK_DELAY = 0.05
FULL_DELAY = 0.3
"""Seconds of quiet before the text is read by rules, and by the model."""


@dataclass(frozen=True)
class Setting:
    """As of when, where and for whom words are read."""

    now: datetime
    zone: ZoneInfo
    language: str
    preferences: Preferences


class WasWritten(Protocol):
    """Takes the reading of a sentence that was found; `by_rules`: the model has not read it."""

    def __call__(self, draft: Draft, *, by_rules: bool) -> None: ...


class DraftReading:
    """Asks both readers. Only the newest question counts; answers come on the dispatcher."""

    def __init__(
        self,
        *,
        quick_reader: Later[Reader],
        reader: Later[Reader],
        quick_executor: Executor,
        executor: Executor,
        dispatcher: Dispatcher,
        setting: Callable[[], Setting],
    ) -> None:
        self._quick_reader = quick_reader
        self._reader = reader
        self._setting = setting
        self._quick = LatestWins(quick_executor, dispatcher)
        self._full = LatestWins(executor, dispatcher)
        self._writing = LatestWins(executor, dispatcher)

    def read(
        self,
        text: str,
        quickly: Callable[[Draft], None],
        fully: Callable[[Draft], None],
        failed: Callable[[UserFacing, Draft | None], None],
        *,
        delay: float = FULL_DELAY,
    ) -> None:
        """Reads a text: `quickly` has what the rules made of it, `fully` what the model did. `failed` has what the
        rules made of it until then."""
        setting = self._setting()
        by_rules: list[Draft] = []

        def work(reader: Later[Reader]) -> Callable[[CancelToken], Draft]:
            return lambda _: reader.get().read(text, **vars(setting))

        def read_quickly(draft: Draft) -> None:
            by_rules.append(draft)
            quickly(draft)

        def read_fully(draft: Draft) -> None:
            self._quick.cancel()
            fully(draft)

        def not_read(error: Exception) -> None:
            told = as_user_facing(error, "reading_failed", "The request could not be read")
            failed(told, by_rules[-1] if by_rules else None)

        self._quick.request(work(self._quick_reader), read_quickly, _leave_it, delay=min(delay, QUICK_DELAY))
        self._full.request(work(self._reader), read_fully, not_read, delay=delay)

    def write(self, bid: Bid, written: WasWritten, failed: Callable[[UserFacing], None]) -> None:
        """Finds a sentence that reads back as exactly this bid: by the model, or by the rules where it cannot be
        used."""
        self._say(lambda reader, setting: reader.write(bid, **vars(setting)), written, failed)

    def reword(
        self,
        bid: Bid,
        said: Draft | None,
        written: WasWritten,
        failed: Callable[[UserFacing], None],
        *,
        anew: bool,
    ) -> None:
        """Finds words for the bid that keep most of those of `said`; with `anew` the whole sentence is written where
        there are none, or no `said`."""

        def work(reader: Reader, setting: Setting) -> Draft:
            try:
                if said is not None:
                    return reader.reword(bid, said, **vars(setting))
            except CannotWrite:
                if not anew:
                    raise
            return reader.write(bid, **vars(setting))

        self._say(work, written, failed)

    def _say(
        self, say: Callable[[Reader, Setting], Draft], written: WasWritten, failed: Callable[[UserFacing], None]
    ) -> None:
        setting = self._setting()

        def not_written(error: Exception) -> None:
            failed(_why_not_written(error))

        def without_model(error: Exception) -> None:
            if isinstance(error, CannotWrite):
                not_written(error)
                return
            self._writing.request(
                lambda _: say(self._quick_reader.get(), setting),
                lambda draft: written(draft, by_rules=True),
                not_written,
            )

        self._writing.request(
            lambda _: say(self._reader.get(), setting), lambda draft: written(draft, by_rules=False), without_model
        )

    def stop(self) -> None:
        """Nobody wants the text read any more."""
        self._quick.cancel()
        self._full.cancel()

    def stop_writing(self) -> None:
        """Nor a sentence written."""
        self._writing.cancel()

    def stop_all(self) -> None:
        """Nobody wants anything any more."""
        self.stop()
        self.stop_writing()


def _why_not_written(error: Exception) -> UserFacing:
    if not isinstance(error, CannotWrite):
        return as_user_facing(error, "writing_failed", "The sentence could not be written")
    return UserFacing(
        "no_words",
        "No sentence would read back as exactly this bid",
        fix="The bid stands as it is, and can be reviewed as it is.",
    )


def _leave_it(_error: Exception) -> None:
    """What the rules cannot read, the model's reading tells of."""
