# ruff: noqa: E501
"""Words of time that tell of the writer's habits and talks in an English text: "our nightly reindex, moved by a day",
"after arguing for an hour: ...".

They name no hours of the order where it has a day of its own. A repetition that names no work, said beside a single
day, is a wish of its own ("Friday 1am to 5am, and then nightly").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.idle_words import Word, with_told
from nlp.patterns import lazy
from nlp.resolve.when import TimeExpression
from nlp.resolve.when.types import Following, Month, RestOf, Week, Weekend, WeekOf, WeekOfMonth, Workdays
from nlp.tagged import CONTENT, Refusal, Role
from nlp.tagging.base import Clean, Piece
from nlp.tagging.stretches import around, ends_clause, ends_sentence, within

_HABIT = lazy(r"(?:hourly|nightly|daily|weekly|fortnightly|monthly|quarterly|yearly|annual)(?![a-z])")
_SAID = lazy(rf"(?:(?:for|on|in) )?(?:(?:the|an?|our|my) )?{_HABIT.pattern}")
_ALWAYS = lazy(r"(?:and )?(?:then )?(?:nightly|daily|weekly|monthly)")
_OWNED = lazy(
    r"(?:(?<![a-z])(?:our|the|my|their|his|her|this|that|another|one)|(?:it|this|that)(?:'s| is) (?:a|an|our|my|the)|for (?:a|an))(?: (?:usual|regular|own|big|normal|next|last|old|standard|internal|customary|long))* $"
    r"|(?<=\()$"
)
_WORK = lazy(
    r"-?[ -](?!(?:slots?|windows?|hours?|blocks?|basis|prices?|rates?|budgets?|limits?|caps?|max(?:imum)?|total|cost|spend|at|from|to|on|for|between|until|till|starting|and|or|with|in|within|by|max|please|gpus?|cards?|nodes?)(?![a-z]))[a-z]"
)
"""Behind such a word, what it is said of, where that is no term of the order."""
_MOVED = lazy(
    r"(?:(?:it |which |that )?(?:got |was |is |has been |been |just )*(?:(?:[a-z-]+ ){1,6})?(?:moved|shifted|pushed|slipped|postponed|delayed|brought|pulled|put|running|late|behind|early|ahead|slid|rescheduled)(?: (?:back|forward|out|ahead|up|late|behind))?(?: by)?|[a-z' ]*) ?$"
)
_LATE = lazy(r" (?:late|early|later|earlier|behind(?: schedule)?|ahead(?: of schedule)?)(?![a-z])")
_TALKING = r"(?:arguing|debating|waiting|discussing|talking|thinking|fighting|negotiating|haggling|meeting|deliberating|searching|looking|comparing|planning|bickering|agonising|agonizing|calculating|begging|chasing|going (?:back and forth|round in circles))"
_TALKED_BEFORE = lazy(
    rf"(?<![a-z])(?:(?:after|following) (?:(?:[a-z']+ ){{0,2}})?{_TALKING}(?: [a-z']+){{0,6}}|(?:been|spent|spending|waited|argued|debated|discussed|talked|fought|thought|haggled|deliberated|on hold|stuck)(?: [a-z']+){{0,6}}) (?:(?:for|about|almost|nearly|over|like|the|a|whole|good) )*$"
)
_AFTER = lazy(r"(?<![a-z])(?:after|following) (?:(?:about|almost|nearly|over|like|the|a|whole|good|some) )*$")
_OF_TALK = lazy(
    rf" (?:of |in )?(?:{_TALKING}|meetings?|talks?|arguments?|debates?|discussions?|back[- ]and[- ]forth|e-?mails?|calls?|negotiations?|spreadsheets?|paperwork|approvals?|on the phone|on hold|bureaucracy|deliberation|research)(?![a-z])"
)
_SPANS_OF_DAYS = (Following, Month, RestOf, Week, Weekend, WeekOf, WeekOfMonth, Workdays)


def habits(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces without times of habits and talks, whose words are idle."""
    if clean.korean:
        return pieces, words
    for each in list(_talks(clean, pieces)):
        pieces = [piece for piece in pieces if piece is not each]
        words = with_told(words, each.start, each.end)
    for habit in list(_HABIT.finditer(clean.text)):
        over = next((piece for piece in pieces if piece.start < habit.end() and habit.start() < piece.end), None)
        if over is not None and (over.role is not Role.TIME or not _SAID.fullmatch(clean.text, over.start, over.end)):
            continue
        if not _dated(pieces, over):
            continue
        if not (_OWNED.search(clean.text[: habit.start()]) and _WORK.match(clean.text, habit.end())):
            if over and _ALWAYS.fullmatch(clean.text, over.start, over.end) and _single_day(pieces, over):
                wish = replace(over, role=Role.REFUSAL, value=Refusal("unsupported", "a repetition"))
                pieces = [wish if piece is over else piece for piece in pieces]
            continue
        mention = over or Piece(habit.start(), habit.end(), Role.TIME)
        moves = list(_moves(clean, pieces, mention))
        pieces = [piece for piece in pieces if piece is not over and piece not in [each for each, _, _ in moves]]
        words = with_told(words, mention.start, mention.end)
        for _, start, end in moves:
            words = with_told(words, start, end)
    return pieces, words


def _moves(clean: Clean, pieces: list[Piece], habit: Piece) -> Iterator[tuple[Piece, int, int]]:
    """By how much the work was moved, with the words that say so, where the sentence that names it holds nothing of
    the order."""
    start, end = around(clean, pieces, habit.start, habit.end, ends_sentence)
    inside = [piece for piece in within(pieces, start, end) if piece is not habit]
    if any(piece.role in CONTENT and not _is_length(piece) for piece in inside):
        return
    for piece in inside:
        if not _is_length(piece) or piece.start < habit.end:
            continue
        first = max([habit.end, *(edge.end for edge in inside if ends_clause(edge) and edge.end <= piece.start)])
        before = clean.text[first : piece.start]
        late = _LATE.match(clean.text, piece.end)
        if (late or re.search(r"(?<![a-z])by $", before)) and _MOVED.search(before):
            yield piece, first, late.end() if late else piece.end


def _talks(clean: Clean, pieces: list[Piece]) -> Iterator[Piece]:
    """Lengths of talks in a clause that names nothing of the order: "after three hours of meetings: ..."."""
    for piece in pieces:
        if not _is_length(piece) or not _dated(pieces, piece):
            continue
        start, end = around(clean, pieces, piece.start, piece.end)
        opens = _AFTER.fullmatch(clean.text[start : piece.start].lstrip())
        if opens and _OF_TALK.match(clean.text, piece.end):
            yield piece
            continue
        if any(each.role in CONTENT and each is not piece for each in pieces if start <= each.start < end):
            continue
        said = re.sub(r"for (?=[a-z0-9 ]+$)", "for ", clean.text[start : piece.start])
        before = said if said.endswith(" ") else said + " "
        if _TALKED_BEFORE.search(before) or (_AFTER.search(before) and _OF_TALK.match(clean.text, piece.end)):
            yield piece


def _is_length(piece: Piece) -> bool:
    time = piece.value
    return isinstance(time, TimeExpression) and bool(time.duration) and not _says_day(piece) and not time.hours


def _says_day(piece: Piece) -> bool:
    time = piece.value
    return isinstance(time, TimeExpression) and bool(time.days or time.start or time.repeat)


def _dated(pieces: list[Piece], besides: Piece | None) -> bool:
    """Whether the order names days itself, each by its name or date: in a week, "nightly" may say which hours."""
    days = [
        day
        for piece in pieces
        if piece is not besides and piece.role is Role.TIME and isinstance(piece.value, TimeExpression)
        for day in (*piece.value.days, *(piece.value.start.days if piece.value.start else ()))
    ]
    return bool(days) and not any(isinstance(day, _SPANS_OF_DAYS) for day in days)


def _single_day(pieces: list[Piece], besides: Piece) -> bool:
    times = [piece.value for piece in pieces if piece.role is Role.TIME and piece is not besides]
    return len(times) == 1 and isinstance(times[0], TimeExpression) and len(times[0].days) == 1 and not times[0].repeat
