"""Single words of everyday language, each judged by itself: what only tells, whatever order it is left over in.

The lists in `lexicon/telling_words` hold words of life, work, science, people and courtesy. Words that could say
something of an order anywhere (how many, when, where, whether, at what price, under which terms, in which state) are
not in them. Several words are told only where they are listed as they stand: harmless ones can mean a lot together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "lexicon" / "telling_words"
_ENGLISH = re.compile(r"(?:(?:a|an|the|my|our|your|his|her|their) )?([a-z]{2,}(?: [a-z]{2,})?)(?:'s)?")
_KOREAN = re.compile(r"[가-힣]{2,}(?: [가-힣]+)?")
NOUN_PARTICLES = re.compile(
    r"(?:님|팀|측|쪽|건|들){0,2}"
    r"(?:이|가|은|는|을|를|의|에|에게|에서|께서|한테|와|과|랑|이랑|도|이?라서?|이?고요?|이?에요|예요|입니다|이?래요"
    r"|이?라네요|인데요?|임|중|중이라|중입니다|용|용입니다|관련)?"
)
"""What may stand behind a Korean noun and leaves it what it is; 만, 까지, 부터, 마다, 보다, 없이, (으)로 say more."""


@dataclass(frozen=True)
class TellingWords:
    """The words of both languages; Korean nouns without particles, other Korean words as they are written."""

    english: frozenset[str]
    korean: frozenset[str]

    def hold(self, words: str) -> bool:
        """Whether the words are one word or pair that only tells, with an article or a particle at most."""
        said = words.strip(" .,;:!?~()\"'").lower()
        found = _ENGLISH.fullmatch(said)
        if found:
            return found[1] in self.english
        return bool(_KOREAN.fullmatch(said)) and any(
            said[:end] in self.korean and NOUN_PARTICLES.fullmatch(said, end) for end in range(len(said), 1, -1)
        )


@cache
def load_telling_words() -> TellingWords:
    english, korean = ((FOLDER / f"{name}.txt").read_text("utf-8") for name in ("english", "korean"))
    return TellingWords(frozenset(english.splitlines()), frozenset(korean.splitlines()))
