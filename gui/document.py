"""The document: the one project value that the window shows, and the undo history that leads to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from engine.project import Project


class Document(QObject):
    """Holds `project`, a frozen value. Only the commands of the undo stack change it."""

    changed = Signal(object, object)  # before, after: Project
    modified_changed = Signal(bool)
    path_changed = Signal()

    def __init__(self, project: Project | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project or Project()
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(lambda clean: self.modified_changed.emit(not clean))
        self.path: Path | None = None

    @property
    def project(self) -> Project:
        """What is on screen."""
        return self._project

    @property
    def is_modified(self) -> bool:
        """Whether the project differs from the saved file."""
        return not self.undo_stack.isClean()

    def load(self, project: Project, path: Path | None = None) -> None:
        """Replace everything, as New and Open do; the undo history begins anew."""
        self.undo_stack.clear()
        self.path = path
        self.apply(project)
        self.path_changed.emit()

    def saved_as(self, path: Path) -> None:
        """Note that the project as it is now stands in the file at `path`."""
        self.path = path
        self.undo_stack.setClean()
        self.path_changed.emit()

    def apply(self, project: Project) -> None:
        """Make `project` the value on screen; for the undo commands and `load` alone."""
        before, self._project = self._project, project
        self.changed.emit(before, project)
