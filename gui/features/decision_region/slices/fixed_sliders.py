"""Sliders set the inputs that a slice holds fixed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QSlider, QWidget

from engine.data.words import WordLists
from gui.toolkit.look import wear
from gui.toolkit.view import View
from gui.words.number_text import few_figures
from gui.words.plot_names import shortened

STEPS = 1000
_LETTERS = 12  # of a word; longer ones are cut
VISIBLE_ROWS = 4
ROW_GAP = 2


class FixedSliders(View, QScrollArea):
    """A labelled slider for each of some inputs; scrolls beyond `visible_rows`."""

    moved = Signal(int, float)  # input, value

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._ranges: list[tuple[float, float]] = []
        self._words: WordLists = ()
        self._labels: dict[int, tuple[QLabel, QLabel]] = {}
        self._is_showing = False
        self.visible_rows = VISIBLE_ROWS
        self.sliders: dict[int, QSlider] = {}
        self.setObjectName("region_fixed_inputs")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_inputs(
        self,
        columns: list[int],
        names: tuple[str, ...],
        ranges: list[tuple[float, float]],
        fixed: tuple[float, ...],
        words: WordLists,
    ) -> None:
        """Sliders for the inputs `columns`; names, ranges, fixed values and words are those of all inputs."""
        self._names, self._ranges, self._words = names, ranges, words
        if list(self.sliders) != columns:
            self._make(columns)
        self._is_showing = True
        for column, slider in self.sliders.items():
            slider.setValue(_position(fixed[column], *ranges[column]))
            self._labels[column][0].setText(names[column])
            self._labels[column][1].setText(self._text(column, fixed[column]))
        self._is_showing = False
        self.retranslate()

    def show_only(self, letters: str) -> None:
        """Show the sliders of the inputs that have `letters` in their name; none: all of them."""
        wanted = letters.strip().casefold()
        for column, slider in self.sliders.items():
            is_shown = wanted in self._names[column].casefold()
            for widget in (slider, *self._labels[column]):
                widget.setVisible(is_shown)
        self.fit()

    def fit(self) -> None:
        """Take the height of the rows, up to `visible_rows` of them."""
        shown = [column for column, slider in self.sliders.items() if not slider.isHidden()]
        if not shown:
            self.setFixedHeight(0)
            return
        parts = (self.sliders[shown[0]], *self._labels[shown[0]])
        row = max(part.sizeHint().height() for part in parts) + ROW_GAP
        self.setFixedHeight(row * min(len(shown), self.visible_rows))

    def retranslate(self) -> None:
        for column, slider in self.sliders.items():
            slider.setAccessibleName(self.tr("Value of {name}").format(name=self._names[column]))
            slider.setToolTip(self.tr("Where the slice lies in {name}").format(name=self._names[column]))

    def _make(self, columns: list[int]) -> None:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setVerticalSpacing(ROW_GAP)
        grid.setColumnStretch(1, 1)
        self.sliders, self._labels = {}, {}
        for row, column in enumerate(columns):
            slider, name, value = self._new_slider(column, rows), QLabel(rows), QLabel(rows)
            for label in (name, value):
                wear(label, letters="small")
            name.setTextFormat(Qt.TextFormat.PlainText)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setMinimumWidth(value.fontMetrics().horizontalAdvance("−0.000"))
            for grid_column, widget in enumerate((name, slider, value)):
                grid.addWidget(widget, row, grid_column)
            self.sliders[column], self._labels[column] = slider, (name, value)
        self.setWidget(rows)

    def _new_slider(self, column: int, parent: QWidget) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, parent)
        slider.setObjectName(f"region_fixed_{column + 1}")
        slider.setRange(0, STEPS)
        slider.setPageStep(STEPS // 10)
        slider.setSingleStep(STEPS // 100)
        slider.valueChanged.connect(lambda position: self._on_slider_value_changed(column, position))
        return slider

    def _on_slider_value_changed(self, column: int, position: int) -> None:
        if self._is_showing:
            return
        low, high = self._ranges[column]
        share = position / STEPS
        value = low * (1 - share) + high * share
        value = float(round(value)) if self._words_of(column) else value
        self._labels[column][1].setText(self._text(column, value))
        self.moved.emit(column, value)

    def _text(self, column: int, value: float) -> str:
        words = self._words_of(column)
        return (
            shortened(words[round(value)], _LETTERS)
            if words
            else few_figures(value, 3, beside=_size(self._ranges[column]))
        )

    def _words_of(self, column: int) -> tuple[str, ...]:
        return self._words[column] if self._words else ()


def _position(value: float, low: float, high: float) -> int:
    """Where a slider from `low` to `high` stands at `value`; halves, as the span may be too large for a number."""
    share = (value / 2 - low / 2) / ((high / 2 - low / 2) or 1.0)
    return round(min(max(share, 0.0), 1.0) * STEPS)


def _size(limits: tuple[float, float]) -> float:
    return max(abs(limits[0]), abs(limits[1]))
