"""The line of the evaluation that describes the decision region on show by numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.analysis.frame import Frame
from engine.analysis.region_numbers import RegionNumbers, is_undecided, region_numbers
from engine.data.dataset import Dataset
from gui.toolkit.background_job import Background
from gui.toolkit.labels.elided_note import ElidedNote
from gui.toolkit.look import wear
from gui.toolkit.view import View
from gui.words.class_marks import class_names
from gui.words.plot_sentences import numbers_lines, numbers_sentence, numbers_sentences

if TYPE_CHECKING:
    from engine.network.plane_trace import PlaneTrace


class RegionLine(View, ElidedNote):
    """Hidden where there are no regions. The numbers are found beside the window, for the newest moment shown."""

    said = Signal()  # something, or nothing

    def __init__(self, parent: QWidget | None = None) -> None:
        self._shorter: tuple[str, ...] = ("",)
        super().__init__("evaluation_region", parent)
        wear(self, caption=True)
        self._background = Background("perceptra-regions", self)
        self._background.done.connect(self._on_background_done)
        self._waiting: tuple[Frame, Dataset] | None = None
        self._found: tuple[RegionNumbers, Dataset] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a moment is still to be described."""
        return self._waiting is not None or self._background.is_busy

    def show_frame(self, frame: Frame | None, data: Dataset) -> None:
        """Describe the region of `frame`, soon; None hides the line."""
        if frame is None or frame.plane is None or not _has_regions(frame.plane, data):
            self._waiting = self._found = None
            self._background.cancel()
            self.retranslate()
            return
        self._waiting = (frame, data)
        if not self._background.is_busy:
            self._find()

    def retranslate(self) -> None:
        if self._found is None:
            self.say("", "")
            self.said.emit()
            return
        numbers, data = self._found
        name, lines = class_names(data)[-1], numbers_lines(numbers, with_shape=True)
        self._shorter = (*(f"{name}: {line}" for line in lines if line and data.n_classes == 2), "")
        self.say(numbers_sentence(numbers, data), numbers_sentences(numbers, data))
        self.said.emit()

    def fit(self) -> None:
        """Say as much as there is room for, in whole words."""
        room, metrics = self.contentsRect().width(), self.fontMetrics()
        texts = (self.whole, *self._shorter)
        self.setText(next((text for text in texts if metrics.horizontalAdvance(text) <= room), ""))

    def _find(self) -> None:
        """Take up the newest moment; those in between are never looked at."""
        if self._waiting is None:
            return
        (frame, data), self._waiting = self._waiting, None
        self._background.submit(lambda _is_unwanted: _numbers(frame, data))

    def _on_background_done(self, found: tuple[RegionNumbers, Dataset] | None) -> None:
        self._found = found
        self.retranslate()
        self._find()


def _has_regions(trace: PlaneTrace, data: Dataset) -> bool:
    """Whether the samples lie on the plane and are told apart there."""
    is_whole = data.n_raw_inputs == 2 and trace.plane.oblique is None
    return is_whole and data.n_samples > 0 and data.task in ("binary", "classes")


def _numbers(frame: Frame, data: Dataset) -> tuple[RegionNumbers, Dataset] | None:
    trace = frame.plane
    if trace is None or is_undecided(trace.region, data):
        return None
    right = data.right(frame.outputs)
    found = None if right is None else region_numbers(trace.region, data, trace.plane, right)
    return None if found is None else (found, data)
