"""Turns of phrase for a lot that is wanted whole or not at all: "not a single one fewer", "none of it worth having unless
all 32 come".

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import END, START

_COUNT = r"(?P<n>(?:[1-9][0-9]{0,3}|two|four|six|eight|ten|twelve|sixteen|thirty[- ]two|sixty[- ]four)(?:%| percent)?(?: (?:gpus?|cards?|nodes?|units|pieces|racks?))?)(?![0-9a-z]|[.,][0-9]|k(?![a-z]))(?! ?(?:/|per |an? |usd|dollars|bucks|\$|hours?|hrs?|days?|am|pm|gb))"
"""A whole number that no price unit follows."""
_ONLY_WHOLE = r"(?:(?:only )?(?:on (?:the )?(?:understanding|condition|basis|premise)|provided|assuming|as long as|so long as)(?: that)? |only if |(?:(?:it|this|that|they|none of (?:it|them|this|that|which))(?:'s| is| are|'re)? )?(?:useless|worthless|pointless|(?:of )?no (?:use|good|value|interest|point)|not worth (?:it|having|anything)|worth (?:it|having|nothing|anything))(?: (?:to|for) (?:us|me))? unless |only (?:worth (?:it|having)|of (?:any )?use|useful)(?: (?:to|for) (?:us|me))? if )"
_ARE_THERE = r"(?: (?:come|are (?:there|available|delivered|filled|placed|supplied|to be had|allotted)|can be (?:had|supplied|delivered)|fill|clear|turn up|arrive))?"
"""Fills that are wanted whole or not at all."""

WHOLES: tuple[tuple[str, str, str], ...] = (
    (
        "fewer|less",
        rf"{START}(?:but |and )?not (?:even )?(?:(?:a |one )?single one|one(?: single one)?|a single) fewer{END}|{START}(?:but |and )?not (?:even )?(?:a |one )(?:single )?(?:cards?|gpus?|units?|pieces?|nodes?|chips?) (?:fewer|less){END}",
        "aon",
    ),
    (
        "whole|entire|complete|full|as one lot|as one block|as a single",
        rf"{START}(?:but |and )?(?:(?:the )?(?:whole|entire|full|complete) (?:block|lot|batch|package|parcel|order|bundle|set|quantity) only|(?:(?:to be )?(?:sold|taken|bought|available|let|filled) )?(?:only )?as (?:a whole|(?:a|one) (?:whole|single|complete) (?:block|lot|unit|batch|parcel)|one (?:block|lot|unit|batch|parcel))(?: only)?){END}",
        "aon",
    ),
    (
        "all |full ",
        rf"{START}(?:but |and )?{_ONLY_WHOLE}(?:either )?(?:(?:we|i)(?: do| can)? (?:get|receive|have|are given|obtain) (?:either )?)?(?:all|the full) {_COUNT}(?: of (?:them|those))?(?:,? or (?:none|nothing)(?: at all)?)?{_ARE_THERE}{END}",
        "min {n}",
    ),
    (
        "all of them|all of it",
        rf"{START}(?:but |and )?{_ONLY_WHOLE}(?:either )?(?:(?:we|i)(?: do| can)? (?:get|receive|have|are given|obtain) (?:either )?)?all of (?:them|it)(?:,? or (?:none|nothing)(?: at all)?)?{_ARE_THERE}{END}",
        "aon",
    ),
)
