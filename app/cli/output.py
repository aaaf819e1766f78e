"""What commands print: results on stdout, messages and progress on stderr, refusals in one line with a way on."""

from __future__ import annotations

import json
import sys
from typing import Any

DONE = 0
REFUSED = 1
USAGE = 2


class Refused(Exception):
    """The command cannot be done: what happened, and what to do about it."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix


def print_json(value: Any) -> None:
    """One JSON document on a line of its own."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, separators=(", ", ": ")) + "\n")
    sys.stdout.flush()


def print_text(text: str = "") -> None:
    """A line for people."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def say(text: str) -> None:
    """Progress and remarks, beside the result."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
