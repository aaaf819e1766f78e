"""What the window tells in passing: in a message at its foot, and by the system while another program is in front."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication

from app.services.errors import UserFacing
from app.services.views import Order
from app.ui.faults import fault_advice, fault_title
from app.ui.kit import Kit
from app.ui.notices import TOLD, Notices
from app.ui.orders.words import ended_words, next_step
from app.ui.widgets.toast import Toast


class Messages:
    """Speaks in one look and language. `show_order` brings an order to the front; `in_front`: whether the window is."""

    def __init__(
        self,
        kit: Kit,
        toast: Toast,
        notices: Notices,
        show_order: Callable[[str], None],
        in_front: Callable[[], bool],
    ) -> None:
        self._kit = kit
        self._toast = toast
        self._notices = notices
        self._show_order = show_order
        self._in_front = in_front

    def tell(self, error: UserFacing) -> None:
        """Says what went wrong and what to do; the words can be copied for somebody who helps."""
        advice = fault_advice(self._kit, error)
        words = fault_title(self._kit, error) + (f". {advice}" if advice else "")
        self._toast.show(
            words, self._kit.t("Copy"), lambda: QApplication.clipboard().setText(f"{words} [{error.code}]")
        )

    def tell_remembered(self, words: str, undo: Callable[[], None]) -> None:
        """Says what is a setting from now on, with a way back."""
        self._toast.show(words, self._kit.t("Undo"), undo)

    def tell_news(self, orders: Sequence[Order]) -> None:
        """Says how orders have ended."""
        for order in orders:

            def look(order_id: str = order.id) -> None:
                self._show_order(order_id)

            told = ended_words(order, self._kit.t, self._kit.fmt)
            self._toast.show(told, self._kit.t("Show"), look)
            if order.state in TOLD and not self._in_front():
                self._notices.show(told, self._kit.t(next_step(order)), look)
