"""Judges readings against gold: exact, silent misread, needless ask, wrong ask, failed.

A silent misread (nothing asked, yet the bid is not what was meant, or something should have been asked) is the figure
that must be near zero. `missing_limit` counts nowhere, since it follows from the bid.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from auction_client.model.bid import Bid
from auction_client.model.normal import same_bid
from nlp.draft import Draft

Verdict = Literal["exact", "silent_misread", "needless_ask", "wrong_ask", "failed"]
DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True)
class Gold:
    """One right reading: the bid, or what must be asked."""

    bid: Bid | None
    asks: frozenset[str]


@dataclass(frozen=True)
class Case:
    """One request with its right readings."""

    id: str
    text: str
    now: datetime
    zone: ZoneInfo
    language: str
    tags: tuple[str, ...]
    golds: tuple[Gold, ...]


def cases_in(name: str) -> Iterator[Case]:
    """The cases of one file of the test data."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        zone = ZoneInfo(raw["tz"])
        now = datetime.fromisoformat(raw["now"])
        yield Case(
            id=raw["id"],
            text=raw["text"],
            now=now if now.tzinfo else now.replace(tzinfo=zone),
            zone=zone,
            language=raw.get("lang", "en"),
            tags=tuple(raw.get("tags", ())),
            golds=tuple(_gold(gold) for gold in (raw["gold"], *raw.get("also", ()))),
        )


def _gold(raw: dict[str, Any]) -> Gold:
    bid = None if raw["root"] is None else Bid.model_validate({"version": 1, "root": raw["root"]})
    return Gold(bid, _counted(raw["questions"]))


def _counted(codes: Iterable[str]) -> frozenset[str]:
    return frozenset(codes) - {"missing_limit"}


def judge(case: Case, draft: Draft) -> Verdict:
    """The verdict on one draft; any of the right readings will do."""
    verdicts = [_against(gold, draft) for gold in case.golds]
    return "exact" if "exact" in verdicts else verdicts[0]


def _against(gold: Gold, draft: Draft) -> Verdict:
    asked = _counted(question.code for question in draft.questions)
    if gold.asks:
        return "exact" if asked == gold.asks else "wrong_ask" if asked else "silent_misread"
    if asked:
        return "needless_ask"
    if draft.bid is None or gold.bid is None:
        return "failed"
    return "exact" if same_bid(draft.bid.root, gold.bid.root) else "silent_misread"
