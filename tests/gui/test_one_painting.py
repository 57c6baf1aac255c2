"""A frame is painted in one go: no picture shows another moment than the one beside it, not even for a blink."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.analysis.frame import Frame
from gui.main_window import MainWindow
from tests.helpers.user import User


class Paintings(QObject):
    """Gathers, for each epoch, which of some widgets were painted in each painting of the window after its frame."""

    def __init__(self, window: MainWindow, widgets: dict[QObject, str]) -> None:
        super().__init__(window)
        self._window, self._widgets = window, widgets
        self.of_epoch: dict[int, list[set[str]]] = {}
        self._parts: list[set[str]] = []
        window.clock.add(self._begin)

    def _begin(self, frame: Frame) -> None:
        self._parts = []
        self.of_epoch.setdefault(frame.snapshot.epoch, self._parts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        if watched is self._window and event.type() == QEvent.Type.UpdateRequest:
            self._parts.append(set())
        elif watched in self._widgets and event.type() == QEvent.Type.Paint and self._parts:
            self._parts[-1].add(self._widgets[watched])
        return False


def test_all_pictures_show_a_new_moment_in_the_same_painting(user: User, qtbot: QtBot) -> None:
    user.waits_for_views()
    window = user.window
    pictures = {
        window.diagram_view.viewport(): "diagram",
        window.decision_region_plot.canvas.mouse_area(): "region",
        user.find("epoch_label"): "epoch",
    }
    paintings = Paintings(window, pictures)
    QApplication.instance().installEventFilter(paintings)
    for _ in range(3):
        epoch = window.session.snapshot.epoch + 1
        window.session.step_epoch()
        qtbot.waitUntil(lambda epoch=epoch: bool(paintings.of_epoch.get(epoch)))
        assert paintings.of_epoch[epoch][0] == set(pictures.values())
    QApplication.instance().removeEventFilter(paintings)
