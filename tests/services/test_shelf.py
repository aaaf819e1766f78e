"""The models of a home folder: the commands' doings, with progress, and errors in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.errors import UserFacing
from app.services.jobs import Cancelled
from app.services.shelf import FolderShelf


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    file = tmp_path / "tiny.gguf"
    file.write_bytes(b"GGUF" + bytes(3_000_000))
    return file


def test_a_file_is_pinned_listed_verified_and_used(tmp_path: Path, weights: Path) -> None:
    shelf, told = FolderShelf(tmp_path / "models"), list[tuple[int, int]]()
    assert shelf.add_file(weights, lambda done, whole: told.append((done, whole))) == "tiny"
    assert told[-1] == (3_000_004, 3_000_004)
    assert len(told) == 3
    shelf.use("tiny", lambda _done, _whole: None)
    packaged, tiny = shelf.models()
    assert (packaged.used, tiny.used, tiny.kind, tiny.size) == (False, True, "gguf", 3_000_004)
    assert packaged.adapter
    weights.write_bytes(b"GGUF" + bytes(2_999_999) + b"x")
    with pytest.raises(UserFacing, match="not as it was pinned"):
        shelf.verify("tiny", lambda _done, _whole: None)


def test_what_is_called_off_is_not_added(tmp_path: Path, weights: Path) -> None:
    shelf = FolderShelf(tmp_path / "models")

    def stop(_done: int, _whole: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        shelf.add_file(weights, stop)
    assert len(shelf.models()) == 1


def test_a_server_has_no_pinned_content(tmp_path: Path) -> None:
    shelf = FolderShelf(tmp_path / "models")
    shelf.add_server("http://127.0.0.1:9/v1", "qwen", "lab")
    assert (shelf.models()[1].sha256, shelf.models()[1].place) == (None, "http://127.0.0.1:9/v1")
    with pytest.raises(UserFacing, match="not added"):
        shelf.add_server("nowhere", "qwen", "other")
