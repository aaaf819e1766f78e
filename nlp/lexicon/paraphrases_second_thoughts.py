# ruff: noqa: E501
"""Corrections of what was said before: "no, it should be", "my boss said 6, but".

Rules as in `paraphrases`.
"""

from __future__ import annotations

from nlp.lexicon.paraphrases_structure import START

_NUMBER = r"(?:[0-9]{1,5}|an?|one|two|three|four|five|six|eight|ten|twelve|sixteen|twenty|thirty|forty|fifty|sixty)"
_WRONG = r"(?:no|nope|nah|wait|sorry|oops|actually|in fact|correction|rather|well)"
_IS_RIGHT = r"(?:it(?:'s| is| should be| must be| has to be| will be| was meant to be| ought to be| needs to be)|that(?:'s| is| should be| should read| must be)|make (?:it|that)|(?:the )?(?:right|correct|true|actual|real|proper) (?:number|figure|count|quantity|amount|one)(?: is|:)|i meant?|we meant?)"

SECOND_THOUGHTS: tuple[tuple[str, str, str], ...] = (
    # Second thoughts.
    (
        "no|nope|nah|wait|sorry|oops|actually|fact|correction|rather|well",
        rf"(?<!if)(?<!is)(?<!there's)(?: but|,? -|,|;|\.|:| —)? (?:but |and )?(?:{_WRONG},? )+(?:but )?{_IS_RIGHT} (?=(?:only |just |really )?{_NUMBER}(?![a-z]))",
        ", i mean ",
    ),
    (
        "said|says|wrote|put|asked",
        rf"{START}(?:my |our |the )?(?:colleague|boss|manager|team|assistant|intern|friend|i|we|he|she|they|partner|co-?worker|teammate|mail|e-?mail|ticket|form|order)(?: [a-z]+)? (?:(?:had|has|have|just|first|earlier|originally|initially|wrongly|mistakenly) )*(?:said|says|wrote|put|asked for|told you|typed|listed|requested) (?=[0-9][^.;\n]{{2,40}}, i mean )",
        "",
    ),
)
