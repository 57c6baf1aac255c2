"""Where the graph is drawn: fitted, zoomed with Ctrl and the wheel, moved by dragging."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from engine.expression import Walk
from gui.features.computation_graph.graph_layout import GraphLayout, lay_out
from gui.features.computation_graph.graph_painter import GraphPainter
from gui.features.computation_graph.step_sentences import gradient_name
from gui.toolkit.export.offscreen_copy import OffscreenPicture
from gui.toolkit.theme import Theme, ThemeManager
from gui.words.number_text import exact

_NEAREST, _FARTHEST, _LARGEST_FIT = 4.0, 0.2, 1.35
_STEP, _NOTCH = 1.15, 120.0


class GraphCanvas(QWidget):
    """Shows a walk after some steps. `node_clicked` carries the index of a node."""

    node_clicked = Signal(int)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graph_canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(280, 150))
        self._themes = themes
        self._walk: Walk | None = None
        self._layout: GraphLayout | None = None
        self._done = 0
        self._stale = False
        self._factor, self._shift = 1.0, QPointF()
        self._is_fitted = True
        self._pressed: QPointF | None = None
        self._moved = False

    def show_walk(self, walk: Walk, done: int) -> None:
        """Show `walk` after `done` steps; another graph is laid out and fitted anew."""
        if self._walk is None or walk.graph is not self._walk.graph:
            self._layout = lay_out(walk.graph)
            self._walk = walk
            self.fit()
        self._walk, self._done = walk, done
        self.update()

    def set_stale(self, stale: bool) -> None:
        """Pale, because what is typed is no expression at the moment."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    def position_of(self, name: str) -> QPoint:
        """The middle of the node called `name`, in the widget. Raises KeyError where there is none."""
        assert self._walk is not None
        assert self._layout is not None
        box = self._layout.boxes[self._walk.graph.index_of(name)]
        return self._transform().map(QPointF(box.x, box.y)).toPoint()

    def node_at(self, position: QPointF) -> int | None:
        """The node under `position`."""
        if self._layout is None:
            return None
        at = self._transform().inverted()[0].map(position)
        for index, box in enumerate(self._layout.boxes):
            if abs(at.x() - box.x) <= box.width / 2 and abs(at.y() - box.y) <= box.height / 2:
                return index
        return None

    @property
    def is_fitted(self) -> bool:
        """Whether the whole graph fills the room, as after `fit`."""
        return self._is_fitted

    def fit(self) -> None:
        """Show the whole graph, in the middle."""
        self._is_fitted = True
        if self._layout is not None and self.width() and self.height():
            room = min(self.width() / self._layout.width, self.height() / self._layout.height)
            self._factor = max(_FARTHEST, min(room, _LARGEST_FIT * self._themes.theme.scale))
            size = QPointF(self._layout.width, self._layout.height) * self._factor
            self._shift = QPointF((self.width() - size.x()) / 2, (self.height() - size.y()) / 2)
        self.update()

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Zoom by `factor` around a point, by default the middle."""
        around = around or QPointF(self.width() / 2, self.height() / 2)
        factor = min(max(factor, _FARTHEST / self._factor), _NEAREST / self._factor)
        self._shift = around - (around - self._shift) * factor
        self._factor *= factor
        self._is_fitted = False
        self.update()

    def _transform(self) -> QTransform:
        return QTransform.fromTranslate(self._shift.x(), self._shift.y()).scale(self._factor, self._factor)

    # ------------------------------------------------------------------ events

    def picture(self) -> OffscreenPicture | None:
        """The whole graph as it is now, for paper; None while there is none."""
        walk, done = self._walk, self._done

        def make(theme: Theme) -> list[GraphCanvas]:
            copy = GraphCanvas(ThemeManager(theme))
            if walk is not None:
                copy.show_walk(walk, done)
            return [copy]

        return None if walk is None else OffscreenPicture(self.tr("Computation graph"), self.size(), make)

    def paint_on(self, painter: QPainter) -> None:
        """Paint the graph as it is fitted or zoomed."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._walk is not None and self._layout is not None:
            painter.save()
            painter.setTransform(self._transform(), combine=True)
            painter.setOpacity(0.35 if self._stale else 1.0)
            GraphPainter(self._walk, self._layout, self._done, self._themes.theme, self.font()).paint(painter)
            painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_on(painter)
        theme = self._themes.theme
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP ** (event.angleDelta().y() / _NOTCH), event.position())
        else:
            self._move(QPointF(event.angleDelta()) * 0.5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        travel = event.position() - self._pressed
        if self._moved or travel.manhattanLength() >= QApplication.startDragDistance():
            self._moved = True
            self._move(travel)
            self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._moved:
            node = self.node_at(event.position())
            if node is not None:
                self.node_clicked.emit(node)
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.node_at(event.position()) is None:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Plus, keys.Key_Equal):
            self.zoom(_STEP)
        elif event.key() == keys.Key_Minus:
            self.zoom(1 / _STEP)
        elif event.key() == keys.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            node = self.node_at(QPointF(event.pos()))
            text = self.toolTip() if node is None else self.describe(node)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def describe(self, index: int) -> str:
        """A node with all figures of its numbers, as far as the steps have come."""
        assert self._walk is not None
        graph, moment = self._walk.graph, self._walk.moment(self._done)
        node = graph.nodes[index]
        lines = [f"{node.name} = {graph.text[node.start : node.end]}" if node.operation else node.name]
        if (value := moment.values[index]) is not None:
            lines.append(self.tr("value {number}").format(number=exact(value)))
        if (gradient := moment.gradients[index]) is not None:
            lines.append(f"{gradient_name(graph, index)} = {exact(gradient)}")
        return "\n".join(line for line in lines if line)

    def _move(self, by: QPointF) -> None:
        self._is_fitted = False
        self._shift += by
        self.update()
