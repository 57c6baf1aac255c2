"""This module makes undoable edits of the bookmarks on the timeline."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.project.edits import bookmarks as edits
from gui.document.commands.push import push
from gui.document.document import Document
from gui.words.number_text import grouped


def set_bookmark(document: Document, epoch: int, note: str) -> bool:
    """Bookmark a moment of the run."""
    text = QCoreApplication.translate("Commands", "Bookmark at epoch {epoch}").format(epoch=grouped(epoch))
    return push(document, text, lambda project: edits.set_bookmark(project, epoch, note))


def remove_bookmark(document: Document, epoch: int) -> bool:
    """Remove a bookmark."""
    text = QCoreApplication.translate("Commands", "Remove the bookmark at epoch {epoch}").format(epoch=grouped(epoch))
    return push(document, text, lambda project: edits.remove_bookmark(project, epoch))
