"""Each connection is a curve between two columns, sampled so that the curve under a point can be found."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from gui.features.diagram.geometry.diagram_layout import Column

Floats = NDArray[np.float64]

SUMMARY = -1
_SAMPLES = 25
_BEND = 0.42
_FAN = 0.5


class Curves:
    """Cubic curves from each row of the left column to each row of the right one.

    sources, targets: the unit of each row from the top, SUMMARY for the row that stands for all units not drawn.
    is_bundle: there are so many that they are drawn as one bundle.
    control_points: (n_sources, n_targets, 4, 2). points: (n_sources, n_targets, samples, 2), along each curve.
    """

    def __init__(self, left: Column, right: Column, is_bundle: bool = False) -> None:
        self.left, self.right, self.is_bundle = left, right, is_bundle
        self.sources, source_ys = _rows(left)
        self.targets, target_ys = _rows(right)
        starts, ends = left.x + left.size / 2, right.x - right.size / 2
        bend = (ends - starts) * _BEND
        shape = (len(self.sources), len(self.targets))
        y0 = np.broadcast_to((source_ys[:, None] + _fan(shape[1], left.size)[None, :]), shape)
        y1 = np.broadcast_to((target_ys[None, :] + _fan(shape[0], right.size)[:, None]), shape)
        xs = np.broadcast_to(np.array([starts, starts + bend, ends - bend, ends]), (*shape, 4))
        self.control_points: Floats = np.stack([xs, np.stack([y0, y0, y1, y1], axis=-1)], axis=-1)

    @cached_property
    def points(self) -> Floats:
        """Samples along every curve."""
        t = np.linspace(0.0, 1.0, _SAMPLES)[:, None]
        blend = np.hstack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3])
        return np.asarray(np.einsum("sk,ijkd->ijsd", blend, self.control_points))

    @cached_property
    def paths(self) -> list[QPainterPath]:
        """A painter path for each curve, sources outermost."""
        return [_path(curve) for curve in self.control_points.reshape(-1, 4, 2)]

    def row_of(self, source: int, target: int) -> tuple[int, int]:
        """Rows of the connection between two units. Raises ValueError where one of them is not drawn."""
        return self.sources.index(source), self.targets.index(target)

    def nearest(self, x: float, y: float) -> tuple[int, int, float]:
        """Source unit, target unit and distance of the curve nearest to a point; units may be SUMMARY."""
        distances = _distances(np.array([[x, y]]), self.points)[0]
        row = int(np.argmin(distances))
        source, target = divmod(row, len(self.targets))
        return self.sources[source], self.targets[target], float(distances[row])

    def clearest_point(self, source: int, target: int) -> QPointF:
        """The point of a connection that lies farthest from every other one."""
        i, j = self.row_of(source, target)
        candidates = self.points[i, j, 2:-2]
        distances = _distances(candidates, self.points)
        distances[:, i * len(self.targets) + j] = np.inf
        x, y = candidates[int(np.argmax(distances.min(axis=1)))] if distances.shape[1] > 1 else candidates[10]
        return QPointF(float(x), float(y))

    def shown_weights(self, weights: Floats) -> Floats:
        """The weight of each curve (n_sources, n_targets); a summary row has the mean over the units it stands for."""
        return _shown_rows(_shown_rows(weights, self.sources, self.left).T, self.targets, self.right).T

    def drawn(self, mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """What holds of each curve (n_sources, n_targets); nothing of a summary row."""
        picked = mask[np.ix_([max(unit, 0) for unit in self.sources], [max(unit, 0) for unit in self.targets])]
        picked[[unit == SUMMARY for unit in self.sources]] = False
        picked[:, [unit == SUMMARY for unit in self.targets]] = False
        return picked


def _shown_rows(matrix: Floats, units: tuple[int, ...], column: Column) -> Floats:
    """The rows of the drawn units; a summary row has the mean of those between them, which are neighbours."""
    if column.summary_y is None:
        return matrix
    picked = matrix[[max(unit, 0) for unit in units]]
    picked[units.index(SUMMARY)] = matrix[len(column.shown) - 1 : column.units - 1].mean(axis=0)
    return picked


def _rows(column: Column) -> tuple[tuple[int, ...], Floats]:
    """Units and heights of a column's rows, from the top."""
    rows = list(zip(column.shown, column.centres, strict=True))
    if column.summary_y is not None:
        rows.append((SUMMARY, column.summary_y))
    rows.sort(key=lambda row: row[1])
    return tuple(unit for unit, _ in rows), np.array([y for _, y in rows])


def _fan(count: int, size: float) -> Floats:
    """Offsets that spread the ends of `count` curves over the side of a neuron, so that they can be told apart."""
    return (np.arange(count) - (count - 1) / 2) / max(count, 4) * size * _FAN


def _path(curve: Floats) -> QPainterPath:
    start, first, second, end = (QPointF(float(x), float(y)) for x, y in curve)
    path = QPainterPath(start)
    path.cubicTo(first, second, end)
    return path


def _distances(points: Floats, curves: Floats) -> Floats:
    """Distances (n_points, n_curves) from each point to each curve, its samples joined by straight pieces."""
    starts = curves[..., :-1, :].reshape(-1, _SAMPLES - 1, 2)
    along = curves[..., 1:, :].reshape(-1, _SAMPLES - 1, 2) - starts
    length = np.maximum((along**2).sum(axis=-1), 1e-12)
    away = points[:, None, None, :] - starts
    share = np.clip((away * along).sum(axis=-1) / length, 0.0, 1.0)
    off = away - share[..., None] * along
    return np.asarray(np.sqrt((off**2).sum(axis=-1)).min(axis=-1))
