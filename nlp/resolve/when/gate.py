"""A cheap look at a token: whether a facet of time could begin there at all. It spares the rules most of the text."""

from __future__ import annotations

from nlp.resolve.when.lexicon import (
    CARDINALS,
    FLEX_PHRASES,
    HOLIDAYS,
    MONTHS,
    NEGATED_STRAIGHT,
    ORDINALS,
    PARTS,
    RELATIVE_DAYS,
    TENS,
    TONIGHT,
    UNITS,
    WEEKDAYS,
    ZONE_PHRASES,
    ZONES,
    word_list,
)
from nlp.resolve.when.reader import Reader

_LEADING = frozenset(
    word_list(
        "to this next the coming upcoming nearest current following week weekend rest remainder remaining "
        "balance in same that m ides overmorrow eom eod eow end close month last all day from between btwn "
        "at biz business office working work starting beginning start starts begin begins commencing kicking as "
        "effective now asap immediately instantly stat right straight by until through before ending "
        "concluding terminating finish finishing ends "
        "no not up within round around full whole entire after any anytime sometime every "
        "each nightly daily either whichever exactly only just except excluding but apart other minus both "
        "w wc half quarter year eoq eoy noon midday noontime midnight several few couple dozen a an am pm z"
    )
)
_WORDS = _LEADING.union(
    WEEKDAYS, MONTHS, PARTS, RELATIVE_DAYS, TONIGHT, ORDINALS, ZONES,
    (f"{day}s" for day in WEEKDAYS), (f"{part}s" for part in PARTS), (f"{part}s" for part in ("week", "weekend")),
    word_list("weekday weekdays weeknight weeknights workday workdays"),
    *((words[0] for words in table) for table in (FLEX_PHRASES, NEGATED_STRAIGHT, HOLIDAYS, ZONE_PHRASES)),
)  # fmt: skip
_NUMBERS = frozenset({*CARDINALS, *TENS})
_BEHIND_NUMBER = frozenset(
    {*UNITS, *MONTHS, *PARTS, *RELATIVE_DAYS, *TONIGHT, *WEEKDAYS, *CARDINALS, *ORDINALS}
    | set(
        word_list(
            "am pm a p x st nd rd th to of and until through on in o'clock oclock hrs h noon midnight business working "
            "work fortnight fortnights nights mornings afternoons evenings weekdays weeknights weekends days hour "
            "hours consecutive contiguous continuous uninterrupted straight successive unbroken "
            "different separate or half the from"
        )
    )
)
_ZONE_CITIES = frozenset(
    word_list("america europe asia africa australia pacific atlantic etc indian antarctica arctic")
)
_KOREAN_NEVER = frozenset({"unknown", "tail", "particle", "mark", "counter", "end"})


def may_begin(reader: Reader, at: int) -> bool:
    """Whether any rule could find something at this token."""
    token = reader.at(at)
    if token.tag == "word":
        if token.text in _NUMBERS:
            return _number_leads(reader, at + 1) and not _names_model(reader, at)
        return token.text in _WORDS or token.text in _ZONE_CITIES
    if token.tag == "number":
        return len(token.text) >= 4 or _number_leads(reader, at + 1)
    if token.tag == "mark":
        return token.text == "(" and reader.tag(at + 1) in ("word", "unknown", "zone", "country", "weekday")
    if token.tag == "unknown":
        return len(token.text) == 1
    return token.tag not in _KOREAN_NEVER


def _number_leads(reader: Reader, at: int) -> bool:
    """Whether what stands behind a number may make it one of time."""
    token = reader.at(at)
    if token.tag == "word":
        return token.text in _BEHIND_NUMBER and not _names_model(reader, at)
    if token.tag == "mark":
        return token.text in "/-.:~—,&" and token.text != ""
    return token.tag in ("counter", "part", "from", "number", "half", "days_word", "month_name")


def _names_model(reader: Reader, at: int) -> bool:
    """Whether the word here is the letter of a model's name: the "h" of "8 H100s" counts no hours."""
    return reader.glued(at + 1) and reader.tag(at + 1) == "number" and len(reader.at(at + 1).text) > 2
