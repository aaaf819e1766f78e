"""`policy`, `approval`, `key`, `stop`, `rearm` and `release`: the rules of a desk and who may do what."""

from __future__ import annotations

import argparse
from decimal import Decimal, InvalidOperation

from pydantic import ValidationError

from app.bootstrap import Builder, machine_zone
from app.cli.asking import confirmed
from app.cli.files import bytes_of, write_new
from app.cli.orders import SETTLE_SECONDS, STANDS, asked, desk_errors, open_account, passphrase_in, tell
from app.cli.output import DONE, REFUSED, Refused, print_json, print_text, say
from auction_client.exchange.approval import ApprovalError, approve, read_request
from auction_client.exchange.keys import KeyStoreError, SessionStore, best_store, hold_key
from auction_client.exchange.policy import Approver, Policy, PolicyError, read_policy, write_policy
from auction_client.exchange.protocol import MoneyLevels
from auction_client.exchange.reasons import ReasonRule
from auction_client.exchange.signing import SigningKey
from auction_client.exchange.wire import WireError
from auction_client.model.readback import read_back
from auction_client.model.totals import worst_case_total

_MOST_DOCUMENT = 200_000

REASONS = {
    "extreme": ReasonRule(),
    "always": ReasonRule(every_warning=True),
    "never": ReasonRule(price_times=None, size_times=None),
}
"""The choices of which warnings need a reason in writing."""


def policy(builder: Builder, arguments: argparse.Namespace) -> int:
    """Shows the desk's rules, after changing those that were named."""
    folder = builder.home.orders
    try:
        rules = read_policy(folder)
        changed = _changed(rules, arguments)
        if changed != rules:
            write_policy(folder, changed)
            say("The rules hold from the next start of the app or the next command on.")
    except PolicyError as error:
        raise Refused(str(error), "nothing was changed") from None
    if arguments.json:
        print_json(changed.model_dump(mode="json"))
        return DONE
    if changed.budget is None:
        print_text("No budget.")
    else:
        days = "day" if changed.budget_days == 1 else f"{changed.budget_days} days"
        print_text(f"At most ${changed.budget.block:,.2f} within a {days}, open bids at their worst included.")
    if not changed.approvers:
        print_text("No second signature is asked for.")
    else:
        print_text(f"Bids that may cost more than ${changed.approval_above:,.2f}, and all that sell, wait for one of:")
        for each in changed.approvers:
            print_text(f"  {each.name}  {each.public_key}")
    print_text(f"A reason in writing is needed {_reasons(changed.reasons)}.")
    total = changed.limits.bid_total
    print_text(f"One bid: at most ${total.block:,.2f}; asked again above ${total.warn or total.block:,.2f}.")
    return DONE


def _reasons(rule: ReasonRule) -> str:
    if rule.every_warning:
        return "for every warning"
    told = []
    if rule.price_times is not None:
        told.append(f"for a price {rule.price_times} times the last one")
    if rule.size_times is not None:
        told.append(f"for a size {rule.size_times} times what is warned of")
    return ", ".join(told) or "never"


def _changed(rules: Policy, arguments: argparse.Namespace) -> Policy:
    values = rules.model_dump()
    try:
        if arguments.budget is not None:
            none = arguments.budget == "none"
            values["budget"] = None if none else MoneyLevels(block=_dollars(arguments.budget)).model_dump()
        if arguments.days is not None:
            values["budget_days"] = arguments.days
        if arguments.above is not None:
            values["approval_above"] = _dollars(arguments.above)
        if arguments.reasons is not None:
            values["reasons"] = REASONS[arguments.reasons].model_dump()
        approvers = [each for each in rules.approvers if each.name not in (arguments.remove or ())]
        for text in arguments.approver or ():
            name, _, key = text.partition("=")
            approvers = [each for each in approvers if each.name != name]
            approvers.append(Approver(name=name, public_key=key))
        values["approvers"] = [each.model_dump() for each in approvers]
        return Policy.model_validate(values)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in fault["loc"])
        raise Refused(
            f"these rules cannot be set: {where}: {fault['msg']}", "see: python main.py policy --help"
        ) from None


def _dollars(text: str) -> Decimal:
    try:
        amount = Decimal(text.removeprefix("$").replace(",", ""))
    except InvalidOperation:
        raise Refused(f"{text!r} is no amount of USD", "give a number such as 5000 or 5000.00") from None
    if not amount.is_finite() or amount < 0:
        raise Refused(f"{text!r} is no amount of USD", "give a number such as 5000 or 5000.00")
    return amount


def approval(builder: Builder, arguments: argparse.Namespace) -> int:
    """Four eyes: `request` writes what a second person signs, `sign` is that person's yes, `accept` lets the bid go."""
    if arguments.action == "sign":
        return _sign(builder, arguments)
    with open_account(builder, arguments) as desk, desk_errors("list the orders with: python main.py orders"):
        if arguments.action == "request":
            write_new(arguments.out, desk.approval_request(arguments.id))
            say(f"Hand {arguments.out} to a second person, who runs: python main.py approval sign {arguments.out}")
            return DONE
        desk.approve(arguments.id, bytes_of(arguments.file, _MOST_DOCUMENT))
        view = desk.settle(arguments.id, SETTLE_SECONDS)
    return tell(view, STANDS, json=arguments.json)


def _sign(builder: Builder, arguments: argparse.Namespace) -> int:
    try:
        request = read_request(bytes_of(arguments.file, _MOST_DOCUMENT))
        bid = request.bid
    except (ApprovalError, WireError) as error:
        raise Refused(f"{arguments.file}: {error}", "ask for the request again") from None
    key = own_key(builder, arguments)
    total = worst_case_total(bid.root)
    say(read_back(bid, "en", machine_zone()))
    say(f"At most ${total:,.2f} in total." if total is not None else "Nothing bounds the total.")
    say(f"Bid {request.client_id}, content {request.digest[:16]}, signed as {arguments.name} with {key.public_text}.")
    if not arguments.yes and not confirmed("Approve exactly this bid? Type yes."):
        raise Refused("not approved", "nothing was signed")
    write_new(arguments.out, approve(request, key, arguments.name))
    say(f"Give {arguments.out} back; it is taken with: python main.py approval accept {request.client_id} ...")
    return DONE


def own_key(builder: Builder, arguments: argparse.Namespace) -> SigningKey:
    """This person's key, made at first use; Refused where it could not be kept."""
    folder = builder.home.orders
    try:
        store = best_store(str(folder), folder, passphrase_in(arguments.passphrase_file))
        if isinstance(store, SessionStore):
            raise Refused("no keyring works here, so no key can be kept", "name a --passphrase-file")
        return hold_key(store).key
    except KeyStoreError as error:
        raise Refused(str(error), "nothing was signed") from None


def key(builder: Builder, arguments: argparse.Namespace) -> int:
    """Shows the account's public key, or puts a new one in its place."""
    if arguments.action == "show":
        print_text(own_key(builder, arguments).public_text)
        return DONE
    with open_account(builder, arguments) as desk, desk_errors("the old key still works; try again"):
        asked(desk.rotate_key)
        print_text(f"The account signs with {desk.client.key.public_text} from now on.")
    return DONE


def stop(builder: Builder, arguments: argparse.Namespace) -> int:
    """The stop switch: nothing more is sent, everything open is cancelled."""
    return _switch(builder, arguments, stopped=True)


def rearm(builder: Builder, arguments: argparse.Namespace) -> int:
    """Lets new bids go again; what was held waits for `release`."""
    return _switch(builder, arguments, stopped=False)


def _switch(builder: Builder, arguments: argparse.Namespace, *, stopped: bool) -> int:
    with open_account(builder, arguments) as desk, desk_errors("try again"):
        if stopped:
            desk.stop()
        else:
            desk.rearm()
        status = desk.settle_switch(SETTLE_SECONDS)
    if arguments.json:
        print_json({"stopped": status.stopped, "heard": status.stop_heard})
    else:
        print_text("Stopped: nothing more is sent." if status.stopped else "Armed: new bids may go.")
    if not status.stop_heard:
        say("The exchange has not confirmed this yet. It is asked again at every start until it does.")
    return DONE if status.stop_heard else REFUSED


def release(builder: Builder, arguments: argparse.Namespace) -> int:
    """Lets a bid go that the stop switch had held back."""
    with open_account(builder, arguments) as desk, desk_errors("list the orders with: python main.py orders"):
        desk.release(arguments.id)
        view = desk.settle(arguments.id, SETTLE_SECONDS)
    return tell(view, STANDS, json=arguments.json)
