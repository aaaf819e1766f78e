"""What the resolver asks and assumes, in English and Korean. Whole sentences; values are filled in by place."""

from __future__ import annotations

from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from auction_client.model.readback import Language
from nlp.resolve.when.types import ClockTime, Part, Weekday

Plain = str | int | float | date | datetime | ClockTime | Part | Weekday
Value = Plain | tuple[Plain, ...]

TEXTS: Final = MappingProxyType({
    # questions
    "days_disagree": (
        "These days are not the same: {0}. Which one is meant?", "서로 다른 날입니다: {0}. 어느 날인가요?",
    ),
    "month_or_day": (
        "{0}/{1} may be the whole month or its first day.", "{0}/{1}: 한 달 전체인지 첫날인지 알려 주세요.",
    ),
    "date_or_hours": ("{0}: a date, or hours of a day?", "{0}: 날짜인가요, 시간인가요?"),
    "day_or_length": (
        "{0}: until that day, or for so many days?", "{0}일: 그날까지인가요, 그 일수만큼인가요?",
    ),
    "same_as_what": (
        "The same as what? No time was said before.", "무엇과 같은 시간인가요? 앞에 말한 시간이 없습니다.",
    ),
    "days_ahead": ("How many days ahead? Give a whole number.", "며칠 뒤인지 숫자로 알려 주세요."),
    "no_such_date": ("There is no such date: {0}.", "없는 날짜입니다: {0}."),
    "last_month": (
        "Does the last month count in full, or does the window end where it begins?",
        "마지막 달 전체를 포함하나요, 그 달이 시작될 때까지인가요?",
    ),
    "order_of_days": ("{0} comes before {1}.", "{0}이 {1}보다 먼저입니다."),
    "half_hours": (
        "“{0}” as a stretch of hours: from when to when?", "“{0}”만으로는 알 수 없습니다. 몇 시부터 몇 시까지인가요?",
    ),
    "midnight": (
        "Midnight: as the day begins, or as it ends?", "자정: 그날이 시작되는 0시인가요, 끝나는 24시인가요?",
    ),
    "not_in_part": ("{0} does not lie in the {1}.", "{0}는 {1}에 들지 않습니다."),
    "morning_or_evening": ("{0}: in the morning or in the evening?", "{0}: 오전인가요, 오후인가요?"),
    "two_answers": (
        "The words give two different answers to the same thing ({0}).", "같은 것에 대해 두 가지 답이 있습니다 ({0}).",
    ),
    "too_far": ("The time lies too far away.", "너무 먼 시간입니다."),
    "until_when": ("Until when?", "언제까지인가요?"),
    "past": ("{0} has passed.", "{0}은 이미 지났습니다."),
    "tonight": (
        "Tonight: the night that is on now, or the coming one?", "오늘 밤: 지금 이 밤인가요, 다가오는 밤인가요?",
    ),
    "hours_of_which_day": (
        "Those hours on each of the days, or on one of them?", "그 시간은 매일인가요, 그중 하루인가요?",
    ),
    "when": ("When should it start, and how long?", "언제부터 얼마 동안인가요?"),
    "start": ("When should it start?", "언제 시작하나요?"),
    "start_or_length": ("When should it start, or for how long?", "언제 시작하나요? 아니면 몇 시간인가요?"),
    "which_day": ("On which day should it start?", "어느 날 시작하나요?"),
    "how_long": ("For how long?", "얼마 동안인가요?"),
    "latest": ("Until when at the latest, and for how long?", "늦어도 언제까지이고, 몇 시간인가요?"),
    "business_days_in_a_row": (
        "Business days: with or without the nights between them?", "영업일: 사이의 밤을 포함하나요?",
    ),
    "too_long": ("That is more than two years.", "2년이 넘습니다."),
    "until_part": (
        "The {0}: until it begins, or until it ends?", "{0}: 시작될 때까지인가요, 끝날 때까지인가요?",
    ),
    "none_left": ("None of those days is still to come.", "남은 날이 없습니다."),
    "too_many": (
        "{0} windows are more than the {1} that a bid may have.", "시간대가 {0}개로, 한 주문의 최대 {1}개를 넘습니다.",
    ),
    "not_enough_days": ("{0} are wanted, but only {1} are left.", "{0}개가 필요하지만 {1}개만 남았습니다."),
    "which_days": ("On which days, and until when?", "어느 날들이고, 언제까지인가요?"),
    "end_before_start": ("It would end at {0}, before it starts at {1}.", "{0}에 끝나는데 {1}에 시작합니다."),
    "under_an_hour": ("Less than an hour of it is left.", "남은 시간이 한 시간이 안 됩니다."),
    "too_long_for_window": (
        "{0} hours do not fit into a window of {1}.", "{0}시간은 {1}시간짜리 시간대에 들어가지 않습니다.",
    ),
    "one_go_or_spread": ("In one go, or spread out?", "연속인가요, 나눠서인가요?"),
    # assumptions
    "read_as_date": ("{0} is read as {1}.", "{0}: {1}로 읽었습니다."),
    "the_day_is": ("The day is taken to be {0}.", "날짜를 {0}로 읽었습니다."),
    "ends_where_month_begins": ("Ends where the last month begins: {0}.", "마지막 달이 시작될 때 끝납니다: {0}."),
    "hours_counted": ("{0} hours are counted as {1}.", "{0}시간을 {1}시간으로 계산합니다."),
    "widened": ("Widened to whole hours: {0} to {1}.", "정시로 넓혔습니다: {0}~{1}."),
    "starts_at": ("Starts on the hour: {0}.", "정시에 시작합니다: {0}."),
    "own_hours": ("{0}: {1} to {2}, as you have set it.", "{0}: {1}부터 {2}까지, 설정하신 대로입니다."),
    "part_hours": ("{0}: {1} to {2}.", "{0}: {1}부터 {2}까지."),
    # labels of choices
    "am": ("in the morning", "오전"),
    "pm": ("in the evening", "오후"),
    "day_begins": ("as the day begins", "하루의 시작 (0시)"),
    "day_ends": ("as the day ends", "하루의 끝 (24시)"),
    "until_it_begins": ("until it begins", "시작될 때까지"),
    "until_it_ends": ("until it ends", "끝날 때까지"),
    "night_that_is_on": ("the night that is on", "지금 이 밤"),
    "coming_night": ("the coming night", "다가오는 밤"),
})  # fmt: skip

_KOREAN_PARTS = MappingProxyType({
    Part.DAWN: "새벽", Part.MORNING: "오전", Part.AFTERNOON: "오후", Part.EVENING: "저녁", Part.NIGHT: "밤",
})  # fmt: skip
_KOREAN_WEEKDAYS = "월화수목금토일"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip


def say(key: str, language: Language, *values: Value) -> str:
    """A sentence of `TEXTS` with its values written out. Raises KeyError for an unknown key."""
    english, korean = TEXTS[key]
    return (korean if language == "ko" else english).format(*(write(value, language) for value in values))


def write(value: Value, language: Language) -> str:
    """A value in words: "Friday 13 March 2026, 18:00" or 2026년 3월 13일(금) 18:00."""
    match value:
        case datetime():
            joint = " " if language == "ko" else ", "
            return f"{write(value.date(), language)}{joint}{value:%H:%M}"
        case date():
            if language == "ko":
                return f"{value.year}년 {value.month}월 {value.day}일({_KOREAN_WEEKDAYS[value.weekday()]})"
            return f"{_WEEKDAYS[value.weekday()]} {value.day} {_MONTHS[value.month - 1]} {value.year}"
        case ClockTime(hour, minute):
            return f"{hour % 24}:{minute:02d}"
        case Weekday(weekday):
            return f"{_KOREAN_WEEKDAYS[weekday]}요일" if language == "ko" else _WEEKDAYS[weekday]
        case tuple():
            return ", ".join(write(each, language) for each in value)
        case Part():
            return _KOREAN_PARTS[value] if language == "ko" else str(value)
        case float():
            return f"{value:g}"
    return str(value)
