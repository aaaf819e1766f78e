"""Grammar rules for the start and the end of a window."""

from __future__ import annotations

from nlp.resolve.when.days import amount_of_time, days
from nlp.resolve.when.facet import Facet
from nlp.resolve.when.facet_window import moment
from nlp.resolve.when.reader import Reader
from nlp.resolve.when.types import (
    Ahead,
    ClockTime,
    Day,
    Deadline,
    DeadlineKind,
    Moment,
    Month,
    MonthEnd,
    TimeExpression,
    Week,
)


def start_rule(reader: Reader, at: int, so_far: TimeExpression) -> Facet | None:
    """ "From 10pm", "starting Monday", "Start: 2026-11-24 08:00", "as of Friday"; 월요일부터, 3시간 뒤부터."""
    index = at
    if reader.word(
        index, "starting", "beginning", "from", "start", "starts", "begin", "begins", "commencing", "kicking"
    ):
        named = not reader.word(index, "from")
        index += 1
        if named:
            index += bool(reader.mark(index, ":"))
            index = reader.skip(index, "off")
            index = reader.skip(index, "on", "at", "from", "in")
            index -= reader.word(index - 1, "in")
    elif reader.words(index, ("as", "of")):
        index += 2
    elif reader.words(index, ("onwards",)):
        return None
    else:
        return _korean_start(reader, at)
    if reader.word(index, "now"):
        return Facet(index + 1, TimeExpression(start=Moment(now=True)))
    found = moment(reader, index)
    if found is None or (not found[2] and not (so_far.days or _day_follows(reader, found[0]))):
        return None
    end, at_moment, _ = found
    if not reader.ends_cleanly(end) or (not found[2] and not reader.stands_alone(end)):
        return None
    end = reader.skip(end, "onwards", "onward", "on")
    return Facet(end, TimeExpression(start=_ahead_moment(at_moment)))


def _day_follows(reader: Reader, at: int) -> bool:
    return days(reader, reader.skip(at, "on")) is not None


def _ahead_moment(found: Moment) -> Moment:
    if len(found.days) == 1 and isinstance(found.days[0], Ahead) and not (found.hours or found.part):
        return Moment(ahead=found.days[0].duration)
    return found


def _korean_start(reader: Reader, at: int) -> Facet | None:
    if reader.tag(at) == "now":
        end = reader.particles(at + 1)
        if reader.tag(end) == "from":
            return Facet(end + 1, TimeExpression(start=Moment(now=True)))
        return Facet(end, TimeExpression(start=Moment(now=True))) if reader.tag(end) != "unknown" else None
    found = moment(reader, at)
    if found is None or reader.tag(found[0]) != "from":
        return None
    return Facet(found[0] + 1, TimeExpression(start=_ahead_moment(found[1])))


def now_rule(reader: Reader, at: int) -> Facet | None:
    """Now, asap, immediately, right away."""
    for words in (("right", "now"), ("right", "away"), ("straight", "away"), ("as", "soon", "as", "possible")):
        if reader.words(at, words):
            return Facet(at + len(words), TimeExpression(start=Moment(now=True)))
    if reader.word(at, "now", "asap", "immediately", "instantly", "stat"):
        return Facet(at + 1, TimeExpression(start=Moment(now=True)))
    if reader.word(at, "effective") and reader.word(at + 1, "immediately"):
        return Facet(at + 2, TimeExpression(start=Moment(now=True)))
    return None


_DEADLINES: dict[str, DeadlineKind] = {
    "by": "by", "until": "until", "through": "until", "before": "before", "ending": "until", "end": "to",
    "finishing": "by", "ends": "until",
}  # fmt: skip
_LATEST = (("no", "later", "than"), ("not", "later", "than"), ("at", "the", "latest"), ("up", "to"), ("up", "until"))


def end_rule(reader: Reader, at: int, so_far: TimeExpression) -> Facet | None:
    """ "By Friday", "until 6pm", "before Thursday", "no later than Monday", "End: ..."; 금요일까지, 수요일 전에."""
    kind: DeadlineKind | None = None
    index = at
    for words in _LATEST:
        if reader.words(at, words):
            kind, index = "until" if words[0] == "up" else "by", at + len(words)
    if kind is None and reader.word(at) and reader.at(at).text in _DEADLINES:
        kind, index = _DEADLINES[reader.at(at).text], at + 1
        if kind == "to":
            if not reader.mark(index, ":"):
                return None
            index += 1
        index = reader.skip(index, "on", "at") if reader.word(at, "ending", "finishing", "ends") else index
    if kind is None and (found := _deadline_moment(reader, at)):
        return Facet(found[0], TimeExpression(end=Deadline("by", found[1])))
    if kind is None:
        return _within(reader, at) or _korean_end(reader, at)
    found = _deadline_moment(reader, index) or moment(reader, index)
    if found is None or not reader.ends_cleanly(found[0]):
        return None
    if not found[2] and not (reader.stands_alone(found[0]) and (so_far.days or so_far.start)):
        return None
    return Facet(found[0], TimeExpression(end=Deadline(kind, _ahead_moment(found[1]))))


def _deadline_moment(reader: Reader, at: int) -> tuple[int, Moment, bool] | None:
    """ "EOD (Friday)", "the end of the day", "the end of next week", "EOW"."""
    start = reader.skip(at, "the")
    end_of = reader.word(start, "end", "close") and reader.word(start + 1, "of")
    if reader.word(start, "eod") or (end_of and reader.words(reader.skip(start + 2, "the"), ("day",))):
        end = start + 1 if reader.word(start, "eod") else reader.skip(start + 2, "the") + 1
        behind = reader.skip(end, "on")
        found = days(reader, behind)
        named: tuple[Day, ...] = found.days if found else ()
        return (found.end if found else end), Moment(named, None, ClockTime(24)), True
    if reader.word(start, "eow") or (end_of and reader.words(reader.skip(start + 2, "the"), ("week",))):
        end = start + 1 if reader.word(start, "eow") else reader.skip(start + 2, "the") + 1
        return end, Moment((Week(0),)), True
    if reader.word(start, "eom") or (reader.word(start, "month") and reader.words(start + 1, ("-", "end"))):
        end = start + 1 if reader.word(start, "eom") else start + 3
        return end, Moment((MonthEnd(Month(offset=0)),)), True
    if end_of and reader.words(reader.skip(start + 2, "the"), ("month",)):
        return reader.skip(start + 2, "the") + 1, Moment((MonthEnd(Month(offset=0)),)), True
    if end_of and (found := days(reader, reader.skip(start + 2, "the"))):
        return found.end, Moment(found.days, found.part), True
    return None


def _within(reader: Reader, at: int) -> Facet | None:
    """ "Within 10 days": by then."""
    if not reader.word(at, "within"):
        return None
    start = reader.skip(reader.skip(at + 1, "the"), "next")
    found = amount_of_time(reader, start)
    if found is None:
        return None
    return Facet(found[0], TimeExpression(end=Deadline("by", Moment(ahead=found[1]))))


def _korean_end(reader: Reader, at: int) -> Facet | None:
    duration = amount_of_time(reader, at)
    if (duration and reader.korean(duration[0], "until", "within")) or (
        duration and reader.tag(duration[0]) == "within"
    ):
        return Facet(
            reader.particles(duration[0] + 1), TimeExpression(end=Deadline("by", Moment(ahead=duration[1])))
        )  # fmt: skip
    found = moment(reader, at)
    if found is None or reader.tag(found[0]) != "until":
        return None
    end, value = reader.particles(found[0] + 1), reader.at(found[0]).value
    if value == "within":
        if found[1].hours is None and found[1].days:
            return Facet(end, TimeExpression(days=found[1].days, part=found[1].part, inside=True))
        value = "by"
    kind: DeadlineKind = "before" if value == "before" else "by" if value == "by" else "until"
    return Facet(end, TimeExpression(end=Deadline(kind, _ahead_moment(found[1]))))
