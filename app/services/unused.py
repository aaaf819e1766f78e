"""Which words of a request became no field, so that none is ignored in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nlp.draft import Draft, TextSpan

_WORD = re.compile(r"[^\s,.;:!?()\[\]\"'“”‘’…/\-–—]+(?:[-'’][^\s,.;:!?()\[\]\"'“”‘’…/\-–—]+)*")

GLUE = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "to",
        "in",
        "on",
        "at",
        "by",
        "with",
        "and",
        "or",
        "i",
        "we",
        "us",
        "you",
        "our",
        "my",
        "your",
        "me",
        "it",
        "is",
        "are",
        "be",
        "do",
        "can",
        "could",
        "would",
        "will",
        "please",
        "need",
        "needs",
        "want",
        "wants",
        "get",
        "buy",
        "like",
        "some",
        "any",
        "hi",
        "hello",
        "hey",
        "thanks",
        "thank",
        "thx",
        "ok",
        "so",
        "just",
        "then",
        "from",
        "that",
        "this",
        "looking",
        "look",
        "let's",
        "lets",
        "pls",
        "plz",
        "give",
        "gimme",
        "book",
        "order",
        "bid",
        "team",
        "all",
        "morning",
        "there",
        "would'd",
        "i'd",
        "we'd",
        "we'll",
        "i'll",
        "좀",
        "좀요",
        "주세요",
        "해주세요",
        "부탁드립니다",
        "부탁드려요",
        "부탁해요",
        "부탁",
        "필요해요",
        "필요합니다",
        "필요",
        "구해주세요",
        "구합니다",
        "사주세요",
        "살게요",
        "매수",
        "원해요",
        "원합니다",
        "안녕하세요",
        "감사합니다",
        "잡아주세요",
        "할게요",
        "하겠습니다",
        "그리고",
        "로",
        "으로",
        "을",
        "를",
        "이",
        "가",
        "은",
        "는",
    ]
)
"""Words that only hold a sentence together. They never carry a number, a product, a time, a place or a price."""


def unused_words(draft: Draft, dismissed: Iterable[str] = ()) -> tuple[TextSpan, ...]:
    """Spans of the words that are in no field, no question and no assumption, are not mere glue, and that the user has
    not waved through (`dismissed`, lower case)."""
    covered = [(span.start, span.end) for span in draft.spans]
    covered += [question.span for question in draft.questions if question.span]
    covered += [assumption.span for assumption in draft.assumptions if assumption.span]
    waved = frozenset(dismissed)
    found: list[TextSpan] = []
    for match in _WORD.finditer(draft.text):
        word = match.group().casefold()
        if word in GLUE or word in waved:
            continue
        if not any(start < match.end() and match.start() < end for start, end in covered):
            found.append((match.start(), match.end()))
    return tuple(found)
