"""Places that are listed ahead of a later lot: they are of that lot alone, and join no lots."""

from __future__ import annotations

from itertools import takewhile

from nlp.linking.segments import Bracket, closes_clause, headed
from nlp.tagged import Joiner, Role, Span


def with_places_together(elements: list[Span | Bracket]) -> list[Span | Bracket]:
    """A100 8장, 미국이나 유럽에서 H100 8장: places that lead a later lot are of that one lot, and join no lots."""
    kept: list[Span | Bracket] = []
    for index, element in enumerate(elements):
        around = [each for each in (*kept[-1:], *elements[index + 1 : index + 2]) if isinstance(each, Span)]
        joins = isinstance(element, Span) and isinstance(element.value, Joiner) and element.value.kind == "or"
        if (
            not joins
            or [each.role for each in around] != [Role.PLACE, Role.PLACE]
            or not _leads_lot(kept, elements[index + 2 :])
        ):
            kept.append(element)
    return kept


def _leads_lot(before: list[Span | Bracket], behind: list[Span | Bracket]) -> bool:
    """Whether the place that stands last opens a clause behind a lot, and a lot of its own follows in that clause."""
    earlier = [each for each in before[:-1] if isinstance(each, Span)]
    if not headed(earlier) or not (earlier[-1].role is Role.SEPARATOR or closes_clause(earlier)):
        return False
    clause = list(takewhile(lambda each: isinstance(each, Span) and each.role is not Role.SEPARATOR, behind))
    return headed([each for each in clause if isinstance(each, Span)])
