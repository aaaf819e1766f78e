"""The command line: the same jobs as the window, one module for each family of commands."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from app.cli.output import REFUSED, USAGE, Refused, say
from app.cli.parser import build_parser


def main(argv: Sequence[str]) -> int:
    """Runs one command. 0: done, 1: refused or failed (one line says why and what to do), 2: wrong usage."""
    parser = build_parser()
    try:
        arguments = parser.parse_args(argv)
    except SystemExit as stop:
        return USAGE if stop.code else 0
    _leave_no_core_dump()
    from app.cli.logs import log_to_stderr

    log_to_stderr()
    try:
        return _run(arguments)
    except Refused as refusal:
        say(f"{refusal.what}. {refusal.fix[:1].upper()}{refusal.fix[1:]}.")
        return REFUSED
    except KeyboardInterrupt:
        say("Stopped.")
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; nothing is left to say
        return REFUSED


def _leave_no_core_dump() -> None:
    """Keys are in memory: a crash must not write them to disk. Holds for the programs started from here too."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _run(arguments: argparse.Namespace) -> int:
    from app.cli.commands import COMMANDS

    return COMMANDS[arguments.command](arguments)
