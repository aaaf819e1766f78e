"""The tie between words and fields, both ways."""

from __future__ import annotations

from nlp.draft import Draft, TextSpan


def paths_at(draft: Draft | None, position: int) -> set[str]:
    """Paths of the fields that the word at this place of the text became."""
    if draft is None or position < 0:
        return set()
    return {span.path for span in draft.spans if span.path and span.start <= position <= span.end}


def spans_of(draft: Draft | None, field: str) -> list[TextSpan]:
    """The words that a field, as the cards show it, came from."""
    if draft is None:
        return []
    return [(span.start, span.end) for span in draft.spans if span.path and same_field(field, span.path)]


def same_field(shown: str, path: str) -> bool:
    """Whether a path lies on the field that the cards show under `shown`, which may stand for several."""
    if shown == path:
        return True
    if shown.endswith((".delivery", "good_until")):
        return path.startswith(shown)
    stem, _, last = shown.rpartition(".")
    covered = {
        "quantity": (f"{stem}.min_quantity", f"{stem}.gpu_hours"),
        "gpu": (stem, f"{stem}.form", f"{stem}.memory_gb"),
        "regions": (f"{stem}.not_regions",),
        "limit": (f"{stem}.budget",),
        "asset": tuple(f"{shown}.{name}" for name in ("min_uptime", "interconnect", "interruptible", "tags")),
    }
    return path in covered.get(last, ())
