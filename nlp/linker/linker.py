"""The linker: asks the model how the tagged spans of a request belong together."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from nlp.linker.answers import structure_of
from nlp.linker.grammar import Grammar
from nlp.linker.interface import NotSayable, Request, request_of
from nlp.linker.roles import BY_WORDS, MOST_STRETCHES, Stretch, log_odds, words_line
from nlp.models.backend import Backend
from nlp.models.errors import NotHeard
from nlp.models.search import Answer, Symbols
from nlp.structure import Structure
from nlp.tagged import Tagged

DEADLINE_SECONDS = 3.0
MOST_ANSWERS = 400
MOST_MEANINGS = 40
"""Above so many structures their meanings are not compared: it would take longer than asking."""


@dataclass(frozen=True)
class LinkerAnswer:
    """The structures that the model finds likely, likeliest first, with their log likelihoods.

    `heard` is false where the model did not answer; `reason` then says why and there are no candidates. `asked` is
    false where the words allow only one structure, so there was nothing to ask.
    """

    candidates: tuple[tuple[Structure, float], ...]
    heard: bool
    raw: str
    prompt: str
    model: str | None
    sha256: str | None
    adapter_sha256: str | None
    seconds: float
    asked: bool = True
    reason: str = ""


@dataclass(frozen=True)
class Heard:
    """A stretch of unknown words with its likeliest role and how probable the model finds it.

    `tells`: the log odds, by the words alone, that they only tell.
    """

    stretch: Stretch
    role: str
    probability: float
    tells: float


class ModelLinker:
    """Links spans with the help of a language model. Threads may share it."""

    def __init__(self, backend: Backend, *, deadline_seconds: float = DEADLINE_SECONDS) -> None:
        self._backend = backend
        self._deadline_seconds = deadline_seconds
        self._closed = threading.Event()

    def warm(self) -> None:
        """Loads the model so that the first request is quick. Raises NotHeard where it cannot be loaded."""
        self._backend.warm()

    def roles(self, stretches: Sequence[Stretch], *, cancelled: Callable[[], bool] | None = None) -> tuple[Heard, ...]:
        """What these words are for. A stretch for which the model is not heard is left out."""
        likeliest = self._asking(cancelled)
        heard = []
        for stretch in stretches[:MOST_STRETCHES]:
            alone = likeliest(words_line(stretch.words), BY_WORDS)
            placed = likeliest(stretch.line, stretch.answers)
            if placed and alone:
                probability = math.exp(min(0.0, placed.log_likelihood))
                heard.append(Heard(stretch, placed.symbols[0], probability, _tells(alone)))
        return tuple(heard)

    def _asking(self, cancelled: Callable[[], bool] | None) -> Callable[[str, Sequence[Symbols]], Answer | None]:
        """Asks for the likeliest of some answers to a line; None once the model is not heard.

        Only a model that was trained for it is asked: how far another one's probabilities can be trusted is not known.
        """
        deadline = time.monotonic() + self._deadline_seconds
        silent = not self._backend.trained

        def likeliest(line: str, answers: Sequence[Symbols]) -> Answer | None:
            nonlocal silent
            if silent or self._closed.is_set():
                return None
            try:
                best = self._backend.rank(line, answers, deadline=deadline, cancelled=cancelled).answers[0]
            except NotHeard:
                silent = True
                return None
            return best if best.symbols in answers else None

        return likeliest

    def link(
        self,
        tagged: Tagged,
        *,
        cancelled: Callable[[], bool] | None = None,
        meaning: Callable[[Structure], Hashable] | None = None,
    ) -> LinkerAnswer:
        """Never raises for what the model does or fails to do: then `heard` is false.

        `cancelled` withdraws the request when it turns true; the answer is then not heard. `meaning` gives equal values
        for structures that come to the same bid: they are told as one, and the model is not asked where all are.
        """
        began = time.perf_counter()
        answer = self._answer(tagged, time.monotonic() + self._deadline_seconds, cancelled, meaning)
        return replace(answer, seconds=time.perf_counter() - began)

    def _answer(
        self,
        tagged: Tagged,
        deadline: float,
        cancelled: Callable[[], bool] | None,
        meaning: Callable[[Structure], Hashable] | None,
    ) -> LinkerAnswer:
        try:
            request = request_of(tagged)
        except NotSayable as error:
            return self._silence("", str(error), asked=False)
        possible = Grammar(request).answers(MOST_ANSWERS)
        if possible is None:
            return self._silence(request.line, "the words can be joined in too many ways", asked=False)
        if not possible:
            return self._silence(request.line, "no structure fits these words", asked=False)
        means = {
            symbols: meaning(structure_of(symbols, request)) if meaning and len(possible) <= MOST_MEANINGS else symbols
            for symbols in possible
        }
        if len(set(means.values())) == 1:
            return self._told(request, (Answer(possible[0], 0.0),), request.line, asked=False)
        try:
            if self._closed.is_set():
                raise NotHeard("the reader was closed")
            ranking = self._backend.rank(request.line, possible, deadline=deadline, cancelled=cancelled)
        except NotHeard as silence:
            return self._silence(request.line, str(silence), asked=True)
        return self._told(request, _merged(ranking.answers, means), ranking.prompt, asked=True)

    def _told(self, request: Request, answers: tuple[Answer, ...], prompt: str, *, asked: bool) -> LinkerAnswer:
        if not answers:
            return self._silence(prompt, "the model said nothing that can be read", asked=asked)
        candidates = [(structure_of(answer.symbols, request), answer.log_likelihood) for answer in answers]
        return LinkerAnswer(
            tuple(candidates), heard=True, raw="".join(answers[0].symbols).strip(), prompt=prompt,
            model=self._backend.name, sha256=self._backend.sha256, adapter_sha256=self._backend.adapter_sha256,
            seconds=0.0, asked=asked,
        )  # fmt: skip

    def _silence(self, prompt: str, reason: str, *, asked: bool) -> LinkerAnswer:
        return LinkerAnswer(
            (), heard=False, raw="", prompt=prompt, model=self._backend.name, sha256=self._backend.sha256,
            adapter_sha256=self._backend.adapter_sha256, seconds=0.0, asked=asked, reason=reason,
        )  # fmt: skip

    def close(self) -> None:
        """Ends the model's process. Requests after this are not heard."""
        self._closed.set()
        self._backend.close()


def _tells(answer: Answer) -> float:
    return log_odds(answer.symbols, answer.log_likelihood)


def _merged(answers: Sequence[Answer], means: Mapping[Symbols, Hashable]) -> tuple[Answer, ...]:
    """One answer for each meaning, the likeliest, with the likelihoods of all of its meaning together.

    What was not among the allowed answers is left out, whoever said it.
    """
    kept: dict[Hashable, Answer] = {}
    for answer in answers:
        if answer.symbols not in means:
            continue
        meaning = means[answer.symbols]
        first = kept.get(meaning)
        if first is None:
            kept[meaning] = answer
        else:
            both = math.exp(first.log_likelihood) + math.exp(answer.log_likelihood)
            kept[meaning] = Answer(first.symbols, math.log(both) if both > 0 else first.log_likelihood)
    return tuple(sorted(kept.values(), key=lambda answer: -answer.log_likelihood))
