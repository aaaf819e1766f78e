"""The right half of the market: the chosen product or token in full, its prices over time and for the hours ahead."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from PySide6.QtWidgets import QFrame

from app.services.views import Quote, TokenQuote
from app.ui.kit import Kit, column, row
from app.ui.plots.chart import Axes, ChartWithTable, Line
from app.ui.plots.time_ticks import time_ticks
from app.ui.products import name_and_terms
from app.ui.widgets.plain import PlainLabel
from auction_client.model.catalogue import Gpu

MOST_DISTRIBUTIONS = 4


class ChosenCard(QFrame):
    """Shows one quote, of a GPU or of a token."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setProperty("look", "card")
        t = kit.t
        layout = column(self, margins=(20, 14, 20, 10), gap=6)
        self._name = PlainLabel("", look="heading", wrap=True)
        layout.addWidget(self._name)
        self._gpu = kit.label("", "small", wrap=True)
        layout.addWidget(self._gpu)
        head = row(gap=12)
        self._now = kit.figures("", "display")
        head.addWidget(self._now)
        self._note = kit.label("", "muted", wrap=True)
        head.addWidget(self._note, 1)
        layout.addLayout(head)
        self.history = ChartWithTable(kit, t("Clearing prices"), 100)
        layout.addWidget(self.history)
        self.ahead = ChartWithTable(kit, t("Hours ahead"), 80)
        layout.addWidget(self.ahead)
        self._facts = kit.label("", "muted", wrap=True)
        layout.addWidget(self._facts)
        layout.addStretch(1)

    def show_quote(self, quote: Quote, gpu: Gpu | None, *, indicative: bool) -> None:
        kit, t = self._kit, self._kit.t
        self._name.setText(" · ".join(part for part in name_and_terms(quote.label, t) if part))
        self._now.setText(kit.fmt.rate(quote.last))
        reference = against_reference(kit, gpu, quote.last) if gpu is not None else ""
        self._note.setText("\n".join(filter(None, (self._since(quote.history), reference))))
        self._gpu.setText(gpu_facts(kit, gpu) if gpu is not None else "")
        self._gpu.setVisible(gpu is not None)
        self._show_history(quote.history, t("USD per GPU-hour"))
        ahead = tuple((at.timestamp(), float(price)) for at, price in quote.ahead if price is not None)
        self.ahead.show_lines(
            [Line(t("Hours ahead"), ahead, step=True)] if ahead else [],
            self._axes([at for at, _ in quote.ahead], t("USD per GPU-hour")),
        )
        self.ahead.setVisible(bool(ahead))
        self.ahead.rename(
            t("Hours ahead, as the running auction would clear now")
            if indicative
            else t("Hours ahead, as the last auction cleared")
        )
        self._facts.hide()

    def show_token(self, token: TokenQuote) -> None:
        kit, t = self._kit, self._kit.t
        self._name.setText(f"{token.symbol} · {token.name}")
        self._gpu.hide()
        self._now.setText(kit.fmt.rate(token.last))
        self._note.setText(self._since(token.history))
        self._show_history(token.history, t("USD per token"))
        self.ahead.hide()
        lines = []
        if token.score is not None:
            lines.append(t("Latest evaluation: {score} of 1", score=f"{token.score:.2f}"))
        if token.supply is not None:
            lines.append(t("{count} tokens exist", count=kit.fmt.count(token.supply)))
        for at, amount in reversed(token.distributions[-MOST_DISTRIBUTIONS:]):
            lines.append(t("Paid out on {day}: {rate} a token", day=kit.fmt.day(at), rate=kit.fmt.rate(amount)))
        self._facts.setText("\n".join(lines))
        self._facts.setVisible(bool(lines))

    def _since(self, history: tuple[tuple[datetime, Decimal], ...]) -> str:
        if not history:
            return self._kit.t("has not traded yet")
        return self._kit.t("cleared {age}", age=self._kit.fmt.age(history[-1][0], self._kit.clock.now()))

    def _show_history(self, history: tuple[tuple[datetime, Decimal], ...], unit: str) -> None:
        past = tuple((at.timestamp(), float(price)) for at, price in history)
        lines = [Line(self._kit.t("Clearing prices"), past)] if past else []
        self.history.show_lines(lines, self._axes([at for at, _ in history], unit))
        self.history.setVisible(bool(past))

    def _axes(self, moments: list[datetime], unit: str) -> Axes:
        kit = self._kit

        def when(seconds: float) -> str:
            return kit.fmt.short_moment(datetime.fromtimestamp(seconds, UTC))

        def day(seconds: float) -> str:
            moment = datetime.fromtimestamp(seconds, kit.clock.zone)
            return kit.fmt.day(moment) if moment.hour == 0 else kit.fmt.clock(moment)

        def money(amount: float) -> str:
            return kit.fmt.rate(Decimal(str(round(amount, 4 if abs(amount) < 1 else 2))))

        ticks = time_ticks(moments[0], moments[-1], 5, kit.clock.zone) if moments else ()
        return Axes(kit.t("Time"), unit, when, money, x_ticks=ticks, tick_words=day)


def gpu_facts(kit: Kit, gpu: Gpu) -> str:
    """What a buyer looks up about a GPU: ``80 or 94 GB of memory · 8 in a node · 700 W``."""
    t = kit.t
    memory = t(" or ").join(str(size) for size in gpu.memory_gb)
    parts = [t("{size} GB of memory", size=memory)]
    if gpu.node_size > 1:
        parts.append(t("{count} in a node", count=gpu.node_size))
    if gpu.rack_size is not None:
        parts.append(t("{count} in a rack", count=gpu.rack_size))
    if gpu.tdp_w is not None:
        parts.append(t("{power} W", power=kit.fmt.count(gpu.tdp_w)))
    return " · ".join(parts)


def against_reference(kit: Kit, gpu: Gpu, last: Decimal | None) -> str:
    """How a price stands to the catalogue's reference price."""
    price = kit.fmt.rate(gpu.reference_price)
    if last is None:
        return kit.t("reference {rate}", rate=price)
    off = kit.fmt.change(float(last / gpu.reference_price) - 1)
    return kit.t("{off} against the reference of {price}", off=off, price=price)
