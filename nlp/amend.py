# ruff: noqa: E501
"""Conversation on an open draft: "make that 16", "same but Thursday", "$2.10 an hour", "두 번째 건 빼줘".

An amendment becomes words in the text of the draft, which is then read anew: a value that the draft has is corrected
where it stands ("8, I mean 16 H100s ..."), what it lacks is put behind it, and an item that is taken out loses its
words. So an amended draft is held to the same rules as any other, and every value of it still has a span.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from nlp.draft import Draft, FieldSpan, Question
from nlp.linking.rules import link
from nlp.messages import say
from nlp.tagged import CONTENT, Joiner, Role, Span, Tagged

_LEAD = re.compile(
    r"^\s*(?:(?:ok(?:ay)?|so|hmm+|well|actually|sorry|oh|no|wait|yes|and)[,.]? +)*(?:(?:please |can you |could you |let'?s )*"
    r"(?:make (?:that|it|them|this)(?: all)?|(?:the )?same,?(?: thing)?,? but|same (?:again )?(?:on|for|with|at)|change (?:it|that|them)?(?: all)? ?(?:to|into)?|"
    r"switch (?:it|that)? ?to|move (?:it|that)? ?to|go with|use|set (?:it|that)? ?to|i mean(?:t)?|it should be|똑같이|같은데|대신|근데)\s*:?,?\s*)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[,\s]*(?:instead|please|then|thanks|로 ?(?:바꿔|변경|해|수정)[가-힣 ]*|으로 ?(?:바꿔|변경|해|수정)[가-힣 ]*|(?:로|으로)(?: ?부탁[가-힣]*)?|이요|요)?[.!\s]*$",
    re.IGNORECASE,
)
_REMOVE = re.compile(
    r"\b(?:drop|remove|scratch|delete|forget(?: about)?|lose|take out|skip|cancel|cut|get rid of|without|no need for|leave out)\b|빼|삭제|지워|지우|제외|취소|없애",
    re.IGNORECASE,
)
_ORDINALS = (
    re.compile(r"\b(?:first|1st)\b|(?:option|item|lot|leg|part|number)\s?(?:1|a)\b|첫 ?번?째|1번", re.IGNORECASE),
    re.compile(r"\b(?:second|2nd)\b|(?:option|item|lot|leg|part|number)\s?(?:2|b)\b|두 ?번째|둘째|2번", re.IGNORECASE),
    re.compile(r"\b(?:third|3rd)\b|(?:option|item|lot|leg|part|number)\s?(?:3|c)\b|세 ?번째|셋째|3번", re.IGNORECASE),
    re.compile(r"\b(?:fourth|4th)\b|(?:option|item|lot|leg|part|number)\s?(?:4|d)\b|네 ?번째|넷째|4번", re.IGNORECASE),
)
_LAST = re.compile(r"\b(?:last|latter)\b|마지막", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:all|both|each|every|everything)\b|모두|전부|둘 ?다|다 ", re.IGNORECASE)
_ITEM = re.compile(r"root\.(?:items\[([0-9]+)\]|(first|then))")
_NAMES_ITEM = re.compile(
    r"\b(?:the )?(?:first|second|third|fourth|last|latter|1st|2nd|3rd|4th)(?: (?:one|option|item|lot|leg|part))?(?: (?:to|be|is|at))?\b"
    r"|(?:첫|두|세|네) ?번째(?: ?(?:건|거|것|옵션))?(?:은|는|을|를|만)?",
    re.IGNORECASE,
)


_ADDS = re.compile(r"^\s*(?:(?:please|and|then|oh)[, ]+)*(?:add|throw in|include|plus|also)\b|추가", re.IGNORECASE)
_ADD = re.compile(r"^\s*(?:please )?(?:add|throw in|include)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:later|earlier|sooner|longer|shorter|cheaper)\b|(?<!no )(?<!or )(?<!not )\b(?:more|less|fewer)\b(?! than)|더 (?:늦게|일찍|길게|짧게|싸게)|(?:늦춰|당겨|늘려|줄여)",
    re.IGNORECASE,
)
"""A change by an amount, not to a value: what it comes to is not said."""
_DENIES = re.compile(r"\b(?:no(?!,)|not|without|don'?t|doesn'?t|isn'?t|never)\b|없|필요 ?없|말고|빼", re.IGNORECASE)
_HALVES = (
    (re.compile(r"\b(?:morning|am|a\.m\.?)(?![a-z])|오전|아침|새벽", re.IGNORECASE), "am"),
    (re.compile(r"\b(?:afternoon|evening|night|pm|p\.m\.?)(?![a-z])|오후|저녁|밤", re.IGNORECASE), "pm"),
)
_BARE_HOUR = re.compile(
    r"(?<![0-9:.$])([0-9]{1,2}(?::[0-9]{2})?)(?![0-9:.]|\s?(?:am|pm|a\.m|p\.m|hours?|hrs?|h\b|days?|시간|일|월))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Edit:
    """Put `words` in the place of [start, end)."""

    start: int
    end: int
    words: str


class CannotAmend(ValueError):
    """The words do not say what to change; `code` is the question's."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def amended_text(draft: Draft, amendment: str, tag: Callable[[str], Tagged], language: str = "en") -> str:
    """The draft's text with the amendment worked in. Raises CannotAmend where it is not clear what to change."""
    if _REMOVE.search(amendment) and (item := _named_item(draft, amendment, tag)) is not None:
        return _apply(draft.text, _removal(draft, item))
    heard = tag(amendment)
    joins = any(
        isinstance(span.value, Joiner) and span.value.kind in ("or", "else", "and", "any") for span in heard.spans
    )
    if (joins or _ADDS.search(amendment)) and any(span.role is Role.ASSET for span in heard.spans):
        return f"{draft.text.rstrip(' .,;')}, {_ADD.sub('', amendment).strip()}"
    if (halved := _half_of_day(draft, heard, amendment)) is not None:
        return halved
    if _RELATIVE.search(amendment):
        raise CannotAmend("unsupported", say("amend_nothing", language))
    item = _named_item(draft, amendment, tag)
    words = _TAIL.sub("", _LEAD.sub("", _NAMES_ITEM.sub("", amendment), count=1))
    tagged = tag(words)
    said = [span for span in tagged.spans if span.role in CONTENT]
    if not said:
        raise CannotAmend("unsupported", say("amend_nothing", language))
    if _DENIES.search(amendment) and all(span.role is Role.ATTRIBUTE for span in said):
        return _apply(draft.text, _denied(draft, said, tag, language))
    return _apply(draft.text, _corrections(draft, said, item, tag, language, every=bool(_EVERY.search(amendment))))


def _half_of_day(draft: Draft, heard: Tagged, amendment: str) -> str | None:
    """The text with "am" or "pm" at the hour that was asked about, where that is all the amendment says."""
    asked = next(
        (question for question in draft.questions if question.code == "ambiguous_time" and question.span), None
    )
    said = [span for span in heard.spans if span.role in CONTENT]
    half = next((half for pattern, half in _HALVES if pattern.search(amendment)), None)
    if asked is None or asked.span is None or half is None or len(said) > 1 or re.search(r"[0-9]", amendment):
        return None
    start, end = asked.span
    hour = _BARE_HOUR.search(draft.text, start, end)
    if hour is None:
        return None
    return (
        _apply(draft.text, [_Edit(hour.end(), hour.end(), half)])
        if not heard.korean
        else _apply(draft.text, [_Edit(hour.start(), hour.start(), "오전 " if half == "am" else "오후 ")])
    )


def _denied(draft: Draft, said: list[Span], tag: Callable[[str], Tagged], language: str) -> list[_Edit]:
    """Takes out what "no InfiniBand needed" names, if the draft says it; raises CannotAmend otherwise."""
    before = [span for span in tag(draft.text).spans if span.role in CONTENT]
    edits = [
        _Edit(each.start, each.end, "") for each in before for span in said
        if each.role is span.role and each.value == span.value and span.role in (Role.ATTRIBUTE, Role.PLACE, Role.PRICE)
    ]  # fmt: skip
    if not edits:
        raise CannotAmend("unsupported", say("amend_nothing", language))
    return edits


def question_for(error: CannotAmend) -> Question:
    """The question that says why an amendment was not taken."""
    return Question(code="contradiction" if error.code == "contradiction" else "unsupported", message=str(error))


def _corrections(
    draft: Draft, said: list[Span], item: str | None, tag: Callable[[str], Tagged], language: str, *, every: bool
) -> list[_Edit]:  # fmt: skip
    edits, behind = [], []
    tagged = tag(draft.text)
    dropped = link(tagged).dropped
    before = [span for span in tagged.spans if span.role in CONTENT and span.id not in dropped]
    named = {span.value for span in said if span.role is Role.ASSET and item is not None and len(said) > 1}
    for span in said:
        if span.value in named:
            continue
        old = [each for each in before if each.role is span.role and _inside(draft, each, item)]
        prices = sum(each.role is Role.PRICE for each in before)  # one price may be of every item, wherever it stands
        elsewhere = item is not None and span.role is Role.PRICE and prices == 1
        if elsewhere or (item is not None and any(_shared(draft, each, item) for each in old)):
            raise CannotAmend("contradiction", say("amend_which", language, span.text))
        if not old:
            behind.append(span.text)
        elif len(old) > 1 and not every and len({str(each.value) for each in old}) > 1:
            raise CannotAmend("contradiction", say("amend_which", language, span.text))
        else:
            edits += [_Edit(each.end, each.end, f", I mean {span.text}, ") for each in old]
    if behind:
        edits.append(_Edit(len(draft.text.rstrip(" .,;")), len(draft.text), f", {' '.join(behind)}"))
    return edits


def _inside(draft: Draft, span: Span, item: str | None) -> bool:
    """Whether a span became a field of the item."""
    if item is None:
        return True
    return any(tie.path.startswith(item) and (tie.start, tie.end) == (span.start, span.end) for tie in draft.spans)


def _shared(draft: Draft, span: Span, item: str) -> bool:
    """Whether a span became a field of other items too: correcting it would change them all."""
    return any(
        (tie.start, tie.end) == (span.start, span.end) and _ITEM.match(tie.path) and not tie.path.startswith(item)
        for tie in draft.spans
    )


def _named_item(draft: Draft, amendment: str, tag: Callable[[str], Tagged]) -> str | None:
    """The path of the item that an amendment names by its number or by its product."""
    items = sorted({match[0] for tie in draft.spans if (match := _ITEM.match(tie.path))}, key=_order)
    if not items:
        return None
    if _LAST.search(amendment):
        return items[-1]
    for index, pattern in enumerate(_ORDINALS):
        if pattern.search(amendment):
            return items[index] if index < len(items) else None
    products = [span.value for span in tag(amendment).spans if span.role is Role.ASSET]
    ours = {str(span.value): (span.start, span.end) for span in tag(draft.text).spans if span.value in products}
    found = {
        match[0] for tie in draft.spans if (tie.start, tie.end) in ours.values() and (match := _ITEM.match(tie.path))
    }
    return found.pop() if len(found) == 1 else None


def _order(path: str) -> tuple[int, str]:
    match = _ITEM.match(path)
    return (int(match[1]), "") if match and match[1] else (0, path)


def _removal(draft: Draft, item: str) -> list[_Edit]:
    """Blanks the words that became fields of this item alone."""
    own = [tie for tie in draft.spans if tie.path.startswith(item)]
    kept = {(tie.start, tie.end) for tie in draft.spans if tie.path and not tie.path.startswith(item)}
    gone = [tie for tie in own if (tie.start, tie.end) not in kept]
    return [_Edit(tie.start, tie.end, "") for tie in dict.fromkeys(gone)] + _joiner_before(draft, gone)


def _joiner_before(draft: Draft, gone: list[FieldSpan]) -> list[_Edit]:
    """The joining word that led to the item, or led on from it where it was the first."""
    if not gone:
        return []
    start, end = min(tie.start for tie in gone), max(tie.end for tie in gone)
    joiners = [tie for tie in draft.spans if tie.role == Role.JOINER]
    leading = [tie for tie in joiners if tie.end <= start]
    following = [tie for tie in joiners if tie.start >= end]
    chosen = leading[-1:] or following[:1]
    return [_Edit(tie.start, tie.end, "") for tie in chosen]


def _apply(text: str, edits: list[_Edit]) -> str:
    for edit in sorted(set(edits), key=lambda each: (each.start, each.end), reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return re.sub(r"(?:\s*,){2,}", ",", re.sub(r" {2,}", " ", text)).strip(" ,;")
