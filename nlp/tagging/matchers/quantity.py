# ruff: noqa: E501
"""Finds counts: of GPUs, nodes, racks, tokens, and volumes of GPU-hours, with their bounds."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from nlp.lexicon.numbers import VAGUE
from nlp.numbers import Number, number_at
from nlp.patterns import lazy
from nlp.tagged import Bound, CountUnit, Quantity, Refusal, Role
from nlp.tagging.base import PARTICLE_ENDS, Clean, Piece
from nlp.tagging.matchers.count_endings import finish
from nlp.tagging.matchers.counted import (
    GPU_UNIT,
    NODE_UNIT,
    SIZED_NODE,
    countable,
    korean_sized_nodes,
    with_unit,
)

_UP_TO = lazy(
    r"(?:(?:for |of |want |take )?(?:(?:any ?where |any number |anything )?up ?to|at most|at the most|no more than|not more than|never (?:(?:using|running|taking|needing|having) )?more than|max(?:imum|\.)?(?: of)?|as many as|as high as|a maximum of|≤|<=|ideally up to|qty max|최대(?:한|로)?|많아야|많으면)) ?(?:of )?:? ?"
)
_AT_LEAST = lazy(
    r"(?:with |but |and |though |or )?(?:(?:i'?d |we'?d |i |we |i'?ll |we'?ll |(?:the |our |my )?(?:client|customer|buyer|seller|desk|team) )?(?:would |will |can )?(?:accept|take|settle for|live with|be (?:fine|happy|ok|okay) with|go|drop|go down|do) )?(?:at least|at minimum|at the least|(?:smallest|min(?:imum|\.)?)(?: (?:acceptable|allowed|tradable))?(?: (?:fill|order|quantity|piece|clip|lot|chunk|block|ticket|parcel|slice|partial))?(?: size)?(?: of| is)?:?(?: of)?|(?:a )?partials?(?: fills?)? (?:of|from|down to)(?: at least)?|a minimum(?: fill)? of|(?:with )?(?:a |the )?min(?:imum)?(?: of)|no fewer than|not fewer than|no less than|not less than|as (?:few|little|low) as|down to|≥|>=|(?:partial )?fills? (?:of |down to |from )?(?:at least )?|최소(?:한|로)?|적어도|못해도) ?:? ?"
)
_RANGE_BEFORE = lazy(r"(?:any ?where |somewhere |any number )?(?:from|between) ")
_BOUNDS_JOIN = lazy(r",? (?:and |but )?")
_EACH_BEFORE = lazy(r"(?:each|각각?|각자) ")
_RANGE_JOIN = lazy(r" ?(?:to|-|~|—|through|and|or|에서|부터|내지) ?")
_HOURS_LABEL = lazy(r"(?:총 ?)?gpu[ -]?(?:hours?|hrs?|시간)(?:은|는|이|을|으로|기준)?(?: ?[:=])? (?=[0-9])")
_WIDTH_BEFORE = lazy(
    r"(?:한 ?번에|한꺼번에|(?:최대 ?)?동시(?:에| ?(?:사용|가동|구동|운용|실행|접속|이용)(?:량| ?수량)?)?(?:은|는)?:?) ?(?=최대|최소|적어도|[0-9]|[가-힣]{1,3} ?(?:장|개|대))"
)
_MORE = lazy(r"(?:another|a further|an additional|an extra|추가로?|다른) ")
_LABEL = lazy(
    r"(?:x(?!(?<=[0-9] x)[0-9]{3,4}[a-z]? (?:cards?|gpus?|chips?|boards?))|×|\*) ?(?=[0-9])|(?:qty|quantity|count|amount|number(?: of (?:gpus?|cards?|units?))?|# ?(?:of )?gpus?|no\. of gpus|gpus|units|nos\.?|size|how many|수량|개수|대수|장수) ?(?:[:=]|-(?= )) ?|(?:수량|개수|대수|장수)(?:은|는|이)? (?=[0-9])"
)
_IN_ALL = lazy(
    r"(?:총|합계|도합|모두 ?합쳐서?|전부 ?합쳐서?|합쳐서|통틀어) ?(?=[0-9][0-9,]* ?(?:장|개|대|노드|서버|gpu|카드))"
)
"""총 8장."""
_KOREAN_NODE_FIRST = lazy(r"(?:gpu ?)?(?P<node>노드|서버|박스|머신)|(?P<rack>랙)")
_KOREAN_COUNTER = lazy(r" ?(?:장|대|개|기|식|세트)")
_ONE_GPU = lazy(r"(?:gpu|card)(?![a-z0-9-])(?! ?-?hour)")
_NOT_COUNTED = lazy(r"[ -]?(?:hours?|hrs?|h|days?|cluster|job|run|order|box price)(?![a-z])")
_FULL = lazy(r"(?:full|whole|entire|complete) (?=(?:nodes?|servers?|boxe?s?|racks?)(?![a-z]))")
_SINGLE = lazy(
    r"(?:an?|one|a single|single|한|a full|a whole|one full|one whole|the whole|a complete|a half|half an?)(?: (?:full|whole|single|entire|complete|dedicated|spare))? "
)
_VAGUE = lazy(
    "(?:(?:"
    + "|".join(VAGUE)
    + r") ?(?:more )?)(?=(?:[a-z0-9]*[ -]?)?(?:gpus?|nodes?|cards?|servers?|racks?|tokens?|[a-z]{1,4}[0-9]{2,4}|[3-6]0[7-9]0|tpu|rtx|atlas|meridian|장|대|개|노드|blackwell|hopper|l4|gpu))"
)


_NAMED = lazy(r"[0-9]{4}(?:(?:만|은|는)? ?(?:아니면|아닌|말고|빼고|제외)|(?:은|는|도|을|를|이)(?![가-힣]))")
"""A card named by its number, of which something is said: 4090은 35센트, 4090만 아니면."""
MOST_OF_IT = 90
"""A share with a decimal that is no uptime, in percent: two thirds."""
_AT_BEFORE = lazy(r"(?:^|[ ,;(])(?:at|@) ?$")
"""What stands behind "at" is a price or a time, whatever its size."""


def quantity_at(clean: Clean, at: int) -> list[Piece] | None:
    """A count with its bound and unit; the product inside "2,000 H100-hours" comes along as its own piece."""
    if _AT_BEFORE.search(clean.text, max(0, at - 5), at):
        return None
    if clean.korean and _NAMED.match(clean.text, at) and clean.lexis.gpus.match(clean.text, at):
        return None
    return korean_sized_nodes(clean, at) or _count(clean, at)


def _count(clean: Clean, at: int) -> list[Piece] | None:
    text = clean.text
    label = _HOURS_LABEL.match(text, at)
    volume = number_at(text, label.end()) if label else None
    if volume and volume.value == int(volume.value) >= 1:
        end = volume.end + (2 if text.startswith("시간", volume.end) else 0)
        return [finish(clean, at, end, volume.value, volume.value, "gpu_hour", "exact", said=True)]
    if vague := _VAGUE.match(text, at):
        return [Piece(at, vague.end(), Role.REFUSAL, Refusal("missing_quantity", "vague", "quantity"))]
    bound: Bound = "exact"
    start, each = at, False
    if match := (_LABEL.match(text, at) or _IN_ALL.match(text, at)):
        at = match.end()
    width = _WIDTH_BEFORE.match(text, at)
    if width:
        at = width.end()
    if match := _MORE.match(text, at):
        at = match.end()
    if match := _UP_TO.match(text, at):
        bound, at = "up_to", match.end()
    elif match := _AT_LEAST.match(text, at):
        bound, at = "at_least", match.end()
    elif match := _EACH_BEFORE.match(text, at):
        each, at = True, match.end()
    if bound == "at_least" and (both := _both_bounds(clean, start, at)):
        return both
    if (first_unit := _KOREAN_NODE_FIRST.match(text, at)) and clean.korean:
        return _korean_nodes(clean, start, first_unit, bound)
    low = None
    spread = _RANGE_BEFORE.match(text, at)
    if spread and bound == "exact":
        low = number_at(text, spread.end())
    low = low or number_at(text, at)
    if low is None:
        single = _SINGLE.match(text, at) or _FULL.match(text, at)
        return _single(clean, start, single) if single else None
    found = _counted(clean, start, low, bound, each, ranged=bool(spread))
    if width and found and isinstance(found[0].value, Quantity):
        found[0] = replace(found[0], value=replace(found[0].value, at_a_time=True))
    return found


def _both_bounds(clean: Clean, start: int, at: int) -> list[Piece] | None:
    """ "at least 2 and up to 6 nodes": a range, with the unit said once or twice."""
    low = number_at(clean.text, at)
    if low is None:
        return None
    unit = NODE_UNIT.match(clean.text, low.end) or GPU_UNIT.match(clean.text, low.end)
    join = _BOUNDS_JOIN.match(clean.text, unit.end() if unit else low.end)
    most = _UP_TO.match(clean.text, join.end()) if join else None
    high = number_at(clean.text, most.end()) if most else None
    if high is None or high.value <= low.value or not countable(clean, high):
        return None
    return with_unit(clean, start, high.end, low, high, "range", False)


def _korean_nodes(clean: Clean, start: int, unit: re.Match[str], bound: Bound) -> list[Piece] | None:
    """노드 2대, 서버 세 대, 랙 하나."""
    gap = unit.end() + (1 if clean.text[unit.end() : unit.end() + 1] == " " else 0)
    if bound == "exact":
        if match := _UP_TO.match(clean.text, gap):
            bound, gap = "up_to", match.end()
        elif match := _AT_LEAST.match(clean.text, gap):
            bound, gap = "at_least", match.end()
    number = number_at(clean.text, gap)
    if number is None or number.value != int(number.value) or number.value < 1:
        return None
    end = number.end
    if counter := _KOREAN_COUNTER.match(clean.text, end):
        end = counter.end()
    elif (
        clean.text[end : end + 1]
        and re.match(r"[가-힣a-z0-9]", clean.text[end])
        and not PARTICLE_ENDS.match(clean.text, end)
    ):
        return None
    kind: CountUnit = "node" if unit["node"] else "rack"
    return [finish(clean, start, end, number.value, number.value, kind, bound, said=True)]


def _single(clean: Clean, start: int, single: re.Match[str]) -> list[Piece] | None:
    """ "a node", "a full rack", "an H100": one of it."""
    end = single.end()
    if "half" in single[0]:
        if unit := NODE_UNIT.match(clean.text, end):
            return [Piece(start, unit.end(), Role.REFUSAL, Refusal("unsupported", "part of a node"))]
        return None
    if unit := NODE_UNIT.match(clean.text, end):
        kind: CountUnit = "node" if unit["node"] else "rack"
        return [finish(clean, start, unit.end(), Decimal(1), Decimal(1), kind, "exact", said=True)]
    if _ONE_GPU.match(clean.text, end):
        return [finish(clean, start, end + 3, Decimal(1), Decimal(1), "gpu", "exact", said=True)]
    product = clean.lexis.gpus.match(clean.text, end)
    if product and not _NOT_COUNTED.match(clean.text, product.end()):
        unit = NODE_UNIT.match(clean.text, product.end())
        kind = ("node" if unit["node"] else "rack") if unit else "gpu"
        return [Piece(start, end, Role.QUANTITY, Quantity(Decimal(1), Decimal(1), kind, unit_said=bool(unit)))]
    return None


def _counted(clean: Clean, start: int, low: Number, bound: Bound, each: bool, *, ranged: bool) -> list[Piece] | None:
    text, end, high = clean.text, low.end, low
    before_join = SIZED_NODE.match(text, low.end) or NODE_UNIT.match(text, low.end) or GPU_UNIT.match(text, low.end)
    join = _RANGE_JOIN.match(text, before_join.end() if before_join else low.end)
    word = join[0].strip() if join else ""
    if join and (word not in ("and", "or", "부터") or (word == "and" and ranged)):
        upper = number_at(text, join.end())
        if upper and upper.value > low.value and countable(clean, upper):
            high, end, bound = upper, upper.end, "range"
    if ranged and bound != "range":
        return None
    share = low is high and low.value < MOST_OF_IT and text.startswith("%", end)
    if (not share and (low.value != int(low.value) or high.value != int(high.value))) or low.value < 1:
        return None
    return with_unit(clean, start, end, low, high, bound, each)
