"""Bidwright: type what compute you need, see the bid, see what it would cost, submit it once."""

import sys


def main() -> int:
    # Nothing heavy is imported before the command line is known to need it.
    from app.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
