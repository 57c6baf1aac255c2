"""A row of controls shows what has room, and then rests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.project.project import Project
from gui.document.document import Document
from gui.features.diagram.palette.network_palette import NetworkPalette
from gui.toolkit.theme import ThemeManager
from tests.helpers.small_screen import rest


class _LayoutWatch(QObject):
    """Counts how often a widget is asked to lay itself out."""

    n_asked = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt calls it
        self.n_asked += event.type() == QEvent.Type.LayoutRequest
        return False


def test_a_row_without_room_for_its_pictures_comes_to_rest(qtbot: QtBot) -> None:
    document = Document(Project())
    palette = NetworkPalette(document, ThemeManager())
    qtbot.addWidget(palette)
    palette.resize(240, 32)
    palette.show()
    rest()
    watch = _LayoutWatch()
    palette.installEventFilter(watch)
    for _ in range(10):
        QApplication.processEvents()
    assert watch.n_asked == 0
