"""One order: where it stands, what comes next, its words, its fills, and by what it is proven."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.services.afterwards import Outbid
from app.services.views import CANCELLABLE_STATES, FINAL_STATES, Order, OrderEvent
from app.ui.kit import Kit, clear, column, frame, line, row, scrolling
from app.ui.orders.words import STATE_LOOKS, next_step
from app.ui.products import name_and_terms
from app.ui.widgets.flow import FlowLayout
from auction_client.model.readback import read_back_lines

WIDTH = 364


class OrderDetail(QFrame):
    """Renders an order, or nothing. Emits what the user wants done with it."""

    cancel_asked = Signal(str)
    again_asked = Signal(str)
    release_asked = Signal(str)
    positions_asked = Signal()
    trail_asked = Signal(str)
    proof_asked = Signal(str)
    request_asked = Signal(str)
    signature_taken = Signal(str)

    def __init__(self, kit: Kit, why_lost: Callable[[Order], tuple[Outbid, ...]]) -> None:
        super().__init__()
        self._kit = kit
        self._why_lost = why_lost
        self._shown: object = self
        self.setProperty("look", "card")
        content = QWidget()
        self._body = column(content, margins=(20, 18, 20, 18), gap=12)
        outer = column(self, margins=(0, 2, 0, 2))
        outer.addWidget(scrolling(content), 1)
        self._foot = column(margins=(16, 10, 16, 12), gap=8)
        outer.addWidget(line())
        outer.addLayout(self._foot)

    @property
    def side_width(self) -> int:
        """How wide it stands beside the list, pixels."""
        return round(WIDTH * min(max(1.0, self._kit.scale), 1.15))

    def show_order(self, order: Order | None) -> None:
        lost = self._why_lost(order) if order is not None else ()
        if (order, lost) == self._shown:
            return
        self._shown = (order, lost)
        clear(self._body)
        clear(self._foot)
        if order is not None:
            self._head(order)
            if lost:
                self._reasons(lost)
            if order.awaits == "approval":
                self._four_eyes(order)
            self._words(order)
            if order.fills:
                self._fills(order)
            self._history(order)
            self._proof(order)
            self._buttons(order)
        self._body.addStretch(1)
        self.setVisible(order is not None)

    def _head(self, order: Order) -> None:
        kit, t = self._kit, self._kit.t
        look = STATE_LOOKS[order.state]
        colour = getattr(kit.tokens, look.tone)
        head = row(gap=10)
        head.addWidget(kit.picture(look.icon, colour, 22))
        head.addWidget(kit.label(t(look.word), "title"))
        head.addStretch(1)
        self._body.addLayout(head)
        self._body.addWidget(kit.label(t(next_step(order)), "muted", wrap=True))
        if order.reason and not order.awaits:
            self._body.addWidget(
                kit.label(order.reason, "bad" if order.state == "rejected" else "", wrap=True, select=True)
            )
        figures = row(gap=28)
        pairs = [(t("At most"), kit.fmt.money(order.worst_case))] if order.worst_case else []
        if order.pay is not None:
            pairs.append((t("Paid") if order.pay >= 0 else t("Received"), kit.fmt.money(abs(order.pay))))
            if order.worst_case and order.pay >= 0:
                pairs.append((t("Under your limit"), kit.fmt.money(order.worst_case - order.pay)))
        for name, value in pairs:
            pair = column(gap=1)
            pair.addWidget(kit.label(name, "caption"))
            pair.addWidget(kit.figures(value, "strong"))
            figures.addLayout(pair)
        figures.addStretch(1)
        self._body.addLayout(figures)

    def _reasons(self, lost: tuple[Outbid, ...]) -> None:
        kit, t = self._kit, self._kit.t
        box = frame("box-warn")
        layout = column(box, margins=(14, 12, 14, 12), gap=6)
        layout.addWidget(kit.label(t("Why it was not filled"), "caption"))
        for each in lost:
            words = lost_words(kit, each)
            layout.addWidget(kit.label(words, "", wrap=True))
        self._body.addWidget(box)

    def _four_eyes(self, order: Order) -> None:
        kit, t = self._kit, self._kit.t
        box = frame("box-warn")
        layout = column(box, margins=(14, 12, 14, 12), gap=8)
        layout.addWidget(kit.label(t("Four eyes"), "caption"))
        layout.addWidget(
            kit.label(
                t("Save the request, hand it to a second person, and take the signed answer here."), "", wrap=True
            )
        )
        ask = kit.button(t("Save the request …"), icon="download")
        ask.clicked.connect(lambda: self.request_asked.emit(order.id))
        take = kit.button(t("Take a signature …"), icon="pen-line")
        take.clicked.connect(lambda: self.signature_taken.emit(order.id))
        layout.addWidget(ask)
        layout.addWidget(take)
        self._body.addWidget(box)

    def _words(self, order: Order) -> None:
        kit = self._kit
        self._body.addWidget(line())
        for entry in read_back_lines(order.bid, "ko" if kit.t.language == "ko" else "en", kit.clock.zone):
            words = f"({entry.label}) {entry.words}" if entry.label else entry.words[:1].upper() + entry.words[1:]
            label = kit.label(words, "", wrap=True, select=True)
            label.setContentsMargins(14 * entry.depth, 0, 0, 0)
            self._body.addWidget(label)

    def _fills(self, order: Order) -> None:
        kit, t = self._kit, self._kit.t
        self._body.addWidget(line())
        self._body.addWidget(kit.label(t("What you got"), "caption"))
        for fill in order.fills:
            head = row(gap=8)
            name, terms = name_and_terms(fill.product, t)
            head.addWidget(kit.label(f"{kit.fmt.count(fill.quantity)} × {name}", "medium", wrap=True), 1)
            head.addWidget(kit.figures(kit.fmt.rate(fill.price)), alignment=Qt.AlignmentFlag.AlignTop)
            self._body.addLayout(head)
            if terms:
                self._body.addWidget(kit.label(terms, "muted", wrap=True))
            for start, end in fill.hours[:6]:
                self._body.addWidget(kit.label(kit.fmt.window(start, end), "small"))
            if len(fill.hours) > 6:
                self._body.addWidget(kit.label(t("and {count} more stretches", count=len(fill.hours) - 6), "small"))

    def _history(self, order: Order) -> None:
        kit, t = self._kit, self._kit.t
        history = told_history(order)
        if not history:
            return
        self._body.addWidget(line())
        self._body.addWidget(kit.label(t("What happened"), "caption"))
        for event in history:
            look = STATE_LOOKS[event.state]
            entry = row(gap=8)
            entry.addWidget(
                kit.picture(look.icon, getattr(kit.tokens, look.tone), 16), alignment=Qt.AlignmentFlag.AlignTop
            )
            words = t(look.word) + (f" · {event.words}" if event.words else "")
            entry.addWidget(kit.label(words, "", wrap=True), 1)
            clock = kit.figures(kit.fmt.clock(event.at), "small")
            clock.setToolTip(kit.fmt.both_zones(event.at))
            entry.addWidget(clock, alignment=Qt.AlignmentFlag.AlignTop)
            self._body.addLayout(entry)

    def _proof(self, order: Order) -> None:
        kit, t = self._kit, self._kit.t
        self._body.addWidget(line())
        self._body.addWidget(kit.label(t("Proof"), "caption"))
        words = t("No signed answer yet: nothing is claimed either way.")
        if (proof := order.proof) is not None:
            words = t(
                "Signed receipt {number} of {moment} for auction {auction}; digest {digest}",
                number=proof.sequence,
                moment=kit.fmt.moment(proof.received_at),
                auction=proof.auction,
                digest=proof.digest[:16],
            )
        self._body.addWidget(kit.label(words, "small", wrap=True, select=True))
        self._body.addWidget(kit.label(t("Order {id}", id=order.id), "small", wrap=True, select=True))
        links = row(gap=4)
        for words, icon, asked in (
            (t("Audit trail"), "list-checks", self.trail_asked),
            (t("Save the proof …"), "download", self.proof_asked),
        ):
            link = kit.button(words, "link", icon=icon)
            link.clicked.connect(lambda _=False, asked=asked: asked.emit(order.id))
            links.addWidget(link)
        links.addStretch(1)
        self._body.addLayout(links)

    def _buttons(self, order: Order) -> None:
        kit, t = self._kit, self._kit.t
        holder = QWidget()
        holder.setProperty("look", "plain")
        buttons = FlowLayout(holder, gap=8)
        if order.fills:
            own = kit.button(t("See positions"), icon="calendar-days")
            own.clicked.connect(self.positions_asked)
            buttons.addWidget(own)
        failed = order.state in FINAL_STATES and order.state != "filled"
        again = kit.button(t("Change and resubmit") if failed else t("Draft again"), icon="copy")
        again.clicked.connect(lambda: self.again_asked.emit(order.id))
        buttons.addWidget(again)
        if order.awaits == "release":
            release = kit.button(t("Let it go"), icon="send")
            release.clicked.connect(lambda: self.release_asked.emit(order.id))
            buttons.addWidget(release)
        if order.state in CANCELLABLE_STATES:
            cancel = kit.button(t("Cancel order"), "danger", icon="x")
            cancel.clicked.connect(lambda: self.cancel_asked.emit(order.id))
            buttons.addWidget(cancel)
        self._foot.addWidget(holder)


def told_history(order: Order) -> tuple[OrderEvent, ...]:
    """What happened in order of time; the exchange's receipt says when the bid came into the auction, where nothing
    else does."""
    accepted = any(event.state == "accepted" for event in order.history)
    if order.proof is None or accepted or order.state == "accepted":
        return order.history
    received = OrderEvent(order.proof.received_at, "accepted")
    return tuple(sorted((*order.history, received), key=lambda event: event.at))


def lost_words(kit: Kit, each: Outbid) -> str:
    """``8 × H100: cleared from $2.71 on average; your limit was $2.60.``"""
    facts = {"of": each.of, "cleared": kit.fmt.average(each.cleared), "limit": kit.fmt.rate(each.limit)}
    if each.beyond and each.selling:
        return kit.t("{of}: cleared at up to {cleared} on average; you asked for at least {limit}.", **facts)
    if each.beyond:
        return kit.t("{of}: cleared from {cleared} on average; your limit was {limit}.", **facts)
    return kit.t(
        "{of}: cleared at {cleared} on average, within your limit of {limit}; your hours were dearer or sold out.",
        **facts,
    )
