"""Grammar rules for lists of days that make one phrase, since something is said once for all of them."""

from __future__ import annotations

from itertools import pairwise

from nlp.resolve.when.dates import day_number, month_name, year
from nlp.resolve.when.days import days, in_order
from nlp.resolve.when.facet import Facet
from nlp.resolve.when.facet_repeat import PART_NOUNS, PLURALS, REPEATED
from nlp.resolve.when.how_many import bound_before, low_and_high, whole_number
from nlp.resolve.when.lexicon import WEEKDAYS
from nlp.resolve.when.reader import Reader
from nlp.resolve.when.types import CalendarDate, Day, DaySet, Part, Repeat, TimeExpression, Weekday

MAX_LISTED = 31


def each_of_rule(reader: Reader, at: int) -> Facet | None:
    """ "Each of Dec 7, Dec 8 and Dec 9": one lot for each."""
    if not (reader.word(at, "each") and reader.word(at + 1, "of")):
        return None
    index = end = at + 2
    named: list[Day] = []
    while len(named) < MAX_LISTED and (found := days(reader, reader.skip(index, "the"))) and not found.part:
        named.extend(found.days[:1])
        index = end = found.end
        while reader.mark(index, ",") or reader.word(index, "and"):
            index += 1
        if index == end:
            break
    if len(named) < 2:
        return None
    return Facet(end, TimeExpression(days=(DaySet(tuple(named)),), repeat=Repeat()))


def day_list_rule(reader: Reader, at: int) -> Facet | None:
    """Days that share what is said once: "Mon, Wed and Fri nights", "any two of Tue, Wed, Thu nights", "Dec 7 or 8"."""
    index, bound = bound_before(reader, at)
    index, count = reader.skip(index, "any"), None
    if (found_count := whole_number(reader, index)) and reader.word(found_count[0], "of"):
        index, count = reader.skip(found_count[0] + 1, "the"), found_count[1]
    elif index > at:
        return None
    found = _dates_of_one_month(reader, index) if count is None else None
    listed = found or _weekdays_with_part(reader, index)
    if listed is None:
        return None
    end, days_listed, alternatives, part = listed
    repeat = Repeat(1, 1, choose=True) if alternatives else Repeat()
    if count is not None:
        repeat = Repeat(*low_and_high(count, bound), choose=True)
    return Facet(end, TimeExpression(days=(DaySet(days_listed),), repeat=repeat, part=part))


_Listed = tuple[int, tuple[Day, ...], bool, Part | None]


def _weekdays_with_part(reader: Reader, at: int) -> _Listed | None:
    """ "(Next) Mon, Wed and Fri nights": the plural says that it is meant of all of them."""
    names: list[Day] = []
    index, alternatives = reader.skip(at, "this", "next"), False
    week = 1 if reader.word(at, "next") else None
    while reader.word(index) and (number := WEEKDAYS.get(reader.at(index).text)) is not None:
        if len(names) == MAX_LISTED:
            return None
        names.append(in_order(names, Weekday(number, week)))
        index += 1
        if reader.word(index, *PLURALS) and reader.at(index).text in PART_NOUNS:
            part = REPEATED[reader.at(index).text][0]
            return (index + 1, tuple(names), alternatives, part) if len(names) > 1 else None
        start = index
        while reader.mark(index, ",&/+") or reader.word(index, "and", "or"):
            alternatives = alternatives or reader.word(index, "or")
            index += 1
        if index == start:
            return None
    return None


def _dates_of_one_month(reader: Reader, at: int) -> _Listed | None:
    """ "Dec 7 or 8", "Dec 7, 8 and 9th", "the 7th or 8th of December": the month is said once."""
    if named := month_name(reader, at):
        listed = _numbers(reader, named[0])
        if listed is None or not reader.stands_alone(listed[0]) or reader.mark(listed[0], "-~:"):
            return None
        end, numbers, alternatives = listed
        month = named[1]
    else:
        listed = _numbers(reader, at)
        if listed is None:
            return None
        end, numbers, alternatives = listed
        named = month_name(reader, reader.skip(end, "of"))
        if named is None:
            return None
        end, month = named
    end, of_year = year(reader, end) or (end, None)
    return end, tuple(CalendarDate(number, month, of_year) for number in numbers), alternatives, None


def _numbers(reader: Reader, at: int) -> tuple[int, tuple[int, ...], bool] | None:
    """Ascending days of the month, the last behind "and" or "or"."""
    numbers: list[int] = []
    index, joined, alternatives = at, False, False
    while len(numbers) < MAX_LISTED and (found := day_number(reader, index)):
        numbers.append(found[1])
        end = index = found[0]
        if joined:
            break
        index += bool(reader.mark(index, ",&"))
        joined = reader.word(index, "and", "or") or reader.mark(index - 1, "&")
        alternatives = reader.word(index, "or")
        index += reader.word(index, "and", "or")
        if index == end:
            return None
    ascending = all(one < other for one, other in pairwise(numbers))
    return (end, tuple(numbers), alternatives) if joined and len(numbers) > 1 and ascending else None
