"""One moment: whenever a student looks up from a running training, every number in the window is of the same epoch."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QTableView
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec
from engine.project.project import Project
from tests.gui.conftest import Opens
from tests.gui.features.diagram.canvas import answers
from tests.helpers.user import TRAINING_MS, User

LOOKS = 25
VALUE = Qt.ItemDataRole.UserRole


@pytest.fixture
def training(opens: Opens, qtbot: QtBot) -> Iterator[User]:
    """A user before moons, some of them for the test, that are trained on at full speed without an end."""
    project = Project(dataset=DatasetSpec("moons", n_samples=40, noise=0.2, test_share=0.25))
    user = opens(replace(project, training=replace(project.training, max_epochs=None, batch_size=1)))
    user.triggers("unlimited")
    user.starts_training()
    qtbot.waitUntil(lambda: user.value("epoch_label") > 0, timeout=TRAINING_MS)
    yield user
    user.pauses()


def looks(user: User, qtbot: QtBot, read: Callable[[], None]) -> None:
    """Call `read` at random moments of the training, until enough different epochs have been seen."""
    chance, seen = random.Random(4), set()
    while len(seen) < LOOKS:
        qtbot.wait(chance.randrange(2, 70))
        seen.add(user.value("epoch_label"))
        read()


def text(user: User, name: str) -> str:
    label = user.find(name)
    assert isinstance(label, QLabel)
    return label.text()


def column(user: User, table: str, place: int) -> list[float]:
    view = user.find(table)
    assert isinstance(view, QTableView)
    model = view.model()
    return [model.index(row, place).data(VALUE) for row in range(model.rowCount())]


def sample_columns(user: User) -> dict[str, np.ndarray]:
    """Outputs, errors and rights of the training samples, as the table holds them."""
    columns = user.window.sample_panel._model.columns
    places = {"output": columns.first_output, "error": columns.error, "right": columns.error + 1}
    n_train = user.window.document.dataset.n_samples
    return {name: np.array(column(user, "sample_table", place)[:n_train]) for name, place in places.items()}


def test_the_figures_on_top_are_those_of_the_table(training: User, qtbot: QtBot) -> None:
    def read() -> None:
        shown = sample_columns(training)
        assert training.value("error_label") == pytest.approx(shown["error"].sum(), rel=1e-9)
        assert text(training, "accuracy_label") == f"{shown['right'].sum()}/{len(shown['right'])}"
        assert text(training, "summary_train_sum").endswith(text(training, "error_label"))
        percent = text(training, "test_label").removesuffix(" %")
        assert f"({percent} %)" in text(training, "summary_test_right")

    looks(training, qtbot, read)


def test_the_diagram_and_the_table_are_of_one_network(training: User, qtbot: QtBot) -> None:
    """Every output of the table, worked out from the weights on the diagram."""
    inputs, network = training.window.document.dataset.inputs, training.project.network

    def read() -> None:
        weights = training.window.diagram_view.shown.values.parameters
        told = answers(network, weights, inputs)[-1][:, 0]
        np.testing.assert_allclose(sample_columns(training)["output"], told, rtol=1e-9, atol=1e-12)

    looks(training, qtbot, read)


def test_what_the_region_says_of_a_sample_is_in_the_table(training: User, qtbot: QtBot) -> None:
    """For the sample that is hardest to tell, whose output moves most."""
    plot, told = training.window.decision_region_plot, [""]
    plot.hovered.connect(told.append)
    sample = int(np.argmin(np.abs(sample_columns(training)["output"] - 0.5)))
    x1, x2 = map(float, training.window.document.dataset.inputs[sample])
    qtbot.mouseMove(plot.viewport(), plot.position_of(x1, x2))

    def read() -> None:
        output = sample_columns(training)["output"][sample]
        said = re.fullmatch(rf"Sample {sample + 1}: .* → ŷ ([\d.]+): .*", told[-1])
        assert said is not None
        assert float(said[1]) == pytest.approx(output, abs=0.005 + 1e-12)

    looks(training, qtbot, read)


def test_the_curve_ends_with_the_figures_on_top(training: User, qtbot: QtBot) -> None:
    n_train = training.window.document.dataset.n_samples

    def read() -> None:
        curve = training.window.error_plot.curve
        assert curve.epochs[-1] == training.value("epoch_label")
        assert curve.last[-1] * n_train == pytest.approx(training.value("error_label"), rel=1e-9)

    looks(training, qtbot, read)


def test_the_evaluation_counts_what_the_bar_counts(training: User, qtbot: QtBot) -> None:
    training.window.tables.show_table("evaluation")
    panel = training.find("evaluation_panel")

    def read() -> None:
        counts = panel.reports["training"].counts
        assert text(training, "accuracy_label") == f"{np.trace(counts)}/{counts.sum()}"

    looks(training, qtbot, read)


def test_the_error_of_the_step_by_step_table_is_that_of_the_bar(training: User, qtbot: QtBot) -> None:
    training.window.tables.show_table("steps")
    qtbot.waitUntil(lambda: column(training, "step_table", 3) != [], timeout=TRAINING_MS)
    training.clicks("step_7")

    def read() -> None:
        errors = column(training, "step_table", 3)
        assert training.value("error_label") == pytest.approx(errors[-1], rel=1e-9)

    looks(training, qtbot, read)


def test_the_matrices_hold_the_weights_of_the_diagram(training: User, qtbot: QtBot) -> None:
    training.window.tables.show_table("matrices")
    entries = training.find("matrix_list")
    assert isinstance(entries, QListWidget)
    qtbot.waitUntil(lambda: entries.count() > 1, timeout=TRAINING_MS)
    entries.setCurrentRow(1)  # W₁, behind the inputs

    def read() -> None:
        first = training.window.diagram_view.shown.values.parameters[:8].reshape(2, 4)
        shown = [column(training, "matrix_table", place) for place in range(4)]
        np.testing.assert_array_equal(np.transpose(shown), first)

    looks(training, qtbot, read)
