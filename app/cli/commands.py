"""Which function runs which command."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from app.bootstrap import Builder, has_display, home_at, open_window
from app.cli.output import REFUSED, Refused, say


def _app(arguments: argparse.Namespace) -> int:
    if not has_display():
        say(
            "There is no display here, so the window cannot open. The same jobs work as commands, for example:\n"
            "  python main.py demo\n  python main.py draft '8 H100s, Tuesday night, or 16 A100s'\n"
            "  python main.py --help"
        )
        return REFUSED
    return open_window(home_at(arguments.home))


def _draft(arguments: argparse.Namespace) -> int:
    from app.cli.reading import draft_batch, draft_file, draft_one
    from nlp.leftover.asides import BadTable
    from nlp.models.errors import ModelError

    if sum(each is not None for each in (arguments.text, arguments.jsonl, arguments.batch)) != 1:
        raise Refused("give a request, --jsonl FILE or --batch FILE", "for example: draft '8 H100s tomorrow night'")
    try:
        reader = Builder(home_at(arguments.home)).reader(with_model=not arguments.rules_only)
    except BadTable as error:
        raise Refused(str(error), "install Bidwright again") from None
    except ModelError as error:
        raise Refused(str(error).rstrip("."), "or read by rules alone with --rules-only") from None
    try:
        if arguments.jsonl is not None:
            return draft_file(arguments.jsonl, reader, arguments.language)
        if arguments.batch is not None:
            return draft_batch(arguments, reader)
        return draft_one(arguments, reader)
    finally:
        reader.close()


def _clear(arguments: argparse.Namespace) -> int:
    from app.cli.clearing import clear_book

    return clear_book(arguments)


def _estimate(arguments: argparse.Namespace) -> int:
    from app.cli.clearing import estimate_in_book
    from app.cli.files import book_in

    if arguments.book is not None:
        return estimate_in_book(arguments, book_in(arguments.book))
    from app.cli.orders import asked, open_account

    with open_account(Builder(home_at(arguments.home)), arguments) as desk:
        taken = asked(desk.client.book)
    return estimate_in_book(arguments, taken.book, taken.as_of)


def _order_command(name: str) -> Callable[[argparse.Namespace], int]:
    def run(arguments: argparse.Namespace) -> int:
        from app.cli import orders

        command: Callable[[Builder, argparse.Namespace], int] = getattr(orders, name)
        return command(Builder(home_at(arguments.home)), arguments)

    return run


def _machine_command(name: str) -> Callable[[argparse.Namespace], int]:
    def run(arguments: argparse.Namespace) -> int:
        from app.cli import machine

        command: Callable[[Builder, argparse.Namespace], int] = getattr(machine, name)
        return command(Builder(home_at(arguments.home)), arguments)

    return run


def _desk_command(name: str) -> Callable[[argparse.Namespace], int]:
    def run(arguments: argparse.Namespace) -> int:
        from app.cli import desk

        command: Callable[[Builder, argparse.Namespace], int] = getattr(desk, name)
        return command(Builder(home_at(arguments.home)), arguments)

    return run


def _audit(arguments: argparse.Namespace) -> int:
    from app.cli.audit import audit

    return audit(Builder(home_at(arguments.home)), arguments)


def _demo(_arguments: argparse.Namespace) -> int:
    from app.cli.demo import demo

    return demo()


COMMANDS: dict[str | None, Callable[[argparse.Namespace], int]] = {
    None: _app,
    "draft": _draft,
    "clear": _clear,
    "estimate": _estimate,
    "submit": _order_command("submit"),
    "orders": _order_command("list_orders"),
    "cancel": _order_command("cancel"),
    "positions": _order_command("list_positions"),
    "market": _order_command("show_market"),
    "audit": _audit,
    "approval": _desk_command("approval"),
    "policy": _desk_command("policy"),
    "key": _desk_command("key"),
    "stop": _desk_command("stop"),
    "rearm": _desk_command("rearm"),
    "release": _desk_command("release"),
    "serve": _machine_command("serve"),
    "model": _machine_command("model"),
    "doctor": _machine_command("doctor"),
    "demo": _demo,
}
