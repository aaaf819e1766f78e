"""`serve`, `model` and `doctor`."""

from __future__ import annotations

import argparse
import platform
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.bootstrap import Builder, has_display, machine_zone
from app.cli.output import DONE, REFUSED, Refused, print_json, print_text, say
from app.services.venue.endpoint import announced, running_exchange
from nlp.models.errors import ModelError
from nlp.models.manage import add_model, add_server, list_models, use_model, used_model, verify_model
from nlp.models.manifest import ModelEntry

_NEEDED_BYTES = 500_000_000
SHORTEST_CYCLE, LONGEST_CYCLE = 2.0, 3600.0


def serve(builder: Builder, arguments: argparse.Namespace) -> int:
    """Runs the practice exchange until it is stopped."""
    from auction_client.practice.calendar import AuctionCalendar
    from auction_client.practice.embedded import PracticeServer
    from auction_client.practice.settings import Settings
    from auction_client.practice.store.database import StoreDamaged, StoreInUse

    if not SHORTEST_CYCLE <= arguments.every <= LONGEST_CYCLE:
        raise Refused(f"an auction every {arguments.every:g} s is not possible", "give 2 to 3600 seconds")
    settings = Settings(calendar=AuctionCalendar(cycle=timedelta(seconds=arguments.every)))
    try:
        server = builder.practice_server(settings, port=arguments.port, database_url=arguments.database)
    except StoreInUse:
        raise Refused("a practice exchange is running on this home already", "use it, or name another --home") from None
    except StoreDamaged as error:
        raise Refused(f"the exchange's store cannot be used: {error}", "restore it, or name another --home") from None
    except OSError as error:
        raise Refused(f"port {arguments.port} cannot be used: {error}", "name another --port") from None

    def ready(running: PracticeServer) -> None:
        say(
            f"The practice exchange answers at {running.url}. An auction every {arguments.every:g} s. Stop with Ctrl+C."
        )

    with announced(builder.home.practice, server.url):
        server.run(ready)
    return DONE


def _added(folder: Path, arguments: argparse.Namespace) -> ModelEntry:
    if not arguments.path.startswith(("http://", "https://")):
        return add_model(folder, Path(arguments.path), arguments.name)
    if not arguments.served:
        raise ModelError("a server's own name for the model is needed: --served NAME")
    return add_server(folder, arguments.path, arguments.served, arguments.name or "server")


def model(builder: Builder, arguments: argparse.Namespace) -> int:
    """Lists, adds, verifies or chooses language models."""
    folder = builder.home.models
    try:
        if arguments.action == "add":
            entry = _added(folder, arguments)
            pin = f"sha256 {entry.sha256}" if entry.sha256 else f"a server at {entry.url}"
            print_text(f"Added {entry.name}, {pin}. Use it with: python main.py model use {entry.name}")
        elif arguments.action == "use":
            print_text(f"Reading with {use_model(folder, arguments.name).name} from now on.")
        elif arguments.action == "verify":
            for listed in list_models(folder):
                if listed.entry.kind == "server":
                    print_text(f"{listed.entry.name}: a server, whose weights cannot be checked from here")
                else:
                    sha256 = verify_model(folder, listed.entry.name).sha256
                    print_text(f"{listed.entry.name}: content as pinned, sha256 {sha256}")
        else:
            for listed in list_models(folder):
                note = "" if listed.present else "  FILE MISSING"
                print_text(
                    f"{'*' if listed.used else ' '} {listed.entry.name}  {listed.entry.sha256 or 'server'}{note}"
                )
    except ModelError as error:
        raise Refused(str(error).rstrip("."), "list the models with: python main.py model list") from None
    return DONE


def doctor(builder: Builder, arguments: argparse.Namespace) -> int:
    """Checks what the product needs of this machine, each check by doing the thing."""
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("python", _python),
        ("time zone", lambda: machine_zone().key),
        ("home folder", lambda: _home(builder)),
        ("language model", lambda: _model(builder)),
        ("reading", lambda: _reading(builder)),
        ("clearing", _clearing),
        ("key store", lambda: _keys(builder)),
        (
            "practice exchange",
            lambda: running_exchange(builder.home.practice) or "not running (the app starts its own)",
        ),
        ("display", lambda: "found" if has_display() else "none: use the commands, see --help"),
    )
    results = []
    for name, check in checks:
        try:
            results.append({"check": name, "ok": True, "says": check()})
        except Exception as error:  # noqa: BLE001 - whatever breaks is what this command is to tell
            results.append({"check": name, "ok": False, "says": f"{type(error).__name__}: {error}"})
        if not arguments.json:
            print_text(f"{'ok  ' if results[-1]['ok'] else 'FAIL'}  {name}: {results[-1]['says']}")
    if arguments.json:
        print_json(results)
    return DONE if all(result["ok"] for result in results) else REFUSED


def _python() -> str:
    if sys.version_info[:2] != (3, 11):
        raise RuntimeError(f"Python 3.11 is needed, this is {platform.python_version()}")
    return f"{platform.python_version()} on {platform.system()} {platform.machine()}"


def _home(builder: Builder) -> str:
    builder.home.desk.joinpath(".write").write_bytes(b"")
    builder.home.desk.joinpath(".write").unlink()
    free = shutil.disk_usage(builder.home.root).free
    if free < _NEEDED_BYTES:
        raise RuntimeError(f"{builder.home.root} has only {free / 1e6:,.0f} MB free")
    return f"{builder.home.root}, {free / 1e9:,.0f} GB free"


def _model(builder: Builder) -> str:
    entry = used_model(builder.home.models)
    return f"{entry.name}, content as pinned ({verify_model(builder.home.models, entry.name).sha256})"


def _reading(builder: Builder) -> str:
    reader = builder.reader(with_model=True)
    try:
        draft = reader.read("8 H100s, Tuesday night, or 16 A100s", now=datetime.now(UTC), zone=machine_zone())
    finally:
        reader.close()
    if draft.bid is None or not draft.reader.heard:
        raise RuntimeError("the language model did not answer; reading goes on by rules alone")
    return f"a sentence in {draft.reader.seconds:.2f} s"


def _clearing() -> str:
    from auction_client.clearing import Book, clear, verify

    book = Book.model_validate(
        {"version": 1, "start": "2026-01-01T00:00:00Z", "slots": 1, "products": [], "tokens": ["T"], "bids": []}
    )
    faults = verify(book, clear(book))
    if faults:
        raise RuntimeError("; ".join(faults))
    return "the engine and its verifier agree"


def _keys(builder: Builder) -> str:
    from auction_client.exchange.keys import best_store

    return f"a key would be kept {best_store(str(builder.home.orders), builder.home.orders).kept}"
