"""Bidwright: type what compute you need, see the bid, see what it would cost, submit it once."""

import logging
import os
import sys
import threading


def main() -> int:
    # Nothing heavy is imported before the command line is known to need it.
    from app.cli import main as run

    return run(sys.argv[1:])


def leave(code: int) -> None:
    """Ends the program. Where a thread still works (a desk that was being opened), it would run on while the
    interpreter and Qt are taken down under it, and crash; everything that has to be kept is on disk by now."""
    if threading.active_count() == 1:
        sys.exit(code)
    import multiprocessing  # slow to import, and not needed before

    for child in multiprocessing.active_children():
        child.terminate()
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    leave(main())
