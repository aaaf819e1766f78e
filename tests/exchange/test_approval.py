"""Four eyes: a large bid stays until a second person has signed for exactly its bytes, and no way leads around that."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from auction_client.exchange.approval import ApprovalError, FourEyes, approve, read_request
from auction_client.exchange.desk import DeskError, OrderDesk
from auction_client.exchange.keys import SessionStore
from auction_client.exchange.opening import open_desk
from auction_client.exchange.policy import Approver, Policy
from auction_client.exchange.signing import SigningKey
from auction_client.exchange.states import State
from auction_client.model.bid import Bid, Lot
from tests.exchange.http_exchange import HttpExchange
from tests.exchange.seats import GPU_PRICES, a_bid, pump_until

SECOND = SigningKey.generate()


@pytest.fixture
def desk(tmp_path: Path, exchange: HttpExchange) -> Iterator[OrderDesk]:
    policy = Policy(
        approvers=(Approver(name="second person", public_key=SECOND.public_text),), approval_above=Decimal(150)
    )
    opened = open_desk(
        tmp_path / "d", exchange.url, SessionStore(), gpu_prices=GPU_PRICES, token_prices={}, policy=policy
    )
    yield opened
    opened.close()


def test_a_small_bid_needs_one_person(desk: OrderDesk) -> None:
    pump_until(desk, desk.confirm(a_bid(5)), State.ACKED)


def test_a_large_bid_waits_for_the_second_person(desk: OrderDesk, exchange: HttpExchange) -> None:
    client_id = desk.confirm(a_bid(8))
    for _ in range(5):
        desk.pump()
    assert desk.order(client_id).state is State.HELD
    assert desk.order(client_id).reason == "waits for a second person"
    assert exchange.model.held == {}
    request = read_request(desk.approval_request(client_id))
    assert request.bid == desk.order(client_id).bid
    desk.approve(client_id, approve(request, SECOND, "second person"))
    pump_until(desk, client_id, State.ACKED)


def test_a_sale_needs_the_second_person_whatever_its_size() -> None:
    rule = FourEyes({SECOND.public_text: "s"}, above=Decimal(10**9))
    root = a_bid(1).root
    assert isinstance(root, Lot)
    sale = Bid(root=root.model_copy(update={"side": "sell"}))
    assert rule.needed(sale)
    assert not rule.needed(a_bid(1))
    assert not FourEyes().needed(sale)


def test_no_way_leads_around_the_second_person(desk: OrderDesk, exchange: HttpExchange) -> None:
    client_id = desk.confirm(a_bid(8))
    with pytest.raises(DeskError, match="second person"):
        desk.release(client_id)
    desk.stop()
    desk.rearm()
    with pytest.raises(DeskError, match="second person"):
        desk.release(client_id)
    desk._sender.act(lambda core: core.release(client_id))  # as if a defect had let it go
    for _ in range(10):
        desk.pump()
    assert client_id not in exchange.model.held or exchange.model.held[client_id].effects == 0
    assert desk.status().stopped


@pytest.mark.parametrize("change", ["own key", "unknown key", "other bid", "other digest", "signature", "nonsense"])
def test_an_approval_that_does_not_hold_changes_nothing(desk: OrderDesk, change: str) -> None:
    client_id, other = desk.confirm(a_bid(8)), desk.confirm(a_bid(9))
    request = read_request(desk.approval_request(client_id))
    good = json.loads(approve(request, SECOND, "second person"))
    if change == "own key":
        good = json.loads(approve(request, desk.client.key, "me"))
    elif change == "unknown key":
        good = json.loads(approve(request, SigningKey.generate(), "somebody"))
    elif change == "other bid":
        good = json.loads(approve(read_request(desk.approval_request(other)), SECOND, "second person"))
    elif change == "other digest":
        good["digest"] = "0" * 64
    elif change == "signature":
        good["signature"] = json.loads(approve(read_request(desk.approval_request(other)), SECOND, "s"))["signature"]
    else:
        good = {"yes": True}
    with pytest.raises(ApprovalError):
        desk.approve(client_id, json.dumps(good).encode())
    assert desk.order(client_id).state is State.HELD


def test_an_approval_where_none_is_needed_is_refused(desk: OrderDesk) -> None:
    client_id = desk.confirm(a_bid(5))
    document = approve(read_request(desk.approval_request(client_id)), SECOND, "second person")
    with pytest.raises(DeskError, match="needs no approval"):
        desk.approve(client_id, document)


def test_a_request_that_names_another_bid_is_refused(desk: OrderDesk) -> None:
    one, two = desk.confirm(a_bid(8)), desk.confirm(a_bid(9))
    document = desk.approval_request(one).replace(one.encode(), two.encode(), 1)
    with pytest.raises(ApprovalError, match="names another"):
        read_request(document)


def test_the_approval_is_in_the_dossier(desk: OrderDesk) -> None:
    client_id = desk.confirm(a_bid(8))
    desk.approve(client_id, approve(read_request(desk.approval_request(client_id)), SECOND, "second person"))
    kinds = [entry["kind"] for entry in json.loads(desk.dossier(client_id))["entries"]]
    assert "approval" in kinds
