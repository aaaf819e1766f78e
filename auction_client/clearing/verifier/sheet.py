"""Prices as whole numbers, so that sums over runs are exact and quick.

Money is counted in grains: 1e-6 USD divided by the slots of an hour. A price per GPU-hour is then as many grains for a
GPU in one slot as it has millionths of a dollar.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auction_client.clearing.verifier.terms import Terms

_MILLION = 1_000_000
_LARGEST = 2**62


@dataclass(frozen=True)
class Column:
    """Grains for one unit in each slot, and where there is a price at all."""

    grains: NDArray[Any]
    priced: NDArray[np.bool_]


class Sheet:
    """A list of prices in grains. Raises ValueError where a price is finer than a millionth of a dollar."""

    def __init__(
        self,
        terms: Terms,
        prices: Mapping[str, Sequence[Decimal | None]],
        token_prices: Mapping[str, Decimal | None],
    ) -> None:
        self.per_hour = int(1 / terms.slot_hours)
        self._columns = {name: self._column(column, 1) for name, column in prices.items()}
        self._tokens = {name: self._column([price], self.per_hour) for name, price in token_prices.items()}

    def column(self, product: str) -> Column:
        """Of a product, slot by slot."""
        return self._columns[product]

    def token(self, symbol: str) -> Column:
        """Of a token: one entry."""
        return self._tokens[symbol]

    def unit(self, usd: Decimal, *, compute: bool) -> int:
        """A limit in grains: for a GPU in one slot, or for a token."""
        return _whole(usd) * (1 if compute else self.per_hour)

    def money(self, usd: Decimal) -> int:
        """An amount in grains."""
        return _whole(usd) * self.per_hour

    def _column(self, prices: Sequence[Decimal | None], factor: int) -> Column:
        whole = [0 if price is None else _whole(price) * factor for price in prices]
        fits = max(map(abs, whole), default=0) * (len(whole) + 1) < _LARGEST
        grains = np.array(whole, dtype=np.int64 if fits else object)
        return Column(grains, np.array([price is not None for price in prices], dtype=np.bool_))


def _whole(usd: Decimal) -> int:
    grains = usd * _MILLION
    if grains != int(grains):
        raise ValueError(f"{usd} is finer than a millionth of a dollar")
    return int(grains)
