"""The editor of a limit: an amount of USD per GPU-hour, per node-hour, per token, or in total."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from app.services.presets import KnownPrices
from app.ui.compose.lotwords import units_per_node
from app.ui.compose.popover import Popover
from app.ui.compose.viewmodel import ComposeViewModel
from app.ui.kit import Kit
from app.ui.widgets.flow import FlowLayout
from auction_client.model.bid import Lot
from auction_client.model.catalogue import Catalogue
from auction_client.model.fields import money_text
from auction_client.model.totals import most_units
from nlp.draft import FieldChange

_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")


def amount_of(text: str) -> Decimal | None:
    """The USD amount that was written; None where it is none."""
    written = unicodedata.normalize("NFKC", text).strip().removeprefix("$").replace(",", "")
    return Decimal(written) if _AMOUNT.fullmatch(written) else None


def open_price(
    kit: Kit, model: ComposeViewModel, catalogue: Catalogue, lot: Lot, path: str, button: QPushButton
) -> None:
    """Opens the editor on the field. Another unit shows the amount that stands there in it; an amount that was typed
    is taken as said in the unit that is chosen."""
    t = kit.t
    popover = Popover(kit, t("Limit"), model.change, button)
    scale = _per_unit(lot, units_per_node(lot, catalogue) or 1)
    names = {
        "unit": t("per token") if lot.asset.type == "token" else t("per GPU-hour"),
        "node": t("per node-hour ({count} GPUs)", count=units_per_node(lot, catalogue) or 1),
        "total": t("in total"),
    }
    unit = QComboBox()
    for key in scale:
        unit.addItem(names[key], key)
    begun = "total" if lot.limit is None and lot.budget is not None else "unit"
    unit.setCurrentIndex(unit.findData(begun))
    now = lot.limit if lot.limit is not None else lot.budget
    amount = QLineEdit(money_text(now) if now is not None else "")
    offered = [amount.text()]
    amount.setPlaceholderText("2.10")
    amount.selectAll()
    popover.add(t("USD"), amount)
    popover.add(t("Unit"), unit)
    shortcuts = _shortcuts(kit, model.known_prices(lot), lambda price: take(price))
    if shortcuts is not None:
        popover.body.addWidget(shortcuts)
    note = kit.label("", "small")
    popover.body.addWidget(note)

    def tell() -> None:
        value = amount_of(amount.text())
        popover.done.setEnabled(value is not None)
        words = "" if value is not None or not amount.text() else t("Write an amount such as 2.10")
        if value is not None:
            per_gpu = _converted(value, scale, unit.currentData(), "unit")
            parts = [f"{kit.fmt.rate(per_gpu)} {names['unit']}"] if per_gpu is not None else []
            for key in ("node", "total"):
                there = _converted(value, scale, unit.currentData(), key)
                if there is not None:
                    shown = kit.fmt.money(there) if key == "total" else kit.fmt.rate(there)
                    parts.append(f"{shown} {t('per node-hour') if key == 'node' else names[key]}")
            words = " = ".join(parts)
        note.setText(words)

    def take(price: Decimal) -> None:
        there = _converted(price, scale, "unit", unit.currentData())
        if there is not None:
            amount.setText(money_value(there))
            amount.setFocus()

    def switched() -> None:
        if amount.text() == offered[-1] and now is not None:
            shown = _converted(now, scale, begun, unit.currentData())
            offered.append(money_value(shown) if shown is not None else "")
            amount.setText(offered[-1])
        tell()

    amount.textChanged.connect(lambda _text: tell())
    unit.currentIndexChanged.connect(lambda _index: switched())
    tell()

    def collect() -> Sequence[FieldChange]:
        value, chosen = amount_of(amount.text()), unit.currentData()
        if value is None or (amount.text() == offered[0] and chosen == begun):
            return []
        if chosen == "total":
            return _changed(lot, path, {"limit": None, "budget": money_value(value)})
        per_gpu = _converted(value, scale, chosen, "unit")
        return _changed(lot, path, {"limit": money_value(per_gpu)}) if per_gpu is not None else []

    popover.open(collect, amount)


def _shortcuts(kit: Kit, known: KnownPrices, take: Callable[[Decimal], None]) -> QWidget | None:
    """A chip for each price that is known; None where none is."""
    t = kit.t
    holder = QWidget()
    holder.setProperty("look", "plain")
    flow = FlowLayout(holder, gap=8)
    for words, price in (
        (t("cleared last {rate}", rate=kit.fmt.rate(known.cleared)), known.cleared),
        (t("used last {rate}", rate=kit.fmt.rate(known.used)), known.used),
        (t("reference {rate}", rate=kit.fmt.rate(known.reference)), known.reference),
    ):
        if price is not None:
            chip = kit.button(words, "chip")
            chip.clicked.connect(lambda _=False, price=price: take(price))
            flow.addWidget(chip)
    return holder if flow.count() else None


def _per_unit(lot: Lot, node_size: int) -> dict[str, Decimal | None]:
    """The units that the lot's price can be said in, each with how many GPU-hours (or tokens) it is of; None where the
    lot does not say how many it needs."""
    scale: dict[str, Decimal | None] = {"unit": Decimal(1)}
    if node_size > 1:
        scale["node"] = Decimal(node_size)
    if lot.side == "buy":
        scale["total"] = most_units(lot)
    return scale


def _converted(amount: Decimal, scale: dict[str, Decimal | None], old: str, new: str) -> Decimal | None:
    """The amount in another unit; None where it cannot be said in it."""
    before, after = scale.get(old), scale.get(new)
    if old == new and new in scale:
        return amount
    return amount / before * after if before and after else None


def _changed(lot: Lot, path: str, values: dict[str, str | None]) -> list[FieldChange]:
    before = lot.model_dump(mode="json")
    return [FieldChange(path=f"{path}.{name}", value=value) for name, value in values.items() if before[name] != value]


def money_value(amount: Decimal) -> str:
    """An amount as the bid writes it."""
    return money_text(amount.quantize(Decimal("0.000001")))
