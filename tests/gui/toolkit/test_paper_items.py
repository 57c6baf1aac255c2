"""Marks and curves of a plot: what is taken away is gone from the screen, and marks can move as they are."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.toolkit.plots.paper_items import CurveItem, MarksItem
from gui.toolkit.plots.plot_canvas import PlotCanvas

NOTHING = np.empty(0)


class Painted(QObject):
    """Gathers where the picture is painted."""

    def __init__(self, canvas: PlotCanvas) -> None:
        super().__init__(canvas)
        self.area = QRect()
        canvas.mouse_area().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        if isinstance(event, QPaintEvent):
            self.area |= event.region().boundingRect()
        return False


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[PlotCanvas]:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = PlotCanvas()
    QVBoxLayout(holder).addWidget(made)
    holder.resize(300, 300)
    made.getViewBox().setRange(xRange=(0, 1), yRange=(0, 1), padding=0)
    holder.show()
    qtbot.waitUntil(made.isVisible)
    for _ in range(5):
        QApplication.processEvents()
    yield made
    holder.close()


def pixel(canvas: PlotCanvas, x: float, y: float) -> QPoint:
    area = canvas.picture_area()
    return QPoint(round(area.left() + x * area.width()), round(area.bottom() - y * area.height()))


def painted_by(canvas: PlotCanvas, change: object) -> QRect:
    painted = Painted(canvas)
    assert callable(change)
    change()
    for _ in range(5):
        QApplication.processEvents()
    return painted.area


def test_marks_go_and_move_on_the_screen(canvas: PlotCanvas) -> None:
    marks = MarksItem()
    canvas.getViewBox().addItem(marks, ignoreBounds=True)
    first, second = pixel(canvas, 0.25, 0.25), pixel(canvas, 0.75, 0.75)
    look = {"size": 12, "symbol": "s", "brush": "r"}
    assert painted_by(canvas, lambda: marks.setData(np.array([0.25]), np.array([0.25]), **look)).contains(first)
    moved = painted_by(canvas, lambda: marks.move_marks(np.array([0.75]), np.array([0.75])))
    assert moved.contains(first)
    assert moved.contains(second)
    assert canvas.grab().toImage().pixelColor(second).red() > 200
    assert painted_by(canvas, lambda: marks.setData(NOTHING, NOTHING)).contains(second)
    assert not marks.isVisible()
    painted_by(canvas, lambda: marks.setData(np.array([0.75]), np.array([0.75])))
    assert painted_by(canvas, marks.clear).contains(second), "a mark that is cleared stays on the screen"


def test_a_curve_without_points_is_gone_from_the_screen(canvas: PlotCanvas) -> None:
    curve = CurveItem(pen="r")
    canvas.getViewBox().addItem(curve, ignoreBounds=True)
    middle = pixel(canvas, 0.5, 0.5)
    assert painted_by(canvas, lambda: curve.setData(np.array([0.2, 0.8]), np.array([0.2, 0.8]))).contains(middle)
    assert painted_by(canvas, lambda: curve.setData(NOTHING, NOTHING)).contains(middle)
    assert not curve.isVisible()
    curve.setData(np.array([0.2, 0.8]), np.array([0.2, 0.8]))
    assert curve.isVisible()


def test_marks_know_how_far_they_reach_after_every_change(canvas: PlotCanvas) -> None:
    marks = MarksItem()
    canvas.getViewBox().addItem(marks, ignoreBounds=True)
    place = np.array([0.5])
    marks.setData(place, place, size=10)
    QApplication.processEvents()
    small = marks.boundingRect()
    assert small.contains(QPointF(0.5, 0.5))
    marks.setData(place, place, size=40)
    large = marks.boundingRect()
    assert large.width() > 2 * small.width()
    marks.move_marks(place + 3, place)
    assert marks.boundingRect().center().x() == pytest.approx(3.5)
    canvas.getViewBox().setRange(xRange=(0, 10), yRange=(0, 10), padding=0)
    QApplication.processEvents()
    assert marks.boundingRect().width() == pytest.approx(10 * large.width(), rel=0.01), "as many pixels as before"


def test_a_mark_that_reaches_into_the_picture_is_painted(canvas: PlotCanvas) -> None:
    marks = MarksItem()
    canvas.getViewBox().addItem(marks, ignoreBounds=True)
    marks.setData(np.array([-0.01, 5.0]), np.array([0.5, 0.5]), size=24, symbol="s", brush="r", pen=None)
    for _ in range(3):
        QApplication.processEvents()
    assert canvas.grab().toImage().pixelColor(pixel(canvas, 0.0, 0.5) + QPoint(4, 0)).red() > 200
