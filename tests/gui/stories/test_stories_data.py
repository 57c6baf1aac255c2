"""What happens between the parts that deal with data: each part follows what the others do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from tests.helpers.user import User


@pytest.mark.parametrize("name", ["xor", "function"])
def test_after_data_of_many_inputs_others_follow_in_any_language(user: User, name: str) -> None:
    user.picks_data("iris")
    user.clicks("region_components")
    user.clicks("region_fold_sliders") if not user.find("region_fixed_inputs").isVisible() else None
    user.picks_data(name)
    user.triggers("language_zh_CN")
    assert not user.find("region_x_axis").isVisible()
    user.triggers("language_en")
    user.triggers("undo")
    assert user.window.document.dataset.n_raw_inputs == 4


def test_the_button_of_components_says_its_name_after_data_that_have_none(user: User, qtbot: QtBot) -> None:
    user.picks_data("iris")
    button = user.find("region_components")
    assert isinstance(button, QToolButton)
    user.picks_data("xor")
    user.triggers("presentation")
    user.picks_data("iris")
    qtbot.waitUntil(lambda: button.isVisible() and button.width() == button.sizeHint().width())
    before = button.width()
    user.triggers("undo")
    user.triggers("redo")
    qtbot.waitUntil(lambda: button.isVisible() and button.text() == "PCA" and button.width() == before)


def test_unfolded_sliders_of_many_inputs_leave_the_plot_room_in_a_small_window(user: User, qtbot: QtBot) -> None:
    user.picks_data("digits")
    user.clicks("region_components")
    user.clicks("region_fold_sliders")
    sliders, canvas = user.find("region_fixed_inputs"), user.find("region_canvas")
    qtbot.waitUntil(lambda: 0 < sliders.height() < 70)
    assert canvas.height() >= 120
    user.window.resize(1920, 1080)
    qtbot.waitUntil(lambda: sliders.height() > 90)


def test_a_figure_that_grows_is_never_cut(user: User, qtbot: QtBot) -> None:
    bar, label = user.window.training_bar, user.find("accuracy_label")
    assert isinstance(label, QLabel)
    snapshot = user.window.session.snapshot
    assert snapshot is not None
    user.window.resize(1900, 720)
    bar.show_snapshot(replace(snapshot, n_right=5, n_samples=1438, test_accuracy=0.791), 1438)
    qtbot.waitUntil(lambda: bar.width() == 1900 and label.text() == "5/1,438")
    QApplication.processEvents()
    user.window.resize(bar.sizeHint().width() + 2, 720)
    qtbot.waitUntil(lambda: bar.width() == user.window.width())
    bar.show_snapshot(replace(snapshot, n_right=1200, n_samples=1438, test_accuracy=0.791), 1438)
    qtbot.waitUntil(lambda: label.width() >= label.fontMetrics().horizontalAdvance("1,200/1,438"))


def test_without_samples_no_figure_tells_of_those_that_are_gone(user: User, qtbot: QtBot) -> None:
    user.trains_until(epoch=5)
    start = user.project.dataset
    user.triggers("samples_select_all")
    user.triggers("samples_remove")
    figures = [
        user.find(name) for name in ("accuracy_label", "error_label", "summary_train_right", "summary_train_sum")
    ]
    assert user.window.document.dataset.n_samples == 0

    def texts() -> list[str]:
        return [figure.text().split()[-1] for figure in figures if isinstance(figure, QLabel)]

    qtbot.waitUntil(lambda: texts() == ["–"] * 4)
    user.triggers("language_zh_CN")
    user.triggers("language_en")
    assert texts() == ["–"] * 4
    user.triggers("undo")
    assert user.project.dataset == start
    qtbot.waitUntil(lambda: "–" not in texts())
