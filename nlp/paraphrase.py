"""Puts turns of phrase into the words that the matchers know: "no partial fills" is said as "aon".

The turns stand in `nlp.lexicon.paraphrases`, one rule each: words one of which the text must hold, a pattern, and what
is said instead. What a pattern names is copied, so that every character still knows the one it stands for. A rule says
the same thing in other words; a clause that only tells, with the numbers that only name or measure something in it
("queue depth is 9000"), is said as a word that carries no wish.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from nlp.figures import in_figures
from nlp.lexicon.paraphrases import LATTER, RULES
from nlp.lexicon.paraphrases_korean import KOREAN
from nlp.linking.lot_names import tied_to_last, with_lot_names
from nlp.plain import Edit, Plain, Rewriting, edited
from nlp.speech_levels import in_polite_words
from nlp.tagging.base import Lexis, flat

_PARTS = re.compile(r"\{([a-z]+)\}")
_GROUP = re.compile(r"\(\?P<([a-z]+)>")
_NAME = (
    r"(?!(?:for|the|of|in|with|without|take|use|get|to|an|and|or|but|if|unless|we|i|on|us|our|my|any|those)[ -])"
    r"(?:(?:north|united|middle|east|west|abu|new|rtx pro|rtx|tpu|mac"
    r"|(?:ap|eu|ca|us|me|in|uk)(?=[ -](?:south|north|central|west|east|korea)))"
    r"[ -][a-z0-9]+|[a-z][a-z0-9]*(?:[ -][a-z0-9]+){0,3}?)"
)
"""What a name may look like, those of two words first; whether the catalogue has it is looked up behind the match."""


_ALL_OF_IT = "aon"
"""What is said for a lot that is wanted whole."""
_SOME_OF_IT = re.compile(
    r"(?<![a-z])(?:up to|anywhere from|between) [0-9]{1,4} (?!usd|dollars|bucks|cents|%|hours|days|per )"
    r"(?:(?:and|to) [0-9]{1,4} )?(?:x )?[a-z]"
    r"|(?<![0-9.:-])[0-9]{1,4} ?(?:to|-) ?[0-9]{1,4} ?x? ?(?:[a-z]{1,4}[0-9]|gpus?|nodes?|cards?)(?!m)"
)
"""Words for a count that may be filled in part."""


@dataclass(frozen=True)
class _Rule:
    source: str
    words: str

    def group(self, match: re.Match[str], name: str) -> str | None:
        """The group of this name that matched: alternatives may each have one."""
        return next(
            (each for each in match.re.groupindex if each.rstrip("_") == name and match[each] is not None), None
        )

    @cached_property
    def said(self) -> tuple[str, ...]:
        """Words, and at odd places the names of what is copied."""
        return tuple(_PARTS.split(self.words))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        named = self._numbered.replace("PRODUCT", _NAME).replace("PLACE", rf"(?:{_NAME}|[가-힣]{{2,8}}?)")
        return re.compile(named)

    @cached_property
    def gpus(self) -> tuple[str, ...]:
        """Groups that have to be GPUs of the catalogue."""
        return tuple(re.findall(r"\(\?P<([a-z_]+)>PRODUCT\)", self._numbered))

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Groups that have to be places of the catalogue."""
        return tuple(re.findall(r"\(\?P<([a-z_]+)>PLACE\)", self._numbered))

    @cached_property
    def _numbered(self) -> str:
        """The pattern with groups of one name told apart: name, name_, name__."""
        seen: Counter[str] = Counter()

        def unlike(group: re.Match[str]) -> str:
            seen[group[1]] += 1
            return f"(?P<{group[1]}{'_' * (seen[group[1]] - 1)}>"

        return _GROUP.sub(unlike, self.source)


class _Rules:
    """Rules in their order, each found by the words of which a text must hold one; compiled when a text first does."""

    def __init__(self, rows: Iterable[tuple[str, str, str]]) -> None:
        self._rules: list[_Rule] = []
        self._by_start: dict[str, dict[str, list[int]]] = {}
        """The numbers of the rules by word, and the words by their first two characters."""
        for number, (triggers, pattern, said) in enumerate(rows):
            self._rules.append(_Rule(pattern, said))
            for trigger in triggers.split("|"):
                self._by_start.setdefault(trigger[:2], {}).setdefault(trigger, []).append(number)

    def behind(self, number: int, text: str) -> Iterator[tuple[int, _Rule]]:
        """The rules from this number on that the text may call for, with theirs."""
        starts = {*text, *(text[at : at + 2] for at in range(len(text))), ""}
        called = {
            each
            for start in self._by_start.keys() & starts
            for word, numbers in self._by_start[start].items()
            if word in text
            for each in numbers
        }
        return ((each, self._rules[each]) for each in sorted(called) if each >= number)


_ENGLISH = _Rules(RULES)
_KOREAN = _Rules(KOREAN)


def in_plain_words(text: str, cased: str, origin: tuple[int, ...], lexis: Lexis, *, korean: bool) -> Plain:
    """The text with every turn of phrase that has a rule said in known words. `text` is lower case."""
    plain = Plain(text, cased, origin)
    plain = in_figures(plain, korean=korean)
    plain = in_polite_words(plain) if korean else with_lot_names(plain, lexis)
    plain = _reworded(plain, _KOREAN if korean else _ENGLISH, lexis)
    plain = _with_names(plain, lexis) if LATTER in plain.text else plain
    return tied_to_last(plain, lexis) if " without the " in plain.text and not korean else plain


def _reworded(plain: Plain, rules: _Rules, lexis: Lexis) -> Plain:
    """The text behind all its rules; each works on what the ones before it left."""
    waiting = rules.behind(0, plain.text)
    while called := next(waiting, None):
        number, rule = called
        if rule.words == _ALL_OF_IT and _SOME_OF_IT.search(plain.text):
            continue  # the words disagree
        if found := list(_matches(rule, plain.text, lexis)):
            plain = _said(plain, rule, found)
            waiting = rules.behind(number + 1, plain.text)
    return plain


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
    said = f"no {names[1]} without the {names[0]}"
    return edited(plain, [Edit(found.start(), found.end(), said) for found in re.finditer(LATTER, plain.text)])


def _named(rule: _Rule, match: re.Match[str], lexis: Lexis) -> bool:
    """Whether what stands for names of the catalogue are such."""
    gpus = all(match[name] is None or lexis.gpus.fullmatch(match[name]) for name in rule.gpus)
    return gpus and all(match[name] is None or lexis.places.fullmatch(match[name]) for name in rule.places)


def _said(plain: Plain, rule: _Rule, found: list[re.Match[str]]) -> Plain:
    new, at = Rewriting(plain), 0
    for match in found:
        new.copy(at, match.start())
        at = match.start()
        for place, part in enumerate(rule.said):
            if place % 2:
                if group := rule.group(match, part):
                    new.copy(*match.span(group))
                    at = match.end(group)
            elif part:
                behind = (rule.group(match, name) for name in rule.said[place + 1 :: 2])
                until = max(at, next((match.start(name) for name in behind if name), match.end()))
                new.say(part, at, until)
        at = match.end()
    return new.ended(at)
