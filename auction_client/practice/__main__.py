"""The practice exchange as a program of its own: ``python -m auction_client.practice FOLDER``.

Prints one line of JSON once it answers, then serves until its standard input ends, so it never outlives who started it.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import structlog

from auction_client.practice.embedded import PracticeServer
from auction_client.practice.store.database import StoreDamaged, StoreInUse


def main() -> int:
    """Serves; 1 if it could not start, with the reason on standard error."""
    parser = argparse.ArgumentParser(prog="python -m auction_client.practice", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the exchange keeps its key and its database")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--database", default=None, help="postgresql://USER@HOST/NAME instead of a file")
    arguments = parser.parse_args()
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    try:
        server = PracticeServer(arguments.folder, port=arguments.port, database_url=arguments.database).start()
    except (OSError, ValueError, StoreDamaged, StoreInUse) as error:
        print(json.dumps({"error": type(error).__name__, "message": str(error)}), flush=True)
        return 1
    print(json.dumps({"port": server.port, "public_key": server.public_key}), flush=True)
    try:
        while sys.stdin.buffer.read(4096):
            pass
    except KeyboardInterrupt:
        pass
    finally:
        server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
