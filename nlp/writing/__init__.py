"""The way back: a bid becomes a request in plain words that reads as exactly this bid.

The writer proposes wordings, the most natural first; each is read like any other text, and the first that comes back
as the same bid with nothing to ask is taken. So the words are never trusted, only their reading is. Of a bid that was
read from somebody's own words and then changed by hand, only the words that are not true any more are rewritten.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from auction_client.model.bid import Bid, lots_of
from auction_client.model.catalogue import Catalogue
from auction_client.model.normal import normal_form, normalise
from auction_client.model.submission import problems_of
from nlp.draft import Draft
from nlp.linking.preferences import NO_PREFERENCES, Preferences
from nlp.writing.english import English
from nlp.writing.korean import Korean
from nlp.writing.moments import Clock
from nlp.writing.rewording import reworded
from nlp.writing.sentence import Open, Sentence

_WORD = re.compile(r"\w+")
_HANGUL, _LATIN = re.compile("[가-힣]"), re.compile("[a-z]{2}")


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
        if _asks_only(draft, lacking) and _says(draft, bid):
            return draft
    raise CannotWrite


def reword(
    bid: Bid,
    said: Draft,
    read: Callable[[str], Draft],
    catalogue: Catalogue,
    *,
    now: datetime,
    zone: ZoneInfo,
    language: str,
) -> Draft:
    """The reading of the text of `said` with only the words rewritten that are not true of the bid any more: in the
    language of that text, in `language` where it does not tell.

    What was asked before may be asked again, and what was left unread stays so; no wording may add to either. Raises
    CannotWrite where only other sentences would say the bid.
    """
    known = {problem.code for problem in problems_of(bid, catalogue, now)} | {each.code for each in said.questions}
    for text in rewordings(bid, said, now=now, zone=zone, language=language):
        draft = read(text)
        if _asks_only(draft, known) and _says(draft, bid) and _unread(draft) <= _unread(said):
            return draft
    raise CannotWrite


def rewordings(bid: Bid, said: Draft, *, now: datetime, zone: ZoneInfo, language: str) -> Iterator[str]:
    """Different ways to change the text of a reading so that it says the bid, the most natural first."""
    tells = "ko" if _HANGUL.search(said.text) else "en" if _LATIN.search(said.text) else language
    speech = Korean if tells == "ko" else English
    told = {said.text}
    for clock in (Clock(zone, now), Clock(ZoneInfo("UTC"), None)):
        for open_said in (False, True):
            text = reworded(bid, said, speech(clock), open_said=open_said)
            if text is not None and text not in told:
                told.add(text)
                yield text


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


def _asks_only(draft: Draft, known: Collection[str]) -> bool:
    return all(question.code in known for question in draft.questions)


def _says(draft: Draft, bid: Bid) -> bool:
    return draft.bid is not None and _same_in_order(draft.bid, bid)


def _unread(draft: Draft) -> Counter[str]:
    """The words of a text that became nothing, with how often each does."""
    asked = [question.span for question in draft.questions]
    assumed = [assumption.span for assumption in draft.assumptions]
    told = [(span.start, span.end) for span in draft.spans]
    told += [span for span in (*asked, *assumed) if span is not None]
    return Counter(
        word.group().casefold()
        for word in _WORD.finditer(draft.text)
        if not any(start < word.end() and word.start() < end for start, end in told)
    )


def _same_in_order(one: Bid, other: Bid) -> bool:
    """Whether both are the same bid with their items in the same order, which is the order of preference."""
    if one.good_until != other.good_until or normal_form(one.root) != normal_form(other.root):
        return False
    first, second = normalise(one.root), normalise(other.root)
    return [normal_form(lot) for _, lot in lots_of(first)] == [normal_form(lot) for _, lot in lots_of(second)]
