"""A graphics view that fits its scene, zooms with Ctrl and the wheel, and scrolls."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

_NOTCH = 120
_ZOOM_A_NOTCH = 1.15
_NEAREST, _FARTHEST = 8.0, 0.2
_READABLE = 0.7
_REVEAL_MARGIN = 48


class PanZoomView(QGraphicsView):
    """Subclasses say in `arrange` how the scene fills the room; the picture stays fitted until a person zooms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setMouseTracking(True)
        self._is_fitted = True
        self._smallest = _READABLE

    @property
    def is_fitted(self) -> bool:
        """Whether the whole picture fills the view, as after `fit`."""
        return self._is_fitted

    def arrange(self) -> None:
        """Lay the scene out for the size of the viewport."""

    def fit(self) -> None:
        """Show the whole picture, as large as fits and never larger than its natural size."""
        self._show_whole(smallest=0.0)

    def fit_readably(self) -> None:
        """As `fit`, but rather scroll sideways than make text too small to read."""
        self._show_whole(smallest=_READABLE)

    def _show_whole(self, smallest: float) -> None:
        self._is_fitted, self._smallest = True, smallest
        self.arrange()
        area, room = self.sceneRect(), self.viewport().size()
        self.resetTransform()
        if area.width() <= 0 or area.height() <= 0:
            return
        fitting_height = min(1.0, room.height() / area.height())
        factor = min(max(room.width() / area.width(), smallest), fitting_height)
        self.scale(factor, factor)
        self.centerOn(area.center())
        overflows = room.width() + 1 < area.width() * factor
        policies = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policies.ScrollBarAlwaysOn if overflows else policies.ScrollBarAlwaysOff)
        if overflows:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().minimum())

    def reveal(self, point: QPointF) -> None:
        """Scroll until `point` of the scene is on screen; nothing moves when it is."""
        if not self.viewport().rect().contains(self.mapFromScene(point)):
            margin = min(_REVEAL_MARGIN, self.viewport().width() // 3, self.viewport().height() // 3)
            self.ensureVisible(QRectF(point, point), margin, margin)

    def zoom(self, factor: float) -> None:
        """Zoom by `factor`, within limits."""
        present = self.transform().m11()
        factor = min(max(factor, _FARTHEST / present), _NEAREST / present)
        self._is_fitted = False
        self.scale(factor, factor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self._show_whole(self._smallest)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM_A_NOTCH ** (event.angleDelta().y() / _NOTCH))
            event.accept()
            return
        super().wheelEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    @property
    def scrolled(self) -> QPoint:
        """How far the picture is scrolled, right and down."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def scroll_to(self, place: QPoint) -> None:
        """Scroll so far, within the picture."""
        self.horizontalScrollBar().setValue(place.x())
        self.verticalScrollBar().setValue(place.y())

    def scene_point(self, point: QPoint | QPointF) -> QPointF:
        """The scene's point under a point of the viewport."""
        inverse, _ = self.viewportTransform().inverted()
        return inverse.map(QPointF(point))
