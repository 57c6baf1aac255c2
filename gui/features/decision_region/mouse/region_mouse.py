"""The mouse on the region plot is over a line, a sample or an empty place, and does something there."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QCursor, QKeyEvent

from engine.analysis.frame import Frame
from gui.document.document import Document
from gui.features.decision_region.drag import Drag
from gui.features.decision_region.editing.readout import place_sentence, sample_sentence
from gui.features.decision_region.mouse.region_parts import RegionParts
from gui.features.decision_region.neuron_map_view import NeuronMapView
from gui.features.decision_region.output_reading import Reading, can_place_points
from gui.features.decision_region.region_canvas import DIGITS
from gui.features.decision_region.region_scene import RegionScene
from gui.features.decision_region.sample_image import SampleImage
from gui.features.decision_region.slices.plane_choice import all_inputs
from gui.toolkit.drawing.pixel_image import LEAST_SIDE
from gui.toolkit.plots.plot_focus import is_plain
from gui.words.notation import Notation


class RegionMouse:
    """Handles of lines come before samples, samples before the rest of a line, lines before empty places."""

    def __init__(
        self, document: Document, notation: Notation, parts: RegionParts, scene: RegionScene, unit_view: NeuronMapView
    ) -> None:
        self._document, self._notation = document, notation
        self._parts, self._scene, self._unit_view = parts, scene, unit_view
        self._position: QPointF | None = None
        self._sample_image: SampleImage | None = None

    @property
    def is_inside(self) -> bool:
        """Whether the mouse is over the plot."""
        return self._position is not None

    def move_to(self, position: QPointF) -> None:
        """The mouse is at `position` of the viewport."""
        self._position = position
        self._parts.canvas.mouse_area().setCursor(self.cursor(position))
        self._show_sample_image(position)

    def leave(self) -> None:
        """The mouse is elsewhere."""
        self._position = None
        if self._sample_image is not None:
            self._sample_image.hide()

    def double_click(self, _position: QPointF) -> None:
        """Reset the view, and take back the point that the first click placed, if there was anything to reset."""
        view = self._parts.canvas.getViewBox()
        before = view.viewRange()
        self._parts.reset_view()
        if not np.allclose(before, view.viewRange()):
            self._parts.editor.take_back_addition()

    def press_key(self, event: QKeyEvent) -> None:
        """Do what a key is for, at the sample under the mouse where it needs one."""
        hovered = None if self._position is None else self._parts.editor.index_at(self._position)
        if press_key(self._parts, event, hovered):
            event.accept()

    def begin(self, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier, position: QPointF) -> Drag | None:
        """The gesture that a press of `button` at `position` starts."""
        drag = self._begin_on_line(button, modifiers, position)
        return drag or self._parts.editor.begin(button, modifiers, position)

    def begin_turning(self, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier, position: QPointF) -> Drag | None:
        """Shift on a line turns it; elsewhere Shift is for other gestures."""
        if button != Qt.MouseButton.LeftButton or not modifiers & Qt.KeyboardModifier.ShiftModifier:
            return None
        return self._begin_on_line(button, modifiers, position)

    def _begin_on_line(self, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier, position: QPointF) -> Drag | None:
        inside = self._parts.canvas.picture_area().contains(position)
        grip = self._parts.grip_at(position) if inside else None
        return None if grip is None else self._parts.lines.begin(button, modifiers, position, grip)

    def cursor(self, position: QPointF) -> QCursor:
        """The cursor at `position`."""
        parts = self._parts
        shape = parts.painting.cursor(position)
        if shape is not None:
            return QCursor(shape)
        grip = parts.grip_at(position)
        if grip is not None:
            return parts.lines.cursor(grip)
        if parts.editor.index_at(position) is not None:
            return QCursor(Qt.CursorShape.PointingHandCursor)
        inside = parts.canvas.picture_area().contains(position)
        can_place = can_place_points(self._document.dataset) and inside and parts.plane.oblique is None
        return QCursor(Qt.CursorShape.CrossCursor if can_place else Qt.CursorShape.ArrowCursor)

    def _show_sample_image(self, position: QPointF) -> None:
        """Of images, show the one under the mouse: that of a sample, or the image at this point of the plane."""
        parts, data = self._parts, self._document.dataset
        area = parts.canvas.picture_area()
        if self._sample_image is None:
            if data.n_raw_inputs < LEAST_SIDE**2:
                return
            self._sample_image = SampleImage(parts.canvas.mouse_area())
        if not area.contains(position):
            self._sample_image.hide()
            return
        index = parts.editor.index_at(position)
        inputs = parts.plane.point(*parts.canvas.point_at(position)) if index is None else all_inputs(data)[index]
        self._sample_image.show_inputs(data, inputs, position.toPoint(), area.toRect())

    def sentence(self, frame: Frame | None, reading: Reading) -> str:
        """What is under the mouse and what the network answers; "" outside the axes."""
        parts, data, position = self._parts, self._document.dataset, self._position
        if position is None or not parts.canvas.picture_area().contains(position):
            return ""
        selected = parts.painting.sentence(position)
        if selected:
            return selected
        grip, index = parts.grip_at(position), parts.editor.index_at(position)
        if grip is not None:
            return parts.lines.sentence(grip)
        if index is not None:
            return sample_sentence(data, frame, index, reading, self._notation)
        place = parts.canvas.point_at(position)
        is_region = self._unit_view.unit is None  # otherwise a neuron's map is drawn, which says nothing of the outputs
        trace = self._scene.drawn if is_region else None
        return place_sentence(data, parts.plane, place, trace=trace, reading=reading, notation=self._notation)


def press_key(parts: RegionParts, event: QKeyEvent, hovered: int | None) -> bool:
    """Obey a key pressed on the canvas; `hovered` is the sample under the mouse. False for other keys."""
    key = event.key()
    if not is_plain(event):
        return False
    if parts.painting.press(event):
        return True
    if key in DIGITS:
        label = DIGITS.index(Qt.Key(key))
        if not parts.classes.take(label):
            parts.painting.class_chosen(label)
    elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        index = parts.editor.selected if hovered is None else hovered
        if index is not None:
            parts.editor.remove(index)
    elif key == Qt.Key.Key_Home:
        parts.reset_view()
    elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        parts.canvas.zoom(1 / 1.25 if key == Qt.Key.Key_Plus else 1.25)
    else:
        return parts.lines.press(event)
    return True
