"""The editor of a group or a link: how many of the items, in one region or not, and the most they may cost together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from app.ui.compose.popover import Popover
from app.ui.compose.price_editor import amount_of, money_value
from app.ui.compose.viewmodel import ComposeViewModel
from app.ui.kit import Kit, row
from app.ui.widgets.numbers import number_box
from auction_client.model.bid import Group, Linked, children_of
from auction_client.model.fields import money_text
from nlp.draft import FieldChange


def open_group(
    kit: Kit, model: ComposeViewModel, node: Group | Linked, path: str, button: QPushButton, *, on_total: bool
) -> None:
    """Opens the editor on the group's header, with the keyboard on the total where that was pressed."""
    t = kit.t
    items = [child for _, child in children_of(node)]
    size = len(items)
    popover = Popover(kit, t("How many of these {count}", count=size), model.change, button)
    low, high = (node.at_least, node.at_most) if isinstance(node, Group) else (1, size)
    least, most = number_box(low, 1, size), number_box(high, 1, size)
    then = kit.button(t("The second only with the first"), "chip")
    then.setCheckable(True)
    then.setChecked(isinstance(node, Linked))
    sizes: list[tuple[str, int, int]] = [(t("One of"), 1, 1), (t("Any of"), 1, size), (t("All of"), size, size)]

    def choose(low: int, high: int, _checked: bool = False) -> None:
        then.setChecked(False)
        least.setValue(low)
        most.setValue(high)

    quick = row(gap=8)
    chips = [kit.button(words, "chip") for words, _, _ in sizes]
    for chip, (_, low, high) in zip(chips, sizes, strict=True):
        chip.clicked.connect(partial(choose, low, high))
        quick.addWidget(chip)
    popover.body.addLayout(quick)
    if size == 2:
        popover.body.addWidget(then)
    popover.add(t("At least"), least)
    popover.add(t("At most"), most)
    region = QCheckBox(t("All in one region"))
    region.setAccessibleName(t("All in one region"))
    region.setChecked(isinstance(node, Group) and node.same_region)
    popover.body.addWidget(region)
    for control in (least, most, region):
        control.setDisabled(then.isChecked())
        then.toggled.connect(control.setDisabled)
    total = QLineEdit(money_text(node.budget) if node.budget is not None else "")
    total.setPlaceholderText(t("no total"))
    popover.add(t("Total (USD)"), total)
    total.textChanged.connect(lambda text: popover.done.setEnabled(not text.strip() or amount_of(text) is not None))

    def collect() -> Sequence[FieldChange]:
        amount = amount_of(total.text())
        budget = money_value(amount) if amount is not None else None
        if then.isChecked() is not isinstance(node, Linked):
            return [FieldChange(path=path, value=_turned(node, budget, least.value(), most.value()))]
        values: dict[str, int | bool | str | None] = {"budget": budget}
        if isinstance(node, Group):
            low, high = min(least.value(), most.value()), most.value()
            values |= {"at_least": low, "at_most": high, "same_region": region.isChecked()}
        before = node.model_dump(mode="json")
        return [
            FieldChange(path=f"{path}.{name}", value=value) for name, value in values.items() if before[name] != value
        ]

    popover.open(collect, total if on_total else chips[0])


def _turned(node: Group | Linked, budget: str | None, low: int, high: int) -> dict[str, object]:
    """A link as a group of its two, or a group of two as a link."""
    first, then = (child.model_dump(mode="json") for _, child in children_of(node))
    if isinstance(node, Linked):
        return {
            "kind": "group", "at_least": min(low, high), "at_most": high, "items": [first, then], "same_region": False,
            "budget": budget,
        }  # fmt: skip
    return {"kind": "linked", "first": first, "then": then, "budget": budget}
