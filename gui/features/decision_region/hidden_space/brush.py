"""The brush points at samples of a picture and marks them: by mouse, by a drawn rectangle, and by keys."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRubberBand

from gui.features.decision_region.drag import Drag
from gui.features.decision_region.editing.point_editor import REACH
from gui.features.decision_region.region_canvas import RegionCanvas
from gui.features.decision_region.sample_layer import SampleLayer
from gui.toolkit.marked_parts import NO_SAMPLES
from gui.toolkit.plots.plot_focus import is_plain

Indices = NDArray[np.intp]

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
KEYS = frozenset((*_STEPS, Qt.Key.Key_Home, Qt.Key.Key_Plus, Qt.Key.Key_Minus))


class Brush(QObject):
    """`pointed`: the sample under the mouse, None for none. `marked`: those chosen. `home`: show everything again."""

    pointed = Signal(object)
    marked = Signal(object)
    home = Signal()

    def __init__(self, canvas: RegionCanvas, samples: SampleLayer, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._samples = canvas, samples
        self.reach = REACH
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, canvas.mouse_area())
        canvas.keys = KEYS
        canvas.take_gestures_from(self._begin)
        canvas.pointed_at.connect(lambda position: self.pointed.emit(self.sample_at(position)))
        canvas.left.connect(lambda: self.pointed.emit(None))
        canvas.double_clicked.connect(lambda _position: self.home.emit())
        canvas.key_pressed.connect(self._on_canvas_key_pressed)

    def sample_at(self, position: QPointF) -> int | None:
        """The sample at a pixel, the nearest of several."""
        return self._samples.nearest_to(position, self._canvas.pixels_at, self.reach)

    def mark_at(self, position: QPointF) -> None:
        """Mark the sample there alone, or none."""
        index = self.sample_at(position)
        self.marked.emit(NO_SAMPLES if index is None else np.array([index], dtype=np.intp))

    def mark_within(self, area: QRect) -> None:
        """Mark the samples in a rectangle."""
        drawn = self._samples.drawn
        across, up = self._canvas.pixels_at(self._samples.places(drawn)).T
        within = (across >= area.left()) & (across <= area.right()) & (up >= area.top()) & (up <= area.bottom())
        self.marked.emit(drawn[within])

    def show_band(self, area: QRect) -> None:
        """Draw the rectangle so far; an empty one takes it away."""
        self._band.setGeometry(area)
        self._band.setVisible(not area.isEmpty())

    def _begin(self, button: Qt.MouseButton, _modifiers: Qt.KeyboardModifier, position: QPointF) -> Drag | None:
        inside = self._canvas.picture_area().contains(position)
        return _Band(self, position) if inside and button == Qt.MouseButton.LeftButton else None

    def _on_canvas_key_pressed(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not is_plain(event):
            return
        if key in _STEPS:
            self._walk(_STEPS[key])
        elif key == Qt.Key.Key_Home:
            self.home.emit()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._canvas.zoom(1 / 1.25 if key == Qt.Key.Key_Plus else 1.25)
        elif key == Qt.Key.Key_Escape and len(self._samples.marked):
            self.marked.emit(NO_SAMPLES)
        else:
            return
        event.accept()

    def _walk(self, step: int) -> None:
        """Mark the sample behind or before the one that is marked."""
        drawn, marked = self._samples.drawn, self._samples.marked
        if not len(drawn):
            return
        start = (-1 if step > 0 else 0) if not len(marked) else int(np.searchsorted(drawn, marked[0]))
        index = drawn[(start + step) % len(drawn)]
        self.marked.emit(np.array([index], dtype=np.intp))
        self.pointed.emit(int(index))


class _Band(Drag):
    """A drag draws a rectangle, a click marks one sample."""

    def __init__(self, brush: Brush, start: QPointF) -> None:
        super().__init__(start)
        self._brush = brush

    def drag(self, position: QPointF) -> None:
        self._brush.show_band(self._area(position))

    def finish(self, position: QPointF) -> None:
        self._brush.show_band(QRect())
        if self.is_drag:
            self._brush.mark_within(self._area(position))
        else:
            self._brush.mark_at(position)

    def cancel(self) -> None:
        self._brush.show_band(QRect())

    def _area(self, position: QPointF) -> QRect:
        return QRect(self.start.toPoint(), position.toPoint()).normalized()
