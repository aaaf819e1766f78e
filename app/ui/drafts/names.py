"""What a draft without words is called."""

from __future__ import annotations

from app.ui.compose.lotwords import bid_headline
from app.ui.kit import Kit
from auction_client.model.bid import Bid


def draft_name(bid: Bid | None, kit: Kit) -> str:
    """The bid that it holds, in a few words."""
    return bid_headline(bid, kit.t, kit.fmt) if bid is not None else kit.t("An empty draft")
