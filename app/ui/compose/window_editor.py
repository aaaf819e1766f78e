"""The editors of a delivery window (start, end, the hours needed inside it, in any zone) and of a bid's validity."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateTimeEdit, QPushButton

from app.ui.compose.popover import Popover
from app.ui.compose.viewmodel import ComposeViewModel
from app.ui.kit import Kit
from app.ui.widgets.numbers import inset, number_box
from app.ui.widgets.zones import zone_box
from auction_client.model.bid import Delivery
from nlp.draft import FieldChange

MOST_HOURS = 9_000
HOUR = timedelta(hours=1)


def open_window(kit: Kit, model: ComposeViewModel, delivery: Delivery | None, path: str, button: QPushButton) -> None:
    """Opens the editor on the field. Times are shown in the user's zone; another zone shows the same instants in it."""
    t = kit.t
    start, end = _bounds(kit, delivery)
    popover = Popover(kit, t("Delivery"), model.change, button)
    starts, ends = MomentBox(start), MomentBox(end)
    zones = zone_box(kit, kit.clock.zone)
    hours = (delivery.hours or 0) if delivery is not None else 0
    needed = number_box(hours, 0, MOST_HOURS, none=t("the whole window"), suffix=t(" h"))
    run = QCheckBox(t("In one unbroken run"))
    run.setAccessibleName(t("In one unbroken run"))
    run.setChecked(delivery.contiguous if delivery is not None else True)
    popover.add(t("From"), starts)
    popover.add(t("To"), ends)
    popover.add(t("Time zone"), zones)
    popover.add(t("Needs"), needed)
    popover.body.addWidget(run)
    always = popover.always(t("Always read and show times in this zone"))
    always.hide()
    note = kit.label("", "small")
    popover.body.addWidget(note)

    def tell() -> None:
        first, last = starts.moment(), ends.moment()
        hours = (last - first) / HOUR
        whole = all(at.minute == 0 for at in (first, last))
        popover.done.setEnabled(hours > 0 and needed.value() <= hours and whole)
        if hours <= 0:
            note.setText(t("The window ends before it starts."))
        elif not whole:
            note.setText(t("The market trades whole hours: start and end on the hour."))
        elif needed.value() > hours:
            note.setText(t("{needed} hours do not fit into {hours}.", needed=needed.value(), hours=f"{hours:g}"))
        else:
            days = f"{kit.fmt.weekday(first)} → {kit.fmt.weekday(last)}"
            zone = first.tzname() or ""
            note.setText(t("{days}: {hours} hours, {zone} time", days=days, hours=f"{hours:g}", zone=zone))

    def rezone() -> None:
        zone = zones.currentData()
        if isinstance(zone, str):
            for control in (starts, ends):
                control.show_in(ZoneInfo(zone))
            always.setVisible(zone != kit.clock.zone.key)
            popover.adjustSize()
            tell()

    starts.dateTimeChanged.connect(lambda _at: tell())
    ends.dateTimeChanged.connect(lambda _at: tell())
    needed.valueChanged.connect(lambda _hours: tell())
    zones.currentIndexChanged.connect(lambda _index: rezone())
    tell()

    def collect() -> Sequence[FieldChange]:
        value = {
            "start": starts.moment().isoformat(),
            "end": ends.moment().isoformat(),
            "hours": needed.value() or None,
            "contiguous": run.isChecked(),
        }
        if always.isVisible() and always.isChecked():
            zone = str(zones.currentData())
            model.defaults.remember_zone(zone, t("From now on: {what}", what=zone))
        return [FieldChange(path=path, value=value)]

    popover.open(collect, starts)


def open_validity(kit: Kit, model: ComposeViewModel, until: datetime | None, button: QPushButton) -> None:
    """Opens the editor of how long an unfilled bid stands."""
    t = kit.t
    popover = Popover(kit, t("Validity"), model.change, button)
    how = QComboBox()
    how.addItem(t("Until its delivery begins"), False)
    how.addItem(t("Until a moment"), True)
    how.setCurrentIndex(1 if until is not None else 0)
    zone = kit.clock.zone
    moment = MomentBox((until or kit.clock.now() + timedelta(days=1)).astimezone(zone).replace(minute=0, second=0))
    popover.add(t("Stands"), how)
    popover.add(t("Moment"), moment)
    note = kit.label("", "small")
    popover.body.addWidget(note)

    def tell() -> None:
        timed = bool(how.currentData())
        moment.setEnabled(timed)
        over = timed and moment.moment() <= kit.clock.now()
        popover.done.setEnabled(not over)
        ended = t("The bid's validity has already ended.")
        at = moment.moment()
        note.setText(ended if over else t("{day}, {zone} time", day=kit.fmt.weekday(at), zone=at.tzname() or ""))

    how.currentIndexChanged.connect(lambda _index: tell())
    moment.dateTimeChanged.connect(lambda _at: tell())
    tell()

    def collect() -> Sequence[FieldChange]:
        value = moment.moment().isoformat() if how.currentData() else None
        return [FieldChange(path="good_until", value=value)]

    popover.open(collect, how)


class MomentBox(QDateTimeEdit):
    """A date and a clock time in one zone; an hour that comes twice keeps which one it was until it is changed."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        inset(self)
        self.setDisplayFormat("yyyy-MM-dd HH:mm")  # a weekday in it would refuse every other day that is typed
        self.setMinimumWidth(220)
        self._shown = at
        self._show(at)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.setSelectedSection(QDateTimeEdit.Section.DaySection)

    def moment(self) -> datetime:
        """The instant that is shown."""
        date, time = self.date(), self.time()
        shown = datetime(date.year(), date.month(), date.day(), time.hour(), time.minute(), tzinfo=self._shown.tzinfo)
        return self._shown if shown.replace(fold=self._shown.fold) == self._shown else shown

    def show_in(self, zone: ZoneInfo) -> None:
        """The same instant on another clock."""
        self._shown = self.moment().astimezone(zone)
        self._show(self._shown)

    def _show(self, at: datetime) -> None:
        self.setDateTime(QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute)))


def _bounds(kit: Kit, delivery: Delivery | None) -> tuple[datetime, datetime]:
    if delivery is not None:
        return delivery.start.astimezone(kit.clock.zone), delivery.end.astimezone(kit.clock.zone)
    tomorrow = (kit.clock.now() + timedelta(days=1)).astimezone(kit.clock.zone)
    start = tomorrow.replace(hour=0, minute=0, second=0, microsecond=0)
    return start, start + timedelta(days=1)
