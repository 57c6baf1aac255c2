"""The hidden space on the page "Look inside": what a layer makes of the samples, beside the inputs themselves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QSplitter
from pytestqt.qtbot import QtBot

from engine import DatasetSpec, LayerSpec, NetworkSpec, Project
from engine.project.demos import demo
from engine.spec.frozen_array import FrozenArray
from gui.features.decision_region.region_canvas import RegionCanvas
from gui.session.frame_builder import DETAILS
from gui.words.plot_numbers import figures
from tests.gui.conftest import Opens
from tests.gui.features.diagram.canvas import answers
from tests.helpers.small_screen import rest
from tests.helpers.user import LEFT, TRAINING_MS, User

XOR = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])


def opens_part(user: User, qtbot: QtBot) -> None:
    user.triggers("page_inside")
    user.clicks("inside_part_hidden")
    view = user.find("hidden_space_view")
    qtbot.waitUntil(lambda: len(view.codes.scene.samples.drawn) > 0, timeout=TRAINING_MS)  # type: ignore[attr-defined]


def canvas(user: User, name: str) -> RegionCanvas:
    found = user.find(f"hidden_space_{name}")
    assert isinstance(found, RegionCanvas)
    return found


def codes(user: User) -> np.ndarray:
    """Where the samples stand on the plane of the units."""
    return user.find("hidden_space_view").codes.scene.samples.positions  # type: ignore[attr-defined]


def drawn_codes(user: User) -> np.ndarray:
    """Where the picture draws them."""
    samples = user.find("hidden_space_view").codes.scene.samples  # type: ignore[attr-defined]
    places = np.full((samples.n_samples, 2), np.nan)
    for item, indices in samples.members.items():
        if item.zValue() < samples.halos.zValue():  # a sample itself
            places[indices] = np.column_stack(item.getData())
    return places


def shown_codes(user: User, layer: int, units: list[int]) -> np.ndarray:
    """Where they belong, by the weights that the diagram shows."""
    values = user.window.diagram_view.shown.values.parameters
    return answers(user.project.network, values, user.window.document.dataset.inputs)[layer][:, units]


def around(user: User, name: str, place: tuple[float, float], reach: int = 18) -> QImage:
    """What is drawn around a place of a picture."""
    picture = canvas(user, name)
    centre = picture.pixel_at(*place).toPoint()
    part = picture.mouse_area().grab(QRect(centre - QPoint(reach, reach), centre + QPoint(reach, reach)))
    return part.toImage().convertToFormat(QImage.Format.Format_RGB32)


def has_colour(image: QImage, colour: str) -> bool:
    levels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[:, :, 2::-1]
    away = np.abs(levels.astype(int) - QColor(colour).getRgb()[:3]).sum(axis=2)
    return int((away < 60).sum()) > 5


def at(picture: RegionCanvas, place: np.ndarray) -> QPoint:
    return picture.pixel_at(*place).toPoint()


def begins_xor(opens: Opens, qtbot: QtBot) -> tuple[User, np.ndarray]:
    """A run of XOR that does not end by itself, before its first epoch, and where its samples stand."""
    project = demo("xor_run")
    endless = replace(project.training, max_epochs=None, target_error=None, stop_when_all_right=False)
    user = opens(replace(project, training=endless))
    user.triggers("unlimited")
    opens_part(user, qtbot)
    rest()  # the picture finds its one scale
    return user, codes(user)


def learns_xor(user: User, qtbot: QtBot) -> None:
    """Train until all is right, and pause; every look falls on one moment, that of the figures and the diagram."""
    user.starts_training()
    seen: set[int] = set()

    def agrees_at_another_moment() -> bool:
        seen.add(user.value("epoch_label"))
        np.testing.assert_allclose(codes(user), shown_codes(user, 0, [0, 1]), rtol=1e-9)
        np.testing.assert_array_equal(drawn_codes(user), codes(user))
        return len(seen) > 6 and user.value("accuracy_label") == 1

    qtbot.waitUntil(agrees_at_another_moment, timeout=TRAINING_MS)
    user.pauses()
    qtbot.waitUntil(lambda: np.allclose(codes(user), shown_codes(user, 0, [0, 1])), timeout=TRAINING_MS)
    user.waits_for_views()
    rest()


def test_xor_becomes_separable_while_it_trains_and_along_the_timeline(opens: Opens, qtbot: QtBot) -> None:
    user, before = begins_xor(opens, qtbot)
    np.testing.assert_allclose(before, shown_codes(user, 0, [0, 1]), rtol=1e-9)
    assert np.ptp(before, axis=0).max() < 0.2, "the start hardly tells the samples apart"
    learns_xor(user, qtbot)
    picture = canvas(user, "codes")
    image = picture.mouse_area().grab().toImage()
    ratio = image.devicePixelRatio()
    for place, target in zip(codes(user), (0, 1, 1, 0), strict=True):
        beside = image.pixelColor(((picture.pixel_at(*place) + QPointF(9, -9)) * ratio).toPoint())
        assert (beside.blue() > beside.red()) == bool(target), "each sample stands on its side of the one line"

    timeline = user.find("timeline")
    assert isinstance(timeline, QSlider)
    timeline.setFocus()
    user.presses(Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: np.allclose(codes(user), before, atol=1e-12), timeout=TRAINING_MS)
    user.triggers("back_to_now")
    qtbot.waitUntil(lambda: not np.allclose(codes(user), before), timeout=TRAINING_MS)


def test_while_it_trains_mark_and_sentence_go_along_with_the_sample_pointed_at(opens: Opens, qtbot: QtBot) -> None:
    user, before = begins_xor(opens, qtbot)
    inputs = canvas(user, "inputs")
    unmarked = around(user, "codes", tuple(before[1]))

    def is_marked() -> bool:
        for aside in (1, 0):
            qtbot.mouseMove(inputs.mouse_area(), at(inputs, XOR[1]) + QPoint(aside, 0))
        return around(user, "codes", tuple(before[1])) != unmarked

    qtbot.waitUntil(is_marked)
    learns_xor(user, qtbot)
    moved_to = tuple(codes(user)[1])
    said = "a₁⁽¹⁾ {}, a₂⁽¹⁾ {}".format(*(figures(float(code)) for code in moved_to))
    line = user.find("hover_text")
    assert isinstance(line, QLabel)
    assert line.text().endswith(said), "the status line speaks of the moment on show"
    pointed_at = around(user, "codes", moved_to)

    def is_gone() -> bool:
        """As the mouse goes on moving between the samples, its mark is gone."""
        for x in (0.5, 0.55):
            qtbot.mouseMove(inputs.mouse_area(), at(inputs, np.array([x, 0.5])))
        return around(user, "codes", moved_to) != pointed_at

    qtbot.waitUntil(is_gone)


def test_a_sample_in_one_picture_is_marked_in_the_other_and_wherever_samples_stand(opens: Opens, qtbot: QtBot) -> None:
    user = opens(demo("xor_by_hand"))
    opens_part(user, qtbot)
    hidden, inputs = canvas(user, "codes"), canvas(user, "inputs")
    said: list[str] = []
    user.window.decision_region_plot.hovered.connect(said.append)
    places = codes(user)
    assert places.tolist() == [[1, 1], [1, 0], [0, 1], [1, 1]]
    empty = at(hidden, np.array([0.4, 0.4]))

    def look() -> dict[str, list[QImage]]:
        """What is drawn around each sample in both pictures."""
        where = {"inputs": XOR, "codes": places}
        return {name: [around(user, name, tuple(place)) for place in where[name]] for name in where}

    def stand_out(before: dict[str, list[QImage]]) -> list[list[int]]:
        """The samples that do not look as `before`, in one picture and the other."""
        now = look()
        return [[k for k in range(4) if now[name][k] != before[name][k]] for name in before]

    def pointed_at(picture: RegionCanvas, place: np.ndarray) -> list[list[int]]:
        """Those that stand out while the mouse is at a place, and not elsewhere."""
        qtbot.mouseMove(hidden.mouse_area(), empty)
        before = look()
        qtbot.mouseMove(picture.mouse_area(), at(picture, place))
        return stand_out(before)

    scene = user.find("hidden_space_view").inputs.scene  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: len(scene.drawn.region) == DETAILS[0][0], timeout=TRAINING_MS)  # no finer map comes
    qtbot.waitUntil(lambda: pointed_at(hidden, places[2]) == [[2], [2]], timeout=TRAINING_MS)
    assert said[-1].startswith("Sample 3: x₁ 1, x₂ 0 →")
    assert said[-1].endswith("a₁⁽¹⁾ 0, a₂⁽¹⁾ 1")
    assert pointed_at(inputs, XOR[1]) == [[1], [1]]
    qtbot.mouseMove(hidden.mouse_area(), empty)
    plain = look()
    qtbot.mouseClick(inputs.mouse_area(), LEFT, pos=at(inputs, XOR[1]))
    marked = user.window.marked_samples
    assert marked.indices.tolist() == [1]

    corner, over = hidden.pixel_at(0.8, 1.1).toPoint(), hidden.pixel_at(1.1, 0.8).toPoint()
    qtbot.mousePress(hidden.mouse_area(), LEFT, pos=corner)
    qtbot.mouseMove(hidden.mouse_area(), (corner + over) / 2)
    qtbot.mouseMove(hidden.mouse_area(), over)
    qtbot.mouseRelease(hidden.mouse_area(), LEFT, pos=over)
    assert marked.indices.tolist() == [0, 3], "00 and 11 fall together there"
    qtbot.mouseMove(hidden.mouse_area(), empty)
    assert stand_out(plain) == [[0, 3], [0, 3]]


def test_keys_go_from_sample_to_sample_and_esc_marks_none(opens: Opens, qtbot: QtBot) -> None:
    user = opens(demo("xor_by_hand"))
    opens_part(user, qtbot)
    hidden, marked = canvas(user, "codes"), user.window.marked_samples
    hidden.setFocus()
    user.presses(Qt.Key.Key_Down)
    assert marked.indices.tolist() == [0]
    user.presses(Qt.Key.Key_Down)
    assert marked.indices.tolist() == [1]
    user.presses(Qt.Key.Key_Up)
    user.presses(Qt.Key.Key_Up)
    assert marked.indices.tolist() == [3]
    user.triggers("page_workbench")
    region = user.window.decision_region_plot
    assert region.samples.marked.tolist() == [3]
    user.triggers("page_inside")
    hidden.setFocus()
    user.presses(Qt.Key.Key_Escape)
    assert marked.indices.tolist() == []
    assert user.find("inside_page").isVisible()


def on_the_curve(user: User, layer: int, unit: int) -> tuple[float, float]:
    """A point of the input plane at which a tanh unit is 0."""
    x, y = np.meshgrid(np.linspace(-1.5, 2, 701), np.linspace(-1, 1, 41))
    points = np.column_stack([x.ravel(), y.ravel()])
    values = user.window.diagram_view.shown.values.parameters
    found = answers(user.project.network, values, points)[layer][:, unit].reshape(x.shape)
    row, column = np.argwhere(np.diff(np.sign(found), axis=1) != 0)[0]
    return float(x[row, column]), float(y[row, column])


def test_any_two_units_of_any_layer_or_three_in_space(opens: Opens, qtbot: QtBot) -> None:
    network = NetworkSpec(2, (LayerSpec(4, "tanh"), LayerSpec(3, "tanh"), LayerSpec(1, "sigmoid")))
    user = opens(Project(dataset=DatasetSpec("moons", n_samples=30, seed=2), network=network))
    opens_part(user, qtbot)
    note = user.find("hidden_space_note")
    assert isinstance(note, QLabel)
    layer, x_unit, y_unit = (user.find(f"hidden_{name}") for name in ("layer", "x_unit", "y_unit"))
    assert isinstance(layer, QComboBox)
    assert layer.currentText() == "Hidden layer 2", "the last hidden layer comes first"
    np.testing.assert_allclose(codes(user), shown_codes(user, 1, [0, 1]), rtol=1e-9)
    assert note.toolTip() == "The border is that where the layer's other units are at their mean."
    assert has_colour(around(user, "inputs", on_the_curve(user, layer=1, unit=0), 3), "#009e73"), "where it is 0"
    user.clicks_diagram("neuron", layer=0, unit=3)
    assert layer.currentText() == "Hidden layer 1"
    user.chooses("hidden_x_unit", 3)  # type: ignore[arg-type]
    user.chooses("hidden_y_unit", 3)  # type: ignore[arg-type]
    assert isinstance(x_unit, QComboBox)
    assert isinstance(y_unit, QComboBox)
    assert (x_unit.currentText(), y_unit.currentText()) == ("a₂⁽¹⁾", "a₄⁽¹⁾"), "they change places"
    qtbot.waitUntil(lambda: np.allclose(codes(user), shown_codes(user, 0, [1, 3])), timeout=TRAINING_MS)

    user.chooses("hidden_z_unit", 0)  # type: ignore[arg-type]
    space = user.find("hidden_space_turning")
    qtbot.waitUntil(space.isVisible, timeout=TRAINING_MS)
    there = shown_codes(user, 0, [1, 3, 0])
    places = np.array([space.position_of(place).toTuple() for place in there])  # type: ignore[attr-defined]
    spread = np.linalg.norm(places[:, None] - places, axis=2) + 1e9 * np.eye(30)
    alone = int(np.argmax(spread.min(axis=1)))
    place = tuple(user.window.document.dataset.inputs[alone])
    plain = around(user, "inputs", place)
    qtbot.mouseClick(space, LEFT, pos=QPointF(*places[alone]).toPoint())
    assert user.window.marked_samples.indices.tolist() == [alone]
    assert around(user, "inputs", place) != plain, "it is marked in the other picture too"
    before = space.grab().toImage()
    space.setFocus()
    user.presses(Qt.Key.Key_Left)
    assert space.grab().toImage() != before
    user.chooses("hidden_z_unit", -1)  # type: ignore[arg-type]
    qtbot.waitUntil(canvas(user, "codes").isVisible, timeout=TRAINING_MS)

    user.triggers("language_zh_CN")
    assert layer.currentText() == "第 1 隐层"
    assert note.toolTip() == "所画的边界对应该层其他神经元取均值时的情形。"


def test_the_lines_of_the_units_stand_on_the_input_plane_and_a_thin_network_has_no_such_part(
    opens: Opens, qtbot: QtBot
) -> None:
    user = opens(demo("xor_by_hand"))
    opens_part(user, qtbot)
    on_line, colour = (0.1, 0.6), "#cc79a7"  # between the samples, on x₁ − x₂ + 0.5 = 0, the line of the second unit
    assert has_colour(around(user, "inputs", on_line, 3), colour)
    user.clicks("hidden_input_lines")
    assert not has_colour(around(user, "inputs", on_line, 3), colour)
    user.window.document.load(demo("and_by_hand"))
    assert user.find("inside_part_steps").isEnabled()
    assert not user.find("inside_part_hidden").isVisible()
    assert not user.find("hidden_space_view").isVisible()


def test_a_unit_is_as_long_on_both_axes_wherever_angles_are_to_be_seen(opens: Opens, qtbot: QtBot) -> None:
    """A unit's normal stands at right angles to its line then, however the room is cut."""
    network = NetworkSpec(2, (LayerSpec(2, "relu"), LayerSpec(1, "sigmoid")))
    start = FrozenArray(np.array([1, 1, 2, -1, 0, 0, 3, -2, -0.5], dtype=float))
    user = opens(Project(dataset=DatasetSpec("moons", n_samples=30, seed=2), network=network, parameters=start))
    opens_part(user, qtbot)
    inputs, hidden = canvas(user, "inputs"), canvas(user, "codes")

    def are_even(picture: RegionCanvas) -> bool:
        across, up = picture.pixels_in_a_unit()
        return abs(across / up - 1) < 0.02

    sides = user.find("splitter_hidden_space")
    assert isinstance(sides, QSplitter)
    for sizes in ([280, 320], [160, 500], [500, 160]):
        sides.setSizes(sizes)
        qtbot.waitUntil(lambda: are_even(inputs) and are_even(hidden), timeout=TRAINING_MS)
    data = user.window.document.dataset.inputs
    for picture in (inputs, hidden):
        (left, right), (low, high) = picture.getViewBox().viewRange()
        assert (right - left) / (high - low) < 3, "the picture is no strip"
    assert inputs.picture_area().contains(inputs.pixel_at(*data.min(axis=0)))
    assert inputs.picture_area().contains(inputs.pixel_at(*data.max(axis=0)))


def test_more_inputs_and_test_samples(opens: Opens, qtbot: QtBot) -> None:
    user = opens(demo("xor_run"))
    user.picks_data("iris")
    user.waits_for_views()
    opens_part(user, qtbot)
    data = user.window.document.dataset
    count = data.n_samples + data.n_test_samples
    qtbot.waitUntil(lambda: len(codes(user)) == count == 150, timeout=TRAINING_MS)
    shown = shown_codes(user, len(user.project.network.layers) - 2, [0, 1])
    np.testing.assert_allclose(codes(user)[: data.n_samples], shown, rtol=1e-9)
    user.window.document.load(Project(dataset=DatasetSpec("moons", n_samples=1500)))
    note = user.find("hidden_space_note")
    qtbot.waitUntil(lambda: note.toolTip().startswith("1,000 of 1,500 points drawn."), timeout=TRAINING_MS)
