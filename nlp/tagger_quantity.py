# ruff: noqa: E501
"""Finds counts: of GPUs, nodes, racks, tokens, and volumes of GPU-hours, with their bounds."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from nlp.lexicon.numbers import VAGUE
from nlp.lexicon.products import UNKNOWN_SHAPES
from nlp.numbers import Number, number_at
from nlp.tagged import Bound, CountUnit, Product, Quantity, Refusal, Role
from nlp.tagger_base import PARTICLE, Clean, Piece, flat

_UNKNOWN = re.compile("|".join(UNKNOWN_SHAPES))
_UP_TO = re.compile(
    r"(?:(?:for |of |want |take )?(?:(?:any ?where |any number |anything )?up ?to|at most|at the most|no more than|not more than|max(?:imum|\.)?(?: of)?|as many as|as high as|a maximum of|≤|<=|ideally up to|qty max|최대(?:한|로)?|많아야|많으면)) ?(?:of )?:? ?"
)
_AT_LEAST = re.compile(
    r"(?:with |but |and |though |or )?(?:(?:i'?d |we'?d |i |we |i'?ll |we'?ll )?(?:would )?(?:accept|take|settle for|live with|be (?:fine|happy|ok|okay) with|go|drop|go down|do) )?(?:at least|at minimum|at the least|min(?:imum|\.)?(?: fill| order| size| quantity)?(?: of| is)?|a minimum(?: fill)? of|(?:with )?(?:a |the )?min(?:imum)?(?: of)|no fewer than|not fewer than|no less than|not less than|as (?:few|little|low) as|down to|≥|>=|(?:partial )?fills? (?:of |down to |from )?(?:at least )?|최소(?:한|로)?|적어도|못해도) ?:? ?"
)
_RANGE_BEFORE = re.compile(r"(?:any ?where |somewhere |any number )?(?:from|between) ")
_BOUNDS_JOIN = re.compile(r",? (?:and |but )?")
_EACH_BEFORE = re.compile(r"(?:each|각각?|각자) ")
_RANGE_JOIN = re.compile(r" ?(?:to|-|~|—|through|and|or|에서|부터|내지) ?")
_HOURS_LABEL = re.compile(r"(?:총 ?)?gpu[ -]?(?:hours?|hrs?|시간)(?:은|는|이|을|으로|기준)?(?: ?[:=])? (?=[0-9])")
_WIDTH_BEFORE = re.compile(
    r"(?:한 ?번에|한꺼번에|동시에|동시 ?사용) ?(?=최대|최소|적어도|[0-9]|[가-힣]{1,3} ?(?:장|개|대))"
)
_MORE = re.compile(r"(?:another|a further|an additional|an extra|추가로?|다른) ")
_LABEL = re.compile(
    r"(?:x|×|\*) ?(?=[0-9])|(?:qty|quantity|count|amount|number(?: of (?:gpus?|cards?|units?))?|# ?(?:of )?gpus?|no\. of gpus|gpus|units|nos\.?|size|how many|수량|개수|대수|장수) ?(?:[:=]|-(?= )) ?"
)
_GPU_UNIT = re.compile(
    r"[ -]?(?:(?:x|×)(?=[ a-z0-9])(?! ?[0-9]+ ?(?:node|server)) ?)?(?:(?:more )?(?:nvidia )?(?:gpus?|cards?|units?|pieces?|pcs|nos(?= [a-z])|chips?|accelerators?|macs?)(?![a-z0-9])(?![ -]?(?:hours?|hrs?|h|days?)(?![a-z0-9]))|(?:장|쟝|개|대|매|기|카드|마리|장비)(?!월|당|[ ]?당|인|요일|략|안))"
)
_TIMES = re.compile(r" ?(?:x|×|\*)(?![a-z]{3}| ?[0-9]{1,3} ?(?:x|nodes?|gpus?))")
_NUMBERS = re.compile(
    r" ?(?:nos?\.?|numbers?|pcs\.?|units?|pieces?)(?: of)? (?=(?:[a-z]{1,4}[0-9]{1,4}[a-z]{0,2} ?)?(?:nodes?|servers?|box(?:es)?|racks?|gpus?|cards?)(?![a-z])|[a-z]{1,4}[0-9])"
)
"""The "nos. of" of "2 nos. of H100 nodes" counts whatever stands behind it."""
_SIZED_NODE = re.compile(
    r"[ -]?(?:x )?(?P<n>[0-9]{1,2}|eight|four)[ -]?(?:x|way|gpu|card|장|장짜리) ?(?:-?gpu |-?way )?(?P<unit>nodes?|servers?|box(?:es)?|machines?|노드|서버)"
)
_SIZE_OF_NODE = re.compile(r"[ -]?(?:x |of )?(?P<n>[0-9]{1,2}|eight|four)[ -]?(?:x|×|way|gpus?|cards?)[ -]?")
_NODE_UNIT = re.compile(
    r"[ -]?(?:x )?(?:(?:full|whole|entire|complete|dedicated|more|bare[- ]metal|dgx|hgx|8-gpu|8-way|gpu) ){0,2}(?:(?P<node>nodes?|servers?|boxe?s?|machines?|hosts?|dgx(?:es)?|hgx|노드|서버|박스|머신|호스트)|(?P<rack>racks?|cabinets?|랙))(?:짜리)?(?![a-z0-9])(?![ -]?(?:hours?|hrs?|h|days?)(?![a-z0-9]))"
)
_KOREAN_NODE_FIRST = re.compile(r"(?:gpu ?)?(?P<node>노드|서버|박스|머신)|(?P<rack>랙)")
_KOREAN_COUNTER = re.compile(r" ?(?:장|대|개|기|식|세트)")
_OF_SIZE = re.compile(
    r" (?:of|with) (?P<n>[0-9]{1,2}|eight|four|sixteen)(?:x| x| gpus?| cards?| each)?(?= |$|[,.])(?! ?(?:hours?|days?|am|pm))"
)
_HOURS = re.compile(
    r"[ -]?(?:gpu|card|accelerator|지피유|그래픽카드)s?[ -]?(?:hours?|hrs?|h|시간)(?:어치| 분량|만큼)?(?![a-z0-9])|[ -]?gpuh(?![a-z0-9])| ?시간 ?(?:어치|분량|치)|[ -]?gpu·h"
)
_NODE_HOURS = re.compile(r"[ -]?(?:node|server|box|노드|서버)s?[ -]?(?:hours?|hrs?|시간)(?:어치| 분량|만큼)?(?![a-z])")
_PRODUCT_HOURS_TAIL = re.compile(r"[ -]?(?:gpu[ -]?)?(?:hours?|hrs?|h|시간)(?:어치|분량| 어치| 분량)?(?![a-z])")
_AT_A_TIME = re.compile(
    r" ?(?:gpus? |cards? )?(?:at a time|at once|at any (?:one )?time|at the same time|concurrent(?:ly)?|in parallel|simultaneous(?:ly)?|wide|동시에?)(?![a-z])"
)
_SUFFIX_LEAST = re.compile(
    r" ?(?:is the )?(?:minimum|min(?![a-z])|at least|at minimum|or more|and up|or above|(?<! )(?<!^)\+(?=\s|$)|(?:or|is) (?:the )?minimum|이상(?:은|이면)?)(?! ?(?:for|price|\$))"
)
_SUFFIX_MOST = re.compile(
    r" ?(?:maximum|max(?![a-z])(?! ?[$0-9])|at most|at the most|tops(?![a-z])|or (?:fewer|less)|이하(?:로)?|까지(?:만)?(?: ?(?:가능|괜찮)[가-힣]*)?|미만)"
)
_EACH = re.compile(
    r" ?(?:of )?(?:each(?: of)?|apiece)(?![a-z])(?! (?:night|day|morning|evening|time|weekend|week|weeknight))|씩|(?: gpus?)? (?:of|for) each"
)
_MORE_AFTER = re.compile(r" (?:more|extra|additional)(?![a-z])(?! than| expensive)")
_OF_EITHER = re.compile(
    r" of (?:either|whichever|any(?: of (?:them|those|these))?|any (?:kind|type)|them|those|these)(?![a-z])"
)
_PERCENT = re.compile(
    r" ?(?:%|percent|퍼센트|프로)(?: (?:of (?:it|them|that|the (?:order|total|quantity|lot))|fill(?:ed)?|minimum|min|or more|partial))*(?![a-z0-9])"
)
_PERCENT_FILLED = re.compile(
    r" ?(?:%|퍼센트|프로) ?(?:이상|넘게)(?:만|은|이라도|이)? ?(?:채워|체결|확보|충족|매칭|성사|낙찰|잡히|들어오|채우|차면|되면|받으면)[가-힣]*(?: ?(?:됩니다|돼요|되고|괜찮[가-힣]*|받[가-힣]+|진행[가-힣]*|충분[가-힣]*|ok|오케이|사[가-힣]*))*"
)
"""75% 이상만 채워지면 받겠습니다: the share that must fill."""
_FULL = re.compile(r"(?:full|whole|entire|complete) (?=(?:nodes?|servers?|boxe?s?|racks?)(?![a-z]))")
_SINGLE = re.compile(
    r"(?:an?|one|a single|single|한|a full|a whole|one full|one whole|the whole|a complete|a half|half an?)(?: (?:full|whole|single|entire|complete|dedicated|spare))? "
)
_VAGUE = re.compile(
    "(?:(?:"
    + "|".join(VAGUE)
    + r") ?(?:more )?)(?=(?:[a-z0-9]*[ -]?)?(?:gpus?|nodes?|cards?|servers?|racks?|tokens?|[a-z]{1,4}[0-9]{2,4}|tpu|rtx|atlas|meridian|장|대|개|노드|blackwell|hopper|l4|gpu))"
)
_TIME_UNIT = re.compile(
    r"(?: (?:consecutive|straight|contiguous|continuous|solid|full|whole|extra|additional|uninterrupted|successive|back-to-back|single|nearest|business|working|calendar|separate|different|random|of the (?:next|coming|following)))?[ -]?(?:hours?|hrs?|hr|h(?!-?[0-9])|minutes?|mins?|days?|weeks?|months?|years?|nights?|mornings?|afternoons?|evenings?|weekends?|"
    r"am|pm|a\.m|p\.m|o'clock|percent|nines?|gb|tb|gib|g|st|nd|rd|th|b|bn|params?|billion)(?![a-z0-9])"
    r"|[ -]?(?:시간|시|일|주|달|월|년|분|박|밤|퍼센트|기가|개월|차례|번|회|명|인|기통|건|가지|안|순위|배)"
    r"|%| %|:[0-9]|/[0-9]|-[0-9]{1,2}(?:-|$)"
)


def quantity_at(clean: Clean, at: int) -> list[Piece] | None:
    """A count with its bound and unit; the product inside "2,000 H100-hours" comes along as its own piece."""
    text = clean.text
    label = _HOURS_LABEL.match(text, at)
    volume = number_at(text, label.end()) if label else None
    if volume and volume.value == int(volume.value) >= 1:
        end = volume.end + (2 if text.startswith("시간", volume.end) else 0)
        return [_finish(clean, at, end, volume.value, volume.value, "gpu_hour", "exact", said=True)]
    if vague := _VAGUE.match(text, at):
        return [Piece(at, vague.end(), Role.REFUSAL, Refusal("missing_quantity", "vague", "quantity"))]
    bound: Bound = "exact"
    start, each = at, False
    if match := _LABEL.match(text, at):
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
    unit = _NODE_UNIT.match(clean.text, low.end) or _GPU_UNIT.match(clean.text, low.end)
    join = _BOUNDS_JOIN.match(clean.text, unit.end() if unit else low.end)
    most = _UP_TO.match(clean.text, join.end()) if join else None
    high = number_at(clean.text, most.end()) if most else None
    if high is None or high.value <= low.value or not _countable(clean, high):
        return None
    return _with_unit(clean, start, high.end, low, high, "range", False)


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
        and not re.compile(PARTICLE + r"(?![가-힣])").match(clean.text, end)
    ):
        return None
    kind: CountUnit = "node" if unit["node"] else "rack"
    return [_finish(clean, start, end, number.value, number.value, kind, bound, said=True)]


def _single(clean: Clean, start: int, single: re.Match[str]) -> list[Piece] | None:
    """ "a node", "a full rack", "an H100": one of it."""
    end = single.end()
    if "half" in single[0]:
        if unit := _NODE_UNIT.match(clean.text, end):
            return [Piece(start, unit.end(), Role.REFUSAL, Refusal("unsupported", "part of a node"))]
        return None
    if unit := _NODE_UNIT.match(clean.text, end):
        kind: CountUnit = "node" if unit["node"] else "rack"
        return [_finish(clean, start, unit.end(), Decimal(1), Decimal(1), kind, "exact", said=True)]
    if re.compile(r"(?:gpu|card)(?![a-z0-9-])(?! ?-?hour)").match(clean.text, end):
        return [_finish(clean, start, end + 3, Decimal(1), Decimal(1), "gpu", "exact", said=True)]
    product = clean.lexis.gpus.match(clean.text, end)
    if product and not re.compile(r"[ -]?(?:hours?|hrs?|h|days?|cluster|job|run|order|box price)(?![a-z])").match(
        clean.text, product.end()
    ):
        unit = _NODE_UNIT.match(clean.text, product.end())
        kind = ("node" if unit["node"] else "rack") if unit else "gpu"
        return [Piece(start, end, Role.QUANTITY, Quantity(Decimal(1), Decimal(1), kind, unit_said=bool(unit)))]
    return None


def _counted(clean: Clean, start: int, low: Number, bound: Bound, each: bool, *, ranged: bool) -> list[Piece] | None:
    text, end, high = clean.text, low.end, low
    before_join = _SIZED_NODE.match(text, low.end) or _NODE_UNIT.match(text, low.end) or _GPU_UNIT.match(text, low.end)
    join = _RANGE_JOIN.match(text, before_join.end() if before_join else low.end)
    word = join[0].strip() if join else ""
    if join and (word not in ("and", "or", "부터") or (word == "and" and ranged)):
        upper = number_at(text, join.end())
        if upper and upper.value > low.value and _countable(clean, upper):
            high, end, bound = upper, upper.end, "range"
    if ranged and bound != "range":
        return None
    if low.value != int(low.value) or high.value != int(high.value) or low.value < 1:
        return None
    return _with_unit(clean, start, end, low, high, bound, each)


def _stands_as_count(clean: Clean, start: int, end: int, number: Number) -> bool:
    """Whether a number word counts something: "eight H100s", "one more", "make it twelve", but not "one of us"."""
    rest = clean.text[end : end + 40]
    if number.value == 1:
        return bool(re.match(r" (?:more|of (?:them|those|these))(?![a-z])", rest)) or _countable(clean, number)
    if re.match(r"\s*(?:[,.;!?)\n]|$)", rest) or re.match(r" (?:more|of (?:them|those|these))(?![a-z])", rest):
        return True
    del start
    glued = re.match(r"[가-힣]", rest) and not re.match(PARTICLE + r"(?![가-힣])", rest)
    return _countable(clean, number) or (clean.korean and not glued)


def _countable(clean: Clean, number: Number) -> bool:
    """Whether a unit or a product follows the upper number, so that "8 to 16" is a count and not hours."""
    text, at = clean.text, number.end
    if _TIME_UNIT.match(text, at):
        return False
    gap = at + 1 if text[at : at + 1] == " " else at
    return bool(
        _GPU_UNIT.match(text, at) or _NODE_UNIT.match(text, at) or _HOURS.match(text, at) or clean.lexis.gpus.match(text, gap)
        or _UNKNOWN.match(text, gap) or clean.lexis.tokens.match(text, gap) or _EACH.match(text, at) or re.compile(r" (?:of (?!our|my|the |us|your|these|those|them|which|a )|x ?|nvidia |spot |sxm |pcie |interruptible |tokens?|[0-9]+ ?gb )").match(text, at)
    )  # fmt: skip


def _with_unit(
    clean: Clean, start: int, end: int, low: Number, high: Number, bound: Bound, each: bool
) -> list[Piece] | None:
    text = clean.text
    if match := _PERCENT_FILLED.match(text, end):
        return [_finish(clean, start, match.end(), low.value, high.value, "percent", "at_least", said=True)]
    if match := _PERCENT.match(text, end):
        if bound not in ("at_least", "up_to") and not re.search(r"min|or more|fill|partial", match[0]):
            return None
        return [_finish(clean, start, match.end(), low.value, high.value, "percent", "at_least", said=True)]
    if _TIME_UNIT.match(text, end) and not _HOURS.match(text, end):
        return None
    if match := _HOURS.match(text, end):
        return [_finish(clean, start, match.end(), low.value, high.value, "gpu_hour", bound, said=True)]
    if match := _NODE_HOURS.match(text, end):
        return [_finish(clean, start, match.end(), low.value, high.value, "node_hour", bound, said=True)]
    gap = end + 1 if text[end : end + 1] in (" ", "-") else end
    product = clean.lexis.gpus.match(text, gap)
    if product and (tail := _PRODUCT_HOURS_TAIL.match(text, product.end())):
        names = clean.lexis.gpu_names[flat(product[0])]
        return [
            _finish(clean, start, gap, low.value, high.value, "gpu_hour", bound, said=True, tails=False),
            Piece(gap, tail.end(), Role.ASSET, Product("gpu", names)),
        ]
    unit: CountUnit = "gpu"
    said = False
    if match := _NUMBERS.match(text, end):
        return [_finish(clean, start, match.end() - 1, low.value, high.value, unit, bound, said=False, each=each)]
    if sized := _sized_product(clean, end):
        total = low.value * sized[1]
        return [Piece(start, sized[0], Role.QUANTITY, Quantity(total, total, unit_said=True))]
    if match := _SIZED_NODE.match(text, end):
        size = number_at(text, match.start("n"))
        total = low.value * (size.value if size else 8)
        return [_finish(clean, start, match.end(), total, total, "gpu", bound, said=True)]
    if match := _NODE_UNIT.match(text, end):
        unit, said, end = ("node" if match["node"] else "rack"), True, match.end()
        if (sized := _OF_SIZE.match(text, end)) and (size := number_at(text, sized.start("n"))):
            return [
                _finish(
                    clean, start, sized.end(), low.value * size.value, high.value * size.value, "gpu", bound, said=True
                )
            ]
    elif (match := _GPU_UNIT.match(text, end)) or (match := _TIMES.match(text, end)):
        said, end = True, match.end()
    if not said and low.word and bound == "exact" and not _stands_as_count(clean, start, end, low):
        return None
    return [_finish(clean, start, end, low.value, high.value, unit, bound, said=said, each=each)]


def _sized_product(clean: Clean, at: int) -> tuple[int, Decimal] | None:
    """The 8 of "(2) 8xH100 nodes", "(two) 8-way H100 boxes": where it ends, and how many GPUs a node has."""
    match = _SIZE_OF_NODE.match(clean.text, at)
    product = clean.lexis.gpus.match(clean.text, match.end()) if match else None
    if match is None or product is None or not _NODE_UNIT.match(clean.text, product.end()):
        return None
    size = number_at(clean.text, match.start("n"))
    return (match.end(), size.value) if size else None


def _finish(
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
        elif match := (_MORE_AFTER.match(text, end) or _OF_EITHER.match(text, end)):
            progress = True
        elif match := _EACH.match(text, end):
            each = progress = True
        elif bound == "exact" and (match := _SUFFIX_LEAST.match(text, end)):
            bound, progress = "at_least", True
        elif bound == "exact" and said and (match := _SUFFIX_MOST.match(text, end)):
            bound, progress = "up_to", True
        if match and progress:
            end = match.end()
    if tails and clean.korean and (match := re.compile(PARTICLE + r"(?![가-힣])").match(text, end)):
        end = match.end()
    return Piece(start, end, Role.QUANTITY, Quantity(low, high, unit, bound, at_a_time, each, said, bare=not said))
