"""The hidden space beside the input plane: a sample that is pointed at or marked in one is marked in the other."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from engine.analysis.frame import Frame
from engine.analysis.hidden_space import HiddenChoice, HiddenSpace, hidden_space
from engine.project.project import Project
from engine.spec.plural import filled
from gui.document.document import Document
from gui.features.decision_region.editing.readout import sample_sentence
from gui.features.decision_region.hidden_space.choice_row import ChoiceRow
from gui.features.decision_region.hidden_space.code_space import CodeSpace
from gui.features.decision_region.hidden_space.drawings import (
    boundaries_on_show,
    code_drawing,
    code_scene,
    input_drawing,
    unit_names,
)
from gui.features.decision_region.hidden_space.printed_hidden_space import PrintedHiddenSpace
from gui.features.decision_region.hidden_space.sample_picture import MOST_POINTS, SamplePicture
from gui.features.decision_region.output_reading import Reading
from gui.features.decision_region.region_scene import wrong_samples
from gui.toolkit.containers.home import room
from gui.toolkit.containers.splitter import QuietSplitter
from gui.toolkit.labels.elided_note import ElidedNote
from gui.toolkit.look import wear
from gui.toolkit.marked_parts import NO_SAMPLES
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.network_names import layer_title
from gui.words.notation import Notation
from gui.words.number_text import grouped
from gui.words.plot_numbers import figures

Indices = NDArray[np.intp]


class HiddenSpaceView(View, QWidget):
    """`choice_changed`: other units are wanted, or none, as the view is hidden. `marked`: samples were chosen.

    `hovered`: what is under the mouse, in one sentence.
    """

    choice_changed = Signal()
    marked = Signal(object)
    hovered = Signal(str)

    def __init__(
        self,
        document: Document,
        themes: ThemeManager,
        notation: Notation,
        reading: Callable[[], Reading],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("hidden_space_view")
        self._document, self._themes, self._notation, self._reading = document, themes, notation, reading
        self._frame: Frame | None = None
        self._marks: Indices = NO_SAMPLES
        self._pointed: int | None = None  # the sample under the mouse, in any picture
        self.row = ChoiceRow(notation, self)
        self.inputs = SamplePicture("hidden_space_inputs", themes, notation, self)
        self.codes = SamplePicture("hidden_space_codes", themes, notation, self)
        self.space = CodeSpace(themes, self)
        self._note = ElidedNote("hidden_space_note", self)
        wear(self._note, caption=True)
        self._build()
        for picture in (self.inputs, self.codes, self.space):
            picture.pointed.connect(self._on_picture_pointed)
            picture.marked.connect(self.marked)
        self.row.chosen.connect(self._on_row_chosen)
        self.row.lines.toggled.connect(lambda _on: self._draw())
        notation.changed.connect(self._draw)
        document.changed.connect(self._on_document_changed)
        self.row.follow(document.project.network)
        self.follow_themes(themes)

    @property
    def choice(self) -> HiddenChoice | None:
        """The units along which a frame shall hold what their layer does; None while the view is hidden."""
        return self.row.choice if self.isVisible() else None

    def show_frame(self, frame: Frame) -> None:
        """Draw `frame` while visible, else when it is shown."""
        self._frame = frame
        if self.isVisible():
            self._draw()

    def picture(self) -> PrintedHiddenSpace | None:
        """Both pictures for paper, of the moment that the views show; None where no layer has two units."""
        frame, choice, data = self._frame, self.row.choice, self._document.dataset
        if frame is None or choice is None or frame.network != self._document.project.network:
            return None
        space = frame.hidden
        if space is None or space.choice != choice:
            plane = None if frame.plane is None else frame.plane.plane
            space = hidden_space(frame.network, frame.snapshot.parameters, data, choice, plane)
        if space is None or len(space.codes) != data.n_samples + data.n_test_samples:
            return None
        with_lines, camera = self.row.lines.isChecked(), self.space.camera
        return PrintedHiddenSpace(frame, space, data, self._reading(), self._notation, with_lines, camera)

    def caption(self) -> str | None:
        """What stands below the picture in a report."""
        frame, choice = self._frame, self.row.choice
        if frame is None or choice is None:
            return None
        layer = layer_title(choice.layer, len(frame.network.layers))
        text = self.tr("{layer}, epoch {epoch}: the input plane, and where the layer puts it.")
        return text.format(layer=layer, epoch=grouped(frame.snapshot.epoch))

    def show_marked(self, indices: Indices) -> None:
        """Mark the samples at `indices` in both pictures."""
        self._marks = indices
        for picture in (self.inputs, self.codes, self.space):
            picture.mark(indices)

    def show_neuron(self, neuron: tuple[int, int] | None) -> None:
        """Show the layer of a neuron that was selected on the diagram."""
        if neuron is not None and self.isVisible():
            self.row.show_layer(neuron[0])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.choice_changed.emit()
        self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.choice_changed.emit()

    @property
    def pictures(self) -> QWidget:
        """Both pictures, without the controls."""
        return self._pictures

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Hidden space"))
        keys = self.tr(
            "Up and Down go from sample to sample, a drag marks several, Esc none."
            " The wheel zooms, Home shows everything."
        )
        for picture, name in ((self.inputs, self.tr("Input plane")), (self.codes, self.tr("Plane of the units"))):
            picture.canvas.setAccessibleName(name)
            picture.canvas.setAccessibleDescription(keys)
        self._sides.name_parts(self.tr("Input plane"), self.tr("Hidden space"))
        self._draw()

    def apply_theme(self, theme: Theme) -> None:
        self._layout.setContentsMargins(theme.px(8), theme.px(4), theme.px(2), theme.px(2))
        self._draw()

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.codes)
        self._stack.addWidget(self.space)
        self._pictures = QWidget(self)
        self._sides = QuietSplitter("splitter_hidden_space", Qt.Orientation.Horizontal, self._pictures)
        room(self._pictures).addWidget(self._sides)
        self._sides.addWidget(self.inputs)
        self._sides.addWidget(self._stack)
        self._sides.setSizes([280, 320])
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(2)
        self._layout.addWidget(self.row)
        self._layout.addWidget(self._pictures, 1)
        self._layout.addWidget(self._note)

    # ------------------------------------------------------------------ drawing

    def _draw(self) -> None:
        frame, data = self._frame, self._document.dataset
        if frame is None or not self.isVisible() or frame.network != self._document.project.network:
            return
        space = frame.hidden
        if space is None or space.choice != self.row.choice:
            return
        count = data.n_samples + data.n_test_samples
        if len(space.codes) != count or frame.network.n_outputs != data.n_outputs:
            return
        reading, wrong = self._reading(), wrong_samples(data, frame)
        with_lines = self.row.lines.isChecked()
        left = input_drawing(frame, space, data, reading, notation=self._notation, with_lines=with_lines)
        if left is not None:
            self.inputs.draw(left, frame, wrong)
        if len(space.choice.units) == 2:
            self._stack.setCurrentWidget(self.codes)
            self.codes.draw(code_drawing(frame, space, data, reading, self._notation), frame, wrong)
        else:
            self._stack.setCurrentWidget(self.space)
            theme = self._themes.theme
            self.space.draw(*code_scene(frame, space, data, reading, notation=self._notation, theme=theme))
        self._tell(space)
        if self._pointed is not None:
            self._tell_pointed()

    def _tell(self, space: HiddenSpace) -> None:
        """Say what the picture leaves out."""
        parts, total = [], len(space.codes)
        if total > MOST_POINTS:
            text = self.tr("{drawn} of {total} points drawn.")
            parts.append(filled(text, drawn=grouped(MOST_POINTS), total=grouped(total)))
        if space.is_slice and space.boundaries:
            parts.append(self.tr("The border is that where the layer's other units are at their mean."))
        if space.boundaries and not boundaries_on_show(space):
            parts.append(self.tr("The next layer has too many units to draw their lines."))
        text = " ".join(parts)
        if text != self._note.whole:
            self._note.say(text, text)

    # ------------------------------------------------------------------ what happens

    def _on_picture_pointed(self, index: int | None) -> None:
        self._pointed = index
        for picture in (self.inputs, self.codes, self.space):
            picture.point_at(index)
        self._tell_pointed()

    def _tell_pointed(self) -> None:
        """Say what the moment on show makes of the sample under the mouse."""
        self.space.sentence = self._sentence(self._pointed)
        self.hovered.emit(self.space.sentence)

    def _sentence(self, index: int | None) -> str:
        """What the network answers to the sample, and what the units on the axes do."""
        frame = self._frame
        if index is None or frame is None or frame.hidden is None or index >= len(frame.hidden.codes):
            return ""
        space = frame.hidden
        names = unit_names(frame, space, self._notation)
        codes = ", ".join(f"{name} {figures(float(y))}" for name, y in zip(names, space.codes[index], strict=True))
        said = sample_sentence(self._document.dataset, frame, index, self._reading(), self._notation)
        return self.tr("{sample} – {codes}").format(sample=said, codes=codes)

    def _on_row_chosen(self) -> None:
        self.choice_changed.emit()

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.dataset != after.dataset:
            self.show_marked(NO_SAMPLES)
        if before.network != after.network:
            choice = self.row.choice
            self.row.follow(after.network)
            if self.row.choice != choice:
                self.choice_changed.emit()
