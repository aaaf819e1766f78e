"""One lot as a card: its fields in two lines, and what they come to in a third."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.ui.compose.fieldbuttons import FieldButtons
from app.ui.compose.lotwords import (
    asset_words,
    node_price_words,
    place_words,
    price_words,
    quantity_words,
    terms_words,
    window_words,
)
from app.ui.kit import Kit, column, row
from app.ui.theme.fonts import SMALL, font
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.plain import ElidedLabel, set_flag
from auction_client.model.bid import ComputeAsset, Lot
from auction_client.model.catalogue import Catalogue
from auction_client.model.totals import worst_case_total


class LotCard(QFrame):
    """`handles` stand before the fields (the grip and the letter), `remove` at the end. `priced_above`: a total of a
    group covers it."""

    def __init__(
        self,
        kit: Kit,
        catalogue: Catalogue,
        fields: FieldButtons,
        lot: Lot,
        path: str,
        *,
        handles: list[QWidget],
        remove: QPushButton | None,
        priced_above: bool,
    ) -> None:
        super().__init__()
        self._kit = kit
        self._catalogue = catalogue
        self._fields = fields
        self.setProperty("look", "lot")
        layout = column(self, margins=(14, 12, 14, 12), gap=9)
        first = _plain()
        head = FlowLayout(first, gap=8, last_right=True)
        for handle in handles:
            handle.setMinimumHeight(30)
            head.addWidget(handle)
        self._add_what(head, lot, path)
        head.addWidget(self._price(lot, path, priced_above=priced_above))
        layout.addWidget(first)
        if isinstance(lot.asset, ComputeAsset):
            second = _plain()
            self._add_terms(FlowLayout(second, gap=8), lot, lot.asset, path)
            layout.addWidget(second)
        sums = self._sums(lot)
        if remove is not None:
            sums.addWidget(remove)
        layout.addLayout(sums)

    def _add_what(self, head: FlowLayout, lot: Lot, path: str) -> None:
        kit, make = self._kit, self._fields.make
        side = kit.t("Buy") if lot.side == "buy" else kit.t("Sell")
        head.addWidget(make(f"{path}.side", "side", side, None))
        count = quantity_words(lot, kit.t, kit.fmt)
        head.addWidget(make(f"{path}.quantity", "quantity", count, None, kit.t("How many?")))
        if isinstance(lot.asset, ComputeAsset):
            head.addWidget(make(f"{path}.asset.gpu", "gpu", asset_words(lot), "cpu", kit.t("Which GPU?")))
        else:
            which = kit.t("Which token?")
            head.addWidget(make(f"{path}.asset.symbol", "symbol", asset_words(lot), "coins", which))

    def _add_terms(self, flow: FlowLayout, lot: Lot, asset: ComputeAsset, path: str) -> None:
        kit, make = self._kit, self._fields.make
        window = window_words(lot.delivery, kit.t, kit.fmt)
        moments = (lot.delivery.start, lot.delivery.end) if lot.delivery is not None else ()
        zones = "\n".join(map(kit.fmt.both_zones, moments))
        flow.addWidget(make(f"{path}.delivery", "window", window, "clock", kit.t("When?"), tip=zones))
        flow.addWidget(make(f"{path}.asset.regions", "place", place_words(asset, kit.t), "map-pin"))
        terms = terms_words(asset, kit.t) or kit.t("Any terms")
        flow.addWidget(make(f"{path}.asset", "terms", terms, "tag"))

    def _price(self, lot: Lot, path: str, *, priced_above: bool) -> QPushButton:
        kit = self._kit
        words = price_words(lot, kit.t, kit.fmt)
        within = not words and priced_above and lot.side == "buy"
        missing = kit.t("Within the total") if within else kit.t("Set a limit")
        button = self._fields.make(f"{path}.limit", "price", words, "coins", missing)
        if within:
            set_flag(button, "missing", False)
        return button

    def _sums(self, lot: Lot) -> QHBoxLayout:
        kit = self._kit
        sums = row(gap=6)
        parts = []
        if lot.delivery is not None and lot.quantity is not None and lot.gpu_hours is None:
            hours = lot.delivery.hours if lot.delivery.hours is not None else lot.delivery.window_hours
            parts.append(kit.t("{hours} GPU-hours", hours=f"{lot.quantity * hours:,.0f}"))
        per_node = node_price_words(lot, self._catalogue, kit.t, kit.fmt)
        if per_node:
            parts.append(per_node)
        if isinstance(lot.asset, ComputeAsset) and lot.asset.gpu in self._catalogue.gpu_by_name:
            reference = self._catalogue.reference_price(lot.asset.gpu)
            parts.append(kit.t("reference {rate}", rate=kit.fmt.rate(reference)))
        words = ElidedLabel("  ·  ".join(parts), colour=kit.tokens.muted)
        words.setFont(font(SMALL * kit.scale))
        sums.addWidget(words, 1)
        total = worst_case_total(lot)
        if lot.side == "buy" and total is not None:
            sums.addWidget(kit.figures(kit.t("up to {amount}", amount=kit.fmt.money(total)), "strong"))
        return sums


def _plain() -> QWidget:
    made = QWidget()
    made.setProperty("look", "plain")
    return made
