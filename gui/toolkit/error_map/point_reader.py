"""This module tells the error at a point under the mouse: the exact one where that is no work, else from the grid."""

from __future__ import annotations

import numpy as np

from engine.analysis.surface.plane_losses import PlaneLosses
from gui.toolkit.error_map.picture import SurfacePicture

_MOST_WORK = 1_000_000
"""Multiplications, some 1 ms, that the window does for an exact error."""


class PointReader:
    """Reads errors, summed over the set, of one picture after another."""

    def __init__(self) -> None:
        self._losses: PlaneLosses | None = None
        self._picture: SurfacePicture | None = None

    def loss(self, picture: SurfacePicture, point: tuple[float, float]) -> float:
        """The error at `point`; between the points of the grid of a large network, that of the nearest one."""
        surface, moment = picture.surface, picture.moment
        if picture.is_curve:
            point = point[0], float(surface.place[1])
        for known in surface.points or ():
            if (known.first, known.second) == point:
                return known.loss
        if len(moment.parameters) * moment.data.n_samples > _MOST_WORK:
            row, column = (
                int(np.abs(axis - at).argmin()) for axis, at in zip((surface.first, surface.second), point, strict=True)
            )
            return float(surface.losses[row, column])
        if self._losses is None or self._picture is not picture:
            plane = surface.plane
            self._losses = PlaneLosses(moment.network(), moment.data, moment.loss, plane.base, plane.axes)
            self._picture = picture
        return float(self._losses.at(np.array([point]))[0]) * moment.data.n_samples
