"""Only the pinned content is opened."""

import os
import random
from pathlib import Path

import pytest

from nlp.models.errors import ModelError
from nlp.models.files import digest_of, packaged, verified


def test_two_hundred_changes_to_a_file_are_all_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.gguf"
    chance = random.Random(5)
    content = chance.randbytes(20_000)
    path.write_bytes(content)
    sha256, size = digest_of(path)
    refused = 0
    for number in range(200):
        changed = bytearray(content)
        if number % 4 == 3:
            del changed[chance.randrange(size) :]
        else:
            changed[chance.randrange(size)] ^= 1 << chance.randrange(8)
        path.write_bytes(changed)
        with pytest.raises(ModelError), verified(path, sha256, size if number % 2 else None):
            pass
        refused += 1
    assert refused == 200
    path.write_bytes(content)
    with verified(path, sha256, size) as descriptor:
        assert os.read(descriptor, size + 1) == content


def test_what_was_hashed_is_what_is_read_even_if_the_path_is_pointed_elsewhere(tmp_path: Path) -> None:
    path, other = tmp_path / "weights", tmp_path / "other"
    path.write_bytes(b"good")
    other.write_bytes(b"evil")
    sha256, size = digest_of(path)
    with verified(path, sha256, size) as descriptor:
        other.replace(path)
        assert os.read(descriptor, 10) == b"good"


def test_a_missing_package_says_how_to_install_it() -> None:
    with pytest.raises(ModelError, match=r"requirements/weights\.txt"):
        packaged("no-such-distribution", "x.gguf")
    with pytest.raises(ModelError, match="is missing"):
        packaged("pytest", "no/such/file")
