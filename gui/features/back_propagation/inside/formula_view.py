"""This module shows a formula as mathematics and, until it has been set, as the lines of text that it is made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.features.back_propagation.inside.typesetter import Typeset, Typesetter
from gui.toolkit.theme import Theme
from gui.words.latex import aligned, latex

_MARGIN = 8
_LETTERS = 19
"""Pixels at the usual scale."""


class FormulaView(QWidget):
    """`show_rows` gives both sides of each equation; a left side may be empty.

    latex: the formula on show as LaTeX; "" for none.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("formula_view")
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.MinimumExpanding)
        self._theme = theme
        self._rows: list[tuple[str, str]] = []
        self.latex = ""
        self._typesetter = Typesetter(self)
        self._typesetter.ready.connect(self._on_typesetter_ready)

    @property
    def is_typeset(self) -> bool:
        """Whether the formula on show stands there as mathematics."""
        return bool(self._rows) and self._typesetter.picture(self._typeset()) is not None

    @property
    def text(self) -> str:
        """The formula on show in one line; "" for none."""
        return " = ".join(side for row in self._rows for side in row if side)

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these equations; none for nothing."""
        if list(rows) != self._rows:
            self._rows = list(rows)
            self.latex = aligned([(latex(left), latex(right)) for left, right in rows]) if rows else ""
            self._renew()

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and sizes from `theme`."""
        self._theme = theme
        self._renew()

    def sizeHint(self) -> QSize:
        size = self._content_size()
        return QSize(size.width() + 2 * _MARGIN, size.height() + _MARGIN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        picture = self._typesetter.picture(self._typeset()) if self._rows else None
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            picture.render(painter, QRectF(QPointF(_MARGIN, _MARGIN / 2), picture.defaultSize().toSizeF()))
            return
        painter.setPen(QColor(self._theme.text))
        for number, line in enumerate(self._lines()):
            room = QRectF(_MARGIN, _MARGIN / 2 + number * self._line_height(), self.width(), self._line_height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), line)

    def _content_size(self) -> QSize:
        picture = self._typesetter.picture(self._typeset()) if self._rows else None
        if picture is not None:
            return picture.defaultSize()
        widths = [self.fontMetrics().horizontalAdvance(line) for line in self._lines()]
        return QSize(max(widths, default=0), len(widths) * self._line_height())

    def _lines(self) -> list[str]:
        return [f"{left} = {right}".strip() for left, right in self._rows]

    def _line_height(self) -> int:
        return self.fontMetrics().height() + 4

    def _typeset(self) -> Typeset:
        return Typeset(self.latex, self._theme.px(_LETTERS), self._theme.text)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()

    def _on_typesetter_ready(self) -> None:
        self._renew()
