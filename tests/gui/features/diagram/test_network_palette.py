"""The palette of ready networks: by click, by key and by drag, as one step to undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QToolButton, QWidget

from engine.project.demos import demo
from engine.project.lecture_demos import XOR_RUN
from gui.features.diagram.diagram_panel import DiagramPanel
from gui.features.diagram.items.drop_marker_item import DropMarkerItem
from gui.features.diagram.palette.network_palette import NetworkPalette
from gui.features.diagram.palette.ready_networks import READY_NETWORKS
from tests.gui.features.diagram.canvas import LEFT, Canvas, MakeCanvas

MakePanel = Callable[..., tuple[Canvas, QWidget]]

COPY = Qt.DropAction.CopyAction


@pytest.fixture
def make_panel(make_canvas: MakeCanvas) -> MakePanel:
    """Makes canvases with the palette above them; they leave their panel before it is deleted."""
    kept: list[QWidget] = []

    def make(*sizes: int) -> tuple[Canvas, QWidget]:
        canvas = make_canvas(*sizes)
        panel = DiagramPanel(NetworkPalette(canvas.document, canvas.themes), canvas.view)
        kept.append(panel)
        canvas.qtbot.addWidget(panel, before_close_func=lambda _panel: canvas.view.setParent(None))
        panel.resize(640, 460)
        panel.show()
        return canvas, panel

    return make


@pytest.fixture
def panel(make_panel: MakePanel) -> tuple[Canvas, QWidget]:
    return make_panel(2, 4, 1)


def chip(panel: QWidget, name: str) -> QToolButton:
    found = panel.findChild(QToolButton, f"ready_network_{name}")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "sizes"),
    [("perceptron", (2, 1)), ("hidden_2", (2, 2, 1)), ("hidden_8_8", (2, 8, 8, 1)), ("lecture", (2, 2, 1))],
)
def test_a_click_takes_a_ready_network_over(panel: tuple[Canvas, QWidget], name: str, sizes: tuple[int, ...]) -> None:
    canvas, palette = panel
    before = canvas.document.project
    canvas.qtbot.mouseClick(chip(palette, name), LEFT)
    assert canvas.sizes == sizes
    canvas.document.undo_stack.undo()
    assert canvas.document.project == before


def test_enter_does_as_well(panel: tuple[Canvas, QWidget]) -> None:
    canvas, palette = panel
    canvas.qtbot.keyClick(chip(palette, "hidden_2"), Qt.Key.Key_Return)
    assert canvas.sizes == (2, 2, 1)


def test_the_lectures_network_comes_with_its_start_and_settings(panel: tuple[Canvas, QWidget]) -> None:
    canvas, palette = panel
    canvas.qtbot.mouseClick(chip(palette, "lecture"), LEFT)
    project, lecture = canvas.document.project, demo(XOR_RUN)
    assert (project.parameters, project.training, project.dataset) == (
        lecture.parameters,
        lecture.training,
        lecture.dataset,
    )
    assert project.network.layers == lecture.network.layers
    assert project.network.initial_range == 1.0, "what is drawn later is drawn as before"


def test_chips_say_what_the_network_would_be_with_these_data(
    make_panel: MakePanel,
) -> None:
    canvas, palette = make_panel(3, 4, 2)
    assert chip(palette, "hidden_8_8").text() == "3-8-8-2"
    canvas.qtbot.mouseClick(chip(palette, "hidden_8_8"), LEFT)
    assert canvas.sizes == (3, 8, 8, 2)


def test_a_drag_of_a_chip_carries_its_network(panel: tuple[Canvas, QWidget], monkeypatch: pytest.MonkeyPatch) -> None:
    canvas, palette = panel
    carried: list[list[str]] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _action: carried.append(drag.mimeData().formats()))
    button = chip(palette, "hidden_2")
    canvas.qtbot.mousePress(button, LEFT, pos=button.rect().center())
    canvas.qtbot.mouseMove(button, button.rect().center() + QPoint(40, 30))
    canvas.qtbot.mouseRelease(button, LEFT, pos=button.rect().center() + QPoint(40, 30))
    assert carried == [["application/x-perceptra-network"]]
    assert canvas.sizes == (2, 4, 1), "a drag is no click"


def enters(canvas: Canvas, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(200, 200), COPY, data, LEFT, Qt.KeyboardModifier.NoModifier)
    canvas.view.dragEnterEvent(event)
    return event.isAccepted()


def has_marker(canvas: Canvas) -> bool:
    return any(isinstance(item, DropMarkerItem) for item in canvas.view.diagram_scene.items())


def test_a_network_dropped_on_the_canvas_is_taken_over(canvas: Canvas) -> None:
    data = next(ready for ready in READY_NETWORKS if ready.name == "hidden_8_8").mime()
    assert enters(canvas, data)
    assert has_marker(canvas)
    canvas.view.dropEvent(QDropEvent(QPointF(200, 200), COPY, data, LEFT, Qt.KeyboardModifier.NoModifier))
    assert canvas.sizes == (2, 8, 8, 1)
    assert not has_marker(canvas)


def test_a_drag_that_goes_away_changes_nothing(canvas: Canvas) -> None:
    enters(canvas, READY_NETWORKS[0].mime())
    canvas.view.dragLeaveEvent(QDragLeaveEvent())
    assert not has_marker(canvas)
    assert canvas.sizes == (2, 4, 1)


def test_other_drags_are_not_taken(canvas: Canvas) -> None:
    data = QMimeData()
    data.setText("2-4-1")
    assert not enters(canvas, data)
