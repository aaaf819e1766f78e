"""Counts and prices in words, written in figures or said once, so that the turns of phrase need only know digits.

Korean: 스물네 장 is 24장, 이 불 팔십 is 2불 80센트, and 절반인 16장 behind 32장 is 16장. Below ten only counts
of cards are written so: the smaller ones also point and choose (두 건, 다섯 개 중).
English: "eighty H100s, that's eight zero" says a count once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from nlp.lexicon.numbers import KOREAN_TENS, KOREAN_UNITS, SINO_DIGITS, UNITS
from nlp.lexicon.paraphrases_structure import END
from nlp.numbers import number_at
from nlp.patterns import lazy
from nlp.plain import Edit, Plain, edited

_TENS = "|".join(sorted(KOREAN_TENS, key=len, reverse=True))
_UNITS = "|".join(
    sorted((unit for unit in KOREAN_UNITS if unit not in ("하나", "둘", "셋", "넷")), key=len, reverse=True)
)
_SINO_FIRST = frozenset("일이삼사오육칠팔구십")
_SINO = "[이삼사오육칠팔구]?십[일이삼사오육칠팔구]?"
_COUNTED = lazy(
    rf"(?<![가-힣0-9.])(?:(?:{_TENS})(?: ?(?:{_UNITS}))?(?= ?(?:장|대|개|노드|서버)(?!월))"
    rf"|(?:두|세|네|다섯|여섯|일곱|여덟|아홉)(?= ?장(?!당|비|착|기|소|애|치|점|면|난|르|학))"
    rf"|{_SINO}(?= ?장(?![가-힣](?<![이을은만로도씩까부]))| 기가))"
)
_CLOSES_PRICE = (
    r"(?=(?:이?요|이하|까지|이면|에|로|으로|입니다)?(?: ?[.,!?~)\n]|$| (?:이하|까지|이면|이내))"
    r"|에 (?:팔|팝|사|삽|매|구|내놓|넘|드|빌))"
)
_PRICE = lazy(
    rf"(?<![가-힣0-9.])(?P<whole>[0-9]{{1,3}}|[일이삼사오육칠팔구십]{{1,3}}) ?(?P<unit>불|달러) "
    rf"(?:(?P<cents>[이삼사오육칠팔구]?십(?: ?[일이삼사오육칠팔구])?)(?: ?센트|{_CLOSES_PRICE})|반{_CLOSES_PRICE})"
)
_HALF = lazy(r"(?<![가-힣])(?:그 ?)?(?:절반|반)인 (?=(?P<half>[0-9]{1,3}) ?(?P<unit>장|대|개|노드|서버))")

_DIGIT = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
_TWO_DIGITS = (
    r"(?:[1-9][0-9]|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    rf"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -]{_DIGIT})?)"
)
_SPELLED = lazy(
    rf"(?<![a-z0-9-])(?P<count>{_TWO_DIGITS}) (?:(?!(?<![a-z])(?:or|and|plus)(?![a-z]))[^.,;:!?\n]){{2,40}}?"
    rf"(?P<again>(?:,| -) (?:that's |that is )?(?P<tens>{_DIGIT})[ -](?P<ones>{_DIGIT})){END}"
)


def in_figures(plain: Plain, *, korean: bool) -> Plain:
    """The text with its numbers in words in figures, and with no count said twice."""
    for edits in (_counts, _prices, _halves) if korean else (_spelled_again,):
        plain = _with(plain, edits)
    return plain


def _with(plain: Plain, edits: Callable[[str], Iterator[Edit]]) -> Plain:
    found = list(edits(plain.text))
    return edited(plain, found) if found else plain


def _counts(text: str) -> Iterator[Edit]:
    for match in _COUNTED.finditer(text):
        number = number_at(text, match.start())
        if number and number.end == match.end():
            yield Edit(match.start(), match.end(), str(number.value))


def _prices(text: str) -> Iterator[Edit]:
    """Dollars with cents behind them in words; 반 is fifty of them."""
    for match in _PRICE.finditer(text):
        cents = _value(match["cents"]) if match["cents"] else 50
        yield Edit(match.start(), match.end(), f"{_value(match['whole'])}{match['unit']} {cents}센트")


def _halves(text: str) -> Iterator[Edit]:
    """What says of a count that it is the half of one before it."""
    for match in _HALF.finditer(text):
        whole = rf"(?<![0-9.]){2 * int(match['half'])} ?{match['unit']}"
        if re.search(whole, text[: match.start()]):
            yield Edit(match.start(), match.end(), "")


def _spelled_again(text: str) -> Iterator[Edit]:
    """A count that is said once more by its digits."""
    for match in _SPELLED.finditer(text):
        if _value(match["count"]) == 10 * _value(match["tens"]) + _value(match["ones"]):
            yield Edit(match.start("again"), match.end("again"), "")


def _value(words: str) -> int:
    """A number below a hundred, of figures, English words or Sino-Korean ones."""
    if words[0] in _SINO_FIRST:
        tens, scale, ones = words.replace(" ", "").rpartition("십")
        return (SINO_DIGITS.get(tens, 1) * 10 if scale else 0) + SINO_DIGITS.get(ones, 0)
    number = number_at(words, 0)
    return int(number.value) if number else UNITS.get(words, 0)
