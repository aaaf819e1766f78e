"""Writes Korean counts in figures: 스물네 장 is 24장, so that every turn of phrase that counts need only know digits.

Below ten only those of cards: the smaller ones also point and choose (두 건, 다섯 개 중) and stay as they are.
"""

from __future__ import annotations

import re

from nlp.lexicon.numbers import KOREAN_TENS, KOREAN_UNITS
from nlp.numbers import number_at
from nlp.plain import Edit, Plain, edited

_TENS = "|".join(sorted(KOREAN_TENS, key=len, reverse=True))
_UNITS = "|".join(
    sorted((unit for unit in KOREAN_UNITS if unit not in ("하나", "둘", "셋", "넷")), key=len, reverse=True)
)
_SINO = "[이삼사오육칠팔구]?십[일이삼사오육칠팔구]?"
_COUNTED = re.compile(
    rf"(?<![가-힣0-9])(?:(?P<tens>(?:{_TENS})(?: ?(?:{_UNITS}))?)(?= ?(?:장|대|개|노드|서버)(?!월))"
    rf"|(?P<few>두|세|네|다섯|여섯|일곱|여덟|아홉)(?= ?장(?!당|비|착|기|소|애|치|점|면|난|르|학))"
    rf"|(?P<sino>{_SINO})(?= ?장(?![가-힣](?<![이을은만로도씩까부]))))"
)


def in_figures(plain: Plain) -> Plain:
    """The text with its counts of machines in figures."""
    edits = [
        Edit(match.start(), match.end(), str(number.value))
        for match in _COUNTED.finditer(plain.text)
        if (number := number_at(plain.text, match.start())) and number.end == match.end()
    ]
    return edited(plain, edits) if edits else plain
