"""`submit`, `orders`, `cancel`, `positions` and `market`: the exchange without a window."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from app.bootstrap import PRACTICE, Builder, machine_zone
from app.cli.asking import confirmed, reason_for
from app.cli.files import bid_in
from app.cli.output import DONE, REFUSED, Refused, print_json, print_text, say
from app.services.venue.endpoint import running_exchange
from app.services.venue.evidence import evidence_of
from app.services.venue.orders import order_of, positions_of
from app.services.views import Order
from auction_client.exchange.approval import ApprovalError
from auction_client.exchange.archive import earlier_orders
from auction_client.exchange.client import ExchangeProblem, NoProof
from auction_client.exchange.desk import DeskError, OrderDesk
from auction_client.exchange.keys import KeyStoreError
from auction_client.exchange.limits import Finding, blocks
from auction_client.exchange.outbox import OutboxError
from auction_client.exchange.policy import PolicyError
from auction_client.exchange.states import State
from auction_client.exchange.views import OrderView
from auction_client.model.bid import Bid
from auction_client.model.readback import read_back
from auction_client.model.submission import problems_of
from auction_client.model.totals import worst_case_total
from nlp.draft import Draft

SETTLE_SECONDS = 20.0
STANDS = frozenset({State.ACKED, State.WON, State.PARTLY_WON, State.LOST})
"""The exchange has it, or had it in an auction."""
CONFIRMED = STANDS | {State.HELD}
GONE = frozenset({State.CANCELLED, State.EXPIRED, State.REFUSED, State.LOST})
"""It is proven, or it was never sent, that it takes no effect."""
_LATER = "It is settled at every start of the app or a command; see: python main.py orders."
_NOT_AS_WANTED = {
    State.CONFIRMED: f"It is saved and not sent yet. {_LATER}",
    State.SENDING: f"Its outcome is not known yet. {_LATER}",
    State.UNKNOWN: f"Its outcome is not known yet. {_LATER}",
    State.CANCEL_PENDING: f"The exchange has not confirmed the cancel yet. {_LATER}",
    State.HELD: "It is still held back; see: python main.py orders.",
    State.ACKED: "It still stands at the exchange.",
    State.WON: "It was filled before the cancel arrived; see: python main.py positions.",
    State.PARTLY_WON: "A part of it was filled before the cancel arrived; see: python main.py positions.",
    State.CONFLICT: "Another bid stands at the exchange under its id; ask the exchange's operator.",
}
Answer = TypeVar("Answer")


@contextmanager
def open_account(builder: Builder, arguments: argparse.Namespace) -> Iterator[OrderDesk]:
    """The account's desk at the exchange that was named, or at the practice exchange that runs here."""
    url = arguments.exchange or running_exchange(builder.home.practice)
    if url is None:
        raise Refused("no practice exchange is running here", "open the app, or start one with: python main.py serve")
    try:
        desk = builder.order_desk(url, passphrase_in(arguments.passphrase_file))
    except OutboxError as error:
        fix = "nothing was sent; bring out what is whole with: python main.py audit rescue"
        raise Refused(f"the account cannot be opened: {error}", fix) from None
    except (DeskError, KeyStoreError, PolicyError, ValueError) as error:
        raise Refused(f"the account cannot be opened: {error}", "nothing was sent") from None
    try:
        desk.pump()
        say(f"Exchange {url}; the account's key is kept {desk.status().key_kept}.")
        yield desk
    finally:
        desk.close()


def passphrase_in(path: Path | None) -> str | None:
    """The first line of the file that holds the passphrase of the account's key."""
    if path is None:
        return None
    try:
        line = path.read_text(encoding="utf-8").splitlines()[0]
    except (OSError, UnicodeDecodeError, IndexError):
        raise Refused(f"{path} holds no passphrase", "give a file whose first line is the passphrase") from None
    return line


@contextmanager
def desk_errors(fix: str) -> Iterator[None]:
    """What the desk cannot do becomes a refusal with a way on."""
    try:
        yield
    except (DeskError, OutboxError, KeyStoreError, ApprovalError) as error:
        raise Refused(str(error), fix) from None


def asked(what: Callable[[], Answer]) -> Answer:
    """What the exchange answers; Refused where it gives no provable answer."""
    try:
        return what()
    except NoProof as error:
        raise Refused(f"the exchange gave no provable answer: {error}", "see that it runs, then try again") from None
    except ExchangeProblem as error:
        raise Refused(f"the exchange refuses: {error}", "see what it says and try again") from None


def submit(builder: Builder, arguments: argparse.Namespace) -> int:
    """Shows the bid, asks, and has it take effect at most once."""
    bid, draft = bid_in(arguments.bid)
    with open_account(builder, arguments) as desk:
        view = submit_bid(builder, desk, bid, draft, ask=not arguments.yes, reason=arguments.reason)
    return tell(view, CONFIRMED, json=arguments.json)


def submit_bid(
    builder: Builder, desk: OrderDesk, bid: Bid, draft: Draft | None, *, ask: bool, reason: str | None = None
) -> OrderView:
    """Confirms the bid, after asking where `ask`, and waits until its outcome is known. `reason`: why, for a warning
    that is far out; asked for where it is None."""
    zone = machine_zone()
    problems = problems_of(bid, builder.catalogue, datetime.fromtimestamp(desk.client.exchange_time(), UTC))
    if problems:
        words = "; ".join(f"{problem.path}: {problem.message}" for problem in problems)
        raise Refused(f"this bid cannot be submitted: {words}", "complete it first")
    findings = desk.check(bid)
    screen = screen_of(bid, findings, zone.key)
    say(screen)
    if blocks(findings):
        raise Refused("a limit forbids this bid; nothing was sent", "make it smaller or raise the limit")
    unreasoned = [finding for finding in findings if desk.reason_needed(finding)]
    why = reason_for(unreasoned, reason, ask=ask)
    if ask and not confirmed("Submit this bid? Type yes."):
        raise Refused("not confirmed; nothing was sent", "run the command again to submit")
    evidence = evidence_of(draft.text if draft else "", draft, screen, reason=why)
    try:
        client_id = desk.confirm(bid, evidence, acknowledged={finding.id for finding in findings})
    except (DeskError, OutboxError) as error:
        raise Refused(f"the bid was not confirmed: {error}", "nothing was sent") from None
    return desk.settle(client_id, SETTLE_SECONDS)


def screen_of(bid: Bid, findings: tuple[Finding, ...], zone: str) -> str:
    """What is shown before a bid is confirmed, word for word as it goes into the audit chain."""
    total = worst_case_total(bid.root)
    lines = [read_back(bid, "en", machine_zone()), f"Times are in {zone}."]
    lines.append(f"At most ${total:,.2f} in total." if total is not None else "Nothing bounds the total.")
    lines += [f"{'Forbidden' if each.level == 'block' else 'Warning'}: {each.message}" for each in findings]
    return "\n".join(lines)


def list_orders(builder: Builder, arguments: argparse.Namespace) -> int:
    """Prints all orders, newest first."""
    with open_account(builder, arguments) as desk:
        orders = desk.orders()
        held = [view.client_id for view in orders if desk.lacks_approval(view.client_id)]
    earlier = earlier_orders(builder.home.orders, {view.client_id for view in orders})
    if arguments.json:
        print_json([as_json(view) for view in orders] + [as_json(view) | {"earlier_session": True} for view in earlier])
        return DONE
    if not orders and not earlier:
        print_text("No orders yet.")
    for view in orders:
        print_order(order_of(view))
    for client_id in held:
        say(f"{client_id} waits for a second person: python main.py approval request {client_id}")
    if earlier:
        print_text(
            "\nFrom earlier sessions, whose keys were not kept (as last known; the exchange answers their key only):"
        )
    for view in earlier:
        print_order(order_of(view))
    return DONE


def cancel(builder: Builder, arguments: argparse.Namespace) -> int:
    """Cancels an order and tells what is proven of it."""
    with open_account(builder, arguments) as desk:
        try:
            desk.cancel(arguments.id)
        except DeskError as error:
            raise Refused(str(error), "list the orders with: python main.py orders") from None
        view = desk.settle(arguments.id, SETTLE_SECONDS)
    return tell(view, GONE, json=arguments.json)


def list_positions(builder: Builder, arguments: argparse.Namespace) -> int:
    """Prints what the account owns."""
    with open_account(builder, arguments) as desk:
        held = asked(desk.positions)
    if arguments.json:
        print_json(held.model_dump(mode="json"))
        return DONE
    positions = positions_of(held)
    if not positions:
        print_text("Nothing is owned yet.")
    zone = machine_zone()
    for each in positions:
        hours = ", ".join(
            f"{a.astimezone(zone):%Y-%m-%d %H:%M} to {b.astimezone(zone):%m-%d %H:%M}" for a, b in each.hours
        )
        place = f" {each.region}" if each.region else ""
        print_text(f"{each.quantity} x {each.product}{place} {hours} paid ${each.paid}")
    return DONE


def show_market(builder: Builder, arguments: argparse.Namespace) -> int:
    """Prints the last prices and the next auction."""
    from app.services.venue.market import market_view

    with open_account(builder, arguments) as desk:
        market = asked(desk.market)
        tokens = asked(desk.client.tokens)
    view = market_view(market, tokens, builder.catalogue, PRACTICE)
    if arguments.json:
        print_json(
            {
                "as_of": view.as_of.isoformat(),
                "phase": view.phase,
                "next_gate": view.next_gate.isoformat() if view.next_gate else None,
                "products": [
                    {"product": q.product, "gpu": q.gpu, "region": q.region, "last": _money(q.last)}
                    for q in view.quotes
                ],
                "tokens": [{"symbol": t.symbol, "last": _money(t.last)} for t in view.tokens],
            }
        )
        return DONE
    print_text(f"Auction {view.phase}, gate at {view.next_gate}; prices in USD per GPU-hour")
    for quote in view.quotes:
        change = f" ({quote.change:+.1%})" if quote.change is not None else ""
        print_text(f"  {quote.label}: {_money(quote.last) or 'no trade yet'}{change}")
    for token in view.tokens:
        print_text(f"  {token.symbol}: {_money(token.last) or 'no trade yet'} a token")
    return DONE


def _money(amount: object) -> str | None:
    return None if amount is None else str(amount)


def as_json(view: OrderView) -> dict[str, object]:
    """An order as one JSON value: its state, its bid and the exchange's proven record of it."""
    return {
        "id": view.client_id,
        "state": view.state.value,
        "reason": view.reason,
        "confirmed_at": view.confirmed_at.isoformat(),
        "not_after": view.not_after.isoformat(),
        "bid": view.bid.model_dump(mode="json"),
        "receipt": view.receipt.model_dump(mode="json") if view.receipt else None,
        "record": view.record.model_dump(mode="json") if view.record else None,
    }


def tell(view: OrderView, wanted: frozenset[State], *, json: bool) -> int:
    """Prints one order, as JSON or in words, and gives the exit code: whether it has become what was wanted."""
    if json:
        print_json(as_json(view))
    else:
        print_order(order_of(view))
    if view.state in wanted:
        return DONE
    say(_NOT_AS_WANTED.get(view.state, f"Nothing was bought: {view.reason or view.state.value.lower()}."))
    return REFUSED


def print_order(order: Order) -> None:
    """An order for people."""
    paid = ""
    if order.pay is not None:
        paid = f", pays ${order.pay:,.2f}" if order.pay >= 0 else f", receives ${-order.pay:,.2f}"
    print_text(f"{order.id}  {order.state}{f' ({order.reason})' if order.reason else ''}{paid}")
    for fill in order.fills:
        hours = ", ".join(f"{a:%m-%d %H:%M} to {b:%m-%d %H:%M} UTC" for a, b in fill.hours)
        print_text(f"    {fill.quantity} x {fill.product} {hours}")
    if order.proof:
        proof = order.proof
        at = proof.received_at.isoformat(timespec="seconds")
        print_text(f"    signed receipt {proof.sequence} of {at}, auction {proof.auction}, digest {proof.digest[:16]}")
