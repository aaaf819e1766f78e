# ruff: noqa: E501
"""What is not wanted: "anything but A100", SXM 필요 없음. A product left out is none of the order; a
requirement is taken away or, where a bid cannot exclude it, asked about."""

from __future__ import annotations

from dataclasses import replace

from nlp.idle_words import Word
from nlp.lexicon.attributes import EXCLUDED_AFTER, EXCLUDED_BEFORE, NOT_NEEDED_AFTER, NOT_NEEDED_BEFORE
from nlp.patterns import lazy
from nlp.tagged import Attribute, Product, Refusal, Role
from nlp.tagging.base import Clean, Piece

_NEGATED_BEFORE = lazy(
    r"(?:any(?:thing|thing else)? (?:but|except|other than|apart from|besides)|everything (?:but|except)|except(?: for)?|excluding|other than|but not(?: the| any)?|not(?: the| an?| any)?|no|don'?t (?:want|need|like)(?: the| any)?|without(?: any)?|instead of(?: the)?|rather than(?: the)?|avoid)(?: nvidia)? ?$"
)
_NEGATED_AFTER = lazy(
    r"(?:은|는|을|를|만|이|가)? ?(?:말고(?:는)?|빼고(?:는)?|제외(?:하고|한|하면)?|아닌(?: ?거| ?걸로| ?것)?|이외|외에|대신(?:에)?|만 ?아니면 ?(?:(?:뭐든지?|무엇이든|아무거나|어떤 ?(?:거|것)이?든지?|다|전부|그 ?외엔?|나머지는?) ?)*(?:돼요|됩니다|되고요?|됨|좋[가-힣]*|괜찮[가-힣]*|상관 ?없[가-힣]*|무방[가-힣]*|ok|ㅇㅋ)?)"
)
_NEGATABLE = frozenset({"form", "memory_gb", "interconnect", "tags"})
_NOT_NEEDED_BEFORE = lazy(NOT_NEEDED_BEFORE)
_NOT_NEEDED_AFTER = lazy(NOT_NEEDED_AFTER)
_DENIED_MUST = lazy(r"(?:필수|의무)(?:은|는|가|이)? ?아(?:님|닙|니)[가-힣]*")
_NO_NEED = lazy(r" (?:needed|required|necessary)(?![a-z])")
_EXCLUDED_BEFORE = lazy(EXCLUDED_BEFORE)
_EXCLUDED_AFTER = lazy(EXCLUDED_AFTER)


def negated_products(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """ "anything but A100", "A100 말고": a product that is not wanted is no product of the order."""
    out: list[Piece] = []
    words = list(words)
    for piece in pieces:
        if piece.role is not Role.ASSET:
            out.append(piece)
            continue
        before = _NEGATED_BEFORE.search(clean.text[: piece.start])
        after = _NEGATED_AFTER.match(clean.text, piece.end) if clean.korean else None
        if not before and not after:
            out.append(piece)
            continue
        start, end = (before.start() if before else piece.start), (after.end() if after else piece.end)
        words = [word for word in words if not start <= word.start < end]
        out = [each for each in out if not start <= each.start]
        behind = next((each for each in pieces if each.start >= end), None)
        replaced = behind is not None and behind.role in (Role.ASSET, Role.QUANTITY, Role.JOINER)
        chosen = any(
            isinstance(each.value, Product) and not each.value.generic for each in out
        )  # "8 H100s except A100s" leaves out what nobody offered
        words.append(Word(start, end, replaced or not chosen or _taken_back(pieces, piece)))
    return out, sorted(words, key=lambda word: word.start)


def _taken_back(pieces: list[Piece], product: Piece) -> bool:
    """ "6 4090s ... I meant 5090s, not 4090s": what a correction replaces may be denied once more."""
    said = [piece for piece in pieces if piece.end <= product.start]
    at = next((n for n, piece in enumerate(said) if piece.role is Role.CORRECTION), len(said))
    return any(piece.role is Role.ASSET and piece.value == product.value for piece in said[:at]) and at < len(said)


def negated_requirements(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """ "No InfiniBand needed" states no requirement; "not SXM" excludes one, which a bid cannot say."""
    pieces = _without_denied_musts(clean, pieces)
    words = [word for word in words if not any(piece.start <= word.start < piece.end for piece in pieces)]
    out: list[Piece] = []
    explained = 0
    for piece in pieces:
        if piece.role is Role.REFUSAL and piece.start < explained:
            continue  # the 필요 없음 of SXM 필요 없음
        if not isinstance(piece.value, Attribute) or piece.value.field not in _NEGATABLE:
            out.append(piece)
            continue
        said = clean.text[piece.start : piece.end]
        needed = _NO_NEED.search(said) or _NO_NEED.match(clean.text, piece.end)
        after = _NOT_NEEDED_AFTER.match(clean.text, piece.end)
        before = _NOT_NEEDED_BEFORE.search(clean.text[: piece.start])
        if before and before[0].strip() == "no" and not needed:
            before = None
        excluded = _EXCLUDED_BEFORE.search(clean.text[: piece.start]) or _EXCLUDED_AFTER.match(clean.text, piece.end)
        if before or (after and not excluded):
            start, end = (before.start() if before else piece.start), max(piece.end, after.end() if after else 0)
            words = [word for word in words if not start <= word.start < end]
            explained = end
            if piece.value.field == "tags":
                words.append(Word(start, end, True))
            else:
                out.append(Piece(start, end, Role.ATTRIBUTE, replace(piece.value, value=None)))
        elif excluded:
            out.append(replace(piece, role=Role.REFUSAL, value=Refusal("unsupported", "an excluded requirement")))
        else:
            out.append(piece)
    return out, sorted(words, key=lambda word: word.start)


def _without_denied_musts(clean: Clean, pieces: list[Piece]) -> list[Piece]:
    """인피니밴드 필수는 아님: the denial belongs to the requirement that it takes away."""
    out: list[Piece] = []
    for piece in pieces:
        denied = None
        if isinstance(piece.value, Attribute) and piece.value.field in _NEGATABLE:
            denied = _DENIED_MUST.search(clean.text, piece.start, piece.end + 12)
        if denied and denied.start() < piece.end < denied.end():
            value = replace(piece.value, value=None) if isinstance(piece.value, Attribute) else piece.value
            out.append(replace(piece, end=denied.end(), value=value))
        elif not out or piece.start >= out[-1].end:
            out.append(piece)
    return out
