"""What the preview decided stands in it, a line each; one click takes it back, and what is wrong can be skipped."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QScrollArea, QSpinBox, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from gui.features.importing.feature import ImportingFeature
from gui.features.importing.import_dialog import ImportDialog
from tests.helpers.user import LEFT, User
from tests.helpers.widgets import part

BODY = "".join(f"{i / 4:.2f};{i % 5};{i % 2}\n" for i in range(12))
HOT = "".join(f"{i / 7:.3f},{i % 5},{int(i % 3 == 0)},{int(i % 3 == 1)},{int(i % 3 == 2)}\n" for i in range(12))


def opened(qtbot: QtBot, user: User, folder: Path, content: str | bytes, name: str = "table.csv") -> ImportDialog:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    user.window.findChild(ImportingFeature).preview_table(file)
    dialog = user.waits_for_preview()
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: can_import(dialog) or bool(part(dialog, QLabel, "import_remarks").text()))
    return dialog


def can_import(dialog: ImportDialog) -> bool:
    return part(dialog, QPushButton, "import_button").isEnabled()


def lines(dialog: ImportDialog) -> list[str]:
    """The decisions that can be read, without the texts of their buttons."""
    area = part(dialog, QScrollArea, "import_decisions")
    return [label.text() for label in area.findChildren(QLabel) if label.isVisible()]


def click_beside(qtbot: QtBot, dialog: ImportDialog, words: str) -> None:
    """Press the button of the decision that holds these words."""
    area = part(dialog, QScrollArea, "import_decisions")

    def found() -> list[QLabel]:
        return [label for label in area.findChildren(QLabel) if label.isVisible() and words in label.text()]

    qtbot.waitUntil(lambda: len(found()) == 1)
    qtbot.mouseClick(found()[0].parent().findChild(QToolButton), LEFT)


def roles(dialog: ImportDialog) -> list[str]:
    model = part(dialog, QTableView, "import_preview").model()
    boxes = [part(dialog, QComboBox, f"import_role_{place + 1}") for place in range(model.columnCount())]
    return [box.currentText() for box in boxes]


def type_into(qtbot: QtBot, dialog: ImportDialog, name: str, text: str) -> None:
    box = part(dialog, QSpinBox, name)
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Tab)


def test_one_hot_targets_are_taken_back_and_decided_again(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    dialog = opened(qtbot, user, tmp_path, HOT)
    qtbot.waitUntil(lambda: can_import(dialog))
    assert roles(dialog) == ["Input", "Input", "Target", "Target", "Target"]
    assert "3 classes" in part(dialog, QLabel, "import_summary").text()
    click_beside(qtbot, dialog, "one-hot")
    assert roles(dialog) == ["Input", "Input", "Input", "Input", "Target"]
    qtbot.waitUntil(lambda: "4 inputs, 2 classes" in part(dialog, QLabel, "import_summary").text())
    click_beside(qtbot, dialog, "Taken back")
    assert roles(dialog) == ["Input", "Input", "Target", "Target", "Target"]
    qtbot.waitUntil(lambda: can_import(dialog))
    qtbot.mouseClick(part(dialog, QPushButton, "import_button"), LEFT)
    assert (user.window.document.dataset.n_classes, user.window.document.dataset.n_inputs) == (3, 2)


@pytest.mark.parametrize(
    "case",
    [
        ("a,share,y\n1,7%,1\n2,12%,2\n3,9%,1\n", "Percents become fractions", "0.07", "7"),
        ("a,on,y\n1,TRUE,1\n2,FALSE,2\n3,TRUE,1\n", "TRUE counts as 1", "Input", "Input: one-hot"),
        ("a,b,y\n1,NA,1\n2,5,2\n3,6,1\n", "These stand for missing", "(empty)", "NA"),
        ("a,price,y\n1,$5,1\n2,$6,2\n3,$5,1\n", "Signs of currencies", "5", "$5"),
        ("a,gain,y\n1,(5.5),1\n2,6,2\n3,7,1\n", "Numbers in brackets", "-5.5", "(5.5)"),
        ("a,lead,y\n1,<0.5,1\n2,6,2\n3,7,1\n", "A bound counts", "0.5", "<0.5"),
        ("a,b,y\n1,5 cm,1\n2,6 cm,2\n3,7 cm,1\n", "Units behind numbers", "5", "5 cm"),
        ("a,b,y\nkg,m/s,\n1,5,1\n2,6,2\n3,7,1\n", "Line 2 holds units", "5", "m/s"),
    ],
    ids=["percents", "flags", "missing words", "currencies", "brackets", "bounds", "units behind", "units"],
)
def test_how_cells_were_understood_is_taken_back_and_decided_again(
    qtbot: QtBot, user: User, tmp_path: Path, case: tuple[str, str, str, str]
) -> None:
    content, sentence, plain, other = case
    dialog = opened(qtbot, user, tmp_path, content)

    def shown() -> str:
        role = roles(dialog)[1]
        cell = part(dialog, QTableView, "import_preview").model().index(0, 1).data()
        return role if plain == "Input" else str(cell)

    assert shown() == plain
    click_beside(qtbot, dialog, sentence)
    qtbot.waitUntil(lambda: shown() == other)
    qtbot.waitUntil(lambda: any("Taken back" in line and sentence in line for line in lines(dialog)))
    click_beside(qtbot, dialog, "Taken back")
    qtbot.waitUntil(lambda: shown() == plain)


def test_titles_above_the_table_are_said_and_the_first_line_is_a_setting(
    qtbot: QtBot, user: User, tmp_path: Path
) -> None:
    dialog = opened(qtbot, user, tmp_path, f"Report of May\nNorth;7\nx;y;d\n{BODY}")
    assert part(dialog, QSpinBox, "import_first_line").value() == 3
    assert any("begins at line 3" in line for line in lines(dialog))
    click_beside(qtbot, dialog, "begins at line 3")
    qtbot.waitUntil(lambda: part(dialog, QSpinBox, "import_first_line").value() == 1)
    type_into(qtbot, dialog, "import_first_line", "3")
    preview = part(dialog, QTableView, "import_preview")
    qtbot.waitUntil(lambda: preview.model().headerData(0, Qt.Orientation.Horizontal) == "x")
    qtbot.waitUntil(lambda: can_import(dialog))
    less = part(dialog, QToolButton, "import_first_line_less")
    assert min(less.width(), less.height()) >= 24
    qtbot.mouseClick(less, LEFT)
    assert part(dialog, QSpinBox, "import_first_line").value() == 2


def test_how_numbers_are_written_is_shown_and_corrected(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    dialog = opened(qtbot, user, tmp_path, "x;y;d\n1.299,99;1;0\n950,50;2;1\n2.400,00;3;0\n")
    box = part(dialog, QComboBox, "import_numbers")
    assert box.currentText() == "1.234,5"
    assert "Numbers are written like 1.234,5." in lines(dialog)
    click_beside(qtbot, dialog, "1.234,5")
    qtbot.waitUntil(lambda: box.currentText() == "1234.5")
    for _ in range(3):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: box.currentText() == "1.234,5" and can_import(dialog))
    qtbot.mouseClick(part(dialog, QPushButton, "import_button"), LEFT)
    assert user.window.document.dataset.inputs[:, 0].tolist() == [1299.99, 950.5, 2400]


def marked_cells(dialog: ImportDialog) -> list[str]:
    """The texts of the cells with a colour behind them."""
    model = part(dialog, QTableView, "import_preview").model()
    places = [model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    return [model.data(place) for place in places if model.data(place, Qt.ItemDataRole.BackgroundRole) is not None]


@pytest.mark.parametrize(
    ("content", "kept", "cell"),
    [
        ("x;y;d\n" + BODY * 30 + "oops;2;1\n" + BODY, 372, "oops"),
        ("x;y;d\n" + BODY * 30 + "7;8\n" + BODY, 372, "(empty)"),
        ("x;y;d\n" + BODY + "7;?;1\n" + BODY, 24, "(empty)"),
    ],
)
def test_the_cell_that_stands_in_the_way_is_shown_and_such_rows_are_skipped(
    qtbot: QtBot, user: User, tmp_path: Path, content: str, *, kept: int, cell: str
) -> None:
    dialog = opened(qtbot, user, tmp_path, content)
    skip = part(dialog, QPushButton, "import_skip")
    qtbot.waitUntil(skip.isVisible)
    assert marked_cells(dialog) == [cell]
    qtbot.mouseClick(skip, LEFT)
    qtbot.waitUntil(lambda: can_import(dialog))
    assert not skip.isVisible()
    assert marked_cells(dialog) == []
    assert f"{kept} samples" in part(dialog, QLabel, "import_summary").text()


def test_row_numbers_and_dates_are_left_out_and_become_inputs_with_one_click(
    qtbot: QtBot, user: User, tmp_path: Path
) -> None:
    rows = "".join(f"{i},2024-{i + 1:02}-05,{i / 4},{i % 2}\n" for i in range(12))
    dialog = opened(qtbot, user, tmp_path, f",day,w,d\n{rows}")
    assert roles(dialog) == ["Leave out", "Leave out", "Input", "Target"]
    click_beside(qtbot, dialog, "numbers or names the rows")
    click_beside(qtbot, dialog, "they are dates")
    assert roles(dialog) == ["Input", "Input: days", "Input", "Target"]
    box = part(dialog, QComboBox, "import_role_2")
    box.setFocus()
    for _ in range(2):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert roles(dialog)[1] == "Input: month"
    qtbot.waitUntil(lambda: can_import(dialog))
    qtbot.mouseClick(part(dialog, QPushButton, "import_button"), LEFT)
    assert user.window.document.dataset.inputs[:3].tolist() == [[0, 1, 0], [1, 2, 0.25], [2, 3, 0.5]]


def test_a_delimiter_is_typed(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    dialog = opened(qtbot, user, tmp_path, f"x;y;d\n{BODY}".replace(";", "@") + "\n")
    box = part(dialog, QComboBox, "import_delimiter")
    preview = part(dialog, QTableView, "import_preview")
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), "!")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: preview.model().columnCount() == 1)
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), "@")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: preview.model().columnCount() == 3 and can_import(dialog))


def test_a_sheet_is_chosen(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    book, stream = Workbook(), io.BytesIO()
    book.active.title = "Notes"
    book.active.append(["Read me"])
    for name, head in (("Plants", "w"), ("Birds", "v")):
        sheet = book.create_sheet(name)
        for row in [[head, "d"], *[[i / 4, i % 2] for i in range(8)]]:
            sheet.append(row)
    book.save(stream)
    dialog = opened(qtbot, user, tmp_path, stream.getvalue(), "book.xlsx")
    box = part(dialog, QComboBox, "import_sheet")
    assert [box.itemText(place) for place in range(box.count())] == ["Plants", "Birds", "Notes"]
    assert box.currentText() == "Plants"
    qtbot.keyClick(box, Qt.Key.Key_Down)
    preview = part(dialog, QTableView, "import_preview")
    qtbot.waitUntil(lambda: preview.model().headerData(0, Qt.Orientation.Horizontal) == "v" and can_import(dialog))


def test_images_are_flattened_on_request(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    stream = io.BytesIO()
    np.savez(stream, X=np.arange(24.0).reshape(4, 2, 3), y=np.arange(4) % 2)
    dialog = opened(qtbot, user, tmp_path, stream.getvalue(), "images.npz")
    assert not can_import(dialog)
    click_beside(qtbot, dialog, "Images of 2 × 3 are left aside")
    qtbot.waitUntil(lambda: "4 samples, 6 inputs" in part(dialog, QLabel, "import_summary").text())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("x,y,kind\n1,2,a\n2,3,a\n4,5,a\n", "All samples are of one class, a"),
        ("x,c,d\n1,2,0\n2,2,1\n4,2,0\n", "nothing can be learned from it: c"),
    ],
)
def test_what_is_wanting_is_said_before_the_import(
    qtbot: QtBot, user: User, tmp_path: Path, content: str, says: str
) -> None:
    dialog = opened(qtbot, user, tmp_path, content)
    qtbot.waitUntil(lambda: can_import(dialog))
    assert says in part(dialog, QLabel, "import_remarks").text()
    assert "2 classes" not in part(dialog, QLabel, "import_summary").text() or "c," in content


def test_every_encoding_stands_under_its_own_name(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    words = f"ύψος;βάρος;τάξη\n{BODY}"
    dialog = opened(qtbot, user, tmp_path, words.encode("cp1253"))
    box = part(dialog, QComboBox, "import_encoding")
    assert box.currentText() == "Windows-1253"
    shown = {box.itemText(place): str(box.itemData(place)) for place in range(box.count())}
    assert len(shown) == box.count()
    assert "" not in shown
    for name, encoding in (("Big5", "big5"), ("Shift JIS", "shift_jis"), ("UTF-16 LE", "utf-16-le")):
        assert shown[name] == encoding


def test_samples_that_the_program_exported_come_back_as_they_were(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    heading = "number,set,size,x,d,output,error,size: small < medium < large"
    sizes = ("small", "medium", "large")
    rows = [f"{i + 1},train,{sizes[i % 3]},{i / 4},{i % 2},0.5,0.1,{i % 3}" for i in range(12)]
    dialog = opened(qtbot, user, tmp_path, "\n".join([heading, *rows]))
    qtbot.waitUntil(lambda: can_import(dialog))
    assert roles(dialog)[2:5] == ["Input: ordinal", "Input", "Target"]
    assert part(dialog, QComboBox, "import_task").currentText() == "Numbers (regression)"
    qtbot.mouseClick(part(dialog, QPushButton, "import_button"), LEFT)
    data = user.window.document.dataset
    assert data.inputs[:3].tolist() == [[0, 0], [1, 0.25], [2, 0.5]]
    assert data.preprocessing.words_of(0) == sizes


def test_labels_become_numbers_and_labels_again(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    dialog = opened(qtbot, user, tmp_path, "x;y;code\n" + "".join(f"{i}.5;{i % 5};0{i % 3 + 7}\n" for i in range(12)))
    qtbot.waitUntil(lambda: "3 classes" in part(dialog, QLabel, "import_summary").text())
    click_beside(qtbot, dialog, "Labels stay")
    assert part(dialog, QComboBox, "import_task").currentText() == "Numbers (regression)"
    qtbot.waitUntil(lambda: can_import(dialog) and "3 classes" not in part(dialog, QLabel, "import_summary").text())
    click_beside(qtbot, dialog, "Taken back")
    assert part(dialog, QComboBox, "import_task").currentText() == "As they look"
    qtbot.waitUntil(lambda: can_import(dialog) and "3 classes" in part(dialog, QLabel, "import_summary").text())
