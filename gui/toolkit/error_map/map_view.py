"""The map of the surface: the mouse points, drags, zooms and clicks in it, and the keyboard walks over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from gui.toolkit.error_map.curve_painter import CurvePainter
from gui.toolkit.error_map.map_painter import AxisTexts, MapPainter
from gui.toolkit.error_map.picture import SurfacePicture
from gui.toolkit.error_map.request import Area, square
from gui.toolkit.plots.plot_focus import IGNORED, PaintsFocus, claims
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View

Point = tuple[float, float]

ZOOM_STEP = 1.2
REACH = 10.0  # pixels from which a click takes a minimum or a saddle
_STEPS = 40  # of the cursor across the map
_WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OTHERS = (Qt.Key.Key_M, Qt.Key.Key_Home, Qt.Key.Key_Plus, Qt.Key.Key_Minus)
KEYS = frozenset((*_WAYS, *_OTHERS, *_TAKES))


class MapView(PaintsFocus, View, QWidget):
    """`pointed` tells at which point the mouse or the cursor stands, None for none; `taken` that it was chosen.

    `area_wanted`: another part of the plane, None for the run's own. starts: whether a point can be started from.
    """

    pointed = Signal(object)
    taken = Signal(object)
    area_wanted = Signal(object)

    def __init__(self, name: str, themes: ThemeManager, parent: QWidget | None = None, starts: bool = True) -> None:
        self._picture: SurfacePicture | None = None
        super().__init__(parent)
        self.setObjectName(name)
        self._starts = starts
        self._colours: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(230, 170))
        self.setMouseTracking(True)
        self._themes = themes
        self._texts = AxisTexts("", "", "")
        self._sentence = ""
        self._wanted: Area | None = None  # asked for, and not on show yet
        self._cursor: Point | None = None
        self._grabbed: tuple[QPointF, Area] | None = None
        self._is_dragging = False
        self.follow_themes(themes)

    @property
    def cursor_point(self) -> Point | None:
        """Where the keyboard stands."""
        return self._cursor

    @property
    def text(self) -> str:
        """What stands in place of the map; "" while there is one."""
        return self._sentence if self._picture is None else ""

    def spoken_sentence(self) -> str:
        """What it shows now, for screen readers."""
        return self._sentence

    def show_picture(
        self, picture: SurfacePicture | None, texts: AxisTexts, sentence: str, colours: tuple[str, ...] = ()
    ) -> None:
        """Show `picture`, which `sentence` puts into words; without one, it says why. colours: see `MapPainter`."""
        self._colours = colours
        before, self._picture = self._picture, picture
        if picture is None or (before is not None and before.request.axes != picture.request.axes):
            self._cursor = None
        if picture is None or picture.area == self._wanted:
            self._wanted = None
        self._texts, self._sentence = texts, sentence
        self.update()

    def position_of(self, first: float, second: float) -> QPointF:
        """The pixel at which a point of the plane appears."""
        painter = self._painter()
        assert painter is not None
        return painter.pixel(first, second)

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Map of the error"))
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys walk over the map, M goes to the next minimum, + and − zoom, Home shows all paths again."
            )
            if not self._starts
            else self.tr(
                "Arrow keys walk over the map, Enter starts from there, M goes to the next minimum or saddle, + and −"
                " zoom, Home shows the run again."
            )
        )

    # ------------------------------------------------------------------ painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._themes.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.panel))
        map_painter = self._painter()
        if map_painter is None:
            painter.setPen(QColor(theme.muted))
            text = QRectF(self.rect()).adjusted(24, 24, -24, -24)
            painter.drawText(text, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.text)
        else:
            map_painter.paint(painter, self._texts, self._cursor)
        self.paint_focus(painter, theme)
        painter.end()

    def _painter(self) -> MapPainter | CurvePainter | None:
        if self._picture is None:
            return None
        room, theme = QRectF(self.rect()), self._themes.theme
        if self._picture.is_curve:
            return CurvePainter(room, self._picture, theme, self.font())
        return MapPainter(room, self._picture, theme, self.font(), self._colours)

    # ------------------------------------------------------------------ mouse

    def _point_at(self, position: QPointF, snaps: bool = True) -> Point | None:
        """The point of the plane under the mouse, that of a minimum or saddle near it; None beside the map."""
        painter = self._painter()
        if painter is None or self._picture is None or not painter.area.contains(position):
            return None
        reach = REACH * self._themes.theme.scale
        near = [
            (float((painter.pixel(*place) - position).manhattanLength()), place)
            for place in ((point.first, point.second) for point in self._picture.surface.points or ())
        ]
        if snaps and near and min(near)[0] <= reach:
            return min(near)[1]
        found = painter.to_pixels.inverted()[0].map(position)
        return found.x(), found.y()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton and self._picture is not None:
            self._grabbed, self._is_dragging = (event.position(), self._picture.area), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._grabbed is None:
            self.pointed.emit(self._point_at(event.position()))
            return
        start, area = self._grabbed
        way = event.position() - start
        painter = self._painter()
        if painter is None or not (self._is_dragging or way.manhattanLength() >= QApplication.startDragDistance()):
            return
        self._is_dragging = True
        turned = painter.to_pixels
        first, second = area.middle
        self._want(square(first - way.x() / turned.m11(), second - way.y() / turned.m22(), area.half, is_home=False))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        point = self._point_at(event.position())
        if self._grabbed is not None and not self._is_dragging and point is not None:
            self.taken.emit(point)
        self._grabbed = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        point = self._point_at(event.position(), snaps=False)
        if point is not None:
            self._zoom(ZOOM_STEP ** (-event.angleDelta().y() / 120), point)

    def _zoom(self, factor: float, about: Point) -> None:
        """A larger or smaller part of the plane, in which what is at the pixel of `about` stays there."""
        if self._picture is None:
            return
        shown, area = self._picture.area, self._wanted or self._picture.area
        first, second = (
            new + (at - old) / shown.half * area.half * (1 - factor)
            for at, old, new in zip(about, shown.middle, area.middle, strict=True)
        )
        self._want(square(first, second, area.half * factor, is_home=False))

    def _want(self, area: Area) -> None:
        self._wanted = area
        self.area_wanted.emit(area)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(self._cursor)

    # ------------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        return (self._picture is not None and claims(event, KEYS)) or bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        picture, key = self._picture, event.key()
        if picture is None or event.modifiers() & ~IGNORED:
            event.ignore()
        elif key == Qt.Key.Key_Escape and self._cursor is not None:
            self._walk_to(None)
        elif key in _WAYS:
            self._step(picture, *_WAYS[Qt.Key(key)])
        elif key == Qt.Key.Key_M:
            self._next_point(picture)
        elif key in _TAKES and self._starts and self._cursor is not None:
            self.taken.emit(self._cursor)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._zoom(1 / ZOOM_STEP if key == Qt.Key.Key_Plus else ZOOM_STEP, self._cursor or picture.area.middle)
        elif key == Qt.Key.Key_Home:
            self._wanted = None
            self.area_wanted.emit(None)
        else:
            event.ignore()

    def _step(self, picture: SurfacePicture, right: int, up: int) -> None:
        area = picture.area
        first, second = self._cursor or (float(picture.surface.place[0]), float(picture.surface.place[1]))
        step = 2 * area.half / _STEPS
        wanted = (first + right * step, second if picture.is_curve else second + up * step)
        low, high = (area.first[0], area.second[0]), (area.first[1], area.second[1])
        inside = [min(max(at, least), most) for at, least, most in zip(wanted, low, high, strict=True)]
        self._walk_to((inside[0], second if picture.is_curve else inside[1]))

    def _next_point(self, picture: SurfacePicture) -> None:
        places = [(point.first, point.second) for point in picture.surface.points or ()]
        if places:
            following = places.index(self._cursor) + 1 if self._cursor in places else 0
            self._walk_to(places[following % len(places)])

    def _walk_to(self, point: Point | None) -> None:
        self._cursor = point
        self.pointed.emit(point)
        self.update()
