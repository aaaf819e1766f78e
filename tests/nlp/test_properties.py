"""Phrase and meaning made together, and texts nobody would type."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.tagger import MAX_TEXT
from tests.nlp.reading import asked, draft, read_shape, reader

RELAXED = settings(max_examples=25, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@dataclass(frozen=True)
class Said:
    words: str
    meaning: str


def _said(**table: str) -> st.SearchStrategy[Said]:
    return st.sampled_from([Said(words, meaning) for words, meaning in table.items()])


def _table(*pairs: tuple[str, str]) -> st.SearchStrategy[Said]:
    return st.sampled_from([Said(*pair) for pair in pairs])


COUNTS = _table(
    ("8", "8"),
    ("sixteen", "16"),
    ("2 nodes of", "16"),
    ("up to 24", "24 min1"),
    ("a dozen", "12"),
    ("8 to 32", "32 min8"),
)
PRODUCTS = _table(("H100s", "H100"), ("h200", "H200"), ("A100", "A100"), ("B200s", "B200"))
TIMES = _table(
    ("Tuesday night", "24T20-25T06"), ("all day on Nov 27", "27T00-28T00"), ("tomorrow from 9am to 5pm", "22T09-22T17"),
    ("4 hours Tuesday night", "24T20-25T06/4"), ("next weekend", "28T00-30T00"),
)  # fmt: skip
PRICES = _table(
    ("", ""), ("at $2.50 per GPU-hour", " @2.5"), ("$900 in total", " $900"), (", max 3.1 per GPU-hour", " @3.1")
)
KOREAN_COUNTS = _table(("8장", "8"), ("열여섯 장", "16"), ("두 노드", "16"), ("최대 24장", "24 min1"))
KOREAN_TIMES = _table(
    ("화요일 밤", "24T20-25T06"), ("11월 27일 하루", "27T00-28T00"), ("내일 오전 9시부터 오후 5시까지", "22T09-22T17")
)
KOREAN_PRICES = _table(("", ""), ("GPU당 시간당 2.5달러", " @2.5"), ("총 900달러", " $900"))


@RELAXED
@given(COUNTS, PRODUCTS, TIMES, PRICES)
def test_an_english_lot_means_what_it_was_made_of(count: Said, product: Said, time: Said, price: Said) -> None:
    text = f"{count.words} {product.words} {time.words} {price.words}".replace(" ,", ",")
    assert read_shape(text) == f"{count.meaning} {product.meaning} {time.meaning}{price.meaning}"


@RELAXED
@given(KOREAN_COUNTS, PRODUCTS, KOREAN_TIMES, KOREAN_PRICES)
def test_a_korean_lot_means_what_it_was_made_of(count: Said, product: Said, time: Said, price: Said) -> None:
    text = f"{time.words} {product.meaning} {count.words} {price.words}"
    assert read_shape(text) == f"{count.meaning} {product.meaning} {time.meaning}{price.meaning}"


@RELAXED
@given(
    st.lists(st.tuples(COUNTS, PRODUCTS, TIMES), min_size=2, max_size=4),
    st.sampled_from([(", or ", "one"), ("; otherwise ", "one"), (" plus ", "all"), (", as well as ", "all")]),
)
def test_a_list_means_its_items_and_its_joining_word(
    items: list[tuple[Said, Said, Said]], joined: tuple[str, str]
) -> None:
    words, mode = joined
    text = words.join(f"{count.words} {product.words} {time.words}" for count, product, time in items)
    parts = [f"{count.meaning} {product.meaning} {time.meaning}" for count, product, time in items]
    assert read_shape(text) == f"{mode}({' | '.join(parts)})"


@RELAXED
@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    read = draft(text)
    assert all(0 <= tie.start <= tie.end <= len(text) for tie in read.spans)


@RELAXED
@given(st.text(alphabet="0123456789 .,$:/-x%kH()₩년월일시장만", max_size=400))
def test_heaps_of_digits_break_nothing_and_never_become_an_order_by_themselves(text: str) -> None:
    read = draft(text)
    assert read.bid is None or asked(read)


@RELAXED
@given(
    st.sampled_from(["8 H100s tonight at $2 and ", "or ", "((", "16 A100 Tuesday ", "every night ", "₩1만 "]),
    st.integers(1, 300),
)
def test_endless_repetition_ends(part: str, times: int) -> None:
    draft((part * times)[:MAX_TEXT])


@RELAXED
@given(COUNTS, PRODUCTS, TIMES, st.sampled_from(["zorblax", "Brazil", "unless", "cheapest", "47 frobs"]))
def test_an_unknown_word_in_an_order_is_always_asked_about(count: Said, product: Said, time: Said, word: str) -> None:
    assert "unsupported" in asked(draft(f"{count.words} {product.words} {time.words} {word}"))


@RELAXED
@given(st.text(max_size=200))
def test_colours_are_ordered_and_inside_the_text(text: str) -> None:
    spans = reader().colour(text)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(span.path == "" and 0 <= span.start < span.end <= len(text) for span in spans)
