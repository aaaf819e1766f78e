"""How surely words that nothing recognised only tell (context, courtesy, a reason) and change nothing of the order.

A logistic regression over words, pairs of words and pieces of words, hashed into a fixed table (the hashing trick:
Weinberger et al. 2009), one table a language. It is trained by `python -m nlp.training asides` on fragments that were
written for it, and is small enough to be asked with every key. What it has never seen leaves it unsure, and unsure
words are asked about, unless they are everyday words that only tell by themselves (`nlp.leftover.telling_words`).
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
from nlp.leftover.weighing import SURE, Judged, Weights, is_korean, may_be_weighed, weights_in
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


class Blend(BaseModel):
    """How the table's score and the model's log odds are weighed together; `sure` as in the table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    table: float
    model: float
    bias: float
    sure: float


class Table(BaseModel):
    """What a table of weights is read with. `sure` is the score from which words are taken to tell only."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str
    sha256: str
    scale: float
    bias: float
    sure: float
    blend: Blend


class Manifest(BaseModel):
    """The tables of both languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    english: Table
    korean: Table


class BadTable(ModelError):
    """A shipped table is missing or is not the one that was measured."""


@dataclass(frozen=True)
class AsideJudge:
    """Scores words in either language. `tables` and `weights` are by whether the words are Korean; `weighing` is with
    where they stand."""

    tables: dict[bool, Table]
    weights: dict[bool, memoryview]
    telling: TellingWords
    fields: FieldWords
    weighing: Weights

    def probability(self, words: str, heard: float | None = None) -> float:
        """The probability, 0 to 1, that the words only tell, as often as unknown words do. `heard`: the log odds of it
        by the language model, which was shown the words alone; None where it was not heard."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self._score(words, heard)))) / ODDS)

    def is_sure(self, words: str, heard: float | None = None) -> bool:
        """Whether the words only tell, as surely as was measured to be safe."""
        table = self.tables[is_korean(words)]
        return self._score(words, heard) >= (table.sure if heard is None else table.blend.sure)

    def knows(self, words: str) -> bool:
        """Whether the words only tell wherever they stand."""
        return self.telling.hold(words)

    def restates(self, stretch: Stretch, tagged: Tagged, read: Callable[[], Bid | None]) -> bool:
        """Whether the words leave what they stand beside what it is; `read`: the bid that the text is read as."""
        return self.fields.leave(stretch, tagged, read)

    def harmless(self, stretch: Stretch, tells: float, role: str, probability: float) -> float | None:
        """The probability that the draft is right without these words, where it is high enough to pass them; None where
        it is not, or they stand where that is not asked. What the model makes of them is as in
        `nlp.leftover.weighing.Judged`."""
        judged = self.judged(stretch, tells, role, probability)
        found = self.weighing.probability(judged)
        return found if found >= SURE and may_be_weighed(judged) else None

    def judged(self, stretch: Stretch, tells: float, role: str, probability: float) -> Judged:
        """What the model makes of a stretch, with what the tables make of it."""
        known = bool(stretch.unknown) and all(map(self.telling.hold, stretch.unknown))
        return Judged(stretch, self.by_table(stretch.words), tells, role, probability, known)

    def _score(self, words: str, heard: float | None) -> float:
        by_table = self.by_table(words)
        if heard is None:
            return by_table
        blend = self.tables[is_korean(words)].blend
        return blend.table * by_table + blend.model * heard + blend.bias

    def by_table(self, words: str) -> float:
        """The table's score: the log odds that the words only tell, were as many told as not."""
        korean = is_korean(words)
        table, weights = self.tables[korean], self.weights[korean]
        found = buckets(words)
        return table.bias + table.scale * sum(weights[each] for each in found) / math.sqrt(len(found))


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
        tables = {False: manifest.english, True: manifest.korean}
        raw = {korean: (folder / table.file).read_bytes() for korean, table in tables.items()}
    except (OSError, ValueError) as error:
        raise BadTable(f"the weights in {folder} cannot be read: {error}") from None
    for korean, table in tables.items():
        if len(raw[korean]) != SIZE or hashlib.sha256(raw[korean]).hexdigest() != table.sha256:
            raise BadTable(f"{folder / table.file} is not the file that was measured")
    weights = {korean: memoryview(each).cast("b") for korean, each in raw.items()}
    return AsideJudge(tables, weights, load_telling_words(), load_field_words(), weights_in(folder / WEIGHING))
