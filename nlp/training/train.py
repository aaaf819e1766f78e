"""Fine-tunes the adapter: one thread, packed batches, seeds fixed, and a run that can be stopped and taken up again."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from nlp.models.llama import LlamaEngine
from nlp.models.score import symbol_tokens
from nlp.training.data import Encoded, batches, encode, read_examples
from nlp.training.network import Network, Pack


@dataclass(frozen=True)
class Plan:
    """A run's settings; a checkpoint of other settings is not taken up."""

    steps: int
    seed: int = 1
    batch_tokens: int = 256
    rate: float = 1e-3
    warm_steps: int = 20
    falling: float = 0.35
    first_layer: int = 15
    rank: int = 8
    alpha: float = 16.0

    def rate_at(self, step: int) -> float:
        """Rises at first, then stays, then falls in a line over the last part of the run."""
        rise = min(1.0, (step + 1) / self.warm_steps)
        fall = min(1.0, (self.steps - step) / max(1.0, self.steps * self.falling))
        return self.rate * rise * fall


def encoded_examples(weights: Path, sha256: str, data: Path) -> list[Encoded]:
    """The examples of a file in the tokens of the model."""
    engine = LlamaEngine(weights, sha256)
    symbols = symbol_tokens(engine)
    examples = [encode(example, engine.tokens, symbols) for example in read_examples(data)]
    engine.close()
    return examples


def train(
    network: Network,
    examples: Sequence[Encoded],
    checkpoint: Path,
    plan: Plan,
    *,
    save_every: int = 25,
    told: Callable[[str], None] = print,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Trains to the plan's end or until `stop`; returns the steps done.

    Goes on from the checkpoint if there is one; raises ValueError where it is of another plan or other examples.
    """
    torch.set_num_threads(1)
    optimiser = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=0.01, betas=(0.9, 0.98))
    of: dict[str, object] = {"plan": plan.__dict__, "examples": hashlib.sha256(repr(examples).encode()).hexdigest()}
    step = _resume(checkpoint, network, optimiser, of)
    told(f"{len(examples)} examples, {sum(len(example.tokens) for example in examples)} tokens, from step {step}")
    began, read = time.monotonic(), 0
    losses: list[float] = []
    for batch in batches(examples, plan.batch_tokens, plan.seed, step):
        if step >= plan.steps or stop():
            break
        for group in optimiser.param_groups:
            group["lr"] = plan.rate_at(step)
        loss = loss_of(network, batch)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        step += 1
        losses.append(loss.item())
        read += sum(len(example.tokens) for example in batch)
        if step % save_every == 0 or step == plan.steps or stop():
            mean = sum(losses) / len(losses)
            _save(checkpoint, network, optimiser, of, step, mean)
            speed = read / (time.monotonic() - began)
            told(f"step {step}/{plan.steps} loss {mean:.4f} {speed:.0f} tokens/s")
            losses = []
    return step


def pack(examples: Sequence[Encoded]) -> Pack:
    """Several examples in one row."""
    tokens = [token for example in examples for token in example.tokens]
    positions = [at for example in examples for at in range(len(example.tokens))]
    text = [number for number, example in enumerate(examples) for _ in example.tokens]
    return Pack(torch.tensor(tokens), torch.tensor(positions), torch.tensor(text))


def loss_of(network: Network, examples: Sequence[Encoded]) -> Tensor:
    """Nats an example: the sum over its forks of the log loss among the options there."""
    hidden = network(pack(examples))
    places, options, chosen = [], [], []
    begin = 0
    for example in examples:
        for decision in example.decisions:
            places.append(begin + decision.at)
            options.append(decision.options)
            chosen.append(decision.options[decision.chosen])
        begin += len(example.tokens)
    vocabulary = sorted({option for row in options for option in row})
    column = {token: at for at, token in enumerate(vocabulary)}
    scores = network.scores(hidden[torch.tensor(places)], torch.tensor(vocabulary))
    closed = torch.full_like(scores, float("-inf"))
    for row, allowed in enumerate(options):
        closed[row, [column[token] for token in allowed]] = 0.0
    target = torch.tensor([column[token] for token in chosen])
    return functional.cross_entropy(scores + closed, target, reduction="sum") / len(examples)


def load_checkpoint(path: Path) -> dict[str, Any]:
    """A checkpoint: `of`, `step`, `loss` (of late, nats an example), `network`, `optimiser`. No code is loaded."""
    saved: dict[str, Any] = torch.load(path, weights_only=True)
    return saved


def _resume(path: Path, network: Network, optimiser: torch.optim.Optimizer, of: dict[str, object]) -> int:
    if not path.exists():
        return 0
    saved = load_checkpoint(path)
    if saved["of"] != of:
        raise ValueError(
            f"{path} is a checkpoint of another plan, other data or another model; move it away to begin anew"
        )
    network.load_state_dict(saved["network"])
    optimiser.load_state_dict(saved["optimiser"])
    return int(saved["step"])


def _save(
    path: Path, network: Network, optimiser: torch.optim.Optimizer, of: dict[str, object], step: int, loss: float
) -> None:
    partial = path.with_suffix(".partial")
    state = {"network": network.state_dict(), "optimiser": optimiser.state_dict()}
    torch.save({"of": of, "step": step, "loss": loss, **state}, partial)
    with partial.open("rb") as stream:
        os.fsync(stream.fileno())
    partial.replace(path)
