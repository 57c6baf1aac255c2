from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec
from engine.project.edits import set_dataset
from engine.project.project import Project
from engine.spec.specs import TrainingSpec
from engine.training.history import LossCurve
from gui.document.commands import change_training
from gui.document.document import Document
from gui.features.error_curve.error_plot import ErrorPlot
from gui.toolkit.theme import DARK, ThemeManager
from gui.words.notation import Notation
from tests.gui.features.decision_region.frames import curve_frame, loss_curve

LEFT = Qt.MouseButton.LeftButton
FALLING = np.exp(-np.linspace(0, 5, 401))


class Bench:
    """An error plot in a window of its own."""

    def __init__(self, qtbot: QtBot, project: Project) -> None:
        self.qtbot = qtbot
        self.document, self.themes = Document(project), ThemeManager()
        self.stage = QWidget()  # as a window itself, a plot makes Qt's off-screen platform complain
        qtbot.addWidget(self.stage)
        self.plot = ErrorPlot(self.document, self.themes, Notation(), self.stage)
        self.plot.setGeometry(0, 0, 420, 300)
        self.stage.resize(420, 300)
        with qtbot.waitExposed(self.stage):
            self.stage.show()
        self.sentences: list[str] = []
        self.plot.hovered.connect(self.sentences.append)

    def shows(self, curve: LossCurve, run_id: int = 1) -> None:
        self.plot.show_frame(curve_frame(self.document, curve, run_id))
        QApplication.processEvents()

    def settles(self) -> None:
        """Let the drawing come that follows a new range of the epochs."""
        timers = self.plot.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self.qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers))

    def clicks(self, name: str) -> None:
        button = self.plot.findChild(QToolButton, name)
        assert button is not None
        self.qtbot.mouseClick(button, LEFT)

    def view(self) -> list[list[float]]:
        ranges: list[list[float]] = self.plot.canvas.getViewBox().viewRange()
        return ranges

    def at(self, epoch: float) -> QPoint:
        area, (first, last) = self.plot.canvas.picture_area(), self.view()[0]
        return QPoint(round(area.left() + (epoch - first) / (last - first) * area.width()), round(area.center().y()))

    def height_of(self, error: float) -> int:
        area, (low, high) = self.plot.canvas.picture_area(), self.view()[1]
        place = np.log10(error) if self.plot.is_logarithmic else error
        return round(area.bottom() - (place - low) / (high - low) * area.height())

    def is_marked(self, epoch: float) -> bool:
        """Whether the run's colour stands just above the lower edge, beside where a line would come down."""
        picture, area = self.plot.viewport().grab().toImage(), self.plot.canvas.picture_area()
        accent, y = QColor(self.themes.theme.accent), round(area.bottom()) - 7
        places = (QPoint(self.at(epoch).x() + step, y) for step in (-3, 3))
        return all(abs(picture.pixelColor(place).hue() - accent.hue()) < 9 for place in places)

    def wheels(self, notches: int) -> None:
        viewport, position = self.plot.viewport(), QPointF(self.plot.canvas.picture_area().center())
        event = QWheelEvent(
            position, QPointF(viewport.mapToGlobal(position.toPoint())), QPoint(), QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot, Project())


def test_before_the_first_epoch_it_says_what_will_be_drawn(bench: Bench) -> None:
    bench.shows(loss_curve([0.5]))
    assert bench.plot.hint.isVisible()
    assert "Train" in bench.plot.hint.text()

    bench.shows(loss_curve(FALLING))
    assert not bench.plot.hint.isVisible()


def test_one_epoch_alone_is_a_dot(bench: Bench) -> None:
    for is_logarithmic in (False, True):
        bench.shows(replace(loss_curve([0.125]), epochs=np.array([1])))
        assert not bench.plot.hint.isVisible()
        picture, height = bench.plot.viewport().grab().toImage(), bench.height_of(0.125)
        colour = picture.pixelColor(bench.at(1).x(), height)
        assert abs(colour.hue() - QColor(bench.themes.theme.accent).hue()) < 9, is_logarithmic
        bench.shows(loss_curve(FALLING))
        assert len(bench.plot.train_item.dot.data) == 0
        bench.clicks("error_log_scale")


def test_the_curve_is_the_mean_error_epoch_by_epoch(bench: Bench) -> None:
    bench.shows(loss_curve([0.5, 0.25, 0.125]))
    x, y = bench.plot.train_item.curve.getData()

    assert x.tolist() == [0, 1, 2]
    assert y.tolist() == [0.5, 0.25, 0.125]
    assert bench.plot.canvas.getAxis("left").label.toPlainText() == "mean error per sample"
    assert bench.view()[0][0] == 0
    assert bench.view()[1] == pytest.approx([0, 0.6])


def test_the_test_error_has_a_line_of_its_own(bench: Bench) -> None:
    bench.shows(loss_curve(FALLING, test=FALLING * 2))
    train, test = bench.plot.train_item.curve.getData()[1], bench.plot.test_item.curve.getData()[1]

    assert test == pytest.approx(train * 2)

    bench.shows(loss_curve(FALLING), run_id=2)
    assert bench.plot.test_item.curve.getData()[1] is None or not len(bench.plot.test_item.curve.getData()[1])
    assert bench.plot.test_item.band.path().isEmpty()
    bench.shows(loss_curve(FALLING, test=FALLING * 3), run_id=3)
    assert len(bench.plot.test_item.curve.getData()[1]) == len(test)


def test_the_logarithmic_scale_shows_exponents_and_back(bench: Bench) -> None:
    bench.shows(loss_curve(FALLING))
    linear = bench.plot.train_item.curve.getData()[1]
    bench.clicks("error_log_scale")

    assert bench.plot.is_logarithmic
    assert bench.plot.train_item.curve.getData()[1] == pytest.approx(np.log10(linear), abs=0.01)
    assert bench.view()[1][1] == pytest.approx(np.log10(2), abs=0.01)
    bench.clicks("error_log_scale")
    assert bench.plot.train_item.curve.getData()[1] == pytest.approx(linear)


def test_an_error_of_zero_is_marked_at_the_edge_of_the_logarithmic_axis(bench: Bench) -> None:
    bench.clicks("error_log_scale")
    bench.shows(loss_curve([0.1, 0.0, 0.1, 0.0, 0.1, 0.1]))
    assert np.isfinite(bench.view()).all()
    for _ in range(2):
        lowest = bench.view()[1][0]
        assert bench.plot.train_item.curve.getData()[1].tolist() == [-1, lowest, -1, lowest, -1, -1]
        assert [bench.is_marked(epoch) for epoch in range(1, 6)] == [True, False, True, False, False]
        bench.wheels(-1)  # zoomed out, the marks stay at the edge
        bench.settles()
    assert any(label.text() == "error 0" and label.isVisible() for label in bench.plot.findChildren(QLabel))

    bench.clicks("error_log_scale")
    bench.settles()
    assert not bench.is_marked(1)
    assert not any(label.text() == "error 0" and label.isVisible() for label in bench.plot.findChildren(QLabel))


def test_the_point_under_the_mouse_is_shown_at_the_edge_too(bench: Bench) -> None:
    bench.clicks("error_log_scale")
    bench.shows(loss_curve([0.1, 0.0, 0.1, 0.0]))
    bench.qtbot.mouseMove(bench.plot.viewport(), bench.at(3))
    assert bench.sentences[-1] == "Epoch 3: mean error per sample 0"
    assert bench.plot.marks.getData()[1].tolist() == [bench.view()[1][0]]


def test_earlier_runs_are_thin_lines_not_areas(bench: Bench) -> None:
    count = 4000
    nothing, middle = np.empty(0), np.linspace(0.6, 0.3, count)
    long = LossCurve(np.arange(count) * 50, middle - 0.25, middle + 0.25, middle, nothing, nothing, nothing)
    for run in range(1, 5):
        bench.shows(long, run)
    bench.shows(loss_curve(FALLING), 9)
    picture, area = bench.plot.viewport().grab().toImage(), bench.plot.canvas.picture_area().toRect()
    panel = QColor(bench.themes.theme.panel)
    columns = range(area.left() + 4, area.right() - 4, 7)
    inked = [picture.pixelColor(x, y) != panel for x in columns for y in range(area.top() + 4, area.bottom() - 4)]
    assert 0 < sum(inked) < 0.06 * len(inked)


def test_earlier_runs_stay_behind_up_to_five(bench: Bench) -> None:
    for run in range(1, 9):
        bench.shows(loss_curve(FALLING * run), run)

    shown = [item for item in bench.plot.earlier_items if item.curve.isVisible()]
    assert len(shown) == 5
    assert shown[-1].curve.getData()[1][0] == pytest.approx(7.0, rel=0.05)
    assert bench.plot.train_item.curve.getData()[1][0] == pytest.approx(8.0, rel=0.05)
    assert shown[0].curve.zValue() < bench.plot.train_item.curve.zValue()


def test_starts_without_an_epoch_are_no_earlier_runs(bench: Bench) -> None:
    for run in range(5):
        bench.shows(loss_curve([0.5]), run)

    assert not bench.plot.earlier_runs.lines


def test_runs_with_another_loss_or_other_data_are_not_compared(bench: Bench) -> None:
    bench.shows(loss_curve(FALLING), 1)
    bench.shows(loss_curve(FALLING), 2)
    assert len(bench.plot.earlier_runs.lines) == 1

    change_training(bench.document, loss="cross_entropy")
    bench.shows(loss_curve(FALLING), 3)
    assert not bench.plot.earlier_runs.lines
    bench.document.apply(set_dataset(bench.document.project, DatasetSpec("and")).project)
    bench.shows(loss_curve(FALLING), 4)
    assert not bench.plot.earlier_runs.lines


def test_millions_of_epochs_take_few_points_and_keep_their_peaks(bench: Bench) -> None:
    count = 8000
    epochs = np.linspace(0, 5_000_000, count).astype(np.int64)
    low, high = np.full(count, 0.1), np.full(count, 0.2)
    high[4321], low[1234] = 3.0, 0.01
    nothing = np.empty(0)
    bench.shows(LossCurve(epochs, low, high, (low + high) / 2, nothing, nothing, nothing))
    points = bench.plot.train_item.band.path().elementCount() + len(bench.plot.train_item.curve.getData()[0])
    box = bench.plot.train_item.band.path().boundingRect()

    assert points <= 4000
    assert (box.top(), box.bottom()) == pytest.approx((0.01, 3.0))
    assert box.right() > 4_980_000
    assert bench.view()[0][1] == 5_000_000


def test_the_wheel_zooms_and_home_follows_the_run_again(bench: Bench) -> None:
    bench.shows(loss_curve(FALLING))
    before = bench.view()
    bench.wheels(3)
    zoomed = bench.view()
    assert zoomed[0][1] - zoomed[0][0] < before[0][1] - before[0][0]
    assert not bench.plot.bar.follow_button.isChecked()

    bench.shows(loss_curve(np.append(FALLING, 0.001)))
    assert bench.view() == zoomed
    bench.qtbot.keyClick(bench.plot.canvas, Qt.Key.Key_Home)
    assert bench.view()[0] == [0, 500]
    assert bench.plot.bar.follow_button.isChecked()


def test_a_drag_moves_the_view_and_the_button_follows_again(bench: Bench) -> None:
    bench.shows(loss_curve(FALLING))
    viewport, start = bench.plot.viewport(), bench.plot.canvas.picture_area().center().toPoint()
    bench.qtbot.mousePress(viewport, LEFT, pos=start)
    for step in (20, 40, 60, 80):
        bench.qtbot.mouseMove(viewport, start - QPoint(step, 0))
    bench.qtbot.mouseRelease(viewport, LEFT, pos=start - QPoint(80, 0))

    assert bench.view()[0][0] > 0
    bench.clicks("error_auto_range")
    assert bench.view()[0][0] == 0


def test_the_sentence_under_the_mouse_gives_epoch_and_errors(bench: Bench) -> None:
    bench.shows(loss_curve(np.linspace(0.5, 0.1, 401), test=np.linspace(1.0, 0.2, 401), every=10))
    bench.qtbot.mouseMove(bench.plot.viewport(), bench.at(2000))

    sentence = bench.sentences[-1]
    assert sentence.startswith(("Epoch 2,0", "Epoch 1,9"))
    assert "mean error per sample 0.30" in sentence or "mean error per sample 0.3" in sentence
    assert "of the test set 0.6" in sentence
    QApplication.sendEvent(bench.plot.canvas, QEvent(QEvent.Type.Leave))
    assert bench.sentences[-1] == ""


def test_the_target_is_drawn_as_the_mean_that_the_curve_shows(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Project(training=TrainingSpec(target_error=0.2)))
    bench.shows(loss_curve(FALLING))
    assert bench.plot.target_line.isVisible()
    assert bench.plot.target_line.value() == pytest.approx(0.05)

    change_training(bench.document, target_error=None)
    assert not bench.plot.target_line.isVisible()


def test_the_same_history_twice_is_not_drawn_twice(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.shows(loss_curve(FALLING))
    bench.settles()
    drawn: list[object] = []
    monkeypatch.setattr(bench.plot.train_item, "draw", lambda *arguments: drawn.append(arguments))
    bench.shows(loss_curve(FALLING))

    assert drawn == []


def test_what_came_while_hidden_is_drawn_when_shown(bench: Bench) -> None:
    bench.plot.hide()
    bench.shows(loss_curve(FALLING))
    assert len(bench.plot.train_item.curve.getData()[0] if bench.plot.train_item.curve.xData is not None else ()) == 0

    bench.plot.show()
    assert len(bench.plot.train_item.curve.getData()[0]) > 100


def test_frames_of_another_network_are_not_drawn(bench: Bench) -> None:
    frame = curve_frame(bench.document, loss_curve(FALLING))
    other = replace(bench.document.project.network, initial_range=0.1)
    bench.plot.show_frame(replace(frame, network=other))

    assert bench.plot.hint.isVisible()


def test_a_theme_recolours_everything(bench: Bench) -> None:
    bench.shows(loss_curve(FALLING))
    bench.themes.set_dark(True)

    assert bench.plot.viewport().grab().toImage().pixelColor(2, 2) == QColor(DARK.panel)
    assert bench.plot.train_item.curve.opts["pen"].color() == QColor(DARK.accent)


def test_presentation_scale_makes_lines_and_type_larger(bench: Bench) -> None:
    bench.themes.set_presentation(True)

    assert bench.plot.train_item.curve.opts["pen"].widthF() == 3.0
    assert bench.plot.canvas.getAxis("bottom").style["tickFont"].pixelSize() == 20  # to be read from the last row


def test_every_control_has_a_name_for_scripts_and_one_for_people(bench: Bench) -> None:
    buttons = bench.plot.findChildren(QToolButton)

    names = {"error_log_scale", "error_auto_range", "error_export", "error_more"}
    assert {button.objectName() for button in buttons} == names
    assert all(button.accessibleName() and button.toolTip() for button in buttons)
