"""The region plot has a plot area on which the mouse works."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from gui.features.decision_region.drag import Drag
from gui.toolkit.plots.plot_canvas import PlotCanvas
from gui.toolkit.plots.plot_ranges import Range, limit_zoom, show_ranges

Floats = NDArray[np.float64]
BeginGesture = Callable[[Qt.MouseButton, Qt.KeyboardModifier, QPointF], Drag | None]
TakesKey = Callable[[QKeyEvent, bool], bool]  # the key, and whether it is being pressed or only asked about

DIGITS = (
    Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5,
    Qt.Key.Key_6, Qt.Key.Key_7, Qt.Key.Key_8, Qt.Key.Key_9, Qt.Key.Key_0,
)  # fmt: skip
KEYS = frozenset((*DIGITS, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Home, Qt.Key.Key_Plus, Qt.Key.Key_Minus))
ZOOM_STEP = 1.15  # for one notch of the wheel


class RegionCanvas(PlotCanvas):
    """Turns mouse events into gestures of an editor instead of pyqtgraph's own."""

    keys: frozenset[Qt.Key] = KEYS
    double_clicked = Signal(QPointF)
    pressed = Signal(Qt.MouseButton)  # before what the press begins
    key_pressed = Signal(QKeyEvent)  # accepted by whoever has a use for it

    def __init__(self) -> None:
        super().__init__()
        self._begin: BeginGesture | None = None
        self._begin_tool: BeginGesture | None = None
        self._takes_key: TakesKey | None = None
        self._button = Qt.MouseButton.NoButton
        self._gesture: Drag | None = None
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def take_gestures_from(self, begin: BeginGesture) -> None:
        """Ask `begin` for the gesture that the press of a button starts, or None."""
        self._begin = begin

    def take_gestures_first_from(self, begin: BeginGesture) -> None:
        """Ask `begin` before whoever was asked so far."""
        others = self._begin

        def first(button: Qt.MouseButton, modifiers: Qt.KeyboardModifier, position: QPointF) -> Drag | None:
            gesture = begin(button, modifiers, position)
            return others(button, modifiers, position) if gesture is None and others is not None else gesture

        self._begin = first

    def use_tool(self, begin: BeginGesture | None) -> None:
        """While `begin` is given, ask it before all others, a second press of a double click too."""
        self._begin_tool = begin

    @property
    def has_tool(self) -> bool:
        """Whether presses go to a tool, not to what lies under the mouse."""
        return self._begin_tool is not None

    def take_keys_first_by(self, takes: TakesKey) -> None:
        """Offer keys to `takes` before all others. It answers whether a key is meant for it, and acts on its press."""
        self._takes_key = takes

    def event(self, event: QEvent) -> bool:
        is_question = event.type() == QEvent.Type.ShortcutOverride
        if (
            is_question
            and isinstance(event, QKeyEvent)
            and self._takes_key is not None
            and self._takes_key(event, False)
        ):
            event.accept()
            return True
        return super().event(event)

    @property
    def is_dragging(self) -> bool:
        """Whether a button is down."""
        return self._gesture is not None

    def pixel_at(self, x: float, y: float) -> QPointF:
        """Where the point (x, y) of the plane lies in the viewport."""
        return QPointF(*self.pixels_at(np.array([x, y])))

    def point_at(self, position: QPointF) -> tuple[float, float]:
        """The point of the plane at `position` of the viewport."""
        x, y = self.points_at(np.array([position.x(), position.y()])).tolist()
        return x, y

    def pixels_at(self, points: Floats) -> Floats:
        """Where points of the plane (…, 2) lie in the viewport (…, 2)."""
        low, span, corner, side = self._frame()
        return np.asarray(corner + (points - low) / span * side)

    def pixels_in_a_unit(self) -> tuple[float, float]:
        """How many pixels a unit of each axis takes."""
        _, span, _, side = self._frame()
        across, up = np.abs(side) / span
        return float(across), float(up)

    def points_at(self, pixels: Floats) -> Floats:
        """The points of the plane (…, 2) at pixels of the viewport (…, 2)."""
        low, span, corner, side = self._frame()
        return np.asarray(low + (pixels - corner) / side * span)

    def _frame(self) -> tuple[Floats, Floats, Floats, Floats]:
        """Lower ends and spans of the axes; the pixel where they begin, and how far they go in pixels, up negative."""
        area, ranges = self.picture_area(), np.array(self.getViewBox().viewRange())
        corner = np.array([area.left(), area.bottom()])
        return ranges[:, 0], np.diff(ranges)[:, 0], corner, np.array([max(1.0, area.width()), -max(1.0, area.height())])

    @property
    def has_equal_scales(self) -> bool:
        """Whether a unit is as long on both axes."""
        return bool(self.getViewBox().state["aspectLocked"])

    def show_ranges(self, x_range: Range, y_range: Range, equal: bool = False) -> None:
        """Show this rectangle, and let people zoom around its size; on `equal` scales more than it along one axis."""
        self.getViewBox().setAspectLocked(equal)
        limit_zoom(self.getViewBox(), x_range, y_range)
        show_ranges(self.getViewBox(), x_range, y_range)

    def zoom(self, factor: float, position: QPointF | None = None) -> None:
        """Show `factor` times as much, keeping what is at `position` (default: the middle) where it is."""
        x, y = self.point_at(position or self.picture_area().center())
        self.getViewBox().scaleBy((factor, factor), center=(x, y))

    def cancel_gesture(self) -> None:
        """End what the mouse has begun as if it had not."""
        if self._gesture is not None:
            gesture, self._gesture = self._gesture, None
            gesture.cancel()

    def forget_gesture(self) -> None:
        """Let what the mouse has begun come to nothing more: what it worked on is gone."""
        self._gesture = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._gesture is None:
            self.pressed.emit(event.button())
            self._gesture = self._gesture_of(event)
            self._button = event.button()

    def _gesture_of(self, event: QMouseEvent) -> Drag | None:
        """What the first of the askers that has a use for a press makes of it."""
        for begin in (self._begin_tool, self._begin):
            gesture = None if begin is None else begin(event.button(), event.modifiers(), event.position())
            if gesture is not None:
                return gesture
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._gesture is not None:
            self._gesture.move(event.position())
        self.pointed_at.emit(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._gesture is not None and event.button() == self._button:
            gesture, self._gesture = self._gesture, None
            gesture.move(event.position())
            gesture.finish(event.position())
            self.pointed_at.emit(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton and not self.has_tool:
            self.double_clicked.emit(event.position())
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        self.zoom(ZOOM_STEP ** (-event.angleDelta().y() / 120), event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._gesture is None and self._takes_key is not None and self._takes_key(event, True):
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape and self._gesture is not None:
            self.cancel_gesture()
            event.accept()
            return
        event.ignore()
        self.key_pressed.emit(event)
