"""The selected samples are moved, jittered, thinned out, removed, or given another class."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, QPointF, Signal
from PySide6.QtGui import QPainterPath, QTransform

from engine.project.edits import surplus
from gui.document.commands import points as commands
from gui.document.document import Document
from gui.features.decision_region.editing.point_editor import PointEditor
from gui.features.decision_region.painting.selection import NONE, inside
from gui.features.decision_region.painting.stroke_canvas import StrokeCanvas
from gui.words.number_text import grouped

Indices = NDArray[np.intp]

JITTER = 0.02  # standard deviation as share of what the axis shows


class SelectedSamples(QObject):
    """Selects samples and edits those selected, each edit an undoable step of its own.

    Jitter and thinning out take all samples where none is selected.
    """

    changed = Signal()

    def __init__(self, document: Document, editor: PointEditor, strokes: StrokeCanvas) -> None:
        super().__init__(strokes)
        self._document, self._editor, self._strokes = document, editor, strokes
        self._canvas = editor.canvas
        self._selection = strokes.selection
        self._count = self._total()

    # ------------------------------------------------------------------ selecting

    def select_all(self) -> None:
        """Select every sample."""
        self._set(np.arange(self._total()))

    def select_none(self) -> None:
        """Select no sample."""
        self._set(NONE)

    def invert(self) -> None:
        """Select what is not selected, and nothing else."""
        self._set(np.setdiff1d(np.arange(self._total()), self._selection.indices))

    def choose_inside(self, outline: QPainterPath, *, more: bool) -> None:
        viewport = self._canvas.viewport().size()
        within = inside(outline, self._strokes.sample_pixels(), viewport.width(), viewport.height())
        chosen, drawn = np.flatnonzero(within), self._to_plane().map(outline)
        if more:
            self._selection.add(chosen, drawn)
        else:
            self._selection.set(chosen, drawn if len(chosen) else None)
        self.changed.emit()

    def choose_at(self, position: QPointF, *, more: bool) -> None:
        index = self._editor.index_at(position)
        if index is not None and more:
            self._selection.toggle(index)
            self.changed.emit()
        elif not more:
            self._set(NONE if index is None else np.array([index]))

    def grabs(self, position: QPointF) -> bool:
        """Whether a press there takes hold of what is selected."""
        index = self._editor.index_at(position)
        return self._selection.holds(*self._canvas.point_at(position)) or (
            index is not None and index in self._selection
        )

    def follow_data(self) -> None:
        """The samples are others: those selected still are where there are as many as before.

        An edit of a tool knows itself what is selected after it.
        """
        before, self._count = self._count, self._total()
        if before != self._count and not self._strokes.is_editing:
            self.select_none()

    # ------------------------------------------------------------------ editing

    def set_class(self, label: int) -> None:
        """Make the selected samples of class `label`."""
        if len(self._selection):
            self._edit(lambda: commands.set_points_class(self._document, self._selection.indices, label))

    def jitter(self) -> None:
        """Move them a little at random, along the axes of the picture."""
        plane, data = self._editor.plane(), self._document.dataset
        if plane.oblique is not None:
            self._editor.refuse()
            return
        across, up = (float(np.ptp(ends)) * JITTER for ends in self._canvas.getViewBox().viewRange())
        spread = plane.moved_to(np.zeros((1, len(plane.fixed))), np.array([[across, up]]))[0]
        heights = up if data.task == "values" and plane.y_axis is None else None
        self._edit(lambda: commands.jitter(self._document, self._taken(), spread, self._strokes.rng, heights))

    def thin_out(self) -> None:
        """Remove half of them, of every class half."""
        self._remove(surplus(self._document.project, self._taken(), self._strokes.rng), commands.thin_out)

    def remove(self) -> None:
        """Remove the selected samples."""
        if len(self._selection):
            self._remove(self._selection.indices, commands.remove_points)

    def sentence(self) -> str:
        """How many are selected, and what can be done with them."""
        text = QCoreApplication.translate(
            "Painting",
            "Selected samples: {count}. A drag moves them, Delete removes them, a key 1 to 9 or 0 sets their class.",
        )
        return text.format(count=grouped(len(self._selection)))

    # ------------------------------------------------------------------ within

    def _remove(self, removed: Indices, command: Callable[[Document, Indices], bool]) -> None:
        before = self._total()
        self._edit(lambda: command(self._document, removed))
        if self._total() != before:
            self._selection.forget(removed)
            self.changed.emit()

    def _edit(self, edit: Callable[[], bool]) -> None:
        self._strokes.is_editing = True
        try:
            edit()
        finally:
            self._strokes.is_editing = False

    def _taken(self) -> Indices:
        return self._selection.indices if len(self._selection) else np.arange(self._total())

    def _total(self) -> int:
        data = self._document.dataset
        return data.n_samples + data.n_test_samples

    def _set(self, indices: Indices) -> None:
        if len(indices) or len(self._selection):
            self._selection.set(indices)
            self.changed.emit()

    def _to_plane(self) -> QTransform:
        """From pixels of the viewport to points of the plane."""
        origin, unit = (self._canvas.points_at(np.array(pixel)) for pixel in ((0.0, 0.0), (1.0, 1.0)))
        return QTransform(unit[0] - origin[0], 0, 0, unit[1] - origin[1], *origin)
