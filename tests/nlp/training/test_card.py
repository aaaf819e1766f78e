"""The model card says what was measured."""

from pathlib import Path

from nlp.models.symbols import ASIDE, WISH
from nlp.training.calibrate import Guess
from nlp.training.card import Run, card
from nlp.training.requests import Example


def test_the_card_counts_examples_and_scores(tmp_path: Path) -> None:
    adapter = tmp_path / "linker.gguf"
    adapter.write_bytes(b"GGUF" * 10)
    role = Example("8 H100s", " item < x > ?", (ASIDE,), ((ASIDE,), (WISH,)), ((ASIDE,),))
    structure = Example("H100 8장", " A item =", (" A", "\n"), ((" A", "\n"),), ())
    plan = {"rank": 8, "alpha": 16.0, "first_layer": 15, "batch_tokens": 256, "rate": 0.001, "seed": 1, "steps": 9}
    leading = Example("for x 8 H100s", " < for x > item ?", (ASIDE,), ((ASIDE,), (WISH,)), ((ASIDE,),))
    alone = Example("옆 동네", " < 옆 동네 > ?", (ASIDE,), ((ASIDE,), (WISH,)), ((ASIDE,),))
    run = Run(plan, 9, 0.25, [role, leading, structure, alone])
    adapted = [Guess(ASIDE, 0.99, ASIDE)] * 3 + [Guess(WISH, 0.6, ASIDE)]
    text = card(run, (adapter, "ab" * 32), adapted, [Guess(WISH, 0.99, ASIDE)] * 4, "cd" * 32, "And more.")
    assert "4 examples (2 English, 2 Korean): 1 of words and clauses\nalone" in text
    assert "0 of such words where they stand in those\nrequests, and 3 synthetic requests" in text
    assert "(2 about roles, 1 about structure)" in text
    assert "| this adapter | 3 of 4 | 3 | 3 |" in text
    assert "| base model, worked examples in the prompt | 0 of 4 | 4 | 0 |" in text
    assert "0.250 nats an example. And more." in text
    assert "ab" * 32 in text
