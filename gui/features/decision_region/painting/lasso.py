"""The lasso selects samples by a line around them; a drag on the selected ones moves them."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from gui.features.decision_region.drag import Drag
from gui.features.decision_region.painting.strokes import MakeEdit, Stroke, StrokeSurface

Floats = NDArray[np.float64]

LEAST_STEP = 2.0  # pixels between two corners of the line


class LassoActions(Protocol):
    """What the lasso asks for; positions and outlines are in pixels of the viewport."""

    def show_loop(self, loop: QPolygonF) -> None:
        """Draw the line as far as it goes; an empty one takes it away."""

    def choose_inside(self, outline: QPainterPath, *, more: bool) -> None:
        """Select the samples inside; `more`: beside those selected."""

    def choose_at(self, position: QPointF, *, more: bool) -> None:
        """Select the sample there, or none; `more`: change whether it is selected."""


class LassoLine(Drag):
    """Draws the line; with `more` what it surrounds comes to what is selected."""

    def __init__(self, actions: LassoActions, start: QPointF, *, more: bool) -> None:
        super().__init__(start)
        self._actions, self._more = actions, more
        self._loop = QPolygonF([start])

    def drag(self, position: QPointF) -> None:
        if (position - self._loop.last()).manhattanLength() >= LEAST_STEP:
            self._loop.append(position)
            self._actions.show_loop(self._loop)

    def finish(self, position: QPointF) -> None:
        self._actions.show_loop(QPolygonF())
        if self.is_drag:
            outline = QPainterPath()
            outline.addPolygon(self._loop)
            outline.closeSubpath()
            self._actions.choose_inside(outline, more=self._more)
        else:
            self._actions.choose_at(self.start, more=self._more)

    def cancel(self) -> None:
        self._actions.show_loop(QPolygonF())


class ChooseAt(Protocol):
    """Selects the sample at a pixel, or none."""

    def __call__(self, position: QPointF, *, more: bool) -> None: ...


class MoveSurface(StrokeSurface, Protocol):
    """What a move of the selected samples needs beside."""

    def carry(self, pixels: Floats) -> None:
        """Draw the selected samples so far (2,) from where the stroke has found them."""

    def carried(self) -> MakeEdit:
        """The edit that moves them there."""


class MoveSelection(Stroke):
    """Carries the selected samples along; a click on one selects it alone."""

    def __init__(self, surface: MoveSurface, start: QPointF, choose_at: ChooseAt) -> None:
        super().__init__(surface, start)
        self._moves, self._choose_at = surface, choose_at
        self._is_ahead = False

    def follow(self, way: Floats) -> None:
        if self.is_drag:
            self._moves.carry(way[-1] - np.array(self.start.toTuple()))
            self._is_ahead = True

    def take_edit(self) -> MakeEdit | None:
        is_ahead, self._is_ahead = self._is_ahead, False
        return self._moves.carried() if is_ahead else None

    def finish(self, position: QPointF) -> None:
        super().finish(position)
        if not self.is_drag:
            self._choose_at(self.start, more=False)
