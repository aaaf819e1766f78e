"""What unknown words are for: stretches that the tagger could not place, as questions to the model.

The model sees the stretch in its place among the delexicalised parts of the request and chooses one of a few roles::

    8 H100s Tuesday, barring which 16 A100s   ->   item time, < barring which > item ?      ->  or

The rules are then read with the words taken for what the model says they are; its choice adds no value and no number. A
stretch with a digit in it is not put to the model, nor one that changes a time or a count right beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nlp.lexicon import idle
from nlp.linker.interface import parts_of
from nlp.models.search import Symbols
from nlp.models.symbols import ASIDE, FALLBACK, INSTEAD, TOGETHER, WISH
from nlp.tagged import CONTENT, Joiner, Leftover, Role, Span, Tagged
from nlp.tagger_base import PARTICLE
from nlp.tagger_idle import is_idle

_HEADS = frozenset({Role.QUANTITY, Role.ASSET, Role.TIME})
_PHRASES = re.compile("|".join(f"(?:{pattern})" for pattern in idle.PHRASES))
_PARTICLE = re.compile(PARTICLE)
_MOST_CHARACTERS = 96
_BEFORE, _BEHIND = 6, 5
"""Parts of the request that the model sees on either side of the stretch."""
MOST_STRETCHES = 6


@dataclass(frozen=True)
class Stretch:
    """Words [start, end) of the original that nothing recognised, the line for the model and the roles it may have.

    `passed`: the rules took them for context by the shape of their clause, though not every word is known to be idle.
    """

    start: int
    end: int
    text: str
    passed: bool
    line: str
    answers: tuple[Symbols, ...]


def stretches_of(tagged: Tagged) -> list[Stretch]:
    """The stretches whose role the model is asked for, in order; those it must not judge are left out."""
    found = []
    for run, before, behind in _runs(tagged):
        start, end = run[0].start, run[-1].end
        text = tagged.text[start:end]
        passed = not any(words.matters for words in run)
        if passed and (len(run) == 1 or all(_known(words.text.lower()) for words in run)):
            continue  # one word that the rules pass is idle, or part of a phrase that they know
        if _may_be_judged(text, before, behind, tagged):
            line, answers = line_of(tagged, start, end), _answers(before, behind)
            found.append(Stretch(start, end, text, passed, line, answers))
    return found


def line_of(tagged: Tagged, start: int, end: int) -> str:
    """The prompt line of the stretch [start, end)."""
    parts = [(at, word) for at, word in parts_of(tagged) if not start <= at < end]
    before = [word for at, word in parts if at < start][-_BEFORE:]
    behind = [word for at, word in parts if at >= end][:_BEHIND]
    words = re.sub(r"[^\w' -]|[\d_]", " ", tagged.text[start:end].lower())
    shown = " ".join(words.split())[:_MOST_CHARACTERS]
    return f"{''.join(before)} < {shown} >{''.join(behind)} ?"


def with_role(tagged: Tagged, stretch: Stretch, role: str) -> Tagged:
    """The tagged text with the stretch taken for what the role says; a wish matters as a whole."""
    left = [words for words in tagged.leftovers if not stretch.start <= words.start < stretch.end]
    if role == WISH:
        left.append(Leftover(stretch.start, stretch.end, stretch.text, matters=True))
        return replace(tagged, leftovers=tuple(sorted(left, key=lambda words: words.start)))
    spans = list(tagged.spans)
    if role != ASIDE:
        at = sum(span.start < stretch.start for span in spans)
        spans.insert(at, Span(0, stretch.start, stretch.end, *_as_span(role, stretch.text)))
    numbered = tuple(replace(span, id=number) for number, span in enumerate(spans, 1))
    return replace(tagged, spans=numbered, leftovers=tuple(left))


def _as_span(role: str, text: str) -> tuple[Role, str, Joiner | None]:
    if role == INSTEAD:
        return Role.CORRECTION, text, None
    return Role.JOINER, text, Joiner("else" if role == FALLBACK else "and")


def _runs(tagged: Tagged) -> Iterator[tuple[list[Leftover], Sequence[Span], Sequence[Span]]]:
    """Left-over words in a row that no span interrupts, with the spans before and behind them."""
    edges = [0, *(span.start for span in tagged.spans), len(tagged.text) + 1]
    for number, (low, high) in enumerate(pairwise(edges)):
        run = [words for words in tagged.leftovers if low <= words.start < high]
        if run:
            yield run, tagged.spans[:number], tagged.spans[number:]


def _known(words: str) -> bool:
    return is_idle(words) or bool(_PHRASES.fullmatch(words.strip()) or _PARTICLE.fullmatch(words))


def _may_be_judged(text: str, before: Sequence[Span], behind: Sequence[Span], tagged: Tagged) -> bool:
    if re.search(r"[0-9%#$€£¥₩<>=@]", text) or not re.search(r"[^\W\d_]", text):
        return False
    words = text.lower().split()
    if behind and not tagged.text[: behind[0].start].rstrip().endswith((",", ".", ";", ":")):
        changing = {Role.TIME: idle.BEFORE_TIME, Role.QUANTITY: idle.BEFORE_COUNT}.get(behind[0].role, frozenset())
        if words[-1] in changing:
            return False
    return not (before and before[-1].role is Role.TIME and words[0] in idle.AFTER_TIME)


def _answers(before: Sequence[Span], behind: Sequence[Span]) -> tuple[Symbols, ...]:
    """Joining words stand between parts that could be joined, and not beside another joining word."""
    roles = [ASIDE, WISH]
    beside = [*_up_to_content(reversed(before)), *_up_to_content(behind)]
    joined = any(span.role in (Role.JOINER, Role.CORRECTION, Role.CHOICE) for span in beside)
    between = any(span.role in _HEADS for span in before) and any(span.role in _HEADS for span in behind)
    if between and not joined:
        roles += [FALLBACK, TOGETHER, INSTEAD]
    return tuple((role,) for role in roles)


def _up_to_content(spans: Iterator[Span] | Sequence[Span]) -> Iterator[Span]:
    for span in spans:
        if span.role in CONTENT:
            return
        yield span
