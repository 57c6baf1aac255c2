"""This module says in one message what an edit changed by itself, and with what a run goes on after it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from gui.document import commands
from gui.features.context import WindowContext


class EditNotices(QObject):
    """Other data under a run come with the offer of a fresh start, which undo takes back; what an edit noted, too.

    Undo takes the message back as well: what it says is true no longer.
    """

    def __init__(self, context: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._mark = ""  # what the edit under way has marked in the run's curve
        self._text = ""
        self._step = 0  # of the undo history, of which the message tells
        self._is_about_run = False
        context.document.undo_stack.indexChanged.connect(self._on_undo_stack_index_changed)
        context.document.noticed.connect(self._show)
        context.session.marked.connect(self._on_session_marked)
        context.session.state_changed.connect(self._on_session_state_changed)

    def _on_session_marked(self, mark: str) -> None:
        self._mark = mark
        if not mark:
            self._withdraw()
            return
        self._show("")

    def _end_edit(self) -> None:
        """The next message is about another edit, and undo from here on takes this one back."""
        self._mark, self._step = "", self._context.document.undo_stack.index()

    def _show(self, noted: str) -> None:
        sentence = {
            "data": self.tr(
                "The data were changed: training goes on with the weights it has, and the curve is marked."
            ),
            "weights": self.tr("The weights were set by hand: epoch and curve stay, and Reset leads back to these."),
        }.get(self._mark, "")
        text = " ".join(part for part in (noted, sentence) if part)
        if self._mark == "data":
            self._context.messages.notice(text, self.tr("Begin anew"), self._begin_anew)
        else:
            self._context.messages.notice(text)
        self._text, self._step, self._is_about_run = text, 0, bool(sentence)
        QTimer.singleShot(0, self, self._end_edit)  # the edit, perhaps an undo itself, is not counted yet

    def _begin_anew(self) -> None:
        commands.begin_anew(self._context.document)

    def _withdraw(self) -> None:
        if self._text:
            self._context.messages.withdraw(self._text)
            self._text = ""

    def _on_session_state_changed(self, state: str) -> None:
        """A run that begins anew has nothing old to go on with."""
        if state == "idle" and self._is_about_run:
            self._withdraw()

    def _on_undo_stack_index_changed(self, index: int) -> None:
        if index < self._step:
            self._withdraw()
