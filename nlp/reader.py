# ruff: noqa: A002
"""The reader: a request in plain words becomes a draft. Tagger, linkers, resolvers and checker in one call."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Hashable, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol
from zoneinfo import ZoneInfo

from auction_client.model.bid import Bid
from auction_client.model.catalogue import Catalogue
from auction_client.model.readback import read_back
from nlp.amend import CannotAmend, amended_text, question_for
from nlp.assemble import assemble
from nlp.batch import Request, requests_of
from nlp.checker import doubts_of, is_order
from nlp.confidence import confidence
from nlp.draft import Assumption, Draft, FieldSpan, ModelAnswer, Question, ReaderInfo
from nlp.leftover.asides import AsideJudge, load_asides
from nlp.leftover.second_reading import Choice as Chosen
from nlp.leftover.second_reading import Reading, choose, meaning_of
from nlp.leftover.told_clauses import clauses_of, times_told, told_clauses, without_told
from nlp.leftover.understood import LinkerAnswer, Understood
from nlp.leftover.unknown_words import Heard, WithRoles, with_roles
from nlp.lexicon.products import GENERIC, GENERIC_TOKENS
from nlp.linker.roles import Stretch, stretches_of
from nlp.linking.lots import Setting
from nlp.linking.preferences import NO_PREFERENCES, Preferences
from nlp.linking.rules import link
from nlp.messages import ASSUMPTIONS, say
from nlp.questions import questions_of
from nlp.structure import Structure
from nlp.tagged import Role, Tagged
from nlp.tagger import MAX_TEXT, tag
from nlp.tagging.matchers.names import build_lexis
from nlp.writing import reword, write

_GENERIC = re.compile(f"{GENERIC}|{GENERIC_TOKENS}")
_COLOURED = frozenset({
    Role.QUANTITY, Role.ASSET, Role.TIME, Role.VALIDITY, Role.PRICE, Role.PLACE, Role.ATTRIBUTE, Role.SIDE, Role.JOINER,
    Role.CHOICE, Role.CORRECTION, Role.REFERENCE, Role.SCOPE, Role.REFUSAL,
})  # fmt: skip


class ModelLinker(Protocol):
    """The language model's side of reading: relates spans, writes no value."""

    def link(self, tagged: Tagged, *, meaning: Callable[[Structure], Hashable] | None = None) -> LinkerAnswer:
        """Candidate structures for a tagged text; those with an equal `meaning` are told as one."""

    def roles(self, stretches: Sequence[Stretch]) -> tuple[Heard, ...]:
        """What words are for; those of which nothing was heard are left out."""

    def close(self) -> None:
        """Ends the model's process."""


class Reader:
    """Reads requests against one catalogue; the model's linker is a second opinion and may be absent."""

    def __init__(
        self, catalogue: Catalogue, linker: ModelLinker | None = None, asides: AsideJudge | None = None
    ) -> None:
        self._catalogue = catalogue
        self._linker = linker
        self._asides = asides or load_asides()
        self.lexis = build_lexis(catalogue)

    def read(
        self,
        text: str,
        *,
        now: datetime,
        zone: ZoneInfo,
        id: str | None = None,
        language: str = "en",
        preferences: Preferences = NO_PREFERENCES,
    ) -> Draft:
        """One draft. `now` is aware; relative times are resolved in `zone`. Never raises for what was typed."""
        began = time.perf_counter()
        local = now.astimezone(zone)
        if len(text) > MAX_TEXT:
            question = Question(
                code="unsupported", message=say("long", language, str(MAX_TEXT)), span=(MAX_TEXT, len(text))
            )
            return _draft(id, text, local, zone, None, (question,), (), (), "", _info(began, None))
        tagged = tag(text, self.lexis)
        if not is_order(tagged, bool(_GENERIC.search(text.lower()))):
            return self._no_order(tagged, id, local, zone, language, began)
        setting = Setting(self._catalogue, local, zone, tagged.korean, "ko" if language == "ko" else "en", preferences)
        read = self._understood(tagged, setting)
        chosen, roles = read.chosen, read.roles
        reading = chosen.reading
        bid = reading.assembly.bid
        questions = questions_of(chosen, roles, setting, partial(_read_by_rules, setting))
        return _draft(
            id, text, local, zone, bid, questions, _assumptions(chosen, roles, language),
            _ties(roles.tagged, reading), _read_back(bid, language, zone), _info(began, read.answer, roles),
            confidence(chosen.confidence, roles.trust),
        )  # fmt: skip

    def _understood(self, tagged: Tagged, setting: Setting) -> Understood:
        """What the text comes to, without the clauses that the model is sure only tell."""
        first = self._understand(tagged, setting)
        if self._linker is None:
            return first
        told = told_clauses(self._linker.roles(clauses_of(tagged)), self._asides)
        return without_told(tagged, first, told, lambda each: self._understand(each, setting))

    def _understand(self, tagged: Tagged, setting: Setting) -> Understood:
        roles = self._with_roles(tagged, partial(_read_by_rules, setting))
        parted = any(each.place == "between" for each in stretches_of(tagged)) or times_told(tagged)
        chosen, answer = self._choose(roles.tagged, setting, parted=parted)
        return Understood(chosen, roles, answer)

    def _with_roles(self, tagged: Tagged, reread: Callable[[Tagged], Reading]) -> WithRoles:
        """The text with its unknown words taken for what the model is sure they are."""
        if not tagged.leftovers:
            return WithRoles(tagged)
        stretches = stretches_of(tagged)
        heard = self._linker.roles(stretches) if self._linker is not None else ()
        return with_roles(tagged, stretches, heard, self._asides, reread)

    def _choose(self, tagged: Tagged, setting: Setting, *, parted: bool) -> tuple[Chosen, LinkerAnswer | None]:
        """The rules' reading, weighed against the model's where there is one. `parted` as in `choose`."""
        seen: dict[Structure, Reading] = {}

        def read(structure: Structure) -> Reading:
            if structure not in seen:
                seen[structure] = reading_of(tagged, structure, setting)
            return seen[structure]

        rules = read(link(tagged))
        if self._linker is None:
            return Chosen(rules), None
        answer = self._linker.link(tagged, meaning=lambda structure: meaning_of(read(structure)))
        return choose(tagged, rules, answer.candidates if answer.heard else (), read, parted=parted), answer

    def amend(self, draft: Draft, text: str, *, now: datetime, zone: ZoneInfo, language: str = "en") -> Draft:
        """The draft with a correction, an answer or an addition worked in: its text is changed and read anew.

        Where the words do not say what to change, the draft comes back as it was, with a question more.
        """
        try:
            words = amended_text(draft, text, lambda each: tag(each[:MAX_TEXT], self.lexis), language)
        except CannotAmend as error:
            return draft.model_copy(update={"questions": (*draft.questions, question_for(error))})
        return self.read(words, now=now, zone=zone, id=draft.id, language=language)

    def write(
        self,
        bid: Bid,
        *,
        now: datetime,
        zone: ZoneInfo,
        language: str = "en",
        preferences: Preferences = NO_PREFERENCES,
    ) -> Draft:
        """The bid in words that read back as exactly this bid: their reading, with the words as its text. Raises
        CannotWrite."""

        def read(text: str) -> Draft:
            return self.read(text, now=now, zone=zone, language=language, preferences=preferences)

        return write(bid, read, self._catalogue, now=now, zone=zone, language=language, preferences=preferences)

    def reword(
        self,
        bid: Bid,
        said: Draft,
        *,
        now: datetime,
        zone: ZoneInfo,
        language: str = "en",
        preferences: Preferences = NO_PREFERENCES,
    ) -> Draft:
        """The reading of the words of `said`, changed only where they are not true of the bid any more. Raises
        CannotWrite."""

        def read(text: str) -> Draft:
            return self.read(text, now=now, zone=zone, language=language, preferences=preferences)

        return reword(bid, said, read, self._catalogue, now=now, zone=zone, language=language)

    def requests_in(self, text: str) -> tuple[Request, ...]:
        """The requests of a pasted e-mail, list or table, each to be read by itself. Raises NotSeveral."""
        return requests_of(text, lambda line: tag(line[:MAX_TEXT], self.lexis))

    def colour(self, text: str) -> tuple[FieldSpan, ...]:
        """What the tagger makes of a text, for colouring while it is typed; paths are empty."""
        tagged = tag(text[:MAX_TEXT], self.lexis)
        return tuple(
            FieldSpan(start=span.start, end=span.end, role=span.role.value, path="")
            for span in tagged.spans
            if span.role in _COLOURED and span.end > span.start
        )

    def close(self) -> None:
        """Ends the model's process, if there is one."""
        if self._linker is not None:
            self._linker.close()

    def _no_order(
        self,
        tagged: Tagged,
        id: str | None,
        now: datetime,
        zone: ZoneInfo,
        language: str,
        began: float,
    ) -> Draft:
        question = Question(code="not_an_order", message=say("not_an_order", language))
        return _draft(id, tagged.text, now, zone, None, (question,), (), (), "", _info(began, None))


def _read_by_rules(setting: Setting, tagged: Tagged) -> Reading:
    return reading_of(tagged, link(tagged), setting)


def reading_of(tagged: Tagged, structure: Structure, setting: Setting) -> Reading:
    """What a structure of a text comes to."""
    assembly = assemble(tagged, structure, setting)
    return Reading(structure, assembly, tuple(doubts_of(tagged, structure, assembly)))


def _assumptions(chosen: Chosen, roles: WithRoles, language: str) -> tuple[Assumption, ...]:
    reading, tagged = chosen.reading, roles.tagged
    found: dict[tuple[str, tuple[int, int] | None], Assumption] = {}
    for note in reading.assembly.notes:
        span = (note.span.start, note.span.end) if note.span else None
        message = note.detail or (say(note.code, language) if note.code in ASSUMPTIONS else note.code)
        found.setdefault((note.code, span), Assumption(code=note.code, message=message, span=span))
    for identifier in reading.structure.dropped:
        dropped = tagged.span(identifier)
        span = (dropped.start, dropped.end)
        found["corrected", span] = Assumption(code="corrected", message=say("corrected", language), span=span)
    for hidden in tagged.notes:
        message = f"{say('hidden_characters', language)} ({hidden})"
        found["hidden_characters", None] = Assumption(code="hidden_characters", message=message)
    for each in roles.taken:
        span = (each.stretch.start, each.stretch.end)
        message = say(f"role{each.role.replace(' ', '_')}", language, each.stretch.text)
        found["words", span] = Assumption(code="words", message=message, span=span)
    if chosen.by_model:
        found["structure", None] = Assumption(code="structure", message=say("structure", language))
    return tuple(found.values())


def _ties(tagged: Tagged, reading: Reading) -> tuple[FieldSpan, ...]:
    ties = dict.fromkeys((tie.span.start, tie.span.end, tie.span.role.value, tie.path) for tie in reading.assembly.ties)
    tied = {(start, end) for start, end, _, _ in ties}
    rest = [
        (span.start, span.end, span.role.value, "")
        for span in tagged.spans
        if span.role in _COLOURED and (span.start, span.end) not in tied
    ]
    return tuple(
        FieldSpan(start=start, end=end, role=role, path=path) for start, end, role, path in sorted([*ties, *rest])
    )


def _read_back(bid: Bid | None, language: str, zone: ZoneInfo | None) -> str:
    return read_back(bid, "ko" if language == "ko" else "en", zone) if bid else ""


def _info(began: float, answer: LinkerAnswer | None, roles: WithRoles | None = None) -> ReaderInfo:
    seconds = round(time.perf_counter() - began, 4)
    if answer is None:
        return ReaderInfo(model=None, sha256=None, seconds=seconds)
    answers = [ModelAnswer(prompt=each.stretch.line, answer=each.role) for each in (roles.taken if roles else ())]
    if answer.asked and answer.heard:
        answers.append(ModelAnswer(prompt=answer.prompt, answer=answer.raw))
    return ReaderInfo(
        model=answer.model, sha256=answer.sha256, seconds=seconds, heard=answer.heard,
        adapter_sha256=answer.adapter_sha256, answers=tuple(answers),
    )  # fmt: skip


def _draft(
    id: str | None, text: str, now: datetime, zone: ZoneInfo, bid: Bid | None, questions: tuple[Question, ...],
    assumptions: tuple[Assumption, ...], spans: tuple[FieldSpan, ...], readback: str, info: ReaderInfo,
    confidence: float | None = None,
) -> Draft:  # fmt: skip
    return Draft(
        id=id, text=text, now=now.isoformat(), tz=zone.key, bid=bid, questions=questions, assumptions=assumptions,
        spans=spans, readback=readback, reader=info, confidence=confidence,
    )  # fmt: skip
