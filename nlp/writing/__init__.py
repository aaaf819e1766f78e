"""The way back: a bid becomes a request in plain words that reads as exactly this bid.

The writer proposes wordings, the most natural first; each is read like any other text, and the first that comes back
as the same bid with nothing to ask is taken. So the words are never trusted, only their reading is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from auction_client.model.bid import Bid, lots_of
from auction_client.model.catalogue import Catalogue
from auction_client.model.normal import normal_form, normalise
from auction_client.model.submission import problems_of
from nlp.draft import Draft
from nlp.preferences import NO_PREFERENCES, Preferences
from nlp.writing.english import English
from nlp.writing.korean import Korean
from nlp.writing.moments import Clock
from nlp.writing.sentence import Open, Sentence


class CannotWrite(ValueError):
    """No wording reads back as this bid: it says what the language of requests has no words for."""


def write(
    bid: Bid,
    read: Callable[[str], Draft],
    catalogue: Catalogue,
    *,
    now: datetime,
    zone: ZoneInfo,
    language: str,
    preferences: Preferences = NO_PREFERENCES,
) -> Draft:
    """The reading of the words found for the bid; its `text` holds them. `read` reads a text as it is read when typed.

    What the bid still lacks may be asked again; anything else that is asked rules a wording out. Raises CannotWrite.
    """
    lacking = {problem.code for problem in problems_of(bid, catalogue, now)}
    for text in wordings(bid, now=now, zone=zone, language=language, preferences=preferences):
        draft = read(text)
        asked = {question.code for question in draft.questions}
        if asked <= lacking and draft.bid is not None and _same_in_order(draft.bid, bid):
            return draft
    raise CannotWrite


def wordings(
    bid: Bid, *, now: datetime, zone: ZoneInfo, language: str, preferences: Preferences = NO_PREFERENCES
) -> Iterator[str]:
    """Different wordings of a bid, the most natural first. Times are the user's, those of a repeated hour in UTC."""
    speech = Korean if language == "ko" else English
    said: set[str] = set()
    presumed: set[Open] = {"uptime"} if preferences.min_uptime else set()
    presumed |= {"place"} if preferences.regions else set()
    for clock in (Clock(zone, now), Clock(zone, None), Clock(ZoneInfo("UTC"), None)):
        for shared, bracketed in ((True, False), (False, False), (False, True)):
            text = Sentence(speech(clock), shared=shared, bracketed=bracketed, presumed=presumed).of(bid)
            if text not in said:
                said.add(text)
                yield text


def _same_in_order(one: Bid, other: Bid) -> bool:
    """Whether both are the same bid with their items in the same order, which is the order of preference."""
    if one.good_until != other.good_until or normal_form(one.root) != normal_form(other.root):
        return False
    first, second = normalise(one.root), normalise(other.root)
    return [normal_form(lot) for _, lot in lots_of(first)] == [normal_form(lot) for _, lot in lots_of(second)]
