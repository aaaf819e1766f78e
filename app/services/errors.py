"""Faults that a person is told about: what happened, and what to do."""

from __future__ import annotations


class UserFacing(Exception):
    """A failure in words. `code` is stable and names the case in logs and tests; `fix` says what to do next."""

    def __init__(self, code: str, title: str, detail: str = "", fix: str = "") -> None:
        self.code = code
        self.title = title
        self.detail = detail
        self.fix = fix
        super().__init__(title if not detail else f"{title}: {detail}")


def as_user_facing(error: BaseException, code: str, title: str) -> UserFacing:
    """The error itself if it already speaks to people, else one that wraps its text."""
    if isinstance(error, UserFacing):
        return error
    return UserFacing(code, title, f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)
