# ruff: noqa: E501
"""Places where people or things of the writer are: "our data lives in Frankfurt", 본사가 도쿄에 있어서요.

Whether the order is bound to such a place the words do not say: it is asked about. A language or an origin (한국어,
일본산) is no place at all.
"""

from __future__ import annotations

from nlp.idle_words import Word
from nlp.patterns import lazy
from nlp.tagged import Refusal, Role
from nlp.tagging.base import Clean, Piece
from nlp.tagging.stretches import around, within

_GOODS = r"gpus?|cards?|nodes?|machines?|hosts?|servers?|racks?|box(?:es)?|regions?|locations?|sites?|data ?cent(?:er|re)s?|order|bid|lots?|first|second|latter|former|other|rest|window|slot|H100s?"
_IS = r"(?:is|are|was|were|lives?|lived|sits?|sat|stays?|resides?|comes?|came|works?|operates?|belongs?)"
_ELSEWHERE = lazy(
    rf"(?:and |but |since |because |as |while )*(?:(?:our|my|the|his|her|their) (?!(?:{_GOODS})(?![a-z]))[a-z'-]+(?: (?!(?:{_GOODS})(?![a-z]))[a-z'-]+){{0,2}} {_IS}|it(?: is| was|'s) (?!(?:in|to|for|at|only|fine|ok|okay|best|good|better|got)(?![a-z]))[a-z]+)"
    r"(?: (?!(?:required?|needed|must|supposed|only|not|to)(?![a-z]))[a-z'-]+){0,3} *$"
)
_PEOPLE = r"(?:고객|고객사|클라이언트|거래처|사용자|유저|이용자|팀원?|본사|지사|지점|법인|사무실|연구실|연구소|랩|교수님?|직원|개발자|엔지니어|대표님?|회사|공장|병원|학교|데이터|서비스|파트너사?|협력사|저희|우리|담당자|학생|사람)"
_OF_SUBJECT = lazy(rf"(?<![가-힣])(?:[가-힣]{{1,4}} )?{_PEOPLE}(?:들)?(?: ?팀)?(?:이|가|은|는|께서|도|들이|들은) *$")
_IS_THERE = lazy(
    r" ?(?:에|에서)? ?(?:있(?!어야|으면|는 ?(?:걸|거|것|리전|센터|서버))|계[시신셔십]|상주|거주|살[고아아]|근무)"
)
_FOR_PEOPLE = lazy(rf" ?{_PEOPLE}(?:들)?(?:용|이랑|랑|과|와|하고|에게|한테|향|쪽|측|대상|에서|께|도|만|들)")
_OFFICE = lazy(r" ?(?:사무소|사무실|지사|본사|지점|법인|오피스|캠퍼스|공장)(?![가-힣])")
_HAS = lazy(
    r"(?:은|는|이|가|을|를)? ?(?P<now>이미|벌써|현재|지금|기존에|일단)? ?"
    r"(?:있고|있는데|있지만|있어서|있으니|있거든|있으므로|있어요(?!\?)|있습니다|갖고 ?있|가지고 ?있|보유|확보했|확보해 ?[뒀둔놨]|구했|구해 ?[놨뒀둔]|잡아 ?[놨뒀둔])"
)
_NOW_BEFORE = lazy(r"(?:이미|벌써|현재|기존에)(?: [a-z0-9]+)? ?$")
_SMALL_TALK = lazy(
    r"(?<![a-z])(?:what|how|who|why)(?:'?s| is| are| was| did| does)(?![a-z])|어때|어떤가|어떻|무슨|누가"
)
_ORDER = frozenset({Role.QUANTITY, Role.ASSET, Role.PRICE})


def only_told_of(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces with a wish at each place that is only where people or things are, and each count held already."""
    sold = any(piece.role is Role.SIDE and piece.value == "sell" for piece in pieces)
    out: list[Piece] = []
    for piece in pieces:
        wish = None
        if piece.role is Role.PLACE and _only_told(clean, pieces, piece):
            wish = _WHEREABOUTS
        elif piece.role is Role.QUANTITY and clean.korean and not sold and _is_held(clean, piece):
            wish = _HELD
        out.append(Piece(piece.start, piece.end, Role.REFUSAL, wish) if wish else piece)
    return out, words


_WHEREABOUTS = Refusal("unsupported", "where people or things are")
_HELD = Refusal("unsupported", "what is held already")


def _is_held(clean: Clean, piece: Piece) -> bool:
    """H100 16장은 이미 있고: what the writer has is no part of what is bought."""
    found = _HAS.match(clean.text, piece.end)
    topic = clean.text[piece.end - 1 : piece.end] in "은는"
    return found is not None and (
        topic or found["now"] is not None or bool(_NOW_BEFORE.search(clean.text[: piece.start]))
    )


def _only_told(clean: Clean, pieces: list[Piece], piece: Piece) -> bool:
    start, end = around(clean, pieces, piece.start, piece.end)
    before = clean.text[start : piece.start].lstrip()
    if clean.korean and (_FOR_PEOPLE.match(clean.text, piece.end) or _OFFICE.match(clean.text, piece.end)):
        return True
    if clean.korean and _OF_SUBJECT.search(before) and _IS_THERE.match(clean.text, piece.end):
        return True
    if any(each.role in _ORDER for each in within(pieces, start, end)):
        return False
    if clean.text[end : end + 1] == "?" and _SMALL_TALK.search(clean.text, start, end):
        return True
    return _ELSEWHERE.fullmatch(before) is not None
