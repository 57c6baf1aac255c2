"""The part "Weights" of the page "Look inside": a layer's weights as they are, and their course over the run."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QComboBox, QSlider, QWidget
from pytestqt.qtbot import QtBot

from engine import DatasetSpec, LayerSpec, NetworkSpec, Project, TrainingSpec
from engine.analysis.surface.run_path import path_of
from engine.analysis.weight_history import BINS, weight_history
from engine.network.layer_parameters import layer_parts
from tests.gui.conftest import Opens
from tests.helpers.user import TRAINING_MS, User

MOONS = Project(
    dataset=DatasetSpec("moons", n_samples=40, seed=3),
    network=NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(2, "tanh"), LayerSpec(1, "sigmoid"))),
    training=TrainingSpec(learning_rate=0.3, batch_size=4, max_epochs=300),
)


def opens_part(user: User, qtbot: QtBot) -> None:
    user.triggers("page_inside")
    user.clicks("inside_part_weights")
    view = user.find("weights_view")
    qtbot.waitUntil(lambda: None not in (view._frame, view._history), timeout=TRAINING_MS)  # type: ignore[attr-defined]


def levels(widget: QWidget) -> NDArray[np.int64]:
    """The picture of a widget, (height, width, 3)."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return pixels[:, :, 2::-1].astype(np.int64)


def like(pixels: NDArray[np.int64], colour: str) -> NDArray[np.bool_]:
    return np.asarray(np.abs(pixels - QColor(colour).getRgb()[:3]).sum(axis=-1) < 12)


def shown_layer(user: User, layer: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights and biases as the diagram shows them."""
    return layer_parts(user.project.network, user.window.diagram_view.shown.values.parameters)[layer]


def squares(user: User, shape: tuple[int, int]) -> NDArray[np.float64]:
    """Area of the coloured square in each cell, as a share of it; negative where it is orange."""
    picture, theme = user.find("weight_picture"), user.window.appearance.themes.theme
    pixels, found = levels(picture), np.zeros(shape)
    for row, column in np.ndindex(shape):
        cell: QRectF = picture.cell_rect(row, column)  # type: ignore[attr-defined]
        down, across = int(cell.top()), int(cell.left())
        part = pixels[down + 1 : down + int(cell.height()), across + 1 : across + int(cell.width())]
        share = like(part, theme.positive).sum() - like(part, theme.negative).sum()
        found[row, column] = share / ((cell.width() - 1) * (cell.height() - 1))
    return found


def test_the_area_of_a_square_is_its_weight_at_every_moment(opens: Opens, qtbot: QtBot) -> None:
    user = opens(MOONS)
    opens_part(user, qtbot)

    def agrees(layer: int) -> bool:
        weights, biases = shown_layer(user, layer)
        values = np.vstack([weights, biases])
        drawn = squares(user, values.shape)
        largest = np.unravel_index(np.argmax(np.abs(values)), values.shape)
        scale = abs(values[largest]) / abs(drawn[largest])
        return bool(np.allclose(drawn * scale, values, atol=0.12 * abs(values).max()))

    layer = user.find("weights_layer")
    assert isinstance(layer, QComboBox)
    assert layer.currentText() == "Hidden layer 1"
    assert agrees(0)
    start = shown_layer(user, 0)[0].copy()
    user.triggers("unlimited")
    user.starts_training()
    qtbot.waitUntil(lambda: user.window.session.state == "finished", timeout=TRAINING_MS)
    user.waits_for_views()
    assert not np.allclose(shown_layer(user, 0)[0], start)
    assert agrees(0)
    user.clicks_diagram("neuron", layer=1, unit=0)
    assert layer.currentText() == "Hidden layer 2"
    assert agrees(1)
    timeline = user.find("timeline")
    assert isinstance(timeline, QSlider)
    timeline.setFocus()
    user.presses(Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: np.allclose(shown_layer(user, 0)[0], start), timeout=TRAINING_MS)
    assert agrees(1)


def test_a_cell_tells_its_number_to_mouse_and_keys_in_both_notations(opens: Opens, qtbot: QtBot) -> None:
    user = opens(MOONS)
    opens_part(user, qtbot)
    said: list[str] = []
    user.find("weights_view").hovered.connect(said.append)  # type: ignore[attr-defined]
    picture = user.find("weight_picture")
    user.clicks("weights_kind_matrix")
    weights, biases = shown_layer(user, 0)
    qtbot.mouseMove(picture, picture.cell_rect(1, 2).center().toPoint())  # type: ignore[attr-defined]
    assert said[-1] == f"x₂ → a₃⁽¹⁾: {weights[1, 2]:.4g}".replace("-", "−")
    cell = picture.cell_rect(1, 2).center().toPoint()  # type: ignore[attr-defined]
    pixel = picture.grab(QRectF(cell.x() - 25, cell.y() - 25, 4, 4).toRect()).toImage().pixelColor(QPoint(2, 2))
    assert (pixel.blue() > pixel.red()) == (weights[1, 2] > 0)
    assert user.window.focus.annotations.emphasis == {(0, 2, 1)}, "the connection stands out on the diagram"
    picture.setFocus()
    user.presses(Qt.Key.Key_Down)
    user.triggers("notation_lecture")
    user.presses(Qt.Key.Key_Left)
    threshold = f"{-biases[1]:.4g}".replace("-", "−")
    assert said[-1] == f"T → y₂⁽¹⁾: {threshold}", "the lecture's threshold is T = −b"
    assert user.window.focus.annotations.emphasis == {(0, 1)}
    user.triggers("page_workbench")
    assert user.window.focus.annotations is None
    assert user.value("epoch_label") == 0, "the arrow went to the next weight and did not train"


def test_the_course_holds_the_whole_run_while_it_grows(opens: Opens, qtbot: QtBot) -> None:
    user = opens(MOONS)
    opens_part(user, qtbot)
    view, chart = user.find("weights_view"), user.find("weight_history")
    user.triggers("unlimited")
    user.starts_training()
    qtbot.waitUntil(lambda: user.window.session.state == "finished", timeout=TRAINING_MS)
    qtbot.waitUntil(lambda: view._history.epochs[-1] == 300, timeout=TRAINING_MS)  # type: ignore[attr-defined]
    run, data = user.window.session.run(), user.window.document.dataset
    assert run is not None
    path = path_of(run.moments, (), user.project.network.n_parameters)
    history = weight_history(user.project.network, path, data, "squared_error")
    assert history is not None

    def agrees(shares: NDArray[np.float64]) -> bool:
        """Whether a bin has a colour at the first epoch of the picture where it holds numbers then."""
        area: QRectF = chart.area_of_epochs()  # type: ignore[attr-defined]
        pixels = levels(chart)
        middles = area.bottom() - (np.arange(BINS) + 0.5) / BINS * area.height()
        column = pixels[middles.astype(int), int(area.left()) + 2]
        coloured = ~like(column, user.window.appearance.themes.theme.panel)
        return bool((coloured == (shares[0] > 0)).mean() > 0.9 and coloured.any())

    assert agrees(history.weights[0].shares)
    user.clicks("weights_course_activations")
    assert agrees(history.activations[0].shares)
    user.clicks("weights_course_gradients")
    assert agrees(history.gradients[0].shares)
    before = chart.grab().toImage()
    user.clicks("weights_course_steps")
    assert chart.grab().toImage() != before
    user.triggers("language_zh_CN")
    assert user.find("weights_course_steps").text() == "步长"  # type: ignore[attr-defined]
    user.find("weights_course_weights").setFocus()
    assert user.find("weights_layer").accessibleName() == "层"


def test_units_without_a_slope_have_no_gradients_to_show(opens: Opens, qtbot: QtBot) -> None:
    network = NetworkSpec(2, (LayerSpec(2, "step"), LayerSpec(1, "step")))
    user = opens(Project(dataset=DatasetSpec("xor"), network=network, training=TrainingSpec(rule="perceptron")))
    opens_part(user, qtbot)
    chart = user.find("weight_history")
    user.clicks("weights_course_gradients")
    assert chart.hint == "A unit of this network has no slope, so there is no gradient."  # type: ignore[attr-defined]
    user.clicks("weights_course_activations")
    assert like(levels(chart), user.window.appearance.themes.theme.positive).any()
