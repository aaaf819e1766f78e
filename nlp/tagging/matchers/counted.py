# ruff: noqa: E501
"""What stands behind a number that counts: GPUs, nodes, racks, hours of them, shares; and what may follow a count."""

from __future__ import annotations

import re

from nlp.lexicon.products import UNKNOWN_SHAPES
from nlp.numbers import Number, number_at
from nlp.patterns import lazy
from nlp.tagged import Bound, CountUnit, Product, Quantity, Role
from nlp.tagging.base import PARTICLE, PARTICLE_ENDS, Clean, Piece, flat
from nlp.tagging.matchers.count_endings import EACH, finish

_UNKNOWN = lazy("|".join(UNKNOWN_SHAPES))

GPU_UNIT = lazy(
    r"[ -]?(?:(?:x|×)(?=[ a-z0-9])(?! ?[0-9]+ ?(?:node|server)) ?)?(?:(?:more )?(?:nvidia )?(?:gpus?|cards?|units?|pieces?|pcs|nos(?= [a-z])|chips?|accelerators?|macs?)(?![a-z0-9])(?![ -]?(?:hours?|hrs?|h|days?)(?![a-z0-9]))|(?:장|쟝|개|대|매(?!도|수|입|각|물|매|출|칭)|기|카드|마리|장비|ea(?![a-z]))(?!월|당|[ ]?당|인|요일|략|안))"
)
_TIMES = lazy(
    r" ?(?:x|×|\*)(?![a-z]{3}| ?[0-9]{1,3} ?(?:x|nodes?|gpus?)|[0-9]{3,4}[a-z]? (?:cards?|gpus?|chips?|boards?)(?![a-z]))"
)
_NUMBERS = lazy(
    r" ?(?:nos?\.?|numbers?|pcs\.?|units?|pieces?)(?: of)? (?=(?:[a-z]{1,4}[0-9]{1,4}[a-z]{0,2} ?)?(?:nodes?|servers?|box(?:es)?|racks?|gpus?|cards?)(?![a-z])|[a-z]{1,4}[0-9])"
)
"""The "nos. of" of "2 nos. of H100 nodes" counts whatever stands behind it."""
SIZED_NODE = lazy(
    r"[ -]?(?:x )?(?P<n>[0-9]{1,2}|eight|four)[ -]?(?:x|way|gpu|card|장|장짜리) ?(?:-?gpu |-?way )?(?P<unit>nodes?|servers?|box(?:es)?|machines?|노드|서버)"
)
_SIZE_OF_NODE = lazy(r"[ -]?(?:x |of )?(?P<n>[0-9]{1,2}|eight|four)[ -]?(?:x|×|way|gpus?|cards?)[ -]?")
_TIMES_SIZE = lazy(r" ?[x×*] ?(?P<n>[1-9][0-9]?)(?: ?[x×*])? ?")
"""The "x 8x" of "4 x 8x H100"."""
NODE_UNIT = lazy(
    r"[ -]?(?:x )?(?:(?:full|whole|entire|complete|dedicated|more|bare[- ]metal|dgx|hgx|8-gpu|8-way|gpu) ){0,2}(?:(?P<node>nodes?|servers?|boxe?s?|machines?|hosts?|dgx(?:es)?|hgx|노드|서버|박스|머신|호스트)|(?P<rack>racks?|cabinets?|랙))(?:짜리)?(?![a-z0-9])(?![ -]?(?:hours?|hrs?|h|days?)(?![a-z0-9]))"
)
_COUNTED_NODE = lazy(
    r" ?(?:대|개|식)(?:의)? ?(?:(?P<node>노드|서버|박스)|(?P<rack>랙))(?! ?(?:[0-9]|[당시]|한 |두 |세 |네 |하나|둘))"
)
"""1대 서버."""
_OF_SIZE = lazy(
    r" (?:of|with) (?P<n>[0-9]{1,2}|eight|four|sixteen)(?:x| x| gpus?| cards?| each)?(?= |$|[,.])(?! ?(?:hours?|days?|am|pm))"
)
_HOURS = lazy(
    r"[ -]?(?:gpu|card|accelerator|지피유|그래픽카드)s?[ •-]?(?:hours?|hrs?|h|시간)(?:어치| 분량|만큼)?(?![a-z0-9])|[ -]?gpuh(?![a-z0-9])| ?시간 ?(?:어치|분량|치)|[ -]?gpu·h"
)
_NODE_HOURS = lazy(r"[ -]?(?:node|server|box|노드|서버)s?[ -]?(?:hours?|hrs?|시간)(?:어치| 분량|만큼)?(?![a-z])")
_PRODUCT_HOURS_TAIL = lazy(r"[ -]?(?:gpu[ -]?)?(?:hours?|hrs?|h|시간)(?:어치|분량| 어치| 분량)?(?![a-z])")
_LONGER = lazy(
    r"[ -](?:gpu|card|accelerator|(?P<node>node|server|box))s?[ -](?P<length>day|week|month)s?(?![a-z0-9])(?! (?:rate|price))"
)
_PRODUCT_LONGER = lazy(r"-(?P<length>day|week|month)s?(?![a-z0-9])")
_HOURS_IN = {"day": 24, "week": 168, "month": 720}
_PERCENT = lazy(
    r" ?(?:%|percent|퍼센트|프로)(?: (?:of (?:it|them|that|the (?:order|total|quantity|lot))|fill(?:ed)?|minimum|min|or more|partial))*(?![a-z0-9])"
)
_PERCENT_FILLED = lazy(
    r" ?(?:%|퍼센트|프로) ?(?:이상|넘게)(?:만|은|이라도|이)? ?(?:채워|체결|확보|충족|매칭|성사|낙찰|잡히|들어오|채우|차면|되면|받으면)[가-힣]*(?: ?(?:됩니다|돼요|되고|괜찮[가-힣]*|받[가-힣]+|진행[가-힣]*|충분[가-힣]*|ok|오케이|사[가-힣]*))*"
)
_SHARE_FILLED = lazy(
    r" ?(?:%|퍼센트|프로) ?(?:이상|넘게)(?:만|은|이라도|이면|이)? ?(?:(?:부분|일부) ?체결(?:을|도|이|은)? ?(?:수용|허용|가능|괜찮|감수|동의|무방|ok|ㅇㅋ|받|해 ?주)[가-힣]*(?: ?(?:합니다|됩니다|돼요|해요|하며|하고요?|함))*"
    r"|(?P<plain>(?:됩니다|돼요|되고요?|충분|괜찮|좋|ok|체결)[가-힣]*))"
)
_OF_THE_WHOLE = lazy(
    r"(?:수량|전체|물량|주문|총량|총 ?수량|요청 ?수량|주문 ?수량)(?:의|중|에서)? ?(?:최소 ?|적어도 ?)?[0-9]*$"
)
"""75% 이상만 채워지면 받겠습니다: the share that must fill."""
_TIME_UNIT = lazy(
    r"(?: (?:consecutive|straight|contiguous|continuous|solid|full|whole|extra|additional|uninterrupted|successive|back-to-back|single|nearest|business|working|calendar|separate|different|random|of the (?:next|coming|following)))?[ -]?(?:hours?|hrs?|hr|h(?!-?[0-9])|minutes?|mins?|days?|weeks?|months?|years?|nights?|mornings?|afternoons?|evenings?|weekends?|"
    r"am|pm|a\.m|p\.m|o'clock|percent|nines?|gb|tb|gib|g|st|nd|rd|th|b|bn|params?|billion)(?![a-z0-9])"
    r"|[ -]?(?:시간|시|일|주|달|월|년|분|박|밤|퍼센트|기가|개월|차례|번|회|명|인|기통|건|가지|안|순위|배)"
    r"|%| %|:[0-9]|/[0-9]|-[0-9]{1,2}(?:-|$)"
)

_HANGUL = lazy("[가-힣]")
_NO_ENDING = lazy(r"(?:고|에서|에|의|라|지|서)(?![가-힣])|고요?(?![가-힣])")
"""What a count in words hardly ends with: 두고, 이천에서."""
_GLUED = lazy(
    rf"{PARTICLE}(?![가-힣])|(?:[장쟝개대기매]|카드|노드|서버|이나|나|이랑|랑|하고|과|와|까지|이상|이하|미만|초과|정도|쯤|부터|에서|아니|또는|혹은|말고|필요|부탁|구[매해]|매[수도])"
)


def with_unit(
    clean: Clean, start: int, end: int, low: Number, high: Number, bound: Bound, each: bool
) -> list[Piece] | None:
    """The count that ends at `end`, with its unit; with "2,000 H100-hours" the product comes along."""
    text = clean.text
    if (filled := _share_filled(text, start, end)) is not None:
        return [finish(clean, start, filled, low.value, high.value, "percent", "at_least", said=True)]
    if match := _PERCENT.match(text, end):
        if bound not in ("at_least", "up_to") and not re.search(r"min|or more|fill|partial", match[0]):
            return None
        return [finish(clean, start, match.end(), low.value, high.value, "percent", "at_least", said=True)]
    if _TIME_UNIT.match(text, end) and not _HOURS.match(text, end):
        return None
    if volume := _volume(clean, start, end, low, high, bound):
        return volume
    unit: CountUnit = "gpu"
    said = False
    if match := _NUMBERS.match(text, end):
        return [finish(clean, start, match.end() - 1, low.value, high.value, unit, bound, said=False, each=each)]
    if nodes := _of_sized_nodes(clean, start, end, low, bound):
        return [nodes]
    if match := NODE_UNIT.match(text, end) or _COUNTED_NODE.match(text, end):
        unit, said, end = ("node" if match["node"] else "rack"), True, match.end()
        if (sized := _OF_SIZE.match(text, end)) and (size := number_at(text, sized.start("n"))):
            return [
                finish(
                    clean, start, sized.end(), low.value * size.value, high.value * size.value, "gpu", bound, said=True
                )
            ]
    elif not _names_product(clean, _gap(text, end)) and (match := GPU_UNIT.match(text, end) or _TIMES.match(text, end)):
        said, end = True, match.end()
    doubtful = low.word and bound == "exact" and not _stands_as_count(clean, start, end, low)
    if not said and (doubtful or _counts_something_else(clean, end, word=low.word)):
        return None
    return [finish(clean, start, end, low.value, high.value, unit, bound, said=said, each=each)]


def _volume(clean: Clean, start: int, end: int, low: Number, high: Number, bound: Bound) -> list[Piece] | None:
    """A volume in GPU-hours or node-hours; days, weeks and months of a GPU are as many hours ("50 GPU-days": 1,200)."""
    text = clean.text
    if match := _LONGER.match(text, end):
        unit: CountUnit = "node_hour" if match["node"] else "gpu_hour"
        hours = _HOURS_IN[match["length"]]
        return [finish(clean, start, match.end(), low.value * hours, high.value * hours, unit, bound, said=True)]
    if match := _HOURS.match(text, end):
        return [finish(clean, start, match.end(), low.value, high.value, "gpu_hour", bound, said=True)]
    if match := _NODE_HOURS.match(text, end):
        return [finish(clean, start, match.end(), low.value, high.value, "node_hour", bound, said=True)]
    gap = _gap(text, end)
    product = clean.lexis.gpus.match(text, gap)
    longer = _PRODUCT_LONGER.match(text, product.end()) if product else None
    tail = longer or (_PRODUCT_HOURS_TAIL.match(text, product.end()) if product else None)
    if product is None or tail is None:
        return None
    hours = _HOURS_IN[longer["length"]] if longer else 1
    return [
        finish(clean, start, gap, low.value * hours, high.value * hours, "gpu_hour", bound, said=True, tails=False),
        Piece(gap, tail.end(), Role.ASSET, Product("gpu", clean.lexis.gpu_names[flat(product[0])])),
    ]


def _gap(text: str, end: int) -> int:
    """Where what is counted begins."""
    return end + 1 if text[end : end + 1] in (" ", "-") else end


def _counts_something_else(clean: Clean, end: int, *, word: bool) -> bool:
    """Whether a number is glued to a Korean word that is neither a particle nor joins: 2단계, 3차년도, 네고."""
    if word and _NO_ENDING.match(clean.text, end):
        return True
    return _HANGUL.match(clean.text, end) is not None and _GLUED.match(clean.text, end) is None


def _share_filled(text: str, start: int, end: int) -> int | None:
    """Where the words end that make a share one that must fill."""
    if match := _PERCENT_FILLED.match(text, end):
        return match.end()
    match = _SHARE_FILLED.match(text, end)
    if match and (not match["plain"] or _OF_THE_WHOLE.search(text, max(0, start - 12), end)):
        return match.end()
    return None


_MAC = lazy(r"macs? m[1-9]")


_KOREAN_SIZE = lazy(
    r"[- ]?(?:(?:장|개|gpu|지피유) ?짜리 ?(?:gpu ?)?|(?:gpus?|way|웨이) (?=(?:[a-z]{1,4}[0-9]{1,4}[a-z]{0,2} ?)?(?:노드|서버|박스)))"
)
_KOREAN_NODES = lazy(r" ?(?:노드|서버|박스|머신)(?:를|로|가)? ?")
_KOREAN_COUNTER = lazy(r" ?(?:대|개|식|세트)")


def korean_sized_nodes(clean: Clean, at: int) -> list[Piece] | None:
    """8장짜리 노드 2대, 8장짜리 H100 서버 두 대: so many nodes of so many GPUs."""
    size = number_at(clean.text, at) if clean.korean else None
    said = _KOREAN_SIZE.match(clean.text, size.end) if size else None
    if size is None or said is None:
        return None
    product = clean.lexis.gpus.match(clean.text, said.end())
    unit = _KOREAN_NODES.match(clean.text, product.end() if product else said.end())
    count = number_at(clean.text, unit.end()) if unit else None
    counter = _KOREAN_COUNTER.match(clean.text, count.end) if count else None
    if unit is None or count is None or counter is None:
        return None
    total = size.value * count.value
    if product is None:
        return [finish(clean, at, counter.end(), total, total, "gpu", "exact", said=True)]
    named = Product("gpu", clean.lexis.gpu_names[flat(product[0])])
    return [
        Piece(at, product.start(), Role.SIDE, None),
        Piece(product.start(), product.end(), Role.ASSET, named),
        finish(clean, unit.start(), counter.end(), total, total, "gpu", "exact", said=True),
    ]


def _names_product(clean: Clean, at: int) -> bool:
    """Whether a product begins here, so that the "Mac" of "6 Mac M4" is no unit."""
    return clean.lexis.gpus.match(clean.text, at) is not None or _MAC.match(clean.text, at) is not None


def _of_sized_nodes(clean: Clean, start: int, at: int, nodes: Number, bound: Bound) -> Piece | None:
    """ "2 8xH100 nodes", "two 8-way H100 boxes", "2 8-GPU nodes": so many nodes of so many GPUs."""
    if match := SIZED_NODE.match(clean.text, at):
        size = number_at(clean.text, match.start("n"))
        total = nodes.value * (size.value if size else 8)
        return finish(clean, start, match.end(), total, total, "gpu", bound, said=True)
    match = _TIMES_SIZE.match(clean.text, at)
    times = match is not None and clean.lexis.gpus.match(clean.text, match.end()) is not None
    if not times:
        match = _SIZE_OF_NODE.match(clean.text, at)
    product = clean.lexis.gpus.match(clean.text, match.end()) if match else None
    if match is None or product is None or not (times or NODE_UNIT.match(clean.text, product.end())):
        return None
    size = number_at(clean.text, match.start("n"))
    if size is None:
        return None
    total = nodes.value * size.value
    return Piece(start, match.end(), Role.QUANTITY, Quantity(total, total, unit_said=True))


_TAKEN_BACK = lazy(
    r" (?:no|nope|nah|sorry|wait|hang on|hold on|actually|i mean|make (?:that|it)|scratch|rather|or rather|oops|er|erm|correction|typo|pardon|strike)(?![a-z])"
)
"""Words that take back what stands before them: the "thirty two" of "thirty two no sorry twenty four"."""


_DESCRIBED = (
    r" (?:(?!(?:of|the|our|my|or|and|for|in|on|at|to|with|from|by|is|are|was|that|which|as|more|each|an?)(?![a-z]))"
    r"[a-z]+(?:-[a-z]+)*(?<!s) ){1,2}PRODUCT"
)
"""Words that say what the goods are like, between a number word and the product: "ten hard-won L4s"."""


_SOME_MORE = lazy(
    r" (?:more|of (?:them|those|these)(?! (?:is|are|was|were|has|have|had|got|went|came|keeps?|just)(?![a-z])))(?![a-z])"
)
"""More of the goods, or some of what was named before; not of what is told: "one of them is older than my daughter"."""


def _stands_as_count(clean: Clean, start: int, end: int, number: Number) -> bool:
    """Whether a number word counts something: "eight H100s", "one more", "make it twelve", but not "one of us"."""
    rest = clean.text[end : end + 40]
    if number.value == 1:
        return bool(_SOME_MORE.match(rest)) or countable(clean, number)
    if re.match(r"\s*(?:[,.;!?)\n]|$)", rest) or _SOME_MORE.match(rest):
        return True
    if _TAKEN_BACK.match(rest):
        return True
    del start
    if clean.lexis.with_gpus(_DESCRIBED).match(rest):
        return True
    glued = re.match(r"[가-힣]", rest) and not PARTICLE_ENDS.match(rest)
    return countable(clean, number) or (clean.korean and not glued)


_COUNTED_BEHIND = lazy(
    r" (?:of (?!our|my|the |us|your|these|those|them|which|a )|x ?|nvidia |spot |sxm |pcie |interruptible |tokens?|[0-9]+ ?gb )"
)


def countable(clean: Clean, number: Number) -> bool:
    """Whether a unit or a product follows the upper number, so that "8 to 16" is a count and not hours."""
    text, at = clean.text, number.end
    if _TIME_UNIT.match(text, at):
        return False
    gap = at + 1 if text[at : at + 1] == " " else at
    return bool(
        GPU_UNIT.match(text, at) or NODE_UNIT.match(text, at) or _HOURS.match(text, at) or clean.lexis.gpus.match(text, gap)
        or _UNKNOWN.match(text, gap) or clean.lexis.tokens.match(text, gap) or EACH.match(text, at) or _COUNTED_BEHIND.match(text, at)
    )  # fmt: skip
