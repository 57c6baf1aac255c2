"""Canvases for the tests of the diagram."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.document.document import Document
from gui.features.diagram.diagram_view import DiagramView
from gui.toolkit.theme import ThemeManager
from gui.words.notation import Notation
from tests.gui.features.diagram.canvas import Canvas, MakeCanvas, project_of


@pytest.fixture
def make_canvas(qtbot: QtBot) -> Iterator[MakeCanvas]:
    """Makes canvases: `make_canvas(2, 4, 1, width=600, height=400, activation="tanh")`."""

    def make(*sizes: int, width: int = 640, height: int = 420, activation: str = "tanh") -> Canvas:
        document, themes, notation = Document(project_of(*sizes, activation=activation)), ThemeManager(), Notation()
        view = DiagramView(document, themes, notation)
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        view.setFocus()
        return Canvas(qtbot, document, themes, notation, view)

    yield make
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


@pytest.fixture
def canvas(make_canvas: MakeCanvas) -> Canvas:
    """A 2-4-1 network without numbers yet."""
    return make_canvas(2, 4, 1)
