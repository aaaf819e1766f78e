"""Doubts as questions: what belongs together is asked once, in the user's language, with the answers there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from auction_client.model.bid import Bid
from auction_client.model.readback import read_back
from nlp.draft import Choice, FieldChange, Question, TextSpan
from nlp.leftover.second_reading import Choice as Chosen
from nlp.leftover.second_reading import Reading
from nlp.leftover.unknown_words import WithRoles
from nlp.linker.roles import Stretch, with_role
from nlp.linking.lots import Doubt, Setting
from nlp.messages import say
from nlp.models.symbols import ASIDE, FALLBACK, TOGETHER
from nlp.suggestions import choices_for
from nlp.tagged import Role, Tagged

_ONCE_FOR_ALL = frozenset({"missing_time"})
"""Codes that one answer settles for every lot."""


def questions_of(
    chosen: Chosen, roles: WithRoles, setting: Setting, reread: Callable[[Tagged], Reading]
) -> tuple[Question, ...]:
    """The questions of a reading, in order of importance. `reread` reads the text with other roles of its words."""
    tagged, bid = roles.tagged, chosen.reading.assembly.bid
    doubts = list(_joined(chosen.reading.doubts, tagged))
    found: dict[tuple[str, TextSpan | None], Question] = {}
    for doubt, places in doubts:
        span = (doubt.span.start, doubt.span.end) if doubt.span else None
        choices = choices_for(doubt, places, bid, setting, tagged.text)
        if not choices and doubt.message == "words" and span is not None:
            choices = _meanings(
                span, roles, bid, setting, reread, alone=sum(_asks_words(each) for each, _ in doubts) == 1
            )
        message = say(doubt.message or doubt.code, setting.language, *doubt.parts)
        found.setdefault((doubt.code, span), Question(code=doubt.code, message=message, span=span, choices=choices))
    if chosen.other is not None:
        bids = [reading.assembly.bid for reading in (chosen.reading, chosen.other)]
        choices = tuple(_as_bid(each, setting) for each in bids if each is not None)
        question = Question(code="unsupported", message=say("two_structures", setting.language), choices=choices)
        found.setdefault(("unsupported", None), question)
    return tuple(found.values())


def _joined(doubts: Sequence[tuple[Doubt, str]], tagged: Tagged) -> Iterator[tuple[Doubt, tuple[str, ...]]]:
    """Each doubt once, with the paths of the lots that it is about: unknown words in a row are one phrase, and those
    right before an unknown product are its name."""
    places: dict[str, list[str]] = {}
    for doubt, at in doubts:
        places.setdefault(doubt.code, []).append(at)
    words = sorted((doubt for doubt, _ in doubts if _asks_words(doubt)), key=_start)
    phrases = {_start(phrase[0]): phrase for phrase in _phrases(words, tagged)}
    named = {
        doubt.span.start for doubt, _ in doubts if doubt.code == "unknown_asset" and not doubt.message and doubt.span
    }
    told: set[str] = set()
    for doubt, at in doubts:
        if _asks_words(doubt):
            phrase = phrases.get(_start(doubt))
            if phrase is None or _before(tagged, _end(phrase[-1]), named):
                continue
            yield _phrase(doubt, _end(phrase[-1]), tagged), (at,)
        elif doubt.code in _ONCE_FOR_ALL and not doubt.choices and not doubt.message:
            if doubt.code not in told:
                yield doubt, tuple(places[doubt.code])
            told.add(doubt.code)
        else:
            ahead = next((each for each in phrases.values() if _before(tagged, _end(each[-1]), {_start(doubt)})), None)
            if doubt.code == "unknown_asset" and ahead and doubt.span and doubt.span.start in named:
                start = _start(ahead[0])
                doubt = replace(doubt, span=replace(doubt.span, start=start, text=tagged.text[start : doubt.span.end]))
            yield doubt, (at,)


def _asks_words(doubt: Doubt) -> bool:
    return doubt.message == "words" and doubt.span is not None and doubt.span.role is Role.REFUSAL


def _start(doubt: Doubt) -> int:
    return doubt.span.start if doubt.span else -1


def _end(doubt: Doubt) -> int:
    return doubt.span.end if doubt.span else -1


def _before(tagged: Tagged, end: int, starts: set[int]) -> bool:
    """Whether only blanks stand between `end` and one of the starts."""
    return any(end <= start and not tagged.text[end:start].strip() for start in starts)


def _phrases(words: Sequence[Doubt], tagged: Tagged) -> Iterator[list[Doubt]]:
    """Unknown words in a row: nothing recognised and no mark stands between them; idle words may."""
    run: list[Doubt] = []
    for word in words:
        if run and any(span.start < _start(word) and span.end > _end(run[-1]) for span in tagged.spans):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _phrase(doubt: Doubt, end: int, tagged: Tagged) -> Doubt:
    if doubt.span is None or doubt.span.end == end:
        return doubt
    text = tagged.text[doubt.span.start : end]
    return replace(doubt, span=replace(doubt.span, end=end, text=text), parts=(text,))


def _meanings(
    span: TextSpan,
    roles: WithRoles,
    bid: Bid | None,
    setting: Setting,
    reread: Callable[[Tagged], Reading],
    *,
    alone: bool,
) -> tuple[Choice, ...]:
    """What unknown words may mean: a joining word where they stand between two lots, else nothing for the bid."""
    if bid is None:
        return ()
    ignored = Choice(label=say("leave_out", setting.language), changes=())
    stretch = next((each for each in roles.doubted if (each.start, each.end) == span), None)
    if stretch is None or stretch.place != "between" or not alone or (FALLBACK,) not in stretch.answers:
        return (ignored,)
    joined = dict.fromkeys(
        filter(None, (_joined_by(stretch, role, roles, reread) for role in (FALLBACK, TOGETHER, ASIDE)))
    )
    choices = tuple(_as_bid(each, setting) for each in joined)
    return choices if len(choices) > 1 else (ignored,)


def _joined_by(stretch: Stretch, role: str, roles: WithRoles, reread: Callable[[Tagged], Reading]) -> Bid | None:
    reading = reread(with_role(roles.tagged, stretch, role))
    return None if reading.trouble else reading.assembly.bid


def _as_bid(bid: Bid, setting: Setting) -> Choice:
    change = FieldChange(path="root", value=bid.model_dump(mode="json")["root"])
    return Choice(label=read_back(bid, setting.language, setting.zone), changes=(change,))
