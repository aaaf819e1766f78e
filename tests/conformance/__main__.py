"""python -m tests.conformance URL: holds a running exchange to every script; exit 1 if one fails."""

from __future__ import annotations

import sys

from tests.conformance.runner import SCRIPTS, Failed, run_script


def main() -> int:
    """The command line."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    failed = 0
    scripts = sorted(SCRIPTS.glob("*.txt"))
    for script in scripts:
        try:
            run_script(script, sys.argv[1])
        except Failed as error:
            failed += 1
            print(f"FAILED {error}")
    print(f"{len(scripts) - failed} of {len(scripts)} scripts passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
