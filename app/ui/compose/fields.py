"""The editors of a bid's fields, opened on the cards. Each collects edits; the draft service makes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QPushButton, QSpinBox, QWidget

from app.services.edits import value_at
from app.ui.compose.lotwords import INTERCONNECT, UPTIME, units_per_node
from app.ui.compose.popover import Popover
from app.ui.compose.viewmodel import ComposeViewModel
from app.ui.compose.window_editor import open_window
from app.ui.kit import Kit, column, row
from app.ui.widgets.numbers import number_box
from auction_client.model.bid import Bid, ComputeAsset, Group, Lot, walk
from auction_client.model.catalogue import Catalogue
from auction_client.model.fields import money_text
from nlp.draft import FieldChange

MOST_GPUS = 1_000_000
_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")


def open_editor(
    kit: Kit, model: ComposeViewModel, catalogue: Catalogue, bid: Bid, path: str, kind: str, button: QPushButton
) -> None:
    """Opens the editor of one field. `kind` is the field's, as the cards name it."""
    lot_path = path.split(".asset")[0] if kind in ("gpu", "symbol", "place", "terms") else path.rpartition(".")[0]
    nodes = dict(walk(bid.root))
    lot = nodes.get(lot_path)
    if kind == "group":
        group = nodes.get(path)
        if isinstance(group, Group):
            _open_group(kit, model, group, path, button)
    elif kind == "same_region":
        model.change([FieldChange(path=path, value=False)])
    elif kind == "budget":
        _open_budget(kit, model, value_at(bid, path), path, button)
    elif kind == "good_until":
        model.change([FieldChange(path=path, value=None)])
    elif isinstance(lot, Lot):
        _open_lot_field(kit, model, catalogue, lot, lot_path, kind, button)


def _open_lot_field(
    kit: Kit, model: ComposeViewModel, catalogue: Catalogue, lot: Lot, path: str, kind: str, button: QPushButton
) -> None:
    if kind == "side":
        model.change(_turned(lot, path))
    elif kind == "quantity":
        _open_quantity(kit, model, catalogue, lot, path, button)
    elif kind in ("gpu", "symbol"):
        _open_product(kit, model, catalogue, lot, path, button)
    elif kind == "window":
        open_window(kit, model, lot.delivery, f"{path}.delivery", button)
    elif kind == "place" and isinstance(lot.asset, ComputeAsset):
        _open_place(kit, model, catalogue, lot.asset, path, button)
    elif kind == "terms" and isinstance(lot.asset, ComputeAsset):
        _open_terms(kit, model, lot.asset, path, button)
    elif kind == "price":
        _open_price(kit, model, catalogue, lot, path, button)


def _turned(lot: Lot, path: str) -> list[FieldChange]:
    other = "sell" if lot.side == "buy" else "buy"
    changes = [FieldChange(path=f"{path}.side", value=other)]
    if other == "sell" and lot.budget is not None:
        changes.append(FieldChange(path=f"{path}.budget", value=None))
    return changes


def _labelled(kit: Kit, popover: Popover, words: str, control: QWidget) -> None:
    line = row(gap=12)
    label = kit.label(words, "muted")
    label.setMinimumWidth(110)
    label.setBuddy(control)
    line.addWidget(label)
    line.addWidget(control, 1)
    control.setAccessibleName(words)
    popover.body.addLayout(line)


def _spin(value: int, least: int, none: str = "") -> QSpinBox:
    return number_box(value, least, MOST_GPUS, none=none)


def _open_quantity(
    kit: Kit, model: ComposeViewModel, catalogue: Catalogue, lot: Lot, path: str, button: QPushButton
) -> None:
    t = kit.t
    popover = Popover(kit, t("Quantity"), model.change, button)
    size = units_per_node(lot, catalogue)
    if lot.gpu_hours is not None:
        volume = _spin(lot.gpu_hours, 1)
        width = _spin(lot.quantity or 0, 0, t("any number"))
        _labelled(kit, popover, t("GPU-hours"), volume)
        _labelled(kit, popover, t("At a time"), width)

        def collect_volume() -> Sequence[FieldChange]:
            return _changed(lot, path, {"gpu_hours": volume.value(), "quantity": width.value() or None})

        popover.open(collect_volume, volume)
        return
    most = _spin(lot.quantity or size or 1, 1)
    least = _spin(lot.min_quantity or 0, 0, t("all or nothing"))
    _labelled(kit, popover, t("Tokens") if lot.asset.type == "token" else t("GPUs"), most)
    _labelled(kit, popover, t("At least"), least)
    if size is not None and size > 1:
        popover.body.addWidget(kit.label(t("A node has {count} GPUs.", count=size), "small"))

    def collect() -> Sequence[FieldChange]:
        return _changed(lot, path, {"quantity": most.value(), "min_quantity": least.value() or None})

    popover.open(collect, most)


def _changed(lot: Lot, path: str, values: dict[str, int | str | None]) -> list[FieldChange]:
    before = lot.model_dump(mode="json")
    return [FieldChange(path=f"{path}.{name}", value=value) for name, value in values.items() if before[name] != value]


def _open_product(
    kit: Kit, model: ComposeViewModel, catalogue: Catalogue, lot: Lot, path: str, button: QPushButton
) -> None:
    t = kit.t
    compute = isinstance(lot.asset, ComputeAsset)
    popover = Popover(kit, t("GPU") if compute else t("Token"), model.change, button)
    search = QLineEdit()
    search.setPlaceholderText(t("Search"))
    search.setAccessibleName(t("Search"))
    names = QListWidget()
    names.setAccessibleName(t("GPU") if compute else t("Token"))
    names.setMinimumSize(300, 240)
    listed = (
        [(gpu.gpu, t("from {rate} per GPU-hour", rate=kit.fmt.rate(gpu.reference_price))) for gpu in catalogue.gpus]
        if compute
        else [(token.symbol, token.name) for token in catalogue.tokens]
    )

    def fill(pattern: str) -> None:
        names.clear()
        for name, words in listed:
            if pattern.casefold() in f"{name} {words}".casefold():
                names.addItem(f"{name}    {words}")
                if name == (lot.asset.gpu if isinstance(lot.asset, ComputeAsset) else lot.asset.symbol):
                    names.setCurrentRow(names.count() - 1)
        if names.currentRow() < 0:
            names.setCurrentRow(0)

    fill("")
    search.textChanged.connect(fill)
    names.itemDoubleClicked.connect(lambda _item: popover.commit())
    popover.body.addWidget(search)
    popover.body.addWidget(names)

    def collect() -> Sequence[FieldChange]:
        if names.currentRow() < 0:
            return []
        name = names.currentItem().text().split("    ")[0]
        if not isinstance(lot.asset, ComputeAsset):
            return [FieldChange(path=f"{path}.asset.symbol", value=name)]
        changes = [FieldChange(path=f"{path}.asset.gpu", value=name)]
        gpu = catalogue.gpu_by_name[name]
        if lot.asset.form is not None and lot.asset.form not in gpu.forms:
            changes.append(FieldChange(path=f"{path}.asset.form", value=None))
        if lot.asset.memory_gb is not None and lot.asset.memory_gb not in gpu.memory_gb:
            changes.append(FieldChange(path=f"{path}.asset.memory_gb", value=None))
        return changes

    popover.open(collect, search)


def _open_place(
    kit: Kit, model: ComposeViewModel, catalogue: Catalogue, asset: ComputeAsset, path: str, button: QPushButton
) -> None:
    t = kit.t
    popover = Popover(kit, t("Place"), model.change, button)
    popover.body.addWidget(kit.label(t("One of these. None chosen: anywhere."), "small"))
    boxes: list[tuple[str, QCheckBox]] = []
    grid = row(gap=20)
    half = (len(catalogue.regions) + 1) // 2
    for part in (catalogue.regions[:half], catalogue.regions[half:]):
        side = column(gap=0)
        for region in part:
            box = QCheckBox(region.region)
            box.setAccessibleName(region.region)
            box.setChecked(region.region in asset.regions)
            boxes.append((region.region, box))
            side.addWidget(box)
        side.addStretch(1)
        grid.addLayout(side)
    popover.body.addLayout(grid)

    def collect() -> Sequence[FieldChange]:
        chosen = sorted(region for region, box in boxes if box.isChecked())
        return [FieldChange(path=f"{path}.asset.regions", value=list(chosen))]

    popover.open(collect, boxes[0][1])


def _combo(choices: Sequence[tuple[str | None, str]], now: str | None) -> QComboBox:
    made = QComboBox()
    for value, words in choices:
        made.addItem(words, value)
    made.setCurrentIndex(next((at for at, (value, _) in enumerate(choices) if value == now), 0))
    return made


def _open_terms(kit: Kit, model: ComposeViewModel, asset: ComputeAsset, path: str, button: QPushButton) -> None:
    t = kit.t
    popover = Popover(kit, t("Terms"), model.change, button)
    uptime = _combo([(None, t("not required")), *UPTIME.items()], asset.min_uptime)
    fabric = _combo([(None, t("any")), *INTERCONNECT.items()], asset.interconnect)
    form = _combo([(None, t("any")), ("SXM", "SXM"), ("PCIe", "PCIe"), ("NVL", "NVL")], asset.form)
    tags = QLineEdit(", ".join(asset.tags))
    tags.setPlaceholderText("hipaa, soc2")
    interruptible = QCheckBox(t("May be interrupted"))
    interruptible.setAccessibleName(t("May be interrupted"))
    interruptible.setChecked(asset.interruptible)
    for words, control in ((t("Uptime"), uptime), (t("Interconnect"), fabric), (t("Form"), form), (t("Tags"), tags)):
        _labelled(kit, popover, words, control)
    popover.body.addWidget(interruptible)

    def collect() -> Sequence[FieldChange]:
        words = sorted({word.strip().casefold() for word in tags.text().split(",") if word.strip()})
        values = {
            "min_uptime": uptime.currentData(),
            "interconnect": fabric.currentData(),
            "form": form.currentData(),
            "interruptible": interruptible.isChecked(),
            "tags": words,
        }
        before = asset.model_dump(mode="json")
        return [
            FieldChange(path=f"{path}.asset.{name}", value=value)
            for name, value in values.items()
            if before[name] != value
        ]

    popover.open(collect, uptime)


def _amount(text: str) -> Decimal | None:
    written = unicodedata.normalize("NFKC", text).strip().removeprefix("$").replace(",", "")
    return Decimal(written) if _AMOUNT.fullmatch(written) else None


def _open_price(
    kit: Kit, model: ComposeViewModel, catalogue: Catalogue, lot: Lot, path: str, button: QPushButton
) -> None:
    t = kit.t
    popover = Popover(kit, t("Limit"), model.change, button)
    size = units_per_node(lot, catalogue) or 1
    per_unit = t("per token") if lot.asset.type == "token" else t("per GPU-hour")
    units: list[tuple[str | None, str]] = [("unit", per_unit)]
    if size > 1:
        units.append(("node", t("per node-hour ({count} GPUs)", count=size)))
    if lot.side == "buy":
        units.append(("total", t("in total")))
    unit = _combo(units, "total" if lot.limit is None and lot.budget is not None else "unit")
    now = lot.limit if lot.limit is not None else lot.budget
    amount = QLineEdit(money_text(now) if now is not None else "")
    amount.setPlaceholderText("2.10")
    amount.selectAll()
    _labelled(kit, popover, t("USD"), amount)
    _labelled(kit, popover, t("Unit"), unit)
    note = kit.label("", "small")
    popover.body.addWidget(note)

    def tell() -> None:
        value = _amount(amount.text())
        popover.done.setEnabled(value is not None)
        words = "" if value is not None or not amount.text() else t("Write an amount such as 2.10")
        if value is not None and size > 1 and unit.currentData() != "total":
            per_gpu = value / size if unit.currentData() == "node" else value
            words = t(
                "{gpu} per GPU-hour = {node} per node-hour",
                gpu=kit.fmt.rate(per_gpu),
                node=kit.fmt.rate(per_gpu * size),
            )
        note.setText(words)

    amount.textChanged.connect(lambda _text: tell())
    unit.currentIndexChanged.connect(lambda _index: tell())
    tell()

    def collect() -> Sequence[FieldChange]:
        value = _amount(amount.text())
        if value is None:
            return []
        chosen = unit.currentData()
        if chosen == "total":
            return _changed(lot, path, {"limit": None, "budget": _money(value)})
        per_gpu = value / size if chosen == "node" else value
        changes: dict[str, int | str | None] = {"limit": _money(per_gpu)}
        return _changed(lot, path, changes)

    popover.open(collect, amount)


def _money(amount: Decimal) -> str:
    return money_text(amount.quantize(Decimal("0.000001")))


def _open_budget(kit: Kit, model: ComposeViewModel, now: object, path: str, button: QPushButton) -> None:
    t = kit.t
    popover = Popover(kit, t("Total"), model.change, button)
    amount = QLineEdit(str(now or ""))
    amount.selectAll()
    _labelled(kit, popover, t("USD at most"), amount)
    amount.textChanged.connect(lambda text: popover.done.setEnabled(not text.strip() or _amount(text) is not None))

    def collect() -> Sequence[FieldChange]:
        value = _amount(amount.text())
        return [FieldChange(path=path, value=_money(value) if value is not None else None)]

    popover.open(collect, amount)


def _open_group(kit: Kit, model: ComposeViewModel, group: Group, path: str, button: QPushButton) -> None:
    t = kit.t
    popover = Popover(kit, t("How many of these {count}", count=len(group.items)), model.change, button)
    least, most = _spin(group.at_least, 1), _spin(group.at_most, 1)
    for control in (least, most):
        control.setMaximum(len(group.items))
    quick = row(gap=8)
    sizes: list[tuple[str, int, int]] = [
        (t("One of"), 1, 1), (t("Any of"), 1, len(group.items)), (t("All of"), len(group.items), len(group.items)),
    ]  # fmt: skip

    def choose(low: int, high: int, _checked: bool = False) -> None:
        least.setValue(low)
        most.setValue(high)

    first: QPushButton | None = None
    for words, low, high in sizes:
        chip = kit.button(words, "chip")
        chip.clicked.connect(partial(choose, low, high))
        quick.addWidget(chip)
        first = first or chip
    popover.body.addLayout(quick)
    _labelled(kit, popover, t("At least"), least)
    _labelled(kit, popover, t("At most"), most)
    region = QCheckBox(t("All in one region"))
    region.setAccessibleName(t("All in one region"))
    region.setChecked(group.same_region)
    popover.body.addWidget(region)

    def collect() -> Sequence[FieldChange]:
        low, high = min(least.value(), most.value()), most.value()
        values: dict[str, int | bool] = {"at_least": low, "at_most": high, "same_region": region.isChecked()}
        before = group.model_dump(mode="json")
        return [
            FieldChange(path=f"{path}.{name}", value=value) for name, value in values.items() if before[name] != value
        ]

    assert first is not None
    popover.open(collect, first)
