"""What you own: a calendar of GPU hours, tokens, and one step to offer them again."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.services.resale import resale_bid
from app.services.views import Position
from app.services.workbench import Workbench
from app.ui.kit import Kit, clear, column, frame, plain, row, scrolling
from app.ui.positions.calendar import OwnedCalendar
from app.ui.widgets.empty import EmptyState


class PositionsScreen(QWidget):
    """Renders the positions of the order service. Emits `drafted` when a resale has become the open draft."""

    drafted = Signal()

    def __init__(self, kit: Kit, bench: Workbench) -> None:
        super().__init__()
        self._kit = kit
        self._bench = bench
        self._shown: object = None
        self.setProperty("look", "ground")
        t = kit.t
        layout = column(self, margins=(28, 20, 28, 24), gap=16)
        self._stack = QStackedWidget()
        content = QWidget()
        inside = column(content, gap=16)
        card = frame("card")
        box = column(card, margins=(20, 16, 20, 16), gap=10)
        box.addWidget(kit.label(t("Owned hours"), "heading"))
        self.calendar = OwnedCalendar(kit)
        box.addWidget(self.calendar)
        inside.addWidget(card)
        self._cards = column(gap=10)
        inside.addLayout(self._cards)
        inside.addStretch(1)
        self._stack.addWidget(scrolling(content))
        self._stack.addWidget(
            EmptyState(
                kit, "calendar-days", t("Nothing owned yet"),
                t("Hours and tokens that your orders win stand here, and can be offered again in one step."),
            )
        )  # fmt: skip
        layout.addWidget(self._stack)
        self._stop = bench.orders.on_change(self._show)
        self._show()

    def release(self) -> None:
        """Listens no more."""
        self._stop()

    def _show(self) -> None:
        positions = self._bench.orders.state.positions
        self._stack.setCurrentIndex(0 if positions else 1)
        if positions == self._shown:
            return
        self._shown = positions
        self.calendar.show_positions(positions, self._kit.clock.now())
        clear(self._cards)
        for position in positions:
            self._cards.addWidget(self._card(position))

    def _card(self, position: Position) -> QWidget:
        kit, t = self._kit, self._kit.t
        card = frame("card")
        layout = row(card, margins=(20, 14, 16, 14), gap=16)
        layout.addWidget(
            kit.picture("coins" if position.token else "cpu", kit.tokens.muted, 20), alignment=Qt.AlignmentFlag.AlignTop
        )
        words = column(gap=2)
        place = f" · {position.region}" if position.region else ""
        words.addWidget(kit.label(f"{kit.fmt.count(position.quantity)} × {position.product}{place}", "strong"))
        for start, end in position.hours[:3]:
            words.addWidget(kit.label(kit.fmt.window(start, end), "muted"))
        if len(position.hours) > 3:
            words.addWidget(kit.label(t("and {count} more stretches", count=len(position.hours) - 3), "small"))
        layout.addLayout(words, 1)
        hours = sum(((end - start) / timedelta(hours=1) for start, end in position.hours), 0.0) * position.quantity
        figures = [(t("GPU-hours"), f"{hours:,.0f}")] if position.hours else []
        if position.paid is not None:
            figures.append((t("Paid") if position.paid >= 0 else t("Received"), kit.fmt.money(abs(position.paid))))
            units = Decimal(str(hours)) if position.hours else Decimal(position.quantity)
            if units:
                figures.append((t("each"), kit.fmt.average(abs(position.paid) / abs(units))))
        for name, value in figures:
            pair = column(gap=1)
            pair.addWidget(kit.label(name, "caption"))
            pair.addWidget(kit.figures(value, "strong"))
            holder = plain(pair)
            holder.setMinimumWidth(96)
            layout.addWidget(holder)
        if position.quantity > 0:
            sell = kit.button(t("Resell"), icon="tag", name=t("Resell {what}", what=position.product))
            sell.clicked.connect(lambda: self._resell(position))
            layout.addWidget(sell, alignment=Qt.AlignmentFlag.AlignVCenter)
        return card

    def _resell(self, position: Position) -> None:
        market = self._bench.market.state.market
        bid = resale_bid(position, market, self._bench.ports.catalogue, self._kit.clock.now())
        if bid is not None:
            self._bench.drafts.new(source=bid)
            self.drafted.emit()
