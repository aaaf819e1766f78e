# ruff: noqa: E501, SIM905
"""Repairs misspelt words of the reader's own vocabulary, never product names.

Only a word that nothing knows is looked at; it becomes the one vocabulary word within one edit (two from eight letters
on) that begins with the same letter or is a swap of neighbours. Words with digits are never touched, so "h1000" stays
what was typed. Time words are left to the time room, which mends its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from nlp.lexicon import attributes, idle, prices, structure_words
from nlp.lexicon.numbers import TENS, UNITS
from nlp.resolve.when.lexicon import FUZZY_WORDS
from nlp.tagging.base import Lexis

_WORD = re.compile(r"(?<![a-z0-9&/._-])[a-z]{4,15}(?![a-z0-9_]|-[0-9])")
_TOKEN = re.compile(r"[a-z]{3,}")
_SHORT = {
    "plese": "please",
    "id": "i'd",
    "huor": "hour",
    "evry": "every",
    "nxt": "next",
    "moer": "more",
    "thre": "three",
    "nies": "nines",
    "ninse": "nines",
    "up ot": "up to",
    "at mots": "at most",
    "mx": "max",
    "maxx": "max",
    "bugdet": "budget",
    "limt": "limit",
    "lmit": "limit",
    "prcie": "price",
    "undr": "under",
    "totl": "total",
    "toal": "total",
    "ttl": "total",
    "teh": "the",
    "adn": "and",
    "ro": "or",
    "eithr": "either",
    "othrwise": "otherwise",
    "altenatively": "alternatively",
    "upto": "up to",
    "2moro": "tomorrow",
    "2morrow": "tomorrow",
    "2mrw": "tomorrow",
    "2nite": "tonight",
    "2night": "tonight",
    "2day": "today",
    "midnite": "midnight",
    "mid-night": "midnight",
    "nite": "night",
    "nites": "nights",
}
_SHORT_WORD = re.compile(r"(?<![a-z0-9'])(?:" + "|".join(_SHORT) + r")(?![a-z0-9'])")
_CORRECTABLE = frozenset("""
and plus with either otherwise alternatively failing else fallback prefer preferably only same both each
infiniband nvlink uptime renewable interruptible preemptible interruption interruptions preemption preempted interrupted hipaa region location without excluding except outside
nodes node racks rack server servers cards tokens token gpus hours hour
selling resell offload unload leasing renting lending borrow purchase buying
limit limits total budget ceiling maximum minimum under below dollars dollar bucks cents price per everything altogether
least most please reserve needed required thanks three nines four five eight twelve sixteen dozen minimum
""".split())  # fmt: skip
_SAFE_NEIGHBOURS = frozenset("""
alternately american bath blow booth boto bots bott broth bullying burrow burying carbs cardi carts cast chast coat
coats const cords ease eighth elast ench excerpt excerpts exch exploding fire foul franc funding german indie indies indig
lactation leaching lead leaking leaning learning leave leaving leng lens lest locating mast mist moist monkey monst
mort moss myst nort nose noses oily outsiders paras parish parks pars pear peer perc pere perf peri perm pert perv
pier plas plaus pleas pleasure plug plugs plum plur plut preferable prick prince pter puls racc race races reacting
rebell reciting reck rect religion rend repaired repell rept rick safe sage sake save seal sealing seedling sever
shame shell sixteenth skates smell smelling soul spell spelling spellings stages stakes starters state stated
statewide stats statues status statutes stealing swell swelling syll tanks teas threw underm underp undert undes undet
unite upload width witch
mode modes note notes node's noted nude rank ranks rock rocks card hard heard herd board limited limit lime line lines form from farm firm term terms team teams
pour four flour hour hours our ours house horse houses wither whether weather neither other others bother mother another together
thee there these them then than thing think things three tree trees free fried bride pride prime price priced prize slice spice
bread broad brand grand brain train rain rent tent sent lent bent went want wait wall call tell cell sell self shelf help held hell hello
least last lost list lust least yeast feast beast east west test rest best nest vest post most host cost coast boast
total vocal local focal token taken broken spoken woken bitten kitten written season reason
"""  .split())  # fmt: skip


@dataclass(frozen=True)
class Repaired:
    """`origin[i]` is the place in the unrepaired text that character i stands for; one entry more than characters."""

    text: str
    origin: tuple[int, ...]


@lru_cache(maxsize=1)
def _known_words() -> frozenset[str]:
    known = set(idle.FUNCTION | idle.REQUEST | idle.CONTEXT | idle.DANGER | idle.CONDITION | _SAFE_NEIGHBOURS)
    known.update(UNITS, TENS, FUZZY_WORDS)
    for module in (attributes, prices, structure_words, idle):
        for value in vars(module).values():
            known.update(_words_of(value))
    return frozenset(known)


def _words_of(value: object) -> Iterable[str]:
    if isinstance(value, str):
        return _TOKEN.findall(value)
    if isinstance(value, tuple):
        return (word for part in value for word in _words_of(part))
    return ()


def repair(text: str, lexis: Lexis, cased: str = "") -> Repaired:
    """The text with misspelt words replaced; names of places and tokens are repaired too.

    `cased` is the text with its capitals: a short capitalised word may be somebody's name and is left alone.
    """
    names = _name_words(lexis)
    out: list[str] = []
    origin: list[int] = []
    at = 0
    for start, end, better in _replacements(text, names, cased or text):
        out.append(text[at:start])
        origin.extend(range(at, start))
        out.append(better)
        step = (end - start) / len(better)
        origin.extend(start + min(int(index * step), end - start - 1) for index in range(len(better)))
        at = end
    out.append(text[at:])
    origin.extend(range(at, len(text) + 1))
    return Repaired("".join(out), tuple(origin))


@lru_cache(maxsize=8)
def _names_cached(patterns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in patterns for word in _TOKEN.findall(name) if len(word) >= 5)


def _name_words(lexis: Lexis) -> frozenset[str]:
    catalogue = lexis.catalogue
    names = [alias for region in catalogue.regions for alias in region.aliases]
    names += [*catalogue.region_groups, *(alias for token in catalogue.tokens for alias in token.aliases)]
    return _names_cached(tuple(names))


def _replacements(text: str, names: frozenset[str], cased: str) -> list[tuple[int, int, str]]:
    found = [(match.start(), match.end(), _SHORT[match[0]]) for match in _SHORT_WORD.finditer(text)]
    taken = {start for start, _, _ in found}
    words = (
        match
        for match in _WORD.finditer(text)
        if match.start() not in taken and not _like_a_name(cased[match.start() : match.end()])
    )
    found += [(word.start(), word.end(), better) for word in words if (better := _better(word[0], names))]
    return sorted(found)


def _like_a_name(word: str) -> bool:
    return len(word) <= 5 and word[0].isupper() and word[1:].islower()


@lru_cache(maxsize=4096)
def _better(word: str, names: frozenset[str]) -> str | None:
    known = _known_words()
    if word in known or word in names or _inflected(word, known | names):
        return None
    limit = 1 if len(word) < 8 else 2
    candidates = process.extract(
        word, [*(_CORRECTABLE | names), *FUZZY_WORDS], scorer=OSA.distance, score_cutoff=limit, limit=4
    )
    close = [(int(distance), each) for each, distance, _ in candidates if _alike(word, each)]
    if not close:
        return None
    best = min(distance for distance, _ in close)
    nearest = {each for distance, each in close if distance == best}
    if len(nearest) > 1 or nearest & set(FUZZY_WORDS):
        return None
    return nearest.pop()


def _inflected(word: str, known: frozenset[str]) -> bool:
    """A regular form of a known word."""
    for ending in ("s", "es", "ed", "d", "ing", "ly", "er", "n't"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if stem in known or stem + "e" in known or (len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in known):
                return True
    return word.endswith("ies") and word[:-3] + "y" in known


def _alike(word: str, other: str) -> bool:
    return word[0] == other[0] or (len(word) > 1 and len(other) > 1 and word[:2] == other[1::-1])
