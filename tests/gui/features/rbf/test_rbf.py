"""RBF networks as a user works with them: made, placed, solved, trained, and changed by hand on the plane."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from engine.project.demos import demo
from engine.project.edits.rbf import centres_and_widths
from engine.project.file import project_file
from gui.features.decision_region.rbf.rbf_handles import CENTRE, RIM
from gui.features.decision_region.rbf.rbf_overlay import RbfOverlay
from gui.features.rbf.feature import RbfFeature
from tests.helpers.user import User

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


class RbfUser:
    """A user before an RBF network."""

    def __init__(self, qtbot: QtBot, user: User) -> None:
        self.qtbot, self.user, self.window = qtbot, user, user.window
        self.feature = self.window.findChild(RbfFeature)
        self.editor = self.window.findChild(RbfOverlay)
        assert self.feature is not None
        assert self.editor is not None
        self.canvas = self.window.decision_region_plot.canvas

    def opens(self, name: str) -> None:
        """Open an example and wait for its picture."""
        self.window.document.load(demo(name))
        self.waits()

    def waits(self) -> None:
        """Until the views show what the document holds."""
        self.user.waits_for_views()
        self.qtbot.waitUntil(lambda: self.editor.handles is not None)

    @property
    def parts(self) -> tuple[np.ndarray, np.ndarray]:
        """Centres and widths of the start."""
        project = self.user.project
        assert project.parameters is not None
        return centres_and_widths(project.network, project.parameters.array)

    def centre_pixel(self, unit: int) -> QPoint:
        return self.editor.centre_pixel(unit).toPoint()

    def rim_pixel(self, unit: int, angle: float = 0.0) -> QPoint:
        """A place on the rim, at an angle on the plane."""
        handles = self.editor.handles
        assert handles is not None
        x, y = handles.place(unit)
        width = float(handles.widths[unit])
        return self.canvas.pixel_at(x + width * np.cos(angle), y + width * np.sin(angle)).toPoint()

    def drags(self, start: QPoint, end: QPoint, *, release: bool = True) -> None:
        viewport = self.window.decision_region_plot.viewport()
        self.qtbot.mousePress(viewport, LEFT, pos=start)
        for step in range(1, 6):
            self.qtbot.mouseMove(viewport, start + (end - start) * step / 5)
        if release:
            self.qtbot.mouseRelease(viewport, LEFT, pos=end)

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.canvas.setFocus()
        self.qtbot.keyClick(self.canvas, key, modifier)


@pytest.fixture
def rbf(qtbot: QtBot, user: User) -> RbfUser:
    return RbfUser(qtbot, user)


def test_one_menu_entry_makes_an_rbf_network_and_one_button_solves_xor(rbf):
    tables = rbf.window.tables
    rbf.user.triggers("make_rbf")
    assert rbf.user.project.network.layers[0].kind == "rbf"
    assert tables.current == "rbf"
    rbf.user.clicks("rbf_solve")
    rbf.user.waits_for_views()
    rbf.qtbot.waitUntil(lambda: rbf.user.value("error_label") < 1e-9)
    assert rbf.window.session.snapshot.n_right == 4
    rbf.user.undoes_everything()
    assert rbf.user.project.network.layers[0].kind == "dense"
    assert tables.current == "samples"


def test_the_activation_menu_turns_the_layer_and_back(rbf):
    rbf.user.window.diagram_view.setFocus()
    from gui.features.diagram.editing import edits

    document = rbf.window.document
    assert "gaussian" in edits.allowed_activations(document, 0)
    assert "gaussian" not in edits.allowed_activations(document, 1)
    edits.set_activation(document, 0, "gaussian")
    assert document.project.network.rbf
    edits.set_activation(document, 0, "tanh")
    assert not document.project.network.rbf


def test_a_dragged_centre_follows_the_mouse_as_one_undo_step(rbf):
    rbf.opens("rbf_xor")
    start, end = rbf.centre_pixel(1), rbf.centre_pixel(1) + QPoint(-60, 40)
    before = rbf.user.project
    assert rbf.feature.facts() == {"rbf.moved": 0, "rbf.solved": 0}
    rbf.drags(start, end)
    assert rbf.feature.facts()["rbf.moved"] > 0
    centres, widths = rbf.parts
    x, y = rbf.canvas.point_at(QPointF(end))
    step = np.subtract(rbf.canvas.point_at(QPointF(1, 1)), rbf.canvas.point_at(QPointF(0, 0)))
    np.testing.assert_allclose(centres[:, 1], [x, y], atol=float(np.abs(step).max()))
    np.testing.assert_array_equal(centres[:, 0], [0, 0])
    np.testing.assert_array_equal(widths, np.sqrt([0.5, 0.5]))
    assert rbf.window.document.undo_stack.count() == 1
    assert len(rbf.window.document.dataset.inputs) == 4  # no sample was placed or moved
    rbf.user.triggers("undo")
    assert rbf.user.project == before


@pytest.mark.parametrize("angle", [-0.3, 2.2, 1.8])
def test_the_rim_changes_the_width_in_any_direction(rbf, angle):
    rbf.opens("rbf_xor")
    unit = 0
    grip = rbf.editor.grip_at(QPointF(rbf.rim_pixel(unit, angle)))
    if grip is None:
        pytest.fail("nothing to grab on the rim")
    assert (grip.unit, grip.part) == (unit, RIM)
    handles = rbf.editor.handles
    x, y = handles.place(unit)
    end = rbf.canvas.pixel_at(x + 0.4 * np.cos(angle), y + 0.4 * np.sin(angle)).toPoint()
    rbf.drags(rbf.rim_pixel(unit, angle), end)
    assert rbf.parts[1][unit] == pytest.approx(0.4, abs=0.02)
    np.testing.assert_array_equal(rbf.parts[0][:, unit], [0, 0])
    assert rbf.window.document.undo_stack.count() == 1


def test_a_width_dragged_through_the_centre_stays_above_zero(rbf):
    rbf.opens("rbf_curve")
    rbf.drags(rbf.editor.handles.rim_pixel(3).toPoint(), rbf.centre_pixel(3))
    assert 0 < rbf.parts[1][3] < 0.1


def test_escape_takes_a_drag_back(rbf):
    rbf.opens("rbf_xor")
    before = rbf.user.project
    rbf.drags(rbf.centre_pixel(1), rbf.centre_pixel(1) + QPoint(-50, 30), release=False)
    assert rbf.user.project != before
    rbf.qtbot.keyClick(rbf.canvas, Qt.Key.Key_Escape)
    assert rbf.user.project == before
    assert not rbf.user.action("undo").isEnabled()
    rbf.qtbot.mouseRelease(rbf.window.decision_region_plot.viewport(), LEFT, pos=rbf.centre_pixel(1))


def test_keys_choose_move_and_widen(rbf):
    rbf.opens("rbf_xor")
    rbf.presses(Qt.Key.Key_C)
    rbf.presses(Qt.Key.Key_C)
    assert rbf.editor.selected == 1
    for _ in range(3):
        rbf.presses(Qt.Key.Key_Left)
    centres, _ = rbf.parts
    assert centres[0, 1] < 1
    assert centres[1, 1] == 1
    assert rbf.window.document.undo_stack.count() == 1
    rbf.presses(Qt.Key.Key_BracketRight)
    assert rbf.parts[1][1] == pytest.approx(np.sqrt(0.5) * 1.1)
    assert rbf.window.document.undo_stack.count() == 2
    assert rbf.window.session.snapshot.epoch == 0  # no arrow key has trained
    rbf.presses(Qt.Key.Key_Escape)
    assert rbf.editor.selected is None


def test_labels_of_bars_stand_over_them_clear_of_their_neighbours(rbf):
    rbf.opens("rbf_curve")
    rbf.canvas.grab()  # they take their places when they are painted
    labels = {
        item.toPlainText(): item.textItem.sceneBoundingRect()
        for item in rbf.canvas.scene().items()
        if isinstance(item, pg.TextItem) and item.toPlainText().startswith("c")
    }
    assert len(labels) == 8
    levels = sorted({rbf.centre_pixel(unit).y() for unit in range(8)})
    for unit, text in enumerate(f"c{digit}" for digit in "₁₂₃₄₅₆₇₈"):
        centre, label = rbf.centre_pixel(unit), labels[text]
        assert abs(label.center().x() - centre.x()) <= 2
        above = [level for level in levels if level < centre.y()]
        assert label.bottom() < centre.y()
        assert not above or label.center().y() > above[-1] + 2


def test_buttons_place_set_widths_and_lock(rbf):
    rbf.opens("rbf_curve")
    rbf.user.chooses("rbf_centres_by", "samples")
    rbf.user.clicks("rbf_place")
    assert np.isin(rbf.parts[0], rbf.window.document.dataset.inputs).all()
    assert len(np.unique(rbf.parts[1])) > 1  # over one input, by the nearest centres to begin with
    rbf.user.types("rbf_factor", "0.5")
    rbf.user.chooses("rbf_widths_by", "d_max")
    centres, widths = rbf.parts
    np.testing.assert_allclose(widths, 0.5 * np.ptp(centres) / 4)
    box = rbf.user.find("rbf_trained")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(False))
    before = rbf.parts
    rbf.waits()
    rbf.user.trains_until(epoch=20)
    now = rbf.window.session.snapshot.parameters
    count = rbf.user.project.network.n_rbf_parameters
    np.testing.assert_array_equal(now[:count], np.concatenate([before[0].ravel(), before[1]]))
    assert (now[count:] != 0).all()
    rbf.user.triggers("undo")
    assert box.currentData() is True


def test_solving_in_the_middle_of_training_takes_the_numbers_as_they_are(rbf):
    rbf.opens("rbf_curve")
    rbf.user.trains_until(epoch=30)
    moved = rbf.window.session.snapshot.parameters[:16]
    rbf.user.clicks("rbf_solve")
    rbf.waits()
    start = rbf.user.project.parameters.array
    np.testing.assert_array_equal(start[:16], moved)
    rbf.qtbot.waitUntil(lambda: rbf.user.value("error_label") < 0.2)


def test_without_circles_samples_can_be_reached(rbf):
    rbf.opens("rbf_xor")
    assert rbf.editor.grip_at(QPointF(rbf.centre_pixel(0))).part == CENTRE
    at = QPointF(rbf.centre_pixel(0))
    box = rbf.user.find("rbf_circles")
    assert isinstance(box, QCheckBox)
    box.click()
    assert rbf.editor.grip_at(at) is None
    rbf.user.drags_point((0, 0), (0.3, 0.2))
    assert rbf.window.document.project.dataset.name == "custom"


def test_the_circles_are_seen_and_follow_training(rbf):
    rbf.opens("rbf_xor")
    area = rbf.canvas.picture_area().toRect()
    with_circles = rbf.canvas.grab(area).toImage()
    rbf.user.find("rbf_circles").click()
    assert rbf.canvas.grab(area).toImage() != with_circles
    rbf.user.find("rbf_circles").click()
    before = rbf.editor.handles.widths.copy()
    rbf.user.trains_until(epoch=5)
    session = rbf.window.session
    rbf.qtbot.waitUntil(lambda: np.array_equal(rbf.editor.handles.widths, session.snapshot.parameters[4:6]))
    assert not np.array_equal(rbf.editor.handles.widths, before)


def test_the_diagram_speaks_of_centres_and_widths(rbf):
    rbf.opens("rbf_xor")
    from gui.features.diagram.geometry.target import Target

    for lecture in (False, True):
        rbf.window.appearance.notation.set_lecture(lecture)
        describer = rbf.window.diagram_view.shown.describer()
        width = describer.sentence(Target("bias", 0, 1))
        centre = describer.sentence(Target("connection", 0, 1, 0))
        assert "σ₂ = 0.7071" in width
        assert "c₁₂ = 1.000" in centre
        assert "exp(−‖x − c₂‖² / 2σ₂²)" in describer.sentence(Target("neuron", 0, 1))
        for sentence in (width, centre):
            assert "bias" not in sentence
            assert "threshold" not in sentence
            assert "weight" not in sentence


@pytest.mark.parametrize("typed", ["0", "-0.5"])
def test_typed_widths_that_cannot_be_are_refused_with_a_sentence(rbf, typed):
    rbf.opens("rbf_xor")
    told = []
    rbf.window.document.noticed.connect(told.append)
    view = rbf.window.diagram_view
    rbf.qtbot.mouseDClick(view.viewport(), LEFT, pos=view.position_of("bias", layer=0, unit=1))
    editor = rbf.user.find("inline_editor")
    editor.selectAll()
    rbf.qtbot.keyClicks(editor, typed)
    rbf.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert rbf.parts[1].tolist() == [np.sqrt(0.5)] * 2
    assert any("width" in text for text in told)


def test_a_saved_network_opens_as_it_was(rbf, tmp_path):
    rbf.opens("rbf_curve")
    rbf.drags(rbf.centre_pixel(2), rbf.centre_pixel(2) + QPoint(12, 0))
    saved = rbf.user.project
    project_file.save(saved, tmp_path / "bells.perceptra")
    rbf.opens("rbf_xor")
    assert rbf.user.opens_file(tmp_path / "bells.perceptra")
    rbf.waits()
    assert rbf.user.project == saved
    assert rbf.window.tables.current == "rbf"


def test_a_closed_rbf_tab_leaves_other_networks_alone(rbf):
    rbf.opens("rbf_xor")
    rbf.window.document.load(demo("xor"))
    rbf.user.waits_for_views()
    assert rbf.editor.handles is None
    assert rbf.window.tables.current == "samples"


def test_without_samples_the_buttons_say_what_is_missing(rbf):
    rbf.user.picks_data("custom")
    rbf.user.triggers("make_rbf")
    if rbf.window.document.dataset.n_samples:
        rbf.user.clicks("clear_points")
    rbf.window.message_bar.notice("before")
    rbf.user.clicks("rbf_solve")
    assert "no samples to solve for" in rbf.window.message_bar.text
