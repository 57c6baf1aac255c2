"""This module gives errors their colours and their heights: evenly, or by their logarithms."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pyqtgraph as pg
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

_LOWEST = 1e-12  # below this part of the largest error, a smaller one is rounding
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_LINES = 10


@dataclass(frozen=True)
class ErrorScale:
    """From the smallest to the largest error of a picture; a logarithmic one has 0 at its lower end."""

    low: float
    high: float
    is_logarithmic: bool = False

    def shares(self, values: ArrayLike) -> Floats:
        """Where values lie between the ends, from 0 to 1; NaN stays."""
        with np.errstate(all="ignore"):
            scaled = (self._scaled(values) - self._scaled(self.low)) / (
                self._scaled(self.high) - self._scaled(self.low)
            )
        return np.asarray(np.clip(scaled, 0.0, 1.0))

    def levels(self) -> list[float]:
        """Round numbers between the ends, for lines and for the colour bar."""
        return _decades(self.low, self.high) if self.is_logarithmic else _even(self.low, self.high)

    def _scaled(self, values: ArrayLike) -> Floats:
        numbers = np.asarray(values, dtype=np.float64)
        return np.log10(np.maximum(numbers, self.low)) if self.is_logarithmic else numbers


def scale_of(values: Floats, is_logarithmic: bool) -> ErrorScale:
    """The scale from the least to the largest finite value."""
    known = values[np.isfinite(values)]
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
    if is_logarithmic:
        above = known[known > max(high, 0.0) * _LOWEST]
        low, high = (float(above.min()), high) if above.size else (0.1, 1.0)
    if not high > low:
        high = low + (abs(low) or 1.0)
    return ErrorScale(low, high, is_logarithmic)


@lru_cache(maxsize=1)
def error_colours() -> NDArray[np.uint8]:
    """256 colours (256, 4) from a small error, dark, to a large one: viridis, which colour-blind eyes read in order."""
    table: NDArray[np.uint8] = pg.colormap.get("viridis").getLookupTable(nPts=256, alpha=True)
    return table


def _even(low: float, high: float) -> list[float]:
    raw = (high - low) / _LINES
    decade = 10.0 ** math.floor(math.log10(raw)) if math.isfinite(raw) else raw
    if not (math.isfinite(decade) and decade > 0):
        return []
    step = next(each for each in _STEPS if each * decade >= raw * (1 - 1e-9)) * decade
    first, last = math.ceil(low / step), math.floor(high / step)
    return [number * step for number in range(first, last + 1)] if last - first <= 2 * _LINES else []


def _decades(low: float, high: float) -> list[float]:
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    span = last - first
    stride = max(1, math.ceil(span / _LINES))
    mantissas = (1.0, 2.0, 5.0) if span <= _LINES // 2 else (1.0,)
    levels = [mantissa * 10.0**power for power in range(first, last + 1, stride) for mantissa in mantissas]
    return [level for level in levels if low <= level <= high]
