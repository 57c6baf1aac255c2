"""With more than two inputs, controls choose the plane that is shown and the values of the other inputs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from engine.data.words import WordLists
from gui.features.decision_region.slices.fixed_sliders import VISIBLE_ROWS, FixedSliders
from gui.features.decision_region.slices.slicing import Slicing
from gui.toolkit.buttons import PlotButton
from gui.toolkit.flow_layout import FlowLayout
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.plot_names import component_name

FEW_SLIDERS = 2  # so many are shown without being asked for
MANY_SLIDERS = 8  # more are searched by name
MOST_COMPONENTS = 10
LOW = 420  # pixels of a plot that four sliders would leave too little of
Row = tuple[float, ...]


class SliceControls(View, QWidget):
    """Two axis choosers, principal components in the inputs' place, and, to unfold, a slider for every other input.

    `plane_chosen`: the axes are others; `slice_moved`: an input is held elsewhere.
    """

    plane_chosen = Signal()
    slice_moved = Signal()

    def __init__(self, slicing: Slicing, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._slicing = slicing
        self._names: tuple[str, ...] = ()
        self._words: WordLists = ()
        self._ranges: list[tuple[float, float]] = []
        self._sample: Row | None = None
        self._sample_name = ""
        self._scale = 1.0
        self.x_combo, self.y_combo = self._combo("region_x_axis"), self._combo("region_y_axis")
        self.x_combo.activated.connect(self._on_x_combo_activated)
        self.y_combo.activated.connect(self._on_y_combo_activated)
        self._x_label, self._y_label = QLabel("→", self), QLabel("↑", self)
        for label in (self._x_label, self._y_label):
            wear(label, letters="small")
        self.components_button = self._button("region_components")
        self.fold_button = self._button("region_fold_sliders")
        for button, slot in (
            (self.components_button, self._on_components_button_toggled),
            (self.fold_button, self._on_fold_button_toggled),
        ):
            button.setCheckable(True)
            button.toggled.connect(slot)
        self._build_held()
        self._build()
        self.follow_themes(themes)

    def show_inputs(self, names: tuple[str, ...], ranges: list[tuple[float, float]], words: WordLists = ()) -> None:
        """Offer the inputs called `names`; `ranges` are the ends of the sliders, `words` those of columns of words."""
        is_new = len(names) != len(self._names)
        self._names, self._ranges, self._words = names, ranges, words
        if is_new:
            self._filter.clear()
            self.fold_button.setChecked(len(names) - 2 <= FEW_SLIDERS)
        self.refresh()

    def refresh(self) -> None:
        """Show axes, components and sliders as the slicing has them."""
        slicing = self._slicing
        in_components = slicing.shows_components
        names, chosen = self._axis_names(), slicing.components if in_components else slicing.axes
        for combo, axis in ((self.x_combo, chosen[0]), (self.y_combo, chosen[1])):
            if [combo.itemText(index) for index in range(combo.count())] != list(names):
                combo.clear()
                combo.addItems(list(names))
            combo.setCurrentIndex(axis)
        self.components_button.blockSignals(True)
        self.components_button.setChecked(in_components)
        self.components_button.blockSignals(False)
        if self.components_button.isEnabled() != slicing.can_show_components:
            self.components_button.setEnabled(slicing.can_show_components)
            self.components_button.setText("")  # it looks different, and Qt measures it anew only with its text
        self.fold_button.setVisible(not in_components)
        self._show_sliders()
        self._write_texts()

    def show_sample(self, row: Row | None, name: str) -> None:
        """Offer to hold the inputs where a sample called `name` has them; None: no sample is chosen."""
        self._sample, self._sample_name = row, name
        self._write_sample()

    def apply_theme(self, theme: Theme) -> None:
        self._scale = theme.scale
        self.sliders.fit()

    def leave_room(self, height: int) -> None:
        """Let the sliders take less room where the whole plot is only `height` pixels high."""
        self.sliders.visible_rows = FEW_SLIDERS if height < LOW * self._scale else VISIBLE_ROWS
        self.sliders.fit()

    def retranslate(self) -> None:
        self.refresh()

    def _write_texts(self) -> None:
        if self._slicing.shows_components:
            self.x_combo.setAccessibleName(self.tr("Principal component on the horizontal axis"))
            self.y_combo.setAccessibleName(self.tr("Principal component on the vertical axis"))
        else:
            self.x_combo.setAccessibleName(self.tr("Input on the horizontal axis"))
            self.y_combo.setAccessibleName(self.tr("Input on the vertical axis"))
        arrow = "▾" if self.fold_button.isChecked() else "▸"
        self.fold_button.setText(self.tr("{arrow} Other inputs").format(arrow=arrow))
        self.fold_button.setAccessibleName(self.tr("Sliders for the inputs that are on no axis"))
        for widget in (self.x_combo, self.y_combo, self.fold_button):
            widget.setToolTip(widget.accessibleName())
        self.components_button.setText(self.tr("PCA"))
        self.components_button.setAccessibleName(self.tr("Principal components"))
        self.components_button.setToolTip(
            self.tr(
                "Show the plane through the mean of the samples in which they vary most, every input measured in its"
                " standard deviation; samples are projected on it"
            )
        )
        self._filter.setPlaceholderText(self.tr("Find an input"))
        self._filter.setAccessibleName(self.tr("Find an input"))
        self._filter.setToolTip(self.tr("Only the sliders of inputs with these letters in their name"))
        self._mean_button.setText(self.tr("Mean"))
        self._mean_button.setAccessibleName(self.tr("Hold the other inputs at their mean"))
        self._mean_button.setToolTip(self._mean_button.accessibleName())
        self._write_sample()

    # ------------------------------------------------------------------ building

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        wear(combo, letters="small")
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        combo.setMaxVisibleItems(16)
        return combo

    def _button(self, name: str) -> PlotButton:
        button = PlotButton(self)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _build_held(self) -> None:
        self._filter = QLineEdit(self)
        self._filter.setObjectName("region_slider_filter")
        wear(self._filter, letters="small")
        self._filter.textChanged.connect(self._on_filter_text_changed)
        self._mean_button, self._sample_button = self._button("region_hold_mean"), self._button("region_hold_sample")
        self._mean_button.clicked.connect(self._on_mean_button_clicked)
        self._sample_button.clicked.connect(self._on_sample_button_clicked)
        self.sliders = FixedSliders(self)
        self.sliders.moved.connect(self._on_sliders_moved)

    def _build(self) -> None:
        row = FlowLayout(spacing=4)
        for widget in (
            self._x_label,
            self.x_combo,
            self._y_label,
            self.y_combo,
            self.components_button,
            self.fold_button,
            self._mean_button,
            self._sample_button,
            self._filter,
        ):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.sliders)

    # ------------------------------------------------------------------ showing

    def _axis_names(self) -> tuple[str, ...]:
        principal = self._slicing.principal
        if principal is None or not self._slicing.shows_components:
            return self._names
        return tuple(
            component_name(number, float(share)) for number, share in enumerate(principal.shares[:MOST_COMPONENTS])
        )

    def _show_sliders(self) -> None:
        """The sliders are made when they are first unfolded: of many inputs there are many."""
        is_shown = self.fold_button.isChecked() and not self._slicing.shows_components and bool(self._names)
        columns = [k for k in range(len(self._names)) if k not in self._slicing.axes]
        for widget in (self._mean_button, self._sample_button, self.sliders):
            widget.setVisible(is_shown)
        self._filter.setVisible(is_shown and len(columns) > MANY_SLIDERS)
        if not is_shown:
            return
        self.sliders.show_inputs(columns, self._names, self._ranges, self._slicing.fixed, self._words)
        self.sliders.show_only(self._filter.text())

    def _write_sample(self) -> None:
        button = self._sample_button
        button.setEnabled(self._sample is not None)
        button.setText(self._sample_name or self.tr("Chosen sample"))
        button.setAccessibleName(self.tr("Hold the other inputs where the chosen sample has them"))
        button.setToolTip(
            button.accessibleName() if self._sample is not None else self.tr("Click a sample in the plot first")
        )

    # ------------------------------------------------------------------ what happens

    def _on_x_combo_activated(self, chosen: int) -> None:
        x, y = self._chosen()
        self._choose((chosen, x if chosen == y else y))

    def _on_y_combo_activated(self, chosen: int) -> None:
        x, y = self._chosen()
        self._choose((y if chosen == x else x, chosen))

    def _chosen(self) -> tuple[int, int]:
        return self._slicing.components if self._slicing.shows_components else self._slicing.axes

    def _choose(self, axes: tuple[int, int]) -> None:
        if self._slicing.shows_components:
            self._slicing.components = axes
        else:
            self._slicing.axes = axes
        self.refresh()
        self.plane_chosen.emit()

    def _on_components_button_toggled(self, on: bool) -> None:
        self._slicing.show_components(on)
        self.refresh()
        self.plane_chosen.emit()

    def _on_fold_button_toggled(self, _shown: bool) -> None:
        self._show_sliders()
        self._write_texts()

    def _on_sliders_moved(self, column: int, value: float) -> None:
        self._slicing.hold(column, value)
        self.slice_moved.emit()

    def _on_filter_text_changed(self, letters: str) -> None:
        self.sliders.show_only(letters)

    def _on_mean_button_clicked(self) -> None:
        self._hold(self._slicing.middle())

    def _on_sample_button_clicked(self) -> None:
        if self._sample is not None:
            self._hold(self._sample)

    def _hold(self, row: Sequence[float]) -> None:
        self._slicing.pass_through(row)
        self._show_sliders()
        self.slice_moved.emit()
