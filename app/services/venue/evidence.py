"""How a bid came about, as its audit chain keeps it: the same for the window and for the commands."""

from __future__ import annotations

from pydantic import JsonValue

from auction_client.exchange.views import Evidence
from nlp.draft import Draft


def evidence_of(
    text: str, draft: Draft | None, screen: str, edits: tuple[JsonValue, ...] = (), reason: str = ""
) -> Evidence:
    """The words typed, what was read in them and by what, each edit after that, and what was shown at the end.

    A bid from a file has no draft; `screen` is the very text that was on the screen when the person confirmed; `reason`
    is why, where a warning asked for it.
    """
    if draft is None:
        return Evidence(text=text, edits=edits, screen=screen, reason=reason)
    return Evidence(
        text=text,
        spans=tuple(span.model_dump(mode="json") for span in draft.spans),
        reader=draft.reader.model_dump(mode="json", exclude={"answers"}),
        prompts=tuple(each.prompt for each in draft.reader.answers),
        raw_outputs=tuple(each.answer for each in draft.reader.answers),
        edits=edits,
        screen=screen,
        reason=reason,
    )
