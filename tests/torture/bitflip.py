"""Flips single bits of an outbox: python -m tests.torture.bitflip 1000 [--seed N]

A flip must either be noticed when the outbox is opened, or leave every bid, the stop switch and the audit chain as they
were (the bit was in no use). Prints the figures; exit 1 if a flip changed something unseen.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from auction_client.exchange.core import Row
from auction_client.exchange.dossier import check_rows, row_entry
from auction_client.exchange.ids import new_client_id
from auction_client.exchange.outbox import Outbox, OutboxError, StoredIntent
from auction_client.exchange.states import NEEDS_PROOF, State
from auction_client.exchange.wire import sha256_hex
from tests.exchange.test_outbox import PATHS

Said = tuple[list[StoredIntent], object, list[object]]


def fill(path: Path, chance: random.Random) -> None:
    """An outbox with a bid in every state, as the desk and the sender leave it."""
    outbox = Outbox(path)
    for number, state in enumerate(list(State) * 3):
        body = chance.randbytes(chance.choice((200, 900, 3000)))
        row = Row(new_client_id(1_790_000_000_000 + number, chance.getrandbits(74)), sha256_hex(body), 10**13)
        with outbox.transaction():
            outbox.record(number, row.client_id, "confirmed", body)
            outbox.add(row, body, number)
            outbox.record(number, row.client_id, "state", row_entry(row))
        for step in PATHS[state]:
            row = Row(row.client_id, row.digest, row.not_after, step, row.attempts + (step is State.SENDING))
            proof = chance.randbytes(700) if step in NEEDS_PROOF else None
            with outbox.transaction():
                outbox.update(row, number, proof)
                outbox.record(number, row.client_id, "state", row_entry(row))
                if proof:
                    outbox.record(number, row.client_id, "proof", proof)
    outbox.close()


def said(path: Path) -> Said:
    """All that an outbox says. Raises OutboxError if it notices that something is wrong."""
    outbox = Outbox(path)
    try:
        faults = check_rows(outbox)
        if faults:
            raise OutboxError(faults[0])
        return outbox.intents(), outbox.switch(), list(outbox.entries())
    finally:
        outbox.close()


def flip(flips: int, seed: int) -> tuple[int, int, list[str]]:
    """Returns how many flips were noticed, how many changed nothing, and those that changed something unseen."""
    chance = random.Random(seed)
    noticed = harmless = 0
    unseen: list[str] = []
    with tempfile.TemporaryDirectory(prefix="bitflip-") as name:
        path = Path(name) / "outbox"
        fill(path, chance)
        data, truth = path.read_bytes(), said(path)
        for _ in range(flips):
            at, bit = chance.randrange(len(data)), chance.randrange(8)
            path.write_bytes(data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :])
            (Path(name) / "outbox-journal").unlink(missing_ok=True)
            try:
                same = said(path) == truth
            except OutboxError:
                noticed += 1
                continue
            if same:
                harmless += 1
            else:
                unseen.append(f"byte {at}, bit {bit}")
    return noticed, harmless, unseen


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("flips", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    began = time.monotonic()
    noticed, harmless, unseen = flip(given.flips, given.seed)
    print(f"seed {given.seed}: {given.flips:,} flips in {time.monotonic() - began:.1f} s")
    print(f"{noticed:,} noticed, {harmless:,} in bits without use, {len(unseen):,} changed something unseen")
    for text in unseen[:20]:
        print(f"BROKEN {text}")
    return 1 if unseen else 0


if __name__ == "__main__":
    sys.exit(main())
