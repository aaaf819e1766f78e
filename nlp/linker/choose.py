"""From a chosen model to the backend that runs it."""

from __future__ import annotations

from nlp.linker.local import LocalModel
from nlp.linker.prompts import SERVED
from nlp.models.backend import Backend
from nlp.models.manifest import ModelEntry
from nlp.models.server import ServerModel


def backend_for(entry: ModelEntry, *, key: str | None = None) -> Backend:
    """The backend of this model; nothing is started or loaded yet. `key` is for a server. Raises ModelError."""
    return ServerModel(entry, SERVED, key=key) if entry.kind == "server" else LocalModel(entry)
