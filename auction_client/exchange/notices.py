"""What the order desk tells its listeners: that something changed, and what."""

from __future__ import annotations

from dataclasses import dataclass

from auction_client.exchange.core import Alarm, Store, StoreSwitch


@dataclass(frozen=True)
class Notice:
    """Something changed: `kind` is bid, switch, alarm, connection, auction or distribution. Text is plain text."""

    kind: str
    client_id: str = ""
    text: str = ""


def notice_of(action: Store | StoreSwitch | Alarm) -> Notice:
    """What is told once an action of the core is durable."""
    if isinstance(action, Store):
        return Notice("bid", action.row.client_id, action.row.state)
    if isinstance(action, Alarm):
        return Notice("alarm", action.client_id, action.text)
    return Notice("switch", text="stopped" if action.switch.stopped else "armed")
