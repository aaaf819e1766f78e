"""Grammar rules for windows that repeat: "every night", "any two evenings", 월수금, 밤마다."""

from __future__ import annotations

from nlp.resolve.when.amounts import amount_of_time
from nlp.resolve.when.facet import DAYS_OF_WORK, EVERY_DAY, Facet
from nlp.resolve.when.how_many import bound_before, korean_bound_before, low_and_high, whole_number
from nlp.resolve.when.lexicon import MONTHS, WEEKDAYS, word_list
from nlp.resolve.when.lexicon_ko import SHORT_WEEKDAYS
from nlp.resolve.when.reader import Reader, remembered
from nlp.resolve.when.types import (
    Flex,
    Part,
    Repeat,
    TimeExpression,
)

REPEATED: dict[str, tuple[Part | None, frozenset[int], bool]] = {
    "day": (None, EVERY_DAY, False), "days": (None, EVERY_DAY, False),
    "night": (Part.NIGHT, EVERY_DAY, False), "nights": (Part.NIGHT, EVERY_DAY, False),
    "morning": (Part.MORNING, EVERY_DAY, False), "mornings": (Part.MORNING, EVERY_DAY, False),
    "afternoon": (Part.AFTERNOON, EVERY_DAY, False), "afternoons": (Part.AFTERNOON, EVERY_DAY, False),
    "evening": (Part.EVENING, EVERY_DAY, False), "evenings": (Part.EVENING, EVERY_DAY, False),
    "weekday": (None, DAYS_OF_WORK, False), "weekdays": (None, DAYS_OF_WORK, False),
    "workday": (None, DAYS_OF_WORK, False), "workdays": (None, DAYS_OF_WORK, False),
    "weeknight": (Part.NIGHT, DAYS_OF_WORK, False), "weeknights": (Part.NIGHT, DAYS_OF_WORK, False),
    "weekend": (None, EVERY_DAY, True), "weekends": (None, EVERY_DAY, True),
}  # fmt: skip
PART_NOUNS = frozenset(word_list("night nights morning mornings afternoon afternoons evening evenings"))


@remembered
def _repeated(reader: Reader, at: int) -> tuple[int, Part | None, frozenset[int], bool] | None:
    """What is repeated: "night", "weekday nights", "Saturday", "business day"."""
    token = reader.at(at)
    if token.tag != "word":
        return None
    if token.text in ("business", "working", "work") and reader.word(at + 1, "day", "days"):
        return at + 2, None, DAYS_OF_WORK, False
    singular = token.text.removesuffix("s") if token.text not in WEEKDAYS else token.text
    if (weekday := WEEKDAYS.get(singular)) is not None:
        end, part = at + 1, None
        if reader.word(end) and reader.at(end).text in PART_NOUNS:
            part, end = REPEATED[reader.at(end).text][0], end + 1
        return end, part, frozenset({weekday}), False
    if token.text not in REPEATED:
        return None
    part, weekdays, weekend = REPEATED[token.text]
    end = at + 1
    if part is None and reader.word(end) and reader.at(end).text in PART_NOUNS:
        part, end = REPEATED[reader.at(end).text][0], end + 1
        if weekend:
            weekend, weekdays = False, frozenset({5, 6})
    return end, part, weekdays, weekend


def every_rule(reader: Reader, at: int) -> Facet | None:
    """ "Every night", "each weeknight", "weekdays", "nightly", "daily", "Saturdays"."""
    if reader.word(at, "nightly"):
        return Facet(at + 1, TimeExpression(repeat=Repeat(), part=Part.NIGHT))
    if reader.word(at, "daily"):
        return Facet(at + 1, TimeExpression(repeat=Repeat()))
    start = at
    said = False
    if reader.word(at, "every", "each") or (reader.word(at, "all") and reader.word(at + 1, *PLURALS)):
        start, said = at + 1, True
        start = reader.skip(start, "single")
        if reader.word(start, "of", "other", "second", "third", "few"):
            return None
    found = _listed(reader, start) or _repeated(reader, start)
    if found is None:
        return None
    end, part, weekdays, weekend = found
    plural = reader.word(end - 1, *PLURALS) or reader.word(start, *PLURALS) or _plural_weekday(reader, start)
    if not said and (not plural or reader.word(start, "days")):
        return None
    if not said and len(weekdays) < 7 and reader.at(start).text in WEEKDAYS and not _within_period(reader, end):
        return None  # "Wednesday, Thursday and Friday nights" are the coming ones
    return Facet(end, TimeExpression(repeat=Repeat(weekdays=weekdays, weekend=weekend), part=part))


def _within_period(reader: Reader, at: int) -> bool:
    """Whether words follow that say in which period something repeats."""
    leads = ("in", "during", "until", "till", "through", "from", "for", "over", "this", "next", "starting", "between")
    return reader.word(at, *leads) or reader.at(at).text in MONTHS


@remembered
def _listed(reader: Reader, at: int) -> tuple[int, Part | None, frozenset[int], bool] | None:
    """Several weekdays that repeat together: "Tuesdays and Thursdays", "(every) Mon, Wed and Friday night"."""
    chosen: set[int] = set()
    index, part = at, None
    while (found := _repeated(reader, index)) and len(found[2]) == 1 and not found[3] and part is None:
        chosen |= found[2]
        end, part, index = found[0], found[1], found[0]
        while reader.mark(index, ",/&+") or reader.word(index, "and"):
            index += 1
        if index == end:
            break
    return (end, part, frozenset(chosen), False) if len(chosen) > 1 else None


PLURALS = frozenset(word_list("nights mornings afternoons evenings weekdays workdays weeknights weekends days"))


def _plural_weekday(reader: Reader, at: int) -> bool:
    text = reader.at(at).text
    return text.endswith("days") and text[:-1] in WEEKDAYS


MAX_COUNT = 64


def any_of_days_rule(reader: Reader, at: int) -> Facet | None:
    """ "Any night", "any 2 nights", "at least three of the nights", "up to two evenings", "5 nights"."""
    index, bound = bound_before(reader, at)
    any_said = reader.word(index, "any", "whichever")
    either = reader.word(index, "either") and reader.word(index + 1, *PART_NOUNS, "day", "weekend")
    any_said = any_said or either
    index += any_said
    count = 1
    if found_count := whole_number(reader, index):
        index, count = found_count
    elif not any_said:
        return None
    index = reader.skip(reader.skip(index, "of"), "the", "these", "those")
    if of_how_many := whole_number(reader, index):
        index = of_how_many[0]
    in_a_row = reader.word(index, "consecutive", "successive")
    index = reader.skip(index, "consecutive", "successive", "different", "separate")
    found = _repeated(reader, index)
    if found is None or (in_a_row and count > 1 and not _begins(reader, found[0])):
        return None  # which of them stand in a row no choice of days can say
    end, part, weekdays, weekend = found
    plural = reader.word(end - 1, *PLURALS) or _plural_weekday(reader, end - 1)
    if count > 1 and not plural:
        return None
    counts_by_itself = part is not None or weekend
    one_day = reader.word(at, "one") and reader.word(end - 1, "day", "weekday") and reader.word(end, "next", "this")
    if count > MAX_COUNT or (not any_said and not bound and not counts_by_itself and not one_day):
        return None
    low, high = low_and_high(count, bound)
    return Facet(end, TimeExpression(repeat=Repeat(low, high, weekdays, weekend, choose=True), part=part))


def _begins(reader: Reader, at: int) -> bool:
    return reader.word(at, "from", "starting", "beginning", "commencing", "as")


def next_occasions_rule(reader: Reader, at: int) -> Facet | None:
    """ "The next three nights", "next 2 weekends": so many from now on."""
    start = reader.skip(at, "the")
    if not reader.word(start, "next", "coming", "following") or not (count := whole_number(reader, start + 1)):
        return None
    found = _repeated(reader, count[0])
    if found is None or count[1] > MAX_COUNT:
        return None
    end, part, weekdays, weekend = found
    if part is None and not weekend and weekdays == EVERY_DAY:
        return None
    return Facet(end, TimeExpression(repeat=Repeat(count[1], count[1], weekdays, weekend), part=part))


def except_rule(reader: Reader, at: int, so_far: TimeExpression) -> Facet | None:
    """ "(Every night) except Friday", "but not Saturday or Sunday"."""
    if so_far.repeat is None:
        return None
    for words in (("except",), ("except", "for"), ("excluding",), ("but", "not"), ("apart", "from"), ("other", "than"),
                  ("not",), ("minus",)):  # fmt: skip
        index = at + len(words)
        left_out: set[int] = set()
        while reader.words(at, words):
            index = reader.skip(reader.skip(index, "on"), "the")
            found = _repeated(reader, index)
            if found is None or (found[2] == EVERY_DAY and not found[3]):
                break
            left_out |= frozenset({5, 6}) if found[3] else found[2]
            end = index = found[0]
            while reader.mark(index, ",") or reader.word(index, "and", "or"):
                index += 1
            if index == end:
                break
        if left_out:
            return Facet(end, TimeExpression(without=frozenset(left_out)))
    return None


def korean_repeat_rule(reader: Reader, at: int) -> Facet | None:
    """매일, 매일 밤, 밤마다, 매주 토요일, 평일 밤마다, 아무 밤이나, 아무 날이나, 이틀 밤, 최소 세 밤."""
    token = reader.at(at)
    if token.tag == "every":
        return _korean_every(reader, at)
    if token.tag == "any":
        return _korean_any(reader, at)
    if some := _some_nights(reader, at):
        return some
    index, bound = korean_bound_before(reader, at)
    count = reader.number(index)
    if count is not None and reader.korean(index + 1, "counter", "night"):
        end = index + 2
    elif reader.tag(index) == "days_word" and reader.korean(index + 1, "part", Part.NIGHT):
        count, end = int(str(reader.at(index).value)), index + 2
    else:
        return _korean_each(reader, at)
    low, high = low_and_high(count, bound)
    end = reader.particles(end)
    return Facet(end, TimeExpression(repeat=Repeat(low, high, choose=True), part=Part.NIGHT))


def _korean_every(reader: Reader, at: int) -> Facet | None:
    token, end = reader.at(at), reader.particles(at + 1)
    if token.value == "night":
        return Facet(end, TimeExpression(repeat=Repeat(), part=Part.NIGHT))
    behind = reader.at(end)
    if token.value == "week":
        if listed := _korean_weekdays(reader, end):
            end = reader.particles(listed[0] + (reader.tag(listed[0]) == "each"))
            return Facet(end, TimeExpression(repeat=Repeat(weekdays=listed[1])))
        if behind.tag == "day_set" and isinstance(behind.value, str):
            chosen = frozenset(SHORT_WEEKDAYS.index(letter) for letter in behind.value)
            return Facet(reader.particles(end + 1), TimeExpression(repeat=Repeat(weekdays=chosen)))
        if behind.tag == "weekend":
            return Facet(reader.particles(end + 1), TimeExpression(repeat=Repeat(weekend=True)))
        if behind.tag == "workdays":
            return Facet(reader.particles(end + 1), TimeExpression(repeat=Repeat(weekdays=DAYS_OF_WORK)))
        return None
    if token.value == "":
        if behind.tag == "part" and isinstance(behind.value, Part) and not reader.glued(end + 1):
            return Facet(end + 1, TimeExpression(repeat=Repeat(), part=behind.value))
        if behind.tag == "weekday" and (listed := _korean_weekdays(reader, end)):
            return Facet(listed[0], TimeExpression(repeat=Repeat(weekdays=listed[1])))
        return None
    return Facet(end, TimeExpression(repeat=Repeat()))


def _korean_weekdays(reader: Reader, at: int) -> tuple[int, frozenset[int]] | None:
    """화요일, 화요일과 목요일, 월요일, 수요일."""
    chosen: set[int] = set()
    end = at
    while (token := reader.at(at)).tag == "weekday" and isinstance(token.value, int):
        chosen.add(token.value)
        end = reader.particles(at + 1)
        joined = reader.at(end).text in _KOREAN_AND or reader.mark(end, ",/•")
        at = end + joined
        if not joined:
            break
    return (end, frozenset(chosen)) if chosen else None


_KOREAN_AND = ("과", "와", "이랑", "랑", "하고", "및", "그리고")


def _korean_any(reader: Reader, at: int) -> Facet | None:
    """아무 밤이나, 아무 날이나, 아무 때나, 아무 요일이나."""
    behind = reader.at(at + 1)
    end = at + 2
    part: Part | None = None
    if behind.tag == "days_word" and isinstance(behind.value, int):  # 아무 이틀, 아무 하루 밤이나
        token = reader.at(end)
        if token.tag == "part" and isinstance(token.value, Part):
            part, end = token.value, end + 1
        repeat = Repeat(behind.value, behind.value, choose=True)
        return Facet(reader.particles(end), TimeExpression(repeat=repeat, part=part))
    if behind.tag == "part" and isinstance(behind.value, Part):
        part = behind.value
    elif behind.tag == "time_word" and (chosen := _korean_some(reader, at, end)):
        return chosen
    elif behind.tag == "time_word":
        return Facet(end, TimeExpression(flex=frozenset({Flex.ANY_TIME})))
    elif not (behind.tag == "day_word" or behind.text.startswith(("요일", "날"))):
        return None
    elif (token := reader.at(end)).tag == "part" and isinstance(token.value, Part):
        part, end = token.value, end + 1  # 아무 날 밤이나
    while reader.glued(end) and reader.tag(end) in ("particle", "tail"):
        end += 1
    end, days = _how_many_days(reader, end)
    return Facet(end, TimeExpression(repeat=Repeat(days, days, choose=True), part=part))


def _how_many_days(reader: Reader, at: int) -> tuple[int, int]:
    """하루만, 이틀, 한 번만 behind the days to choose from: the index behind it and how many; 1 where none is said."""
    count = reader.at(at)
    if count.tag == "days_word" and isinstance(count.value, int):
        end = reader.particles(at + 1)
        return (end, count.value) if amount_of_time(reader, end) is None else (at, 1)
    times = {"한": 1, "두": 2, "세": 3}.get(count.text, reader.number(at))
    if times and reader.at(at + 1).text.rstrip("만도은") in ("번", "차례", "회"):
        return reader.particles(at + 2), int(times)
    return at, 1


def _some_nights(reader: Reader, at: int) -> Facet | None:
    """(다음 주) 밤 중 하루만, (다음 주 중) 하룻밤."""
    token = reader.at(at)
    if token.tag != "part" or not isinstance(token.value, Part):
        return None
    if token.text == "하룻밤" and (reader.tag(at - 1) == "middle" or _week_before(reader, at)):
        end = reader.particles(at + 1)
        return Facet(end, TimeExpression(repeat=Repeat(1, 1, choose=True), part=token.value))
    if reader.tag(at + 1) != "middle" or not _week_before(reader, at):
        return None
    start = at + 2 + (reader.tag(at + 2) == "any")
    end, days = _how_many_days(reader, start)
    repeat = Repeat(days, days, choose=True)
    return Facet(end, TimeExpression(repeat=repeat, part=token.value)) if end > start else None


def _week_before(reader: Reader, at: int) -> bool:
    before = at - 1
    while reader.tag(before) in ("particle", "middle"):
        before -= 1
    return reader.tag(before) in ("week", "week_unit", "month_unit", "month_reference", "counter", "weekend")


def _korean_some(reader: Reader, at: int, end: int) -> Facet | None:
    """이번 주 밤 아무 때나 하루만: as many of the nights as there are days said."""
    count = reader.at(end)
    if reader.tag(at - 1) != "part" or count.tag != "days_word" or not isinstance(count.value, int):
        return None
    return Facet(reader.particles(end + 1), TimeExpression(repeat=Repeat(count.value, count.value, choose=True)))


def _korean_each(reader: Reader, at: int) -> Facet | None:
    """화요일마다, 주말마다, 저녁마다, 평일마다."""
    token, behind = reader.at(at), at + 1
    if token.tag == "each" and reader.tag(at - 1) == "workdays":  # 다음 주 평일마다: the days were read with their week
        token, behind = reader.at(at - 1), at
    listed = _korean_weekdays(reader, at)
    if listed and len(listed[1]) > 1 and reader.tag(listed[0]) == "each":
        return Facet(reader.particles(listed[0] + 1), TimeExpression(repeat=Repeat(weekdays=listed[1])))
    if reader.tag(behind) != "each":
        return None
    end = reader.particles(behind + 1)
    if token.tag == "weekday" and isinstance(token.value, int):
        return Facet(end, TimeExpression(repeat=Repeat(weekdays=frozenset({token.value}))))
    if token.tag == "weekend":
        return Facet(end, TimeExpression(repeat=Repeat(weekend=True)))
    if token.tag == "workdays":
        return Facet(end, TimeExpression(repeat=Repeat(weekdays=DAYS_OF_WORK)))
    if token.tag == "part" and isinstance(token.value, Part):
        return Facet(end, TimeExpression(repeat=Repeat(), part=token.value))
    return None
