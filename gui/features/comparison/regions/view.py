"""The decision region of one contender with the samples on it, and its axes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.project.race.moment import ContenderMoment, RaceMoment
from gui.features.comparison.regions.drawing import Canvas, RegionDrawing, draw_region, paint_region
from gui.toolkit.drawing.pixmaps import transparent_pixmap
from gui.toolkit.drawing.region_picture import paint_samples, to_pixels
from gui.toolkit.plots.plane_axes import margins, paint_axes
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.notation import Notation
from gui.words.plot_names import axis_name


class RegionView(View, QWidget):
    """Drawn square, as large as there is room, the y axis pointing up."""

    def __init__(self, themes: ThemeManager, notation: Notation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notation = notation
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(96, 84))
        self._themes = themes
        self.waiting_text = ""  # what stands in place of a region that is not known yet
        self._moment: RaceMoment | None = None
        self._contender: ContenderMoment | None = None
        self._drawing: RegionDrawing | None = None
        self._overlay: tuple[object, QPixmap] | None = None  # what is painted over the region, and for what
        self.follow_themes(themes)

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def show_moment(self, moment: RaceMoment | None, name: str, drawing: RegionDrawing | None = None) -> None:
        """Show the region of the contender called `name`, as it was drawn beside the window; None shows nothing."""
        self._moment, self._contender = moment, None if moment is None else moment[name]
        self._drawing = drawing
        self.update()

    @property
    def canvas(self) -> Canvas:
        """What a region has to be drawn for."""
        ratio = self.devicePixelRatioF()
        return Canvas(self._themes.theme, round(self.area().width() * ratio), ratio)

    def position_of(self, x: float, y: float) -> QPointF:
        """Where the point (x, y) of the plane lies in the widget."""
        return self._to_pixels().map(QPointF(x, y))

    def _to_pixels(self) -> QTransform:
        assert self._moment is not None
        assert self._moment.plane is not None
        return to_pixels(self._moment.plane, self.area())

    def area(self) -> QRectF:
        """The square that holds the picture, in the middle of what the axes leave, on whole pixels."""
        left, below = margins(self._themes.theme)
        side = min(self.width() - left, self.height() - below) - 2
        return QRectF((self.width() - left - side) // 2 + left, (self.height() - below - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The region changes, all else stays: both are painted as pictures."""
        painter, moment, contender = QPainter(self), self._moment, self._contender
        if moment is None or contender is None:
            self._paint_waiting(painter)
            return
        if self._drawing is None or self._drawing.canvas != self.canvas:
            self._drawing = draw_region(moment, contender, self.canvas)
        if self._drawing is None:
            self._paint_waiting(painter)
            return
        painter.drawImage(self.area().topLeft(), self._drawing.image)
        painter.drawPixmap(QPointF(0, 0), self._painted_overlay(moment))

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything as lines and areas."""
        if self._moment is None or self._contender is None or self._contender.region is None:
            self._paint_waiting(painter)
            return
        paint_region(painter, self.area(), self._moment, self._contender, self._themes.theme)
        self._paint_over(painter, self._moment)

    def _paint_waiting(self, painter: QPainter) -> None:
        theme = self._themes.theme
        painter.setPen(QColor(theme.muted))
        painter.drawText(self.area(), Qt.AlignmentFlag.AlignCenter, self.waiting_text)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawRect(self.area())

    def _painted_overlay(self, moment: RaceMoment) -> QPixmap:
        """Points, rim and axes on a transparent picture."""
        about = (moment.data, moment.plane, self.canvas, self.size(), self._axis_names(moment))
        if self._overlay is None or self._overlay[0] != about:
            pixmap = transparent_pixmap(self.width(), self.height(), self.devicePixelRatioF())
            painter = QPainter(pixmap)
            painter.setFont(self.font())
            self._paint_over(painter, moment)
            painter.end()
            self._overlay = about, pixmap
        return self._overlay[1]

    def _paint_over(self, painter: QPainter, moment: RaceMoment) -> None:
        assert moment.plane is not None
        theme, area = self._themes.theme, self.area()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_samples(painter, moment.data, self._to_pixels(), theme)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawRect(area)
        paint_axes(painter, area, moment.plane, self._axis_names(moment), theme)

    def _axis_names(self, moment: RaceMoment) -> list[str]:
        assert moment.plane is not None
        return [axis_name(moment.data, moment.plane, axis, self._notation) for axis in (0, 1)]
