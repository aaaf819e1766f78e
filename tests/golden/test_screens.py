"""Every screen looks as it did. A change on purpose is kept by `python -m tests.golden.shots tests/golden/kept`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from tests.golden.scenes import KEPT, KEPT_TOO, SCENES, picture
from tests.ui.conftest import World

FOLDER = Path(__file__).parent / "kept"
VISIBLE = 40
"""Difference of a colour channel (of 255) from which on a pixel counts as different."""
ALLOWED = 0.0003
"""Share of different pixels that other builds of the font rasteriser may cause; a missing word is more."""


def pixels(image: QImage) -> np.ndarray:
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)[:, :, :3].astype(np.int16)


ALL = [pytest.param(*kept, id="-".join(kept)) for kept in KEPT]
ALL += [pytest.param(*kept, id="-".join(kept), marks=pytest.mark.slow) for kept in KEPT_TOO]


@pytest.mark.parametrize(("name", "look", "language"), ALL)
def test_a_screen_looks_as_it_did(
    name: str, look: str, language: str, make_world: Callable[..., World], tmp_path: Path
) -> None:
    made = picture(SCENES[name](make_world, look, language))
    kept = QImage(str(FOLDER / f"{name}-{look}-{language}.png")).convertToFormat(QImage.Format.Format_RGB32)
    assert not kept.isNull(), f"no picture of {name} is kept: see the note at the head of this file"
    assert (made.width(), made.height()) == (kept.width(), kept.height())
    different = (np.abs(pixels(made) - pixels(kept)) > VISIBLE).any(axis=2)
    if different.mean() > ALLOWED:
        made.save(str(tmp_path / f"{name}.png"))
    assert different.mean() <= ALLOWED, f"{different.sum()} pixels differ; the new picture is {tmp_path / name}.png"
