"""The model's own reading, for the ablation: its likeliest role of every unknown stretch, its likeliest structure."""

from __future__ import annotations

import math
from collections.abc import Callable

from nlp.leftover.second_reading import Choice, Reading
from nlp.leftover.understood import LinkerAnswer
from nlp.leftover.unknown_words import WithRoles
from nlp.linker.roles import stretches_of, with_role
from nlp.linking.lots import Setting
from nlp.models.symbols import WISH
from nlp.reader import Reader, reading_of
from nlp.structure import LotNode, Structure
from nlp.tagged import Tagged


class ModelAlone(Reader):
    """A reader that follows the model wherever it is asked, and the rules nowhere."""

    def _with_roles(self, tagged: Tagged, reread: Callable[[Tagged], Reading]) -> WithRoles:
        assert self._linker is not None
        heard = self._linker.roles(stretches_of(tagged))
        for each in heard:
            tagged = with_role(tagged, each.stretch, each.role)
        return WithRoles(tagged, tuple(each for each in heard if each.role != WISH))

    def _choose(self, tagged: Tagged, setting: Setting, *, parted: bool) -> tuple[Choice, LinkerAnswer | None]:
        assert self._linker is not None
        answer = self._linker.link(tagged)
        if not answer.heard or not answer.candidates:
            return Choice(reading_of(tagged, Structure(LotNode(())), setting)), answer
        structure, likelihood = answer.candidates[0]
        return Choice(reading_of(tagged, structure, setting), confidence=min(1.0, math.exp(likelihood))), answer
