"""This module makes the area that scrolls what has too little room, and scrolls to a part; it takes no focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(content: QWidget, sideways: bool = False) -> QScrollArea:
    """`content` in an area called after it, which scrolls up and down, and with `sideways` to both sides."""
    area = QScrollArea()
    area.setObjectName(f"scroll_{content.objectName()}")
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def scroll_to(part: QWidget) -> None:
    """Scroll every area around `part` until that is on screen."""
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part)
        around = around.parentWidget()
