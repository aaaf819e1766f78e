"""Synthetic requests and the examples made of them."""

import random
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import pytest

from auction_client.model.catalogue import load_catalogue
from nlp.linker.answers import structure_of
from nlp.linker.interface import request_of
from nlp.structure import LotNode, render
from nlp.tagger import tag
from nlp.tagging.matchers.names import build_lexis
from nlp.training.data import batches, encode, read_examples, write_examples
from nlp.training.intended import Checker
from nlp.training.phrases import HELD_OUT, TRAINING
from nlp.training.requests import Example, Piece, Writer, example, understood
from nlp.training.tree import Node, both, one
from nlp.training.wordings import TRAINING as WORDINGS


@pytest.fixture(scope="module")
def checker() -> Checker:
    catalogue = load_catalogue()
    lexis = build_lexis(catalogue)
    return Checker(catalogue, lambda text: tag(text, lexis))


@pytest.mark.slow
@pytest.mark.parametrize("voice", [0, 1])
@pytest.mark.parametrize("voices", [TRAINING, HELD_OUT])
def test_examples_say_what_they_were_written_for(checker: Checker, voices: tuple, voice: int) -> None:  # type: ignore[type-arg]
    chance = random.Random(4)
    found = [made for _ in range(40) if (made := example(voices[voice], chance, checker, measured=True))]
    assert len(found) >= 5
    for made in found:
        tagged = checker.tag(made.text)
        request = request_of(tagged)
        assert request.line == made.line
        assert made.target in made.alike
        assert set(made.alike) < set(made.answers)
        bids = [checker.bid_of(tagged, structure_of(answer, request)) for answer in made.alike]
        assert all(one == two for one, two in pairwise(bids))


def test_the_same_seed_writes_the_same_requests() -> None:
    def texts(seed: int) -> list[str]:
        chance = random.Random(seed)
        return ["".join(piece.text for piece in Writer(TRAINING[0], chance).request()[1]) for _ in range(30)]

    assert texts(1) == texts(1)
    assert texts(1) != texts(2)


def test_the_held_out_voice_shares_no_joining_words_with_the_learnt_one() -> None:
    for learnt, held_out in zip(TRAINING, HELD_OUT, strict=True):
        for field in fields(learnt):
            if field.name in ("ors", "ands", "corrections", "choices", "links"):
                assert not set(getattr(learnt, field.name)) & set(getattr(held_out, field.name)), field.name


def test_a_reading_that_is_not_the_intended_one_is_thrown_away(checker: Checker) -> None:
    lot = Node("lot")
    pieces = [
        Piece("8 H100s", lot, frozenset({"quantity", "asset"})),
        Piece(" at the "),
        Piece("moonbase", lot, frozenset({"place"})),
    ]
    tagged = checker.tag("".join(piece.text for piece in pieces))
    assert understood(lot, Node("dropped"), pieces, tagged, request_of(tagged).units) is None
    assert understood(
        lot, Node("dropped"), pieces[:1], checker.tag("8 H100s"), request_of(checker.tag("8 H100s")).units
    )


def test_groups_of_a_kind_are_flat() -> None:
    lots = [Node("lot", spans=[number]) for number in (1, 2, 3)]
    from nlp.structure import Structure

    assert render(Structure(both(both(*lots[:2]), lots[2]).structure())) == "all(lot 1 | lot 2 | lot 3)"
    assert render(Structure(one(both(*lots[:2]), lots[2]).structure())) == "one(all(lot 1 | lot 2) | lot 3)"
    assert both(*lots).structure() != LotNode((1,))


def test_examples_are_the_same_after_writing_and_reading(checker: Checker, tmp_path: Path) -> None:
    voices = list(zip(TRAINING, WORDINGS, strict=True))
    tried, kept = write_examples(tmp_path / "a.jsonl", 12, 5, voices, checker, measured=False)
    write_examples(tmp_path / "b.jsonl", 12, 5, voices, checker, measured=False)
    assert kept == 12 <= tried
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()
    assert len(read_examples(tmp_path / "a.jsonl")) == 12


LONG = Example(
    "", " A item and B item, C time =", (" all", " A", " |", " B", " )", " C", "\n"),
    ((" all", " A", " |", " B", " )", " C", "\n"), (" all", " A", " |", " B", " C", " )", "\n")), (),
)  # fmt: skip


def test_encoding_stops_at_the_last_fork() -> None:
    symbols = {symbol: [100 + at] for at, symbol in enumerate((" all", " A", " |", " B", " )", " C", "\n"))}
    encoded = encode(LONG, lambda text: list(range(len(text.split()))), symbols)
    assert encoded.tokens == (0, 1, 2, 3, 4, 5, 6, 7, 100, 101, 102, 103)
    assert [(fork.at, fork.options, fork.chosen) for fork in encoded.decisions] == [(11, (104, 105), 0)]


def test_batches_taken_up_later_go_on_where_they_stopped() -> None:
    symbols = {symbol: [number] for number, symbol in enumerate((" all", " A", " |", " B", " )", " C", "\n"))}
    made = [encode(LONG, lambda text, n=number: [n] * 7, symbols) for number in range(40)]
    whole = [batch for _, batch in zip(range(12), batches(made, 60, 1, 0), strict=False)]
    later = [batch for _, batch in zip(range(5), batches(made, 60, 1, 7), strict=False)]
    assert later == whole[7:]
