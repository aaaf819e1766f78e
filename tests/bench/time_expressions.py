"""How well time expressions of public test suites are read: python -m tests.bench.time_expressions

The cases are in cases/time_dev.jsonl of the folder that the environment variable BIDWRIGHT_SHARED names. Each is an
order of one quantity, one product and one time expression. Bidwright reads the whole order and is right if its one
window is the expected one. The other parsers, where they are installed, are given the expression alone, since on whole
orders they fire on the numbers of the products; of a day they need only find the date. Words for the columns: `silent`
is no answer, or for Bidwright a question; `wrong` is another answer, without a question.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from auction_client.model.bid import Lot
from auction_client.model.catalogue import load_catalogue
from nlp.reader import Reader
from nlp.resolve.when.zones import month_first

Verdict = Literal["exact", "silent", "wrong"]
_ORDER = re.compile(r"^(?:8 H100s|H100 8장) ")


@dataclass(frozen=True)
class Case:
    """One expression, said at `now` (local), with the window it stands for."""

    text: str
    now: datetime
    zone: ZoneInfo
    korean: bool
    start: datetime
    ends: frozenset[datetime]
    one_day: bool

    @property
    def expression(self) -> str:
        return _ORDER.sub("", self.text)


Parser = Callable[[Case], "tuple[datetime, datetime | None] | None"]
"""What a parser found, in local time: a start, and an end unless it knows only points. None = nothing."""


def read_cases(path: Path) -> list[Case]:
    """The cases of a file of JSON lines."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found.append(
            Case(
                row["text"],
                datetime.fromisoformat(row["now"]),
                ZoneInfo(row["tz"]),
                row["lang"] == "ko",
                datetime.fromisoformat(row["start"]),
                frozenset(map(datetime.fromisoformat, row["ends"])),
                row["kind"] == "point/day",
            )
        )
    return found


def bidwright() -> Parser:
    """The reader without its model: one lot has no structure to find."""
    reader = Reader(load_catalogue())

    def parse(case: Case) -> tuple[datetime, datetime | None] | None:
        draft = reader.read(case.text, now=case.now.replace(tzinfo=case.zone), zone=case.zone)
        if any(question.code != "missing_limit" for question in draft.questions):
            return None
        root = draft.bid.root if draft.bid else None
        delivery = root.delivery if isinstance(root, Lot) else None
        if delivery is None:
            return case.now, None
        start, end = delivery.start.astimezone(case.zone), delivery.end.astimezone(case.zone)
        return start.replace(tzinfo=None), end.replace(tzinfo=None)

    return parse


def by_dateparser() -> Parser:
    """dateparser, told the language and the order of day and month, future dates preferred."""
    import dateparser

    def parse(case: Case) -> tuple[datetime, datetime | None] | None:
        found = dateparser.parse(
            case.expression,
            languages=["ko" if case.korean else "en"],
            settings={
                "RELATIVE_BASE": case.now,
                "PREFER_DATES_FROM": "future",
                "DATE_ORDER": "MDY" if month_first(case.zone, korean=case.korean) else "DMY",
            },
        )
        return (found.replace(tzinfo=None), None) if found else None

    return parse


def by_parsedatetime() -> Parser:
    """parsedatetime: ranges first, then points."""
    import parsedatetime

    calendar = parsedatetime.Calendar()

    def parse(case: Case) -> tuple[datetime, datetime | None] | None:
        begin, end, flag = calendar.evalRanges(case.expression, case.now)
        if flag:
            return datetime(*begin[:6]), datetime(*end[:6])
        found, flag = calendar.parse(case.expression, case.now)
        return (datetime(*found[:6]), None) if flag else None

    return parse


def by_recognizers() -> Parser:
    """Recognizers-Text (the package ms-recognizers-text-date-time): of several values the first that is not over."""
    from ms_recognizers_date_time import recognize_datetime

    def moment(text: str) -> datetime | None:
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            return None

    def parse(case: Case) -> tuple[datetime, datetime | None] | None:
        if case.korean:
            return None
        for result in recognize_datetime(case.expression, "en-us", reference=case.now):
            values: list[dict[str, Any]] = (result.resolution or {}).get("values", [])
            readings = []
            for value in values:
                start = moment(value.get("start") or value.get("value") or "")
                if start:
                    readings.append((start, moment(value["end"]) if "end" in value else None))
            ahead = [reading for reading in readings if (reading[1] or reading[0] + timedelta(days=1)) > case.now]
            if readings:
                return (ahead or readings)[0]
        return None

    return parse


def verdict(case: Case, found: tuple[datetime, datetime | None] | None) -> Verdict:
    """A point is the right answer to a day if its date is; a window needs both ends."""
    if found is None:
        return "silent"
    start, end = found
    if end is None:
        return "exact" if case.one_day and start.date() == case.start.date() else "wrong"
    return "exact" if start == case.start and end in case.ends else "wrong"


def measure(name: str, parse: Parser, cases: list[Case]) -> Counter[str]:
    """Scores a parser on all cases and prints its line."""
    counts: Counter[str] = Counter()
    seconds = []
    for case in cases:
        began = time.perf_counter()
        found = parse(case)
        seconds.append(time.perf_counter() - began)
        counts[verdict(case, found)] += 1
    shares = "  ".join(f"{key} {counts[key] / len(cases):6.1%}" for key in ("exact", "silent", "wrong"))
    print(f"{name:18} {shares}  median {statistics.median(seconds) * 1000:6.2f} ms", flush=True)
    return counts


def main() -> int:
    folder = os.environ.get("BIDWRIGHT_SHARED")
    path = Path(folder, "cases", "time_dev.jsonl") if folder else None
    if path is None or not path.is_file():
        print("BIDWRIGHT_SHARED does not name a folder with cases/time_dev.jsonl", file=sys.stderr)
        return 2
    cases = read_cases(path)
    print(f"{len(cases)} expressions of public suites", flush=True)
    ours = measure("bidwright", bidwright(), cases)
    others = {}
    for name, module, build in (
        ("dateparser", "dateparser", by_dateparser),
        ("parsedatetime", "parsedatetime", by_parsedatetime),
        ("recognizers-text", "ms_recognizers_date_time", by_recognizers),
    ):
        if importlib.util.find_spec(module) is None:
            print(f"{name:18} not installed: pip install -r requirements/bench.txt")
            continue
        others[name] = measure(name, build(), cases)
    best = max((counts["exact"] for counts in others.values()), default=0)
    print(
        f"time expressions: exact {ours['exact'] / len(cases):.1%}, asked {ours['silent'] / len(cases):.1%}, "
        f"wrong {ours['wrong'] / len(cases):.1%}; best other parser exact {best / len(cases):.1%}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
