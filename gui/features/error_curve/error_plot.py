"""This module plots the error, epoch by epoch, beside earlier runs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.analysis.frame import Frame
from engine.project.project import Project
from engine.training.history import EMPTY_CURVE, LossCurve
from gui.document.document import Document
from gui.features.error_curve.curve import PrintedCurve, curve_moment
from gui.features.error_curve.error_bar import ErrorBar
from gui.features.error_curve.error_canvas import ErrorCanvas
from gui.features.error_curve.error_curves import NO_LINE, EarlierRuns, Line, exponents, goes_on, lines_of
from gui.features.error_curve.error_line import EARLIER_OPACITY, EARLIER_WIDTH, RunLine
from gui.features.error_curve.error_range import epoch_range, error_range
from gui.features.error_curve.mark_item import CurveMarksItem
from gui.features.error_curve.moment_line import MomentLine
from gui.features.error_curve.stretch_band import StretchBand
from gui.toolkit.labels.label_over import PlotHint
from gui.toolkit.plots.paper_items import LevelItem, MarksItem
from gui.toolkit.plots.plot_ranges import show_ranges
from gui.toolkit.plots.plot_style import font_of, make_pen, set_axis_label, style_plot
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.notation import Notation
from gui.words.number_text import grouped
from gui.words.plot_numbers import figures
from gui.words.plot_sentences import curve_sentence

REDRAW_PAUSE_MS = 30  # after a zoom or a pan, so that a turn of the wheel redraws once


class ErrorPlot(View, QWidget):
    """Mean error per sample of the training and the test set; another run moves the one before into the background.

    `hovered` says epoch and values under the mouse, "" when it leaves. `export_wanted`: for a file of the curve.
    `moment_wanted`: the epoch that was clicked, for all views to show.
    """

    hovered = Signal(str)
    export_wanted = Signal()
    moment_wanted = Signal(int)

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("error_plot")
        self._document, self._themes, self._notation = document, themes, notation
        self._run_id: int | None = None
        self._curve: LossCurve | None = None
        self._train, self._test = NO_LINE, NO_LINE
        self._axis_texts: tuple[tuple[str, str], Theme] | None = None
        self._is_comparable = True
        self._is_stale = False
        self._fitting: tuple[tuple[float, float], tuple[float, float]] | None = None
        self._mouse: QPointF | None = None
        self.earlier_runs = EarlierRuns()
        self._build()
        self.canvas.sentence = lambda: curve_sentence(self.curve)
        self._connect()
        self.follow_themes(themes)
        self._redraw()

    @property
    def is_logarithmic(self) -> bool:
        """Whether the errors' axis is logarithmic."""
        return self.bar.log_button.isChecked()

    @property
    def curve(self) -> LossCurve:
        """The history of the run on show, empty before the first frame."""
        return EMPTY_CURVE if self._curve is None else self._curve

    def viewport(self) -> QWidget:
        """The widget that takes the mouse events."""
        return self.canvas.mouse_area()

    def show_frame(self, frame: Frame) -> None:
        """Draw the history of `frame`; nothing happens if it is on screen already."""
        if frame.network != self._document.project.network:
            return
        self.moment_line.show_epoch(None if frame.past is None else frame.snapshot.epoch)
        if frame.snapshot.run_id != self._run_id:
            self._begin_run(frame.snapshot.run_id, frame.curve)
        elif self._curve is not None and _is_same(self._curve, frame.curve):
            return
        self._curve = frame.curve
        self._train, self._test = lines_of(frame.curve)
        self._redraw()

    def picture(self) -> PrintedCurve | None:
        """The curve as it is now, for paper; None while there is none."""
        if self._curve is None or len(self._train) < 2:
            return None
        whole = curve_moment(self._curve, self.is_logarithmic, self._target_mean, tuple(self.earlier_runs.lines))
        x_range, y_range = (tuple(ends) for ends in self.canvas.getViewBox().viewRange())
        return PrintedCurve(replace(whole, x_range=x_range, y_range=y_range), size=self.size())

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Error curve"))
        self.canvas.setAccessibleName(self.tr("Error curve"))
        self.canvas.setAccessibleDescription(
            self.tr("The wheel zooms, a drag moves the view, Home or a double click follows the run again.")
        )
        self._label_axes()
        self._show_hint()

    def apply_theme(self, theme: Theme) -> None:
        view = self.canvas.getViewBox()
        style_plot(self.canvas, theme)
        self.bar.apply_theme(theme)
        self.hint.apply_theme(theme)
        self.train_item.set_colour(theme.accent, 2 * theme.scale)
        self.test_item.set_colour(theme.negative, 2 * theme.scale)
        self._style_earlier()
        self.moment_line.apply_theme(theme)
        self.stretch_band.apply_theme(theme)
        self.target_line.setPen(make_pen(view, theme.right, 1.5 * theme.scale, Qt.PenStyle.DashLine))
        self.marks.setData([], [], size=8 * theme.scale, pen=pg.mkPen(theme.panel), brush=pg.mkBrush(theme.text))
        self._layout.setContentsMargins(theme.px(8), theme.px(2), theme.px(2), theme.px(2))
        self._label_axes()
        self._redraw()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:  # moved to another screen
            self.apply_theme(self._themes.theme)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw_timer.start()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self.bar = ErrorBar(self)
        self.canvas = ErrorCanvas()
        self.canvas.setObjectName("error_canvas")
        self.canvas.setMinimumSize(200, 100)
        view = self.canvas.getViewBox()
        self.earlier_items: list[RunLine] = []
        self.test_item, self.train_item = RunLine(view, 5), RunLine(view, 6)
        self.target_line = LevelItem(angle=0, movable=False)
        self.target_line.setZValue(3)
        self.marks = MarksItem()
        self.marks.setZValue(8)
        self.mark_lines = CurveMarksItem()
        for item in (self.target_line, self.marks, self.mark_lines):
            view.addItem(item, ignoreBounds=True)
        self.moment_line = MomentLine(view)
        self.stretch_band = StretchBand(view)
        self.hint = PlotHint(self.viewport())
        self._redraw_timer = QTimer(self)
        self._redraw_timer.setSingleShot(True)
        self._redraw_timer.setInterval(REDRAW_PAUSE_MS)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(2)
        self._layout.addWidget(self.bar)
        self._layout.addWidget(self.canvas, 1)

    def _connect(self) -> None:
        self._document.changed.connect(self._on_document_changed)
        self.bar.log_button.toggled.connect(self._on_log_button_toggled)
        self.bar.export_button.clicked.connect(self.export_wanted)
        self.bar.follow_button.toggled.connect(self._on_follow_button_toggled)
        self.canvas.getViewBox().sigRangeChangedManually.connect(self._on_view_moved_by_hand)
        self.canvas.getViewBox().sigRangeChanged.connect(self._on_view_range_changed)
        self.canvas.pointed_at.connect(self._on_canvas_pointed_at)
        self.canvas.left.connect(self._on_canvas_left)
        self.canvas.epoch_clicked.connect(self.moment_wanted)
        self.canvas.reset_wanted.connect(lambda: self.bar.follow_button.setChecked(True))
        self._redraw_timer.timeout.connect(self._redraw)

    # ------------------------------------------------------------------ drawing

    def _begin_run(self, run_id: int, curve: LossCurve) -> None:
        """The run before stays in the background, unless it goes on with weights that were set by hand."""
        if self._curve is not None and self._is_comparable and not goes_on(self._curve, curve):
            self.earlier_runs.keep(self._curve)
        self._is_comparable = True
        self._run_id = run_id
        self._curve = None

    def _redraw(self) -> None:
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        self._follow()
        self._label_axes()
        self.train_item.draw(self._train, self.is_logarithmic)
        self.test_item.draw(self._test, self.is_logarithmic)
        self._draw_earlier()
        self._draw_target()
        self.mark_lines.show_marks(self.curve.marks, self._themes.theme)
        zero = any(item.shows_zeros for item in (self.train_item, self.test_item))
        earlier = len(self.earlier_runs.lines) > 0
        self.bar.show_legend(len(self._test) > 0, earlier, self.target_line.isVisible(), zero)
        self._show_hint()
        if self._mouse is not None:
            self._tell_hovered(self._mouse)

    def _follow(self) -> None:
        """Fit the axes to the run on screen, earlier runs may go beyond them; by hand, zoom around that size."""
        lines = [line for line in (self._train, self._test) if len(line)] or list(self.earlier_runs.lines)
        x_range = epoch_range(self._train if len(self._train) > 1 or not lines else lines[0])
        y_range = error_range(lines, self.is_logarithmic)
        view = self.canvas.getViewBox()
        if self._fitting != (x_range, y_range):
            self._fitting = x_range, y_range
            self.canvas.limit_zoom(x_range, y_range)
        if self.bar.follow_button.isChecked() and view.viewRange() != [list(x_range), list(y_range)]:
            show_ranges(view, x_range, y_range)

    def _draw_earlier(self) -> None:
        lines = self.earlier_runs.lines
        while len(self.earlier_items) < len(lines):
            self.earlier_items.append(RunLine(self.canvas.getViewBox(), 1, band=False))
            self._style_earlier()
        for index, item in enumerate(self.earlier_items):
            item.set_visible(index < len(lines))
            if index < len(lines):
                item.draw(lines[index], self.is_logarithmic)

    @property
    def _target_mean(self) -> float | None:
        """The mean error at which training stops; None for none that the axis could show."""
        target, samples = self._document.project.training.target_error, self._document.dataset.n_samples
        is_shown = target is not None and samples > 0 and (target > 0 or not self.is_logarithmic)
        return target / samples if is_shown and target is not None else None

    def _draw_target(self) -> None:
        mean = self._target_mean
        self.target_line.setVisible(mean is not None)
        if mean is not None:
            self.target_line.setPos(np.log10(mean) if self.is_logarithmic else mean)

    def _style_earlier(self) -> None:
        theme = self._themes.theme
        for item in self.earlier_items:
            item.set_colour(theme.muted, EARLIER_WIDTH * theme.scale, EARLIER_OPACITY)

    def _label_axes(self) -> None:
        theme = self._themes.theme
        metrics = QFontMetrics(font_of(theme, 12))
        long, short = self.tr("mean error per sample"), self.tr("mean error")
        room = self.canvas.height() - theme.px(44)
        fitting = [text for text in (long, short) if metrics.horizontalAdvance(text) < room]
        texts = (fitting[0] if fitting else "", self.tr("epoch"))
        if (texts, theme) != self._axis_texts:
            self._axis_texts = (texts, theme)
            for axis, text in zip(("left", "bottom"), texts, strict=True):
                set_axis_label(self.canvas.getAxis(axis), text, theme)

    def _show_hint(self) -> None:
        has_line = self._train.epochs[-1:].any() or len(self.earlier_runs.lines) > 0
        text = self.tr("Train draws the error here, epoch by epoch: watch it fall.")
        self.hint.show_text("" if has_line else text)
        for side in ("left", "bottom"):
            axis = self.canvas.getAxis(side)
            if axis.style["showValues"] != has_line:  # numbers without a curve would say nothing
                axis.setStyle(showValues=has_line)

    # ------------------------------------------------------------------ what happens

    def _on_document_changed(self, before: Project, after: Project) -> None:
        other_data = after.dataset.name not in (before.dataset.name, "custom")
        if other_data or before.training.loss != after.training.loss or self._document.is_loading:
            self.earlier_runs.forget()
            self._is_comparable = False
        elif before.training.target_error == after.training.target_error and before.dataset == after.dataset:
            return
        self._redraw()

    def _on_log_button_toggled(self, logarithmic: bool) -> None:
        self.canvas.getAxis("left").setLogMode(logarithmic)
        self.bar.follow_button.setChecked(True)  # the range by hand was one of the other scale
        self._redraw()

    def _on_follow_button_toggled(self, follows: bool) -> None:
        if follows:
            self._redraw()

    def _on_view_moved_by_hand(self, _mouse_enabled: object) -> None:
        self.bar.follow_button.setChecked(False)

    def _on_view_range_changed(self) -> None:
        self._redraw_timer.start()

    def _on_canvas_pointed_at(self, position: QPointF) -> None:
        self._mouse = position
        self._tell_hovered(position)

    def _on_canvas_left(self) -> None:
        self._mouse = None
        self.marks.clear()
        self.hovered.emit("")

    def _tell_hovered(self, position: QPointF) -> None:
        if len(self._train) == 0 or not self.canvas.picture_area().contains(position):
            self.marks.clear()
            self.hovered.emit("")
            return
        epoch = self.canvas.epoch_at(position)
        entry = int(np.argmin(np.abs(self._train.epochs - epoch)))
        self._mark(entry)
        self.hovered.emit(self._sentence(entry))

    def _mark(self, entry: int) -> None:
        lines = [line for line in (self._train, self._test) if len(line)]
        heights = np.array([line.maximum[entry] for line in lines])
        if self.is_logarithmic:
            heights = exponents(heights, self.canvas.getViewBox().viewRange()[1][0])
        seen = np.isfinite(heights)
        self.marks.setData(np.full(len(lines), self._train.epochs[entry])[seen], heights[seen])

    def _sentence(self, entry: int) -> str:
        train = _value_text(self._train, entry)
        epoch = grouped(int(self._train.epochs[entry]))
        if len(self._test):
            text = self.tr("Epoch {epoch}: mean error per sample {train}, of the test set {test}")
            return text.format(epoch=epoch, train=train, test=_value_text(self._test, entry))
        return self.tr("Epoch {epoch}: mean error per sample {train}").format(epoch=epoch, train=train)


def _value_text(line: Line, entry: int) -> str:
    """One value, or the range of those that a bucket stands for."""
    low, high = figures(float(line.minimum[entry])), figures(float(line.maximum[entry]))
    return low if low == high else f"{low} … {high}"


def _is_same(old: LossCurve, new: LossCurve) -> bool:
    if old is new:
        return True
    if len(old.epochs) != len(new.epochs) or old.marks != new.marks or len(old.epochs) == 0:
        return len(old.epochs) == len(new.epochs) and old.marks == new.marks
    return bool(old.epochs[-1] == new.epochs[-1] and old.last[-1] == new.last[-1])
