"""Faults in the user's language: by code where the services name the venue in their words, else by title."""

from __future__ import annotations

from app.services.errors import UserFacing
from app.ui.kit import Kit

CODE_WORDS = {"offline": "The market cannot be reached right now"}
"""English sentences for codes whose titles differ from case to case."""


def fault_title(kit: Kit, error: UserFacing) -> str:
    """What happened, in one line."""
    return kit.t(CODE_WORDS.get(error.code, error.title))


def fault_advice(kit: Kit, error: UserFacing) -> str:
    """What more there is to say, and what to do."""
    return " ".join(part for part in (error.detail, kit.t(error.fix) if error.fix else "") if part)
