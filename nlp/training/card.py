# ruff: noqa: E501
"""The model card: what the adapter is, what it was trained on, and what was measured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp.leftover.unknown_words import LEAST_SURE
from nlp.linker.roles import words_line
from nlp.models.symbols import VERSION
from nlp.training.calibrate import Guess, reliability, thresholds
from nlp.training.judged import read_judged
from nlp.training.requests import Example

_KOREAN = re.compile("[가-힣]")


@dataclass(frozen=True)
class Run:
    """A training run: its plan, how far it got, its last loss (nats an example) and its examples."""

    plan: Mapping[str, float]
    step: int
    loss: float
    examples: Sequence[Example]


def card(
    run: Run, adapter: tuple[Path, str], adapted: Sequence[Guess], base: Sequence[Guess], weights_sha256: str, note: str
) -> str:
    """The card's text. `adapted` and `base` are the guesses of the same held-out examples with and without it.

    `note` says what else went into the run.
    """
    path, sha256 = adapter
    korean = sum(bool(_KOREAN.search(example.text)) for example in run.examples)
    alone = sum(example.line == words_line(example.text) for example in run.examples)
    roles = sum(len(example.target) == 1 for example in run.examples) - alone
    natural = {each.stretch.line for each in read_judged()}
    placed = sum(example.line in natural for example in run.examples)
    requests = len(run.examples) - alone - placed
    plan = run.plan
    least = ", ".join(f"{role.strip()} {least}" for role, least in LEAST_SURE.items())
    least += "; what it finds to be context is weighed (`resources/asides/WEIGHING_CARD.md`), the rest is asked about"
    return f"""# {path.stem}: the adapter of Bidwright's linker

**What it does.** Three things, all by choosing among answers that the request's own words allow. It says what unknown
words are for (`item time, < barring which > item ?` is answered by `or`) and, shown words or a clause alone, whether they
only tell (`< our intern dropped it > ?` is answered by `aside`); and it ranks the structures of the delexicalised request
(`A item, B time or C item =`). It writes no number, date or name.

| | |
|---|---|
| base model | SmolLM2-135M-Instruct, GGUF Q4_1, Apache-2.0, SHA-256 `{weights_sha256}` |
| form | LoRA, rank {plan["rank"]}, alpha {plan["alpha"]:g}, all seven projections from layer {plan["first_layer"]} up; GGUF, half precision, {path.stat().st_size:,} bytes |
| SHA-256 | `{sha256}` |
| text form | version {VERSION}; an adapter of another version is not used |
| licence | Apache-2.0 |

**Training.** {len(run.examples):,} examples ({len(run.examples) - korean:,} English, {korean:,} Korean): {alone:,} of words and clauses
alone, from fragments written for it (`nlp/training/fragments`, a tenth is kept out) and from judged requests
(`nlp/training/judged.jsonl`, those whose writers are marked as learnt), {placed:,} of such words where they stand in those
requests, and {requests:,} synthetic requests ({roles - placed:,} about roles, {requests - roles + placed:,} about structure), kept only where tagger, resolvers and assembler gave back the
intended bid; no customer text, no text of another project. {run.step} steps of {plan["batch_tokens"]} tokens, AdamW, rate {plan["rate"]:g}, seed
{plan["seed"]}, bfloat16; the loss is taken at the forks of the allowed answers only. The last loss was {run.loss:.3f} nats an example. {note}

**Measured** on {len(adapted)} requests in two voices (English and Korean) whose wordings share no template with the learnt ones:

| | right role | sure of (0.97 and over) | of these right |
|---|---|---|---|
| base model, worked examples in the prompt | {_row(base)} |
| this adapter | {_row(adapted)} |

How far its probabilities can be trusted, by band:

{_block(reliability(adapted))}

From which probability at most 1 % would be wrong, and what that keeps; the product takes a role from: {least}.

{_block(thresholds(adapted, 0.01))}

**Limits.** Wordings far from everything it has seen, above all Korean ones, are left to a person or to the rules. Words
with digits in them, and words that change a time or a count beside them, are never put to it.

**Again.** A later tagger or grammar writes slightly different examples from the same seed.

    python -m nlp.training data --out train.jsonl --count {requests} --seed 29
    python -m nlp.training train --data train.jsonl --checkpoint run.pt --steps {plan["steps"]} --rate {plan["rate"]:g}
    python -m nlp.training export --checkpoint run.pt --out resources/adapters/{path.name}
    python -m nlp.training data --held-out --structures 0 --out held.jsonl --count {len(adapted)} --seed 77
    python -m nlp.training calibrate --data held.jsonl --adapter resources/adapters/{path.name}
    python -m nlp.training card --checkpoint run.pt --data train.jsonl --held-out held.jsonl --adapter resources/adapters/{path.name}
"""


def _row(found: Sequence[Guess]) -> str:
    sure = [each for each in found if each.probability >= 0.97]
    right = sum(each.right for each in found)
    return f"{right} of {len(found)} | {len(sure)} | {sum(each.right for each in sure)}"


def _block(lines: Iterable[str]) -> str:
    return "\n".join(f"  {line}" for line in lines)
