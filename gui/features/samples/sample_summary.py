"""How the samples stand as a whole: right, mean error, summed error, for training and for test samples."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from engine.training.snapshot import Snapshot
from gui.toolkit.labels.steady_label import SteadyLabel, shape_of
from gui.toolkit.look import wear
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
        self._fitted: tuple[str, int] | None = None
        self._grid = QGridLayout(self)
        self._names = {part: self._label(f"summary_{part}", caption=True) for part in ("train", "test")}
        self._labels: dict[tuple[str, str], SteadyLabel] = {}
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
        """Show the figures of `snapshot`, while hidden when shown; None shows dashes. `n_test`: of test samples."""
        self._snapshot, self._n_test = snapshot, n_test
        if self.isVisible():
            self._show_rows()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_rows()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Summary of the samples"))
        self._names["train"].setText(self.tr("Train"))
        self._names["test"].setText(self.tr("Test"))
        self._fitted = None
        self._show_rows()

    def apply_theme(self, theme: Theme) -> None:
        self._grid.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(1))
        self._fitted = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_rows()

    def _label(self, name: str, caption: bool = False) -> SteadyLabel:
        label = SteadyLabel(parent=self)
        label.setObjectName(name)
        wear(label, caption=caption)
        return label

    def _show_rows(self) -> None:
        """Leave the counts out where they have no room, which is looked at again when longer or shorter texts come."""
        for widget in (self._names["test"], *(self._labels["test", figure] for figure in _FIGURES)):
            widget.setVisible(self._n_test > 0)
        self._write_rows()
        if self._fitted != self._room:
            self._is_short = False
            self._write_rows()
            if self._grid.sizeHint().width() > self.width():
                self._is_short = True
                self._write_rows()
            self._fitted = self._room

    @property
    def _room(self) -> tuple[str, int]:
        """What decides whether the counts have room: the shape of the whole texts, and the width."""
        texts = (label.toolTip() if figure == "right" else label.text() for (_, figure), label in self._labels.items())
        return shape_of("".join(texts)), self.width()

    def _write_rows(self) -> None:
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
