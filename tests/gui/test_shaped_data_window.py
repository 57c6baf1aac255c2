"""Shaped data all through the window: what is on screen is in the user's units, what the network gets is prepared."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine import Network
from engine.data.datasets import DatasetSpec
from engine.project.edits import set_dataset
from engine.project.file import project_file
from engine.project.project import Project
from tests.gui.conftest import Opens
from tests.helpers.user import LEFT


def ring(**changes: object) -> Project:
    spec = DatasetSpec("circles", n_samples=80, features=("x1^2", "x2^2"), scaling="standardise", **changes)  # type: ignore[arg-type]
    return set_dataset(Project(), spec).project


def test_the_region_pixel_is_what_the_network_answers_to_the_prepared_point(qtbot: QtBot, opens: Opens) -> None:
    user = opens(ring())
    user.trains_until(right=80)
    frame = user.region._frame
    network, trace = Network(frame.network, parameters=frame.snapshot.parameters), frame.plane
    rows, columns, _ = trace.region.shape
    pixels = trace.plane.inputs(columns, rows)
    seen = user.window.document.dataset.preprocessing.apply(pixels)
    outputs = network.predict(seen).reshape(rows, columns, 1)
    np.testing.assert_allclose(trace.region, outputs, rtol=1e-9, atol=1e-12)
    qtbot.waitUntil(lambda: user.region._frame.snapshot.epoch == user.window.session.snapshot.epoch)
    inside, outside = (user.region.position_of(*point) for point in ((0.0, 0.0), (1.3, 0.0)))
    picture = user.region.viewport().grab().toImage()
    assert picture.pixelColor(inside) != picture.pixelColor(outside)


def test_a_point_passed_through_is_shown_as_the_network_sees_it(qtbot: QtBot, opens: Opens) -> None:
    user = opens(ring())
    place = user.region.position_of(0.1, -0.05)
    qtbot.mouseClick(user.region.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, place)
    probe = user.window.probe
    assert probe.inputs == pytest.approx((0.1, -0.05), abs=0.03)
    passed: list[np.ndarray] = []

    def shown() -> bool:
        values = user.window.diagram_view.shown.passed
        passed[:] = [] if values is None else [values.inputs, values.raw_inputs]
        return bool(passed) and tuple(passed[1]) == probe.inputs

    qtbot.waitUntil(shown)
    expected = user.window.document.dataset.preprocessing.apply([probe.inputs])[0]
    assert passed[0] == pytest.approx(expected)
    assert user.region._probing.place == probe.inputs


def test_a_sample_chosen_in_the_table_passes_through_and_stands_in_the_plot(qtbot: QtBot, opens: Opens) -> None:
    user = opens(ring())
    user.window.sample_panel.sample_selected.emit(4)
    raw = user.window.document.dataset.raw_inputs[4]
    assert user.window.probe.inputs == tuple(raw)
    assert user.region._probing.place == tuple(raw)


def test_shaped_data_and_their_run_are_saved_and_reopened_to_the_bit(opens: Opens, tmp_path: Path) -> None:
    user = opens(ring(test_share=0.25, stratified=True))
    user.trains_until(epoch=20)
    path = tmp_path / "ring.perceptra"
    project_file.save(user.project, path)
    again = opens(project_file.load(path))
    first, second = user.window.document.dataset, again.window.document.dataset
    assert first.preprocessing == second.preprocessing
    assert np.array_equal(first.test_inputs.view(np.int64), second.test_inputs.view(np.int64))
    assert again.project == user.project


def test_data_picked_next_keep_the_features_that_they_can_have(opens: Opens) -> None:
    user = opens(ring())
    user.picks_data("spirals")
    assert user.project.dataset.features == ("x1^2", "x2^2")
    user.picks_data("function")
    assert user.project.dataset.features == ("x1^2",)
    assert user.sizes[0] == 2
    user.picks_data("iris")
    assert user.project.dataset.features == ()
    user.undoes_everything()
    assert user.project.dataset == ring().dataset


def test_features_can_change_while_training_goes_on(opens: Opens) -> None:
    user = opens(set_dataset(Project(), DatasetSpec("circles", n_samples=80)).project)
    user.starts_training()
    from gui.document import commands

    commands.set_dataset(user.window.document, ring().dataset)
    assert user.sizes[0] == 4
    user.trains_until(right=80)
    assert user.window.document.dataset.input_names == ("x₁′", "x₂′", "x₁²′", "x₂²′")


def test_the_diagram_says_how_an_input_comes_from_the_data(qtbot: QtBot, opens: Opens) -> None:
    user = opens(ring())
    view = user.window.diagram_view
    said: list[str] = []
    view.hovered.connect(said.append)
    qtbot.mouseMove(view.viewport(), view.position_of("neuron", layer=-1, unit=2))
    qtbot.waitUntil(lambda: bool(said))
    assert said[-1].startswith("x₁²′ = (x₁² − ")
    assert "an input feature, from" in said[-1]


def test_pictures_for_paper_see_the_data_as_the_network_does(opens: Opens) -> None:
    user = opens(ring())
    user.trains_until(epoch=5)
    diagram = user.window.diagram_view.picture().refined()
    trace = diagram.moment.trace
    assert trace is not None
    network = Network(user.project.network, parameters=diagram.moment.parameters)
    side = trace.maps[0].shape[1]
    seen = user.window.document.dataset.preprocessing.apply(trace.plane.inputs(side, side))
    assert np.array_equal(trace.maps[0][1].ravel(), network.trace(seen).activations[0][:, 1])
    region = user.region.picture().refined().moment
    assert region.trace.region.shape[2] == 1
