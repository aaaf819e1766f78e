"""A bid that is far out of the usual: the sheet asks for a reason, and the reason goes with the bid."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QCheckBox

from app.services.review import review_of
from app.services.views import Caution
from app.ui.review.sheet import ReviewSheet
from nlp.draft import FieldChange
from tests.services.sample_drafts import PRICED

FAR = Caution(
    "desk_collar", (("amount", "8.00"), ("name", "H100"), ("reference", "2.50")), id="collar@root", reason=True
)


def opened(world) -> ReviewSheet:
    world.window.run("review")
    world.dispatcher.settle()
    sheet = world.window.sheet
    assert isinstance(sheet, ReviewSheet)
    for box in sheet.findChildren(QCheckBox):
        box.setChecked(True)
    return sheet


def test_what_is_far_out_is_submitted_only_once_a_reason_is_written(world):
    world.open()
    world.type(PRICED)
    world.desk.cautions = (FAR,)
    sheet = opened(world)
    assert not sheet.confirm.isEnabled()
    assert sheet.confirm.toolTip() == "Write why first"
    for words in ("   ", "xxxxx", "1234"):
        sheet.reason.line.setText(words)
        assert not sheet.confirm.isEnabled(), words
    sheet.reason.line.setText("  the launch is on Friday ")
    assert sheet.confirm.isEnabled()
    sheet.confirm.click()
    world.dispatcher.settle()
    (confirmed,) = world.desk.confirmed
    assert confirmed.reason == "the launch is on Friday"
    assert "collar@root" in confirmed.acknowledged


def test_a_reason_stands_for_no_tick(world):
    world.open()
    world.type(PRICED)
    world.desk.cautions = (FAR,)
    sheet = opened(world)
    sheet.reason.line.setText("the launch is on Friday")
    sheet.findChild(QCheckBox).setChecked(False)
    assert not sheet.confirm.isEnabled()
    assert sheet.confirm.toolTip() == "Acknowledge each warning first"


def test_an_ordinary_warning_asks_for_no_reason(world):
    world.open()
    world.type(PRICED)
    sheet = opened(world)
    assert sheet.reason is None
    assert sheet.confirm.isEnabled()
    sheet.confirm.click()
    world.dispatcher.settle()
    assert world.desk.confirmed[0].reason == ""


def test_a_bid_that_is_blocked_asks_for_no_reason(world):
    world.open(block_total=Decimal(10))
    world.type(PRICED)
    world.desk.cautions = (FAR,)
    assert opened(world).reason is None


def test_korean_asks_in_korean(world):
    world.open(language="ko")
    world.type(PRICED)
    world.desk.cautions = (FAR,)
    sheet = opened(world)
    assert sheet.reason.line.accessibleName() == "이 입찰이 맞는 이유"
    sheet.reason.line.setText("금요일 출시")
    assert sheet.confirm.isEnabled()


@pytest.mark.parametrize(
    ("path", "value", "code", "far"),
    [
        ("limit", "5.00", "price_high", False),
        ("limit", "30.00", "price_high", True),
        ("limit", "0.05", "price_low", False),
        ("quantity", 600, "many_gpus", False),
        ("quantity", 2_560, "many_gpus", True),
    ],
)
def test_the_windows_own_warnings_are_far_out_at_three_times_the_price_and_five_times_the_size(
    world, path, value, code, far
):
    world.open(block_total=Decimal(10**9), warn_total=Decimal(10**8))
    world.type(PRICED)
    world.bench.drafts.change([FieldChange(path=f"root.items[0].{path}", value=value)])
    world.dispatcher.settle()
    bench = world.bench
    review = review_of(
        bench.drafts.state,
        catalogue=bench.ports.catalogue,
        now=bench.clock.now(),
        zone=bench.clock.zone,
        settings=bench.settings.settings,
    )
    found = [each for each in review.warnings if each.code == code]
    assert any(each.reason for each in found) is far
    assert found
    assert review.needs_reason is far


def test_a_total_five_times_what_is_warned_of_is_far_out(world):
    world.open(warn_total=Decimal(80))
    world.type(PRICED)
    assert opened(world).reason is not None
    world.window.sheet.close_sheet()
    world.bench.settings.update(warn_total=Decimal(100))
    assert opened(world).reason is None
