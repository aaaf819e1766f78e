# ruff: noqa: E501
"""Clauses of an English text that state what happens in the writer's world and on which day: "The museum opens its hall
tomorrow", "my defence is in April".

The day of such a clause is let go where the order has a day of its own and nothing leans on the day told.
"""

from __future__ import annotations

from collections.abc import Iterator

from nlp.idle_words import Word
from nlp.lexicon import telling
from nlp.patterns import lazy
from nlp.resolve.when import TimeExpression
from nlp.tagging.base import Clean, Piece
from nlp.tagging.own.told import timed
from nlp.tagging.stretches import let_go, parted, within

_GOODS = (
    r"gpus?|cards?|nodes?|machines?|hosts?|servers?|racks?|box(?:es)?|disks?|storage|capacity|hardware|prices?|rates?|budgets?|delivery|regions?|locations?|bids?|orders?|offers?|lots?|windows?|slots?|terms|rest|remainder"
    r"|half|first|second|third|latter|former|others?|ones?|same|best|whole|full|entire|earliest|latest|hours?|days?|weeks?|nights?|mornings?|evenings?|afternoons?|weekends?|months?|runs?|jobs?|work|workload|booking|reservation"
    r"|rentals?|rent|lease|need|needs|start|end|quantity|count|limit|cap|seller|provider|vendor|supplier|data|access|support|all|both|each|every|any|next|last|following|job's|run's|deadline|date|time|period|term|duration|alternatives?|back-?ups?|fall-?backs?|options?|choices?|preferences?|max(?:imum)?|min(?:imum)?|hand-?over|hand-?off|pick-?up|bidding|interest|auction|quote|validity|cut-?off|decision|correction|extension|renewal|use|usage|plan|goal|target|compute|training|inference|demand|purchase|request|project|pack|batch"
)
_NOUN = rf"(?!(?:{_GOODS})(?![a-z]))[a-z][a-z'-]* "
_VERB = rf"(?!(?:{_GOODS})(?![a-z]))(?:will (?:be )?[a-z]+|(?:is|are|isn't)(?= [a-z])|[a-z]{{2,}}(?<!s)s)(?![a-z'-])"
_STATED = lazy(
    rf"(?:and |but |also |because |since |as )?(?:(?:the|our|my|their|his|her|an?) (?:{_NOUN}){{1,4}}?|desk ){_VERB}"
)
"""A thing told by a number ("version 2.3") is said as a desk."""
_MILESTONE = r"viva|defen[cs]e|graduation|commencement|convocation|orientation|orals|quals|prelims|submission|resubmission|camera-ready|rebuttal|publication|premiere|inauguration|wedding|election|exams?|finals|thesis|opening night|grand opening|product launch|investor day|demo day|board meeting|annual meeting"
_OF_ONES_LIFE = lazy(
    rf"(?:and |but |also )?(?:[a-z-]+ )?(?:{_MILESTONE})(?: (?:is|are|'s|comes|opens|starts|follows|due|falls))*$"
)
_ORDERED = lazy(
    r"(?<![a-z])(?:(?:need|want|requir|begin|finish|complet|deliver|window|slot|job|book|reserv|availab|expir|flexib|prefer|suit|train|order|offer|rent|leas|start|intend|expect|schedul|plan|return|instance|hour|gpu|cancel|withdraw|budget|spend|price|ends?(?![a-z])|ending|access|bidding|interest|extend|extension|renew|continu|hand(?:s|ed)? ?over|collect|pick)[a-z]*"
    r"|(?:must|should|shall|ha(?:s|ve) to|valid|good|keep|hold|us(?:e|es|ing|ed)|can|could|may|might|latest|early|any ?time|whenever|only|fine|ok(?:ay)?|takes?|like|if|unless|until|till|when|before|after|not|never|no|instead|else|otherwise|up|then|both|all|each|same|that|these|those|it)(?![a-z]))"
)
_STARTUP = lazy(r"start-?ups?(?![a-z])")


def of_the_world(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces without days of what happens in the writer's world; each such clause is one idle word."""
    for start, end, day in list(_clauses(clean, pieces)):
        rest = [piece for piece in pieces if piece is not day]
        if _stated(clean, day, start, end) and timed(clean, rest, end):
            pieces, words = let_go(pieces, words, start, end)
    return pieces, words


def _clauses(clean: Clean, pieces: list[Piece]) -> Iterator[tuple[int, int, Piece]]:
    """Clauses that name a single day and nothing else of an order."""
    for start, end in parted(clean, pieces):
        inside = within(pieces, start, end)
        if len(inside) == 1 and _names_day(inside[0]) and clean.text[end : end + 1] != ":":
            yield start + len(clean.text[start:end]) - len(clean.text[start:end].lstrip()), end, inside[0]


def _names_day(piece: Piece) -> bool:
    time = piece.value
    return isinstance(time, TimeExpression) and bool(time.days) and not time.hours and not time.repeat


def _stated(clean: Clean, day: Piece, start: int, end: int) -> bool:
    before, behind = clean.text[start : day.start].strip(), clean.text[day.end : end].strip()
    text = _STARTUP.sub("firm", f"{before} {behind}".strip())
    forms = (telling.ASKS, telling.WISHES, telling.TERMS, _ORDERED)
    if telling.OFFERED.match(text) or any(form.search(text) for form in forms):
        return False
    return bool(_STATED.match(text)) or (not behind and bool(_OF_ONES_LIFE.match(before)))
