"""The desk's own rules and this account's key, as they hold: shown, and told where they are changed."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame

from app.services.errors import UserFacing
from app.services.orders import OrderService
from app.services.views import Rules
from app.ui.faults import fault_title
from app.ui.kit import Kit, clear, column, row


class RulesCard(QFrame):
    """Asks the desk whenever it is shown."""

    def __init__(self, kit: Kit, orders: OrderService) -> None:
        super().__init__()
        self._kit = kit
        self._live = True
        self.setProperty("look", "card")
        t = kit.t
        layout = column(self, margins=(22, 18, 22, 20), gap=12)
        layout.addWidget(kit.label(t("Rules of this desk"), "heading"))
        self._lines = column(gap=10)
        layout.addLayout(self._lines)
        layout.addWidget(kit.label(t("They are changed with the command: python main.py policy"), "small", wrap=True))
        self._say(t("Asking the desk …"))
        self._orders = orders

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._orders.ask_rules(self._show, self._failed)

    def release(self) -> None:
        """Wants no answer any more."""
        self._live = False

    def _say(self, words: str) -> None:
        clear(self._lines)
        self._lines.addWidget(self._kit.label(words, "muted", wrap=True))

    def _failed(self, error: UserFacing) -> None:
        if self._live:
            self._say(fault_title(self._kit, error))

    def _show(self, rules: Rules) -> None:
        if not self._live:
            return
        clear(self._lines)
        kit, t = self._kit, self._kit.t
        self._line(t("One bid, at most"), kit.fmt.money(rules.bid_total))
        if rules.budget is not None:
            words = t("{amount} within {days} d, open bids at their worst included", amount=kit.fmt.money(rules.budget),
                      days=rules.budget_days)  # fmt: skip
            self._line(t("Budget"), words)
        if rules.approvers:
            above = t("above {amount}, and for every sale", amount=kit.fmt.money(rules.approval_above))
            self._line(t("A second signature is needed"), above)
            self._line(t("It is good from"), ", ".join(name for name, _ in rules.approvers))
        else:
            self._line(t("A second signature is needed"), t("never"))
        self._line(t("A reason in writing is needed"), self._reasons(rules))
        self._line(t("The account's key is kept"), t(rules.key_kept))
        entry = row(gap=16)
        entry.addWidget(kit.label(t("Public key"), "muted"), 2)
        both = row(gap=8)
        both.addWidget(kit.label(f"{rules.public_key[:22]}…", "", select=True))
        copy = kit.button(t("Copy"), "quiet", icon="copy", name=t("Copy the public key"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(rules.public_key))
        both.addWidget(copy)
        both.addStretch(1)
        entry.addLayout(both, 3)
        self._lines.addLayout(entry)

    def _reasons(self, rules: Rules) -> str:
        t = self._kit.t
        if rules.reason_always:
            return t("for every warning")
        told = []
        if rules.reason_price is not None:
            told.append(t("for a price {times} times the last one", times=rules.reason_price))
        if rules.reason_size is not None:
            told.append(t("for a size {times} times what is warned of", times=rules.reason_size))
        return ", ".join(told) or t("never")

    def _line(self, name: str, value: str) -> None:
        entry = row(gap=16)
        entry.addWidget(self._kit.label(name, "muted", wrap=True), 2)
        entry.addWidget(self._kit.label(value, "", wrap=True), 3)
        self._lines.addLayout(entry)
