"""The editors of a bid's fields, opened on the cards. Each collects edits; the draft service makes them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QPushButton, QSpinBox

from app.ui.compose.group_editor import open_group
from app.ui.compose.lotwords import INTERCONNECT, UPTIME, units_per_node
from app.ui.compose.popover import Popover
from app.ui.compose.price_editor import open_price
from app.ui.compose.viewmodel import ComposeViewModel
from app.ui.compose.window_editor import open_validity, open_window
from app.ui.kit import Kit
from app.ui.widgets.numbers import number_box
from app.ui.widgets.regions import RegionBoxes
from auction_client.model.bid import Bid, ComputeAsset, Lot, walk
from auction_client.model.catalogue import Catalogue
from nlp.draft import FieldChange

MOST_GPUS = 1_000_000


def open_editor(
    kit: Kit, model: ComposeViewModel, catalogue: Catalogue, bid: Bid, path: str, kind: str, button: QPushButton
) -> None:
    """Opens the editor of one field. `kind` is the field's, as the cards name it."""
    lot_path = path.split(".asset")[0] if kind in ("gpu", "symbol", "place", "terms") else path.rpartition(".")[0]
    nodes = dict(walk(bid.root))
    lot = nodes.get(lot_path)
    holder = nodes.get(path.removesuffix(".budget"))
    if kind in ("group", "budget") and holder is not None and not isinstance(holder, Lot):
        open_group(kit, model, holder, path.removesuffix(".budget"), button, on_total=kind == "budget")
    elif kind == "same_region":
        model.change([FieldChange(path=path, value=False)])
    elif kind == "good_until":
        open_validity(kit, model, bid.good_until, button)
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
        open_price(kit, model, catalogue, lot, path, button)


def _turned(lot: Lot, path: str) -> list[FieldChange]:
    other = "sell" if lot.side == "buy" else "buy"
    changes = [FieldChange(path=f"{path}.side", value=other)]
    if other == "sell" and lot.budget is not None:
        changes.append(FieldChange(path=f"{path}.budget", value=None))
    return changes


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
        popover.add(t("GPU-hours"), volume)
        popover.add(t("At a time"), width)

        def collect_volume() -> Sequence[FieldChange]:
            return _changed(lot, path, {"gpu_hours": volume.value(), "quantity": width.value() or None})

        popover.open(collect_volume, volume)
        return
    most = _spin(lot.quantity or size or 1, 1)
    least = _spin(lot.min_quantity or 0, 0, t("all or nothing"))
    popover.add(t("Tokens") if lot.asset.type == "token" else t("GPUs"), most)
    popover.add(t("At least"), least)
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
    how = _combo(
        [("regions", t("In one of these; none chosen: anywhere")), ("not_regions", t("Anywhere but in these"))],
        "not_regions" if asset.not_regions else "regions",
    )
    how.setAccessibleName(t("Place"))
    popover.body.addWidget(how)
    regions = RegionBoxes(catalogue, asset.regions or asset.not_regions)
    popover.body.addLayout(regions.layout)
    always = popover.always(t("Always, where a request names no place"))
    how.currentIndexChanged.connect(lambda _: always.setEnabled(how.currentData() == "regions"))
    always.setEnabled(how.currentData() == "regions")

    def collect() -> Sequence[FieldChange]:
        chosen = regions.chosen
        wanted = how.currentData()
        if always.isEnabled() and always.isChecked():
            where = ", ".join(chosen) or t("Anywhere")
            model.defaults.remember(t("From now on: {what}", what=where), regions=tuple(chosen))
        values = {
            "regions": chosen if wanted == "regions" else [],
            "not_regions": [] if wanted == "regions" else chosen,
        }
        before = asset.model_dump(mode="json")
        return [
            FieldChange(path=f"{path}.asset.{name}", value=list(value))
            for name, value in values.items()
            if before[name] != value
        ]

    popover.open(collect, regions.first)


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
        popover.add(words, control)
    popover.body.addWidget(interruptible)
    always = popover.always(t("Always this uptime, where a request names none"))

    def collect() -> Sequence[FieldChange]:
        if always.isChecked():
            what = t("{uptime} uptime", uptime=uptime.currentText())
            model.defaults.remember(t("From now on: {what}", what=what), min_uptime=uptime.currentData())
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
