"""The preview of a second file whose samples are to be the test set: the columns and classes of the data there are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from engine.data.importing import Converted, RawTable, Suggestion, plan_like
from engine.project import edits
from engine.project.project import Project
from gui.document.commands import set_test_samples
from gui.document.document import Document
from gui.features.importing.import_dialog import ImportDialog
from gui.toolkit.theme import ThemeManager


class SecondFileDialog(ImportDialog):
    """An `ImportDialog` whose samples stand beside the training samples, which stay as they are."""

    def __init__(self, path: Path, document: Document, themes: ThemeManager, parent: QWidget) -> None:
        self.like = document.dataset
        super().__init__(path, document, themes, parent)
        self._task.hide()  # the data there are say what their targets are

    def title(self) -> str:
        return self.tr("Test data from {name}").format(name=self._path.name)

    def consequence(self) -> str:
        return self.tr("These become the test samples; training samples stay as they are. Undo takes it back.")

    def suggested(self, table: RawTable) -> Suggestion:
        assert self.like is not None
        return Suggestion(plan_like(table, self.like), ())

    def made_of(self, project: Project, done: Converted) -> Project:
        assert done.spec.inputs is not None
        assert done.spec.targets is not None
        return edits.set_test_samples(project, done.spec.inputs, done.spec.targets).project

    def take(self, done: Converted) -> bool:
        inputs, targets = done.spec.inputs, done.spec.targets
        assert inputs is not None
        assert targets is not None
        return set_test_samples(self._document, inputs.array, targets.array, self._path.name)
