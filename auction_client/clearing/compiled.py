"""The parts of clearing that are written in C, as libraries that Python calls."""

from __future__ import annotations

import ctypes
from functools import cache
from importlib import import_module


@cache
def compiled(name: str) -> ctypes.CDLL:
    """The library that lies beside this file under this name. Raises RuntimeError, which says how to build it, where
    it is missing."""
    try:
        module = import_module(f"auction_client.clearing.{name}")
    except ImportError as error:
        raise RuntimeError(
            "the compiled part of clearing is missing; build it with: pip install --no-build-isolation --no-deps -e ."
        ) from error
    return ctypes.CDLL(str(module.__file__))
