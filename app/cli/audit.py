"""`audit`: what proves that a bid took effect once, for oneself and for a colleague."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.bootstrap import Builder
from app.cli.files import bytes_of, write_new
from app.cli.output import DONE, REFUSED, Refused, print_json, print_text, say
from auction_client.exchange.archive import KeptBid, kept_bids
from auction_client.exchange.dossier import DossierError, check, check_outbox, export
from auction_client.exchange.outbox import OUTBOX_FILE, Outbox, OutboxError
from auction_client.exchange.wire import MARKET_CAP


def audit(builder: Builder, arguments: argparse.Namespace) -> int:
    """Verifies the whole outbox or one dossier, exports a dossier, or rescues what a damaged outbox still holds."""
    if arguments.action == "verify" and arguments.file is not None:
        return _verify_dossier(arguments)
    folders = builder.home.order_folders()
    if not folders:
        raise Refused("no bid was ever confirmed here", "name another --home")
    if arguments.action == "verify":
        return max([_verify_outbox(folder, as_json=arguments.json) for folder in folders])
    if arguments.action == "rescue":
        return _rescue(folders)
    for folder in folders:
        try:
            outbox = Outbox(folder / OUTBOX_FILE)
        except OutboxError as error:
            raise Refused(str(error), "bring out what is whole with: python main.py audit rescue") from None
        try:
            if outbox.intent(arguments.id) is None:
                continue
            write_new(arguments.out, export(outbox, arguments.id))
            exchange_key = outbox.fact("exchange_key")
        finally:
            outbox.close()
        say(f"Whoever trusts the exchange's public key {exchange_key} can check it with:")
        say(f"  python main.py audit verify {arguments.out} --exchange-key {exchange_key}")
        return DONE
    raise Refused(f"there is no bid {arguments.id} here", "list the orders with: python main.py orders")


def _verify_dossier(arguments: argparse.Namespace) -> int:
    if arguments.exchange_key is None:
        raise Refused("a dossier is checked with the exchange's public key", "name it with --exchange-key")
    try:
        checked = check(bytes_of(arguments.file, MARKET_CAP), arguments.exchange_key)
    except DossierError as error:
        raise Refused(f"{arguments.file} does not prove what it says: {error}", "do not rely on it") from None
    if arguments.json:
        print_json({"id": checked.client_id, "statements": checked.statements, "witnessed": checked.witnessed})
        return DONE
    print_text(f"Bid {checked.client_id}: every entry and every signature holds.")
    for statement in checked.statements:
        print_text(f"  the exchange signed: {statement}")
    if not checked.statements:
        print_text("  the exchange has signed nothing about it yet: nothing proves that it took effect")
    if checked.witnessed:
        print_text("  and witnessed what was recorded before the bid was confirmed")
    return DONE


def _verify_outbox(folder: Path, *, as_json: bool) -> int:
    try:
        outbox = Outbox(folder / OUTBOX_FILE)
    except OutboxError as error:
        faults, count = [str(error)], 0
    else:
        faults, count = check_outbox(outbox), outbox.count()
        outbox.close()
    if as_json:
        print_json({"folder": str(folder), "bids": count, "faults": faults})
    else:
        for fault in faults:
            print_text(f"FAULT {fault}")
        print_text(f"{folder}: {count} bids, {'all holds' if not faults else f'{len(faults)} faults'}")
    return REFUSED if faults else DONE


def _rescue(folders: tuple[Path, ...]) -> int:
    for folder in folders:
        try:
            bids = kept_bids(folder)
        except OutboxError as error:
            say(f"{error}. List your bids at the exchange.")
            return REFUSED
        for bid in bids:
            print_json(_kept(bid))
        say(f"{folder}: {len(bids)} bids could be read whole; the outbox was left as it is.")
    return DONE


def _kept(bid: KeptBid) -> dict[str, object]:
    return {
        "id": bid.client_id,
        "state": bid.state.value if bid.state else None,
        "proven": bid.proof is not None,
        "submission": bid.body.decode("utf-8"),
    }
