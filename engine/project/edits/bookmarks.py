"""This module edits the bookmarks of a project."""

from __future__ import annotations

from dataclasses import replace

from engine.project.bookmarks import MAX_NOTE, MOST_BOOKMARKS, Bookmark
from engine.project.edits.edit import Edit
from engine.project.project import Project
from engine.spec.errors import EngineError


def set_bookmark(project: Project, epoch: int, note: str) -> Edit:
    """Bookmark the moment after pass `epoch` with `note`, cut where it is too long; one that is there gets this note.

    Raises EngineError where there are too many.
    """
    made = Bookmark(epoch, " ".join(note.split())[:MAX_NOTE])
    others = [mark for mark in project.bookmarks if mark.epoch != epoch]
    if len(others) >= MOST_BOOKMARKS:
        raise EngineError("A project can have {limit} bookmarks; remove one first.", limit=MOST_BOOKMARKS)
    return Edit(replace(project, bookmarks=tuple(sorted([*others, made], key=lambda mark: mark.epoch))))


def remove_bookmark(project: Project, epoch: int) -> Edit:
    """Have no bookmark at `epoch` any more."""
    return Edit(replace(project, bookmarks=tuple(mark for mark in project.bookmarks if mark.epoch != epoch)))
