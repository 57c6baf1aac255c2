"""Mouse and keys change centres and widths of an RBF layer on the region plot by undoable edits."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from engine.data.plane import Plane
from engine.project.edits.rbf import centres_and_widths
from engine.spec.specs import MIN_WIDTH
from gui.document.commands import EditProjectCommand
from gui.document.commands import rbf as commands
from gui.document.document import Document
from gui.features.decision_region.decision_region_plot import DecisionRegionPlot
from gui.features.decision_region.rbf.rbf_gestures import RbfGesture
from gui.features.decision_region.rbf.rbf_handles import CENTRE, Grip, RbfHandles
from gui.features.decision_region.rbf.rbf_layer import RbfLayer
from gui.toolkit.theme import ThemeManager
from gui.words.notation import subscript
from gui.words.number_text import four_figures

Floats = NDArray[np.float64]

_STEP, _FINE = 0.02, 0.2  # share of the view that an arrow key moves by; with Shift this share of it
_key_gestures = itertools.count(-1, -1)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class RbfEditor(QObject):
    """Draws the RBF layer of the document into a region plot and lets it be changed there.

    `current` gives the parameters as the window shows them. `hovered` says what is under the mouse.
    Keys, with the plot in focus: C chooses the next unit, Shift+C the one before, arrows move its centre, [ and ] make
    it narrower and wider, Esc chooses none.
    """

    hovered = Signal(str)
    moved = Signal()  # a centre or a width was changed here

    def __init__(
        self,
        document: Document,
        plot: DecisionRegionPlot,
        themes: ThemeManager,
        current: Callable[[], Floats | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._plot, self._themes, self._current = document, plot, themes, current
        self._canvas = plot.canvas
        self._layer = RbfLayer(plot.canvas.getViewBox())
        self._parameters: Floats | None = None
        self._at_begin: Floats | None = None
        self._index_at_begin = 0
        self._key_gesture: tuple[int, str, int] | None = None
        self._visible = True
        self.selected: int | None = None
        self._canvas.take_gestures_first_from(self.begin)
        self._canvas.take_keys_first_by(self.take_key)
        self._canvas.pointed_at.connect(self._on_canvas_pointed_at)
        self._canvas.getViewBox().sigRangeChanged.connect(self.redraw)
        themes.changed.connect(self.redraw)

    # ------------------------------------------------------------------ showing

    @property
    def handles(self) -> RbfHandles | None:
        """What can be dragged; None while nothing is drawn."""
        network, plane = self._document.project.network, self._plot.plane
        if not (self._visible and network.rbf) or self._parameters is None:
            return None
        if len(self._parameters) != network.n_parameters or not self._fits(plane):
            return None
        centres, widths = centres_and_widths(network, self._parameters)
        if not (np.isfinite(centres).all() and np.isfinite(widths).all()):
            return None
        return RbfHandles(centres, widths, plane, self._canvas, self._themes.theme.scale)

    def show_parameters(self, parameters: Floats) -> None:
        """Draw the layer with these numbers, flat; those of another network are ignored."""
        if len(parameters) == self._document.project.network.n_parameters:
            self._parameters = parameters
            self.redraw()

    def set_visible(self, visible: bool) -> None:
        """Show the units, or leave the plot to the samples."""
        self._visible = visible
        self.redraw()

    def redraw(self) -> None:
        """Draw again: the view, the theme or the choice is another."""
        handles = self.handles
        if handles is None:
            self.selected = None
            self._layer.clear()
            return
        if self.selected is not None and self.selected >= handles.units:
            self.selected = None
        self._layer.show(handles, self._themes.theme, self.selected, self._bells(handles))

    def _fits(self, plane: Plane) -> bool:
        if not self._document.dataset.preprocessing.is_plain:
            return False  # centres and widths are measured in what the network sees, not in the units of the plot
        if plane.oblique is not None:
            return False
        count = self._document.project.network.n_inputs
        return (plane.y_axis is None) == (count == 1) and max(plane.x_axis, plane.y_axis or 0) < count

    def _bells(self, handles: RbfHandles) -> Floats | None:
        """What each unit adds to the first output, where outputs weigh the units directly; else their answers."""
        network = self._document.project.network
        if not handles.is_curve or self._parameters is None:
            return None
        if len(network.layers) == 2 and network.layers[-1].activation == "linear":
            start, count = network.n_rbf_parameters, handles.units * network.n_outputs
            return self._parameters[start : start + count : network.n_outputs]
        return np.ones(handles.units)

    # ------------------------------------------------------------------ mouse

    def begin(self, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier, position: QPointF) -> RbfGesture | None:
        """The gesture that a press on a unit starts; None elsewhere."""
        if button != Qt.MouseButton.LeftButton or modifiers & Qt.KeyboardModifier.ControlModifier:
            return None
        grip = self.grip_at(position)
        if grip is None:
            self.select(None)
            return None
        return RbfGesture(self, position, grip)

    def grip_at(self, position: QPointF) -> Grip | None:
        """The part of a unit that is drawn at `position` of the viewport."""
        handles = self.handles
        if handles is None or not self._canvas.picture_area().contains(position):
            return None
        return handles.at(position, self.selected)

    def centre_pixel(self, unit: int) -> QPointF:
        return self._known().centre_pixel(unit)

    def distance(self, unit: int, position: QPointF) -> float:
        return self._known().distance(unit, position)

    def width(self, unit: int) -> float:
        return float(self._known().widths[unit])

    def begin_edit(self) -> None:
        current = self._current()
        self._at_begin = None if current is None else np.array(current)
        self._index_at_begin = self._document.undo_stack.index()

    def move_centre_to(self, unit: int, position: QPointF, gesture: int) -> None:
        handles = self.handles
        if handles is None or unit >= handles.units:
            return  # undone meanwhile
        x, y = self._canvas.point_at(position)
        self._put_centre(handles, unit, x, y, gesture)

    def set_width(self, unit: int, width: float, gesture: int) -> None:
        handles = self.handles
        if handles is None or unit >= handles.units or self._at_begin is None:
            return
        if commands.set_width(self._document, self._at_begin, unit, max(width, MIN_WIDTH), gesture):
            self._show_start()

    def take_back(self) -> None:
        stack = self._document.undo_stack
        if stack.index() != self._index_at_begin + 1:
            return
        command = stack.command(stack.index() - 1)
        if isinstance(command, EditProjectCommand):
            command.take_back_for_good()
            if self._at_begin is not None:
                self.show_parameters(self._at_begin)

    def select(self, unit: int | None) -> None:
        if unit != self.selected:
            self.selected, self._key_gesture = unit, None
            self.redraw()

    def _known(self) -> RbfHandles:
        handles = self.handles
        assert handles is not None
        return handles

    def _put_centre(self, handles: RbfHandles, unit: int, x: float, y: float, gesture: int) -> None:
        if self._at_begin is None:
            return
        centre = handles.centres[:, unit].copy()
        centre[handles.plane.x_axis] = x
        if handles.plane.y_axis is not None:
            centre[handles.plane.y_axis] = y
        if commands.move_centre(self._document, self._at_begin, unit, centre, gesture):
            self._show_start()

    def _show_start(self) -> None:
        """At once what the edit has made the start; the frame with its pictures follows."""
        start = self._document.project.parameters
        if start is not None:
            self.show_parameters(start.array)
            self.moved.emit()

    def _on_canvas_pointed_at(self, position: QPointF) -> None:
        grip = None if self._canvas.has_tool else self.grip_at(position)
        if grip is None:
            return
        shapes = Qt.CursorShape
        self._plot.viewport().setCursor(shapes.SizeAllCursor if grip.part == CENTRE else shapes.SizeHorCursor)
        self.hovered.emit(self._sentence(grip))

    def _sentence(self, grip: Grip) -> str:
        handles, index = self._known(), subscript(grip.unit + 1)
        centre = ", ".join(four_figures(float(value), beside=0.0) for value in handles.centres[:, grip.unit])
        width = four_figures(float(handles.widths[grip.unit]), beside=0.0)
        if grip.part == CENTRE:
            text = QCoreApplication.translate(
                "RbfEditor", "Centre c{index} = ({centre}), width σ{index} = {width}. Drag to move it; C, then arrows."
            )
        else:
            text = QCoreApplication.translate(
                "RbfEditor",
                "Width σ{index} = {width} about c{index} = ({centre}): the unit answers 0.61 here. Drag it.",
            )
        return text.format(index=index, centre=centre, width=width)

    # ------------------------------------------------------------------ keys

    def take_key(self, event: QKeyEvent, is_press: bool) -> bool:
        """Whether a key is meant for the units; a press of it does what it is for."""
        if self.handles is None or self._canvas.is_dragging or not self._is_for_me(event):
            return False
        if is_press:
            self._press(event)
        return True

    def _is_for_me(self, event: QKeyEvent) -> bool:
        keys, held = Qt.Key, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            return False
        if event.key() == keys.Key_C:
            return True
        chosen = {*_ARROWS, keys.Key_BracketLeft, keys.Key_BracketRight, keys.Key_Escape}
        return self.selected is not None and event.key() in chosen

    def _press(self, event: QKeyEvent) -> None:
        handles, is_shifted = self._known(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.select(None)
        elif event.key() == Qt.Key.Key_C:
            self._choose(handles, -1 if is_shifted else 1)
        elif event.key() in _ARROWS:
            self._nudge(handles, *_ARROWS[Qt.Key(event.key())], fine=is_shifted)
        else:
            self._widen(handles, 1.1 if event.key() == Qt.Key.Key_BracketRight else 1 / 1.1)

    def _choose(self, handles: RbfHandles, step: int) -> None:
        start = (-1 if step > 0 else 0) if self.selected is None else self.selected
        unit = (start + step) % handles.units
        self.select(unit)
        self.hovered.emit(self._sentence(Grip(unit, CENTRE)))

    def _nudge(self, handles: RbfHandles, across: int, up: int, *, fine: bool) -> None:
        unit = self.selected
        assert unit is not None
        if handles.is_curve and up:
            return
        x_range, y_range = self._canvas.getViewBox().viewRange()
        share = _STEP * (_FINE if fine else 1.0)
        x, y = handles.place(unit)
        gesture = self._key_step(unit, "centre")
        self._put_centre(
            handles,
            unit,
            x + across * share * (x_range[1] - x_range[0]),
            y + up * share * (y_range[1] - y_range[0]),
            gesture,
        )

    def _widen(self, handles: RbfHandles, factor: float) -> None:
        unit = self.selected
        assert unit is not None
        gesture = self._key_step(unit, "width")
        self.set_width(unit, float(handles.widths[unit]) * factor, gesture)

    def _key_step(self, unit: int, what: str) -> int:
        """The number of the step that this key press belongs to: the same as before while the same thing is moved."""
        index = self._document.undo_stack.index()
        present = self._key_gesture
        if present is None or present[:2] != (unit, what) or index != self._index_at_begin + 1:
            self.begin_edit()
            self._key_gesture = (unit, what, next(_key_gestures))
        assert self._key_gesture is not None
        return self._key_gesture[2]
