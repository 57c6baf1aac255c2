"""The name and notes of a project, and the lab report: what it tells of, where its files go, how far they are."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from engine.project.project import Project
from engine.training.run import Run
from gui.document import commands
from gui.toolkit.translation import LANGUAGES, speaking
from gui.window.help import VERSION
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.features.report.blocks import Report
    from gui.features.report.notes_dialog import NotesDialog
    from gui.features.report.report_dialog import ReportDialog, Wishes
    from gui.features.report.report_maker import Paths, ReportMaking
    from gui.main_window import MainWindow

AUTHOR = "author"
_openings = count()


class ReportWiring(Wiring):
    """File ▸ Name and notes, File ▸ Lab report. The name is remembered and proposed for projects that have none."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.making: ReportMaking | None = None
        self._dialog: ReportDialog | None = None
        self._notes: NotesDialog | None = None
        window.actions_by_name["notes"].triggered.connect(lambda _checked=False: self.open_notes())
        window.actions_by_name["lab_report"].triggered.connect(lambda _checked=False: self.open_report())
        window.document.changed.connect(self._on_document_changed)

    def close(self) -> None:
        if self.making is not None:
            self.making.cancel()
        for dialog in (self._dialog, self._notes):
            if dialog is not None:
                dialog.done(0)

    def open_notes(self) -> None:
        """Show the notes of the project beside the window."""
        from gui.features.report.notes_dialog import NotesDialog

        window = self.window
        if self._notes is not None:
            self._notes.raise_()
            self._notes.activateWindow()
            return
        self._notes = dialog = NotesDialog(window.document, window.settings.text(AUTHOR), window)
        dialog.author_changed.connect(lambda name: window.settings.remember(AUTHOR, name))
        dialog.finished.connect(self._on_notes_finished)
        dialog.show()

    def _on_notes_finished(self, _result: int) -> None:
        if self._notes is not None:
            self._notes.deleteLater()
            self._notes = None

    # ------------------------------------------------------------------ the lab report

    def open_report(self) -> None:
        """Ask what the report shall hold."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        self.window.session.request_run(self._show_dialog)

    def _show_dialog(self, run: Run | None) -> None:
        from engine.export.lab_report import suggested_epochs  # loads kernels
        from gui.features.report.report_dialog import ReportDialog

        if self._dialog is not None:
            return
        window, project = self.window, self.window.document.project
        author = project.author or window.settings.text(AUTHOR)
        epochs = suggested_epochs(run, project.training.milestones)
        self._dialog = dialog = ReportDialog(self._titles(), author, project.notes, epochs, window)
        dialog.save_wanted.connect(self._on_dialog_save_wanted)
        dialog.cancel_wanted.connect(self._on_dialog_cancel_wanted)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.show()

    def _on_document_changed(self, before: Project, after: Project) -> None:
        """The dialog is about one project, and leaves with it; notes that are edited elsewhere come into it."""
        if self._dialog is None:
            return
        if self.window.document.is_loading:
            self._dialog.done(0)
        elif (before.author, before.notes) != (after.author, after.notes):
            self._dialog.show_notes(after.author, after.notes)

    def _titles(self) -> dict[str, str]:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        titles = {}
        for language in LANGUAGES:
            with speaking(application, language):
                titles[language] = self.tr("Lab report: {name}").format(name=self.window.files.title())
        return titles

    def _on_dialog_finished(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _on_dialog_cancel_wanted(self) -> None:
        if self.making is not None:
            self.making.cancel()

    def _on_dialog_save_wanted(self, wishes: Wishes) -> None:
        window = self.window
        window.settings.remember(AUTHOR, wishes.author)
        commands.set_notes(window.document, wishes.author, wishes.notes, -1 - next(_openings))
        dialog = window.questions.ask_save(
            self.tr("Save the lab report"), [self.tr("Report (*.pdf and *.html) (*.pdf)")]
        )
        if dialog is None:
            return
        dialog.setDefaultSuffix("pdf")
        folder = window.document.path.parent if window.document.path is not None else Path()
        dialog.selectFile(str(folder / (window.files.title() + self.tr(" report") + ".pdf")))
        dialog.fileSelected.connect(lambda name: self._save_unless_taken(wishes, Path(name)))
        dialog.open()

    def _save_unless_taken(self, wishes: Wishes, pdf: Path) -> None:
        """The dialog has asked about the PDF file; the web page beside it may be somebody's, too."""
        page = pdf.with_suffix(".html")
        if not page.exists() or pdf.exists():  # a report that is written anew
            self.save(wishes, pdf)
            return
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self.window)
        box.setObjectName("report_page_taken")
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("{name} is there already. Overwrite it?").format(name=page.name))
        box.setStandardButtons(buttons.Yes | buttons.Cancel)
        box.setDefaultButton(buttons.Cancel)

        def on_finished(_result: int) -> None:
            if box.standardButton(box.clickedButton()) == buttons.Yes:
                self.save(wishes, pdf)
            box.deleteLater()

        box.finished.connect(on_finished)
        box.open()

    def save(self, wishes: Wishes, pdf: Path) -> None:
        """Make the report on what the window shows now: `pdf`, and a web page of the same name beside it."""
        from gui.features.report.report_maker import Paths

        self.window.session.request_run(partial(self._begin, wishes, Paths(pdf, pdf.with_suffix(".html"))))

    def _begin(self, wishes: Wishes, paths: Paths, run: Run | None) -> None:
        from gui.features.report.content import Request
        from gui.window.wiring.report_job import look_up, report_of, subject_of

        path = self.window.document.path
        request = Request(**vars(wishes), date="", file_name=path.name if path is not None else "", version=VERSION)
        subject = subject_of(self.window, run)
        today = QDate.currentDate()

        def compose(found: Any) -> Report:
            date = QLocale().toString(today, QLocale.FormatType.LongFormat)
            return report_of(found, replace(request, date=date))

        self._maker().begin(lambda unwanted: look_up(subject, request, unwanted), compose, wishes.language, paths)

    def _maker(self) -> ReportMaking:
        if self.making is None:
            from gui.features.report.report_maker import ReportMaking

            self.making = ReportMaking(self)
            self.making.progressed.connect(lambda share: self._tell_dialog(share, ""))
            self.making.cancelled.connect(lambda: self._tell_dialog(None, self.tr("Cancelled; nothing was written.")))
            self.making.failed.connect(self._on_making_failed)
            self.making.done.connect(self._on_making_done)
        return self.making

    def _tell_dialog(self, share: float | None, message: str) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(share)
            self._dialog.show_message(message)

    def _on_making_failed(self, sentence: str) -> None:
        self._tell_dialog(None, sentence)
        self.window.message_bar.warn(sentence)

    def _on_making_done(self, paths: Paths) -> None:
        text = self.tr("Saved as {pdf} and {html}.").format(pdf=paths.pdf, html=paths.html.name)
        self._tell_dialog(None, text)
        self.window.message_bar.notice(text)
