"""Boundary lines are drawn on the region plot, written as equations, and moved with mouse and keys."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from engine.analysis.boundary import Line
from engine.analysis.frame import Frame
from engine.data.plane import Plane
from engine.data.preprocessing import Preprocessing
from engine.project.edits.weights import set_values
from engine.project.project import Project
from engine.spec.specs import NetworkSpec
from gui.document.commands.gesture_step import GestureStep
from gui.document.document import Document
from gui.features.decision_region.boundary.equation_strip import Equation, EquationStrip
from gui.features.decision_region.boundary.line_edits import flip_text, move_text, set_weights, turn_text
from gui.features.decision_region.boundary.line_gestures import LineMenu, MoveLine, TurnLine
from gui.features.decision_region.boundary.line_item import DrawnLine, LineItem
from gui.features.decision_region.boundary.line_keys import keys_of, keys_sentence, press
from gui.features.decision_region.boundary.line_places import Grip, LinePlace, grip_at, place_of
from gui.features.decision_region.boundary.line_texts import full_text, hover_sentence, outside_text, strip_texts
from gui.features.decision_region.boundary.live_parameters import LiveParameters
from gui.features.decision_region.boundary.unit_lines import (
    UnitLine,
    has_plane_lines,
    line_colour,
    line_name,
    shows_lines_unasked,
    unit_lines,
)
from gui.features.decision_region.drag import Drag
from gui.features.decision_region.region_canvas import RegionCanvas
from gui.toolkit.theme import Theme
from gui.words.notation import Notation
from gui.words.plot_names import input_names

KEY_STEP = 0.01  # of the picture's width or height, for an arrow key


class BoundaryLines(QObject):
    """Shows lines of the first layer's units. `availability_changed` tells that there can be lines, or no longer."""

    prefix = "region"
    can_hide = True
    availability_changed = Signal()
    redrawn = Signal()
    keys_sentence = staticmethod(keys_sentence)

    def __init__(
        self, document: Document, canvas: RegionCanvas, theme: Theme, notation: Notation, plane: Callable[[], Plane]
    ) -> None:
        super().__init__(canvas)
        self._document, self._canvas, self._notation, self._plane = document, canvas, notation, plane
        self._theme = theme
        self._live = LiveParameters(document.project)
        self._item = LineItem(canvas.getViewBox())
        self._lines: tuple[UnitLine, ...] = ()
        self._places: dict[int, LinePlace] = {}
        self._steps: dict[object, GestureStep] = {}
        self._asked: bool | None = None
        self._was_shown = False
        self.selected, self.is_chosen = 0, False
        self._other_keys = canvas.keys
        self.strip = EquationStrip(theme, prefix=self.prefix)
        self.strip.hide()
        self.strip.chosen.connect(self.select)
        self.strip.flip_wanted.connect(self.flip)
        self.strip.centre_wanted.connect(self.centre)
        document.changed.connect(self._on_document_changed)
        notation.changed.connect(self.redraw)
        canvas.pressed.connect(self._on_canvas_pressed)
        canvas.getViewBox().sigRangeChanged.connect(self.redraw)
        canvas.getViewBox().sigResized.connect(self.redraw)

    # ------------------------------------------------------------------ what is there

    @property
    def is_available(self) -> bool:
        """Whether the network has lines on the plane of the data, and that plane lies along two inputs."""
        if self._plane().oblique is not None:
            return False
        return has_plane_lines(self._document.project.network, self._document.dataset)

    @property
    def is_shown(self) -> bool:
        """Whether they are drawn: as the user has asked, else where they are the subject."""
        unasked = shows_lines_unasked(self._document.project.network)
        return self.is_available and (unasked if self._asked is None else self._asked)

    @property
    def lines(self) -> tuple[UnitLine, ...]:
        """The lines on show."""
        return self._lines

    def show(self, on: bool) -> None:
        """Draw the lines, or do without them."""
        self._asked = on
        self.redraw()

    def handle_position(self, unit: int, handle: int) -> QPointF:
        """The pixel of the viewport at one of the two handles of a line in the picture."""
        return self._places[unit].handles[handle]

    # ------------------------------------------------------------------ drawing

    def show_frame(self, frame: Frame) -> None:
        """Draw the lines of `frame`."""
        if self._live.show_frame(frame) and self.is_shown:
            self.redraw()

    def apply_theme(self, theme: Theme) -> None:
        """Colours and sizes."""
        self._theme = theme
        self.strip.apply_theme(theme)
        self.redraw()

    def redraw(self) -> None:
        """Draw lines and equations as they are now."""
        is_shown = self.is_shown
        network, values, plane = self._layers(), self._numbers(), self._plane()
        can = is_shown and values is not None and len(plane.fixed) == network.n_inputs and plane.y_axis is not None
        data, seen = self._document.dataset, self._seen()
        self._lines = unit_lines(network, values, data, plane, seen) if can and values is not None else ()
        self.selected = min(self.selected, max(0, len(self._lines) - 1))
        places = {line.unit: place_of(line, self._canvas, plane, self._theme.scale) for line in self._lines}
        self._places = {unit: place for unit, place in places.items() if place is not None}
        drawn = tuple(self._drawn(unit, place) for unit, place in self._places.items())
        self._item.show_lines(drawn, self._canvas.picture_area().topLeft(), self._theme)
        self._write_equations()
        self._canvas.keys = self._other_keys | (keys_of(self.is_chosen) if self._lines else frozenset())
        if is_shown != self._was_shown:
            self._was_shown = is_shown
            self.availability_changed.emit()
        self.redrawn.emit()

    def _write_equations(self) -> None:
        if self.strip.isHidden() == bool(self._lines):
            self.strip.setVisible(bool(self._lines))
        names = self._names()
        equations = []
        for line in self._lines:
            outside = line.line.exists and line.unit not in self._places
            remark = f"  ({outside_text()})" if outside else ""
            text, *briefs = strip_texts(line, names, self._notation)
            name = self.name_of(line.unit)
            full = full_text(line, name, names, self._notation)
            colour, is_chosen = self.colour_of(line.unit), line.unit == self.selected
            equations.append(Equation(line.unit, name, colour, text + remark, full, is_chosen, tuple(briefs)))
        self.strip.show_equations(tuple(equations))

    def _drawn(self, unit: int, place: LinePlace) -> DrawnLine:
        is_selected = unit == self.selected
        look = (self.name_of(unit), self.colour_of(unit), is_selected, self._foot(unit))
        return DrawnLine(place, *look, is_chosen=is_selected and self.is_chosen)

    def _foot(self, unit: int) -> float:
        """Where on the line its weight vector stands: those of neighbours not side by side."""
        return 0.5 if len(self._lines) == 1 else (0.38, 0.62)[unit % 2]

    def name_of(self, unit: int) -> str:
        """The symbol of a unit with a line."""
        return line_name(self._lines[unit], self._document.project.network, self._notation)

    def _names(self) -> tuple[str, ...]:
        return input_names(self._document.dataset, self._notation)

    def colour_of(self, unit: int) -> str:
        """The colour of its line."""
        return line_colour(self._lines[unit], len(self._lines), self._theme.text, self._theme.class_colour(unit))

    # ------------------------------------------------------------------ mouse

    def grip_at(self, position: QPointF) -> Grip | None:
        """The line or handle under the mouse."""
        return grip_at(position, self._places, self._theme.scale, (self.selected,))

    def begin(
        self, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier, position: QPointF, grip: Grip
    ) -> Drag | None:
        """The gesture that a press on `grip` starts; None where it is no business of the line."""
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return None
        self.select(grip.unit)
        if button == Qt.MouseButton.RightButton:
            return LineMenu(self, position, grip.unit)
        if button != Qt.MouseButton.LeftButton:
            return None
        line, place = self._lines[grip.unit].line, self._places[grip.unit]
        turns = grip.handle is not None or modifiers & Qt.KeyboardModifier.ShiftModifier
        if turns and self._can_turn(grip.unit):
            held = place.handles[grip.handle] if grip.handle is not None else _beside(position, place)
            return TurnLine(self, position, grip.unit, line, (place.middle, held))
        return MoveLine(self, position, grip.unit, line) if self._is_free(grip.unit) else Drag(position)

    def cursor(self, grip: Grip) -> QCursor:
        """What the mouse looks like on `grip`."""
        turns = grip.handle is not None and self._can_turn(grip.unit)
        return QCursor(Qt.CursorShape.PointingHandCursor if turns else Qt.CursorShape.SizeAllCursor)

    def sentence(self, grip: Grip) -> str:
        """What lies under the mouse and what can be done with it."""
        return hover_sentence(self._lines[grip.unit], self.name_of(grip.unit), self._names(), self._can_turn(grip.unit))

    def point_at(self, position: QPointF) -> tuple[float, float]:
        return self._canvas.point_at(position)

    def set_line(self, unit: int, line: Line, gesture: object) -> None:
        values = self._live.values
        if values is None or unit >= len(self._lines):
            return
        if gesture not in self._steps:
            turns = isinstance(gesture, TurnLine)
            self._steps = {
                gesture: GestureStep(self._document, (turn_text if turns else move_text)(self.name_of(unit)))
            }
        moved = self._with_line(unit, line)
        self._steps[gesture].apply(lambda project: set_values(project, moved))

    def take_back(self, gesture: object) -> None:
        step = self._steps.pop(gesture, None)
        if step is not None:
            step.take_back()

    def show_menu(self, unit: int, position: QPointF) -> None:
        menu = QMenu(self._canvas)
        menu.setObjectName(f"{self.prefix}_line_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries = (
            (f"{self.prefix}_menu_flip_line", self.tr("Flip the line"), self.flip),
            (f"{self.prefix}_menu_centre_line", self.tr("Bring the line into the middle"), self.centre),
            (f"{self.prefix}_menu_hide_lines", self.tr("Hide the lines"), lambda: self.show(False)),
        )
        for name, text, slot in entries if self.can_hide else entries[:-1]:
            action = menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
        viewport: QWidget = self._canvas.viewport()
        menu.popup(viewport.mapToGlobal(position.toPoint()))

    # ------------------------------------------------------------------ keys

    def press(self, event: QKeyEvent) -> bool:
        """Obey a key that is for lines; False if there is no line to obey."""
        return bool(self._lines) and press(self, event)

    def select(self, unit: int) -> None:
        """Choose the line that keys and buttons change; only now arrows are for it."""
        if (unit, True) != (self.selected, self.is_chosen):
            self.selected, self.is_chosen = unit, True
            self.redraw()

    def choose_next(self) -> None:
        """Choose the next line, or at first the one that is marked."""
        self.select((self.selected + 1) % len(self._lines) if self.is_chosen else self.selected)

    def let_go(self) -> None:
        """Leave the arrows to the window."""
        if self.is_chosen:
            self.is_chosen = False
            self.redraw()

    def flip(self) -> None:
        """Let the chosen unit fire on the other side."""
        if self._lines and self._may_flip(self.selected):
            line = self._lines[self.selected].line.flipped()
            self._set_by_key(line, flip_text(self.name_of(self.selected)), "")

    def centre(self) -> None:
        """Bring the chosen line into the middle of the picture; a unit without weights gets a line."""
        if not self._lines:
            return
        plane, line = self._plane(), self._lines[self.selected].line
        line = line if line.exists else Line(1.0, 1.0, 0.0)
        middle = (sum(plane.x_range) / 2, sum(plane.y_range) / 2)
        line = Line(line.w1, line.w2, -(line.w1 * middle[0] + line.w2 * middle[1]))
        self._set_by_key(line, move_text(self.name_of(self.selected)), "")

    def move(self, right: int, up: int) -> None:
        """Shift the chosen line by a hundredth of the picture."""
        plane = self._plane()
        width, height = plane.x_range[1] - plane.x_range[0], plane.y_range[1] - plane.y_range[0]
        moved = self._lines[self.selected].line.moved(right * width * KEY_STEP, up * height * KEY_STEP)
        self._set_by_key(moved, move_text(self.name_of(self.selected)), f"move:{self.selected}")

    def turn(self, angle: float) -> None:
        """Turn the chosen line about the middle of its visible part, `angle` radians to the left on the screen."""
        place, line = self._places.get(self.selected), self._lines[self.selected].line
        if place is None or not self._can_turn(self.selected):
            return
        way = place.second - place.first
        turned = QPointF(
            way.x() * math.cos(angle) + way.y() * math.sin(angle), way.y() * math.cos(angle) - way.x() * math.sin(angle)
        )
        centre = self.point_at(place.middle)
        before, after = (self.point_at(place.middle + step) for step in (way, turned))
        left = line.fires_left_of((before[0] - centre[0], before[1] - centre[1]))
        made = line.along(centre, (after[0] - centre[0], after[1] - centre[1]), left)
        self._set_by_key(made, turn_text(self.name_of(self.selected)), f"turn:{self.selected}")

    def _set_by_key(self, line: Line, text: str, kind: str) -> None:
        if self._is_free(self.selected):
            set_weights(self._document, text, self._with_line(self.selected, line), kind)

    def _layers(self) -> NetworkSpec:
        """The network whose first layer has the lines."""
        return self._document.project.network

    def _numbers(self) -> NDArray[np.float64] | None:
        """Its parameters as they are now."""
        return self._live.values

    def _seen(self) -> Preprocessing:
        """What happens to the inputs on the plane's axes before that layer sees them."""
        return self._document.dataset.preprocessing

    def _offset(self) -> int:
        """Where they begin among the parameters of the whole network."""
        return 0

    def _with_line(self, unit: int, line: Line) -> NDArray[np.float64]:
        assert self._live.values is not None
        values, offset, units = self._live.values.copy(), self._offset(), self._layers().layers[0].units
        values[offset:] = self._lines[unit].with_line(values[offset:], line, self._plane(), units)
        return values

    def _can_turn(self, unit: int) -> bool:
        """A cut connection holds its weight at 0, a locked one as it is, and with it the line's direction."""
        plane, units = self._plane(), self._layers().layers[0].units
        weights = [axis * units + unit for axis in (plane.x_axis, plane.y_axis or 0)]
        return self._lines[unit].line.exists and self._can_move(unit) and not self._holds(weights)

    def _can_move(self, unit: int) -> bool:
        """A locked bias holds the line where it is."""
        first = self._layers()
        return not self._holds([first.n_inputs * first.layers[0].units + unit])

    def _holds(self, places: list[int]) -> bool:
        """Whether any of these parameters is locked or cut."""
        project, offset = self._document.project, self._offset()
        masks = [mask.array for mask in (project.locked, project.cut) if mask is not None]
        return any(bool(mask[offset + place]) for mask in masks for place in places)

    def _may_flip(self, unit: int) -> bool:
        """Whether no weight is locked; says so otherwise. Weights that are cut stay 0 in a flip."""
        locked, first, offset = self._document.project.locked, self._layers(), self._offset()
        units = first.layers[0].units
        if locked is None or not any(locked.array[offset + k * units + unit] for k in range(first.n_inputs)):
            return True
        text = self.tr("A weight of {name} is locked; unlock it to flip the line.")
        self._document.noticed.emit(text.format(name=self.name_of(unit)))
        return False

    def _is_free(self, unit: int) -> bool:
        """Whether the line can be moved at all; says so if it cannot."""
        if self._can_move(unit):
            return True
        text = self.tr("{bias} of {name} is locked; unlock it to move the line.")
        self._document.noticed.emit(text.format(bias=self._notation.bias(), name=self.name_of(unit)))
        return False

    def _on_canvas_pressed(self, button: Qt.MouseButton) -> None:
        """A press beside the lines lets go; one on a line chooses it again."""
        if button == Qt.MouseButton.LeftButton:
            self.let_go()

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if self._document.is_loading:
            self._asked = None
        network_changed = before.network != after.network
        if network_changed:
            self.selected, self.is_chosen = 0, False
        if self._live.follow(before, after) or network_changed or before.dataset != after.dataset:
            self.redraw()


def _beside(position: QPointF, place: LinePlace) -> QPointF:
    """The point of the line nearest to `position`, but not its middle, about which it turns."""
    along = place.second - place.first
    length = math.hypot(along.x(), along.y())
    way = along * (1 / length)
    from_middle = position - place.middle
    distance = from_middle.x() * way.x() + from_middle.y() * way.y()
    if abs(distance) < 24:
        distance = math.copysign(24, distance)
    return place.middle + way * distance
