# ruff: noqa: E501
"""Numbers in a clause that tells of the writer's own: "my daughter turned 5", "accuracy is stuck at 91%", "the class has
25 students".

Such a clause has a subject and a verb of telling, names nothing of an order and holds no word that could change one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from nlp.idle_words import Word
from nlp.patterns import lazy
from nlp.tagged import Joiner, Price, Quantity, Refusal, Role
from nlp.tagging.base import Clean, Piece
from nlp.tagging.stretches import parted, within

_OF_ORDERS = (
    r"(?:price|rate|limit|cap|count|number|quantity|qty|amount|total|minimum|min|max|maximum|size|order|lot|budget|floor|ceiling"
    r"|bid|offer|rest|others?|gpus?|cards?|nodes?|target|ask|reserve|spend|cost|bill|need|want|fill|partial|uptime|memory|window|slot|start|end|time)"
)
_NOUN = rf"(?!{_OF_ORDERS}s?(?![a-z]))[a-z][a-z'-]+"
_SUBJECT = rf"(?:(?:our|my|the|their|his|her|its|this|that|these|those|a|an|one|each|every) {_NOUN}(?: {_NOUN})?|this|that|it|there|he|she|they|we|i|{_NOUN})"
_VERB = r"(?:is|are|was|were|'s|'re|'m|am|has|have|had|turns?|turned|ran|used|hit|hits|reached|lost|counted|tried|trained|stands|sits|sit|stuck|scored|grew|fell|dropped|rose|takes|took|lasts|measures|weighs|contains|holds|counts|covers|spans)"
_TELLS = lazy(
    rf"(?:and |but |so |because |since |as |yes,? |well,? )?{_SUBJECT}(?:'s|'re|'ve|'m)?(?: (?:still|now|just|already|only|currently|about|last week|yesterday))* ?(?:(?<='s) |(?<='re) |(?<='ve) |(?<='m) |{_VERB}(?![a-z]))"
)
_MAY_CHANGE = lazy(
    r"(?<![a-z])(?:if|unless|when|once|only|instead|rather|not|never|no|make|actually|sorry|minimum|maximum|min|max|enough|fine|ok|okay|do|each|per|more|less|fewer|least|most|best|top|highest|lowest|final|split|extra|spare|total|should|must|need|needs|want|wants|require|requires|please|buy|sell|book|get|take|accept|like|prefer|limit|cap|cheap|price|cost|costs|pay|paid|dollars|usd|bucks|cents|gpus?|cards?|nodes?|racks?|servers|hours?|hrs|days?|nights?|correction|mean|meant|wait|should|or)(?![a-z])|\$"
)
_PRONOUN = lazy(r"(?:and |but |so |because |since |as )?(?:this|that|it|there|he|she|they|we|i|these|those)(?![a-z])")
_NAMED = lazy(r"(?:[a-z][a-z'-]{2,} (?:at |number |no\. |of |by |with |to |for )?$)")
_NAMES = lazy(r" ?%?(?: [a-z][a-z'-]{2,})")
_OF_THEM = lazy(r" of (?:them|those|these)$")
_PLAIN = frozenset(
    {"is", "are", "was", "were", "this", "that", "it's", "its", "has", "have", "had", "now", "just", "for"}
)


def own_numbers(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces without numbers that only tell, where the order has a count of its own."""
    if clean.korean or not any(_counts_goods(piece) for piece in pieces):
        return pieces, words
    told: list[Piece] = []
    idle: set[int] = set()
    for start, end in parted(clean, pieces):
        text, inside = clean.text[start:end], within(pieces, start, end)
        if any(not _may_tell(piece) for piece in inside) or not re.search("[0-9]", text):
            continue
        telling = _TELLS.match(text.lstrip())
        if telling is None or _MAY_CHANGE.search(text):
            continue
        if not _names_something(clean, start, end) and _PRONOUN.match(text.lstrip()):
            continue
        told += [piece for piece in inside if not isinstance(piece.value, Joiner)]
        idle |= {word.start for word in words if start <= word.start < end and clean.text[word.start].isdigit()}
        idle |= {word.start for word in words if start <= word.start < end and clean.text[word.start] == "%"}
    if not told and not idle:
        return pieces, words
    kept = [piece for piece in pieces if piece not in told]
    words = [Word(word.start, word.end, True, told=True) if word.start in idle else word for word in words]
    words += [Word(piece.start, piece.end, True, told=True) for piece in told]
    return kept, sorted(words, key=lambda word: word.start)


def _counts_goods(piece: Piece) -> bool:
    return isinstance(piece.value, Quantity)


def _may_tell(piece: Piece) -> bool:
    value = piece.value
    if isinstance(value, Quantity):
        return value.bare and value.unit == "gpu" and value.bound == "exact" and not (value.each or value.at_a_time)
    if isinstance(value, Price):
        return not value.marked and value.unit is None
    return (piece.role is Role.SIDE and value is None) or (isinstance(value, Joiner) and value.kind == "and")


def _names_something(clean: Clean, start: int, end: int) -> bool:
    """Whether every number stands beside a noun: "attempt number 4", "25 students", and not in "it is 12"."""
    for number in re.finditer(r"[0-9][0-9.,]*", clean.text[start:end]):
        before = _NAMED.search(clean.text[start : start + number.start()])
        named = before is not None and before[0].split()[0] not in _PLAIN
        behind = _NAMES.match(clean.text[:end], start + number.end())
        if not named and behind is None:
            return False
    return True


def part_elsewhere(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """ "24 H100s Monday night. 8 of them on Tuesday": how a part of the order is to differ cannot be said."""
    out: list[Piece] = []
    for index, piece in enumerate(pieces):
        value, before = piece.value, pieces[index - 1] if index else None
        part = isinstance(value, Quantity) and _OF_THEM.search(clean.text, piece.start, piece.end)
        counts = [each.value for each in out if isinstance(each.value, Quantity) and each.value.unit != "percent"]
        larger = part and any(each.high > value.high for each in counts if isinstance(value, Quantity))
        behind = pieces[index + 1] if index + 1 < len(pieces) else None
        differs = behind is not None and behind.role in (Role.TIME, Role.PLACE, Role.ATTRIBUTE)
        if larger and differs and before is not None and before.role is Role.SEPARATOR:
            piece = replace(piece, role=Role.REFUSAL, value=Refusal("unsupported", "a part of the order that differs"))
        out.append(piece)
    return out, words
