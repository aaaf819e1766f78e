"""Turns of phrase and the words the matchers know for them: triggers ("|" between), a pattern, what is said instead.

`{name}` copies what the pattern calls so. PRODUCT is the name of any GPU of the catalogue, PLACE of any place. The rules
are tried in order, each on what the ones before it left.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_alternatives import ALTERNATIVES
from nlp.lexicon.paraphrases_asides import ASIDES
from nlp.lexicon.paraphrases_askers import ASKERS
from nlp.lexicon.paraphrases_bounds import BOUNDS
from nlp.lexicon.paraphrases_counts import COUNTS
from nlp.lexicon.paraphrases_dated import DATED
from nlp.lexicon.paraphrases_events import EVENTS
from nlp.lexicon.paraphrases_everyday import EVERYDAY
from nlp.lexicon.paraphrases_fallbacks import FALLBACKS
from nlp.lexicon.paraphrases_headings import HEADINGS
from nlp.lexicon.paraphrases_hours import HOURS
from nlp.lexicon.paraphrases_idioms import IDIOMS
from nlp.lexicon.paraphrases_least_fills import LEAST_FILLS
from nlp.lexicon.paraphrases_lengths import LENGTHS
from nlp.lexicon.paraphrases_links import LINKS, RESTATED
from nlp.lexicon.paraphrases_luck import LUCK
from nlp.lexicon.paraphrases_machines import MACHINES
from nlp.lexicon.paraphrases_needs import NEEDS
from nlp.lexicon.paraphrases_numbers import NUMBERS
from nlp.lexicon.paraphrases_occasions import OCCASIONS
from nlp.lexicon.paraphrases_offhand import OFFHAND
from nlp.lexicon.paraphrases_parts import PARTS
from nlp.lexicon.paraphrases_places import PLACES
from nlp.lexicon.paraphrases_reduced_fills import REDUCED_FILLS
from nlp.lexicon.paraphrases_remarks import REMARKS
from nlp.lexicon.paraphrases_second_thoughts import SECOND_THOUGHTS
from nlp.lexicon.paraphrases_sides import SIDES
from nlp.lexicon.paraphrases_small_talk import SMALL_TALK
from nlp.lexicon.paraphrases_spoken_sums import SPOKEN_SUMS
from nlp.lexicon.paraphrases_structure import LATTER, STRUCTURE
from nlp.lexicon.paraphrases_terms import TERMS
from nlp.lexicon.paraphrases_terms_of_use import TERMS_OF_USE
from nlp.lexicon.paraphrases_times import TIMES
from nlp.lexicon.paraphrases_values import VALUES
from nlp.lexicon.paraphrases_wholes import WHOLES

__all__ = ["LATTER", "RULES"]

RULES: tuple[tuple[str, str, str], ...] = (
    *SPOKEN_SUMS,
    *MACHINES,
    *EVERYDAY,
    *SMALL_TALK,
    *ASKERS,
    *FALLBACKS,
    *DATED,
    *ALTERNATIVES,
    *LINKS,
    *LUCK,
    *SECOND_THOUGHTS,
    *OCCASIONS,
    *REDUCED_FILLS,
    *LEAST_FILLS,
    *BOUNDS,
    *IDIOMS,
    *HEADINGS,
    *PLACES,
    *LENGTHS,
    *ASIDES,
    *REMARKS,
    *EVENTS,
    *VALUES,
    *COUNTS,
    *HOURS,
    *TERMS_OF_USE,
    *NUMBERS,
    *OFFHAND,
    *TIMES,
    *PARTS,
    *RESTATED,
    *STRUCTURE,
    *SIDES,
    *WHOLES,
    *TERMS,
    *NEEDS,
)
