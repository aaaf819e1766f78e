"""What people say between and around the parts of an order, by what it means, in two voices that share no template.

`TRAINING` is what the model learns from; `HELD_OUT` is only ever used to measure and to set how sure the model must be.
The templates lie in `voices/`, one file for each language and voice, one template a line; a line that begins with `#`
is a heading. A template names alternatives in braces, `{one|two|}`; `<NAME>` stands for one of a list of its voice.
Before and behind a template the generator adds the commas and joining words that people put there.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from nlp.models.symbols import ASIDE, ROLES, WISH

_VOICES = Path(__file__).with_name("voices")
_NAMED = re.compile(r"<([A-Z]+)>")
_ALTERNATIVES = re.compile(r"\{([^{}]*)\}")
_INSIDE = (ASIDE, WISH)


class BadWordings(ValueError):
    """A file of wordings has a template that cannot be written, or that the model could never be asked about."""


@dataclass(frozen=True)
class Wordings:
    """One language's templates in one voice, by role; `inside` are words that stand between a count and its product."""

    korean: bool
    lists: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, tuple[str, ...]]
    inside: Mapping[str, tuple[str, ...]]
    behind_or: tuple[str, ...] = ()
    """Asides between a known "or" and what it joins."""

    def write(self, template: str, chance: random.Random) -> str:
        """One wording of a template."""
        spoken = _NAMED.sub(lambda found: chance.choice(self.lists[found[1]]), template)
        while "{" in spoken:  # innermost first
            spoken = _ALTERNATIVES.sub(lambda found: chance.choice(found[1].split("|")), spoken)
        return re.sub(r" +", " ", spoken).strip()

    def templates(self) -> Iterator[str]:
        """Every template of every kind."""
        for told in (*self.roles.values(), *self.inside.values(), self.behind_or):
            yield from told


def load_wordings(path: Path) -> Wordings:
    """The wordings of a file. Raises BadWordings, which names the file and the template, where one is of no use."""
    raw = tomllib.loads(path.read_text("utf-8"))
    known = {role.strip(): role for role in ROLES}
    try:
        wordings = Wordings(
            korean=raw["korean"],
            lists={name: _lines(block) for name, block in raw["lists"].items()},
            roles={known[name]: _lines(block) for name, block in raw["roles"].items()},
            inside={known[name]: _lines(block) for name, block in raw["inside"].items()},
            behind_or=_lines(raw["behind_or"]),
        )
    except KeyError as missing:
        raise BadWordings(f"{path.name}: {missing} is missing or unknown") from None
    for fault in _faults(wordings):
        raise BadWordings(f"{path.name}: {fault}")
    return wordings


def _lines(block: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in block.splitlines() if line.strip() and not line.startswith("#"))


def _faults(wordings: Wordings) -> Iterator[str]:
    if set(wordings.roles) != set(ROLES) or set(wordings.inside) != set(_INSIDE):
        yield "a role has no wordings"
    for kind, told in (*wordings.roles.items(), *wordings.inside.items(), *wordings.lists.items()):
        for template, times in Counter(told).items():
            if times > 1:
                yield f"{kind.strip()}: {template!r} stands there {times} times"
    for template in (*wordings.templates(), *(word for words in wordings.lists.values() for word in words)):
        if unknown := set(_NAMED.findall(template)) - set(wordings.lists):
            yield f"{template!r} names a list that is not there: {', '.join(sorted(unknown))}"
        bare = _NAMED.sub("x", template)
        while _ALTERNATIVES.search(bare):
            bare = _ALTERNATIVES.sub("x", bare)
        if re.search(r"[{}|<>]", bare):
            yield f"{template!r} has a brace, bar or angle that nothing closes"
        if re.search(r"[0-9%#$€£¥₩=@]", template):
            yield f"{template!r} holds a sign that words put to the model never hold"


TRAINING = (load_wordings(_VOICES / "english.toml"), load_wordings(_VOICES / "korean.toml"))
HELD_OUT = (load_wordings(_VOICES / "english_held_out.toml"), load_wordings(_VOICES / "korean_held_out.toml"))
