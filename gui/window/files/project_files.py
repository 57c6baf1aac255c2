"""This module makes, opens and saves projects; it never blocks and never loses work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget
from shiboken6 import isValid

from engine.project.autosave import FileState, file_state
from engine.project.demos import demo
from engine.project.file import project_file
from engine.project.file.moments_record import MOMENT_BYTES
from engine.project.project import Project
from engine.training.run import Run
from gui.document.document import Document, SavePoint
from gui.session import TrainingSession
from gui.toolkit.dialogs.unsaved_question import ask_to_save
from gui.toolkit.services.file_reader import FileReader
from gui.window.files.file_guard import FileGuard, Obstacle
from gui.window.files.project_saver import ProjectSaver, Saving

SUFFIX = ".perceptra"


class ProjectFiles(QObject):
    """Opens and saves `document`; what goes wrong is told in the message line and changes nothing."""

    saved = Signal(str)
    about_to_leave = Signal()  # the project on screen may be given up for another, or with the window

    def __init__(
        self, document: Document, session: TrainingSession, reader: FileReader, saver: ProjectSaver, window: QWidget
    ) -> None:
        super().__init__(window)
        self._reader, self._saver = reader, saver
        self._asked = 0  # savings for which the session has not yet told its run
        self._after_saving: Callable[[], object] | None = None
        saver.settled.connect(self._on_saver_settled)
        self._document = document
        self._session = session
        self._window = window
        self._asking: QDialog | None = None
        self.guard = FileGuard(document)

    @property
    def is_saving(self) -> bool:
        """Whether something that shall be saved is not yet on the disk."""
        return self._asked > 0 or self._saver.is_busy

    def new(self) -> None:
        """Start again from the first-start project."""
        self.unless_unsaved(lambda: self._document.load(Project()))

    def open_demo(self, name: str) -> None:
        """Open the example `name` as a new, untitled project."""
        self.unless_unsaved(lambda: self._document.load(demo(name)))

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        self.unless_unsaved(self._ask_open)

    def open(self, path: Path) -> None:
        """Open `path`, once it is read; on failure the present project stays as it is. A lesson is over then."""
        before = self._document.project

        def reading() -> tuple[Project, FileState | None]:
            state = file_state(path)  # before reading: who writes meanwhile is noticed
            return project_file.load(path), state

        def show(read: tuple[Project, FileState | None]) -> None:
            self._document.bring_own_work_back()
            self._document.load(read[0], path)
            self.guard.saw(path, read[1])

        def then(read: tuple[Project, FileState | None]) -> None:
            if self._document.project is before:
                show(read)
            else:  # the user worked on while a slow drive was being read
                self.unless_unsaved(lambda: show(read))

        self._reader.read(path.name, reading, then)

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save under the present name, or ask for one; `then` runs after success."""
        if self._document.path is None:
            self.save_as(then)
        else:
            self._save_to(self._document.path, then)

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Ask for a name and save."""
        if self._is_asking():
            return
        title = self.tr("Save the project, with up to {megabytes} MB of the run's recorded moments")
        dialog = self._dialog(QFileDialog.AcceptMode.AcceptSave, title.format(megabytes=f"{MOMENT_BYTES / 1e6:g}"))
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.selectFile(str(self._document.path or self.tr("network") + SUFFIX))
        dialog.fileSelected.connect(lambda name: self._save_to(Path(name), then))
        dialog.open()

    def unless_unsaved(self, action: Callable[[], object]) -> None:
        """Run `action`, first offering to save what would be lost. Does not block.

        What would be lost is the user's own work: a lesson is over and gives it back.
        What is being saved is waited for.
        """
        if self.is_saving:
            self._after_saving = lambda: self.unless_unsaved(action)
            return
        self.about_to_leave.emit()
        self._document.bring_own_work_back()
        if not self._document.is_modified:
            action()
            return
        if self._is_asking():
            return
        self._session.pause()  # nothing modal stands before a running training
        self._asking = ask_to_save(self._window, self.title(), lambda: self.save(action), action)

    def title(self) -> str:
        """The file's name without its ending, or the word for an unnamed project."""
        return self._document.path.stem if self._document.path else self.tr("untitled")

    def _is_asking(self) -> bool:
        """Whether a question is on show already; it is brought to the front, as one is enough."""
        if self._asking is None or not isValid(self._asking) or not self._asking.isVisible():
            return False
        self._asking.activateWindow()
        return True

    def _ask_open(self) -> None:
        if self._is_asking():
            return
        dialog = self._dialog(QFileDialog.AcceptMode.AcceptOpen, self.tr("Open a project"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    def _dialog(self, mode: QFileDialog.AcceptMode, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(self.tr("Perceptra projects (*{suffix})").format(suffix=SUFFIX))
        dialog.finished.connect(dialog.deleteLater)
        self._asking = dialog
        return dialog

    def _save_to(self, path: Path, then: Callable[[], object] | None, overwrites: bool = False) -> None:
        """Save beside the window; where that would overwrite what somebody else does there, ask first."""

        def write(run: Run | None) -> None:
            self._asked -= 1
            point = self._document.save_point()
            look = (lambda: _nothing) if overwrites else (lambda: self.guard.look(path))
            self._saver.save(Saving(replace(point.project, run=run), path, look, partial(written, point)))

        def written(point: SavePoint, found: FileState | Obstacle | None) -> None:
            if isinstance(found, Obstacle):
                self._ask_overwrite(path, self.guard.sentence(path, found), then)
                return
            self.guard.saw(path, found)
            self._document.saved_as(path, point)
            self.saved.emit(str(path))
            if then is not None:
                then()

        self._asked += 1
        self._session.request_run(write)

    def _ask_overwrite(self, path: Path, obstacle: str, then: Callable[[], object] | None) -> None:
        if self._is_asking():
            return
        self._session.pause()
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setObjectName("file_taken")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(obstacle)
        box.setInformativeText(self.tr("Saving here overwrites what was done there."))
        box.setStandardButtons(buttons.Save | buttons.Cancel)
        other = box.addButton(self.tr("Save &as…"), QMessageBox.ButtonRole.ActionRole)
        other.setObjectName("save_elsewhere")
        box.button(buttons.Save).setText(self.tr("&Overwrite"))
        box.setDefaultButton(other)

        def on_finished(_result: int) -> None:
            if box.clickedButton() is other:
                QTimer.singleShot(0, self, lambda: self.save_as(then))  # when this question is gone
            elif box.standardButton(box.clickedButton()) == buttons.Save:
                self._save_to(path, then, overwrites=True)
            box.deleteLater()

        box.finished.connect(on_finished)
        self._asking = box
        box.open()

    def _on_saver_settled(self) -> None:
        if self.is_saving:
            return
        action, self._after_saving = self._after_saving, None
        if action is not None:
            action()


def _nothing() -> Obstacle | None:
    """No obstacle: the user has said what to do with it."""
    return None
