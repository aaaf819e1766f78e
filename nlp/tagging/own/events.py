# ruff: noqa: E501
"""Times of the writer's own world in an English text: "ahead of the Tuesday launch", "the contract runs until March".

A time that only says which event is meant is let go where the order has a day besides. One in a sentence of its own that
speaks of the writer and not of the order is asked about: it may, or may not, be meant for the order.
"""

from __future__ import annotations

from nlp.idle_words import Word
from nlp.lexicon import telling
from nlp.patterns import lazy
from nlp.resolve.when import TimeExpression
from nlp.tagged import Refusal, Role
from nlp.tagging.base import Clean, Piece
from nlp.tagging.own.told import OF_SOMETHING_ELSE, each_of_them
from nlp.tagging.own.world import of_the_world
from nlp.tagging.stretches import asked_about, ends_sentence, let_go, parted, within

_LEADS = lazy(
    r"(?<![a-z])(?:ahead of|in time for|in preparation for|to prepare for|to be ready for|ready for|prior to|(?:well |right |just )?before|following|because of|due to|thanks to|since)"
    r"(?: (?:the|our|my|your|this|a|that|next|last|big|upcoming|planned))* $"
)
_FOR = lazy(r"(?<![a-z])(?:for|about|re|regarding|with)(?: (?:the|our|my|this|next))* $")
"""Before "Tuesday's launch"."""
_TO_NAME = lazy(r"(?:(?:on|for|of|before|after|since|until|by|from|during|at|the) )+")
_EVENT_BEHIND = lazy(rf"(?:'s|s')? (?:[a-z-]+ ){{0,2}}?(?:{telling.EVENT}|{telling.TALKED})(?:s|es)?(?![a-z])")
_TALK_BEFORE = lazy(
    rf"(?<![a-z])(?:following|after|per|as per|further to|re|regarding|about|as discussed (?:on|in|at|during)|as agreed (?:on|in|at|during)|since|thanks for)"
    rf"(?: (?:the|our|my|your|that|this|a))*(?: [a-z-]+){{0,2}}? (?:{telling.TALKED})(?:s|es)? (?:(?:on|of|from|this|last|late|early) )*$"
)
_OWN = lazy(
    r"(?:and |but |also |because |since |as |well,? )?(?:(?:we|i|they|he|she|everyone|everybody|nobody|people)(?:'ve|'re|'ll|'d|'m|'s)?|(?:our|my|their|his|her|the|this) [a-z'-]+(?: [a-z'-]+){0,2}|[a-z]+(?= (?:is|was|will be) (?:back|away|out|off|here|there|gone))) "
)
_OF_ORDER = lazy(
    r"(?<![a-z])(?:(?:need|want|requir|begin|finish|complet|deliver|window|slot|run|job|book|reserv|availab|expir|flexib|prefer|work|suit|train|order|offer|rent|leas|start|intend|expect|schedul|plan|releas|return|instance|machine|server|hour|node|card|gpu|rack|cancel|withdraw|budget|spend|price)[a-z]*"
    r"|(?:must|should|shall|ha(?:s|ve) to|had to|end(?:s|ing)?|done|valid|good|keep|hold|us(?:e|es|ing)|can|could|may|might|earliest|latest|late|early|any ?time|whenever|only|fine|ok(?:ay)?|takes?|last|capacity|time|cap|limit|bids?|buy|sell|open|would|like|aim|hope|look|go|do|fill|pay|cost|stop|free|idle|spare|ready|up|then|both|all|each|first|second|latter|former|other|same|that|these|those|it)(?![a-z]))"
)
_EVENT_SUBJECT = lazy(
    rf"(?:and |but |also )?(?:the|our|my|this|your|their) (?:[a-z-]+ ){{0,2}}?(?:{telling.EVENT}|{telling.TALKED})(?:s|es)?(?![a-z])"
    r"|(?:our|my)(?: own| old| local| in-house| existing)* (?:nodes?|gpus?|cards?|machines?|servers?|box(?:es)?|racks?|fleet|farm|rig) (?:is|are|was|were|will be|won't be)(?![a-z])"
)
_MODAL = lazy(r"(?<![a-z])(?:must|should|needs? to|ha(?:s|ve) to|can|may|shall|ought)(?![a-z])")
_HABIT = lazy(
    r"(?<![a-z])(?:usually|typically|normally|generally|on average|as a rule|historically|last time)(?: [a-z]+){0,3} $"
)


def of_events(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces without times that only name an event, and with a wish for each that may or may not be the order's."""
    if clean.korean:
        return pieces, words
    pieces, words = of_the_world(clean, pieces, words)
    for time in [piece for piece in pieces if piece.role is Role.TIME]:
        rest = [piece for piece in pieces if piece is not time]
        if _says_day(time) and (stretch := _names_event(clean, time)) and _dated(rest, stretch):
            pieces, words = let_go(pieces, words, *stretch)
    return _doubted(clean, pieces), words


def _names_event(clean: Clean, time: Piece) -> tuple[int, int] | None:
    """Where a phrase begins and ends in which a time says which event is meant."""
    named = _TO_NAME.match(clean.text, time.start, time.end)
    at = named.end() if named else time.start
    offset = max(0, at - 60)
    before = clean.text[offset:at]
    lead = _LEADS.search(before)
    behind = _EVENT_BEHIND.match(clean.text, time.end)
    if behind and not lead:
        possessive = "'s" in clean.text[time.end - 2 : time.end + 2]
        lead = _FOR.search(before) if possessive else None
    if behind and lead:
        return offset + lead.start(), behind.end()
    if (event := _TALK_BEFORE.search(before)) and not behind:
        return offset + event.start(), time.end
    return None


def _dated(rest: list[Piece], stretch: tuple[int, int]) -> bool:
    """Whether the order has one product, or one before the phrase in its sentence, with a day of its own."""
    outside = [piece for piece in rest if not stretch[0] <= piece.start < stretch[1]]
    products = [piece for piece in outside if piece.role is Role.ASSET]
    return any(map(_says_day, outside)) and len(products) < 2


def _says_day(piece: Piece) -> bool:
    return isinstance(piece.value, TimeExpression) and bool(piece.value.days or piece.value.repeat)


def _doubted(clean: Clean, pieces: list[Piece]) -> list[Piece]:
    doubted: list[Piece] = []
    for start, end in parted(clean, pieces, ends_sentence):
        inside = within(pieces, start, end)
        times = [piece for piece in inside if piece.role is Role.TIME and _says_when(piece)]
        others = [piece for piece in pieces if piece.role is Role.TIME and piece not in times]
        if not times or not others or (any(map(_says_day, times)) and not any(map(_says_day, others))):
            continue
        if any(piece.role is not Role.TIME and piece.role not in _MEANINGLESS for piece in inside):
            continue
        if each_of_them(times, others):
            continue
        said = _around(clean, times, start, end)
        own = _OWN.match(clean.text[start:end].lstrip())
        event = _EVENT_SUBJECT.match(clean.text[start:end].lstrip()) and not _MODAL.search(said)
        if event or (own and not _OF_ORDER.search(said)) or _HABIT.search(clean.text, start, times[0].start):
            doubted += times
    return asked_about(pieces, doubted, OF_SOMETHING_ELSE)


def _says_when(piece: Piece) -> bool:
    time = piece.value
    return isinstance(time, TimeExpression) and bool(
        time.days or time.hours or time.start or time.end or time.duration or time.part
    )


_MEANINGLESS = frozenset({Role.SEPARATOR, Role.SCOPE, Role.REFERENCE, Role.OPEN, Role.CLOSE})


def _around(clean: Clean, times: list[Piece], start: int, end: int) -> str:
    """The words of a sentence besides its times."""
    edges = [start, *(at for each in times for at in (each.start, each.end)), end]
    return " ".join(clean.text[low:high] for low, high in zip(edges[::2], edges[1::2], strict=True))


def local_hours(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """ "9am to 5pm local time" is the writer's own where no other place is named."""
    if any(piece.role is Role.PLACE for piece in pieces):
        return pieces, words
    own = [
        piece
        for piece in pieces
        if isinstance(piece.value, Refusal)
        and piece.value.wish == "hours of somewhere else"
        and clean.text[piece.start : piece.end].startswith("local")
    ]
    kept = [piece for piece in pieces if piece not in own]
    return kept, sorted([*words, *(Word(each.start, each.end, True) for each in own)], key=lambda word: word.start)
