"""The draft: what reading a request returns. JSON as the bid language's section on drafts has it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, JsonValue

from auction_client.model.bid import Bid, Frozen

QuestionCode = Literal[
    "missing_asset", "missing_quantity", "missing_time", "missing_limit",
    "ambiguous_time", "ambiguous_asset", "ambiguous_price_unit",
    "past_time", "contradiction", "unknown_asset", "unsupported_currency", "unsupported", "not_an_order",
]  # fmt: skip
AssumptionCode = str
TextSpan = tuple[int, int]


class FieldChange(Frozen):
    """One edit of the bid: the value to put at a path such as ``root.items[0].limit``."""

    path: str
    value: JsonValue


class Choice(Frozen):
    """One way to answer a question: words for the chip and the edits it makes."""

    label: str
    changes: tuple[FieldChange, ...]


class Question(Frozen):
    """Asked instead of guessing; blocks submission. `span` is [start, end) in the text, null = the whole text."""

    code: QuestionCode
    message: str
    span: TextSpan | None = None
    choices: tuple[Choice, ...] = ()


class Assumption(Frozen):
    """A default that was applied and is shown; does not block."""

    code: AssumptionCode
    message: str
    span: TextSpan | None = None


class FieldSpan(Frozen):
    """Ties characters [start, end) of the text to the field of the bid that they became ("" = no field)."""

    start: int
    end: int
    role: str
    path: str


class ModelAnswer(Frozen):
    """What the model was asked and what it answered, word for word, of an answer that was used."""

    prompt: str
    answer: str


class ReaderInfo(Frozen):
    """Who read the text. `heard` is false where the model did not answer and rules alone decided. `sha256` is that of
    the weights, `adapter_sha256` of what was fine-tuned on them."""

    model: str | None
    sha256: str | None
    seconds: float
    heard: bool = True
    adapter_sha256: str | None = None
    answers: tuple[ModelAnswer, ...] = ()


class Draft(Frozen):
    """One reading of one text. `now` and `tz` are what relative times were resolved against."""

    id: str | None = None
    text: str
    now: str
    tz: str
    bid: Bid | None
    questions: tuple[Question, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    spans: tuple[FieldSpan, ...] = ()
    readback: str = ""
    confidence: float | None = Field(default=None, ge=0, le=1)
    reader: ReaderInfo
