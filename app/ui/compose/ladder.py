"""The price ladder: the chance of a fill by limit, and the limits of an even, a good and a near certain chance."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.services.scaling import scaled_changes
from app.services.views import EstimateView
from app.ui.compose.effects import effect_words
from app.ui.compose.estimatefigures import ladder_steps, scale_steps
from app.ui.kit import Kit, clear, column
from app.ui.plots.chart import Axes, ChartWithTable, Line, Mark, Spot
from app.ui.widgets.flow import FlowLayout
from auction_client.model.bid import Bid

NARROW = Decimal("0.06")
"""USD: a ladder narrower than this is written to the tick, for its cents would all be alike."""


class Ladder(QFrame):
    """Renders an estimate's ladder. `limit_taken`: a step as the limit, USD per GPU-hour or token; `scale_taken`: by
    what all limits and budgets of a bid with several are to be multiplied."""

    limit_taken = Signal(object)
    scale_taken = Signal(float)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setProperty("look", "plain")
        layout = column(self, gap=8)
        self.chart = ChartWithTable(kit, kit.t("Chance of a fill by limit"))
        self.chart.chart.picked.connect(self._picked)
        layout.addWidget(self.chart)
        self._steps: QVBoxLayout = column(gap=8)
        layout.addLayout(self._steps)
        self._takes: dict[float, QPushButton] = {}

    def show_estimate(self, estimate: EstimateView, bid: Bid | None, *, old: bool) -> None:
        """Draws the ladder of the estimate of this bid, pale where it is `old`."""
        clear(self._steps)
        self._takes = {}
        if estimate.ladder:
            self._show_prices(estimate)
        else:
            self._show_factors(estimate, bid)
        self.chart.chart.set_dim(old)

    def _show_prices(self, estimate: EstimateView) -> None:
        kit, t = self._kit, self._kit.t
        holder = QWidget()
        holder.setProperty("look", "plain")
        flow = FlowLayout(holder, gap=8)
        spots = []
        for share, price in ladder_steps(estimate.ladder):
            step = self._step(share, kit.fmt.rate(price), t("Set the limit to {rate}", rate=kit.fmt.rate(price)))
            step.clicked.connect(lambda _=False, price=price: self.limit_taken.emit(price))
            flow.addWidget(step)
            spots.append(self._spot(float(price), share, step))
        self._steps.addWidget(holder)
        prices = [price for price, _ in estimate.ladder] + [estimate.limit or estimate.ladder[0][0]]
        digits = 2 if max(prices) - min(prices) >= NARROW else 4

        def words(price: float) -> str:
            return kit.fmt.rate(Decimal(str(round(price, digits))))

        axes = Axes(t("Limit per GPU-hour"), t("Chance"), words, _percent, (0.0, 1.0))
        marks = [Mark(float(estimate.limit), t("your limit"))] if estimate.limit is not None else []
        points = tuple(sorted((float(price), share) for price, share in estimate.ladder))
        self.chart.show_lines([Line(t("Chance of a fill by limit"), points)], axes, marks, spots)

    def _show_factors(self, estimate: EstimateView, bid: Bid | None) -> None:
        kit, t = self._kit, self._kit.t
        spots = []
        for share, factor in scale_steps(estimate.scales):
            change = kit.fmt.factor(factor)
            step = self._step(share, change, t("Change all limits by {change}", change=change))
            step.clicked.connect(lambda _=False, factor=factor: self.scale_taken.emit(factor))
            pair = column(gap=2)
            pair.addWidget(step, alignment=Qt.AlignmentFlag.AlignLeft)
            effect = effect_words(bid, scaled_changes(bid, factor), t, kit.fmt) if bid is not None else ""
            if effect:
                step.setAccessibleDescription(effect)
                words = kit.label(effect, "small", wrap=True)
                words.setContentsMargins(4, 0, 4, 0)
                pair.addWidget(words)
            self._steps.addLayout(pair)
            spots.append(self._spot(factor, share, step))
        axes = Axes(t("All limits"), t("Chance"), kit.fmt.factor, _percent, (0.0, 1.0))
        points = tuple(sorted(estimate.scales))
        line = Line(t("Chance of a fill by limit"), points)
        self.chart.show_lines([line], axes, [Mark(1.0, t("your limits"))], spots)

    def _step(self, share: float, at: str, name: str) -> QPushButton:
        words = self._kit.t("{share} at {rate}", share=self._kit.fmt.percent(share), rate=at)
        return self._kit.button(words, "chip", name=name, tip=name)

    def _spot(self, x: float, share: float, step: QPushButton) -> Spot:
        self._takes[x] = step
        return Spot(x, share)

    def _picked(self, x: float) -> None:
        """A point of the plot is its button."""
        self._takes[x].click()


def _percent(share: float) -> str:
    return f"{share:.0%}"
