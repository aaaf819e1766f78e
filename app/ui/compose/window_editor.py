"""The editor of a delivery window: start, end, and the hours needed inside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QPushButton, QWidget

from app.ui.compose.popover import Popover
from app.ui.compose.viewmodel import ComposeViewModel
from app.ui.kit import Kit, row
from app.ui.widgets.numbers import inset, number_box
from auction_client.model.bid import Delivery
from nlp.draft import FieldChange

MOST_HOURS = 9_000


def open_window(kit: Kit, model: ComposeViewModel, delivery: Delivery | None, path: str, button: QPushButton) -> None:
    """Opens the editor on the field. Times are the user's local times; the zone is shown."""
    t = kit.t
    zone = kit.clock.zone
    start, end = _bounds(kit, delivery)
    popover = Popover(kit, t("Delivery"), model.change, button)
    starts, ends = _moment(start), _moment(end)
    hours = (delivery.hours or 0) if delivery is not None else 0
    needed = number_box(hours, 0, MOST_HOURS, none=t("the whole window"), suffix=t(" h"))
    run = QCheckBox(t("In one unbroken run"))
    run.setAccessibleName(t("In one unbroken run"))
    run.setChecked(delivery.contiguous if delivery is not None else True)
    for words, control in ((t("From"), starts), (t("To"), ends), (t("Needs"), needed)):
        _labelled(kit, popover, words, control)
    popover.body.addWidget(run)
    note = kit.label("", "small")
    popover.body.addWidget(note)

    def bounds() -> tuple[datetime, datetime]:
        return _local(starts, zone), _local(ends, zone)

    def tell() -> None:
        first, last = bounds()
        hours = (last - first) / timedelta(hours=1)
        fits = hours > 0 and needed.value() <= hours
        popover.done.setEnabled(fits)
        if hours <= 0:
            note.setText(t("The window ends before it starts."))
        elif not fits:
            note.setText(t("{needed} hours do not fit into {hours}.", needed=needed.value(), hours=f"{hours:g}"))
        else:
            note.setText(t("{hours} hours, {zone} time", hours=f"{hours:g}", zone=kit.fmt.zone_name(first)))

    starts.dateTimeChanged.connect(lambda _at: tell())
    ends.dateTimeChanged.connect(lambda _at: tell())
    needed.valueChanged.connect(lambda _hours: tell())
    tell()

    def collect() -> Sequence[FieldChange]:
        first, last = bounds()
        value = {
            "start": first.isoformat(),
            "end": last.isoformat(),
            "hours": needed.value() or None,
            "contiguous": run.isChecked(),
        }
        return [FieldChange(path=path, value=value)]

    popover.open(collect, starts)


def _bounds(kit: Kit, delivery: Delivery | None) -> tuple[datetime, datetime]:
    if delivery is not None:
        return delivery.start.astimezone(kit.clock.zone), delivery.end.astimezone(kit.clock.zone)
    tomorrow = (kit.clock.now() + timedelta(days=1)).astimezone(kit.clock.zone)
    start = tomorrow.replace(hour=0, minute=0, second=0, microsecond=0)
    return start, start + timedelta(days=1)


def _moment(at: datetime) -> QDateTimeEdit:
    made = QDateTimeEdit(QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute)))
    inset(made)
    made.setDisplayFormat("ddd yyyy-MM-dd HH:mm")
    made.setMinimumWidth(200)
    return made


def _local(control: QDateTimeEdit, zone: object) -> datetime:
    date, time = control.date(), control.time()
    return datetime(date.year(), date.month(), date.day(), time.hour(), time.minute(), tzinfo=zone)  # type: ignore[arg-type]


def _labelled(kit: Kit, popover: Popover, words: str, control: QWidget) -> None:
    line = row(gap=12)
    label = kit.label(words, "muted")
    label.setMinimumWidth(80)
    label.setBuddy(control)
    line.addWidget(label)
    line.addWidget(control, 1)
    control.setAccessibleName(words)
    popover.body.addLayout(line)
