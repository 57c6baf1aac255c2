"""The chart of several runs, judged by the pixels that it paints."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from gui.toolkit.drawing.curve_chart import ChartLine, ChartStyle, paint_chart
from gui.toolkit.theme import LIGHT

INK = "#d00000"


def chart(values: list[float], logarithmic: bool) -> QImage:
    image = QImage(400, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    errors = np.array(values)
    line = ChartLine("run", np.arange(len(errors)) * 5.0, errors, errors, errors, INK)
    style = ChartStyle(LIGHT, "epoch", "error", QFont(), logarithmic)
    painter = QPainter(image)
    paint_chart(painter, QRectF(0, 0, 400, 240), [line], style)
    painter.end()
    return image


def height_at(image: QImage, x: int) -> int:
    """How far down the run is in a column."""
    return next(y for y in range(image.height()) if image.pixelColor(x, y).name() == INK)


def end_of_axis(image: QImage) -> int:
    """The lowest row that is painted, where no number stands below the axis."""
    return max(y for y in range(image.height()) if image.pixelColor(66, y).name() != "#ffffff")


@pytest.mark.usefixtures("qapp")
def test_an_error_of_zero_has_a_place_of_its_own_below_a_logarithmic_axis() -> None:
    image = chart([0.1, 0.01, 0.01, 0.0, 0.0], logarithmic=True)
    numbers, zeros = height_at(image, 220), height_at(image, 370)
    assert zeros - numbers > 12, "0 is clearly below the lowest number"
    assert abs(end_of_axis(image) - zeros) <= 2


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("last", [0.01, float("nan")])
def test_without_a_zero_the_axis_ends_at_its_lowest_power_of_ten(last: float) -> None:
    image = chart([0.1, 0.01, 0.01, last], logarithmic=True)
    assert abs(end_of_axis(image) - height_at(image, 220)) <= 2
