"""What is a time phrase and what is not: a phrase is taken whole or not at all, and never reaches into other words."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest

from nlp.resolve import when
from tests.nlp.when.support import context, phrases

NOT_TIME = [
    "8 H100s", "4090s", "16 A 100 s", "2,000 h100-hours", "8 to 16 A100s", "from 8 to 20 b200s", "at 2.35", "max 2.50",
    "$2.10", "the 8 h100s", "may we have 8", "second option", "the first of these", "good morning",
    "2 nodes of h100", "could sit idle", "3.5k", "99.9%", "one of these", "10k l4-hours", "v100",
    "until this is queued", "by the hour", "over $900", "all for one", "h100 80gb", "100 gpu-hours",
    "either of them", "1/2 a rack of", "not monkey business", "시간당 5불", "8장", "둘 중 하나", "토목",
    "금일봉투", "주소", "월급",
]  # fmt: skip

WHOLE = [
    "tuesday night", "for 12 hours from 8pm on oct 31", "from tomorrow 8am until the day after at 8pm",
    "every night from wednesday to friday this week", "on monday 27 november between 16:00 and 21:00",
    "no need to run it in one go", "at least three of the five weeknights next week", "on sunday the 1st of october",
    "the first friday of july", "29 / 30 august", "in the afternoon on friday between 1pm and 4 pm", "fri. 11.8.",
    "10pm-6am, on each of dec 7, dec 8 and dec 9", "every night next week except friday", "dec 7, 8 and 9",
    "다음 주 월요일부터 금요일까지 매일 밤 10시부터 새벽 6시까지",
    "12월 7일부터 11일까지", "이번 주 아무 밤이나 이틀만",
    "나눠서 써도 됩니다", "미국 동부 시간 금요일 오전 9시부터 오후 5시까지", "두 시간 반 동안", "월~금 9시-18시",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_TIME)
def test_other_words_are_no_time(text: str) -> None:
    assert [text[match.start : match.end] for match in phrases(text) if not match.doubtful] == []


@pytest.mark.parametrize("text", WHOLE)
def test_a_phrase_is_taken_whole(text: str) -> None:
    match = when.match(text, 0, korean=False)
    assert match is not None
    assert text[match.start : match.end] == text.removesuffix(".") or match.end == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 a100s starting in 5 hours, i'll keep them for 8 hours", ["starting in 5 hours", "for 8 hours"]),
        ("8 h200s on friday 6pm to saturday 6am, $4 max", ["on friday 6pm to saturday 6am"]),
        ("mon 9-5, tue 9-5, wed 9-5", ["mon 9-5", "tue 9-5", "wed 9-5"]),
        ("sell 8 wed night at 2.20 or thu night at 2.00", ["wed night", "thu night"]),
        ("dec 7 or 16 a100s", ["dec 7"]),
        ("nov 27 2000 h100s", ["nov 27"]),
        ("monday 8 h100s", ["monday"]),
        ("화요일 밤이나 수요일 밤에 a100", ["화요일 밤", "수요일 밤에"]),
        ("10월 20일부터 열흘간이라도요", ["10월 20일부터 열흘간"]),
        ("금요일까지 h100 8장으로 연속 30시간", ["금요일까지", "연속 30시간"]),
    ],
)
def test_phrases_stop_at_what_is_not_theirs(text: str, expected: list[str]) -> None:
    assert [text[match.start : match.end] for match in phrases(text)] == expected


def test_a_phrase_that_may_be_a_price_or_a_count_is_doubtful() -> None:
    assert [match.doubtful for text in ("19.10", "2-15", "the 27") for match in phrases(text)] == [True, True, True]
    assert [match.doubtful for text in ("fri 19.10", "2/15", "the 27th") for match in phrases(text)] == [False] * 3


PIECES = [
    "monday", "tue", "next", "this", "last", "week", "weekend", "the", "of", "from", "to", "until", "by", "before",
    "between", "and", "every", "each", "any", "night", "nights", "2", "3", "8", "12", "24", "2026", "9am", "5pm",
    "22:00", "08:00", "noon", "midnight", "in", "on", "at", "for", "hours", "days", "weeks", "may", "march", "1st",
    "24th", "first", "second", "now", "tomorrow", "tonight", "after", "not", "no", "later", "than", "except",
    "spread", "over", ",", "-", "/", ".", ":", "(", ")", "~", "et", "utc", "11/24", "13.6.", "2/30", "9999",
    "99999999", "월요일", "부터", "까지", "다음", "주", "이번", "주말", "밤", "오전", "3시", "12시", "사흘", "간",
    "매일", "아무", "이나", "밤마다", "뒤", "자정", "1월", "31일", "연속", "같은", "날", "월수금", "두", "시간",
]  # fmt: skip


def test_hostile_text_is_read_in_bounded_time() -> None:
    chance = random.Random(4)
    repeated = ("monday to ", "every ", "between ", "the first of ", "5pm ", "half past ", "부터", "다음 ", "(", "-")
    texts = [piece * (4000 // len(piece)) for piece in repeated]
    texts += ["".join(chance.choice(PIECES) + chance.choice((" ", "")) for _ in range(900))[:4000] for _ in range(2)]
    began = time.process_time()
    for text in texts:
        found = phrases(text)
        assert all(one.end <= other.start for one, other in pairwise(found))
    assert (time.process_time() - began) / len(texts) < 2.0


def test_no_mixture_of_time_words_breaks_the_resolver_and_order_never_matters() -> None:
    chance = random.Random(7)
    zones = ("America/New_York", "Asia/Seoul", "Australia/Lord_Howe", "Asia/Kolkata")
    for _ in range(600):
        text = "".join(chance.choice(PIECES) + chance.choice((" ", " ", "")) for _ in range(chance.randint(1, 8)))
        now = f"2026-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}T{chance.randint(0, 23):02d}:59"
        setting = context(now, chance.choice(zones), volume=chance.random() < 0.3)
        expressions = [match.expression for match in phrases(text)]
        found = when.resolve(expressions, setting)
        shuffled = chance.sample(expressions, len(expressions))
        again = when.resolve(shuffled, setting)
        assert (found.windows, found.mode) == (again.windows, again.mode), text
        assert [ask.code for ask in found.asks] == [ask.code for ask in again.asks], text
        assert all(window.end > setting.now for window in found.windows), text
        for expression in expressions:
            until = when.resolve_until(expression, setting)
            assert isinstance(until, when.Ask) or until > setting.now, text
