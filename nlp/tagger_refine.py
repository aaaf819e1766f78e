# ruff: noqa: E501, SIM905
"""Second look at the tagger's pieces, where a neighbour decides what one of them is."""

from __future__ import annotations

import re
from dataclasses import replace

from nlp.idle_words import Word, is_idle, without_shared_nights
from nlp.lexicon.attributes import EXCLUDED_AFTER, EXCLUDED_BEFORE, NOT_NEEDED_AFTER, NOT_NEEDED_BEFORE
from nlp.lexicon.prices import TOTAL_WORDS, UNIT_NOTE
from nlp.patterns import lazy
from nlp.tagged import Attribute, Price, PriceUnit, Product, Quantity, Refusal, Role
from nlp.tagger_base import Clean, Piece
from nlp.tagger_breaks import breaks
from nlp.tagger_corrections import corrected_counts
from nlp.tagger_days import prices_of_days
from nlp.tagger_either import either_way
from nlp.tagger_events import local_hours, of_events
from nlp.tagger_habits import habits
from nlp.tagger_korean import partial_fills
from nlp.tagger_lengths import open_lengths
from nlp.tagger_loose import loosely_wanted
from nlp.tagger_nodes import node_counts
from nlp.tagger_others import counts_of_others
from nlp.tagger_own_days import own_days
from nlp.tagger_own_numbers import own_numbers, part_elsewhere
from nlp.tagger_owned import only_owned
from nlp.tagger_people import places_of_people
from nlp.tagger_required import required
from nlp.tagger_second_thoughts import replaced, taken_back
from nlp.tagger_swaps import swapped
from nlp.tagger_told import told
from nlp.tagger_troubles import without_troubles
from nlp.tagger_whereabouts import only_told_of

_NEGATED_BEFORE = lazy(
    r"(?:any(?:thing|thing else)? (?:but|except|other than|apart from|besides)|everything (?:but|except)|except(?: for)?|excluding|other than|but not(?: the| any)?|not(?: the| an?| any)?|no|don'?t (?:want|need|like)(?: the| any)?|without(?: any)?|instead of(?: the)?|rather than(?: the)?|avoid)(?: nvidia)? ?$"
)
_NEGATED_AFTER = lazy(
    r"(?:은|는|을|를|만|이|가)? ?(?:말고(?:는)?|빼고(?:는)?|제외(?:하고|한|하면)?|아닌(?: ?거| ?걸로| ?것)?|이외|외에|대신(?:에)?|만 ?아니면 ?(?:(?:뭐든지?|무엇이든|아무거나|어떤 ?(?:거|것)이?든지?|다|전부|그 ?외엔?|나머지는?) ?)*(?:돼요|됩니다|되고요?|됨|좋[가-힣]*|괜찮[가-힣]*|상관 ?없[가-힣]*|무방[가-힣]*|ok|ㅇㅋ)?)"
)
_AFTER_COUNT = frozenset(
    "on for in at from with of and or to by please pls is are would will if when starting more each the then also plus but as during over within per all total max".split()
)
_BARE_AMOUNT = lazy(r"(?:for (?:the )?)?[0-9]*\.?[0-9]+")
_NEGATABLE = frozenset({"form", "memory_gb", "interconnect", "tags"})
_NOT_NEEDED_BEFORE = lazy(NOT_NEEDED_BEFORE)
_NOT_NEEDED_AFTER = lazy(NOT_NEEDED_AFTER)
_DENIED_MUST = lazy(r"(?:필수|의무)(?:은|는|가|이)? ?아(?:님|닙|니)[가-힣]*")
_NO_NEED = lazy(r" (?:needed|required|necessary)(?![a-z])")
_EXCLUDED_BEFORE = lazy(EXCLUDED_BEFORE)
_EXCLUDED_AFTER = lazy(EXCLUDED_AFTER)
_TOTAL = lazy(TOTAL_WORDS)
_SAME = lazy(r"same place|같은 ?곳")
_UNIT_NOTE = lazy(UNIT_NOTE)
_STRONG = frozenset({".", ";", "newline"})


def refine(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces with neighbours taken into account, and the words that this explains marked idle."""
    pieces, words = counts_of_others(clean, pieces, words)
    pieces, words = node_counts(clean, pieces, words)
    pieces = corrected_counts(clean, pieces)
    pieces, words = own_numbers(clean, pieces, words)
    pieces, words = _stray_counts(clean, pieces, words)
    pieces = part_elsewhere(clean, pieces)
    pieces, words = local_hours(clean, pieces, words)
    pieces, words = taken_back(clean, pieces, words)
    pieces, words = swapped(clean, pieces, words)
    pieces, words = _negated_products(clean, pieces, words)
    pieces, words = replaced(clean, pieces, words)
    pieces, words = _negated_requirements(clean, pieces, words)
    pieces, words = _generic_products(pieces, words)
    pieces, words = only_owned(clean, pieces, words)
    pieces = _one_place(clean, pieces)
    pieces, words = partial_fills(clean, pieces, words)
    pieces, words = required(clean, pieces, words)
    pieces, words = either_way(clean, pieces, words)
    pieces, words = breaks(clean, pieces, words)
    pieces, words = own_days(clean, pieces, words)
    pieces, words = places_of_people(clean, pieces, words)
    pieces = only_told_of(clean, pieces)
    pieces, words = open_lengths(clean, pieces, words)
    pieces, words = loosely_wanted(clean, pieces, words)
    pieces, words = without_shared_nights(clean, pieces, words)
    pieces, words = without_troubles(clean, pieces, words)
    pieces, words = habits(clean, pieces, words)
    pieces, words = told(clean, pieces, words)
    pieces, words = of_events(clean, pieces, words)
    pieces, words = prices_of_days(clean, pieces, words)
    pieces, words = _unit_note(clean, pieces, words)
    return _price_totals(clean, pieces, words), words


def _stray_counts(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """A bare number in front of a word that is no product counts or names something else ("the 2.1 release"): it is left
    over, to be asked about."""
    out: list[Piece] = []
    words = list(words)
    for index, piece in enumerate(pieces):
        behind = pieces[index + 1] if index + 1 < len(pieces) else None
        word = next((each for each in words if each.start >= piece.end), None)
        counts = isinstance(piece.value, Quantity) and piece.value.bare
        beside = word is not None and not clean.text[piece.end : word.start].strip(" -") and not word.idle
        first = behind is None or (word is not None and word.start < behind.start)
        text = clean.text[word.start : word.end] if word else ""
        plain = text.isascii() and text.isalpha() and text not in _AFTER_COUNT
        counts = counts or _is_bare_amount(clean, piece, text)
        if counts and beside and first and plain and not (behind and behind.role in (Role.ASSET, Role.ATTRIBUTE)):
            words.append(Word(piece.start, piece.end, False))
        else:
            out.append(piece)
    return out, sorted(words, key=lambda each: each.start)


def _is_bare_amount(clean: Clean, piece: Piece, behind: str) -> bool:
    """Whether a price is a number alone (no sign, bound or unit) in front of a word that it may name something of."""
    alone = isinstance(piece.value, Price) and _BARE_AMOUNT.fullmatch(clean.text, piece.start, piece.end)
    return bool(alone) and (clean.text.startswith("for the", piece.start) or not is_idle(behind))


def _negated_products(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
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


def _negated_requirements(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
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


def _one_place(clean: Clean, pieces: list[Piece]) -> list[Piece]:
    """ "in the same place", where none was said, asks for one region for all lots."""
    placed = min((piece.start for piece in pieces if piece.role is Role.PLACE), default=len(clean.text))
    return [
        replace(piece, role=Role.ATTRIBUTE, value=Attribute("same_region", True))
        if piece.role is Role.REFERENCE
        and piece.value == "place"
        and piece.start < placed
        and _SAME.search(clean.text, piece.start, piece.end)
        else piece
        for piece in pieces
    ]


def _generic_products(pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """ "GPUs" names nothing: it is an idle word, and the product stays missing if no other is named."""
    generic = [piece for piece in pieces if isinstance(piece.value, Product) and piece.value.generic]
    named = any(isinstance(piece.value, Product) and not piece.value.generic for piece in pieces)
    if not named:
        generic = [piece for piece in generic if isinstance(piece.value, Product) and piece.value.kind == "gpu"]
    kept = [piece for piece in pieces if piece not in generic]
    return kept, sorted(
        [*words, *(Word(piece.start, piece.end, True) for piece in generic)], key=lambda word: word.start
    )


def _unit_note(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """ "All prices per GPU-hour": the unit of every price that has none of its own."""
    prices = [piece for piece in pieces if isinstance(piece.value, Price)]
    covered = [(piece.start, piece.end) for piece in prices]
    note = next(
        (
            found
            for found in _UNIT_NOTE.finditer(clean.text)
            if not any(start < found.end() and found.start() < end for start, end in covered)
        ),
        None,
    )
    if note is None or not any(isinstance(piece.value, Price) and piece.value.unit is None for piece in prices):
        return pieces, words
    start, end = note.span()
    unit: PriceUnit = "node_hour" if re.search(r"node|server|노드", note[0]) else "gpu_hour"
    out: list[Piece] = []
    for piece in pieces:
        if start <= piece.start < end:
            continue
        if isinstance(piece.value, Price) and piece.value.unit in (None, "hour"):
            piece = replace(piece, value=replace(piece.value, unit=unit))
        out.append(piece)
    kept = [word for word in words if not start <= word.start < end]
    return out, sorted([*kept, Word(start, end, True)], key=lambda word: word.start)


def _price_totals(clean: Clean, pieces: list[Piece], words: list[Word]) -> list[Piece]:
    """ "finance signed off on 12k ... in total": a total word in the same sentence makes an amount without a unit one."""
    out = []
    for piece in pieces:
        if isinstance(piece.value, Price) and piece.value.unit is None:
            start = max((each.end for each in pieces if each.end <= piece.start and each.value in _STRONG), default=0)
            end = min(
                (each.start for each in pieces if each.start >= piece.end and each.value in _STRONG),
                default=len(clean.text),
            )
            near = [word for word in words if start <= word.start < end and _TOTAL.match(clean.text, word.start)]
            others = [each for each in pieces if start <= each.start < end and isinstance(each.value, Price)]
            if near and len(others) == 1:
                piece = replace(piece, value=replace(piece.value, unit="total"))
        out.append(piece)
    return out
