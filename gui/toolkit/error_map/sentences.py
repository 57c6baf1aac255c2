"""This module puts points and axes of a map into words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.toolkit.error_map.axes import NONE, AxisNames
from gui.toolkit.error_map.map_painter import AxisTexts
from gui.toolkit.error_map.picture import SurfacePicture
from gui.words.number_text import four_figures

Point = tuple[float, float]


def axis_texts(picture: SurfacePicture, names: AxisNames, is_short: bool = False) -> AxisTexts:
    """What stands at the axes; `is_short` where there is little room."""
    shares = None if is_short else picture.directions.shares
    first, second = (names.name(axis, shares) for axis in picture.request.axes)
    return AxisTexts(first, second, QCoreApplication.translate("ErrorSurface", "error"))


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
