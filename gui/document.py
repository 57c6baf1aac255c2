"""The document: the one project value that the window shows, and the undo history that leads to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from engine.dataset import Dataset
from engine.datasets.spec import DatasetSpec
from engine.project import Project
from engine.project_edits_base import data_of
from engine.run import Run


class Document(QObject):
    """Holds `project`, a frozen value. Only the commands of the undo stack change it.

    `noticed` carries sentences for the status bar: what an edit changed by itself, or why it was refused.
    Raises EngineError for a project whose data cannot be built.
    """

    changed = Signal(object, object)  # before, after: Project
    modified_changed = Signal(bool)
    path_changed = Signal()
    noticed = Signal(str)
    saved = Signal()

    def __init__(self, project: Project | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project or Project()
        self._built = (self._project.dataset, data_of(self._project.dataset))
        self._run_changed = False
        self._ended_run: tuple[Run | None] | None = None
        self._was_modified = False
        self._loading = False
        self.path: Path | None = None
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self._on_undo_stack_clean_changed)

    @property
    def project(self) -> Project:
        """What is on screen."""
        return self._project

    @property
    def dataset(self) -> Dataset:
        """The built data of `project.dataset`, kept until that changes. Raises EngineError where it cannot be built."""
        return self.build_dataset(self._project.dataset)

    @property
    def is_loading(self) -> bool:
        """Whether `changed` is being emitted because another project was loaded, not because of an edit."""
        return self._loading

    @property
    def has_edits(self) -> bool:
        """Whether the project was edited since it was saved, whatever the run did."""
        return not self.undo_stack.isClean()

    @property
    def is_modified(self) -> bool:
        """Whether something would be lost: the project was edited, or the run in its file went on or was reset.

        The run of a project that was never saved does not count: its start gives the same run again, bit by bit.
        """
        return self.has_edits or (self._run_changed and self.path is not None)

    def build_dataset(self, spec: DatasetSpec) -> Dataset:
        """`spec` built, kept for the next call with an equal one. Raises EngineError where it cannot be built."""
        if self._built[0] != spec:
            self._built = (spec, data_of(spec))
        return self._built[1]

    def mark_run_changed(self) -> None:
        """Note that the run is no longer as it was saved; the training session says so."""
        self._run_changed = True
        self._tell_modified()

    def load(self, project: Project, path: Path | None = None) -> None:
        """Replace everything, as New and Open do; the undo history begins anew.

        Raises EngineError, and changes nothing, where the project's data cannot be built.
        """
        self.build_dataset(project.dataset)
        self.undo_stack.clear()
        self.path = path
        self._run_changed = False
        self._loading = True
        try:
            self.apply(project)
        finally:
            self._loading = False
        self._tell_modified()
        self.path_changed.emit()

    def saved_as(self, path: Path) -> None:
        """Note that the project as it is now stands in the file at `path`."""
        self.path = path
        self._run_changed = False
        self.undo_stack.setClean()
        self._tell_modified()
        self.path_changed.emit()
        self.saved.emit()

    def keep_ended_run(self, run: Run | None) -> None:
        """Note the run that the edit being applied has ended, None for one that stood at its start.

        The training session says so.
        """
        self._ended_run = (run,)

    def take_ended_run(self) -> tuple[Run | None] | None:
        """What the last edit told to `keep_ended_run`, once; None when the run goes on."""
        ended, self._ended_run = self._ended_run, None
        return ended

    def apply(self, project: Project) -> None:
        """Make `project` the value on screen; for the undo commands and `load` alone."""
        before, self._project = self._project, project
        self.changed.emit(before, project)

    def _on_undo_stack_clean_changed(self, _clean: bool) -> None:
        self._tell_modified()

    def _tell_modified(self) -> None:
        if self.is_modified != self._was_modified:
            self._was_modified = self.is_modified
            self.modified_changed.emit(self._was_modified)
