"""Grammar rules for the start and the end of a window."""

from __future__ import annotations

from dataclasses import replace

from nlp.resolve.when.amounts import amount_of_time
from nlp.resolve.when.days import days
from nlp.resolve.when.facet import Facet
from nlp.resolve.when.moments import MomentFound, closes_year_part, end_of_period, moment
from nlp.resolve.when.reader import Reader
from nlp.resolve.when.types import (
    Ahead,
    Deadline,
    DeadlineKind,
    Duration,
    Moment,
    TimeExpression,
)


def start_rule(reader: Reader, at: int, so_far: TimeExpression) -> Facet | None:
    """ "From 10pm", "starting Monday", "Start: 2026-11-24 08:00", "as of Friday"; 월요일부터, 3시간 뒤부터."""
    index = at
    if reader.word(
        index, "starting", "beginning", "from", "start", "starts", "begin", "begins", "commencing", "kicking"
    ):
        named = not reader.word(index, "from") or reader.mark(index + 1, ":")
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
    if found is None or (not found.sure and not (so_far.days or _day_follows(reader, found.end))):
        return None
    end = found.end
    if not reader.ends_cleanly(end) or (not found.sure and not reader.stands_alone(end)):
        return None
    end = reader.skip(end, "onwards", "onward", "on")
    return Facet(end, TimeExpression(start=_ahead_moment(found.moment), zone=found.zone))


def _day_follows(reader: Reader, at: int) -> bool:
    return days(reader, reader.skip(at, "on")) is not None


def _ahead_moment(found: Moment) -> Moment:
    if len(found.days) == 1 and isinstance(found.days[0], Ahead) and not (found.hours or found.part):
        return Moment(ahead=found.days[0].duration)
    return found


_BEGUN = ("시작", "투입", "가동", "개시", "착수")


def _korean_start(reader: Reader, at: int) -> Facet | None:
    if reader.tag(at) == "now":
        end = reader.particles(at + 1)
        if reader.tag(end) == "from":
            return Facet(end + 1, TimeExpression(start=Moment(now=True)))
        if reader.at(end).text.startswith(_BEGUN):
            end += 1  # 즉시 시작해서
        return Facet(end, TimeExpression(start=Moment(now=True))) if reader.tag(end) != "unknown" else None
    found = moment(reader, at)
    if found is None or reader.tag(found.end) != "from":
        return None
    return Facet(found.end + 1, TimeExpression(start=_ahead_moment(found.moment), zone=found.zone))


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
    "finishing": "by", "ends": "until", "concluding": "until", "terminating": "until", "to": "to", "finish": "to",
}  # fmt: skip
_LATEST = (("no", "later", "than"), ("not", "later", "than"), ("at", "the", "latest"), ("up", "to"), ("up", "until"))


def end_rule(reader: Reader, at: int, so_far: TimeExpression) -> Facet | None:
    """ "By Friday", "until 6pm", "before Thursday", "no later than Monday", "End: ..."; 금요일까지, 수요일 전에."""
    kind: DeadlineKind | None = None
    index = at
    for words in _LATEST:
        if reader.words(at, words):
            kind, index = "until" if words[0] == "up" else "by", at + len(words)
    if reader.word(at - 1, "not", "earlier"):
        return None
    if kind is None and reader.word(at) and reader.at(at).text in _DEADLINES:
        kind, index = _DEADLINES[reader.at(at).text], at + 1
        if kind == "to":
            kind, index = _labelled_end(reader, at)
        index = (
            reader.skip(index, "on", "at")
            if reader.word(at, "ending", "finishing", "ends", "concluding", "terminating")
            else index
        )
    if kind is None and (found := end_of_period(reader, at)) and not closes_year_part(found):
        return Facet(found.end, TimeExpression(end=Deadline("by", found.moment)))
    if kind is None:
        return _within(reader, at) or _korean_end(reader, at, so_far)
    found = end_of_period(reader, index) or moment(reader, index)
    if found is None or not reader.ends_cleanly(found.end):
        return None
    if not found.sure and not (reader.stands_alone(found.end) and (so_far.days or so_far.start)):
        return None
    if found.moment.hours and reader.word(at, "ending", "ends", "concluding", "terminating", "finishing"):
        kind = "at"
    return Facet(found.end, TimeExpression(end=Deadline(kind, _ahead_moment(found.moment)), zone=found.zone))


def _labelled_end(reader: Reader, at: int) -> tuple[DeadlineKind | None, int]:
    """ "End: ...", "to: ..."; "end Dec 8 20:00" without the colon."""
    if reader.mark(at + 1, ":"):
        return "to", at + 2
    found = moment(reader, at + 1) if reader.word(at, "end") else None
    return ("to", at + 1) if found and found.sure and found.moment.hours else (None, at)


def _within(reader: Reader, at: int) -> Facet | None:
    """ "Within 10 days": by then."""
    if not reader.word(at, "within"):
        return None
    start = reader.skip(reader.skip(at + 1, "the"), "next")
    found = amount_of_time(reader, start)
    if found is None:
        return None
    return Facet(found[0], TimeExpression(end=Deadline("by", Moment(ahead=found[1]))))


_WHOLE_PERIODS = (Duration(1.0, "month"), Duration(1.0, "week"))
"""The 한 달 of 12월 한 달 안에 is the period named before it."""


def _korean_end(reader: Reader, at: int, so_far: TimeExpression) -> Facet | None:
    duration = amount_of_time(reader, at)
    if duration and so_far.days and duration[1] in _WHOLE_PERIODS and reader.at(duration[0]).value == "within":
        return Facet(reader.particles(duration[0] + 1), TimeExpression(days=so_far.days, inside=True))
    if (duration and reader.korean(duration[0], "until", "within")) or (
        duration and reader.tag(duration[0]) == "within"
    ):
        return Facet(
            reader.particles(duration[0] + 1), TimeExpression(end=Deadline("by", Moment(ahead=duration[1])))
        )  # fmt: skip
    found = moment(reader, at)
    if found is None:
        return None
    point = found.moment
    if reader.tag(found.end) == "after" and reader.at(found.end).text in ("이후", "이후에", "이후로"):
        return _earliest(reader.particles(found.end + 1), found)
    if reader.tag(found.end) != "until":
        return None
    end, value = reader.particles(found.end + 1), reader.at(found.end).value
    if value == "within":
        if point.hours is None and point.days:
            return Facet(end, TimeExpression(days=point.days, part=point.part, inside=True))
        value = "by"
    kind: DeadlineKind = "before" if value == "before" else "by" if value == "by" else "until"
    return Facet(end, TimeExpression(end=Deadline(kind, _ahead_moment(point)), zone=found.zone))


_EARLIEST = (
    ("no", "earlier", "than"), ("not", "earlier", "than"), ("not", "before"), ("no", "sooner", "than"), ("after",),
    ("any", "time", "after"), ("anytime", "after"), ("sometime", "after"), ("from", "after"), ("starting", "after"),
    ("starting", "no", "earlier", "than"), ("starting", "not", "before"),
)  # fmt: skip


def earliest_rule(reader: Reader, at: int) -> Facet | None:
    """ "After 6pm", "not before 6pm tomorrow", "no earlier than Friday 8am"; 6시 이후."""
    for words in _EARLIEST:
        if reader.words(at, words) and (found := moment(reader, at + len(words))) and found.sure:
            return _earliest(found.end, found)
    return None


def _earliest(end: int, found: MomentFound) -> Facet:
    return Facet(end, TimeExpression(start=replace(found.moment, earliest=True), zone=found.zone))
