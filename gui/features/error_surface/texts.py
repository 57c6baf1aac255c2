"""This module writes what the page says about a picture of the surface."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.analysis.surface.surface_map import GRIDS
from engine.spec.plural import filled
from gui.features.error_surface.axes import NONE, PRINCIPAL, WEIGHT, AxisNames
from gui.features.error_surface.map_painter import AxisTexts
from gui.features.error_surface.picture import SurfacePicture
from gui.words.number_text import four_figures, grouped

Point = tuple[float, float]


def axis_texts(picture: SurfacePicture, names: AxisNames, is_short: bool = False) -> AxisTexts:
    """What stands at the axes; `is_short` where there is little room."""
    shares = None if is_short else picture.directions.shares
    first, second = (names.name(axis, shares) for axis in picture.request.axes)
    return AxisTexts(first, second, QCoreApplication.translate("ErrorSurface", "error"))


def moment_sentence(picture: SurfacePicture, names: AxisNames) -> str:
    """Where the run stands at the moment on show."""
    first, second = picture.surface.place.tolist()
    text = QCoreApplication.translate("ErrorSurface", "Epoch {epoch}: {place}, error {error}")
    place = place_text(picture, names, (first, second))
    return text.format(epoch=grouped(picture.moment.epoch), place=place, error=four_figures(picture.surface.loss))


def point_sentence(picture: SurfacePicture, names: AxisNames, point: Point, loss: float) -> str:
    """What a point of the plane is: both values and the error."""
    kinds = {
        "minimum": QCoreApplication.translate("ErrorSurface", "Minimum in this plane: {place}, error {error}"),
        "saddle": QCoreApplication.translate("ErrorSurface", "Saddle in this plane: {place}, error {error}"),
        "": QCoreApplication.translate("ErrorSurface", "{place}, error {error}"),
    }
    points = picture.surface.points or ()
    kind = next((each.kind for each in points if (each.first, each.second) == point), "")
    return kinds[kind].format(place=place_text(picture, names, point), error=four_figures(loss))


def place_text(picture: SurfacePicture, names: AxisNames, point: Point) -> str:
    """The values of a point along the axes: "w₁₁ = 0.5300, w₂₁ = −1.200"."""
    axes = [axis for axis in picture.request.axes if axis.kind != NONE]
    return ", ".join(f"{names.name(axis)} = {four_figures(value)}" for axis, value in zip(axes, point, strict=False))


def note(picture: SurfacePicture, is_threshold: bool) -> str:
    """What the picture does not show, and how far it can be trusted."""
    notes = [_plane_note(picture)]
    if picture.track.is_projected and not picture.is_curve:
        notes.append(
            QCoreApplication.translate("ErrorSurface", "The path is projected: only its end lies on this surface.")
        )
    if is_threshold:
        notes.append(
            QCoreApplication.translate(
                "ErrorSurface", "Outputs that jump give a surface of steps: it has no slope that training could follow."
            )
        )
    if picture.unknown_share > 0:
        text = QCoreApplication.translate(
            "ErrorSurface", "{share} % of the picture, hatched, have no error that is a finite number."
        )
        notes.append(text.format(share=f"{100 * picture.unknown_share:.3g}"))
    if picture.level + 1 < picture.n_levels < len(GRIDS):
        notes.append(QCoreApplication.translate("ErrorSurface", "A finer picture is being computed."))
    elif picture.n_levels < len(GRIDS) and not picture.is_curve:
        samples, weights = picture.moment.data.n_samples, len(picture.moment.parameters)
        text = QCoreApplication.translate(
            "ErrorSurface", "The picture stays coarse: {samples} samples and {weights} weights take too long otherwise."
        )
        notes.append(filled(text, samples=grouped(samples), weights=grouped(weights)))
    if picture.surface.points is not None:
        notes.append(_points_note(picture))
    return " ".join(each for each in notes if each)


def _plane_note(picture: SurfacePicture) -> str:
    axes, shares = picture.request.axes, picture.directions.shares
    shown = [axis for axis in axes if axis.kind != NONE]
    if all(axis.kind == WEIGHT for axis in shown):
        free = _is_free(picture)
        free[[axis.number for axis in shown]] = False
        others = len(free) - len({axis.number for axis in shown})
        if not others:
            return QCoreApplication.translate(
                "ErrorSurface", "This is the whole error surface: there are no other weights."
            )
        if not free.any():
            text = QCoreApplication.translate(
                "ErrorSurface",
                "This is the whole error surface: all that is not shown, {count} weights, is locked or cut.",
            )
            return filled(text, count=others)
        text = QCoreApplication.translate("ErrorSurface", "Not shown: {count} weights, with the values of this moment.")
        return filled(text, count=others)
    if shares is not None and all(axis.kind == PRINCIPAL for axis in shown) and len(shown) == 2:
        text = QCoreApplication.translate(
            "ErrorSurface", "These two directions hold {share} % of the variance of the run's path."
        )
        return text.format(share=f"{100 * sum(shares):.3g}")
    return QCoreApplication.translate("ErrorSurface", "All weights change along such a direction.")


def _is_free(picture: SurfacePicture) -> NDArray[np.bool_]:
    """Which weights training may move."""
    start = picture.moment.start
    free = np.ones(len(picture.moment.parameters), dtype=bool)
    for held in (start.locked, start.cut):
        if held is not None:
            free &= ~held.array
    return free


def _points_note(picture: SurfacePicture) -> str:
    points = picture.surface.points or ()
    minima = sum(point.kind == "minimum" for point in points)
    saddles = len(points) - minima
    if not points:
        return QCoreApplication.translate("ErrorSurface", "No minimum and no saddle in the picture.")
    text = QCoreApplication.translate("ErrorSurface", "Minima ▽: {minima}, saddles ×: {saddles}.")
    return text.format(minima=minima, saddles=saddles)
