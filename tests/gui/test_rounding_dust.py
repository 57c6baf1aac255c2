"""A linear unit that has learned its line to the last bit: what rounding leaves is nowhere shown as a number."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec
from engine.project.project import Project
from engine.spec.specs import LayerSpec, NetworkSpec
from tests.gui.conftest import Opens
from tests.helpers.user import User


@pytest.fixture
def learned(opens: Opens) -> User:
    """d = 0.3·x + 0.1, after so many passes that an error of some 1e−32 is left."""
    rows = [[-1.0], [0.0], [0.7], [2.0]]
    data = DatasetSpec("custom", inputs=rows, targets=[[0.3 * x + 0.1] for (x,) in rows])
    project = Project(dataset=data, network=NetworkSpec(1, (LayerSpec(1, "linear"),)))
    user = opens(replace(project, training=replace(project.training, learning_rate=0.2, max_epochs=None)))
    user.triggers("unlimited")
    user.trains_until(epoch=2_000)
    return user


def test_the_error_is_nothing_in_the_bar_the_table_and_the_steps(learned: User, qtbot: QtBot) -> None:
    assert learned.value("error_label") < 1e-25
    label = learned.find("error_label")
    assert isinstance(label, QLabel)
    assert label.text() == "0.000"
    assert all("e−" not in text for text in _texts(learned, "sample_table"))
    learned.window.tables.show_table("steps")
    qtbot.waitUntil(lambda: _texts(learned, "step_table") != [])
    for step in range(1, 8):
        learned.clicks(f"step_{step}")
        assert [text for text in _texts(learned, "step_table") if "e−" in text] == []


def _texts(user: User, name: str) -> list[str]:
    view = user.find(name)
    assert isinstance(view, QTableView)
    model = view.model()
    cells = (model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
    return [str(cell.data()) for cell in cells]
