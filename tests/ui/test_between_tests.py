"""What a test of the window leaves behind is gone before the next one begins."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TWO_TESTS = """
import gc
import weakref

import pytest

left = []


class Kept:
    pass


@pytest.fixture
def failures():
    return []


def test_one_that_keeps_a_failure(failures):
    kept = Kept()
    left.append(weakref.ref(kept))
    try:
        raise ValueError
    except ValueError as failure:
        failures.append(failure)  # its traceback holds this frame, and that what the test made
    assert not gc.isenabled()


def test_the_next():
    assert left[0]() is None
"""


def test_nothing_of_a_test_is_left_when_the_next_begins(tmp_path):
    (tmp_path / "conftest.py").write_text(
        "from tests.conftest import *\nfrom tests.ui.conftest import *\n", encoding="utf-8"
    )
    (tmp_path / "test_two.py").write_text(TWO_TESTS, encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", tmp_path, tmp_path],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "2 passed" in told.stdout, told.stdout + told.stderr
