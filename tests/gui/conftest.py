"""Fixtures of the window's tests."""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.project.project import Project
from gui.document.document import Document
from gui.main_window import MainWindow
from gui.toolkit import translation
from gui.toolkit.gui_garbage_collection import GuiCollector, collect_what_is_due
from tests.helpers.user import TRAINING_MS, User

Opens = Callable[[Project], User]


@pytest.fixture(autouse=True, scope="session")
def _garbage_goes_in_the_gui_thread(qapp: QApplication) -> Iterator[None]:
    """As while a window is open: widgets of earlier tests that are garbage must not be deleted by a worker's thread."""
    parent = QObject()
    GuiCollector(parent)
    gc.freeze()  # as the program does: the modules stay, and need not be looked through again and again
    yield
    parent.deleteLater()


@pytest.fixture(autouse=True)
def _empty_clipboard() -> Iterator[None]:
    """No test finds what another copied; and off screen, Qt would let go of it only after Python has gone."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _deleted_at_once(_plain_application: None) -> Iterator[None]:
    """What a test has closed is deleted before the next begins, not when a collector gets to it."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    collect_what_is_due()


@pytest.fixture(autouse=True)
def _plain_application(qapp: QApplication) -> Iterator[None]:
    """No test finds the font, palette and terms that another's window has given to the whole application."""
    font, palette = qapp.font(), qapp.palette()
    yield
    translation.use_lecture_terms(qapp, False)
    if qapp.font() != font:
        qapp.setFont(font)
        qapp.setPalette(palette)


@pytest.fixture(autouse=True)
def _mouse_aside(qapp: QApplication) -> None:
    """No test finds the mouse where another left it: cards show more while it is on them, and off screen a window that
    opens below it is told that it came, but not always that it went. It rests on the status line of a usual window."""
    QCursor.setPos(QPoint(1270, 715))


@pytest.fixture(params=["en", "zh_CN"])
def _each_language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """The test runs once in each language of the window."""
    translation.install(qapp, request.param)
    yield
    translation.install(qapp, "en")


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Its waits are patient where a test does not say how long: on a busy machine the five seconds of pytest-qt end
    while what is awaited is on its way, and a wait that is met costs no more for its patience."""
    for wait in ("waitUntil", "waitSignal", "waitSignals", "waitExposed"):
        setattr(qtbot, wait, functools.partial(getattr(qtbot, wait), timeout=TRAINING_MS))
    return qtbot


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    """A document with the default project, XOR."""
    return Document()


@pytest.fixture
def user(qtbot: QtBot) -> Iterator[User]:
    """A user before the window of the first start, shown at 1280×720."""
    window = MainWindow()
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    someone = User(qtbot, window)
    someone.waits_for_views()
    yield someone
    window.document.undo_stack.setClean()
    window.close()
    window.deleteLater()


@pytest.fixture
def opens(qtbot: QtBot) -> Iterator[Opens]:
    """A function that opens a window on a project, shown at 1280×720."""
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
def others(qtbot: QtBot) -> Iterator[list[MainWindow]]:
    """Windows beside the user's; closed as if nothing was to be saved."""
    windows: list[MainWindow] = []
    yield windows
    for window in windows:
        window.hide()
        window.close()
        window.deleteLater()
