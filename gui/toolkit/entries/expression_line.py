"""This module defines the line in which an expression is typed; its faults are underlined."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.toolkit.theme import ThemeManager

_WAVE = 2.0


class ExpressionLine(QLineEdit):
    """A line edit with an underlined stretch. `replace_text` keeps the line's own undo."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("expression")
        self._themes = themes
        self._wrong: tuple[int, int] | None = None

    def replace_text(self, text: str) -> None:
        """Put `text` into the line as if it had been typed, so that undo brings back what was there."""
        if not self.text():
            self.setText(text)  # a line that was empty has nothing to bring back
            return
        self.selectAll()
        self.insert(text)

    def set_wrong(self, wrong: tuple[int, int] | None) -> None:
        """Underline the characters from the first to before the second; None underlines nothing."""
        self._wrong = wrong
        self.update()

    def wrong_stretch(self) -> tuple[float, float] | None:
        """Where the underline begins and ends, in pixels from the left."""
        if self._wrong is None:
            return None
        metrics, text = self.fontMetrics(), self.text()
        origin = self.cursorRect().center().x() - metrics.horizontalAdvance(text[: self.cursorPosition()])
        start, end = (origin + metrics.horizontalAdvance(text[:place]) for place in self._wrong)
        # An error at the end of the text has no character of its own.
        return float(start), float(max(end, start + metrics.horizontalAdvance("x")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt undoes what replaced a selection in two steps, with an empty line between; nobody has seen that.
        for keys, again, possible in (
            (QKeySequence.StandardKey.Undo, self.undo, self.isUndoAvailable),
            (QKeySequence.StandardKey.Redo, self.redo, self.isRedoAvailable),
        ):
            if event.matches(keys):
                again()
                if not self.text() and possible():
                    again()
                event.accept()
                return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        stretch = self.wrong_stretch()
        if stretch is None:
            return
        left, right = stretch
        base = self.rect().center().y() + self.fontMetrics().ascent() / 2 + _WAVE + 1
        count = max(2, round((right - left) / (2 * _WAVE)))
        wave = QPolygonF([QPointF(left + k * (right - left) / count, base + _WAVE * (k % 2)) for k in range(count + 1)])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._themes.theme.wrong), 1.6 * self._themes.theme.scale))
        painter.drawPolyline(wave)
        painter.end()
