"""What the linker's tests share: tagged texts in shorthand, `tag("8 H100 , tue or 16 A100")`, and a kill."""

import os
import signal
import time
from decimal import Decimal

from nlp.linker import LocalModel
from nlp.resolve.when.types import Duration, TimeExpression, Weekday
from nlp.tagged import (
    Attribute,
    Choose,
    Joiner,
    Leftover,
    Place,
    Price,
    Product,
    Quantity,
    Role,
    Span,
    Tagged,
)

_DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3}
_JOINERS = {"or", "else", "and", "any", "prefer", "either", "only_if", "if_filled", "without"}
_SEPARATORS = {",": ",", ";": ";", "/": "newline", "-": "dash"}
_ATTRIBUTES = {"sxm": ("form", "SXM"), "three_nines": ("min_uptime", "0.999"), "same_region": ("same_region", True)}


def _value(word: str) -> tuple[Role, object] | None:
    if word.isdigit():
        return Role.QUANTITY, Quantity(Decimal(word), Decimal(word))
    if word in ("H100", "A100", "H200"):
        return Role.ASSET, Product("gpu", (word,))
    if word in _DAYS:
        return Role.TIME, TimeExpression(days=(Weekday(_DAYS[word]),))
    if word.endswith("h") and word[:-1].isdigit():
        return Role.TIME, TimeExpression(duration=Duration(float(word[:-1]), "hour"))
    if word.startswith("$"):
        return Role.PRICE, Price(Decimal(word.strip("$!")), "total" if word.endswith("!") else "gpu_hour")
    if word.startswith("@"):
        return Role.PLACE, Place((word[1:],))
    if word.startswith("until:"):
        return Role.VALIDITY, TimeExpression(days=(Weekday(_DAYS[word[6:]]),))
    if word.startswith("choose:"):
        low, _, high = word[7:].partition("-")
        return Role.CHOICE, Choose(int(low), int(high or low))
    if word in _ATTRIBUTES:
        return Role.ATTRIBUTE, Attribute(*_ATTRIBUTES[word])  # type: ignore[arg-type]
    if word in _JOINERS:
        return Role.JOINER, Joiner(word)  # type: ignore[arg-type]
    if word in _SEPARATORS:
        return Role.SEPARATOR, _SEPARATORS[word]
    if word in ("buy", "sell"):
        return Role.SIDE, word
    if word in ("A)", "B)", "Plan:"):
        return Role.LABEL, "alternative" if word == "Plan:" else "part"
    return {"instead": (Role.CORRECTION, None), "both": (Role.SCOPE, "list")}.get(word)


def tag(text: str, *, korean: bool = False) -> Tagged:
    """Words that are no shorthand are left over, and matter unless they stand in brackets: `(please)`."""
    spans: list[Span] = []
    leftovers: list[Leftover] = []
    at = 0
    for word in text.split():
        start, at = at, at + len(word) + 1
        known = _value(word)
        if known is None:
            leftovers.append(Leftover(start, start + len(word), word.strip("()"), not word.startswith("(")))
        else:
            spans.append(Span(len(spans) + 1, start, start + len(word), known[0], word, known[1]))
    return Tagged(text, tuple(spans), tuple(leftovers), korean=korean)


def kill(model: LocalModel) -> None:
    """Kills the model's process and waits until it is dead."""
    assert model.pid
    os.kill(model.pid, signal.SIGKILL)
    until = time.monotonic() + 10
    while model._child.alive and time.monotonic() < until:
        time.sleep(0.01)
