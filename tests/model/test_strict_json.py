"""The one strict reader of JSON, alone and behind each of its three doors: bids, books and messages."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auction_client.clearing.book import InvalidBook, parse_book
from auction_client.exchange.wire import WireError
from auction_client.exchange.wire import read_json as read_message_json
from auction_client.model.errors import InvalidBid
from auction_client.model.parse import parse_bid
from auction_client.model.strict_json import MOST_DEPTH, StrictJsonError, read_json

CAP = 64_000
HOSTILE = [
    (b'{"a": 1, "b": 2, "a": 1}', "duplicate_key"),
    (b'[{"b": {"a": 1, "a": 2}}]', "duplicate_key"),
    (b'{"a": 1, "\\u0061": 2}', "duplicate_key"),
    (b"1.0", "float"),
    (b"[1e3]", "float"),
    (b"NaN", "float"),
    (b"[Infinity]", "float"),
    (b'{"a": -Infinity}', "float"),
    (b"1234567890123456789", "too_large"),
    (b"[" + b"9" * 5_000 + b"]", "too_large"),
    (b"[" * (MOST_DEPTH + 1) + b"]" * (MOST_DEPTH + 1), "too_deep"),
    (b'{"a":' * 100_000, "too_deep"),
    (b'["' + b"]" * 60 + b'",' + b"[" * MOST_DEPTH + b"]" * MOST_DEPTH + b"]", "too_deep"),
    (b'"\xff"', "not_utf8"),
    (b"\xef\xbb\xbf{}", "not_json"),
    (b'"\\ud800"', "not_utf8"),
    (b'{"\\udfff": 1}', "not_utf8"),
    (b"", "not_json"),
    (b"{} {}", "not_json"),
    (b"[1,]", "not_json"),
    (b"'a'", "not_json"),
    (b"[" * 60 + b"]", "too_deep"),
    (b" " * (CAP + 1), "too_large"),
]


@pytest.mark.parametrize(("data", "code"), HOSTILE)
def test_what_is_not_strict_json_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(StrictJsonError) as caught:
        read_json(data, 1_000_000 if len(data) > CAP and code != "too_large" else CAP)
    assert caught.value.code == code
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("door", "refusal"),
    [(parse_bid, InvalidBid), (parse_book, InvalidBook), (read_message_json, WireError)],
    ids=["bid", "book", "message"],
)
def test_every_door_is_guarded_by_it(door: Callable[[bytes], object], refusal: type[ValueError]) -> None:
    for data, code in HOSTILE:
        if not (door is parse_book and data.startswith(b" ")):  # a book may be larger
            with pytest.raises(refusal):
                door(data)
            assert code


def test_the_size_counts_bytes_and_not_characters() -> None:
    assert read_json('"' + "가" * 10 + '"', 32) == "가" * 10
    with pytest.raises(StrictJsonError, match="at most 31 bytes are read; these are 32"):
        read_json('"' + "가" * 10 + '"', 31)


def test_a_lone_surrogate_in_a_text_is_no_text() -> None:
    with pytest.raises(StrictJsonError, match="UTF-8"):
        read_json('"\ud800"', CAP)


def test_the_deepest_tree_is_read_and_brackets_in_strings_do_not_count() -> None:
    assert read_json("[" * MOST_DEPTH + "]" * MOST_DEPTH, CAP) is not None
    assert read_json(json.dumps(["[{" * 200, '\\"[' * 200, "\\"]), CAP)[2] == "\\"
    assert len(read_json("[" + ",".join(["[]"] * 500) + "]", CAP)) == 500


@pytest.mark.parametrize("width", [1, 7, 64, 1_000])
def test_the_depth_of_a_long_text_is_told_wherever_it_is_cut(width: int) -> None:
    """Long texts are looked through in pieces; a string of brackets may lie across their borders."""
    filling = ",".join(f'"{"]" * width}[{number}"' for number in range(200_000 // (width + 8)))
    deepest = "[" * (MOST_DEPTH - 1) + "]" * (MOST_DEPTH - 1)
    assert read_json(f"[{filling},{deepest}]", 1_000_000)
    with pytest.raises(StrictJsonError, match="deep"):
        read_json(f"[{filling},[{deepest}]]", 1_000_000)


def test_a_whole_surrogate_pair_is_a_character() -> None:
    assert read_json(b'"\\ud83d\\ude00"', CAP) == "\U0001f600"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**16), 10**17) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=4), inner, max_size=5),
    max_leaves=40,
)


@given(VALUES, st.booleans())
def test_whatever_was_written_is_read_back(value: object, plain: bool) -> None:
    try:
        text = json.dumps(value, ensure_ascii=plain)
        text.encode()
    except UnicodeEncodeError:
        return
    assert read_json(text, 10**6) == value


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_do_more_than_be_refused(data: bytes) -> None:
    try:
        value = read_json(data, CAP)
    except StrictJsonError:
        return
    assert json.loads(data) == value


def test_depth_agrees_with_counting_brackets_one_by_one() -> None:
    chance = random.Random(4)
    for _ in range(300):
        value: object = 1
        deep = chance.randint(40, 56)
        for _ in range(deep):
            value = [value, ']}\\"'] if chance.random() < 0.5 else {"[{": value, "b": [1]}
        text = json.dumps(value)
        if deep > MOST_DEPTH:
            with pytest.raises(StrictJsonError, match="deep"):
                read_json(text, CAP)
        elif deep < MOST_DEPTH:
            assert read_json(text, CAP) == value
