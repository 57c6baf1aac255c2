"""Mouse and keys on the region plot become undoable edits of the data."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPointF, Qt, Signal

from engine.data.plane import Plane
from gui.document import commands
from gui.document.document import Document
from gui.features.decision_region.editing.point_gestures import (
    AddPoint,
    Gesture,
    MovePoint,
    Pan,
    ProjectedPoint,
    RightClick,
)
from gui.features.decision_region.output_reading import can_place_points
from gui.features.decision_region.region_canvas import RegionCanvas
from gui.features.decision_region.sample_layer import SampleLayer
from gui.features.decision_region.slices.plane_choice import all_inputs

REACH = 11.0  # pixels around a point that count as the point


class PointEditor(QObject):
    """Adds, moves and removes samples where the mouse is; `plane` and `label` give the axes and the class."""

    menu_wanted = Signal(QPointF)
    selection_changed = Signal()

    def __init__(
        self,
        document: Document,
        canvas: RegionCanvas,
        samples: SampleLayer,
        *,
        plane: Callable[[], Plane],
        label: Callable[[], int],
    ) -> None:
        super().__init__()
        self._document = document
        self._samples = samples
        self.plane = plane
        self.label = label
        self.canvas = canvas
        self._added_at: tuple[int, QPointF] | None = None
        self.reach = REACH
        self.selected: int | None = None

    def begin(self, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier, position: QPointF) -> Gesture | None:
        """The gesture that a press of `button` at `position` starts."""
        if button == Qt.MouseButton.RightButton:
            return RightClick(self, position)
        is_left = button == Qt.MouseButton.LeftButton
        if button == Qt.MouseButton.MiddleButton or (is_left and modifiers & Qt.KeyboardModifier.ControlModifier):
            return Pan(self, position)
        if not is_left or not self.canvas.picture_area().contains(position):
            return None
        index = self.index_at(position)
        if self.plane().oblique is not None:
            return ProjectedPoint(self, position, index)
        return AddPoint(self, position) if index is None else MovePoint(self, position, index)

    def index_at(self, position: QPointF) -> int | None:
        """The sample drawn under `position`, the nearest of several."""
        return self._samples.nearest_to(position, self.canvas.pixels_at, self.reach)

    def pixel_of(self, index: int) -> QPointF:
        return self.canvas.pixel_at(*self._samples.places(np.array([index]))[0])

    def add_point_at(self, position: QPointF) -> None:
        data, plane = self._document.dataset, self.plane()
        if not can_place_points(data):
            return
        x, y = self.canvas.point_at(position)
        row = plane.point(x, y)
        label = y if data.task == "values" else self.label()
        if commands.add_point(self._document, row, label):
            self._added_at = (self._document.undo_stack.index(), position)

    def move_point_to(self, index: int, position: QPointF, gesture: int) -> None:
        rows = all_inputs(self._document.dataset)
        if index >= len(rows):
            return  # undone meanwhile
        point = np.array([self.canvas.point_at(position)])
        row = self.plane().moved_to(rows[index : index + 1], point)[0]
        commands.move_point(self._document, index, row, gesture)
        self.select(index)

    def pan_by(self, pixels: QPointF) -> None:
        x0, y0 = self.canvas.point_at(QPointF(0, 0))
        x1, y1 = self.canvas.point_at(pixels)
        self.canvas.getViewBox().translateBy(x=x0 - x1, y=y0 - y1)

    def point_clicked(self, index: int) -> None:
        self.select(index)

    def refuse(self) -> None:
        text = QCoreApplication.translate(
            "DecisionRegionPlot", "Here samples are projections: choose two inputs as axes to add or move them."
        )
        self._document.noticed.emit(text)

    def right_clicked(self, position: QPointF) -> None:
        """Choose the sample there, and offer the menu: nothing is lost by a click."""
        self.select(self.index_at(position))
        self.menu_wanted.emit(position)

    def remove(self, index: int) -> None:
        """Remove a sample."""
        self.select(None)
        commands.remove_point(self._document, index)

    def take_back_addition(self) -> None:
        """Undo the point that the first half of a double click has just placed."""
        stack = self._document.undo_stack
        if self._added_at is not None and self._added_at[0] == stack.index():
            stack.undo()
        self._added_at = None

    def select(self, index: int | None) -> None:
        """Choose the sample that Delete removes."""
        if index != self.selected:
            self.selected = index
            self.selection_changed.emit()
