# ruff: noqa: E501
"""Words that have the form of a condition or a requirement, whatever they say: they hang on the order."""

from __future__ import annotations

from nlp.duties import requires
from nlp.lexicon import idle, korean_asides
from nlp.linker.roles import Stretch
from nlp.patterns import lazy
from nlp.tagging.own.told import names_terms, states_purpose

_HANGUL = lazy("[가-힣]")
_WORD = lazy("[a-z']+")
_KOREAN_WHOLE = lazy(r"(?:[다요죠까네지음함임됨용]|[거꺼]야|용도|바람|요망|위해서?|때문에|덕분에|드림|올림)$")
"""How a Korean afterthought ends that is a sentence or a purpose of its own; any other ending hangs on the order."""
_KOREAN_CONDITION = lazy(
    r"(?:[가-힣](?<!거)(?<!꺼)야|[가-힣]면|거든|경우|때|조건|전제|시)(?:에는|에만|에|엔|으로|만)?$"
    r"|(?:(?<!오)후|뒤)(?:에|에는|에야|엔)$|(?:^|기)전(?:에|에는|엔)$"
)
_KOREAN_WORK = lazy(korean_asides.WORK)
_LEFT_OPEN = r"[이니]라|느라|려고|고자|중"
_KOREAN_CAUSE = lazy(rf"(?:[가-힣](?:이|가|께서|들이) .*[아어해워여와려져라가나]서|{_LEFT_OPEN})$")
"""A reason or an intention that is left open; without a subject it may be how something is to be done (격리해서)."""
_REASON_LEFT_OPEN = lazy(rf"(?:[아어해워여와려져라가나]서|{_LEFT_OPEN})$")
SURE_OF_WORK, SURE_OF_CAUSE = 0.9, 0.985
"""How probable it must be that Korean words only tell before an ending that leaves them open does not hang: where they
end with the work that the goods are for, and where they end like a reason."""
_SAID_OF_IT = lazy(r"(?:은|는|만|도) ")
_CONDITION = lazy(
    r"(?:in case|in the event|should|unless|where|when|once|provided|supposing|pending|subject to|as long as|more|less|fewer|cheaper|longer|shorter|half|twice|double)(?![a-z])"
    r"|(?:and |but )?(?:with )?(?:(?:a )?half|a third|a quarter|most|some|part|one|two|three) of (?:it|them|the (?:time|hours|cards|gpus|nodes|machines|window))(?![a-z])"
    r"|(?:and |but )?(?:only |right |just |straight |not )?(?:after|before|during|until|till|following|outside|around)"
    r" (?:the|our|my|their|his|her) [a-z-]+(?: [a-z-]+){0,2}$"
)


def hangs_on(stretch: Stretch, tells: float = 0.0) -> bool:
    """Whether words have the form of what hangs on the order. `tells`: how probable it is by the words alone that they
    only tell.

    English ones open like a condition; Korean ones end like one ("허가가 떨어져야") or, where they follow a lot, in
    any way that closes no sentence, reason or purpose of their own. A particle before them ties them to what they
    follow.
    """
    if stretch.follows_lot and opens_as_condition(stretch):
        return True
    of_terms = names_terms(stretch.text) and not (tells >= SURE_OF_CAUSE and _KOREAN_WORK.search(_closed(stretch)))
    if _SAID_OF_IT.match(stretch.text) or requires(stretch.text) or of_terms:
        return True
    word = _last_word(stretch)
    if not _HANGUL.search(word[-1:]):
        return False
    if stretch.follows_lot:
        return not (_KOREAN_WHOLE.search(word) or _closes_reason(stretch, tells))
    return bool(_KOREAN_CONDITION.search(word))


def is_conditional(stretch: Stretch) -> bool:
    """Whether words are a condition, a requirement or terms by their form, wherever they stand."""
    said_of_it = _SAID_OF_IT.match(stretch.text) or requires(stretch.text) or names_terms(stretch.text)
    return bool(said_of_it or has_form_of_condition(stretch))


def has_form_of_condition(stretch: Stretch) -> bool:
    """Whether words open, or in Korean close, like a condition, wherever they stand."""
    return opens_as_condition(stretch) or bool(_KOREAN_CONDITION.search(_last_word(stretch)))


def is_dangerous(stretch: Stretch) -> bool:
    """Whether one of the words changes what others mean (not, only, after, 말고)."""
    return changes_meaning(stretch.text)


def changes_meaning(text: str) -> bool:
    """Whether a word of the text changes what others mean."""
    words = text.lower()
    english = idle.DANGER.union(idle.NEGATION).intersection(_WORD.findall(words))
    return bool(english) or any(danger in words for danger in idle.KOREAN_DANGER)


def rules_ask(stretch: Stretch) -> bool:
    """Whether words have to be asked about unless a judge knows better."""
    if not stretch.passed:
        return True
    if states_purpose(stretch.text):
        return False
    sentence = stretch.place == "behind" and bool(_HANGUL.search(stretch.text))
    return hangs_on(stretch) or is_fragment(stretch) or (stretch.follows_lot and not sentence)


def names_work(stretch: Stretch) -> bool:
    """Whether Korean words say what work the goods are for, and nothing of their terms."""
    return bool(_KOREAN_WORK.search(_closed(stretch))) and not names_terms(stretch.text)


def is_fragment(stretch: Stretch) -> bool:
    """Whether Korean words stand behind the order by themselves and are no sentence: "심사 일정 따라 조정"."""
    word = _last_word(stretch)
    open_ended = bool(_HANGUL.search(word[-1:])) and not _KOREAN_WHOLE.search(word)
    return stretch.place == "after" and open_ended and not _REASON_LEFT_OPEN.search(word)


def _closes_reason(stretch: Stretch, tells: float) -> bool:
    if tells >= SURE_OF_WORK and _KOREAN_WORK.search(_closed(stretch)):
        return True
    return tells >= SURE_OF_CAUSE and bool(_KOREAN_CAUSE.search(_closed(stretch)))


def _closed(stretch: Stretch) -> str:
    return stretch.text.rstrip(" .!~")


def _last_word(stretch: Stretch) -> str:
    return _closed(stretch).rsplit(" ", 1)[-1]


def opens_as_condition(stretch: Stretch) -> bool:
    """Whether English words begin like a condition, or like a change to what was ordered."""
    return bool(_CONDITION.match(stretch.text.lower()))
