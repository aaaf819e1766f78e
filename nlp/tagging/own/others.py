# ruff: noqa: E501
"""Counts of what is no goods: "12 shots still open", people (심사위원 세 분), and what is left to do (컷이 300개 남았어요)."""

from __future__ import annotations

import re

from nlp.idle_words import Word
from nlp.lexicon import korean_asides
from nlp.patterns import lazy
from nlp.tagged import Role
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
_LEFT_TO_DO = lazy(
    r"(?:이|가|은|는|도|을|를)? ?(?:아직 |더 |넘게 |이상 |정도 |가까이 )*(?:남[았아은]|밀[렸려]|쌓[여였이]|대기 ?중|모[였여]|들어[왔와])"
)


def counts_other_things(text: str, at: int) -> bool:
    """Whether the number at an offset of a text counts things that are no goods: "12 shots still open". Where as much
    is wanted for each of them, it is a number of the order's."""
    found = _OTHER_THINGS.match(text.lower(), at) or _OTHER_KOREAN.match(text, at)
    return found is not None and not _EACH.search(text.lower(), found.end())


def counts_of_others(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces without counts of other things; each is an idle word."""
    if not clean.korean:
        return pieces, words
    counts = [piece for piece in pieces if _counts_others(clean, piece)]
    left = [piece for piece in pieces if piece not in counts]
    words = [*words, *(Word(piece.start, piece.end, True) for piece in counts)]
    return left, sorted(words, key=lambda word: word.start)


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
