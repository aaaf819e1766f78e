"""A GGUF model in llama.cpp, driven below the level of its Python wrapper. Only used inside the worker process.

The wrapper's sampler puts a grammar before the whole vocabulary; here the few logits that matter are read directly.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import llama_cpp
import numpy as np

from nlp.models.engine import Stopped
from nlp.models.errors import ModelError
from nlp.models.files import verified

_CHUNK = 64
"""Tokens a piece: a withdrawn request is noticed between two pieces."""


_SILENCE = llama_cpp.llama_log_callback(lambda level, text, data: None)  # noqa: ARG005
"""The library keeps only a pointer to this, so it must live as long as the process."""


class LlamaEngine:
    """One model, optionally with a LoRA adapter, on `threads` threads."""

    def __init__(
        self,
        path: Path,
        sha256: str,
        size: int | None = None,
        *,
        adapter: tuple[Path, str] | None = None,
        threads: int = 1,
        context: int = 1024,
    ) -> None:
        """Hashes and loads. Raises ModelError for a missing, changed or unreadable file."""
        llama_cpp.llama_log_set(_SILENCE, None)
        llama_cpp.llama_backend_init()
        params = llama_cpp.llama_model_default_params()
        params.n_gpu_layers = 0
        # The AMX buffers crash on virtual machines that advertise AMX without offering it.
        params.use_extra_bufts = False
        with verified(path, sha256, size) as descriptor:
            self._model = _load(path, descriptor, params)
        if not self._model:
            raise ModelError(f"llama.cpp cannot read {path}: it is no GGUF model that this version knows")
        settings = llama_cpp.llama_context_default_params()
        settings.n_ctx = context
        settings.n_batch = settings.n_ubatch = 256
        settings.n_seq_max = 1
        settings.n_threads = settings.n_threads_batch = threads
        self._context = llama_cpp.llama_init_from_model(self._model, settings)
        if not self._context:
            raise ModelError(f"there is not enough memory for {path.name}")
        self._memory = llama_cpp.llama_get_memory(self._context)
        self._vocabulary = llama_cpp.llama_model_get_vocab(self._model)
        self._entries = llama_cpp.llama_vocab_n_tokens(self._vocabulary)
        self._size = context
        self._batch = llama_cpp.llama_batch_init(256, 0, 1)
        self._seen: list[int] = []
        if adapter is not None:
            self._adapt(*adapter)

    def _adapt(self, path: Path, sha256: str) -> None:
        with verified(path, sha256) as descriptor:
            loaded = _load_adapter(path, descriptor, self._model)
        if not loaded:
            raise ModelError(f"llama.cpp cannot use the adapter {path} with this model")
        adapters = (llama_cpp.llama_adapter_lora_p_ctypes * 1)(loaded)
        if llama_cpp.llama_set_adapters_lora(self._context, adapters, 1, (ctypes.c_float * 1)(1.0)) != 0:
            raise ModelError(f"llama.cpp refuses the adapter {path}")

    @property
    def context(self) -> int:
        return self._size

    def tokens(self, text: str) -> list[int]:
        raw = text.encode("utf-8")
        room = len(raw) + 8
        found = (llama_cpp.llama_token * room)()
        count = llama_cpp.llama_tokenize(self._vocabulary, raw, len(raw), found, room, False, False)
        if count < 0:
            raise ModelError("llama.cpp cannot split the text into tokens")
        return list(found[:count])

    def logits(self, tokens: Sequence[int], vocabulary: Sequence[int], stopped: Callable[[], bool]) -> list[float]:
        if not 0 < len(tokens) <= self._size:
            raise ModelError(f"the request has {len(tokens)} tokens; 1 to {self._size} fit")
        begin = min(_common(self._seen, tokens), len(tokens) - 1)
        if not llama_cpp.llama_memory_seq_rm(self._memory, 0, begin, -1):
            llama_cpp.llama_memory_clear(self._memory, True)
            begin = 0
        self._seen = list(tokens[:begin])
        while begin < len(tokens):
            if stopped():
                raise Stopped
            piece = tokens[begin : begin + _CHUNK]
            self._decode(piece, begin, last=begin + len(piece) == len(tokens))
            self._seen.extend(piece)
            begin += len(piece)
        pointer = llama_cpp.llama_get_logits_ith(self._context, -1)
        row = np.ctypeslib.as_array(pointer, shape=(self._entries,))
        return [float(row[entry]) for entry in vocabulary]

    def _decode(self, piece: Sequence[int], begin: int, *, last: bool) -> None:
        batch = self._batch
        batch.n_tokens = len(piece)
        for offset, token in enumerate(piece):
            batch.token[offset] = token
            batch.pos[offset] = begin + offset
            batch.n_seq_id[offset] = 1
            batch.seq_id[offset][0] = 0
            batch.logits[offset] = last and offset == len(piece) - 1
        code = llama_cpp.llama_decode(self._context, batch)
        if code != 0:
            self._seen = []
            llama_cpp.llama_memory_clear(self._memory, True)
            raise ModelError(f"llama.cpp could not evaluate the request (code {code})")

    def close(self) -> None:
        llama_cpp.llama_batch_free(self._batch)
        llama_cpp.llama_free(self._context)
        llama_cpp.llama_model_free(self._model)


def _common(one: Sequence[int], two: Sequence[int]) -> int:
    length = 0
    for old, new in zip(one, two, strict=False):
        if old != new:
            break
        length += 1
    return length


def _stream(descriptor: int) -> ctypes.c_void_p:
    """A C stream on the verified descriptor. The stream closes its own copy of it."""
    libc = ctypes.CDLL(None)
    libc.fdopen.restype = ctypes.c_void_p
    return ctypes.c_void_p(libc.fdopen(os.dup(descriptor), b"rb"))


def _close(stream: ctypes.c_void_p) -> None:
    ctypes.CDLL(None).fclose(stream)


def _load(path: Path, descriptor: int, params: object) -> object:
    if sys.platform == "win32":
        # Windows keeps a file that is open for reading from being replaced; its C streams cannot cross libraries.
        return llama_cpp.llama_model_load_from_file(str(path).encode("utf-8"), params)
    stream = _stream(descriptor)
    try:
        return llama_cpp.llama_model_load_from_file_ptr(stream, params)
    finally:
        _close(stream)


def _load_adapter(path: Path, descriptor: int, model: object) -> object:
    if sys.platform == "win32":
        return llama_cpp.llama_adapter_lora_init(model, str(path).encode("utf-8"))
    stream = _stream(descriptor)
    try:
        return llama_cpp.llama_adapter_lora_init_from_file_ptr(model, stream)
    finally:
        _close(stream)
