# ruff: noqa: E501
"""Finds Korean conditions between the parts of an order: one part is wanted, or sold, only with another.

What is waited for stands right before the words (H100 16장이 확보되면), is named again (H100이 잡혔을 때만) or pointed at
(이게 되면). It may lead what depends on it or stand behind it: "L4 8장은 H100 16장을 살 수 있을 때만".
"""

from __future__ import annotations

import re

from nlp.lexicon import korean_conditions as words
from nlp.lexicon.attributes import SELL_KOREAN
from nlp.lexicon.korean_structure import COUNTED
from nlp.patterns import Table, lazy
from nlp.tagged import Joiner, Role
from nlp.tagging.base import Clean, Piece, flat

_COUNTED = lazy(COUNTED)
_SOLD = lazy(SELL_KOREAN)
_HEADED = lazy(r"(?:^|[(.] ?|되면 |또는 )(?:매도|매각|판매|매수|매입|구매) \(*(?=[a-z0-9])")
"""Set before a product like a heading, a side is that of what stands there: 매도 H100 8장 체결되면."""
_FIRST = r"(?:(?:먼저|우선|모두|다|전부) )?"
_CONDITION = rf"(?:{words.BOUGHT}|{words.SOLD}|{words.IS_DONE})"
_POINTED = lazy(rf"(?:{words.POINTED} ?(?:먼저 )?(?P<verb>{_CONDITION})|{words.THAT}){words.THEN}{words.TOLD_THEN}")
_NAMED = rf"{words.NAMED} ?(?:먼저 )?(?P<verb>{_CONDITION}){words.THEN}{words.TOLD_THEN}"
_POINTED_LACKS = lazy(
    rf"(?P<if>{words.POINTED} ?(?:{words.NOT_IF})),? ?[^.!?\n]{{0,24}}?{COUNTED}(?: ?\([^()]*\))?(?:은|는|도|이|가)? ?{words.NO_NEED}"
)
_OWN = Table(
    (
        ("bought", rf"{_FIRST}(?:{words.BOUGHT}|{words.IS_DONE}){words.THEN}{words.TOLD_THEN}"),
        ("sale", rf"{_FIRST}(?:{words.SOLD}){words.THEN}{words.TOLD_THEN}"),
        ("never", rf"(?P<if>{words.NOT_IF})(?:,? ?)(?P<no>{words.NO_NEED})"),
        (
            "lacks",
            rf"(?P<if>{words.NOT_IF}),? ?[^.!?\n]{{0,24}}?{COUNTED}(?: ?\([^()]*\))?(?:은|는|도|이|가)?[^.,!?\n0-9]{{0,10}}? ?{words.NO_NEED}",
        ),
    )
)
_REFERS = (
    rf"(?:단,? ?)?{words.NAMED} ?(?:{words.NOT_IF}),? ?{words.DEPENDENT} ?{words.NO_NEED}",
    rf"(?:단,? ?)?{words.DEPENDENT} ?{words.NAMED} ?(?:{words.NOT_IF}),? ?{words.NO_NEED}",
    rf"(?:단,? ?)?{words.DEPENDENT} ?{words.NAMED} ?(?:먼저 )?(?:{_CONDITION}|{words.PRESENT}){words.THEN}{words.WANTED}",
    rf"(?:단,? ?)?{words.NAMED} ?(?:먼저 )?(?:{_CONDITION}|{words.PRESENT}){words.THEN},? ?{words.DEPENDENT} ?(?:{words.WORTH}|{words.WANTED})(?! ?[0-9])",
)
"""Both parts named again: L4는 H100 없이는 의미 없습니다."""
_DAYS = r"(?:[월화수목금토일]요일|내일|모레|오늘)(?: ?밤)? ?(?:거|건|것|물량|주문)(?:은|는|이|가|도)?"
_AGAIN = rf"(?:만약 )?(?:{_DAYS} ?)?(?:{words.NOT_IF}|(?:안|못) ?(?:팔리|팔)면),? ?(?:(?:{_DAYS}|{words.DEPENDENT}) ?)?{words.NO_NEED}"
_NOT_AND_COUNTED = lazy(
    rf"(?:{COUNTED}|{words.POINTED})[^.!?\n]{{0,24}}?(?:{words.NOT_IF})[^.!?\n]{{0,24}}?{COUNTED}(?: ?\([^()]*\))?(?:은|는|도|이|가)?[^.,!?\n0-9]{{0,10}} ?$"
)
_NO_NEED = lazy(words.NO_NEED)
_SELLS = lazy(r"(?:안 ?)?(?:팔|팝|내놓|넘[기깁길]|처분하|매도하)")
_IS_SALE = lazy(r"팔|매도|매각|판매|처분")
_ANY_CONDITION = lazy(_CONDITION)
_PRICED = lazy(r"[0-9] ?(?:달러|불|usd|센트)(?: ?이상)?에 ?$")
_ENDS = lazy(r"[.!?](?![0-9])|[\n;]")
_CLAUSE_ENDS = lazy(r"[.!?,](?![0-9])|[\n;]")


def condition_at(clean: Clean, at: int) -> list[Piece] | None:
    """The longest condition that begins here, with the side of what it waits for where the order also sells."""
    matchers = (_between_named, _alone, _named, _own, _again)
    found = [pieces for matcher in matchers if (pieces := matcher(clean, at))]
    return max(found, key=lambda pieces: pieces[-1].end, default=None)


def _between_named(clean: Clean, at: int) -> list[Piece] | None:
    if not (clean.text.startswith("단", at) or clean.lexis.gpus.match(clean.text, at)):
        return None
    for pattern in _REFERS:
        match = clean.lexis.with_gpus(pattern).match(clean.text, at)
        if match is None:
            continue
        first, then = flat(match["first"]), flat(match["then"])
        names = clean.lexis.gpu_names
        if names[first] != names[then] and all(_counted_outside(clean, match, each) for each in ("first", "then")):
            value = Joiner("without", tuple(names[first]) + tuple(names[then]))
            return [Piece(at, match.end(), Role.JOINER, value)]
    return None


def _named(clean: Clean, at: int) -> list[Piece] | None:
    """H100이 잡혔을 때만, where the H100 were counted before; 이게 되면."""
    named = clean.lexis.with_gpus(_NAMED).match(clean.text, at) if clean.lexis.gpus.match(clean.text, at) else None
    if named and _counted(clean, named["first"], at):
        value = Joiner("if_filled", tuple(clean.lexis.gpu_names[flat(named["first"])]))
        return [Piece(at, named.end(), Role.JOINER, value)]
    pointed = _POINTED.match(clean.text, at)
    if lacks := _POINTED_LACKS.match(clean.text, at):
        return (
            [Piece(at, lacks.end("if"), Role.JOINER, Joiner("if_filled"))]
            if _COUNTED.search(clean.text, 0, at)
            else None
        )
    if pointed is None or not _COUNTED.search(clean.text, 0, at) or not _leads(clean, pointed.end()):
        return None
    if re.match(words.SOLD, pointed["verb"] or "") and not _SOLD.search(clean.text, 0, at):
        return None
    return [Piece(at, pointed.end(), Role.JOINER, Joiner("if_filled"))]


def _own(clean: Clean, at: int) -> list[Piece] | None:
    """확보되면 behind H100 16장: what is waited for stands in the same clause, with its count."""
    text = clean.text
    said = dict(_OWN.at(text, at))
    if not said:
        return None
    sale, never, lacks = said.get("sale"), said.get("never"), said.get("lacks")
    match = max((said[each] for each in ("bought", "sale") if each in said), key=re.Match.end, default=None)
    opens = max((found.end() for found in _ENDS.finditer(text, 0, at)), default=0)
    own = list(_COUNTED.finditer(text, opens, at))
    if not own or clean.lexis.gpus.search(text, own[-1].end(), at):
        return None
    depends_before = _COUNTED.search(text, 0, own[-1].start()) is not None
    if never:
        return [Piece(at, never.end(), Role.JOINER, Joiner("if_filled", (), True))] if depends_before else None
    if lacks and (side := _side(clean, at, sold=_IS_SALE.search(lacks["if"]) is not None)):
        return _sided(at, lacks.end("if"), side, Joiner("if_filled"))
    if lacks:
        return [Piece(at, lacks.end("if"), Role.JOINER, Joiner("if_filled"))]
    if match is None:
        return None
    leads = _leads(clean, match.end(), alone=not depends_before)
    if not leads and not depends_before:
        return None
    joiner = Piece(at, match.end(), Role.JOINER, Joiner("if_filled", (), not leads))
    side = _side(clean, at, sold=match is sale)
    if match is sale and side is None:
        return None
    if side is None or (side == "buy" and _HEADED.search(text[opens:at].lstrip())):
        return [joiner]
    return _sided(at, match.end(), side, Joiner("if_filled", (), not leads))


def _sided(at: int, end: int, side: str, joiner: Joiner) -> list[Piece]:
    """The verb as a side, its ending as the condition."""
    split = min(at + 2, end - 1)
    return [Piece(at, split, Role.SIDE, side), Piece(split, end, Role.JOINER, joiner)]


def _side(clean: Clean, at: int, *, sold: bool) -> str | None:
    """The side of what a condition waits for. That something sells is the order's own wish where a price is named."""
    if sold:
        return "sell" if _PRICED.search(clean.text, 0, at) or _SOLD.search(clean.text, 0, at) else None
    return "buy" if _SOLD.search(clean.text) else None


def _again(clean: Clean, at: int) -> list[Piece] | None:
    """못 구하면 안 팝니다, behind a condition: it says once more what that said. So does the 필요 없습니다 of what is
    wanted only with something that was not got."""
    match = clean.lexis.with_gpus(_AGAIN).match(clean.text, at)
    if match and match["then"] and not _counted(clean, match["then"], at):
        match = None
    if match and not (_ANY_CONDITION.search(clean.text, 0, at) or _ANY_CONDITION.search(clean.text, match.end())):
        match = None
    needless = _NO_NEED.match(clean.text, at) if match is None else None
    if needless and _NOT_AND_COUNTED.search(clean.text, 0, at):
        return [Piece(at, needless.end(), Role.SIDE, "sell" if _SELLS.match(needless[0]) else None)]
    return [Piece(at, match.end(), Role.SIDE, None)] if match else None


def _alone(clean: Clean, at: int) -> list[Piece] | None:
    """A100만 단독으로는 필요 없습니다: it is wanted only with the other product."""
    text = clean.text
    match = clean.lexis.with_gpus(words.ALONE).match(text, at)
    if match is None:
        return None
    name = match["name"] or match["only"]
    if name is None:
        other = _ANY_CONDITION.search(text, 0, at) or _ANY_CONDITION.search(text, match.end())
        return [Piece(at, match.end(), Role.SIDE, None)] if other else None
    names = clean.lexis.gpu_names
    then = names[flat(name)]
    others = {names[flat(found)] for found in clean.lexis.gpus.findall(text) if _counted(clean, found, len(text))} - {
        then
    }
    if len(others) != 1 or not _counted(clean, name, at):
        return None
    return [Piece(at, match.end(), Role.JOINER, Joiner("without", (*others.pop(), *then)))]


def _counted(clean: Clean, name: str, at: int) -> bool:
    """Whether this product was counted before."""
    return _counts(clean.text[:at], name)


def _counted_outside(clean: Clean, match: re.Match[str], group: str) -> bool:
    """Whether this product is counted before or behind the match: the rule may be told ahead of the parts."""
    return _counts(f"{clean.text[: match.start()]}\n{clean.text[match.end() :]}", match[group])


def _counts(text: str, name: str) -> bool:
    said = re.escape(name)
    counted = rf"{said}(?![0-9a-z])[^0-9.\n]{{0,12}}[0-9]{{0,3}}{COUNTED}|{COUNTED}[^0-9.\n]{{0,6}}{said}(?![0-9a-z])"
    return re.search(counted, text) is not None


def _leads(clean: Clean, end: int, *, alone: bool = True) -> bool:
    """Whether what depends on the condition stands behind it: in its clause, or in its sentence where it is `alone`."""
    text = clean.text
    begins = end + len(text[end:]) - len(text[end:].lstrip(" ,"))
    stop = (_ENDS if alone else _CLAUSE_ENDS).search(text, begins)
    return _COUNTED.search(text, begins, stop.start() if stop else len(text)) is not None
