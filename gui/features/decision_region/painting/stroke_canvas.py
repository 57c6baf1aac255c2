"""Strokes draw on the picture first, and on the project as soon as there is time; a stroke is one undoable step."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from engine.data.datasets.generators import MAX_SAMPLES
from engine.data.plane import Plane
from engine.project import edits
from engine.spec.plural import filled
from gui.document.commands.gesture_step import GestureStep
from gui.document.document import Document
from gui.features.decision_region.output_reading import Reading
from gui.features.decision_region.painting.preview import StrokePreview
from gui.features.decision_region.painting.selection import Selection
from gui.features.decision_region.painting.strokes import MakeEdit, Stroke
from gui.features.decision_region.painting.tools import Strength
from gui.features.decision_region.region_canvas import RegionCanvas
from gui.features.decision_region.sample_layer import VALUES, SampleLayer
from gui.features.decision_region.slices.plane_choice import all_inputs, all_targets
from gui.words.number_text import grouped

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

FRAME_MS = 16


FEW = 500  # of so few samples every edit is quick, whatever a busy moment of the machine seems to say
MOST_S = 0.016  # a frame: an edit that takes longer waits for the end of the stroke, so that the mouse is never behind
LEAST_PAUSE_S = 0.04
PAUSES = 6  # times as long as an edit took, others have the window to themselves
_GUESS = (0.005, 500.0)  # seconds, and samples: before anything was measured


class StrokeTiming:
    """Learns from every edit what the next one will cost; with so many samples more, so much more."""

    def __init__(self) -> None:
        self._cost, self._count = _GUESS
        self._free_at = 0.0

    def is_due(self, n_samples: int) -> bool:
        """Whether the project of so many samples should be edited now."""
        estimate = self._cost * max(1.0, n_samples / self._count)
        return (n_samples <= FEW or estimate <= MOST_S) and time.monotonic() >= self._free_at

    def took(self, seconds: float, n_samples: int) -> None:
        """An edit that left so many samples took so long."""
        self._cost, self._count = seconds, max(float(n_samples), 1.0)
        self._free_at = time.monotonic() + max(LEAST_PAUSE_S, PAUSES * seconds)


class StrokeCanvas(QObject):
    """Carries one stroke at a time from `start` to its end; see `strokes.StrokeSurface`.

    `plane`, `label` and `reading` give axes, chosen class and output shown. Places are drawn from `rng`.
    """

    carried_on = Signal()  # the selected samples are drawn elsewhere

    def __init__(
        self,
        document: Document,
        canvas: RegionCanvas,
        samples: SampleLayer,
        *,
        plane: Callable[[], Plane],
        label: Callable[[], int],
        reading: Callable[[], Reading],
        rng: np.random.Generator,
    ) -> None:
        super().__init__(canvas)  # a stroke ends with the canvas
        self._document, self._canvas, self._samples = document, canvas, samples
        self._plane, self._label, self._reading = plane, label, reading
        self.rng = rng
        self.strength, self.scale = Strength(), 1.0
        self.selection = Selection()
        self.offset = np.zeros(2)  # how far, in the plane, the selected samples are from where the stroke found them
        self.is_editing = False
        self._preview = StrokePreview(canvas.getViewBox(), samples)
        self._timing = StrokeTiming()
        self._stroke: Stroke | None = None
        self._step = GestureStep(document, "")
        self._class = 0
        self._look: dict[str, Any] | None = None
        self._n_pending = 0  # samples that are drawn and not yet in the project
        self._found = np.empty((0, 2))  # where the selected samples stood when the stroke began
        self._settled = np.zeros(2)  # how far from there the project has them
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def is_busy(self) -> bool:
        """Whether a stroke goes on."""
        return self._stroke is not None

    @property
    def reach(self) -> float:
        return self.strength.spread * self.scale

    @property
    def density(self) -> int:
        return self.strength.density

    # ------------------------------------------------------------------ a stroke from start to end

    def start(self, text: str, make: Callable[[], Stroke]) -> Stroke:
        """Begin the stroke that `make` makes, an undoable step called `text`."""
        self._step = GestureStep(self._document, text)
        self._class = self._label()
        self._look = None
        self._n_pending = 0
        self._found = self._samples.positions[self.selection.indices]
        self._settled = np.zeros(2)
        self._stroke = make()
        self._timer.start()
        return self._stroke

    def end(self) -> None:
        self._commit()
        self._stop()
        self.selection.outline.translate(*self._settled)
        self._stop_carrying()

    def take_back(self) -> None:
        self._stop()
        self._preview.restore()
        self.is_editing = True
        self._step.take_back()
        self.is_editing = False
        self._stop_carrying()

    def drop(self) -> None:
        """End the stroke and leave the project, which somebody else has changed, as it is."""
        self._stop()
        self._preview.clear()
        self._stop_carrying()

    def _stop(self) -> None:
        self._timer.stop()
        self._stroke = None

    def _stop_carrying(self) -> None:
        self.offset = np.zeros(2)
        self.carried_on.emit()

    def _on_timer_timeout(self) -> None:
        if self._stroke is not None:
            self._stroke.tick()
            data = self._document.dataset
            if self._timing.is_due(data.n_samples + data.n_test_samples):
                self._commit()

    def _commit(self) -> None:
        """Let the project follow what the stroke has done so far."""
        make = None if self._stroke is None else self._stroke.take_edit()
        if make is None:
            return
        begun = time.monotonic()
        self.is_editing = True
        try:
            is_changed = self._step.apply(make)
        finally:
            self.is_editing = False
        self._n_pending = 0
        if is_changed:
            self._preview.clear()
            self._settled = self.offset
        else:  # refused, and said why: a derived feature may have no value there
            self._preview.restore()
        data = self._document.dataset
        self._timing.took(time.monotonic() - begun, data.n_samples + data.n_test_samples)

    # ------------------------------------------------------------------ what strokes ask for

    def sample_pixels(self) -> Floats:
        return self._canvas.pixels_at(self._samples.positions)

    def show_new(self, pixels: Floats) -> Floats:
        area, data = self._canvas.picture_area(), self._document.dataset
        inside = (pixels >= [area.left(), area.top()]) & (pixels <= [area.right(), area.bottom()])
        points = self._canvas.points_at(pixels[inside.all(axis=1)])
        room = MAX_SAMPLES - data.n_samples - data.n_test_samples - self._n_pending
        if len(points) > room:
            points = points[:room]
            text = QCoreApplication.translate(
                "Painting", "The data set is full: it holds {limit} samples, the most that there can be."
            )
            self._document.noticed.emit(filled(text, limit=grouped(MAX_SAMPLES)))
        self._n_pending += len(points)
        self._preview.add(points, self._look_of(points))
        return points

    def hide(self, indices: Indices) -> None:
        self._preview.hide(indices)

    def added(self, points: Floats) -> MakeEdit:
        rows = self._plane().inputs_at(points)
        labels = points[:, 1] if self._document.dataset.task == "values" else np.array(self._class)
        return lambda project: edits.add_points(project, rows, labels)

    def carry(self, pixels: Floats) -> None:
        by = self._canvas.points_at(pixels) - self._canvas.points_at(np.zeros(2))
        if self._document.dataset.task != "values" and self._plane().y_axis is None:
            by[1] = 0.0  # a class has its height
        self.offset = by
        self._preview.move(self.selection.indices, by - self._settled)
        self.carried_on.emit()

    def carried(self) -> MakeEdit:
        data, plane, indices = self._document.dataset, self._plane(), self.selection.indices
        points = self._found + self.offset
        rows = plane.moved_to(all_inputs(data)[indices], points)
        targets = None
        if data.task == "values" and plane.y_axis is None:
            targets = all_targets(data)[indices]
            targets[:, self._reading().column] = points[:, 1]
        return lambda project: edits.move_points(project, indices, rows, targets)

    def _look_of(self, points: Floats) -> dict[str, Any]:
        """Made once a stroke: pyqtgraph draws each pen and brush anew. Values have a colour each."""
        is_value = self._document.dataset.task == "values"
        if self._look is None or is_value:
            label = VALUES if is_value else self._class
            self._look = self._samples.look(label, is_test=False, values=points[:, 1], reading=self._reading())
        return self._look
