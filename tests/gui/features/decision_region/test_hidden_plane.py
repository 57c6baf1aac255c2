"""The hidden plane in the window: where the samples fall, and the one line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtWidgets import QTableView, QToolButton

from engine.project.demos import demo
from gui.features.decision_region.code_labels import grouped_words, input_word, label_patches
from tests.helpers.user import User


def opens(user: User, name: str, width: int = 1280, height: int = 720) -> User:
    """Load an example, in a window of that size, as the lecture writes it."""
    user.window.document.load(demo(name))
    user.window.appearance.notation.set_lecture(True)
    user.window.resize(width, height)
    user.waits_for_views()
    user._qtbot.waitUntil(lambda: user.region.scene.drawn is not None, timeout=25_000)
    return user


def header(user: User) -> list[str]:
    table = user.find("sample_table")
    assert isinstance(table, QTableView)
    model = table.model()
    return [str(model.headerData(k, Qt.Orientation.Horizontal)) for k in range(model.columnCount())]


def cells(user: User, name: str) -> list[float]:
    table = user.find("sample_table")
    assert isinstance(table, QTableView)
    column, model = header(user).index(name), table.model()
    return [model.index(row, column).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]


def test_the_truth_table_has_the_hidden_outputs_and_the_answer(user: User) -> None:
    opens(user, "xor_by_hand")
    user._qtbot.waitUntil(lambda: cells(user, "o") == [0, 1, 1, 0], timeout=25_000)
    assert header(user) == ["#", "x₁", "x₂", "d", "y₁", "y₂", "o", "error", "right?"]
    assert cells(user, "y₁") == [1, 1, 0, 1]
    assert cells(user, "y₂") == [1, 0, 1, 1]
    assert user.value("accuracy_label") == 4 or user.window.session.snapshot.n_right == 4


def test_in_a_narrow_window_the_hidden_plane_takes_the_maps_place_when_asked_for(user: User) -> None:
    opens(user, "xor_by_hand")
    assert user.region.hidden.made is None
    user.clicks("region_hidden_plane")
    plane = user.region.hidden.content
    assert plane.isVisible()
    assert not user.region.canvas.isVisible()
    assert plane.codes.tolist() == [[1, 1], [1, 0], [0, 1], [1, 1]]
    assert plane.equations == ["o: y₁ = −y₂ + 1.5,  y₂ = −y₁ + 1.5,  T = −1.5"]
    user.clicks("region_hidden_plane")
    assert user.region.canvas.isVisible()
    assert not plane.isVisible()


def test_its_axes_keep_their_names_when_the_theme_changes_and_comes_back_meanwhile(user: User) -> None:
    opens(user, "xor_by_hand")
    user.clicks("region_hidden_plane")
    plane = user.region.hidden.content
    names = {side: plane.canvas.getAxis(side).label.toPlainText() for side in ("bottom", "left")}
    assert names == {"bottom": "y₁", "left": "y₂"}
    user.clicks("region_hidden_plane")
    for theme in ("dark", "light"):
        user.triggers(f"theme_{theme}")
    user.clicks("region_hidden_plane")
    assert {side: plane.canvas.getAxis(side).label.toPlainText() for side in names} == names


def test_in_a_wide_window_it_stands_beside_the_map_by_itself(user: User) -> None:
    opens(user, "xor_by_hand", 1920, 1080)
    plane = user.region.hidden.content
    user._qtbot.waitUntil(plane.isVisible, timeout=25_000)
    assert user.region.canvas.isVisible()
    picture = plane.canvas.viewport().grab().toImage()
    fires, rests = (picture.pixelColor(plane.position_of(*code).toPoint()) for code in ((0.2, 0.2), (1.2, 1.2)))
    assert fires.blue() > fires.red()  # below the line y1 + y2 = 1.5 the output fires
    assert rests.red() > rests.blue()


def test_moving_a_line_of_the_input_plane_moves_the_codes(user: User) -> None:
    opens(user, "xor_by_hand", 1920, 1080)
    viewport = user.region.viewport()
    start, end = user.region.position_of(0.75, 0.25), user.region.position_of(0.1, 0.9)
    user._qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.5, 1.0):
        user._qtbot.mouseMove(viewport, QPoint(start + (end - start) * share))
    user._qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    assert user.project.parameters is not None
    assert user.project.parameters.array[4] == pytest.approx(-0.8, abs=0.02)
    plane = user.region.hidden.content
    user._qtbot.waitUntil(lambda: plane.codes[0].tolist() == [0, 1], timeout=25_000)
    user._qtbot.waitUntil(lambda: cells(user, "y₁")[0] == 0)  # the table takes its turn


def test_sigmoid_units_have_a_hidden_plane_too(user: User) -> None:
    opens(user, "xor_run")
    assert header(user)[4:6] == ["y₁", "y₂"]
    user.clicks("region_hidden_plane")
    codes = user.region.hidden.content.codes
    assert codes.shape == (4, 2)
    assert 0.4 < codes.min() < codes.max() < 0.6


def test_other_networks_have_no_button_for_it(user: User) -> None:
    button = user.find("region_hidden_plane")
    assert isinstance(button, QToolButton)
    opens(user, "xor")
    assert not button.isVisible()
    opens(user, "xor_by_hand")
    assert button.isVisible()


def test_inputs_are_written_short_and_together_where_they_fall_together() -> None:
    assert input_word([0.0, 1.0, 1.0]) == "011"
    assert input_word([-1.0, 0.5]) == "(−1, 0.5)"
    inputs = demo("xor").dataset.build().inputs
    pixels = inputs * 0 + [[100.0, 10.0], [10.0, 10.0], [100.0, 100.0], [105.0, 12.0]]
    assert [words for _, words in grouped_words(pixels, inputs)] == [["00", "11"], ["01"], ["10"]]


def test_shift_turns_a_line_and_elsewhere_passes_a_point_through(user: User) -> None:
    opens(user, "and_by_hand")
    viewport, shift = user.region.viewport(), Qt.KeyboardModifier.ShiftModifier
    start, end = user.region.position_of(1.0, 0.5), user.region.position_of(1.1, 0.8)
    user._qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, shift, start)
    user._qtbot.mouseMove(viewport, end)
    user._qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, shift, end)
    assert user.project.parameters is not None
    assert user.project.parameters.array[0] < user.project.parameters.array[1]
    assert user.window.probe.inputs is None
    user._qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, shift, user.region.position_of(0.2, 0.8))
    assert user.window.probe.inputs == pytest.approx((0.2, 0.8), abs=0.02)


def test_the_line_of_the_hidden_plane_is_taken_in_hand_too(user: User) -> None:
    opens(user, "xor_by_hand")
    user.clicks("region_hidden_plane")
    plane = user.region.hidden.content
    viewport = plane.canvas.viewport()
    start, end = plane.position_of(0.75, 0.75).toPoint(), plane.position_of(0.25, 0.25).toPoint()
    user._qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.5, 1.0):
        user._qtbot.mouseMove(viewport, QPoint(start + (end - start) * share))
    user._qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    assert user.project.parameters is not None
    values = user.project.parameters.array
    assert values[:8].tolist() == [-1, 1, 1, -1, 0.5, 0.5, -1, -1]
    assert values[8] == pytest.approx(0.5, abs=0.02)  # y1 + y2 = 1.5 becomes 0.5: only code 00 would fire
    user._qtbot.waitUntil(lambda: cells(user, "o") == [0, 0, 0, 0], timeout=25_000)
    plane.canvas.setFocus()
    user._qtbot.keyClick(plane.canvas, Qt.Key.Key_F)
    user._qtbot.waitUntil(lambda: cells(user, "o") == [1, 1, 1, 1], timeout=25_000)
    user.clicks("hidden_flip_line")
    assert user.project.parameters.array[8] == pytest.approx(0.5, abs=0.02)


AREA, WORD = QRectF(0, 0, 200, 200), QSizeF(50, 17)


def test_a_label_stands_below_its_point_and_above_one_at_the_lower_edge() -> None:
    (below,) = label_patches([QPointF(100, 100)], [WORD], AREA, 1.0)
    (above,) = label_patches([QPointF(100, 190)], [WORD], AREA, 1.0)
    assert below == QRectF(75, 110, 50, 17)
    assert above == QRectF(75, 163, 50, 17)


@pytest.mark.parametrize("apart", [(15.0, 0.0), (0.0, 15.0), (-15.0, 12.0), (9.0, -16.0)])
@pytest.mark.parametrize("corner", [(100.0, 100.0), (40.0, 40.0), (160.0, 40.0), (40.0, 160.0), (160.0, 160.0)])
def test_labels_of_points_near_each_other_do_not_cover_each_other(
    apart: tuple[float, float], corner: tuple[float, float]
) -> None:
    points = [QPointF(*corner), QPointF(*corner) - QPointF(*apart)]
    one, other = label_patches(points, [WORD, WORD], AREA, 1.0)
    assert not one.intersects(other)
    assert AREA.contains(one)
    assert AREA.contains(other)
