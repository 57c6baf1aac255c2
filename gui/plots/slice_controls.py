"""For more than two inputs: which two are the axes, and where the others are held."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gui.plots.fixed_sliders import FixedSliders
from gui.theme import Theme

FEW_SLIDERS = 2  # so many are shown without being asked for


class SliceControls(QWidget):
    """Two axis choosers and, to unfold below them, a slider for every other input."""

    axes_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axes = (0, 1)
        self._n_inputs = 0
        self.x_combo, self.y_combo = self._combo("region_x_axis"), self._combo("region_y_axis")
        self.x_combo.activated.connect(self._on_x_combo_activated)
        self.y_combo.activated.connect(self._on_y_combo_activated)
        self._x_label, self._y_label = QLabel(self), QLabel(self)
        self.fold_button = QToolButton(self)
        self.fold_button.setObjectName("region_fold_sliders")
        self.fold_button.setCheckable(True)
        self.fold_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.fold_button.toggled.connect(self._on_fold_button_toggled)
        self.sliders = FixedSliders(self)
        self._build()
        self._on_fold_button_toggled(False)
        self.retranslate()

    def show_inputs(
        self, names: tuple[str, ...], ranges: list[tuple[float, float]], axes: tuple[int, int], fixed: tuple[float, ...]
    ) -> None:
        """Offer the inputs called `names`; `ranges` are the ends of the sliders, `fixed` where they stand."""
        is_new = len(names) != self._n_inputs
        self._axes, self._n_inputs = axes, len(names)
        for combo, axis in ((self.x_combo, axes[0]), (self.y_combo, axes[1])):
            combo.clear()
            combo.addItems(list(names))
            combo.setCurrentIndex(axis)
        columns = [k for k in range(len(names)) if k not in axes]
        self.sliders.show_inputs(columns, names, ranges, fixed)
        if is_new:
            self.fold_button.setChecked(len(columns) <= FEW_SLIDERS)
        self.sliders.fit()

    def set_theme(self, theme: Theme) -> None:
        """Colours and sizes."""
        self.setStyleSheet(
            f"QLabel, QComboBox, QToolButton {{ font-size: {theme.px(12)}px; color: {theme.text}; }}"
            f"QToolButton {{ padding: {theme.px(2)}px {theme.px(4)}px; }}"
            "QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"
        )
        self.sliders.fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write every text in the language in force."""
        self._x_label.setText("→")
        self._y_label.setText("↑")
        self.x_combo.setAccessibleName(self.tr("Input on the horizontal axis"))
        self.y_combo.setAccessibleName(self.tr("Input on the vertical axis"))
        arrow = "▾" if self.fold_button.isChecked() else "▸"
        self.fold_button.setText(self.tr("{arrow} Other inputs").format(arrow=arrow))
        self.fold_button.setAccessibleName(self.tr("Sliders for the inputs that are on no axis"))
        for widget in (self.x_combo, self.y_combo, self.fold_button):
            widget.setToolTip(widget.accessibleName())

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(5)
        return combo

    def _build(self) -> None:
        row = QHBoxLayout()
        for widget in (self._x_label, self.x_combo, self._y_label, self.y_combo):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.fold_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.sliders)

    def _on_x_combo_activated(self, chosen: int) -> None:
        x, y = self._axes
        self.axes_chosen.emit(chosen, x if chosen == y else y)

    def _on_y_combo_activated(self, chosen: int) -> None:
        x, y = self._axes
        self.axes_chosen.emit(y if chosen == x else x, chosen)

    def _on_fold_button_toggled(self, shown: bool) -> None:
        self.sliders.setVisible(shown)
        self.retranslate()
