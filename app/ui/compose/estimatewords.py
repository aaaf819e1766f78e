"""An estimate's reasons and proposed changes in the user's language and zone."""

from __future__ import annotations

from decimal import Decimal

from app.services.views import EstimateView, Fix, Obstacle, PartialFill
from app.ui.compose.lotwords import INTERCONNECT
from app.ui.kit import Kit
from auction_client.model.bid import Lot

OBSTACLES = {
    "no_product": "No product on the market meets these requirements.",
    "not_traded": "The market does not trade this token.",
    "outside": "The market does not reach this time yet.",
    "uncovered": "The market does not cover the whole of this time.",
    "too_long": "The hours do not fit into what the market offers of this time.",
    "least_too_large": "The smallest part you would take is more than the GPU-hours you asked for.",
    "no_offers": "Nobody offers these hours.",
    "not_enough": "Too little of these hours is left.",
    "price": "It would cost {pay} at the estimated prices; your limit allows {worth}.",
    "price_sell": "It would bring {pay} at the estimated prices; you ask for at least {worth}.",
    "budget": "It would cost {pay} at the estimated prices; your budget is {worth}.",
    "linked": "It would fill by itself, but what it is tied to does not.",
    "second_best": "Another choice is better, or taking this one would push the price past somebody's limit.",
    "would_move_price": "It could afford its hours, but taking it would push the price past somebody's limit.",
}
FIXES = {
    "limit_buy": "Pay up to {limit}",
    "limit_sell": "Sell from {limit}",
    "budget": "Spend up to {budget} in total",
    "gpu": "Take {gpu} instead",
    "quantity": "Take {count} instead of {before}",
    "min_quantity": "Take {count} or more",
    "hours": "Take {count} hours instead of {before}",
    "window_end": "Let it end by {moment}",
    "window_start": "Let it start from {moment}",
    "contiguous": "Take any hours of the window",
    "regions": "Take it in any region",
    "min_uptime": "Accept any uptime",
    "interruptible": "Accept interruptible hours",
    "form": "Take any form, not only {before}",
    "memory_gb": "Take any memory size, not only {before} GB",
    "interconnect": "Take any network, not only {before}",
}

OF_SALES = {
    "gpu": "Offer {gpu} instead",
    "quantity": "Offer {count} instead of {before}",
    "min_quantity": "Offer {count} or more",
    "hours": "Offer {count} hours instead of {before}",
    "contiguous": "Offer any hours of the window",
}
"""What is said of a sale in other words."""


def obstacle_words(kit: Kit, obstacle: Obstacle) -> str:
    """``8 × H100: It would cost $48.00 at the estimated prices; your limit allows $38.40.``"""
    words = kit.t(OBSTACLES[obstacle.code], pay=kit.fmt.money(obstacle.pay), worth=kit.fmt.money(obstacle.worth))
    return f"{obstacle.of}: {words}" if obstacle.of else words


def fix_words(kit: Kit, fix: Fix) -> str:
    """``Pay up to $4.51 per GPU-hour``, with the lot's name where the bid has several."""
    lot = fix.lot
    if lot is None:
        return kit.t("Spend up to {budget} in total", budget=kit.fmt.money(fix.budget))
    phrase = OF_SALES.get(fix.code, FIXES[fix.code]) if lot.side == "sell" else FIXES[fix.code]
    before = INTERCONNECT.get(fix.before, fix.before)
    words = kit.t(
        phrase,
        limit=_limit(kit, lot),
        budget=kit.fmt.money(lot.budget),
        gpu=lot.asset.gpu if lot.asset.type == "compute" else "",
        count=_count(kit, fix, lot),
        moment=_moment(kit, fix, lot),
        before=before,
    )
    return f"{fix.of}: {words}" if fix.of else words


def partial_words(kit: Kit, partial: PartialFill) -> str:
    """``48 of 80 GPU-hours``."""
    words = kit.t("{units} of {wanted} tokens") if partial.tokens else kit.t("{units} of {wanted} GPU-hours")
    return words.format(units=kit.fmt.count(partial.units), wanted=kit.fmt.count(partial.wanted))


def pay_words(kit: Kit, pay: Decimal) -> str:
    """``$203.31``, or ``brings $203.31`` where the bid receives it."""
    return kit.t("brings {amount}", amount=kit.fmt.money(-pay)) if pay < 0 else kit.fmt.money(pay)


def price_tag(kit: Kit, fix: Fix, estimate: EstimateView) -> str:
    """`` (−18.0%)``: how much less, or more, the change would cost than the bid does now; empty where it does not fill
    now, or sells."""
    if not estimate.fills or estimate.pay is None or estimate.pay <= 0:
        return ""
    return f" ({kit.fmt.change(float(fix.pay / estimate.pay) - 1)})"


def _limit(kit: Kit, lot: Lot) -> str:
    unit = kit.t("{amount} per token") if lot.asset.type == "token" else kit.t("{amount} per GPU-hour")
    return unit.format(amount=kit.fmt.rate(lot.limit))


def _count(kit: Kit, fix: Fix, lot: Lot) -> str:
    if fix.code == "hours":
        return kit.fmt.count(lot.delivery.hours if lot.delivery is not None else None)
    return kit.fmt.count(lot.min_quantity if fix.code == "min_quantity" else lot.quantity)


def _moment(kit: Kit, fix: Fix, lot: Lot) -> str:
    delivery = lot.delivery
    if delivery is None:
        return ""
    moment = kit.fmt.short_moment(delivery.start if fix.code == "window_start" else delivery.end)
    return moment.replace(" ", "\u00a0")
