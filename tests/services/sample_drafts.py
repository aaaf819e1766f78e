"""Sample requests and their drafts, and a reader that knows them by heart."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from auction_client.model.bid import Bid, ComputeAsset, Delivery, Group, Lot
from auction_client.model.normal import normal_form
from nlp.batch import NotSeveral, Request
from nlp.draft import Assumption, Choice, Draft, FieldChange, FieldSpan, Question, ReaderInfo
from nlp.linking.preferences import NO_PREFERENCES, Preferences
from nlp.reader import Reader
from nlp.writing import CannotWrite, wordings
from tests.services.sample_moment import CATALOGUE, NOW, ZONE

ROLES = (
    ("price", r"(?:max |at most |최대 )?\$?[0-9]+\.[0-9]{2}(?: per GPU-hour|달러)?"),
    ("quantity", r"\b[0-9]+(?= ?(?:x|장|H|A|nodes?))"),
    ("asset", r"H100s?|A100s?|H200s?|ATLAS-32B|B200s?"),
    ("time", r"Tuesday night|화요일 밤|this weekend|next week"),
    ("place", r"us-east|Oregon"),
    ("joiner", r"\bor\b|아니면|\band\b"),
    ("side", r"\bsell\b|\bbuy\b"),
)


def tuesday_night() -> Delivery:
    return Delivery(start=datetime(2026, 11, 24, 20, tzinfo=ZONE), end=datetime(2026, 11, 25, 6, tzinfo=ZONE))


def lot(gpu: str = "H100", quantity: int | None = 8, limit: str | None = None, **fields: object) -> Lot:
    values: dict[str, object] = {
        "quantity": quantity,
        "asset": ComputeAsset(gpu=gpu),
        "delivery": tuesday_night(),
        "limit": Decimal(limit) if limit else None,
    }
    return Lot.model_validate({**values, **fields})


def either(*lots: Lot, **fields: object) -> Bid:
    return Bid(root=Group.model_validate({"at_least": 1, "at_most": 1, "items": lots, **fields}))


def spans_in(text: str) -> tuple[FieldSpan, ...]:
    found: list[FieldSpan] = []
    for role, pattern in ROLES:
        for match in re.finditer(pattern, text):
            if not any(span.start < match.end() and match.start() < span.end for span in found):
                found.append(FieldSpan(start=match.start(), end=match.end(), role=role, path=""))
    return tuple(sorted(found, key=lambda span: span.start))


class TableReader:
    """Reads the sentences it was given a draft for; everything else is no order. Counts its readings."""

    def __init__(self, drafts: dict[str, Draft] | None = None) -> None:
        self.drafts = drafts if drafts is not None else standard_drafts()
        self.readings: list[str] = []
        self.error: Exception | None = None
        self.no_words = False
        """Whether no sentence says any bid."""
        self.closed = False
        self.preferences = NO_PREFERENCES

    def read(  # the reader's own signature
        self,
        text: str,
        *,
        now: datetime,
        zone: ZoneInfo,
        id: str | None = None,  # noqa: A002
        language: str = "en",
        preferences: Preferences = NO_PREFERENCES,
    ) -> Draft:
        self.readings.append(text)
        self.preferences = preferences
        if self.error is not None:
            raise self.error
        if text in self.drafts:
            return self.drafts[text]
        question = Question(code="not_an_order", message="What would you like to buy or sell?")
        return draft(text, None, questions=(question,))

    def write(
        self,
        bid: Bid,
        *,
        now: datetime,
        zone: ZoneInfo,
        language: str = "en",
        preferences: Preferences = NO_PREFERENCES,
    ) -> Draft:
        """The first wording of the real writer, which is read as the bid from then on."""
        self._refuse()
        text = next(wordings(bid, now=now, zone=zone, language=language, preferences=preferences))
        whole = FieldSpan(start=0, end=len(text), role="asset", path="")
        self.drafts[text] = draft(text, bid, spans=(whole,))
        return self.drafts[text]

    def reword(
        self,
        bid: Bid,
        said: Draft,
        *,
        now: datetime,
        zone: ZoneInfo,
        language: str = "en",
        preferences: Preferences = NO_PREFERENCES,
    ) -> Draft:
        """What the real reader makes of the words, by rules, where it reads them as they are known here."""
        self._refuse()
        rules = _rules()
        read = rules.read(said.text, now=now, zone=zone, language=language)
        if read.bid is None or said.bid is None or normal_form(read.bid.root) != normal_form(said.bid.root):
            raise CannotWrite
        made = rules.reword(bid, read, now=now, zone=zone, language=language)
        self.drafts[made.text] = made.model_copy(update={"reader": said.reader})
        return self.drafts[made.text]

    def _refuse(self) -> None:
        if self.error is not None:
            raise self.error
        if self.no_words:
            raise CannotWrite

    def requests_in(self, text: str) -> tuple[Request, ...]:
        lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
        if not lines:
            raise NotSeveral("no line")
        return tuple(Request(line, number, number) for number, line in lines)

    def colour(self, text: str) -> tuple[FieldSpan, ...]:
        return spans_in(text)

    def close(self) -> None:
        self.closed = True


@lru_cache(maxsize=1)
def _rules() -> Reader:
    return Reader(CATALOGUE, None)


def draft(text: str, bid: Bid | None, **fields: object) -> Draft:
    values: dict[str, object] = {
        "text": text,
        "now": NOW.isoformat(),
        "tz": str(ZONE),
        "bid": bid,
        "spans": spans_in(text),
        "reader": ReaderInfo(model="SmolLM2-135M + bidwright", sha256="ab" * 32, seconds=0.31),
    }
    return Draft.model_validate({**values, **fields})


def with_paths(found: Draft, *paths: str) -> Draft:
    """The draft with its spans tied to these paths, in order."""
    spans = (
        tuple(span.model_copy(update={"path": path}) for span, path in zip(found.spans, paths, strict=False))
        + found.spans[len(paths) :]
    )
    return found.model_copy(update={"spans": spans})


UNPRICED = "8 H100s, Tuesday night, or 16 A100s"


PRICED = "8 H100s, Tuesday night, or 16 A100s, max $2.60 per GPU-hour"


KOREAN = "화요일 밤 H100 8장 아니면 A100 16장, 최대 2.60달러"


ODD = "8 H100s Tuesday night max 2.60 wibble"


def standard_drafts() -> dict[str, Draft]:
    paths = (
        "root.items[0].quantity", "root.items[0].asset.gpu", "root.items[0].delivery", "",
        "root.items[1].quantity", "root.items[1].asset.gpu", "root.items[0].limit",
    )  # fmt: skip
    scope = Assumption(code="scope", message="Tuesday night was taken to hold for the A100s too.", span=(9, 22))
    night = Assumption(code="night_hours", message="Tuesday night is 20:00 to 06:00 the next day.", span=(9, 22))
    limits = tuple(
        Choice(
            label=label,
            changes=tuple(FieldChange(path=f"root.items[{at}].limit", value=value) for at, value in enumerate(values)),
        )
        for label, values in (
            ("$2.60 for either", ("2.60", "2.60")),
            ("Reference: $3.00 and $1.50", ("3.00", "1.50")),
        )
    )
    missing = Question(code="missing_limit", message="What is the most you would pay per GPU-hour?", choices=limits)
    priced = either(lot("H100", 8, "2.60"), lot("A100", 16, "2.60"))
    return {
        UNPRICED: with_paths(
            draft(UNPRICED, either(lot("H100", 8), lot("A100", 16)), questions=(missing,), assumptions=(night, scope)),
            *paths,
        ),
        PRICED: with_paths(draft(PRICED, priced, assumptions=(night, scope)), *paths),
        KOREAN: draft(
            KOREAN,
            priced,
            assumptions=(
                Assumption(code="night_hours", message="밤은 20시부터 다음 날 6시까지로 보았습니다.", span=(0, 5)),
            ),
        ),
        ODD: draft(ODD, Bid(root=lot("H100", 8, "2.60"))),
    }
