"""Words that have the form of a condition or a requirement, whatever they say: they hang on the order."""

from __future__ import annotations

import re

from nlp.linker.roles import Stretch
from nlp.tagger_told import names_terms

_HANGUL = re.compile("[가-힣]")
_KOREAN_WHOLE = re.compile(r"(?:[다요죠까네지음함임됨용]|용도|바람|요망|위해서?|때문에|덕분에|드림|올림)$")
"""How a Korean afterthought ends that is a sentence or a purpose of its own; any other ending hangs on the order."""
_KOREAN_CONDITION = re.compile(
    r"(?:[가-힣]야|[가-힣]면|거든|경우|때|조건|전제|시)(?:에는|에만|에|엔|으로|만)?$"
    r"|(?:(?<!오)후|뒤)(?:에|에는|에야|엔)$|(?:^|기)전(?:에|에는|엔)$"
)
_SAID_OF_IT = re.compile(r"(?:은|는|만|도) ")
_CONDITION = re.compile(
    r"(?:in case|should|unless|where|when|once|provided|supposing|pending|subject to|as long as)(?![a-z])"
    r"|(?:and |but )?(?:only |right |just |straight |not )?(?:after|before|during|until|till|following|outside|around)"
    r" (?:the|our|my|their|his|her) [a-z-]+(?: [a-z-]+){0,2}$"
)
_REQUIRES = re.compile(
    r"(?:(?:^|(?<=[,;.] )|(?<=and )|(?<=but ))"
    r"(?:they|these|those|it|(?:the |all )?(?:machines|hosts|nodes|servers|cards|boxes))(?: all| both)?"
    r" (?:must|mustn't|ha(?:s|ve) to|needs? to|should|shouldn't|may not)(?![a-z])"
    r"|(?:must|ha(?:s|ve) to|needs? to) (?:[a-z]+ ){0,2}"
    r"(?:agree|approve|sign|confirm|accept|consent|first|beforehand)(?![a-z]))"
)
"""What is required of the goods, or what somebody has to do first."""


def hangs_on(stretch: Stretch) -> bool:
    """Whether words have the form of what hangs on the order, whatever they say.

    English ones open like a condition; Korean ones end like one ("허가가 떨어져야") or, where they follow a lot, in
    any way that closes no sentence or purpose of their own. A particle before them ties them to what they follow.
    """
    if stretch.follows_lot and opens_as_condition(stretch):
        return True
    if _SAID_OF_IT.match(stretch.text) or _REQUIRES.search(stretch.text.lower()) or names_terms(stretch.text):
        return True
    word = stretch.text.rstrip(" .!~").rsplit(" ", 1)[-1]
    if not _HANGUL.search(word[-1:]):
        return False
    return not _KOREAN_WHOLE.search(word) if stretch.follows_lot else bool(_KOREAN_CONDITION.search(word))


def opens_as_condition(stretch: Stretch) -> bool:
    """Whether English words begin like a condition."""
    return bool(_CONDITION.match(stretch.text.lower()))
