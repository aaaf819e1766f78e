"""Opening a desk: one program at a time, on an outbox that holds, with the key that its bids were signed with."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from filelock import FileLock, Timeout

from auction_client.exchange.client import ExchangeClient
from auction_client.exchange.desk import DeskError, OrderDesk
from auction_client.exchange.dossier import check_rows
from auction_client.exchange.keys import KeyStore, hold_key
from auction_client.exchange.outbox import OUTBOX_FILE, Outbox
from auction_client.exchange.policy import Policy
from auction_client.exchange.rotation import key_for
from auction_client.exchange.transport import Transport


def open_desk(
    folder: Path,
    base_url: str,
    store: KeyStore,
    *,
    gpu_prices: Mapping[str, Decimal],
    token_prices: Mapping[str, Decimal],
    policy: Policy | None = None,
    cafile: str | None = None,
    timeout: float = 8.0,
) -> OrderDesk:
    """Opens the outbox in `folder` (made if missing, readable by its owner only) for the exchange at `base_url`.

    Raises DeskError if another program has it open or its key is gone, OutboxError if it is damaged, KeyStoreError if
    the key cannot be kept, ValueError for an unusable address.
    """
    transport = Transport(base_url, cafile=cafile)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = FileLock(folder / "outbox.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise DeskError("another window or command has this account open; close it or use it") from None
    try:
        outbox = Outbox(folder / OUTBOX_FILE)
        faults = check_rows(outbox)
        if faults:
            raise DeskError(f"the outbox in {folder} was damaged or changed: {faults[0]}; restore it from a copy")
        key = key_for(store, hold_key(store).key, outbox.fact("keyid"))
        if key is None:
            raise DeskError(
                f"the bids in {folder} were signed with a key that is not here any more; "
                "bring the key back, or move the folder away to begin a new account"
            )
        client = ExchangeClient(transport, key, outbox.fact("exchange_key"), timeout=timeout)
        return OrderDesk(
            outbox,
            client,
            keys=store,
            gpu_prices=gpu_prices,
            token_prices=token_prices,
            policy=policy,
            release=lock.release,
        )
    except BaseException:
        lock.release()
        raise
