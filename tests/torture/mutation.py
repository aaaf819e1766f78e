"""Mutation score of the code that decides: python -m tests.torture.mutation

Copies the market's code and its tests into a temporary folder, lets mutmut change the submit core and the reading of
answers one small thing at a time, and counts how many of the changes some test notices. Exit 1 below 95 %.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
LEAST = 0.95
CONFIG = """
[tool.mutmut]
source_paths = ["auction_client"]
only_mutate = ["auction_client/exchange/core.py", "auction_client/exchange/verdicts.py"]
pytest_add_cli_args = ["-q", "-x", "-p", "no:cacheprovider"]
pytest_add_cli_args_test_selection = [
  "tests/exchange/test_core_sending.py", "tests/exchange/test_core_news.py", "tests/exchange/test_core_cancel.py",
  "tests/exchange/test_core_switch.py", "tests/exchange/test_verdicts.py", "tests/torture/test_lives.py",
]
"""
SHOWN = 40
"""Most survivors that are printed: showing one takes a second."""


def main() -> int:
    """The command line."""
    with tempfile.TemporaryDirectory(prefix="mutation-") as name:
        folder = Path(name)
        leave = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "auction_client", folder / "auction_client", ignore=leave)
        for part in ("exchange", "torture"):
            shutil.copytree(ROOT / "tests" / part, folder / "tests" / part, ignore=leave)
        shutil.copytree(ROOT / "resources", folder / "resources", ignore=shutil.ignore_patterns("*.gguf", "fonts"))
        (folder / "tests" / "__init__.py").touch()
        (folder / "pyproject.toml").write_text(CONFIG)
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        mutmut = [sys.executable, "-m", "mutmut"]
        run = subprocess.run([*mutmut, "run", "--max-children", "2"], cwd=folder, env=environment, check=False)
        if run.returncode not in (0, 1):
            print("mutmut did not run", file=sys.stderr)
            return 1
        results = _output([*mutmut, "results", "--all", "true"], folder, environment)
        found = re.findall(r"^\s+(\S+): (.+)$", results, re.MULTILINE)
        survivors = [mutant for mutant, fate in found if fate not in ("killed", "timeout")]
        if not found or any(fate == "not checked" for _, fate in found):
            print("mutmut did not finish", file=sys.stderr)
            return 1
        for mutant in survivors[:SHOWN]:
            shown = _output([*mutmut, "show", mutant], folder, environment)
            changes = [line for line in shown.splitlines() if re.match(r"[+-][^+-]", line)]
            print(f"SURVIVED {mutant}\n  " + "\n  ".join(changes))
    score = 1 - len(survivors) / len(found)
    print(f"{len(found)} mutants, {len(found) - len(survivors)} noticed: {score:.1%}")
    return 0 if score >= LEAST else 1


def _output(command: list[str], folder: Path, environment: dict[str, str]) -> str:
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False).stdout


if __name__ == "__main__":
    sys.exit(main())
