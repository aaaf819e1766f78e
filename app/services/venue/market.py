"""The market's public side in the words of the window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from app.services.views import AuctionTimes, MarketView, Phase, Quote, TokenQuote
from auction_client.clearing.book import Product
from auction_client.exchange.market_data import Auction, Clearing, TokenInfo, TokenList
from auction_client.exchange.protocol import AuctionPhase
from auction_client.exchange.views import Market
from auction_client.model.catalogue import Catalogue

_PHASES: dict[AuctionPhase, Phase] = {
    AuctionPhase.OPEN: "open",
    AuctionPhase.INDICATIVE: "indicative",
    AuctionPhase.NO_CANCEL: "no_cancel",
    AuctionPhase.CLOSED: "closed",
    AuctionPhase.RESULT: "closed",
}
_RUNNING = (AuctionPhase.OPEN, AuctionPhase.INDICATIVE, AuctionPhase.NO_CANCEL)
_TICK = Decimal("0.0001")
History = tuple[tuple[datetime, Decimal], ...]


def market_view(market: Market, tokens: TokenList, catalogue: Catalogue, venue: str) -> MarketView:
    """Prices of every product and token with their history, and the running auction."""
    running = next((auction for auction in market.calendar.auctions if auction.phase in _RUNNING), None)
    clearings = market.history.clearings
    return MarketView(
        as_of=market.calendar.server_time,
        venue=venue,
        phase=_PHASES[running.phase] if running else "closed",
        next_gate=_next_gate(running, market.calendar.auctions, market.calendar.server_time),
        quotes=tuple(_quote(product, clearings, market) for product in market.history.products),
        ahead_is_indicative=market.indicative is not None,
        tokens=tuple(_token_quote(token, clearings, catalogue) for token in tokens.tokens),
        auctions=tuple(
            AuctionTimes(
                auction.gate_at,
                auction.result_at,
                auction.horizon_start,
                auction.horizon_start + timedelta(hours=auction.slots),
            )
            for auction in market.calendar.auctions
            if auction.gate_at > market.calendar.server_time
        ),
    )


def _next_gate(running: Auction | None, auctions: Sequence[Auction], now: datetime) -> datetime | None:
    if running is not None:
        return running.gate_at
    return min((auction.gate_at for auction in auctions if auction.gate_at > now), default=None)


def _quote(product: Product, clearings: Sequence[Clearing], market: Market) -> Quote:
    history = tuple(
        (clearing.cleared_at, price)
        for clearing in clearings
        if (price := average_price(clearing, product.id)) is not None
    )
    last, change = _last(history)
    source = market.indicative if market.indicative is not None else (clearings[-1] if clearings else None)
    ahead = source.prices.get(product.id, ()) if source is not None else ()
    start = source.horizon_start if source is not None else market.calendar.server_time
    return Quote(
        product=product.id,
        label=label_of(product),
        gpu=product.gpu,
        region=product.region,
        last=last,
        change=change,
        history=history,
        ahead=tuple((start + timedelta(hours=slot), price) for slot, price in enumerate(ahead)),
    )


def label_of(product: Product) -> str:
    """A product in a few words: H100 SXM 80 GB, us-east, 99.9 %."""
    name = [product.gpu, product.form, f"{product.memory_gb} GB" if product.memory_gb else None]
    uptime = f"{(Decimal(product.uptime) * 100).normalize():f} %"
    terms = [product.region, uptime, *(["interruptible"] if product.interruptible else []), *product.tags]
    return ", ".join([" ".join(word for word in name if word), *terms])


def average_price(clearing: Clearing, product: str) -> Decimal | None:
    """USD per GPU-hour over the hours that traded, by volume; None where none did."""
    pairs = [
        (price, volume)
        for price, volume in zip(clearing.prices.get(product, ()), clearing.volumes.get(product, ()), strict=False)
        if price is not None and volume
    ]
    total = sum(volume for _, volume in pairs)
    return (sum((price * volume for price, volume in pairs), Decimal(0)) / total).quantize(_TICK) if total else None


def _token_quote(token: TokenInfo, clearings: Sequence[Clearing], catalogue: Catalogue) -> TokenQuote:
    history = tuple(
        (clearing.cleared_at, clearing.token_prices[token.symbol])
        for clearing in clearings
        if token.symbol in clearing.token_prices
    )
    last, change = _last(history)
    known = catalogue.token_by_symbol.get(token.symbol)
    return TokenQuote(
        symbol=token.symbol,
        name=known.name if known else token.name,
        last=last,
        change=change,
        revenue=token.distributions[-1].per_token if token.distributions else None,
        score=float(token.scores[-1].score) if token.scores else None,
        history=history,
        distributions=tuple((each.at, each.per_token) for each in token.distributions),
        supply=token.supply,
    )


def _last(history: History) -> tuple[Decimal | None, float | None]:
    if not history:
        return None, None
    last = history[-1][1]
    before = history[-2][1] if len(history) > 1 else None
    return last, float(last / before) - 1 if before else None
