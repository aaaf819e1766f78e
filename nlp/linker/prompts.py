"""What stands before the request: nothing but a line break for an adapted model, worked examples for any other.

The examples are the longest part of the prompt and never change, so the model computes them once and keeps them.
"""

from __future__ import annotations

ADAPTED = "\n"
"""An adapter was trained behind this."""

_EXAMPLES = (
    " A item, B time, C price = A B C",
    " A item, B time or C item = one A B | C )",
    " A item and B item C time = all A | B C )",
    " A count or B item, C time = one A | B C )",
    " A item, B time or C time = one A B | C )",
    " either A item B time or C item D time, E price = one A B | C D ) E",
    " A item B place, else C item D place = one A B | C D )",
    " A item, B item, C item, D time, E total = all A | B | C ) D E",
    " A item and B item, or C item = one all A | B ) | C )",
    " A item, instead B item, C time = B C drop A",
    " choose A time, B time, C time, D item = any A | B | C ) D",
    " A item only if B item = then B | A )",
    " A sell item B time and C buy item D time = all A B | C D )",
    " A time: B item or C item, D price = one B | C ) A D",
    " A item B time / C item D time / E price = all A B | C D ) E",
    " A item or, if that fails, B item = one A | B )",
    " item time < because our cluster is down > ? aside",
    " item time, < barring which > item ? or",
    " item time < in tandem with > item ? and",
    " item, < only after legal approves > ? wish",
    " < hope you are well >, item time ? aside",
    " count < refurbished > product time ? wish",
    " count, < no, my mistake > item time ? instead",
    " item; < settling for > item time ? or",
    " item time, < with liquid cooling > ? wish",
)

_RULES = (
    "Each line joins the parts of an order. one: alternatives. all: together. any: some of them. "
    "then: the second only with the first. Parts are split by |. Letters after ) belong to the whole list. "
    "drop: taken back. Behind ? stands what the words in < > are: aside, or, and, instead (a correction), wish.\n"
)

FEW_SHOT = _RULES + "\n".join(_EXAMPLES) + "\n"
"""For a model without an adapter."""

SERVED = (
    _RULES + "Reply with the JSON object that the schema asks for: what stands behind = or ? for the user's line.\n"
    "Examples:\n" + "\n".join(_EXAMPLES)
)
"""For a model behind a server."""
