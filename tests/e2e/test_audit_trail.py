"""Every step of an order, from the words typed to the signed receipt, is in the document that is exported of it."""

from __future__ import annotations

import base64
import json
import subprocess
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.services.ports import Confirmation
from app.services.venue.orders import VenueDesk
from auction_client.exchange.dossier import check
from auction_client.exchange.keys import SessionStore
from auction_client.exchange.opening import open_desk
from auction_client.model.bid import Bid
from auction_client.model.catalogue import load_catalogue
from auction_client.practice.embedded import PracticeServer
from tests.e2e.test_commands import Commands, commands, exchange
from tests.practice.trading import SMALL, lot

__all__ = ["commands", "exchange"]
DOUBTFUL = "8 H100 and 4 A100 or 16 L40S tomorrow from 20:00 to 23:00, at most $3 per GPU-hour"


def entries_of(document: bytes) -> dict[str, list[Any]]:
    """The bodies of the entries by kind, in order."""
    found: dict[str, list[Any]] = {}
    for entry in json.loads(document)["entries"]:
        body = base64.b64decode(entry["body"])
        found.setdefault(entry["kind"], []).append(json.loads(body) if body[:1] in b'{["' else body)
    return found


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_an_order_from_words_says_what_read_them_and_what_the_model_was_asked(
    commands: Commands, exchange: subprocess.Popen[str]
) -> None:
    draft = commands.json("draft", DOUBTFUL, "--tz", "UTC")
    assert draft["reader"]["answers"], "the model was asked"
    file = commands.home / "draft.json"
    if draft["questions"]:  # the two readings are for a person to choose from; here the first is taken
        draft["questions"] = []
    file.write_text(json.dumps(draft), encoding="utf-8")
    order = commands.account("submit", str(file), "--yes", "--reason", "any of these finishes the run")
    commands.run("audit", "export", order["id"], "--out", "dossier.json")
    kept = entries_of((commands.home / "dossier.json").read_bytes())
    assert kept["text"] == [DOUBTFUL]
    assert kept["spans"] == [draft["spans"]]
    (reader,) = kept["reader"]
    assert len(reader["sha256"]) == len(reader["adapter_sha256"]) == 64
    assert kept["prompt"] == [[each["prompt"] for each in draft["reader"]["answers"]]]
    assert kept["raw_output"] == [[each["answer"] for each in draft["reader"]["answers"]]]
    assert "16 x L40S" in kept["screen"][0]
    (confirmed,) = kept["confirmed"]
    assert confirmed["bid"] == draft["bid"]
    assert [state["state"] for state in kept["state"]][:3] == ["CONFIRMED", "SENDING", "ACKED"]
    assert kept["attempt"][0]["idempotency_key"] == order["id"]
    assert json.loads(kept["proof"][0]["body"])["client_id"] == order["id"]


def test_an_order_from_the_window_says_what_was_changed_by_hand_and_acknowledged(tmp_path: Path) -> None:
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=5)
    bid = Bid.model_validate({"version": 1, "root": lot(limit="5.50", start=start), "good_until": None})
    edits = ({"set": "root.limit", "to": "5.50"}, {"dismissed": "please"})
    with PracticeServer(tmp_path / "exchange", settings=SMALL) as server:
        prices = {"H100": Decimal("2.50")}
        desk = open_desk(tmp_path / "orders", server.url, SessionStore(), gpu_prices=prices, token_prices={})
        desk.pump()
        venue = VenueDesk(desk, load_catalogue(), "Practice exchange")
        shown = venue.check(bid)
        assert [caution.id for caution in shown] == ["collar@root"]
        confirmation = Confirmation(
            bid, "8 H100s please", None, "Buy 8 x H100", edits, frozenset(caution.id for caution in shown)
        )
        order_id = venue.confirm(confirmation)
        desk.settle(order_id, 10.0)
        document = desk.dossier(order_id)
        kept = entries_of(document)
        assert kept["edits"] == [list(edits)]
        assert [each["acknowledged"] for each in kept["limits"][0]] == ["collar@root"]
        assert kept["screen"] == ["Buy 8 x H100"]
        assert check(document, server.public_key).witnessed
        venue.close()
