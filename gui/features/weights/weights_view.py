"""The weights of a layer as they are now, and below how they, activations and gradients went over the run."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.analysis.frame import Frame
from engine.analysis.weight_history import WeightHistory
from engine.network.layer_parameters import layer_parts
from engine.project.project import Project
from engine.spec.plural import filled
from engine.spec.specs import NetworkSpec
from gui.document.document import Document
from gui.features.weights.history_chart import Course, HistoryChart
from gui.features.weights.weight_picture import HINTON, KINDS, MATRIX, ShownWeights, WeightPicture
from gui.toolkit.containers.splitter import QuietSplitter
from gui.toolkit.drawing.weight_scale import nice_span
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.segments import Segments
from gui.toolkit.export.offscreen_copy import OffscreenPicture
from gui.toolkit.flow_layout import FlowLayout
from gui.toolkit.labels.elided_note import ElidedNote
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.network_names import layer_title, short_title
from gui.words.notation import Notation
from gui.words.number_text import grouped
from gui.words.symbols import Symbols

WEIGHTS, ACTIVATIONS, GRADIENTS, STEPS = COURSES = ("weights", "activations", "gradients", "steps")


class WeightsView(View, QWidget):
    """`shown_changed`: it is on show now, or hidden. `hovered`: what is under the mouse, in one sentence.

    `pointed`: the part of the diagram that is looked at, as in `Annotations`; () for none.
    """

    shown_changed = Signal()
    hovered = Signal(str)
    pointed = Signal(tuple)

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("weights_view")
        self._document, self._themes, self._notation = document, themes, notation
        self._frame: Frame | None = None
        self._history: WeightHistory | None = None
        self._course = WEIGHTS
        self._span: float | None = None
        self.picture, self.chart = WeightPicture(themes, self), HistoryChart(themes, self)
        self._note = ElidedNote("weights_note", self)
        wear(self._note, caption=True)
        self._build()
        self._layers.chosen.connect(lambda _layer: self._draw())
        self._kinds.chosen.connect(self._on_kinds_chosen)
        self._courses.chosen.connect(self._on_courses_chosen)
        self.picture.pointed.connect(self._on_picture_pointed)
        notation.changed.connect(self._draw)
        document.changed.connect(self._on_document_changed)
        self.follow_themes(themes)

    def show_frame(self, frame: Frame) -> None:
        """Draw the weights of `frame` while visible, else when it is shown."""
        self._frame = frame
        if self.isVisible():
            self._draw()

    def show_history(self, history: WeightHistory) -> None:
        """Draw the course of the run."""
        self._history = history
        self._draw_course()

    def show_problem(self, sentence: str) -> None:
        """Say why there is no course."""
        self._history = None
        self.chart.show_nothing(sentence)

    def print_weights(self) -> OffscreenPicture | None:
        """The weights of the layer at the moment that the views show, for paper; None before that is known."""
        frame, network = self._frame, self._document.project.network
        if frame is None or frame.network != network:
            return None
        shown = self._shown_weights(network, frame.snapshot.parameters, self.layer)
        return self.picture.print_weights(self.weights_title(), shown)

    def print_course(self) -> OffscreenPicture | None:
        """The course of the run for paper; None while it is not on show: another run may have begun."""
        history = self._history_on_show() if self.isVisible() else None
        course = None if history is None else self._course_of(history)
        return None if course is None else self.chart.print_course(self.course_title(), course)

    def weights_title(self) -> str:
        """What the upper picture is called."""
        return self.tr("Weights of the layer")

    def course_title(self) -> str:
        """What the lower picture is called."""
        return self.tr("Course over the run")

    def weights_caption(self) -> str | None:
        """What stands below the weights in a report."""
        frame = self._frame
        if frame is None:
            return None
        layer = layer_title(self.layer, len(frame.network.layers))
        return self.tr("{layer}, epoch {epoch}: blue is positive, orange negative.").format(
            layer=layer, epoch=grouped(frame.snapshot.epoch)
        )

    def course_caption(self) -> str | None:
        """What stands below the course in a report."""
        history = self._history_on_show()
        course = None if history is None else self._course_of(history)
        return (
            None
            if course is None
            else self.tr("{quantity}, up to epoch {epoch}.").format(
                quantity=course.label, epoch=grouped(int(course.history.epochs[-1]))
            )
        )

    def show_neuron(self, neuron: tuple[int, int] | None) -> None:
        """Show the layer of a neuron that was selected on the diagram."""
        if neuron is not None and self.isVisible() and neuron[0] in self._layers.names():
            self._layers.show_name(neuron[0])
            self._draw()

    @property
    def layer(self) -> int:
        """The layer on show."""
        name = self._layers.name()
        return name if isinstance(name, int) else 0

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown_changed.emit()
        self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown_changed.emit()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Weights"))
        self._layers.setAccessibleName(self.tr("Layer"))
        self._layers.setToolTip(self.tr("The layer whose weights, activations and gradients are shown"))
        self._kinds.set_words(HINTON, self.tr("Squares"), self.tr("Hinton diagram: the area of a square is the weight"))
        self._kinds.set_words(MATRIX, self.tr("Matrix"), self.tr("A coloured cell for each weight, with its number"))
        words = (
            (WEIGHTS, self.tr("Weights"), self.tr("How the weights of the layer were distributed over the run")),
            (ACTIVATIONS, self.tr("Activations"), self.tr("What the layer's units answered to the samples")),
            (GRADIENTS, self.tr("Gradients"), self.tr("How large the derivatives ∂E/∂w were, in powers of ten")),
            (STEPS, self.tr("Step size"), self.tr("How far the weights move in a pass, as a share of their size")),
        )
        for course, title, hint in words:
            self._courses.set_words(course, title, hint)
        self.picture.setAccessibleName(self.weights_title())
        self.picture.setAccessibleDescription(self.tr("The arrow keys go from weight to weight."))
        self.chart.setAccessibleName(self.course_title())
        self._sides.name_parts(self.weights_title(), self.course_title())
        self._offer_layers()
        self._draw()

    def apply_theme(self, theme: Theme) -> None:
        for layout in (self._layout, self._below):
            layout.setContentsMargins(theme.px(8), theme.px(4), theme.px(6), theme.px(2))

    def _build(self) -> None:
        self._layers = ChoiceBox(self)
        self._layers.setObjectName("weights_layer")
        self._layers.setMinimumContentsLength(11)
        self._kinds = Segments(KINDS, "weights_kind_", self)
        self._kinds.show_chosen(HINTON)
        self._courses = Segments(COURSES, "weights_course_", self)
        self._courses.show_chosen(self._course)
        row = FlowLayout(spacing=6)
        row.addWidget(self._layers)
        row.addWidget(self._kinds)
        lower = QWidget(self)
        self._below = QVBoxLayout(lower)
        course_row = FlowLayout()
        course_row.addWidget(self._courses)
        self._below.addLayout(course_row)
        self._below.addWidget(self.chart, 1)
        self._below.addWidget(self._note)
        self._sides = QuietSplitter("splitter_weights", Qt.Orientation.Vertical, self)
        self._sides.addWidget(self.picture)
        self._sides.addWidget(lower)
        self._sides.setSizes([240, 260])
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(2)
        self._layout.addLayout(row)
        self._layout.addWidget(self._sides, 1)

    # ------------------------------------------------------------------ drawing

    def _offer_layers(self) -> None:
        """Those of the network; the one on show stays, or the last one comes."""
        count, chosen = len(self._document.project.network.layers), self.layer
        self._layers.offer([(layer, layer_title(layer, count)) for layer in range(count)])
        self._layers.show_name(min(chosen, count - 1))

    def _draw(self) -> None:
        frame, network = self._frame, self._document.project.network
        if frame is None or not self.isVisible() or frame.network != network:
            return
        self.picture.show_weights(self._shown_weights(network, frame.snapshot.parameters, self.layer))
        self.chart.show_epoch(frame.snapshot.epoch)
        self._draw_course()

    def _shown_weights(self, network: NetworkSpec, values: np.ndarray, layer: int) -> ShownWeights:
        """With a row for thresholds, or for the widths of an RBF layer, with the sign in which they are written."""
        finite = values[np.isfinite(values)]
        self._span = nice_span(float(np.abs(finite).max(initial=0.0)), self._span)
        symbols = Symbols(
            self._notation, len(network.layers), self._document.dataset.input_names, rbf=bool(network.rbf)
        )
        weights, biases = layer_parts(network, values)[layer]
        turned = [symbols.bias_value(layer, float(value)) for value in biases]
        n_sources, units = weights.shape
        rows = [symbols.neuron(layer - 1, source) for source in range(n_sources)]
        threshold = "σ" if symbols.is_rbf(layer) else self._notation.bias()
        columns = [symbols.neuron(layer, unit) for unit in range(units)]
        return ShownWeights(np.vstack([weights, turned]), [*rows, threshold], columns, self._span)

    def _draw_course(self) -> None:
        history = self._history_on_show()
        if history is None:
            self._note.say("", "")
            return
        course = self._course_of(history)
        if course is None:
            self.chart.show_nothing(self.tr("A unit of this network has no slope, so there is no gradient."))
        else:
            self.chart.show_course(course)
        self._tell_samples(history)

    def _history_on_show(self) -> WeightHistory | None:
        history = self._history
        is_of_network = history is not None and len(history.weights) == len(self._document.project.network.layers)
        return history if is_of_network else None

    def _course_of(self, history: WeightHistory) -> Course | None:
        """What is chosen of it, in the language in force; None for gradients where there are none."""
        layer, count = self.layer, len(self._document.project.network.layers)
        if self._course == STEPS:
            names = [short_title(each, count) for each in range(count)]
            return Course(history, None, self.tr("|Δw| / |w| in a pass"), names)
        if self._course == GRADIENTS and not history.gradients:
            return None
        labels = {
            WEIGHTS: self.tr("Weights of: {layer}"),
            ACTIVATIONS: self.tr("Activations of: {layer}"),
            GRADIENTS: self.tr("log₁₀ |∂E/∂w| of: {layer}"),
        }
        histograms = getattr(history, self._course)
        return Course(history, histograms[layer], labels[self._course].format(layer=layer_title(layer, count)))

    def _tell_samples(self, history: WeightHistory) -> None:
        total = self._document.dataset.n_samples
        text = ""
        if self._course in (ACTIVATIONS, GRADIENTS) and history.n_samples < total:
            text = filled(
                self.tr("Computed for {count} of {total} samples"),
                count=grouped(history.n_samples),
                total=grouped(total),
            )
        if text != self._note.whole:
            self._note.say(text, text)

    # ------------------------------------------------------------------ what happens

    def _on_picture_pointed(self, row: int, column: int) -> None:
        n_sources = self._document.project.network.sizes[self.layer]
        part = () if row < 0 else (self.layer, column, row) if row < n_sources else (self.layer, column)
        self.pointed.emit(part)
        self.hovered.emit(self.picture.spoken_sentence())

    def _on_kinds_chosen(self, kind: str) -> None:
        self._kinds.show_chosen(kind)
        self.picture.show_kind(kind)

    def _on_courses_chosen(self, course: str) -> None:
        self._course = course
        self._courses.show_chosen(course)
        self._draw_course()

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.network != after.network:
            self._span = None
            self._offer_layers()
            self.show_problem("")
