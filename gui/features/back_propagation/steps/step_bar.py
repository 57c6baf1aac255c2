"""This module defines the row above the steps: the sample, the seven steps, and the button that makes one."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QSizePolicy, QWidget

from engine.network.back_propagation import STEPS
from gui.features.back_propagation.steps.step_texts import step_title
from gui.toolkit.buttons import TableButton, keep_whole
from gui.toolkit.theme import Theme
from gui.toolkit.view import View


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
        self.samples.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.samples.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.samples.setMinimumContentsLength(8)
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
        self._layout = QHBoxLayout(self)
        for widget in (self.samples, self.back, *self.numbers, self.forth, self.apply):
            self._layout.addWidget(widget, 1 if widget is self.samples else 0)
        self._step = 0
        self._is_large = False
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
        self._layout.setSpacing(px(3))
        self._fit_apply()

    def enlarge(self, on: bool) -> None:
        """Keep the button for the step whole, where there is more room; or let it be shortened."""
        self._is_large = on
        self._fit_apply()

    def _fit_apply(self) -> None:
        if self._is_large:
            keep_whole(self.apply)
        else:
            self.apply.setMinimumWidth(0)

    def show_apply(self, text: str, hint: str, is_enabled: bool) -> None:
        """Say what the button for the step does."""
        if text != self.apply.text():
            self.apply.setText(text)
            self.apply.setAccessibleName(text)
            self._fit_apply()
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
