"""The rules that a desk gives itself: limits, a budget for a period, and whose second signature large bids need.

They stand in `policy.json` in the outbox's folder. A file that cannot be read stops the desk: no rule is dropped.
"""

from __future__ import annotations

import os
import tempfile
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from auction_client.exchange.amounts import Amount
from auction_client.exchange.approval import FourEyes
from auction_client.exchange.limits import DEFAULT_LIMITS
from auction_client.exchange.protocol import AccountLimits, KeyText, Label, MoneyLevels
from auction_client.exchange.reasons import ReasonRule
from auction_client.exchange.wire import WireError, read_message, write_message
from auction_client.model.bid import Frozen

POLICY_FILE = "policy.json"


class PolicyError(RuntimeError):
    """The rules cannot be read or written. The text says what to do."""


class Approver(Frozen):
    """A person whose signature lets a held bid go, by public key."""

    name: Label
    public_key: KeyText


class Policy(Frozen):
    """A desk's rules. `budget`: USD that may be spent within the last `budget_days` days (counted from each bid's
    confirmation), open bids at their worst included. With `approvers`, bids that may cost more than `approval_above`
    USD, and all that sell, wait for one of them. `reasons`: which warnings are acknowledged in writing only."""

    version: Literal[1] = 1
    limits: AccountLimits = DEFAULT_LIMITS
    budget: MoneyLevels | None = None
    budget_days: Annotated[int, Field(strict=True, ge=1, le=366)] = 1
    approvers: Annotated[tuple[Approver, ...], Field(max_length=100)] = ()
    approval_above: Amount = Decimal(0)
    reasons: ReasonRule = ReasonRule()

    @property
    def four_eyes(self) -> FourEyes:
        """The rule for second signatures."""
        return FourEyes({each.public_key: each.name for each in self.approvers}, self.approval_above)

    @property
    def budget_period(self) -> timedelta:
        """How far back spending counts against the budget."""
        return timedelta(days=self.budget_days)


def read_policy(folder: Path) -> Policy:
    """The rules of the desk in `folder`; the default limits where it has set none. Raises PolicyError."""
    file = folder / POLICY_FILE
    try:
        return read_message(Policy, file.read_bytes())
    except FileNotFoundError:
        return Policy()
    except OSError as error:
        raise PolicyError(f"the desk's rules in {file} cannot be read ({error.strerror})") from None
    except WireError as error:
        raise PolicyError(f"the desk's rules in {file} are damaged ({error}); mend or restore the file") from None


def write_policy(folder: Path, policy: Policy) -> None:
    """Keeps the rules; the old ones stay until the new ones are on disk. Raises PolicyError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=POLICY_FILE)  # mode 0600
        with os.fdopen(handle, "wb") as file:
            file.write(write_message(policy))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(folder / POLICY_FILE)
    except OSError as error:
        raise PolicyError(f"the desk's rules cannot be written ({error.strerror})") from None
