"""Reads a number that begins at an offset: digits, English words, Korean words, "1k", "a dozen".

Only [0-9] counts as a digit, after normalising. The value is a Decimal, so amounts never pass through floats.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from nlp.lexicon.numbers import (
    KOREAN_COUPLE,
    KOREAN_MYRIADS,
    KOREAN_TENS,
    KOREAN_UNITS,
    SCALES,
    SINO_DIGITS,
    SINO_SCALES,
    TENS,
    UNITS,
)

MAX_DIGITS = 12
_DIGITS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?")
_MIXED_PART = re.compile(r" ?([0-9]{1,4})(만|천|백|십)")
_MYRIADS_SQUARED = re.compile(
    r"([0-9]{1,4}(?:\.[0-9]{1,2})?) ?억(?: ?([0-9][0-9,]{0,4}) ?(천만|백만|만|천))?"
    r"(?= ?(?:원|달러|불|토큰|개|이|을|까지|한도|정도|[.,)]|$))"
)
_MIXED_REST = re.compile(r"[0-9]{4}(?![0-9.,]*[0-9])")
_MIXED_SCALES = {"만": 10_000, "천": 1000, "백": 100, "십": 10}
_SQUARED_PARTS = {"천만": 10_000_000, "백만": 1_000_000, "만": 10_000, "천": 1000}
_SINO_POINT = re.compile(
    r" ?(?P<whole>[영공일이삼사오육륙칠팔구십백]{1,4}) ?(?:점|쩜) ?"
    r"(?P<tenths>[영공일이삼사오육륙칠팔구](?: ?[영공일이삼사오육륙칠팔구]){0,2})"
    r"(?= ?(?:달러|불|딸라|퍼센트|프로|센트|기가|시간|유로|엔|원))"
)
_BARE_FRACTION = re.compile(r"\.[0-9]+")
_SCALED = re.compile(
    r"\s?(k|백만|천(?!체|문|연|장)|만(?! ?(?:아니|빼|제외|말고)| ?더 ?(?:내리|내려|낮추|올리|올려|줄이)|족|약|료)|마넌"
    r"|m|mm|mn|hundred|thousand|grand|million"
    r"|백(?!테스트|엔드|업|본|신|화점))(?![a-z0-9])"
)
_SCALE_VALUES = {
    "k": 1000, "천": 1000, "백만": 1_000_000, "만": 10_000, "마넌": 10_000, "m": 1_000_000, "mm": 1_000_000,
    "mn": 1_000_000,
    "hundred": 100, "thousand": 1000, "grand": 1000, "million": 1_000_000, "백": 100,
}  # fmt: skip
_WORD = re.compile(r"[a-z]+")
_DOZEN = re.compile(
    r"(?:(half a|a|one|two|three|four|five|six|seven|eight|ten|twelve) )?(dozen|score)s?(?: of)?(?![a-z])"
    r"|(two|three|four|five|six|seven|eight|ten|twelve) (pairs) of(?![a-z])"
)
_SIZES = {"dozen": 12, "score": 20, "pairs": 2}
_DOZENS = re.compile(r" ?(dozen|pairs(?= of))(?: of)?(?![a-z])")
_COUPLE = re.compile(r"(?:a )?(couple|pair)(?: of)?(?![a-z])")
_A_SCALE = re.compile(r"an? (hundred|thousand|grand(?! total)|million)(?![a-z])")
_COUNTED_BY = r"(?:달|불|원|장|대|개|토|노|센|유|엔|서)"
_SINO_PART = re.compile(
    rf"[일이삼사오육칠팔구]?([천백십])(?:[일이삼사오육칠팔구]?[천백십])*[일이삼사오육칠팔구]?(?![가-힣](?<!{_COUNTED_BY}))"
)
_SINO_UNIT = re.compile(rf"[일이삼사오육칠팔구](?= ?{_COUNTED_BY})")
_BARE_MYRIAD = re.compile(rf"[만억](?:(?= ?(?:개|장|토큰))|(?P<more> ?)(?={_SINO_PART.pattern}))")
_HUNDREDS = re.compile(r"([이삼사오육칠팔구]?)백 ?")
_AND_MORE = re.compile(r" (?:and )?(?=[a-z])")
_PARENTHESISED = re.compile(r"\s?\(\s?([0-9]{1,6})\s?\)")
_IN_WORDS = re.compile(r" ?\( ?([a-z]+(?:[ -][a-z]+)*) ?\)")
_TENS_FIRST = tuple(sorted(KOREAN_TENS, key=len, reverse=True))
_UNITS_FIRST = tuple(sorted(KOREAN_UNITS, key=len, reverse=True))


@dataclass(frozen=True)
class Number:
    """`end` is where it stops; `word` says that it was written in letters."""

    value: Decimal
    end: int
    word: bool = False


def number_at(text: str, start: int) -> Number | None:
    """The longest number that begins here, or None. "eight (8)" is one number if both agree."""
    first = text[start : start + 1]
    if "0" <= first <= "9" or first == ".":
        return _glossed(text, _digits(text, start))
    found = _english(text, start) if "a" <= first <= "z" else _korean(text, start) if first >= "가" else None
    if found and found.word and (gloss := _PARENTHESISED.match(text, found.end)) and Decimal(gloss[1]) == found.value:
        return Number(found.value, gloss.end(), True)
    return found


def _glossed(text: str, found: Number | None) -> Number | None:
    """ "2 (two)" is one number if both agree."""
    gloss = _IN_WORDS.match(text, found.end) if found else None
    words = _english(text, gloss.start(1)) if gloss else None
    if found and gloss and words and words.value == found.value and words.end == gloss.end(1):
        return Number(found.value, gloss.end())
    return found


def _digits(text: str, start: int) -> Number | None:
    match = _DIGITS.match(text, start) or _BARE_FRACTION.match(text, start)
    if not match or len(match[0]) > MAX_DIGITS + 8:
        return None
    raw = match[0].replace(",", "")
    end = match.end()
    if squared := _MYRIADS_SQUARED.match(text, start):
        rest = Decimal((squared[2] or "0").replace(",", "")) * _SQUARED_PARTS[squared[3] or "만"]
        return Number(Decimal(squared[1]) * 100_000_000 + rest, squared.end())
    if mixed := _mixed(text, start):
        return mixed
    if raw.startswith("."):
        if start and text[start - 1].isdigit():
            return None
        raw = "0" + raw
    value = Decimal(raw)
    if dozens := _DOZENS.match(text, end):
        return Number(value * _SIZES[dozens[1]], dozens.end())
    if scale := _SCALED.match(text, end):
        word = scale[1]
        if not (word == "m" and scale[0].startswith(" ")):
            value *= _SCALE_VALUES[word]
            end = scale.end()
            if word == "천" and text[end : end + 1] == "만":
                value, end = value * 10_000, end + 1
    return Number(value, end)


def _mixed(text: str, start: int) -> Number | None:
    """1만 5천, 2천5백, 1만2000: digits with falling Korean scales."""
    at, value, scale, parts = start, 0, 100_000, 0
    while (part := _MIXED_PART.match(text, at)) and _MIXED_SCALES[part[2]] < scale and (parts or text[at] != " "):
        scale = _MIXED_SCALES[part[2]]
        value, at, parts = value + int(part[1]) * scale, part.end(), parts + 1
    if scale == _MIXED_SCALES["만"] and (rest := _MIXED_REST.match(text, at)):
        return Number(Decimal(value + int(rest[0])), rest.end())
    return Number(Decimal(value), at) if parts > 1 else None


def _english(text: str, start: int) -> Number | None:
    if start and text[start - 1].isascii() and text[start - 1].isalpha():
        return None
    if match := _DOZEN.match(text, start):
        said = match[1] or match[3]
        times = {"half a": Decimal("0.5"), "a": Decimal(1), None: Decimal(1)}.get(said)
        size = _SIZES[match[2] or match[4]]
        return Number((Decimal(UNITS[said]) if times is None else times) * size, match.end(), True)
    if match := _COUPLE.match(text, start):
        return Number(Decimal(2), match.end(), True)
    if match := _A_SCALE.match(text, start):
        rest = _AND_MORE.match(text, match.end())
        more = _english(text, rest.end()) if rest else None
        added = more.value if more and more.value < SCALES[match[1]] else Decimal(0)  # "a hundred and twenty eight"
        return Number(SCALES[match[1]] + added, more.end if more and added else match.end(), True)
    total, current, end, seen, last_was_ten = 0, 0, start, False, False
    at = start
    while word := _WORD.match(text, at):
        name = word[0]
        if name in UNITS and (not seen or last_was_ten or (current and current % 100 == 0) or (total and not current)):
            if last_was_ten and UNITS[name] > 9:
                break
            current, last_was_ten = current + UNITS[name], False
        elif name in TENS and (not seen or (current and current % 100 == 0) or (total and not current)):
            current, last_was_ten = current + TENS[name], True
        elif name in SCALES and seen:
            scale = SCALES[name]
            if scale == 100:
                current *= 100
            else:
                total, current = total + current * scale, 0
            last_was_ten = False
        elif name == "and" and seen and (total or current >= 100) and _next_is_number(text, word.end()):
            at = word.end() + 1
            continue
        else:
            break
        seen, end = True, word.end()
        at = end + 1 if text[end : end + 1] in (" ", "-") else end
        if at == end:
            break
    if not seen or (text[end : end + 1].isascii() and text[end : end + 1].isalnum()):
        return None
    return Number(Decimal(total + current), end, True)


def _next_is_number(text: str, at: int) -> bool:
    word = _WORD.match(text, at + 1)
    return bool(word and (word[0] in UNITS or word[0] in TENS))


def _korean(text: str, start: int) -> Number | None:
    return _spoken_fraction(text, start) or _hundreds(text, start) or _native(text, start) or _sino(text, start)


def _hundreds(text: str, start: int) -> Number | None:
    """백스물여덟, 이백쉰여섯: hundreds before a native number."""
    match = _HUNDREDS.match(text, start)
    rest = _native(text, match.end()) if match else None
    if match is None or rest is None or rest.value < 10:
        return None
    return Number(SINO_DIGITS.get(match[1], 1) * 100 + rest.value, rest.end, True)


def _spoken_fraction(text: str, start: int) -> Number | None:
    """이 점 팔 (달러): only before a unit, since 이 and 점 are everyday words."""
    match = _SINO_POINT.match(text, start) if text[start : start + 1] != " " else None
    if match is None:
        return None
    digits = {**SINO_DIGITS, "영": 0, "공": 0, "륙": 6}
    whole = digits.get(match["whole"])
    if whole is None:
        scaled = _sino(text, match.start("whole"))
        if scaled is None or scaled.end != match.end("whole"):
            return None
        whole = int(scaled.value)
    tenths = "".join(str(digits[character]) for character in match["tenths"] if character != " ")
    return Number(Decimal(f"{whole}.{tenths}"), match.end(), True)


def _native(text: str, start: int) -> Number | None:
    """여덟, 열여섯, 스물 네, 두어."""
    if text.startswith(KOREAN_COUPLE, start):
        return Number(Decimal(2), start + len(KOREAN_COUPLE), True)
    value, at = 0, start
    for word in _TENS_FIRST:
        if text.startswith(word, at):
            value, at = KOREAN_TENS[word], at + len(word)
            break
    gap = at + 1 if value and text[at : at + 1] == " " else at
    for word in _UNITS_FIRST:
        if text.startswith(word, gap):
            return Number(Decimal(value + KOREAN_UNITS[word]), gap + len(word), True)
    return Number(Decimal(value), at, True) if value else None


def _sino(text: str, start: int) -> Number | None:
    """이십사, 백, 천, 오천, 삼만, 삼천 오백, 만 이천.

    A bare 만 only before a counter or a smaller part, since it also means "only".
    """
    if (start == 0 or text[start - 1] == " ") and (bare := _BARE_MYRIAD.match(text, start)):
        rest = _sino_below(text, bare.end(), KOREAN_MYRIADS[text[start]]) if bare["more"] is not None else None
        value = KOREAN_MYRIADS[text[start]] + (rest.value if rest else 0)
        return Number(Decimal(value), rest.end if rest else start + 1, True)
    return _sino_below(text, start, 0)


def _sino_below(text: str, start: int, most: int) -> Number | None:
    total, section, digit, at, scaled, least = 0, 0, 0, start, False, most
    while at < len(text):
        character = text[at]
        if character in SINO_DIGITS and not digit:
            digit = SINO_DIGITS[character]
        elif character in SINO_SCALES and (not least or SINO_SCALES[character] < least):
            least = SINO_SCALES[character]
            section, digit, scaled = section + (digit or 1) * least, 0, True
        elif character in KOREAN_MYRIADS and (section or digit):
            total, section, digit, scaled, least = (
                total + (section + digit or 1) * KOREAN_MYRIADS[character], 0, 0, True, 0,
            )  # fmt: skip
        elif not (character == " " and scaled and text[at - 1] != " " and not digit and _falls(text, at + 1, least)):
            break
        at += 1
    if not scaled:
        return None
    return Number(Decimal(total + section + digit), at, True)


def _falls(text: str, at: int, least: int) -> bool:
    """Whether a smaller part of the same number stands here: the 오백 of "삼천 오백"."""
    if _SINO_UNIT.match(text, at):
        return True
    part = _SINO_PART.match(text, at)
    return part is not None and (not least or SINO_SCALES[part[1]] < least)
