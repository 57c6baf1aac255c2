"""Bookmarks on the timeline: set one at the moment on show, go to one, remove one; each is a step of undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QMenu

from engine.project.bookmarks import Bookmark
from gui.document import commands
from gui.features.context import WindowContext
from gui.words.number_text import grouped


class Bookmarks(QObject):
    """`menu` lists them; `go_to` shows the moment of one."""

    def __init__(self, context: WindowContext, go_to: Callable[[int], None]) -> None:
        super().__init__(context.window)
        self._context, self._go_to = context, go_to
        self.menu = QMenu(context.window)
        self.menu.setObjectName("timeline_bookmarks_menu")
        self.menu.aboutToShow.connect(self._fill)
        self._dialog: QInputDialog | None = None

    @property
    def epochs(self) -> tuple[int, ...]:
        """Where they stand."""
        return tuple(mark.epoch for mark in self._context.document.project.bookmarks)

    def ask(self) -> None:
        """Ask for the note of a bookmark at the moment on show; the window stays usable meanwhile."""
        snapshot = self._context.snapshot
        if snapshot is None:
            return
        epoch = snapshot.epoch
        self.close()
        dialog = self._dialog = QInputDialog(self._context.window)
        dialog.setObjectName("bookmark_dialog")
        dialog.setWindowTitle(self.tr("Bookmark"))
        dialog.setLabelText(self.tr("What is to be seen at epoch {epoch}?").format(epoch=grouped(epoch)))
        dialog.setTextValue(next((mark.note for mark in self._marks() if mark.epoch == epoch), ""))
        dialog.textValueSelected.connect(lambda note: commands.set_bookmark(self._context.document, epoch, note))
        dialog.show()

    def close(self) -> None:
        """Close the question."""
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    def _marks(self) -> tuple[Bookmark, ...]:
        return self._context.document.project.bookmarks

    def _fill(self) -> None:
        self.menu.clear()
        self.menu.addAction(self._context.actions["bookmark"])
        self.menu.addAction(self._context.actions["compare_moment"])
        self.menu.addSeparator()
        snapshot = self._context.snapshot
        here = None if snapshot is None else snapshot.epoch
        newest = self._context.session.snapshot
        for mark in self._marks():
            text = self.tr("Epoch {epoch}").format(epoch=grouped(mark.epoch))
            action = self.menu.addAction(f"{text} · {mark.note}" if mark.note else text)
            action.setEnabled(newest is not None and mark.epoch <= newest.epoch)
            action.triggered.connect(lambda _checked=False, epoch=mark.epoch: self._go_to(epoch))
        if here in self.epochs:
            self.menu.addSeparator()
            remove = self.menu.addAction(self.tr("Remove the bookmark here"))
            remove.setObjectName("bookmark_remove")
            remove.triggered.connect(lambda _checked=False: commands.remove_bookmark(self._context.document, here))
