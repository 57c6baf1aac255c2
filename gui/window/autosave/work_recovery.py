"""This module offers work back that a crash has left, and warns of files that another window has open."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDateTime, QEventLoop, QLocale, Qt, QTimer
from PySide6.QtWidgets import QMessageBox

from engine.project import autosave
from engine.project.project import Project
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.window.autosave.autosave_folder import AutosaveFile, AutosaveFolder, LostWork, data_folder
from gui.window.autosave.autosaver import Autosaver
from gui.window.files.project_files import ProjectFiles

MOST = 9  # entries of the menu


class WorkRecovery(Feature):
    """File ▸ Bring work back. A window that remembers nothing, a script's, saves and offers nothing either."""

    def __init__(self, context: WindowContext, files: ProjectFiles) -> None:
        super().__init__(context)
        self._files = files
        self._menu = context.menus("kept_work")
        self._guard = files.guard
        self._folder = AutosaveFolder(data_folder())
        self.autosaver: Autosaver | None = None
        self._offered = ""
        self._menu.menuAction().setVisible(False)
        if context.settings.is_lasting:
            self._begin()

    def close(self) -> None:
        self._guard.release()
        if self.autosaver is not None:
            self.autosaver.close()

    def leave(self, then: Callable[[], object]) -> None:
        """Keep the work for the next start to offer, because the program is ended from outside; `then` comes soon."""
        if self.autosaver is None:
            then()
            return
        self.autosaver.failed.connect(lambda sentence: print(sentence, file=sys.stderr))  # the window goes
        self.autosaver.leave_work()
        self.autosaver.keep_and_then(then)

    def keep_now(self) -> None:
        """Keep the work before this returns, or the disk has been waited for: the system may end the program next."""
        if (autosaver := self.autosaver) is not None:
            loop = QEventLoop()
            QTimer.singleShot(0, self, lambda: autosaver.keep_and_then(loop.quit))  # once the loop runs
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _begin(self) -> None:
        context = self.context
        self.autosaver = Autosaver(context.document, context.session, self._guard, self._folder)
        self.autosaver.failed.connect(context.messages.warn)
        self._files.about_to_leave.connect(self.autosaver.keep)
        self._guard.locks = True
        self._guard.warned.connect(self._on_guard_warned)
        context.menus("file").aboutToShow.connect(self._show_whether_any)
        self._menu.aboutToShow.connect(self._fill)
        QTimer.singleShot(0, self, self._offer)  # not before the window can be seen

    def _on_guard_warned(self, sentence: str) -> None:
        self.context.messages.warn(sentence + " " + self.tr("Saving asks before it overwrites anything."))

    # ------------------------------------------------------------------ bringing back

    def _offer(self) -> None:
        self._folder.tidy()
        found = self._folder.lost_work()
        if not found:
            return
        newest = found[0]
        if len(found) == 1:
            text = self.tr("Perceptra ended before you saved. Your work on “{name}” of {time} was kept.")
        else:
            text = self.tr(
                "Perceptra ended before you saved. Your work on “{name}” of {time} was kept; "
                "there is more under File ▸ Bring work back."
            )
        self._offered = text.format(name=self._name(newest), time=_time(newest))
        self.context.messages.warn(self._offered, self.tr("Bring back"), lambda: self._bring_back(newest), stays=True)

    def _show_whether_any(self) -> None:
        self._menu.menuAction().setVisible(bool(self._folder.lost_work()))

    def _fill(self) -> None:
        self._menu.clear()
        found = self._folder.lost_work()
        for number, left in enumerate(found[:MOST], start=1):
            name = self._name(left).replace("&", "&&")
            entry = self._menu.addAction(f"&{number}  {name}, {_time(left)}")
            entry.setObjectName(f"action_kept_work_{number}")
            entry.setToolTip(left.note.path or self.tr("Never saved"))
            entry.triggered.connect(lambda _checked=False, left=left: self._bring_back(left))
        self._menu.addSeparator()
        throw_away = self._menu.addAction(self.tr("&Throw all of this away…"))
        throw_away.setObjectName("action_kept_work_clear")
        throw_away.triggered.connect(lambda _checked=False: self._ask_to_throw_away(found))

    def _bring_back(self, left: LostWork) -> None:
        self._files.unless_unsaved(lambda: self._load(left))

    def _load(self, left: LostWork) -> None:
        """Show the work, once it is read."""

        def reading() -> Project | None:
            return autosave.read_project(left.file) if left.file.exists() else None

        self.context.reader.read(self._name(left), reading, lambda project: self._show(left, project))

    def _show(self, left: LostWork, project: Project | None) -> None:
        """The file that the work was kept in becomes this window's, so that there is always one."""
        assert self.autosaver is not None
        autosave_file, bar, document = AutosaveFile(left.file), self.context.messages, self.context.document
        if project is None or not autosave_file.take():
            bar.warn(self.tr("This work was brought back in another window, or thrown away."))
            return
        path = Path(left.note.path) if left.note.path else None
        bar.withdraw(self._offered)
        self.autosaver.adopt(autosave_file)
        if path is not None:
            self._guard.saw(path, left.note.file_state)
        document.bring_own_work_back()
        document.load(project, path, is_saved=False)

    def _ask_to_throw_away(self, found: list[LostWork]) -> None:
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self.context.window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setObjectName("throw_work_away")
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Throw away the work that was kept and never saved?"))
        box.setInformativeText(self.tr("It cannot be brought back then."))
        box.setStandardButtons(buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Cancel)

        def on_finished(_result: int) -> None:
            if box.standardButton(box.clickedButton()) == buttons.Discard:
                self._throw_away(found)
            box.deleteLater()

        box.finished.connect(on_finished)
        box.open()

    def _throw_away(self, found: list[LostWork]) -> None:
        for left in found:
            autosave_file = AutosaveFile(left.file)
            if autosave_file.take():
                autosave_file.give_up()
        self.context.messages.withdraw(self._offered)

    def _name(self, left: LostWork) -> str:
        return Path(left.note.path).stem if left.note.path else self.tr("untitled")


def _time(left: LostWork) -> str:
    """When it was kept, as it is written where the user lives."""
    moment = QDateTime.fromSecsSinceEpoch(int(left.note.when))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
