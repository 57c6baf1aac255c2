"""Zoom by wheel and pinch, scrolling, and the overview."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.features.diagram.canvas import LEFT, Canvas, MakeCanvas

NONE = Qt.KeyboardModifier.NoModifier


def wheel(canvas: Canvas, at: QPoint, pixels: QPoint, angle: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
    viewport = canvas.view.viewport()
    phase = Qt.ScrollPhase.NoScrollPhase if pixels.isNull() else Qt.ScrollPhase.ScrollUpdate
    place = at.toPointF()
    event = QWheelEvent(
        place, viewport.mapToGlobal(place), pixels, angle, Qt.MouseButton.NoButton, modifier, phase, False
    )
    QApplication.sendEvent(viewport, event)


def minimap(canvas: Canvas) -> QWidget:
    found = canvas.view.findChild(QWidget, "diagram_minimap")
    assert found is not None
    return found


def test_the_wheel_zooms_where_the_mouse_is(canvas: Canvas) -> None:
    at = canvas.at("neuron", 0, 1)
    wheel(canvas, at, QPoint(), QPoint(0, 480))
    assert canvas.view.transform().m11() > 1.6
    assert (canvas.view.position_of("neuron", layer=0, unit=1) - at).manhattanLength() <= 2
    wheel(canvas, at, QPoint(), QPoint(0, -1200))
    assert canvas.view.is_fitted


def test_two_fingers_scroll_and_do_not_zoom(canvas: Canvas) -> None:
    canvas.view.zoom(3.0)
    before, scale = canvas.view.scrolled, canvas.view.transform().m11()
    wheel(canvas, QPoint(200, 200), QPoint(-30, -20), QPoint(-30, -20))
    assert canvas.view.scrolled == before + QPoint(30, 20)
    assert canvas.view.transform().m11() == scale
    wheel(canvas, QPoint(200, 200), QPoint(), QPoint(0, 120), Qt.KeyboardModifier.ShiftModifier)
    assert canvas.view.scrolled.x() < before.x() + 30
    assert canvas.view.transform().m11() == scale


def test_a_pinch_on_the_touchpad_zooms(canvas: Canvas) -> None:
    at = canvas.at("neuron", 0, 2).toPointF()
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        canvas.view.viewport().mapToGlobal(at),
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(canvas.view.viewport(), event)
    assert abs(canvas.view.transform().m11() - 1.5) < 1e-6


def test_two_fingers_on_the_screen_pinch_and_select_nothing(canvas: Canvas) -> None:
    viewport, device = canvas.view.viewport(), QTest.createTouchDevice()
    centre = canvas.at("neuron", 0, 1)

    def fingers(apart: int, what: str) -> None:
        sequence = QTest.touchEvent(viewport, device)
        for finger, side in ((0, -1), (1, 1)):
            getattr(sequence, what)(finger, centre + QPoint(side * apart, 0), viewport)
        sequence.commit()

    fingers(40, "press")
    for apart in range(45, 121, 5):
        fingers(apart, "move")
    fingers(120, "release")
    assert canvas.view.transform().m11() > 1.8
    assert canvas.view.selected is None


def test_the_overview_comes_where_not_all_is_on_screen(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 4, 1)
    assert not minimap(canvas).isVisible()
    canvas.view.zoom(2.5)
    assert minimap(canvas).isVisible()
    canvas.view.fit()
    assert not minimap(canvas).isVisible()


def test_a_click_on_the_overview_moves_the_view_there(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, *[3] * 11, 1)
    overview = minimap(canvas)
    assert overview.isVisible()
    column = canvas.view.shown.layout.column(9)
    place = overview.position_of(column.neuron_rect(1).center())  # type: ignore[attr-defined]
    assert overview.rect().contains(place)
    canvas.qtbot.mouseClick(overview, LEFT, pos=place)
    assert canvas.view.shown_rect().contains(column.neuron_rect(1))
    before = canvas.view.scrolled.x()
    overview.setFocus()
    canvas.qtbot.keyClick(overview, Qt.Key.Key_Left)
    assert canvas.view.scrolled.x() < before


def test_the_overview_leaves_room_in_a_small_canvas(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 4, 1, width=320, height=240)
    canvas.view.zoom(3.0)
    overview = minimap(canvas)
    assert not overview.isVisible() or 2 * overview.height() < canvas.view.viewport().height()


def test_a_diagram_without_room_can_be_zoomed_and_fits_again_when_it_has_some(canvas: Canvas) -> None:
    view = canvas.view
    size, shown = view.size(), view.transform().m11()
    view.setMinimumSize(0, 0)
    view.resize(size.width(), 0)
    QApplication.processEvents()
    view.zoom(1.25)
    view.zoom(0.8)
    assert view.transform().m11() > 0
    view.fit()
    view.resize(size)
    QApplication.processEvents()
    assert view.transform().m11() == shown


def test_a_part_is_shown_in_any_size_until_somebody_scrolls(canvas: Canvas) -> None:
    view = canvas.view
    view.show_part((2.0, 0.25, 0.5))
    view.settle()
    before = view.transform().m11()
    view.resize(view.width() // 2, view.height() // 2)
    view.settle()
    assert view.transform().m11() < before
    assert view.part is not None
    assert abs(view.part[0] - 2.0) < 0.01
    view.scroll_to(view.scrolled + QPoint(20, 0))
    scrolled, scale = view.part, view.transform().m11()
    assert scrolled is not None
    assert scrolled[1] > 0.25
    view.resize(view.width() + 40, view.height() + 40)
    view.settle()
    assert view.transform().m11() == scale
    view.show_part(None)
    view.settle()
    assert view.is_fitted
