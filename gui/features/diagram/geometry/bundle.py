"""Very many connections are drawn as the matrix of their weights: a row a source, a column a target."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from gui.features.diagram.geometry.curves import Curves

_GAP = 0.13
"""The share of the way between two columns that stays free on each side."""


@dataclass(frozen=True)
class Bundle:
    """Where the matrix lies: between two columns, as high as they are; one cell a connection."""

    rect: QRectF
    n_sources: int
    n_targets: int

    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """The source and the target of the connection whose cell a point lies in."""
        across = (point.x() - self.rect.left()) / self.rect.width()
        down = (point.y() - self.rect.top()) / self.rect.height()
        if not (0.0 <= across < 1.0 and 0.0 <= down < 1.0):
            return None
        return int(down * self.n_sources), int(across * self.n_targets)

    def centre_of(self, source: int, target: int) -> QPointF:
        """The middle of a connection's cell."""
        across, down = (target + 0.5) / self.n_targets, (source + 0.5) / self.n_sources
        return QPointF(self.rect.left() + across * self.rect.width(), self.rect.top() + down * self.rect.height())


def bundle_of(curves: Curves) -> Bundle:
    """The matrix in place of `curves`."""
    left, right = curves.left, curves.right
    start, end = left.x + left.size / 2, right.x - right.size / 2
    gap = _GAP * (end - start)
    top = min(column.centres[0] - column.size / 2 for column in (left, right))
    bottom = max(column.centres[-1] + column.size / 2 for column in (left, right))
    return Bundle(QRectF(start + gap, top, end - start - 2 * gap, bottom - top), left.units, right.units)
