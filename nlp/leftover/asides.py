"""How surely words that nothing recognised only tell (context, courtesy, a reason) and change nothing of the order.

A logistic regression over words, pairs of words and pieces of words, hashed into a fixed table (the hashing trick:
Weinberger et al. 2009), one table a language. It is trained by `python -m nlp.training asides` on fragments that were
written for it, and is small enough to be asked with every key. What it has never seen leaves it unsure, and unsure
words are asked about, unless they are everyday words that only tell by themselves (`nlp.leftover.telling_words`). A
second table a language, which has also learnt the unknown words of judged requests, decides nothing by itself: its
score is weighed with what the language model makes of words.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

from pydantic import BaseModel, ConfigDict

from auction_client.model.bid import Bid
from nlp.leftover.field_words import FieldWords, load_field_words
from nlp.leftover.telling_words import TellingWords, load_telling_words
from nlp.leftover.weighing import Judged, Weights, is_korean, weights_in
from nlp.linker.roles import Stretch
from nlp.models.errors import ModelError
from nlp.tagged import Tagged

SIZE = 1 << 17
"""Weights of a table, one byte each."""
ODDS = 4.0
"""For each stretch of unknown words in a request that says something of the order, so many only tell (sets of requests
by several writers: 69 of 86). The table is trained on as many of each."""
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "asides"
WEIGHING = "weighing.json"
_WORD = re.compile(r"[a-z0-9']+|[가-힣]+")
_PIECES = {False: range(3, 6), True: range(2, 5)}
"""How many letters the pieces of a word have: a Korean syllable says more than a Latin letter."""
_MOST_WORDS = 40


class Table(BaseModel):
    """What a table of weights is read with."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str
    sha256: str
    scale: float
    bias: float


class SureTable(Table):
    """`sure` is the score from which words are taken to tell only."""

    sure: float


class Manifest(BaseModel):
    """The tables of both languages: those that decide, and those of requests."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    english: SureTable
    korean: SureTable
    english_requests: Table
    korean_requests: Table


class BadTable(ModelError):
    """A shipped table is missing or is not the one that was measured."""


@dataclass(frozen=True)
class Scored:
    """A table and its weights."""

    table: Table
    weights: memoryview

    def score(self, words: str) -> float:
        """The log odds that the words only tell, were as many told as not."""
        found = buckets(words)
        return self.table.bias + self.table.scale * sum(self.weights[each] for each in found) / math.sqrt(len(found))


@dataclass(frozen=True)
class AsideJudge:
    """Scores words in either language. The tables are by whether the words are Korean, `sure` from which score words
    only tell; `weighing` is with where they stand."""

    tables: dict[bool, Scored]
    sure: dict[bool, float]
    of_requests: dict[bool, Scored]
    telling: TellingWords
    fields: FieldWords
    weighing: Weights

    def probability(self, words: str) -> float:
        """The probability, 0 to 1, that the words only tell, as often as unknown words do."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self._score(words)))) / ODDS)

    def is_sure(self, words: str) -> bool:
        """Whether the words only tell, as surely as was measured to be safe."""
        return self._score(words) >= self.sure[is_korean(words)]

    def knows(self, words: str) -> bool:
        """Whether the words only tell wherever they stand."""
        return self.telling.hold(words)

    def restates(self, stretch: Stretch, tagged: Tagged, read: Callable[[], Bid | None]) -> bool:
        """Whether the words leave what they stand beside what it is; `read`: the bid that the text is read as."""
        return self.fields.leave(stretch, tagged, read)

    def harmless(self, stretch: Stretch, tells: float, role: str, probability: float) -> float:
        """The probability that the draft is right without these words, by all that is known of them. What the model
        makes of them is as in `nlp.leftover.weighing.Judged`."""
        return self.weighing.probability(self.judged(stretch, tells, role, probability))

    def judged(self, stretch: Stretch, tells: float, role: str, probability: float) -> Judged:
        """What the model makes of a stretch, with what the tables make of it."""
        words = stretch.words
        known = bool(stretch.unknown) and all(map(self.telling.hold, stretch.unknown))
        learnt = self.of_requests[is_korean(words)].score(words)
        return Judged(stretch, self._score(words), learnt, tells, role, probability, known)

    def _score(self, words: str) -> float:
        return self.tables[is_korean(words)].score(words)


def buckets(words: str) -> frozenset[int]:
    """Where the table keeps the weights of what the words consist of; never empty."""
    return frozenset(crc32(each.encode()) % SIZE for each in _features(words))


def _features(words: str) -> Iterator[str]:
    found = _WORD.findall(re.sub("[0-9]+", "0", words.lower()))[:_MOST_WORDS]
    yield f"n:{min(len(found), 8)}"
    for word in found:
        yield f"w:{word}"
        framed = f"^{word}$"
        for size in _PIECES[is_korean(word)]:
            for at in range(len(framed) - size + 1):
                yield f"{size}:{framed[at : at + size]}"
    for first, second in zip(["<", *found], [*found, ">"], strict=True):
        yield f"b:{first} {second}"


@cache
def load_asides(folder: Path = FOLDER) -> AsideJudge:
    """The shipped judge. Raises ModelError where a file is missing or altered."""
    try:
        manifest = Manifest.model_validate_json((folder / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadTable(f"the tables in {folder} cannot be read: {error}") from None
    tables = {False: _scored(folder, manifest.english), True: _scored(folder, manifest.korean)}
    sure = {False: manifest.english.sure, True: manifest.korean.sure}
    requests = {False: _scored(folder, manifest.english_requests), True: _scored(folder, manifest.korean_requests)}
    weighing = weights_in(folder / WEIGHING)
    return AsideJudge(tables, sure, requests, load_telling_words(), load_field_words(), weighing)


def _scored(folder: Path, table: Table) -> Scored:
    try:
        raw = (folder / table.file).read_bytes()
    except OSError as error:
        raise BadTable(f"{folder / table.file} cannot be read: {error}") from None
    if len(raw) != SIZE or hashlib.sha256(raw).hexdigest() != table.sha256:
        raise BadTable(f"{folder / table.file} is not the file that was measured")
    return Scored(table, memoryview(raw).cast("b"))
