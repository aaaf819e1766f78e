"""Data sets of examples: written from a seed, kept as JSON lines, encoded for training."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from nlp.linker.prompts import ADAPTED
from nlp.linker.roles import BY_WORDS, words_line
from nlp.models.search import Tree
from nlp.models.symbols import ASIDE, WISH
from nlp.training.fragments import Fragment
from nlp.training.intended import Checker
from nlp.training.judged import JudgedStretch
from nlp.training.phrases import Voice
from nlp.training.requests import Example, example
from nlp.training.stretches import stretch_example
from nlp.training.wordings import Wordings

_STRUCTURES, _KNOWN = 0.15, 0.75
"""The share of examples about structure, and of the others the share whose wording may be one that the tagger knows."""
_KOREAN = 0.35


def write_examples(
    path: Path, count: int, seed: int, voices: Sequence[tuple[Voice, Wordings]], checker: Checker, *, measured: bool,
    structures: float = _STRUCTURES,
) -> tuple[int, int]:  # fmt: skip
    """Writes `count` different examples; returns how many were tried, and how many the product read as intended."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    seen: set[str] = set()
    tried = 0
    partial = path.with_suffix(".partial")
    with partial.open("w", encoding="utf-8") as stream:
        while len(seen) < count and tried < count * 50:
            tried += 1
            voice, wordings = voices[int(chance.random() < _KOREAN)]
            found = (
                example(voice, chance, checker, measured=measured)
                if chance.random() < structures
                else stretch_example(voice, wordings, chance, checker, known=chance.random() < _KNOWN)
            )
            if found is None or found.text in seen:
                continue
            seen.add(found.text)
            stream.write(json.dumps(asdict(found), ensure_ascii=False) + "\n")
    partial.replace(path)
    return tried, len(seen)


def write_fragments(path: Path, fragments: Iterable[Fragment], times: int) -> None:
    """Appends an example for each fragment, whether it only tells, so many times."""
    lines = [json.dumps(asdict(_of_fragment(each)), ensure_ascii=False) + "\n" for each in fragments]
    with path.open("a", encoding="utf-8") as stream:
        stream.writelines(lines * times)


def write_judged(path: Path, judged: Iterable[JudgedStretch], times: int) -> None:
    """Appends examples for the stretches that may be learnt, so many times: where they stand, and their words alone
    where these decide."""
    lines = [json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in _of_judged(judged)]
    with path.open("a", encoding="utf-8") as stream:
        stream.writelines(lines * times)


def _of_judged(judged: Iterable[JudgedStretch]) -> Iterator[Example]:
    for each in judged:
        stretch, target = each.stretch, (ASIDE if each.tells else WISH,)
        if not each.learnt or (each.parted and stretch.holds):
            continue
        yield Example(stretch.text, stretch.line, target, stretch.answers, (target,))
        if not each.parted:
            yield Example(stretch.text, words_line(stretch.words), target, BY_WORDS, (target,))


def _of_fragment(fragment: Fragment) -> Example:
    target = (ASIDE if fragment.tells else WISH,)
    return Example(fragment.words, words_line(fragment.words), target, BY_WORDS, (target,))


def read_examples(path: Path) -> list[Example]:
    """The examples of a file."""
    with path.open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    return [
        Example(
            row["text"],
            row["line"],
            tuple(row["target"]),
            tuple(map(tuple, row["answers"])),
            tuple(map(tuple, row["alike"])),
        )
        for row in rows
    ]


@dataclass(frozen=True)
class Decision:
    """At one token the text goes on with one of some tokens; `chosen` is the index of the right one."""

    at: int
    options: tuple[int, ...]
    chosen: int


@dataclass(frozen=True)
class Encoded:
    """An example as tokens, and the forks on the way to its target."""

    tokens: tuple[int, ...]
    decisions: tuple[Decision, ...]


def encode(example: Example, tokens: Callable[[str], list[int]], symbols: dict[str, list[int]]) -> Encoded:
    """What the model reads up to the last fork. `symbols` are the tokens of each symbol."""
    tree = Tree(example.answers)
    read = tokens(ADAPTED + example.line)
    decisions: list[Decision] = []
    length = len(read)
    for at, symbol in enumerate(example.target):
        options = tree.following[example.target[:at]]
        if len(options) > 1:
            length = len(read)
            decisions.append(Decision(length - 1, tuple(symbols[o][0] for o in options), options.index(symbol)))
        read = [*read, *symbols[symbol]]
    return Encoded(tuple(read[:length]), tuple(decisions))


def batches(examples: Sequence[Encoded], size: int, seed: int, begin: int) -> Iterator[list[Encoded]]:
    """Endless batches of about `size` tokens, in an order that depends on the seed alone, from batch `begin` on."""
    number = epoch = 0
    while True:
        order = list(range(len(examples)))
        random.Random(f"{seed} {epoch}").shuffle(order)  # noqa: S311 - not a secret
        batch: list[Encoded] = []
        held = 0
        for index in order:
            batch.append(examples[index])
            held += len(examples[index].tokens)
            if held >= size:
                if number >= begin:
                    yield batch
                number += 1
                batch, held = [], 0
        epoch += 1
