"""The local estimate beside the sentence: likely or not, at what price, what binds, and what would help."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from app.services.draft_state import DraftState
from app.services.estimates import EstimateState
from app.services.heat import HeatRow, bid_rows
from app.services.views import EstimateView, MarketView, Quote
from app.ui.compose.estimatefigures import cheapest, sensible_fixes, stretches
from app.ui.compose.estimatewords import fix_words, obstacle_words, partial_words, pay_words, price_tag
from app.ui.compose.ladder import Ladder
from app.ui.faults import fault_advice, fault_title
from app.ui.kit import Kit, clear, column, frame, line, row, scrolling
from app.ui.plots.heatmap import HeatMapWithTable
from app.ui.products import name_and_terms, product_words
from app.ui.theme.fonts import BODY, SMALL, font
from app.ui.widgets.flow import in_lines
from app.ui.widgets.meter import Meter
from app.ui.widgets.plain import ElidedLabel
from auction_client.model.bid import Bid

WIDTH = 328
PROPOSAL_MARGINS = 108
"""Pixels of the panel's width that are not a proposal's words: margins, the box around it, and the scroll bar."""
MOST_STRETCHES, MOST_QUOTES, MOST_FIXES = 3, 10, 4
AGE_EVERY_MS = 15_000


class EstimatePanel(QFrame):
    """Renders the estimate's state. `fix_taken` names the proposed change that was pressed, `limit_taken` the step of
    the ladder, USD per GPU-hour, `scale_taken` that of a bid with several limits."""

    fix_taken = Signal(int)
    limit_taken = Signal(object)
    scale_taken = Signal(float)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: object = None
        self.setProperty("look", "card")
        self.setFixedWidth(round(WIDTH * min(max(1.0, kit.scale), 1.1)))
        outer = column(self, margins=(0, 16, 0, 8), gap=6)
        head = row(margins=(20, 0, 20, 0), gap=8)
        head.addWidget(kit.label(kit.t("Estimate"), "heading"))
        head.addStretch(1)
        self._age = kit.label("", "small")
        head.addWidget(self._age)
        outer.addLayout(head)
        content = QWidget()
        self._body = column(content, margins=(20, 4, 20, 12), gap=12)
        self._ladder = Ladder(kit)
        self._ladder.limit_taken.connect(self.limit_taken)
        self._ladder.scale_taken.connect(self.scale_taken)
        self._heat = HeatMapWithTable(kit, kit.t("Prices of your hours"), stacked=True)
        for plot in (self._ladder, self._heat):
            plot.setParent(content)
            plot.hide()
        self._as_of: datetime | None = None
        self._ticks = QTimer(self)
        self._ticks.setInterval(AGE_EVERY_MS)
        self._ticks.timeout.connect(self._show_age)
        self._ticks.start()  # less motion or not: an age that stands still is wrong
        outer.addWidget(scrolling(content), 1)

    def show_state(self, draft: DraftState, state: EstimateState, market: MarketView | None) -> None:
        quotes = market.quotes if market is not None else ()
        heat = bid_rows(state.estimate.reach, quotes) if state.estimate is not None else ()
        wanted = (
            quotes if draft.bid is None else (),
            bool(heat),
            draft.phase == "empty",
            draft.bid is None,
            bool(draft.problems),
            draft.bid == state.bid,
            state,
        )
        if heat:
            self._heat.show_rows(heat)
            self._heat.set_height(self._heat.heat.wanted_height)
            self._heat.heat.set_dim(state.busy)
        if wanted == self._shown:
            return
        self._shown = wanted
        for plot in (self._ladder, self._heat):
            self._body.removeWidget(plot)
            plot.hide()
        clear(self._body)
        kit = self._kit
        self._as_of = None
        self._age.setText("")
        if state.estimate is not None:
            self._show_estimate(state.estimate, state.bid, heat, old=state.busy, coming=state.busy or state.refining)
        elif state.error is not None:
            self._say(fault_title(kit, state.error), fault_advice(kit, state.error))
        elif state.busy:
            self._say(kit.t("Estimating …"), "")
        elif draft.bid is None:
            self._say(
                kit.t("No bid yet"),
                kit.t(
                    "Say what you need. Whether it would clear, and at what price, is worked out here on your machine."
                ),
            )
        else:
            self._say(
                kit.t("Not complete yet"),
                kit.t("The estimate starts as soon as quantity, product, time and limit are known."),
            )
        if quotes and draft.bid is None:
            self._show_market(quotes)
        self._body.addStretch(1)

    def _show_market(self, quotes: Sequence[Quote]) -> None:
        kit = self._kit
        self._body.addSpacing(8)
        self._body.addWidget(line())
        self._body.addWidget(kit.label(kit.t("Cheapest now, USD per GPU-hour"), "caption", wrap=True))
        for quote in cheapest(quotes)[:MOST_QUOTES]:
            name, terms = name_and_terms(quote.label, kit.t)
            pair = row(gap=8)
            words = column(gap=0)
            words.addWidget(ElidedLabel(name))
            below = ElidedLabel(terms, colour=kit.tokens.muted)
            below.setFont(font(SMALL * kit.scale))
            words.addWidget(below)
            pair.addLayout(words, 1)
            pair.addWidget(kit.figures(kit.fmt.average(quote.last)), alignment=Qt.AlignmentFlag.AlignTop)
            self._body.addLayout(pair)

    def _say(self, title: str, sentence: str) -> None:
        self._body.addWidget(self._kit.label(title, "medium", wrap=True))
        if sentence:
            self._body.addWidget(self._kit.label(sentence, "muted", wrap=True))

    def _show_age(self) -> None:
        if self._as_of is not None:
            self._age.setText(self._kit.fmt.age(self._as_of, self._kit.clock.now()))

    def _show_estimate(
        self, estimate: EstimateView, bid: Bid | None, heat: Sequence[HeatRow], *, old: bool, coming: bool
    ) -> None:
        kit, t = self._kit, self._kit.t
        if old:
            self._age.setText(t("Updating …"))
        else:
            self._as_of = estimate.as_of
            self._show_age()
        tone = kit.tokens.muted if old else kit.tokens.good if estimate.fills else kit.tokens.warn
        self._show_chance(estimate, tone, old)
        if coming and estimate.probability is None:
            self._body.addWidget(kit.label(t("The chance of a fill is still being worked out."), "small", wrap=True))
        rows = [
            *([(t("Filled in part"), partial_words(kit, estimate.partial))] if estimate.partial is not None else []),
            (t("Expected price"), kit.fmt.average(estimate.price)),
            *([(t("Your limit"), kit.fmt.rate(estimate.limit))] if estimate.limit is not None else []),
            (
                t("Expected cost") if (estimate.pay or Decimal(0)) >= 0 else t("Expected proceeds"),
                kit.fmt.money(abs(estimate.pay) if estimate.pay is not None else None),
            ),
        ]
        for name, value in rows:
            pair = row(gap=8)
            pair.addWidget(kit.label(name, "muted", wrap=True), 1)
            pair.addWidget(kit.figures(value, "strong"))
            self._body.addLayout(pair)
        if estimate.ladder or estimate.scales:
            self._ladder.show_estimate(estimate, bid, old=old)
            self._body.addWidget(self._ladder)
            self._ladder.show()
        if estimate.obstacles and not estimate.fills:
            self._show_reason(estimate)
        elif sensible_fixes(estimate.fixes):
            sells = estimate.pay is not None and estimate.pay < 0
            caption = t("What would bring more") if sells else t("What would make it cheaper")
            self._body.addWidget(kit.label(caption, "caption", wrap=True))
            self._show_fixes(self._body, estimate)
        if len(estimate.alternatives) > 1:
            self._show_alternatives(estimate)
        if heat:
            self._show_heat(heat)
        if estimate.binding:
            self._show_binding(estimate)
        self._body.addWidget(line())
        basis = t(
            "An estimate, not an offer, from the {bids} bids of the open book, {hours} hours ahead.",
            bids=kit.fmt.count(estimate.bids),
            hours=kit.fmt.count(estimate.hours),
        )
        if estimate.likely is not None:
            low, high = (kit.fmt.percent(share) for share in estimate.likely)
            basis += " " + t("{count} scenarios say {low} to {high}.", count=estimate.scenarios, low=low, high=high)
        self._body.addWidget(kit.label(basis, "small", wrap=True))

    def _show_chance(self, estimate: EstimateView, tone: str, old: bool) -> None:
        kit, t = self._kit, self._kit.t
        likely = t("Would fill at today's prices") if estimate.fills else t("Would not fill at today's prices")
        if estimate.probability is None:
            self._body.addWidget(kit.label(likely, "muted" if old else "good" if estimate.fills else "warn", wrap=True))
            return
        head = row(gap=10)
        head.addWidget(kit.figures(kit.fmt.percent(estimate.probability), "display"))
        words = kit.label(t("chance of a fill"), "muted", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignBottom)
        head.addWidget(words, 1)
        self._body.addLayout(head)
        meter = Meter(kit)
        meter.setAccessibleName(t("Chance of a fill: {share}", share=kit.fmt.percent(estimate.probability)))
        meter.show_share(estimate.probability, tone)
        self._body.addWidget(meter)
        self._body.addWidget(kit.label(likely, "muted" if old else "good" if estimate.fills else "warn", wrap=True))

    def _show_reason(self, estimate: EstimateView) -> None:
        kit, t = self._kit, self._kit.t
        box = frame("box-warn")
        layout = column(box, margins=(14, 12, 14, 12), gap=8)
        layout.addWidget(kit.label(t("Why not"), "caption", wrap=True))
        for obstacle in estimate.obstacles:
            layout.addWidget(kit.label(obstacle_words(kit, obstacle), "", wrap=True))
        if sensible_fixes(estimate.fixes):
            layout.addWidget(kit.label(t("What would change that"), "caption", wrap=True))
        self._show_fixes(layout, estimate)
        self._body.addWidget(box)

    def _show_fixes(self, layout: QBoxLayout, estimate: EstimateView) -> None:
        kit = self._kit
        for index, fix in sensible_fixes(estimate.fixes)[:MOST_FIXES]:
            words = f"{fix_words(kit, fix)} →\u00a0{pay_words(kit, fix.pay)}{price_tag(kit, fix, estimate)}"
            metrics = QFontMetricsF(font(BODY * kit.scale, QFont.Weight.Medium))
            proposal = kit.button(in_lines(words, metrics, self.width() - PROPOSAL_MARGINS), "proposal", name=words)
            proposal.clicked.connect(lambda _=False, index=index: self.fix_taken.emit(index))
            layout.addWidget(proposal)

    def _show_alternatives(self, estimate: EstimateView) -> None:
        kit, t = self._kit, self._kit.t
        self._body.addWidget(kit.label(t("Alternatives"), "caption", wrap=True))
        for alternative in estimate.alternatives:
            entry = column(gap=1)
            pair = row(gap=8)
            mark = "circle-check" if alternative.taken else "circle-dashed"
            pair.addWidget(kit.picture(mark, kit.tokens.good if alternative.taken else kit.tokens.muted, 16))
            pair.addWidget(kit.label(alternative.label, "medium" if alternative.taken else "muted", wrap=True), 1)
            pair.addWidget(kit.figures(kit.fmt.average(alternative.price)))
            entry.addLayout(pair)
            told = [t("limit {rate}", rate=kit.fmt.rate(alternative.limit))] if alternative.limit is not None else []
            if alternative.pay is not None:
                told.append(t("{amount} in all", amount=kit.fmt.money(abs(alternative.pay))))
            if alternative.partial is not None:
                told.append(partial_words(kit, alternative.partial))
            if told:
                below = row(margins=(24, 0, 0, 0))
                below.addWidget(kit.figures(" · ".join(told), "small"))
                entry.addLayout(below)
            self._body.addLayout(entry)

    def _show_heat(self, rows: Sequence[HeatRow]) -> None:
        """The market's prices by product and hour, with the bid drawn in."""
        self._body.addWidget(self._heat)
        self._heat.show()
        legend = self._kit.t("Framed: your hours. The stronger the colour, the dearer.")
        if any(cell.taken for row in rows for cell in row.cells):
            legend += " " + self._kit.t("Underlined: the hours it would take.")
        self._body.addWidget(self._kit.label(legend, "small", wrap=True))

    def _show_binding(self, estimate: EstimateView) -> None:
        kit, t = self._kit, self._kit.t
        self._body.addWidget(kit.label(t("Tightest hours"), "caption", wrap=True))
        for product, start, end in stretches(estimate.binding)[:MOST_STRETCHES]:
            entry = column(gap=0)
            entry.addWidget(kit.label(kit.fmt.window(start, end), wrap=True))
            name = ElidedLabel(product_words(product, t).replace(", ", " · "), colour=kit.tokens.muted)
            name.setFont(font(SMALL * kit.scale))
            entry.addWidget(name)
            self._body.addLayout(entry)
