"""Words as they stand in requests, each labelled by whether it only tells or says something of the order.

They lie in `fragments/`, one a line: `aside` or `term`, a tab, the words. Most stand between what the tagger
recognises; those in the files of clauses hold times, places and numbers themselves. A tenth, chosen by their words, is
never learnt from: by these it is set how sure a judge must be.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

from nlp.models.symbols import ASIDE, WISH
from nlp.training.wordings import Wordings

_LABELS = {"aside": True, "term": False}
FOLDER = Path(__file__).with_name("fragments")
_KEPT_OUT = 10


@dataclass(frozen=True)
class Fragment:
    """Words, and whether they only tell."""

    words: str
    tells: bool

    @property
    def held_out(self) -> bool:
        """Whether nothing may learn from it."""
        return crc32(self.words.lower().encode()) % _KEPT_OUT == 0


def fragments_of(language: str) -> tuple[Fragment, ...]:
    """The fragments of a language, `english` or `korean`, in which the tagger finds nothing."""
    return read_fragments(FOLDER / f"{language}.tsv")


def clauses_of(language: str) -> tuple[Fragment, ...]:
    """The clauses of a language in which the tagger finds parts of an order, whether or not they are."""
    return read_fragments(FOLDER / f"{language}_clauses.tsv")


def read_fragments(path: Path) -> tuple[Fragment, ...]:
    """The fragments of a file. Raises ValueError, which names the line, where one is not of this form."""
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        label, tab, words = line.partition("\t")
        if not tab or label not in _LABELS or not words.strip():
            raise ValueError(f"{path.name}, line {number}: not `aside` or `term`, a tab and words")
        found.append(Fragment(words.strip(), _LABELS[label]))
    return tuple(dict.fromkeys(found))


def learnt(fragments: Iterable[Fragment]) -> tuple[Fragment, ...]:
    return tuple(each for each in fragments if not each.held_out)


def with_fragments(wordings: Wordings, fragments: Sequence[Fragment]) -> Wordings:
    """The wordings with fragments among the asides and wishes, about one for each template that is drawn."""
    roles = dict(wordings.roles)
    for role, tells in ((ASIDE, True), (WISH, False)):
        added = tuple(each.words for each in fragments if each.tells is tells)
        roles[role] = (*roles[role] * max(1, len(added) // len(roles[role])), *added)
    return replace(wordings, roles=roles)


def written(wordings: Wordings, chance: random.Random, per_template: int = 3) -> tuple[Fragment, ...]:
    """Fragments from the templates of a voice: whatever is no aside says something of the order."""
    found: list[Fragment] = []
    for told in (wordings.roles, wordings.inside):
        for role, templates in told.items():
            found += [
                Fragment(wordings.write(template, chance), role == ASIDE)
                for template in templates
                for _ in range(per_template)
            ]
    return tuple(dict.fromkeys(found))
