"""Writes the pictures of all screens: `python -m tests.golden.shots FOLDER [--all]`.

Without --all only those that the tests compare; with it every scene in every look and language.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from app.ui.theme.fonts import load_fonts
from tests.golden.saving import save
from tests.golden.scenes import KEPT, KEPT_TOO, LOOKS, SCENES, picture
from tests.ui.conftest import World


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["bidwright"])
    app.setStyle("Fusion")
    app.setCursorFlashTime(0)
    load_fonts()
    every = [(name, look, language) for name in SCENES for language, looks in LOOKS.items() for look in looks]
    for name, look, language in every if options.all else (*KEPT, *KEPT_TOO):
        with tempfile.TemporaryDirectory() as scratch:
            os.chdir(scratch)
            worlds: list[World] = []

            def make(worlds: list[World] = worlds, **ports: object) -> World:
                worlds.append(World(Path(f"world{len(worlds)}"), **ports))
                return worlds[-1]

            save(picture(SCENES[name](make, look, language)), folder / f"{name}-{look}-{language}.png")
            for world in worlds:
                world.close()
            os.chdir("/")


if __name__ == "__main__":
    main()
