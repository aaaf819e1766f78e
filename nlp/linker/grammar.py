"""The grammar of one request's answers, as an incremental parser: after any prefix it gives what may follow.

It is exact where a grammar file could not be: every unit is used once and only once, parts stand in text order and have
something in common, an operator agrees with the words between its parts, what a group shares stands before or behind
it, and nothing is dropped without a correction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlp.linker.interface import Request
from nlp.models.symbols import ALL, ANY, CLOSE, DROP, END, LETTERS, ONE, OPERATORS, PART, THEN

_MAX_DEPTH = 3
_MOST_STEPS = 12_000
_ALTERNATIVE = frozenset({"or", "else", "prefer", "any"})
_LINK = frozenset({"only_if", "if_filled", "without"})
_MAY_BE_ONE = _ALTERNATIVE | {"either", "alternative", "words"}
_MAY_BE_ALL_INSIDE = frozenset({"and", "open", "label", "words", "scope"})
_MAY_BE_THEN = _LINK | {"words"}
_JOINING = _MAY_BE_ONE | _LINK | {"and", "reference", "scope"}
_LISTING = _ALTERNATIVE | {"either", "choice", "and"}
_HEADS = frozenset({"quantity", "asset", "bound"})
_ONCE = frozenset({"quantity", "asset", "price", "total", "side", "width"})
_NO_PART_ALONE = frozenset({"price", "total", "side"})


@dataclass(frozen=True)
class _Extent:
    """A closed part: the kinds in it, its first and last unit, and the first that it does not merely share."""

    kinds: frozenset[str]
    first: int
    last: int
    core: int


@dataclass(frozen=True)
class _Group:
    """An open group: its operator, which "any two of" it stands for, and what its closed parts come to."""

    operator: str
    choice: int = -1
    parts: int = 0
    first: int = -1
    begun: int = -1
    last: int = -1
    kinds: frozenset[str] = frozenset()

    def grown(self, part: _Extent) -> _Group:
        first = min(self.first, part.first) if self.parts else part.first
        return replace(
            self, parts=self.parts + 1, first=first, begun=part.first,
            last=max(self.last, part.last), kinds=self.kinds | part.kinds,
        )  # fmt: skip


@dataclass(frozen=True)
class State:
    """Where a partial answer stands. `phase`: "part" (one begins), "lot", "group" (behind `)`), "drop", "end"."""

    phase: str = "part"
    used: frozenset[int] = frozenset()
    lot: tuple[int, ...] = ()
    groups: tuple[_Group, ...] = ()
    choices: int = 0
    last: int = -1
    closed: _Extent | None = None


class Grammar:
    """The answers to one request."""

    def __init__(self, request: Request) -> None:
        self._kinds = [unit.kinds for unit in request.units]
        self._cues = request.cues
        self._choices = tuple(choice for choice in request.choices if choice != (1, 1))
        self._said = frozenset[str]().union(*request.cues)
        self._usable = {
            ONE: bool(self._said & _MAY_BE_ONE) or (1, 1) in request.choices,
            ALL: True,
            THEN: bool(self._said & _LINK) or ("words" in self._said and not self._said & (_ALTERNATIVE | {"and"})),
        }
        self._listed_days = bool(self._said & (_ALTERNATIVE | {"choice"}))
        self._corrected = request.corrected
        self._interleaved = "respectively" in self._said
        labelled = [index for index, cue in enumerate(request.cues[:-1]) if "label" in cue]
        self._labelled = frozenset(labelled) if len(labelled) > 1 else frozenset[int]()
        self._named = bool(self._labelled) and "alternative" in self._said

    def allowed(self, state: State) -> tuple[str, ...]:
        """The symbols that may follow; empty at the end, and where the answer has led nowhere."""
        return tuple(symbol for symbol, _ in self.successors(state))

    def push(self, state: State, symbol: str) -> State:
        """The state behind this symbol. Raises ValueError where it is not allowed."""
        for candidate, following in self.successors(state):
            if candidate == symbol:
                return following
        raise ValueError(f"{symbol!r} cannot stand here")

    def successors(self, state: State) -> Iterator[tuple[str, State]]:
        """Every symbol that may follow, with the state behind it."""
        if state.phase == "part":
            yield from self._openings(state)
            yield from self._first_letters(state)
        elif state.phase == "lot":
            yield from self._more_letters(state)
            kinds = frozenset[str]().union(*(self._kinds[index] for index in state.lot))
            yield from self._endings(state, _Extent(kinds, state.lot[0], state.lot[-1], state.lot[0]))
        elif state.phase == "group" and state.closed is not None:
            yield from self._shared_letters(state, state.closed)
            yield from self._endings(state, state.closed)
        elif state.phase == "drop":
            yield from self._dropped_letters(state)

    def answers(self, limit: int) -> list[tuple[str, ...]] | None:
        """All the answers; None where there are more than `limit` or finding them takes too long."""
        found: list[tuple[str, ...]] = []
        stack: list[tuple[tuple[str, ...], State]] = [((), State())]
        steps = 0
        while stack:
            symbols, state = stack.pop()
            steps += 1
            if state.phase == "end":
                found.append(symbols)
            else:
                stack.extend(((*symbols, symbol), following) for symbol, following in self.successors(state))
            if len(found) > limit or steps > _MOST_STEPS:
                return None
        return found

    def _openings(self, state: State) -> Iterator[tuple[str, State]]:
        if len(state.groups) >= _MAX_DEPTH or not self._alike_remain(state):
            return
        outer = state.groups[-1].operator if state.groups else ""
        for operator in OPERATORS:
            choice = -1
            if operator == ANY:
                if state.choices >= len(self._choices):
                    continue
                choice = state.choices
            elif not self._usable[operator] or (operator == outer != THEN and not self._labelled):
                continue
            if operator == ALL and (self._named if not outer else not self._said & _MAY_BE_ALL_INSIDE):
                continue
            choices = state.choices + (operator == ANY)
            yield operator, replace(state, groups=(*state.groups, _Group(operator, choice)), choices=choices)

    def _alike_remain(self, state: State) -> bool:
        seen: set[str] = set()
        for index, kinds in enumerate(self._kinds):
            if index not in state.used:
                if kinds & seen:
                    return True
                seen |= kinds
        return False

    def _first_letters(self, state: State) -> Iterator[tuple[str, State]]:
        ordered = [group for group in state.groups if group.parts and group.operator != THEN]
        after = max((group.begun if self._interleaved else group.last for group in ordered), default=-1)
        outer = next((group for group in reversed(state.groups) if group.parts), None)
        for index in range(after + 1, len(self._kinds)):
            if index in state.used or self._passes_over(index, state) or self._mislabelled(index, state):
                continue
            if outer is None or self._may_follow(index, outer):
                yield LETTERS[index], replace(state, phase="lot", used=state.used | {index}, lot=(index,))

    def _may_follow(self, index: int, group: _Group) -> bool:
        """Whether the words between the group's last part and this unit can part them, and agree with its operator."""
        low, high = (group.last, index) if index > group.last else (index, group.begun)
        cue = frozenset[str]().union(*self._cues[low + 1 : high + 1])
        if group.operator == THEN:
            return not cue & _ALTERNATIVE or bool(cue & _MAY_BE_THEN)
        if cue & _LINK:
            return False
        if group.operator == ALL and cue & _ALTERNATIVE and "and" not in cue:
            return False
        if group.operator == ONE and "and" in cue and not cue & _MAY_BE_ONE:
            return False
        if self._kinds[index] == {"place"} == self._kinds[index - 1] and cue == {"or"}:
            return False
        if self._kinds[index] & _HEADS or cue & _JOINING:
            return True
        after = index + 1
        if after < len(self._kinds) and self._kinds[after] & _HEADS and not self._cues[after]:
            return True
        return bool(cue) and bool(self._said & _LISTING)

    def _mislabelled(self, index: int, state: State) -> bool:
        """List markers group first: where there are several, the parts of the whole begin at them and no others do."""
        if not self._labelled:
            return False
        inside = any(group.parts for group in state.groups[1:])
        passed = {other for other in range(max(state.used, default=-1) + 1, index + 1) if other in self._labelled}
        return bool(passed) == (inside or not state.groups)

    def _passes_over(self, index: int, state: State) -> bool:
        """Whether a unit before this one would find no place any more.

        The first part of a group may leave what the group shares to stand before it, and a link may name its second
        part first; after that, every unit is taken in turn.
        """
        if self._interleaved:
            return False
        group = state.groups[-1] if state.groups else None
        turned = group is not None and group.operator == THEN and index < group.first
        low = 0 if turned else max(state.used, default=-1) + 1
        left = [other for other in range(low, index) if other not in state.used and not self._corrected[other]]
        if not left:
            return False
        if group is None or (group.parts and not turned) or not self._cues[index]:
            return True
        if group.operator == THEN and not group.parts:
            return False
        return bool(self._kinds[index] & _HEADS) and any(self._kinds[other] & _HEADS for other in left)

    def _more_letters(self, state: State) -> Iterator[tuple[str, State]]:
        held = frozenset[str]().union(*(self._kinds[index] for index in state.lot))
        turned = (group.first for group in state.groups if group.operator == THEN and state.lot[0] < group.first)
        for index in range(state.lot[-1] + 1, min(turned, default=len(self._kinds))):
            if index in state.used:
                continue
            if not self._clashes(index, held, state):
                yield LETTERS[index], replace(state, used=state.used | {index}, lot=(*state.lot, index))
            if not (self._corrected[index] or self._interleaved):
                break

    def _clashes(self, index: int, held: frozenset[str], state: State) -> bool:
        """A lot has one product, one count and so on, no second day of a list, and no "or" but between places."""
        kinds = self._kinds[index]
        if index in self._labelled:
            return True
        if kinds & held & _ONCE or ("day" in kinds & held and self._listed_days):
            return True
        cue = frozenset[str]().union(*self._cues[state.lot[-1] + 1 : index + 1])
        if kinds == {"place"} == self._kinds[state.lot[-1]]:
            cue -= {"or"}
        return bool(cue & (_ALTERNATIVE | _LINK)) and "correction" not in cue

    def _endings(self, state: State, closed: _Extent) -> Iterator[tuple[str, State]]:
        """`|`, `)`, `drop` and the end, behind a closed part."""
        if not state.groups:
            yield from self._last(state)
            return
        group = state.groups[-1]
        if state.phase == "group" and self._leaves_gap(state, closed):
            return
        if (group.parts and not closed.kinds & group.kinds) or closed.kinds <= _NO_PART_ALONE:
            return
        grown = group.grown(closed)
        outer = state.groups[:-1]
        if len(state.used) < len(self._kinds) and not (group.operator == THEN and grown.parts == 2):
            yield PART, replace(state, phase="part", lot=(), closed=None, groups=(*outer, grown))
        if grown.parts >= 2 and self._choosable(grown):
            extent = _Extent(grown.kinds, grown.first, grown.last, grown.first)
            yield CLOSE, replace(state, phase="group", lot=(), last=-1, groups=outer, closed=extent)

    def _leaves_gap(self, state: State, closed: _Extent) -> bool:
        """Whether a shared unit before the group was taken and a nearer one was not."""
        return not self._interleaved and any(
            index not in state.used and not self._corrected[index] for index in range(closed.first, closed.core)
        )

    def _last(self, state: State) -> Iterator[tuple[str, State]]:
        if state.choices < len(self._choices):
            return
        left = [index for index in range(len(self._kinds)) if index not in state.used]
        if not left:
            yield END, State(phase="end", used=state.used)
        elif all(self._corrected[index] for index in left):
            yield DROP, replace(state, phase="drop", lot=(), last=-1)

    def _choosable(self, group: _Group) -> bool:
        if group.choice < 0:
            return True
        low, high = self._choices[group.choice]
        return low <= group.parts and (high is None or high <= group.parts)

    def _shared_letters(self, state: State, closed: _Extent) -> Iterator[tuple[str, State]]:
        """Units before or behind the group, without a gap, in text order, and set off by some mark.

        With nothing between it and the last item, only a price or what no item has can be of the whole list.
        """
        for index in range(state.last + 1, len(self._kinds)):
            before, behind = index < closed.core, index > closed.last
            if index in state.used or not (before or behind or self._interleaved):
                continue
            if behind and not self._interleaved and any(other in state.used for other in range(closed.last + 1, index)):
                break
            mark = self._cues[closed.core if before else index]
            kinds = self._kinds[index]
            own = not (kinds <= {"price", "total"} or (kinds & _HEADS and not closed.kinds & _HEADS))
            follows = behind and (state.last > closed.core or not own)
            set_off = follows or bool(mark) or self._interleaved
            if set_off and not kinds & closed.kinds & {"quantity", "asset"}:
                extent = replace(closed, first=min(closed.first, index), last=max(closed.last, index))
                yield LETTERS[index], replace(state, used=state.used | {index}, last=index, closed=extent)
            if behind or (state.last >= 0 and not self._interleaved):
                break

    def _dropped_letters(self, state: State) -> Iterator[tuple[str, State]]:
        left = [index for index in range(len(self._kinds)) if index not in state.used]
        if not left:
            yield END, State(phase="end", used=state.used)
        elif left[0] > state.last:
            yield LETTERS[left[0]], replace(state, used=state.used | {left[0]}, last=left[0])
