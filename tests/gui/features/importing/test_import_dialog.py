from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
)
from pytestqt.qtbot import QtBot

from gui.features.importing.feature import ImportingFeature
from gui.features.importing.import_dialog import ImportDialog
from tests.helpers.user import LEFT, User
from tests.helpers.widgets import part

TABLE = "id;w;h;class\n" + "".join(f"q{i};{i},5;{'?' if i == 3 else i};{'abc'[i % 3]}\n" for i in range(12))


def opened(qtbot: QtBot, user: User, folder: Path, content: str | bytes = TABLE) -> ImportDialog:
    file = folder / "table.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    user.window.findChild(ImportingFeature).preview_table(file)
    dialog = user.waits_for_preview()
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: settled(dialog))
    return dialog


def settled(dialog: ImportDialog) -> bool:
    return can_import(dialog) or bool(part(dialog, QLabel, "import_remarks").text())


def can_import(dialog: ImportDialog) -> bool:
    return part(dialog, QPushButton, "import_button").isEnabled()


def choose(qtbot: QtBot, dialog: ImportDialog, name: str, steps: int) -> None:
    """Move a list's choice with the arrow keys."""
    box = part(dialog, QComboBox, name)
    box.setFocus()
    for _ in range(abs(steps)):
        qtbot.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


@pytest.mark.usefixtures("_each_language")
def test_a_table_is_previewed_corrected_and_imported_as_one_step(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    before = user.project
    dialog = opened(qtbot, user, tmp_path)
    assert "5" in part(dialog, QLabel, "import_remarks").text(), "the line of the empty cell"
    assert not can_import(dialog)
    choose(qtbot, dialog, "import_missing", 2)
    qtbot.waitUntil(lambda: can_import(dialog))
    assert "12" in part(dialog, QLabel, "import_summary").text()
    assert user.project is before, "nothing changes until Import"
    qtbot.mouseClick(part(dialog, QPushButton, "import_button"), LEFT)
    data = user.window.document.dataset
    assert (data.n_samples, data.n_inputs, data.n_classes, data.input_names) == (12, 2, 3, ("w", "h"))
    assert data.inputs[0].tolist() == [0.5, 0]
    user.triggers("undo")
    assert user.project == before


def test_the_role_of_a_column_is_chosen_in_its_header(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    dialog = opened(qtbot, user, tmp_path, "a,b,d\n1,2,0\n3,4,1\n5,6,1\n")
    choose(qtbot, dialog, "import_role_1", 2)
    qtbot.waitUntil(lambda: can_import(dialog))
    qtbot.mouseClick(part(dialog, QPushButton, "import_button"), LEFT)
    assert user.window.document.dataset.input_names == ("b",)


def test_a_wrong_delimiter_is_corrected(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    dialog = opened(qtbot, user, tmp_path, "1;2\n3;4\n5;6\n")
    preview = part(dialog, QTableView, "import_preview")
    assert isinstance(preview, QTableView)
    assert preview.model().columnCount() == 2
    choose(qtbot, dialog, "import_delimiter", 1)
    qtbot.waitUntil(lambda: preview.model().columnCount() == 1)
    choose(qtbot, dialog, "import_delimiter", -1)
    qtbot.waitUntil(lambda: preview.model().columnCount() == 2 and can_import(dialog))
    dialog.reject()


@pytest.mark.parametrize("content", ["", "1,2\n1,2,3\n", b"\x89PNG\0\0"])
def test_what_cannot_be_read_says_why_and_changes_nothing(
    qtbot: QtBot, user: User, tmp_path: Path, content: str | bytes
) -> None:
    before = user.project
    dialog = opened(qtbot, user, tmp_path, content)
    assert "table.csv" in part(dialog, QLabel, "import_remarks").text()
    assert not can_import(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert user.project is before


def test_the_window_is_painted_and_the_preview_closed_in_a_turn_after_the_change(
    qtbot: QtBot, user: User, tmp_path: Path
) -> None:
    before, dialog = user.project, opened(qtbot, user, tmp_path, TABLE.replace("?", "3"))
    button = part(dialog, QPushButton, "import_button")
    qtbot.mouseClick(button, LEFT)
    assert user.project is not before
    assert not user.window.updatesEnabled(), "painting would make this turn of the event loop longer"
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: user.window.findChild(ImportDialog) is None)
    assert user.window.updatesEnabled()
    assert user.window.centralWidget().updatesEnabled()


def test_the_preview_closes_also_where_the_very_same_data_are_there_already(
    qtbot: QtBot, user: User, tmp_path: Path
) -> None:
    for _ in range(2):
        dialog = opened(qtbot, user, tmp_path, TABLE.replace("?", "3"))
        qtbot.mouseClick(part(dialog, QPushButton, "import_button"), LEFT)
        imported = user.project
        qtbot.waitUntil(lambda: user.window.findChild(ImportDialog) is None)
    assert user.project is imported


def test_a_large_table_can_be_given_up(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    file, before = tmp_path / "large.csv", user.project
    file.write_text("0.5,0.25,1\n-0.5,0.125,0\n" * 100_000)
    user.window.findChild(ImportingFeature).preview_table(file)
    dialog = user.waits_for_preview()
    assert isinstance(dialog, ImportDialog)
    preview = part(dialog, QTableView, "import_preview")
    assert isinstance(preview, QTableView)
    qtbot.waitUntil(lambda: preview.model().rowCount() == 200)
    qtbot.mouseClick(part(dialog, QPushButton, "import_cancel"), LEFT)
    assert not dialog.isVisible()
    assert user.project is before


@pytest.mark.usefixtures("_each_language")
def test_every_choice_can_be_read_whole(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    dialog = opened(qtbot, user, tmp_path)
    for name in ("import_delimiter", "import_numbers", "import_encoding", "import_missing"):
        box = part(dialog, QComboBox, name)
        assert isinstance(box, QComboBox)
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        field = QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
        room = box.style().subControlRect(*field).width()
        for place in range(box.count()):
            assert box.fontMetrics().horizontalAdvance(box.itemText(place)) <= room, box.itemText(place)
