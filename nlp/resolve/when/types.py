"""What a time phrase says, before anything is computed: facets, each optional, that a lot's phrases fill together.

A sentence often splits its time words ("for 12 hours ... from 10pm"). An expression is therefore a set of facets
(days, part of day, clock hours, start, end, duration, repetition, ...), and all the expressions of a lot are merged
before they are resolved, so the order of the words does not matter. Nothing here knows the present time or a zone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Unit = Literal["minute", "hour", "day", "business_day", "week", "month", "year"]
WeekUnit = Literal["week", "weekend", "month"]


class Part(StrEnum):
    """Parts of the day; their hours are in `lexicon.PART_HOURS`."""

    DAWN = "dawn"  # 새벽
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Flex(StrEnum):
    """How a duration lies in its window."""

    ANY_TIME = "any_time"
    STRAIGHT = "straight"
    SPREAD = "spread"


@dataclass(frozen=True, order=True)
class ClockTime:
    """A time on the clock. `fixed` is false for a bare hour of 1 to 12 that may be morning or evening.

    `midnight` is the word, which is the start or the end of a day depending on what it stands beside. `written24`: as
    people write who count to 24 ("20:00", "08:00").
    """

    hour: int
    minute: int = 0
    fixed: bool = True
    midnight: bool = False
    written24: bool = False


@dataclass(frozen=True, order=True)
class ClockRange:
    """From one time to another, over midnight if the second is not after the first."""

    first: ClockTime
    last: ClockTime


Hours = ClockTime | ClockRange


@dataclass(frozen=True)
class RelativeDay:
    """Today (0), tomorrow (1), 글피 (3)."""

    offset: int


@dataclass(frozen=True)
class Weekday:
    """A day of the week, Monday 0. `week`: None = the nearest not over, 0 = "this", 1 = of the next calendar week.

    `after`: the day named before it in a list; today does not come behind that.
    """

    weekday: int
    week: int | None = None
    after: tuple[Weekday, ...] = ()


@dataclass(frozen=True)
class CalendarDate:
    """A date; without a year (or month) the next such date."""

    day: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True)
class NumericDate:
    """Two numbers that are a day and a month in an order the zone or the language decides.

    `day_first` is set where the writing itself decides it ("13.6."); `or_hours`: "10-12" may be clock hours as well.
    """

    first: int
    second: int
    year: int | None = None
    day_first: bool | None = None
    or_hours: bool = False


@dataclass(frozen=True)
class Week:
    """A calendar week: 0 this, 1 next."""

    offset: int


@dataclass(frozen=True)
class Weekend:
    """Saturday and Sunday of a calendar week."""

    offset: int


@dataclass(frozen=True)
class Workdays:
    """Monday to Friday of a calendar week."""

    offset: int


@dataclass(frozen=True)
class Month:
    """A calendar month, by name (1-12, the next such) or by offset from the present one."""

    number: int | None = None
    year: int | None = None
    offset: int | None = None
    of_quarter: bool = False
    """The last month of the quarter it lies in."""


@dataclass(frozen=True)
class NumericMonth:
    """ "09/2012": a month, or its first day."""

    number: int
    year: int


@dataclass(frozen=True)
class WeekOfMonth:
    """The nth seven days of a month: days 1 to 7, 8 to 14, ...; -1 the last seven."""

    number: int
    month: Month


@dataclass(frozen=True)
class MonthDays:
    """Days `first` to `last` of a month; negative numbers count from its end (-1 the last day)."""

    first: int
    last: int
    month: Month


@dataclass(frozen=True)
class WeekOf:
    """The calendar week that a date lies in, or its weekend: "the week of Nov 23", "the weekend of Dec 5"."""

    day: Day
    weekend: bool = False


@dataclass(frozen=True)
class NthWeekday:
    """The nth weekday of a month; -1 the last."""

    number: int
    weekday: int
    month: Month


@dataclass(frozen=True)
class MonthEnd:
    """The last day of a month."""

    month: Month


@dataclass(frozen=True)
class Holiday:
    """A holiday with a civil date, by its name in the lexicon."""

    name: str


@dataclass(frozen=True)
class RestOf:
    """What is left of today, this week or this month."""

    unit: Literal["day", "week", "month"]


@dataclass(frozen=True)
class Following:
    """ "The next 3 days": from now, that long."""

    duration: Duration


@dataclass(frozen=True)
class Ahead:
    """ "In 5 days": the day that far ahead, or the instant where a duration counts from it."""

    duration: Duration


@dataclass(frozen=True)
class Later:
    """A day counted from the day said before it, or from today: "the day after", 익일."""

    offset: int
    of: tuple[Day, ...] = ()


@dataclass(frozen=True)
class Same:
    """ "The same day", "that night": what another phrase said."""


@dataclass(frozen=True)
class DayRange:
    """From one day to another, both included. `through`: a last month is included too, as said.

    `weekdays`: what the ends were also called, to be checked ("Mon 16 March to Wed 18 March"). `or_days`: the last day
    may as well be a number of days (12월 2일부터 5일).
    """

    first: Day
    last: Day
    through: bool = False
    weekdays: tuple[int | None, int | None] = (None, None)
    or_days: bool = False


@dataclass(frozen=True)
class DaySet:
    """Several days: 월수금, "each of Dec 7, Dec 8 and Dec 9"."""

    days: tuple[Day, ...]


@dataclass(frozen=True)
class InYear:
    """A day of this year (0) or the next (1): 내년 1월 3일, "January 3 next year"."""

    offset: int
    day: Day


Day = (
    RelativeDay | Weekday | CalendarDate | NumericDate | Week | Weekend | Workdays | Month | NumericMonth
    | WeekOfMonth | WeekOf | MonthDays | NthWeekday | MonthEnd | Holiday | RestOf | Following | Ahead | Later | Same
    | DayRange | DaySet | InYear
)  # fmt: skip


@dataclass(frozen=True)
class Duration:
    """An amount of time. `amount` None = a vague one ("a few hours")."""

    amount: float | None
    unit: Unit


@dataclass(frozen=True)
class Moment:
    """A point that a window starts or ends at. `now` = the next full hour; `ahead` = that long from now.

    `earliest`: the window opens then and its hours may lie anywhere behind ("after 6pm").
    """

    days: tuple[Day, ...] = ()
    part: Part | None = None
    hours: ClockTime | None = None
    now: bool = False
    ahead: Duration | None = None
    earliest: bool = False


DeadlineKind = Literal["by", "until", "before", "to", "at"]
"""`by` and `until` end with day X, `before` at its start; `to` is the second half of a stated range."""


@dataclass(frozen=True)
class Deadline:
    """What a window ends at."""

    kind: DeadlineKind
    moment: Moment


@dataclass(frozen=True)
class Repeat:
    """One lot for each of several days. `low`, `high`: how many of them; both None = all, high None = at least low.

    `weekdays`: which days; `weekend` = whole weekends. Without `choose` a number means the next so many.
    """

    low: int | None = None
    high: int | None = None
    weekdays: frozenset[int] = frozenset(range(7))
    weekend: bool = False
    choose: bool = False


@dataclass(frozen=True)
class TimeExpression:
    """One phrase's facets. `rules` names the grammar rules that read it; it does not count for equality.

    `over`: how long something repeats ("2 hours a night for a week").
    """

    days: tuple[Day, ...] = ()
    part: Part | None = None
    half: Literal["am", "pm"] | None = None
    hours: Hours | None = None
    start: Moment | None = None
    end: Deadline | None = None
    duration: Duration | None = None
    over: Duration | None = None
    repeat: Repeat | None = None
    flex: frozenset[Flex] = frozenset()
    zone: str | None = None
    inside: bool = False
    """The words say that the duration lies within the days: "all within Saturday"."""
    entire: bool = False
    without: frozenset[int] = frozenset()
    """`entire`: the days are meant whole ("all day", 내내). `without`: weekdays that are left out."""
    rules: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class TimeMatch:
    """[start, end) of the text is one time phrase. `doubtful`: the characters may as well be a price or a count."""

    start: int
    end: int
    expression: TimeExpression
    doubtful: bool = False
