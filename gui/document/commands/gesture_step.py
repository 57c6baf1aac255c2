"""This module makes a gesture of the mouse one undoable step, however far it goes."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from engine.project.edits import Edit
from engine.project.project import Project
from gui.document.commands.edit_command import EditProjectCommand
from gui.document.commands.push import push
from gui.document.document import Document

_numbers = itertools.count()


class GestureStep:
    """One undoable step called `text` that grows while a gesture goes on, and can be taken back without a trace."""

    def __init__(self, document: Document, text: str) -> None:
        self._document, self._text = document, text
        self._key = f"gesture:{next(_numbers)}"

    def apply(self, make: Callable[[Project], Edit]) -> bool:
        """Make what `make` makes of the project the project; later calls widen the same step. True if it changed."""
        return push(self._document, self._text, make, self._key, is_gesture=True)

    def take_back(self) -> None:
        """Undo the step and leave nothing to redo; a run that it ended comes back. Nothing if others came after it."""
        command = self._command()
        if command is not None:
            command.take_back_for_good()

    def _command(self) -> EditProjectCommand | None:
        """The step, if it is the last one."""
        stack = self._document.undo_stack
        command = stack.command(stack.index() - 1) if stack.index() else None
        is_mine = isinstance(command, EditProjectCommand) and command.merge_key == self._key
        return command if is_mine else None  # type: ignore[return-value]  # narrowed just now
