"""Says Korean endings of other levels of speech politely: 판다 is 팝니다, 내놓는다 is 내놓습니다, 다오 is 주세요.

The lexicon then needs each verb in its polite forms alone. Only what closes a clause is touched.
"""

from __future__ import annotations

from collections.abc import Iterator

from nlp.lexicon import korean_levels
from nlp.patterns import lazy
from nlp.plain import Edit, Plain, edited

_PLAIN = lazy(korean_levels.PLAIN)
_NOUN = lazy(korean_levels.NOUN)
_FAMILIAR = tuple((triggers.split("|"), lazy(pattern), said) for triggers, pattern, said in korean_levels.FAMILIAR)
_BEGUN = ord("가")
_FINALS = 28
_N, _M, _P, _L = 4, 16, 17, 8
"""Places of ㄴ, ㅁ, ㅂ and ㄹ among the final consonants of a syllable."""
_BEFORE_SEUMNIDA = frozenset({6, 18, 20, 25, 26, 27})
"""ㄶ ㅄ ㅆ ㅌ ㅍ ㅎ: 않다, 없다, 있다, 같다, 싶다, 좋다. Other finals may be no verb's: 둘 다."""


def in_polite_words(plain: Plain) -> Plain:
    """The text with its plain, noun-like and familiar endings in their polite form."""
    for triggers, pattern, said in _FAMILIAR:
        if any(trigger in plain.text for trigger in triggers):
            found = [Edit(match.start(), match.end(), said) for match in pattern.finditer(plain.text)]
            plain = edited(plain, found) if found else plain
    edits = list(_edits(plain.text))
    return edited(plain, edits) if edits else plain


def _edits(text: str) -> Iterator[Edit]:
    if "다" in text:
        for match in _PLAIN.finditer(text):
            if said := _polite(text, match.start("last")):
                yield Edit(*said)
    for match in _NOUN.finditer(text) if any(noun in text for noun in korean_levels.NOUNS) else ():
        last = match.end() - 1
        if text[last] == "음":
            yield Edit(last, last + 1, "습니다")
        else:
            yield Edit(last, last + 1, _with_final(text[last], _P) + "니다")


def _polite(text: str, at: int) -> tuple[int, int, str] | None:
    """What stands for the syllable at `at` and the 다 behind it."""
    syllable, end = text[at], at + 2
    before = text[at - 1 : at]
    final = _final(syllable)
    if syllable == "란" and _final(before) == _L:
        return at, end, "래요"
    if syllable == "는" and _final(before):
        return at, end, "습니다"
    if final == _N:
        return at, end, _with_final(syllable, _P) + "니다"
    if final in _BEFORE_SEUMNIDA:
        return at, end, syllable + "습니다"
    return (at, end, "입니다") if syllable == "이" and before.strip() else None


def _final(syllable: str) -> int:
    """The place of its final consonant; 0 where it has none."""
    return (ord(syllable) - _BEGUN) % _FINALS if "가" <= syllable <= "힣" else 0


def _with_final(syllable: str, final: int) -> str:
    return chr(ord(syllable) - _final(syllable) + final)
