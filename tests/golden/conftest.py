"""Pictures are taken of the same stand-ins that the window's tests use."""

from __future__ import annotations

from tests.ui.conftest import make_world, qapp

__all__ = ["make_world", "qapp"]
