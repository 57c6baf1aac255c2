"""Work that is kept between savings, the offer to bring it back, and warnings of files that others have open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QMessageBox

from engine.project import autosave
from engine.spec.errors import EngineError
from gui.window.autosave.autosaver import Autosaver
from gui.window.autosave.work_folder import LeftOver, WorkFolder, WorkPlace
from gui.window.wiring.wiring import Wiring
from gui.words.error_text import error_text

if TYPE_CHECKING:
    from gui.main_window import MainWindow

MOST = 9  # entries of the menu


class WorkKeepingWiring(Wiring):
    """A window that does not remember anything, a script's, keeps and offers nothing either."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._menu = window.menus.menu("kept_work")
        self._guard = window.files.guard
        self._folder = WorkFolder(_data_folder())
        self.autosaver: Autosaver | None = None
        self._offered = ""
        self._menu.menuAction().setVisible(False)
        if window.remembers:
            self._begin()

    def close(self) -> None:
        self._guard.release()
        if self.autosaver is not None:
            self.autosaver.close()

    def _begin(self) -> None:
        window = self.window
        self.autosaver = Autosaver(window.document, window.session, self._guard, self._folder)
        self.autosaver.failed.connect(window.message_bar.warn)
        window.files.about_to_leave.connect(self.autosaver.keep)
        self._guard.locks = True
        self._guard.warned.connect(self._on_guard_warned)
        window.menus.menu("file").aboutToShow.connect(self._show_whether_any)
        self._menu.aboutToShow.connect(self._fill)
        QTimer.singleShot(0, self, self._offer)  # not before the window can be seen

    def _on_guard_warned(self, sentence: str) -> None:
        self.window.message_bar.warn(sentence + " " + self.tr("Saving asks before it overwrites anything."))

    # ------------------------------------------------------------------ bringing back

    def _offer(self) -> None:
        self._folder.tidy()
        found = self._folder.left_overs()
        if not found:
            return
        newest = found[0]
        if len(found) == 1:
            text = self.tr("Perceptra did not end properly. Your work on “{name}” of {time} was kept.")
        else:
            text = self.tr(
                "Perceptra did not end properly. Your work on “{name}” of {time} was kept; "
                "there is more under File ▸ Bring work back."
            )
        self._offered = text.format(name=self._name(newest), time=_time(newest))
        self.window.message_bar.warn(self._offered, self.tr("Bring back"), lambda: self._bring_back(newest), stays=True)

    def _show_whether_any(self) -> None:
        self._menu.menuAction().setVisible(bool(self._folder.left_overs()))

    def _fill(self) -> None:
        self._menu.clear()
        found = self._folder.left_overs()
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

    def _bring_back(self, left: LeftOver) -> None:
        self.window.files.unless_unsaved(lambda: self._load(left))

    def _load(self, left: LeftOver) -> None:
        """Show the work; the file it was kept in becomes this window's, so that there is always one."""
        assert self.autosaver is not None
        place, bar, document = WorkPlace(left.file), self.window.message_bar, self.window.document
        if not left.file.exists() or not place.take():
            bar.warn(self.tr("This work was brought back in another window, or thrown away."))
            return
        try:
            project = autosave.read_project(place.file)
        except EngineError as error:
            place.let_go()
            bar.warn(error_text(error))
            return
        path = Path(left.note.path) if left.note.path else None
        bar.withdraw(self._offered)
        self.autosaver.adopt(place)
        if path is not None:
            self._guard.saw(path, left.note.file_state)
        document.bring_own_work_back()
        document.load(project, path, is_saved=False)

    def _ask_to_throw_away(self, found: list[LeftOver]) -> None:
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self.window)
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

    def _throw_away(self, found: list[LeftOver]) -> None:
        for left in found:
            place = WorkPlace(left.file)
            if place.take():
                place.give_up()
        self.window.message_bar.withdraw(self._offered)

    def _name(self, left: LeftOver) -> str:
        return Path(left.note.path).stem if left.note.path else self.tr("untitled")


def _data_folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "kept-work"


def _time(left: LeftOver) -> str:
    """When it was kept, as it is written where the user lives."""
    moment = QDateTime.fromSecsSinceEpoch(int(left.note.when))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
