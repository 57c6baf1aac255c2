"""No exception leaves what Qt calls: paints, event filters, models and slots fail, and the window goes on."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGraphicsItem, QTableView, QWidget
from pytestqt.qtbot import QtBot

import gui
from gui.features.decision_region.colour_bar import ColourBar
from gui.features.diagram.items.neurons_item import NeuronsItem
from gui.features.samples.sample_model import SampleModel
from gui.features.samples.sample_painting import CellPainter
from gui.features.samples.sample_table import SampleTable
from gui.session.frame_builder import DETAILS
from gui.toolkit import guard
from gui.toolkit.background_job import Background
from gui.toolkit.plots.plot_style import PlotAxis
from gui.window.notices.fault_notice import FaultNotice
from tests.helpers.user import User


@pytest.fixture(autouse=True)
def _nothing_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one place, a second report within a second is left out."""
    monkeypatch.setattr(guard, "_reported", {})


def fails(*_arguments: object, **_named: object) -> None:
    raise ZeroDivisionError("float division by zero")


def paints(user: User) -> QImage:
    """The whole window, painted anew, the recorded axes of the plots included."""
    for plot in (user.window.decision_region_plot, user.window.error_plot):
        for side in ("left", "bottom"):
            plot.canvas.getAxis(side).picture = None
    for widget in (user.window, *user.window.findChildren(QWidget)):
        widget.update()
    QApplication.processEvents()
    return user.window.grab().toImage()


def classes_of(base: type) -> set[type]:
    """All classes of the program and of pyqtgraph on top of one of Qt's."""
    for module in pkgutil.walk_packages(gui.__path__, "gui."):
        importlib.import_module(module.name)
    found: set[type] = set()
    new = set(type.__subclasses__(base))
    while new:
        found |= new
        new = {below for kind in new for below in type.__subclasses__(kind)} - found
    return {kind for kind in found if kind.__module__.startswith(("gui.", "pyqtgraph."))}


def test_every_method_that_qt_calls_is_guarded(user: User) -> None:
    """Also in modules that are loaded later, and in pyqtgraph."""
    calls = {
        f"{kind.__module__}.{kind.__name__}.{name}": getattr(kind, name)
        for kind in classes_of(QObject) | classes_of(QGraphicsItem)
        for name in dir(kind)
        if name in guard.overrides(kind)
    }
    assert "pyqtgraph.graphicsItems.AxisItem.AxisItem.paint" in calls
    assert "gui.main_window.MainWindow.closeEvent" in calls
    assert "gui.features.computation_graph.graph_canvas.GraphCanvas.paintEvent" in calls
    assert [name for name, call in calls.items() if not guard.is_guarded(call)] == []


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        (PlotAxis, "tickStrings"),
        (NeuronsItem, "paint_unit"),
        (CellPainter, "paint"),
        (SampleTable, "_lines"),
        (ColourBar, "_paint_texts"),
    ],
)
def test_a_paint_that_fails_leaves_the_window_as_it_was(
    user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: type, part: str
) -> None:
    finest = DETAILS[0][0]
    qtbot.waitUntil(lambda: user.window.clock.newest is not None)
    qtbot.waitUntil(lambda: user.window.clock.newest.plane.region.shape[0] == finest)
    paints(user)  # asks for the pictures of the gallery, which are made beside the window
    qtbot.waitUntil(lambda: not any(work.is_busy for work in user.window.findChildren(Background)))
    before = paints(user)
    with monkeypatch.context() as broken, qtbot.capture_exceptions() as seen:
        broken.setattr(kind, part, fails)
        paints(user)
    assert seen
    assert {failure[0] for failure in seen} == {ZeroDivisionError}
    assert paints(user) == before
    user.trains_until(epoch=20)


def test_a_painter_that_a_failed_paint_made_is_ended(qtbot: QtBot) -> None:
    """Qt ends the program when a widget is painted that something else still paints on."""
    guard.install()

    class Broken(QWidget):
        works = False

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            painter = QPainter(self)
            painter.fillRect(self.rect(), "#ff0000")
            assert self.works

    widget = Broken()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget), qtbot.capture_exceptions() as seen:
        widget.show()
        widget.grab()
    assert [failure[0] for failure in seen] == [AssertionError]
    widget.works = True
    assert widget.grab().toImage().pixelColor(3, 3).name() == "#ff0000"


def test_models_and_slots_may_fail_too(user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    table = user.find("sample_table")
    assert isinstance(table, QTableView)
    with monkeypatch.context() as broken, qtbot.capture_exceptions() as seen:
        broken.setattr(SampleModel, "_value", fails)
        table.viewport().repaint()
        QTimer.singleShot(0, fails)
        qtbot.wait(20)
    assert len(seen) >= 2
    assert user.window.isVisible()
    user.trains_until(epoch=5)


def test_an_event_filter_that_fails_lets_the_event_pass(qtbot: QtBot) -> None:
    guard.install()

    class Filter(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            raise ValueError("no")

    class Watched(QWidget):
        moved = 0

        def moveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
            self.moved += 1

    widget, spoiler = Watched(), Filter()
    qtbot.addWidget(widget)
    widget.installEventFilter(spoiler)
    with qtbot.capture_exceptions() as seen:
        with qtbot.waitExposed(widget):
            widget.show()
        widget.move(40, 40)
        QApplication.processEvents()
    widget.removeEventFilter(spoiler)
    assert widget.moved
    assert {failure[0] for failure in seen} == {ValueError}


def test_a_view_that_fails_keeps_no_other_from_its_frame(
    user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken, qtbot.capture_exceptions() as seen:
        broken.setattr(user.window.diagram_view._scene, "show_values", fails)
        user.triggers("step_epoch")
        qtbot.waitUntil(lambda: user.value("epoch_label") == 1)
        assert user.window.sample_panel.frame.snapshot.epoch == 1
        assert user.window.error_plot.curve.epochs[-1] == 1
    assert seen


def test_the_user_is_told_of_a_fault_once(user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    notice = FaultNotice(user.window.message_bar, user.window)
    monkeypatch.setattr(PlotAxis, "tickStrings", fails)
    paints(user)
    qtbot.waitUntil(lambda: "ZeroDivisionError, test_guard.py:" in user.window.message_bar.text)
    user.clicks("message_dismiss")
    monkeypatch.setattr(guard, "_reported", {})
    paints(user)
    qtbot.wait(20)
    assert not user.find("message_bar").isVisible()
    monkeypatch.undo()
    notice.deleteLater()
