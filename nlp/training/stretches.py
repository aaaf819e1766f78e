"""Synthetic requests with words between their parts whose role is known: what the model learns roles from.

A request is written from a structure, with one wording set into it. Whatever the tagger makes of that wording is taken
away, so that the model learns from known wordings as well. An example is kept only where the rules, with the words
taken for what they are, give back the intended bid; a wish only has to leave the rest unharmed.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from nlp.linker.roles import Stretch, stretches_of, with_role
from nlp.linking.rules import link
from nlp.models.symbols import ASIDE, FALLBACK, INSTEAD, TOGETHER, WISH
from nlp.tagged import CONTENT, Leftover, Role, Tagged
from nlp.training.intended import Checker
from nlp.training.phrases import Voice
from nlp.training.requests import Example, Piece, Writer
from nlp.training.tree import Node, both, one
from nlp.training.wordings import Wordings

_SHARES = ((ASIDE, 38), (WISH, 36), (FALLBACK, 14), (TOGETHER, 9), (INSTEAD, 3))
_MARKS = (", ", ", ", ", ", " - ", "; ", ". ", " ", " ")
_BRACKET = " ("
_AT_END = 0.4
"""How often words set in stand behind all of the order, where people mostly add them, whatever else is drawn."""
_BETWEEN_WORDS = (" ", " ", " ", ", ", ": ")


@dataclass(frozen=True)
class Told:
    """A request, the stretch whose role is known, and the text with the stretch taken for that (a wish for context)."""

    text: str
    stretch: Stretch
    role: str
    taken: Tagged


def told(voice: Voice, wordings: Wordings, chance: random.Random, checker: Checker, *, known: bool) -> Told | None:
    """One random request; None where it would teach nothing true. `known`: also wordings that the tagger knows."""
    writer = Writer(voice, chance)
    role = chance.choices([role for role, _ in _SHARES], [share for _, share in _SHARES])[0]
    if role in (ASIDE, WISH):
        root, pieces, at = _set_in(writer, wordings, role, chance)
    else:
        root, pieces, at = _joined(writer, wordings, role, chance)
    text = "".join(piece.text for piece in pieces)
    start = sum(len(piece.text) for piece in pieces[:at])
    tagged = checker.tag(text)
    wanted = pieces[at].text
    if known:
        masked = _masked(tagged, start, start + len(wanted))
        if masked is None:
            return None
        tagged = masked
    stretch = next(
        (each for each in stretches_of(tagged) if each.start < start + len(wanted) and start < each.end), None
    )
    if stretch is None or (role,) not in stretch.answers or len(stretch.text) > len(wanted) + 12:
        return None
    bid = checker.intended(root)
    taken = with_role(tagged, stretch, ASIDE if role == WISH else role)
    if bid is None or checker.bid_of(taken, link(taken)) != bid:
        return None
    return Told(text, stretch, role, taken)


def stretch_example(
    voice: Voice, wordings: Wordings, chance: random.Random, checker: Checker, *, known: bool
) -> Example | None:
    """The same as something to learn."""
    found = told(voice, wordings, chance, checker, known=known)
    if found is None:
        return None
    target = (found.role,)
    return Example(found.text, found.stretch.line, target, found.stretch.answers, (target,))


def _set_in(writer: Writer, wordings: Wordings, role: str, chance: random.Random) -> tuple[Node, list[Piece], int]:
    """A whole request with a wording set between two of its pieces, or between a count and its product."""
    if chance.random() < 0.12:
        return _inside(writer, wordings, role, chance)
    if role == ASIDE and wordings.behind_or and chance.random() < 0.15:
        return _behind_or(writer, wordings, chance)
    root, pieces = writer.request() if chance.random() < 0.6 else writer.single()
    places = [at for at, piece in enumerate(pieces) if piece.owner is not None]
    at = chance.choice([places[0], len(pieces), *(place + 1 for place in places)])
    if chance.random() < _AT_END:
        at = len(pieces)
    wording = Piece(_case(wordings.write(chance.choice(wordings.roles[role]), chance), chance))
    if at <= places[0]:
        added = [wording, Piece(chance.choice((", ", ", ", ". ", " - ", ": ", "\n")))]
        return root, [*added, *pieces[places[0] :]], 0
    mark = Piece(chance.choice((*_MARKS, _BRACKET)))
    rest = pieces[at:]
    closing = [Piece(chance.choice((", ", " ", ", ")))] if rest and rest[0].owner is not None else []
    if rest and rest[0].owner is None and rest[0].text[:1].isalnum():
        closing = [Piece(" ")]
    if mark.text == _BRACKET:
        closing = [Piece(")"), *closing]
    elif not rest and chance.random() < 0.2:
        closing = [Piece(chance.choice((".", "!")))]
    return root, [*pieces[:at], mark, wording, *closing, *rest], at + 1


def _inside(writer: Writer, wordings: Wordings, role: str, chance: random.Random) -> tuple[Node, list[Piece], int]:
    root, pieces = writer.single()
    at = next(index for index, piece in enumerate(pieces) if "asset" in piece.kinds)
    head = pieces[at]
    count, product = chance.choice(("4", "8", "16", "32", "64")), root.said["name"]
    root.said["head"] = f"{product} {count}장" if wordings.korean else f"{count} {product}"
    word = Piece(wordings.write(chance.choice(wordings.inside[role]), chance))
    first, last = (product, f"{count}장") if wordings.korean else (count, product)
    kinds = frozenset({"quantity"}), frozenset({"asset"})
    split = [Piece(f"{first} ", head.owner, kinds[0]), word, Piece(f" {last}", head.owner, kinds[1])]
    return root, [*pieces[:at], *split, *pieces[at + 1 :]], at + 1


def _behind_or(writer: Writer, wordings: Wordings, chance: random.Random) -> tuple[Node, list[Piece], int]:
    (first, left), (second, right) = writer.two()
    word = ", 아니면 " if wordings.korean else chance.choice((" or, ", ", or, ", ". Or, ", ", or "))
    wording = Piece(wordings.write(chance.choice(wordings.behind_or), chance))
    return one(first, second), [*left, Piece(word), wording, Piece(", "), *right], len(left) + 1


def _joined(writer: Writer, wordings: Wordings, role: str, chance: random.Random) -> tuple[Node, list[Piece], int]:
    """Two lots with a wording that joins them, or one whose count is corrected."""
    wording = Piece(_case(wordings.write(chance.choice(wordings.roles[role]), chance), chance))
    after = Piece(chance.choice(_BETWEEN_WORDS if role != INSTEAD else (" ", ", ")))
    before = Piece(chance.choice(_MARKS))
    if role == INSTEAD:
        root, pieces = writer.single()
        at = next(index for index, piece in enumerate(pieces) if "asset" in piece.kinds)
        wrong = Piece(f"{chance.choice(('5', '7', '9', '14', '18'))}{'장' if wordings.korean else ''}", writer.dropped)
        return root, [*pieces[:at], wrong, before, wording, after, *pieces[at:]], at + 2
    (first, left), (second, right) = writer.two()
    root = one(first, second) if role == FALLBACK else both(first, second)
    return root, [*left, before, wording, after, *right], len(left) + 1


def _case(text: str, chance: random.Random) -> str:
    return text[:1].upper() + text[1:] if chance.random() < 0.2 else text


def _masked(tagged: Tagged, start: int, end: int) -> Tagged | None:
    """The tagged text as if nothing in [start, end) were known; None where a part of the order lies in there."""
    inside = [span for span in tagged.spans if span.start < end and start < span.end]
    if any(span.role in CONTENT or span.start < start or span.end > end for span in inside):
        return None
    if any(span.role is Role.SEPARATOR for span in inside):
        return None
    spans = [span for span in tagged.spans if span not in inside]
    rest = [words for words in tagged.leftovers if words.end <= start or words.start >= end]
    mask = Leftover(start, end, tagged.text[start:end], matters=True)
    return replace(
        tagged, spans=tuple(replace(span, id=number) for number, span in enumerate(spans, 1)),
        leftovers=tuple(sorted([*rest, mask], key=lambda words: words.start)),
    )  # fmt: skip
