"""This module holds the lecture's perceptron example: three samples of three inputs with targets ±1."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LECTURE_SAMPLES = "lecture_samples"
LECTURE_CODING = (-1.0, 1.0)


def lecture_rows() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Inputs (3, 3) and targets (3, 1), without the constant first component x0 = -1 (the bias has its place)."""
    inputs = np.array([[1.0, -2.0, 0.0], [0.0, 1.5, -0.5], [-1.0, 1.0, 0.5]])
    return inputs, np.array([[-1.0], [-1.0], [1.0]])
