"""A bid changed by hand: only the words of what changed are rewritten, and the whole reads back as exactly the bid."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from auction_client.model.bid import Bid, Lot, lots_of
from nlp.draft import Draft
from nlp.writing import CannotWrite
from nlp.writing.patching import Patch, patched
from tests.nlp.reading import reader
from tests.nlp.sayable import NOW, ZONE, deliveries, sayable_bids

EITHER = "8 H100s, Tuesday night, or 16 A100s, max $2.60 per GPU-hour"
POLITE = (
    "Hi team, we need 4 nodes of H200 with InfiniBand in Oregon, 72 hours straight any time next week, at most 4.50"
)
TERSE = "8x H100 SXM in us-east or eu-west, 99.9% uptime, Tue 8pm to Wed 6am @ $2.60/gpu-h, hipaa"
KOREAN = "화요일 밤 H100 8장 아니면 A100 16장, GPU당 시간당 최대 2.60달러"
WINDOW = {"start": "2026-11-24T22:00:00-05:00", "end": "2026-11-25T06:00:00-05:00", "hours": None, "contiguous": True}


def read(text: str, language: str = "en") -> Draft:
    return reader().read(text, now=NOW, zone=ZONE, language=language)


def changed(bid: Bid, lots: dict[int, dict[str, object]], **of_bid: object) -> Bid:
    """The bid with fields of its lots changed, by their numbers; ``asset.gpu`` is a field of the asset."""
    tree = bid.model_dump(mode="json")
    places = [tree["root"]] if tree["root"]["kind"] == "lot" else tree["root"].get("items", [])
    for number, fields in lots.items():
        for name, value in fields.items():
            holder = places[number]["asset"] if name.startswith("asset.") else places[number]
            holder[name.removeprefix("asset.")] = value
    return Bid.model_validate({**tree, **of_bid})


def reworded(text: str, lots: dict[int, dict[str, object]], language: str = "en", **of_bid: object) -> str:
    said = read(text, language)
    assert said.bid is not None
    return reader().reword(changed(said.bid, lots, **of_bid), said, now=NOW, zone=ZONE, language=language).text


@pytest.mark.parametrize(
    ("text", "lots", "rewritten"),
    [
        (EITHER, {0: {"quantity": 16}}, EITHER.replace("8 H100s", "16 H100s")),
        (EITHER, {0: {"min_quantity": 4}}, EITHER.replace("8 H100s", "4 to 8 H100s")),
        (EITHER, {1: {"asset.gpu": "B200"}}, EITHER.replace("A100s", "B200s")),
        (EITHER, {0: {"limit": "3.1"}, 1: {"limit": "3.1"}}, EITHER.replace("max $2.60", "at most $3.10")),
        (POLITE, {0: {"quantity": 40}}, POLITE.replace("4 nodes of H200", "40 H200")),
        (POLITE, {0: {"limit": "5"}}, POLITE.replace("at most 4.50", "at most $5.00 per GPU-hour")),
        (POLITE, {0: {"asset.interconnect": None}}, POLITE.replace(" with InfiniBand", "")),
        (POLITE, {0: {"asset.form": "SXM"}}, POLITE.replace("H200", "H200 SXM")),
        (TERSE, {0: {"asset.regions": ["us-west"]}}, TERSE.replace("in us-east or eu-west", "in us-west")),
        (TERSE, {0: {"asset.tags": []}}, TERSE.removesuffix(", hipaa")),
        (TERSE, {0: {"asset.gpu": "H200"}}, TERSE.replace("H100", "H200")),
        ("8 H100s Tuesday night please.", {0: {"limit": "2.6"}},
         "8 H100s Tuesday night, at most $2.60 per GPU-hour, please."),
        ("H100 Tuesday night, $2.60 per GPU-hour", {0: {"quantity": 8}}, "8 H100 Tuesday night, $2.60 per GPU-hour"),
    ],
)  # fmt: skip
def test_only_the_words_of_what_changed_are_rewritten(text: str, lots: dict[int, dict[str, object]], rewritten: str):
    assert reworded(text, lots) == rewritten


def test_a_price_that_all_shared_is_said_of_each_once_they_differ():
    assert reworded(EITHER, {0: {"limit": "3.1"}}) == (
        "8 H100s, at most $3.10 per GPU-hour, Tuesday night, or 16 A100s, at most $2.60 per GPU-hour"
    )


def test_a_requirement_of_the_first_is_said_not_to_be_one_of_the_others():
    assert reworded(EITHER, {0: {"asset.regions": ["us-east"]}}) == (
        "8 H100s, in us-east, Tuesday night, or 16 A100s, anywhere, max $2.60 per GPU-hour"
    )


def test_how_long_the_bid_stands_is_put_behind_it():
    assert reworded(EITHER, {}, good_until="2026-11-23T17:00:00-05:00") == f"{EITHER}, good until Mon 23 Nov 17:00"


@pytest.mark.parametrize(
    ("lots", "rewritten"),
    [
        ({0: {"quantity": 16}}, KOREAN.replace("8장", "16장", 1)),
        ({0: {"asset.gpu": "B200"}}, KOREAN.replace("H100", "B200")),
        ({0: {"delivery": WINDOW}, 1: {"delivery": WINDOW}},
         KOREAN.replace("화요일 밤", "11월 24일 22:00부터 11월 25일 06:00까지")),
        ({0: {"limit": "3.1"}, 1: {"limit": "3.1"}},
         KOREAN.replace("GPU당 시간당 최대 2.60달러", "GPU당 시간당 최대 $3.10")),
    ],
)  # fmt: skip
def test_korean_words_are_rewritten_in_place(lots: dict[int, dict[str, object]], rewritten: str):
    assert reworded(KOREAN, lots, "ko") == rewritten


def test_a_korean_sentence_stays_korean_in_an_english_window():
    rewritten = reworded(KOREAN, {0: {"limit": "3.1"}, 1: {"limit": "3.1"}}, "en")
    assert rewritten == KOREAN.replace("GPU당 시간당 최대 2.60달러", "GPU당 시간당 최대 $3.10")


def test_what_is_still_asked_or_unread_stays_and_nothing_is_added_to_it():
    text = "8 H100s Tuesday night wibble"
    said = read(text)
    assert said.bid is not None
    draft = reader().reword(changed(said.bid, {0: {"quantity": 16}}), said, now=NOW, zone=ZONE)
    assert draft.text == "16 H100s Tuesday night wibble"
    assert {each.code for each in draft.questions} <= {each.code for each in said.questions} | {"missing_limit"}


def test_a_bid_of_another_shape_has_no_words_in_the_old_text():
    said = read(EITHER)
    assert said.bid is not None
    with pytest.raises(CannotWrite):
        reader().reword(Bid(root=next(lot for _, lot in lots_of(said.bid.root))), said, now=NOW, zone=ZONE)


@st.composite
def edits(draw: st.DrawFn) -> tuple[Bid, Bid]:
    """A bid that a sentence says, and the same with one field of one lot changed."""
    bid = draw(sayable_bids)
    path, lot = draw(st.sampled_from(list(lots_of(bid.root))))
    other = dict(lots_of(draw(sayable_bids).root)).popitem()[1]
    new: dict[str, object] = {"limit": other.limit or lot.limit, "quantity": (lot.quantity or 7) + 1}
    if lot.asset.type == "compute":
        new["delivery"] = draw(deliveries())
    name = draw(st.sampled_from(sorted(new)))
    after = lot.model_copy(update={name: new[name]})
    assume(after != lot)
    return bid, bid.model_copy(update={"root": _with(bid.root, "root", path, after)})


def _with(node, at: str, path: str, lot: Lot):
    if at == path:
        return lot
    if node.kind == "group":
        items = tuple(_with(item, f"{at}.items[{index}]", path, lot) for index, item in enumerate(node.items))
        return node.model_copy(update={"items": items})
    if node.kind == "linked":
        return node.model_copy(
            update={name: _with(getattr(node, name), f"{at}.{name}", path, lot) for name in ("first", "then")}
        )
    return node


@pytest.mark.parametrize("language", ["en", "ko"])
@given(edits())
@settings(max_examples=20, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_reworded_reads_back_as_the_changed_bid(language: str, edit: tuple[Bid, Bid]):
    bid, wanted = edit
    said = reader().write(bid, now=NOW, zone=ZONE, language=language)
    try:
        draft = reader().reword(wanted, said, now=NOW, zone=ZONE, language=language)
    except CannotWrite:
        return
    again = read(draft.text, language)
    assert again.bid == draft.bid
    assert {question.code for question in again.questions} <= {"missing_limit"}


@pytest.mark.parametrize(
    ("patch", "made"),
    [
        (Patch(0, 1, "b"), "b, c, d."),
        (Patch(3, 4, ""), "a, d."),
        (Patch(0, 1, ""), "c, d."),
        (Patch(6, 7, ""), "a, c."),
        (Patch(4, 4, "x"), "a, c, x, d."),
        (Patch(7, 7, "x"), "a, c, d, x."),
        (Patch(3, 3, "8", close=True), "a, 8 c, d."),
    ],
)
def test_commas_and_spaces_fit_what_was_patched(patch: Patch, made: str):
    assert patched("a, c, d.", [patch]) == made
