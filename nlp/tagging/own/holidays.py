# ruff: noqa: E501
"""Holidays that only name an occasion in an English text: "for the Christmas campaign", "Black Friday is next week".

They are let go where the order has a time of its own besides; one wanted for itself ("8 H100s on Christmas Day") stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from nlp.idle_words import Word
from nlp.patterns import lazy
from nlp.resolve.when import TimeExpression
from nlp.resolve.when.types import Holiday, Weekend
from nlp.tagged import Role
from nlp.tagging.base import Clean, Piece
from nlp.tagging.own.told import OF_SOMETHING_ELSE, timed
from nlp.tagging.stretches import around, asked_about, let_go, within

_OCCASION = r"(?:campaigns?|cover(?:age)?|freeze|rush|push|specials?|shop(?:ping)?|sales?|promo(?:tion)?s?|part(?:y|ies)|season|traffic|peak|load|spike|surge|crowds?|madness|prep(?:aration)?s?|ads?|advert(?:s|ising)?|marketing|deals|drop|stream|show|film|movie|episode|album|single|release|launch|event|edition|cards?(?= (?:campaign|shop))|catalogue|catalog|orders?|demand|run-?up|backlog|batch|renders?|rendering|collection|concert|gala|market|break|holidays?|period|week(?= (?:campaign|sales?|rush|push|promo))|recommender|recommendations?|models?|forecasts?|jobs?|project|work|stuff|crunch|video|videos|animation|greetings?|parade|dinner|rehearsal|light show|countdown)"
_NAMES = lazy(rf"(?:'s)?(?: (?:[a-z][a-z-]+ )?{_OCCASION}){{1,3}}(?![a-z-])")
_LEADS = lazy(
    r"(?:(?<![a-z])(?:(?:it's|this is|these are|all) )?(?:for|ahead of|before|during|over|because of|due to|with|in time for|to prepare|to get ready for|ready for|supporting|about|re) )?(?:(?:the|our|my|a|this|this year's|a big|the big|the whole|all) )*$"
)
_COMES = lazy(
    r"(?:'s| is| are)? (?:nearly |almost |just |already |now |practically |fast )*(?:coming(?: up)?|approaching|over|past|gone|behind us|near|close|here|upon us|around the corner|looming|in sight|next|this|tomorrow|today|tonight|on|in|only|done|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?(?![a-z])"
)
_OPENS = lazy(r"(?:(?:and|but|so|since|as|because|with|now that|my (?:friend|dear)|look|listen|you see|hello|hi),? )*")


def holidays(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces without holidays that only name an occasion, whose words are idle; with a wish for each that the order
    has no other time beside."""
    if clean.korean:
        return pieces, words
    for start, end in list(_occasions(clean, pieces)):
        inside = within(pieces, start, end)
        rest = [piece for piece in pieces if piece not in inside]
        if timed(clean, rest, end):
            pieces, words = let_go(pieces, words, start, end)
        else:
            pieces = asked_about(pieces, inside, OF_SOMETHING_ELSE)
    return pieces, words


def _occasions(clean: Clean, pieces: list[Piece]) -> Iterator[tuple[int, int]]:
    for piece in pieces:
        if piece.role is not Role.TIME or not _is_holiday(piece):
            continue
        first, last = around(clean, pieces, piece.start, piece.end)
        if named := _NAMES.match(clean.text, piece.end):
            lead = _LEADS.search(clean.text, first, piece.start)
            yield lead.start() if lead else piece.start, named.end()
        elif _is_weekend(piece):
            lead = _LEADS.search(clean.text, first, piece.start)
            yield lead.start() if lead else piece.start, piece.end
        elif (comes := _COMES.match(clean.text, piece.end)) and _OPENS.fullmatch(clean.text, first, piece.start):
            inside = within(pieces, piece.end, last)
            if not any(each.role in (Role.QUANTITY, Role.ASSET, Role.PRICE) for each in inside):
                yield first, max([comes.end(), *(each.end for each in inside if each.start < comes.end())])


def _is_weekend(piece: Piece) -> bool:
    """ "Memorial Day weekend"."""
    return any(isinstance(day, Weekend) for day in getattr(piece.value, "days", ()))


def _is_holiday(piece: Piece) -> bool:
    time = piece.value
    if not isinstance(time, TimeExpression) or not any(isinstance(day, Holiday) for day in time.days):
        return False
    return not (time.hours or time.part or time.start or time.end or time.duration or time.repeat)
