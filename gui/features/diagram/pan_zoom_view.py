"""A graphics view fits its scene, zooms by wheel, keys and pinch, and scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsView, QPinchGesture, QWidget

_NOTCH = 120
_ZOOM_A_NOTCH = 1.15
_NEAREST = 8.0
_NEARLY = 1.01
_LEAST_PINCH = 0.2
_READABLE = 0.7
_REVEAL_MARGIN = 48

Part = tuple[float, float, float]
"""How many times larger than the whole picture, and what of it is in the middle: shares of its width and height."""


class PanZoomView(QGraphicsView):
    """Subclasses say in `arrange` how the scene fills the room; the picture stays fitted until a person zooms.

    The wheel zooms where the mouse is, a touchpad scrolls with two fingers and zooms with a pinch; with Ctrl both zoom,
    with Shift the wheel scrolls sideways.
    """

    view_changed = Signal()
    _became_due = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setMouseTracking(True)
        self._is_fitted = True
        self._part: Part | None = None
        self._smallest = _READABLE
        self._is_due = False
        self._became_due.connect(self.settle, Qt.ConnectionType.QueuedConnection)

    @property
    def is_fitted(self) -> bool:
        """Whether the whole picture fills the view, as after `fit`."""
        return self._is_fitted and self._part is None

    @property
    def part(self) -> Part | None:
        """What is on show of a picture that was zoomed; None for the whole picture."""
        area, whole = self.sceneRect(), self._whole()
        if self._is_fitted or area.isEmpty() or not whole:
            return self._part
        middle = self.scene_point(self.viewport().rect().center()) - area.topLeft()
        across, down = (min(max(share, 0.0), 1.0) for share in (middle.x() / area.width(), middle.y() / area.height()))
        return max(self.transform().m11() / whole, 1.0), across, down

    def show_part(self, part: Part | None) -> None:
        """Show this `part` before the next painting, in any size of the view, until somebody zooms or scrolls."""
        self._part = part
        self._fit_readably_soon()

    def arrange(self) -> None:
        """Lay the scene out for the size of the viewport."""

    def paintEvent(self, event: QPaintEvent) -> None:
        self.settle()
        super().paintEvent(event)

    def settle(self) -> None:
        """Fit the picture at once, if it is to be fitted."""
        if self._is_due:
            self._show_whole(self._smallest)

    def fit_soon(self) -> None:
        """Fit the picture as it was fitted last, before it is painted: once for all that changes meanwhile."""
        if not self._is_due:
            self._is_due = True
            self._became_due.emit()

    def fit(self) -> None:
        """Show the whole picture, as large as fits and never larger than its natural size."""
        self._part = None
        self._show_whole(smallest=0.0)

    def fit_readably(self) -> None:
        """As `fit`, but rather scroll sideways than make text too small to read."""
        self._part = None
        self._show_whole(smallest=_READABLE)

    def _fit_readably_soon(self) -> None:
        self._is_fitted, self._smallest = True, _READABLE
        self.fit_soon()

    def _show_whole(self, smallest: float) -> None:
        self._is_fitted, self._smallest, self._is_due = True, smallest, False
        self.arrange()
        area, room = self.sceneRect(), self.viewport().size()
        self.resetTransform()
        if area.isEmpty() or room.isEmpty():  # without room there is nothing to fit; the next size fits
            return
        if self._part is not None:
            self._place(*self._part)
            return
        fitting_height = min(1.0, room.height() / area.height())
        factor = min(max(room.width() / area.width(), smallest), fitting_height)
        self.scale(factor, factor)
        self.centerOn(area.center())
        if room.width() + 1 < area.width() * factor:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().minimum())
        self.view_changed.emit()

    def _place(self, times: float, across: float, down: float) -> None:
        """Show a part of the picture, whose natural size is the scale in force."""
        area, factor = self.sceneRect(), min(self._whole() * times, _NEAREST)
        self.scale(factor, factor)
        self.centerOn(area.topLeft() + QPointF(across * area.width(), down * area.height()))
        self.view_changed.emit()

    def _whole(self) -> float:
        """The scale at which the whole picture is on show."""
        area, room = self.sceneRect(), self.viewport().size()
        return min(room.width() / max(area.width(), 1), room.height() / max(area.height(), 1), 1.0)

    def shown_rect(self) -> QRectF:
        """What of the scene is on screen."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def interrupt(self) -> None:
        """End what a first finger began: a second one makes it a pinch."""

    def reveal(self, point: QPointF) -> None:
        """Scroll until `point` of the scene is on screen; nothing moves when it is."""
        if not self.viewport().rect().contains(self.mapFromScene(point)):
            self._let_go()
            margin = min(_REVEAL_MARGIN, self.viewport().width() // 3, self.viewport().height() // 3)
            self.ensureVisible(QRectF(point, point), margin, margin)

    def bring_into_view(self, point: QPointF) -> QPoint:
        """Scroll until `point` of the scene is on screen; returns where it is in the viewport."""
        self.reveal(point)
        return self.mapFromScene(point)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by `factor`, within limits; `at`, a point of the viewport and at first its middle, stays where it is.

        Out is no further than the whole picture, which then fits the view again.
        """
        present = self.transform().m11()
        if factor < 1 and present * factor <= self._whole() * _NEARLY:
            self.fit()
            return
        factor = min(factor, _NEAREST / present)
        point = QPointF(self.viewport().rect().center()) if at is None else at
        held = self.scene_point(point)
        self._part, self._is_fitted = None, False
        self.scale(factor, factor)
        away = self.viewportTransform().map(held) - point
        self.scroll_to(self.scrolled + QPoint(round(away.x()), round(away.y())))
        self.view_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit_soon()

    def wheelEvent(self, event: QWheelEvent) -> None:
        angle, with_ctrl = event.angleDelta(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        is_touchpad = not event.pixelDelta().isNull() or event.phase() != Qt.ScrollPhase.NoScrollPhase
        if with_ctrl or not (is_touchpad or event.modifiers() & Qt.KeyboardModifier.ShiftModifier):
            self.zoom(_ZOOM_A_NOTCH ** (angle.y() / _NOTCH), event.position())
        else:
            pixels = event.pixelDelta()
            moved = pixels if not pixels.isNull() else QPoint(angle.x() // 2, angle.y() // 2)
            sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and moved.x() == 0
            self.scroll_to(self.scrolled - (QPoint(moved.y(), 0) if sideways else moved))
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            return self._follow_touchpad(event)
        if isinstance(event, QGestureEvent):
            return self._follow_fingers(event)
        return super().viewportEvent(event)

    def _follow_touchpad(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(max(1.0 + event.value(), _LEAST_PINCH), event.position())
        elif event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
            self.fit()
        else:
            return False
        return True

    def _follow_fingers(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        if pinch.state() == Qt.GestureState.GestureStarted:
            self.interrupt()
        here = self.viewport().mapFromGlobal(pinch.centerPoint())
        if pinch.state() == Qt.GestureState.GestureUpdated:
            moved = pinch.centerPoint() - pinch.lastCenterPoint()
            self.scroll_to(self.scrolled - moved.toPoint())
        self.zoom(max(pinch.scaleFactor(), _LEAST_PINCH), here)
        event.accept(pinch)
        return True

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()
        self.view_changed.emit()

    @property
    def scrolled(self) -> QPoint:
        """How far the picture is scrolled, right and down."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def scroll_to(self, amount: QPoint) -> None:
        """Scroll so far, within the picture."""
        self._let_go()
        self.horizontalScrollBar().setValue(amount.x())
        self.verticalScrollBar().setValue(amount.y())

    def show_around(self, point: QPointF) -> None:
        """Scroll until `point` of the scene is in the middle, as far as the picture goes."""
        self._let_go()
        self.centerOn(point)

    def _let_go(self) -> None:
        """Another part is asked for than `show_part` was: it stays where it is when the view gets another size."""
        if self._part is not None:
            self._part, self._is_fitted = None, False

    def scene_point(self, point: QPoint | QPointF) -> QPointF:
        """The scene's point under a point of the viewport."""
        inverse, _ = self.viewportTransform().inverted()
        return inverse.map(QPointF(point))
