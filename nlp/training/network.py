"""The Llama network in the layout of a GGUF file, with LoRA in its upper layers. Small enough to read whole.

Working in the file's own layout (rotary pairs side by side, as llama.cpp stores q and k) means that an adapter trained
here fits the file as it is, with no rows to permute on the way out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from gguf import GGUFReader, dequantize
from torch import Tensor, nn
from torch.nn import functional

PROJECTIONS = ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down")


@dataclass(frozen=True)
class Shape:
    """The network's dimensions, as the file's metadata give them."""

    layers: int
    width: int
    heads: int
    key_heads: int
    rotary_base: float
    epsilon: float

    @property
    def head_width(self) -> int:
        """Channels of one attention head."""
        return self.width // self.heads


@dataclass(frozen=True)
class Adaptation:
    """Where LoRA goes: layers from `first_layer` up, rank and scale (alpha / rank multiplies the update)."""

    first_layer: int
    rank: int = 8
    alpha: float = 16.0


@dataclass(frozen=True)
class Pack:
    """Several texts in one row. `text` says which of them a token is of; a token sees only earlier ones of its text."""

    tokens: Tensor
    positions: Tensor
    text: Tensor


class Projection(nn.Module):  # type: ignore[misc]
    """A frozen matrix with an optional low-rank update, which begins at zero."""

    def __init__(self, weight: Tensor, adaptation: Adaptation | None, generator: torch.Generator) -> None:
        super().__init__()
        self.register_buffer("weight", weight, persistent=False)
        self.scale = adaptation.alpha / adaptation.rank if adaptation else 0.0
        if adaptation:
            width = weight.shape[1]
            start = torch.randn(adaptation.rank, width, generator=generator) / math.sqrt(width)
            self.down = nn.Parameter(start)
            self.up = nn.Parameter(torch.zeros(weight.shape[0], adaptation.rank))

    def forward(self, values: Tensor) -> Tensor:
        weight: Tensor = self.weight
        told = functional.linear(values, weight)
        if not self.scale:
            return told
        update = functional.linear(functional.linear(values, self.down.to(values.dtype)), self.up.to(values.dtype))
        return told + self.scale * update


class Layer(nn.Module):  # type: ignore[misc]
    """One transformer layer."""

    def __init__(
        self, weights: dict[str, Tensor], number: int, shape: Shape, adaptation: Adaptation | None,
        generator: torch.Generator,
    ) -> None:  # fmt: skip
        super().__init__()
        self.shape = shape
        adapted = adaptation if adaptation and number >= adaptation.first_layer else None
        for name in PROJECTIONS:
            self.add_module(name, Projection(weights[f"blk.{number}.{name}.weight"], adapted, generator))
        self.register_buffer("attention_norm", weights[f"blk.{number}.attn_norm.weight"], persistent=False)
        self.register_buffer("ffn_norm", weights[f"blk.{number}.ffn_norm.weight"], persistent=False)

    def forward(self, hidden: Tensor, rotation: tuple[Tensor, Tensor], mask: Tensor) -> Tensor:
        shape = self.shape
        count = hidden.shape[0]
        normed = _norm(hidden, self.attention_norm, shape.epsilon)
        query = _rotate(self.attn_q(normed).view(count, shape.heads, shape.head_width), rotation)
        key = _rotate(self.attn_k(normed).view(count, shape.key_heads, shape.head_width), rotation)
        value = self.attn_v(normed).view(count, shape.key_heads, shape.head_width)
        repeat = shape.heads // shape.key_heads
        key, value = (part.repeat_interleave(repeat, dim=1) for part in (key, value))
        seen = functional.scaled_dot_product_attention(
            query.transpose(0, 1)[None], key.transpose(0, 1)[None], value.transpose(0, 1)[None], attn_mask=mask
        )
        hidden = hidden + self.attn_output(seen[0].transpose(0, 1).reshape(count, shape.width))
        normed = _norm(hidden, self.ffn_norm, shape.epsilon)
        grown: Tensor = self.ffn_down(functional.silu(self.ffn_gate(normed)) * self.ffn_up(normed))
        return hidden + grown


class Network(nn.Module):  # type: ignore[misc]
    """The whole model. `forward` gives the last hidden states; `scores` turns some of them into logits."""

    def __init__(
        self, path: Path, adaptation: Adaptation | None = None, *, seed: int = 0, dtype: torch.dtype = torch.float32
    ) -> None:
        """Dequantises every matrix of the GGUF file."""
        super().__init__()
        reader = GGUFReader(path)
        self.shape = _shape(reader)
        self.adaptation = adaptation
        generator = torch.Generator().manual_seed(seed)
        weights = {
            tensor.name: torch.tensor(dequantize(tensor.data, tensor.tensor_type), dtype=dtype)
            for tensor in reader.tensors
        }
        self.layers = nn.ModuleList(
            Layer(weights, number, self.shape, adaptation, generator) for number in range(self.shape.layers)
        )
        self.register_buffer("embedding", weights["token_embd.weight"], persistent=False)
        self.register_buffer("norm", weights["output_norm.weight"], persistent=False)

    def forward(self, pack: Pack) -> Tensor:
        """The hidden state behind each token: (tokens, width)."""
        first = self.adaptation.first_layer if self.adaptation else len(self.layers)
        rotation = self._rotation(pack.positions)
        order = torch.arange(len(pack.tokens))
        mask = (pack.text[:, None] == pack.text[None, :]) & (order[:, None] >= order[None, :])
        embedding: Tensor = self.embedding
        with torch.no_grad():
            hidden = embedding[pack.tokens]
            for layer in self.layers[:first]:
                hidden = layer(hidden, rotation, mask)
        for layer in self.layers[first:]:
            hidden = layer(hidden, rotation, mask)
        return hidden

    def scores(self, hidden: Tensor, vocabulary: Tensor) -> Tensor:
        """The logits of some vocabulary entries: (states, entries)."""
        embedding: Tensor = self.embedding
        return functional.linear(_norm(hidden, self.norm, self.shape.epsilon), embedding[vocabulary]).float()

    def _rotation(self, positions: Tensor) -> tuple[Tensor, Tensor]:
        width = self.shape.head_width
        frequency = self.shape.rotary_base ** (-torch.arange(0, width, 2).float() / width)
        angle = positions.float()[:, None] * frequency[None, :]
        embedding: Tensor = self.embedding
        return angle.cos().to(embedding.dtype)[:, None, :], angle.sin().to(embedding.dtype)[:, None, :]


def _norm(values: Tensor, weight: Tensor | nn.Module, epsilon: float) -> Tensor:
    assert isinstance(weight, Tensor)
    return functional.rms_norm(values, (values.shape[-1],), weight, epsilon)


def _rotate(values: Tensor, rotation: tuple[Tensor, Tensor]) -> Tensor:
    """Turns each pair of neighbouring channels by the position's angle."""
    even, odd = values[..., 0::2], values[..., 1::2]
    cosine, sine = rotation
    return torch.stack((even * cosine - odd * sine, even * sine + odd * cosine), dim=-1).flatten(-2)


def _shape(reader: GGUFReader) -> Shape:
    def number(key: str) -> float:
        field = reader.get_field(f"llama.{key}")
        if field is None:
            raise ValueError(f"the file is no model of the Llama kind: {key} is missing")
        return float(field.contents())

    return Shape(
        layers=int(number("block_count")),
        width=int(number("embedding_length")),
        heads=int(number("attention.head_count")),
        key_heads=int(number("attention.head_count_kv")),
        rotary_base=number("rope.freq_base"),
        epsilon=number("attention.layer_norm_rms_epsilon"),
    )
