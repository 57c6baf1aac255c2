"""The page of the error surface, by mouse and keys: axes, path, timeline, starting from a point, empty states."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QSlider
from pytestqt.qtbot import QtBot

from engine import DatasetSpec, LayerSpec, Network, NetworkSpec, Project
from engine.analysis.surface.run_path import path_of
from engine.spec.frozen_array import FrozenArray
from gui.features.error_surface.page import ErrorSurfacePage
from gui.main_window import MainWindow
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.error_map.picture import SurfacePicture
from gui.toolkit.export import Sheet, image_of
from gui.window.printing.printed_views import PrintedViews
from tests.gui.conftest import Opens
from tests.helpers.drawings import pixels_of
from tests.helpers.user import User

LEFT = Qt.MouseButton.LeftButton
WAIT_MS = 25_000
INPUTS, TARGETS = np.array([0.0, 1.0, 3.0]), np.array([1.0, 2.0, 2.0])
LINE = Project(
    network=NetworkSpec(1, (LayerSpec(1, "linear"),)),
    dataset=DatasetSpec("custom", inputs=INPUTS[:, np.newaxis], targets=TARGETS[:, np.newaxis]),
    parameters=FrozenArray([-1.0, 0.5]),
)


def opened(user: User, qtbot: QtBot) -> ErrorSurfacePage:
    user.triggers("page_error_surface")
    page = user.window.pages.currentWidget()
    assert isinstance(page, ErrorSurfacePage)
    finished(page, qtbot)
    return page


def finished(page: ErrorSurfacePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.is_busy, timeout=WAIT_MS)


def shown(page: ErrorSurfacePage) -> SurfacePicture:
    assert page.picture is not None, page.map.text
    return page.picture


def text(page: ErrorSurfacePage, name: str) -> str:
    label = page.findChild(QLabel, f"error_surface_{name}_text")
    assert isinstance(label, QLabel)
    return label.text()


def at(page: ErrorSurfacePage, first: float, second: float) -> QPoint:
    return page.map.position_of(first, second).toPoint()


def parameters(user: User) -> NDArray[np.float64]:
    snapshot = user.window.session.snapshot
    assert snapshot is not None
    return snapshot.parameters


def test_a_click_on_the_minimum_of_a_line_starts_from_there_and_undo_goes_back(opens: Opens, qtbot: QtBot) -> None:
    user = opens(LINE)
    page = opened(user, qtbot)
    picture = shown(page)
    w, b = np.meshgrid(picture.surface.first, picture.surface.second, indexing="ij")
    by_hand = 0.5 * ((w[..., np.newaxis] * INPUTS + b[..., np.newaxis] - TARGETS) ** 2).sum(axis=-1)
    assert picture.surface.losses == pytest.approx(by_hand), "as the window sums its errors"
    assert picture.surface.loss == pytest.approx(user.value("error_label"))
    assert "whole error surface" in text(page, "note")
    slope, height = np.polyfit(INPUTS, TARGETS, 1)
    minimum = at(page, slope, height)
    qtbot.mouseMove(page.map, minimum + QPoint(3, 2))
    assert text(page, "point").startswith("Minimum in this plane: w₁₁⁽¹⁾ = 0.2857, b of ŷ₁ = 1.286, error ")
    qtbot.mouseClick(page.map, LEFT, pos=minimum + QPoint(3, 2))
    assert parameters(user) == pytest.approx([slope, height], abs=1e-6), "a click near it takes it exactly"
    assert picture.way_down is not None
    qtbot.waitUntil(lambda: shown(page).surface.place == pytest.approx([slope, height], abs=1e-6), timeout=WAIT_MS)
    assert shown(page).way_down is None, "at the minimum nothing is left but rounding"
    assert user.action("undo").text().startswith("&Undo Start from w₁₁⁽¹⁾ = 0.2857")
    user.triggers("undo")
    assert parameters(user).tolist() == [-1.0, 0.5]


def test_a_locked_bias_leaves_the_whole_surface_of_two_weights(opens: Opens, qtbot: QtBot) -> None:
    """As textbooks draw it: a linear unit of two weights, whose path lies on its bowl."""
    unit = NetworkSpec(2, (LayerSpec(1, "linear"),))
    locked = FrozenArray([False, False, True], bool)
    user = opens(replace(LINE, network=unit, dataset=DatasetSpec("or"), parameters=FrozenArray([3.0, -2.0, 0.0]),
                         locked=locked))  # fmt: skip
    page = opened(user, qtbot)
    assert "not shown, 1 weight, is locked" in text(page, "note")
    user.trains_until(epoch=30)
    finished(page, qtbot)
    assert "projected" not in text(page, "note")
    surface = shown(page).surface
    assert surface.path[0].tolist() == [3.0, -2.0]
    inputs, targets = shown(page).moment.data.inputs, shown(page).moment.data.targets
    best = np.linalg.lstsq(inputs, targets, rcond=None)[0].ravel()
    assert [(point.first, point.second) for point in surface.points or ()] == [pytest.approx(tuple(best), abs=1e-6)]


def test_the_keyboard_walks_over_the_map_and_starts_from_a_point(opens: Opens, qtbot: QtBot) -> None:
    user = opens(LINE)
    page = opened(user, qtbot)
    start = user.find("error_surface_start")
    assert not start.isEnabled()
    user.window.activateWindow()
    page.setFocus()
    visited = []
    for _ in range(7):
        user.presses(Qt.Key.Key_Tab)
        focused = user.window.focusWidget()
        assert focused is not None
        visited.append(focused.objectName().removeprefix("error_surface_"))
    assert visited == ["first", "second", "half", "logarithmic", "recentre", "map", "space"], "in reading order"
    page.map.setFocus()
    spoken = QAccessible.queryAccessibleInterface(page.map).text(QAccessible.Text.Description)
    assert spoken.startswith("Epoch 0: w₁₁⁽¹⁾ = −1.000, b of ŷ₁ = 0.5000, error 13.38. This is the whole error surface")
    step = 2 * shown(page).area.half / 40
    user.presses(Qt.Key.Key_Right)
    user.presses(Qt.Key.Key_Up)
    assert text(page, "point").startswith("w₁₁⁽¹⁾ = ")
    user.presses(Qt.Key.Key_Return)
    assert parameters(user) == pytest.approx([-1.0 + step, 0.5 + step])
    user.waits_for_views()
    finished(page, qtbot)
    user.presses(Qt.Key.Key_M)
    assert text(page, "point").startswith("Minimum")
    user.clicks("error_surface_start")
    assert parameters(user) == pytest.approx(np.polyfit(INPUTS, TARGETS, 1), abs=1e-6)
    user.presses(Qt.Key.Key_Escape)
    assert not start.isEnabled()
    assert user.window.pages.current == "error_surface", "the first Esc puts the cursor away"
    assert user.window.facts()["surface.starts"] == 2


def test_the_marker_and_the_path_are_those_of_the_run_now_and_along_the_timeline(user: User, qtbot: QtBot) -> None:
    page = opened(user, qtbot)
    moments: list[tuple[int, float]] = []
    page.shown.connect(lambda: moments.append((shown(page).moment.epoch, shown(page).surface.loss)))
    user.starts_training()
    qtbot.waitUntil(lambda: len({epoch for epoch, _ in moments}) > 3, timeout=WAIT_MS)  # it moves while the run does
    user.trains_until(epoch=300)
    finished(page, qtbot)
    picture, run = shown(page), user.window.session.run()
    assert run is not None
    assert picture.moment.epoch == run.epoch
    assert picture.surface.place.tolist() == run.parameters.array[[0, 1]].tolist()
    kept = path_of(run.moments, (), user.project.network.n_parameters)
    assert picture.track.places[: len(kept)].tolist() == kept.parameters[:, [0, 1]].tolist()
    timeline = user.find("timeline")
    assert isinstance(timeline, QSlider)
    timeline.setValue(100)
    qtbot.waitUntil(lambda: shown(page).moment.epoch == 100 and not page.is_busy, timeout=WAIT_MS)
    past = shown(page)
    before = dict(zip(kept.epochs.tolist(), kept.parameters.tolist(), strict=True))[100]
    assert past.surface.place.tolist() == before[:2]
    assert past.surface.loss == pytest.approx(user.value("error_label")), "the bar and the page tell of one moment"
    assert len(past.track.places) < len(picture.track.places)
    assert text(page, "moment").startswith("Epoch 100: ")
    own = Network(user.project.network, parameters=before)
    assert past.surface.descent == pytest.approx(-own.gradient(past.moment.data.inputs, past.moment.data.targets)[:2])


def test_directions_of_the_path_and_random_ones(user: User, qtbot: QtBot) -> None:
    page = opened(user, qtbot)
    user.chooses("error_surface_first", "principal 0")
    finished(page, qtbot)
    assert page.picture is None
    assert "no path yet" in page.map.text
    assert not user.find("error_surface_half").isEnabled()
    user.trains_to(200)  # of many more moments not all are taken
    finished(page, qtbot)
    assert "of the variance of the run's path" in text(page, "note")
    picture, run = shown(page), user.window.session.run()
    assert [axis.key for axis in picture.request.axes] == ["principal 0", "principal 1"]
    assert run is not None
    user.clicks("error_surface_recentre")
    finished(page, qtbot)
    path = path_of(run.moments, (), user.project.network.n_parameters).parameters
    _, values, vectors = np.linalg.svd(path - path.mean(axis=0))
    assert np.abs(shown(page).directions.vectors @ vectors[:2].T) == pytest.approx(np.eye(2), abs=1e-6)
    assert shown(page).directions.shares == pytest.approx((values**2 / (values**2).sum())[:2])
    user.chooses("error_surface_second", "random 0")
    finished(page, qtbot)
    assert [axis.key for axis in shown(page).request.axes] == ["random 1", "random 0"], "directions come in pairs"
    place = shown(page).surface.place
    qtbot.mouseClick(page.map, LEFT, pos=at(page, place[0] + 0.4, place[1]))
    moved = parameters(user) - run.parameters.array
    assert np.abs(moved).min() > 0, "every weight moves"


def test_one_axis_alone_is_a_curve(opens: Opens, qtbot: QtBot) -> None:
    user = opens(LINE)
    page = opened(user, qtbot)
    user.chooses("error_surface_second", "none 0")
    finished(page, qtbot)
    picture = shown(page)
    by_hand = 0.5 * ((picture.surface.first[:, np.newaxis] * INPUTS + 0.5 - TARGETS) ** 2).sum(axis=1)
    assert picture.surface.losses[:, 0] == pytest.approx(by_hand)
    assert not page.space.isVisible()
    on_curve = page.map.position_of(1.0, 0.0)
    beside = page.map.position_of(2.0, 0.0)
    assert beside.y() < on_curve.y(), "the error rises to the right of its minimum"
    qtbot.mouseClick(page.map, LEFT, pos=on_curve.toPoint())
    assert parameters(user) == pytest.approx([1.0, 0.5], abs=0.02)
    user.clicks("error_surface_logarithmic")
    finished(page, qtbot)
    assert shown(page).scale.is_logarithmic


def test_the_part_of_the_plane_is_chosen_and_a_threshold_of_the_lecture_is_minus_the_bias(
    opens: Opens, qtbot: QtBot
) -> None:
    user = opens(LINE)
    page = opened(user, qtbot)
    before = shown(page).area
    spot = page.map.position_of(0.5, 1.0)
    wheel = QWheelEvent(
        spot, page.map.mapToGlobal(spot), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.map, wheel)
    QApplication.sendEvent(page.map, wheel)  # before the picture has come that the first one asked for
    finished(page, qtbot)
    assert shown(page).area.half == pytest.approx(before.half / 1.2**2)
    assert (page.map.position_of(0.5, 1.0) - spot).manhattanLength() < 1.5, "what is under the wheel stays there"
    start, end = spot.toPoint(), spot.toPoint() + QPoint(40, -25)
    qtbot.mousePress(page.map, LEFT, pos=start)
    qtbot.mouseMove(page.map, start + QPoint(20, -12))
    qtbot.mouseMove(page.map, end)
    qtbot.mouseRelease(page.map, LEFT, pos=end)
    finished(page, qtbot)
    assert (page.map.position_of(0.5, 1.0) - QPointF(end)).manhattanLength() < 2.5, "the drag takes the plane along"
    assert parameters(user).tolist() == [-1.0, 0.5], "a drag is no click"
    user.types("error_surface_half", "7")
    finished(page, qtbot)
    assert shown(page).area.half == 7.0
    page.map.setFocus()
    user.presses(Qt.Key.Key_Home)
    finished(page, qtbot)
    assert shown(page).area == before
    user.triggers("notation_lecture")
    finished(page, qtbot)
    assert shown(page).surface.place.tolist() == [-1.0, -0.5]
    assert text(page, "moment").startswith("Epoch 0: w₁₁ = −1.000, T of o₁ = −0.5000")
    qtbot.mouseClick(page.map, LEFT, pos=at(page, 1.0, -2.0))
    assert parameters(user) == pytest.approx([1.0, 2.0], abs=0.05)


def test_steps_widths_and_too_much_work_are_told(opens: Opens, qtbot: QtBot) -> None:
    step = replace(LINE, network=NetworkSpec(1, (LayerSpec(1, "step"),)))
    user = opens(step)
    page = opened(user, qtbot)
    assert "surface of steps" in text(page, "note")
    assert shown(page).surface.descent is None
    rbf = NetworkSpec(1, (LayerSpec(1, "gaussian", "rbf"), LayerSpec(1, "linear")))
    user.window.document.load(replace(LINE, network=rbf, parameters=FrozenArray([0.0, 1.0, 1.0, 0.0])))
    user.waits_for_views()
    finished(page, qtbot)
    assert "hatched" in text(page, "note")
    notices: list[str] = []
    user.window.document.noticed.connect(notices.append)
    qtbot.mouseClick(page.map, LEFT, pos=at(page, 0.0, -1.0))
    assert parameters(user)[1] == 1.0
    assert "width" in notices[0]
    user.window.document.load(replace(LINE, parameters=FrozenArray([1e200, 1e200])))
    user.waits_for_views()
    finished(page, qtbot)
    assert "100 % of the picture" in text(page, "note")
    assert text(page, "moment").endswith("error ∞")
    page.grab()
    no_samples = DatasetSpec("custom", inputs=np.zeros((0, 2)), targets=np.zeros((0, 1)))
    user.window.document.load(Project(dataset=no_samples))
    qtbot.waitUntil(lambda: page.picture is None, timeout=WAIT_MS)
    assert "must have samples" in page.map.text


def test_it_turns_in_space_and_is_drawn_for_paper_in_both_languages(opens: Opens, qtbot: QtBot) -> None:
    user = opens(LINE)
    page = opened(user, qtbot)
    user.window.activateWindow()
    page.space.setFocus()
    before = page.space.grab().toImage()
    for _ in range(4):
        user.presses(Qt.Key.Key_Right)
    assert (pixels_of(page.space.grab().toImage()) != pixels_of(before)).mean() > 0.05
    user.presses(Qt.Key.Key_Home)
    assert page.space.grab().toImage() == before
    views = user.window.findChild(PrintedViews)
    assert views is not None
    picture = next(offer.take() for offer in views.offers() if offer.name == "error_surface")
    assert picture is not None
    size = picture.picture_size()
    pixels = pixels_of(image_of(picture, Sheet(size.width(), size.height())))
    assert len(np.unique(pixels.reshape(-1, 4), axis=0)) > 200
    user.triggers("language_zh_CN")
    assert "误差" in text(page, "moment")
    user.triggers("language_en")


def test_closing_in_the_middle_of_a_picture_ends_its_thread(qtbot: QtBot) -> None:
    digits = NetworkSpec(64, (LayerSpec(32), LayerSpec(10)))
    window = MainWindow(replace(LINE, dataset=DatasetSpec("digits"), network=digits, parameters=None))
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.session.snapshot is not None, timeout=WAIT_MS)
    window.actions_by_name["page_error_surface"].trigger()
    page = window.pages.currentWidget()
    assert isinstance(page, ErrorSurfacePage)
    qtbot.waitUntil(lambda: page.picture is not None, timeout=WAIT_MS)
    assert page.is_busy, "a finer one is being computed"
    assert text(page, "note").endswith("A finer picture is being computed.")
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert "perceptra-surface" not in [thread.name for thread in threading.enumerate()]


def test_a_weight_of_a_large_network_is_named_by_layer_unit_and_input(opens: Opens, qtbot: QtBot) -> None:
    user = opens(Project(network=NetworkSpec(2, (LayerSpec(200), LayerSpec(1)))))
    page = opened(user, qtbot)
    assert [axis.kind for axis in shown(page).request.axes] == ["random", "random"], "a single one tells nothing"
    assert not user.find("error_surface_first_unit").isVisible()
    user.chooses("error_surface_first", "weight 0")
    user.chooses("error_surface_second", "weight 1")
    for field, entry, index in (
        ("first_unit", "150", 149),
        ("first_input", "2", 200 + 149),
        ("first_input", "0", 400 + 149),
    ):
        user.types(f"error_surface_{field}", entry)
        finished(page, qtbot)
        assert shown(page).request.axes[0].key == f"weight {index}"
        assert shown(page).surface.place[0] == pytest.approx(parameters(user)[index])
    layer = user.find("error_surface_first_layer")
    assert isinstance(layer, ChoiceBox)
    layer.setCurrentIndex(1)
    user.types("error_surface_first_input", "200")
    finished(page, qtbot)
    assert shown(page).surface.place[0] == pytest.approx(parameters(user)[600 + 199]), (
        "the last unit's way to the output"
    )
    user.chooses("error_surface_first", "random 1")
    assert not user.find("error_surface_first_unit").isVisible()
