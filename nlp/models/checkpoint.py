"""A transformers checkpoint, for machines with a GPU. Needs torch, which is imported only when one is loaded."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from nlp.models.engine import Stopped
from nlp.models.errors import ModelError
from nlp.models.files import verified


class CheckpointEngine:
    """A folder with config.json, the tokenizer's files and model.safetensors; no code of the checkpoint is run."""

    def __init__(self, weights: Path, sha256: str, size: int | None = None, *, context: int = 1024) -> None:
        """Hashes the weights and loads the bytes that were hashed. Raises ModelError."""
        try:
            import torch
            from safetensors.torch import load
            from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer
        except ImportError as missing:
            raise ModelError(f"a checkpoint needs {missing.name}: install requirements/train.txt") from None
        folder = weights.parent
        with verified(weights, sha256, size) as descriptor, os.fdopen(os.dup(descriptor), "rb") as stream:
            values = load(stream.read())
        try:
            config = AutoConfig.from_pretrained(folder, local_files_only=True)
            self._tokenizer: Any = AutoTokenizer.from_pretrained(folder, local_files_only=True)
            model: Any = AutoModelForCausalLM.from_config(config)
        except (OSError, ValueError) as error:
            raise ModelError(f"{folder} is no checkpoint that transformers knows: {error}") from None
        missing_values = set(model.state_dict()) - set(values) - {"lm_head.weight"}
        if missing_values:
            raise ModelError(f"{weights} lacks {len(missing_values)} of the model's tensors")
        model.load_state_dict(values, strict=False)
        model.tie_weights()
        self._torch: Any = torch
        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        self._model: Any = model.eval().to(self._device)
        self._size = min(context, int(config.max_position_embeddings))
        self._cache: Any = None
        self._seen: list[int] = []

    @property
    def context(self) -> int:
        return self._size

    def tokens(self, text: str) -> list[int]:
        found: list[int] = self._tokenizer(text, add_special_tokens=False, split_special_tokens=True)["input_ids"]
        return found

    def logits(self, tokens: Sequence[int], vocabulary: Sequence[int], stopped: Callable[[], bool]) -> list[float]:
        if stopped():
            raise Stopped
        begin = min(_common(self._seen, tokens), len(tokens) - 1)
        if self._cache is not None:
            # Of a cache, transformers only takes away from the end, counted in negative numbers.
            if len(self._seen) > begin:
                self._cache.crop(begin - len(self._seen))
        else:
            begin = 0
        with self._torch.inference_mode():
            read = self._torch.tensor([list(tokens[begin:])], device=self._device)
            told = self._model(input_ids=read, past_key_values=self._cache, use_cache=True)
        self._cache, self._seen = told.past_key_values, list(tokens)
        row = told.logits[0, -1]
        return [float(row[entry]) for entry in vocabulary]

    def close(self) -> None:
        self._model = self._cache = None


def _common(one: Sequence[int], two: Sequence[int]) -> int:
    return next(
        (at for at, (old, new) in enumerate(zip(one, two, strict=False)) if old != new), min(len(one), len(two))
    )
