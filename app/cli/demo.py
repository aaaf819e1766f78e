"""`demo`: the whole way on a fresh practice exchange in a temporary folder, every part the real one."""

from __future__ import annotations

import tempfile
import time
from datetime import UTC, datetime, timedelta
from decimal import ROUND_CEILING, Decimal
from pathlib import Path

from app.bootstrap import Builder, machine_zone
from app.cli.clearing import estimated, print_estimate
from app.cli.orders import print_order, submit_bid
from app.cli.output import DONE, REFUSED, Refused, print_text, say
from app.cli.reading import print_draft
from app.services.home import Home
from app.services.venue.market import market_view
from app.services.venue.orders import order_of
from auction_client.exchange.desk import OrderDesk
from auction_client.exchange.states import FINAL, State
from nlp.draft import Draft
from nlp.reader import Reader

SENTENCE = "8 H100s, Tuesday night, or 16 A100s"
PRICED = "8 H100s at ${}, Tuesday night, or 16 A100s at ${}"
AUCTION_EVERY = timedelta(seconds=10)
PATIENCE_SECONDS = 45.0


def demo() -> int:
    """Words, bid, estimate, receipt, fill."""
    from auction_client.practice.calendar import AuctionCalendar
    from auction_client.practice.settings import Settings

    with tempfile.TemporaryDirectory(prefix="bidwright-demo-") as folder:
        builder = Builder(Home(Path(folder)))
        say("Starting a practice exchange and the language model ...")
        settings = Settings(calendar=AuctionCalendar(cycle=AUCTION_EVERY))
        with builder.practice_server(settings) as server:
            reader = builder.reader(with_model=True)
            desk = builder.order_desk(server.url)
            try:
                desk.pump()
                return _whole_way(builder, reader, desk)
            finally:
                desk.close()
                reader.close()


def _whole_way(builder: Builder, reader: Reader, desk: OrderDesk) -> int:
    print_text(f"You type:  {SENTENCE}\n")
    _show(_read(reader, SENTENCE))
    priced = PRICED.format(*(_generous_limit(builder, desk, gpu) for gpu in ("H100", "A100")))
    print_text(f"\nYou add your limits:  {priced}\n")
    draft = _read(reader, priced)
    _show(draft)
    if draft.bid is None or draft.questions:
        raise Refused("the sentence was not read as a whole bid", "run: python main.py doctor")
    print_text("\nThe estimate, made on this machine:")
    taken = desk.client.book()
    print_estimate(estimated(draft.bid, taken.book, taken.as_of), draft.bid, taken.book)
    print_text("\nSubmitted, the exchange's signed answer:")
    view = submit_bid(builder, desk, draft.bid, draft, ask=False)
    print_order(order_of(view))
    print_text(f"\nThe auction closes within {AUCTION_EVERY.seconds} seconds ...")
    until = time.monotonic() + PATIENCE_SECONDS
    while view.state not in FINAL and time.monotonic() < until:
        time.sleep(0.3)
        desk.pump()
        view = desk.order(view.client_id)
    print_order(order_of(view))
    return DONE if view.state in (State.WON, State.PARTLY_WON) else REFUSED


def _read(reader: Reader, text: str) -> Draft:
    zone = machine_zone()
    return reader.read(text, now=datetime.now(UTC).astimezone(zone), zone=zone)


def _show(draft: Draft) -> None:
    print_text("The bid:")
    print_draft(draft)


def _generous_limit(builder: Builder, desk: OrderDesk, gpu: str) -> Decimal:
    """A third above the GPU's dearest last price, so that the demo's bid is likely to fill."""
    view = market_view(desk.market(), desk.client.tokens(), builder.catalogue, "")
    known = [quote.last for quote in view.quotes if quote.gpu == gpu and quote.last is not None]
    reference = max(known, default=builder.catalogue.reference_price(gpu))
    return (reference * Decimal("1.33")).quantize(Decimal("0.10"), ROUND_CEILING).quantize(Decimal("0.01"))
