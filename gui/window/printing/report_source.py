"""This module gives the lab report what it takes from the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine.training.run import Run
from gui.document.document import Document
from gui.window.help import VERSION
from gui.window.layout.card_views import CardViews
from gui.words.notation import Notation

if TYPE_CHECKING:
    from gui.window.printing.report_subject import Subject


class WindowReportSource:
    """Loads what makes reports when the first one is asked for."""

    version = VERSION

    def __init__(
        self, document: Document, views: CardViews, notation: Notation, project_name: Callable[[], str]
    ) -> None:
        self._document, self._views, self._notation = document, views, notation
        self.project_name = project_name

    def subject(self, run: Run | None) -> Subject:
        """What a report tells of: the project with its `run`, and the views as they are on screen."""
        from gui.window.printing.report_subject import subject_of

        return subject_of(self._document, self._views, self._notation, run)
