"""The review sheet: the only confirmation. The words first, then the numbers, then what to be warned of."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.services.errors import UserFacing
from app.services.proceeds import least_proceeds, only_sells
from app.services.review import Review
from app.services.views import Caution
from app.ui.compose.lotwords import group_meaning, several_deliveries
from app.ui.compose.reviewing import Reviewing
from app.ui.faults import fault_advice, fault_title
from app.ui.kit import Kit, column, frame, line, plain, row, scrolling
from app.ui.review.reason import ReasonBox
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.sheet import MARGIN, Sheet
from auction_client.model.readback import read_back_lines

SIDES, SCROLL_BAR, LEAST_HEIGHT = 56, 12, 120
"""Pixels: the sheet's own margins, the room of a scroll bar, and the least that is seen of what is reviewed."""
WARNING_WORDS = {
    "total_blocked": "The most this can cost, ${total}, is above your ceiling of ${most}. Raise it in the settings "
    "or ask for less.",
    "total_large": "The most this can cost, ${total}, is above ${most}.",
    "many_gpus": "{count} GPUs in one lot are more than {most}.",
    "price_high": "The limit for {what}, ${limit}, is {off} off the reference price of ${reference}.",
    "price_low": "The limit for {what}, ${limit}, is {off} off the reference price of ${reference}: it may never fill.",
    "starts_soon": "The delivery starts within 15 minutes, maybe before an auction has cleared.",
    "duplicate": "You submitted the same bid {ago} minutes ago.",
    "crosses_own": "You have an open order on the other side of {what}.",
    "sells_more": "You hold {held} of {what}; this sells more.",
    "unlikely": "At today's prices this would not fill.",
    "desk_unpriced": "Nothing says what a unit may cost here. Set a limit or a budget.",
    "desk_unbounded": "Nothing bounds what this can cost. State a quantity and a limit.",
    "desk_no_reference": "No clearing price of {name} is known yet to compare the limit with.",
    "desk_collar": "${amount} is far from the last clearing price of {name}, ${reference}.",
    "desk_price": "${amount} per unit is over the desk's limit of ${limit}.",
    "desk_quantity": "{count} in one lot is over the desk's limit of {limit}.",
    "desk_hours": "{count} hours are over the desk's limit of {limit}.",
    "desk_bid_total": "${amount} at worst is over the desk's limit for one bid, ${limit}.",
    "desk_open_total": "${amount} for all open bids at worst is over the desk's limit of ${limit}.",
    "desk_budget": "${amount} spent and bid at worst is over the desk's budget of ${limit}.",
    "desk_rate": "{count} bids within a minute are over the desk's limit of {limit}.",
    "desk_duplicate": "The same bid was confirmed a short while ago.",
}


class _Page(QWidget):
    """As high as its words need at its width: labels ask for more, as if they had less width."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, 0)


class ReviewSheet(Sheet):
    """Shows a review and confirms it. `submitted` carries the order's id."""

    submitted = Signal(str)

    def __init__(self, kit: Kit, host: QWidget, under: QWidget, model: Reviewing, review: Review, venue: str) -> None:
        super().__init__(kit, host, under, kit.t("Review bid"))
        self._model = model
        self._review = review
        self._venue = venue
        self._boxes: list[QCheckBox] = []
        self._screen: list[str] = []
        self._build()

    def _build(self) -> None:
        kit, t = self._kit, self._kit.t
        self.body.addWidget(kit.label(t("Review bid"), "title"))
        content = _Page()
        self._area = scrolling(content)
        self.body.addWidget(self._area, 1)  # filled in its place: what is moved into another is dressed anew
        inside = self._inside = column(content, margins=(0, 0, 8, 0), gap=14)
        inside.addWidget(self._words())
        if self._review.text.strip():
            wrote = column(gap=3)
            wrote.addWidget(self._caption(t("The sentence")))
            quoted = " ".join(self._review.text.split())
            wrote.addWidget(kit.label(self._say(f"“{quoted}”"), "muted", wrap=True))
            inside.addLayout(wrote)
        inside.addWidget(self._numbers())
        if self._review.assumptions:
            assumed = column(gap=3)
            assumed.addWidget(self._caption(t("Assumed")))
            for words in self._review.assumptions:
                assumed.addWidget(kit.label(self._say(f"·  {words[:1].upper()}{words[1:]}"), "muted", wrap=True))
            inside.addLayout(assumed)
        for warning in self._review.warnings:
            inside.addWidget(self._warning(warning))
        self.reason = ReasonBox(kit) if self._review.needs_reason and not self._review.blocked else None
        if self.reason is not None:
            self.reason.changed.connect(self._update)
            inside.addWidget(self.reason)
        inside.addStretch(1)
        self._error = kit.label("", "bad", wrap=True)
        self._error.hide()
        self.body.addWidget(self._error)
        self.body.addWidget(line())
        buttons = row(gap=10)
        venue = kit.label(t("To {venue}. Takes effect at most once.", venue=t(self._venue)), "small", wrap=True)
        buttons.addWidget(venue, 1)
        self.cancel = kit.button(t("Back"), "quiet")
        self.cancel.clicked.connect(self.close_sheet)
        self.confirm = kit.button(self._act(), "primary", icon="gavel")
        self.confirm.clicked.connect(self._confirm)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.confirm)
        self.body.addLayout(buttons)
        self._update()

    def _say(self, words: str) -> str:
        """Remembers what the sheet shows: it goes into the record of the confirmation."""
        self._screen.append(words)
        return words

    def _caption(self, words: str) -> QWidget:
        return self._kit.label(self._say(words), "caption")

    def _act(self) -> str:
        t = self._kit.t
        if self._review.worst_case:
            return t("Submit bid, up to {amount}", amount=self._kit.fmt.money(self._review.worst_case))
        return t("Submit offer, at least {amount}", amount=self._kit.fmt.money(least_proceeds(self._review.bid.root)))

    def _words(self) -> QWidget:
        kit = self._kit
        box = frame("inset")
        layout = column(box, margins=(18, 14, 18, 16), gap=8)
        for entry in read_back_lines(self._review.bid, "ko" if kit.t.language == "ko" else "en", kit.clock.zone):
            words = f"({entry.label}) {entry.words}" if entry.label else entry.words
            label = kit.label(
                self._say(words[:1].upper() + words[1:] if not entry.label else words), "words", wrap=True, select=True
            )
            label.setContentsMargins(18 * entry.depth, 0, 0, 0)
            layout.addWidget(label)
        meaning = group_meaning(self._review.bid.root, kit.t)
        if meaning:
            layout.addWidget(kit.label(self._say(meaning), "muted", wrap=True))
        return box

    def _numbers(self) -> QWidget:
        kit, t = self._kit, self._kit.t
        holder = QWidget()
        holder.setProperty("look", "plain")
        numbers = FlowLayout(holder, gap=30)
        bid = self._review.bid
        if only_sells(bid):
            figures = [(t("Least you receive"), kit.fmt.money(least_proceeds(bid.root)))]
        else:
            figures = [(t("Most you can pay"), kit.fmt.money(self._review.worst_case or Decimal(0)))]
        estimate = self._model.estimate.estimate
        if estimate is not None and self._model.estimate.bid == self._review.bid:
            if estimate.pay is not None:
                name = t("Estimated cost") if estimate.pay >= 0 else t("Estimated proceeds")
                figures.append((name, kit.fmt.money(abs(estimate.pay))))
            if estimate.probability is not None:
                figures.append((t("Chance of a fill"), kit.fmt.percent(estimate.probability)))
        figures.append((t("Stands until"), self._until()))
        for name, value in figures:
            pair = column(gap=2)
            pair.addWidget(self._caption(name))
            pair.addWidget(kit.figures(self._say(value), "strong"))
            numbers.addWidget(plain(pair))
        return holder

    def _until(self) -> str:
        t, bid = self._kit.t, self._review.bid
        if bid.good_until is not None:
            return self._kit.fmt.moment(bid.good_until)
        return t("its last delivery begins") if several_deliveries(bid) else t("its delivery begins")

    def place(self) -> None:
        """Fits the sheet to what it says: no taller than that needs, and scrolling where the window is lower."""
        for part in self._area.findChildren(QWidget):
            part.ensurePolished()
        inside = min(self._width, self._host.width() - 2 * MARGIN) - SIDES
        wanted = self._inside.totalHeightForWidth(inside - SCROLL_BAR)
        area = self._area
        hinted = max(area.minimumHeight(), min(area.sizeHint().height(), area.maximumHeight()))
        around = self.body.totalSizeHint().height() - hinted
        area.setFixedHeight(max(LEAST_HEIGHT, min(wanted + 2, self._host.height() - 2 * MARGIN - around)))
        super().place()

    def _warning(self, warning: Caution) -> QWidget:
        kit, t = self._kit, self._kit.t
        box = frame("box-bad" if warning.block else "box-warn")
        layout = row(box, margins=(14, 11, 14, 11), gap=12)
        tone = kit.tokens.bad if warning.block else kit.tokens.warn
        layout.addWidget(kit.picture("triangle-alert", tone), alignment=Qt.AlignmentFlag.AlignVCenter)
        words = self._say(warning_words(kit, warning))
        layout.addWidget(kit.label(words, "medium", wrap=True), 1)
        if not warning.block:
            box_ = QCheckBox(t("I know"))
            box_.setAccessibleName(t("I know: {warning}", warning=words))
            box_.toggled.connect(lambda _on: self._update())
            self._boxes.append(box_)
            layout.addWidget(box_)
        return box

    def _update(self) -> None:
        t = self._kit.t
        acknowledged = all(box.isChecked() for box in self._boxes)
        reasoned = self.reason is None or self.reason.says_why
        self.confirm.setEnabled(not self._review.blocked and acknowledged and reasoned)
        why = ""
        if self._boxes and (self._review.blocked or not acknowledged):
            why = t("Acknowledge each warning first")
        elif not reasoned:
            why = t("Write why first")
        self.confirm.setToolTip(why)
        self.confirm.setAccessibleDescription(why)

    def _confirm(self) -> None:
        self.confirm.setEnabled(False)
        self.confirm.setText(self._kit.t("Submitting …"))
        reason = self.reason.words if self.reason is not None else ""
        self._model.submit(self._review, "\n".join(self._screen), reason, self._done, self._failed)

    def _done(self, order_id: str) -> None:
        self.close_sheet()
        self.submitted.emit(order_id)

    def _failed(self, error: UserFacing) -> None:
        self.confirm.setText(self._act())
        self._error.setText(f"{fault_title(self._kit, error)}. {fault_advice(self._kit, error)}".strip())
        self._error.show()
        self._update()
        self.place()


def warning_words(kit: Kit, warning: Caution) -> str:
    """A warning in the user's language."""
    t = kit.t
    facts = dict(warning.facts)
    if warning.code not in WARNING_WORDS:
        return facts["message"]
    return t(WARNING_WORDS[warning.code], **facts)
