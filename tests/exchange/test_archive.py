"""Outboxes that no desk has open: read without being touched, and what is whole in a damaged one is brought out."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from auction_client.exchange.archive import kept_bids
from auction_client.exchange.core import Row
from auction_client.exchange.ids import new_client_id
from auction_client.exchange.outbox import OUTBOX_FILE, Outbox, OutboxError
from auction_client.exchange.protocol import SubmitRequest
from auction_client.exchange.states import State
from auction_client.exchange.wire import sha256_hex, write_message
from tests.exchange.seats import a_bid

COUNT = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    outbox = Outbox(tmp_path / OUTBOX_FILE)
    for number in range(COUNT):
        bid = a_bid(8 + number)
        start = bid.root.delivery.start  # type: ignore[union-attr]
        client_id = new_client_id()
        body = write_message(SubmitRequest(client_id=client_id, not_after=start, bid=bid))
        with outbox.transaction():
            outbox.record(1_000 + number, client_id, "confirmed", body)
            outbox.add(Row(client_id, sha256_hex(body), int(start.timestamp() * 1000)), body, 1_000 + number)
    outbox.close()
    return tmp_path


def test_every_bid_of_a_whole_outbox_is_found_and_nothing_is_written(folder: Path) -> None:
    before = (folder / OUTBOX_FILE).read_bytes()
    bids = kept_bids(folder)
    assert [bid.confirmed_at for bid in bids] == [1_000 + number for number in range(COUNT)]
    assert {bid.state for bid in bids} == {State.CONFIRMED}
    assert (folder / OUTBOX_FILE).read_bytes() == before


@pytest.mark.parametrize("seed", range(8))
def test_what_is_whole_in_a_damaged_outbox_is_brought_out_and_nothing_else(folder: Path, seed: int) -> None:
    whole = {bid.client_id: bid.body for bid in kept_bids(folder)}
    file = folder / OUTBOX_FILE
    data = bytearray(file.read_bytes())
    chance = random.Random(seed)
    page = 4096 * chance.randrange(12, len(data) // 4096)  # a page of the bids or of the chain, not of the schema
    data[page : page + 4096] = chance.randbytes(4096)
    file.write_bytes(data)
    with pytest.raises(OutboxError):
        Outbox(file)
    rescued = kept_bids(folder)
    assert len(rescued) >= COUNT // 2
    for bid in rescued:
        assert whole[bid.client_id] == bid.body


def test_what_is_no_outbox_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(OutboxError, match="cannot be read"):
        kept_bids(tmp_path)
    (tmp_path / OUTBOX_FILE).write_bytes(b"nonsense" * 1000)
    with pytest.raises(OutboxError, match="nothing of"):
        kept_bids(tmp_path)
