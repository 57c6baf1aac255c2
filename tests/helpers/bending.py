"""Dragging a weight in the diagram of the whole window."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.user import LEFT, TRAINING_MS, User


def waits_for_diagram(user: User, qtbot: QtBot) -> None:
    """Until the diagram shows the newest numbers."""
    session, view = user.window.session, user.window.diagram_view

    def is_shown() -> bool:
        return view.shown.values is not None and np.array_equal(
            view.shown.values.parameters, session.snapshot.parameters
        )

    qtbot.waitUntil(is_shown, timeout=TRAINING_MS)


def drags(user: User, qtbot: QtBot, up: int, **place: int) -> None:
    """Drag a connection up by so many pixels and let go."""
    view = user.window.diagram_view
    viewport, at = view.viewport(), view.position_of("connection", **place)
    qtbot.mousePress(viewport, LEFT, pos=at)
    for step in range(1, 6):
        to = (at - QPoint(0, up * step // 5)).toPointF()
        move = QMouseEvent(
            QEvent.Type.MouseMove, to, viewport.mapToGlobal(to), LEFT, LEFT, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(viewport, move)
        QApplication.processEvents()
    qtbot.mouseRelease(viewport, LEFT, pos=at - QPoint(0, up))
