"""This module covers what is not to be seen yet with a quiet hatch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.toolkit.services.hidden_answer import HiddenAnswer
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View


def draw_hatch(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """Fill `area` so that nothing below can be read."""
    painter.fillRect(area, QColor(theme.panel))
    lines = QColor(theme.muted)
    lines.setAlphaF(0.45)
    painter.fillRect(area, QBrush(lines, Qt.BrushStyle.BDiagPattern))


class Cover(View, QWidget):
    """Lies over the whole of `area` while the answer is hidden, and takes the mouse from it."""

    def __init__(self, area: QWidget, hidden: HiddenAnswer, themes: ThemeManager) -> None:
        super().__init__(area)
        self._area, self._hidden = area, hidden
        area.installEventFilter(self)
        hidden.changed.connect(self._on_hidden_changed)
        self.follow_themes(themes)
        self._on_hidden_changed()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("hidden"))

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._area.rect())
        elif event.type() == QEvent.Type.ChildPolished:
            self.raise_()  # above what comes into the area later
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_hatch(painter, QRectF(self.rect()), self._theme)
        painter.end()

    def _on_hidden_changed(self) -> None:
        self.setGeometry(self._area.rect())
        self.setVisible(self._hidden.is_on)
        self.raise_()
