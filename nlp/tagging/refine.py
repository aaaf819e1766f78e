"""Second look at the pieces, where a neighbour decides what one of them is: all the steps, in their order."""

from __future__ import annotations

from collections.abc import Callable

from nlp.idle_words import Word, without_shared_nights
from nlp.tagging.base import Clean, Piece
from nlp.tagging.matchers.korean import partial_fills
from nlp.tagging.neighbours.amounts import least_of_each, price_totals, stray_counts, unit_note
from nlp.tagging.neighbours.breaks import breaks
from nlp.tagging.neighbours.corrections import corrected_counts
from nlp.tagging.neighbours.days import prices_of_days
from nlp.tagging.neighbours.either import either_way
from nlp.tagging.neighbours.lengths import open_lengths
from nlp.tagging.neighbours.loose import loosely_wanted
from nlp.tagging.neighbours.named_days import counted_and_named, days_in_order
from nlp.tagging.neighbours.names import generic_products, one_place
from nlp.tagging.neighbours.negated import negated_products, negated_requirements
from nlp.tagging.neighbours.nodes import node_counts
from nlp.tagging.neighbours.required import required
from nlp.tagging.neighbours.second_thoughts import replaced, taken_back
from nlp.tagging.neighbours.swaps import swapped
from nlp.tagging.own.anchors import anchored
from nlp.tagging.own.days import days_leant_on, own_days
from nlp.tagging.own.events import local_hours, of_events
from nlp.tagging.own.habits import habits
from nlp.tagging.own.holidays import holidays
from nlp.tagging.own.numbers import own_numbers, part_elsewhere
from nlp.tagging.own.others import counts_of_others
from nlp.tagging.own.owned import only_owned
from nlp.tagging.own.people import places_of_people
from nlp.tagging.own.told import told
from nlp.tagging.own.troubles import without_troubles
from nlp.tagging.own.unknown_times import times_of_unknown_words
from nlp.tagging.own.whereabouts import only_told_of

_Step = Callable[[Clean, list[Piece], list[Word]], tuple[list[Piece], list[Word]]]
_STEPS: tuple[_Step, ...] = (
    # numbers
    counts_of_others,
    node_counts,
    corrected_counts,
    own_numbers,
    stray_counts,
    part_elsewhere,
    local_hours,
    # what is wanted at all
    taken_back,
    swapped,
    negated_products,
    replaced,
    negated_requirements,
    generic_products,
    # what it needs, and where
    only_owned,
    one_place,
    partial_fills,
    least_of_each,
    required,
    either_way,
    breaks,
    # the writer's own days, places and things
    own_days,
    places_of_people,
    only_told_of,
    open_lengths,
    loosely_wanted,
    without_shared_nights,
    without_troubles,
    habits,
    holidays,
    anchored,
    told,
    of_events,
    times_of_unknown_words,
    days_leant_on,
    days_in_order,
    counted_and_named,
    # prices
    prices_of_days,
    unit_note,
    price_totals,
)
"""Each gives the pieces with one kind of neighbour taken into account, and the words that this explains marked idle."""


def refine(clean: Clean, pieces: list[Piece], words: list[Word]) -> tuple[list[Piece], list[Word]]:
    """The pieces and words behind all steps."""
    for step in _STEPS:
        pieces, words = step(clean, pieces, words)
    return pieces, words
