"""A pasted e-mail, list or table becomes a draft for each request in it."""

from __future__ import annotations

from app.services.drafts import DraftService
from app.services.errors import UserFacing
from app.services.ports import Reader
from app.services.tables import texts_of
from nlp.batch import NotSeveral


def drafts_from(pasted: str, drafts: DraftService, reader: Reader) -> int:
    """Starts a draft for each request, opens the first, and tells how many there are. Raises UserFacing where there is
    nothing to start; no draft changes then."""
    texts = texts_of(pasted)
    try:
        texts = texts or tuple(request.text for request in reader.requests_in(pasted))
    except NotSeveral:
        raise UserFacing(
            "no_requests",
            "This text holds no requests",
            fix="Put each request on a line of its own, or in a table with a header row.",
        ) from None
    for text in reversed(texts):
        drafts.new(text)
    return len(texts)
