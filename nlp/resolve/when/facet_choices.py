"""Grammar rules for some of the days that a list names: "two nights out of Mon, Tue and Wed", 월, 화, 수 중 이틀만."""

from __future__ import annotations

from nlp.resolve.when.days import days
from nlp.resolve.when.facet import Facet
from nlp.resolve.when.facet_repeat import PART_NOUNS, REPEATED
from nlp.resolve.when.how_many import bound_before, korean_bound_before, low_and_high, whole_number
from nlp.resolve.when.lexicon_ko import NATIVE_UNITS, SHORT_WEEKDAYS
from nlp.resolve.when.reader import Reader, remembered
from nlp.resolve.when.types import Day, DaySet, Part, Repeat, TimeExpression, Weekday

MAX_LISTED = 31
_COUNTERS = ("번", "날", "밤", "군데", "가지", "곳")
_WITHOUT_COUNTER = frozenset(("하나", "둘", "셋", "넷"))
_JOINING = ("이나", "나", "과", "와", "또는", "혹은", "이랑", "랑", "하고", "및", "그리고")
_Listed = tuple[int, tuple[Day, ...], Part | None]
_Found = tuple[_Listed, int, int | None]


def some_of_days_rule(reader: Reader, at: int) -> Facet | None:
    """Two of three named days: one lot for each of the days, as many of them filled as are said."""
    found = _korean(reader, at) or _english(reader, at)
    if found is None:
        return None
    (end, listed, part), low, high = found
    if low > len(listed) or (high or low) > len(listed):
        return None
    repeat = Repeat(low, high, choose=True)
    return Facet(end, TimeExpression(days=(DaySet(listed),), repeat=repeat, part=part))


@remembered
def _korean(reader: Reader, at: int) -> _Found | None:
    listed = _list(reader, at, korean=True)
    if listed is None or reader.tag(listed[0]) != "middle" or len(listed[1]) < 2:
        return None
    index, bound = korean_bound_before(reader, listed[0] + 1)
    if reader.tag(index) == "any":
        index += 1
    count = _korean_count(reader, index)
    if count is None:
        return None
    end, number = reader.particles(count[0]), count[1]
    night = Part.NIGHT if reader.at(count[0] - 1).text.startswith("밤") else None
    if night and listed[2] not in (None, night):
        return None
    return (end, listed[1], listed[2] or night), *low_and_high(number, bound)


def _korean_count(reader: Reader, at: int) -> tuple[int, int] | None:
    """이틀, 하루, 하나, 두 번, 2일, 두 밤; the particle may be glued to it."""
    token = reader.at(at)
    if token.tag == "days_word" and isinstance(token.value, int):
        return at + 1, token.value
    if token.tag == "day_word":
        return at + 1, 1
    word = token.text.removesuffix("만")
    number = reader.number(at)
    number = number if number is not None else NATIVE_UNITS.get(word)
    if number is None:
        return None
    if reader.at(at + 1).text.startswith(_COUNTERS) or reader.korean(at + 1, "counter", "day", "night"):
        return at + 2, number
    return (at + 1, number) if word in _WITHOUT_COUNTER else None


@remembered
def _english(reader: Reader, at: int) -> _Found | None:
    index, bound = bound_before(reader, at)
    index = reader.skip(index, "any")
    count = whole_number(reader, index)
    if count is None:
        return None
    index = reader.skip(count[0], "different", "separate")
    if not reader.word(index, *PART_NOUNS, "day", "days"):
        return None
    part = REPEATED[reader.at(index).text][0]
    index = reader.skip(index + 1, "out")
    if not reader.word(index, "of", "from", "among"):
        return None
    listed = _list(reader, reader.skip(index + 1, "the"), korean=False)
    if listed is None or len(listed[1]) < 2 or (part and listed[2] and part is not listed[2]):
        return None
    return (listed[0], listed[1], part or listed[2]), *low_and_high(count[1], bound)


def _list(reader: Reader, at: int, *, korean: bool) -> _Listed | None:
    """Days in a list, each perhaps with the same part of the day; the index behind the last."""
    named: list[Day] = []
    part: Part | None = None
    index = end = at
    while len(named) < MAX_LISTED and (found := _member(reader, index, korean=korean)):
        end, members, own = found
        if own and part and own is not part:
            return None
        named.extend(members)
        part = part or own
        index = end
        while reader.mark(index, ",/&+•") or reader.at(index).text in _JOINING or reader.word(index, "and", "or"):
            index += 1
        if index == end and not (korean and own):
            break  # 내일 밤 모레 밤 글피 밤 중에 두 번 needs no word between
    return (end, tuple(named), part) if named else None


def _member(reader: Reader, at: int, *, korean: bool) -> _Listed | None:
    letter = SHORT_WEEKDAYS.find(reader.at(at).text) if korean and len(reader.at(at).text) == 1 else -1
    if letter >= 0:
        return at + 1, (Weekday(letter),), None
    found = days(reader, at)
    if found is None:
        return None
    end, part = found.end, found.part
    only = found.days[0] if len(found.days) == 1 else None
    members = only.days if isinstance(only, DaySet) else found.days[:1]
    behind = reader.at(end)
    if part is None and behind.tag == "part" and isinstance(behind.value, Part):
        return end + 1, members, behind.value
    if part is None and reader.word(end, *PART_NOUNS):
        return end + 1, members, REPEATED[behind.text][0]
    return end, members, part
