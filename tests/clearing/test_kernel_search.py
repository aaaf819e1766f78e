"""What ruin and recreate reaches in a given number of steps."""

from __future__ import annotations

import numpy as np

from auction_client.clearing.curve_book import CurveBook
from auction_client.clearing.kernel import Kernel
from auction_client.clearing.layout import lay_out
from tests.bench.market import market_book


def test_large_bids_leave_a_place_that_is_best_only_as_long_as_nobody_else_moves() -> None:
    book = CurveBook(lay_out(market_book(300, seed=3)))
    for seed in range(6):
        kernel = Kernel(book, seed)
        kernel.insert(np.arange(len(book.discrete)))
        for part in range(12):
            kernel.search(500, temperature=1e9 * (1 - part / 11) ** 2)
        assert kernel.welfare > 356_000e6  # 349,900 to 352,200 where seeds come back only where they fit best now
