"""This module writes what the page says about a picture of the surface."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.analysis.surface.surface_map import GRIDS, takes_long
from engine.spec.plural import filled
from gui.toolkit.error_map.axes import NONE, PRINCIPAL, WEIGHT, AxisNames
from gui.toolkit.error_map.picture import SurfacePicture
from gui.toolkit.error_map.sentences import place_text
from gui.words.number_text import four_figures, grouped


def moment_sentence(picture: SurfacePicture, names: AxisNames) -> str:
    """Where the run stands at the moment on show."""
    first, second = picture.surface.place.tolist()
    text = QCoreApplication.translate("ErrorSurface", "Epoch {epoch}: {place}, error {error}")
    place = place_text(picture, names, (first, second))
    return text.format(epoch=grouped(picture.moment.epoch), place=place, error=four_figures(picture.surface.loss))


def note(picture: SurfacePicture, is_threshold: bool) -> str:
    """What the picture does not show, and how far it can be trusted."""
    network, n_samples = picture.moment.start.network, picture.moment.data.n_samples
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
    if picture.level + 1 < picture.n_levels and takes_long(network, n_samples):
        notes.append(QCoreApplication.translate("ErrorSurface", "A finer picture is being computed."))
    elif picture.level + 1 == picture.n_levels and len(picture.surface.second) in range(2, GRIDS[-1]):
        text = QCoreApplication.translate(
            "ErrorSurface", "The picture stays coarse: {samples} samples and {weights} weights take too long otherwise."
        )
        notes.append(filled(text, samples=grouped(n_samples), weights=grouped(network.n_parameters)))
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
