"""A window on the lecture's XOR run, shown at 1280×720."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from engine.demos import demo
from engine.project import Project
from gui.main_window import MainWindow
from tests.helpers.user import User

Opens = Callable[[Project], User]


@pytest.fixture
def opens(qtbot: QtBot) -> Iterator[Opens]:
    """A function that opens a window on a project."""
    windows: list[MainWindow] = []

    def make(project: Project) -> User:
        window = MainWindow(project)
        windows.append(window)
        window.resize(1280, 720)
        with qtbot.waitExposed(window):
            window.show()
        someone = User(qtbot, window)
        someone.waits_for_views()
        return someone

    yield make
    for window in windows:
        window.document.undo_stack.setClean()
        window.close()
        window.deleteLater()


@pytest.fixture
def run(opens: Opens) -> User:
    """A user before the lecture's XOR run."""
    return opens(demo("xor_run"))
