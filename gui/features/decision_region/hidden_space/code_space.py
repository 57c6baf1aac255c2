"""Samples, the bent input grid and the next layer's planes in the space of three units."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.features.decision_region.editing.point_editor import REACH
from gui.features.decision_region.space.space_painter import SpacePainter, SpaceScene, nearest
from gui.toolkit.drawing.box_painter import pixels_of
from gui.toolkit.marked_parts import NO_SAMPLES
from gui.toolkit.plots.turning_view import TurningView
from gui.toolkit.theme import Theme, ThemeManager

Indices = NDArray[np.intp]

_SQUARE = 11.0  # half a side, around a marked sample


class CodeSpace(TurningView):
    """`pointed` and `marked` as of `Brush`; a drag turns the space, so that single samples are marked by clicks."""

    pointed = Signal(object)
    marked = Signal(object)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__("hidden_space_turning", themes, parent)
        self._scene: SpaceScene | None = None
        self._drawn: Indices = NO_SAMPLES
        self._pointed: int | None = None
        self._marked: Indices = NO_SAMPLES
        self._pressed: QPointF | None = None
        self.sentence = ""
        self.follow_themes(themes)

    def draw(self, scene: SpaceScene, drawn: Indices) -> None:
        """Draw `scene`; its points are the samples at `drawn`."""
        self._scene, self._drawn = scene, drawn
        self.update()

    def point_at(self, index: int | None) -> None:
        """Mark the sample that the mouse is on in any picture."""
        self._pointed = index
        self.update()

    def mark(self, indices: Indices) -> None:
        """Mark the chosen samples."""
        self._marked = indices
        self.update()

    def position_of(self, place: NDArray[np.float64]) -> QPointF:
        """The pixel at which a point of the space appears."""
        assert self._scene is not None
        return pixels_of(self._scene.box.to_unit(place), self.camera, self.area())[0]

    def paint_space(self, painter: QPainter, theme: Theme) -> None:
        if self._scene is None:
            return
        SpacePainter(painter, self.area(), self.camera, theme).draw(self._scene)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place, index in zip(self._places(), self._drawn.tolist(), strict=True):
            if index == self._pointed or index in self._marked:
                colour, half = (theme.accent if index == self._pointed else theme.text), _SQUARE * theme.scale
                painter.setPen(QPen(QColor(colour), 2 * theme.scale))
                painter.drawRect(int(place.x() - half), int(place.y() - half), int(2 * half), int(2 * half))

    def sentence_at(self, position: QPointF) -> str:
        return self.sentence or self.accessibleDescription()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() == Qt.MouseButton.NoButton:
            self.pointed.emit(self._sample_at(event.position()))
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._pressed is not None and (event.position() - self._pressed).manhattanLength() <= 4:
            index = self._sample_at(event.position())
            self.marked.emit(NO_SAMPLES if index is None else np.array([index], dtype=np.intp))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and len(self._marked):
            self.marked.emit(NO_SAMPLES)
            event.accept()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Hidden space"))
        super().retranslate()

    def _places(self) -> list[QPointF]:
        if self._scene is None or not self._scene.points:
            return []
        places = np.array([point.place for point in self._scene.points])
        return pixels_of(self._scene.box.to_unit(places), self.camera, self.area())

    def _sample_at(self, position: QPointF) -> int | None:
        place = nearest(self._places(), position, REACH * self.themes.theme.scale)
        return None if place is None else int(self._drawn[place])
