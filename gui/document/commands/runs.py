"""This module makes undoable edits of the saved runs, of the author and of the notes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication

from engine.project.edits import Edit
from engine.project.edits import runs as edits
from engine.project.project import Project
from engine.project.saved_run import SavedRun
from engine.spec.plural import filled
from engine.training.run import Run
from gui.document.commands.push import push
from gui.document.document import Document
from gui.words.number_text import grouped

Key = tuple[int, str]


def keep_run(document: Document, kept: SavedRun) -> bool:
    """Keep one run more because the user wants it."""
    text = QCoreApplication.translate("Commands", "Keep a run")
    return push(document, text, lambda project: Edit(edits.with_run(project, kept)))


def keep_runs(document: Document, kept: Sequence[SavedRun]) -> bool:
    """Keep several runs more, of whatever projects, in one step."""
    text = filled(QCoreApplication.translate("Commands", "Keep {count} runs"), count=len(kept))
    return push(document, text, lambda project: Edit(edits.with_new_runs(project, kept)))


def restore_run(document: Document, kept: SavedRun) -> bool:
    """Go back to what a saved run was: data, network, settings, start and, where it was kept, its end."""
    text = QCoreApplication.translate("Commands", "Restore {name}").format(name=kept.name)
    return push(document, text, lambda project: edits.restore_run(project, kept))


def branch_run(document: Document, kept: SavedRun, run: Run) -> bool:
    """Go on from `run`, a past moment of the run that is `kept` from now on."""
    text = QCoreApplication.translate("Commands", "Go on from epoch {epoch}").format(epoch=grouped(run.epoch))
    return push(document, text, lambda project: edits.branch_run(project, kept, run))


def open_start(document: Document, tried: Project, seed: int, run: Run) -> bool:
    """Look at one of many starts of `tried` as it ended: `run`, from what `seed` draws."""
    text = QCoreApplication.translate("Commands", "Open the start of seed {seed}").format(seed=seed)
    return push(document, text, lambda project: edits.open_start(project, tried, seed, run))


def rename_run(document: Document, key: Key, name: str) -> bool:
    """Call a saved run otherwise."""
    text = QCoreApplication.translate("Commands", "Rename a run")
    return push(document, text, lambda project: edits.rename_run(project, key, name))


def delete_runs(document: Document, keys: Collection[Key]) -> bool:
    """Keep these runs no longer."""
    translate = QCoreApplication.translate
    text = translate("Commands", "Delete a run")
    if len(keys) > 1:
        text = filled(translate("Commands", "Delete {count} runs"), count=len(keys))
    return push(document, text, lambda project: edits.delete_runs(project, keys))


def set_notes(document: Document, author: str, notes: str, gesture: int) -> bool:
    """Write the author and the notes; what is written while the notes are open, one `gesture`, is one step."""
    text = QCoreApplication.translate("Commands", "Write notes")
    merge_key = f"notes:{gesture}"
    return push(document, text, lambda project: edits.set_notes(project, author, notes), merge_key, is_gesture=True)
