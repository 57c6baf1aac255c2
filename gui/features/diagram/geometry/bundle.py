"""Very many connections are drawn as one bundle, whose strips are as high as their share of the weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from gui.features.diagram.geometry.curves import Curves
from gui.features.diagram.style import LEVELS

STEPS = 5
"""The bundle has 2 · STEPS + 1 strips, from the most positive weights at the top to the most negative at the bottom."""
_WAIST, _STEEPEST = 0.42, 0.45
"""The waist's share of the height, and how much a bundle narrows at most for each pixel of its length."""
_SEAM = 0.75


def shares(weights: NDArray[np.float64], span: float) -> NDArray[np.float64]:
    """The share of weights in each step (2 · STEPS + 1,) of a scale with ends ±span, the most positive first.

    What is no number counts as 0.
    """
    with np.errstate(all="ignore"):
        steps = np.clip(np.rint(weights * (STEPS / span)), -STEPS, STEPS)
    if np.isnan(steps.sum()):
        steps = np.nan_to_num(steps)
    counts = np.bincount((STEPS - steps).astype(np.intp).ravel(), minlength=2 * STEPS + 1)
    return np.asarray(counts / max(weights.size, 1))


def level_of_strip(strip: int) -> int:
    """The weight step, −LEVELS to +LEVELS, whose colour a strip has."""
    return round((STEPS - strip) * LEVELS / STEPS)


@dataclass(frozen=True)
class Bundle:
    """Where a bundle lies: between two columns, as high as they are at its ends, narrower at its waist."""

    start: float
    end: float
    left: tuple[float, float]
    right: tuple[float, float]

    @property
    def height(self) -> float:
        """How high it is at its left end."""
        return self.left[1] - self.left[0]

    @property
    def rect(self) -> QRectF:
        """What it lies in."""
        top, bottom = min(self.left[0], self.right[0]), max(self.left[1], self.right[1])
        return QRectF(self.start, top, self.end - self.start, bottom - top)

    def strip(self, low: float, high: float) -> QPainterPath:
        """The strip from the share `low` to the share `high` of the height, counted from the top."""
        return self._path(low, min(high + _SEAM / max(self.height, 1.0), 1.0))

    def contains(self, point: QPointF) -> bool:
        """Whether a point lies on it."""
        return self.rect.contains(point) and self._path(0.0, 1.0).contains(point)

    def _path(self, low: float, high: float) -> QPainterPath:
        upper, lower = self._line(low), self._line(high)
        path = QPainterPath(upper[0])
        path.cubicTo(*upper[1:4])
        path.cubicTo(*upper[4:7])
        path.lineTo(lower[6])
        path.cubicTo(lower[5], lower[4], lower[3])
        path.cubicTo(lower[2], lower[1], lower[0])
        path.closeSubpath()
        return path

    def _line(self, share: float) -> list[QPointF]:
        """The seven points of the two cubic curves along a share of the height."""
        middle_x = (self.start + self.end) / 2
        bend = (self.end - self.start) * 0.22
        centre = (sum(self.left) + sum(self.right)) / 4
        left, right = (low + share * (high - low) for low, high in (self.left, self.right))
        mean = (self.height + self.right[1] - self.right[0]) / 2
        waist = centre + (share - 0.5) * max(mean * _WAIST, mean - _STEEPEST * (self.end - self.start))
        xs = (self.start, self.start + bend, middle_x - bend, middle_x, middle_x + bend, self.end - bend, self.end)
        ys = (left, left, waist, waist, waist, right, right)
        return [QPointF(x, y) for x, y in zip(xs, ys, strict=True)]


def bundle_of(curves: Curves) -> Bundle:
    """The bundle in place of `curves`."""
    left, right = curves.left, curves.right
    ends = []
    for column in (left, right):
        half = column.size / 2
        ends.append((column.centres[0] - half, column.centres[-1] + half))
    return Bundle(left.x + left.size / 2, right.x - right.size / 2, ends[0], ends[1])
