"""The compiled search kernel as Python calls it: its state as a C structure, and its functions."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_double, c_int64, c_uint64
from functools import cache

from auction_client.clearing.compiled import compiled

ARRAYS = (
    "step_start", "step_price", "step_end", "position", "segment", "bid_alternatives", "alternative_lots",
    "alternative_caps", "alternative_kind", "cap_amount", "cap_parent", "lot_kind", "lot_sign", "lot_quantity",
    "lot_least", "lot_hours", "lot_volume", "lot_cap", "lot_limit", "lot_options", "option_item", "option_width",
    "group_start", "group_bids", "bid_groups_start", "bid_group", "bid_place", "item_group", "scarce_start",
    "scarce_bids", "bid_scarce_start", "bid_scarce", "span_start", "span_count", "span_lot", "span_item",
    "span_length", "span_quantity", "value", "banned", "sums", "chunk_price", "chunk_units", "chunk_slot",
)  # fmt: skip
"""The arrays of the structure, in its order."""
EDGES = ("next_price", "last_price", "next_units", "last_units")
"""Those next to each position, at the structure's end."""


class Struct(ctypes.Structure):
    """The search state; see _kernel_state.h."""

    _fields_ = [
        ("n_items", c_int64), ("n_bids", c_int64), ("n_groups", c_int64),
        *[(name, ctypes.c_void_p) for name in ARRAYS],
        ("scratch", c_int64), ("random", c_uint64), ("misplaced", c_int64), ("far_cost", c_double),
        ("welfare", c_double),
        *[(name, ctypes.c_void_p) for name in EDGES],
    ]  # fmt: skip


@cache
def library() -> ctypes.CDLL:
    """The functions, loaded once."""
    loaded = compiled("_kernel")
    struct, pointer = POINTER(Struct), ctypes.c_void_p
    for name, result, arguments in (
        ("kernel_insert", c_int64, [struct, pointer, c_int64]),
        ("kernel_remove", None, [struct, pointer, c_int64, c_double]),
        ("kernel_try", c_double, [struct, c_int64, POINTER(c_int64), POINTER(c_double)]),
        ("kernel_search", c_int64, [struct, c_int64, c_double, c_double, pointer, c_int64, c_double]),
        ("kernel_shift", None, [struct, c_int64, c_int64]),
        ("kernel_pay", c_double, [struct, c_int64, c_double]),
        ("kernel_dual", c_double, [struct, pointer, pointer, c_double, pointer, pointer]),
        ("kernel_focus", c_int64, [struct, pointer, c_double, pointer, pointer, pointer]),
        ("kernel_losses", c_double, [struct, pointer]),
        ("kernel_prices", None, [struct, pointer, pointer]),
    ):
        function = getattr(loaded, name)
        function.restype, function.argtypes = result, arguments
    return loaded
