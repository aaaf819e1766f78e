# ruff: noqa: E501
"""Counts of what is no goods: "12 shots still open", people (심사위원 세 분), and what is left to do (컷이 300개 남았어요)."""

from __future__ import annotations

import re
from itertools import pairwise

from nlp.idle_words import Word, is_idle
from nlp.lexicon import korean_asides
from nlp.patterns import lazy
from nlp.tagged import Quantity, Role
from nlp.tagging.base import Clean, Piece

_OTHER_THINGS = lazy(
    r"(?<![0-9.,$€£-])(?:[0-9]{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty|a hundred|two hundred)"
    r" (?:(?:more|open|other|new|unhappy|angry|hungry|[a-z]{3,12}) )?(?!(?:gpus?|cards?|nodes?|machines?|hosts?|servers?|racks?|boxes|units|pieces|instances|hours?|hrs|days?|weeks?|months?|years?|minutes?|mins|seconds|nights?|mornings?|afternoons?|evenings?|weekends?|dollars?|bucks|cents|percent|spares?|ones|others|extras|sets|copies|batches|slots?|sites?|regions?|zones?|lots?|parts?|vms|accelerators?|tokens?|cores?|cpus|disks?|drives|links|ports|gigs|bits|lanes|switches|cables|times|tranches|chunks|blocks|orders?|bids?|windows?|halves|thirds|nines|items?|options?|choices|pairs|dozens|is|was|has|his|this|as|us|plus|minus|less|perhaps|always|does|its|thanks|terms|cancellations|extensions|renewals|instalments|payments|invoices|vendors|sellers|suppliers|providers)(?![a-z]))[a-z]{3,}s(?![a-z])"
    r"(?! (?:each|apiece|per|of (?:h|a|b|l|v|rtx|gpu|memory|ram)|with|free|max|min|at|for)(?![a-z]))"
)
_EACH = lazy(r"(?<![a-z])(?:each|apiece|every|per [a-z]+(?<!hour)(?<!gpu))(?![a-z])|씩|각각|각자|마다|당 ?[0-9]")
_OTHER_KOREAN = lazy(rf"[0-9]{{1,4}} ?(?:[만천백] ?)?(?:여 ?)?{korean_asides.OTHER_COUNTERS}")
_GOODS = lazy(
    r"(?:gpu|지피유|카드|노드|서버|장비|물량|자원|대수|수량|매물|재고|[a-z]{1,4}[0-9]{1,4}[a-z]*|쿼터|할당량)(?:이|가|은|는|도|만)?$"
)
_HONOURED = lazy(
    r"(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|서른|마흔|쉰|여러) ?분(?:이|께서|께|의|을|은|도|앞)?"
)
"""Native numbers count persons so; minutes are counted in the others."""
_OF_OTHERS = lazy(rf" ?{korean_asides.OTHER_COUNTERS}")
_HANDED_IN = lazy(r"[가-힣](?:에|에게|을|를) $")
"""Before 낼: what is handed in, no "tomorrow"."""
_CODE = lazy(r"(?<![a-z])([a-z]{1,6})-?$")
"""Letters that a number is written to: D7, ML-882."""
_NOUN = lazy(r"(?:[가-힣]{2,}|[a-z]{3,})(?<![면도만나서고며니까로에씩당지데야든요다죠임음])")
"""An unknown word that may name what is counted behind it; not one with an ending that leads on (급하면 8장)."""
_LEFT_TO_DO = lazy(
    r"(?:이|가|은|는|도|을|를)? ?(?:아직 |더 |넘게 |이상 |정도 |가까이 )*(?:남[았아은]|밀[렸려]|쌓[여였이]|대기 ?중|모[였여]|들어[왔와])"
)


def counts_other_things(text: str, at: int) -> bool:
    """Whether the number at an offset of a text counts things that are no goods: "12 shots still open". Where as much
    is wanted for each of them, it is a number of the order's."""
    found = _OTHER_THINGS.match(text.lower(), at) or _OTHER_KOREAN.match(text, at)
    return found is not None and not _EACH.search(text.lower(), found.end())


def counts_of_others(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces without counts of other things; each is an idle word, and one with unknown words where it belongs to
    them."""
    if clean.korean:
        counts = [piece for piece in pieces if _counts_others(clean, piece)]
        left = [piece for piece in pieces if piece not in counts]
        words = sorted([*words, *(Word(each.start, each.end, True) for each in counts)], key=lambda word: word.start)
    else:
        left = pieces
    unknown = [each for each in left if _of_unknown_words(clean, left, words, each)]
    words = [*words, *(Word(each.start, each.end, False) for each in unknown)]
    return [each for each in left if each not in unknown], sorted(words, key=lambda word: word.start)


def _counts_others(clean: Clean, piece: Piece) -> bool:
    if piece.role is Role.TIME:
        said = clean.text[piece.start : piece.end].strip()
        handed_in = said == "낼" and bool(_HANDED_IN.search(clean.text[: piece.start]))
        return handed_in or bool(_HONOURED.fullmatch(said))
    if piece.role is not Role.QUANTITY or _EACH.search(clean.text, piece.end):
        return False
    before = clean.text[: piece.start].rstrip()
    if _OF_OTHERS.match(clean.text, piece.end):
        return True
    noun = re.search(r"[가-힣a-z0-9]+$", before)
    return noun is not None and not _GOODS.search(noun[0]) and bool(_LEFT_TO_DO.match(clean.text, piece.end))


def _of_unknown_words(clean: Clean, pieces: list[Piece], words: list[Word], piece: Piece) -> bool:
    """Whether a count belongs to an unknown word before it, where the goods have a count of their own: the 7 of "rack
    D7", 스캔본 6만 장."""
    value = piece.value
    if not isinstance(value, Quantity) or value.each or value.at_a_time:
        return False
    code = value.bare and _CODE.search(clean.text, max(0, piece.start - 12), piece.start)
    end = code.start() + len(code[1]) if code else piece.start
    word = next((each for each in reversed(words) if each.end <= end), None)
    if word is None or word.idle or _EACH.search(clean.text, piece.end) or not _counted(pieces, piece):
        return False
    text, between = clean.text[word.start : word.end], clean.text[word.end : piece.start]
    if code and word.end == end:
        return True
    if not clean.korean or between.strip() or is_idle(text) or _beside_product(clean, pieces, piece):
        return False
    return bool(_NOUN.fullmatch(text)) and not _GOODS.search(text)


def _counted(pieces: list[Piece], piece: Piece) -> bool:
    """Whether another count stands beside a product."""
    rest = [each for each in pieces if each is not piece and each.role is not Role.ATTRIBUTE]
    return any({first.role, second.role} == {Role.QUANTITY, Role.ASSET} for first, second in pairwise(rest))


def _beside_product(clean: Clean, pieces: list[Piece], piece: Piece) -> bool:
    return any(
        each.role is Role.ASSET and not clean.text[min(each.end, piece.end) : max(each.start, piece.start)].strip()
        for each in pieces
    )
