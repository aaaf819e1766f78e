"""What unknown words are for: stretches that the tagger could not place, as questions to the model.

The model sees the stretch in its place among the delexicalised parts of the request and chooses one of a few roles::

    8 H100s Tuesday, barring which 16 A100s   ->   item time, < barring which > item ?      ->  or

and, shown the words alone, whether they only tell::

    < barring which > ?      ->  wish

The rules are then read with the words taken for what the model says they are; its choice adds no value and no number. A
stretch with a digit in it is not put to the model, but where it counts other things ("12 shots still open"), nor one
that changes a time, a count or a place beside it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Literal

from nlp.duties import as_told, comes_first, obliges
from nlp.idle_words import KOREAN_PHRASE, PHRASE, is_idle
from nlp.lexicon import idle
from nlp.lexicon.letters import KOREAN_WRITER
from nlp.linker.interface import parts_of
from nlp.models.search import Symbols
from nlp.models.symbols import ASIDE, FALLBACK, INSTEAD, TOGETHER, WISH
from nlp.tagged import CONTENT, Joiner, Leftover, Role, Span, Tagged
from nlp.tagging.base import PARTICLE
from nlp.tagging.own.others import counts_other_things

_HANGUL = re.compile("[가-힣]")
_HEADS = frozenset({Role.QUANTITY, Role.ASSET, Role.TIME})
_LOT = frozenset({Role.QUANTITY, Role.ASSET})
_WHERE_AND_WHEN = frozenset({Role.TIME, Role.PLACE})
_KOREAN_CONTEXT = re.compile(rf"(?:니까|라서|느라|때문에|덕분에|[가-힣]용(?:으로|도로?)?|{KOREAN_WRITER})$")
"""Endings of a reason, a purpose and of who is writing: what they close is context."""
_COUNTED = (Role.QUANTITY, Role.ASSET)
_EDGES = frozenset({Role.SEPARATOR, Role.JOINER, Role.LABEL, Role.OPEN})
_ASKS = re.compile(
    r"(?:please |kindly |i |we |i'd |we'd |let me |let us |(?:could|can|may|might) (?:i|we|you) )*"
    r"(?:like to |want to |wish to )?(?:need|want|take|get|give|have|buy|book|grab|use|put|make|accept)"
    r"(?: (?:me|us|em|them|it|the|an?|in))*(?: for (?:the|our|my) [a-z]+)?"
    r"|(?:(?:교환|확보|예약|구매|매수|신청|구해|잡아|걸로) ?)*(?:필요|부탁|주세요|주십시오|바랍니다|희망)[가-힣]*"
    r"|(?:기간|날짜|일정|시간|일시|기한|수량|가격|단가)(?:은|는)"
)
"""Plain words of asking: they ask for the part behind them and join nothing."""
_PARTICLE = re.compile(rf"{PARTICLE}(?:이?(?:여|염|욤|욥|용|욧|유))?")
"""Endings as letters and as chat write them: the words judged are those of the original."""
_MOST_CHARACTERS = 96
_BEFORE, _BEHIND = 6, 5
"""Parts of the request that the model sees on either side of the stretch."""
MOST_STRETCHES = 6
BY_WORDS: tuple[Symbols, ...] = ((ASIDE,), (WISH,))
"""What words may be where they are shown alone."""


Place = Literal["apart", "leading", "between", "behind", "after"]
_FOLLOWING: frozenset[Place] = frozenset(("between", "behind"))


@dataclass(frozen=True)
class Stretch:
    """Words [start, end) of the original that nothing recognised, the line for the model and the roles it may have.

    `passed`: the rules took them for context by the shape of their clause, though not every word is known to be idle.
    `place`: between two lots; behind the last one; leading straight into the first one; apart, in a clause of its own
    before the first one; or after, in a sentence of its own behind the last. `unknown`: what of it is not known to be
    idle, in words that follow each other. `beside`: the parts right before and right behind it;
    `belongs`: an unknown word touches a time or a place, which it may change. `holds`: the parts of an order that were
    recognised in it, where it is a whole clause of which they may only be told.
    """

    start: int
    end: int
    text: str
    passed: bool
    line: str
    answers: tuple[Symbols, ...]
    place: Place = "between"
    unknown: tuple[str, ...] = ()
    beside: tuple[Role | None, Role | None] = (None, None)
    belongs: bool = False
    holds: frozenset[Role] = frozenset()

    @property
    def words(self) -> str:
        """What is judged where the words are shown alone; a number in them counts other things than goods."""
        return as_told(re.sub("[0-9]+", "several", self.text))

    @property
    def follows_lot(self) -> bool:
        """Whether a lot stands before it in its sentence: it may say how that is wanted or joined to the next."""
        return self.place in _FOLLOWING


def stretches_of(tagged: Tagged) -> list[Stretch]:
    """The stretches whose role the model is asked for, in order; those it must not judge are left out."""
    found = []
    for run, before, behind in _runs(tagged):
        start, end = run[0].start, run[-1].end
        text = tagged.text[start:end]
        passed = not any(words.matters for words in run)
        if all(words.told for words in run) or (passed and _is_plain(run, before, behind)):
            continue
        if not _numbered(tagged, run) and _may_be_judged(text, before, behind, tagged):
            line, answers = line_of(tagged, start, end), _answers(before, behind)
            beside, place, unknown = _beside(before, behind), _place(before, behind), _unknown(run)
            belongs = _belongs(tagged.text, run, before, behind)
            found.append(Stretch(start, end, text, passed, line, answers, place, unknown, beside, belongs))
    return found


def clause_at(tagged: Tagged, start: int, end: int) -> Stretch:
    """The words [start, end) as one stretch, with whatever was recognised in them: they only tell, or do not."""
    before = [span for span in tagged.spans if span.end <= start]
    behind = [span for span in tagged.spans if span.start >= end]
    inside = [span for span in tagged.spans if start <= span.start and span.end <= end]
    run = [words for words in tagged.leftovers if start <= words.start and words.end <= end]
    return Stretch(
        start, end, tagged.text[start:end], passed=False, line=line_of(tagged, start, end), answers=BY_WORDS,
        place=_place(before, behind), unknown=_unknown(run), beside=_beside(before, behind),
        holds=frozenset(span.role for span in inside) & CONTENT,
    )  # fmt: skip


def _beside(before: Sequence[Span], behind: Sequence[Span]) -> tuple[Role | None, Role | None]:
    return before[-1].role if before else None, behind[0].role if behind else None


def _unknown(run: Sequence[Leftover]) -> tuple[str, ...]:
    """The words of a run that matter, those that follow each other in one."""
    grouped = groupby(run, key=lambda words: words.matters)
    return tuple(" ".join(each.text for each in words) for matters, words in grouped if matters)


def _belongs(text: str, run: Sequence[Leftover], before: Sequence[Span], behind: Sequence[Span]) -> bool:
    """Whether a word of a run that matters follows a time or a place, or is followed by one ("Frankfurt office",
    "beginning of next week")."""
    first = next((words for words in run if words.matters), run[0])
    last = next((words for words in reversed(run) if words.matters), run[-1])
    follows = bool(before) and before[-1].role in _WHERE_AND_WHEN and not text[before[-1].end : first.start].strip()
    between = text[last.end : behind[0].start].lower().strip() if behind else ""
    return follows or (bool(behind) and behind[0].role in _WHERE_AND_WHEN and between in ("", "of", "of the", "in"))


def _place(before: Sequence[Span], behind: Sequence[Span]) -> Place:
    if not any(span.role in _LOT for span in before):
        return "apart" if not behind or behind[0].role is Role.SEPARATOR else "leading"
    if any(span.role in _LOT for span in behind):
        return "between"
    sentence = before[-1].role is Role.SEPARATOR and before[-1].value in (".", "newline")
    return "after" if sentence else "behind"


def _is_plain(run: Sequence[Leftover], before: Sequence[Span], behind: Sequence[Span]) -> bool:
    """Whether words that the rules pass can hold nothing: each is known to be idle, or they are a phrase that is.

    Idle words that open a part between two others may still join them together ("for want of those 16 A100s"), and so
    may a heading that is not known ("contingency: 16 A100s").
    """
    text = " ".join(words.text.lower() for words in run)
    heading = bool(behind) and behind[0].role is Role.SEPARATOR and behind[0].value == ":"
    names_field = heading and len(behind) > 1 and behind[1].role in (Role.PRICE, Role.PLACE, Role.ATTRIBUTE)
    counts = text.endswith(" of") and bool(before and behind) and (before[-1].role, behind[0].role) == _COUNTED
    if names_field or counts or _ASKS.fullmatch(text):
        return True
    place = _place(before, behind)
    opens = bool(before) and before[-1].role in _EDGES and place == "between"
    if place not in _FOLLOWING and _KOREAN_CONTEXT.search(text):
        return True
    afterthought = _is_afterthought(run, before, behind)
    if len(run) == 1:
        korean = opens and bool(_HANGUL.search(text))
        return not korean and (
            _known(text) or not (afterthought or (opens and heading) or _stands_alone(before, behind))
        )
    closed = not behind or behind[0].role in _EDGES | {Role.REFERENCE}
    whole = closed and (not behind or behind[0].role is not Role.JOINER)  # "price must be below or at 2.50"
    if comes_first(text) or (
        place in _FOLLOWING and ((whole and obliges(text)) or (closed and re.search("[0-9]", text)))
    ):
        return False
    return not opens and not afterthought and all(_known(words.text.lower()) for words in run)


def _stands_alone(before: Sequence[Span], behind: Sequence[Span]) -> bool:
    """Whether a word makes up a clause of its own before the order: "prepaid, 8 H100s" may be a wish, no greeting."""
    leads = not any(span.role in _LOT for span in before)
    closed = bool(behind) and behind[0].role is Role.SEPARATOR and behind[0].value != ":"
    return leads and closed and (not before or before[-1].role in _EDGES)


def _is_afterthought(run: Sequence[Leftover], before: Sequence[Span], behind: Sequence[Span]) -> bool:
    """Whether Korean words are a clause of their own behind a part of the order: it may say how that is wanted."""
    closed = not behind or (behind[0].role in _EDGES and behind[0].value != ":")
    after = closed and bool(before) and before[-1].role in _EDGES and _place(before, behind) in _FOLLOWING
    return after and bool(_HANGUL.search(run[-1].text))


def line_of(tagged: Tagged, start: int, end: int) -> str:
    """The prompt line of the stretch [start, end)."""
    parts = [(at, word) for at, word in parts_of(tagged) if not start <= at < end]
    before = [word for at, word in parts if at < start][-_BEFORE:]
    behind = [word for at, word in parts if at >= end][:_BEHIND]
    return f"{''.join(before)} < {_shown(tagged.text[start:end])} >{''.join(behind)} ?"


def words_line(words: str) -> str:
    """The prompt line of words without what stands around them."""
    return f" < {_shown(words)} > ?"


def log_odds(best: Symbols, log_likelihood: float) -> float:
    """The log odds that words only tell, from the likelier of the two answers to them; within +-20."""
    against = max(-math.expm1(min(0.0, log_likelihood)), 2e-9)
    odds = log_likelihood - math.log(against)
    return odds if best == BY_WORDS[0] else -odds


def _shown(words: str) -> str:
    return " ".join(re.sub(r"[^\w' -]|[\d_]", " ", words.lower()).split())[:_MOST_CHARACTERS]


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
    phrase = PHRASE.fullmatch(words.strip()) or KOREAN_PHRASE.fullmatch(words.strip())
    return is_idle(words) or bool(phrase or _PARTICLE.fullmatch(words))


def _numbered(tagged: Tagged, run: Sequence[Leftover]) -> bool:
    """Whether a number stands in the words that may be the order's: one that counts no other things, and where some of
    them are not known, is no part of a known phrase ("3분기 과제 마무리 건")."""
    passed = not any(words.matters for words in run)
    return any(
        (passed or words.matters) and not counts_other_things(tagged.text, words.start + found.start())
        for words in run
        for found in re.finditer("[0-9]+", words.text)
    )


def _may_be_judged(text: str, before: Sequence[Span], behind: Sequence[Span], tagged: Tagged) -> bool:
    if re.search(r"[%#$€£¥₩<>=@]", text) or not re.search(r"[^\W\d_]", text):
        return False
    if _of_condition(before):
        return False
    words = text.lower().split()
    if behind and not tagged.text[: behind[0].start].rstrip().endswith((",", ".", ";", ":")):
        changing = {Role.TIME: idle.BEFORE_TIME, Role.QUANTITY: idle.BEFORE_COUNT}.get(behind[0].role, frozenset())
        if words[-1] in changing:
            return False
        if behind[0].role is Role.PLACE and not idle.BEFORE_PLACE.isdisjoint(words):
            return False
    return not (before and before[-1].role is Role.TIME and words[0] in idle.AFTER_TIME)


def _of_condition(before: Sequence[Span]) -> bool:
    """Whether the words say what must come about with the product that the order hangs on."""
    if len(before) < 2 or before[-1].role is not Role.ASSET:
        return False
    joiner = before[-2].value
    return isinstance(joiner, Joiner) and joiner.kind == "only_if"


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
