"""The program ends with its own exit code and its whole output, also while a thread still works."""

from __future__ import annotations

import subprocess
import sys

import pytest

WORKING = """
import threading, time
from main import leave
threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
print("everything " * 2000)
leave({code})
"""
ALONE = """
from main import leave
print("everything " * 2000)
leave({code})
"""


@pytest.mark.parametrize("script", [WORKING, ALONE], ids=["working", "alone"])
@pytest.mark.parametrize("code", [0, 1])
def test_the_exit_code_and_the_output_are_whole(script: str, code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", script.format(code=code)], capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == code
    assert done.stdout.count("everything") == 2000
