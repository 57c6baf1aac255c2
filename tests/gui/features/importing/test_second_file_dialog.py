"""Test samples from a second file, in the window: previewed, confirmed, taken back; other columns are refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from engine.data.datasets import table_spec
from gui.document.commands import set_dataset
from gui.features.importing.feature import ImportingFeature
from gui.features.importing.second_file_dialog import SecondFileDialog
from tests.helpers.user import LEFT, User

FIRST = "w,h,class\n" + "".join(f"{i},{i % 3},{'abc'[i % 3]}\n" for i in range(12))


def opened(qtbot: QtBot, user: User, folder: Path, content: str) -> SecondFileDialog:
    first, second = folder / "first.csv", folder / "second.csv"
    first.write_text(FIRST)
    second.write_text(content)
    assert set_dataset(user.window.document, table_spec(first))
    user.window.findChild(ImportingFeature).preview_test_table(second)
    dialog = user.waits_for_preview()
    assert isinstance(dialog, SecondFileDialog)
    remarks = dialog.findChild(QLabel, "import_remarks")
    assert remarks is not None
    qtbot.waitUntil(lambda: bool(remarks.text()))
    return dialog


def test_test_samples_come_from_a_second_file(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    dialog = opened(qtbot, user, tmp_path, "class,h,w\nb,9,8\nc,7,6\n")
    training = user.window.document.dataset.raw_inputs
    button = dialog.findChild(QPushButton, "import_button")
    assert button is not None
    qtbot.waitUntil(button.isEnabled)
    before = user.project
    qtbot.mouseClick(button, LEFT)
    data = user.window.document.dataset
    assert np.array_equal(data.raw_inputs, training)
    assert data.raw_test_inputs.tolist() == [[8, 9], [6, 7]]
    assert data.test_targets.tolist() == [[0, 1, 0], [0, 0, 1]]
    user.triggers("undo")
    assert user.project == before


def test_a_class_that_the_data_lack_is_refused_with_its_line(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    dialog = opened(qtbot, user, tmp_path, "w,h,class\n1,2,a\n3,4,z\n")
    remarks, button = dialog.findChild(QLabel, "import_remarks"), dialog.findChild(QPushButton, "import_button")
    assert remarks is not None
    assert button is not None
    assert "line 3, column 3: 'z' is none of the classes of these data: a, b, c" in remarks.text()
    assert not button.isEnabled()
