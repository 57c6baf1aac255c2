"""The lab report from the window's menu: files, progress, cancelling, and trouble."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from engine.data.dataset import Dataset
from engine.project.demos import demo
from gui.document import commands
from gui.features.comparison.page import ComparisonPage
from gui.features.error_surface.page import ErrorSurfacePage
from gui.features.report.blocks import Report
from gui.features.report.feature import ReportFeature
from gui.features.report.report_dialog import ReportDialog
from gui.features.report.report_maker import Paths, ReportMaking
from gui.window.printing.printed_views import PrintedViews
from gui.window.printing.report_subject import few
from gui.words.number_text import four_figures
from tests.helpers.drawings import pdf_text
from tests.helpers.user import LEFT, TRAINING_MS, User


def opens_the_dialog(qtbot: QtBot, user: User) -> ReportDialog:
    user.triggers("lab_report")
    qtbot.waitUntil(lambda: user.window.findChild(ReportDialog) is not None)
    dialog = user.window.findChild(ReportDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def saves(qtbot: QtBot, user: User, path: Path) -> None:
    """Click Save and name the file."""
    user.clicks("report_save")
    qtbot.waitUntil(lambda: user.window.findChild(QFileDialog) is not None)
    dialog = user.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(path))
    dialog.accept()


def report(user: User) -> ReportFeature:
    found = user.window.findChild(ReportFeature)
    assert found is not None
    return found


def is_done(user: User) -> bool:
    making = report(user).making
    return making is not None and not making.is_busy


def said(user: User) -> str:
    label = user.find("report_message")
    assert isinstance(label, QLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText  # a file may be called by markup
    return label.text()


def test_the_menu_makes_both_files_with_name_and_notes_while_training_goes_on(
    qtbot: QtBot, user: User, tmp_path: Path
) -> None:
    user.trains_until(epoch=120)
    opens_the_dialog(qtbot, user)
    qtbot.keyClicks(user.find("report_author"), "Ann Li")
    qtbot.keyClicks(user.find("report_notes"), "It learns.")
    epochs = user.find("report_epochs")
    assert isinstance(epochs, QLineEdit)
    assert epochs.text().startswith("0, 1, ")
    user.starts_training()
    saves(qtbot, user, tmp_path / "lab.pdf")
    qtbot.waitUntil(lambda: is_done(user), timeout=TRAINING_MS)
    assert user.window.session.state == "training"
    user.pauses()
    text = "\n".join(pdf_text((tmp_path / "lab.pdf").read_bytes()))
    page = (tmp_path / "lab.html").read_text(encoding="utf-8")
    for words in ("Ann Li", "It learns.", "Lab report: untitled"):
        assert words in text
        assert words in page
    assert (user.project.author, user.project.notes) == ("Ann Li", "It learns.")
    assert "lab.pdf" in said(user)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lab.html", "lab.pdf"]


def test_cancel_leaves_nothing_behind(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    dialog = opens_the_dialog(qtbot, user)
    report(user).save(dialog.wishes, tmp_path / "lab.pdf")
    making = report(user).making
    assert making is not None
    shares: list[float] = []
    making.progressed.connect(shares.append)
    qtbot.waitUntil(lambda: any(share > 0.1 for share in shares), timeout=TRAINING_MS)  # pages are being written
    assert dialog.leave.text() == "Cancel"
    qtbot.mouseClick(dialog.leave, LEFT)
    assert not making.is_busy
    assert said(user) == "Cancelled; nothing was written."
    assert list(tmp_path.iterdir()) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)  # now it closes
    qtbot.waitUntil(lambda: user.window.findChild(ReportDialog) is None)


def test_a_place_that_cannot_be_written_is_told_and_the_dialog_stays(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    dialog = opens_the_dialog(qtbot, user)
    report(user).save(dialog.wishes, tmp_path / "missing" / "lab.pdf")
    qtbot.waitUntil(lambda: bool(said(user)), timeout=TRAINING_MS)
    assert "lab.pdf" in said(user)
    assert dialog.isVisible()
    assert dialog.save.isEnabled()


def test_a_web_page_of_that_name_that_belongs_to_no_report_is_not_overwritten_unasked(
    qtbot: QtBot, user: User, tmp_path: Path
) -> None:
    (tmp_path / "lab.html").write_text("mine", encoding="utf-8")
    opens_the_dialog(qtbot, user)
    saves(qtbot, user, tmp_path / "lab.pdf")
    qtbot.waitUntil(lambda: user.window.findChild(QMessageBox, "report_page_taken") is not None)
    box = user.window.findChild(QMessageBox, "report_page_taken")
    assert isinstance(box, QMessageBox)
    assert box.textFormat() == Qt.TextFormat.PlainText
    qtbot.mouseClick(box.button(QMessageBox.StandardButton.Cancel), LEFT)
    assert (tmp_path / "lab.html").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "lab.pdf").exists()


def test_closing_the_window_gives_the_report_up_and_leaves_no_dialog(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    dialog = opens_the_dialog(qtbot, user)
    report(user).save(dialog.wishes, tmp_path / "lab.pdf")
    user.triggers("notes")
    user.window.document.undo_stack.setClean()
    user.window.close()
    assert is_done(user)
    assert list(tmp_path.iterdir()) == []
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def test_the_proposed_title_follows_the_language_until_it_is_another(qtbot: QtBot, user: User) -> None:
    dialog = opens_the_dialog(qtbot, user)
    assert dialog.wishes.title == "Lab report: untitled"
    dialog.language.setCurrentIndex(dialog.language.findData("zh_CN"))
    assert dialog.wishes.language == "zh_CN"
    assert dialog.wishes.title != "Lab report: untitled"
    dialog.title.selectAll()
    qtbot.keyClicks(dialog.title, "Mine")
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    assert dialog.wishes.title == "Mine"


def test_parts_that_are_unchecked_are_left_out_and_epochs_are_read_as_typed(qtbot: QtBot, user: User) -> None:
    dialog = opens_the_dialog(qtbot, user)
    qtbot.mouseClick(dialog.parts["weights"], LEFT, pos=dialog.parts["weights"].rect().center() * 0.2)
    dialog.epochs.clear()
    qtbot.keyClicks(dialog.epochs, "500; 0 20, end 500")
    notes = user.find("report_notes")
    assert isinstance(notes, QPlainTextEdit)
    assert "weights" not in dialog.wishes.parts
    assert dialog.wishes.epochs == (0, 20, 500)


def test_where_the_web_page_cannot_be_written_a_former_pair_stays_as_it_was(
    qtbot: QtBot, user: User, tmp_path: Path
) -> None:
    (tmp_path / "lab.pdf").write_bytes(b"former")
    (tmp_path / "lab.html").mkdir()  # no file can take this place
    dialog = opens_the_dialog(qtbot, user)
    report(user).save(dialog.wishes, tmp_path / "lab.pdf")
    qtbot.waitUntil(lambda: bool(said(user)), timeout=TRAINING_MS)
    assert "lab.html" in said(user)
    assert (tmp_path / "lab.pdf").read_bytes() == b"former"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lab.html", "lab.pdf"]


def test_a_report_that_breaks_off_is_told_and_never_passes_for_a_finished_one(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    making = ReportMaking()
    told: list[str] = []
    making.failed.connect(told.append)
    making.done.connect(lambda _paths: told.append("done"))

    def broken(_found: object) -> Report:
        raise ZeroDivisionError("no such figure")

    making.begin(lambda _unwanted: "found", broken, "en", Paths(tmp_path / "a.pdf", tmp_path / "a.html"))
    qtbot.waitUntil(lambda: not making.is_busy)
    assert len(told) == 1
    assert "a fault of the program (ZeroDivisionError, test_making.py:" in told[0]
    assert "no such figure" not in told[0]
    assert "The report could not be made." in caplog.text
    assert list(tmp_path.iterdir()) == []
    making.deleteLater()


def test_the_dialog_leaves_with_its_project_and_takes_over_notes_that_are_written_elsewhere(
    qtbot: QtBot, user: User
) -> None:
    dialog = opens_the_dialog(qtbot, user)
    commands.set_notes(user.window.document, "Ann", "seen elsewhere", -5)
    assert (dialog.wishes.author, dialog.wishes.notes) == ("Ann", "seen elsewhere")
    user.window.document.load(demo("moons"))
    qtbot.waitUntil(lambda: user.window.findChild(ReportDialog) is None)
    assert user.project.notes == ""


def test_pictures_of_many_samples_that_stand_class_by_class_show_every_class() -> None:
    data = demo("digits").dataset.build()
    order = np.argsort(data.targets.argmax(axis=1), kind="stable")
    sorted_data = Dataset(data.raw_inputs[order], data.targets[order], data.raw_test_inputs, data.test_targets)
    shown = few(sorted_data, 100)
    assert (shown.n_samples, shown.n_test_samples) == (80, 20)
    assert set(shown.targets.argmax(axis=1)) == set(range(10))
    assert few(shown, 100) is shown


def test_tab_goes_through_the_dialog_from_top_to_bottom(qtbot: QtBot, user: User) -> None:
    dialog = opens_the_dialog(qtbot, user)
    fields = (dialog.title, dialog.author, dialog.language, dialog.epochs, dialog.notes)
    dialog.title.setFocus()
    for field in fields:
        assert dialog.focusWidget() is field
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert dialog.focusWidget() in dialog.parts.values()


def test_surface_and_race_stand_in_the_report_in_its_language_while_they_are_about_the_project(
    qtbot: QtBot, user: User, tmp_path: Path
) -> None:
    user.triggers("page_error_surface")
    surface = user.window.pages.currentWidget()
    assert isinstance(surface, ErrorSurfacePage)
    qtbot.waitUntil(lambda: surface.picture is not None and not surface.is_busy, timeout=TRAINING_MS)
    user.triggers("page_comparison")
    race = user.window.pages.currentWidget()
    assert isinstance(race, ComparisonPage)
    qtbot.waitUntil(lambda: race.moment is not None, timeout=TRAINING_MS)
    user.clicks("comparison_step_button")
    qtbot.waitUntil(lambda: race.moment is not None and race.moment.epoch == 1, timeout=TRAINING_MS)
    user.triggers("page_workbench")
    error = four_figures(user.value("error_label"))
    dialog = opens_the_dialog(qtbot, user)
    for part, box in dialog.parts.items():
        box.setChecked(part == "pages")
    user.chooses("report_language", "zh_CN")

    def made(name: str) -> str:
        report(user).save(dialog.wishes, tmp_path / f"{name}.pdf")
        path = tmp_path / f"{name}.html"
        qtbot.waitUntil(lambda: path.exists() and is_done(user), timeout=TRAINING_MS)
        return path.read_text(encoding="utf-8")

    page = made("both")
    assert page.count("<img") == 2
    assert [words in page for words in ("误差曲面", "比较", f"误差 {error}", "单隐层")] == [True] * 4
    assert "One hidden layer" not in page
    commands.set_units(user.window.document, 0, 3)
    page = made("race")
    assert page.count("<img") == 1, "the surface was of another network"
    assert "误差曲面" not in page


def test_weights_and_hidden_space_stand_in_the_report_in_its_language(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    user.trains_until(epoch=20)
    user.triggers("page_inside")
    user.clicks("inside_part_hidden")
    user.clicks("inside_part_weights")
    views = user.window.findChild(PrintedViews)
    assert views is not None
    qtbot.waitUntil(lambda: "weights_course" in {offer.name for offer in views.offers()}, timeout=TRAINING_MS)
    dialog = opens_the_dialog(qtbot, user)
    for part, box in dialog.parts.items():
        box.setChecked(part == "pages")
    user.chooses("report_language", "zh_CN")
    report(user).save(dialog.wishes, tmp_path / "inside.pdf")
    path = tmp_path / "inside.html"
    qtbot.waitUntil(lambda: path.exists() and is_done(user), timeout=TRAINING_MS)
    page = path.read_text(encoding="utf-8")
    epoch = user.value("epoch_label")
    assert page.count("<img") == 3
    assert "Hidden" not in page
    assert [text in page for text in (f"第 {epoch:,} 次迭代", "隐层空间", "该层的权值", "权值：")] == [True] * 4
    assert user.find("weight_history").accessibleName() == "Course over the run"
