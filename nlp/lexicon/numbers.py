"""Number words of English and Korean."""

from __future__ import annotations

from types import MappingProxyType

UNITS = MappingProxyType({
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
})  # fmt: skip
TENS = MappingProxyType({
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
})  # fmt: skip
SCALES = MappingProxyType({"hundred": 100, "thousand": 1000, "grand": 1000, "million": 1_000_000})

KOREAN_UNITS = MappingProxyType({
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "넷": 4, "네": 4, "넉": 4, "다섯": 5, "여섯": 6,
    "일곱": 7, "여덟": 8, "여덜": 8, "아홉": 9,
})  # fmt: skip
KOREAN_COUPLE = "두어"
"""Two of anything."""
KOREAN_TENS = MappingProxyType({
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90,
})  # fmt: skip
SINO_DIGITS = MappingProxyType({
    "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9,
})  # fmt: skip
SINO_SCALES = MappingProxyType({"십": 10, "백": 100, "천": 1000})
KOREAN_MYRIADS = MappingProxyType({"만": 10_000, "마넌": 10_000, "억": 100_000_000})

VAGUE = ("a few", "several", "some", "a bunch of", "a handful of", "a number of", "many", "lots of", "plenty of",
         "몇", "서너", "너댓", "대여섯", "여러", "적당히")  # fmt: skip
"""Said of a quantity: nothing that a bid can hold."""
