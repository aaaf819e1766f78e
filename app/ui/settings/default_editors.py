"""Editors of what a buy needs where its request says nothing of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QPushButton

from app.ui.compose.defaults import OwnDefaults
from app.ui.compose.lotwords import UPTIME
from app.ui.compose.popover import Popover
from app.ui.kit import Kit
from app.ui.widgets.regions import RegionBoxes
from auction_client.model.catalogue import Catalogue
from nlp.draft import FieldChange


def open_uptime(kit: Kit, defaults: OwnDefaults, button: QPushButton) -> None:
    """Opens the choice of an uptime; what is set is remembered and can be taken back."""
    t = kit.t
    popover = Popover(kit, t("{part}, from now on", part=t("Uptime")), lambda _changes: True, button)
    uptime = QComboBox()
    for value, words in ((None, t("not required")), *UPTIME.items()):
        uptime.addItem(words, value)
    uptime.setCurrentIndex(max(0, uptime.findData(defaults.preferences.min_uptime)))
    popover.add(t("Uptime"), uptime)
    popover.done.setText(t("Always do this"))

    def collect() -> Sequence[FieldChange]:
        what = t("{uptime} uptime", uptime=uptime.currentText())
        defaults.remember(t("From now on: {what}", what=what), min_uptime=uptime.currentData())
        return []

    popover.open(collect, uptime)


def open_regions(kit: Kit, defaults: OwnDefaults, catalogue: Catalogue, button: QPushButton) -> None:
    """Opens the choice of regions; none chosen is anywhere. What is set is remembered and can be taken back."""
    t = kit.t
    popover = Popover(kit, t("{part}, from now on", part=t("Place")), lambda _changes: True, button)
    popover.body.addWidget(kit.label(t("In one of these; none chosen: anywhere"), "small"))
    boxes = RegionBoxes(catalogue, defaults.preferences.regions)
    popover.body.addLayout(boxes.layout)
    popover.done.setText(t("Always do this"))

    def collect() -> Sequence[FieldChange]:
        chosen = boxes.chosen
        where = ", ".join(chosen) or t("Anywhere")
        defaults.remember(t("From now on: {what}", what=where), regions=tuple(chosen))
        return []

    popover.open(collect, boxes.first)
