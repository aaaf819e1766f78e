"""The desk's own rules: kept in a file, obeyed at once, never dropped because they cannot be read."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from auction_client.exchange.limits import DEFAULT_LIMITS
from auction_client.exchange.policy import POLICY_FILE, Approver, Policy, PolicyError, read_policy, write_policy
from auction_client.exchange.protocol import MoneyLevels
from auction_client.exchange.signing import SigningKey


def test_a_desk_without_a_file_has_the_default_limits(tmp_path: Path) -> None:
    policy = read_policy(tmp_path)
    assert policy.limits == DEFAULT_LIMITS
    assert policy.budget is None
    assert policy.four_eyes.approvers == {}


def test_rules_are_read_as_they_were_written(tmp_path: Path) -> None:
    key = SigningKey.generate().public_text
    policy = Policy(
        budget=MoneyLevels(warn=Decimal(500), block=Decimal(1000)),
        budget_days=30,
        approvers=(Approver(name="Second", public_key=key),),
        approval_above=Decimal("250.50"),
    )
    write_policy(tmp_path / "orders", policy)
    found = read_policy(tmp_path / "orders")
    assert found == policy
    assert found.budget_period == timedelta(days=30)
    assert found.four_eyes.approvers == {key: "Second"}
    assert (tmp_path / "orders" / POLICY_FILE).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", [b"", b"{", b'{"version":2}', b'{"version":1,"budgets":null}', b"\xff"])
def test_rules_that_cannot_be_read_stop_the_desk(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / POLICY_FILE).write_bytes(damage)
    with pytest.raises(PolicyError, match="damaged"):
        read_policy(tmp_path)
