"""The last hidden layer's two outputs span a plane, on which one line may separate the classes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.analysis.frame import Frame
from engine.analysis.hidden_plane import answers, code_range, has_hidden_plane, hidden_codes
from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.network.plane_trace import PlaneTrace
from gui.document.document import Document
from gui.features.decision_region.code_labels import CodeLabels, code_words
from gui.features.decision_region.drag import Drag
from gui.features.decision_region.hidden.coded_samples import coded_samples
from gui.features.decision_region.hidden.hidden_lines import HiddenLines
from gui.features.decision_region.output_reading import Reading, reading_of
from gui.features.decision_region.printed.region import PrintedRegion, RegionMoment, RegionSetting
from gui.features.decision_region.region_canvas import RegionCanvas
from gui.features.decision_region.region_scene import RegionScene, wrong_samples
from gui.toolkit.plots.plot_focus import is_plain
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.notation import Notation
from gui.words.plot_names import output_name
from gui.words.plot_numbers import figures
from gui.words.plot_sentences import region_sentence

PIXELS = 64
PAPER_PIXELS = 200


@dataclass(frozen=True, eq=False)
class PrintedHidden(PrintedRegion):
    """A picture of the output layer's region over the hidden codes; `inputs`: what is written below the samples."""

    inputs: NDArray[np.float64] | None = None

    @property
    def words(self) -> NDArray[np.float64] | None:
        return self.inputs

    def picture_title(self) -> str:
        return QCoreApplication.translate("Pictures", "Hidden plane")

    def refined(self) -> PrintedHidden:
        return self


class HiddenPlane(View, QWidget):
    """Shows samples at their hidden codes, over the map and the line of the output layer."""

    hovered = Signal(str)

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("hidden_plane")
        self._document, self._themes, self._notation = document, themes, notation
        self._frame: Frame | None = None
        self._codes = np.empty((0, 2))
        self._limits: tuple[float, float] | None = None
        self._labels_written: tuple[object, ...] = ()
        self.canvas = RegionCanvas()
        self.canvas.setObjectName("hidden_canvas")
        self.canvas.keys = frozenset()
        self.canvas.setMinimumSize(180, 110)
        self.scene = RegionScene(self.canvas, themes.theme)
        self.lines = HiddenLines(document, self.canvas, themes.theme, notation, self._plane)
        self.labels = CodeLabels(self.canvas.getViewBox())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.lines.strip)
        self.canvas.pointed_at.connect(self._on_canvas_pointed_at)
        self.canvas.take_gestures_from(self._begin)
        self.canvas.key_pressed.connect(self._on_canvas_key_pressed)
        self.canvas.left.connect(lambda: self.hovered.emit(""))
        self.canvas.getViewBox().sigResized.connect(self._draw)
        notation.changed.connect(self._draw)
        self.follow_themes(themes)

    @property
    def codes(self) -> np.ndarray:
        """Where the samples stand, (n, 2): training samples, then test samples."""
        return self._codes

    @property
    def equations(self) -> list[str]:
        """What the strip says."""
        return [row.text for row in self.lines.strip.rows if not row.isHidden()]

    def show_frame(self, frame: Frame) -> None:
        """Draw `frame` while visible, else when it is shown."""
        self._frame = frame
        self.lines.show_frame(frame)
        if self.isVisible():
            self._draw()

    def position_of(self, y1: float, y2: float) -> QPointF:
        """The pixel of the canvas's viewport at a code."""
        return self.canvas.pixel_at(y1, y2)

    def picture(self) -> PrintedHidden | None:
        """The plane as it is now, for paper; None while it is hidden or cannot be drawn."""
        frame, data = self._frame, self._document.dataset
        is_drawn = self.scene.drawn is not None and len(self._codes) == data.n_samples + data.n_test_samples
        if frame is None or frame.network != self._document.project.network or not (self.isVisible() and is_drawn):
            return None
        plane, values = self._plane(), frame.snapshot.parameters
        coded = coded_samples(data, self._codes, self.lines.symbols())
        region = answers(frame.network, values, plane.inputs(PAPER_PIXELS, PAPER_PIXELS))
        trace = PlaneTrace(plane, region.reshape(PAPER_PIXELS, PAPER_PIXELS, -1), ())
        setting = RegionSetting(frame.network, coded, plane, plane.y_range, reading_of(coded), equal=True)
        moment = RegionMoment(setting, values, trace, wrong_samples(data, frame))
        inputs = np.vstack([data.raw_inputs, data.raw_test_inputs])
        return PrintedHidden(moment, self._notation, size=self.size(), inputs=inputs)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Hidden plane"))
        self.canvas.sentence = lambda: region_sentence(None if self._frame is None else self._frame.snapshot)
        self.canvas.setAccessibleName(self.tr("Hidden plane"))
        self._draw()

    def apply_theme(self, theme: Theme) -> None:
        self.scene.apply_theme(theme)
        self._labels_written = ()  # an axis that takes a theme forgets its name
        self.lines.apply_theme(theme)
        self._draw()

    # ------------------------------------------------------------------ drawing

    def _draw(self) -> None:
        frame = self._frame
        project, data = self._document.project, self._document.dataset
        if frame is None or frame.network != project.network or not has_hidden_plane(project.network):
            return
        if not self.isVisible() or data.n_outputs != frame.network.n_outputs or data.n_inputs != frame.network.n_inputs:
            return
        values, network = frame.snapshot.parameters, frame.network
        inputs = np.vstack([data.inputs, data.test_inputs])
        self._codes = hidden_codes(network, values, inputs)
        if not np.isfinite(self._codes).all() or not np.isfinite(values).all():
            return
        limits = code_range(network, self._codes)
        if limits != self._limits:
            self._limits = limits
            self.canvas.show_ranges(limits, limits, equal=True)
        plane = self._plane()  # equal scales show more along the longer side
        coded = coded_samples(data, self._codes, self.lines.symbols())
        reading = reading_of(coded)
        region = answers(network, values, plane.inputs(PIXELS, PIXELS)).reshape(PIXELS, PIXELS, -1)
        self._label_axes(coded, plane, reading)
        self.scene.samples.show_samples(coded, plane, reading, self._themes.theme)
        self.scene.draw(PlaneTrace(plane, region, ()), reading, hard=False)
        wrong = wrong_samples(data, frame)
        if wrong is not None:
            self.scene.samples.show_misses(wrong)
        self._draw_overlays()

    def _label_axes(self, coded: Dataset, plane: Plane, reading: Reading) -> None:
        """Laying the axes out takes longer than all the rest: only where they say something else."""
        labels = (
            *self.lines.symbols(),
            output_name(reading.column, coded.n_outputs, self._notation),
            self._themes.theme,
        )
        if labels != self._labels_written:
            self._labels_written = labels
            self.scene.label_axes(coded, plane, reading, self._notation)
            self.scene.colour_bar.setVisible(False)  # the map of the inputs has the same scale

    def _plane(self) -> Plane:
        """The part of the hidden plane on screen."""
        x_range, y_range = self.canvas.getViewBox().viewRange()
        return Plane(0, 1, tuple(x_range), tuple(y_range), (0.0, 0.0))

    def _draw_overlays(self) -> None:
        self.lines.redraw()
        self._write_labels(self.canvas.picture_area().topLeft(), self._themes.theme)

    def _write_labels(self, origin: QPointF, theme: Theme) -> None:
        data = self._document.dataset
        inputs = np.vstack([data.inputs, data.test_inputs])
        self.labels.show_labels(code_words(self._codes, inputs, self.canvas.pixels_at, origin), theme)

    # ------------------------------------------------------------------ what happens

    def _on_canvas_pointed_at(self, position: QPointF) -> None:
        grip = self.lines.grip_at(position)
        self.canvas.viewport().setCursor(QCursor() if grip is None else self.lines.cursor(grip))
        if grip is not None:
            self.hovered.emit(self.lines.sentence(grip))
            return
        inside = self.canvas.picture_area().contains(position)
        self.hovered.emit(self._sentence(*self.canvas.point_at(position)) if inside and self._frame else "")

    def _on_canvas_key_pressed(self, event: QKeyEvent) -> None:
        if is_plain(event) and self.lines.press(event):
            event.accept()

    def _begin(self, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier, position: QPointF) -> Drag | None:
        """A press on a line moves or turns it; samples stay where the weights put them."""
        grip = self.lines.grip_at(position)
        return None if grip is None else self.lines.begin(button, modifiers, position, grip)

    def _sentence(self, y1: float, y2: float) -> str:
        frame = self._frame
        if frame is None or not has_hidden_plane(frame.network):
            return ""
        outputs = answers(frame.network, frame.snapshot.parameters, np.array([[y1, y2]]))[0]
        first, second = self.lines.symbols()
        text = self.tr("Hidden plane: {first} = {y1}, {second} = {y2} → output {outputs}")
        values = ", ".join(figures(float(value)) for value in outputs[:4])
        return text.format(first=first, y1=figures(y1), second=second, y2=figures(y2), outputs=values)
