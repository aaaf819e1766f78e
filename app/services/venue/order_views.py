"""All confirmed bids as the desk knows them, kept between two looks: only what it says has moved is read again."""

from __future__ import annotations

from threading import Lock

from auction_client.exchange.desk import OrderDesk
from auction_client.exchange.notices import Notice
from auction_client.exchange.views import OrderView

WHOLE_EVERY = 60
"""Looks from one reading of the whole outbox to the next, whatever the desk has said."""


class OrderViews:
    """The desk speaks on any thread; `all` is for one thread, the orders'."""

    def __init__(self, desk: OrderDesk) -> None:
        self._desk = desk
        self._lock = Lock()
        self._moved: set[str] = set()
        self._looks = 0
        self._kept: dict[str, OrderView] = {}
        self._told: tuple[OrderView, ...] = ()
        desk.listen(self._hear)

    def _hear(self, notice: Notice) -> None:
        with self._lock:
            if notice.kind == "bid":
                self._moved.add(notice.client_id)
            elif notice.kind == "connection":
                self._looks = 0

    def added(self, client_id: str) -> None:
        """A bid has been confirmed."""
        with self._lock:
            self._moved.add(client_id)

    def all(self) -> tuple[OrderView, ...]:
        """Newest first. Raises OutboxError or DeskError where the outbox cannot be read."""
        with self._lock:
            moved, self._moved = self._moved, set()
            whole = self._looks % WHOLE_EVERY == 0
            self._looks += 1
        try:
            if whole:
                self._kept = {view.client_id: view for view in self._desk.orders()}
            for client_id in () if whole else moved:
                self._kept[client_id] = self._desk.order(client_id)
        except BaseException:
            with self._lock:
                self._moved |= moved
                self._looks = 0
            raise
        if whole or moved:
            self._told = tuple(self._kept[client_id] for client_id in sorted(self._kept, reverse=True))
        return self._told
