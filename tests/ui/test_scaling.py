"""Screens of fine and coarse pixels: nothing is cut off, and pictures have the pixels they need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden.scenes import SCENES

ROOT = Path(__file__).parents[2]
LOOK = """
import os, sys, tempfile
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.ui.theme.fonts import load_fonts
from tests.golden.scenes import SCENES, picture
from tests.ui.clipping import clipped
from tests.ui.conftest import World
app = QApplication([]); app.setStyle("Fusion"); load_fonts()
for name, language in ((name, language) for name in SCENES for language in ("en", "ko")):
    worlds = []
    def make(**ports):
        worlds.append(World(Path(tempfile.mkdtemp()), **ports))
        return worlds[-1]
    widget = SCENES[name](make, "light", language)
    seen = picture(widget)
    print(name, language, seen.devicePixelRatio(), clipped(widget))
    for world in worlds:
        world.close()
os._exit(0)
"""


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("factor", ["1.25", "1.5", "2"])
def test_nothing_is_cut_off_where_pixels_are_finer(factor):
    told = subprocess.run(
        [sys.executable, "-c", LOOK],
        cwd=ROOT, env={**os.environ, "QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    wanted = [f"{name} {language} {float(factor)} []" for name in SCENES for language in ("en", "ko")]
    assert told.stdout.splitlines() == wanted
