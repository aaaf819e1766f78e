"""Puts turns of phrase into the words that the matchers know: "no partial fills" is said as "aon".

The turns stand in `nlp.lexicon.paraphrases`, one rule each: words one of which the text must hold, a pattern, and what
is said instead. What a pattern names is copied, so that every character still knows the one it stands for. A rule says
the same thing in other words; a clause that only tells, with the numbers that only name or measure something in it
("queue depth is 9000"), is said as a word that carries no wish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from nlp.lexicon.paraphrases import LATTER, RULES
from nlp.lexicon.paraphrases_korean import KOREAN
from nlp.lot_names import tied_to_last, with_lot_names
from nlp.plain import Plain
from nlp.tagger_base import Lexis, flat

_PARTS = re.compile(r"\{([a-z]+)\}")
_GROUP = re.compile(r"\(\?P<([a-z]+)>")
_NAME = (
    r"(?!(?:for|the|of|in|with|without|take|use|get|to|an|and|or|but|if|unless|we|i|on|us|our|my|any|those)[ -])"
    r"(?:(?:north|united|middle|east|west|abu|new|rtx pro|rtx|tpu|mac"
    r"|(?:ap|eu|ca|us|me|in|uk)(?=[ -](?:south|north|central|west|east|korea)))"
    r"[ -][a-z0-9]+|[a-z][a-z0-9]*(?:[ -][a-z0-9]+){0,3}?)"
)
"""What a name may look like, those of two words first; whether the catalogue has it is looked up behind the match."""


_ALL_OF_IT = ("aon",)
"""What is said for a lot that is wanted whole."""
_SOME_OF_IT = re.compile(
    r"(?<![a-z])(?:up to|anywhere from|between) [0-9]{1,4} (?!usd|dollars|bucks|cents|%|hours|days|per )"
    r"(?:(?:and|to) [0-9]{1,4} )?(?:x )?[a-z]"
    r"|(?<![0-9.:-])[0-9]{1,4} ?(?:to|-) ?[0-9]{1,4} ?x? ?(?:[a-z]{1,4}[0-9]|gpus?|nodes?|cards?)(?!m)"
)
"""Words for a count that may be filled in part."""


@dataclass(frozen=True)
class _Rule:
    triggers: tuple[str, ...]
    pattern: re.Pattern[str]
    said: tuple[str, ...]
    """Words, and at odd places the names of what is copied."""
    gpus: tuple[str, ...]
    places: tuple[str, ...]
    """Groups that have to be names of the catalogue."""

    def group(self, match: re.Match[str], name: str) -> str | None:
        """The group of this name that matched: alternatives may each have one."""
        return next(
            (each for each in match.re.groupindex if each.rstrip("_") == name and match[each] is not None), None
        )


def _rule(triggers: str, pattern: str, said: str) -> _Rule:
    numbered: dict[str, int] = {}

    def unlike(group: re.Match[str]) -> str:
        numbered[group[1]] = numbered.get(group[1], -1) + 1
        return f"(?P<{group[1]}{'_' * numbered[group[1]]}>"

    pattern = _GROUP.sub(unlike, pattern)
    gpus = tuple(re.findall(r"\(\?P<([a-z_]+)>PRODUCT\)", pattern))
    places = tuple(re.findall(r"\(\?P<([a-z_]+)>PLACE\)", pattern))
    named = pattern.replace("PRODUCT", _NAME).replace("PLACE", rf"(?:{_NAME}|[가-힣]{{2,8}}?)")
    return _Rule(tuple(triggers.split("|")), re.compile(named), tuple(_PARTS.split(said)), gpus, places)


_ENGLISH_RULES = tuple(_rule(*each) for each in RULES)
_KOREAN_RULES = tuple(_rule(*each) for each in KOREAN)


def in_plain_words(text: str, cased: str, origin: tuple[int, ...], lexis: Lexis, *, korean: bool) -> Plain:
    """The text with every turn of phrase that has a rule said in known words. `text` is lower case."""
    plain = Plain(text, cased, origin)
    if not korean:
        plain = with_lot_names(plain, lexis)
    for rule in _KOREAN_RULES if korean else _ENGLISH_RULES:
        if rule.said == _ALL_OF_IT and _SOME_OF_IT.search(plain.text):
            continue  # the words disagree
        if any(trigger in plain.text for trigger in rule.triggers):
            found = list(_matches(rule, plain.text, lexis))
            if found:
                plain = _said(plain, rule, found)
    plain = _with_names(plain, lexis) if LATTER in plain.text else plain
    return tied_to_last(plain, lexis) if " without the " in plain.text and not korean else plain


def _matches(rule: _Rule, text: str, lexis: Lexis) -> Iterator[re.Match[str]]:
    """Where a rule holds. If what stands for a name is none, a match may begin inside the one given up."""
    at = 0
    while match := rule.pattern.search(text, at):
        named = _named(rule, match, lexis)
        if named:
            yield match
        at = max(match.end(), match.start() + 1) if named else match.start() + 1
        if at > len(text):
            return


def _with_names(plain: Plain, lexis: Lexis) -> Plain:
    """ "the latter only if the former fills" with the names of the two products that were said before."""
    at = plain.text.index(LATTER)
    names = list(dict.fromkeys(found[0] for found in lexis.gpus.finditer(plain.text, 0, at)))
    if len(names) != 2 or lexis.gpu_names[flat(names[0])] == lexis.gpu_names[flat(names[1])]:
        return plain
    rule = _rule(LATTER, re.escape(LATTER), f"no {names[1]} without the {names[0]}")
    return _said(plain, rule, list(rule.pattern.finditer(plain.text)))


def _named(rule: _Rule, match: re.Match[str], lexis: Lexis) -> bool:
    """Whether what stands for names of the catalogue are such."""
    gpus = all(match[name] is None or lexis.gpus.fullmatch(match[name]) for name in rule.gpus)
    return gpus and all(match[name] is None or lexis.places.fullmatch(match[name]) for name in rule.places)


def _said(plain: Plain, rule: _Rule, found: list[re.Match[str]]) -> Plain:
    texts: list[str] = []
    capitals: list[str] = []
    origin: list[int] = []
    at = 0

    def copy(start: int, end: int) -> None:
        texts.append(plain.text[start:end])
        capitals.append(plain.cased[start:end])
        origin.extend(plain.origin[start:end])

    for match in found:
        copy(at, match.start())
        at = match.start()
        for place, part in enumerate(rule.said):
            if place % 2:
                if group := rule.group(match, part):
                    copy(*match.span(group))
                    at = match.end(group)
            elif part:
                behind = (rule.group(match, name) for name in rule.said[place + 1 :: 2])
                until = max(at, next((match.start(name) for name in behind if name), match.end()))
                texts.append(part)
                capitals.append(part)
                width = until - at
                origin.extend(plain.origin[at + i * width // len(part)] for i in range(len(part) - 1))
                origin.append(plain.origin[max(at, until - 1)])  # the last stands for all that is left
        at = match.end()
    copy(at, len(plain.text))
    origin.append(plain.origin[-1])
    return Plain("".join(texts), "".join(capitals), tuple(accumulate(origin, max)))
