"""How pictures are kept: with a table of 256 colours, the frequent ones exact and the rest by their nearest, which the
eye does not tell from the original and which takes a third of the room. The comparison allows for more than that."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

EXACT, MOST = 144, 256


def save(image: QImage, path: Path) -> None:
    """Writes a picture in few colours as PNG."""
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    colours, inverse, counts = np.unique(pixels | 0xFF000000, return_inverse=True, return_counts=True)
    table = _table(colours, counts)
    nearest = _nearest(colours, table).astype(np.uint8)
    indexes = np.ascontiguousarray(nearest[inverse].reshape(pixels.shape))
    made = QImage(indexes.data, image.width(), image.height(), indexes.shape[1], QImage.Format.Format_Indexed8)
    made.setColorTable([int(colour) for colour in table])
    made.save(str(path), quality=0)


def _table(colours: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The most frequent colours, and one for each of the fullest sixteenths of the cube that hold the others."""
    ranked = np.argsort(-counts, kind="stable")
    exact, rest = colours[ranked[:EXACT]], ranked[EXACT:]
    bins = colours[rest] & 0xFFF0F0F0
    kinds, where = np.unique(bins, return_inverse=True)
    weights = np.bincount(where, weights=counts[rest], minlength=len(kinds))
    fullest = np.argsort(-weights, kind="stable")[: MOST - len(exact)]
    return np.concatenate([exact, kinds[fullest] | 0x00080808])


def _nearest(colours: np.ndarray, table: np.ndarray) -> np.ndarray:
    apart = np.abs(_channels(colours)[:, None, :] - _channels(table)[None, :, :]).sum(axis=2)
    return np.argmin(apart, axis=1)


def _channels(colours: np.ndarray) -> np.ndarray:
    return np.stack([(colours >> shift) & 0xFF for shift in (16, 8, 0)], axis=1).astype(np.int16)
