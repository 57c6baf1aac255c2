from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QMenu, QSlider, QWidget
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec
from engine.project.edits import set_dataset
from gui.document import commands
from gui.document.document import Document
from gui.features.decision_region.decision_region_plot import DecisionRegionPlot
from gui.toolkit.theme import DARK, ThemeManager
from gui.words.notation import Notation
from tests.gui.features.decision_region.bench import LEFT, MIDDLE, NONE, RIGHT, Bench, custom, right_half


def test_a_click_adds_a_point_of_the_chosen_class(xor: Bench) -> None:
    xor.qtbot.mouseClick(xor.find("region_class_2"), LEFT)
    xor.clicks(0.5, 0.25)

    assert xor.spec.name == "custom"
    assert len(xor.rows()) == 5
    assert xor.rows()[-1] == pytest.approx([0.5, 0.25], abs=0.005)
    assert xor.document.dataset.targets[-1, 0] == 1.0
    assert xor.document.undo_stack.count() == 1


def test_a_number_key_chooses_the_class(xor: Bench) -> None:
    xor.presses(Qt.Key.Key_2)
    xor.clicks(0.5, 0.5)
    xor.presses(Qt.Key.Key_1)
    xor.clicks(0.7, 0.5)

    assert xor.document.dataset.targets[-2:, 0].tolist() == [1.0, 0.0]


def test_the_button_after_the_last_class_begins_a_new_one(xor: Bench) -> None:
    xor.qtbot.mouseClick(xor.find("region_class_3"), LEFT)
    xor.clicks(0.5, 0.5)

    assert xor.document.dataset.n_classes == 3
    assert xor.document.dataset.labels()[-1] == 2
    assert xor.document.project.network.n_outputs == 3


def test_a_dragged_point_moves_and_the_drag_is_one_step(xor: Bench) -> None:
    xor.drags(xor.at(1, 1), xor.at(0.6, 0.4))

    assert xor.rows()[3] == pytest.approx([0.6, 0.4], abs=0.01)
    assert len(xor.rows()) == 4
    assert xor.document.undo_stack.count() == 1
    xor.document.undo_stack.undo()
    assert xor.spec == DatasetSpec("xor")


def test_escape_puts_a_dragged_point_back(xor: Bench) -> None:
    xor.drags(xor.at(1, 1), xor.at(0.6, 0.4), release=False)
    xor.presses(Qt.Key.Key_Escape)
    xor.qtbot.mouseRelease(xor.plot.viewport(), LEFT, pos=xor.at(0.6, 0.4))

    assert xor.rows()[3] == pytest.approx([1, 1], abs=1e-9)
    assert len(xor.rows()) == 4


@pytest.mark.qt_log_ignore("This plugin does not support")  # the off-screen platform, of any menu
def test_a_right_click_on_a_point_opens_a_menu_whose_first_entry_deletes_it(xor: Bench) -> None:
    xor.removes(0, 1)

    assert xor.rows().tolist() == [[0, 0], [1, 0], [1, 1]]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_right_click_on_a_point_followed_by_escape_loses_nothing(xor: Bench) -> None:
    xor.clicks(0, 1, RIGHT)
    menu = xor.plot.findChild(QMenu, "region_menu")
    assert menu is not None
    xor.qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert len(xor.rows()) == 4
    assert not xor.document.undo_stack.canUndo()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_point_goes_when_the_samples_become_others(xor: Bench) -> None:
    xor.clicks(0, 1, RIGHT)
    menu = xor.plot.findChild(QMenu, "region_menu")
    assert menu is not None
    commands.remove_point(xor.document, 0)
    assert not menu.isVisible()


def test_delete_removes_the_point_under_the_mouse_else_the_chosen_one(xor: Bench) -> None:
    xor.points_at(1, 0)
    xor.presses(Qt.Key.Key_Delete)
    assert xor.rows().tolist() == [[0, 0], [0, 1], [1, 1]]

    xor.clicks(0, 1)
    xor.points_at(0.5, 0.5)
    xor.presses(Qt.Key.Key_Delete)
    assert xor.rows().tolist() == [[0, 0], [1, 1]]


def test_delete_is_the_plots_own_also_where_the_window_has_a_shortcut_for_it(xor: Bench) -> None:
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Delete), xor.stage)
    taken: list[bool] = []
    shortcut.activated.connect(lambda: taken.append(True))
    xor.points_at(1, 0)
    xor.presses(Qt.Key.Key_Delete)

    assert len(xor.rows()) == 3
    assert taken == []


@pytest.mark.qt_log_ignore("This plugin does not support")  # the off-screen platform, of any menu
def test_a_right_click_beside_the_points_offers_a_menu(xor: Bench) -> None:
    home = xor.plot.plane
    xor.wheels(0.5, 0.5, 3)
    assert xor.plot.plane.x_range[1] < home.x_range[1]
    xor.clicks(0.5, 0.5, RIGHT)
    menu = xor.plot.findChild(QMenu, "region_menu")

    assert len(xor.rows()) == 4
    assert menu is not None
    next(action for action in menu.actions() if action.objectName() == "region_reset_view").trigger()
    assert xor.plot.plane.x_range == pytest.approx(home.x_range)
    assert home.y_range == pytest.approx((-0.3, 1.3))  # the shorter side; along the longer one more is shown
    menu.close()


def test_the_view_stays_while_points_are_placed_and_follows_other_data(xor: Bench) -> None:
    before = xor.plot.plane
    xor.clicks(0.5, 0.5)
    xor.drags(xor.at(0, 0), xor.at(0.2, 0.2))
    assert xor.plot.plane == before

    xor.document.apply(set_dataset(xor.document.project, DatasetSpec("moons")).project)
    assert xor.plot.plane.x_range[0] < -0.8
    assert xor.plot.plane != before


def test_an_empty_set_says_how_to_begin_and_takes_the_first_point(qtbot: QtBot) -> None:
    bench = Bench(qtbot, custom(np.empty((0, 2)), np.empty((0, 1))))

    assert bench.plot.hint.isVisible()
    assert bench.plot.hint.text() == "Click to place the first point"
    bench.clicks(0.5, 0.5)
    assert len(bench.rows()) == 1
    assert not bench.plot.hint.isVisible()


def test_where_a_class_says_too_little_a_click_adds_nothing(qtbot: QtBot) -> None:
    bench = Bench(qtbot, custom(np.eye(2), [[0.1, 2.0], [3.0, 0.7]]))
    bench.clicks(0.5, 0.5)

    assert len(bench.rows()) == 2
    assert bench.find("region_output").isVisible()


def test_the_wheel_zooms_at_the_mouse_and_tells_of_the_new_plane(xor: Bench) -> None:
    with xor.qtbot.waitSignal(xor.plot.plane_changed) as told:
        xor.wheels(0.0, 0.0, 2)

    plane = xor.plot.plane
    assert told.args == [plane]
    assert plane.x_range[1] - plane.x_range[0] < 1.3
    share = (0 - plane.x_range[0]) / (plane.x_range[1] - plane.x_range[0])
    assert share == pytest.approx(0.3 / 1.6, abs=0.01)


@pytest.mark.parametrize(("button", "modifier"), [(MIDDLE, NONE), (LEFT, Qt.KeyboardModifier.ControlModifier)])
def test_a_drag_with_the_middle_button_or_with_ctrl_moves_the_view(
    xor: Bench, button: Qt.MouseButton, modifier: Qt.KeyboardModifier
) -> None:
    xor.drags(xor.at(0.5, 0.5), xor.at(0.7, 0.6), button, modifier=modifier)

    assert xor.plot.plane.x_range == pytest.approx((-0.5, 1.1), abs=0.01)
    assert xor.plot.plane.y_range == pytest.approx((-0.4, 1.2), abs=0.01)
    assert len(xor.rows()) == 4


def test_home_and_a_double_click_show_everything_again(xor: Bench) -> None:
    home = xor.plot.plane
    xor.wheels(0.5, 0.5, 2)
    xor.presses(Qt.Key.Key_Home)
    assert xor.plot.plane == home

    xor.wheels(0.5, 0.5, 2)
    at = xor.at(0.5, 0.5)
    xor.qtbot.mouseClick(xor.plot.viewport(), LEFT, pos=at)
    xor.qtbot.mouseDClick(xor.plot.viewport(), LEFT, pos=at)
    assert xor.plot.plane == home


def test_one_input_shows_the_function_with_the_samples_at_their_targets(qtbot: QtBot) -> None:
    bench = Bench(qtbot, custom([[0.0], [1.0], [2.0]], [[0.0], [1.0], [0.0]]))
    bench.shows(np.sin)
    x, y = bench.plot.scene.curves.curves[0].getData()

    assert bench.plot.plane.y_axis is None
    assert y == pytest.approx(np.sin(x))
    assert bench.plot.samples.positions.tolist() == [[0, 0], [1, 1], [2, 0]]
    bench.points_at(1.5, 0.5)
    assert bench.sentences[-1].startswith("x₁ 1.50 → o 1.00: class 1") or bench.sentences[-1].startswith("x₁ 1.5")
    bench.clicks(1.5, 0.5)
    assert bench.rows()[-1] == pytest.approx([1.5], abs=0.02)


def test_with_three_inputs_axes_and_the_slice_can_be_chosen(qtbot: QtBot) -> None:
    bench = Bench(qtbot, DatasetSpec("and3"))
    slider, up = bench.find("region_fixed_3"), bench.find("region_y_axis")
    assert isinstance(slider, QSlider)
    assert isinstance(up, QComboBox)
    with qtbot.waitSignal(bench.plot.plane_changed):
        slider.setValue(slider.maximum())
    assert bench.plot.plane.fixed[2] == 1.0

    bench.clicks(0.5, 0.5)
    assert bench.rows()[-1] == pytest.approx([0.5, 0.5, 1.0], abs=0.01)

    with qtbot.waitSignal(bench.plot.plane_changed):
        up.setCurrentIndex(2)
        up.activated.emit(2)
    assert (bench.plot.plane.x_axis, bench.plot.plane.y_axis) == (0, 2)
    assert bench.find("region_fixed_2").isVisible()


def test_a_theme_recolours_everything(xor: Bench) -> None:
    xor.shows(lambda inputs: np.full((len(inputs), 1), 0.5))
    xor.themes.set_dark(True)

    assert xor.colour_at(0.3, 0.6).lightness() < 60
    corner = xor.plot.viewport().grab().toImage().pixelColor(3, 3)
    assert corner == QColor(DARK.panel)


def test_presentation_scale_makes_points_and_type_larger(xor: Bench) -> None:
    before = xor.plot.classes.sizeHint().height()
    xor.themes.set_presentation(True)

    assert xor.plot.classes.sizeHint().height() > before
    assert xor.plot.canvas.getAxis("left").style["tickFont"].pixelSize() == 20  # to be read from the last row


def test_space_and_arrows_are_left_to_the_window(qtbot: QtBot) -> None:
    class Window(QWidget):
        keys: list[int] = []  # noqa: RUF012

        def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
            self.keys.append(event.key())

    window = Window()
    qtbot.addWidget(window)
    plot = DecisionRegionPlot(Document(), ThemeManager(), Notation(), window)
    with qtbot.waitExposed(window):
        window.show()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_2):
        qtbot.keyClick(plot.canvas, key)

    assert window.keys == [Qt.Key.Key_Space, Qt.Key.Key_Right]


@pytest.mark.parametrize("spec", [DatasetSpec("xor"), DatasetSpec("and3"), DatasetSpec("blobs", n_classes=5)])
def test_every_control_has_a_name_for_scripts_and_one_for_people(qtbot: QtBot, spec: DatasetSpec) -> None:
    bench = Bench(qtbot, spec)
    controls = [w for kind in (QAbstractButton, QComboBox, QSlider) for w in bench.plot.findChildren(kind)]
    shown = [control for control in controls if control.isVisible()]

    assert len(shown) >= 3
    assert len({control.objectName() for control in shown}) == len(shown)
    assert all(control.objectName() and control.accessibleName() and control.toolTip() for control in shown)


def test_the_language_changes_at_run_time(xor: Bench) -> None:
    class Marked(QTranslator):
        def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
            return False

        def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
            return f"«{text}»"

    translator = Marked()
    QApplication.installTranslator(translator)
    try:
        QApplication.processEvents()
        xor.shows(right_half)
        xor.points_at(0.9, 0.5)
        texts = [control.accessibleName() for control in xor.plot.findChildren(QAbstractButton)]
        assert xor.sentences[-1] == "«x₁ 0.90, x₂ 0.50 → o 1.00: class 1»"
        assert all(text.startswith("«") for text in texts)
    finally:
        QApplication.removeTranslator(translator)
