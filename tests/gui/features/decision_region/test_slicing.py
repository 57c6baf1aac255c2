"""More than two inputs: the plane along principal components, the axes and the sliders of many inputs."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from engine.data.datasets import DatasetSpec
from engine.data.principal_components import principal_axes
from engine.project.demos import demo
from engine.spec.frozen_array import FrozenArray
from gui.document import commands
from gui.toolkit.drawing.colour_scale import class_colours
from gui.toolkit.probe import Probe
from gui.toolkit.theme import LIGHT
from tests.gui.conftest import Opens
from tests.gui.features.decision_region.bench import Bench
from tests.gui.features.decision_region.frames import Floats


@pytest.fixture
def iris(qtbot: QtBot) -> Bench:
    bench = Bench(qtbot, DatasetSpec("iris"))
    with qtbot.waitSignal(bench.plot.plane_changed):
        button(bench, "region_components").click()  # two inputs as axes
    return bench


@pytest.fixture
def digits(qtbot: QtBot) -> Bench:
    return Bench(qtbot, DatasetSpec("digits", test_share=0.2))


def button(bench: Bench, name: str) -> QToolButton:
    found = bench.find(name)
    assert isinstance(found, QToolButton)
    return found


def combo(bench: Bench, name: str) -> QComboBox:
    found = bench.find(name)
    assert isinstance(found, QComboBox)
    return found


def chooses(box: QComboBox, place: int) -> None:
    box.setCurrentIndex(place)
    box.activated.emit(place)


def in_components(bench: Bench) -> Bench:
    with bench.qtbot.waitSignal(bench.plot.plane_changed):
        button(bench, "region_components").click()
    QApplication.processEvents()  # the controls have other heights, and the picture another size
    return bench


def first_class(inputs: Floats) -> Floats:
    return np.tile([1.0, 0.0, 0.0], (len(inputs), 1))


def test_the_plane_of_principal_components_goes_through_the_mean_and_names_what_it_explains(iris: Bench) -> None:
    axis = iris.plot.canvas.getAxis("bottom")
    assert axis.label.toPlainText() == "sepal length"
    in_components(iris)
    plane, inputs = iris.plot.plane, iris.document.dataset.inputs
    assert axis.label.toPlainText() == "PC1 (73 %)"
    assert iris.plot.canvas.getAxis("left").label.toPlainText() == "PC2 (23 %)"
    np.testing.assert_allclose(plane.point(0, 0), inputs.mean(axis=0))
    np.testing.assert_allclose(iris.plot.samples.positions, plane.places(inputs))
    left, top = iris.plot.samples.positions.min(axis=0)
    assert plane.x_range[0] < left
    assert plane.y_range[0] < top


def test_the_region_is_the_networks_answer_on_that_plane(iris: Bench) -> None:
    in_components(iris)
    iris.shows(first_class)
    orange = class_colours(1, LIGHT)[0]
    shown = iris.colour_at(-0.8, 1.6)
    mixed = 255 + (orange - 255) * 0.75
    assert np.abs(np.array([shown.red(), shown.green(), shown.blue()]) - mixed).max() < 4
    iris.points_at(-0.8, 1.6)
    assert iris.sentences[-1].startswith("PC1 (73 %) −0.8")


def test_a_frame_of_the_former_plane_is_not_drawn_on_the_new_one(iris: Bench) -> None:
    iris.shows(first_class)
    former = iris.plot.scene.drawn
    assert former is not None
    in_components(iris)
    assert iris.plot.scene.drawn is None


def test_samples_are_neither_added_nor_moved_there_and_the_window_says_why(iris: Bench) -> None:
    notes: list[str] = []
    iris.document.noticed.connect(notes.append)
    before = iris.document.project
    in_components(iris)
    iris.clicks(3.0, 2.4)
    assert "projections" in notes[-1]
    place = iris.plot.samples.positions[0]
    iris.drags(iris.at(*place), iris.at(*place) + QPoint(30, 0))
    assert len(notes) == 2
    assert iris.document.project is before
    assert iris.find("region_class_1").isEnabled() is False
    assert iris.plot.viewport().cursor().shape() != Qt.CursorShape.CrossCursor


def test_a_click_still_chooses_a_sample_and_the_menu_of_a_right_click_removes_it(iris: Bench) -> None:
    in_components(iris)
    far = int(iris.plot.samples.positions[:, 1].argmax())
    iris.clicks(*iris.plot.samples.positions[far])
    assert iris.plot.editor.selected == far
    iris.removes(*iris.plot.samples.positions[far])
    assert iris.document.dataset.n_samples == 149


def test_boundary_lines_which_are_turned_by_hand_stay_with_planes_along_inputs(iris: Bench) -> None:
    assert iris.plot.lines.is_available
    assert iris.plot.classes.is_wanted(button(iris, "region_lines"))  # in the row or in its menu
    in_components(iris)
    assert not iris.plot.classes.is_wanted(button(iris, "region_lines"))
    assert iris.plot.lines.lines == ()
    button(iris, "region_components").click()
    assert iris.plot.classes.is_wanted(button(iris, "region_lines"))


def test_other_components_can_be_chosen_and_swap_places(iris: Bench) -> None:
    in_components(iris)
    up = combo(iris, "region_y_axis")
    assert [up.itemText(place)[:3] for place in range(up.count())] == ["PC1", "PC2", "PC3", "PC4"]
    chooses(up, 2)
    assert (iris.plot.plane.x_axis, iris.plot.plane.y_axis) == (0, 2)
    chooses(up, 0)
    assert (iris.plot.plane.x_axis, iris.plot.plane.y_axis) == (2, 0)
    assert iris.plot.canvas.getAxis("left").label.toPlainText() == "PC1 (73 %)"


def test_the_probe_stands_where_it_projects_to_and_passes_points_of_the_plane(iris: Bench) -> None:
    probe = Probe()
    iris.plot.set_probe(probe)
    in_components(iris)
    plane = iris.plot.plane
    iris.qtbot.mouseClick(
        iris.plot.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, iris.at(2.5, 2.0)
    )
    assert probe.inputs is not None
    np.testing.assert_allclose(plane.places(np.array([probe.inputs]))[0], [2.5, 2.0], atol=0.05)
    np.testing.assert_allclose(plane.point(*plane.places(np.array([probe.inputs]))[0]), probe.inputs)


def test_with_many_inputs_components_come_first_and_no_slider_is_made_before_it_is_asked_for(digits: Bench) -> None:
    assert digits.plot.slicing.shows_components
    assert digits.plot.canvas.getAxis("bottom").label.toPlainText().startswith("PC1 (")
    assert digits.plot.slice_controls.sliders.sliders == {}
    button(digits, "region_components").click()
    assert combo(digits, "region_x_axis").count() == 64
    button(digits, "region_fold_sliders").click()
    assert len(digits.plot.slice_controls.sliders.sliders) == 62


def test_sliders_of_many_inputs_are_found_by_name_and_begin_at_the_mean(qtbot: QtBot, digits: Bench) -> None:
    button(digits, "region_components").click()
    button(digits, "region_fold_sliders").click()
    field = digits.find("region_slider_filter")
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "R4C")
    sliders = digits.plot.slice_controls.sliders.sliders
    assert [column for column, slider in sliders.items() if not slider.isHidden()] == list(range(24, 32))
    data = digits.document.dataset
    mean = np.vstack([data.inputs, data.test_inputs]).mean(axis=0)
    assert digits.plot.plane.fixed[28] == pytest.approx(mean[28])
    assert digits.plot.plane.fixed[28] == pytest.approx(sliders[28].value() / 1000 * 16, abs=0.02)


def test_the_slice_can_be_laid_through_a_chosen_sample_and_back_to_the_mean(iris: Bench) -> None:
    through = button(iris, "region_hold_sample")
    assert not through.isEnabled()
    far = int(iris.plot.samples.positions[:, 1].argmax())
    iris.clicks(*iris.plot.samples.positions[far])
    assert through.isEnabled()
    assert through.text() == f"Sample {far + 1}"
    middle = iris.plot.plane.fixed
    through.click()
    row = iris.document.dataset.inputs[far]
    assert iris.plot.plane.fixed == tuple(row)
    slider = iris.find("region_fixed_3")
    assert isinstance(slider, QSlider)
    assert slider.value() == round((row[2] - 1.0) / 5.9 * 1000)
    button(iris, "region_hold_mean").click()
    assert iris.plot.plane.fixed == middle


def test_data_in_which_inputs_do_not_vary_have_no_components(qtbot: QtBot) -> None:
    inputs = np.zeros((6, 3))
    inputs[:, 0] = np.arange(6)
    spec = DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray(inputs[:, :1] > 2))
    bench = Bench(qtbot, spec)
    button(bench, "region_components").click()
    assert not bench.plot.slicing.shows_components
    assert not button(bench, "region_components").isEnabled()


def test_components_of_very_many_samples_are_found_beside_the_window(qtbot: QtBot) -> None:
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(60_000, 20)) * np.arange(1, 21)
    spec = DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray(inputs[:, :1] > 0))
    bench = Bench(qtbot, spec)
    qtbot.waitUntil(lambda: bench.plot.slicing.shows_components)
    known = principal_axes(inputs)
    assert known is not None
    assert bench.plot.plane == known.plane((0, 1), bench.plot.plane.x_range, bench.plot.plane.y_range)
    assert button(bench, "region_components").isChecked()


def test_components_of_former_data_are_dropped(qtbot: QtBot) -> None:
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(60_000, 20))
    spec = DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray(inputs[:, :1] > 0))
    bench = Bench(qtbot, spec)
    commands.set_dataset(bench.document, DatasetSpec("iris"))
    iris = bench.plot.plane
    with qtbot.assertNotEmitted(bench.plot.slicing.found, wait=150):
        pass
    assert bench.plot.plane == iris
    assert len(iris.fixed) == 4


def test_the_window_draws_the_trained_region_on_the_plane_of_components(qtbot: QtBot, opens: Opens) -> None:
    user = opens(demo("wine"))
    user.trains_until(right=140)
    qtbot.waitUntil(user.window.shows_newest)
    plot = user.region
    qtbot.waitUntil(lambda: plot.scene.drawn is not None and plot.scene.drawn.plane == plot.plane)
    data, picture = user.window.document.dataset, plot.viewport().grab().toImage()
    theme = user.window.appearance.themes.theme
    hits = 0
    for label in range(3):
        middle = np.median(plot.samples.positions[: data.n_samples][data.labels() == label], axis=0)
        near = picture.copy(plot.position_of(*middle).x() - 6, plot.position_of(*middle).y() - 6, 12, 12)
        colour = QColor(theme.class_colour(label))
        hits += any(
            abs(near.pixelColor(x, y).hue() - colour.hue()) < 12 and near.pixelColor(x, y).saturation() > 60
            for x in range(12)
            for y in range(12)
        )
    assert hits == 3
    label = user.find("accuracy_label")
    assert isinstance(label, QLabel)
    QApplication.processEvents()


def test_what_is_under_the_mouse_shows_as_a_picture_where_inputs_are_pixels(digits: Bench, iris: Bench) -> None:
    data, positions = digits.document.dataset, digits.plot.samples.positions
    far = int(positions[:, 1].argmax())
    digits.points_at(*positions[far])
    picture = digits.find("region_sample_picture")
    assert isinstance(picture, QLabel)
    assert picture.isVisible()
    image = picture.pixmap().toImage().scaled(8, 8)
    shown = np.array([[image.pixelColor(x, y).lightness() for x in range(8)] for y in range(8)], dtype=float)
    rows = np.vstack([data.raw_inputs, data.raw_test_inputs])
    assert np.corrcoef(shown.ravel(), rows[far])[0, 1] < -0.95  # ink is dark on the light theme
    digits.points_at(-8.0, 7.0)  # between the samples: what that place of the plane looks like
    assert picture.isVisible()
    digits.qtbot.mouseMove(digits.plot.viewport(), QPoint(1, 1))
    assert not picture.isVisible()
    iris.points_at(5.0, 3.0)
    assert iris.plot.findChild(QLabel, "region_sample_picture") is None


def test_where_samples_become_too_few_for_components_the_plot_goes_back_to_two_inputs_around_them(qtbot: QtBot) -> None:
    inputs = np.array([[50.0, 1, 7, 3], [60, 2, 5, 1], [70, 5, 6, 2]])
    spec = DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray([[0.0], [1.0], [1.0]]))
    bench = Bench(qtbot, spec)
    assert bench.plot.slicing.shows_components
    bench.removes(*bench.plot.samples.positions[0])
    plane = bench.plot.plane
    assert bench.document.dataset.n_samples == 2
    assert plane.oblique is None
    assert plane.x_range[0] < 60
    assert plane.x_range[1] > 70
    bench.document.undo_stack.undo()
    assert bench.document.dataset.n_samples == 3
