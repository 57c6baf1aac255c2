"""Names from outside are shown as they stand there: markup in them is neither followed nor hidden."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QToolTip, QWidget

from engine.project.demos import demo
from engine.project.file import project_file
from tests.helpers.user import User

ENDLESS = "<img src='/dev/zero'>"  # read as a picture, it would never end


@pytest.fixture
def hostile(user: User, tmp_path: Path) -> User:
    """Somebody who has opened a project whose columns and classes are called by markup, in a file that is, too."""
    file = tmp_path / "<b>bold< b>.perceptra"
    project = demo("iris")
    names = tuple(f"{ENDLESS} {place}" for place in range(4))
    spec = replace(
        project.dataset,
        name="custom",
        inputs=project.dataset.build().raw_inputs,
        targets=project.dataset.build().targets,
        input_names=names,
        target_names=(ENDLESS, "<i>b</i>", "c"),
    )
    project_file.save(replace(project, dataset=spec), file)
    assert user.opens_file(file)
    user.waits_for_views()
    return user


def shown_tooltip(widget: QWidget) -> QLabel:
    """The tooltip that resting the mouse on `widget` brings."""
    middle = widget.rect().center()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, middle, widget.mapToGlobal(middle)))
    (label,) = [
        w for w in QApplication.topLevelWidgets() if w.metaObject().className() == "QTipLabel" and w.isVisible()
    ]
    assert isinstance(label, QLabel)
    return label


@pytest.mark.filterwarnings("ignore")
def test_a_tooltip_shows_markup_as_it_stands(hostile: User) -> None:
    button = hostile.find("region_class_1")
    assert ENDLESS in button.toolTip()
    label = shown_tooltip(button)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert ENDLESS in label.text()
    QToolTip.showText(QPoint(), "")
    QToolTip.hideText()


def test_a_question_shows_a_files_name_as_it_stands(hostile: User) -> None:
    hostile.adds_layer(after=-1)
    hostile.triggers("new")
    box = hostile.window.findChild(QMessageBox, "unsaved_changes")
    assert isinstance(box, QMessageBox)
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert "<b>bold< b>" in box.text()
    box.button(QMessageBox.StandardButton.Discard).click()


def test_nothing_on_show_takes_names_for_markup(hostile: User) -> None:
    labels = [label for label in hostile.window.findChildren(QLabel) if "<" in label.text()]
    for label in labels:
        assert label.textFormat() in (Qt.TextFormat.PlainText, Qt.TextFormat.RichText), label.objectName()
        assert label.textFormat() == Qt.TextFormat.PlainText or ENDLESS not in label.text()
