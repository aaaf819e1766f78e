"""Korean turns of phrase and the words the matchers know for them, in their order; rules as in `paraphrases`."""

from __future__ import annotations

from nlp.lexicon.paraphrases_korean_amounts import AMOUNTS
from nlp.lexicon.paraphrases_korean_asides import ASIDES
from nlp.lexicon.paraphrases_korean_chat import CHAT_WORDS
from nlp.lexicon.paraphrases_korean_choices import CHOICES, FALLBACKS
from nlp.lexicon.paraphrases_korean_days import LONE_DAYS
from nlp.lexicon.paraphrases_korean_desk import DESK, LISTS
from nlp.lexicon.paraphrases_korean_fills import ALL_OF, FILLS, IF_SHORT, LOWER_BOUNDS, WHOLE
from nlp.lexicon.paraphrases_korean_hours import DATED_CLOCKS, TIMES
from nlp.lexicon.paraphrases_korean_least import ENTIRE, LEAST
from nlp.lexicon.paraphrases_korean_memories import TELLS
from nlp.lexicon.paraphrases_korean_office import LABELS, OFFICE
from nlp.lexicon.paraphrases_korean_resorts import RESORTS, SUMS
from nlp.lexicon.paraphrases_korean_run_out import RUN_OUT
from nlp.lexicon.paraphrases_korean_second_thoughts import SECOND_THOUGHTS
from nlp.lexicon.paraphrases_korean_spellings import CHAT
from nlp.lexicon.paraphrases_korean_spoken import SPOKEN
from nlp.lexicon.paraphrases_korean_terms import TERMS
from nlp.lexicon.paraphrases_korean_told import TOLD
from nlp.lexicon.paraphrases_korean_uptime import UPTIME
from nlp.lexicon.paraphrases_korean_values import COUNTS, PRICES
from nlp.lexicon.paraphrases_korean_whereabouts import WHEREABOUTS
from nlp.lexicon.paraphrases_korean_work import WORK

KOREAN: tuple[tuple[str, str, str], ...] = (
    *CHAT_WORDS,
    *CHAT,
    *SECOND_THOUGHTS,
    *DATED_CLOCKS,
    *LONE_DAYS,
    *IF_SHORT,
    *RUN_OUT,
    *FALLBACKS,
    *RESORTS,
    *SUMS,
    *LEAST,
    *ENTIRE,
    *SPOKEN,
    *AMOUNTS,
    *OFFICE,
    *DESK,
    *LISTS,
    *WHEREABOUTS,
    *WORK,
    *UPTIME,
    *WHOLE,
    *ALL_OF,
    *LOWER_BOUNDS,
    *PRICES,
    *COUNTS,
    *TIMES,
    *FILLS,
    *CHOICES,
    *TOLD,
    *ASIDES,
    *TELLS,
    *TERMS,
    *LABELS,
)
