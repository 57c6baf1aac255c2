"""This module defines the row above the steps: the sample, the seven steps, and the button that makes one."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QWidget

from engine.network.back_propagation import STEPS
from gui.features.back_propagation.steps.step_texts import step_title
from gui.toolkit.buttons import TableButton, keep_whole
from gui.toolkit.flow_layout import FlowLayout
from gui.toolkit.theme import BUTTON_HEIGHT, Theme
from gui.toolkit.view import View

_SHORT_NAME, _LONG_NAME = 8, 30  # of a sample, in letters
_LOOKED_AT = 40


class StepBar(View, QWidget):
    """`step_chosen` carries 0 to 6, `sample_chosen` a row of the training set."""

    step_chosen = Signal(int)
    sample_chosen = Signal(int)
    apply_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.samples = QComboBox(self)
        self.samples.setObjectName("step_sample")
        self.samples.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.samples.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.samples.setMinimumContentsLength(_SHORT_NAME)
        self.samples.setIconSize(QSize(0, 0))  # else the list has room for one
        self.back, self.forth = TableButton(self), TableButton(self)
        self.back.setObjectName("step_back")
        self.forth.setObjectName("step_forth")
        self.back.setArrowType(Qt.ArrowType.LeftArrow)
        self.forth.setArrowType(Qt.ArrowType.RightArrow)
        self.numbers = [TableButton(self) for _ in STEPS]
        self._group = QButtonGroup(self)
        for step, button in enumerate(self.numbers):
            button.setObjectName(f"step_{step + 1}")
            button.setText(str(step + 1))
            button.setCheckable(True)
            self._group.addButton(button, step)
        self.apply = TableButton(self)
        self.apply.setObjectName("step_apply")
        self.apply.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._layout = FlowLayout(self)
        for widget in (self.samples, self.back, *self.numbers, self.forth, self.apply):
            self._layout.addWidget(widget)
        self._step = 0
        self._names: list[str] = []
        self._group.idClicked.connect(self.step_chosen)
        self.back.clicked.connect(lambda: self.step_chosen.emit(self._step - 1))
        self.forth.clicked.connect(lambda: self.step_chosen.emit(self._step + 1))
        self.apply.clicked.connect(self.apply_wanted)
        self.samples.activated.connect(self.sample_chosen)
        self.retranslate()

    def apply_theme(self, theme: Theme) -> None:
        px = theme.px
        self._layout.setContentsMargins(px(8), px(4), px(8), px(2))
        self._layout.setSpacing(px(2))
        for button in (self.back, *self.numbers, self.forth):  # Qt would leave room for two blanks in each
            button.setMaximumWidth(px(BUTTON_HEIGHT))
        keep_whole(self.apply)

    def show_apply(self, text: str, hint: str, is_enabled: bool) -> None:
        """Say what the button for the step does."""
        if text != self.apply.text():
            self.apply.setText(text)
            self.apply.setAccessibleName(text)
            keep_whole(self.apply)
        self.apply.setToolTip(hint)
        self.apply.setEnabled(is_enabled)

    def show_step(self, step: int) -> None:
        """Mark `step` as the one on show."""
        self._step = step
        self.numbers[step].setChecked(True)
        self.back.setEnabled(step > 0)
        self.forth.setEnabled(step < len(self.numbers) - 1)

    def show_samples(self, names: list[str], chosen: int | None) -> None:
        """Offer these samples, the same list for the same names; `chosen` None: none of them."""
        with QSignalBlocker(self.samples):
            if names is not self._names:
                self._names = names
                self.samples.clear()
                self.samples.addItems(names)
                space = self.samples.fontMetrics().horizontalAdvance
                longest = ceil(max(map(space, names[:_LOOKED_AT]), default=0) / space("X"))
                self.samples.setMinimumContentsLength(min(max(longest, _SHORT_NAME), _LONG_NAME))
            self.samples.setCurrentIndex(-1 if chosen is None else chosen)

    def retranslate(self) -> None:
        texts = (
            (self.samples, self.tr("Sample"), self.tr("The sample that goes through the seven steps")),
            (self.back, self.tr("Step back"), self.tr("To the step before (Left in the table below)")),
            (self.forth, self.tr("Next step"), self.tr("To the next step (Right in the table below)")),
        )
        for widget, name, hint in texts:
            widget.setAccessibleName(name)
            widget.setToolTip(hint)
        for step, button in enumerate(self.numbers):
            text = self.tr("Step {number}: {name}").format(number=step + 1, name=step_title(step))
            button.setAccessibleName(text)
            button.setToolTip(text)
