"""Synthetic requests whose structure is known, because they were written from it.

A request is written as pieces, each owned by a node of the intended tree (or by none). After tagging, a span belongs to
the node that owns the piece it lies in; what the tagger does not find as intended is thrown away, not learnt.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nlp.linker.answers import structure_of, symbols_of
from nlp.linker.grammar import Grammar
from nlp.linker.interface import NotSayable, Unit, request_of
from nlp.linker.linker import MOST_ANSWERS
from nlp.models.search import Symbols
from nlp.structure import Structure
from nlp.tagged import Price, Span, Tagged
from nlp.training.intended import Checker
from nlp.training.phrases import Voice
from nlp.training.tree import Node, both, one


@dataclass(frozen=True)
class Piece:
    """Some words, whose they are, and which kinds of spans the tagger must find in them."""

    text: str
    owner: Node | None = None
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Example:
    """One thing to learn: of these answers to this line, the target. Those `alike` come to the same bid."""

    text: str
    line: str
    target: Symbols
    answers: tuple[Symbols, ...]
    alike: tuple[Symbols, ...]


_LOWER_CASE = 0.15


class Writer:
    """Writes one random request in a voice."""

    def __init__(self, voice: Voice, chance: random.Random) -> None:
        self._voice = voice
        self._chance = chance
        self.dropped = Node("dropped")

    def request(self) -> tuple[Node, list[Piece]]:
        """The intended tree and the pieces of a request for it."""
        shapes: list[tuple[Callable[[], tuple[Node, list[Piece]]], int]] = [
            (self._list, 5), (self._mixed, 4), (self._link, 2), (self._choice, 2), (self._labelled, 2),
            (self._times, 2), (self._products, 2), (self._corrected, 2),
        ]  # fmt: skip
        shape = self._chance.choices([shape for shape, _ in shapes], [weight for _, weight in shapes])[0]
        root, pieces = shape()
        pick = self._pick
        aside = [Piece(pick(self._voice.asides))] if self._sometimes(0.12) else []
        return root, [Piece(pick(self._voice.greetings)), *pieces, *aside, Piece(pick(self._voice.farewells))]

    def single(self) -> tuple[Node, list[Piece]]:
        """One lot with a greeting and a farewell."""
        node, pieces = self._lot(self._extras())
        pick = self._pick
        return node, [Piece(pick(self._voice.greetings)), *pieces, Piece(pick(self._voice.farewells))]

    def two(self) -> tuple[tuple[Node, list[Piece]], tuple[Node, list[Piece]]]:
        """Two lots, of which the second may leave out what the first said."""
        first, second = self._lots(2)
        return first, second

    def _pick(self, options: Sequence[str]) -> str:
        return self._chance.choice(options)

    def _sometimes(self, probability: float) -> bool:
        return self._chance.random() < probability

    def _phrase(self, kind: str, owner: Node) -> Piece:
        voice = self._voice
        table = {
            "time": voice.times, "price": voice.prices, "total": voice.totals, "place": voice.places,
            "attribute": voice.attributes,
        }  # fmt: skip
        owner.said[kind] = self._pick(table[kind])
        return Piece(owner.said[kind], owner, frozenset({kind}))

    def _head(self, owner: Node) -> Piece:
        count, product = self._pick(self._voice.counts), self._pick(self._voice.products)
        pattern = self._pick(self._voice.lots) if count.strip().isdigit() else self._voice.lots[0]
        text = pattern.replace("{q}", count).replace("{g}", product)
        owner.said |= {"head": text, "name": product}
        return Piece(text, owner, frozenset({"quantity", "asset"}))

    def _extras(self) -> list[str]:
        """What each lot of a list says of itself."""
        likely = (("time", 0.5), ("price", 0.3), ("place", 0.15), ("attribute", 0.15), ("total", 0.08))
        kinds = [kind for kind, probability in likely if self._sometimes(probability)]
        self._chance.shuffle(kinds)
        return kinds

    def _lot(self, kinds: Sequence[str]) -> tuple[Node, list[Piece]]:
        node = Node("lot")
        pieces = [self._head(node)]
        for kind in kinds:
            phrase = self._phrase(kind, node)
            if kind == "time" and self._sometimes(0.2):
                pieces = [phrase, Piece(self._pick((" ", ", ", ": "))), *pieces]
            else:
                pieces += [Piece(", " if self._sometimes(0.3) else " "), phrase]
        return node, pieces

    def _lots(self, number: int) -> list[tuple[Node, list[Piece]]]:
        """Lots that mostly say the same kinds of things; a later one may leave out what the first said."""
        kinds = self._extras()
        lots = [self._lot(kinds)]
        for _ in range(number - 1):
            rest = [kind for kind in kinds if kind != "time" or not self._sometimes(0.35)]
            lots.append(self._lot(rest if self._sometimes(0.8) else []))
        return lots

    def _joined(self, parts: Sequence[list[Piece]], joiners: Sequence[str]) -> list[Piece]:
        """Parts with a joiner before the last, and the same or a comma between the others."""
        word = self._pick(joiners)
        comma = self._sometimes(0.5) and len(parts) > 2
        pieces = list(parts[0])
        for number, part in enumerate(parts[1:], 2):
            last = number == len(parts)
            pieces += [Piece(", " if comma and not last else word), *part]
            if "(" in word and not (comma and not last):
                pieces.append(Piece(")"))
        return pieces

    def _around(self, root: Node, pieces: list[Piece], said: frozenset[str]) -> list[Piece]:
        """Adds what is said of the whole list, before or behind it, unless a part says such a thing itself."""
        voice = self._voice
        free = [kind for kind in ("time", "price", "total", "place", "attribute") if kind not in said]
        kinds = [kind for kind in free if self._sometimes(0.45 if kind == "time" else 0.25)][:2]
        for kind in kinds:
            phrase = self._phrase(kind, root)
            if kind == "time" and self._sometimes(0.35):
                before, after = self._pick(voice.befores).split("{X}")
                pieces = [Piece(before), phrase, Piece(after), *pieces]
            else:
                before, after = self._pick(voice.behinds).split("{X}")
                pieces = [*pieces, Piece(before), phrase, Piece(after)]
        return pieces

    def _list(self) -> tuple[Node, list[Piece]]:
        number = self._chance.choice((2, 2, 2, 3, 3, 4))
        lots = self._lots(number)
        nodes, parts = [lot for lot, _ in lots], [pieces for _, pieces in lots]
        voice = self._voice
        kind = self._chance.choice(("one", "one", "all", "all", "list", "either"))
        if kind == "either":
            before, word = self._chance.choice(voice.eithers)
            pieces = [Piece(before), *self._joined(parts, (word,))]
        else:
            pieces = self._joined(parts, {"one": voice.ors, "all": voice.ands, "list": voice.lists}[kind])
        root = one(*nodes) if kind in ("one", "either") else both(*nodes)
        return root, self._around(root, pieces, _said(pieces))

    def _mixed(self) -> tuple[Node, list[Piece]]:
        """And within or, or within and: by precedence, by "either", or by brackets."""
        voice = self._voice
        lots = self._lots(self._chance.choice((3, 3, 4)))
        nodes, parts = [lot for lot, _ in lots], [pieces for _, pieces in lots]
        cut = self._chance.randint(1, len(lots) - 1)
        firm = self._sometimes(0.35)
        groups, written = [], []
        inner_is_or = firm and self._sometimes(0.6)
        for part in (slice(0, cut), slice(cut, len(lots))):
            if len(nodes[part]) == 1:
                groups.append(nodes[part][0])
                written.append(parts[part][0])
                continue
            groups.append((one if inner_is_or else both)(*nodes[part]))
            joined = self._joined(parts[part], voice.ors if inner_is_or else voice.ands)
            if inner_is_or and self._sometimes(0.4):
                before, word = self._chance.choice(voice.eithers)
                joined = [Piece(before), *self._joined(parts[part], (word,))] if before else _bracketed(joined)
            elif firm:
                joined = _bracketed(joined)
            written.append(joined)
        root = (both if inner_is_or else one)(*groups)
        pieces = self._joined(written, voice.ands if inner_is_or else voice.ors)
        return root, self._around(root, pieces, _said(pieces))

    def _link(self) -> tuple[Node, list[Piece]]:
        (first, first_pieces), (then, then_pieces) = self._lots(2)
        root = Node("then", [first, then])
        slots = {"FIRST": first_pieces, "THEN": then_pieces}
        pieces = _filled(self._pick(self._voice.links), slots)
        return root, self._around(root, pieces, _said(pieces) | {"price", "place", "attribute"})

    def _choice(self) -> tuple[Node, list[Piece]]:
        pattern, low, high = self._chance.choice(self._voice.choices)
        number = self._chance.choice((3, 3, 4))
        over_times = self._sometimes(0.5)
        nodes, parts = [], []
        for _ in range(number):
            node = Node("lot")
            nodes.append(node)
            parts.append([self._phrase("time", node) if over_times else self._head(node)])
        low, high = (number, number) if low < 0 else (low, high or number)
        root = Node("group", nodes, low, high)
        comma = self._sometimes(0.7)
        listed = self._joined(parts, (", ",) if comma else self._voice.lists)
        pieces = _filled(pattern, {"LIST": listed})
        if over_times:
            head = self._head(root)
            pieces = [head, Piece(self._pick((", ", " - ", " on "))), *pieces] if self._sometimes(0.5) else [
                *pieces, Piece(", "), head]  # fmt: skip
        return root, self._around(root, pieces, _said(pieces))

    def _labelled(self) -> tuple[Node, list[Piece]]:
        labels = self._chance.choice(self._voice.labels)
        number = self._chance.choice((2, 2, 3))
        alternatives = any(word in labels[0] for word in ("Option", "Plan", "Alternative", "안"))
        nodes, pieces = [], []
        for label, (node, written) in zip(labels, self._lots(number), strict=False):
            inner = written
            if self._sometimes(0.3):
                more, extra = self._lot([])
                node = both(node, more)
                inner = self._joined([written, extra], self._voice.ands)
            nodes.append(node)
            pieces += [Piece(label), *inner, Piece("\n" if self._sometimes(0.7) else "; ")]
        root = one(*nodes) if alternatives else both(*nodes)
        return root, self._around(root, pieces[:-1], _said(pieces))

    def _times(self) -> tuple[Node, list[Piece]]:
        """One item at one of several times, or at all of them."""
        alternatives = self._sometimes(0.6)
        nodes = [Node("lot") for _ in range(self._chance.choice((2, 2, 3)))]
        root = one(*nodes) if alternatives else both(*nodes)
        times = [[self._phrase("time", node)] for node in nodes]
        listed = self._joined(times, self._voice.ors if alternatives else self._voice.ands[:3])
        head = self._head(nodes[0] if self._sometimes(0.6) else root)
        if head.owner is nodes[0]:
            pieces = [head, Piece(self._pick((" ", ", "))), *listed]
        else:
            pieces = [*listed, Piece(self._pick((", ", ": "))), head]
        return root, self._around(root, pieces, _said(pieces))

    def _products(self) -> tuple[Node, list[Piece]]:
        """One count of one of several products."""
        first, second = Node("lot"), Node("lot")
        root = one(first, second)
        second.said["product"] = self._pick(self._voice.products)
        product = Piece(second.said["product"], second, frozenset({"asset"}))
        pieces = self._joined([[self._head(first)], [product]], self._voice.ors[:3])
        return root, self._around(root, pieces, _said(pieces))

    def _corrected(self) -> tuple[Node, list[Piece]]:
        number = self._chance.choice((1, 2, 2))
        lots = self._lots(number)
        at = self._chance.randrange(number)
        node, pieces = lots[at]
        kinds = [kind for piece in pieces for kind in piece.kinds if kind in ("time", "price")]
        word = Piece(self._pick(self._voice.corrections))
        if kinds and self._sometimes(0.5):
            kind = self._chance.choice(kinds)
            spot = next(index for index, piece in enumerate(pieces) if kind in piece.kinds)
            wrong = self._phrase(kind, self.dropped)
            pieces[spot : spot + 1] = [wrong, word, pieces[spot]]
        else:
            spot = next(index for index, piece in enumerate(pieces) if "asset" in piece.kinds)
            wrong = Piece(self._pick(self._voice.counts[:6]).strip(), self.dropped, frozenset({"quantity"}))
            pieces[spot : spot + 1] = [wrong, word, pieces[spot]]
        if number == 1:
            return node, pieces
        alternatives = self._sometimes(0.5)
        root = (one if alternatives else both)(*(lot for lot, _ in lots))
        written = self._joined([part for _, part in lots], self._voice.ors if alternatives else self._voice.ands)
        return root, written


def _said(pieces: Sequence[Piece]) -> frozenset[str]:
    return frozenset[str]().union(*(piece.kinds for piece in pieces))


def _bracketed(pieces: list[Piece]) -> list[Piece]:
    return [Piece("("), *pieces, Piece(")")]


def _filled(pattern: str, slots: dict[str, list[Piece]]) -> list[Piece]:
    pieces: list[Piece] = []
    while pattern:
        begin = pattern.find("{")
        if begin < 0:
            return [*pieces, Piece(pattern)]
        end = pattern.index("}")
        pieces += [Piece(pattern[:begin]), *slots[pattern[begin + 1 : end]]]
        pattern = pattern[end + 1 :]
    return pieces


def _kinds(span: Span) -> str:
    if isinstance(span.value, Price):
        return "total" if span.value.unit == "total" else "price"
    return span.role.value


def understood(
    root: Node, dropped: Node, pieces: Sequence[Piece], tagged: Tagged, units: Sequence[Unit]
) -> Structure | None:
    """The intended structure over the tagged spans; None where the tagger found anything but what was written."""
    spans = [tagged.span(number) for unit in units for number in unit.spans]
    at = taken = 0
    for piece, following in zip(pieces, (*pieces[1:], Piece("")), strict=True):
        end = at + len(piece.text)
        inside = [span for span in spans if at <= span.start < end]
        reach = end if following.owner else end + len(following.text)
        if any(span.end > reach for span in inside):
            return None
        if frozenset(map(_kinds, inside)) != piece.kinds:
            return None
        if piece.owner is not None:
            piece.owner.spans.extend(span.id for span in inside)
        taken += len(inside)
        at = end
    return Structure(root.structure(), tuple(sorted(dropped.spans))) if taken == len(spans) else None


def example(voice: Voice, chance: random.Random, checker: Checker, *, measured: bool) -> Example | None:
    """One random example; None where it would teach nothing or nothing true.

    Only where it is `measured` are the answers found that come to the same bid, which takes long.
    """
    writer = Writer(voice, chance)
    root, pieces = writer.request()
    if chance.random() < _LOWER_CASE:
        pieces = [Piece(piece.text.lower(), piece.owner, piece.kinds) for piece in pieces]
    text = "".join(piece.text for piece in pieces)
    tagged = checker.tag(text)
    try:
        request = request_of(tagged)
        structure = understood(root, writer.dropped, pieces, tagged, request.units)
        if structure is None:
            return None
        target = symbols_of(structure, request)
    except NotSayable:
        return None
    answers = Grammar(request).answers(MOST_ANSWERS)
    if answers is None or len(answers) < 2 or target not in answers:
        return None
    bid = checker.intended(root)
    if bid is None or checker.bid_of(tagged, structure) != bid:
        return None
    if not measured:
        return Example(text, request.line, target, tuple(answers), (target,))
    alike = tuple(answer for answer in answers if checker.bid_of(tagged, structure_of(answer, request)) == bid)
    return Example(text, request.line, target, tuple(answers), alike) if len(alike) < len(answers) else None
