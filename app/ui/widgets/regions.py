"""A box to tick for each region of the catalogue, in two columns."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from app.ui.kit import column, row
from auction_client.model.catalogue import Catalogue


class RegionBoxes:
    """The boxes and the layout that holds them; those of `chosen` are ticked at first."""

    def __init__(self, catalogue: Catalogue, chosen: Collection[str]) -> None:
        self.layout: QHBoxLayout = row(gap=20)
        self.boxes: dict[str, QCheckBox] = {}
        half = (len(catalogue.regions) + 1) // 2
        for part in (catalogue.regions[:half], catalogue.regions[half:]):
            side = column(gap=0)
            for each in part:
                box = QCheckBox(each.region)
                box.setAccessibleName(each.region)
                box.setChecked(each.region in chosen)
                self.boxes[each.region] = box
                side.addWidget(box)
            side.addStretch(1)
            self.layout.addLayout(side)

    @property
    def chosen(self) -> list[str]:
        """The regions whose boxes are ticked, by name."""
        return sorted(region for region, box in self.boxes.items() if box.isChecked())

    @property
    def first(self) -> QCheckBox:
        """Where the keyboard begins."""
        return next(iter(self.boxes.values()))
