"""The exchange's desk in the window's words: held orders, signatures, the trail, and looks that cost nothing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.services.errors import UserFacing
from app.services.ports import Confirmation
from app.services.venue.order_views import WHOLE_EVERY
from app.services.venue.orders import VenueDesk
from auction_client.exchange.approval import approve, read_request
from auction_client.exchange.keys import SessionStore
from auction_client.exchange.opening import open_desk
from auction_client.exchange.outbox import OutboxError
from auction_client.exchange.policy import Approver, Policy
from auction_client.exchange.signing import SigningKey
from auction_client.model.bid import Bid
from auction_client.model.catalogue import load_catalogue
from tests.exchange.http_exchange import running_exchange
from tests.exchange.seats import GPU_PRICES, a_bid

SECOND = SigningKey.generate()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[VenueDesk]:
    person = Approver(name="Risk desk", public_key=SECOND.public_text)
    policy = Policy(approvers=(person,), approval_above=Decimal(150))
    with running_exchange() as exchange:
        opened = open_desk(
            tmp_path, exchange.url, SessionStore(), gpu_prices=GPU_PRICES, token_prices={}, policy=policy
        )
        yield VenueDesk(opened, load_catalogue(), "Practice exchange")
        opened.close()


def confirmed(desk: VenueDesk, bid: Bid) -> str:
    return desk.confirm(Confirmation(bid=bid, text="8 H100s", draft=None, screen="Buy 8 x H100"))


def test_a_large_bid_is_held_until_the_second_signature_is_taken(desk: VenueDesk) -> None:
    order_id = confirmed(desk, a_bid(8))
    (order,) = desk.orders()
    assert (order.state, order.awaits) == ("held", "approval")
    request = desk.approvals.request(order_id)
    seen = desk.approvals.look(request)
    assert (seen.order_id, seen.bid) == (order_id, order.bid)
    with pytest.raises(UserFacing, match="not taken"):
        desk.approvals.accept(order_id, approve(read_request(request), SigningKey.generate(), "Nobody"))
    desk.approvals.accept(order_id, approve(read_request(request), SECOND, "Risk desk"))
    (order,) = desk.orders()
    assert (order.state, order.awaits) == ("saved", "")


def test_a_key_that_is_not_kept_signs_for_nobody(desk: VenueDesk) -> None:
    order_id = confirmed(desk, a_bid(8))
    with pytest.raises(UserFacing, match="not kept"):
        desk.approvals.sign(desk.approvals.look(desk.approvals.request(order_id)), "Risk desk")


def test_what_is_no_request_is_not_shown(desk: VenueDesk) -> None:
    with pytest.raises(UserFacing, match="no request"):
        desk.approvals.look(b"{}")


def test_the_rules_name_the_approvers_and_the_own_key(desk: VenueDesk) -> None:
    rules = desk.approvals.rules()
    assert rules.approvers == (("Risk desk", SECOND.public_text),)
    assert (rules.approval_above, rules.budget) == (Decimal(150), None)
    assert rules.public_key == desk.client.key.public_text


def test_an_order_that_has_not_changed_is_the_very_same_value_at_the_next_look(desk: VenueDesk) -> None:
    confirmed(desk, a_bid(8))
    before, after = desk.orders(), desk.orders()
    assert before[0] is after[0]


def test_the_trail_begins_with_the_words_and_holds_what_the_review_showed(desk: VenueDesk) -> None:
    order_id = confirmed(desk, a_bid(8))
    trail = desk.trail(order_id)
    kinds = {entry.kind: entry.words for entry in trail}
    assert trail[0].kind == "text"
    assert "8 H100s" in kinds["text"]
    assert "Buy 8 x H100" in kinds["screen"]
    assert order_id in kinds["confirmed"]
    with pytest.raises(UserFacing):
        desk.trail("019a0000-0000-7000-8000-000000000000")


def test_a_look_reads_only_the_bids_that_have_moved_and_now_and_then_all(
    desk: VenueDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    confirmed(desk, a_bid(8))
    desk.orders()
    whole: list[int] = []
    one: list[str] = []
    inner = desk._desk
    monkeypatch.setattr(inner, "orders", lambda: whole.append(1) or tuple(desk._views._kept.values()))
    monkeypatch.setattr(inner, "order", lambda client_id, ask=inner.order: one.append(client_id) or ask(client_id))
    second = confirmed(desk, a_bid(7))
    assert desk.orders()[0].id == second
    desk.cancel(second)
    assert desk.orders()[0].state in ("cancelling", "cancelled")
    assert one == [second, second]
    for _ in range(WHOLE_EVERY):
        desk.orders()
    assert whole == [1]


def test_what_could_not_be_read_is_read_at_the_next_look(desk: VenueDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.orders()
    order_id = confirmed(desk, a_bid(8))

    def broken(_client_id: str) -> None:
        raise OutboxError("the disk is gone")

    with monkeypatch.context() as patched:
        patched.setattr(desk._desk, "order", broken)
        with pytest.raises(OutboxError):
            desk.orders()
    assert [order.id for order in desk.orders()] == [order_id]
