"""How the samples stand as a whole: right, mean error, summed error, for training and for test samples."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from engine.training.snapshot import Snapshot
from gui.toolkit.theme import Theme
from gui.toolkit.view import View
from gui.words.number_text import exact, four_figures, grouped

_FIGURES = ("right", "mean", "sum")


class SampleSummary(View, QWidget):
    """A line for the training set and, where there is one, a line for the test set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sample_summary")
        self._snapshot: Snapshot | None = None
        self._n_test = 0
        self._is_short = False  # the share alone, where the counts have no room
        self._grid = QGridLayout(self)
        self._names = {part: self._label(f"summary_{part}", caption=True) for part in ("train", "test")}
        self._labels: dict[tuple[str, str], QLabel] = {}
        for row, part in enumerate(("train", "test")):
            self._grid.addWidget(self._names[part], row, 0)
            for column, figure in enumerate(_FIGURES):
                label = self._label(f"summary_{part}_{figure}")
                self._labels[part, figure] = label
                self._grid.addWidget(label, row, column + 1)
        for column in range(1, 4):
            self._grid.setColumnStretch(column, 1)
        self.retranslate()

    def show_snapshot(self, snapshot: Snapshot | None, n_test: int) -> None:
        """Show the figures of `snapshot`; None shows dashes. `n_test` is the number of test samples."""
        self._snapshot, self._n_test = snapshot, n_test
        for widget in (self._names["test"], *(self._labels["test", figure] for figure in _FIGURES)):
            widget.setVisible(n_test > 0)
        self._is_short = False
        self._show_rows()
        if self._grid.sizeHint().width() > self.width():
            self._is_short = True
            self._show_rows()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Summary of the samples"))
        self._names["train"].setText(self.tr("Train"))
        self._names["test"].setText(self.tr("Test"))
        self.show_snapshot(self._snapshot, self._n_test)

    def apply_theme(self, theme: Theme) -> None:
        self._grid.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_snapshot(self._snapshot, self._n_test)

    def _label(self, name: str, caption: bool = False) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("caption", caption)
        return label

    def _show_rows(self) -> None:
        self._show_train(self._snapshot)
        self._show_test(self._snapshot, self._n_test)

    def _show_train(self, snapshot: Snapshot | None) -> None:
        if snapshot is None:
            self._write("train", None, 0, None, None)
        else:
            self._write("train", snapshot.n_right, snapshot.n_samples, snapshot.loss, snapshot.loss_sum)

    def _show_test(self, snapshot: Snapshot | None, n_test: int) -> None:
        if snapshot is None or snapshot.test_loss is None:
            self._write("test", None, 0, None, None)
            return
        accuracy = snapshot.test_accuracy
        n_right = None if accuracy is None else round(accuracy * n_test)
        self._write("test", n_right, n_test, snapshot.test_loss, snapshot.test_loss * n_test)

    def _write(self, part: str, n_right: int | None, count: int, mean: float | None, total: float | None) -> None:
        right = self._labels[part, "right"]
        if n_right is None or count == 0:
            right.setText(self.tr("right –"))
            right.setToolTip("")
        else:
            long, short = self.tr("right {right} of {count} ({percent} %)"), self.tr("right {percent} %")
            percent = f"{100 * n_right / count:.1f}".removesuffix(".0")
            text = long.format(right=grouped(n_right), count=grouped(count), percent=percent)
            right.setText(short.format(percent=percent) if self._is_short else text)
            right.setToolTip(text)
        for figure, value, template in (
            ("mean", mean, self.tr("mean error {value}")),
            ("sum", total, self.tr("summed error {value}")),
        ):
            label = self._labels[part, figure]
            label.setText(template.format(value="–" if value is None else four_figures(value)))
            label.setToolTip("" if value is None else exact(value))
