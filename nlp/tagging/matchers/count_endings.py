# ruff: noqa: E501
"""What may follow a count and belongs to it: "at a time", "minimum", "each", the same count in other words."""

from __future__ import annotations

import re
from decimal import Decimal

from nlp.numbers import number_at
from nlp.patterns import lazy
from nlp.tagged import Bound, CountUnit, Quantity, Role
from nlp.tagging.base import PARTICLE_ENDS, Clean, Piece, flat

_AT_A_TIME = lazy(
    r" ?(?:gpus? |cards? )?(?:at a time|at once|at any (?:one )?time|at the same time|concurrent(?:ly)?|in parallel|simultaneous(?:ly)?|wide|동시에?)(?![a-z])"
)
_SUFFIX_LEAST = lazy(
    r" ?(?:is the )?(?:만? ?(?:이라도 ?)?(?:돼도|되어도|체결(?:돼|되어)도|잡혀도|받아도|구해져도|채워져도) ?(?:괜찮|됩니다|돼요|됨|좋|충분|ok|상관 ?없)[가-힣]*|minimum|min(?![a-z])|at least|at minimum|or more|and up|or above|(?<! )(?<!^)\+(?=\s|$)|(?:or|is) (?:the )?minimum|이상(?:은|이면)?)(?! ?(?:for|price|\$))"
)
_SUFFIX_MOST = lazy(
    r" ?(?:maximum|max(?![a-z])(?! ?[$0-9])|at most|at the most|tops(?![a-z])|or (?:fewer|less)|이[하내](?:로만?)?|까지(?:만)?(?: ?(?:가능|괜찮)[가-힣]*)?|미만)"
)
EACH = lazy(
    r" ?(?:of |on |in |for )?(?:each(?: of)?|apiece)(?![a-z])(?! (?:night|day|morning|evening|time|weekend|week|weeknight))|씩|(?: gpus?)? (?:of|for) each"
)
_MORE_AFTER = lazy(r" (?:more|extra|additional)(?![a-z])(?! than| expensive)")
_AGAIN = lazy(
    r" ?까지(?:만)?(?= ?동시)| ?\(=? ?(?:총 ?|즉 ?)?(?P<again>[0-9가-힣]{1,4}) ?(?:장|개|대|gpus?|지피유|(?P<nodes>노드|서버|서버 ?분))\)"
    r"|,? ?(?:총|즉|도합|합계|다 ?해서|=),? ?(?P<summed>[0-9]{1,4}) ?(?:장|개|(?P<sum_nodes>노드|서버))(?![가-힣](?<![이로은입요만]))"
)
_BETWEEN_AFTER = lazy(r" ?사이(?![가-힣]*(?:트|좋|에서 ?[0-9]))")
"""8장에서 24장 사이로."""
_OF_EITHER = lazy(
    r" of (?:either|whichever|any(?: of (?:them|those|these))?|any (?:kind|type)|them|those|these)(?![a-z])"
)


def finish(
    clean: Clean, start: int, end: int, low: Decimal, high: Decimal, unit: CountUnit, bound: Bound,
    *, said: bool, each: bool = False, tails: bool = True,
) -> Piece:  # fmt: skip
    """Takes what may follow a count: "at a time", "minimum", "each", Korean endings."""
    text, at_a_time = clean.text, False
    progress = tails
    while progress:
        progress = False
        if match := _AT_A_TIME.match(text, end):
            at_a_time = progress = True
        elif match := (
            _MORE_AFTER.match(text, end)
            or _OF_EITHER.match(text, end)
            or (_BETWEEN_AFTER.match(text, end) if bound == "range" else None)
        ):
            progress = True
        elif match := EACH.match(text, end):
            each = progress = True
        elif bound in ("exact", "at_least") and (match := _SUFFIX_LEAST.match(text, end)):
            bound, progress = "at_least", True
        elif bound == "exact" and said and (match := _SUFFIX_MOST.match(text, end)):
            bound, progress = "up_to", True
        elif match := _AGAIN.match(text, end):
            progress = (bound == "up_to" and not match["summed"]) or _same_count(clean, match, low, high, unit)
        if match and progress:
            end = match.end()
    if tails and clean.korean and (match := PARTICLE_ENDS.match(text, end)):
        end = match.end()
    return Piece(start, end, Role.QUANTITY, Quantity(low, high, unit, bound, at_a_time, each, said, bare=not said))


def _same_count(clean: Clean, again: re.Match[str], low: Decimal, high: Decimal, unit: CountUnit) -> bool:
    """Whether words behind a count say it in other words: 8장(여덟 장), H100 24장 (3노드), 2노드, 총 16장."""
    words = again["again"] or again["summed"]
    number = number_at(words, 0) if words else None
    if number is None or low != high:
        return False
    of_nodes = bool(again["nodes"] or again["sum_nodes"])
    if of_nodes == (unit != "gpu"):
        return low == number.value
    found = [name for each in clean.lexis.gpus.findall(clean.text) for name in clean.lexis.gpu_names[flat(each)]]
    gpus = [gpu for name in found if (gpu := clean.lexis.catalogue.gpu_by_name.get(name))]
    sizes = {(gpu.rack_size if unit == "rack" else gpu.node_size) or 0 for gpu in gpus}
    if len(sizes) != 1:
        return False
    size = sizes.pop()
    return low == number.value * size if of_nodes else low * size == number.value
