"""An estimate's reasons and proposals, worded in both languages and in the user's zone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtGui import QFontMetricsF

from app.services.views import Fix, Obstacle
from app.ui.compose.estimatewords import fix_words, obstacle_words, price_tag
from app.ui.theme.fonts import font
from app.ui.widgets.flow import in_lines
from tests.services.sample_drafts import either, lot, tuesday_night
from tests.services.sample_market import losing_estimate, standard_estimate

LOT = lot("H100", 8, "2.72").model_copy(update={"delivery": tuesday_night()})
DEARER = Fix("limit_buy", "root", "2.60", LOT, Decimal("217.60"))
LATER = replace(DEARER, code="window_end", of="8 × H100")
TOO_DEAR = Obstacle("price", "8 × H100", Decimal("48"), Decimal("38.4"))


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def test_in_english(make_world):
    kit = make_world().open(language="en").kit
    assert fix_words(kit, DEARER) == "Pay up to $2.72 per GPU-hour"
    assert plain(fix_words(kit, LATER)) == "8 × H100: Let it end by Wed 25 Nov 06:00"
    told = "8 × H100: It would cost $48.00 at the estimated prices; your limit allows $38.40."
    assert obstacle_words(kit, TOO_DEAR) == told


def test_a_sale_offers_what_a_purchase_takes(make_world):
    kit = make_world().open(language="en").kit
    selling = LOT.model_copy(update={"side": "sell", "delivery": LOT.delivery.model_copy(update={"hours": 6})})
    fixes = [Fix(code, "root", "8", selling, Decimal("-90")) for code in ("hours", "quantity", "min_quantity", "gpu")]
    assert [fix_words(kit, fix).split()[0] for fix in fixes] == ["Offer"] * 4
    assert fix_words(kit, fixes[0]) == "Offer 6 hours instead of 8"


def test_in_korean(make_world):
    kit = make_world().open(language="ko").kit
    assert fix_words(kit, DEARER) == "GPU-시간당 $2.72까지 지불"
    assert plain(fix_words(kit, LATER)) == "8 × H100: 종료를 11월 25일 (수) 06:00까지 허용"
    assert obstacle_words(kit, TOO_DEAR) == "8 × H100: 예상 가격으로 $48.00가 들지만 한도는 $38.40입니다."


def test_a_button_of_many_words_has_lines_that_fit(make_world):
    make_world().open()
    metrics = QFontMetricsF(font())
    lines = in_lines("Take any memory size, not only 80 GB →\u00a0$147.00", metrics, 120).split("\n")
    assert len(lines) > 1
    assert all(metrics.horizontalAdvance(line) <= 120 for line in lines)
    assert lines[-1].endswith("→\u00a0$147.00")


def test_a_change_of_a_filling_bid_carries_its_price_tag(qapp, make_world):
    kit = make_world().open().kit
    bid = either(lot("H100", 8, "2.60"), lot("A100", 16, "2.60"))
    estimate = standard_estimate(bid)
    cheaper = Fix("regions", "root.items[0]", "", lot(), Decimal("146.94"))
    assert price_tag(kit, cheaper, estimate) == " (−18.0%)"
    assert price_tag(kit, cheaper, losing_estimate(bid)) == "", "what does not fill has no price to compare with"
