"""This feature edits the name and notes of a project and makes its lab report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QDate, QLocale, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from engine.project.project import Project
from engine.training.run import Run
from gui.document import commands
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.printed_language import speaking
from gui.toolkit.services.actions import spec
from gui.toolkit.translation import LANGUAGES

if TYPE_CHECKING:
    from gui.features.report.blocks import Report
    from gui.features.report.content import Request
    from gui.features.report.notes_dialog import NotesDialog
    from gui.features.report.report_dialog import ReportDialog, Wishes
    from gui.features.report.report_maker import Paths, ReportMaking

AUTHOR = "author"
_openings = count()


class Found(Protocol):
    """What was computed for a report."""

    def report(self, request: Request) -> Report:
        """The report on it, in the language in force."""
        ...


class Subject(Protocol):
    """The project and the views when a report is asked for."""

    def look_up(self, request: Request, is_unwanted: Callable[[], bool]) -> Found | None:
        """Compute what takes time; any thread may do it. None where it is no longer wanted."""
        ...


class ReportSource(Protocol):
    """What the window tells of itself."""

    version: str

    def project_name(self) -> str:
        """The name of the project, or the word for one without a name."""
        ...

    def subject(self, run: Run | None, language: str) -> Subject:
        """What a report in `language` tells of: the project with its `run`, and the views as they are on screen."""
        ...


class ReportFeature(Feature):
    """File ▸ Name and notes, File ▸ Lab report. The name is remembered and proposed for projects that have none."""

    actions = (
        spec(
            "notes",
            QT_TRANSLATE_NOOP("Actions", "Name and no&tes…"),
            QT_TRANSLATE_NOOP("Actions", "Write your name and what you found out; saved with the project"),
            "Ctrl+I",
        ),
        spec(
            "lab_report",
            QT_TRANSLATE_NOOP("Actions", "&Lab report…"),
            QT_TRANSLATE_NOOP(
                "Actions", "Write a report for hand-in, as PDF and as a web page: everything to do it again"
            ),
            "Ctrl+P",
        ),
    )

    def __init__(self, context: WindowContext, source: ReportSource) -> None:
        super().__init__(context)
        self._source = source
        self.making: ReportMaking | None = None
        self._dialog: ReportDialog | None = None
        self._notes: NotesDialog | None = None
        context.actions["notes"].triggered.connect(lambda _checked=False: self.open_notes())
        context.actions["lab_report"].triggered.connect(lambda _checked=False: self.open_report())
        context.document.changed.connect(self._on_document_changed)

    def close(self) -> None:
        if self.making is not None:
            self.making.cancel()
        for dialog in (self._dialog, self._notes):
            if dialog is not None:
                dialog.done(0)

    def open_notes(self) -> None:
        """Show the notes of the project beside the window."""
        from gui.features.report.notes_dialog import NotesDialog

        context = self.context
        if self._notes is not None:
            self._notes.raise_()
            self._notes.activateWindow()
            return
        self._notes = dialog = NotesDialog(context.document, context.settings.text(AUTHOR), context.window)
        dialog.author_changed.connect(lambda name: context.settings.remember(AUTHOR, name))
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
        self.context.session.request_run(self._show_dialog)

    def _show_dialog(self, run: Run | None) -> None:
        from engine.export.lab_report import suggested_epochs  # loads kernels
        from gui.features.report.report_dialog import ReportDialog

        if self._dialog is not None:
            return
        context, project = self.context, self.context.document.project
        author = project.author or context.settings.text(AUTHOR)
        epochs = suggested_epochs(run, project.training.milestones)
        self._dialog = dialog = ReportDialog(self._titles(), author, project.notes, epochs, context.window)
        dialog.save_wanted.connect(self._on_dialog_save_wanted)
        dialog.cancel_wanted.connect(self._on_dialog_cancel_wanted)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.show()

    def _on_document_changed(self, before: Project, after: Project) -> None:
        """The dialog is about one project, and leaves with it; notes that are edited elsewhere come into it."""
        if self._dialog is None:
            return
        if self.context.document.is_loading:
            self._dialog.done(0)
        elif (before.author, before.notes) != (after.author, after.notes):
            self._dialog.show_notes(after.author, after.notes)

    def _titles(self) -> dict[str, str]:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        titles = {}
        for language in LANGUAGES:
            with speaking(application, language):
                titles[language] = self.tr("Lab report: {name}").format(name=self._source.project_name())
        return titles

    def _on_dialog_finished(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _on_dialog_cancel_wanted(self) -> None:
        if self.making is not None:
            self.making.cancel()

    def _on_dialog_save_wanted(self, wishes: Wishes) -> None:
        context = self.context
        context.settings.remember(AUTHOR, wishes.author)
        commands.set_notes(context.document, wishes.author, wishes.notes, -1 - next(_openings))
        dialog = context.questions.ask_save(
            self.tr("Save the lab report"), [self.tr("Report (*.pdf and *.html) (*.pdf)")]
        )
        if dialog is None:
            return
        dialog.setDefaultSuffix("pdf")
        folder = context.document.path.parent if context.document.path is not None else Path()
        dialog.selectFile(str(folder / (self._source.project_name() + self.tr(" report") + ".pdf")))
        dialog.fileSelected.connect(lambda name: self._save_unless_taken(wishes, Path(name)))
        dialog.open()

    def _save_unless_taken(self, wishes: Wishes, pdf: Path) -> None:
        """The dialog has asked about the PDF file; the web page beside it may be somebody's, too."""
        page = pdf.with_suffix(".html")
        if not page.exists() or pdf.exists():  # a report that is written anew
            self.save(wishes, pdf)
            return
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self.context.window)
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

        self.context.session.request_run(partial(self._begin, wishes, Paths(pdf, pdf.with_suffix(".html"))))

    def _begin(self, wishes: Wishes, paths: Paths, run: Run | None) -> None:
        from gui.features.report.content import Request

        path = self.context.document.path
        request = Request(
            **vars(wishes), date="", file_name=path.name if path is not None else "", version=self._source.version
        )
        subject = self._source.subject(run, request.language)
        today = QDate.currentDate()

        def compose(found: Any) -> Report:
            date = QLocale().toString(today, QLocale.FormatType.LongFormat)
            report: Report = found.report(replace(request, date=date))
            return report

        self._maker().begin(lambda unwanted: subject.look_up(request, unwanted), compose, wishes.language, paths)

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
        self.context.messages.warn(sentence)

    def _on_making_done(self, paths: Paths) -> None:
        text = self.tr("Saved as {pdf} and {html}.").format(pdf=paths.pdf, html=paths.html.name)
        self._tell_dialog(None, text)
        self.context.messages.notice(text)
