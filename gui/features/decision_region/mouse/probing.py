"""A mark on the region plot shows the input of the probe; the mouse places and drags it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu

from engine.analysis.frame import Frame
from engine.data.plane import Plane
from gui.document.document import Document
from gui.features.decision_region.editing.point_editor import PointEditor
from gui.features.decision_region.editing.point_gestures import Gesture
from gui.toolkit.plots.paper_items import MarksItem
from gui.toolkit.plots.plot_style import make_pen
from gui.toolkit.probe import Probe
from gui.toolkit.theme import Theme

_SIZE = 22.0  # pixels across
_REACH = 12.0


class Probing(QObject):
    """Shows `probe` on the canvas of `editor` and lets the mouse move it.

    Shift and a press puts it there, on a sample takes that sample; a free probe can be dragged by its mark.
    """

    def __init__(self, probe: Probe, document: Document, editor: PointEditor, plane: Callable[[], Plane]) -> None:
        super().__init__(editor)
        self.probe, self._document, self._editor, self._plane = probe, document, editor, plane
        self._canvas = editor.canvas
        self._theme: Theme | None = None
        self._height = 0.0
        self._halo, self._mark = MarksItem(), MarksItem()
        for z, item in enumerate((self._halo, self._mark), 40):
            item.setZValue(z)
            self._canvas.getViewBox().addItem(item, ignoreBounds=True)
        self._canvas.take_gestures_first_from(self.begin)
        probe.changed.connect(self.refresh)

    def apply_theme(self, theme: Theme) -> None:
        """Colours and sizes."""
        self._theme = theme
        self.refresh()

    def show_frame(self, frame: Frame) -> None:
        """Follow the curve of a network with one input."""
        data = self._document.dataset
        if frame.passed is not None and data.n_raw_inputs == 1:
            height = float(data.preprocessing.targets.undo(frame.passed.activations[-1])[0])
            if height != self._height and np.isfinite(height):
                self._height = height
                self.refresh()

    @property
    def place(self) -> tuple[float, float] | None:
        """Where the probe stands on the plane; None while nothing passes through."""
        inputs, plane = self.probe.inputs, self._plane()
        if inputs is None or len(inputs) != len(plane.fixed):
            return None
        x, y = plane.places(np.array([inputs]))[0]
        return float(x), self._height if plane.y_axis is None else float(y)

    def refresh(self) -> None:
        """Draw the mark where the probe is now."""
        if self._theme is None:
            return
        place, theme, view = self.place, self._theme, self._canvas.getViewBox()
        points = np.empty((0, 2)) if place is None else np.array([place])
        wide = make_pen(view, theme.panel, 5 * theme.scale)
        narrow = make_pen(view, QColor(theme.accent), 2.2 * theme.scale)
        for item, pen in ((self._halo, wide), (self._mark, narrow)):
            item.setData(*points.T, symbol="crosshair", size=_SIZE * theme.scale, pen=pen, brush=None)

    def begin(self, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier, position: QPointF) -> Gesture | None:
        """The gesture that a press starts, where it is meant for the probe."""
        if button != Qt.MouseButton.LeftButton or not self._canvas.picture_area().contains(position):
            return None
        asks = modifiers == Qt.KeyboardModifier.ShiftModifier
        holds = modifiers == Qt.KeyboardModifier.NoModifier and self.probe.targets is None and self._is_at(position)
        return MoveProbe(self, self._editor, position, at_once=asks) if asks or holds else None

    def put(self, position: QPointF) -> None:
        """Pass through what stands at a pixel of the viewport: a sample, or that point of the plane."""
        index = self._editor.index_at(position)
        data = self._document.dataset
        if index is not None and index < data.n_samples:
            self.probe.set_sample(index, tuple(data.raw_inputs[index].tolist()), tuple(data.targets[index].tolist()))
        else:
            self.put_point(position)

    def put_point(self, position: QPointF) -> None:
        """Pass the point of the plane at a pixel through."""
        inputs = self._plane().point(*self._canvas.point_at(position))
        self.probe.set_point(tuple(float(value) for value in inputs))

    def state(self) -> tuple[int | None, tuple[float, ...] | None, tuple[float, ...] | None]:
        """Sample, inputs and targets of the probe, for `restore`."""
        return self.probe.sample, self.probe.inputs, self.probe.targets

    def restore(self, state: tuple[int | None, tuple[float, ...] | None, tuple[float, ...] | None]) -> None:
        """Be as `state` says."""
        sample, inputs, targets = state
        if inputs is None:
            self.probe.clear()
        elif sample is None or targets is None:
            self.probe.set_point(inputs)
        else:
            self.probe.set_sample(sample, inputs, targets)

    def add_to(self, menu: QMenu, position: QPointF) -> None:
        """Add what can be done with the probe at `position` to the plot's menu."""
        menu.addSeparator()
        here = menu.addAction(self.tr("Pass this point through the network"))
        here.setObjectName("region_probe_here")
        here.triggered.connect(lambda: self.put_point(position))
        if self.probe.inputs is not None:
            stop = menu.addAction(self.tr("Pass nothing through"))
            stop.setObjectName("region_probe_clear")
            stop.triggered.connect(self.probe.clear)

    def _is_at(self, position: QPointF) -> bool:
        place = self.place
        if place is None:
            return False
        away = self._canvas.pixel_at(*place) - position
        scale = 1.0 if self._theme is None else self._theme.scale
        return bool(np.hypot(away.x(), away.y()) <= _REACH * scale)


class MoveProbe(Gesture):
    """The probe follows the mouse; with `at_once` from the press on."""

    def __init__(self, probing: Probing, editor: PointEditor, start: QPointF, at_once: bool) -> None:
        super().__init__(editor, start)
        self._probing, self._before = probing, probing.state()
        if at_once:
            probing.put(start)

    def drag(self, position: QPointF) -> None:
        self._probing.put_point(position)

    def cancel(self) -> None:
        self._probing.restore(self._before)
