"""The way back into somebody's own words: of a bid changed by hand, only the words of what changed are rewritten.

The ties of a reading say which words became which field. Words that became a changed field make way for what the
writer says of it; what no words said yet is put behind its lot, or behind the whole request. Nothing here is sure to
read as it should: like every wording, a rewording is taken only if it reads back as exactly the bid.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auction_client.model.bid import Bid, Group, Linked, Lot, children_of, lots_of, walk
from nlp.draft import Draft, FieldSpan, TextSpan
from nlp.writing.clauses import BUDGET, CLAUSES, COUNT, LIMIT, PRODUCT, Clause
from nlp.writing.patching import Patch, patched
from nlp.writing.sentence import Speech

_BETWEEN = frozenset(" ,;/&+()\n")
"""What may stand between two words for one field, beside joining words, when both make way."""


def reworded(bid: Bid, said: Draft, speech: Speech, *, open_said: bool) -> str | None:
    """The text of a reading with the words of the changed fields rewritten; None where it cannot be told which words
    these are: another tree, or words that several lots share and that would have to be told apart.

    `open_said`: of a requirement that is gone it is said that none is made, instead of nothing.
    """
    if said.bid is None or _tree(said.bid.root) != _tree(bid.root):
        return None
    try:
        return patched(said.text, _Rewording(said, said.bid, bid, speech, open_said=open_said).patches())
    except _CannotTell:
        return None


class _CannotTell(Exception):
    """It cannot be told which words are to change."""


@dataclass(frozen=True)
class _Home:
    """A lot of both bids: as it was read and as it is wanted."""

    path: str
    read: Lot
    wanted: Lot


class _Rewording:
    def __init__(self, said: Draft, read: Bid, wanted: Bid, speech: Speech, *, open_said: bool) -> None:
        self._said = said
        self._read = read
        self._wanted = wanted
        self._speech = speech
        self._open_said = open_said
        self._homes = tuple(
            _Home(path, lot, after)
            for (path, lot), (_, after) in zip(lots_of(read.root), lots_of(wanted.root), strict=True)
        )

    def patches(self) -> list[Patch]:
        """All changes of the text. Raises _CannotTell."""
        found = [patch for clause in CLAUSES for patch in self._of_lots(clause)]
        return [*found, *self._of_groups(), *self._of_bid()]

    # -- lots --------------------------------------------------------------------------------------------------------

    def _of_lots(self, clause: Clause) -> Iterator[Patch]:
        touched = {home.path for home in self._homes if clause.value(home.read) != clause.value(home.wanted)}
        if not touched:
            return
        spans = {home.path: self._spans(clause, home) for home in self._homes}
        while more := {
            path for path, own in spans.items() if path not in touched and any(own & spans[each] for each in touched)
        }:
            touched |= more
        homes = [home for home in self._homes if home.path in touched]
        words = {home.path: self._words(clause, home.wanted) for home in homes}
        taken = set().union(*(spans[home.path] for home in homes))
        alike = len(set(words.values())) == 1
        if alike and taken:
            yield from self._replaced(taken, words[homes[0].path], clause)
        elif alike and len(homes) == len(self._homes) and clause not in (COUNT, PRODUCT):
            yield from self._put_in(self._foot(), words[homes[0].path])
        else:
            if self._open_said:
                homes = [*homes, *self._left_open(clause, homes)]
            shared = {span for span in taken if sum(span in spans[home.path] for home in homes) > 1}
            yield from self._replaced(shared, "", clause)
            for home in homes:
                own, said = spans[home.path] - shared, words.get(home.path) or self._words(clause, home.wanted)
                if own:
                    yield from self._replaced(own, said, clause)
                else:
                    yield from self._added(clause, home, said)

    def _left_open(self, clause: Clause, before: Sequence[_Home]) -> Iterator[_Home]:
        """Lots behind these that would take over what is now said of those."""
        behind = self._homes[self._homes.index(before[0]) + 1 :]
        yield from (home for home in behind if home not in before and not clause.words(self._speech, home.wanted))

    def _spans(self, clause: Clause, home: _Home) -> set[TextSpan]:
        """The words that became these fields of the lot."""
        own = self._tied(f"{home.path}.{field}" for field in clause.fields)
        if own:
            return own
        if clause is LIMIT and home.read.budget is None:
            own = self._tied([f"{home.path}.budget"])
        if clause is LIMIT and not own and home.read.limit is not None:
            own = {_of(span) for span in self._said.spans if span.role == "price" and not span.path}
        return own

    def _tied(self, paths: Sequence[str] | Iterator[str]) -> set[TextSpan]:
        wanted = set(paths)
        return {_of(span) for span in self._said.spans if span.path in wanted}

    def _words(self, clause: Clause, lot: Lot) -> str:
        words = clause.words(self._speech, lot)
        return self._speech.open(clause.open) if not words and self._open_said and clause.open else words

    def _replaced(self, spans: set[TextSpan], words: str, clause: Clause) -> Iterator[Patch]:
        """The first stretch of these words becomes the new ones; the others go."""
        for start, end in self._stretches(spans):
            if clause is COUNT and words[-1:].isdigit() and self._said.text.startswith(f"{self._speech.of} ", end):
                end += len(self._speech.of)  # "4 nodes of H100" becomes "40 H100"
            if clause is PRODUCT and words[-1:].isdigit() and self._said.text[end - 1] == self._speech.plural:
                words += self._speech.plural
            yield Patch(start, end, words)
            words = ""

    def _stretches(self, spans: set[TextSpan]) -> list[TextSpan]:
        """Spans as stretches of the text: with nothing but joining words and commas between them they are one."""
        joiners = [_of(span) for span in self._said.spans if span.role == "joiner"]
        found: list[TextSpan] = []
        for start, end in sorted(spans):
            if found and self._only_joins(found[-1][1], start, joiners):
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return found

    def _only_joins(self, start: int, end: int, joiners: Sequence[TextSpan]) -> bool:
        return all(
            self._said.text[at] in _BETWEEN or any(first <= at < last for first, last in joiners)
            for at in range(start, end)
        )

    def _added(self, clause: Clause, home: _Home, words: str) -> Iterator[Patch]:
        """Words for what nothing said of this lot yet."""
        product = self._own(PRODUCT, home)
        if clause is PRODUCT:
            raise _CannotTell
        if clause is COUNT and home.wanted.gpu_hours is None:
            at = min(start for start, _ in product) if self._speech.count_first else max(end for _, end in product)
            yield Patch(at, at, words, close=True)
        elif words and len(self._homes) == 1:
            yield from self._put_in(self._foot(), words)
        elif words:
            yield from self._put_in(max(end for _, end in product | self._own(COUNT, home)), words)

    def _own(self, clause: Clause, home: _Home) -> set[TextSpan]:
        """Words that became these fields of this lot and of no other. Raises _CannotTell where there are none."""
        others = set().union(*(self._spans(clause, each) for each in self._homes if each is not home), set())
        own = self._spans(clause, home) - others
        if not own and clause is PRODUCT:
            raise _CannotTell
        return own

    # -- groups and the whole bid ------------------------------------------------------------------------------------

    def _of_groups(self) -> Iterator[Patch]:
        for (path, before), (_, after) in zip(walk(self._read.root), walk(self._wanted.root), strict=True):
            if isinstance(before, Lot) or isinstance(after, Lot):
                continue
            if before.budget != after.budget:
                lots = [lot for _, lot in lots_of(after) if lot.side == "buy"]
                words = self._speech.budget(lots[0], after.budget) if lots and after.budget is not None else ""
                yield from self._of_node(f"{path}.budget", words)
            together = isinstance(after, Group) and after.same_region
            if (isinstance(before, Group) and before.same_region) != together:
                yield from self._of_node(f"{path}.same_region", self._speech.together() if together else "")

    def _of_bid(self) -> Iterator[Patch]:
        if self._read.good_until != self._wanted.good_until:
            yield from self._of_node("good_until", self._speech.good_until(self._wanted).lstrip(", "))

    def _of_node(self, path: str, words: str) -> Iterator[Patch]:
        """What is said of a whole list or of the bid. Raises _CannotTell for an inner list that no words name yet."""
        spans = self._tied([path])
        if spans:
            yield from self._replaced(spans, words, BUDGET)
        elif path.count(".") > 1 or "[" in path:
            raise _CannotTell
        else:
            yield from self._put_in(self._foot(), words)

    def _put_in(self, at: int, words: str) -> Iterator[Patch]:
        if words:
            yield Patch(at, at, words)

    def _foot(self) -> int:
        """Behind the last words that became something."""
        return max((span.end for span in self._said.spans if span.role != "joiner"), default=len(self._said.text))


def _of(span: FieldSpan) -> TextSpan:
    return span.start, span.end


def _tree(node: Lot | Group | Linked) -> object:
    """The tree without its values; a purchase that became a sale is said quite differently."""
    if isinstance(node, Lot):
        return node.side, node.asset.type, node.gpu_hours is None
    inside = tuple(_tree(child) for _, child in children_of(node))
    return node.kind, inside, (node.at_least, node.at_most) if isinstance(node, Group) else ()
