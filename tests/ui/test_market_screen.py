"""The market: one product or token in full, whether the prices ahead are indicative, and when auctions close."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel

from app.ui.market.charts import against_reference, gpu_facts
from tests.services.sample_market import standard_market


@pytest.fixture
def page(world):
    window = world.open()
    window.run("market")
    return window.content.page("market")


def said(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_a_token_is_shown_with_its_facts_and_the_gpus_are_let_go(page):
    page.tokens.selectRow(0)
    words = said(page)
    assert "ATLAS-32B · Atlas 32B" in words
    assert "Latest evaluation: 0.81 of 1" in words
    assert "Paid out on Mon 23 Nov: $0.0031 a token" in words
    assert page.quotes.selectedIndexes() == []
    page.quotes.selectRow(2)
    assert "H200 SXM · us-west · 99.9 %" in said(page)
    assert page.tokens.selectedIndexes() == []


def test_a_choice_stays_when_new_prices_come(world, page):
    page.tokens.selectRow(1)
    world.desk.view = replace(standard_market(), ahead_is_indicative=True)
    world.dispatcher.wait(13)
    assert "MERIDIAN-10B" in page.chosen._name.text()


def test_prices_ahead_say_whether_they_are_indicative(world, page):
    assert "as the last auction cleared" in said(page)
    world.desk.view = replace(standard_market(), ahead_is_indicative=True)
    world.dispatcher.wait(13)
    assert "as the running auction would clear now" in said(page)


def test_the_next_gates_and_results_are_told_with_their_zone(page):
    assert "Next closings: Mon 23 Nov 09:24 PST, result 09:26" in said(page)


def test_the_figures_of_a_column_have_the_same_decimals(page):
    for table, column, decimals in ((page.quotes, 2, 2), (page.tokens, 1, 4), (page.tokens, 3, 4)):
        cells = [table.model().index(row, column).data() for row in range(table.model().rowCount())]
        assert {len(cell.partition(".")[2]) for cell in cells} == {decimals}, cells


def test_a_product_is_shown_with_the_facts_of_its_gpu_and_its_price_against_the_reference(page):
    words = said(page)
    assert "80 or 94 GB of memory · 8 in a node · 700 W" in words
    assert "−25.3% against the reference of $3.00" in words
    page.tokens.selectRow(0)
    assert "against the reference" not in said(page)
    assert "of memory" not in said(page)


@pytest.mark.parametrize(
    ("name", "last", "facts", "reference"),
    [
        (
            "GB200",
            "8.50",
            "186 GB of memory · 4 in a node · 72 in a rack · 1,200 W",
            "+0.0% against the reference of $8.50",
        ),
        ("GH200", None, "96 or 144 GB of memory · 1,000 W", "reference $3.20"),
    ],
)
def test_racks_lone_gpus_and_untraded_ones_have_facts_too(world, name, last, facts, reference):
    kit = world.open().kit
    gpu = world.bench.ports.catalogue.gpu_by_name[name]
    assert gpu_facts(kit, gpu) == facts
    assert against_reference(kit, gpu, None if last is None else Decimal(last)) == reference
