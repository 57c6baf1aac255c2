"""This module shows a formula as mathematics and, until it has been set, as the lines of text that it is made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.features.back_propagation.inside.typesetter import Picture, Typeset, Typesetter
from gui.toolkit.plots.plot_focus import PaintsFocus, claims
from gui.toolkit.theme import Theme
from gui.words.mathematics.latex import aligned, latex
from gui.words.mathematics.part_marks import unmarked

_MARGIN = 8
_LETTERS = 19
"""Pixels at the usual scale."""
_AROUND = 3
"""Pixels around a number that belong to it."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = frozenset([*_STEPS, *_ENTER])


class FormulaView(PaintsFocus, QWidget):
    """`show_rows` gives both sides of each equation; a left side may be empty.

    latex: the formula on show as LaTeX; "" for none. `part_chosen`: the number of the marked part
    (`gui.words.mathematics.part_marks`) that was clicked, or reached by Left and Right and taken by Enter.
    """

    part_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("formula_view")
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.MinimumExpanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._theme = theme
        self._rows: list[tuple[str, str]] = []
        self._hints: list[str] = []
        self._marked_latex = self.latex = ""
        self._chosen: int | None = None  # among the places of the parts: under the mouse, or reached by keys
        self._typesetter = Typesetter(self)
        self._typesetter.ready.connect(self._on_typesetter_ready)

    @property
    def is_typeset(self) -> bool:
        """Whether the formula on show stands there as mathematics."""
        return self._picture() is not None

    @property
    def text(self) -> str:
        """The formula on show in one line; "" for none."""
        return unmarked(" = ".join(side for row in self._rows for side in row if side))

    def show_rows(self, rows: Sequence[tuple[str, str]], hints: Sequence[str] = ()) -> None:
        """Show these equations; none for nothing. hints: what a click on each marked part does."""
        self._hints = list(hints)
        if list(rows) != self._rows:
            self._rows, self._chosen = list(rows), None
            self._marked_latex = _latex_of(rows)
            self.latex = _latex_of([(unmarked(left), unmarked(right)) for left, right in rows])
            self._renew()

    def places(self) -> list[tuple[int, QRectF]]:
        """Where marked parts stand: part and rectangle; none until the formula has been set."""
        picture = self._picture()
        if picture is None:
            return []
        around, shift = _AROUND, QPointF(_MARGIN, _MARGIN / 2)
        return [(part, box.translated(shift).adjusted(-around, -around, around, around)) for part, box in picture.parts]

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and sizes from `theme`."""
        self._theme = theme
        self._renew()

    def sizeHint(self) -> QSize:
        size = self._content_size()
        return QSize(size.width() + 2 * _MARGIN, size.height() + _MARGIN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # ------------------------------------------------------------------ events

    def event(self, event: QEvent) -> bool:
        if claims(event, _KEYS):
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            part = self._part_at(self._place_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), "" if part is None else self._hint(part), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose(self._place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._choose(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._take(self._place_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places, step = self.places(), _STEPS.get(Qt.Key(event.key()))
        if step is not None and places:
            chosen = (-1 if step > 0 else 0) if self._chosen is None else self._chosen
            self._choose((chosen + step) % len(places))
        elif event.key() in _ENTER:
            self._take(self._chosen)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._choose(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_focus(painter, self._theme)
        picture = self._picture()
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_chosen(painter)
            size = picture.drawing.defaultSize().toSizeF()
            picture.drawing.render(painter, QRectF(QPointF(_MARGIN, _MARGIN / 2), size))
            return
        painter.setPen(QColor(self._theme.text))
        for number, line in enumerate(self._lines()):
            room = QRectF(_MARGIN, _MARGIN / 2 + number * self._line_height(), self.width(), self._line_height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), line)

    # ------------------------------------------------------------------ parts

    def _place_at(self, at: QPointF) -> int | None:
        return next((place for place, (_, box) in enumerate(self.places()) if box.contains(at)), None)

    def _part_at(self, place: int | None) -> int | None:
        places = self.places()
        return places[place][0] if place is not None and place < len(places) else None

    def _hint(self, part: int) -> str:
        return self._hints[part] if part < len(self._hints) else ""

    def _choose(self, place: int | None) -> None:
        if place != self._chosen:
            self._chosen = place
            part = self._part_at(place)
            self.setCursor(Qt.CursorShape.ArrowCursor if part is None else Qt.CursorShape.PointingHandCursor)
            self.setAccessibleDescription("" if part is None else self._hint(part))
            self.update()

    def _take(self, place: int | None) -> None:
        part = self._part_at(place)
        if part is not None:
            self.part_chosen.emit(part)

    def _paint_chosen(self, painter: QPainter) -> None:
        places = self.places()
        if self._chosen is not None and self._chosen < len(places):
            colour = QColor(self._theme.accent)
            colour.setAlphaF(0.22)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(places[self._chosen][1], 3, 3)

    # ------------------------------------------------------------------ the picture

    def _picture(self) -> Picture | None:
        return self._typesetter.picture(self._typeset()) if self._rows else None

    def _content_size(self) -> QSize:
        picture = self._picture()
        if picture is not None:
            return picture.drawing.defaultSize()
        widths = [self.fontMetrics().horizontalAdvance(line) for line in self._lines()]
        return QSize(max(widths, default=0), len(widths) * self._line_height())

    def _lines(self) -> list[str]:
        return [unmarked(f"{left} = {right}".strip()) for left, right in self._rows]

    def _line_height(self) -> int:
        return self.fontMetrics().height() + 4

    def _typeset(self) -> Typeset:
        return Typeset(self._marked_latex, self._theme.px(_LETTERS), self._theme.text)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()

    def _on_typesetter_ready(self) -> None:
        self._renew()


def _latex_of(rows: Sequence[tuple[str, str]]) -> str:
    return aligned([(latex(left), latex(right)) for left, right in rows]) if rows else ""
