"""The settings beside the features: scaling, the split into training and test samples, noise."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QWidget

from engine.data.datasets import DatasetSpec, settings_of
from engine.data.datasets.generators import MAX_NOISE
from engine.data.preprocessing import MIN_MAX, NONE, PLUS_MINUS, STANDARDISE
from engine.project.edits import Shape
from engine.spec.value_checks import LARGEST_SEED
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.view import View


class ShapeFields(View, QWidget):
    """Only what makes a difference for these data is shown."""

    changed = Signal()

    def __init__(self, spec: DatasetSpec, shape: Shape, has_values: bool, parent: QWidget | None = None) -> None:
        """has_values: whether the targets are real values, which can be scaled."""
        super().__init__(parent)
        self._is_own = spec.name == "custom"
        self.scaling, self.target_scaling = ChoiceBox(self), ChoiceBox(self)
        self.test_share = NumberBox(0.0, 95.0, 5.0, parent=self)
        self.stratified = QCheckBox(self)
        self.seed = CountBox(0, LARGEST_SEED, parent=self)
        self.noise = NumberBox(0.0, MAX_NOISE, 0.05, parent=self)
        self._rows: list[tuple[str, QWidget]] = [
            ("scaling", self.scaling),
            ("target_scaling", self.target_scaling),
            ("test_share", self.test_share),
            ("stratified", self.stratified),
            ("noise", self.noise),
            ("seed", self.seed),
        ]
        able = {"scaling", *settings_of(spec.name), *(("noise",) if self._is_own else ())}
        able |= {"target_scaling"} if has_values else set()
        self._captions: dict[str, QLabel] = {}
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for name, control in self._rows:
            control.setObjectName(f"shape_{name}")
            caption = QLabel(self)
            caption.setBuddy(control)
            self._captions[name] = caption
            layout.addRow(caption, control)
            layout.setRowVisible(control, name in able)
        self.retranslate()
        self.show_shape(shape)
        for choice in (self.scaling, self.target_scaling):
            choice.chosen.connect(lambda _name: self.changed.emit())
        self.stratified.toggled.connect(lambda _on: self.changed.emit())
        for box in (self.test_share, self.noise, self.seed):
            box.valueChanged.connect(lambda _value: self.changed.emit())

    def shape(self, before: Shape) -> Shape:
        """`before` with what is set here."""
        share = self.test_share.value() / 100
        is_same = abs(share - before.test_share) < 1e-9  # a share that came with a test file has more digits
        return replace(
            before,
            scaling=str(self.scaling.name()),
            target_scaling=str(self.target_scaling.name()),
            test_share=before.test_share if is_same else share,
            stratified=self.stratified.isChecked(),
            noise=self.noise.value(),
            seed=self.seed.value(),
        )

    def show_shape(self, shape: Shape) -> None:
        """Show what is set, without announcing it."""
        self.scaling.show_name(shape.scaling)
        self.target_scaling.show_name(shape.target_scaling)
        self.test_share.show_number(round(100 * shape.test_share, 9))
        with QSignalBlocker(self.stratified):
            self.stratified.setChecked(shape.stratified)
        self.noise.show_number(shape.noise)
        self.seed.show_number(shape.seed)

    def retranslate(self) -> None:
        for choice in (self.scaling, self.target_scaling):
            choice.offer(
                [
                    (NONE, self.tr("As they are")),
                    (STANDARDISE, self.tr("Mean 0, deviation 1")),
                    (MIN_MAX, self.tr("From 0 to 1")),
                    (PLUS_MINUS, self.tr("From −1 to 1")),
                ]
            )
        noise = (
            (self.tr("Add noise"), self.tr("Moves every sample once, at random, by this standard deviation"))
            if self._is_own
            else (self.tr("Noise"), self.tr("Moves every point at random; the standard deviation"))
        )
        self._name("scaling", self.tr("Scale the inputs"), self.tr("By the numbers of the training samples alone"))
        self._name(
            "target_scaling",
            self.tr("Scale the targets"),
            self.tr("The network learns scaled targets; tables, region and exports keep your units"),
        )
        self._name("test_share", self.tr("Test share %"), self.tr("The part that is kept for testing, in percent"))
        self._name("noise", *noise)
        self._name("seed", self.tr("Data seed"), self.tr("Draws the split and the noise; the same seed, the same draw"))
        self._name("stratified", "", self.tr("Of every class the same share is kept for testing, as exactly as can be"))
        self.stratified.setText(self.tr("Keep the share of every class"))
        self.stratified.setAccessibleName(self.stratified.text())

    def _name(self, name: str, caption: str, tooltip: str) -> None:
        control = dict(self._rows)[name]
        self._captions[name].setText(caption)
        control.setToolTip(tooltip)
        control.setAccessibleName(caption)
        control.setAccessibleDescription(tooltip)
