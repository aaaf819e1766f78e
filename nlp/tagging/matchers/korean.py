"""Finds how the parts of a Korean order relate: choices, conditions, items named again, the smallest fill wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from nlp.idle_words import Word
from nlp.lexicon import korean_structure as words
from nlp.lexicon.attributes import SELL_KOREAN
from nlp.lexicon.structure_words import KOREAN_FALLBACK
from nlp.numbers import number_at
from nlp.patterns import lazy
from nlp.resolve.when import TimeExpression
from nlp.resolve.when.merge import facets_of
from nlp.tagged import Attribute, Choose, CountUnit, Joiner, Quantity, Refusal, Role
from nlp.tagging.base import Clean, Piece, flat
from nlp.tagging.matchers.counted import GPU_UNIT, NODE_UNIT, with_unit

_ONE_OF = lazy(words.ONE_OF)
_ONE_ALONE = lazy(words.ONE_ALONE)
_ALL_OF = lazy(words.ALL_OF)
_CORRECTION = words.CORRECTION.replace("SAID", words.SAID)
_WHOLE = lazy(words.WHOLE)
_CHOICE_TAIL = lazy(words.CHOICE_TAIL)
_FALLBACK = lazy(f"(?:{words.PREFERRED_LEAD})?(?:{KOREAN_FALLBACK}|{words.FALLBACK}){words.AFTER_FALLBACK}")
_FIRST_CHOICE = lazy(words.FIRST_CHOICE)
_SECOND_FOLLOWS = lazy(rf"{KOREAN_FALLBACK}|{words.FALLBACK}|{words.SECOND_SAID}|(?:그게|그것이|이게|이것이) ")
_BEST_LEADS = lazy(words.BEST_LEADS)
_LABEL_FAILS = lazy(words.LABEL_FAILS.replace("KOREAN_FALLBACK", KOREAN_FALLBACK))
_OF_THOSE = lazy(words.OF_THOSE)
_SOME_ALONE = lazy(words.SOME_ALONE)
_SECOND_RANK = lazy(r"[23] ?(?:순위|지망)")
_FIRST_RANK = lazy(r"1 ?(?:순위|지망)")
_BETWEEN_LOTS = lazy(words.BETWEEN_LOTS)
_UNSOLD = lazy(words.UNSOLD)
_ALSO = lazy(words.ALSO)
_LINKED_ALONE = lazy(words.LINKED_ALONE)
_IS_CONDITION = lazy(words.IS_CONDITION)
_NAMES_SALE = lazy(words.NAMES_SALE)
_LABELS_AGAIN = lazy(words.LABELS_AGAIN.replace("KOREAN_FALLBACK", KOREAN_FALLBACK))
_COUNTED = lazy(words.COUNTED)
_SOLD = lazy(SELL_KOREAN)
_SUBJECT = lazy(r"[가-힣a-z0-9](?:이|가|을|를) ?(?:먼저 ?|모두 ?|다 ?|전부 ?)?$")
_CLAUSE_OPENS = lazy(r"(?:^|[.,;:!?\n)~…-] ?|\n)$")
_IF_SHORT = lazy(words.IF_SHORT)
_SHARE_OF = lazy(words.SHARE_OF)
_LEAST_BEFORE = lazy(words.LEAST_BEFORE)
_LEAST_TAIL = lazy(words.LEAST_TAIL)
_PARTIAL = lazy(words.PARTIAL)
_NO_PARTIAL = lazy(words.NO_PARTIAL)
_PLAIN_BOUND = ("은", "는", "으로", "로", "입니다", "이에요", "이고요", "임", "이며")


def korean_relation_at(clean: Clean, at: int) -> Piece | None:
    """The longest choice, condition, fallback or joining word that begins here."""
    text = clean.text
    found: list[Piece] = []

    def offer(match: re.Match[str] | None, role: Role, value: object) -> None:
        if match and match.end() > at:
            end = match.end()
            if role is Role.CHOICE and (tail := _CHOICE_TAIL.match(text, end)):
                end = tail.end()
            found.append(Piece(at, end, role, value))

    for match, choice in _choices(text, at):
        offer(match, Role.CHOICE, choice)
    if (failed := _LABEL_FAILS.match(text, at)) and flat(failed["one"]) in flat(text[:at]):
        offer(failed, Role.JOINER, Joiner("else"))
    if at > 1 and (said := clean.lexis.with_gpus(_CORRECTION).match(text, at)):
        offer(said, Role.CORRECTION, None)
    if not (_SECOND_RANK.match(text, at) and _FIRST_RANK.search(text, 0, at)):
        offer(_FALLBACK.match(text, at), Role.JOINER, Joiner("else"))
    if _BETWEEN_LOTS.search(text, max(0, at - 4), at) and clean.lexis.gpus.search(text, 0, at):
        offer(clean.lexis.with_gpus(words.SHORT_FALLBACK).match(text, at), Role.JOINER, Joiner("else"))
    unsold = _UNSOLD.match(text, at)
    if unsold and _SOLD.search(f"{text[:at]} {text[unsold.end() :]}"):
        offer(unsold, Role.JOINER, Joiner("else"))
    offer(_ALSO.match(text, at), Role.JOINER, Joiner("and"))
    if never := _never_without(clean, at):
        found.append(never)
    if link := _link(clean, at):
        found.append(link)
    return max(found, key=lambda piece: piece.end, default=None)


def _choices(text: str, at: int) -> Iterator[tuple[re.Match[str] | None, Choose]]:
    """How many of the parts are wanted: what is said of them here, in every way of saying it."""
    yield _ALL_OF.match(text, at), Choose(0, None)
    whole = _WHOLE.match(text, at)
    if whole and re.search(rf"(?<![0-9]){whole['count']} ?{whole['unit']}", text[:at]):
        yield whole, Choose(0, None)
    yield _ONE_OF.match(text, at), Choose(1, 1)
    if alone := _ONE_ALONE.match(text, at):
        listed = _COUNTED.search(text, 0, at) is not None
        leads = not listed and text.startswith(("하나만", "한 "), at) and len(_COUNTED.findall(text, at)) > 1
        if leads or (listed and _CLAUSE_OPENS.search(text, max(0, at - 2), at)):
            yield alone, Choose(1, 1)
    if (again := _LABELS_AGAIN.match(text, at)) and _said_before(text, again):
        yield again, Choose(1, 1)
    if at > 1 and text[at - 1] == " " and text[at - 2] in "장대개드밤날":
        yield _OF_THOSE.match(text, at), Choose(1, 1)
    if (some := _some_alone(text, at)) is not None:
        yield some


def first_choice_at(clean: Clean, at: int) -> Piece | None:
    """The 1순위입니다 behind a first choice, or 최선은 before it, where a second one follows: the fallback itself says
    which is which."""
    text = clean.text
    match = _FIRST_CHOICE.match(text, at)
    if match and not _COUNTED.search(text, max(0, at - 40), at):
        match = None
    match = match or (_BEST_LEADS.match(text, at) if _CLAUSE_OPENS.search(text, max(0, at - 2), at) else None)
    if match is None or not _SECOND_FOLLOWS.search(text, match.end(), match.end() + 60):
        return None
    return Piece(at, match.end(), Role.SIDE, None)


def with_choice_tail(clean: Clean, choice: Piece) -> Piece:
    """The choice with the words of asking glued to it: the 체결 바랍니다 of "두 건만 체결 바랍니다"."""
    tail = _CHOICE_TAIL.match(clean.text, choice.end)
    return replace(choice, end=tail.end()) if tail and tail.end() > choice.end else choice


def _some_alone(text: str, at: int) -> tuple[re.Match[str], Choose] | None:
    """두 건까지만 체결, where more lots than that were listed before."""
    match = _SOME_ALONE.match(text, at) if _CLAUSE_OPENS.search(text, max(0, at - 2), at) else None
    number = number_at(match["n"], 0) if match else None
    if match is None or number is None or len(_COUNTED.findall(text, 0, at)) <= number.value:
        return None
    count, said = int(number.value), f"{match['b'] or ''}{match['e'] or ''}"
    if "최소" in said or "적어도" in said or "이상" in said:
        return match, Choose(count, None)
    most = "까지" in said or "최대" in said or "많아" in said
    return (match, Choose(1 if most else count, count)) if said else None


def _said_before(text: str, again: re.Match[str]) -> bool:
    """Whether the items that are named again were named before."""
    names = [name for name in (again["first"], again["second"], again["one"]) if name]
    return all(flat(name) in flat(text[: again.start()]) for name in names)


def _link(clean: Clean, at: int) -> Piece | None:
    """이게 팔릴 때만, H200 체결 시에만."""
    text = clean.text
    match = clean.lexis.with_gpus(words.LINKED).match(text, at)
    alone = match is None or not _IS_CONDITION.search(match[0])
    if alone:
        match = _LINKED_ALONE.match(text, at)
    if match is None:
        return None
    named = tuple(name for found in clean.lexis.gpus.findall(match[0]) for name in clean.lexis.gpu_names[flat(found)])
    before = flat(text[:at])
    if named and not any(flat(found) in before for found in clean.lexis.gpus.findall(match[0])):
        return None  # what it waits for is said nowhere else
    if _NAMES_SALE.search(match[0]) and not sold_before(clean, at):
        return None
    of_before = not named and alone and _SUBJECT.search(text[:at]) is not None
    return Piece(at, match.end(), Role.JOINER, Joiner("if_filled", named, of_before))


def _never_without(clean: Clean, at: int) -> Piece | None:
    """A100이 안 잡히면 L4는 필요 없어요, where both were said before."""
    match = clean.lexis.with_gpus(words.NEVER_WITHOUT).match(clean.text, at)
    if match is None:
        return None
    before = flat(clean.text[:at])
    first, then = flat(match["first"]), flat(match["then"])
    if first == then or first not in before or then not in before:
        return None
    names = clean.lexis.gpu_names
    return Piece(at, match.end(), Role.JOINER, Joiner("without", tuple(names[first]) + tuple(names[then])))


def sold_before(clean: Clean, at: int) -> bool:
    """Whether something is sold before this."""
    return _SOLD.search(clean.text, 0, at) is not None


def share_at(clean: Clean, at: int) -> list[Piece] | None:
    """수량의 50% 이상이면 부분 체결 가능: the share that must fill, with what it is of."""
    of = _SHARE_OF.match(clean.text, at)
    number = number_at(clean.text, of.end()) if of else None
    return with_unit(clean, at, number.end, number, number, "at_least", False) if number else None


def minimum_at(clean: Clean, at: int) -> Piece | None:
    """최소 체결 수량 8장, 다 못 채우면 8장까지도; 8장까지 부분 체결 허용 behind the count it is of."""
    text = clean.text
    short = _IF_SHORT.match(text, at)
    start = short.end() if short else at
    before = _LEAST_BEFORE.match(text, start)
    start = before.end() if before else start
    number = number_at(text, start)
    if number is None or number.value < 1 or number.value != int(number.value):
        return None
    nodes = NODE_UNIT.match(text, number.end)
    unit = nodes or GPU_UNIT.match(text, number.end)
    if unit is None or (clean.lexis.gpus.match(text, unit.end() + (text[unit.end() : unit.end() + 1] == " "))):
        return None
    tail = _LEAST_TAIL.match(text, unit.end())
    if tail is None:
        return None
    bound, said = tail["bound"], tail["said"]
    if not before:
        falls = bool(bound) and bound not in _PLAIN_BOUND
        partial = bool(said) and re.search(r"부분|일부|분할|줄|축소|양보|타협|감수|내려|낮춰|야", said) is not None
        if not (falls or partial) or not (short or partial or (said and _counted_before(clean, at))):
            return None
        if not short and not _counted_before(clean, at):
            return None
    kind: CountUnit = "gpu" if nodes is None else "node" if nodes["node"] else "rack"
    value = Quantity(number.value, number.value, kind, "at_least", unit_said=True)
    return Piece(at, tail.end(), Role.QUANTITY, value)


@lru_cache(maxsize=64)
def _counts(text: str) -> tuple[int, ...]:
    return tuple(match.end() for match in _COUNTED.finditer(text))


def _counted_before(clean: Clean, at: int) -> bool:
    """Whether a count stands before this with no product between the two: this is a bound on it."""
    ends = [end for end in _counts(clean.text) if end <= at]
    if not ends:
        return False
    return clean.lexis.gpus.search(clean.text, ends[-1], at) is None


def partial_fills(clean: Clean, pieces: list[Piece], words_left: list[Word]) -> tuple[list[Piece], list[Word]]:
    """What is said of partial fills besides their smallest size: idle where that is stated, else a wish."""
    if not clean.korean:
        return pieces, words_left
    bounded = any(
        (isinstance(piece.value, Quantity) and piece.value.bound in ("at_least", "range", "up_to"))
        or (isinstance(piece.value, Attribute) and piece.value.field == "volume")
        for piece in pieces
    )
    ranged = any(isinstance(piece.value, Quantity) and piece.value.bound in ("range", "up_to") for piece in pieces)
    for found in _PARTIAL.finditer(clean.text):
        start, end = found.span()
        while end > start and clean.text[end - 1] == " ":
            end -= 1
        if refused := _NO_PARTIAL.match(clean.text, end):
            if ranged:
                pieces = _as_wish(pieces, start, refused.end(), "no partial fill of a count that may be smaller")
            continue
        if any(piece.start < end and start < piece.end for piece in pieces if not _splits(piece, found[0])):
            continue
        words_left = [word for word in words_left if not start <= word.start < end]
        pieces = [piece for piece in pieces if not start <= piece.start < end]
        if bounded:
            words_left = sorted([*words_left, Word(start, end, True, told=True)], key=lambda word: word.start)
        else:
            pieces = _as_wish(pieces, start, end, "a partial fill without its smallest size")
    return pieces, words_left


def _as_wish(pieces: list[Piece], start: int, end: int, wish: str) -> list[Piece]:
    """The pieces with one wish in place of those from start to end."""
    kept = [piece for piece in pieces if not (piece.start < end and start < piece.end)]
    refused = Piece(start, end, Role.REFUSAL, Refusal("unsupported", wish))
    return sorted([*kept, refused], key=lambda piece: piece.start)


def _splits(piece: Piece, words_said: str) -> bool:
    """Whether it may be a word of partial fills: a verb of the trade, or the 나눠서 of 나눠서 사셔도 됩니다."""
    smaller = isinstance(piece.value, Refusal) and piece.value.wish == "a smaller fill without a number"
    return (
        smaller
        or piece.role is Role.SIDE
        or (
            isinstance(piece.value, TimeExpression)
            and facets_of(piece.value) == frozenset({"flex"})
            and re.search(r"사|가져가|구매|팔|판매", words_said) is not None
        )
    )
