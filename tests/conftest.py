"""Property tests take the same examples everywhere; `--hypothesis-profile default` goes and looks for new ones."""

from __future__ import annotations

from hypothesis import settings

settings.load_profile("ci")
