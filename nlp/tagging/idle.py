# ruff: noqa: E501
"""Decides which left-over words may be ignored: courtesies, purposes, reasons and context, and nothing else.

The text is cut into clauses at separators and joining words. A clause in which the tagger found nothing is context, if it
reads like a sentence and states no condition. In an order's own clause a word must be known to be idle, stand before the
words of asking ("the cluster is melting and I need ..."), or stand in a purpose or reason ("for the 70B finetune").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from nlp.idle_words import Word, beside, is_idle
from nlp.lexicon import idle, korean_asides
from nlp.lexicon.paraphrases_structure import IDLE
from nlp.numbers import number_at
from nlp.patterns import lazy
from nlp.tagged import CONTENT, Leftover, Role
from nlp.tagging.base import HANGUL, Clean, Piece
from nlp.tagging.own.others import counts_other_things

_PURPOSE = lazy(idle.PURPOSE)
_ASKING = lazy(
    r"(?:(?:i|we|i'd|we'd|i'll|we'll|i'm|we're|team|they)(?: (?:would|will|just|only|really|also|now|currently|urgently|still))* (?:need|want|like|love|require|could use|are after|am after|are looking|am looking|must have|gotta have|take|have)|(?:looking|hoping|trying|wanting|going) (?:to|for)|please|could (?:you|we|i)|can (?:you|we|i|anyone|someone)|may (?:i|we)|does any|any chance|grab|get|find|book|needs?|wants?|requires?|buy|order|request(?:ing)?|like|what we (?:want|need)|after|sell|selling|offer|offering)(?![a-z])"
)
_HANGUL = lazy(rf"[{HANGUL}]")
_MODEL_SIZE = lazy(idle.MODEL_SIZE)
_BREAKS = frozenset({Role.SEPARATOR, Role.JOINER, Role.OPEN, Role.CLOSE, Role.LABEL, Role.CORRECTION})
_ORDER_ROLES = CONTENT | {Role.CHOICE, Role.REFERENCE}
_SUBJECTS = frozenset({
    "i", "i'm", "i'd", "i'll", "i've", "we", "we're", "we'd", "we'll", "we've", "you", "you're", "they", "they're", "it",
    "it's", "he", "she", "this", "that", "there", "everyone",
})  # fmt: skip
_TERM = lazy(korean_asides.TERMS)
_USED = lazy(rf"[가-힣]*?(?:{korean_asides.USED})(?![가-힣])")
_GIVES_REASON = lazy(korean_asides.REASONS)
_DENIED = lazy(
    r"(?:not|never|don'?t|won'?t|wouldn'?t|can'?t|cannot|shouldn'?t|didn'?t)(?: [a-z]+)? (?:need|want|like|require|book|order|buy|sell|take|get|rent|lease|reserve|bid)(?![a-z])"
)
"""A denial of the asking itself is never a preamble."""
_PLACED = lazy(r"(?:in|near|from|at|outside|within|across) (?:the )?([A-Z][a-z]+)")


_GREETING = lazy(
    r"(?:hi|hello|hey|dear|yo|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|thanks|thank you|cheers)(?![a-z])"
)
_REASON = lazy(
    r"(?:때문에|때문|위해서?|위하여|위한|건으로|차원에서|목적으로|준비로|관련으로|관계로|일환으로|용으로|용도로|용|[가-힣](?<!에)서요?|니까|는데요?|은데요?|인데요?|지만|고요|이라|덕분에|탓에|앞두고|관련해서|하려고요?|"
    r"느라|중이라|면서|합니다|습니다|해요|어요|아요|네요|거든요|예정이라|예정|상황이라|급해서요?|급구)[.!ㅠㅜ~]*$"
)
"""Korean endings that close a reason, a purpose or a sentence: what leads up to them is context."""
_IN_TITLES = frozenset({"of", "and", "for", "the", "at", "in"})
"""Small words of a title behind a signature: "Head of Compute"."""
_SIGN_OFF = lazy(r"(?:best|thanks|thank|thx|regards|cheers|sincerely|kind|warm|yours|br|ta|rgds|many thanks)(?![a-z])")


@dataclass
class _Clause:
    """`attached`: it stands in one sentence with a part of the order. `leads`: nothing of the order stands before it."""

    pieces: list[Piece]
    words: list[Word]
    attached: bool = False
    leads: bool = True


def judge(
    clean: Clean, pieces: list[Piece], words: list[Word], to_original: Callable[[int, int], tuple[int, int]], text: str
) -> Iterator[Leftover]:
    """The left-over words as ranges of the original, each with whether it matters.

    A clause that a turn of phrase knows to carry no wish has the text of the idle word that it is said as.
    """
    signed = False
    for clause in _clauses(clean, pieces, words):
        judged = [beside(clean, pieces, word) for word in _judge_clause(clean, clause)]
        if _is_name(clean, clause, signed=signed):
            judged = [replace(word, idle=True, told=word.told or signed) for word in judged]
        signed = not clause.pieces and (signed or any(_SIGN_OFF.match(clean.text, word.start) for word in clause.words))
        for word in judged:
            start, end = to_original(word.start, word.end)
            idle_turn = word.idle and clean.text[word.start : word.end] == IDLE
            yield Leftover(start, end, IDLE if idle_turn else text[start:end], matters=not word.idle, told=word.told)


def _is_name(clean: Clean, clause: _Clause, *, signed: bool) -> bool:
    """ "Hi Sam,", "Best, Kim" and headings such as "Options:" hold no wish."""
    if clause.pieces or not clause.words:
        return False
    if any(_DENIED_NAME.match(clean.cased, word.start) for word in clause.words):
        return False
    first, last = clause.words[0], clause.words[-1]
    text = clean.cased[first.start : last.end]
    if len(clause.words) > 4 or re.search(r"[0-9]", text):
        return False
    names = [word for word in re.findall(r"[A-Za-z'-]+", re.sub(r" x+$", "", text)) if word not in _IN_TITLES]
    capitalised = bool(names) and all(word[:1].isupper() for word in names)
    greeted = bool(_GREETING.match(clean.text, first.start))
    heading = clean.text[last.end : last.end + 2].strip(" ") == ":" or clean.text[last.end : last.end + 2] == ":\n"
    return (greeted and len(clause.words) <= 4) or (signed and capitalised) or (heading and len(clause.words) <= 2)


def _clauses(clean: Clean, pieces: list[Piece], words: list[Word]) -> Iterator[_Clause]:
    """Clauses in order, each knowing whether the order has begun in its sentence."""
    begun, leads = False, True
    for clause, ends_sentence in _cut(pieces, words):
        clause.leads = leads
        clause.attached = begun and not any(clean.text[word.start : word.end] in _SUBJECTS for word in clause.words)
        begun = begun or any(piece.role in _ORDER_ROLES for piece in clause.pieces)
        leads = leads and not begun
        yield clause
        begun = begun and not ends_sentence


def _cut(pieces: list[Piece], words: list[Word]) -> Iterator[tuple[_Clause, bool]]:
    clause = _Clause([], [])
    items: list[Piece | Word] = [*pieces, *words]
    for item in sorted(items, key=lambda each: each.start):
        if isinstance(item, Piece) and item.role in _BREAKS:
            yield clause, item.value in (".", "newline")
            clause = _Clause([], [])
        elif isinstance(item, Piece):
            clause.pieces.append(item)
        else:
            clause.words.append(item)
    yield clause, True


def _judge_clause(clean: Clean, clause: _Clause) -> list[Word]:
    ordered = any(piece.role in _ORDER_ROLES for piece in clause.pieces)
    if not ordered and _is_context(clean, clause) and not _wish(clean, clause):
        return [
            replace(
                word, idle=word.idle or not (_conditional(clean, word) or (clause.attached and _counts(clean, word)))
            )
            for word in clause.words
        ]
    judged: list[Word] = []
    termed = not ordered and bool(clause.words) and clean.korean and _wish(clean, clause)
    for run in _runs(clause):
        framed_from = _frame_start(clean, run)
        reasoned_to = max((word.end for word in run if _REASON.search(clean.text[word.start : word.end])), default=-1)
        used_to = max((word.end for word in run if _USED.match(clean.text, word.start, word.end + 6)), default=-1)
        reasoned_to = -1 if termed else reasoned_to
        asked_at = _asking_end(clean, clause, run)
        opens_at = _opening(clause)
        denied = {found.end() for word in run if (found := _DENIED_NAME.match(clean.cased, word.start))}
        for word in run:
            text = clean.text[word.start : word.end]
            known = word.idle or (is_idle(text) and text not in idle.RISKY | idle.NEGATION)
            if word.end <= reasoned_to and _HANGUL.match(text):
                known = known or not any(danger in text for danger in idle.KOREAN_DANGER)
            if word.end <= used_to and _HANGUL.match(text) and not _TERM.search(text):
                known = known or not any(danger in text for danger in idle.KOREAN_DANGER)
            if word.start >= framed_from or word.end <= asked_at:
                known = known or text not in idle.CONDITION
            if termed and not word.idle and _TERM.search(text):
                known = False
            if not known and word.end <= opens_at:
                known = (clause.leads and not clause.pieces and text in idle.NEGATION) or _is_preamble(
                    clean.cased[word.start : word.end], first=word is run[0]
                )
            if known and not word.idle and (word.end in denied or _DENIED.match(clean.text, word.start)):
                known = False
            judged.append(replace(word, idle=known))
    return judged


def _runs(clause: _Clause) -> Iterator[list[Word]]:
    """Words in a row that no piece interrupts."""
    run: list[Word] = []
    stops = sorted(piece.start for piece in clause.pieces)
    for word in clause.words:
        if run and any(run[-1].end <= stop <= word.start for stop in stops):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _frame_start(clean: Clean, run: list[Word]) -> int:
    """Where a purpose or reason opens in this run; past its end if none does or if it goes on to name a place."""
    end = run[-1].end
    for word in run:
        if _PURPOSE.match(clean.text, word.start):
            rest = clean.cased[word.start : end]
            placed = _PLACED.search(rest)
            if placed and not is_idle(placed[1].lower()):
                return end
            return word.start
    return end


def _asking_end(clean: Clean, clause: _Clause, run: list[Word]) -> int:
    """Up to where words are a preamble: the clause's first asking words, if nothing of the order stands before them."""
    first = min((piece.start for piece in clause.pieces if piece.role in _ORDER_ROLES), default=None)
    if first is not None and run[0].start > first:
        return -1
    at = -1
    for word in run:
        if found := _ASKING.match(clean.text, word.start):
            at = max(at, found.end())
    return at


def _opening(clause: _Clause) -> int:
    """Where the order begins in a clause that begins a sentence; -1 in one that goes on with it."""
    if clause.attached:
        return -1
    end = clause.words[-1].end if clause.words else -1
    return min((piece.start for piece in clause.pieces if piece.role in _ORDER_ROLES), default=end)


_CHANGES_MEANING = (
    idle.DANGER | idle.RISKY | idle.NEGATION | idle.CONDITION | idle.SELLING | idle.TIMELIKE | idle.BEFORE_COUNT
)
_DENIED_NAME = lazy(r"(?i:no|not|never|without|except|excluding|avoid|but)(?: (?i:in|the|for|to|from))* [A-Z][a-z]{2,}")
"""What is denied may be a place or a product that the catalogue lacks."""
_EXCLUDES = lazy(r"말고|빼(?:고|줘|주)|제외|이외|외에")
_EXCLUDES_NOTHING = lazy(r"걱정|신경|부담|염려|긴장|묻지|미루지|잊지")
_ORDINARY = lazy(r"@?[a-z][a-z'/-]*:?")


def _is_preamble(word: str, *, first: bool) -> bool:
    """Whether an unknown word before the order only leads up to it ("chasing", "the outage", "G'day").

    Names in the middle of a sentence may be places or products, and anything with a digit, a sign or a letter that is not
    English may be a part of the order: they stay unknown.
    """
    text = word.lower()
    capital = word[:1].isupper() and not first
    return bool(_ORDINARY.fullmatch(text)) and not capital and text not in _CHANGES_MEANING


def _is_context(clean: Clean, clause: _Clause) -> bool:
    texts = [clean.text[word.start : word.end] for word in clause.words]
    spoken = [text for text in texts if re.match(rf"[a-z{HANGUL}]", text)]
    numbered = [word for word in clause.words if re.search(r"[0-9]", clean.text[word.start : word.end])]
    if len(spoken) < 4 and not all(counts_other_things(clean.text, word.start) for word in numbered):
        return False
    if all(word.idle or is_idle(clean.text[word.start : word.end]) for word in clause.words):
        return True
    if any(_HANGUL.match(text) for text in spoken):
        if (
            clause.attached
            and any(_EXCLUDES.match(text) for text in spoken[1:])
            and not _EXCLUDES_NOTHING.match(spoken[0])
        ):
            return False
        return len(spoken) >= 2 or any(is_idle(text) for text in spoken)
    if clause.attached and any(_DENIED_NAME.match(clean.cased, word.start) for word in clause.words):
        return False
    return bool(numbered) or (len(spoken) >= 3 and any(text in idle.FUNCTION for text in spoken))


def _wish(clean: Clean, clause: _Clause) -> bool:
    """Whether a clause hung on to an order may be a wish about it: it has no subject and a word that could change it.

    A Korean one behind the order's beginning is one where it names terms of the trade and gives no reason.
    """
    texts = {clean.text[word.start : word.end] for word in clause.words if not word.idle}
    if clean.korean and not clause.leads and any(map(_TERM.search, texts)):
        return not _GIVES_REASON.search(clean.text, 0, clause.words[-1].end)
    return clause.attached and bool(texts & (idle.RISKY | idle.DANGER) - {"only", "last", "rather"})


def _counts(clean: Clean, word: Word) -> bool:
    """Whether a word of context is a number from two on ("the eighty gig ones"): it may be meant for the order."""
    number = number_at(clean.text, word.start)
    if counts_other_things(clean.text, word.start):
        return False
    return number is not None and number.word and number.end == word.end and number.value > 1


def _conditional(clean: Clean, word: Word) -> bool:
    text = clean.text[word.start : word.end]
    return (
        text in idle.CONDITION
        or text.startswith(("만약", "만일", "취소"))
        or bool(
            re.search(r"[0-9]", text)
            and not _MODEL_SIZE.match(clean.text, word.start)
            and not counts_other_things(clean.text, word.start)
        )
    )
