"""Many starts through the window: the rate, where the others got stuck, and what is opened of them."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from engine import DatasetSpec, LayerSpec, Network, NetworkSpec, Project, TrainingSpec, success_rate
from engine.analysis.success_tally import SuccessTally, wilson_interval
from engine.data import datasets
from engine.spec.frozen_array import FrozenArray
from gui.document import commands
from gui.features.how_often.epochs_chart import clear_of
from tests.gui.conftest import Opens
from tests.helpers.user import TRAINING_MS, User

LEFT = Qt.MouseButton.LeftButton
XOR = datasets.logic_gate("xor")
SPEC = NetworkSpec(2, (LayerSpec(2, id=1), LayerSpec(1, id=2)))
SETTINGS = TrainingSpec(learning_rate=2.0, max_epochs=2_000)
SMALL = Project(network=SPEC, training=SETTINGS)
QUICK = replace(SMALL, training=replace(SETTINGS, max_epochs=200))
ENDLESS = replace(SMALL, training=replace(SETTINGS, target_error=0.0, max_epochs=3_000_000))


def shows_page(user: User) -> User:
    user.triggers("page_how_often")
    user.types("how_often_starts", "100")
    return user


def tries(user: User, qtbot: QtBot) -> None:
    user.clicks("how_often_start")
    assert text(user, "how_often_start") == "Cancel"
    qtbot.waitUntil(lambda: user.window.facts()["success.known"], timeout=TRAINING_MS)


def text(user: User, name: str) -> str:
    found = user.find(name)
    assert isinstance(found, QLabel | QToolButton)
    return found.text() if found.isVisible() else ""


def rows(user: User) -> list[list[str]]:
    table = user.find("how_often_places")
    assert isinstance(table, QTableView)
    model = table.model()
    return [[model.index(row, k).data() for k in range(model.columnCount())] for row in range(model.rowCount())]


def clicks_row(user: User, qtbot: QtBot, row: int) -> None:
    table = user.find("how_often_places")
    assert isinstance(table, QTableView)
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(table.model().index(row, 0)).center())


def test_the_rate_the_places_and_one_start_of_them_in_the_workbench(opens: Opens, qtbot: QtBot) -> None:
    user = shows_page(opens(SMALL))
    assert user.find("how_often_limit").property("value") == 2_000
    tries(user, qtbot)
    expected = SuccessTally(XOR)
    for attempt in success_rate(SPEC, XOR, SETTINGS, range(100)):
        expected.add(attempt)
    figures = expected.figures()
    low, high = wilson_interval(figures.n_succeeded, 100)
    assert user.find("how_often_rate").property("value") == figures.n_succeeded / 100
    assert text(user, "how_often_count") == f"{figures.n_succeeded} of 100 starts"
    assert text(user, "how_often_interval") == f"{100 * low:.1f} % to {100 * high:.1f} % with 95 % confidence"
    assert figures.epochs is not None
    assert f"at most {figures.epochs.median:.0f} epochs" in text(user, "how_often_epochs")
    chart: Any = user.find("how_often_chart")
    heights, failed = chart.bars()
    assert sum(heights) == figures.n_succeeded
    assert failed == figures.n_failed == sum(place.n_starts for place in figures.places)
    found = rows(user)
    assert [row[1] for row in found] == [str(place.n_starts) for place in figures.places]
    assert [row[4:] for row in found] == [
        [f"{value:.2f}" for value in place.first.outputs.array[:, 0]] for place in figures.places
    ]

    clicks_row(user, qtbot, 1)
    user.clicks("how_often_open")
    qtbot.waitUntil(lambda: user.window.pages.current == "workbench", timeout=TRAINING_MS)
    first = figures.places[1].first
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == 2_000, timeout=TRAINING_MS)
    snapshot = user.window.session.snapshot
    np.testing.assert_array_equal(
        Network(SPEC, parameters=snapshot.parameters).predict(XOR.inputs), first.outputs.array
    )
    assert user.project.training == replace(SETTINGS, seed=first.seed)
    assert user.window.session.state == "finished"  # 2,000 is the project's own limit too
    qtbot.waitUntil(lambda: user.window.facts()["diagnosis.kind"] == "local_minimum", timeout=TRAINING_MS)
    user.triggers("undo")
    assert user.project.training.seed == 0
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == 0, timeout=TRAINING_MS)


def test_the_orange_bar_is_as_high_as_the_share_that_failed(opens: Opens, qtbot: QtBot) -> None:
    user = shows_page(opens(replace(SMALL, training=replace(SETTINGS, max_epochs=1))))
    tries(user, qtbot)
    assert text(user, "how_often_rate") == "0 %"
    chart = user.find("how_often_chart")
    image = chart.grab().toImage()
    at = QPoint(chart.width() - 30, chart.height() // 2)
    colour = image.pixelColor(at)
    assert colour.red() > 200 > colour.blue() + 100
    assert image.pixelColor(QPoint(chart.width() // 2, chart.height() // 2)).blue() > 200  # no blue bar: paper


def test_what_is_edited_meanwhile_is_not_mixed_in(opens: Opens, qtbot: QtBot) -> None:
    user = shows_page(opens(ENDLESS))
    user.clicks("how_often_start")
    commands.change_training(user.window.document, max_epochs=100)  # concerns the next trial only
    commands.change_training(user.window.document, seed=5)
    assert text(user, "how_often_note") == ""
    commands.set_units(user.window.document, 0, 3)
    assert "as they were when it began" in text(user, "how_often_note")
    user.clicks("how_often_start")
    assert text(user, "how_often_start") == "Start"
    assert text(user, "how_often_done").startswith("Cancelled")
    assert not user.window.facts()["success.known"]
    user.triggers("undo")
    assert text(user, "how_often_note") == ""


def test_an_edit_after_the_trial_opens_the_start_of_the_earlier_network(opens: Opens, qtbot: QtBot) -> None:
    user = shows_page(opens(QUICK))
    tries(user, qtbot)
    commands.set_units(user.window.document, 0, 5)
    user.clicks("how_often_open")
    qtbot.waitUntil(lambda: user.sizes == (2, 2, 1), timeout=TRAINING_MS)
    assert text(user, "how_often_note") == ""
    user.triggers("undo")
    assert user.sizes == (2, 5, 1)


def test_a_start_that_diverged_is_opened_at_its_last_finite_numbers(opens: Opens, qtbot: QtBot) -> None:
    layers = (LayerSpec(3, "leaky_relu", id=1), LayerSpec(1, "linear", id=2))
    user = shows_page(opens(Project(network=NetworkSpec(2, layers), training=replace(SETTINGS, learning_rate=3.0))))
    tries(user, qtbot)
    assert [row[:3] for row in rows(user)] == [["100 %", "100", "diverged"]]
    user.clicks("how_often_open")
    qtbot.waitUntil(lambda: user.window.pages.current == "workbench", timeout=TRAINING_MS)
    qtbot.waitUntil(lambda: user.window.session.state == "failed", timeout=TRAINING_MS)
    assert np.isfinite(user.window.session.snapshot.parameters).all()
    assert "before it diverged" in user.window.message_bar.text
    qtbot.waitUntil(lambda: user.window.facts()["diagnosis.kind"] == "diverging", timeout=TRAINING_MS)


def test_real_values_without_a_goal_are_refused_with_a_sentence(opens: Opens, qtbot: QtBot) -> None:
    values = DatasetSpec("custom", inputs=[[0.0], [1.0], [2.0]], targets=[[0.1], [0.7], [0.2]])
    layers = (LayerSpec(3, "tanh"), LayerSpec(1, "linear"))
    user = shows_page(opens(Project(values, NetworkSpec(1, layers), TrainingSpec(learning_rate=0.1))))
    user.clicks("how_often_start")
    qtbot.waitUntil(lambda: "target error" in text(user, "how_often_problem"), timeout=TRAINING_MS)
    assert text(user, "how_often_start") == "Start"
    assert not user.window.facts()["success.known"]


def types_values(user: User, qtbot: QtBot, number: int, values: str) -> None:
    field: Any = user.find(f"how_often_values_{number}")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, values)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def saves(user: User, button: str, path: Path) -> None:
    user.clicks(button)
    dialog: Any = next(each for each in user.window.findChildren(QFileDialog) if each.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_a_sweep_of_two_settings_as_a_map_with_every_cell_to_be_looked_at(
    opens: Opens, qtbot: QtBot, tmp_path: Path
) -> None:
    user = shows_page(opens(QUICK))
    user.chooses("how_often_vary_1", "learning_rate")
    types_values(user, qtbot, 1, "0.02, 2")
    user.chooses("how_often_vary_2", "units_1")
    types_values(user, qtbot, 2, "2, 4")
    tries(user, qtbot)
    chart: Any = user.find("how_often_sweep")
    rates = []
    for cell, (rate, units) in enumerate(((0.02, 2), (0.02, 4), (2.0, 2), (2.0, 4))):
        qtbot.mouseClick(chart, LEFT, pos=chart.position_of(cell).toPoint())
        assert text(user, "how_often_cell") == f"Learning rate η {rate:g}, Hidden units {units}"
        assert f"2-{units}-1:" in text(user, "how_often_goal")
        spec = NetworkSpec(2, (LayerSpec(units), LayerSpec(1)))
        found = success_rate(spec, XOR, replace(QUICK.training, learning_rate=rate), range(100))
        rates.append(sum(attempt.succeeded for attempt in found) / 100)
        assert user.find("how_often_rate").property("value") == rates[-1]
    image = chart.grab().toImage()
    seldom, often = (image.pixelColor((chart.position_of(cell) - QPoint(40, 30)).toPoint()) for cell in (0, 3))
    assert seldom.red() > seldom.blue() + 60  # orange
    assert often.blue() > often.red() + 20
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert text(user, "how_often_cell") == "Learning rate η 0.02, Hidden units 4"
    saves(user, "how_often_export", tmp_path / "starts.csv")
    saves(user, "how_often_export_sweep", tmp_path / "rates.csv")
    qtbot.waitUntil((tmp_path / "rates.csv").exists, timeout=TRAINING_MS)
    with (tmp_path / "rates.csv").open(encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    assert [float(line["rate"]) for line in table] == rates
    assert [(line["learning_rate"], line["units_1"]) for line in table][2] == ("2.0", "2.0")


def test_a_value_that_cannot_be_is_said_and_the_others_are_tried(opens: Opens, qtbot: QtBot) -> None:
    user = shows_page(opens(QUICK))
    user.chooses("how_often_vary_1", "learning_rate")
    types_values(user, qtbot, 1, "0.5, much")
    user.clicks("how_often_start")
    assert "numbers, with commas" in text(user, "how_often_problem")
    types_values(user, qtbot, 1, "-1")
    user.clicks("how_often_start")
    assert "learning rate" in text(user, "how_often_problem")
    user.chooses("how_often_vary_1", "batch_size")
    user.clicks("how_often_start")
    assert text(user, "how_often_problem") == ""


def test_the_window_closes_while_starts_are_tried(opens: Opens) -> None:
    user = shows_page(opens(ENDLESS))
    user.find("how_often_page").setFocus()
    for words in ("Cancel", "Start", "Cancel"):
        user.presses(Qt.Key.Key_Space)
        assert text(user, "how_often_start") == words


@pytest.mark.usefixtures("_each_language")
def test_the_page_fits_into_the_smallest_window(opens: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.features.how_often.controls.can_reach_a_cluster", lambda: True)
    user = opens(QUICK)
    user.triggers("page_how_often")
    user.chooses("how_often_vary_1", "learning_rate")
    user.chooses("how_often_vary_2", "units_1")
    assert user.find("how_often_cluster").isVisible()
    for _on_stage in range(2):
        assert user.window.minimumSizeHint().width() <= 1280
        assert user.window.minimumSizeHint().height() <= 720
        user.triggers("presentation")


def test_samples_are_named_in_few_figures_and_where_none_failed_there_is_nothing_to_open(
    opens: Opens, qtbot: QtBot
) -> None:
    inputs, targets = np.array([[-0.123456789, 1.0], [0.987654321, 2.5]]), np.array([[0.0], [1.0]])
    data = DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray(targets))
    one_unit = NetworkSpec(2, (LayerSpec(1, id=1),))
    settings = replace(SETTINGS, target_error=1e-9, max_epochs=1)
    user = shows_page(opens(Project(dataset=data, network=one_unit, training=settings)))
    assert not user.find("how_often_places").isVisible()
    tries(user, qtbot)
    table = user.find("how_often_places")
    assert isinstance(table, QTableView)
    heads = [table.model().headerData(k, Qt.Orientation.Horizontal) for k in (4, 5)]
    assert heads == ["(−0.123, 1)\n→ 0", "(0.988, 2.5)\n→ 1"]
    parts = [user.find(name) for name in ("how_often_places", "how_often_seed", "how_often_open")]
    assert all(part.isVisible() for part in parts)

    commands.change_training(user.window.document, target_error=10.0)
    tries(user, qtbot)
    assert text(user, "how_often_places_note") == "None failed."
    assert not any(part.isVisible() for part in parts)


def test_where_the_places_have_little_room_the_share_gives_way(opens: Opens, qtbot: QtBot) -> None:
    user = shows_page(opens(QUICK))
    tries(user, qtbot)
    table = user.find("how_often_places")
    assert isinstance(table, QTableView)
    assert not table.isColumnHidden(0)
    needed = sum(table.columnWidth(column) for column in range(table.model().columnCount()))
    table.setFixedWidth(250)
    qtbot.waitUntil(lambda: table.isColumnHidden(0))
    table.setFixedWidth(needed + 40)
    qtbot.waitUntil(lambda: not table.isColumnHidden(0))


def test_what_the_median_says_stands_clear_of_the_numbers_above_the_bars() -> None:
    wanted, line = QRectF(20, 0, 60, 12), 12
    numbers = [QRectF(70, 0, 20, line), QRectF(10, 0, 20, line), QRectF(40, 30, 20, line), QRectF(100, 0, 20, line)]
    place = clear_of(wanted, numbers, 4)
    assert place == QRectF(124, 0, 60, 12)
    assert clear_of(wanted, numbers[2:3], 4) == wanted
