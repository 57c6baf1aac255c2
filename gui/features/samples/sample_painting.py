"""Paints the cells of the sample table: every visible one of every picture, so each step counts."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from gui.features.samples.sample_model import SampleModel
from gui.toolkit.drawing.pixmaps import transparent_pixmap
from gui.toolkit.icons import draw_icon
from gui.toolkit.labels.cover import draw_hatch
from gui.toolkit.theme import Theme
from gui.words.class_marks import class_mark
from gui.words.number_text import with_figures

_FIGURES = "0123456789.−e+–"


class CellPainter:
    """Text as the model says; a class mark beside the number, ✓ or ✗ beside the verdict; test rows on tinted ground."""

    def __init__(self, model: SampleModel, theme: Theme) -> None:
        self._model = model
        self._theme = theme
        self._pad = theme.px(6)
        self._side = theme.px(13)
        self._test_ground = QColor(theme.window)
        self._chosen = QColor(theme.accent)
        self._chosen.setAlphaF(0.16)
        self._cursor = QPen(QColor(theme.accent), theme.px(1.4))
        self._metrics: QFontMetricsF | None = None
        self._advances: dict[str, float] = {}
        self._rise = 0.0

    def paint(self, painter: QPainter, area: QRectF, row: int, column: int, *, chosen: bool, current: bool) -> None:
        """Paint one cell; `chosen` is its row, `current` the cell where typing and pasting begin."""
        model = self._model
        kind, place = model.columns.kinds[column]
        left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
        if model.is_test(row):
            painter.fillRect(area, self._test_ground)
        if chosen:
            painter.fillRect(area, self._chosen)
        if current:
            painter.setPen(self._cursor)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        if model.hides(row, kind):
            draw_hatch(painter, area.adjusted(2, 2, -2, -3), self._theme)
            return
        left, right = left + self._pad, right - self._pad
        if kind == "number":
            self._class_mark(painter, QPointF(left, (top + bottom) / 2), row)
        elif kind == "right":
            left += self._verdict_icon(painter, QPointF(left, (top + bottom - self._side) / 2), row)
        painter.setPen(model.colour(row, kind))
        self._write(painter, model.text(row, kind, place), (left, right, top, bottom), at_left=kind == "right")

    def _write(self, painter: QPainter, text: str, room: tuple[float, float, float, float], at_left: bool) -> None:
        """Write within left, right, top and bottom of `room`; a word that finds no room is left out, as ✓ says it.

        A number that finds none gets fewer figures: one that is cut off, 4.210… for 4.210e−05, would be another.
        """
        metrics = self._metrics or self._measure(painter)
        left, right, top, bottom = room
        try:
            width = sum(map(self._advances.__getitem__, text))
        except KeyError:
            width = metrics.horizontalAdvance(text)
        if width > right - left:
            if at_left:
                return
            text = _shortened(text, metrics, right - left)
            width = metrics.horizontalAdvance(text)
        painter.drawText(QPointF(left if at_left else right - width, round((top + bottom) / 2 + self._rise)), text)

    def _measure(self, painter: QPainter) -> QFontMetricsF:
        """Take the measures of the painter's font; figures stand side by side, so that their widths add up."""
        self._metrics = metrics = QFontMetricsF(painter.font())
        self._advances = {figure: metrics.horizontalAdvance(figure) for figure in _FIGURES}
        self._rise = (metrics.ascent() - metrics.descent()) / 2
        return metrics

    def _class_mark(self, painter: QPainter, at: QPointF, row: int) -> None:
        model, theme = self._model, self._theme
        if model.dataset.n_classes == 0 or model.hides_class(row):
            return
        radius, label, is_test = theme.px(3.6), model.label(row), model.is_test(row)
        figures = model.figures(row) if model.columns.marks_misses else None
        side = 4 * radius
        look = (label, is_test, figures is not None and figures.right is False)
        picture = _mark(look, theme, radius, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(round(at.x() + 1.8 * radius - side / 2), round(at.y() - side / 2)), picture)

    def _verdict_icon(self, painter: QPainter, at: QPointF, row: int) -> float:
        """Draw ✓ or ✗ and return the room that it takes from the word."""
        figures = self._model.figures(row)
        if figures is None or figures.right is None:
            return 0
        picture = _verdict(figures.right, self._theme, self._side, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(at.x(), round(at.y())), picture)
        return self._side + self._theme.px(4)


def _shortened(text: str, metrics: QFontMetricsF, room: float) -> str:
    if "." in text and not set(text) - set(_FIGURES):
        shorter = (with_figures(text, figures) for figures in (3, 2, 1))
        text = next((number for number in shorter if metrics.horizontalAdvance(number) <= room), text)
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


@lru_cache(maxsize=256)
def _mark(look: tuple[int, bool, bool], theme: Theme, radius: int, ratio: float) -> QPixmap:
    """The mark of a class, for test samples hollow, for wrong answers ringed, in a square four radii wide.

    look: class, whether of a test sample, whether wrong.
    """
    label, is_test, is_wrong = look
    side = 4 * radius
    picture = transparent_pixmap(side, side, ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    centre, colour = QPointF(side / 2, side / 2), QColor(theme.class_colour(label))
    mark = class_mark(label, centre, radius)
    if is_test:
        painter.strokePath(mark, colour)
    else:
        painter.fillPath(mark, colour)
    if is_wrong:
        painter.setPen(QPen(QColor(theme.wrong), theme.px(1.5)))
        painter.drawEllipse(centre, 1.7 * radius, 1.7 * radius)
    painter.end()
    return picture


@lru_cache(maxsize=16)
def _verdict(right: bool, theme: Theme, side: int, ratio: float) -> QPixmap:
    picture = transparent_pixmap(side, side, ratio)
    painter = QPainter(picture)
    draw_icon(painter, QRectF(0, 0, side, side), "right" if right else "wrong", theme.right if right else theme.wrong)
    painter.end()
    return picture
