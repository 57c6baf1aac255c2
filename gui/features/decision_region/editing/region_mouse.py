"""The mouse on the region plot: where it is, what is there, a line, a sample or a place, and what it does there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QCursor, QKeyEvent

from engine.analysis.frame import Frame
from gui.document.document import Document
from gui.features.decision_region.boundary.line_places import Grip
from gui.features.decision_region.editing.point_gestures import Drag
from gui.features.decision_region.editing.readout import place_sentence, sample_sentence
from gui.features.decision_region.editing.region_keys import press_key
from gui.features.decision_region.editing.region_menu import RegionMenu
from gui.features.decision_region.output_reading import Reading, can_place_points
from gui.features.decision_region.sample_image import SamplePicture
from gui.features.decision_region.slices.plane_choice import all_inputs
from gui.toolkit.pixel_image import LEAST_SIDE
from gui.words.notation import Notation

if TYPE_CHECKING:
    from gui.features.decision_region.decision_region_plot import DecisionRegionPlot


class RegionMouse:
    """Handles of lines come before samples, samples before the rest of a line, lines before empty places."""

    def __init__(self, plot: DecisionRegionPlot, document: Document, notation: Notation) -> None:
        self._plot, self._document, self._notation = plot, document, notation
        self._position: QPointF | None = None
        self._picture: SamplePicture | None = None

    @property
    def is_inside(self) -> bool:
        """Whether the mouse is over the plot."""
        return self._position is not None

    def move_to(self, position: QPointF) -> None:
        """The mouse is at `position` of the viewport."""
        self._position = position
        self._plot.viewport().setCursor(self.cursor(position))
        self._plot.tell_hovered()
        self._show_picture(position)

    def leave(self) -> None:
        """The mouse is elsewhere."""
        self._position = None
        self._plot.tell_hovered()
        if self._picture is not None:
            self._picture.hide()

    def double_click(self, _position: QPointF) -> None:
        """Reset the view, and take back the point that the first click placed, if there was anything to reset."""
        view = self._plot.canvas.getViewBox()
        before = view.viewRange()
        self._plot.reset_view()
        if not np.allclose(before, view.viewRange()):
            self._plot.editor.take_back_addition()

    def press_key(self, event: QKeyEvent) -> None:
        """Do what a key is for, at the sample under the mouse where it needs one."""
        hovered = None if self._position is None else self._plot.editor.index_at(self._position)
        if press_key(self._plot, event, hovered):
            event.accept()

    def pop_up_menu(self, position: QPointF) -> None:
        """Offer what can be done with the picture, at `position`."""
        plot = self._plot
        menu = RegionMenu(plot, plot.reset_view, plot.classes.hard_button, plot.canvas.getViewBox())
        plot.add_to_menu(menu, position)
        plot.painting.add_to_menu(menu)
        menu.popup(plot.viewport().mapToGlobal(position.toPoint()))

    def grip(self, position: QPointF) -> Grip | None:
        """The line under the mouse, or the handle of one."""
        if self._plot.canvas.has_tool:
            return None
        grip = self._plot.lines.grip_at(position)
        if grip is not None and grip.handle is None and self._plot.editor.index_at(position) is not None:
            return None
        return grip

    def begin(self, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier, position: QPointF) -> Drag | None:
        """The gesture that a press of `button` at `position` starts."""
        inside = self._plot.canvas.picture_area().contains(position)
        grip = self.grip(position) if inside else None
        drag = None if grip is None else self._plot.lines.begin(button, modifiers, position, grip)
        return drag or self._plot.editor.begin(button, modifiers, position)

    def begin_turning(self, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier, position: QPointF) -> Drag | None:
        """Shift on a line turns it; elsewhere others have a use for Shift."""
        if button != Qt.MouseButton.LeftButton or not modifiers & Qt.KeyboardModifier.ShiftModifier:
            return None
        inside = self._plot.canvas.picture_area().contains(position)
        grip = self.grip(position) if inside else None
        return None if grip is None else self._plot.lines.begin(button, modifiers, position, grip)

    def cursor(self, position: QPointF) -> QCursor:
        """What the mouse looks like there."""
        shape = self._plot.painting.cursor(position)
        if shape is not None:
            return QCursor(shape)
        grip = self.grip(position)
        if grip is not None:
            return self._plot.lines.cursor(grip)
        if self._plot.editor.index_at(position) is not None:
            return QCursor(Qt.CursorShape.PointingHandCursor)
        inside = self._plot.canvas.picture_area().contains(position)
        can_place = can_place_points(self._document.dataset) and inside and self._plot.plane.oblique is None
        return QCursor(Qt.CursorShape.CrossCursor if can_place else Qt.CursorShape.ArrowCursor)

    def _show_picture(self, position: QPointF) -> None:
        """Of images, show the one under the mouse: that of a sample, or what a place of the plane looks like."""
        plot, data = self._plot, self._document.dataset
        area = plot.canvas.picture_area()
        if self._picture is None:
            if data.n_raw_inputs < LEAST_SIDE**2:
                return
            self._picture = SamplePicture(plot.viewport())
        if not area.contains(position):
            self._picture.hide()
            return
        index = plot.editor.index_at(position)
        inputs = plot.plane.point(*plot.canvas.point_at(position)) if index is None else all_inputs(data)[index]
        self._picture.show_inputs(data, inputs, position.toPoint(), area.toRect())

    def sentence(self, frame: Frame | None, reading: Reading) -> str:
        """What is under the mouse and what the network answers; "" outside the axes."""
        plot, data, position = self._plot, self._document.dataset, self._position
        if position is None or not plot.canvas.picture_area().contains(position):
            return ""
        selected = plot.painting.sentence(position)
        if selected:
            return selected
        grip, index = self.grip(position), plot.editor.index_at(position)
        if grip is not None:
            return plot.lines.sentence(grip)
        if index is not None:
            return sample_sentence(data, frame, index, reading, self._notation)
        place = plot.canvas.point_at(position)
        is_region = plot.unit_view.unit is None  # otherwise a neuron's map is drawn, which says nothing of the outputs
        trace = plot.scene.drawn if is_region else None
        return place_sentence(data, plot.plane, place, trace=trace, reading=reading, notation=self._notation)
