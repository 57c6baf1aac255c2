"""This module defines the document: the one project that the window shows, and its undo history."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup, QUndoStack

from engine.data.dataset import Dataset
from engine.data.datasets.recipe import DatasetSpec, data_of
from engine.project.edits.runs import with_run
from engine.project.project import Project
from engine.project.saved_run import SavedRun
from engine.training.run import Run


@dataclass(frozen=True)
class OwnWork:
    """The user's own project, whatever is on screen.

    `project` holds its run only while it waits (`is_aside`); else the training session has it.
    """

    project: Project
    path: Path | None
    has_edits: bool
    run_changed: bool
    is_aside: bool


@dataclass(frozen=True)
class _OwnWork:
    """This is the user's own work while a lesson has the window."""

    project: Project
    path: Path | None
    run_changed: bool
    undo_stack: QUndoStack


@dataclass(frozen=True)
class SavePoint:
    """What the document was when a saving began, which may take its time."""

    project: Project
    run_changes: int
    loadings: int


class Change(Enum):
    """A change tells what made another project the one on screen, for those that see more in it than what differs."""

    EDIT = auto()
    LOADED = auto()
    WEIGHTS = auto()  # weights were set as they are now: a run takes them over
    LOCKS = auto()  # so it does what training may move
    ANEW = auto()  # nothing but the run: it begins anew


BY_HAND = (Change.WEIGHTS, Change.LOCKS)


class Document(QObject):
    """Holds `project`, a frozen value. Only the commands of the undo stack change it.

    `undo_stack` is the history in force; `undo_group` follows it when the user's own work is set aside for a lesson.
    `noticed` carries sentences for the status bar: what an edit changed by itself, or why it was refused.
    Raises EngineError for a project whose data cannot be built.
    """

    changed = Signal(object, object)  # before, after: Project
    modified_changed = Signal(bool)
    path_changed = Signal()
    noticed = Signal(str)
    saving = Signal()  # what is saved is being noted
    saved = Signal()
    lesson_loaded = Signal()  # what a lesson begins with is on screen, while the user's own work waits
    brought_back = Signal()

    def __init__(self, project: Project | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project or Project()
        self._built = (self._project.dataset, data_of(self._project.dataset))
        self._run_changed = False
        self._run_changes = self._loadings = 0
        self._ended_run: tuple[Run | None] | None = None
        self._was_modified = False
        self._change = Change.EDIT
        self._own_work: _OwnWork | None = None
        self.path: Path | None = None
        self.undo_group = QUndoGroup(self)
        self.undo_group.cleanChanged.connect(self._on_undo_group_clean_changed)
        self.undo_stack = QUndoStack(self.undo_group)
        self.undo_group.setActiveStack(self.undo_stack)
        group = self.undo_group
        self.destroyed.connect(lambda: _silence(group))

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
        return self._change is Change.LOADED

    @property
    def change(self) -> Change:
        """What the change is that `changed` tells of."""
        return self._change

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
        self._run_changes += 1
        self._tell_modified()

    def keep_run(self, kept: SavedRun) -> None:
        """Add a run to those that stay, or bring it up to date; as training itself, this is no step of undo."""
        self.apply(with_run(self._project, kept))
        self.mark_run_changed()

    def load(self, project: Project, path: Path | None = None, is_saved: bool = True) -> None:
        """Replace everything, as New and Open do; the undo history begins anew.

        Not `is_saved`, it is not as in the file at `path`: it counts as modified.
        Raises EngineError, and changes nothing, where the project's data cannot be built.
        """
        self.build_dataset(project.dataset)
        self.undo_stack.clear()
        if is_saved:
            self.undo_stack.setClean()  # an empty history is not cleaned by `clear`
        else:
            self.undo_stack.resetClean()
        self._show(project, path, run_changed=not is_saved)

    @property
    def own_work(self) -> OwnWork:
        """The user's own project: a lesson's is none."""
        own = self._own_work
        if own is None:
            return OwnWork(self._project, self.path, self.has_edits, self._run_changed, is_aside=False)
        return OwnWork(own.project, own.path, not own.undo_stack.isClean(), own.run_changed, is_aside=True)

    @property
    def has_own_work_aside(self) -> bool:
        """Whether what is on screen is a lesson's, and the user's own project waits."""
        return self._own_work is not None

    def set_own_work_aside(self, run: Run | None, project: Project) -> None:
        """Show `project` with a history of its own; the user's project, its `run`, file and history wait meanwhile.

        Where they wait already, `project` is just loaded. Raises EngineError like `load`.
        """
        self.build_dataset(project.dataset)
        if self._own_work is None:
            own = replace(self._project, run=run)
            self._own_work = _OwnWork(own, self.path, self._run_changed, self.undo_stack)
            self._use_stack(QUndoStack(self.undo_group))
        self.load(project)
        self.lesson_loaded.emit()

    def bring_own_work_back(self) -> None:
        """Show the user's own project again as it was; nothing where none waits."""
        if self._own_work is None:
            return
        own, self._own_work = self._own_work, None
        finished = self.undo_stack
        self._use_stack(own.undo_stack)
        finished.deleteLater()
        self._show(own.project, own.path, own.run_changed)
        self.brought_back.emit()

    def save_point(self) -> SavePoint:
        """What `saved_as` compares with, once the project as it is now is on the disk."""
        point = SavePoint(self._project, self._run_changes, self._loadings)
        self.saving.emit()
        return point

    def saved_as(self, path: Path, point: SavePoint | None = None) -> None:
        """Note that the project as it was at `point`, or as it is now, stands in the file at `path`.

        What was edited since counts as modified; nothing is noted where another project is on screen by now.
        """
        point = point or self.save_point()
        if point.loadings != self._loadings:
            return
        self.path = path
        self._run_changed = self._run_changes != point.run_changes
        if self._project is point.project:
            self.undo_stack.setClean()
        else:
            self.undo_stack.resetClean()
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

    def apply(self, project: Project, change: Change = Change.EDIT) -> None:
        """Make `project` the value on screen; for the undo commands, `load` and `keep_run` alone."""
        before, self._project = self._project, project
        outer, self._change = self._change, change
        try:
            self.changed.emit(before, project)
        finally:
            self._change = outer

    def _show(self, project: Project, path: Path | None, run_changed: bool) -> None:
        self._loadings += 1
        self.path = path
        self._run_changed = run_changed
        self.apply(project, Change.LOADED)
        self._tell_modified()
        self.path_changed.emit()

    def _use_stack(self, stack: QUndoStack) -> None:
        self.undo_stack = stack
        self.undo_group.setActiveStack(stack)

    def _on_undo_group_clean_changed(self, _clean: bool) -> None:
        self._tell_modified()

    def _tell_modified(self) -> None:
        if self.is_modified != self._was_modified:
            self._was_modified = self.is_modified
            self.modified_changed.emit(self._was_modified)


def _silence(group: QUndoGroup) -> None:
    """A history that is deleted forgets its steps and says so, to views that are no longer there."""
    for history in (group, *group.stacks()):
        history.blockSignals(True)
