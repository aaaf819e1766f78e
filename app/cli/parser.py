"""The commands and their options."""

from __future__ import annotations

import argparse
from pathlib import Path

COMMANDS_WITH_JSON = (
    "draft",
    "estimate",
    "clear",
    "submit",
    "orders",
    "cancel",
    "positions",
    "market",
    "doctor",
    "stop",
    "rearm",
    "release",
    "policy",
)


def build_parser() -> argparse.ArgumentParser:
    """The whole command line; without a command the app opens."""
    parser = argparse.ArgumentParser(
        prog="bidwright", description="Plain words become a bid on a compute market. Without a command the app opens."
    )
    parser.add_argument("--home", type=Path, metavar="FOLDER", help="where drafts, orders and keys live")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _reading(commands)
    _clearing(commands)
    _orders(commands)
    _machine(commands)
    _desk(commands)
    for name in COMMANDS_WITH_JSON:
        _json_option(commands.choices[name])
    return parser


def _reading(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    draft = commands.add_parser("draft", help="read a request and show the bid and the questions")
    draft.add_argument("text", nargs="?", help="the request, such as '8 H100s, Tuesday night, or 16 A100s'")
    draft.add_argument("--jsonl", type=Path, metavar="FILE", help="read lines {id, text, now, tz}; a draft a line")
    draft.add_argument("--now", metavar="INSTANT", help="read relative times against this instant (default: now)")
    draft.add_argument("--tz", metavar="ZONE", help="IANA time zone of the words (default: this machine's)")
    draft.add_argument(
        "--batch", type=Path, metavar="FILE", help="an e-mail, a list or a CSV table: a draft for each request in it"
    )
    draft.add_argument("--on", type=Path, metavar="DRAFT.json", help="answer or correct this open draft")
    draft.add_argument("--language", choices=("en", "ko"), default="en", help="language of questions and read-back")
    draft.add_argument("--rules-only", action="store_true", help="do not ask the language model")


def _clearing(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    estimate = commands.add_parser("estimate", help="would this bid fill, and at what price?")
    estimate.add_argument("bid", type=Path, metavar="BID.json")
    estimate.add_argument("--book", type=Path, metavar="BOOK.json", help="default: the exchange's latest market data")
    _account_options(estimate)
    clear = commands.add_parser("clear", help="clear a whole book")
    clear.add_argument("--book", type=Path, required=True, metavar="BOOK.json")
    clear.add_argument("--objective", choices=("priced", "welfare"), default="priced")
    clear.add_argument("--time-limit", type=float, metavar="SECONDS")


def _orders(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    submit = commands.add_parser("submit", help="review a bid and submit it, at most once")
    submit.add_argument("bid", type=Path, metavar="BID.json", help="a bid, or a draft without questions")
    submit.add_argument("--yes", action="store_true", help="confirm without being asked")
    submit.add_argument("--reason", metavar="WORDS", help="why, where a warning is far out; kept in the audit trail")
    cancel = commands.add_parser("cancel", help="cancel an order")
    cancel.add_argument("id", metavar="ID")
    with_exchange = [
        submit,
        cancel,
        commands.add_parser("orders", help="all orders and where they stand"),
        commands.add_parser("positions", help="what you own"),
        commands.add_parser("market", help="prices now and the next auction"),
    ]
    for command in with_exchange:
        _account_options(command)


def _desk(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    audit = commands.add_parser("audit", help="prove what became of a bid")
    actions = audit.add_subparsers(dest="action", required=True, metavar="ACTION")
    verify = actions.add_parser("verify", help="check the whole outbox, or one exported dossier")
    verify.add_argument("file", nargs="?", type=Path, metavar="DOSSIER.json")
    verify.add_argument("--exchange-key", metavar="KEY", help="the public key that the reader trusts")
    _json_option(verify)
    _one_order(actions.add_parser("export", help="write all that is kept about one bid"), Path("dossier.json"))
    actions.add_parser("rescue", help="bring out what a damaged outbox still holds, without touching it")

    approval = commands.add_parser("approval", help="large bids wait for a second person")
    actions = approval.add_subparsers(dest="action", required=True, metavar="ACTION")
    request = actions.add_parser("request", help="write what the second person signs")
    _one_order(request, Path("approval-request.json"))
    sign = actions.add_parser("sign", help="the second person's yes to exactly one bid")
    sign.add_argument("file", type=Path, metavar="REQUEST.json")
    sign.add_argument("--name", required=True, help="who approves")
    sign.add_argument("--out", type=Path, default=Path("approval.json"), metavar="FILE")
    sign.add_argument("--yes", action="store_true", help="approve without being asked")
    accept = actions.add_parser("accept", help="take the approval and let the bid go")
    accept.add_argument("id", metavar="ID")
    accept.add_argument("file", type=Path, metavar="APPROVAL.json")
    _json_option(accept)

    key = commands.add_parser("key", help="the account's key")
    actions = key.add_subparsers(dest="action", required=True, metavar="ACTION")
    show = actions.add_parser("show", help="print the public key")
    rotate = actions.add_parser("rotate", help="put a new key in its place, here and at the exchange")

    policy = commands.add_parser("policy", help="the desk's own rules: budget and second signatures")
    policy.add_argument("--budget", metavar="USD", help="most to be spent in a period; 'none' lifts it")
    policy.add_argument("--days", type=int, help="length of that period")
    policy.add_argument("--approver", action="append", metavar="NAME=KEY", help="who may approve, by public key")
    policy.add_argument("--remove", action="append", metavar="NAME", help="who may approve no longer")
    policy.add_argument(
        "--reasons", choices=("extreme", "always", "never"), help="which warnings need a reason in writing"
    )
    policy.add_argument("--above", metavar="USD", help="bids that may cost more need an approval")

    stop = commands.add_parser("stop", help="the stop switch: send nothing more, cancel everything open")
    rearm = commands.add_parser("rearm", help="let new bids go again")
    release = commands.add_parser("release", help="let a bid go that the stop switch held back")
    release.add_argument("id", metavar="ID")
    for command in (request, sign, accept, show, rotate, stop, rearm, release):
        _account_options(command)


def _one_order(command: argparse.ArgumentParser, out: Path) -> None:
    command.add_argument("id", metavar="ID")
    command.add_argument("--out", type=Path, default=out, metavar="FILE", help=f"default: {out}")


def _json_option(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print JSON on stdout, nothing else")


def _account_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--exchange", metavar="URL", help="default: the practice exchange of this machine")
    command.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="where no keyring works: keep the key under its first line"
    )


def _machine(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    serve = commands.add_parser("serve", help="run the practice exchange")
    serve.add_argument("--port", type=int, default=0, help="on 127.0.0.1; default: a free one")
    serve.add_argument("--every", type=float, default=30.0, metavar="SECONDS", help="from auction to auction (30)")
    serve.add_argument("--database", metavar="URL", help="default: SQLite in the home folder")
    commands.add_parser("demo", help="the whole way, from words to a filled order, in a temporary folder")
    commands.add_parser("doctor", help="check this machine")
    model = commands.add_parser("model", help="language models")
    actions = model.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="the models known here")
    added = actions.add_parser("add", help="add a GGUF file, a checkpoint's folder or an OpenAI-compatible server")
    added.add_argument("path", help="the file, the folder, or the server's address, such as http://127.0.0.1:8000/v1")
    added.add_argument("--name", help="what to call it here; the file's name otherwise")
    added.add_argument("--served", metavar="MODEL", help="a server's own name for the model")
    actions.add_parser("verify", help="hash every model file anew")
    actions.add_parser("use", help="read with this model").add_argument("name")
