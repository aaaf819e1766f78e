"""What you own: a calendar of GPU hours, tokens, and one step to offer them again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.services.views import Position
from app.ui.kit import Kit, clear, column, frame, plain, row, scrolling
from app.ui.plots.twin import PlotWithTable, Table
from app.ui.positions.calendar import OwnedCalendar
from app.ui.positions.viewmodel import Holding, PositionsViewModel, idle_of
from app.ui.widgets.empty import EmptyState

MOST_DISTRIBUTIONS = 3


class PositionsScreen(QWidget):
    """Renders the positions' view-model. Emits `drafted` when a resale has become the open draft."""

    drafted = Signal()

    def __init__(self, kit: Kit, model: PositionsViewModel) -> None:
        super().__init__()
        self._kit = kit
        self._model = model
        self._shown: tuple[tuple[Holding, ...], int] | None = None
        self.setProperty("look", "ground")
        t = kit.t
        layout = column(self, margins=(28, 20, 28, 24), gap=16)
        self._stack = QStackedWidget()
        content = QWidget()
        inside = column(content, gap=16)
        card = frame("card")
        box = column(card, margins=(20, 14, 20, 16), gap=10)
        self.calendar = OwnedCalendar(kit)
        self.plot = PlotWithTable(kit, t("Owned hours"), self.calendar, self._table, look="heading")
        box.addWidget(self.plot)
        self._weeks = self._week_line()
        box.addWidget(self._weeks)
        inside.addWidget(card)
        self._idle = kit.label("", "muted", wrap=True)
        box.addWidget(self._idle)
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
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        holdings = self._model.holdings
        self._stack.setCurrentIndex(0 if holdings else 1)
        self._show_week()
        week = self._model.week
        if (holdings, week) == self._shown:
            return
        self._shown = (holdings, week)
        self.calendar.show_holdings(holdings, self._kit.clock.now(), week)
        self.plot.refresh()
        self._show_idle(holdings)
        clear(self._cards)
        for holding in holdings:
            self._cards.addWidget(self._card(holding))

    def _week_line(self) -> QWidget:
        kit, t = self._kit, self._kit.t
        line = row(gap=8)
        self._where = kit.label("", "muted", wrap=True)
        line.addWidget(self._where, 1)
        self.earlier = kit.button(t("Week before"))
        self.earlier.clicked.connect(lambda: self._model.go(-1))
        line.addWidget(self.earlier)
        self.later = kit.button(t("Next week"))
        self.later.clicked.connect(lambda: self._model.go(+1))
        line.addWidget(self.later)
        return plain(line)

    def _show_week(self) -> None:
        model, t = self._model, self._kit.t
        self._weeks.setVisible(model.last_week > 0)
        self._where.setText(t("Week {week} of {weeks}", week=model.week + 1, weeks=model.last_week + 1))
        self.earlier.setEnabled(model.week > 0)
        self.later.setEnabled(model.week < model.last_week)

    def _show_idle(self, holdings: tuple[Holding, ...]) -> None:
        kit, t = self._kit, self._kit.t
        idle = idle_of(holdings)
        words = t("No hours ahead lie idle.")
        if idle is not None and idle.hours:
            words = t("{hours} GPU-hours ahead are not offered to anyone; at the last prices they would bring {worth}.",
                      hours=kit.fmt.count(idle.hours), worth=kit.fmt.money(idle.worth))  # fmt: skip
        self._idle.setText(words)
        self._idle.setVisible(idle is not None)

    def _table(self) -> Table:
        kit, t = self._kit, self._kit.t
        rows = [
            (position.product, kit.fmt.count(position.quantity), kit.fmt.moment(start), kit.fmt.moment(end),
             kit.fmt.count(idle))
            for position, start, end, idle in self._model.stretches
        ]  # fmt: skip
        return (t("Product"), t("GPUs"), t("From"), t("Until"), t("Idle GPU-hours")), rows

    def _card(self, holding: Holding) -> QWidget:
        kit, t = self._kit, self._kit.t
        position = holding.position
        card = frame("card")
        layout = row(card, margins=(20, 14, 16, 14), gap=16)
        layout.addWidget(
            kit.picture("coins" if position.token else "cpu", kit.tokens.muted, 20), alignment=Qt.AlignmentFlag.AlignTop
        )
        words = column(gap=2)
        place = f" · {position.region}" if position.region else ""
        words.addWidget(
            kit.label(f"{kit.fmt.count(position.quantity)} × {position.product}{place}", "strong", wrap=True)
        )
        for start, end in position.hours[:3]:
            words.addWidget(kit.label(kit.fmt.window(start, end), "muted", wrap=True))
        if len(position.hours) > 3:
            words.addWidget(kit.label(t("and {count} more stretches", count=len(position.hours) - 3), "small"))
        for line_ in self._facts(holding):
            words.addWidget(kit.label(line_, "small", wrap=True))
        layout.addLayout(words, 1)
        figures = [(t("GPU-hours"), f"{holding.gpu_hours:,.0f}")] if position.hours else []
        if position.paid is not None:
            figures.append((t("Paid") if position.paid >= 0 else t("Received"), kit.fmt.money(abs(position.paid))))
        if holding.paid_each is not None:
            figures.append((t("Each"), kit.fmt.average(holding.paid_each)))
        for name, value in figures:
            pair = column(gap=1)
            pair.addWidget(kit.label(name, "caption"))
            pair.addWidget(kit.figures(value, "strong"))
            holder = plain(pair)
            holder.setMinimumWidth(96)
            layout.addWidget(holder, alignment=Qt.AlignmentFlag.AlignVCenter)
        if holding.can_resell:
            sell = kit.button(t("Resell"), icon="tag", name=t("Resell {what}", what=position.product))
            sell.clicked.connect(lambda: self._resell(position))
            layout.addWidget(sell, alignment=Qt.AlignmentFlag.AlignVCenter)
        return card

    def _facts(self, holding: Holding) -> list[str]:
        """What is idle of the hours; what the tokens have paid out and when."""
        kit, t = self._kit, self._kit.t
        position, ahead, token = holding.position, holding.ahead, holding.token
        if position.token is None:
            if not ahead.hours:
                return [t("All of it has begun")]
            found = [t("{hours} GPU-hours ahead", hours=kit.fmt.count(ahead.hours))]
            if ahead.offered:
                found.append(t("{hours} of them offered", hours=kit.fmt.count(ahead.offered)))
            return [" · ".join(found)]
        lines = []
        if position.paid_out is not None:
            lines.append(t("Paid out to you so far: {amount}", amount=kit.fmt.money(position.paid_out)))
        for at, per_token in reversed(token.distributions[-MOST_DISTRIBUTIONS:] if token is not None else ()):
            amount = kit.fmt.money(per_token * position.quantity)
            rate = kit.fmt.rate(per_token)
            lines.append(t("{day}: {rate} a token, {amount} for these", day=kit.fmt.day(at), rate=rate, amount=amount))
        return lines

    def _resell(self, position: Position) -> None:
        if self._model.resell(position):
            self.drafted.emit()
