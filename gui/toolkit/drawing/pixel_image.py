"""This module shows samples as pictures where their inputs are the pixels of a square image."""

from __future__ import annotations

from math import isqrt

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from engine.data.dataset import Dataset
from gui.toolkit.drawing.pixmaps import image_of

LEAST_SIDE = 6  # fewer columns of positive numbers are more likely measurements
_BRIGHTEST = 255.0


def image_side(data: Dataset) -> int | None:
    """Pixels a side where the inputs look like images: a square number of grey values from 0 to 255; else None."""
    side = isqrt(data.raw_inputs.shape[1])
    if side < LEAST_SIDE or side * side != data.raw_inputs.shape[1] or data.n_samples == 0:
        return None
    low, high = float(data.raw_inputs.min()), float(data.raw_inputs.max())
    return side if low == 0 and high <= _BRIGHTEST else None


def pixel_image(
    values: NDArray[np.float64], side: int, paper: QColor, ink: QColor, brightest: float | None = None
) -> QImage:
    """`values` (side * side,), row by row from the top, as `ink` on `paper`: 0 is paper, `brightest` full ink."""
    most = float(values.max()) if brightest is None else brightest
    shares = np.clip(values / (most or 1.0), 0.0, 1.0).reshape(side, side, 1)
    light, dark = (np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64) for colour in (paper, ink))
    return image_of(np.rint(light + (dark - light) * shares).astype(np.uint8))
