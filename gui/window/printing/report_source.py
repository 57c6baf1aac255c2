"""This module gives the lab report what it takes from the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from engine.training.run import Run
from gui.document.document import Document
from gui.toolkit.printed_language import speaking
from gui.window.help import VERSION
from gui.window.layout.card_views import CardViews
from gui.window.printing.printed_views import PrintedViews
from gui.words.notation import Notation

if TYPE_CHECKING:
    from gui.window.printing.report_subject import Subject


class WindowReportSource:
    """Loads what makes reports when the first one is asked for."""

    version = VERSION

    def __init__(
        self,
        document: Document,
        views: CardViews,
        notation: Notation,
        project_name: Callable[[], str],
        printed: PrintedViews,
    ) -> None:
        self._document, self._views, self._notation, self._printed = document, views, notation, printed
        self.project_name = project_name

    def subject(self, run: Run | None, language: str) -> Subject:
        """What a report in `language` tells of: the project with its `run`, and the views as they are on screen."""
        from gui.window.printing.report_subject import subject_of

        application = QApplication.instance()
        assert isinstance(application, QApplication)
        with speaking(application, language):
            pages = self._printed.reported()
        return replace(subject_of(self._document, self._views, self._notation, run), pages=tuple(pages))
